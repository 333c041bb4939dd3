/* load.h - jobs done by threads: one by one into the index, or in bulk through segments.
 *
 * Both give the same index whatever the number of threads: jobs are written in the order of the
 * plan, and a bulk load's segments are cut by the plan alone. A file that cannot be read goes to
 * the report and stops nothing; an error of the index itself stops all. */
#ifndef ZW_INDEXER_LOAD_H
#define ZW_INDEXER_LOAD_H

#include <signal.h>

#include "indexer/plan.h"
#include "indexer/tools.h"

typedef struct {
    zw_writer *writer;
    const zw_tools *tools;
    zw_report *report;
    const volatile sig_atomic_t *stop; /* not 0: finish the documents at hand, commit, return */
    unsigned threads;
    size_t commit_every; /* files; 0: as is best */
} zw_load;

/* Reads and writes the jobs of the kinds FRESH (when fresh is set) and CHANGED, and commits. */
zw_status zw_load_small(const zw_load *load, const zw_plan *plan, bool fresh, zw_err *err);

/* Reads the FRESH jobs into segments and adopts them. */
zw_status zw_load_bulk(const zw_load *load, const zw_plan *plan, zw_err *err);

/* Writes what TOUCHED and COPY jobs say of their paths, and commits. The files they are copies of
 * must be in the index by now; a copy of what could not be read is skipped as that was. */
zw_status zw_load_paths(const zw_load *load, const zw_plan *plan, zw_err *err);

#endif
