/* kwic.h - a concordance: every place where the words of a query stand, with what is around it.
 *
 * Words and quoted text of the query are looked for in the passages that answer it, with their
 * synonyms (+word: without). Of two that overlap the longer is told. Sorted rows are held in
 * memory, some 300 bytes each; unsorted ones are handed out as they are found. */
#ifndef ZW_QUERY_STUDY_QUOTING_KWIC_H
#define ZW_QUERY_STUDY_QUOTING_KWIC_H

#include "query/study/each.h"

typedef enum {
    ZW_KWIC_PLACE, /* by region, date, document, in reading order: as they are found */
    ZW_KWIC_LEFT,  /* by what stands directly left, read from right to left */
    ZW_KWIC_RIGHT,
    ZW_KWIC_YEAR,
    ZW_KWIC_DOCUMENT, /* by title */
} zw_kwic_sort;

typedef struct {
    zw_str left, keyword, right; /* of the passage's clean text, line ends as blanks */
    const char *passage;         /* id */
    const zw_doc_record *document;
    zw_span source; /* of the keyword */
} zw_kwic_row;

typedef zw_status (*zw_kwic_fn)(void *context, const zw_kwic_row *row, zw_err *err);

typedef struct {
    size_t occurrences, passages, documents;
} zw_kwic_counts;

#define ZW_KWIC_WINDOW 20

/* Rows first .. first + max - 1 (max 0: all) are handed to fn; all are counted. window: characters
 * on either side. A query without words is ZW_E_USAGE. The caller frees *plan. */
typedef struct {
    const char *query;
    size_t window, first, max;
    zw_kwic_sort sort;
} zw_kwic_question;

zw_status zw_kwic(zw_session *session, const zw_kwic_question *question, zw_arena *arena,
                  zw_kwic_fn fn, void *context, zw_kwic_counts *counts, zw_plan *plan,
                  zw_query_fault *fault, zw_err *err);

#endif
