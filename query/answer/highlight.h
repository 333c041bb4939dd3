/* highlight.h - where the words of a query stand in a text, and the part of it worth showing. */
#ifndef ZW_QUERY_ANSWER_HIGHLIGHT_H
#define ZW_QUERY_ANSWER_HIGHLIGHT_H

#include "query/plan/plan.h"

typedef ZW_ARRAY(zw_range) zw_ranges;

/* The places of all needles in text, in bytes of it: ascending, joined where they touch. */
zw_status zw_highlight(zw_segmenter *segmenter, const zw_needle *needles, size_t n, zw_str text,
                       zw_arena *arena, zw_ranges *marks, zw_err *err);

/* The same one by one: those that overlap or touch are not joined, of those that begin together the
 * longest comes first. */
zw_status zw_highlight_all(zw_segmenter *segmenter, const zw_needle *needles, size_t n, zw_str text,
                           zw_arena *arena, zw_ranges *marks, zw_err *err);

/* The stretch of at most `chars` characters with the most in it of what is marked, begun at the
 * start of a sentence where one is near. The whole of a text that is not longer. */
zw_range zw_highlight_window(zw_str text, const zw_ranges *marks, size_t chars);

#endif
