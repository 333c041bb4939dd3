#define _XOPEN_SOURCE 700 /* realpath */
#include "indexer/prune.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "store/lookup.h"

typedef enum { FOLDER_FULL, FOLDER_EMPTY, FOLDER_UNREAD } folder_state;

typedef struct {
    const zw_prune *prune;
    zw_arena *arena;
    zw_file_records files; /* of the index, by path */
    zw_xdb *db;
    zw_err *err;
    const char *folder; /* the last that was looked into */
    folder_state state;
    size_t spared; /* files in it */
} pruner;

bool zw_path_gone(const char *path)
{
    struct stat st;
    return lstat(path, &st) != 0 && (errno == ENOENT || errno == ENOTDIR);
}

static folder_state look_into(const char *path)
{
    DIR *d = opendir(path);
    if (!d)
        return errno == ENOTDIR ? FOLDER_FULL : FOLDER_UNREAD;
    folder_state state = FOLDER_EMPTY;
    struct dirent *e;
    while (state == FOLDER_EMPTY && (e = readdir(d)) != NULL) {
        if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0)
            state = FOLDER_FULL;
    }
    closedir(d);
    return state;
}

static void say_spared(pruner *p)
{
    const char *why = p->state == FOLDER_EMPTY
                          ? "it is empty, as where a disk is not mounted (--prune-all takes them "
                            "out)"
                          : "it cannot be read";
    if (p->spared)
        zw_report_spared(p->prune->report, p->folder, p->spared, why);
    p->spared = 0;
}

/* The nearest folder above a path that is there. */
static zw_status nearest_folder(pruner *p, const char *path)
{
    struct stat st;
    char *folder = zw_arena_strdup(p->arena, path);
    if (!folder)
        return zw_err_nomem(p->err);
    for (char *slash; (slash = strrchr(folder, '/')) != NULL && slash != folder;) {
        *slash = '\0';
        if (stat(folder, &st) == 0 || errno == EACCES)
            break;
    }
    if (p->folder && strcmp(folder, p->folder) == 0)
        return ZW_OK;
    say_spared(p);
    p->folder = folder;
    p->state = look_into(folder);
    return ZW_OK;
}

static zw_status remove_gone(pruner *p, const zw_file_record *file, size_t *removed)
{
    zw_status s = nearest_folder(p, file->path);
    if (s != ZW_OK)
        return s;
    if (p->state == FOLDER_UNREAD || (p->state == FOLDER_EMPTY && !p->prune->all)) {
        p->spared++;
        return ZW_OK;
    }
    s = zw_writer_remove_file(p->prune->writer, file->path, p->err);
    *removed += s == ZW_OK;
    return s == ZW_E_NOTFOUND ? ZW_OK : s; /* below two of the paths */
}

static bool below(const char *path, const char *folder)
{
    size_t n = strlen(folder);
    return strncmp(path, folder, n) == 0 && (path[n] == '/' || (n > 0 && folder[n - 1] == '/'));
}

static zw_status prune_folder(pruner *p, const char *folder)
{
    size_t known = 0, gone = 0, removed = 0;
    for (size_t i = 0; i < p->files.n; i++) {
        if (!below(p->files.at[i].path, folder))
            continue;
        known++;
        gone += zw_path_gone(p->files.at[i].path);
    }
    if (gone && gone == known && !p->prune->all) {
        zw_report_spared(
            p->prune->report, folder, gone,
            "none of its files is left: is a disk not mounted? (--prune-all takes them "
            "out)");
        return ZW_OK;
    }
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && gone && i < p->files.n; i++) {
        const zw_file_record *file = &p->files.at[i];
        if (below(file->path, folder) && zw_path_gone(file->path))
            s = remove_gone(p, file, &removed);
    }
    say_spared(p);
    zw_report_removed(p->prune->report, removed);
    return s;
}

zw_status zw_prune_files(const zw_prune *prune, char *const *paths, size_t n, zw_arena *arena,
                         zw_err *err)
{
    pruner p = { .prune = prune, .arena = arena, .err = err };
    if (zw_writer_parts(prune->writer) == 0)
        return ZW_OK;
    zw_status s = zw_writer_db(prune->writer, &p.db, err);
    if (s == ZW_OK)
        s = zw_lookup_files(p.db, arena, &p.files, err);
    for (size_t i = 0; s == ZW_OK && i < n; i++) {
        /* a path that is not there is told of by the walk, and says nothing of what lay in it */
        char *real = realpath(paths[i], NULL);
        if (real)
            s = prune_folder(&p, real);
        free(real);
    }
    return s == ZW_OK ? zw_writer_commit(prune->writer, err) : s;
}
