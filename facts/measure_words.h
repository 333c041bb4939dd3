/* measure_words.h - the word tables of the finder of measures, in one trie. */
#ifndef ZW_FACTS_MEASURE_WORDS_H
#define ZW_FACTS_MEASURE_WORDS_H

#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"
#include "base/trie.h"

/* What a word may be; the tables say what each kind means. */
enum {
    ZW_W_DO = 1 << 0,
    ZW_W_PIVOT = 1 << 1,
    ZW_W_RESULT = 1 << 2,
    ZW_W_BA = 1 << 3,
    ZW_W_LIGHT = 1 << 4,
    ZW_W_MEANS = 1 << 5,
    ZW_W_NONE = 1 << 6,
    ZW_W_NOUN = 1 << 7,
    ZW_W_ADVERB = 1 << 8,
    ZW_W_PUSH = 1 << 9,
    ZW_W_EITHER = 1 << 10,
    ZW_W_MODAL = 1 << 11,
    ZW_W_FRONT = 1 << 12,
    ZW_W_COVERB = 1 << 13,
    ZW_W_TAIL = 1 << 14,
    ZW_W_WEAK = 1 << 15,
    ZW_W_VERB = ZW_W_DO | ZW_W_WEAK | ZW_W_PIVOT | ZW_W_RESULT | ZW_W_BA | ZW_W_LIGHT | ZW_W_MEANS,
    ZW_W_LEADS = ZW_W_ADVERB | ZW_W_PUSH | ZW_W_EITHER | ZW_W_TAIL,
};

/* Where the phrase of a preposition ends when none of its closers stands there. */
typedef enum { ZW_OPEN_NONE, ZW_OPEN_NEXT, ZW_OPEN_ANY } zw_measure_open;

typedef struct {
    unsigned kinds;
    const char *text; /* NUL-terminated */
    zw_str closers;   /* of a preposition, parted by blanks */
    zw_measure_open open;
} zw_measure_word;

typedef struct {
    zw_arena *arena;
    zw_trie *words, *ends;
    zw_measure_word *at;
    size_t n;
    size_t end_bytes; /* of the longest end in `ends` */
} zw_measure_words;

typedef enum {
    ZW_END_DELIVER = 1 << 0,
    ZW_END_ACTOR = 1 << 1,
    ZW_END_LEVEL = 1 << 2,
    ZW_END_EBB = 1 << 3,
    ZW_END_EMPTY = 1 << 4,
    ZW_END_PAST = 1 << 5,
    ZW_END_BOUND = 1 << 6,
    ZW_END_GAUGE = 1 << 7,
    ZW_END_WHO = 1 << 8,
    ZW_END_DEFINES = 1 << 9,
    ZW_END_SAYS = 1 << 10,
} zw_measure_end;

/* Reads the tables; zw_measure_words_close also after a failure. */
zw_status zw_measure_words_open(zw_measure_words *words, zw_err *err);
void zw_measure_words_close(zw_measure_words *words);

/* The longest word at text[at]; NULL when none starts there. *len gets its length in bytes. */
const zw_measure_word *zw_measure_word_at(const zw_measure_words *words, zw_str text, size_t at,
                                          size_t *len);

/* Whether text ends with an end of that kind. */
bool zw_measure_ends(const zw_measure_words *words, zw_str text, zw_measure_end kind);

/* The longest end of that kind that starts at text[at], its length in bytes, or 0. */
size_t zw_measure_end_at(const zw_measure_words *words, zw_str text, size_t at,
                         zw_measure_end kind);

#endif
