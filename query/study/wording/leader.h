/* leader.h - a set of clauses, and which of them another clause is an adaptation of.
 *
 * Fingerprints (shingle.h) choose a few candidates, the likeness of keys decides (likeness.h). */
#ifndef ZW_QUERY_STUDY_WORDING_LEADER_H
#define ZW_QUERY_STUDY_WORDING_LEADER_H

#include "query/study/wording/clause.h"

/* Like enough to be the same clause adapted: of two clauses of a policy on one topic, unrelated
 * ones have up to half of their characters in common order. Short ones agree by chance more. */
#define ZW_ADAPTED 0.6
#define ZW_ADAPTED_SHORT 0.75
#define ZW_SHORT_CLAUSE 12 /* characters of a key */

/* The likeness from which on a clause with that key is adapted from another. */
double zw_adapted_from(size_t n, size_t m);

typedef struct zw_leaders zw_leaders;

zw_leaders *zw_leaders_new(zw_arena *arena); /* lives in arena; NULL: memory is out */

/* Numbered from 0 in the order of adding. The clause must stay where it is. */
zw_status zw_leaders_add(zw_leaders *leaders, const zw_clause *clause, zw_err *err);

typedef struct {
    size_t leader; /* ZW_NO_LEADER: none is like enough */
    double likeness;
} zw_led;
#define ZW_NO_LEADER ((size_t)-1)

/* The leader that the clause is most like, of equals the first. Not for two threads at once. */
zw_status zw_leaders_find(zw_leaders *leaders, const zw_clause *clause, zw_arena *scratch,
                          zw_led *led, zw_err *err);

#endif
