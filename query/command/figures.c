/* figures: what its options ask, and the tables made of figures. */
#include "query/command/figures.h"

#include "query/command/say.h"
#include "query/study/figures/figure_key.h"

const zw_option zw_figures_options[] = {
    { "indicator", 'i', "TEXT", "figures of this indicator (may be given several times)" },
    { "match", 0, "synonym|exact|contains",
      "the indicator under any of its names (default), as written, or within a longer one" },
    { "unit", 0, "UNIT", "in this unit or one that compares with it (亩: 公顷, 平方公里)" },
    { "change", 0, "grows|falls|level", "rises, falls, or neither" },
    { "by", 'b', "KEY[,KEY]",
      "statistics by place, region, province, prefecture, year, for, indicator, unit, kind, "
      "change, force, cmp, document, issuer or genre" },
    { "pivot", 0, NULL, "a table of values: the first key down, the second across (place,for)" },
    { "conflicts", 0, NULL, "one indicator, place and year with several values" },
    { "places", 0, "LIST",
      "a row for each place of a file of names, or all, province, prefecture: its figures, or what "
      "it lacks" },
    { "collapse", 0, NULL, "a figure that several versions of a text have once" },
    { "bom", 0, NULL, "CSV for spreadsheets: a byte order mark, no cell a formula" },
    { NULL, 0, NULL, NULL },
};

/* --- what is asked ---------------------------------------------------------------------------- */

static zw_status read_indicators(zw_run *run, zw_figure_question *question)
{
    ZW_ARRAY(const char *) names = { 0 };
    for (size_t i = 0; i < run->cli->given.n; i++) {
        const zw_cli_given *given = &run->cli->given.at[i];
        if (strcmp(given->option->name, "indicator") != 0)
            continue;
        const char **slot = zw_array_add(run->arena, &names);
        if (!slot)
            return zw_err_nomem(&run->err);
        *slot = given->value;
    }
    question->indicators = names.at;
    question->n_indicators = names.n;
    return ZW_OK;
}

zw_status zw_figure_question_of(zw_run *run, zw_figure_question *question)
{
    const char *match = zw_cli_value(run->cli, "match");
    const char *change = zw_cli_value(run->cli, "change");
    *question = (zw_figure_question){ .query = run->query,
                                      .unit = zw_cli_value(run->cli, "unit"),
                                      .collapse = zw_cli_has(run->cli, "collapse") };
    if (match)
        question->match = *match == 'e'   ? ZW_MATCH_EXACT
                          : *match == 'c' ? ZW_MATCH_CONTAINS
                                          : ZW_MATCH_SYNONYM;
    if (change)
        question->change = *change == 'g' ? '+' : *change == 'f' ? '-' : '=';
    return read_indicators(run, question);
}

/* --- a study ---------------------------------------------------------------------------------- */

static void keep_listed(zw_figure_study *study)
{
    size_t kept = 0;
    for (size_t i = 0; i < study->set.n; i++) {
        if (zw_places_find(study->places, study->set.at[i].place) != ZW_NOT_LISTED)
            study->set.at[kept++] = study->set.at[i];
    }
    study->unlisted = study->set.n - kept;
    study->set.n = kept;
}

zw_status zw_figure_study_make(zw_run *run, const zw_figure_question *question,
                               zw_figure_study *study)
{
    const char *list = zw_cli_value(run->cli, "places");
    zw_place_keys *keys = NULL;
    zw_status s = ZW_OK;
    *study = (zw_figure_study){ .run = run, .question = *question };
    if (list)
        s = zw_places_make(run->session, list, run->arena, &study->places, &run->err);
    if (s == ZW_OK && list)
        keys = study->places->keys;
    else if (s == ZW_OK)
        s = zw_place_keys_new(run->session, run->arena, &keys, &run->err);
    if (s == ZW_OK)
        s = zw_figures_ask(run->session, &study->question, run->arena, &study->table, &run->fault,
                           &run->err);
    if (s == ZW_OK)
        s = zw_figure_set_make(keys, &study->table.rows, run->arena, &study->set, &run->err);
    if (s == ZW_OK && study->places)
        keep_listed(study);
    return s;
}

void zw_figure_study_free(zw_figure_study *study)
{
    zw_sheet_free(study->sheet);
    zw_figure_table_free(&study->table);
}

zw_status zw_figure_study_row(zw_figure_study *study, const zw_cell *cells)
{
    zw_run *run = study->run;
    size_t at = study->total++, first = (size_t)run->offset;
    /* a table is shown whole, unless a part of it was asked for */
    size_t limit = zw_cli_has(run->cli, "limit") ? (size_t)run->limit : 0;
    if (at < first || (limit && at - first >= limit))
        return ZW_OK;
    return zw_sheet_row(study->sheet, cells, &run->err);
}

zw_status zw_figure_study_end(zw_figure_study *study)
{
    zw_run *run = study->run;
    const zw_figure_table *t = &study->table;
    zw_status s = zw_sheet_fact(study->sheet, "figures_found", zw_cell_count(t->total), &run->err);
    if (s == ZW_OK)
        s = zw_run_sheet_end(run, study->sheet, study->total);
    if (s != ZW_OK)
        return s;
    zw_say_plan(run, &t->plan);
    for (size_t i = 0; study->places && i < study->places->notes.n; i++)
        zw_say_turned(run, study->places->notes.at[i]);
    if (t->left_out)
        zw_say(run, "figures left out", zw_cell_count(t->left_out));
    if (t->contained)
        zw_say(run, "figures contained", zw_cell_count(t->contained));
    if (study->unlisted)
        zw_say(run, "figures unlisted", zw_cell_count(study->unlisted));
    return ZW_OK;
}

bool zw_figures_study_wanted(const zw_cli *cli)
{
    return zw_cli_has(cli, "by") || zw_cli_has(cli, "pivot") || zw_cli_has(cli, "conflicts") ||
           zw_cli_has(cli, "places");
}

static zw_status answer(zw_run *run, zw_figure_study *study)
{
    const char *by = zw_cli_value(run->cli, "by");
    bool pivot = zw_cli_has(run->cli, "pivot"), conflicts = zw_cli_has(run->cli, "conflicts");
    if (conflicts && (by || pivot))
        return zw_err_set(&run->err, ZW_E_USAGE, "--conflicts goes with neither --by nor --pivot");
    zw_figure_question question;
    zw_status s = zw_figure_question_of(run, &question);
    if (s == ZW_OK)
        s = zw_figure_study_make(run, &question, study);
    if (s != ZW_OK)
        return s;
    s = conflicts ? zw_figures_conflicts(study)
        : pivot   ? zw_figures_pivot(study, by)
        : by      ? zw_figures_by(study, by)
                  : zw_figures_places(study);
    return s == ZW_OK ? zw_figure_study_end(study) : s;
}

int zw_cmd_figures_study(const zw_cli *cli)
{
    zw_run run;
    zw_figure_study study = { 0 };
    zw_status s = zw_run_begin(&run, cli, ZW_AS_CSV);
    if (s == ZW_OK)
        s = zw_run_open(&run);
    if (s == ZW_OK)
        s = answer(&run, &study);
    bool found = study.total > 0;
    zw_figure_study_free(&study);
    return zw_run_end(&run, s, found);
}
