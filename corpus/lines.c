#include "corpus/lines.h"

#include <stdio.h>

#include "base/date.h"
#include "base/utf8.h"

bool zw_is_closer(uint32_t c)
{
    return c == 0x201D || c == 0x2019 || c == 0xFF09 || c == ')' || c == 0x300B || c == 0x300D ||
           c == 0x3011 || c == '"';
}

static uint32_t last_char(zw_str s, size_t *len)
{
    *len = 0;
    return s.n ? zw_utf8_before(s, s.n, len) : 0;
}

bool zw_line_ends(zw_str line)
{
    size_t len;
    uint32_t c = last_char(line, &len);
    if (zw_is_closer(c))
        c = last_char((zw_str){ line.at, line.n - len }, &len);
    c = zw_narrow(c);
    return c == 0x3002 || c == ';' || c == ':' || c == '!' || c == '?' || c == 0x2026;
}

bool zw_line_goes_on(zw_str line)
{
    size_t len;
    uint32_t c = zw_narrow(last_char(line, &len));
    return c == ',' || c == 0x3001 || c == 0x201C || c == 0x2018 || c == '(' || c == 0x300A;
}

zw_str zw_line_squash(zw_arena *arena, zw_str line)
{
    char *to = zw_arena_alloc(arena, line.n + 1);
    size_t n = 0;
    for (size_t at = 0, len; to && at < line.n; at += len) {
        if (zw_is_blank(zw_utf8_at(line, at, &len)))
            continue;
        memcpy(to + n, line.at + at, len);
        n += len;
    }
    return (zw_str){ to, n };
}

/* The start of a closing bracket's group at the end of a title, or its length. */
static size_t before_bracket(zw_str s)
{
    size_t len;
    uint32_t c = zw_narrow(last_char(s, &len));
    if (c != ')' && c != 0x3015 && c != ']')
        return s.n;
    for (size_t at = s.n - len; at > 0; at -= len) {
        c = zw_narrow(zw_utf8_before(s, at, &len));
        if (c == '(' || c == 0x3014 || c == '[')
            return at - len;
    }
    return s.n;
}

size_t zw_title_genre(const zw_corpus_tables *tables, zw_str title, size_t *behind)
{
    const char *end = title.at + title.n; /* trimming may move the start too */
    size_t len;
    for (size_t before = 0; before != title.n;) {
        before = title.n;
        if (last_char(title, &len) == 0x300B) /* 《…办法（试行）》 */
            title.n -= len;
        title = zw_str_trim((zw_str){ title.at, before_bracket(title) });
    }
    *behind = (size_t)(end - (title.at + title.n));
    size_t at = title.n, best = 0;
    for (int chars = 0; chars < 10 && at > 0; chars++) {
        zw_utf8_before(title, at, &len);
        at -= len;
        if (zw_trie_get(tables->genres, (zw_str){ title.at + at, title.n - at }, &(uint32_t){ 0 }))
            best = title.n - at;
    }
    return best;
}

bool zw_title_ends(const zw_corpus_tables *tables, zw_str title)
{
    size_t behind;
    return zw_title_genre(tables, title, &behind) > 0;
}

bool zw_is_place_kind(uint32_t c)
{
    static const uint32_t kinds[] = { 0x7701, 0x5E02, 0x53BF, 0x533A, 0x65D7, 0x9547,
                                      0x4E61, 0x5DDE, 0x76DF, 0x6751, 0xFF09, ')' };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (c == kinds[i])
            return true;
    }
    return false;
}

bool zw_issuer_ends(const zw_corpus_tables *tables, zw_str line)
{
    char end[14 * 4]; /* without blanks: 中 央 网 信 办 */
    size_t start = sizeof end, at = line.n, len;
    for (size_t seen = 0; at > 0 && seen < 2 * sizeof end; at -= len, seen += len) {
        uint32_t c = zw_utf8_before(line, at, &len);
        if (zw_is_blank(c))
            continue;
        if (start < len)
            break;
        start -= len;
        memcpy(end + start, line.at + at - len, len);
        zw_str word = { end + start, sizeof end - start };
        if (zw_trie_get(tables->issuers, word, &(uint32_t){ 0 }))
            return true;
    }
    return false;
}

/* The line without blanks and without brackets around it, at most 63 bytes. */
static size_t squash_date(zw_str line, char to[64])
{
    size_t n = 0;
    for (size_t at = 0, len; at < line.n; at += len) {
        uint32_t c = zw_utf8_at(line, at, &len), narrow = zw_narrow(c);
        bool edge = (at == 0 && narrow == '(') || (at + len == line.n && narrow == ')');
        if (edge || zw_is_blank(c))
            continue;
        if (n + len > 63)
            return 0;
        memcpy(to + n, line.at + at, len);
        n += len;
    }
    return n;
}

/* Letters may stand apart: 二○ 一一年十二月三十一日. */
bool zw_date_line(zw_str line, char iso[16])
{
    zw_date d = { 0 };
    char squashed[64];
    line = zw_str_trim(line);
    if (zw_str_ends(line, ZW_STR("印发")))
        line.n -= strlen("印发");
    size_t n = line.n < 120 ? squash_date(line, squashed) : 0;
    if (n == 0 || zw_date_read((zw_str){ squashed, n }, 0, &d) != n ||
        (d.precision != ZW_DATE_DAY && d.precision != ZW_DATE_MONTH) || !d.from.year)
        return false;
    if (iso)
        zw_date_iso(&d, iso);
    return true;
}

void zw_date_iso(const zw_date *d, char iso[16])
{
    unsigned year = (unsigned)d->from.year % 10000, month = (unsigned)d->from.month % 100;
    unsigned day = (unsigned)d->from.day % 100;
    if (d->precision == ZW_DATE_DAY && day)
        snprintf(iso, 16, "%04u-%02u-%02u", year, month, day);
    else if (month && d->precision <= ZW_DATE_MONTH)
        snprintf(iso, 16, "%04u-%02u", year, month);
    else
        snprintf(iso, 16, "%04u", year);
}
