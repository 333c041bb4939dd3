/* context.h - what every finder of facts is handed, and how it puts a fact in its place.
 *
 * A finder (figure, agency, measure, citation) has an opaque table object that is loaded once and
 * shared by threads, and one function that adds all facts of its kind in a document. */
#ifndef ZW_FACTS_CONTEXT_H
#define ZW_FACTS_CONTEXT_H

#include "facts/facts.h"

typedef struct {
    const zw_document *doc;
    const zw_gazetteer *gazetteer;
    zw_arena *arena;
    zw_region_path region; /* the document's own place */
} zw_fact_context;

/* Fills place for a range of doc->text: source span, passage, rule. */
zw_fact_place zw_fact_place_of(const zw_fact_context *context, zw_range at, const char *rule);

#endif
