/* The receipt of a command. */
#define _XOPEN_SOURCE 700 /* realpath */

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "query/command/run.h"

/* What names where the answer or the index is says nothing of what was asked. */
static bool is_left_out(const char *option)
{
    static const char *const names[] = { "output", "receipt", "db", "format", "color" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(option, names[i]) == 0)
            return true;
    }
    return false;
}

typedef struct {
    zw_receipt_list *to;
    zw_arena *arena;
    bool failed;
} adder;

static void add(adder *a, const char *text)
{
    if (text)
        a->to->at[a->to->n++] = text;
    else
        a->failed = true;
}

/* The command line anew: options by their long names, operands behind "--". The format is told, for
 * what is shown by default depends on it. */
static zw_status tell_arguments(zw_run *run, zw_receipt_list *to)
{
    const zw_cli *cli = run->cli;
    adder a = { to, run->arena, false };
    to->at = zw_arena_array(run->arena, 2 * cli->given.n + cli->n + 5, sizeof *to->at);
    if (!to->at)
        return zw_err_nomem(&run->err);
    add(&a, cli->command->name);
    for (size_t i = 0; i < cli->given.n; i++) {
        const zw_cli_given *given = &cli->given.at[i];
        if (is_left_out(given->option->name))
            continue;
        add(&a, zw_arena_printf(run->arena, "--%s", given->option->name));
        if (given->value)
            add(&a, given->value);
    }
    add(&a, "--format");
    add(&a, zw_format_name(run->format));
    add(&a, "--");
    for (size_t i = 0; i < cli->n; i++)
        add(&a, cli->operands[i]);
    return a.failed ? zw_err_nomem(&run->err) : ZW_OK;
}

/* How the operands were understood, where they are a query. */
static zw_status tell_tree(zw_run *run, const char **text)
{
    const char *operands = run->cli->command->arguments;
    zw_node *tree;
    zw_query_fault fault;
    zw_buf printed = ZW_BUF_INIT;
    if (!operands || !strstr(operands, "QUERY") ||
        zw_query_parse(zw_str_of(run->query), run->arena, &tree, &fault, NULL) != ZW_OK)
        return ZW_OK;
    zw_query_print(tree, &printed);
    *text = zw_buf_failed(&printed) ? NULL : zw_arena_str(run->arena, zw_buf_view(&printed));
    zw_buf_free(&printed);
    return *text ? ZW_OK : zw_err_nomem(&run->err);
}

/* $SOURCE_DATE_EPOCH, where set, makes the same bytes again. */
static const char *time_now(zw_arena *arena)
{
    const char *fixed = getenv("SOURCE_DATE_EPOCH");
    time_t now = fixed && *fixed ? (time_t)strtoll(fixed, NULL, 10) : time(NULL);
    struct tm parts;
    char text[32];
    if (!gmtime_r(&now, &parts) || !strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts))
        return NULL;
    return zw_arena_strdup(arena, text);
}

static zw_status tell_index(zw_run *run, zw_receipt *r)
{
    char hex[ZW_SHA256_HEX];
    const zw_index_stats *stats = zw_index_stats_of(run->session->index);
    char *path = realpath(run->where, NULL);
    r->index = zw_arena_strdup(run->arena, path ? path : run->where);
    free(path);
    zw_status s = zw_index_identity(run->session->index, hex, &run->err);
    if (s != ZW_OK)
        return s;
    r->identity = zw_arena_strdup(run->arena, hex);
    r->lexicon = stats->lexicon;
    r->writer = stats->writer;
    r->schema = stats->schema;
    r->documents = stats->documents;
    r->passages = stats->passages;
    r->figures = stats->figures;
    return r->index && r->identity ? ZW_OK : zw_err_nomem(&run->err);
}

/* Entries of a fixed width as a list of strings. */
static zw_status tell_list(zw_run *run, const char *entries, size_t n, size_t width,
                           zw_receipt_list *list, bool *known)
{
    *known = entries != NULL;
    list->at = zw_arena_array(run->arena, entries ? n + 1 : 1, sizeof *list->at);
    if (!list->at)
        return zw_err_nomem(&run->err);
    for (size_t i = 0; entries && i < n; i++)
        list->at[list->n++] = entries + i * width;
    return ZW_OK;
}

static zw_status tell_rows(zw_run *run, zw_receipt *r)
{
    char hex[ZW_SHA256_HEX];
    size_t rows, documents;
    const char *row = zw_tally_rows(run->tally, &rows);
    const char *document = zw_tally_documents(run->tally, &documents);
    zw_tally_hash(run->tally, hex);
    r->rows = rows;
    r->rows_hash = zw_arena_strdup(run->arena, hex);
    zw_status s = r->rows_hash ? ZW_OK : zw_err_nomem(&run->err);
    if (s == ZW_OK)
        s = tell_list(run, row, rows, ZW_TALLY_ROW, &r->row, &r->row_known);
    if (s == ZW_OK)
        s = tell_list(run, document, documents, ZW_TALLY_DOCUMENT, &r->answers, &r->answers_known);
    return s;
}

static zw_status tell_sheet(zw_run *run, zw_sheet *sheet)
{
    const zw_receipt *r = &run->receipt;
    zw_buf line = ZW_BUF_INIT;
    for (size_t i = 0; i < r->arguments.n; i++)
        zw_buf_printf(&line, "%s%s", i ? " " : "", r->arguments.at[i]);
    const struct {
        const char *name;
        zw_cell value;
    } notes[] = {
        { "understood", zw_cell_text(r->tree) },
        { "arguments", zw_cell_str(zw_buf_view(&line)) },
        { "rows", zw_cell_count(r->rows) },
        { "rows_sha256", zw_cell_text(r->rows_hash) },
        { "index_identity", zw_cell_text(r->identity) },
        { "index_writer", zw_cell_text(r->writer) },
        { "version", zw_cell_text(r->version) },
        { "time", zw_cell_text(r->time) },
    };
    zw_status s = zw_buf_failed(&line) ? zw_err_nomem(&run->err) : ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < sizeof notes / sizeof *notes; i++)
        s = zw_sheet_note(sheet, notes[i].name, notes[i].value, &run->err);
    zw_buf_free(&line);
    return s;
}

zw_status zw_run_receipt(zw_run *run, zw_sheet *sheet, size_t total)
{
    zw_receipt *r = &run->receipt;
    *r = (zw_receipt){
        .version = ZW_VERSION, .query = run->query, .total = total, .time = time_now(run->arena)
    };
    zw_status s = r->time ? tell_arguments(run, &r->arguments) : zw_err_nomem(&run->err);
    if (s == ZW_OK)
        s = tell_tree(run, &r->tree);
    if (s == ZW_OK)
        s = tell_index(run, r);
    if (s == ZW_OK)
        s = tell_rows(run, r);
    return s == ZW_OK ? tell_sheet(run, sheet) : s;
}

zw_status zw_run_receipt_save(zw_run *run)
{
    const char *path = zw_cli_value(run->cli, "receipt");
    if (!path)
        return ZW_OK;
    if (!run->receipt.version)
        return zw_err_set(&run->err, ZW_E_USAGE,
                          "no receipt can be made of this answer as %s: choose another format",
                          zw_format_name(run->format));
    return zw_receipt_write(&run->receipt, path, run->arena, &run->err);
}
