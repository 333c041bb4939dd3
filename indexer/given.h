/* given.h - what a manifest says of a file, put into the documents that were read from it. */
#ifndef ZW_INDEXER_GIVEN_H
#define ZW_INDEXER_GIVEN_H

#include "base/error.h"
#include "corpus/document.h"
#include "facts/region.h"

/* What is given stands in the place of what the text says, which is kept in doc->found.
 *
 * Of a compilation every part speaks for itself: what a part says of itself stays, the manifest
 * adds what it does not say. Titles are never missing, so parts keep theirs. With an id the parts
 * are ID.1, ID.2 ... */
zw_status zw_given_apply(const zw_givens *given, const zw_gazetteer *gazetteer, zw_arena *arena,
                         zw_documents *docs, zw_err *err);

/* The same for a document that is no part of a compilation. false: memory is out. */
bool zw_given_apply_to(const zw_givens *given, const zw_gazetteer *gazetteer, zw_arena *arena,
                       zw_document *doc);

/* Whether two are the same, name by name. */
bool zw_given_same(const zw_givens *a, const zw_givens *b);

/* A copy that lives in arena. false: memory is out. */
bool zw_given_copy(const zw_givens *from, zw_arena *arena, zw_givens *to);

#endif
