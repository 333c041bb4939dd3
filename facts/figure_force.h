/* figure_force.h - how strongly a target is meant: binding or expected, and in which words.
 *
 * Plans call an indicator 约束性 or 预期性 in a cell of its row, in a bracket behind it, at the
 * head of a list or in the heading above; only what is written there is told, nothing is guessed
 * from the words. The words of force (力争, 确保, 不低于, 原则上) are kept as written: those at the
 * number, and those that govern its clause. Read-only and shared by threads. */
#ifndef ZW_FACTS_FIGURE_FORCE_H
#define ZW_FACTS_FIGURE_FORCE_H

#include "facts/context.h"

typedef struct zw_force_rules zw_force_rules;

/* Loads the table; the caller frees it with zw_force_rules_free. */
zw_status zw_force_rules_open(zw_force_rules **rules, zw_err *err);
void zw_force_rules_free(zw_force_rules *rules); /* NULL is fine */

/* Fills force and force_words of the targets among facts->figures, which ascend. */
zw_status zw_forces_find(const zw_force_rules *rules, const zw_fact_context *context,
                         zw_facts *facts, zw_err *err);

#endif
