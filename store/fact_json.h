/* fact_json.h - documents, passages and facts as the JSON objects that every output shows.
 *
 * The fields are written in docs/json.md. A fact looks the same whether it was just extracted or
 * read back from the index. The caller owns the object (cJSON_Delete); NULL when memory is out. */
#ifndef ZW_STORE_FACT_JSON_H
#define ZW_STORE_FACT_JSON_H

#include <cjson/cJSON.h>

#include "store/record.h"

/* What the places of facts are cut out of: source text from its byte source_at on. */
typedef struct {
    const char *part; /* of a compilation, or NULL */
    zw_str source;
    size_t source_at;
} zw_json_context;

zw_json_context zw_json_of_document(const zw_document *doc);
zw_json_context zw_json_of_passage(const zw_passage_record *record);

cJSON *zw_json_string(zw_str text); /* as far as its first NUL */
cJSON *zw_json_document(const zw_doc_record *record);
cJSON *zw_json_passage(const zw_passage_record *record); /* without its facts */
cJSON *zw_json_figure(const zw_json_context *context, const zw_figure *figure);
cJSON *zw_json_agency(const zw_json_context *context, const zw_agency *agency);
cJSON *zw_json_measure(const zw_json_context *context, const zw_measure *measure);
cJSON *zw_json_citation(const zw_json_context *context, const zw_citation *citation);

#endif
