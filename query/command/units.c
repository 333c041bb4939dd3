/* units: the sentences, items or passages of an answer, ready to be coded. */
#include "query/study/quoting/units.h"
#include "query/command/run.h"
#include "query/command/say.h"
#include "query/study/quoting/permalink.h"

const zw_option zw_units_options[] = {
    { "by", 'b', "sentence|item|passage", "what a unit is (default: sentence)" },
    { "columns", 0, "NAME,...", "empty columns for the coders' codes" },
    { "bom", 0, NULL, "CSV for spreadsheets: a byte order mark, no cell a formula" },
    { NULL, 0, NULL, NULL },
};

static const zw_column columns[] = {
    { "id", ZW_COLUMN_ID },        { "document", ZW_COLUMN_ID },  { "passage", ZW_COLUMN_ID },
    { "title", ZW_COLUMN_TEXT },   { "number", ZW_COLUMN_TEXT },  { "issuer", ZW_COLUMN_TEXT },
    { "place", ZW_COLUMN_TEXT },   { "date", ZW_COLUMN_TEXT },    { "headings", ZW_COLUMN_LIST },
    { "text", ZW_COLUMN_QUOTE },   { "start", ZW_COLUMN_COUNT },  { "end", ZW_COLUMN_COUNT },
    { "permalink", ZW_COLUMN_ID }, { "figures", ZW_COLUMN_LIST }, { "agencies", ZW_COLUMN_LIST },
    { "verbs", ZW_COLUMN_LIST },   { "topics", ZW_COLUMN_LIST },  { "instruments", ZW_COLUMN_LIST },
};

#define FIXED (sizeof columns / sizeof *columns)
#define CODES 100 /* columns of coders at most */

typedef struct {
    zw_run *run;
    zw_sheet *sheet;
    zw_column all[FIXED + CODES];
    zw_sheet_form form;
    zw_arena *arena; /* of a row */
    size_t total, shown;
} exporter;

/* --- columns ---------------------------------------------------------------------------------- */

static zw_status add_column(exporter *x, const char *name)
{
    zw_err *err = &x->run->err;
    if (!*name)
        return zw_err_set(err, ZW_E_USAGE, "'--columns': a name is empty");
    if (x->form.n == FIXED + CODES)
        return zw_err_set(err, ZW_E_USAGE, "'--columns': more than %d", CODES);
    for (size_t i = 0; i < x->form.n; i++) {
        if (strcmp(x->all[i].name, name) == 0)
            return zw_err_set(err, ZW_E_USAGE, "'--columns': '%s' stands there already", name);
    }
    x->all[x->form.n++] = (zw_column){ name, ZW_COLUMN_TEXT };
    return ZW_OK;
}

static zw_status read_columns(exporter *x)
{
    const char *at = zw_cli_value(x->run->cli, "columns");
    zw_status s = ZW_OK;
    memcpy(x->all, columns, sizeof columns);
    x->form = (zw_sheet_form){ "units", x->all, FIXED };
    while (s == ZW_OK && at) {
        size_t n = strcspn(at, ",");
        const char *name = zw_arena_str(x->run->arena, zw_str_trim((zw_str){ at, n }));
        s = name ? add_column(x, name) : zw_err_nomem(&x->run->err);
        at = at[n] ? at + n + 1 : NULL;
    }
    return s;
}

/* --- rows ------------------------------------------------------------------------------------- */

static zw_status fact_cells(exporter *x, const zw_study_unit *u, zw_cell *cells, zw_err *err)
{
    static zw_status (*const kinds[])(const zw_study_unit *, zw_arena *, zw_unit_facts *,
                                      zw_err *) = { zw_unit_figures, zw_unit_agencies,
                                                    zw_unit_verbs, zw_unit_topics,
                                                    zw_unit_instruments };
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < sizeof kinds / sizeof *kinds; i++) {
        zw_unit_facts facts = { 0 };
        s = kinds[i](u, x->arena, &facts, err);
        cells[i] = zw_cell_list(facts.at, facts.n);
    }
    return s;
}

static zw_cell headings_cell(const zw_passage_record *p, zw_arena *arena)
{
    zw_str *list = zw_arena_array(arena, p->n_headings + 1, sizeof *list);
    for (size_t i = 0; list && i < p->n_headings; i++)
        list[i] = zw_str_of(p->headings[i]);
    return zw_cell_list(list, list ? p->n_headings : 0);
}

static zw_status put(void *context, const zw_study_unit *u, zw_err *err)
{
    exporter *x = context;
    const zw_run *run = x->run;
    const zw_doc_record *d = u->document;
    const zw_passage_record *p = &u->window->pieces.at[0].record;
    size_t n = x->total++;
    if (n < (size_t)run->offset || (run->limit && n >= (size_t)run->offset + (size_t)run->limit))
        return ZW_OK;
    x->shown++;
    zw_arena_reset(x->arena);
    zw_cell cells[FIXED + CODES] = {
        zw_cell_text(u->id),
        zw_cell_text(d->id),
        zw_cell_text(p->id),
        zw_cell_text(d->meta.title),
        zw_cell_text(d->meta.number),
        zw_cell_text(d->meta.issuer),
        zw_cell_text(d->region.n ? d->region.names[d->region.n - 1] : NULL),
        zw_cell_text(d->meta.date),
        headings_cell(p, x->arena),
        zw_cell_str(zw_str_trim(zw_str_slice(u->window->text, u->at))),
        zw_cell_count(u->source.chr.start),
        zw_cell_count(u->source.chr.end),
        zw_cell_text(zw_permalink_text(p->id, u->source.chr, x->arena)),
    };
    zw_status s = fact_cells(x, u, cells + FIXED - 5, err);
    return s == ZW_OK ? zw_sheet_row(x->sheet, cells, err) : s;
}

static zw_units_by by_of(const zw_cli *cli)
{
    const char *name = zw_cli_value(cli, "by");
    if (name && strcmp(name, "item") == 0)
        return ZW_UNITS_ITEM;
    return name && strcmp(name, "passage") == 0 ? ZW_UNITS_PASSAGE : ZW_UNITS_SENTENCE;
}

static zw_status units(exporter *x)
{
    zw_run *run = x->run;
    zw_plan plan = { 0 };
    zw_status s = read_columns(x);
    if (s == ZW_OK)
        s = zw_run_sheet(run, &x->form, &x->sheet);
    if (s == ZW_OK)
        s = zw_units(run->session, run->query, by_of(run->cli), run->arena, put, x, &plan,
                     &run->fault, &run->err);
    if (s == ZW_OK)
        s = zw_run_sheet_end(run, x->sheet, x->total);
    if (s == ZW_OK)
        zw_say_plan(run, &plan);
    if (s == ZW_OK && x->shown && x->shown < x->total)
        zw_say_page(run, (size_t)run->offset, x->shown, x->total, false, "units");
    zw_plan_free(&plan);
    return s;
}

int zw_cmd_units(const zw_cli *cli)
{
    zw_run run;
    exporter x = { .run = &run, .arena = zw_arena_new() };
    zw_status s = zw_run_begin(&run, cli, ZW_AS_CSV);
    if (s == ZW_OK && !x.arena)
        s = zw_err_nomem(&run.err);
    if (s == ZW_OK)
        s = zw_run_open(&run);
    if (s == ZW_OK)
        s = units(&x);
    zw_sheet_free(x.sheet);
    zw_arena_free(x.arena);
    return zw_run_end(&run, s, x.total > 0);
}
