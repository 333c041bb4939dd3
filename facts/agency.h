/* agency.h - the finder of agencies. */
#ifndef ZW_FACTS_AGENCY_H
#define ZW_FACTS_AGENCY_H

#include "facts/context.h"

typedef struct zw_agency_rules zw_agency_rules;

/* Loads the tables; the caller frees them with zw_agency_rules_free. */
zw_status zw_agency_rules_open(zw_agency_rules **rules, zw_err *err);
void zw_agency_rules_free(zw_agency_rules *rules); /* NULL is fine */

/* Adds all agencies of context->doc to facts, in order of place. */
zw_status zw_agencies_find(const zw_agency_rules *rules, const zw_fact_context *context,
                           zw_facts *facts, zw_err *err);

#endif
