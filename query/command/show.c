/* show: a passage with what stands about it, a document with its outline. */
#include "query/command/run.h"

const zw_option zw_show_options[] = {
    { "context", 'C', "N", "passages before and after the one asked for (default 1)" },
    { NULL, 0, NULL, NULL },
};

static zw_status show(zw_run *run)
{
    long around = 1;
    zw_shown shown;
    zw_status s = zw_cli_number(run->cli, "context", 0, 1000, &around, &run->err);
    if (s == ZW_OK)
        s = zw_show(run->session, run->query, (size_t)around, run->arena, &shown, &run->err);
    if (s != ZW_OK)
        return s;
    if (run->format == ZW_AS_JSON)
        return zw_json_shown(&shown, &run->out, &run->err);
    if (shown.whole)
        zw_text_document(&shown, run->words, run->color, &run->out);
    else
        zw_text_passage(&shown, run->words, run->color, &run->out);
    return ZW_OK;
}

int zw_cmd_show(const zw_cli *cli)
{
    zw_run run;
    zw_status s = zw_run_begin(&run, cli, ZW_AS_TEXT);
    if (s == ZW_OK && run.format != ZW_AS_TEXT && run.format != ZW_AS_JSON)
        s = zw_err_set(&run.err, ZW_E_USAGE, "show prints text or json");
    if (s == ZW_OK && cli->n == 0)
        s = zw_err_set(&run.err, ZW_E_USAGE, "an id is missing (see 'zhengwen show --help')");
    if (s == ZW_OK)
        s = zw_run_open(&run);
    if (s == ZW_OK)
        s = show(&run);
    if (s == ZW_E_NOTFOUND && run.session) {
        zw_say_turned(&run, run.err.text);
        return zw_run_end(&run, ZW_OK, false);
    }
    return zw_run_end(&run, s, true);
}
