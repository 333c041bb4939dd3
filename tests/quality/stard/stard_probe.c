/* stard_probe - index and rank the lines of standard input, for stard.py.
 *
 *     D TEXT          a document; the first has number 1
 *     W K1 B FLAT     what follows is ranked with these; FLAT 1: every term weighs the same
 *     Q TEXT          a question; answered by a line of numbers, the hundred best first
 *
 * Fields are parted by tabs. The index is made in the directory named by the argument. */
#include <stdio.h>
#include <stdlib.h>

#include "segmenter/ranking.h"
#include "segmenter/segmenter.h"
#include "store/xapian.h"

#define COMMIT_EVERY 2000
#define HITS 100

typedef struct {
    zw_lexicon *lexicon;
    zw_segmenter *segmenter;
    zw_xdb *db;
    zw_arena *arena;
    size_t documents;
    double k1, b;
    bool flat;
} probe;

static zw_status add_document(probe *p, zw_str text, zw_err *err)
{
    zw_terms terms = { 0 };
    zw_status s = zw_segmenter_terms(p->segmenter, ZW_SEG_DOCUMENT, text, p->arena, &terms, err);
    zw_xdoc *doc = zw_xdoc_new();
    if (s == ZW_OK && !doc)
        s = zw_err_nomem(err);
    for (size_t i = 0; s == ZW_OK && i < terms.n; i++)
        zw_xdoc_term(doc, "", terms.at[i].text, 1);
    uint32_t docid;
    if (s == ZW_OK)
        s = zw_xdb_add(p->db, doc, &docid, err);
    zw_xdoc_free(doc);
    if (s == ZW_OK && ++p->documents % COMMIT_EVERY == 0)
        s = zw_xdb_commit(p->db, err);
    return s;
}

/* Whether the term stands before i too; a term asked twice weighs by k3, not twice. */
static bool seen(const zw_terms *terms, size_t i)
{
    for (size_t k = 0; k < i; k++) {
        if (zw_str_eq(terms->at[k].text, terms->at[i].text))
            return true;
    }
    return false;
}

static zw_xquery query_of(const probe *p, zw_xtree *tree, const zw_terms *terms)
{
    zw_xquery *parts = zw_arena_array(p->arena, terms->n + 1, sizeof(zw_xquery));
    size_t n = 0;
    for (size_t i = 0; parts && i < terms->n; i++) {
        uint32_t times = 0;
        double weight = 0;
        if (terms->at[i].open_end || seen(terms, i))
            continue;
        for (size_t k = i; k < terms->n; k++) {
            if (!zw_str_eq(terms->at[k].text, terms->at[i].text))
                continue;
            times++;
            weight = terms->at[k].weight > weight ? terms->at[k].weight : weight;
        }
        zw_xquery q = zw_xquery_term(tree, "", terms->at[i].text, times);
        parts[n++] = zw_xquery_scale(tree, q, p->flat ? 1 : weight);
    }
    return zw_xquery_op(tree, ZW_XOP_OR, parts, n, 0);
}

static zw_status answer(probe *p, zw_str text, zw_err *err)
{
    zw_terms terms = { 0 };
    zw_status s = zw_segmenter_terms(p->segmenter, ZW_SEG_QUERY, text, p->arena, &terms, err);
    zw_xtree *tree = zw_xtree_new();
    zw_xsearch search = ZW_XSEARCH_INIT;
    zw_xhits hits = { 0 };
    search.max = HITS;
    search.k1 = p->k1;
    search.b = p->b;
    search.k3 = ZW_BM25_K3;
    search.no_data = true;
    if (s == ZW_OK) {
        search.query = query_of(p, tree, &terms);
        s = zw_xdb_search(p->db, &search, p->arena, &hits, err);
    }
    for (size_t i = 0; i < hits.n; i++)
        printf("%u ", hits.at[i].docid);
    putchar('\n');
    zw_xtree_free(tree);
    return s;
}

static zw_status run_line(probe *p, char *line, zw_err *err)
{
    zw_str text = zw_str_of(line + 2);
    int flat;
    switch (line[0]) {
    case 'D':
        return add_document(p, text, err);
    case 'Q':
        return answer(p, text, err);
    case 'W':
        if (sscanf(line + 2, "%lf\t%lf\t%d", &p->k1, &p->b, &flat) == 3) {
            p->flat = flat;
            return zw_xdb_commit(p->db, err);
        }
        return zw_err_set(err, ZW_E_USAGE, "'%s'", line);
    default:
        return zw_err_set(err, ZW_E_USAGE, "'%s'", line);
    }
}

static zw_status run(probe *p, const char *dir, zw_err *err)
{
    char *line = NULL;
    size_t room = 0;
    ssize_t n;
    zw_status s = zw_lexicon_open(&p->lexicon, err);
    if (s == ZW_OK)
        s = zw_segmenter_new(p->lexicon, &p->segmenter, err);
    if (s == ZW_OK)
        s = zw_xdb_open_write(dir, ZW_XDB_SCRATCH, &p->db, err);
    while (s == ZW_OK && (n = getline(&line, &room, stdin)) > 2) {
        line[n - (line[n - 1] == '\n')] = '\0';
        s = run_line(p, line, err);
        zw_arena_reset(p->arena);
    }
    free(line);
    return s;
}

int main(int argc, char **argv)
{
    zw_err err = { 0 };
    probe p = { .arena = zw_arena_new(), .k1 = ZW_BM25_K1, .b = ZW_BM25_B };
    if (argc != 2 || !p.arena)
        return 2;
    zw_status s = run(&p, argv[1], &err);
    if (s != ZW_OK)
        fprintf(stderr, "stard_probe: %s\n", err.text);
    zw_xdb_free(p.db);
    zw_segmenter_free(p.segmenter);
    zw_lexicon_free(p.lexicon);
    zw_arena_free(p.arena);
    return s == ZW_OK && fflush(stdout) == 0 ? 0 : 1;
}
