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

/* text normalised, and where each byte of it came from. Blanks stay (as ' ' or '\n'), invisible
 * characters go, a byte that is no UTF-8 becomes U+FFFD. The map may be NULL when not wanted. */
zw_status zw_segmenter_normalise(zw_segmenter *segmenter, zw_str text, zw_arena *arena,
                                 zw_str *normal, zw_offset_map **map, zw_err *err);

/* The form in which two texts are the same run of characters: normalised, and without blanks of any
 * kind (letter-spacing 通 知, line and page breaks), save that one ' ' stays between two letters or
 * digits (public private). Punctuation stays. A quoted phrase stands in a text exactly where its
 * folded form stands in the folded text (zw_str_find, then zw_offset_map_old for the highlight).
 * Both forms are idempotent: folding what is folded changes nothing. */
zw_status zw_segmenter_fold_exact(zw_segmenter *segmenter, zw_str text, zw_arena *arena,
                                  zw_str *folded, zw_offset_map **map, zw_err *err);

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

/* Words in reading order; their ranges ascend and tile the text. Blanks between words are tokens
 * of their own (ZW_TOKEN_OTHER, term " "); blanks inside a letter-spaced word lie in its range. */
zw_status zw_segmenter_words(zw_segmenter *segmenter, zw_str text, zw_arena *arena,
                             zw_tokens *words, zw_err *err);

typedef enum {
    ZW_SEG_DOCUMENT, /* every term under which the text must be found */
    ZW_SEG_QUERY,    /* the terms that ask for what the words mean, each with its weight */
    ZW_SEG_PHRASE,   /* the terms that every text holding this run of characters has */
} zw_seg_mode;

typedef enum {
    ZW_TERM_BIGRAM, /* two Han characters side by side */
    ZW_TERM_WORD,   /* a whole value of a field (store/schema.h); no text is cut into these */
    ZW_TERM_SINGLE, /* one Han character: in documents, one with none behind it in its run */
    ZW_TERM_RUN,    /* a run of letters and digits; 3.5 is 3.5, 3 and 5 */
} zw_term_kind;

/* Which terms a text has:
 *
 * - A run of Han characters (blanks and line ends inside it do not count, anything else ends it)
 *   gives the bigram at each character and, at its last, the single: each character c of a text
 *   starts exactly one bigram or single, so "every term of those kinds that starts with c" finds
 *   all of them.
 * - A run of letters and digits is one term; of more than 240 bytes, several that overlap by 120.
 *   3.5 adds the pair to its halves, 2017.11.16 the pairs 2017.11 and 11.16.
 *
 * No term depends on where words begin or on anything outside its run, so whatever a query asks for
 * was written for every text that holds it: words (ICU's and the lexicon's) only weigh a query.
 *
 * Query mode leaves out what only documents need: the single at the end of a longer run, the halves
 * of 3.5. A blank ends a run there (居住证 随迁子女 are two), unless single characters stand on
 * both sides of it (通 知). A lone character gives a single that is open at its end. Words of
 * grammar (什么, 如何) weigh little but are there.
 *
 * Phrase mode gives what can be demanded: where a term touches an edge of the phrase the document's
 * run may go on, which open_start and open_end say. An open single is "any bigram or single that
 * starts so", an open run "any run that holds it, there". What has no term (——) needs a scan. */
typedef struct {
    zw_str text; /* as it stands in the index, without prefix; at most 240 bytes */
    zw_range at; /* bytes of the input text, for the highlight */
    zw_term_kind kind;
    float weight; /* query mode: see segmenter/ranking.h; else 1 */
    bool open_start, open_end;
} zw_term;

typedef ZW_ARRAY(zw_term) zw_terms;

/* Terms in reading order, repetitions kept. Linear in the text, in time and in memory; the terms of
 * a text take some twenty times its bytes, so give passages, not books. */
zw_status zw_segmenter_terms(zw_segmenter *segmenter, zw_seg_mode mode, zw_str text,
                             zw_arena *arena, zw_terms *terms, zw_err *err);

#endif
