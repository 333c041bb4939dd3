#include "corpus/frame.h"

#include "base/utf8.h"
#include "corpus/docnumber.h"
#include "corpus/lines.h"
#include "corpus/numbering.h"

#define TITLE_CHARS 100
#define TITLE_LINES 4
#define FRONT_PARAS 40 /* what stands before the body is no longer than this */
#define SIGNER_CHARS 60
#define ADDRESSEE_CHARS 200

typedef struct {
    const zw_corpus_tables *tables;
    const zw_cleaned *own;
    zw_frame *frame;
} finder;

static zw_str para(const finder *f, size_t i)
{
    return zw_str_slice(f->own->text, f->own->paras.at[i].text);
}

static bool is_number_line(zw_str s)
{
    static const char *const labels[] = { "文号：", "文号:", "发文字号：", "文　　号：" };
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        if (zw_str_starts(s, zw_str_of(labels[i])))
            return true;
    }
    zw_doc_number number = zw_doc_number_find(s, 0);
    return s.n < 120 && number.at.end == s.n && zw_range_len(number.at) > 0 && number.at.start < 20;
}

static bool contains(zw_str s, const char *word)
{
    return zw_str_find(s, zw_str_of(word), 0) < s.n;
}

/* （1995年5月10日…通过…修正）, 2017年9月1日 国务院令第685号公布. */
static bool is_history(zw_str s)
{
    static const char *const words[] = { "通过", "公布", "修正", "修订", "发布",
                                         "施行", "批准", "印发", "签署" };
    size_t len, at = 0;
    if (s.n == 0 || s.n > 3000 || !contains(s, "年") || !contains(s, "日"))
        return false;
    uint32_t c = zw_narrow(zw_utf8_at(s, 0, &len));
    bool bracket = c == '(';
    at = bracket ? len : 0;
    while (at < s.n && zw_is_blank(zw_utf8_at(s, at, &len)))
        at += len;
    if (at >= s.n || !(zw_small_numeral(s, at, false, &(long){ 0 }) ||
                       zw_small_numeral(s, at, true, &(long){ 0 })))
        return false;
    zw_str tail = s.n > 60 ? (zw_str){ s.at + s.n - 60, 60 } : s;
    if (contains(tail, "。") && !bracket)
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (contains(tail, words[i]))
            return true;
    }
    return false;
}

static bool is_date_line(zw_str s)
{
    return s.n < 60 && zw_date_line(s, NULL);
}

static bool is_title_like(const finder *f, size_t i)
{
    zw_str s = para(f, i);
    zw_number number;
    return zw_utf8_count(s) <= TITLE_CHARS && f->own->paras.at[i].kind != ZW_LINE_TABLE_ROW &&
           !zw_line_ends(s) && !contains(s, "。") && !zw_number_at(f->tables, s, 0, &number) &&
           !is_number_line(s) && !is_date_line(s) && !is_history(s);
}

static bool is_addressee(zw_str s)
{
    static const char *const whom[] = { "各", "政府", "委", "局", "厅",   "部",  "单位",
                                        "办", "公司", "院", "处", "代表", "同志" };
    size_t len;
    if (s.n == 0 || zw_utf8_count(s) > ADDRESSEE_CHARS ||
        zw_narrow(zw_utf8_before(s, s.n, &len)) != ':' || contains(s, "。"))
        return false;
    for (size_t i = 0; i < sizeof whom / sizeof *whom; i++) {
        if (contains(s, whom[i]))
            return true;
    }
    return false;
}

/* The name of a body that signs, or several parted by blanks. */
static bool is_signer(const finder *f, size_t i)
{
    zw_str s = para(f, i);
    zw_number number;
    if (zw_utf8_count(s) > SIGNER_CHARS || zw_line_ends(s) || zw_line_goes_on(s) ||
        zw_number_at(f->tables, s, 0, &number))
        return false;
    return zw_issuer_ends(f->tables, s);
}

static size_t mark_title(finder *f, size_t i, zw_para_role role)
{
    size_t end = i + 1;
    f->frame->roles[i] = (unsigned char)role;
    while (end < f->own->paras.n && end - i < TITLE_LINES && is_title_like(f, end) &&
           !zw_title_ends(f->tables, para(f, end - 1)) && !is_signer(f, end))
        f->frame->roles[end++] = (unsigned char)role;
    return end;
}

/* Whether the paragraph that follows is the title again: web pages put it twice. */
static bool is_again(const finder *f, size_t i, size_t title)
{
    return zw_str_eq(para(f, i), para(f, title));
}

/* 山西省关于…的实施意见(2016年)为深入贯彻…: the title at the head of a line that goes on. */
static size_t title_inside(const finder *f, zw_str s)
{
    static const char *const starts[] = { "为",   "根据", "按照", "各", "第一", "一、", "现将",
                                          "依据", "近年", "为了", "经", "　",   " ",    "\t" };
    size_t len, chars = 0;
    for (size_t at = 0; at < s.n && chars < TITLE_CHARS; at += len, chars++) {
        uint32_t c = zw_narrow(zw_utf8_at(s, at, &len));
        if (c == 0x3002 || c == ',' || c == ';')
            return 0;
        if (chars < 6 || !zw_title_ends(f->tables, (zw_str){ s.at, at }))
            continue;
        for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
            zw_str rest = { s.at + at, s.n - at };
            if (zw_str_starts(rest, zw_str_of(starts[i])))
                return at;
        }
    }
    return 0;
}

static size_t find_front(finder *f)
{
    size_t n = f->own->paras.n, i = 0, title = n;
    for (; i < n && i < FRONT_PARAS; i++) {
        zw_str s = para(f, i);
        bool heading = f->own->paras.at[i].kind == ZW_LINE_HEADING;
        if (is_number_line(s)) {
            f->frame->roles[i] = ZW_PARA_NUMBER;
        } else if (is_date_line(s)) {
            f->frame->roles[i] = ZW_PARA_DATE;
        } else if (is_history(s)) {
            f->frame->roles[i] = ZW_PARA_HISTORY;
        } else if (is_addressee(s) && title < n) {
            f->frame->roles[i] = ZW_PARA_ADDRESSEE;
        } else if (title < n && is_again(f, i, title)) {
            f->frame->roles[i] = ZW_PARA_TITLE;
        } else if (title == n && (is_title_like(f, i) || (heading && !zw_line_ends(s)))) {
            title = i;
            i = mark_title(f, i, ZW_PARA_TITLE);
            f->frame->title = (zw_range){ f->own->paras.at[title].text.start,
                                          f->own->paras.at[i - 1].text.end };
            i--;
        } else {
            break;
        }
    }
    if (title == n && i < n) {
        zw_str s = para(f, i);
        size_t start = f->own->paras.at[i].text.start, len = title_inside(f, s);
        f->frame->title = (zw_range){ start, start + len };
        f->frame->body = start + len;
    }
    return i;
}

/* Signature blocks stand anywhere: what a notice passes on is attached behind its signature. */
static void find_signatures(finder *f, size_t from)
{
    size_t n = f->own->paras.n;
    for (size_t i = from; i < n; i++) {
        if (!is_date_line(para(f, i)))
            continue;
        size_t first = i;
        while (first > from && i - first < 8 && is_signer(f, first - 1) &&
               f->frame->roles[first - 1] == ZW_PARA_BODY)
            first--;
        if (first == i && i + 1 < n)
            continue;
        for (size_t k = first; k < i; k++)
            f->frame->roles[k] = ZW_PARA_SIGNER;
        f->frame->roles[i] = ZW_PARA_DATE;
        size_t next = i + 1;
        size_t len;
        while (next < n && zw_utf8_count(para(f, next)) < 40 && next < i + 3 &&
               zw_narrow(zw_utf8_at(para(f, next), 0, &len)) == '(')
            f->frame->roles[next++] = ZW_PARA_NOTE;
        if (next < n && is_title_like(f, next))
            next = mark_title(f, next, ZW_PARA_ATTACHMENT);
        i = next - 1;
    }
}

zw_status zw_frame_find(const zw_corpus_tables *tables, const zw_cleaned *own, zw_arena *arena,
                        zw_frame *frame, zw_err *err)
{
    *frame = (zw_frame){ .own = own };
    frame->roles = zw_arena_alloc(arena, own->paras.n + 1);
    if (!frame->roles)
        return zw_err_nomem(err);
    finder f = { tables, own, frame };
    find_signatures(&f, find_front(&f));
    return ZW_OK;
}
