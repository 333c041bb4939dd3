#include "facts/citation.h"

#include <stdlib.h>

struct zw_citation_rules {
    int unused;
};

zw_status zw_citation_rules_open(zw_citation_rules **rules, zw_err *err)
{
    *rules = calloc(1, sizeof **rules);
    return *rules ? ZW_OK : zw_err_nomem(err);
}

void zw_citation_rules_free(zw_citation_rules *rules)
{
    free(rules);
}

zw_status zw_citations_find(const zw_citation_rules *rules, const zw_fact_context *context,
                            zw_facts *facts, zw_err *err)
{
    (void)rules;
    (void)context;
    (void)facts;
    (void)err;
    return ZW_OK;
}
