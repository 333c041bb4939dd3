/* cmd_figures.h - what the commands of figures share: figures, timeline. */
#ifndef ZW_QUERY_COMMAND_FIGURES_H
#define ZW_QUERY_COMMAND_FIGURES_H

#include "query/command/run.h"
#include "query/study/figures/figure_set.h"
#include "query/study/places/places.h"

/* Reads --indicator, --match, --unit and --change. What it points to lives in the run's arena. */
zw_status zw_figure_question_of(zw_run *run, zw_figure_question *question);

/* A table of figures made comparable, and the places that are to have a row. */
typedef struct {
    zw_run *run;
    zw_figure_question question;
    zw_figure_table table;
    zw_figure_set set;
    zw_places *places; /* NULL: no list was asked for */
    size_t unlisted;   /* figures left out of the set, for their places are not in the list */
    zw_sheet *sheet;
    size_t total; /* rows of the sheet's table, of which offset and limit show some */
} zw_figure_study;

/* Finds the figures of the question and makes the set; with --places only those of the list. */
zw_status zw_figure_study_make(zw_run *run, const zw_figure_question *question,
                               zw_figure_study *study);
void zw_figure_study_free(zw_figure_study *study);

/* A row of the study's sheet, if it lies within --offset and --limit. */
zw_status zw_figure_study_row(zw_figure_study *study, const zw_cell *cells);

/* The end of the sheet, and what is said beside it. */
zw_status zw_figure_study_end(zw_figure_study *study);

/* Begins the sheet `name` with the n columns and behind them those that tell a figure and where it
 * stands: all of them, or in text what a line has room for. */
#define ZW_FIGURE_COLUMNS 21
zw_status zw_figure_study_columns(zw_figure_study *study, const char *name,
                                  const zw_column *columns, size_t n);

/* Their cells. */
zw_status zw_figure_cells(const zw_figure_study *study, const zw_figure_row *row,
                          zw_cell cells[ZW_FIGURE_COLUMNS]);

/* The value as a cell shows it, with its unit: >=60%. NULL: out of memory. */
const char *zw_figure_value_text(const zw_figure_row *row, zw_arena *arena);

/* The tables of figures --by, --pivot, --conflicts and --places. */
zw_status zw_figures_by(zw_figure_study *study, const char *by);
zw_status zw_figures_pivot(zw_figure_study *study, const char *by);
zw_status zw_figures_conflicts(zw_figure_study *study);
zw_status zw_figures_places(zw_figure_study *study);

/* Whether the command line asks for one of them; it is answered then. */
bool zw_figures_study_wanted(const zw_cli *cli);
int zw_cmd_figures_study(const zw_cli *cli);

#endif
