#include "query/answer/match.h"

#include <stdlib.h>

#include "segmenter/ranking.h"

#define BUCKETS 4096
#define CHECK_ALL 1000  /* candidates that are checked whatever is wanted */
#define COUNT_ALL 10000 /* matches that are counted whatever is wanted */

/* --- documents ---------------------------------------------------------------------------- */

typedef struct entry {
    struct entry *next;
    zw_doc_record record;
} entry;

struct zw_documents_seen {
    zw_arena *arena;
    entry *buckets[BUCKETS];
};

zw_documents_seen *zw_documents_seen_new(zw_arena *arena)
{
    zw_documents_seen *seen = zw_arena_alloc(arena, sizeof *seen);
    if (seen)
        seen->arena = arena;
    return seen;
}

static size_t bucket_of(const char *id)
{
    size_t hash = 5381;
    for (; *id; id++)
        hash = hash * 33 + (unsigned char)*id;
    return hash % BUCKETS;
}

zw_status zw_documents_seen_get(zw_documents_seen *seen, zw_session *session, const char *id,
                                const zw_doc_record **record, zw_err *err)
{
    size_t bucket = bucket_of(id);
    for (entry *e = seen->buckets[bucket]; e; e = e->next) {
        if (strcmp(e->record.id, id) == 0) {
            *record = &e->record;
            return ZW_OK;
        }
    }
    entry *e = zw_arena_alloc(seen->arena, sizeof *e);
    if (!e)
        return zw_err_nomem(err);
    zw_status s = zw_index_document(session->index, zw_str_of(id), seen->arena, &e->record, err);
    if (s != ZW_OK)
        return zw_index_named(session->index, s, err);
    e->next = seen->buckets[bucket];
    seen->buckets[bucket] = e;
    *record = &e->record;
    return ZW_OK;
}

/* --- matches ------------------------------------------------------------------------------ */

typedef struct {
    zw_session *session;
    const zw_match_request *request;
    zw_documents_seen *seen;
    zw_arena *arena;
    zw_err *err;
} matcher;

static zw_status search(const matcher *m, size_t first, size_t max, bool data, zw_xhits *hits)
{
    const zw_index_stats *stats = zw_index_stats_of(m->session->index);
    zw_bm25 bm25 = zw_index_bm25(stats, ZW_BM25_K1, ZW_BM25_B);
    zw_xsearch s = ZW_XSEARCH_INIT;
    s.query = m->request->query;
    s.first = first;
    s.max = max;
    s.at_least = m->request->estimate ? 0 : m->request->roughly ? COUNT_ALL : stats->units;
    s.k1 = bm25.k1;
    s.b = bm25.b;
    s.k3 = ZW_BM25_K3;
    s.value_slots = m->request->value_slots;
    s.n_value_slots = m->request->n_value_slots;
    s.no_data = !data;
    s.terms = m->request->terms;
    if (m->request->order == ZW_ORDER_DATE) {
        s.sort = ZW_XSORT_VALUE_THEN_RELEVANCE;
        s.sort_slot = ZW_SLOT_DATE;
        s.descending = true;
    } else if (m->request->order == ZW_ORDER_STORED) {
        s.sort = ZW_XSORT_DOCID;
    }
    return zw_xdb_search(zw_index_db(m->session->index), &s, m->arena, hits, m->err);
}

/* A figure unit is checked as that figure of its passage. */
static zw_status subject_of(const matcher *m, zw_str data, zw_arena *scratch,
                            zw_passage_record *passage, zw_subject *subject)
{
    zw_session *session = m->session;
    zw_figure_record figure;
    zw_status s = ZW_OK;
    if (m->request->figures) {
        s = zw_figure_record_read(data, &figure, m->err);
        if (s == ZW_OK)
            s = zw_index_passage(session->index, zw_str_of(figure.passage), scratch, passage,
                                 m->err);
        s = zw_index_named(session->index, s, m->err);
        if (s == ZW_OK && figure.figure >= passage->facts.figures.n)
            s = zw_err_set(m->err, ZW_E_CORRUPT, "'%s': no figure %zu", figure.passage,
                           figure.figure);
        if (s == ZW_OK)
            subject->figure = &passage->facts.figures.at[figure.figure];
    } else {
        s = zw_passage_record_read(data, scratch, passage, m->err);
    }
    subject->passage = passage;
    if (s == ZW_OK && zw_check_wants_document(m->request->check))
        s = zw_documents_seen_get(m->seen, session, passage->doc_id, &subject->document, m->err);
    return s;
}

static zw_status check_one(const matcher *m, const zw_xhit *hit, zw_arena *scratch, bool *holds)
{
    zw_passage_record passage;
    zw_subject subject = { .docid = hit->docid };
    zw_str data;
    zw_xdb *db = zw_index_db(m->session->index);
    zw_status s = zw_xdb_data(db, hit->docid, scratch, &data, m->err);
    if (s == ZW_OK)
        s = subject_of(m, data, scratch, &passage, &subject);
    return s == ZW_OK
               ? zw_check_run(m->request->check, m->session, &subject, scratch, holds, m->err)
               : s;
}

/* A candidate, its place in the ranking, and whether it holds. */
typedef struct {
    const zw_xhit *hit;
    size_t rank;
} candidate;

static int by_docid(const void *a, const void *b)
{
    uint32_t x = ((const candidate *)a)->hit->docid, y = ((const candidate *)b)->hit->docid;
    return x < y ? -1 : x > y;
}

/* Records are read in the order in which they lie on the disk, where neighbours share blocks. */
static zw_status check_all(const matcher *m, const zw_xhits *hits, bool *holds)
{
    zw_arena *scratch = zw_arena_new();
    candidate *all = zw_arena_array(m->arena, hits->n + 1, sizeof *all);
    zw_status s = scratch && all ? ZW_OK : zw_err_nomem(m->err);
    for (size_t i = 0; s == ZW_OK && i < hits->n; i++)
        all[i] = (candidate){ &hits->at[i], i };
    if (s == ZW_OK && hits->n)
        qsort(all, hits->n, sizeof *all, by_docid);
    for (size_t i = 0; s == ZW_OK && i < hits->n; i++) {
        zw_arena_reset(scratch);
        s = check_one(m, all[i].hit, scratch, &holds[all[i].rank]);
    }
    zw_arena_free(scratch);
    return s;
}

/* The best candidates one by one, until there are as many as are wanted. *done: there were. */
static zw_status check_best(const matcher *m, zw_matches *matches, bool *done)
{
    zw_xhits hits;
    size_t last = m->request->first + m->request->max, found = 0, seen = 0;
    zw_arena *scratch = zw_arena_new();
    zw_status s = scratch ? search(m, 0, CHECK_ALL, false, &hits) : zw_err_nomem(m->err);
    *done = false;
    if (s == ZW_OK && hits.high > hits.n) {
        matches->at = zw_arena_array(m->arena, hits.n, sizeof *matches->at);
        s = matches->at ? ZW_OK : zw_err_nomem(m->err);
        for (; s == ZW_OK && seen < hits.n && found < last; seen++) {
            bool holds = false;
            zw_arena_reset(scratch);
            s = check_one(m, &hits.at[seen], scratch, &holds);
            if (holds && found++ >= m->request->first)
                matches->at[matches->n++] = &hits.at[seen];
        }
        *done = s == ZW_OK && found == last;
        matches->about = *done;
        matches->total = *done ? (size_t)((double)hits.estimate * (double)found / (double)seen) : 0;
    }
    if (!*done)
        matches->n = 0;
    zw_arena_free(scratch);
    return s;
}

static zw_status match_checked(const matcher *m, zw_matches *matches)
{
    zw_xhits hits;
    bool *holds = NULL, done = false;
    if (m->request->roughly && m->request->first + m->request->max < CHECK_ALL) {
        zw_status best = check_best(m, matches, &done);
        if (best != ZW_OK || done)
            return best;
    }
    zw_status s = search(m, 0, zw_index_stats_of(m->session->index)->units, false, &hits);
    if (s == ZW_OK) {
        matches->at = zw_arena_array(m->arena, hits.n + 1, sizeof *matches->at);
        holds = zw_arena_array(m->arena, hits.n + 1, sizeof *holds);
        s = matches->at && holds ? check_all(m, &hits, holds) : zw_err_nomem(m->err);
    }
    size_t last = m->request->max ? m->request->first + m->request->max : SIZE_MAX;
    for (size_t i = 0; s == ZW_OK && i < hits.n; i++) {
        if (!holds[i])
            continue;
        if (matches->total >= m->request->first && matches->total < last)
            matches->at[matches->n++] = &hits.at[i];
        matches->total++;
    }
    return s;
}

/* Only what is shown is read whole. */
static zw_status bring_data(const matcher *m, zw_matches *matches)
{
    zw_xdb *db = zw_index_db(m->session->index);
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < matches->n; i++) {
        zw_xhit *hit = zw_arena_alloc(m->arena, sizeof *hit);
        if (!hit)
            return zw_err_nomem(m->err);
        *hit = *matches->at[i];
        matches->at[i] = hit;
        s = zw_xdb_data(db, hit->docid, m->arena, &hit->data, m->err);
    }
    return s;
}

static zw_status match_plain(const matcher *m, zw_matches *matches)
{
    zw_xhits hits;
    size_t units = zw_index_stats_of(m->session->index)->units;
    size_t max = m->request->max ? m->request->max : units;
    zw_status s = search(m, m->request->first, max, m->request->data, &hits);
    if (s != ZW_OK)
        return s;
    matches->at = zw_arena_array(m->arena, hits.n + 1, sizeof *matches->at);
    if (!matches->at)
        return zw_err_nomem(m->err);
    for (size_t i = 0; i < hits.n; i++)
        matches->at[i] = &hits.at[i];
    matches->n = hits.n;
    matches->total = hits.estimate;
    matches->about = m->request->roughly && hits.low != hits.high;
    return ZW_OK;
}

zw_status zw_match(zw_session *session, const zw_match_request *request, zw_documents_seen *seen,
                   zw_arena *arena, zw_matches *matches, zw_err *err)
{
    matcher m = { session, request, seen, arena, err };
    *matches = (zw_matches){ 0 };
    if (!request->check)
        return match_plain(&m, matches);
    zw_status s = match_checked(&m, matches);
    return s == ZW_OK && request->data ? bring_data(&m, matches) : s;
}
