/* files.h - the files that a command line's paths stand for. */
#ifndef ZW_INDEXER_FILES_H
#define ZW_INDEXER_FILES_H

#include <stdint.h>

#include "base/array.h"
#include "base/error.h"

typedef struct {
    const char *path; /* absolute */
    uint64_t size;
    int64_t mtime_ns;
    bool named; /* on the command line itself */
} zw_file;

typedef struct {
    const char *path, *why;
    bool named;
} zw_skipped;

typedef struct {
    ZW_ARRAY(zw_file) files; /* each once, by path */
    ZW_ARRAY(zw_skipped) skipped;
} zw_file_list;

/* Files as they are named; folders with all inside them, save hidden files, the AppleDouble files
 * (._*) of a Mac's copies, links to folders (so that no walk goes round), indexes and what is no
 * regular file: those go to skipped with the reason. So does a path that is not there. */
zw_status zw_files_find(char *const *paths, size_t n, zw_arena *arena, zw_file_list *list,
                        zw_err *err);

#endif
