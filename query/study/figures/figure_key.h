/* figure_key.h - what figures are grouped by: their place, year, indicator, document … */
#ifndef ZW_QUERY_STUDY_FIGURES_FIGURE_KEY_H
#define ZW_QUERY_STUDY_FIGURES_FIGURE_KEY_H

#include "query/study/figures/figure_set.h"

typedef struct zw_figure_by zw_figure_by;

/* All of them, parted by '|': place|region|province|… */
extern const char zw_figure_by_names[];

const zw_figure_by *zw_figure_by_find(zw_str name); /* NULL: there is none such */
const char *zw_figure_by_name(const zw_figure_by *by);
bool zw_figure_by_is_year(const zw_figure_by *by);

/* The figure's value, made in arena when it has to be; *text NULL: not told. */
zw_status zw_figure_by_text(const zw_figure_by *by, const zw_figure_at *figure, zw_arena *arena,
                            const char **text, zw_err *err);

/* Orders figures by it: places by code, years and names as text; what is not told comes last. 0
 * for those of one group. */
int zw_figure_by_order(const zw_figure_by *by, const zw_figure_at *a, const zw_figure_at *b);

#endif
