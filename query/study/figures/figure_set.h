/* figure_set.h - figures made comparable: by place, indicator and unit, whatever each document
 * calls them.
 *
 * 章丘市 and 章丘区 are one place, 户籍城镇化率 and 户籍人口城镇化率 one indicator, 亩 and 公顷 one
 * family of units. What may not be put together is kept apart: a level and a rise, a value and a
 * bound, a target and what was reached. */
#ifndef ZW_QUERY_STUDY_FIGURES_FIGURE_SET_H
#define ZW_QUERY_STUDY_FIGURES_FIGURE_SET_H

#include "query/answer/figures.h"
#include "query/study/places/place_key.h"

/* 60% and 约60% are values, 不低于60% and 60%以内 bounds of what is not told. */
typedef enum { ZW_BOUND_VALUE, ZW_BOUND_LEAST, ZW_BOUND_MOST } zw_bound;

typedef struct {
    const zw_figure_row *row;
    const zw_place_key *place;    /* whom it is about; NULL: no single place */
    const zw_place_key *governed; /* whom its document governs; NULL as well */
    zw_str family;                /* the unit of its family: 平方米 for 亩 */
    double factor;                /* how many of that one of its unit is */
    zw_bound bound;
} zw_figure_at;

typedef struct {
    zw_figure_at *at;
    size_t n;
} zw_figure_set;

/* In the order of the rows, which must outlive the set. */
zw_status zw_figure_set_make(zw_place_keys *keys, const zw_figure_rows *rows, zw_arena *arena,
                             zw_figure_set *set, zw_err *err);

/* The value in the unit of its family. */
double zw_figure_low(const zw_figure_at *figure);
double zw_figure_high(const zw_figure_at *figure);

/* Whether two figures of a family say the same number, whatever their comparators. */
bool zw_figure_same_value(const zw_figure_at *a, const zw_figure_at *b);

/* Orders by place, as lists of places are ordered; none last. */
int zw_figure_place_order(const zw_figure_at *a, const zw_figure_at *b);

/* Orders by text; NULL last. */
int zw_figure_text_order(const char *a, const char *b);

/* Orders by the document's date, then document, then where it stands in it. */
int zw_figure_source_order(const zw_figure_at *a, const zw_figure_at *b);

/* Prints the value as a cell holds it: 60, >=60, ~47, 55–60. */
void zw_figure_print(const zw_figure_row *row, zw_buf *to);

const char *zw_bound_name(zw_bound bound); /* value, at least, at most */

#endif
