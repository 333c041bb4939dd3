#include "corpus/draft.h"

#include "base/utf8.h"

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

enum { LOOK_BACK = 64 * 1024 /* bytes before the limit in which a sentence may end */ };

/* Where to cut: behind the last sentence that ends before `limit`, else between two characters. */
static size_t cut_point(zw_str text, size_t limit)
{
    size_t len, fallback = 0;
    for (size_t at = limit; at > limit - LOOK_BACK; at -= len) {
        uint32_t c = zw_narrow(zw_utf8_before(text, at, &len));
        if (c == 0x3002 || c == ';' || c == '!' || c == '?')
            return at;
        fallback = fallback ? fallback : at - len;
    }
    return fallback;
}

zw_status zw_draft_cut_lines(zw_draft *draft, zw_arena *arena, zw_err *err)
{
    zw_draft cut = { 0 };
    bool any = false;
    for (size_t i = 0; i < draft->lines.n; i++)
        any |= zw_range_len(draft->lines.at[i].at) > ZW_LINE_MAX_BYTES;
    zw_status s = ZW_OK;
    for (size_t i = 0; any && s == ZW_OK && i < draft->lines.n; i++) {
        zw_line line = draft->lines.at[i];
        while (s == ZW_OK && zw_range_len(line.at) > ZW_LINE_MAX_BYTES) {
            zw_line piece = line;
            piece.at.end = cut_point(draft->text, line.at.start + ZW_LINE_MAX_BYTES);
            line.at.start = piece.at.end;
            line.glued = false;
            s = zw_draft_add_line(&cut, arena, piece, err);
        }
        if (s == ZW_OK)
            s = zw_draft_add_line(&cut, arena, line, err);
    }
    if (any)
        memcpy(&draft->lines, &cut.lines, sizeof cut.lines);
    return s;
}
