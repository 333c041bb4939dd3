/* show.h - a document or a passage by its name: DOCID, DOCID:n, a stretch of one
 * (DOCID:n@start-end, query/study/quoting/permalink.h), or a document's number. */
#ifndef ZW_QUERY_ANSWER_SHOW_H
#define ZW_QUERY_ANSWER_SHOW_H

#include "query/answer/match.h"
#include "query/answer/versions.h"

typedef struct {
    zw_doc_record document;
    ZW_ARRAY(zw_passage_record) passages; /* of a document: all; of a passage: it and those about */
    bool whole;                           /* a document was asked for */
    size_t passage;                       /* else: its place in passages */
    zw_names paths;                       /* of all files that hold the document */
    zw_version_place version;
    bool marked;    /* a stretch was asked for */
    zw_range chars; /* that stretch, in code points of the source */
} zw_shown;

/* `around`: passages before and after the one asked for. ZW_E_NOTFOUND; ZW_E_USAGE when a number is
 * that of several documents. */
zw_status zw_show(zw_session *session, const char *what, size_t around, zw_arena *arena,
                  zw_shown *shown, zw_err *err);

/* The share of the stretch that lies in a passage, in bytes of its text; false: none does. */
bool zw_shown_mark(const zw_shown *shown, const zw_passage_record *passage, zw_range *mark);

#endif
