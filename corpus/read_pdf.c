/* PDF: pdftotext lays the page out in columns of characters; what the page adds to the text - its
 * margin, running heads, a printed line torn in pieces - is taken away again.
 *
 * The text keeps all that pdftotext gives; only the lines say what of it is the document's. */
#include "corpus/read_pdf.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "corpus/child.h"
#include "corpus/encoding.h"
#include "corpus/reader.h"

enum {
    EDGE = 2,        /* lines at the top and bottom of a page that may be running heads */
    HEADS_MIN = 3,   /* pages that must share one */
    MARGIN_MAX = 60, /* columns */
    TITLE_MIN = 4,   /* characters */
    SHORT_LINE = 18, /* shorter lines tell nothing about the width of a page */
};

typedef struct {
    zw_range at;          /* in the text, without blanks at either end */
    unsigned column, end; /* of its first character and behind its last, in characters */
    unsigned edge;        /* 0, or 1 to 2 * EDGE: its place among the first or last of its page */
    bool head;
} print;

typedef ZW_ARRAY(print) prints;

typedef struct {
    zw_str text;
    prints lines;
    ZW_ARRAY(zw_range) pages; /* of lines */
} paper;

static print measure(zw_str text, zw_range at)
{
    print p = { .at = at };
    size_t len;
    for (; p.at.start < p.at.end && zw_is_blank(zw_utf8_at(text, p.at.start, &len)); p.column++)
        p.at.start += len;
    while (p.at.end > p.at.start && zw_is_blank(zw_utf8_before(text, p.at.end, &len)))
        p.at.end -= len;
    p.end = p.column + (unsigned)zw_utf8_count(zw_str_slice(text, p.at));
    return p;
}

static void mark_edges(paper *p, zw_range page)
{
    unsigned seen = 0;
    for (size_t i = page.start; i < page.end && seen < EDGE; i++) {
        if (zw_range_len(p->lines.at[i].at))
            p->lines.at[i].edge = ++seen;
    }
    seen = 0;
    for (size_t i = page.end; i > page.start && seen < EDGE; i--) {
        print *l = &p->lines.at[i - 1];
        if (zw_range_len(l->at) && ++seen && !l->edge)
            l->edge = EDGE + seen;
    }
}

static zw_status take_pages(paper *p, zw_arena *arena, zw_err *err)
{
    zw_range page = { 0, 0 };
    for (size_t at = 0, end; at < p->text.n; at = end + 1) {
        end = at;
        while (end < p->text.n && p->text.at[end] != '\n' && p->text.at[end] != '\f')
            end++;
        print *l = zw_array_add(arena, &p->lines);
        if (!l)
            return zw_err_nomem(err);
        if (p->lines.n > ZW_READ_MAX_LINES)
            return zw_err_set(err, ZW_E_LIMIT, "more than %zu lines", ZW_READ_MAX_LINES);
        *l = measure(p->text, (zw_range){ at, end });
        page.end = p->lines.n;
        if (end < p->text.n && p->text.at[end] == '\n')
            continue;
        zw_range *new = zw_array_add(arena, &p->pages);
        if (!new)
            return zw_err_nomem(err);
        *new = page;
        mark_edges(p, page);
        page.start = page.end;
    }
    return ZW_OK;
}

/* ---- running heads ---- */

typedef struct {
    uint64_t key;
    size_t line;
} head;

/* The line without its numbers, which change from page to page, and its place. */
static uint64_t key_of(zw_str s, unsigned edge)
{
    uint64_t h = 14695981039346656037u + edge;
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.at[i];
        if (c == ' ' || (c >= '0' && c <= '9'))
            continue;
        h = (h ^ c) * 1099511628211u;
    }
    return h;
}

static int by_key(const void *a, const void *b)
{
    const head *x = a, *y = b;
    return x->key != y->key ? (x->key < y->key ? -1 : 1)
                            : (x->line > y->line) - (x->line < y->line);
}

static void mark_heads(paper *p, head *heads)
{
    size_t n = 0, wanted = p->pages.n / 2 > HEADS_MIN ? p->pages.n / 2 : HEADS_MIN;
    for (size_t i = 0; i < p->lines.n; i++) {
        const print *l = &p->lines.at[i];
        if (l->edge)
            heads[n++] = (head){ key_of(zw_str_slice(p->text, l->at), l->edge), i };
    }
    if (n)
        qsort(heads, n, sizeof *heads, by_key);
    for (size_t i = 0, end; i < n; i = end) {
        for (end = i; end < n && heads[end].key == heads[i].key;)
            end++;
        for (size_t k = i; end - i >= wanted && k < end; k++)
            p->lines.at[heads[k].line].head = true;
    }
}

/* ---- lines ---- */

/* The columns of a page's left and right edge. */
static void edges_of(const paper *p, zw_range page, unsigned *left, unsigned *right)
{
    unsigned starts[MARGIN_MAX + 1] = { 0 }, most = 0;
    *left = *right = 0;
    for (size_t i = page.start; i < page.end; i++) {
        const print *l = &p->lines.at[i];
        if (zw_range_len(l->at) && !l->head && l->end >= l->column + SHORT_LINE &&
            l->column <= MARGIN_MAX)
            starts[l->column]++;
    }
    /* Most lines begin at the margin; a page of short items has its margin where the first do. */
    for (unsigned c = 0; c <= MARGIN_MAX; c++) {
        if (starts[c] > most) {
            most = starts[c];
            *left = c;
        }
    }
    for (size_t i = page.start; i < page.end; i++) {
        const print *l = &p->lines.at[i];
        if (zw_range_len(l->at) && !l->head && l->column <= *left + 1 && l->end > *right)
            *right = l->end;
    }
}

/* One printed line comes in two where a sign is set narrow: …工作， / 依据教育部 begins in the
 * column where the line before it stopped. */
static bool is_torn(const print *before, const print *l, unsigned left)
{
    return before && zw_range_len(before->at) && l->column > left + 6 &&
           l->column + 3 >= before->end && l->column <= before->end + 3;
}

static zw_status add_page(const paper *p, zw_range page, zw_arena *arena, zw_draft *draft,
                          zw_err *err)
{
    unsigned left, right;
    zw_status s = ZW_OK;
    const print *before = NULL;
    bool torn = false;
    edges_of(p, page, &left, &right);
    for (size_t i = page.start; s == ZW_OK && i < page.end; i++) {
        const print *l = &p->lines.at[i];
        zw_line line = { .at = l->at };
        if (l->head)
            line.at.start = line.at.end;
        bool goes_on = torn && before && before->end + 3 >= right && l->column <= left + 1;
        torn = is_torn(before, l, left);
        line.glued = (torn || goes_on) && zw_range_len(line.at);
        /* The indent that is left is the paragraph's own, not the page's. */
        if (!line.glued && !l->head && l->column > left)
            line.at.start -= l->column - left < 8 ? l->column - left : 8;
        s = zw_draft_add_line(draft, arena, line, err);
        before = zw_range_len(line.at) ? l : NULL;
    }
    return s;
}

/* Fonts that map a shape back to the first character that has it give radicals for characters,
 * 第⼀条 for 第一条. They are put back, three bytes for three: U+2F00 to U+2FD5 in order, by
 * Unicode's own compatibility mapping. */
static void put_radicals_back(char *text, size_t n)
{
    static const char plain[] =
        "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕"
        "大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日"
        "曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿"
        "目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行"
        "衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音"
        "頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";
    for (size_t at = 0; at + 3 <= n; at++) {
        unsigned char second = (unsigned char)text[at + 1];
        if (text[at] != '\xE2' || second < 0xBC || second > 0xBF)
            continue;
        size_t radical = (second - 0xBCu) * 64 + ((unsigned char)text[at + 2] & 0x3F);
        if (3 * radical + 3 < sizeof plain)
            memcpy(text + at, plain + 3 * radical, 3);
    }
}

/* 甲省条例 - 甲省卫生厅   http://www.…: a page that a browser printed names its title at the head.
 */
static zw_status take_browser_title(const paper *p, zw_arena *arena, zw_draft *draft, zw_err *err)
{
    size_t first = 0;
    while (first < p->lines.n && !zw_range_len(p->lines.at[first].at))
        first++;
    zw_str s = first < p->lines.n ? zw_str_slice(p->text, p->lines.at[first].at) : (zw_str){ 0 };
    size_t link = zw_str_find(s, ZW_STR("  http"), 0);
    if (link == 0 || link >= s.n)
        return ZW_OK;
    s.n = zw_str_find((zw_str){ s.at, link }, ZW_STR(" - "), 0);
    s.n = zw_str_find(s, ZW_STR("..."), 0);
    s = zw_str_trim(s);
    if (zw_utf8_count(s) < TITLE_MIN)
        return ZW_OK;
    draft->meta.title = zw_arena_str(arena, s);
    return draft->meta.title ? ZW_OK : zw_err_nomem(err);
}

static bool has_words(zw_str text)
{
    size_t len;
    for (size_t at = 0; at < text.n; at += len) {
        if (!zw_is_blank(zw_utf8_at(text, at, &len)) && (unsigned char)text.at[at] > ' ')
            return true;
    }
    return false;
}

zw_status zw_pdf_lines(zw_str said, zw_arena *arena, zw_draft *draft, zw_err *err)
{
    paper p = { 0 };
    zw_decoded decoded;
    size_t feeds = 0;
    for (size_t i = 0; i < said.n; i++)
        feeds += said.at[i] == '\f';
    if (!has_words(said))
        return zw_err_set(err, ZW_E_EMPTY, "no text layer, %zu page%s", feeds,
                          feeds == 1 ? "" : "s");
    zw_status s = zw_decode(said, arena, &decoded, err);
    if (s != ZW_OK)
        return s;
    char *text = zw_arena_str(arena, decoded.text);
    if (!text)
        return zw_err_nomem(err);
    put_radicals_back(text, decoded.text.n);
    p.text = draft->text = (zw_str){ text, decoded.text.n };
    draft->encoding = "UTF-8";
    s = take_pages(&p, arena, err);
    head *heads = s == ZW_OK ? zw_arena_array(arena, p.lines.n + 1, sizeof *heads) : NULL;
    if (s == ZW_OK && !heads)
        return zw_err_nomem(err);
    if (s == ZW_OK)
        s = take_browser_title(&p, arena, draft, err);
    if (s == ZW_OK)
        mark_heads(&p, heads);
    for (size_t i = 0; s == ZW_OK && i < p.pages.n; i++)
        s = add_page(&p, p.pages.at[i], arena, draft, err);
    return s;
}

/* ---- the tool ---- */

static bool says(const zw_err *err, const char *words)
{
    return strstr(err->text, words) != NULL;
}

static zw_status read_pdf(const zw_input *in, zw_arena *arena, zw_draft *draft, zw_err *err)
{
    static const char *const argv[] = { "pdftotext", "-layout", "-enc", "UTF-8", "-eol",
                                        "unix",      "input",   "-",    NULL };
    zw_child child = { .argv = argv,
                       .input = in->bytes,
                       .limits = { .cpu_seconds = 60,
                                   .wall_seconds = 180,
                                   .memory_mb = 1024,
                                   .output_mb = 64,
                                   .file_mb = 1 } };
    zw_str said;
    zw_status s = zw_child_run(&child, arena, &said, err);
    if (s == ZW_OK)
        s = zw_pdf_lines(said, arena, draft, err);
    if (s == ZW_E_NOTFOUND)
        return zw_err_set(err, ZW_E_FORMAT,
                          "PDF: pdftotext is not installed (apt install poppler-utils)");
    if (s == ZW_E_FORMAT && says(err, "ncorrect password"))
        return zw_err_set(err, ZW_E_FORMAT, "PDF: encrypted, wants a password");
    if (s == ZW_E_FORMAT && says(err, "failed with status 3"))
        return zw_err_set(err, ZW_E_FORMAT, "PDF: its owner forbids taking the text out");
    return s == ZW_OK ? s : zw_err_at(err, "PDF");
}

/* The mark may stand anywhere in the first kilobyte. */
static int bid(const zw_input *in)
{
    zw_str start = { in->bytes.at, in->bytes.n < 1024 ? in->bytes.n : 1024 };
    if (zw_str_starts(start, ZW_STR("%PDF-")))
        return 100;
    size_t at = zw_str_find(start, ZW_STR("%PDF-"), 0);
    return at < start.n && zw_str_find(in->bytes, ZW_STR("startxref"), at) < in->bytes.n ? 80 : 0;
}

const zw_reader zw_reader_pdf = { "pdf", bid, read_pdf };
