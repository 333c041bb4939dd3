/* utf8.h - stepping through UTF-8, and counting it.
 *
 * Text inside the program is valid UTF-8 (corpus/encoding sees to that); stepping over a byte that
 * is not still moves one byte and gives U+FFFD, so no loop can stand still or run past the end. */
#ifndef ZW_BASE_UTF8_H
#define ZW_BASE_UTF8_H

#include <stdint.h>

#include "base/str.h"

#define ZW_UTF8_BAD 0xFFFDu

/* The code point at text[at] (at < text.n); *len gets its length in bytes, 1 to 4. */
static inline uint32_t zw_utf8_at(zw_str text, size_t at, size_t *len);

/* The code point that ends at text[end] (end > 0); *len gets its length in bytes. */
uint32_t zw_utf8_before(zw_str text, size_t end, size_t *len);

/* Writes one code point (1 to 4 bytes) and returns how many. */
size_t zw_utf8_put(char *to, uint32_t code_point);

/* Code points in text. */
size_t zw_utf8_count(zw_str text);

/* The byte offset of the first byte that is not UTF-8, or text.n. */
size_t zw_utf8_bad(zw_str text);

/* Steps back from `at` to the start of the character it lies in. */
size_t zw_utf8_boundary(zw_str text, size_t at);

/* Han characters (all blocks and compatibility forms) and 〇. */
bool zw_is_han(uint32_t code_point);

/* 0 to 9 and their full-width forms. */
bool zw_is_digit(uint32_t code_point);

/* Round, square and black brackets and 〔〕 of either width; no title marks, no quotation marks. */
bool zw_is_bracket_open(uint32_t code_point);
bool zw_is_bracket_close(uint32_t code_point);

/* Blanks of any kind: ASCII, U+00A0, U+3000, zero-width and typographic blanks. */
bool zw_is_blank(uint32_t code_point);

/* zw_utf8_at for what is neither ASCII nor a common three-byte character. */
uint32_t zw_utf8_at_rare(zw_str text, size_t at, size_t *len);

/* Most of a Chinese text is three-byte characters whose lead byte (not E0, not ED) allows nothing
 * overlong and no surrogate: those are read without a call. */
static inline uint32_t zw_utf8_at(zw_str text, size_t at, size_t *len)
{
    const unsigned char *p = (const unsigned char *)text.at + at;
    if (p[0] < 0x80) {
        *len = 1;
        return p[0];
    }
    if (p[0] > 0xE0 && p[0] < 0xF0 && p[0] != 0xED && text.n - at >= 3 && (p[1] & 0xC0) == 0x80 &&
        (p[2] & 0xC0) == 0x80) {
        *len = 3;
        return (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
    }
    return zw_utf8_at_rare(text, at, len);
}

/* The ASCII form of a full-width character (Ａ, ５, ．, ，), any other unchanged. */
uint32_t zw_narrow(uint32_t code_point);

#endif
