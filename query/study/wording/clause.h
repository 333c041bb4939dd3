/* clause.h - the sentences of passages, in the form in which wordings are compared.
 *
 * Two sentences say the same when they differ in nothing but width, letter case, script, blanks,
 * punctuation, the number of their item ((三), 2.) and the name of their document's own place
 * (福建省 in a document of 福建). What is left is the key, in code points. Numbers stay, with their
 * point and percent: 45% is not 47%. */
#ifndef ZW_QUERY_STUDY_WORDING_CLAUSE_H
#define ZW_QUERY_STUDY_WORDING_CLAUSE_H

#include "query/session.h"
#include "query/study/wording/likeness.h"
#include "store/record.h"

#define ZW_KEY_OWN_PLACE 0xE000u /* stands in a key for the own place; of the private use area */

typedef struct {
    const zw_doc_record *document;
    const char *passage; /* id */
    size_t sentence;     /* its number in the passage, from 0 */
    zw_span source;
    zw_str text;          /* as it is shown, without blanks at its ends */
    const char *headings; /* 一、总体要求 > （二）主要目标 */
    zw_key key;
    uint64_t hash; /* of the key */
} zw_clause;

typedef ZW_ARRAY(zw_clause) zw_clauses;

/* The key of a text of that document (NULL: no place is its own). */
zw_status zw_clause_key(zw_session *session, zw_str text, const zw_doc_record *document,
                        zw_arena *arena, zw_key *key, zw_err *err);

/* Adds the sentences of a passage whose keys have four characters or more, copied to arena;
 * `document` is kept as a pointer. Sentences are those of sentence.h. */
zw_status zw_clauses_add(zw_session *session, const zw_passage_record *passage,
                         const zw_doc_record *document, zw_arena *arena, zw_clauses *clauses,
                         zw_err *err);

/* The same passage as one clause, whatever its length. */
zw_status zw_clauses_add_whole(zw_session *session, const zw_passage_record *passage,
                               const zw_doc_record *document, zw_arena *arena, zw_clauses *clauses,
                               zw_err *err);

#endif
