/* rerun: a command once more, as its receipt tells it, and whether the answer is the same. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "query/command/run.h"

#define NAMED 5 /* documents named on stderr; the rest are counted */

static const zw_column columns[] = {
    { "what", ZW_COLUMN_CODE },
    { "then", ZW_COLUMN_TEXT },
    { "now", ZW_COLUMN_TEXT },
    { "same", ZW_COLUMN_FLAG },
};
static const zw_sheet_form form = { "parts", columns, sizeof columns / sizeof *columns };

typedef struct {
    zw_run *run;
    zw_receipt then, now;
    zw_sheet *sheet;
    bool differs;
} rerunner;

/* --- the command once more -------------------------------------------------------------------- */

static const zw_option *option_of(const zw_program *program, const char *name)
{
    const zw_option *o = program->options;
    while (o->name && strcmp(o->name, name) != 0)
        o++;
    return o;
}

/* Given last, so that nothing in the receipt can name another file. */
static zw_status give(zw_cli *cli, zw_arena *arena, const char *option, const char *value,
                      zw_err *err)
{
    zw_cli_given *given = zw_array_add(arena, &cli->given);
    if (!given)
        return zw_err_nomem(err);
    *given = (zw_cli_given){ option_of(cli->program, option), value };
    return ZW_OK;
}

static zw_status read_command(rerunner *r, zw_cli *cli)
{
    zw_run *run = r->run;
    const zw_receipt_list *words = &r->then.arguments;
    char **argv = zw_arena_array(run->arena, words->n + 2, sizeof *argv);
    if (!argv)
        return zw_err_nomem(&run->err);
    argv[0] = zw_arena_strdup(run->arena, zw_this_program.name);
    for (size_t i = 0; i < words->n; i++)
        argv[i + 1] = zw_arena_strdup(run->arena, words->at[i]);
    for (size_t i = 0; i <= words->n; i++) {
        if (!argv[i])
            return zw_err_nomem(&run->err);
    }
    zw_status s = zw_cli_read(&zw_this_program, (int)words->n + 1, argv, run->arena, cli,
                              &run->err);
    if (s == ZW_OK && (cli->say || cli->command->raw || cli->command->run == zw_cmd_rerun ||
                       cli->command->run == zw_cmd_completion))
        s = zw_err_set(&run->err, ZW_E_FORMAT, "'%s': no command with a receipt", words->at[0]);
    return s;
}

static zw_status run_again(rerunner *r, const char *receipt)
{
    zw_run *run = r->run;
    zw_cli cli;
    const char *index = zw_cli_value(run->cli, "db");
    zw_status s = read_command(r, &cli);
    if (s == ZW_OK)
        s = give(&cli, run->arena, "db", index ? index : r->then.index, &run->err);
    if (s == ZW_OK)
        s = give(&cli, run->arena, "output", "/dev/null", &run->err);
    if (s == ZW_OK)
        s = give(&cli, run->arena, "receipt", receipt, &run->err);
    if (s == ZW_OK && cli.command->run(&cli) > ZW_EXIT_NOTHING)
        s = zw_err_set(&run->err, ZW_E_IO, "'%s': the command fails now", cli.command->name);
    return s == ZW_OK ? zw_receipt_read(receipt, run->arena, &r->now, &run->err) : s;
}

static zw_status answer_anew(rerunner *r)
{
    const char *folder = getenv("TMPDIR");
    char *path = zw_arena_printf(r->run->arena, "%s/zhengwen-XXXXXX", folder ? folder : "/tmp");
    int fd = path ? mkstemp(path) : -1;
    if (fd < 0)
        return zw_err_set(&r->run->err, ZW_E_IO, "no temporary file can be made");
    close(fd);
    zw_status s = run_again(r, path);
    unlink(path);
    return s;
}

/* --- what differs ----------------------------------------------------------------------------- */

static zw_status put_part(rerunner *r, const char *what, const char *then, const char *now)
{
    bool same = strcmp(then ? then : "", now ? now : "") == 0;
    r->differs |= !same;
    const zw_cell row[] = { zw_cell_text(what), zw_cell_text(then), zw_cell_text(now),
                            zw_cell_flag(same) };
    return zw_sheet_row(r->sheet, row, &r->run->err);
}

static zw_status put_number(rerunner *r, const char *what, uint64_t then, uint64_t now)
{
    char a[24], b[24];
    snprintf(a, sizeof a, "%llu", (unsigned long long)then);
    snprintf(b, sizeof b, "%llu", (unsigned long long)now);
    return put_part(r, what, a, b);
}

static zw_status put_parts(rerunner *r)
{
    const zw_receipt *a = &r->then, *b = &r->now;
    zw_status s = put_part(r, "rows_sha256", a->rows_hash, b->rows_hash);
    if (s == ZW_OK)
        s = put_number(r, "rows", a->rows, b->rows);
    if (s == ZW_OK)
        s = put_number(r, "total", a->total, b->total);
    bool answer = r->differs;
    if (s == ZW_OK)
        s = put_part(r, "understood", a->tree, b->tree);
    if (s == ZW_OK)
        s = put_part(r, "version", a->version, b->version);
    if (s == ZW_OK)
        s = put_part(r, "index_identity", a->identity, b->identity);
    if (s == ZW_OK)
        s = put_number(r, "documents", a->documents, b->documents);
    r->differs = answer; /* the rest is why */
    return s;
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Sorted copies of two lists, and how many of each the other lacks; `lacking` gets those of the
 * first. */
typedef struct {
    zw_receipt_list lacking;
    size_t other;
} difference;

static zw_status sorted(zw_arena *arena, const zw_receipt_list *list, zw_receipt_list *copy)
{
    copy->n = list->n;
    copy->at = zw_arena_array(arena, list->n + 1, sizeof *copy->at);
    if (!copy->at)
        return ZW_E_NOMEM;
    if (list->n) {
        memcpy(copy->at, list->at, list->n * sizeof *copy->at);
        qsort(copy->at, copy->n, sizeof *copy->at, by_text);
    }
    return ZW_OK;
}

static zw_status compare(zw_run *run, const zw_receipt_list *first, const zw_receipt_list *second,
                         difference *d)
{
    zw_receipt_list a, b;
    *d = (difference){ 0 };
    d->lacking.at = zw_arena_array(run->arena, first->n + 1, sizeof *d->lacking.at);
    if (!d->lacking.at || sorted(run->arena, first, &a) != ZW_OK ||
        sorted(run->arena, second, &b) != ZW_OK)
        return zw_err_nomem(&run->err);
    size_t i = 0, k = 0;
    while (i < a.n || k < b.n) {
        int order = i == a.n ? 1 : k == b.n ? -1 : strcmp(a.at[i], b.at[k]);
        if (order < 0)
            d->lacking.at[d->lacking.n++] = a.at[i];
        d->other += order > 0;
        i += order <= 0;
        k += order >= 0;
    }
    return ZW_OK;
}

static zw_status say_rows(rerunner *r)
{
    difference d;
    if (!r->then.row_known || !r->now.row_known) {
        zw_say(r->run, "rerun rows many");
        return ZW_OK;
    }
    zw_status s = compare(r->run, &r->then.row, &r->now.row, &d);
    if (s == ZW_OK && d.lacking.n + d.other == 0)
        zw_say(r->run, "rerun order");
    else if (s == ZW_OK)
        zw_say(r->run, "rerun rows", zw_cell_count(d.lacking.n), zw_cell_count(d.other));
    return s;
}

static void say_documents(const zw_run *run, const char *key, const zw_receipt_list *list)
{
    zw_buf names = ZW_BUF_INIT;
    for (size_t i = 0; i < list->n && i < NAMED; i++)
        zw_buf_printf(&names, "%s%s", i ? ", " : "", list->at[i]);
    zw_buf_text(&names, list->n > NAMED ? ", …" : "");
    if (list->n && !zw_buf_failed(&names))
        zw_say_cells(
            run, key,
            (const zw_cell[]){ { 0 }, zw_cell_count(list->n), zw_cell_str(zw_buf_view(&names)) },
            3);
    zw_buf_free(&names);
}

/* Of the documents that the rows named: which are no longer in the index, which are no longer in
 * the rows, which are new there. */
static zw_status say_answers(rerunner *r)
{
    difference gone, came;
    zw_run *run = r->run;
    if (!r->then.answers_known || !r->now.answers_known)
        return ZW_OK;
    zw_index *index = NULL;
    zw_status s = compare(run, &r->then.answers, &r->now.answers, &gone);
    if (s == ZW_OK)
        s = compare(run, &r->now.answers, &r->then.answers, &came);
    if (s == ZW_OK)
        s = zw_index_open_any(r->now.index, &index, &run->err);
    zw_receipt_list left = { gone.lacking.at, 0 }, lost = { 0 };
    lost.at = s == ZW_OK ? zw_arena_array(run->arena, gone.lacking.n + 1, sizeof *lost.at) : NULL;
    if (s == ZW_OK && !lost.at)
        s = zw_err_nomem(&run->err);
    for (size_t i = 0; s == ZW_OK && i < gone.lacking.n; i++) {
        const char *id = gone.lacking.at[i];
        char *term = zw_arena_printf(run->arena, "%s%s", zw_fields[ZW_F_DOCUMENT].prefix, id);
        bool there = term && zw_xdb_termfreq(zw_index_db(index), zw_str_of(term)) > 0;
        zw_receipt_list *to = there ? &left : &lost;
        to->at[to->n++] = id;
    }
    zw_index_free(index);
    if (s != ZW_OK)
        return s;
    say_documents(run, "rerun lost", &lost);
    say_documents(run, "rerun left", &left);
    say_documents(run, "rerun came", &came.lacking);
    return s;
}

static zw_status say_why(rerunner *r)
{
    const zw_receipt *a = &r->then, *b = &r->now;
    if (strcmp(a->version, b->version) != 0)
        zw_say(r->run, "rerun version", zw_cell_text(a->version), zw_cell_text(b->version));
    if (strcmp(a->identity, b->identity) != 0)
        zw_say(r->run, "rerun index", zw_cell_count(a->documents), zw_cell_count(b->documents));
    if (!r->differs) {
        zw_say(r->run, "rerun same", zw_cell_count(b->rows), zw_cell_text(a->time));
        return ZW_OK;
    }
    zw_status s = say_rows(r);
    return s == ZW_OK ? say_answers(r) : s;
}

static zw_status rerun(rerunner *r)
{
    zw_run *run = r->run;
    zw_status s = zw_receipt_read(run->cli->operands[0], run->arena, &r->then, &run->err);
    if (s == ZW_OK)
        s = answer_anew(r);
    if (s == ZW_OK)
        s = zw_run_sheet(run, &form, &r->sheet);
    if (s == ZW_OK)
        s = put_parts(r);
    if (s == ZW_OK)
        s = zw_run_sheet_end(run, r->sheet, zw_sheet_rows(r->sheet));
    return s == ZW_OK ? say_why(r) : s;
}

int zw_cmd_rerun(const zw_cli *cli)
{
    zw_run run;
    rerunner r = { .run = &run };
    zw_status s = zw_run_begin(&run, cli, ZW_AS_TEXT);
    if (s == ZW_OK && cli->n != 1)
        s = zw_err_set(&run.err, ZW_E_USAGE, "one receipt is wanted (see 'zhengwen rerun --help')");
    if (s == ZW_OK)
        s = rerun(&r);
    zw_sheet_free(r.sheet);
    return zw_run_end(&run, s, !r.differs);
}
