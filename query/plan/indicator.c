#include "query/plan/indicator.h"

#include <stdlib.h>

#include "base/array.h"
#include "base/trie.h"
#include "base/tsv.h"

extern const char indicators_tsv[], indicators_tsv_end[];

struct zw_indicators {
    zw_arena *arena;
    zw_trie *trie; /* folded name -> row */
    zw_indicator_names *rows;
    size_t n;
};

void zw_indicators_free(zw_indicators *indicators)
{
    if (!indicators)
        return;
    zw_trie_free(indicators->trie);
    zw_arena_free(indicators->arena);
    free(indicators);
}

static zw_status read_row(zw_indicators *x, zw_segmenter *segmenter, zw_str cell, size_t row,
                          zw_err *err)
{
    ZW_ARRAY(zw_str) names = { 0 }, folded = { 0 };
    for (size_t at = 0; at <= cell.n;) {
        size_t end = zw_str_find(cell, ZW_STR("、"), at);
        zw_str *name = zw_array_add(x->arena, &names);
        zw_str *fold = zw_array_add(x->arena, &folded);
        if (!name || !fold)
            return zw_err_nomem(err);
        *name = zw_str_slice(cell, (zw_range){ at, end });
        at = end + strlen("、");
        zw_status s = zw_segmenter_fold_exact(segmenter, *name, x->arena, fold, NULL, err);
        if (s == ZW_OK)
            s = zw_trie_add(x->trie, *fold, (uint32_t)row, err);
        if (s != ZW_OK)
            return s;
    }
    x->rows[row] = (zw_indicator_names){ names.n, names.at, folded.at };
    return ZW_OK;
}

static zw_status read_rows(zw_indicators *x, zw_segmenter *segmenter, zw_err *err)
{
    zw_tsv table;
    zw_status s = zw_tsv_parse("indicators.tsv", ZW_EMBEDDED(indicators_tsv), "names note",
                               x->arena, &table, err);
    if (s == ZW_OK)
        s = zw_trie_new(table.rows * 8, &x->trie, err);
    if (s == ZW_OK && !(x->rows = zw_arena_array(x->arena, table.rows + 1, sizeof *x->rows)))
        s = zw_err_nomem(err);
    for (; s == ZW_OK && x->n < table.rows; x->n++)
        s = read_row(x, segmenter, zw_tsv_cell(&table, x->n, 0), x->n, err);
    return s;
}

zw_status zw_indicators_open(zw_segmenter *segmenter, zw_indicators **indicators, zw_err *err)
{
    zw_indicators *x = calloc(1, sizeof *x);
    if (!x || !(x->arena = zw_arena_new())) {
        free(x);
        return zw_err_nomem(err);
    }
    zw_status s = read_rows(x, segmenter, err);
    if (s == ZW_OK)
        *indicators = x;
    else
        zw_indicators_free(x);
    return s;
}

zw_str zw_indicator_stem(zw_str folded)
{
    static const char *const tails[] = { "增长", "增速", "增速为", "增幅", "提高", "提升", "增加",
                                         "下降", "降低", "减少",   "年均", "平均", "每年", "累计" };
    zw_str stem = folded;
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
        zw_str tail = zw_str_of(tails[i]);
        if (stem.n <= tail.n || !zw_str_ends(stem, tail))
            continue;
        stem.n -= tail.n;
        i = SIZE_MAX; /* from the first again: 年均增长 */
    }
    return stem;
}

zw_indicator_names zw_indicators_find(const zw_indicators *indicators, zw_str folded)
{
    uint32_t row;
    if (folded.n == 0 || !zw_trie_get(indicators->trie, folded, &row))
        return (zw_indicator_names){ 0 };
    return indicators->rows[row];
}
