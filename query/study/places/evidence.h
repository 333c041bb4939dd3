/* evidence.h - whether a passage says what a query asks, in which words, and where.
 *
 * The index finds 居住证 where 居住 and 住证 stand, in 暂住证 of one sentence and 居住 of the next,
 * too; it takes a synonym for the word itself; and it takes a passage for an answer when only its
 * headings or its document's title say the word. A study that asks who said a thing first has to
 * tell these apart. Of a query's fields and figures (measure:, cites:, year:) the index's own
 * checks tell. */
#ifndef ZW_QUERY_STUDY_PLACES_EVIDENCE_H
#define ZW_QUERY_STUDY_PLACES_EVIDENCE_H

#include "query/study/places/asked.h"

typedef enum {
    ZW_SAYS_NOT,
    ZW_SAYS_SYNONYM, /* in other words, or in its own but apart */
    ZW_SAYS_TITLE,   /* with its headings or the title of its document */
    ZW_SAYS_NAME,    /* only in the name of another document: 按照《居住证暂行条例》 */
    ZW_SAYS          /* itself, in these words */
} zw_says;

typedef struct zw_evidence zw_evidence;

/* Lives in arena, as must the query. */
zw_status zw_evidence_new(zw_session *session, const char *query, zw_arena *arena,
                          zw_evidence **evidence, zw_query_fault *fault, zw_err *err);

/* The document that the query names and asks for nothing else (cites:国发〔2016〕8号); n 0: it does
 * not. *basis: that it be carried out (implements:). */
zw_str zw_evidence_named(const zw_evidence *evidence, bool *basis);

/* What the query wants of whole documents (region:河南 year:2016), as a query; "": nothing. */
const char *zw_evidence_filter(const zw_evidence *evidence);

/* Another name of that document. */
zw_status zw_evidence_call(zw_evidence *evidence, const char *name, zw_arena *arena, zw_err *err);

/* Of a passage that answers the query; plan: of the query. Nothing that is allocated outlives
 * scratch. */
zw_status zw_evidence_of(const zw_evidence *evidence, const zw_plan *plan,
                         const zw_passage_record *passage, const zw_doc_record *document,
                         zw_arena *scratch, zw_says *says, zw_err *err);

/* The sentence of the passage's text that says most of it, of several the first. */
zw_status zw_evidence_sentence(const zw_evidence *evidence, const zw_plan *plan,
                               const zw_passage_record *passage, const zw_doc_record *document,
                               zw_arena *scratch, zw_range *sentence, zw_err *err);

/* Whether it is a document that is asked for by name (cites:国发〔2014〕25号), or one whose title
 * says all that is asked, in these words. number may be NULL. */
zw_status zw_evidence_names(const zw_evidence *evidence, const char *title, const char *number,
                            zw_arena *scratch, bool *says, zw_err *err);

#endif
