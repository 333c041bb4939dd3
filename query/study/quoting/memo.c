#include "query/study/quoting/memo.h"

#include "base/buffer.h"
#include "base/csv.h"
#include "base/utf8.h"
#include "query/study/quoting/named.h"

/* A line's share of a paragraph. */
typedef struct {
    size_t joined; /* where it begins in the joined text */
    zw_range line; /* the line in the memo */
    size_t text;   /* where the share begins in the memo */
    size_t number;
} share;

typedef struct {
    zw_str text; /* the lines of a paragraph, joined */
    ZW_ARRAY(share) shares;
    bool block;                  /* of block quotations */
    zw_str source;               /* its line of source */
    size_t last, counted, chars; /* the share last looked at, how far it was counted */
} paragraph;

typedef struct {
    zw_str text;
    zw_arena *arena;
    zw_memo *memo;
    zw_err *err;
    size_t at, line;
    paragraph now;
    zw_buf joined;
    zw_str lead; /* the paragraph before */
    bool fenced;
} memo_reader;

/* --- places ----------------------------------------------------------------------------------- */

/* Quotations of a paragraph come in their order, so counting goes on where it stopped. */
static void place(paragraph *p, zw_str memo, size_t joined, zw_quotation *q)
{
    while (p->last + 1 < p->shares.n && p->shares.at[p->last + 1].joined <= joined) {
        p->last++;
        p->counted = p->chars = 0;
    }
    const share *s = &p->shares.at[p->last];
    size_t at = s->text + (joined - s->joined), from = p->counted ? p->counted : s->line.start;
    p->chars += zw_utf8_count(zw_str_slice(memo, (zw_range){ from, at }));
    p->counted = at;
    q->line = s->number;
    q->column = 1 + p->chars;
}

static zw_status add(memo_reader *r, zw_str text, zw_quotation **q)
{
    *q = zw_array_add(r->arena, &r->memo->quotations);
    if (!*q)
        return zw_err_nomem(r->err);
    (*q)->text = zw_str_trim(text);
    return ZW_OK;
}

/* --- quoted stretches ------------------------------------------------------------------------- */

static const struct marks {
    uint32_t open, close;
} marks[] = {
    { 0x201C, 0x201D },                     /* “ ” */
    { 0x300C, 0x300D },                     /* 「 」 */
    { 0x300E, 0x300F },                     /* 『 』 */
    { '"', '"' },       { 0xFF02, 0xFF02 }, /* ＂ */
};

static const struct marks *opened_by(uint32_t c)
{
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (marks[i].open == c)
            return &marks[i];
    }
    return NULL;
}

/* The bytes between a mark that opens before `start` and its closing one. A second “ before any ”
 * means that the first was never closed. */
static bool closed(zw_str text, size_t start, const struct marks *m, zw_range *inside)
{
    for (size_t i = start, len; i < text.n; i += len) {
        uint32_t c = zw_utf8_at(text, i, &len);
        if (c == m->close) {
            *inside = (zw_range){ start, i };
            return true;
        }
        if (c == m->open)
            return false;
    }
    return false;
}

/* href="…" is no quotation. */
static bool is_attribute(zw_str text, size_t at)
{
    return at > 0 && text.at[at] == '"' && text.at[at - 1] == '=';
}

static zw_status add_quoted(memo_reader *r, paragraph *p, zw_range inside, size_t behind)
{
    zw_quotation *q;
    zw_status s = add(r, zw_str_slice(p->text, inside), &q);
    if (s != ZW_OK || q->text.n == 0) {
        r->memo->quotations.n -= s == ZW_OK;
        return s;
    }
    place(p, r->text, inside.start, q);
    zw_named_in(p->text, inside.start, behind, &q->title, &q->number);
    return ZW_OK;
}

static zw_status add_unclosed(memo_reader *r, paragraph *p, size_t start)
{
    zw_quotation *q = zw_array_add(r->arena, &r->memo->unclosed);
    if (!q)
        return zw_err_nomem(r->err);
    q->text = (zw_str){ p->text.at + start, p->text.n - start };
    place(p, r->text, start, q);
    return ZW_OK;
}

static zw_status quoted_stretches(memo_reader *r, paragraph *p)
{
    zw_status s = ZW_OK;
    for (size_t i = 0, len; s == ZW_OK && i < p->text.n; i += len) {
        const struct marks *m = opened_by(zw_utf8_at(p->text, i, &len));
        size_t start = i + len;
        zw_range inside;
        if (!m)
            continue;
        bool whole = closed(p->text, start, m, &inside);
        size_t behind = whole ? inside.end + len : start; /* 「…」 may follow a lone “ */
        if (!whole)
            s = add_unclosed(r, p, start);
        else if (!is_attribute(p->text, i))
            s = add_quoted(r, p, inside, behind);
        i = behind;
        len = 0;
    }
    return s;
}

/* --- block quotations ------------------------------------------------------------------------- */

/* Without **, which Markdown shows as emphasis, and [^1], a note. */
static zw_status plain(memo_reader *r, zw_str text, zw_str *out)
{
    zw_buf buf = ZW_BUF_INIT;
    for (size_t i = 0; i < text.n;) {
        size_t note = i;
        if (text.at[i] == '[' && i + 1 < text.n && text.at[i + 1] == '^')
            note = zw_str_find(text, ZW_STR("]"), i) + 1;
        if (note > i && note <= text.n)
            i = note;
        else if (i + 1 < text.n && text.at[i] == '*' && text.at[i + 1] == '*')
            i += 2;
        else
            zw_buf_char(&buf, text.at[i++]);
    }
    char *copy = zw_buf_failed(&buf) ? NULL : zw_arena_str(r->arena, zw_buf_view(&buf));
    *out = (zw_str){ copy, buf.n };
    zw_buf_free(&buf);
    return copy ? ZW_OK : zw_err_nomem(r->err);
}

/* > “…”: the marks around the whole of it are the memo's. */
static zw_str bare(zw_str text)
{
    size_t open, close;
    text = zw_str_trim(text);
    if (text.n == 0)
        return text;
    const struct marks *m = opened_by(zw_utf8_at(text, 0, &open));
    zw_range inside;
    if (!m || zw_utf8_before(text, text.n, &close) != m->close || open + close > text.n)
        return text;
    if (!closed(text, open, m, &inside) || inside.end != text.n - close)
        return text;
    return zw_str_slice(text, inside);
}

static zw_status block_quotation(memo_reader *r, paragraph *p)
{
    zw_quotation *q;
    zw_str text;
    if (zw_str_trim(p->text).n == 0)
        return ZW_OK;
    zw_status s = plain(r, p->text, &text);
    if (s == ZW_OK && bare(text).n == 0) /* a note alone */
        return ZW_OK;
    if (s == ZW_OK)
        s = add(r, bare(text), &q);
    if (s != ZW_OK)
        return s;
    place(p, r->text, 0, q);
    zw_named_in(p->source, 0, 0, &q->title, &q->number);
    if (q->title.n + q->number.n == 0 && r->lead.n)
        zw_named_in(r->lead, r->lead.n, r->lead.n, &q->title, &q->number);
    return ZW_OK;
}

/* --- paragraphs ------------------------------------------------------------------------------- */

static zw_status end_paragraph(memo_reader *r)
{
    paragraph p = r->now;
    char *copy = zw_buf_failed(&r->joined)
                     ? NULL
                     : zw_arena_copy(r->arena, r->joined.at ? r->joined.at : "", r->joined.n);
    zw_status s = copy ? ZW_OK : zw_err_nomem(r->err);
    p.text = (zw_str){ copy, r->joined.n };
    if (s == ZW_OK && p.shares.n && p.block)
        s = block_quotation(r, &p);
    else if (s == ZW_OK && p.shares.n)
        s = quoted_stretches(r, &p);
    if (p.shares.n && !p.block)
        r->lead = p.text;
    zw_buf_clear(&r->joined);
    r->now = (paragraph){ 0 };
    return s;
}

static bool is_ascii_word(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Lines are joined without a blank, unless letters would run together. */
static zw_status join_line(memo_reader *r, zw_range line, zw_range text)
{
    zw_str words = zw_str_slice(r->text, text);
    zw_buf *to = &r->joined;
    if (to->n && words.n && is_ascii_word(to->at[to->n - 1]) && is_ascii_word(words.at[0]))
        zw_buf_char(to, ' ');
    share *s = zw_array_add(r->arena, &r->now.shares);
    if (!s)
        return zw_err_nomem(r->err);
    *s = (share){ to->n, line, text.start, r->line };
    zw_buf_str(to, words);
    return ZW_OK;
}

/* Behind the last of "> >"; line.start when the line is no block quotation. */
static size_t behind_marker(zw_str text, zw_range line)
{
    size_t at = line.start;
    for (size_t behind = at;; at = behind) {
        size_t blanks = 0;
        while (behind < line.end && text.at[behind] == ' ' && blanks < 4)
            behind++, blanks++;
        if (behind == line.end || text.at[behind] != '>' || blanks > 3)
            return at;
        behind++;
    }
}

static bool names_source(zw_str text)
{
    text = zw_str_trim(text);
    return zw_str_starts(text, ZW_STR("—")) || zw_str_starts(text, ZW_STR("--"));
}

static zw_status take_line(memo_reader *r, zw_range line)
{
    zw_str whole = zw_str_trim(zw_str_slice(r->text, line));
    bool fence = zw_str_starts(whole, ZW_STR("```")) || zw_str_starts(whole, ZW_STR("~~~"));
    size_t start = behind_marker(r->text, line);
    bool block = start > line.start;
    zw_str words = zw_str_trim(zw_str_slice(r->text, (zw_range){ start, line.end }));
    zw_status s = ZW_OK;
    if (fence)
        r->fenced = !r->fenced;
    if (fence || r->fenced || words.n == 0 || (r->now.shares.n && block != r->now.block))
        s = end_paragraph(r);
    if (s != ZW_OK || fence || r->fenced || words.n == 0)
        return s;
    if (block && names_source(words) && !r->now.shares.n && r->memo->quotations.n) {
        zw_quotation *last = &r->memo->quotations.at[r->memo->quotations.n - 1];
        zw_named_in(words, 0, 0, &last->title, &last->number);
        return s;
    }
    r->now.block = block;
    if (block && names_source(words)) {
        r->now.source = words;
        return end_paragraph(r);
    }
    size_t at = (size_t)(words.at - r->text.at);
    return join_line(r, line, (zw_range){ at, at + words.n });
}

static zw_status check_text(zw_str *text, zw_err *err)
{
    if (zw_str_starts(*text, ZW_STR("\xEF\xBB\xBF"))) {
        text->at += 3;
        text->n -= 3;
    }
    size_t bad = zw_utf8_bad(*text);
    if (bad < text->n)
        return zw_err_set(err, ZW_E_ENCODING, "byte %zu is not UTF-8", bad);
    return ZW_OK;
}

static zw_status each_line(memo_reader *r, zw_status (*take)(memo_reader *r, zw_range line))
{
    zw_status s = check_text(&r->text, r->err);
    while (s == ZW_OK && r->at < r->text.n) {
        size_t end = zw_str_find(r->text, ZW_STR("\n"), r->at), stop = end;
        while (stop > r->at && r->text.at[stop - 1] == '\r')
            stop--;
        r->line++;
        s = take(r, (zw_range){ r->at, stop });
        r->at = end + 1;
    }
    return s;
}

zw_status zw_memo_read(zw_str text, zw_arena *arena, zw_memo *memo, zw_err *err)
{
    memo_reader r = { .text = text, .arena = arena, .memo = memo, .err = err };
    *memo = (zw_memo){ 0 };
    zw_status s = each_line(&r, take_line);
    if (s == ZW_OK)
        s = end_paragraph(&r);
    zw_buf_free(&r.joined);
    return s;
}

/* --- lines and tables ------------------------------------------------------------------------- */

static zw_status whole_line(memo_reader *r, zw_range line)
{
    zw_quotation *q;
    zw_str words = bare(zw_str_slice(r->text, line));
    if (words.n == 0)
        return ZW_OK;
    zw_status s = add(r, words, &q);
    if (s != ZW_OK)
        return s;
    zw_range before = { line.start, (size_t)(q->text.at - r->text.at) };
    q->line = r->line;
    q->column = 1 + zw_utf8_count(zw_str_slice(r->text, before));
    return ZW_OK;
}

zw_status zw_memo_read_lines(zw_str text, zw_arena *arena, zw_memo *memo, zw_err *err)
{
    memo_reader r = { .text = text, .arena = arena, .memo = memo, .err = err };
    *memo = (zw_memo){ 0 };
    return each_line(&r, whole_line);
}

static zw_status find_column(const zw_csv_row *row, const char *name, size_t *column, zw_err *err)
{
    for (*column = 0; *column < row->cells.n; ++*column) {
        if (zw_str_eq(zw_str_trim(row->cells.at[*column].text), zw_str_of(name)))
            return ZW_OK;
    }
    return zw_err_set(err, ZW_E_USAGE, "'%s': no such column in the first row", name);
}

zw_status zw_memo_read_csv(zw_str text, const char *column, zw_arena *arena, zw_memo *memo,
                           zw_err *err)
{
    zw_csv_row row = { 0 };
    size_t at = 0;
    bool more = true, head = true;
    *memo = (zw_memo){ 0 };
    zw_status s = check_text(&text, err);
    zw_csv csv = zw_csv_begin(text);
    memo_reader r = { .text = text, .arena = arena, .memo = memo, .err = err };
    for (; s == ZW_OK && more; head = false) {
        s = zw_csv_next(&csv, arena, &row, &more, err);
        if (s == ZW_OK && more && head)
            s = find_column(&row, column, &at, err);
        else if (s == ZW_OK && more && at < row.cells.n) {
            zw_quotation *q;
            zw_str words = bare(row.cells.at[at].text);
            if (words.n && (s = add(&r, words, &q)) == ZW_OK) {
                q->line = row.cells.at[at].line;
                q->column = at + 1;
            }
        }
    }
    return s == ZW_OK && head ? find_column(&row, column, &at, err) : s;
}
