#define _GNU_SOURCE /* memmem */
#include "base/str.h"

size_t zw_str_find(zw_str text, zw_str needle, size_t from)
{
    if (from > text.n || needle.n > text.n - from)
        return text.n;
    const char *hit = memmem(text.at + from, text.n - from, needle.at, needle.n);
    return hit ? (size_t)(hit - text.at) : text.n;
}

static size_t blank_at(zw_str t)
{
    if (t.n == 0)
        return 0;
    if (strchr(" \t\r\n\f\v", t.at[0]) && t.at[0])
        return 1;
    return zw_str_starts(t, ZW_STR("\u3000")) || zw_str_starts(t, ZW_STR("\u00a0"))
               ? (t.at[0] == '\xE3' ? 3 : 2)
               : 0;
}

static size_t blank_before(zw_str t)
{
    if (t.n == 0)
        return 0;
    if (strchr(" \t\r\n\f\v", t.at[t.n - 1]) && t.at[t.n - 1])
        return 1;
    if (zw_str_ends(t, ZW_STR("\u3000")))
        return 3;
    return zw_str_ends(t, ZW_STR("\u00a0")) ? 2 : 0;
}

zw_str zw_str_trim(zw_str text)
{
    for (size_t n; (n = blank_at(text)) > 0;) {
        text.at += n;
        text.n -= n;
    }
    for (size_t n; (n = blank_before(text)) > 0;)
        text.n -= n;
    return text;
}
