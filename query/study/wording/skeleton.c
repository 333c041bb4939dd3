#include "query/study/wording/skeleton.h"

#include "base/utf8.h"

typedef struct {
    uint32_t code;
    uint32_t start, end;
    bool mark, blank;
} folded_char;

typedef struct {
    const folded_char *at;
    size_t n;
} folded_text;

/* --- kinds of characters ---------------------------------------------------------------------- */

static bool in(uint32_t c, uint32_t first, uint32_t last)
{
    return c >= first && c <= last;
}

/* Marks of punctuation, as they are after normalisation; % ‰ + / & # are signs with a meaning. The
 * stars are Markdown's, the shapes are bullets. */
static bool is_mark(uint32_t c)
{
    static const char ascii[] = "!\"'()*,-.:;?[]_{}~";
    if (c < 0x80)
        return c && memchr(ascii, (int)c, sizeof ascii - 1);
    return c == 0xB7 || in(c, 0x2010, 0x2027) || in(c, 0x2032, 0x203E) || in(c, 0x2045, 0x2051) ||
           in(c, 0x2053, 0x205E) || c == 0x2236 || in(c, 0x2500, 0x25FF) || in(c, 0x3001, 0x3003) ||
           in(c, 0x3008, 0x3011) || in(c, 0x3014, 0x301F) || c == 0x3030 || c == 0x30FB ||
           in(c, 0xFE10, 0xFE19) || in(c, 0xFE30, 0xFE52);
}

static bool is_figure(uint32_t c)
{
    return c >= '0' && c <= '9';
}

/* 五、六 is not 五六. */
static bool is_numeral(uint32_t c)
{
    static const uint32_t han[] = { 0x3007, 0x4E00, 0x4E03, 0x4E07, 0x4E09, 0x4E24,
                                    0x4E5D, 0x4E8C, 0x4E94, 0x4EBF, 0x516B, 0x516D,
                                    0x5341, 0x5343, 0x56DB, 0x767E, 0x96F6 };
    if (is_figure(c))
        return true;
    for (size_t i = 0; i < sizeof han / sizeof *han; i++) {
        if (han[i] == c)
            return true;
    }
    return false;
}

/* One sign for all dashes, one for all brackets of a side. */
static uint32_t sign_of(uint32_t c)
{
    if (c == '-' || c == '~' || in(c, 0x2010, 0x2015))
        return '-';
    if (c == 0x2236) /* 6∶4 */
        return ':';
    if (zw_is_bracket_open(c))
        return '(';
    return zw_is_bracket_close(c) ? ')' : c;
}

/* --- folding ---------------------------------------------------------------------------------- */

/* ② and ² are folded to digits, but are not the digits that a number consists of. */
static uint32_t code_of(zw_str text, uint32_t folded, zw_range at)
{
    size_t len;
    if (!is_figure(folded) || at.end <= at.start)
        return folded;
    uint32_t c = zw_utf8_at(text, at.start, &len);
    return zw_narrow(c) == folded ? folded : c;
}

static zw_status fold(zw_segmenter *segmenter, zw_str text, zw_arena *arena, folded_text *out,
                      zw_err *err)
{
    zw_str folded;
    zw_offset_map *map;
    zw_status s = zw_segmenter_fold_exact(segmenter, text, arena, &folded, &map, err);
    if (s != ZW_OK)
        return s;
    folded_char *chars = zw_arena_array(arena, zw_utf8_count(folded) + 1, sizeof *chars);
    if (!chars)
        return zw_err_nomem(err);
    size_t n = 0, piece = 0;
    for (size_t i = 0, len; i < folded.n; i += len) {
        uint32_t c = zw_utf8_at(folded, i, &len);
        zw_map_piece p = zw_offset_map_piece(map, piece);
        while (p.new_at + p.new_n <= i)
            p = zw_offset_map_piece(map, ++piece);
        zw_range at = { p.old_at, p.old_at + p.old_n };
        if (p.kept)
            at = (zw_range){ p.old_at + (i - p.new_at), p.old_at + (i - p.new_at) + len };
        chars[n++] = (folded_char){ code_of(text, c, at), (uint32_t)at.start, (uint32_t)at.end,
                                    is_mark(c), zw_is_blank(c) || c == '\n' };
    }
    *out = (folded_text){ chars, n };
    return ZW_OK;
}

/* --- letters ---------------------------------------------------------------------------------- */

/* 1,000: one comma, one to three digits before it, exactly three behind. */
static bool parts_thousands(const folded_text *f, size_t at)
{
    size_t before = 0, behind = 0;
    while (before < at && is_figure(f->at[at - 1 - before].code))
        before++;
    while (at + 1 + behind < f->n && is_figure(f->at[at + 1 + behind].code))
        behind++;
    return f->at[at].code == ',' && before >= 1 && before <= 3 && behind == 3;
}

/* The sign that stays of marks and blanks first .. end - 1, or 0. */
static uint32_t sign_between(const folded_text *f, size_t first, size_t end)
{
    if (end == f->n || !is_numeral(f->at[end].code))
        return 0;
    if (first == 0 || !is_numeral(f->at[first - 1].code))
        return f->at[end - 1].code == '-' && is_figure(f->at[end].code) ? '-' : 0;
    if (end == first + 1 && parts_thousands(f, first))
        return 0;
    for (size_t i = first; i < end; i++) {
        if (f->at[i].mark)
            return sign_of(f->at[i].code);
    }
    return is_figure(f->at[first - 1].code) && is_figure(f->at[end].code) ? ' ' : 0;
}

zw_status zw_skeleton_of(zw_segmenter *segmenter, zw_str text, zw_arena *arena,
                         zw_skeleton *skeleton, zw_err *err)
{
    folded_text f = { 0 };
    if (text.n > UINT32_MAX)
        text.n = zw_utf8_boundary(text, UINT32_MAX);
    zw_status s = fold(segmenter, text, arena, &f, err);
    if (s != ZW_OK)
        return s;
    zw_letter *letters = zw_arena_array(arena, f.n + 1, sizeof *letters);
    size_t n = 0;
    if (!letters)
        return zw_err_nomem(err);
    for (size_t i = 0; i < f.n;) {
        size_t first = i;
        while (i < f.n && (f.at[i].mark || f.at[i].blank))
            i++;
        uint32_t sign = i > first ? sign_between(&f, first, i) : 0;
        if (sign)
            letters[n++] = (zw_letter){ sign, f.at[first].start, f.at[i - 1].end };
        if (i < f.n) {
            letters[n++] = (zw_letter){ f.at[i].code, f.at[i].start, f.at[i].end };
            i++;
        }
    }
    uint32_t *codes = zw_arena_array(arena, n + 1, sizeof *codes);
    if (!codes)
        return zw_err_nomem(err);
    for (size_t i = 0; i < n; i++)
        codes[i] = letters[i].code;
    *skeleton = (zw_skeleton){ text, letters, codes, n };
    return ZW_OK;
}

/* memmem finds bytes in linear time; what it finds between two codes is no find. */
size_t zw_skeleton_find(const zw_skeleton *whole, const zw_skeleton *part, size_t from)
{
    size_t size = sizeof *whole->codes;
    zw_str text = { (const char *)whole->codes, whole->n * size };
    zw_str wanted = { (const char *)part->codes, part->n * size };
    for (size_t at = from * size; part->n && at < text.n; at++) {
        at = zw_str_find(text, wanted, at);
        if (at < text.n && at % size == 0)
            return at / size;
    }
    return whole->n;
}

zw_range zw_skeleton_range(const zw_skeleton *skeleton, size_t first, size_t end)
{
    return (zw_range){ skeleton->at[first].start, skeleton->at[end - 1].end };
}

/* --- differences ------------------------------------------------------------------------------ */

typedef struct {
    zw_str text;
    size_t at;
} reader;

/* The next character that is no line end, in ASCII width if `narrow`, blanks left out if `bare`; 0
 * at the end. */
static uint32_t next(reader *r, bool narrow, bool bare)
{
    while (r->at < r->text.n) {
        size_t len;
        uint32_t c = zw_utf8_at(r->text, r->at, &len);
        r->at += len;
        if (c == '\n' || c == '\r' || (bare && zw_is_blank(c)))
            continue;
        return narrow ? zw_narrow(c) : c;
    }
    return 0;
}

static bool same(zw_str a, zw_str b, bool narrow, bool bare)
{
    reader x = { a, 0 }, y = { b, 0 };
    for (;;) {
        uint32_t c = next(&x, narrow, bare);
        if (c != next(&y, narrow, bare))
            return false;
        if (c == 0)
            return true;
    }
}

/* Of what stands between two letters. */
static unsigned gap_differs(zw_str a, zw_str b)
{
    if (same(a, b, false, false))
        return 0;
    if (same(a, b, false, true))
        return ZW_DIFFERS_SPACING;
    if (!same(a, b, true, true))
        return ZW_DIFFERS_PUNCTUATION;
    return ZW_DIFFERS_WIDTH | (same(a, b, true, false) ? 0 : ZW_DIFFERS_SPACING);
}

static unsigned letter_differs(zw_str a, zw_str b, uint32_t code)
{
    if (same(a, b, false, false))
        return 0;
    if (is_mark(code) || code == ' ')
        return gap_differs(a, b);
    if (same(a, b, true, true))
        return ZW_DIFFERS_WIDTH;
    if (zw_is_han(code))
        return ZW_DIFFERS_SCRIPT;
    return code >= 'a' && code <= 'z' ? ZW_DIFFERS_CASE : ZW_DIFFERS_WIDTH;
}

static zw_str gap_behind(const zw_skeleton *s, size_t i)
{
    uint32_t start = s->at[i].end, end = s->at[i + 1].start;
    return (zw_str){ s->text.at + start, end > start ? end - start : 0 };
}

/* As many characters before or behind a place as the gap has, line ends left out. */
static zw_str before(zw_str text, size_t end, zw_str gap)
{
    reader r = { gap, 0 };
    size_t from = end, len;
    while (next(&r, false, false)) {
        while (from > 0 && (text.at[from - 1] == '\n' || text.at[from - 1] == '\r'))
            from--;
        if (from > 0) {
            zw_utf8_before(text, from, &len);
            from -= len;
        }
    }
    return (zw_str){ text.at + from, end - from };
}

static zw_str behind(zw_str text, size_t start, zw_str gap)
{
    reader r = { gap, 0 }, t = { text, start };
    while (next(&r, false, false))
        next(&t, false, false);
    return (zw_str){ text.at + start, t.at - start };
}

/* The marks that a part begins and ends with, and what stands there in the whole. */
typedef struct {
    zw_str head, before, tail, behind;
} edges;

static edges edges_of(const zw_skeleton *part, const zw_skeleton *whole, size_t at)
{
    size_t last = part->n - 1;
    edges e = { .head = zw_str_slice(part->text, (zw_range){ 0, part->at[0].start }),
                .tail = zw_str_slice(part->text, (zw_range){ part->at[last].end, part->text.n }) };
    e.before = before(whole->text, whole->at[at].start, e.head);
    e.behind = behind(whole->text, whole->at[at + last].end, e.tail);
    return e;
}

unsigned zw_skeleton_differs(const zw_skeleton *part, const zw_skeleton *whole, size_t at)
{
    unsigned kinds = 0;
    for (size_t i = 0; i < part->n; i++) {
        const zw_letter *a = &part->at[i], *b = &whole->at[at + i];
        kinds |= letter_differs(zw_str_slice(part->text, (zw_range){ a->start, a->end }),
                                zw_str_slice(whole->text, (zw_range){ b->start, b->end }), a->code);
        if (i + 1 < part->n)
            kinds |= gap_differs(gap_behind(part, i), gap_behind(whole, at + i));
    }
    edges e = edges_of(part, whole, at);
    return kinds | gap_differs(e.head, e.before) | gap_differs(e.tail, e.behind);
}

zw_range zw_skeleton_stretch(const zw_skeleton *part, const zw_skeleton *whole, size_t at)
{
    zw_range r = zw_skeleton_range(whole, at, at + part->n);
    edges e = edges_of(part, whole, at);
    if (same(e.head, e.before, true, true))
        r.start -= e.before.n;
    if (same(e.tail, e.behind, true, true))
        r.end += e.behind.n;
    return r;
}
