/* fact_json.h - a fact as the JSON object that every output of the program shows.
 *
 * The fields are written in docs/json.md. The caller owns the object (cJSON_Delete); NULL when
 * memory is out. */
#ifndef ZW_STORE_FACT_JSON_H
#define ZW_STORE_FACT_JSON_H

#include <cjson/cJSON.h>

#include "facts/facts.h"

cJSON *zw_json_document(const zw_document *doc, const zw_facts *facts);
cJSON *zw_json_passage(const zw_document *doc, size_t passage);
cJSON *zw_json_figure(const zw_document *doc, const zw_figure *figure);
cJSON *zw_json_agency(const zw_document *doc, const zw_agency *agency);
cJSON *zw_json_measure(const zw_document *doc, const zw_measure *measure);
cJSON *zw_json_citation(const zw_document *doc, const zw_citation *citation);

#endif
