/* report.h - what became of each file, told while it runs (on a terminal) and at the end.
 *
 * Threads share one; every function locks. Diagnostics go to stderr. */
#ifndef ZW_INDEXER_REPORT_H
#define ZW_INDEXER_REPORT_H

#include "indexer/files.h"
#include "indexer/tools.h"
#include "store/units.h"

typedef struct zw_report zw_report;

/* files, bytes: how much there is to do. NULL: memory is out. */
zw_report *zw_report_new(size_t files, uint64_t bytes);
void zw_report_free(zw_report *report);

void zw_report_indexed(zw_report *report, uint64_t bytes, size_t documents, zw_unit_counts counts);
void zw_report_unchanged(zw_report *report, uint64_t bytes);
void zw_report_skipped(zw_report *report, const char *path, const char *why, bool named);

/* What was wrong in the rows of a file; rows that were left out are a failure. */
void zw_report_told(zw_report *report, const char *path, const zw_reading *reading);

/* A file keeps what an earlier manifest said of it; files that are gone were taken out. */
void zw_report_kept(zw_report *report);
void zw_report_removed(zw_report *report, size_t files);

/* Files of the index that are gone, but are kept for a reason; counts as a failure. */
void zw_report_spared(zw_report *report, const char *folder, size_t files, const char *why);

/* Files indexed; files named on the command line that could not be. */
size_t zw_report_count(const zw_report *report);
size_t zw_report_failures(const zw_report *report);

/* Says all of it: the skipped with reasons in the order of their paths, then, of a
 * load that came to its end, the sums. */
void zw_report_print(zw_report *report, bool whole);

#endif
