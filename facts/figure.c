#include "facts/figure.h"

#include <stdlib.h>

struct zw_figure_rules {
    int unused;
};

zw_status zw_figure_rules_open(zw_figure_rules **rules, zw_err *err)
{
    *rules = calloc(1, sizeof **rules);
    return *rules ? ZW_OK : zw_err_nomem(err);
}

void zw_figure_rules_free(zw_figure_rules *rules)
{
    free(rules);
}

zw_status zw_figures_find(const zw_figure_rules *rules, const zw_fact_context *context,
                          zw_facts *facts, zw_err *err)
{
    (void)rules;
    (void)context;
    (void)facts;
    (void)err;
    return ZW_OK;
}
