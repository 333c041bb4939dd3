/* run.h - one run of a command that writes: its index, its tables, its threads. */
#ifndef ZW_INDEXER_RUN_H
#define ZW_INDEXER_RUN_H

#include "base/command.h"
#include "indexer/load.h"

typedef struct {
    zw_arena *arena;
    const char *dir;
    zw_tools tools;
    zw_load load;
    zw_manifest *manifest; /* or NULL */
    zw_file_records known; /* of the index that a rebuild reads anew */
    bool again;            /* read unchanged files too */
    bool prune, prune_all; /* take out what is gone */
    bool check_content;    /* look into files whose size and time are the same */
} zw_run;

/* Reads --db, --jobs, --commit-every, --manifest, --force, --check-content and loads the tables.
 * Whatever comes out, zw_run_close. */
zw_status zw_run_open(const zw_cli *cli, zw_run *run, zw_err *err);
void zw_run_close(zw_run *run);

/* Opens the index for writing (anew: zw_writer_open) and listens to signals from then on. */
zw_status zw_run_write(zw_run *run, bool anew, zw_err *err);

/* Puts files and folders into the index and prints the report. */
zw_status zw_run_load(zw_run *run, char *const *paths, size_t n, zw_err *err);

bool zw_run_interrupted(void); /* a signal came */

#endif
