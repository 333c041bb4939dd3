/* governs.h - the place a document governs. */
#ifndef ZW_FACTS_GOVERNS_H
#define ZW_FACTS_GOVERNS_H

#include "corpus/document.h"
#include "facts/region.h"

/* From the part's name, the title, the issuer and the number, in that order; path->n is 0 when
 * none of them tells. */
void zw_region_governed(const zw_gazetteer *gazetteer, const zw_document *doc, zw_arena *arena,
                        zw_region_path *path);

#endif
