#include "indexer/stamp.h"

#include <errno.h>
#include <sys/stat.h>
#include <time.h>

static int64_t ns_of(struct timespec t)
{
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

void zw_stamp_now(zw_stamp *stamp)
{
    struct timespec now = { 0, 0 };
    clock_gettime(CLOCK_REALTIME, &now);
    stamp->now_ns = ns_of(now);
}

zw_status zw_stamp_take(const char *path, zw_stamp *stamp, zw_err *err)
{
    struct stat st;
    if (stat(path, &st) != 0)
        return zw_err_set(err, ZW_E_IO, "'%s': %s", path, strerror(errno));
    *stamp = (zw_stamp){ .size = (uint64_t)st.st_size,
                         .inode = (uint64_t)st.st_ino,
                         .mtime_ns = ns_of(st.st_mtim) };
    zw_stamp_now(stamp);
    return ZW_OK;
}

bool zw_stamp_same(const zw_stamp *a, const zw_stamp *b)
{
    return a->size == b->size && a->inode == b->inode && a->mtime_ns == b->mtime_ns;
}

/* A time in the future is no better known: the clock may be set back to it. */
int64_t zw_stamp_mtime(const zw_stamp *stamp)
{
    return stamp->mtime_ns + ZW_STAMP_SETTLED_NS > stamp->now_ns ? ZW_MTIME_UNSURE
                                                                 : stamp->mtime_ns;
}

zw_status zw_stamped_read(zw_kit *kit, const zw_job *job, zw_reading *reading, zw_stamp *stamp,
                          zw_err *err)
{
    const char *path = job->file.path;
    zw_stamp after;
    zw_status s = ZW_OK;
    for (int attempt = 0; attempt < 2; attempt++) {
        s = zw_stamp_take(path, stamp, err);
        if (s != ZW_OK)
            return s;
        zw_status read = zw_kit_read(kit, path, &job->given, reading, err);
        if (zw_stamp_take(path, &after, read == ZW_OK ? err : NULL) != ZW_OK)
            return read == ZW_OK ? ZW_E_IO : read;
        if (zw_stamp_same(stamp, &after))
            return read;
    }
    return zw_err_set(err, ZW_E_IO, "'%s': it changes while it is read", path);
}
