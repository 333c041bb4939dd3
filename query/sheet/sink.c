#define _XOPEN_SOURCE 700 /* realpath */

#include "query/sheet/sink.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static zw_status failed(const zw_sink *sink, zw_err *err)
{
    int why = errno;
    zw_err_set(err, ZW_E_IO, "'%s': %s", sink->path ? sink->path : "standard output",
               strerror(why));
    errno = why;
    return ZW_E_IO;
}

/* A link stays a link: what it points to is written. */
static char *resolved(const char *path, zw_arena *arena)
{
    char *real = realpath(path, NULL);
    char *copy = zw_arena_strdup(arena, real ? real : path);
    free(real);
    return copy;
}

/* mkstemp gives a file to its owner alone. */
static void set_mode(int fd, const struct stat *before)
{
    mode_t mask = umask(0);
    umask(mask);
    (void)fchmod(fd, before ? before->st_mode & 0777 : 0666 & ~mask);
}

static zw_status open_beside(zw_sink *sink, const struct stat *before, zw_arena *arena, zw_err *err)
{
    sink->target = resolved(sink->path, arena);
    sink->made = sink->target ? zw_arena_printf(arena, "%s.XXXXXX", sink->target) : NULL;
    if (!sink->made)
        return zw_err_nomem(err);
    int fd = mkstemp(sink->made);
    if (fd < 0) {
        sink->made = NULL;
        return failed(sink, err);
    }
    set_mode(fd, before);
    sink->to = fdopen(fd, "wb");
    if (sink->to)
        return ZW_OK;
    close(fd);
    unlink(sink->made);
    return failed(sink, err);
}

zw_status zw_sink_open(zw_sink *sink, const char *path, zw_arena *arena, zw_err *err)
{
    struct stat before;
    *sink = (zw_sink){ .to = stdout };
    if (!path || strcmp(path, "-") == 0)
        return ZW_OK;
    *sink = (zw_sink){ .path = path };
    bool there = stat(path, &before) == 0;
    if (!there || S_ISREG(before.st_mode))
        return open_beside(sink, there ? &before : NULL, arena, err);
    sink->to = fopen(path, "wb");
    return sink->to ? ZW_OK : failed(sink, err);
}

zw_status zw_sink_write(zw_sink *sink, const char *bytes, size_t n, zw_err *err)
{
    return fwrite(bytes, 1, n, sink->to) == n ? ZW_OK : failed(sink, err);
}

static zw_status finish(zw_sink *sink, bool keep, zw_err *err)
{
    bool whole = keep && fflush(sink->to) == 0 && (!sink->made || fsync(fileno(sink->to)) == 0);
    zw_status s = keep && !whole ? failed(sink, err) : ZW_OK;
    if (sink->path && fclose(sink->to) != 0 && s == ZW_OK && keep)
        s = failed(sink, err);
    if (sink->made && keep && s == ZW_OK && rename(sink->made, sink->target) != 0)
        s = failed(sink, err);
    if (sink->made && (!keep || s != ZW_OK))
        unlink(sink->made);
    return s;
}

zw_status zw_sink_close(zw_sink *sink, bool keep, zw_err *err)
{
    zw_status s = sink->to ? finish(sink, keep, err) : ZW_OK;
    sink->to = NULL;
    return s;
}
