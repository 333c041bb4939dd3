/* sink.h - where an answer goes: standard output, or a file that is there whole or not at all.
 *
 * What is for FILE is written to a file beside it and renamed when all went well, so that a failed
 * export leaves what was there before. What is no regular file (a pipe, /dev/null) is written to
 * directly. */
#ifndef ZW_QUERY_SHEET_SINK_H
#define ZW_QUERY_SHEET_SINK_H

#include <stdio.h>

#include "base/arena.h"
#include "base/error.h"

typedef struct {
    FILE *to;         /* NULL: nothing is open */
    const char *path; /* as it was named; NULL: standard output */
    char *target;     /* what `made` becomes; NULL: written to directly */
    char *made;
} zw_sink;

/* path NULL or "-": standard output. Paths live in arena. */
zw_status zw_sink_open(zw_sink *sink, const char *path, zw_arena *arena, zw_err *err);

zw_status zw_sink_write(zw_sink *sink, const char *bytes, size_t n, zw_err *err);

/* The end: with keep the file takes its name, else it goes. Standard output is flushed and stays
 * open. Once closed, closing again does nothing. */
zw_status zw_sink_close(zw_sink *sink, bool keep, zw_err *err);

#endif
