/* plan.h - what is to be done with each file, found before anything is written. */
#ifndef ZW_INDEXER_PLAN_H
#define ZW_INDEXER_PLAN_H

#include "base/digest.h"
#include "indexer/files.h"
#include "indexer/report.h"
#include "store/writer.h"

/* Of the program that read a file; another one's reading is done again. */
#define ZW_READER_VERSION "zhengwen " ZW_VERSION

typedef enum {
    ZW_JOB_FRESH,   /* neither path nor bytes are known */
    ZW_JOB_CHANGED, /* the path is known, with other bytes or read by another version */
    ZW_JOB_TOUCHED, /* the same bytes at another time */
    ZW_JOB_COPY,    /* bytes that another path holds too: the same documents */
} zw_job_kind;

typedef struct {
    zw_file file;
    char sha256[ZW_SHA256_HEX];
    zw_job_kind kind;
} zw_job;

typedef struct {
    zw_job *at; /* by path */
    size_t n;
    uint64_t fresh_bytes;
} zw_plan;

/* Files that did not change, or cannot be read, go to the report; for the others *plan has a job.
 * A file is looked into only when its size or time differ from what the index knows. again: all
 * are read. */
zw_status zw_plan_make(zw_writer *writer, const zw_file_list *list, bool again, zw_report *report,
                       zw_arena *arena, zw_plan *plan, zw_err *err);

#endif
