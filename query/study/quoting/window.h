/* window.h - passages of a document that follow each other, as one text. */
#ifndef ZW_QUERY_STUDY_QUOTING_WINDOW_H
#define ZW_QUERY_STUDY_QUOTING_WINDOW_H

#include "query/session.h"

typedef struct {
    zw_passage_record record;
    size_t start; /* where its text begins in the window's */
} zw_window_piece;

typedef struct {
    zw_str text;
    ZW_ARRAY(zw_window_piece) pieces;
} zw_window;

/* Passage n of a document with as many before and behind it as it takes to have `around` characters
 * on either side, or as the document has. */
zw_status zw_window_open(zw_session *session, const char *document, size_t n, size_t around,
                         zw_arena *arena, zw_window *window, zw_err *err);

/* Passages first .. end - 1. */
zw_status zw_window_range(zw_session *session, const char *document, size_t first, size_t end,
                          zw_arena *arena, zw_window *window, zw_err *err);

/* A window of this one passage. */
zw_status zw_window_of(const zw_passage_record *record, zw_arena *arena, zw_window *window,
                       zw_err *err);

/* Where a stretch of the window's text stands in the source file, the source's own characters
 * there (NULL: memory is out), and the ids of the passages it lies in. */
zw_span zw_window_span(const zw_window *window, zw_range at);
const char *zw_window_quote(const zw_window *window, zw_range at, zw_arena *arena);
zw_status zw_window_passages(const zw_window *window, zw_range at, zw_arena *arena, zw_names *ids,
                             zw_err *err);

#endif
