#include "corpus/clean.h"

#include "base/utf8.h"
#include "corpus/furniture.h"
#include "corpus/lines.h"
#include "corpus/numbering.h"

#define NEAR 8           /* lines around one that tell the width of its column */
#define COLUMN_LINES 4   /* so many of them make a column */
#define SAME 3           /* lines of one column differ by a sign that must not begin a line */
#define NARROW_COLUMN 36 /* columns narrower than this are lists, not running text */
#define WIDE_COLUMN 160  /* lines longer than this were never broken by a width */
#define ALL_LINES 12     /* so many lines, a quarter of all, make a column of the whole text */

typedef struct {
    const zw_corpus_tables *tables;
    const zw_draft *draft;
    const zw_line_info *info;
    zw_arena *arena;
    zw_cleaned *out;
    unsigned column; /* of the whole text, 0: none */
    char *text;
    size_t n;      /* bytes of text written */
    size_t source; /* bytes of source gone through */
    bool failed;
} cleaner;

static zw_str line_text(const cleaner *c, size_t i)
{
    return zw_str_slice(c->draft->text, c->info[i].at);
}

static uint32_t last_char(zw_str s)
{
    size_t len;
    return s.n ? zw_utf8_before(s, s.n, &len) : 0;
}

static uint32_t first_char(zw_str s)
{
    size_t len;
    return s.n ? zw_utf8_at(s, 0, &len) : 0;
}

/* A full stop or semicolon inside: running text, no heading. */
static bool has_sentence_inside(zw_str s)
{
    return zw_str_find(s, ZW_STR("。"), 0) < s.n || zw_str_find(s, ZW_STR("；"), 0) < s.n;
}

static bool starts_item(const cleaner *c, size_t i)
{
    zw_number number;
    zw_str s = line_text(c, i);
    return c->draft->lines.at[i].kind != ZW_LINE_TEXT || c->info[i].indented ||
           zw_number_at(c->tables, s, 0, &number);
}

static bool is_plain_line(const cleaner *c, size_t i)
{
    return c->draft->lines.at[i].kind == ZW_LINE_TEXT && !c->info[i].indented;
}

static bool may_be_full(const cleaner *c, size_t i)
{
    return c->info[i].class == ZW_KEEP && c->info[i].width >= NARROW_COLUMN &&
           c->info[i].width <= WIDE_COLUMN;
}

/* The width of the column that the lines around i are set in: the width that most of them share,
 * give or take SAME; 0 where there is none. Lines that no width broke (WIDE_COLUMN) tell nothing.
 */
static unsigned column_at(const cleaner *c, size_t i)
{
    unsigned widths[2 * NEAR + 1], best = 0, best_alike = COLUMN_LINES - 1;
    size_t n = 0, to = i + NEAR < c->draft->lines.n ? i + NEAR : c->draft->lines.n - 1;
    for (size_t k = i > NEAR ? i - NEAR : 0; k <= to; k++) {
        unsigned w = c->info[k].width;
        if (may_be_full(c, k))
            widths[n++] = w;
    }
    for (size_t k = 0; k < n; k++) {
        unsigned alike = 0;
        for (size_t m = 0; m < n; m++)
            alike += widths[m] + SAME >= widths[k] && widths[m] <= widths[k];
        if (alike > best_alike || (alike == best_alike && best && widths[k] > best)) {
            best = widths[k];
            best_alike = alike;
        }
    }
    return best;
}

/* The width of the column that a whole text is set in: what a quarter of its lines share. Where
 * short articles stand there are too few full lines around to tell (column_at). */
static unsigned column_of_all(const cleaner *c)
{
    size_t widths[WIDE_COLUMN + 1] = { 0 }, lines = 0, most = 0;
    unsigned best = 0;
    for (size_t i = 0; i < c->draft->lines.n; i++) {
        lines += c->info[i].class == ZW_KEEP;
        if (may_be_full(c, i))
            widths[c->info[i].width]++;
    }
    for (unsigned w = NARROW_COLUMN + SAME; w <= WIDE_COLUMN; w++) {
        size_t alike = 0;
        for (unsigned k = w - SAME; k <= w; k++)
            alike += widths[k];
        if (alike >= most && alike >= ALL_LINES && 4 * alike >= lines) {
            most = alike;
            best = w;
        }
    }
    return best;
}

/* Whether line i runs to the edge of its column. The first line of a paragraph stands in by two
 * characters, the blank behind its number is told narrower than it is drawn, and extraction may
 * have put two lines on one. */
static bool is_full(const cleaner *c, size_t i)
{
    unsigned width = c->info[i].width;
    if (width < NARROW_COLUMN || width > WIDE_COLUMN)
        return false;
    unsigned column = column_at(c, i);
    column = column ? column : c->column;
    zw_number number;
    bool numbered = zw_number_at(c->tables, line_text(c, i), 0, &number);
    return column && width + SAME + (numbered ? 8 : 4) >= column;
}

/* …准确的依据。（统计局负责，12月底前完成）: who answers for an item ends it. */
static bool ends_with_bracket(zw_str s)
{
    return zw_narrow(last_char(s)) == ')';
}

static size_t commas(zw_str s)
{
    size_t n = 0;
    for (size_t at = 0, len; at < s.n; at += len) {
        uint32_t c = zw_narrow(zw_utf8_at(s, at, &len));
        n += c == ',' || c == 0x3001;
    }
    return n;
}

/* Whether a line without a stop at its end is cut out of running text rather than a heading: it has
 * a full stop inside, or is longer and has more commas than headings have. Numbered headings run
 * long: （二）以棚户区改造为重点，推进就地城镇化，完善成本分担机制. */
static bool is_running_text(const cleaner *c, size_t i)
{
    zw_str s = line_text(c, i);
    if (ends_with_bracket(s))
        return false;
    if (has_sentence_inside(s))
        return true;
    zw_number number;
    size_t n = commas(s), width = c->info[i].width;
    if (!zw_number_at(c->tables, s, 0, &number))
        return n >= 1 && width >= 50;
    return number.row->numeral == ZW_NUMERAL_NONE ? n >= 2 && width >= 80 : n >= 3 && width >= 160;
}

/* A title mark that the line does not close: 《关于修改〈甲省建议 / 和意见办理条例〉的决定》. */
static bool leaves_title_open(zw_str s)
{
    size_t from = s.n > 240 ? s.n - 240 : 0;
    zw_str tail = { s.at + from, s.n - from };
    size_t open = tail.n, close = 0;
    for (size_t at = 0; (at = zw_str_find(tail, ZW_STR("《"), at)) < tail.n; at += 3)
        open = at;
    for (size_t at = 0; (at = zw_str_find(tail, ZW_STR("》"), at)) < tail.n; at += 3)
        close = at;
    return open < tail.n && open >= close;
}

/* Whether line b, the next that is kept, goes on with the sentence of line a. */
static bool goes_on(const cleaner *c, size_t a, size_t b)
{
    if (c->draft->lines.at[b].glued)
        return true;
    zw_str s = line_text(c, a);
    if (c->draft->lines.at[a].kind != ZW_LINE_TEXT || zw_line_ends(s))
        return false;
    /* 《关于修改〈甲省条例〉 / 第十条的决定》: no article begins there. */
    if (starts_item(c, b) && !(b == a + 1 && is_plain_line(c, b) && leaves_title_open(s)))
        return false;
    bool goes_on = (zw_line_goes_on(s) && c->info[a].width >= 24) || leaves_title_open(s);
    if (b == a + 1)
        return goes_on || is_full(c, a);
    for (size_t i = a + 1; i < b; i++) {
        if (c->info[i].class == ZW_CHROME || c->info[i].class == ZW_CONTENTS)
            return false;
    }
    /* Over a page break: …“新城—小城镇—新型农 / (blank) / 村社区”体系. */
    return c->info[b].width >= 6 && (goes_on || is_full(c, a) || is_running_text(c, a));
}

static void drop_to(cleaner *c, size_t source)
{
    if (source > c->source && !zw_offset_map_replace(c->out->map, 0, source - c->source))
        c->failed = true;
    if (source > c->source)
        c->source = source;
}

static void keep(cleaner *c, size_t n)
{
    if (n && !zw_offset_map_keep(c->out->map, n))
        c->failed = true;
    memcpy(c->text + c->n, c->draft->text.at + c->source, n);
    c->n += n;
    c->source += n;
}

/* The length of a character at text[at] that shows nothing: control and zero-width characters. */
static size_t invisible(zw_str s, size_t at)
{
    unsigned char c = (unsigned char)s.at[at];
    if (c < 0x20 ? c != '\t' : c == 0x7F)
        return 1;
    if (at + 2 >= s.n)
        return c == 0xC2 && at + 1 < s.n && s.at[at + 1] == '\xAD' ? 2 : 0;
    if (c == 0xC2 && s.at[at + 1] == '\xAD')
        return 2; /* soft hyphen */
    unsigned char d = (unsigned char)s.at[at + 1], e = (unsigned char)s.at[at + 2];
    if (c == 0xE2 && d == 0x80 && ((e >= 0x8B && e <= 0x8F) || (e >= 0xAA && e <= 0xAE)))
        return 3; /* zero-width and direction marks */
    if (c == 0xE2 && d == 0x81 && e >= 0xA0 && e <= 0xA4)
        return 3;
    return c == 0xEF && d == 0xBB && e == 0xBF ? 3 : 0; /* U+FEFF */
}

static bool may_be_invisible(unsigned char c)
{
    return c < 0x20 || c == 0x7F || c == 0xC2 || c == 0xE2 || c == 0xEF;
}

/* Copies a stretch of the source less what shows nothing. */
static void copy(cleaner *c, zw_range r)
{
    drop_to(c, r.start);
    zw_str s = { c->draft->text.at, r.end };
    size_t from = r.start;
    for (size_t i = r.start; i < r.end; i++) {
        size_t skip = may_be_invisible((unsigned char)s.at[i]) ? invisible(s, i) : 0;
        if (!skip)
            continue;
        keep(c, i - from);
        drop_to(c, i + skip);
        from = i + skip;
        i = from - 1;
    }
    keep(c, r.end - from);
}

static void end_paragraph(cleaner *c)
{
    /* The line end stands for itself where the source has one right here. */
    bool here = c->source < c->draft->text.n && c->draft->text.at[c->source] == '\n';
    c->text[c->n++] = '\n';
    if (here ? !zw_offset_map_keep(c->out->map, 1) : !zw_offset_map_replace(c->out->map, 1, 0))
        c->failed = true;
    c->source += here;
}

static bool is_word_char(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* A line end between two Latin words was their blank. */
static void join(cleaner *c, size_t a, size_t b)
{
    if (c->draft->lines.at[b].glued || !is_word_char(last_char(line_text(c, a))) ||
        !is_word_char(first_char(line_text(c, b))) || c->source >= c->draft->text.n)
        return;
    c->text[c->n++] = ' ';
    if (!zw_offset_map_replace(c->out->map, 1, c->info[b].at.start - c->source))
        c->failed = true;
    c->source = c->info[b].at.start;
}

static size_t next_kept(const cleaner *c, size_t i)
{
    while (i < c->draft->lines.n && c->info[i].class != ZW_KEEP)
        i++;
    return i;
}

/* Writes the paragraph that begins with line i, the first that is kept at or after *behind, and
 * returns the first line of the next; *behind moves behind the last of its own. */
static size_t write_paragraph(cleaner *c, size_t i, size_t *behind)
{
    bool cut = false;
    for (size_t k = *behind; k < i; k++)
        cut |= c->info[k].class == ZW_CHROME;
    zw_para para = { .text = { c->n, c->n },
                     .kind = c->draft->lines.at[i].kind,
                     .level = c->draft->lines.at[i].level,
                     .indented = c->info[i].indented,
                     .gap = i > *behind,
                     .cut = cut };
    size_t next = i;
    for (;;) {
        copy(c, c->info[i].at);
        next = next_kept(c, i + 1);
        if (next >= c->draft->lines.n || !goes_on(c, i, next))
            break;
        join(c, i, next);
        i = next;
    }
    para.text.end = c->n;
    *behind = i + 1;
    if (zw_str_trim((zw_str){ c->text + para.text.start, c->n - para.text.start }).n == 0)
        return next; /* glued pieces that held only blanks: left to the map as nothing */
    zw_para *new = zw_array_add(c->arena, &c->out->paras);
    if (!new)
        c->failed = true;
    else
        *new = para;
    end_paragraph(c);
    return next;
}

zw_status zw_clean(const zw_corpus_tables *tables, const zw_draft *draft, zw_arena *arena,
                   zw_cleaned *cleaned, zw_err *err)
{
    *cleaned = (zw_cleaned){ .map = zw_offset_map_new(arena, 0), .carried = draft->meta };
    zw_line_info *info = zw_furniture_mark(tables, draft, arena, &cleaned->carried);
    /* Every paragraph but the last has a line end of its own to write over. */
    char *text = zw_arena_alloc(arena, draft->text.n + draft->lines.n + 1);
    if (!cleaned->map || !info || !text)
        return zw_err_nomem(err);
    cleaner c = {
        .tables = tables, .draft = draft, .info = info, .arena = arena, .out = cleaned, .text = text
    };
    c.column = column_of_all(&c);
    size_t behind = 0;
    for (size_t i = next_kept(&c, 0); i < draft->lines.n && !c.failed; i = next_kept(&c, i)) {
        i = write_paragraph(&c, i, &behind);
    }
    if (c.failed)
        return zw_err_nomem(err);
    cleaned->text = (zw_str){ text, c.n };
    return ZW_OK;
}
