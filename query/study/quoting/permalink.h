/* permalink.h - the name of a stretch of a source: DOCID:n@start-end.
 *
 * DOCID:n is the passage in which the stretch begins; start and end count code points of the
 * decoded source file, as `start` and `end` do everywhere. Ids come from a document's content, so
 * the link leads to the same characters in every index that holds the document. */
#ifndef ZW_QUERY_STUDY_QUOTING_PERMALINK_H
#define ZW_QUERY_STUDY_QUOTING_PERMALINK_H

#include "base/arena.h"
#include "base/str.h"

typedef struct {
    const char *document;
    size_t passage;
    bool whole;     /* no stretch is named */
    zw_range chars; /* of the source */
} zw_permalink;

/* DOCID:n or DOCID:n@start-end taken apart; false: no such form, or memory is out. */
bool zw_permalink_read(const char *text, zw_arena *arena, zw_permalink *link);

/* NULL: memory is out. */
const char *zw_permalink_text(const char *passage_id, zw_range chars, zw_arena *arena);

#endif
