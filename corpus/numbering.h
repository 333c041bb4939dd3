/* numbering.h - the numbers in front of items: 第三章, 一、, （五）, 2., ①, ——. */
#ifndef ZW_CORPUS_NUMBERING_H
#define ZW_CORPUS_NUMBERING_H

#include "corpus/tables.h"

typedef struct {
    const zw_number_row *row;
    size_t family; /* index of the row */
    size_t n;      /* bytes, without blanks behind it */
    long value;    /* 0 where the numeral is none */
} zw_number;

/* Whether a number may begin with this character: asked of most characters of a text, so quick. */
static inline bool zw_number_may_start(const zw_corpus_tables *tables, uint32_t c)
{
    return c < 0x10000 && (tables->number_starts[c >> 3] >> (c & 7) & 1);
}

/* Fills number_starts from the rows. */
void zw_number_index(zw_corpus_tables *tables);

/* The number that stands at text[at]; false where there is none. */
bool zw_number_at(const zw_corpus_tables *tables, zw_str text, size_t at, zw_number *number);

/* A whole numeral at text[at] in Chinese digits (一百零五) or ASCII or full-width digits: its value
 * and length in bytes, 0 where there is none. At most four digits. */
size_t zw_small_numeral(zw_str text, size_t at, bool han, long *value);

#endif
