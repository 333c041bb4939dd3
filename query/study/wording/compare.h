/* compare.h - one topic in the words of many, or one document's clauses in the words of others.
 *
 * Each clause of a holder (a place, an issuer, a document) is, against the templates of all
 * (template.h) or against a parent's clauses:
 *
 *     shared   word for word what the template says (clause.h: what does not count)
 *     adapted  like it, with differences
 *     new      in no template: the holder's own wording
 *     omitted  a template's clause that half of the holders have, or that the parent has, and the
 *              holder says nowhere in its documents
 *
 * What a holder says of a template outside of the passages on the topic is looked for before
 * `omitted` is said, and is marked `elsewhere`. */
#ifndef ZW_QUERY_STUDY_WORDING_COMPARE_H
#define ZW_QUERY_STUDY_WORDING_COMPARE_H

#include "base/buffer.h"
#include "query/study/each.h"
#include "query/study/wording/template.h"

typedef enum {
    ZW_WORDING_SHARED,
    ZW_WORDING_ADAPTED,
    ZW_WORDING_NEW,
    ZW_WORDING_OMITTED
} zw_wording;

const char *zw_wording_name(zw_wording wording); /* shared, adapted, new, omitted */

typedef struct {
    const char *name;
    zw_doc_list documents;
    size_t counts[ZW_WORDING_OMITTED + 1]; /* clauses of each wording */
    size_t chars, shared_chars;            /* of its clauses on the topic; of the shared ones */
} zw_holder;

typedef struct {
    size_t holder;
    zw_wording wording;
    size_t template; /* or ZW_NO_LEADER */
    double likeness;
    const zw_clause *clause; /* NULL: omitted */
    bool elsewhere;
} zw_wording_row;

/* Sentences that follow each other in one passage of their leader. */
typedef struct {
    size_t number;   /* from 1, in the order of the blocks; 0: a holder's own wording */
    size_t sentence; /* from 1, in its block */
} zw_template_place;

typedef struct {
    size_t first, n;         /* templates[order[first]] … */
    size_t exact, adapted;   /* holders of all of it word for word; others that have some of it */
    const zw_clause *leader; /* of its first sentence */
} zw_template_block;

typedef struct {
    zw_arena *arena;
    bool whole; /* clauses are items, all of them compared: nothing stands elsewhere */
    zw_clauses clauses, parent;
    ZW_ARRAY(zw_holder) holders;
    zw_templates *templates;
    ZW_ARRAY(zw_wording_row)
    rows; /* by holder, in reading order; what is omitted comes last, or
             in documents where the parent has it */
    ZW_ARRAY(zw_template_block) blocks;
    size_t *order;             /* templates in the order of blocks */
    zw_template_place *places; /* of each template */
    zw_plan plan;
} zw_comparison;

/* The passages that answer a query, by what their documents have in `by`: region, province,
 * prefecture, issuer, document, year, genre. parent: NULL, or the id or number of the document
 * whose clauses on the topic are compared against. ZW_E_USAGE: *fault is filled. The caller frees
 * what *comparison holds with zw_comparison_free. */
zw_status zw_compare_topic(zw_session *session, const char *query, const char *by,
                           const char *parent, zw_comparison *comparison, zw_query_fault *fault,
                           zw_err *err);

/* Documents, by id or number: the first is the parent, clauses are whole items. */
zw_status zw_compare_documents(zw_session *session, const char *const *documents, size_t n,
                               zw_comparison *comparison, zw_err *err);

/* What makes an adapted clause out of its template: 达到[-45-]{+47+}%, or struck out and green.
 * Nothing for any other wording. */
zw_status zw_wording_difference(const zw_comparison *comparison, const zw_wording_row *row,
                                bool color, zw_buf *to, zw_err *err);

/* The clause of a template that the others are compared with; NULL of ZW_NO_LEADER. */
const zw_clause *zw_comparison_leader(const zw_comparison *comparison, size_t template);

void zw_comparison_free(zw_comparison *comparison);

/* What `by` may be, parted by '|'. */
extern const char zw_compare_by[];

#endif
