/* conflicts.h - figures that contradict each other: one indicator, place and year, several values.
 *
 * Levels are compared with levels and rises with rises, in units that compare, targets with targets
 * and what was reached with what was reached: a target that was missed contradicts nothing. In a
 * later document another value is a revision; in the same one, or in one of the same date or of
 * none, it is a conflict. Figures without a year, place or indicator are left out and counted.
 *
 * What a sentence measures more closely than its indicator says (the investment of this project,
 * of that) looks like a conflict as well: each comes with its sentence, to be read. */
#ifndef ZW_QUERY_STUDY_FIGURES_CONFLICTS_H
#define ZW_QUERY_STUDY_FIGURES_CONFLICTS_H

#include "query/study/figures/figure_set.h"

typedef enum {
    ZW_VALUE_FIRST,    /* the earliest of its group */
    ZW_VALUE_SAME,     /* said before */
    ZW_VALUE_REVISION, /* another, in a later document */
    ZW_VALUE_CONFLICT, /* another, in the same document or one that is not later */
} zw_value_relation;

const char *zw_value_relation_name(zw_value_relation relation); /* first, same, revision … */

typedef struct {
    size_t group; /* from 1 */
    zw_value_relation relation;
    const zw_figure_at *figure;
} zw_conflict;

typedef struct {
    ZW_ARRAY(zw_conflict) rows; /* groups one after the other, each by date and place in the text */
    size_t groups, revisions, conflicts; /* rows of the last two */
    size_t left_out; /* figures without year, place or indicator, and conditions */
} zw_conflicts;

zw_status zw_conflicts_find(const zw_figure_set *set, zw_arena *arena, zw_conflicts *conflicts,
                            zw_err *err);

/* What figures[i] is to those before it, all of one group, in order of their sources. */
zw_value_relation zw_value_relation_of(const zw_figure_at *const *figures, size_t i);

/* Whether two figures can be compared so: order 0. */
int zw_conflict_group_order(const zw_figure_at *a, const zw_figure_at *b);

#endif
