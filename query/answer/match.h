/* match.h - the units that answer a plan, after the checks on their text. */
#ifndef ZW_QUERY_ANSWER_MATCH_H
#define ZW_QUERY_ANSWER_MATCH_H

#include "query/plan/plan.h"

/* Documents that were looked up for an answer, each once. */
typedef struct zw_documents_seen zw_documents_seen;

zw_documents_seen *zw_documents_seen_new(zw_arena *arena); /* NULL: out of memory */
zw_status zw_documents_seen_get(zw_documents_seen *seen, zw_session *session, const char *id,
                                const zw_doc_record **record, zw_err *err);

typedef enum {
    ZW_ORDER_RELEVANCE,
    ZW_ORDER_DATE,  /* the newest first */
    ZW_ORDER_STORED /* as they lie in the index, fastest */
} zw_order;

typedef struct {
    zw_xquery query; /* of the plan: strict, loose or made of both */
    const zw_check *check;
    zw_order order;
    size_t first, max; /* matches to bring; max 0: all */
    const uint32_t *value_slots;
    size_t n_value_slots;
    bool data, terms; /* bring them */
    bool figures;     /* units are figures, not passages */
    bool estimate;    /* the total need not be exact, where there is no check */
    bool roughly;     /* nor where telling it takes reading thousands of texts or walking through
                         tens of thousands of matches (max is set) */
} zw_match_request;

typedef struct {
    const zw_xhit **at; /* first .. first + n - 1 */
    size_t n;
    size_t total; /* of all that match, counted */
    bool about;   /* the total is an estimate */
} zw_matches;

/* All matches are counted, unless an estimate will do; with a check that means reading each
 * candidate's record, some 5 microseconds each. Which matches are brought, and in which order, does
 * not depend on how they are counted. */
zw_status zw_match(zw_session *session, const zw_match_request *request, zw_documents_seen *seen,
                   zw_arena *arena, zw_matches *matches, zw_err *err);

#endif
