/* stamp.h - the state of a file at the moment it was read, for the journal.
 *
 * A file that changes under the reader's hands gives neither its old text nor its new one, so it is
 * looked at before and after. */
#ifndef ZW_INDEXER_STAMP_H
#define ZW_INDEXER_STAMP_H

#include "indexer/plan.h"
#include "indexer/tools.h"

/* A file changed less than this before it was read may change once more without its time showing
 * it: the clocks of file systems tick as slowly as that. */
#define ZW_STAMP_SETTLED_NS 2000000000

typedef struct {
    uint64_t size, inode;
    int64_t mtime_ns;
    int64_t now_ns; /* the time when it was taken */
} zw_stamp;

/* ZW_E_IO: 'path': why. */
zw_status zw_stamp_take(const char *path, zw_stamp *stamp, zw_err *err);
void zw_stamp_now(zw_stamp *stamp); /* sets now_ns alone */
bool zw_stamp_same(const zw_stamp *a, const zw_stamp *b);

/* What the journal keeps: the time, or ZW_MTIME_UNSURE for a file that had just been changed. */
int64_t zw_stamp_mtime(const zw_stamp *stamp);

/* Reads a job's file as it is and takes its stamp; a file that changed meanwhile is read once more,
 * then given up (ZW_E_IO: 'path': it changes while it is read). */
zw_status zw_stamped_read(zw_kit *kit, const zw_job *job, zw_reading *reading, zw_stamp *stamp,
                          zw_err *err);

#endif
