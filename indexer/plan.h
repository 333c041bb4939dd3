/* plan.h - what is to be done with each file, found before anything is written.
 *
 * The journal is the index's own record of each path: size and time, hash of the bytes, version of
 * the program that read it, and what a manifest said of it. A file is looked into only when its
 * size or time differ, and read only when its bytes, the program or the manifest's words do.
 *
 * Files of the same bytes give their documents once. Which of them is read does not hang on the
 * order in which they came: the first by path of those that a manifest speaks of, else the first
 * by path. The others are its copies, save those that were given an id of their own. */
#ifndef ZW_INDEXER_PLAN_H
#define ZW_INDEXER_PLAN_H

#include "base/digest.h"
#include "indexer/files.h"
#include "indexer/manifest.h"
#include "indexer/report.h"
#include "store/writer.h"

/* Of the program that read a file; another one's reading is done again. */
#define ZW_READER_VERSION "zhengwen " ZW_VERSION

typedef enum {
    ZW_JOB_SAME,    /* nothing is to be done; no job of a finished plan */
    ZW_JOB_FRESH,   /* neither path nor bytes nor id are known */
    ZW_JOB_CHANGED, /* to be read, and its documents to be put in the place of what is there */
    ZW_JOB_TOUCHED, /* the same bytes at another time */
    ZW_JOB_COPY,    /* bytes that another path holds too: the same documents */
} zw_job_kind;

typedef struct {
    zw_file file;
    char sha256[ZW_SHA256_HEX];
    zw_job_kind kind;
    zw_givens given;    /* what a manifest says, this time or earlier */
    const char *leader; /* of a copy: the path that is read */
    /* how the file compares with the journal */
    bool known, unmoved, same_bytes, same_given, current;
} zw_job;

typedef struct {
    zw_job *at; /* by path */
    size_t n;
    uint64_t fresh_bytes;
} zw_plan;

typedef struct {
    zw_writer *writer;
    const zw_manifest *manifest;  /* or NULL */
    const zw_file_records *known; /* what an older index keeps of its files, by path; or NULL */
    zw_report *report;
    bool again;         /* all are read */
    bool check_content; /* all are looked into */
} zw_plan_request;

/* Files that did not change, or cannot be read, go to the report; for the others *plan has a job.
 */
zw_status zw_plan_make(const zw_plan_request *request, const zw_file_list *list, zw_arena *arena,
                       zw_plan *plan, zw_err *err);

#endif
