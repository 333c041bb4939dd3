/* text_compare.h - a comparison for people: the shared wordings with who has them, then what each
 * holder changes, adds and leaves out. */
#ifndef ZW_QUERY_COMMAND_TEXT_COMPARE_H
#define ZW_QUERY_COMMAND_TEXT_COMPARE_H

#include "query/sheet/words.h"
#include "query/study/wording/compare.h"

/* max: templates shown, and holders; 0: all. What is left out is counted. */
zw_status zw_text_comparison(const zw_comparison *comparison, const zw_words *words, bool color,
                             size_t max, zw_buf *to, zw_err *err);

#endif
