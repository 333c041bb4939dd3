#include "query/study/wording/reuse.h"

#include <stdlib.h>

#include "segmenter/ranking.h"

typedef struct {
    zw_session *session;
    zw_reuse *reuse;
    zw_documents_seen *seen;
    const char *self; /* passage id, or NULL */
    zw_err *err;
} finder;

/* --- the text --------------------------------------------------------------------------------- */

/* DOCID:n of this index. */
static bool passage_of(zw_session *session, const char *what, zw_arena *arena,
                       zw_passage_record *passage)
{
    zw_err err;
    const char *colon = strrchr(what, ':');
    return colon && colon[1] && strspn(colon + 1, "0123456789") == strlen(colon + 1) &&
           zw_index_passage(session->index, zw_str_of(what), arena, passage, &err) == ZW_OK;
}

/* A text of no document, as a passage. */
static zw_status passage_of_text(const char *text, zw_arena *arena, zw_passage_record *passage,
                                 zw_err *err)
{
    zw_offset_map *map = zw_offset_map_new(arena, 0);
    *passage = (zw_passage_record){ .doc_id = "", .id = "", .text = zw_str_of(text) };
    passage->quote = passage->text;
    passage->map = map;
    return map && zw_offset_map_keep(map, passage->text.n) ? ZW_OK : zw_err_nomem(err);
}

static zw_status read_text(finder *f, const char *what, zw_passage_record *passage)
{
    zw_arena *arena = f->reuse->arena;
    const zw_doc_record *document = NULL;
    zw_status s = ZW_OK;
    if (passage_of(f->session, what, arena, passage)) {
        f->self = passage->id;
        s = zw_documents_seen_get(f->seen, f->session, passage->doc_id, &document, f->err);
    } else {
        s = passage_of_text(what, arena, passage, f->err);
    }
    if (s == ZW_OK)
        s = zw_clauses_add(f->session, passage, document, arena, &f->reuse->clauses, f->err);
    if (s == ZW_OK && f->reuse->clauses.n == 0)
        s = zw_err_set(f->err, ZW_E_USAGE, "'%s': no clause of four characters or more in it",
                       what);
    return s;
}

/* --- candidates ------------------------------------------------------------------------------- */

typedef struct {
    zw_str term;
    uint64_t freq;
} rare;

static int by_rarity(const void *a, const void *b)
{
    const rare *x = a, *y = b;
    if (x->freq != y->freq)
        return x->freq < y->freq ? -1 : 1;
    return zw_str_order(x->term, y->term);
}

static uint64_t frequency(const finder *f, zw_str term, zw_arena *arena)
{
    const char *prefix = zw_fields[ZW_F_BODY].prefix;
    char *whole = zw_arena_printf(arena, "%s%.*s", prefix, (int)term.n, term.at);
    return whole ? zw_xdb_termfreq(zw_index_db(f->session->index), zw_str_of(whole)) : 0;
}

static size_t drop_repeated(rare *all, size_t n)
{
    size_t kept = 0;
    for (size_t i = 0; i < n; i++) {
        if (kept == 0 || !zw_str_eq(all[kept - 1].term, all[i].term))
            all[kept++] = all[i];
    }
    return kept;
}

/* The rarest terms of the text that any passage has. */
static zw_status query_of(const finder *f, zw_str text, zw_xtree *tree, zw_xquery *query)
{
    zw_arena *arena = f->reuse->arena;
    zw_terms terms = { 0 };
    size_t n = 0;
    zw_xquery parts[ZW_REUSE_TERMS];
    zw_status s = zw_segmenter_terms(f->session->segmenter, ZW_SEG_DOCUMENT, text, arena, &terms,
                                     f->err);
    rare *all = zw_arena_array(arena, terms.n + 1, sizeof *all);
    if (s != ZW_OK || !all)
        return s == ZW_OK ? zw_err_nomem(f->err) : s;
    for (size_t i = 0; i < terms.n; i++) {
        uint64_t freq = frequency(f, terms.at[i].text, arena);
        if (freq && terms.at[i].kind != ZW_TERM_SINGLE)
            all[n++] = (rare){ terms.at[i].text, freq };
    }
    if (n)
        qsort(all, n, sizeof *all, by_rarity);
    n = drop_repeated(all, n);
    n = n < ZW_REUSE_TERMS ? n : ZW_REUSE_TERMS;
    for (size_t i = 0; i < n; i++)
        parts[i] = zw_xquery_term(tree, zw_fields[ZW_F_BODY].prefix, all[i].term, 1);
    *query = n ? zw_xquery_op(tree, ZW_XOP_OR, parts, n, 0) : zw_xquery_nothing(tree);
    return ZW_OK;
}

static zw_status search(const finder *f, zw_str text, zw_xtree *tree, zw_xhits *hits)
{
    zw_bm25 bm25 = zw_index_bm25(zw_index_stats_of(f->session->index), ZW_BM25_K1,
                                 0); /* length is no matter */
    zw_xsearch search_for = ZW_XSEARCH_INIT;
    zw_status s = query_of(f, text, tree, &search_for.query);
    search_for.max = ZW_REUSE_MOST;
    search_for.k1 = bm25.k1;
    search_for.b = bm25.b;
    search_for.no_data = true;
    return s == ZW_OK ? zw_xdb_search(zw_index_db(f->session->index), &search_for, f->reuse->arena,
                                      hits, f->err)
                      : s;
}

/* --- comparing -------------------------------------------------------------------------------- */

/* How like the clause is the most alike of the others, if any is an adaptation. */
static zw_status best_likeness(const zw_clause *clause, const zw_clauses *others, zw_arena *scratch,
                               double *best, zw_err *err)
{
    zw_key_table table;
    zw_status s = zw_key_prepare(clause->key, scratch, &table, err);
    *best = 0;
    for (size_t i = 0; s == ZW_OK && i < others->n && *best < 1; i++) {
        size_t n = others->at[i].key.n, m = clause->key.n;
        double bound = zw_key_likeness_bound(n, m);
        if (bound <= *best || bound < zw_adapted_from(n, m))
            continue;
        double likeness = zw_key_likeness(&table, others->at[i].key);
        if (likeness > *best && likeness >= zw_adapted_from(n, m))
            *best = likeness;
    }
    return s;
}

static zw_status measure(const finder *f, const zw_clauses *others, zw_arena *scratch,
                         zw_reuse_row *row)
{
    const zw_clauses *clauses = &f->reuse->clauses;
    double all = 0, reused = 0;
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < clauses->n; i++) {
        const zw_clause *clause = &clauses->at[i];
        double likeness;
        s = best_likeness(clause, others, scratch, &likeness, f->err);
        all += (double)clause->key.n;
        if (likeness <= 0)
            continue;
        reused += likeness * (double)clause->key.n;
        *(likeness >= 1 ? &row->exact : &row->adapted) += 1;
    }
    row->share = all > 0 ? reused / all : 0;
    return s;
}

static zw_status keep(finder *f, const zw_passage_record *p, const zw_doc_record *document,
                      zw_reuse_row row)
{
    zw_arena *arena = f->reuse->arena;
    zw_reuse_row *entry = zw_array_add(arena, &f->reuse->rows);
    const char *headings = zw_arena_strdup(arena, p->n_headings ? p->headings[0] : "");
    for (size_t i = 1; headings && i < p->n_headings; i++)
        headings = zw_arena_printf(arena, "%s > %s", headings, p->headings[i]);
    char *text = zw_arena_str(arena, p->text), *id = zw_arena_strdup(arena, p->id);
    if (!entry || !headings || !text || !id)
        return zw_err_nomem(f->err);
    row.document = document;
    row.passage = id;
    row.headings = headings;
    row.source = p->source;
    row.text = zw_str_trim((zw_str){ text + p->body, p->text.n - p->body });
    row.self = f->self && strcmp(f->self, id) == 0;
    *entry = row;
    return ZW_OK;
}

static zw_status look_at(finder *f, uint32_t docid, zw_arena *scratch)
{
    zw_passage_record passage;
    const zw_doc_record *document;
    zw_clauses others = { 0 };
    zw_reuse_row row = { 0 };
    zw_str data;
    zw_arena_reset(scratch);
    zw_status s = zw_xdb_data(zw_index_db(f->session->index), docid, scratch, &data, f->err);
    if (s == ZW_OK)
        s = zw_passage_record_read(data, scratch, &passage, f->err);
    if (s == ZW_OK)
        s = zw_documents_seen_get(f->seen, f->session, passage.doc_id, &document, f->err);
    if (s == ZW_OK)
        s = zw_clauses_add(f->session, &passage, document, scratch, &others, f->err);
    if (s == ZW_OK)
        s = measure(f, &others, scratch, &row);
    return s == ZW_OK && row.share >= ZW_REUSE_LEAST ? keep(f, &passage, document, row) : s;
}

/* --- who was first ---------------------------------------------------------------------------- */

static int by_date(const void *a, const void *b)
{
    const zw_reuse_row *x = a, *y = b;
    const char *d = x->document->meta.date, *e = y->document->meta.date;
    int c = strcmp(d && *d ? d : "9999", e && *e ? e : "9999");
    if (c)
        return c;
    if (x->share != y->share)
        return x->share > y->share ? -1 : 1;
    return strcmp(x->passage, y->passage);
}

static void mark_first(zw_reuse *reuse)
{
    if (reuse->rows.n)
        qsort(reuse->rows.at, reuse->rows.n, sizeof *reuse->rows.at, by_date);
    for (size_t i = 0; i < reuse->rows.n; i++) {
        const char *date = reuse->rows.at[i].document->meta.date;
        const char *first = reuse->rows.at[0].document->meta.date;
        reuse->rows.at[i].first = date && *date && first && strcmp(date, first) == 0;
    }
}

zw_status zw_reuse_find(zw_session *session, const char *what, zw_reuse *reuse, zw_err *err)
{
    *reuse = (zw_reuse){ .arena = zw_arena_new() };
    finder f = { session, reuse, NULL, NULL, err };
    zw_passage_record passage;
    zw_xhits hits = { 0 };
    zw_xtree *tree = zw_xtree_new();
    zw_arena *scratch = zw_arena_new();
    f.seen = reuse->arena ? zw_documents_seen_new(reuse->arena) : NULL;
    zw_status s = f.seen && tree && scratch ? read_text(&f, what, &passage) : zw_err_nomem(err);
    if (s == ZW_OK) {
        zw_str body = { passage.text.at + passage.body, passage.text.n - passage.body };
        s = search(&f, body, tree, &hits);
    }
    for (size_t i = 0; s == ZW_OK && i < hits.n; i++)
        s = look_at(&f, hits.at[i].docid, scratch);
    reuse->cut = hits.n == ZW_REUSE_MOST;
    mark_first(reuse);
    zw_arena_free(scratch);
    zw_xtree_free(tree);
    return s;
}

void zw_reuse_free(zw_reuse *reuse)
{
    zw_arena_free(reuse->arena);
    *reuse = (zw_reuse){ 0 };
}
