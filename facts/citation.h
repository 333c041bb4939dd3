/* citation.h - the finder of citations. */
#ifndef ZW_FACTS_CITATION_H
#define ZW_FACTS_CITATION_H

#include "facts/context.h"

typedef struct zw_citation_rules zw_citation_rules;

/* Loads the tables; the caller frees them with zw_citation_rules_free. */
zw_status zw_citation_rules_open(zw_citation_rules **rules, zw_err *err);
void zw_citation_rules_free(zw_citation_rules *rules); /* NULL is fine */

/* Adds all citations of context->doc to facts, in order of place. */
zw_status zw_citations_find(const zw_citation_rules *rules, const zw_fact_context *context,
                            zw_facts *facts, zw_err *err);

#endif
