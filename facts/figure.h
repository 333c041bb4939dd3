/* figure.h - the finder of figures. */
#ifndef ZW_FACTS_FIGURE_H
#define ZW_FACTS_FIGURE_H

#include "facts/context.h"

typedef struct zw_figure_rules zw_figure_rules;

/* Loads the tables; the caller frees them with zw_figure_rules_free. */
zw_status zw_figure_rules_open(zw_figure_rules **rules, zw_err *err);
void zw_figure_rules_free(zw_figure_rules *rules); /* NULL is fine */

/* Adds all figures of context->doc to facts, in order of place. */
zw_status zw_figures_find(const zw_figure_rules *rules, const zw_fact_context *context,
                          zw_facts *facts, zw_err *err);

#endif
