#define _XOPEN_SOURCE 700 /* realpath */
#include "indexer/files.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

typedef struct {
    zw_arena *arena;
    zw_file_list *list;
    ZW_ARRAY(const char *) folders; /* still to be read; a list, so that depth costs no stack */
    zw_err *err;
} walk;

static zw_status skip(walk *w, const char *path, const char *why, bool named)
{
    zw_skipped *s = zw_array_add(w->arena, &w->list->skipped);
    char *copy = zw_arena_strdup(w->arena, path), *reason = zw_arena_strdup(w->arena, why);
    if (!s || !copy || !reason)
        return zw_err_nomem(w->err);
    *s = (zw_skipped){ copy, reason, named };
    return ZW_OK;
}

static zw_status take_file(walk *w, const char *path, const struct stat *st, bool named)
{
    if (!S_ISREG(st->st_mode))
        return skip(w, path, "not a regular file", named);
    zw_file *f = zw_array_add(w->arena, &w->list->files);
    if (!f)
        return zw_err_nomem(w->err);
    *f = (zw_file){ path, (uint64_t)st->st_size,
                    (int64_t)st->st_mtim.tv_sec * 1000000000 + st->st_mtim.tv_nsec, named };
    return ZW_OK;
}

static zw_status take_folder(walk *w, const char *path)
{
    const char **folder = zw_array_add(w->arena, &w->folders);
    if (!folder)
        return zw_err_nomem(w->err);
    *folder = path;
    return ZW_OK;
}

static zw_status take_entry(walk *w, const char *folder, const char *name)
{
    struct stat st;
    const char *path = zw_arena_printf(w->arena, "%s/%s", strcmp(folder, "/") ? folder : "", name);
    if (!path)
        return zw_err_nomem(w->err);
    if (strncmp(name, "._", 2) == 0)
        return skip(w, path, "AppleDouble: a Mac's notes on a file, not the file", false);
    if (name[0] == '.')
        return skip(w, path, "hidden", false);
    if (lstat(path, &st) != 0)
        return skip(w, path, strerror(errno), false);
    if (S_ISLNK(st.st_mode)) {
        if (stat(path, &st) != 0)
            return skip(w, path, strerror(errno), false);
        if (S_ISDIR(st.st_mode))
            return skip(w, path, "a link to a folder", false);
    }
    return S_ISDIR(st.st_mode) ? take_folder(w, path) : take_file(w, path, &st, false);
}

/* Of an index (store/layout.h): its tables are no documents. */
static bool is_index(const walk *w, const char *path)
{
    struct stat st;
    const char *parts = zw_arena_printf(w->arena, "%s/XAPIANDB", path);
    return parts && lstat(parts, &st) == 0 && S_ISREG(st.st_mode);
}

static zw_status read_folder(walk *w, const char *path)
{
    if (is_index(w, path))
        return skip(w, path, "an index, not documents", false);
    DIR *d = opendir(path);
    if (!d)
        return skip(w, path, strerror(errno), false);
    zw_status s = ZW_OK;
    struct dirent *e;
    while (s == ZW_OK && (e = readdir(d)) != NULL) {
        if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0)
            s = take_entry(w, path, e->d_name);
    }
    closedir(d);
    return s;
}

static zw_status take_named(walk *w, const char *name)
{
    struct stat st;
    char *real = realpath(name, NULL);
    if (!real || stat(real, &st) != 0) {
        zw_status s = skip(w, name, strerror(errno), true);
        free(real);
        return s;
    }
    const char *path = zw_arena_strdup(w->arena, real);
    free(real);
    if (!path)
        return zw_err_nomem(w->err);
    return S_ISDIR(st.st_mode) ? take_folder(w, path) : take_file(w, path, &st, true);
}

static int by_path(const void *a, const void *b)
{
    const zw_file *x = a, *y = b;
    int c = strcmp(x->path, y->path);
    return c ? c : y->named - x->named;
}

/* In the order of paths, so that every run reads alike; a file named twice is read once. */
static void sort(zw_file_list *list)
{
    size_t kept = 0;
    if (list->files.n)
        qsort(list->files.at, list->files.n, sizeof *list->files.at, by_path);
    for (size_t i = 0; i < list->files.n; i++) {
        if (kept == 0 || strcmp(list->files.at[kept - 1].path, list->files.at[i].path) != 0)
            list->files.at[kept++] = list->files.at[i];
    }
    list->files.n = kept;
}

zw_status zw_files_find(char *const *paths, size_t n, zw_arena *arena, zw_file_list *list,
                        zw_err *err)
{
    *list = (zw_file_list){ 0 };
    walk w = { .arena = arena, .list = list, .err = err };
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < n; i++)
        s = take_named(&w, paths[i]);
    while (s == ZW_OK && w.folders.n)
        s = read_folder(&w, w.folders.at[--w.folders.n]);
    sort(list);
    return s;
}
