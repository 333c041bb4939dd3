#include "query/command/run.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "query/command/say.h"

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

/* The first cell is none of the message's (zw_say). */
void zw_say_cells(const zw_run *run, const char *key, const zw_cell *cells, size_t n)
{
    zw_buf text = ZW_BUF_INIT;
    zw_words_say(run->words, key, cells + 1, n - 1, &text);
    if (!zw_buf_failed(&text))
        zw_run_say("%.*s", (int)text.n, text.at ? text.at : "");
    zw_buf_free(&text);
}

void zw_say_turned(const zw_run *run, const char *english)
{
    zw_buf text = ZW_BUF_INIT;
    zw_words_turn(run->words, zw_str_of(english), &text);
    if (!zw_buf_failed(&text))
        zw_run_say("%.*s", (int)text.n, text.at ? text.at : "");
    zw_buf_free(&text);
}

/* What is asked for; else what the name of the file says, as figures.xlsx does. */
static zw_format format_of(const zw_cli *cli, zw_format piped)
{
    zw_format format;
    const char *asked = zw_cli_value(cli, "format"), *file = zw_cli_value(cli, "output");
    const char *dot = file ? strrchr(file, '.') : NULL;
    if (asked && zw_format_find(asked, &format))
        return format;
    if (dot && zw_format_find(dot + 1, &format))
        return format;
    return !file && isatty(STDOUT_FILENO) ? ZW_AS_TEXT : piped;
}

static zw_status open_sink(zw_run *run)
{
    const char *file = zw_cli_value(run->cli, "output");
    zw_status s = zw_sink_open(&run->sink, file, run->arena, &run->err);
    if (s == ZW_OK && run->format == ZW_AS_XLSX && isatty(fileno(run->sink.to)))
        s = zw_err_set(&run->err, ZW_E_USAGE, "xlsx is not for a terminal: name a file with -o");
    return s;
}

static bool wants_color(const zw_cli *cli)
{
    const char *when = zw_cli_value(cli, "color"), *no = getenv("NO_COLOR");
    if (when && strcmp(when, "auto") != 0)
        return strcmp(when, "always") == 0;
    return !zw_cli_value(cli, "output") && isatty(STDOUT_FILENO) && !(no && *no);
}

zw_status zw_run_begin(zw_run *run, const zw_cli *cli, zw_format piped)
{
    *run = (zw_run){ .cli = cli, .arena = zw_arena_new(), .limit = -1 };
    if (!run->arena || !(run->query = zw_cli_text(cli, run->arena)))
        return zw_err_nomem(&run->err);
    run->format = format_of(cli, piped);
    run->color = wants_color(cli);
    zw_lang lang = zw_lang_wanted(zw_cli_value(cli, "lang"));
    zw_status s = zw_words_new(lang, &run->words, &run->err);
    if (s == ZW_OK)
        s = zw_cli_number(cli, "limit", 0, 10000000, &run->limit, &run->err);
    if (s == ZW_OK)
        s = zw_cli_number(cli, "offset", 0, 10000000, &run->offset, &run->err);
    bool page = run->format == ZW_AS_TEXT || run->format == ZW_AS_JSON;
    if (run->limit < 0)
        run->limit = page ? DEFAULT_LIMIT : 0;
    return s == ZW_OK ? open_sink(run) : s;
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
static zw_status written(zw_run *run, zw_status status)
{
    if (status != ZW_OK && !run->sink.path)
        run->write_errno = errno;
    return status;
}

zw_status zw_run_flush(zw_run *run)
{
    bool failed = zw_buf_failed(&run->out);
    zw_status s = failed ? zw_err_nomem(&run->err) : ZW_OK;
    if (s == ZW_OK && run->out.n)
        s = written(run, zw_sink_write(&run->sink, run->out.at, run->out.n, &run->err));
    zw_buf_clear(&run->out);
    return s;
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
    if (!run->session)
        return ZW_OK;
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

/* A workbook has one in it. */
static bool wants_receipt(const zw_run *run)
{
    bool wanted = run->format == ZW_AS_XLSX || zw_cli_has(run->cli, "receipt");
    return wanted && run->session;
}

/* Tables for programs have the same names everywhere, unless a language was asked for. */
static const zw_words *words_of(const zw_run *run)
{
    bool program = run->format == ZW_AS_CSV || run->format == ZW_AS_TSV;
    const char *asked = zw_cli_value(run->cli, "lang");
    return program && (!asked || zw_lang_wanted(asked) == ZW_LANG_EN) ? NULL : run->words;
}

static zw_status begin_sheet(zw_run *run, const zw_sheet_form *form, zw_format format,
                             zw_sheet **sheet)
{
    if (!run->tally && wants_receipt(run) && !(run->tally = zw_tally_new()))
        return zw_err_nomem(&run->err);
    run->sheet = (zw_sheet_options){ .format = format,
                                     .words = words_of(run),
                                     .spreadsheet = zw_cli_has(run->cli, "bom"),
                                     .color = run->color,
                                     .tally = run->tally,
                                     .out = &run->out,
                                     .flush = flush,
                                     .context = run };
    return zw_sheet_new(form, &run->sheet, sheet, &run->err);
}

zw_status zw_run_sheet(zw_run *run, const zw_sheet_form *form, zw_sheet **sheet)
{
    zw_status s = begin_sheet(run, form, run->format, sheet);
    return s == ZW_OK ? say_head(run, *sheet) : s;
}

zw_status zw_run_sheet_beside(zw_run *run, const zw_sheet_form *form, zw_sheet **sheet)
{
    *sheet = NULL;
    return zw_cli_has(run->cli, "receipt") ? begin_sheet(run, form, ZW_AS_NOTHING, sheet) : ZW_OK;
}

zw_status zw_run_graph(zw_run *run, const zw_graph_form *form, zw_graph **graph)
{
    bool xml = run->format == ZW_AS_GRAPHML;
    run->graph = (zw_graph_options){ .format = xml ? ZW_GRAPH_GRAPHML : ZW_GRAPH_CSV,
                                     .out = &run->out,
                                     .flush = flush,
                                     .context = run };
    return zw_graph_new(form, &run->graph, graph, &run->err);
}

zw_status zw_run_sheet_end(zw_run *run, zw_sheet *sheet, size_t total)
{
    if (!sheet)
        return ZW_OK;
    zw_status s = zw_sheet_fact(sheet, "total", zw_cell_count(total), &run->err);
    if (s == ZW_OK && run->tally)
        s = zw_run_receipt(run, sheet, total);
    if (s == ZW_OK)
        s = zw_sheet_end(sheet, &run->err);
    if (s == ZW_OK && zw_sheet_long_cells(sheet))
        zw_say(run, "long texts", zw_cell_count(zw_sheet_long_cells(sheet)));
    bool own = run->sheet.format == ZW_AS_NOTHING;
    bool nothing = total == 0 && zw_sheet_rows(sheet) == 0 && !own;
    return s == ZW_OK && nothing ? zw_say_nothing_found(run) : s;
}

static void complain(const zw_run *run)
{
    zw_buf why = ZW_BUF_INIT, place = ZW_BUF_INIT;
    zw_str query = zw_str_of(run->query);
    zw_words_turn(run->words, zw_str_of(run->err.text), &why);
    zw_query_point(query, &run->fault, &place);
    zw_say(run, "column", zw_cell_count(zw_query_column(query, &run->fault)),
           zw_cell_str(zw_buf_view(&why)));
    if (!zw_buf_failed(&place))
        fprintf(stderr, "%.*s", (int)place.n, place.at);
    zw_buf_free(&place);
    zw_buf_free(&why);
}

/* The error without the index's name before it, which the sentence around it has already. */
static const char *behind_name(const zw_run *run)
{
    const char *text = run->err.text;
    size_t n = strlen(run->where);
    bool named = text[0] == '\'' && strncmp(text + 1, run->where, n) == 0 &&
                 strncmp(text + 1 + n, "': ", 3) == 0;
    return named ? text + n + 4 : text;
}

static int report(const zw_run *run, zw_status status)
{
    if (status == ZW_E_USAGE && run->fault.at.end > 0) {
        complain(run);
        return ZW_EXIT_USAGE;
    }
    if (status == ZW_E_CORRUPT && run->where)
        zw_say(run, "damaged", zw_cell_text(run->where), zw_cell_text(behind_name(run)));
    else
        zw_say_turned(run, run->err.text);
    return status == ZW_E_USAGE ? ZW_EXIT_USAGE : ZW_EXIT_BAD;
}

int zw_run_end(zw_run *run, zw_status status, bool found)
{
    int code = found ? ZW_EXIT_OK : ZW_EXIT_NOTHING;
    if (status == ZW_OK)
        status = zw_run_flush(run);
    if (status == ZW_OK)
        status = zw_run_receipt_save(run);
    zw_status closed = zw_sink_close(&run->sink, status == ZW_OK, &run->err);
    if (status == ZW_OK)
        status = written(run, closed);
    if (status != ZW_OK)
        code = run->write_errno ? ZW_EXIT_BAD : report(run, status);
    zw_session_free(run->session);
    zw_words_free(run->words);
    zw_tally_free(run->tally);
    zw_buf_free(&run->out);
    zw_arena_free(run->arena);
    if (run->write_errno)
        errno = run->write_errno;
    return code;
}
