/* common.h - what the commands share. */
#ifndef ZW_INDEXER_COMMON_H
#define ZW_INDEXER_COMMON_H

#include "indexer/command.h"

/* Prints the error and gives the exit status that goes with it. */
int zw_fail(const zw_err *err);

/* The directory that --db names, or the default; a writer takes one, not a list. */
zw_status zw_db_of(const zw_cli *cli, zw_arena *arena, const char **dir, zw_err *err);

/* A path from the root: of a file that is there its real one, of another as it would be. NULL:
 * memory is out. */
const char *zw_absolute(const char *path, zw_arena *arena);

#endif
