#include "indexer/run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "indexer/common.h"
#include "indexer/prune.h"
#include "store/layout.h"

#define FLUSH_UNITS "1000"

enum {
    BULK_BYTES = 4 * 1024 * 1024, /* of new files: less is quicker one by one */
    BULK_SHARE = 8, /* and at least the index's size by this: a merge writes the index anew */
    THREADS_MAX = 64,
};

static volatile sig_atomic_t interrupted;

static void on_signal(int number)
{
    interrupted = number;
}

/* The first signal asks for an orderly end, a second one ends at once. A file that may grow no
 * further (ulimit -f) is to be an error like a full disk, with its name, not a death. */
static void listen_to_signals(void)
{
    struct sigaction action = { .sa_handler = on_signal, .sa_flags = (int)SA_RESETHAND };
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGHUP, &action, NULL);
    signal(SIGXFSZ, SIG_IGN);
}

static bool is_bulk(const char *dir, const zw_plan *plan)
{
    return plan->fresh_bytes >= BULK_BYTES &&
           plan->fresh_bytes >= zw_layout_bytes(dir) / BULK_SHARE;
}

/* Changes first, while the index is small; then what is new; copies last, for they name what the
 * others have brought. */
static zw_status load_all(zw_load *load, const char *dir, const zw_plan *plan, zw_err *err)
{
    bool bulk = is_bulk(dir, plan);
    zw_status s = zw_load_small(load, plan, !bulk, err);
    if (s == ZW_OK && bulk && !*load->stop)
        s = zw_load_bulk(load, plan, err);
    if (s == ZW_OK && bulk && !*load->stop)
        s = zw_writer_merge(load->writer, err);
    return s == ZW_OK ? zw_load_paths(load, plan, err) : s;
}

static uint64_t bytes_of(const zw_file_list *list)
{
    uint64_t bytes = 0;
    for (size_t i = 0; i < list->files.n; i++)
        bytes += list->files.at[i].size;
    return bytes;
}

zw_status zw_run_load(zw_run *run, char *const *paths, size_t n, zw_err *err)
{
    zw_file_list list;
    zw_plan plan;
    zw_load *load = &run->load;
    zw_status s = zw_files_find(paths, n, run->arena, &list, err);
    if (s != ZW_OK)
        return s;
    load->report = zw_report_new(list.files.n, bytes_of(&list));
    if (!load->report)
        return zw_err_nomem(err);
    for (size_t i = 0; i < list.skipped.n; i++)
        zw_report_skipped(load->report, list.skipped.at[i].path, list.skipped.at[i].why,
                          list.skipped.at[i].named);
    zw_plan_request request = { .writer = load->writer,
                                .manifest = run->manifest,
                                .known = &run->known,
                                .report = load->report,
                                .again = run->again,
                                .check_content = run->check_content };
    zw_prune prune = { load->writer, load->report, run->prune_all };
    if (run->prune || run->prune_all)
        s = zw_prune_files(&prune, paths, n, run->arena, err);
    if (s == ZW_OK)
        s = zw_plan_make(&request, &list, run->arena, &plan, err);
    if (s == ZW_OK)
        s = load_all(load, run->dir, &plan, err);
    zw_report_print(load->report, s == ZW_OK);
    return s;
}

bool zw_run_interrupted(void)
{
    return interrupted != 0;
}

static zw_status options_of(const zw_cli *cli, zw_run *run, zw_err *err)
{
    long threads = sysconf(_SC_NPROCESSORS_ONLN), every = 0;
    threads = threads < 1 ? 1 : threads > THREADS_MAX ? THREADS_MAX : threads;
    zw_status s = zw_cli_number(cli, "jobs", 1, THREADS_MAX, &threads, err);
    if (s == ZW_OK)
        s = zw_cli_number(cli, "commit-every", 1, 1000000000, &every, err);
    run->load.threads = (unsigned)threads;
    run->load.commit_every = (size_t)every;
    run->again = zw_cli_has(cli, "force");
    run->prune = zw_cli_has(cli, "prune");
    run->prune_all = zw_cli_has(cli, "prune-all");
    run->check_content = zw_cli_has(cli, "check-content");
    return s == ZW_OK ? zw_db_of(cli, run->arena, &run->dir, err) : s;
}

static zw_status open_manifest(const zw_cli *cli, zw_run *run, zw_err *err)
{
    const char *file = zw_cli_value(cli, "manifest");
    zw_segmenter *segmenter = NULL;
    if (!file)
        return ZW_OK;
    zw_status s = zw_segmenter_new(run->tools.lexicon, &segmenter, err);
    if (s == ZW_OK)
        s = zw_manifest_use(file, zw_extractor_gazetteer(run->tools.extractor), segmenter,
                            run->arena, &run->manifest, err);
    zw_segmenter_free(segmenter);
    return s;
}

/* The index is as a kill would leave it: of the last commit. */
static void last_words(const zw_err *why)
{
    _exit(zw_fail(why));
}

zw_status zw_run_open(const zw_cli *cli, zw_run *run, zw_err *err)
{
    /* Units whose postings Xapian gathers in memory before it writes them. */
    setenv("XAPIAN_FLUSH_THRESHOLD", FLUSH_UNITS, 0);
    zw_xapian_last_words(last_words);
    *run = (zw_run){ .arena = zw_arena_new() };
    run->load.tools = &run->tools;
    run->load.stop = &interrupted;
    zw_status s = run->arena ? options_of(cli, run, err) : zw_err_nomem(err);
    if (s == ZW_OK)
        s = zw_tools_open(&run->tools, err);
    return s == ZW_OK ? open_manifest(cli, run, err) : s;
}

void zw_run_close(zw_run *run)
{
    zw_writer_free(run->load.writer);
    zw_report_free(run->load.report);
    zw_tools_close(&run->tools);
    zw_arena_free(run->arena);
}

zw_status zw_run_write(zw_run *run, bool anew, zw_err *err)
{
    const char *lexicon = zw_lexicon_hash(run->tools.lexicon);
    zw_status s = zw_writer_open(run->dir, lexicon, anew, &run->load.writer, err);
    if (s == ZW_OK)
        listen_to_signals();
    return s;
}
