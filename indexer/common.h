/* common.h - what the commands share. */
#ifndef ZW_INDEXER_COMMON_H
#define ZW_INDEXER_COMMON_H

#include <stdio.h>

#include "indexer/command.h"
#include "indexer/manifest.h"

/* Prints the error and gives the exit status that goes with it. */
int zw_fail(const zw_err *err);

/* The directory that --db names, or the default; a writer takes one, not a list. */
zw_status zw_db_of(const zw_cli *cli, zw_arena *arena, const char **dir, zw_err *err);

/* --db as it is given, a list too; or the default. */
zw_status zw_where_of(const zw_cli *cli, zw_arena *arena, const char **where, zw_err *err);

/* Reads a manifest for a command: says which of its rows name files that are not there, and refuses
 * it with all its faults on stderr. */
zw_status zw_manifest_use(const char *file, const zw_gazetteer *gazetteer, zw_segmenter *segmenter,
                          zw_arena *arena, zw_manifest **manifest, zw_err *err);

/* A path from the root: of a file that is there its real one, of another as it would be. NULL:
 * memory is out. */
const char *zw_absolute(const char *path, zw_arena *arena);

/* Prints a text on one line whatever a file's name brings into it: control characters and bytes
 * that are not UTF-8 come as \x0A. */
void zw_print_visible(FILE *to, const char *text);

#endif
