/* measure.h - the finder of measures. */
#ifndef ZW_FACTS_MEASURE_H
#define ZW_FACTS_MEASURE_H

#include "facts/context.h"

typedef struct zw_measure_rules zw_measure_rules;

/* Loads the tables; the caller frees them with zw_measure_rules_free. */
zw_status zw_measure_rules_open(zw_measure_rules **rules, zw_err *err);
void zw_measure_rules_free(zw_measure_rules *rules); /* NULL is fine */

/* Adds all measures of context->doc to facts, in order of place. */
zw_status zw_measures_find(const zw_measure_rules *rules, const zw_fact_context *context,
                           zw_facts *facts, zw_err *err);

#endif
