/* governs.h - the place a document governs. */
#ifndef ZW_FACTS_GOVERNS_H
#define ZW_FACTS_GOVERNS_H

#include "corpus/document.h"
#include "facts/region.h"

/* From the part's name, the title, the issuer, the number and the opening of the text, in that
 * order; path->n is 0 when none of them tells, and for documents that govern the whole country. */
void zw_region_governed(const zw_gazetteer *gazetteer, const zw_document *doc, zw_arena *arena,
                        zw_region_path *path);

#endif
