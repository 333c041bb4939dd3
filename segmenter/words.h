/* words.h - word boundaries over folded text: ICU's, mended by the lexicon (internal). */
#ifndef ZW_SEGMENTER_WORDS_H
#define ZW_SEGMENTER_WORDS_H

#include "segmenter/fold.h"

typedef struct zw_breaker zw_breaker;

zw_status zw_breaker_new(const zw_lexicon *lexicon, zw_breaker **breaker, zw_err *err);
void zw_breaker_free(zw_breaker *breaker);

/* Sets ZW_UNIT_WORD where words start, ZW_UNIT_LEXICON too where the lexicon made the word. Runs
 * of letters and digits are whole; every other unit starts a word. */
zw_status zw_breaker_run(zw_breaker *breaker, const zw_folded *folded, zw_err *err);

#endif
