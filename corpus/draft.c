#include "corpus/draft.h"

zw_status zw_draft_add_line(zw_draft *draft, zw_arena *arena, zw_line line, zw_err *err)
{
    if (draft->lines.n >= ZW_READ_MAX_LINES)
        return zw_err_set(err, ZW_E_LIMIT, "more than %zu lines", ZW_READ_MAX_LINES);
    zw_line *new = zw_array_add(arena, &draft->lines);
    if (!new)
        return zw_err_nomem(err);
    *new = line;
    return ZW_OK;
}

/* The length of the line end at text[at], 0 where there is none. */
static size_t line_end(zw_str text, size_t at)
{
    const char *s = text.at + at;
    size_t left = text.n - at;
    if (*s == '\r')
        return left > 1 && s[1] == '\n' ? 2 : 1;
    if (*s == '\n' || *s == '\f' || *s == '\v')
        return 1;
    if (left > 2 && s[0] == '\xE2' && s[1] == '\x80' && (s[2] == '\xA8' || s[2] == '\xA9'))
        return 3;
    return 0;
}

static bool may_end(char c)
{
    return (c >= '\n' && c <= '\r') || c == '\xE2';
}

bool zw_draft_next_line(zw_str text, size_t *at, zw_range *line)
{
    if (*at >= text.n)
        return false;
    for (size_t i = *at; i < text.n; i++) {
        size_t end = may_end(text.at[i]) ? line_end(text, i) : 0;
        if (end) {
            *line = (zw_range){ *at, i };
            *at = i + end;
            return true;
        }
    }
    *line = (zw_range){ *at, text.n };
    *at = text.n;
    return true;
}
