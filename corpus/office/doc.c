/* DOC (Word 97 to 2003): the text is pieces in an order of their own, some in bytes, some in
 * UTF-16; what a paragraph or a run is like stands in pages of properties, found by place in the
 * file.
 *
 * A stretch of the text without its pieces (catdoc) is noise where a document was saved over, and a
 * row's end cannot be told from an empty cell without the properties. */
#include "base/utf8.h"
#include "corpus/office/office.h"
#include "corpus/office/ole.h"
#include "corpus/office/paper.h"

enum {
    PAGE = 512,
    NEST_MAX = 60, /* fields in fields */
    TEXT_UNITS = 0x4C,
    NOTE_UNITS = 0x50,
    HEADER_UNITS = 0x54,
    COMMENT_UNITS = 0x5C,
    ENDNOTE_UNITS = 0x60,
    BOX_UNITS = 0x64,
    RUN_PAGES = 0xFA, /* where the table of pages stands, and its length behind it */
    PARAGRAPH_PAGES = 0x102,
    PIECES = 0x1A2,
};

typedef struct {
    bool hidden, in_table, row_end;
    unsigned style;
} look;

/* A table of pages, and the stretch of the file that was looked up last. */
typedef struct {
    zw_str table;
    bool paragraphs;
    uint32_t from, to;
    look look;
} pages;

typedef struct {
    zw_str file; /* the stream WordDocument */
    zw_str table;
    zw_str pieces; /* of n + 1 places in the text and n descriptions */
    size_t n_pieces;
    pages runs, paragraphs;
    zw_paper *paper;
    zw_buf line;
    bool in_table;
    uint64_t in_code; /* a bit for each open field: its code, not yet its result */
    unsigned fields;
    uint32_t high; /* the first half of a character beyond 16 bits */
} doc;

static zw_str part(zw_str s, size_t at, size_t n)
{
    if (at >= s.n)
        return (zw_str){ "", 0 };
    return (zw_str){ s.at + at, n < s.n - at ? n : s.n - at };
}

/* ---- properties ---- */

/* How long the operand of a property is, its own length included. */
static size_t operand(zw_str list, size_t at, uint32_t property)
{
    static const unsigned char sizes[] = { 1, 1, 2, 4, 2, 2, 0, 3 };
    if (sizes[property >> 13])
        return sizes[property >> 13];
    if (property == 0xD608) /* the one table definition is longer than a byte tells */
        return zw_u16(list, at) + 1;
    return at < list.n ? (size_t)(unsigned char)list.at[at] + 1 : 1;
}

static void take_properties(zw_str list, look *l)
{
    for (size_t at = 0; at + 3 <= list.n;) {
        uint32_t property = zw_u16(list, at);
        bool on = (unsigned char)list.at[at + 2] & 1;
        at += 2;
        if (property == 0x2417)
            l->row_end = on;
        else if (property == 0x2416)
            l->in_table = on;
        else if (property == 0x083C || property == 0x0800) /* hidden; deleted */
            l->hidden |= on;
        at += operand(list, at, property);
    }
}

/* The properties behind entry i of a page. */
static void take_entry(zw_str page, size_t runs, size_t i, bool paragraphs, look *l)
{
    size_t width = paragraphs ? 13 : 1, entry = (runs + 1) * 4 + i * width;
    size_t at = entry < page.n ? (size_t)(unsigned char)page.at[entry] * 2 : 0;
    if (at == 0 || at >= page.n)
        return;
    size_t n = (unsigned char)page.at[at++];
    if (!paragraphs) {
        take_properties(part(page, at, n), l);
        return;
    }
    if (n == 0 && at < page.n)
        n = (size_t)(unsigned char)page.at[at++] * 2;
    else
        n = n ? 2 * n - 1 : 0;
    l->style = zw_u16(page, at);
    if (n > 2)
        take_properties(part(page, at + 2, n - 2), l);
}

/* The last i with the number at i * 4 not above `place`; numbers ascend. */
static size_t find(zw_str numbers, size_t n, uint32_t place)
{
    size_t low = 0, high = n;
    while (low + 1 < high) {
        size_t mid = (low + high) / 2;
        if (zw_u32(numbers, mid * 4) <= place)
            low = mid;
        else
            high = mid;
    }
    return low;
}

static look look_at(const doc *d, pages *p, uint32_t place)
{
    if (place >= p->from && place < p->to)
        return p->look;
    p->look = (look){ 0 };
    p->from = place;
    p->to = place + 1;
    if (p->table.n < 12)
        return p->look;
    size_t n = (p->table.n - 4) / 8, i = find(p->table, n, place);
    zw_str page = part(d->file, (size_t)zw_u32(p->table, (n + 1 + i) * 4) * PAGE, PAGE);
    size_t runs = page.n == PAGE ? (unsigned char)page.at[PAGE - 1] : 0;
    if (runs == 0 || (runs + 1) * 4 > PAGE)
        return p->look;
    size_t run = find(page, runs, place);
    uint32_t from = zw_u32(page, run * 4), to = zw_u32(page, (run + 1) * 4);
    if (place < from || place >= to)
        return p->look;
    p->from = from;
    p->to = to;
    take_entry(page, runs, run, p->paragraphs, &p->look);
    return p->look;
}

/* ---- text ---- */

static void end_line(doc *d, uint32_t mark, uint32_t place)
{
    look l = look_at(d, &d->paragraphs, place);
    bool cell = mark == 0x07;
    if ((l.in_table || cell) && !d->in_table)
        zw_paper_table(d->paper);
    if (!l.in_table && !cell && d->in_table)
        zw_paper_table_end(d->paper);
    d->in_table = l.in_table || cell;
    bool heading = l.style >= 1 && l.style <= 9 && !d->in_table &&
                   zw_str_trim(zw_buf_view(&d->line)).n;
    if (!(cell && l.row_end))
        zw_paper_line(d->paper, heading ? 'H' : 'T', (int)l.style, zw_buf_view(&d->line));
    zw_buf_clear(&d->line);
    if (cell && l.row_end)
        zw_paper_row_end(d->paper);
    else if (cell)
        zw_paper_cell_end(d->paper, 1);
}

/* Field codes (HYPERLINK "…") go, what they show stays. */
static bool take_field(doc *d, uint32_t c)
{
    if (c == 0x13) {
        if (d->fields < NEST_MAX)
            d->in_code |= (uint64_t)1 << d->fields;
        d->fields++;
    } else if (c == 0x14 && d->fields && d->fields <= NEST_MAX) {
        d->in_code &= ~((uint64_t)1 << (d->fields - 1));
    } else if (c == 0x15 && d->fields) {
        if (--d->fields < NEST_MAX)
            d->in_code &= ~((uint64_t)1 << d->fields);
    }
    return c >= 0x13 && c <= 0x15;
}

static void take_char(doc *d, uint32_t c, uint32_t place)
{
    if (take_field(d, c))
        return;
    if (c == 0x0D || c == 0x07 || c == 0x0C) {
        end_line(d, c, place);
        return;
    }
    if (d->in_code || look_at(d, &d->runs, place).hidden)
        return;
    if (c >= 0xD800 && c < 0xDC00) {
        d->high = c;
        return;
    }
    if (c >= 0xDC00 && c < 0xE000) {
        if (d->high)
            zw_buf_code(&d->line, 0x10000 + ((d->high - 0xD800) << 10) + (c - 0xDC00));
        d->high = 0;
        return;
    }
    if (c == 0x0B)
        zw_buf_char(&d->line, '\n');
    else if (c == 0x1E)
        zw_buf_char(&d->line, '-');
    else if (c == '\t' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF && !(c >= 0xF000 && c < 0xF900)))
        zw_buf_code(&d->line, c); /* F000 and above: signs of a symbol font */
}

static uint32_t from_1252(unsigned char c)
{
    static const uint16_t high[] = {
        0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178
    };
    return c >= 0x80 && c < 0xA0 ? high[c - 0x80] : c;
}

/* The characters [from, to) of the text. */
static void take_text(doc *d, uint32_t from, uint32_t to)
{
    for (size_t i = 0; i < d->n_pieces; i++) {
        uint32_t start = zw_u32(d->pieces, i * 4), end = zw_u32(d->pieces, (i + 1) * 4);
        uint32_t at = zw_u32(d->pieces, (d->n_pieces + 1) * 4 + i * 8 + 2);
        bool bytes = at & 0x40000000;
        at = bytes ? (at & 0x3FFFFFFF) / 2 : at;
        unsigned width = bytes ? 1 : 2;
        uint32_t first = start < from ? from : start, behind = end < to ? end : to;
        for (uint32_t c = first; c < behind; c++) {
            uint64_t place = (uint64_t)at + (uint64_t)(c - start) * width;
            if (place + width > d->file.n)
                break;
            uint32_t is = bytes ? from_1252((unsigned char)d->file.at[place])
                                : zw_u16(d->file, (size_t)place);
            take_char(d, is, (uint32_t)place);
        }
    }
    if (d->line.n)
        end_line(d, 0x0D, UINT32_MAX);
    if (d->in_table)
        zw_paper_table_end(d->paper);
    d->in_table = false;
    d->fields = 0;
    d->in_code = 0;
}

/* The list of pieces stands behind groups of properties. */
static zw_status find_pieces(doc *d, zw_err *err)
{
    zw_str clx = part(d->table, zw_u32(d->file, PIECES), zw_u32(d->file, PIECES + 4));
    size_t at = 0;
    while (at < clx.n && clx.at[at] == 1)
        at += 3 + zw_u16(clx, at + 1);
    if (at + 5 > clx.n || clx.at[at] != 2)
        return zw_err_set(err, ZW_E_FORMAT, "no list of pieces: cut off or broken");
    d->pieces = part(clx, at + 5, zw_u32(clx, at + 1));
    d->n_pieces = d->pieces.n >= 16 ? (d->pieces.n - 4) / 12 : 0;
    return ZW_OK;
}

static zw_status open_streams(doc *d, const zw_ole *ole, zw_err *err)
{
    zw_status s = zw_ole_stream(ole, "WordDocument", &d->file, err);
    if (s != ZW_OK)
        return s;
    if (zw_u16(d->file, 0) == 0xA5DC)
        return zw_err_set(err, ZW_E_FORMAT, "of Word 95 or before");
    if (zw_u16(d->file, 0) != 0xA5EC)
        return zw_err_set(err, ZW_E_FORMAT, "no text of Word in it");
    uint32_t flags = zw_u16(d->file, 10);
    if (flags & 0x0100)
        return zw_err_set(err, ZW_E_FORMAT, "encrypted, wants a password");
    s = zw_ole_stream(ole, flags & 0x0200 ? "1Table" : "0Table", &d->table, err);
    if (s != ZW_OK)
        return s;
    d->runs.table = part(d->table, zw_u32(d->file, RUN_PAGES), zw_u32(d->file, RUN_PAGES + 4));
    d->paragraphs.table = part(d->table, zw_u32(d->file, PARAGRAPH_PAGES),
                               zw_u32(d->file, PARAGRAPH_PAGES + 4));
    d->paragraphs.paragraphs = true;
    return find_pieces(d, err);
}

/* Behind the text stand notes, headers, comments, endnotes and text boxes; headers and comments are
 * left out. */
static void take_parts(doc *d)
{
    uint32_t text = zw_u32(d->file, TEXT_UNITS), notes = zw_u32(d->file, NOTE_UNITS);
    uint32_t endnotes = text + notes + zw_u32(d->file, HEADER_UNITS) + zw_u32(d->file, 0x58) +
                        zw_u32(d->file, COMMENT_UNITS);
    uint32_t boxes = endnotes + zw_u32(d->file, ENDNOTE_UNITS);
    take_text(d, 0, text);
    take_text(d, text, text + notes);
    take_text(d, endnotes, boxes);
    take_text(d, boxes, boxes + zw_u32(d->file, BOX_UNITS));
}

zw_status zw_doc_read(zw_str bytes, zw_buf *out, zw_err *err)
{
    zw_arena *arena = zw_arena_new();
    zw_ole ole;
    doc d = { 0 };
    zw_status s = arena ? zw_ole_open(bytes, arena, &ole, err) : zw_err_nomem(err);
    if (s == ZW_OK)
        s = open_streams(&d, &ole, err);
    if (s == ZW_OK)
        s = zw_paper_new(out, &d.paper, err);
    if (s == ZW_OK) {
        take_parts(&d);
        s = zw_paper_end(d.paper, err);
    }
    if (s == ZW_OK && zw_buf_failed(&d.line))
        s = zw_err_nomem(err);
    zw_buf_free(&d.line);
    zw_paper_free(d.paper);
    zw_arena_free(arena);
    return s;
}
