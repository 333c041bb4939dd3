/* reuse.h - who else says what a passage says, and who said it first.
 *
 * Candidates are found by the index: the passages that have most of the rarest terms of the text.
 * Each is then compared clause by clause (clause.h, likeness.h). A passage's share is the part of
 * the text's characters that stand in clauses it has, word for word or adapted, an adapted clause
 * counted by its likeness. */
#ifndef ZW_QUERY_STUDY_WORDING_REUSE_H
#define ZW_QUERY_STUDY_WORDING_REUSE_H

#include "query/study/each.h"
#include "query/study/wording/leader.h"

#define ZW_REUSE_TERMS 48  /* the rarest of a text, by which candidates are found */
#define ZW_REUSE_MOST 5000 /* candidates looked at; those beyond share fewer of the terms */
#define ZW_REUSE_LEAST 0.3 /* share of a passage that is told */

typedef struct {
    const zw_doc_record *document;
    const char *passage, *headings;
    zw_span source;
    zw_str text;
    double share;
    size_t exact, adapted; /* clauses of the text */
    bool self;             /* the passage asked about */
    bool first;            /* of the earliest date; several of one day are all first */
} zw_reuse_row;

typedef struct {
    zw_arena *arena;
    zw_clauses clauses;          /* of the text */
    ZW_ARRAY(zw_reuse_row) rows; /* by date, what has none last; then by share */
    bool cut;                    /* there were ZW_REUSE_MOST candidates, maybe more */
} zw_reuse;

/* what: a passage's id, else a text. ZW_E_USAGE: the text has no clause of four characters. The
 * caller frees what *reuse holds with zw_reuse_free, also after a failure. */
zw_status zw_reuse_find(zw_session *session, const char *what, zw_reuse *reuse, zw_err *err);
void zw_reuse_free(zw_reuse *reuse);

#endif
