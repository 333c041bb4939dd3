/* fold.h - a text as normalised code points, each with the bytes it came from (internal). */
#ifndef ZW_SEGMENTER_FOLD_H
#define ZW_SEGMENTER_FOLD_H

#include <unicode/unorm2.h>

#include "segmenter/lexicon.h"

typedef enum {
    ZW_UNIT_HAN,
    ZW_UNIT_RUN, /* letters, digits and their marks, of any script but Han */
    ZW_UNIT_BLANK,
    ZW_UNIT_OTHER, /* punctuation and symbols */
} zw_unit_class;

enum {
    ZW_UNIT_AFTER_BLANK = 1, /* blanks before it were left out */
    ZW_UNIT_FRESH = 2,       /* ① and its like: no part of the run before */
    ZW_UNIT_LAST = 4,        /* ① again: no part of the run behind */
    ZW_UNIT_WORD = 8,        /* a word starts here */
    ZW_UNIT_LEXICON = 16,    /* and the lexicon made it */
    ZW_UNIT_STOP = 32,       /* in a word that carries the grammar only: 什么 */
};

/* One normalised code point. Those that one piece of source text became share its range. */
typedef struct {
    uint32_t code;
    uint32_t at;     /* of the source text, bytes */
    uint32_t normal; /* of the normalised text, bytes */
    uint8_t len;     /* bytes of source */
    uint8_t class;
    uint8_t flags;
} zw_unit;

typedef struct zw_fold zw_fold;

zw_status zw_fold_new(const zw_lexicon *lexicon, zw_fold **fold, zw_err *err);
void zw_fold_free(zw_fold *fold);

/* What the last zw_fold_run made; it lives until the next. */
typedef struct {
    zw_unit *at;
    size_t n;
    zw_str normal;
} zw_folded;

/* Normalises text. With `squeeze` blanks are left out, save that one ' ' stays between two units
 * of ZW_UNIT_RUN. */
zw_status zw_fold_run(zw_fold *fold, zw_str text, bool squeeze, zw_folded *folded, zw_err *err);

#endif
