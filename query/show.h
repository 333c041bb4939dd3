/* show.h - a document or a passage by its name: DOCID, DOCID:n, or a document's number. */
#ifndef ZW_QUERY_SHOW_H
#define ZW_QUERY_SHOW_H

#include "query/match.h"
#include "query/versions.h"

typedef struct {
    zw_doc_record document;
    ZW_ARRAY(zw_passage_record) passages; /* of a document: all; of a passage: it and those about */
    bool whole;                           /* a document was asked for */
    size_t passage;                       /* else: its place in passages */
    zw_names paths;                       /* of all files that hold the document */
    zw_version_place version;
} zw_shown;

/* `around`: passages before and after the one asked for. ZW_E_NOTFOUND; ZW_E_USAGE when a number is
 * that of several documents. */
zw_status zw_show(zw_session *session, const char *what, size_t around, zw_arena *arena,
                  zw_shown *shown, zw_err *err);

#endif
