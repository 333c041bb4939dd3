/* figure_tally.h - statistics of figures by group.
 *
 * What may not be put together makes rows of its own: units that do not compare, levels and rises
 * (增长10%), values and bounds (不低于60%), targets and what was reached. Units that do compare are
 * taken to the one that is used most in the group. A range counts as its middle for the median, as
 * its ends for min and max. */
#ifndef ZW_QUERY_STUDY_FIGURES_FIGURE_TALLY_H
#define ZW_QUERY_STUDY_FIGURES_FIGURE_TALLY_H

#include "query/study/figures/figure_key.h"

#define ZW_TALLY_KEYS 2

typedef struct {
    const zw_figure_at *first;       /* of the group, for what all of it shares */
    const char *keys[ZW_TALLY_KEYS]; /* NULL: not told */
    const char *indicator;           /* NULL: none, or several */
    size_t indicators;               /* how many are in it */
    const char *kind;
    const char *unit;
    char change;
    zw_bound bound;
    size_t n, documents;
    double min, median, max; /* in the unit */
} zw_figure_tally;

typedef ZW_ARRAY(zw_figure_tally) zw_figure_tallies;

/* By up to two keys; by[1] may be NULL. Rows in the order of the keys. */
zw_status zw_figure_tally_make(const zw_figure_set *set,
                               const zw_figure_by *const by[ZW_TALLY_KEYS], zw_arena *arena,
                               zw_figure_tallies *tallies, zw_err *err);

#endif
