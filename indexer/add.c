/* add - puts files into the index. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "indexer/common.h"
#include "indexer/load.h"
#include "store/index.h"
#include "store/layout.h"

#define FLUSH_UNITS "1000"

enum {
    BULK_BYTES = 4 * 1024 * 1024, /* of new files: less is quicker one by one */
    BULK_SHARE = 8, /* and at least the index's size by this: a merge writes the index anew */
    THREADS_MAX = 64,
};

const zw_option zw_add_options[] = {
    { "jobs", 'j', "N", "threads that read (default: one a processor)" },
    { "commit-every", 0, "N", "files after which what was read is kept for good" },
    { "force", 0, NULL, "read unchanged files again too" },
    { NULL, 0, NULL, NULL },
};

static volatile sig_atomic_t interrupted;

static void on_signal(int number)
{
    interrupted = number;
}

/* The first signal asks for an orderly end, a second one ends at once. */
static void listen_to_signals(void)
{
    struct sigaction action = { .sa_handler = on_signal, .sa_flags = (int)SA_RESETHAND };
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGHUP, &action, NULL);
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

static zw_status add(const zw_cli *cli, const char *dir, zw_load *load, zw_arena *arena,
                     zw_err *err)
{
    zw_file_list list;
    zw_plan plan;
    zw_status s = zw_files_find(cli->operands, cli->n, arena, &list, err);
    if (s != ZW_OK)
        return s;
    load->report = zw_report_new(list.files.n, bytes_of(&list));
    if (!load->report)
        return zw_err_nomem(err);
    for (size_t i = 0; i < list.skipped.n; i++)
        zw_report_skipped(load->report, list.skipped.at[i].path, list.skipped.at[i].why,
                          list.skipped.at[i].named);
    s = zw_plan_make(load->writer, &list, zw_cli_has(cli, "force"), load->report, arena, &plan,
                     err);
    if (s == ZW_OK)
        s = load_all(load, dir, &plan, err);
    zw_report_print(load->report);
    return s;
}

static zw_status options_of(const zw_cli *cli, zw_load *load, zw_err *err)
{
    long threads = sysconf(_SC_NPROCESSORS_ONLN), every = 0;
    threads = threads < 1 ? 1 : threads > THREADS_MAX ? THREADS_MAX : threads;
    zw_status s = zw_cli_number(cli, "jobs", 1, THREADS_MAX, &threads, err);
    if (s == ZW_OK)
        s = zw_cli_number(cli, "commit-every", 1, 1000000000, &every, err);
    if (s == ZW_OK && cli->n == 0)
        s = zw_err_set(err, ZW_E_USAGE, "'add': a file or folder is wanted");
    load->threads = (unsigned)threads;
    load->commit_every = (size_t)every;
    return s;
}

static int exit_status(const zw_load *load, zw_status s, zw_err *err)
{
    if (s != ZW_OK)
        return zw_fail(err);
    if (interrupted) {
        fprintf(stderr,
                "zhengwen-index: interrupted: %zu files are in the index; "
                "the same command goes on from here\n",
                zw_report_count(load->report));
        return ZW_EXIT_BAD;
    }
    return zw_report_failures(load->report) ? ZW_EXIT_BAD : ZW_EXIT_OK;
}

int zw_cmd_add(const zw_cli *cli)
{
    /* Units whose postings Xapian gathers in memory before it writes them. */
    setenv("XAPIAN_FLUSH_THRESHOLD", FLUSH_UNITS, 0);
    zw_err err = { 0 };
    zw_tools tools = { 0 };
    zw_load load = { .tools = &tools, .stop = &interrupted };
    zw_arena *arena = zw_arena_new();
    const char *dir = NULL;
    zw_status s = arena ? options_of(cli, &load, &err) : zw_err_nomem(&err);
    if (s == ZW_OK)
        s = zw_db_of(cli, arena, &dir, &err);
    if (s == ZW_OK)
        s = zw_tools_open(&tools, &err);
    if (s == ZW_OK)
        s = zw_writer_open(dir, zw_lexicon_hash(tools.lexicon), false, &load.writer, &err);
    if (s == ZW_OK) {
        listen_to_signals();
        s = add(cli, dir, &load, arena, &err);
    }
    int status = exit_status(&load, s, &err);
    zw_writer_free(load.writer);
    zw_report_free(load.report);
    zw_tools_close(&tools);
    zw_arena_free(arena);
    return status;
}
