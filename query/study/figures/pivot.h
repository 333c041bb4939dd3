/* pivot.h - figures as rows and columns: places down, years across.
 *
 * A row is of one indicator, one family of units, and levels or rises; a cell holds every value
 * that is said there, each once. Where the values of a cell contradict each other (conflicts.h) it
 * is marked. */
#ifndef ZW_QUERY_STUDY_FIGURES_PIVOT_H
#define ZW_QUERY_STUDY_FIGURES_PIVOT_H

#include "query/study/figures/figure_key.h"

typedef struct {
    const char *text; /* 60; >=60; 54 (baseline), 60 (target); 52, 55 ! NULL: nothing is said */
    bool is_number;   /* one value, told without a comparator: */
    double number;
    bool conflict;
    size_t n; /* figures in it */
} zw_pivot_cell;

typedef struct {
    const char *key; /* NULL: not told */
    const zw_figure_at *first;
    const char *indicator, *unit;
    char change;
    zw_pivot_cell *cells; /* one for each column */
} zw_pivot_row;

typedef struct {
    const char **columns; /* NULL: not told */
    size_t n_columns;
    ZW_ARRAY(zw_pivot_row) rows;
    size_t conflicts; /* cells */
} zw_pivot;

zw_status zw_pivot_make(const zw_figure_set *set, const zw_figure_by *down,
                        const zw_figure_by *across, zw_arena *arena, zw_pivot *pivot, zw_err *err);

#endif
