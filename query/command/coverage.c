/* coverage: what the index holds, and what it says where a query finds nothing. */
#include "query/study/places/coverage.h"
#include "query/command/run.h"
#include "query/command/say.h"

const zw_option zw_coverage_options[] = {
    { "by", 'b', "province|prefecture|region|year|genre|issuer",
      "what to count by (default: province, each with a row)" },
    { "bom", 0, NULL, "CSV for spreadsheets: a byte order mark, no cell a formula" },
    { NULL, 0, NULL, NULL },
};

#define COLUMNS 9
#define HELD_COLUMNS 6 /* without a query */

static const zw_column columns[COLUMNS] = {
    { NULL, ZW_COLUMN_TEXT }, /* what is counted by */
    { "documents", ZW_COLUMN_COUNT },
    { "passages", ZW_COLUMN_COUNT },
    { "figures", ZW_COLUMN_COUNT },
    { "first_date", ZW_COLUMN_TEXT },
    { "last_date", ZW_COLUMN_TEXT },
    { "with_documents", ZW_COLUMN_COUNT },
    { "with_passages", ZW_COLUMN_COUNT },
    { "state", ZW_COLUMN_TEXT },
};

static const char *state_of(const zw_cover_row *row)
{
    const zw_listed_place place = { .documents = row->documents };
    return zw_place_state_name(zw_place_state_of(&place, row->with_passages));
}

static zw_status put_row(zw_run *run, zw_sheet *sheet, const zw_cover_row *row)
{
    const zw_cell cells[COLUMNS] = {
        zw_cell_text(row->value),           zw_cell_count(row->documents),
        zw_cell_count(row->passages),       zw_cell_count(row->figures),
        zw_cell_text(row->first_date),      zw_cell_text(row->last_date),
        zw_cell_count(row->with_documents), zw_cell_count(row->with_passages),
        zw_cell_text(state_of(row)),
    };
    return zw_sheet_row(sheet, cells, &run->err);
}

static zw_status put_facts(zw_run *run, zw_sheet *sheet, const zw_coverage *c)
{
    const struct {
        const char *name;
        zw_cell value;
    } facts[] = {
        { "documents", zw_cell_count(c->all.documents) },
        { "passages", zw_cell_count(c->all.passages) },
        { "figures", zw_cell_count(c->all.figures) },
        { "first_date", zw_cell_text(c->all.first_date) },
        { "last_date", zw_cell_text(c->all.last_date) },
        { "undated", zw_cell_count(c->undated) },
        { "gaps", zw_cell_count(c->gaps) },
        { "with_documents", zw_cell_count(c->all.with_documents) },
        { "with_passages", zw_cell_count(c->all.with_passages) },
    };
    zw_status s = ZW_OK;
    size_t n = sizeof facts / sizeof *facts;
    for (size_t i = 0; s == ZW_OK && i < (c->asked ? n : n - 2); i++)
        s = zw_sheet_fact(sheet, facts[i].name, facts[i].value, &run->err);
    return s;
}

static void say_coverage(const zw_run *run, const zw_coverage *c)
{
    const zw_cover_row *a = &c->all;
    if (c->asked) {
        zw_say_plan(run, &c->plan);
        zw_say(run, "coverage of query", zw_cell_count(a->with_documents),
               zw_cell_count(a->documents), zw_cell_count(a->with_passages));
    }
    zw_say(run, "coverage", zw_cell_count(a->documents), zw_cell_count(a->passages),
           zw_cell_count(a->figures), zw_cell_count(c->undated));
    if (c->gaps)
        zw_say(run, "coverage gaps", zw_cell_count(c->gaps));
}

static zw_status put(zw_run *run, zw_cover_by by, const zw_coverage *c)
{
    zw_column *heads = zw_arena_array(run->arena, COLUMNS, sizeof *heads);
    zw_sheet_form *form = zw_arena_alloc(run->arena, sizeof *form);
    zw_sheet *sheet = NULL;
    if (!heads || !form)
        return zw_err_nomem(&run->err);
    memcpy(heads, columns, sizeof columns);
    heads[0].name = zw_cover_by_name(by);
    *form = (zw_sheet_form){ "coverage", heads, c->asked ? COLUMNS : HELD_COLUMNS };
    zw_status s = zw_run_sheet(run, form, &sheet);
    size_t first = (size_t)run->offset;
    size_t limit = zw_cli_has(run->cli, "limit") ? (size_t)run->limit : 0;
    for (size_t i = first; s == ZW_OK && i < c->rows.n && (!limit || i - first < limit); i++)
        s = put_row(run, sheet, &c->rows.at[i]);
    if (s == ZW_OK)
        s = put_facts(run, sheet, c);
    if (s == ZW_OK)
        s = zw_run_sheet_end(run, sheet, c->rows.n);
    zw_sheet_free(sheet);
    return s;
}

static zw_status cover(zw_run *run, zw_coverage *coverage)
{
    const char *name = zw_cli_value(run->cli, "by");
    zw_cover_by by = ZW_COVER_PROVINCE;
    if (name && !zw_cover_by_find(name, &by))
        return zw_err_set(&run->err, ZW_E_USAGE, "'%s': one of %s is wanted", name,
                          zw_cover_by_names);
    zw_status s = zw_coverage_make(run->session, run->query, by, run->arena, coverage, &run->fault,
                                   &run->err);
    if (s == ZW_OK)
        s = put(run, by, coverage);
    if (s == ZW_OK)
        say_coverage(run, coverage);
    return s;
}

int zw_cmd_coverage(const zw_cli *cli)
{
    zw_run run;
    zw_coverage coverage = { 0 };
    zw_status s = zw_run_begin(&run, cli, ZW_AS_CSV);
    if (s == ZW_OK)
        s = zw_run_open(&run);
    if (s == ZW_OK)
        s = cover(&run, &coverage);
    bool found = coverage.asked ? coverage.all.with_passages > 0 : coverage.all.documents > 0;
    zw_coverage_free(&coverage);
    return zw_run_end(&run, s, found);
}
