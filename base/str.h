/* str.h - a slice of bytes that belongs to somebody else, and half-open ranges into text.
 *
 * Text is UTF-8 everywhere. A zw_range counts bytes; a zw_span says the same stretch of a decoded
 * source text in bytes and in code points. */
#ifndef ZW_BASE_STR_H
#define ZW_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

typedef struct {
    const char *at; /* not NUL-terminated; may be NULL when n is 0 */
    size_t n;       /* bytes */
} zw_str;

typedef struct {
    size_t start, end; /* bytes, end is outside */
} zw_range;

typedef struct {
    zw_range byte, chr; /* the same stretch in bytes and in code points */
} zw_span;

/* For literals and fixed arrays only. */
#define ZW_STR(literal) ((zw_str){ (literal), sizeof(literal) - 1 })

static inline zw_str zw_str_of(const char *text)
{
    return (zw_str){ text, text ? strlen(text) : 0 };
}

static inline zw_str zw_str_slice(zw_str text, zw_range r)
{
    return (zw_str){ text.at + r.start, r.end - r.start };
}

static inline size_t zw_range_len(zw_range r)
{
    return r.end - r.start;
}

static inline bool zw_str_eq(zw_str a, zw_str b)
{
    return a.n == b.n && (a.n == 0 || memcmp(a.at, b.at, a.n) == 0);
}

/* By bytes, which for UTF-8 is by code points: negative, 0 or positive as a stands before, with or
 * behind b; a text stands behind its own beginning. */
static inline int zw_str_order(zw_str a, zw_str b)
{
    size_t n = a.n < b.n ? a.n : b.n;
    int order = n ? memcmp(a.at, b.at, n) : 0;
    return order ? order : (a.n > b.n) - (a.n < b.n);
}

static inline bool zw_str_starts(zw_str text, zw_str with)
{
    return text.n >= with.n && memcmp(text.at, with.at, with.n) == 0;
}

static inline bool zw_str_ends(zw_str text, zw_str with)
{
    return text.n >= with.n && memcmp(text.at + text.n - with.n, with.at, with.n) == 0;
}

/* Where needle first stands in text at or after from; text.n when nowhere. */
size_t zw_str_find(zw_str text, zw_str needle, size_t from);

/* Whether a word stands anywhere in text. */
static inline bool zw_str_has(zw_str text, const char *word)
{
    return zw_str_find(text, zw_str_of(word), 0) < text.n;
}

/* Without ASCII blanks, tabs, line ends, U+00A0 and U+3000 at either end. */
zw_str zw_str_trim(zw_str text);

#endif
