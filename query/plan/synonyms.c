#include "query/plan/synonyms.h"

#include <stdlib.h>

#include "base/trie.h"
#include "base/tsv.h"

extern const char synonyms_tsv[], synonyms_tsv_end[];

typedef struct {
    size_t n;
    zw_str *words, *folded;
} group;

struct zw_synonyms {
    zw_arena *arena;
    zw_trie *trie; /* folded word -> group */
    group *groups;
    size_t n;
};

void zw_synonyms_free(zw_synonyms *synonyms)
{
    if (!synonyms)
        return;
    zw_trie_free(synonyms->trie);
    zw_arena_free(synonyms->arena);
    free(synonyms);
}

static size_t count_words(zw_str cell)
{
    size_t n = 1;
    for (size_t at = 0; (at = zw_str_find(cell, ZW_STR("、"), at)) < cell.n; at++)
        n++;
    return n;
}

static zw_status read_group(zw_synonyms *s, zw_segmenter *segmenter, zw_str cell, size_t row,
                            zw_err *err)
{
    group *g = &s->groups[row];
    g->n = count_words(cell);
    g->words = zw_arena_array(s->arena, g->n, sizeof *g->words);
    g->folded = zw_arena_array(s->arena, g->n, sizeof *g->folded);
    if (!g->words || !g->folded)
        return zw_err_nomem(err);
    for (size_t i = 0, at = 0; i < g->n; i++) {
        size_t end = zw_str_find(cell, ZW_STR("、"), at);
        g->words[i] = zw_str_slice(cell, (zw_range){ at, end });
        at = end + strlen("、");
        zw_status status = zw_segmenter_fold_exact(segmenter, g->words[i], s->arena, &g->folded[i],
                                                   NULL, err);
        if (status == ZW_OK)
            status = zw_trie_add(s->trie, g->folded[i], (uint32_t)row, err);
        if (status != ZW_OK)
            return status;
    }
    return ZW_OK;
}

static zw_status read_groups(zw_synonyms *s, zw_segmenter *segmenter, zw_err *err)
{
    zw_tsv table;
    zw_str text = ZW_EMBEDDED(synonyms_tsv);
    zw_status status = zw_tsv_parse("synonyms.tsv", text, "words note", s->arena, &table, err);
    if (status == ZW_OK)
        status = zw_trie_new(table.rows * 3, &s->trie, err);
    if (status != ZW_OK)
        return status;
    s->n = table.rows;
    s->groups = zw_arena_array(s->arena, s->n, sizeof *s->groups);
    if (!s->groups)
        return zw_err_nomem(err);
    for (size_t i = 0; i < s->n && status == ZW_OK; i++)
        status = read_group(s, segmenter, zw_tsv_cell(&table, i, 0), i, err);
    return status;
}

zw_status zw_synonyms_open(zw_segmenter *segmenter, zw_synonyms **synonyms, zw_err *err)
{
    zw_synonyms *s = calloc(1, sizeof *s);
    if (!s || !(s->arena = zw_arena_new())) {
        free(s);
        return zw_err_nomem(err);
    }
    zw_status status = read_groups(s, segmenter, err);
    if (status == ZW_OK)
        *synonyms = s;
    else
        zw_synonyms_free(s);
    return status;
}

bool zw_synonyms_at(const zw_synonyms *synonyms, zw_str text, size_t at, size_t *longest,
                    zw_synonym *found)
{
    zw_trie_walk walk = { 0 };
    uint32_t row, best_row = 0;
    size_t best = 0, used;
    while ((used = zw_trie_next(synonyms->trie, text, at, &walk, &row)) > 0 && used < *longest) {
        best = used;
        best_row = row;
    }
    if (best == 0)
        return false;
    const group *g = &synonyms->groups[best_row];
    *found = (zw_synonym){ best, g->n, g->words, g->folded };
    *longest = best;
    return true;
}
