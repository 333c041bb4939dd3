/* facets.h - how many documents and passages of an answer have each value of something. */
#ifndef ZW_QUERY_ANSWER_FACETS_H
#define ZW_QUERY_ANSWER_FACETS_H

#include "query/answer/match.h"
#include "query/answer/versions.h"

typedef struct {
    const char *value; /* "" : none told */
    const char *title; /* of a document, when counting by document; else NULL */
    size_t documents, passages;
    size_t texts; /* collapsed: documents, versions of one text counted once */
} zw_facet;

typedef struct {
    const char *by;
    ZW_ARRAY(zw_facet) rows;
    size_t documents, passages; /* of the whole answer */
    bool collapsed;
    size_t texts; /* collapsed */
    zw_plan plan;
} zw_facets;

/* What can be counted, parted by '|': province|prefecture|region|year|... */
extern const char zw_facets_by[];

/* Counts over all passages that answer; years in their order, all else by documents. Passages that
 * name several (agencies) count for each. Of measures only those count that the query is about.
 * collapse: texts are counted too. zw_facets_free frees the plan. */
zw_status zw_facets_answer(zw_session *session, const char *query, const char *by, bool collapse,
                           zw_arena *arena, zw_facets *facets, zw_query_fault *fault, zw_err *err);
void zw_facets_free(zw_facets *facets);

#endif
