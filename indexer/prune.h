/* prune.h - files of the index that are gone from the disk.
 *
 * A disk that is not mounted looks as if all its files had been deleted. So nothing is taken for
 * gone because its folder cannot be read, and unless that is asked for nothing is because its
 * folder is there and empty, or because none of the files of a folder that was named is left. */
#ifndef ZW_INDEXER_PRUNE_H
#define ZW_INDEXER_PRUNE_H

#include "indexer/report.h"
#include "store/writer.h"

/* Whether a path is surely not there: its folder, or one above it, can be read and lacks it. */
bool zw_path_gone(const char *path);

typedef struct {
    zw_writer *writer;
    zw_report *report;
    bool all; /* an empty folder is meant to be empty */
} zw_prune;

/* Takes the files below these folders that are gone out of the index and commits. Folders that are
 * spared go to the report, as failures. */
zw_status zw_prune_files(const zw_prune *prune, char *const *paths, size_t n, zw_arena *arena,
                         zw_err *err);

#endif
