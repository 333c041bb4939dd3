/* text.h - whether one text was made out of runs of another: for readers that join lines and take
 * blanks away, but must not invent a character. */
#ifndef ZW_TESTS_FUZZ_TEXT_H
#define ZW_TESTS_FUZZ_TEXT_H

#include "base/utf8.h"
#include "tests/fuzz/fuzz.h"

static inline bool shows_nothing(uint32_t c)
{
    return c < 0x20 || c == 0x7F || c == 0xAD || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF;
}

/* Without blanks, what shows nothing and the characters of `less`; full width made half width. */
static inline zw_str squashed(zw_str s, const char *less, zw_arena *arena)
{
    char *to = zw_arena_alloc(arena, 3 * s.n + 1);
    size_t n = 0, len;
    PROPERTY(to);
    for (size_t at = 0; at < s.n; at += len) {
        uint32_t c = zw_narrow(zw_utf8_at(s, at, &len));
        if (!zw_is_blank(c) && !shows_nothing(c) && !(c < 0x80 && strchr(less, (int)c)))
            n += zw_utf8_put(to + n, c);
    }
    return (zw_str){ to, n };
}

static inline size_t longest_run(zw_str s, zw_str text)
{
    size_t best = 0;
    for (size_t at = 0; at + best < text.n; at++) {
        size_t n = 0;
        while (n < s.n && at + n < text.n && s.at[n] == text.at[at + n])
            n++;
        best = n > best ? n : best;
    }
    return best;
}

/* The least number of runs of text that s can be put together from; SIZE_MAX: it cannot. */
static inline size_t runs_of(zw_str s, zw_str text)
{
    size_t runs = 0;
    for (size_t at = 0; at < s.n; runs++) {
        size_t n = longest_run((zw_str){ s.at + at, s.n - at }, text);
        if (n == 0)
            return SIZE_MAX;
        at += n;
    }
    return runs;
}

/* As PROPERTY(runs_of(s, text) <= most), and says of what. */
static inline void check_made_of(zw_str s, zw_str text, size_t most)
{
    size_t runs = runs_of(s, text);
    if (runs > most) {
        fprintf(stderr, "'%.*s' of '%.*s'\n", (int)s.n, s.at, (int)text.n, text.at);
        PROPERTY(!"made of runs of the text");
    }
}

#endif
