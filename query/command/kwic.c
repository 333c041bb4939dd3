/* kwic: a concordance. */
#include <stdlib.h>

#include "base/width.h"
#include "query/command/run.h"
#include "query/command/say.h"
#include "query/study/quoting/kwic.h"
#include "query/study/quoting/permalink.h"

const zw_option zw_kwic_options[] = {
    { "window", 'w', "N", "characters on either side (default 20)" },
    { "sort", 0, "place|left|right|year|document",
      "by place, date and document (default), or by what stands directly left or right, ..." },
    { "bom", 0, NULL, "CSV for spreadsheets: a byte order mark, no cell a formula" },
    { NULL, 0, NULL, NULL },
};

static const zw_column columns[] = {
    { "left", ZW_COLUMN_QUOTE },   { "keyword", ZW_COLUMN_QUOTE }, { "right", ZW_COLUMN_QUOTE },
    { "place", ZW_COLUMN_TEXT },   { "date", ZW_COLUMN_TEXT },     { "title", ZW_COLUMN_TEXT },
    { "number", ZW_COLUMN_TEXT },  { "document", ZW_COLUMN_ID },   { "passage", ZW_COLUMN_ID },
    { "permalink", ZW_COLUMN_ID }, { "start", ZW_COLUMN_COUNT },   { "end", ZW_COLUMN_COUNT },
};

static const zw_sheet_form form = { "occurrences", columns, sizeof columns / sizeof *columns };

typedef struct {
    zw_run *run;
    zw_sheet *sheet; /* NULL: text */
    zw_kwic_question question;
    zw_arena *arena; /* of a row */
    size_t shown;
} printer;

static void blanks(zw_buf *to, size_t n)
{
    for (size_t i = 0; i < n; i++)
        zw_buf_char(to, ' ');
}

static const char *place_of(const zw_doc_record *d)
{
    return d->region.n ? d->region.names[d->region.n - 1] : NULL;
}

/* The keyword in one column of the terminal, what is around it on either side. */
static void put_line(const printer *p, const zw_kwic_row *row)
{
    zw_buf *to = &p->run->out;
    const zw_doc_record *d = row->document;
    size_t room = 2 * p->question.window, left = zw_width_of(row->left),
           right = zw_width_of(row->right);
    blanks(to, left < room ? room - left : 0);
    zw_buf_str(to, row->left);
    zw_buf_text(to, p->run->color ? " \033[31;1m" : " [");
    zw_buf_str(to, row->keyword);
    zw_buf_text(to, p->run->color ? "\033[0m " : "] ");
    zw_buf_str(to, row->right);
    blanks(to, right < room ? room - right : 0);
    zw_buf_printf(to, "  %.4s %s  %s\n", d->meta.date ? d->meta.date : "—",
                  place_of(d) ? place_of(d) : "—", row->passage);
}

static zw_status put(void *context, const zw_kwic_row *row, zw_err *err)
{
    printer *p = context;
    const zw_doc_record *d = row->document;
    p->shown++;
    if (!p->sheet) {
        put_line(p, row);
        return p->run->out.n > 65536 ? zw_run_flush(p->run) : ZW_OK;
    }
    zw_arena_reset(p->arena);
    const zw_cell cells[] = {
        zw_cell_str(row->left),
        zw_cell_str(row->keyword),
        zw_cell_str(row->right),
        zw_cell_text(place_of(d)),
        zw_cell_text(d->meta.date),
        zw_cell_text(d->meta.title),
        zw_cell_text(d->meta.number),
        zw_cell_text(d->id),
        zw_cell_text(row->passage),
        zw_cell_text(zw_permalink_text(row->passage, row->source.chr, p->arena)),
        zw_cell_count(row->source.chr.start),
        zw_cell_count(row->source.chr.end),
    };
    return zw_sheet_row(p->sheet, cells, err);
}

static zw_kwic_sort sort_of(const zw_cli *cli)
{
    static const char *const names[] = { [ZW_KWIC_PLACE] = "place",
                                         [ZW_KWIC_LEFT] = "left",
                                         [ZW_KWIC_RIGHT] = "right",
                                         [ZW_KWIC_YEAR] = "year",
                                         [ZW_KWIC_DOCUMENT] = "document" };
    const char *name = zw_cli_value(cli, "sort");
    for (size_t i = 0; name && i < sizeof names / sizeof *names; i++) {
        if (strcmp(names[i], name) == 0)
            return (zw_kwic_sort)i;
    }
    return ZW_KWIC_PLACE;
}

static zw_status end(printer *p, const zw_kwic_counts *counts, const zw_plan *plan)
{
    zw_run *run = p->run;
    zw_status s = ZW_OK;
    if (p->sheet) {
        s = zw_sheet_fact(p->sheet, "passages", zw_cell_count(counts->passages), &run->err);
        if (s == ZW_OK)
            s = zw_sheet_fact(p->sheet, "documents", zw_cell_count(counts->documents), &run->err);
        if (s == ZW_OK)
            s = zw_run_sheet_end(run, p->sheet, counts->occurrences);
    } else if (counts->occurrences == 0) {
        s = zw_say_nothing_found(run);
    }
    if (s != ZW_OK)
        return s;
    zw_say_plan(run, plan);
    if (counts->occurrences)
        zw_say(run, p->shown < counts->occurrences ? "occurrences page" : "occurrences",
               zw_cell_count(counts->occurrences), zw_cell_count(counts->passages),
               zw_cell_count(counts->documents));
    return s;
}

static zw_status kwic(printer *p, bool *found)
{
    zw_run *run = p->run;
    zw_kwic_counts counts;
    zw_plan plan = { 0 };
    long window = ZW_KWIC_WINDOW;
    zw_status s = zw_cli_number(run->cli, "window", 0, 500, &window, &run->err);
    p->question = (zw_kwic_question){ .query = run->query,
                                      .window = (size_t)window,
                                      .first = (size_t)run->offset,
                                      .max = (size_t)run->limit,
                                      .sort = sort_of(run->cli) };
    if (s == ZW_OK && run->format != ZW_AS_TEXT)
        s = zw_run_sheet(run, &form, &p->sheet);
    if (s == ZW_OK)
        s = zw_kwic(run->session, &p->question, run->arena, put, p, &counts, &plan, &run->fault,
                    &run->err);
    if (s == ZW_OK)
        s = end(p, &counts, &plan);
    *found = s == ZW_OK && counts.occurrences > 0;
    zw_plan_free(&plan);
    return s;
}

int zw_cmd_kwic(const zw_cli *cli)
{
    zw_run run;
    printer p = { .run = &run, .arena = zw_arena_new() };
    bool found = false;
    zw_status s = zw_run_begin(&run, cli, ZW_AS_TEXT);
    if (s == ZW_OK && !p.arena)
        s = zw_err_nomem(&run.err);
    if (s == ZW_OK && cli->n == 0)
        s = zw_err_set(&run.err, ZW_E_USAGE, "a query is missing (see 'zhengwen kwic --help')");
    if (s == ZW_OK)
        s = zw_run_open(&run);
    if (s == ZW_OK)
        s = kwic(&p, &found);
    zw_sheet_free(p.sheet);
    zw_arena_free(p.arena);
    return zw_run_end(&run, s, found);
}
