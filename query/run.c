#include "query/run.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "query/say.h"

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
    if (s == ZW_OK)
        s = zw_words_new(zw_lang_wanted(zw_cli_value(cli, "lang")), &run->words, &run->err);
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

static zw_status flush(void *run, zw_err *err)
{
    (void)err; /* is the run's own */
    return zw_run_flush(run);
}

static zw_cell year_cell(const char *year)
{
    return zw_cell_text(*year ? year : NULL);
}

static zw_status say_head(zw_run *run, zw_sheet *sheet)
{
    zw_looked l;
    zw_status s = zw_looked_at(run->session, run->query, run->arena, &l, &run->err);
    if (s != ZW_OK)
        return s;
    const zw_cell_field looked[] = {
        { "index", zw_cell_text(l.where) },        { "documents", zw_cell_count(l.documents) },
        { "passages", zw_cell_count(l.passages) }, { "figures", zw_cell_count(l.figures) },
        { "first_year", year_cell(l.first_year) }, { "last_year", year_cell(l.last_year) },
    };
    s = zw_sheet_fact(sheet, "command", zw_cell_text(run->cli->command->name), &run->err);
    if (s == ZW_OK)
        s = zw_sheet_fact(sheet, "query", zw_cell_text(run->query), &run->err);
    if (s == ZW_OK)
        s = zw_sheet_fact(sheet, "looked_at",
                          zw_cell_fields(looked, sizeof looked / sizeof *looked), &run->err);
    return s;
}

zw_status zw_run_sheet(zw_run *run, const zw_sheet_form *form, zw_sheet **sheet)
{
    run->sheet = (zw_sheet_options){ .format = run->format,
                                     .words = run->words,
                                     .spreadsheet = zw_cli_has(run->cli, "bom"),
                                     .color = run->color,
                                     .out = &run->out,
                                     .flush = flush,
                                     .context = run };
    zw_status s = zw_sheet_new(form, &run->sheet, sheet, &run->err);
    return s == ZW_OK ? say_head(run, *sheet) : s;
}

zw_status zw_run_sheet_end(zw_run *run, zw_sheet *sheet, size_t total)
{
    zw_looked looked;
    zw_status s = zw_sheet_fact(sheet, "total", zw_cell_count(total), &run->err);
    if (s == ZW_OK)
        s = zw_sheet_end(sheet, &run->err);
    if (s == ZW_OK && total == 0)
        s = zw_looked_at(run->session, run->query, run->arena, &looked, &run->err);
    if (s == ZW_OK && total == 0)
        zw_say_where(&looked);
    return s;
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
    zw_words_free(run->words);
    zw_buf_free(&run->out);
    zw_arena_free(run->arena);
    if (run->write_errno)
        errno = run->write_errno;
    return code;
}
