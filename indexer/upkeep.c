/* remove, compact, rebuild - what is done to an index that is there. */
#include <stdio.h>

#include "indexer/common.h"
#include "indexer/prune.h"
#include "indexer/run.h"
#include "store/index.h"

/* Before anything is made in the folder: is there an index of ours at all? */
static zw_status find_index(const zw_run *run, zw_err *err)
{
    zw_index *index = NULL;
    zw_status s = zw_index_open_any(run->dir, &index, err);
    zw_index_free(index);
    return s;
}

/* ---- remove ---- */

/* An id as it is, else a path: as it stands, or from here. */
static zw_status remove_one(zw_writer *w, const char *what, zw_arena *arena, zw_err *err)
{
    zw_status s = zw_writer_remove_document(w, what, err);
    if (s == ZW_E_NOTFOUND)
        s = zw_writer_remove_file(w, zw_absolute(what, arena), err);
    return s == ZW_E_NOTFOUND
               ? zw_err_set(err, s, "'%s': no such document or file in the index", what)
               : s;
}

static int remove_all(const zw_cli *cli, zw_writer *w, zw_arena *arena, zw_err *err)
{
    size_t gone = 0, missing = 0;
    for (size_t i = 0; i < cli->n; i++) {
        zw_status s = remove_one(w, cli->operands[i], arena, err);
        if (s != ZW_OK && s != ZW_E_NOTFOUND)
            return zw_fail(err);
        if (s == ZW_OK)
            gone++;
        else
            missing += zw_fail(err) != ZW_EXIT_OK;
    }
    if (zw_writer_commit(w, err) != ZW_OK)
        return zw_fail(err);
    fprintf(stderr, "zhengwen-index: removed %zu\n", gone);
    return missing ? ZW_EXIT_BAD : ZW_EXIT_OK;
}

int zw_cmd_remove(const zw_cli *cli)
{
    zw_run run;
    zw_err err = { 0 };
    int status;
    zw_status s = cli->n ? zw_run_open(cli, &run, &err)
                         : zw_err_set(&err, ZW_E_USAGE,
                                      "'remove': a document's id or a file is "
                                      "wanted");
    if (cli->n == 0)
        return zw_fail(&err);
    if (s == ZW_OK)
        s = find_index(&run, &err);
    if (s == ZW_OK)
        s = zw_run_write(&run, false, &err);
    status = s == ZW_OK ? remove_all(cli, run.load.writer, run.arena, &err) : zw_fail(&err);
    zw_run_close(&run);
    return status;
}

/* ---- compact ---- */

int zw_cmd_compact(const zw_cli *cli)
{
    zw_run run;
    zw_err err = { 0 };
    zw_status s = zw_run_open(cli, &run, &err);
    if (s == ZW_OK)
        s = find_index(&run, &err);
    if (s == ZW_OK)
        s = zw_run_write(&run, false, &err);
    if (s == ZW_OK)
        s = zw_writer_compact(run.load.writer, &err);
    zw_run_close(&run);
    return s == ZW_OK ? ZW_EXIT_OK : zw_fail(&err);
}

/* ---- rebuild ---- */

const zw_option zw_rebuild_options[] = {
    { "jobs", 'j', "N", "threads that read (default: one a processor)" },
    { "manifest", 0, "FILE.csv", "what is known of the files beside their text (a table)" },
    { "prune", 0, NULL, "leave out files that are gone" },
    { NULL, 0, NULL, NULL },
};

/* The files the index knows, in whatever version it was made, and what was said of them. */
static zw_status know_files(zw_run *run, zw_err *err)
{
    zw_index *index = NULL;
    zw_status s = zw_index_open_any(run->dir, &index, err);
    if (s == ZW_OK && zw_index_stats_of(index)->schema > ZW_SCHEMA_VERSION)
        s = zw_err_set(err, ZW_E_VERSION,
                       "'%s': an index of form %d, which a newer zhengwen made; this program makes "
                       "form %d and would lose what it does not know (make a new one: "
                       "zhengwen-index add -d NEWDIR FILE...)",
                       run->dir, zw_index_stats_of(index)->schema, ZW_SCHEMA_VERSION);
    if (s == ZW_OK)
        s = zw_index_files(index, run->arena, &run->known, err);
    zw_index_free(index);
    return s;
}

/* A drive that is not mounted must not cost what the index has of it: files that are gone are left
 * out only when that is asked for, and never all of them. */
static zw_status choose_files(zw_run *run, zw_names *paths, zw_err *err)
{
    const char *first = NULL;
    size_t gone = 0;
    for (size_t i = 0; i < run->known.n; i++) {
        const char *path = run->known.at[i].path;
        if (zw_path_gone(path)) {
            first = gone++ ? first : path;
            continue;
        }
        const char **slot = zw_array_add(run->arena, paths);
        if (!slot)
            return zw_err_nomem(err);
        *slot = path;
    }
    if (gone && (!run->prune || paths->n == 0))
        return zw_err_set(err, ZW_E_NOTFOUND,
                          "'%s': %zu of its %zu files are gone, as '%s'; the index is as it was%s",
                          run->dir, gone, run->known.n, first,
                          run->prune ? "" : " (--prune leaves them out)");
    return ZW_OK;
}

static zw_status rebuild(zw_run *run, zw_err *err)
{
    zw_names paths = { 0 };
    zw_status s = know_files(run, err); /* is there an index at all? */
    if (s == ZW_OK)
        s = zw_run_write(run, true, err);
    if (s == ZW_OK)
        s = know_files(run, err); /* now that no other writer changes it */
    if (s == ZW_OK)
        s = choose_files(run, &paths, err);
    if (s == ZW_OK)
        s = zw_run_load(run, (char *const *)paths.at, paths.n, err);
    if (s == ZW_OK && zw_run_interrupted())
        s = zw_err_set(err, ZW_E_INTERRUPTED, "'%s': interrupted; the index is as it was",
                       run->dir);
    if (s == ZW_OK && paths.n && zw_report_count(run->load.report) == 0)
        s = zw_err_set(err, ZW_E_NOTFOUND,
                       "'%s': none of its %zu files could be read; the index is as it was",
                       run->dir, paths.n);
    return s == ZW_OK ? zw_writer_publish(run->load.writer, err) : s;
}

int zw_cmd_rebuild(const zw_cli *cli)
{
    zw_run run;
    zw_err err = { 0 };
    zw_status s = zw_run_open(cli, &run, &err);
    if (s == ZW_OK)
        s = rebuild(&run, &err);
    zw_run_close(&run);
    return s == ZW_OK ? ZW_EXIT_OK : zw_fail(&err);
}
