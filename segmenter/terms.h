/* terms.h - from folded text with its words to tokens and to the terms of the index (internal). */
#ifndef ZW_SEGMENTER_TERMS_H
#define ZW_SEGMENTER_TERMS_H

#include "segmenter/fold.h"

/* Both point into folded->normal, which must lie in the arena. false: out of memory. */
bool zw_tokens_of(const zw_folded *folded, size_t text_len, zw_arena *arena, zw_tokens *tokens);
bool zw_terms_of(const zw_folded *folded, zw_seg_mode mode, zw_arena *arena, zw_terms *terms);

#endif
