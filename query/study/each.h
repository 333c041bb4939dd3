/* each.h - every passage that answers a query, and every document of the index, one at a time.
 *
 * Studies look at whole answers, not at pages of them, and an answer may be the whole index: only
 * where the passages lie is kept (some hundred bytes each), their records are read one by one. The
 * order depends on nothing but what is indexed: documents by region, date and id, what is not told
 * last, passages in reading order. */
#ifndef ZW_QUERY_STUDY_EACH_H
#define ZW_QUERY_STUDY_EACH_H

#include "query/answer/match.h"

/* What is called for a passage. Its record lives until the call returns; the document's as long as
 * the arena of zw_each_passage. Any status but ZW_OK ends the walk and is its result. */
typedef zw_status (*zw_each_fn)(void *context, const zw_passage_record *passage,
                                const zw_doc_record *document, zw_err *err);

/* Every passage that holds all that the query wants; an empty query: all there are. *plan tells how
 * the query was taken (the caller frees it with zw_plan_free, also on failure); *total how many
 * passages were handed out. ZW_E_USAGE: *fault is filled. */
zw_status zw_each_passage(zw_session *session, const char *query, zw_arena *arena, zw_each_fn fn,
                          void *context, zw_plan *plan, size_t *total, zw_query_fault *fault,
                          zw_err *err);

/* The passages of one document in reading order. */
zw_status zw_each_of(zw_session *session, const zw_doc_record *document, zw_each_fn fn,
                     void *context, zw_err *err);

/* Every document of the index in the same order; records live in arena. */
typedef ZW_ARRAY(const zw_doc_record *) zw_doc_list;
zw_status zw_each_document(zw_session *session, zw_arena *arena, zw_doc_list *documents,
                           zw_err *err);

#endif
