/* duty.h - tasks and who is charged with them: 牵头, 配合, 负责, 落实.
 *
 * A task is the stretch of a passage that bodies are named for:
 *   - 深化户籍制度改革。放宽落户条件。（自治区公安厅牵头，教育厅配合） all that stands before the
 * bracket, back to the list before it or to the beginning of the item
 *   - 责任单位：市公安局 a line of its own: what stands before it, else its heading
 *   - 由市公安局会同市财政局制定办法。 running text: the sentence
 * Bodies of one list have one task. What a body is comes from facts.h; here nothing is found. */
#ifndef ZW_QUERY_STUDY_NETWORK_DUTY_H
#define ZW_QUERY_STUDY_NETWORK_DUTY_H

#include "query/study/each.h"

typedef struct {
    const char *id; /* DOCID:n, of a passage with several tasks DOCID:n.k, k from 1 */
    const zw_passage_record *passage;
    const zw_doc_record *document;
    const char
        *name; /* its first sentence without number, cut at 40 characters: 深化户籍制度改革 */
    zw_range at;      /* the task in passage->text; empty: only the heading tells it */
    zw_str quotation; /* the task with the list, as the source has it */
    zw_span source;
    size_t first, n; /* passage->facts.agencies */
} zw_duty_task;

/* A task lives until the call returns. Any status but ZW_OK ends the walk and is its result. */
typedef zw_status (*zw_duty_fn)(void *context, const zw_duty_task *task, zw_err *err);

/* Every task in the passages of an answer, in the order of zw_each_passage; an empty query: in all.
 * The caller frees *plan. */
zw_status zw_duties(zw_session *session, const char *query, zw_arena *arena, zw_duty_fn fn,
                    void *context, zw_plan *plan, zw_query_fault *fault, zw_err *err);

/* Whether a name is of many bodies that are not told one by one: 各市、县（区）, 有关部门. */
bool zw_duty_collective(const zw_agency *agency);

/* How high a place is: nation, province, prefecture, county, township; NULL: not known. issuer may
 * be NULL. */
zw_status zw_duty_level(zw_session *session, const zw_doc_record *document, zw_arena *arena,
                        const char **level, zw_err *err);

#endif
