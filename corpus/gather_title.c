#include "corpus/gather.h"

#include "base/date.h"
#include "base/utf8.h"
#include "corpus/docnumber.h"
#include "corpus/lines.h"
#include "corpus/metadata.h"
#include "corpus/numbering.h"

static bool is_latin(uint32_t c)
{
    return c > 0x20 && c < 0x7F;
}

/* The title on one line: no line ends, no blanks but between Latin words. */
const char *zw_gather_line(zw_gatherer *g, zw_str s)
{
    char *to = zw_arena_alloc(g->doc->arena, s.n + 1);
    size_t n = 0, len;
    uint32_t last = 0;
    bool blank = false;
    g->failed |= !to;
    for (size_t at = 0; to && at < s.n; at += len) {
        uint32_t c = zw_utf8_at(s, at, &len);
        if (zw_is_blank(c)) {
            blank = true;
            continue;
        }
        if (blank && is_latin(c) && is_latin(last))
            to[n++] = ' ';
        blank = false;
        memcpy(to + n, s.at + at, len);
        n += len;
        last = c;
    }
    return to;
}

/* The byte where a bracket at the end of s opens, and what it holds; s.n for none. */
static size_t last_bracket(zw_str s, zw_str *inner)
{
    size_t len;
    int depth = 0;
    if (!s.n || zw_narrow(zw_utf8_before(s, s.n, &len)) != ')')
        return s.n;
    for (size_t at = s.n, close = len; at > 0; at -= len) {
        uint32_t c = zw_narrow(zw_utf8_before(s, at, &len));
        depth += c == ')' ? 1 : c == '(' ? -1 : 0;
        if (depth == 0) {
            *inner = zw_str_trim((zw_str){ s.at + at, s.n - close - at });
            return at - len;
        }
    }
    return s.n;
}

static bool is_validity(const zw_gatherer *g, zw_str word)
{
    return zw_trie_get(g->tables->validity, word, &(uint32_t){ 0 });
}

/* What brackets behind a title say: (2016年) the date, （甲政发〔2016〕4号） the number, （试行）
 * how long it holds. Date and number are no part of the title. */
static zw_str read_brackets(zw_gatherer *g, zw_str s, char iso[16])
{
    zw_str inner, title = s;
    for (size_t open; (open = last_bracket(s, &inner)) < s.n;) {
        zw_date d = { 0 };
        zw_doc_number n = zw_doc_number_find(inner, 0);
        s = zw_str_trim((zw_str){ s.at, open });
        bool date = inner.n && zw_date_read(inner, 0, &d) == inner.n;
        if (date && (d.precision == ZW_DATE_YEARS || d.precision == ZW_DATE_PLAN))
            break; /* （2019—2021年） is how long the plan runs */
        if (date) {
            zw_date_iso(&d, iso);
            title = s;
        } else if (zw_range_len(n.at) && n.at.end == inner.n) {
            g->meta->number = zw_doc_number_normal(g->doc->arena, zw_str_slice(inner, n.at));
            title = s;
        } else if (is_validity(g, inner)) {
            g->meta->validity = zw_gather_copy(g, inner);
        } else {
            break;
        }
    }
    return title;
}

/* Behind the title mark: passed, and so put into force by the order. */
static bool says_passed(zw_str behind)
{
    static const char *const words[] = { "已", "业经", "，已", "，业经" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (zw_str_starts(behind, zw_str_of(words[i])))
            return true;
    }
    return false;
}

/* The closing mark of the title that opens at `open`; text.n where it is not near. */
static size_t mark_end(zw_str text, size_t open)
{
    int depth = 0;
    for (size_t at = open, len; at < text.n && at < open + 300; at += len) {
        uint32_t c = zw_utf8_at(text, at, &len);
        depth += c == 0x300A ? 1 : c == 0x300B ? -1 : 0;
        if (depth <= 0)
            return at;
    }
    return text.n;
}

/* X in 《X》已经…常务会议通过，现予公布, the body of an order; also in
 * 关于修改《X》的决定，已由…通过 where the whole of X follows. */
static zw_range named_in_order(const zw_gatherer *g, zw_range title)
{
    zw_str text = g->doc->text;
    zw_str decision = ZW_STR("的决定");
    size_t open = zw_str_find(text, ZW_STR("《"), title.end);
    size_t at = open < text.n && open <= title.end + 200 ? mark_end(text, open) : text.n;
    if (at >= text.n)
        return title;
    zw_str behind = { text.at + at + 3, text.n - at - 3 };
    bool whole = zw_str_starts(behind, decision) &&
                 zw_str_ends((zw_str){ text.at, open }, ZW_STR("关于修改")) &&
                 zw_str_find(text, ZW_STR("第一条"), at) < text.n;
    if (whole)
        behind = (zw_str){ behind.at + decision.n, behind.n - decision.n };
    return says_passed(behind) ? (zw_range){ open + 3, at } : title;
}

/* 中华人民共和国国务院令: the title is that of what the order puts into force. */
static zw_range titled(const zw_gatherer *g)
{
    const zw_frame *f = g->frame;
    zw_range title = f->title, attached = { 0 };
    zw_str s = zw_str_trim(zw_str_slice(g->doc->text, title));
    if (!s.n) /* the head of the order is a picture of the page */
        return named_in_order(g, title);
    if (zw_issuer_ends(g->tables, s) && !zw_str_has(s, "关于") && !zw_title_ends(g->tables, s))
        return named_in_order(g, title); /* 甲市人民政府 below 甲市人民政府第68号令 */
    if (!zw_str_ends(s, ZW_STR("令")) && !zw_str_ends(s, ZW_STR("公告")))
        return title;
    for (size_t i = 0; i < f->own->paras.n; i++) {
        if (f->roles[i] != ZW_PARA_ATTACHMENT) {
            if (attached.end)
                break;
            continue;
        }
        if (!attached.end)
            attached.start = f->own->paras.at[i].text.start;
        attached.end = f->own->paras.at[i].text.end;
    }
    zw_str other = zw_str_trim(zw_str_slice(g->doc->text, attached));
    if (attached.end && zw_title_ends(g->tables, other))
        return attached;
    return named_in_order(g, title);
}

/* 《甲省乙条例》 as a whole in title marks is the title itself. */
static zw_str without_marks(zw_str s)
{
    if (zw_str_starts(s, ZW_STR("《")) && zw_str_find(s, ZW_STR("》"), 0) == s.n - 3)
        return (zw_str){ s.at + 3, s.n - 6 };
    return s;
}

void zw_gather_title(zw_gatherer *g, char title_date[16])
{
    zw_range at = titled(g);
    zw_str s = zw_str_trim(zw_str_slice(g->doc->text, at));
    if (s.n) {
        g->meta->title = zw_gather_line(g, without_marks(read_brackets(g, s, title_date)));
        g->meta->title_at = at;
    } else if (!g->meta->title) {
        g->meta->title = zw_gather_copy(g, zw_file_title(g->doc->source->path));
        g->meta->named_by_file = true;
    }
}

/* 第663号 below 中华人民共和国国务院令 is 国务院令第663号. */
static const char *order_number(zw_gatherer *g, const char *number)
{
    zw_str title = zw_str_trim(zw_str_slice(g->doc->text, g->frame->title));
    bool order = zw_str_ends(title, ZW_STR("令")) || zw_str_ends(title, ZW_STR("公告"));
    if (!number || !order ||
        !(zw_str_starts(zw_str_of(number), ZW_STR("第")) ||
          zw_str_starts(zw_str_of(number), ZW_STR("〔"))))
        return number;
    title = zw_gather_without_state(title);
    return zw_gather_line(
        g, zw_str_of(zw_arena_printf(g->doc->arena, "%.*s%s", (int)title.n, title.at, number)));
}

void zw_gather_number(zw_gatherer *g)
{
    const zw_frame *f = g->frame;
    for (size_t i = 0; i < f->own->paras.n; i++) {
        zw_str s = zw_gather_para(g, i);
        if (f->roles[i] != ZW_PARA_NUMBER)
            continue;
        zw_doc_number n = zw_doc_number_find(s, 0);
        if (zw_range_len(n.at))
            g->meta->number = order_number(
                g, zw_doc_number_normal(g->doc->arena, zw_str_slice(s, n.at)));
        zw_str before = { s.at, zw_range_len(n.at) ? n.at.start : 0 };
        if (zw_str_ends(before, ZW_STR("文件"))) /* 甲省考试院文件甲考〔2016〕8号 on one line */
            g->letterhead = before;
        g->failed |= !g->meta->number;
        return;
    }
}

/* The word of a genre inside 关于印发《甲办法》的通知, 关于印发甲办法的通知. */
static zw_str passed_on(zw_str title)
{
    static const char *const acts[] = { "印发", "转发", "批转", "公布", "发布" };
    static const char *const ends[] = { "的通知", "的公告", "的决定", "的函" };
    size_t end = title.n, start = title.n;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        if (zw_str_ends(title, zw_str_of(ends[i])))
            end = title.n - strlen(ends[i]);
    }
    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
        size_t at = zw_str_find(title, zw_str_of(acts[i]), 0);
        start = at < start ? at : start;
    }
    if (end == title.n || start >= end)
        return title;
    return (zw_str){ title.at + start, end - start };
}

/* Whether a title is that of a paper that brings another: 通知, 令; 指南 with a form attached is
 * the document itself. */
static bool hands_on(const zw_gatherer *g, zw_str title)
{
    static const char *const carriers[] = { "通知", "公告", "通告", "决定", "函",
                                            "批复", "命令", "令",   "转发", "通报" };
    size_t behind, n = zw_title_genre(g->tables, title, &behind);
    zw_str word = { title.at + title.n - behind - n, n };
    for (size_t i = 0; n && i < sizeof carriers / sizeof *carriers; i++)
        if (zw_str_eq(word, zw_str_of(carriers[i])))
            return true;
    return n == 0;
}

/* Of what is attached, where something is: 行动方案, not the 通知 that passes it on. */
void zw_gather_genre(zw_gatherer *g)
{
    zw_str title = zw_str_of(g->meta->title);
    bool brings = hands_on(g, title);
    for (size_t i = 0; brings && i < g->frame->own->paras.n; i++) {
        if (g->frame->roles[i] == ZW_PARA_ATTACHMENT &&
            zw_title_ends(g->tables, zw_gather_para(g, i))) {
            title = zw_gather_para(g, i);
            break;
        }
    }
    zw_str inner = passed_on(title);
    if (zw_title_ends(g->tables, inner))
        title = inner;
    size_t behind, n = zw_title_genre(g->tables, title, &behind);
    if (n)
        g->meta->genre = zw_gather_copy(g, (zw_str){ title.at + title.n - behind - n, n });
}

/* The one year that a title names. */
int zw_gather_year(zw_str title)
{
    int year = 0;
    zw_date d;
    for (size_t at = 0, len; at < title.n; at += len) {
        zw_utf8_at(title, at, &len);
        size_t used = zw_date_read(title, at, &d);
        if (!used)
            continue;
        if (d.precision == ZW_DATE_YEARS || d.precision == ZW_DATE_PLAN ||
            (year && d.from.year != year))
            return 0;
        year = d.from.year;
        len = used;
    }
    return year;
}
