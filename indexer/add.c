/* add - puts files into the index. */
#include <stdio.h>

#include "indexer/common.h"
#include "indexer/run.h"

const zw_option zw_add_options[] = {
    { "jobs", 'j', "N", "threads that read (default: one a processor)" },
    { "commit-every", 0, "N", "files after which what was read is kept for good" },
    { "manifest", 0, "FILE.csv", "what is known of the files beside their text (a table)" },
    { "check-content", 0, NULL, "look into files too whose size and time are as they were" },
    { "prune", 0, NULL, "take out files of the index that are gone from the paths" },
    { "prune-all", 0, NULL, "the same where nothing is left of a folder" },
    { "force", 0, NULL, "read unchanged files again too" },
    { NULL, 0, NULL, NULL },
};

static int exit_status(const zw_run *run)
{
    if (zw_run_interrupted()) {
        fprintf(stderr,
                "zhengwen-index: interrupted: %zu files are in the index; the same command goes "
                "on from here\n",
                zw_report_count(run->load.report));
        return ZW_EXIT_BAD;
    }
    return zw_report_failures(run->load.report) ? ZW_EXIT_BAD : ZW_EXIT_OK;
}

/* The paths that are named, else those that the manifest's rows name. */
static zw_status load_paths(const zw_cli *cli, zw_run *run, zw_err *err)
{
    char *const *paths = cli->operands;
    size_t n = cli->n ? cli->n : zw_manifest_paths(run->manifest, &paths);
    return zw_run_load(run, paths, n, err);
}

int zw_cmd_add(const zw_cli *cli)
{
    zw_err err = { 0 };
    zw_run run;
    if (cli->n == 0 && !zw_cli_has(cli, "manifest")) {
        zw_err_set(&err, ZW_E_USAGE, "'add': a file or folder is wanted");
        return zw_fail(&err);
    }
    zw_status s = zw_run_open(cli, &run, &err);
    if (s == ZW_OK)
        s = zw_run_write(&run, false, &err);
    if (s == ZW_OK)
        s = load_paths(cli, &run, &err);
    int status = s == ZW_OK ? exit_status(&run) : zw_fail(&err);
    zw_run_close(&run);
    return status;
}
