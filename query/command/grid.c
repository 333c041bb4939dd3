/* grid: places down, questions across. */
#include <stdlib.h>

#include "base/calendar.h"
#include "query/command/run.h"
#include "query/command/say.h"
#include "query/study/places/grid.h"

const zw_option zw_grid_options[] = {
    { "places", 'p', "LIST",
      "the rows: all with documents (default), province, prefecture, a file" },
    { "as-of", 0, "DATE", "the versions in force on that day (YYYY-MM-DD)" },
    { "long", 0, NULL, "a row a cell with all that is known of it, in every format" },
    { "bom", 0, NULL, "CSV for spreadsheets: a byte order mark, no cell a formula" },
    { NULL, 0, NULL, NULL },
};

static const zw_column long_columns[] = {
    { "place", ZW_COLUMN_TEXT },       { "region", ZW_COLUMN_TEXT },
    { "question", ZW_COLUMN_TEXT },    { "state", ZW_COLUMN_CODE },
    { "confidence", ZW_COLUMN_CODE },  { "quotation", ZW_COLUMN_QUOTE },
    { "figures", ZW_COLUMN_LIST },     { "lead_sentence", ZW_COLUMN_QUOTE },
    { "headings", ZW_COLUMN_TEXT },    { "title", ZW_COLUMN_TEXT },
    { "number", ZW_COLUMN_TEXT },      { "issuer", ZW_COLUMN_TEXT },
    { "date", ZW_COLUMN_TEXT },        { "version", ZW_COLUMN_CODE },
    { "document", ZW_COLUMN_ID },      { "passage", ZW_COLUMN_ID },
    { "permalink", ZW_COLUMN_ID },     { "start", ZW_COLUMN_COUNT },
    { "end", ZW_COLUMN_COUNT },        { "lacks", ZW_COLUMN_LIST },
    { "others", ZW_COLUMN_COUNT },     { "not_quoted", ZW_COLUMN_COUNT },
    { "candidates", ZW_COLUMN_COUNT },
};

#define LONG (sizeof long_columns / sizeof *long_columns)
#define PER_QUESTION 4 /* of a wide row: quotation, figures, confidence, permalink */
#define PLACE 2        /* place, region before them */
#define DOCUMENTS 4    /* titles, numbers, dates, ids behind them */

typedef struct {
    zw_run *run;
    zw_sheet *sheet;
    zw_questions questions;
    bool wide;
    zw_column *columns;
    zw_sheet_form form;
    zw_arena *arena; /* of a row */
    size_t rows;
} gridder;

/* --- long ------------------------------------------------------------------------------------- */

static const char *name_of(const zw_listed_place *place)
{
    return place->key ? place->key->name : place->asked;
}

static const char *version_of(const zw_grid_cell *c)
{
    const zw_version_member *self = zw_version_self(&c->version);
    return c->document ? zw_relation_name(self ? self->relation : ZW_RELATION_ORIGINAL) : NULL;
}

static zw_cell nonempty(zw_str text)
{
    return text.n ? zw_cell_str(text) : zw_cell_text(NULL);
}

static zw_status put_cell(gridder *g, const zw_listed_place *place, const zw_grid_cell *c,
                          zw_err *err)
{
    const zw_doc_record *d = c->document;
    bool has = c->state == ZW_PLACE_HAS;
    const zw_cell null = zw_cell_text(NULL);
    const zw_cell cells[LONG] = {
        zw_cell_text(name_of(place)),
        zw_cell_text(place->key ? place->key->region : NULL),
        zw_cell_text(c->question->name),
        zw_cell_text(zw_place_state_name(c->state)),
        zw_cell_text(zw_sure_name(c->found.sure)),
        has ? zw_cell_str(c->quotation) : null,
        zw_cell_list(c->figures.at, c->figures.n),
        nonempty(c->lead),
        c->headings && *c->headings ? zw_cell_text(c->headings) : null,
        zw_cell_text(d ? d->meta.title : NULL),
        zw_cell_text(d ? d->meta.number : NULL),
        zw_cell_text(d ? d->meta.issuer : NULL),
        zw_cell_text(d ? d->meta.date : NULL),
        zw_cell_text(version_of(c)),
        zw_cell_text(d ? d->id : NULL),
        zw_cell_text(c->passage),
        zw_cell_text(c->permalink),
        has ? zw_cell_count(c->source.chr.start) : null,
        has ? zw_cell_count(c->source.chr.end) : null,
        zw_cell_list(c->lacks.at, c->lacks.n),
        has ? zw_cell_count(c->found.others) : null,
        has ? zw_cell_count(c->found.left) : null,
        zw_cell_count(c->candidates),
    };
    return zw_sheet_row(g->sheet, cells, err);
}

static zw_status put_long(gridder *g, const zw_grid_row *row, zw_err *err)
{
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < g->questions.n; i++)
        s = put_cell(g, row->place, &row->cells[i], err);
    return s;
}

/* --- wide ------------------------------------------------------------------------------------- */

/* 参保年限, 参保年限 figures, ... : the words behind the name in the sheet's language. */
static const char *head_of(gridder *g, const char *name, const char *what)
{
    const char *words = g->run->format == ZW_AS_CSV || g->run->format == ZW_AS_TSV
                            ? what
                            : zw_words_get(g->run->words, "column", what, what);
    return zw_arena_printf(g->run->arena, "%s %s", name, words);
}

static zw_status make_columns(gridder *g)
{
    static const zw_column last[DOCUMENTS] = { { "title", ZW_COLUMN_LIST },
                                               { "number", ZW_COLUMN_LIST },
                                               { "date", ZW_COLUMN_LIST },
                                               { "document", ZW_COLUMN_LIST } };
    size_t n = PLACE + g->questions.n * PER_QUESTION + DOCUMENTS;
    zw_column *c = g->columns = zw_arena_array(g->run->arena, n, sizeof *c);
    if (!c)
        return zw_err_nomem(&g->run->err);
    *c++ = (zw_column){ "place", ZW_COLUMN_TEXT };
    *c++ = (zw_column){ "region", ZW_COLUMN_TEXT };
    for (size_t i = 0; i < g->questions.n; i++) {
        const char *name = g->questions.at[i].name;
        *c++ = (zw_column){ name, ZW_COLUMN_QUOTE };
        *c++ = (zw_column){ head_of(g, name, "figures"), ZW_COLUMN_LIST };
        *c++ = (zw_column){ head_of(g, name, "confidence"), ZW_COLUMN_CODE };
        *c++ = (zw_column){ head_of(g, name, "permalink"), ZW_COLUMN_ID };
        if (!c[-3].name || !c[-2].name || !c[-1].name)
            return zw_err_nomem(&g->run->err);
    }
    memcpy(c, last, sizeof last);
    g->form = (zw_sheet_form){ "places", g->columns, n };
    return ZW_OK;
}

typedef ZW_ARRAY(const zw_doc_record *) governing;

/* The documents of a row, each once. */
static zw_status documents_of(gridder *g, const zw_grid_row *row, governing *all, zw_err *err)
{
    for (size_t i = 0; i < g->questions.n; i++) {
        const zw_doc_record *d = row->cells[i].document;
        size_t k = 0;
        while (k < all->n && all->at[k] != d)
            k++;
        const zw_doc_record **slot = d && k == all->n ? zw_array_add(g->arena, all) : NULL;
        if (d && k == all->n && !slot)
            return zw_err_nomem(err);
        if (slot)
            *slot = d;
    }
    return ZW_OK;
}

static zw_status document_cells(gridder *g, const zw_grid_row *row, zw_cell cells[DOCUMENTS],
                                zw_err *err)
{
    governing all = { 0 };
    zw_status s = documents_of(g, row, &all, err);
    zw_str *texts = zw_arena_array(g->arena, DOCUMENTS * all.n + 1, sizeof *texts);
    if (s != ZW_OK || !texts)
        return s == ZW_OK ? zw_err_nomem(err) : s;
    for (size_t i = 0; i < all.n; i++) {
        const zw_doc_record *d = all.at[i];
        const char *const values[DOCUMENTS] = { d->meta.title, d->meta.number, d->meta.date,
                                                d->id };
        for (size_t k = 0; k < DOCUMENTS; k++)
            texts[k * all.n + i] = zw_str_of(values[k] ? values[k] : "—");
    }
    for (size_t k = 0; k < DOCUMENTS; k++)
        cells[k] = zw_cell_list(texts + k * all.n, all.n);
    return ZW_OK;
}

static zw_status put_wide(gridder *g, const zw_grid_row *row, zw_err *err)
{
    zw_cell *cells = zw_arena_array(g->arena, g->form.n, sizeof *cells), *to = cells;
    if (!cells)
        return zw_err_nomem(err);
    *to++ = zw_cell_text(name_of(row->place));
    *to++ = zw_cell_text(row->place->key ? row->place->key->region : NULL);
    for (size_t i = 0; i < g->questions.n; i++) {
        const zw_grid_cell *c = &row->cells[i];
        const char *sure = zw_sure_name(c->found.sure);
        *to++ = nonempty(c->quotation);
        *to++ = zw_cell_list(c->figures.at, c->figures.n);
        *to++ = zw_cell_text(sure ? sure : zw_place_state_name(c->state));
        *to++ = zw_cell_text(c->permalink);
    }
    zw_status s = document_cells(g, row, to, err);
    return s == ZW_OK ? zw_sheet_row(g->sheet, cells, err) : s;
}

/* --- text ------------------------------------------------------------------------------------- */

static void put_source(const gridder *g, const zw_grid_cell *c, zw_buf *to)
{
    const zw_metadata *m = &c->document->meta;
    const zw_version_member *self = zw_version_self(&c->version);
    zw_buf_printf(to, "  %s", m->title);
    if (m->number)
        zw_buf_printf(to, " · %s", m->number);
    zw_buf_printf(to, " · %s", m->date ? m->date : "—");
    if (self && self->relation != ZW_RELATION_ORIGINAL) {
        const char *relation = zw_relation_name(self->relation);
        zw_buf_printf(to, " · %s", zw_words_get(g->run->words, "value", relation, relation));
    }
    zw_buf_printf(to, " · %s\n", c->document->id);
}

static void put_quotation(zw_str text, zw_buf *to)
{
    for (size_t at = 0; at < text.n;) {
        size_t end = zw_str_find(text, ZW_STR("\n"), at);
        zw_buf_text(to, "     ");
        zw_buf_str(to, zw_str_slice(text, (zw_range){ at, end }));
        zw_buf_char(to, '\n');
        at = end + 1;
    }
}

static void put_answer(const gridder *g, const zw_grid_cell *c, zw_buf *to)
{
    const char *bold = g->run->color ? "\033[1m" : "", *plain = g->run->color ? "\033[0m" : "";
    const char *name = zw_sure_name(c->found.sure);
    name = name ? name : zw_place_state_name(c->state);
    zw_buf_printf(to, "   %s%s%s: %s", bold, c->question->name, plain,
                  zw_words_get(g->run->words, "value", name, name));
    for (size_t i = 0; i < c->figures.n && c->question->figure; i++)
        zw_buf_printf(to, "%s%.*s", i ? "; " : " · ", (int)c->figures.at[i].n, c->figures.at[i].at);
    zw_buf_char(to, '\n');
    if (c->state != ZW_PLACE_HAS)
        return;
    put_quotation(c->quotation, to);
    zw_buf_printf(to, "     %s\n", c->permalink);
}

static bool any_document(const gridder *g, const zw_grid_row *row)
{
    size_t i = 0;
    while (i < g->questions.n && !row->cells[i].document)
        i++;
    return i < g->questions.n;
}

static zw_status put_text(gridder *g, const zw_grid_row *row)
{
    zw_buf *to = &g->run->out;
    const zw_doc_record *last = NULL;
    zw_buf_printf(to, "%s%s\n", g->rows > 1 ? "\n" : "",
                  row->place->key ? row->place->key->region : row->place->asked);
    if (!any_document(g, row)) {
        const char *none = zw_place_state_name(ZW_PLACE_NO_DOCUMENT);
        zw_buf_printf(to, "   %s\n", zw_words_get(g->run->words, "value", none, none));
    }
    for (size_t i = 0; any_document(g, row) && i < g->questions.n; i++) {
        const zw_grid_cell *c = &row->cells[i];
        if (c->document && c->document != last)
            put_source(g, c, to);
        last = c->document;
        put_answer(g, c, to);
    }
    return to->n > 65536 ? zw_run_flush(g->run) : ZW_OK;
}

/* --- the command ------------------------------------------------------------------------------ */

static zw_status put(void *context, const zw_grid_row *row, zw_err *err)
{
    gridder *g = context;
    size_t first = (size_t)g->run->offset, max = (size_t)g->run->limit, n = g->rows++;
    if (n < first || (max && n >= first + max))
        return ZW_OK;
    zw_arena_reset(g->arena);
    zw_status s = g->run->format == ZW_AS_TEXT ? put_text(g, row) : ZW_OK;
    if (s != ZW_OK || !g->sheet)
        return s;
    return g->wide ? put_wide(g, row, err) : put_long(g, row, err);
}

/* The first operand is the file of questions, what stands behind it the query. */
static zw_status begin(gridder *g)
{
    zw_run *run = g->run;
    const zw_cli *cli = run->cli;
    const char *day = zw_cli_value(cli, "as-of");
    if (cli->n == 0)
        return zw_err_set(&run->err, ZW_E_USAGE,
                          "a file of questions is missing (see 'zhengwen grid --help')");
    if (day && !zw_calendar_is_day(day))
        return zw_err_set(&run->err, ZW_E_USAGE, "'%s': a day is YYYY-MM-DD", day);
    zw_cli rest = *cli;
    rest.operands++;
    rest.n--;
    if (!(run->query = zw_cli_text(&rest, run->arena)))
        return zw_err_nomem(&run->err);
    if (!zw_cli_has(cli, "limit"))
        run->limit = 0;
    g->wide = !zw_cli_has(cli, "long") && run->format != ZW_AS_JSON && run->format != ZW_AS_NDJSON;
    zw_status s = zw_run_open(run);
    if (s == ZW_OK)
        s = zw_questions_read(run->session, cli->operands[0], run->arena, &g->questions, &run->err);
    if (s == ZW_OK && g->wide)
        return make_columns(g);
    g->form = (zw_sheet_form){ "cells", long_columns, LONG };
    return s;
}

static zw_status end(gridder *g, const zw_grid_counts *counts)
{
    zw_run *run = g->run;
    const struct {
        const char *name;
        size_t count;
    } facts[] = { { "places", counts->places },
                  { "has", counts->has },
                  { "no_clause", counts->no_clause },
                  { "no_document", counts->no_document },
                  { "not_in_force", counts->not_in_force } };
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && g->sheet && i < sizeof facts / sizeof *facts; i++)
        s = zw_sheet_fact(g->sheet, facts[i].name, zw_cell_count(facts[i].count), &run->err);
    if (s == ZW_OK)
        s = zw_run_sheet_end(run, g->sheet, counts->has);
    for (size_t i = 0; s == ZW_OK && i < counts->list->notes.n; i++)
        zw_say_turned(run, counts->list->notes.at[i]);
    if (s == ZW_OK)
        zw_say(run, "grid", zw_cell_count(counts->places), zw_cell_count(counts->has),
               zw_cell_count(counts->no_clause), zw_cell_count(counts->no_document));
    if (s == ZW_OK && counts->not_in_force)
        zw_say(run, "grid force", zw_cell_count(counts->not_in_force));
    return s;
}

static zw_status grid(gridder *g, bool *found)
{
    zw_run *run = g->run;
    const char *places = zw_cli_value(run->cli, "places");
    zw_grid_counts counts;
    zw_grid_question question = { .questions = &g->questions,
                                  .places = places ? places : "all",
                                  .query = run->query,
                                  .as_of = zw_cli_value(run->cli, "as-of") };
    zw_status s = run->format == ZW_AS_TEXT ? zw_run_sheet_beside(run, &g->form, &g->sheet)
                                            : zw_run_sheet(run, &g->form, &g->sheet);
    if (s == ZW_OK)
        s = zw_grid(run->session, &question, run->arena, put, g, &counts, &run->fault, &run->err);
    if (s == ZW_OK)
        s = end(g, &counts);
    *found = s == ZW_OK && counts.has > 0;
    return s;
}

int zw_cmd_grid(const zw_cli *cli)
{
    zw_run run;
    gridder g = { .run = &run, .arena = zw_arena_new() };
    bool found = false;
    zw_status s = zw_run_begin(&run, cli, ZW_AS_TEXT);
    if (s == ZW_OK && !g.arena)
        s = zw_err_nomem(&run.err);
    if (s == ZW_OK)
        s = begin(&g);
    if (s == ZW_OK)
        s = grid(&g, &found);
    zw_sheet_free(g.sheet);
    zw_arena_free(g.arena);
    return zw_run_end(&run, s, found);
}
