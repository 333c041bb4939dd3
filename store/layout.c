#include "store/layout.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"

#define STUB "XAPIANDB"
#define PART "part-"

static zw_status fail(zw_err *err, const char *path)
{
    const char *hint = errno == ENOSPC   ? " (free some space and run it again)"
                       : errno == EACCES ? " (permission is needed, or another -d DIR)"
                                         : "";
    return zw_err_set(err, ZW_E_IO, "'%s': %s%s", path, strerror(errno), hint);
}

static const char *in(zw_arena *arena, const char *dir, const char *name)
{
    return zw_arena_printf(arena, "%s/%s", dir, name);
}

/* ---- walking the directory ---- */

/* Calls do_entry for each entry of dir; stops at the first that gives false. */
static bool each_entry(const char *dir,
                       bool (*do_entry)(const char *path, const char *name, void *), void *with)
{
    DIR *d = opendir(dir);
    if (!d)
        return false;
    bool ok = true;
    struct dirent *e;
    while (ok && (e = readdir(d)) != NULL) {
        char path[4096];
        if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0)
            continue;
        int n = snprintf(path, sizeof path, "%s/%s", dir, e->d_name);
        if (n < 0 || (size_t)n >= sizeof path) {
            errno = ENAMETOOLONG;
            ok = false;
        } else {
            ok = do_entry(path, e->d_name, with);
        }
    }
    int why = errno;
    closedir(d);
    errno = why;
    return ok;
}

static bool highest(const char *path, const char *name, void *with)
{
    (void)path;
    unsigned long *most = with, n;
    if (strncmp(name, PART, strlen(PART)) == 0) {
        n = strtoul(name + strlen(PART), NULL, 10);
        if (n > *most)
            *most = n;
    }
    return true;
}

/* ---- the list of parts ---- */

static zw_status take_line(const char *dir, char *line, zw_arena *arena, zw_parts_list *parts,
                           zw_err *err)
{
    line[strcspn(line, "\r\n")] = '\0';
    if (strncmp(line, "auto ", 5) != 0)
        return zw_err_set(err, ZW_E_CORRUPT, "'%s/%s': 'auto PART' is wanted", dir, STUB);
    const char **part = zw_array_add(arena, parts);
    const char *name = line + 5;
    if (part)
        *part = name[0] == '/' ? zw_arena_strdup(arena, name) : in(arena, dir, name);
    return part && *part ? ZW_OK : zw_err_nomem(err);
}

zw_status zw_layout_parts(const char *dir, zw_arena *arena, zw_parts_list *parts, zw_err *err)
{
    *parts = (zw_parts_list){ 0 };
    const char *path = in(arena, dir, STUB);
    if (!path)
        return zw_err_nomem(err);
    FILE *f = fopen(path, "re");
    if (!f)
        return errno == ENOENT ? ZW_OK : fail(err, path);
    zw_status s = ZW_OK;
    char line[4096];
    errno = 0;
    while (s == ZW_OK && fgets(line, sizeof line, f)) {
        if (line[0] != '#' && line[0] != '\n')
            s = take_line(dir, line, arena, parts, err);
    }
    if (s == ZW_OK && ferror(f))
        s = fail(err, path);
    fclose(f);
    if (s == ZW_OK && parts->n == 0)
        s = zw_err_set(err, ZW_E_CORRUPT, "'%s': names no part of the index", path);
    return s;
}

typedef struct {
    zw_arena *arena;
    zw_parts_list *parts;
} finding;

static bool find_part(const char *path, const char *name, void *with)
{
    finding *f = with;
    if (strncmp(name, PART, strlen(PART)) != 0)
        return true;
    const char **slot = zw_array_add(f->arena, f->parts);
    char *copy = zw_arena_strdup(f->arena, path);
    if (slot)
        *slot = copy;
    return slot && copy;
}

zw_status zw_layout_found(const char *dir, zw_arena *arena, zw_parts_list *parts, zw_err *err)
{
    finding f = { arena, parts };
    *parts = (zw_parts_list){ 0 };
    errno = ENOMEM;
    return each_entry(dir, find_part, &f) || errno == ENOENT ? ZW_OK : fail(err, dir);
}

static bool sync_path(const char *path, int flags)
{
    int fd = open(path, flags | O_CLOEXEC);
    bool ok = fd >= 0 && fsync(fd) == 0;
    if (fd >= 0)
        close(fd);
    return ok;
}

static bool write_all(const char *path, zw_str text)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (fd < 0)
        return false;
    bool ok = true;
    for (size_t at = 0; ok && at < text.n;) {
        ssize_t n = write(fd, text.at + at, text.n - at);
        ok = n > 0 || (n < 0 && errno == EINTR);
        at += n > 0 ? (size_t)n : 0;
    }
    ok = ok && fsync(fd) == 0;
    return close(fd) == 0 && ok;
}

zw_status zw_layout_replace(const char *dir, const char *name, zw_str text, zw_err *err)
{
    char path[4096], made[4096];
    int n = snprintf(path, sizeof path, "%s/%s", dir, name);
    int m = snprintf(made, sizeof made, "%s/%s.new", dir, name);
    if (n < 0 || m < 0 || (size_t)m >= sizeof made)
        return zw_err_set(err, ZW_E_LIMIT, "'%s': the path is too long", dir);
    bool ok = write_all(made, text) && sync_path(dir, O_RDONLY | O_DIRECTORY) &&
              rename(made, path) == 0 && sync_path(dir, O_RDONLY | O_DIRECTORY);
    return ok ? ZW_OK : fail(err, path);
}

zw_status zw_layout_set(const char *dir, const zw_parts_list *parts, zw_err *err)
{
    zw_buf text = ZW_BUF_INIT;
    for (size_t i = 0; i < parts->n; i++) {
        const char *name = strrchr(parts->at[i], '/');
        zw_buf_printf(&text, "auto %s\n", name ? name + 1 : parts->at[i]);
    }
    zw_status s = zw_buf_failed(&text) ? zw_err_nomem(err)
                                       : zw_layout_replace(dir, STUB, zw_buf_view(&text), err);
    zw_buf_free(&text);
    return s;
}

/* ---- parts ---- */

const char *zw_layout_new_part(const char *dir, zw_arena *arena)
{
    unsigned long most = 0;
    each_entry(dir, highest, &most);
    return zw_arena_printf(arena, "%s/" PART "%lu", dir, most + 1);
}

static bool sync_entry(const char *path, const char *name, void *with)
{
    (void)name;
    (void)with;
    return sync_path(path, O_RDONLY);
}

typedef struct {
    char file[4096];
} unreadable;

static bool can_read(const char *path, const char *name, void *with)
{
    unreadable *u = with;
    (void)name;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        snprintf(u->file, sizeof u->file, "%s", path);
    else
        close(fd);
    return fd >= 0;
}

zw_status zw_layout_readable(const char *part, zw_err *err)
{
    unreadable u = { "" };
    if (each_entry(part, can_read, &u))
        return ZW_OK;
    return fail(err, u.file[0] ? u.file : part);
}

zw_status zw_layout_sync(const char *part, zw_err *err)
{
    bool ok = each_entry(part, sync_entry, NULL) && sync_path(part, O_RDONLY | O_DIRECTORY);
    return ok ? ZW_OK : fail(err, part);
}

static bool remove_file(const char *path, const char *name, void *with)
{
    (void)name;
    (void)with;
    return unlink(path) == 0;
}

static bool remove_unnamed(const char *path, const char *name, void *with)
{
    const zw_parts_list *parts = with;
    if (strncmp(name, PART, strlen(PART)) != 0)
        return true;
    for (size_t i = 0; i < parts->n; i++) {
        if (strcmp(parts->at[i], path) == 0)
            return true;
    }
    return each_entry(path, remove_file, NULL) && rmdir(path) == 0;
}

zw_status zw_layout_clear(const char *dir, zw_arena *arena, zw_err *err)
{
    zw_parts_list parts;
    zw_status s = zw_layout_parts(dir, arena, &parts, err);
    if (s == ZW_OK && !each_entry(dir, remove_unnamed, &parts))
        s = fail(err, dir);
    return s;
}

static bool add_bytes(const char *path, const char *name, void *with)
{
    (void)name;
    struct stat st;
    uint64_t *bytes = with;
    if (stat(path, &st) != 0)
        return true;
    if (S_ISDIR(st.st_mode))
        each_entry(path, add_bytes, with);
    else
        *bytes += (uint64_t)st.st_size;
    return true;
}

uint64_t zw_layout_bytes(const char *dir)
{
    uint64_t bytes = 0;
    each_entry(dir, add_bytes, &bytes);
    return bytes;
}

/* ---- the lock ---- */

static zw_status locked_by(const char *dir, int fd, zw_err *err)
{
    struct flock holder = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
    if (fcntl(fd, F_GETLK, &holder) == 0 && holder.l_type != F_UNLCK)
        return zw_err_set(
            err, ZW_E_LOCKED,
            "'%s': locked by process %ld, which is writing to it (wait for it to end)", dir,
            (long)holder.l_pid);
    return zw_err_set(err, ZW_E_LOCKED, "'%s': locked by another writer (wait for it to end)", dir);
}

/* Makes a folder, and its name durable; one that is there stays as it is. */
static bool make_dir(const char *path, const char *parent)
{
    if (mkdir(path, 0777) != 0)
        return errno == EEXIST;
    return sync_path(parent, O_RDONLY | O_DIRECTORY);
}

/* mkdir -p, so that the first `add` needs no preparation. */
static bool make_dirs(char *path)
{
    char parent[4096] = ".";
    for (char *p = path + 1;; p++) {
        char was = *p;
        if (was != '/' && was != '\0')
            continue;
        *p = '\0';
        bool ok = make_dir(path, parent);
        strcpy(parent, path);
        *p = was;
        if (!ok || was == '\0')
            return ok;
    }
}

zw_status zw_layout_lock(const char *dir, int *fd, zw_err *err)
{
    char path[4096];
    int n = snprintf(path, sizeof path, "%s", dir);
    if (n <= 0 || (size_t)n + sizeof "/lock" > sizeof path)
        return zw_err_set(err, ZW_E_LIMIT, "'%s': the path is too long", dir);
    struct stat st;
    if (stat(path, &st) == 0 && !S_ISDIR(st.st_mode))
        return zw_err_set(err, ZW_E_IO, "'%s': a file, but an index is a folder", dir);
    if (!make_dirs(path))
        return fail(err, dir);
    strcat(path, "/lock");
    int lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (lock < 0)
        return fail(err, path);
    struct flock all = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
    if (fcntl(lock, F_SETLK, &all) != 0) {
        zw_status s = errno == EACCES || errno == EAGAIN ? locked_by(dir, lock, err)
                                                         : fail(err, path);
        close(lock);
        return s;
    }
    *fd = lock;
    return ZW_OK;
}

/* ---- change ---- */

static void mix(uint64_t *state, const char *path)
{
    struct stat st;
    if (stat(path, &st) != 0)
        return;
    const uint64_t facts[] = { (uint64_t)st.st_ino, (uint64_t)st.st_size,
                               (uint64_t)st.st_mtim.tv_sec, (uint64_t)st.st_mtim.tv_nsec };
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
        *state = (*state ^ facts[i]) * 0x9E3779B97F4A7C15u + (*state >> 29);
}

uint64_t zw_layout_state(const char *dir)
{
    uint64_t state = 1;
    zw_parts_list parts;
    zw_arena *arena = zw_arena_new();
    if (!arena || zw_layout_parts(dir, arena, &parts, NULL) != ZW_OK || parts.n == 0) {
        zw_arena_free(arena);
        return 0;
    }
    for (size_t i = 0; i < parts.n; i++) {
        const char *version = in(arena, parts.at[i], "iamglass");
        if (version)
            mix(&state, version);
    }
    zw_arena_free(arena);
    return state;
}
