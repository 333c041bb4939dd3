/* char_index.h - byte offsets of a text told as code points, in constant time.
 *
 * Built once over a text: one count every 256 bytes. */
#ifndef ZW_BASE_CHAR_INDEX_H
#define ZW_BASE_CHAR_INDEX_H

#include "base/arena.h"
#include "base/str.h"

typedef struct zw_char_index zw_char_index;

/* NULL: out of memory. `text` must outlive the index. */
zw_char_index *zw_char_index_new(zw_arena *arena, zw_str text);

/* Code points before byte `at` (0 to text.n, on a character boundary). */
size_t zw_char_index_at(const zw_char_index *index, size_t at);

/* A byte range with its code points. */
zw_span zw_char_index_span(const zw_char_index *index, zw_range bytes);

#endif
