/* verify.h - whether quotations stand in the index as they were quoted.
 *
 *     exact        the same characters in the same order; line ends, and page furniture that
 *                  cleaning took out, are layout and do not count
 *     normalized   the same wording, but for width, spacing, punctuation, letter case, or
 *                  traditional and simplified forms; never but for a digit
 *     near         at least 60 % of the wording's characters stand there in their order, of at
 *                  least 4 (query/study/quoting/locate.h); the differences are told character by
 * character absent       none of these
 *
 * An ellipsis (……, ..., […]) parts a quotation, and what is longer than 2000 characters is parted
 * at the ends of sentences; parts are checked one by one, in one document if there is one that has
 * them all. */
#ifndef ZW_QUERY_STUDY_QUOTING_VERIFY_H
#define ZW_QUERY_STUDY_QUOTING_VERIFY_H

#include "query/study/quoting/locate.h"
#include "query/study/quoting/memo.h"

typedef enum {
    ZW_WHERE_ANY,       /* the memo names no document */
    ZW_WHERE_NAMED,     /* in the document that it names */
    ZW_WHERE_ELSEWHERE, /* not there, but in another */
    ZW_WHERE_UNKNOWN,   /* the document that it names is not in the index */
    ZW_WHERE_APART,     /* not in the document in which the quotation's other parts stand */
} zw_where;

typedef struct {
    const zw_quotation *quotation;
    zw_str text; /* of the part */
    size_t part; /* from 1; 0: the quotation has but one */
    zw_location at;
    zw_where where;
    const char *permalink; /* NULL: absent */
} zw_verdict;

typedef ZW_ARRAY(zw_verdict) zw_verdicts;

/* All parts of a quotation. Lives in arena. */
zw_status zw_verify(zw_session *session, const zw_quotation *quotation, zw_arena *arena,
                    zw_verdicts *verdicts, zw_err *err);

/* Exact, and not elsewhere or apart. */
bool zw_verdict_holds(const zw_verdict *verdict);

const char *zw_where_name(zw_where where); /* NULL: any */

/* The names of ZW_DIFFERS_… that are set (at most 5) and, of what is near, "characters". */
size_t zw_differs_names(const zw_location *at, zw_str names[6]);

#endif
