#include "query/study/quoting/permalink.h"

#include <errno.h>
#include <stdlib.h>

/* The digits at *at as a number; *at moves behind them. */
static bool number(const char **at, size_t *value)
{
    size_t digits = strspn(*at, "0123456789");
    if (digits == 0 || digits > 18)
        return false;
    *value = strtoull(*at, NULL, 10);
    *at += digits;
    return true;
}

bool zw_permalink_read(const char *text, zw_arena *arena, zw_permalink *link)
{
    const char *at = strrchr(text, ':');
    if (!at || at == text)
        return false;
    *link = (zw_permalink){ .document = zw_arena_copy(arena, text, (size_t)(at - text)),
                            .whole = true };
    at++;
    if (!link->document || !number(&at, &link->passage))
        return false;
    if (*at == '@') {
        at++;
        link->whole = false;
        if (!number(&at, &link->chars.start) || *at++ != '-' || !number(&at, &link->chars.end))
            return false;
    }
    return *at == '\0' && (link->whole || link->chars.start < link->chars.end);
}

const char *zw_permalink_text(const char *passage_id, zw_range chars, zw_arena *arena)
{
    return zw_arena_printf(arena, "%s@%zu-%zu", passage_id, chars.start, chars.end);
}
