/* timeline: an indicator over the years, place by place. */
#include <stdlib.h>

#include "query/command/figures.h"
#include "query/study/figures/conflicts.h"

const zw_option zw_timeline_options[] = {
    { "match", 0, "synonym|exact|contains",
      "the indicator under any of its names (default), as written, or within a longer one" },
    { "unit", 0, "UNIT", "in this unit or one that compares with it (亩: 公顷, 平方公里)" },
    { "change", 0, "grows|falls|level", "rises, falls, or neither" },
    { "places", 0, "LIST",
      "a row for each place of a file of names, or all, province, prefecture, also where it has "
      "no figure" },
    { "collapse", 0, NULL, "a figure that several versions of a text have once" },
    { "bom", 0, NULL, "CSV for spreadsheets: a byte order mark, no cell a formula" },
    { NULL, 0, NULL, NULL },
};

#define HEADS 3

static const zw_column heads[HEADS] = { { "place", ZW_COLUMN_TEXT },
                                        { "path", ZW_COLUMN_TEXT },
                                        { "relation", ZW_COLUMN_TEXT } };

/* Place, indicator, year: figures without a year last. */
static int by_time(const void *a, const void *b)
{
    const zw_figure_at *x = *(const zw_figure_at *const *)a, *y = *(const zw_figure_at *const *)b;
    int order = zw_figure_place_order(x, y);
    if (order == 0)
        order = zw_figure_text_order(x->row->name, y->row->name);
    if (order == 0 && x->row->year != y->row->year)
        order = !x->row->year != !y->row->year ? !x->row->year - !y->row->year
                                               : x->row->year - y->row->year;
    if (order == 0)
        order = zw_conflict_group_order(x, y);
    return order ? order : zw_figure_source_order(x, y);
}

/* What a figure is to those before it, where it differs from them: revision, conflict. */
static const char *relation_of(const zw_figure_at *const *all, size_t i)
{
    const zw_figure_row *row = all[i]->row;
    size_t first = i;
    if (!all[i]->place || !row->year || row->kind == ZW_KIND_CONDITION)
        return NULL;
    while (first > 0 && zw_conflict_group_order(all[first - 1], all[i]) == 0)
        first--;
    zw_value_relation relation = zw_value_relation_of(all + first, i - first);
    return relation == ZW_VALUE_FIRST ? NULL : zw_value_relation_name(relation);
}

static zw_status put_figure(zw_figure_study *study, const zw_figure_at *const *all, size_t i)
{
    zw_cell cells[HEADS + ZW_FIGURE_COLUMNS];
    const zw_place_key *place = all[i]->place;
    cells[0] = zw_cell_text(place ? place->name : NULL);
    cells[1] = zw_cell_text(place ? place->region : NULL);
    cells[2] = zw_cell_text(relation_of(all, i));
    zw_status s = zw_figure_cells(study, all[i]->row, cells + HEADS);
    return s == ZW_OK ? zw_figure_study_row(study, cells) : s;
}

static zw_status put_place(zw_figure_study *study, const zw_listed_place *place)
{
    zw_cell cells[HEADS + ZW_FIGURE_COLUMNS] = { { 0 } };
    cells[0] = zw_cell_text(place->asked);
    cells[1] = zw_cell_text(place->key ? place->key->region : NULL);
    cells[2] = zw_cell_text(zw_place_state_name(zw_place_state_of(place, 0)));
    return zw_figure_study_row(study, cells);
}

/* The figures of each listed place, in the order of the list. */
static zw_status put_listed(zw_figure_study *study, const zw_figure_at *const *all)
{
    zw_status s = ZW_OK;
    for (size_t p = 0; s == ZW_OK && p < study->places->rows.n; p++) {
        const zw_listed_place *place = &study->places->rows.at[p];
        size_t found = 0;
        for (size_t i = 0; s == ZW_OK && i < study->set.n; i++) {
            if (zw_places_find(study->places, all[i]->place) != p)
                continue;
            found++;
            s = put_figure(study, all, i);
        }
        if (s == ZW_OK && !found)
            s = put_place(study, place);
    }
    return s;
}

static zw_status put_all(zw_figure_study *study)
{
    const zw_figure_at **all = zw_arena_array(study->run->arena, study->set.n + 1, sizeof *all);
    if (!all)
        return zw_err_nomem(&study->run->err);
    for (size_t i = 0; i < study->set.n; i++)
        all[i] = &study->set.at[i];
    if (study->set.n)
        qsort(all, study->set.n, sizeof *all, by_time);
    zw_status s = zw_figure_study_columns(study, "figures", heads, HEADS);
    if (s == ZW_OK && study->places)
        return put_listed(study, all);
    for (size_t i = 0; s == ZW_OK && i < study->set.n; i++)
        s = put_figure(study, all, i);
    return s;
}

static zw_status timeline(zw_run *run, zw_figure_study *study)
{
    zw_figure_question question;
    const char *const indicator[] = { run->cli->operands[0] };
    const zw_cli rest = { .operands = run->cli->operands + 1, .n = run->cli->n - 1 };
    zw_status s = zw_figure_question_of(run, &question);
    run->query = zw_cli_text(&rest, run->arena);
    if (!run->query)
        return zw_err_nomem(&run->err);
    question.query = run->query;
    question.indicators = indicator;
    question.n_indicators = 1;
    if (s == ZW_OK)
        s = zw_figure_study_make(run, &question, study);
    if (s == ZW_OK)
        s = put_all(study);
    if (s == ZW_OK)
        s = zw_sheet_fact(study->sheet, "indicator", zw_cell_text(indicator[0]), &run->err);
    return s == ZW_OK ? zw_figure_study_end(study) : s;
}

int zw_cmd_timeline(const zw_cli *cli)
{
    zw_run run;
    zw_figure_study study = { 0 };
    zw_status s = zw_run_begin(&run, cli, ZW_AS_CSV);
    if (s == ZW_OK && cli->n == 0)
        s = zw_err_set(&run.err, ZW_E_USAGE,
                       "an indicator is missing (see 'zhengwen timeline --help')");
    if (s == ZW_OK)
        s = zw_run_open(&run);
    if (s == ZW_OK)
        s = timeline(&run, &study);
    bool found = study.set.n > 0;
    zw_figure_study_free(&study);
    return zw_run_end(&run, s, found);
}
