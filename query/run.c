#include "query/run.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define DEFAULT_LIMIT 10

void zw_run_say(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fputs("zhengwen: ", stderr);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
}

static zw_format format_of(const char *name)
{
    static const char *const names[] = { [ZW_AS_TEXT] = "text",
                                         [ZW_AS_JSON] = "json",
                                         [ZW_AS_NDJSON] = "ndjson",
                                         [ZW_AS_CSV] = "csv",
                                         [ZW_AS_TSV] = "tsv" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(name, names[i]) == 0)
            return (zw_format)i;
    }
    return ZW_AS_TEXT;
}

static bool wants_color(const zw_cli *cli)
{
    const char *when = zw_cli_value(cli, "color"), *no = getenv("NO_COLOR");
    if (when && strcmp(when, "auto") != 0)
        return strcmp(when, "always") == 0;
    return isatty(STDOUT_FILENO) && !(no && *no);
}

zw_status zw_run_begin(zw_run *run, const zw_cli *cli, zw_format piped)
{
    *run = (zw_run){ .cli = cli, .arena = zw_arena_new(), .limit = -1 };
    if (!run->arena || !(run->query = zw_cli_text(cli, run->arena)))
        return zw_err_nomem(&run->err);
    const char *format = zw_cli_value(cli, "format");
    run->format = format ? format_of(format) : isatty(STDOUT_FILENO) ? ZW_AS_TEXT : piped;
    run->color = wants_color(cli);
    zw_status s = zw_cli_number(cli, "limit", 0, 10000000, &run->limit, &run->err);
    if (s == ZW_OK)
        s = zw_cli_number(cli, "offset", 0, 10000000, &run->offset, &run->err);
    bool page = run->format == ZW_AS_TEXT || run->format == ZW_AS_JSON;
    if (run->limit < 0)
        run->limit = page ? DEFAULT_LIMIT : 0;
    return s;
}

zw_status zw_run_open(zw_run *run)
{
    const char *where = zw_cli_value(run->cli, "db");
    if (!where)
        where = zw_index_default(run->arena);
    if (!where)
        return zw_err_set(&run->err, ZW_E_USAGE, "no index is named: give one with -d DIR");
    run->where = where;
    return zw_session_open(where, &run->session, &run->err);
}

/* main says what was wrong with standard output, once; nothing of a reader that went away. */
static zw_status not_written(zw_run *run)
{
    run->write_errno = errno;
    return zw_err_set(&run->err, ZW_E_IO, "standard output");
}

zw_status zw_run_flush(zw_run *run)
{
    bool failed = zw_buf_failed(&run->out);
    if (!failed && run->out.n && fwrite(run->out.at, 1, run->out.n, stdout) != run->out.n)
        return not_written(run);
    zw_buf_clear(&run->out);
    return failed ? zw_err_nomem(&run->err) : ZW_OK;
}

static void complain(const zw_run *run)
{
    zw_buf text = ZW_BUF_INIT;
    zw_query_complain(zw_str_of(run->query), &run->fault, run->err.text, &text);
    if (!zw_buf_failed(&text) && text.n)
        fprintf(stderr, "zhengwen: %.*s", (int)text.n, text.at);
    zw_buf_free(&text);
}

static int report(const zw_run *run, zw_status status)
{
    if (status == ZW_E_USAGE && run->fault.at.end > 0) {
        complain(run);
        return ZW_EXIT_USAGE;
    }
    if (status == ZW_E_CORRUPT && run->where)
        zw_run_say("'%s': damaged: %s (zhengwen-index check says how far; make a new one: "
                   "zhengwen-index add -d NEWDIR FILE...)",
                   run->where, run->err.text);
    else
        zw_run_say("%s", run->err.text);
    return status == ZW_E_USAGE ? ZW_EXIT_USAGE : ZW_EXIT_BAD;
}

int zw_run_end(zw_run *run, zw_status status, bool found)
{
    int code = found ? ZW_EXIT_OK : ZW_EXIT_NOTHING;
    if (status == ZW_OK)
        status = zw_run_flush(run);
    if (status == ZW_OK && fflush(stdout) != 0)
        status = not_written(run);
    if (status != ZW_OK)
        code = run->write_errno ? ZW_EXIT_BAD : report(run, status);
    zw_session_free(run->session);
    zw_buf_free(&run->out);
    zw_arena_free(run->arena);
    if (run->write_errno)
        errno = run->write_errno;
    return code;
}
