/* lexicon.h - the tables behind the tokeniser, loaded once and shared by threads (internal). */
#ifndef ZW_SEGMENTER_LEXICON_H
#define ZW_SEGMENTER_LEXICON_H

#include "base/digest.h"
#include "base/trie.h"
#include "segmenter/segmenter.h"

/* The ideographs that normalisation leaves alone and one look-up makes simplified. */
#define ZW_HAN_FIRST 0x3400u
#define ZW_HAN_END 0xA000u

typedef enum {
    ZW_WORD_TERM = 1,
    ZW_WORD_STOP, /* 什么, 如何, 的: the grammar of a question, not its subject */
} zw_word_class;

struct zw_lexicon {
    zw_trie *words; /* normalised word -> zw_word_class */
    uint16_t simplified[ZW_HAN_END - ZW_HAN_FIRST];
    uint64_t starts[0x10000 / 64]; /* the characters a word begins with */
    char hash[ZW_SHA256_HEX];
};

static inline bool zw_lexicon_starts(const zw_lexicon *lexicon, uint32_t code)
{
    return code > 0xFFFF || (lexicon->starts[code >> 6] >> (code & 63) & 1);
}

static inline uint32_t zw_lexicon_simplify(const zw_lexicon *lexicon, uint32_t code)
{
    if (code >= ZW_HAN_FIRST && code < ZW_HAN_END)
        return lexicon->simplified[code - ZW_HAN_FIRST];
    return code == 0x25CB ? 0x3007 : code; /* 二○一七年 writes its zero as a circle */
}

#endif
