#include "query/plan/weigh.h"

#include "segmenter/ranking.h"

typedef struct {
    zw_session *session;
    const zw_plan *plan;
    const zw_hit *hit;
    zw_arena *arena;
    zw_xterms of_hit; /* its terms, freq being how often they stand in it */
    zw_err *err;
} weigher;

/* The score of that term alone in this passage alone. */
static zw_status score_of(const weigher *w, const zw_weighing *weighing, double *score)
{
    zw_xtree *tree = w->plan->tree;
    zw_str id = zw_str_of(w->hit->passage.id);
    zw_xquery here = zw_xquery_term(tree, zw_fields[ZW_F_PASSAGE].prefix, id, 1);
    zw_matches matches;
    if (weighing->within)
        here = zw_xquery_pair(tree, ZW_XOP_AND, here, weighing->within);
    zw_match_request request = { .query = zw_xquery_pair(tree, ZW_XOP_FILTER, weighing->query,
                                                         here),
                                 .max = 1,
                                 .estimate = true };
    zw_status s = zw_match(w->session, &request, NULL, w->arena, &matches, w->err);
    *score = s == ZW_OK && matches.n ? matches.at[0]->weight : 0;
    return s;
}

static uint64_t times_in_hit(const weigher *w, zw_str term)
{
    for (size_t i = 0; i < w->of_hit.n; i++) {
        if (zw_str_eq(w->of_hit.at[i].term, term))
            return w->of_hit.at[i].freq;
    }
    return 0;
}

static zw_status add(const weigher *w, const zw_weighing *weighing, zw_weighed *weighed)
{
    double score;
    zw_status s = score_of(w, weighing, &score);
    if (s != ZW_OK || score == 0)
        return s;
    zw_weighed_term *t = zw_array_add(w->arena, &weighed->terms);
    const char *full = zw_arena_printf(w->arena, "%s%.*s", weighing->field->prefix,
                                       (int)weighing->term.n, weighing->term.at);
    if (!t || !full)
        return zw_err_nomem(w->err);
    *t = (zw_weighed_term){ .weighing = weighing, .score = score };
    if (!weighing->open_end) {
        t->tf = times_in_hit(w, zw_str_of(full));
        t->df = zw_xdb_termfreq(zw_index_db(w->session->index), zw_str_of(full));
    }
    weighed->sum += score;
    return ZW_OK;
}

zw_status zw_weigh(zw_session *session, const zw_plan *plan, const zw_hit *hit, zw_arena *arena,
                   zw_weighed *weighed, zw_err *err)
{
    weigher w = { session, plan, hit, arena, { 0 }, err };
    zw_xdb *db = zw_index_db(session->index);
    zw_xdb_size size;
    *weighed = (zw_weighed){ .bm25 = zw_index_bm25(zw_index_stats_of(session->index), ZW_BM25_K1,
                                                   ZW_BM25_B) };
    zw_status s = zw_xdb_size_of(db, &size, err);
    if (s == ZW_OK)
        s = zw_xdb_terms_of(db, hit->unit->docid, arena, &w.of_hit, err);
    if (s != ZW_OK)
        return s;
    weighed->average = size.average_length;
    for (size_t i = 0; i < w.of_hit.n; i++)
        weighed->length += w.of_hit.at[i].freq;
    for (size_t i = 0; s == ZW_OK && i < plan->weighings.n; i++) {
        if (plan->weighings.at[i].loose == hit->partial)
            s = add(&w, &plan->weighings.at[i], weighed);
    }
    return s;
}
