/* segmenter.h - text to tokens: the one tokeniser of index and query.
 *
 * The text is normalised (NFKC, case folded, traditional to simplified) with a map back, cut into
 * words by ICU with our lexicon over it, and into the terms that stand in the index. What the
 * document mode writes the query mode asks for: agreement is a property, not a convention.
 *
 * A zw_lexicon is read-only and shared by threads; a zw_segmenter belongs to one thread. */
#ifndef ZW_SEGMENTER_SEGMENTER_H
#define ZW_SEGMENTER_SEGMENTER_H

#include <stdint.h>

#include "base/array.h"
#include "base/error.h"
#include "base/offset_map.h"
#include "base/str.h"

typedef struct zw_lexicon zw_lexicon;
typedef struct zw_segmenter zw_segmenter;

/* The embedded lexicon. The caller frees it with zw_lexicon_free. */
zw_status zw_lexicon_open(zw_lexicon **lexicon, zw_err *err);
void zw_lexicon_free(zw_lexicon *lexicon);

/* A hex digest of lexicon, ICU version and term rules: an index made under another is refused. */
const char *zw_lexicon_hash(const zw_lexicon *lexicon);

zw_status zw_segmenter_new(const zw_lexicon *lexicon, zw_segmenter **segmenter, zw_err *err);
void zw_segmenter_free(zw_segmenter *segmenter);

/* text normalised, and where each byte of it came from. The map may be NULL when not wanted. */
zw_status zw_segmenter_normalise(zw_segmenter *segmenter, zw_str text, zw_arena *arena,
                                 zw_str *normal, zw_offset_map **map, zw_err *err);

typedef enum {
    ZW_TOKEN_WORD,   /* Han, by ICU and lexicon */
    ZW_TOKEN_LATIN,  /* letters: ppp */
    ZW_TOKEN_NUMBER, /* digits: 2020, 3.5 */
    ZW_TOKEN_OTHER,  /* punctuation, symbols, blanks */
} zw_token_kind;

typedef struct {
    zw_str term; /* normalised */
    zw_range at; /* bytes of the input text */
    zw_token_kind kind;
    bool lexicon; /* the lexicon, not ICU, made it */
} zw_token;

typedef ZW_ARRAY(zw_token) zw_tokens;

/* Words in reading order; they tile the text. */
zw_status zw_segmenter_words(zw_segmenter *segmenter, zw_str text, zw_arena *arena,
                             zw_tokens *words, zw_err *err);

typedef enum {
    ZW_SEG_DOCUMENT, /* every term under which the text must be found */
    ZW_SEG_QUERY,    /* the terms that ask for the text, each with its weight */
} zw_seg_mode;

typedef enum {
    ZW_TERM_BIGRAM, /* two Han characters side by side */
    ZW_TERM_WORD,   /* a word of three and more Han characters */
    ZW_TERM_SINGLE, /* a Han character with none behind it in its run */
    ZW_TERM_RUN,    /* a run of letters or digits */
} zw_term_kind;

typedef struct {
    zw_str text; /* as it stands in the index, without prefix; at most 240 bytes */
    zw_range at; /* bytes of the input text */
    zw_term_kind kind;
    float weight; /* query mode: 1 for a term inside a word, less across a word boundary */
} zw_term;

typedef ZW_ARRAY(zw_term) zw_terms;

/* Terms in reading order, repetitions kept. */
zw_status zw_segmenter_terms(zw_segmenter *segmenter, zw_seg_mode mode, zw_str text,
                             zw_arena *arena, zw_terms *terms, zw_err *err);

#endif
