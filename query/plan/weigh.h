/* weigh.h - how much each term of a query added to the score of a hit.
 *
 * BM25 of a term in a passage, with k1, b of zw_index_bm25, n the units and df those with the term:
 *
 *     weight * ln((n - df + .5) / (df + .5)) * (k1 + 1) * tf / (k1 * (1 - b + b * length / avlen) +
 * tf)
 *
 * Each is asked of the index itself, so that they are what ranked the hit; they add up to its
 * score. */
#ifndef ZW_QUERY_PLAN_WEIGH_H
#define ZW_QUERY_PLAN_WEIGH_H

#include "query/answer/answer.h"

typedef struct {
    const zw_weighing *weighing;
    uint64_t tf, df; /* 0 for what begins so: many terms as one */
    double score;
} zw_weighed_term;

typedef struct {
    ZW_ARRAY(zw_weighed_term) terms; /* those that added something */
    uint64_t length;                 /* of the passage, in terms */
    double average;                  /* of all units */
    zw_bm25 bm25;
    double sum;
} zw_weighed;

zw_status zw_weigh(zw_session *session, const zw_plan *plan, const zw_hit *hit, zw_arena *arena,
                   zw_weighed *weighed, zw_err *err);

#endif
