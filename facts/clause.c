#include "facts/clause.h"

#include "base/utf8.h"

enum { BRACKET_MAX = 900 }; /* bytes: the longest responsibility parentheses are near 600 */

static uint32_t closer_of(uint32_t c)
{
    switch (c) {
    case '(':
        return ')';
    case '[':
        return ']';
    case '"':
        return '"';
    case 0xFF08:
        return 0xFF09; /* （） */
    case 0x300A:
        return 0x300B; /* 《》 */
    case 0x3008:
        return 0x3009; /* 〈〉 */
    case 0x201C:
        return 0x201D; /* “” */
    case 0x2018:
        return 0x2019; /* ‘’ */
    case 0x3014:
        return 0x3015; /* 〔〕 */
    case 0x3010:
        return 0x3011; /* 【】 */
    default:
        return 0;
    }
}

/* Full and half width close each other: (区） and “一件事" are written often. */
static bool closes(uint32_t c, uint32_t closer)
{
    if (c == closer)
        return true;
    return closer == 0x201D ? c == '"' : closer != '"' && zw_narrow(c) == zw_narrow(closer);
}

static bool is_quote(uint32_t c)
{
    return c == '"' || c == 0x201C || c == 0x2018;
}

size_t zw_bracket_end(zw_str text, size_t at)
{
    size_t len;
    uint32_t open = zw_utf8_at(text, at, &len), closer = closer_of(open);
    if (!closer)
        return 0;
    size_t limit = text.n - at > BRACKET_MAX ? at + BRACKET_MAX : text.n;
    int depth = 1;
    for (size_t i = at + len; i < limit; i += len) {
        uint32_t c = zw_utf8_at(text, i, &len);
        if (c == '\n' || (c == 0x3002 && is_quote(open)))
            return 0; /* a quotation of whole sentences, or one mark is missing */
        if (closes(c, closer))
            depth--;
        else if (c == open)
            depth++;
        if (depth == 0)
            return i + len;
    }
    return 0;
}

typedef enum { MARK_NONE, MARK_CLAUSE, MARK_SENTENCE } mark;

static bool digit_at(zw_str text, size_t at)
{
    return at < text.n && text.at[at] >= '0' && text.at[at] <= '9';
}

/* A full stop of half width: behind a Han character and not before a digit or letter. */
static bool stops_sentence(zw_str text, size_t at)
{
    size_t len;
    if (at == 0 || !zw_is_han(zw_utf8_before(text, at, &len)))
        return false;
    return at + 1 == text.n || (unsigned char)text.at[at + 1] >= 0x80 || text.at[at + 1] == ' ';
}

static mark mark_at(zw_str text, size_t at, uint32_t c, size_t len)
{
    switch (c) {
    case ',':
    case ':':
        if (at > 0 && digit_at(text, at - 1) && digit_at(text, at + len))
            return MARK_NONE; /* 1,100; 6:4 */
        return MARK_CLAUSE;
    case '.':
        return stops_sentence(text, at) ? MARK_SENTENCE : MARK_NONE;
    case 0xFF0C: /* ， */
    case 0xFF1A: /* ： */
        return MARK_CLAUSE;
    case ';':
    case '!':
    case '?':
    case '\n':
    case 0xFF1B: /* ； */
    case 0x3002: /* 。 */
    case 0xFF01: /* ！ */
    case 0xFF1F: /* ？ */
        return MARK_SENTENCE;
    default:
        return MARK_NONE;
    }
}

static size_t blanks_end(zw_str text, size_t at)
{
    for (size_t len; at < text.n; at += len)
        if (!zw_is_blank(zw_utf8_at(text, at, &len)))
            break;
    return at;
}

static size_t blanks_start(zw_str text, size_t start, size_t end)
{
    for (size_t len; end > start; end -= len)
        if (!zw_is_blank(zw_utf8_before(text, end, &len)))
            break;
    return end;
}

bool zw_clause_next(zw_clause_walk *walk, zw_clause *clause)
{
    while (walk->at < walk->end) {
        size_t start = blanks_end(walk->text, walk->at), at = start, len = 0;
        mark found = MARK_NONE;
        while (at < walk->end) {
            uint32_t c = zw_utf8_at(walk->text, at, &len);
            if ((found = mark_at(walk->text, at, c, len)) != MARK_NONE)
                break;
            size_t closed = closer_of(c) ? zw_bracket_end(walk->text, at) : 0;
            at = closed ? closed : at + len;
        }
        bool first = !walk->opened;
        walk->at = found == MARK_NONE ? walk->end : at + len;
        size_t end = blanks_start(walk->text, start, at);
        if (end == start) {
            if (found == MARK_SENTENCE)
                walk->opened = false;
            continue;
        }
        walk->opened = found == MARK_CLAUSE;
        *clause = (zw_clause){ { start, end }, first, found != MARK_CLAUSE };
        return true;
    }
    return false;
}
