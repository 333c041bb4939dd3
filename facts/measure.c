#include "facts/measure.h"

#include <stdlib.h>

struct zw_measure_rules {
    int unused;
};

zw_status zw_measure_rules_open(zw_measure_rules **rules, zw_err *err)
{
    *rules = calloc(1, sizeof **rules);
    return *rules ? ZW_OK : zw_err_nomem(err);
}

void zw_measure_rules_free(zw_measure_rules *rules)
{
    free(rules);
}

zw_status zw_measures_find(const zw_measure_rules *rules, const zw_fact_context *context,
                           zw_facts *facts, zw_err *err)
{
    (void)rules;
    (void)context;
    (void)facts;
    (void)err;
    return ZW_OK;
}
