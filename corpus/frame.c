#include "corpus/frame.h"

#include "base/utf8.h"
#include "corpus/docnumber.h"
#include "corpus/lines.h"
#include "corpus/numbering.h"

#define TITLE_CHARS 100
#define TITLE_LINES 4
#define FRONT_PARAS 40 /* what stands before the body is no longer than this */
#define SIGNER_CHARS 60
#define MAX_SIGNERS 60 /* thirteen ministries, a line each, do sign together */
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
    size_t len;
    if (s.n < 120 && zw_range_len(number.at) > 0 && number.at.start == 0 && number.at.end < s.n &&
        zw_is_blank(zw_utf8_at(s, number.at.end, &len)))
        return true; /* 甲政发〔2014〕25号 　发文时间： 2014-11-03 */
    return s.n < 120 && number.at.end + 3 >= s.n && zw_range_len(number.at) > 0 &&
           number.at.start < 20; /* also （甲政办〔2021〕82号） */
}

/* （1995年5月10日…通过…修正）, 2017年9月1日 国务院令第685号公布. */
static bool is_history(zw_str s)
{
    static const char *const words[] = { "通过", "公布", "修正", "修订", "发布",
                                         "施行", "批准", "印发", "签署", "会议上" };
    size_t len, at = 0;
    if (s.n == 0 || s.n > 3000 || !zw_str_has(s, "年") || !zw_str_has(s, "日"))
        return false;
    uint32_t c = zw_narrow(zw_utf8_at(s, 0, &len));
    bool bracket = c == '(';
    at = bracket ? len : 0;
    while (at < s.n && (zw_is_blank(c = zw_utf8_at(s, at, &len)) || c == 0x2014))
        at += len; /* ——2022年4月6日在甲市第九届人民代表大会第一次会议上 */
    if (at >= s.n || !(zw_small_numeral(s, at, false, &(long){ 0 }) ||
                       zw_small_numeral(s, at, true, &(long){ 0 })))
        return false;
    zw_str tail = s.n > 60 ? (zw_str){ s.at + s.n - 60, 60 } : s;
    if (zw_str_has(tail, "。") && !bracket)
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (zw_str_has(tail, words[i]))
            return true;
    }
    return false;
}

static bool is_date_line(zw_str s)
{
    return s.n < 60 && zw_date_line(s, NULL);
}

static size_t han_count(zw_str s)
{
    size_t n = 0;
    for (size_t at = 0, len; at < s.n; at += len)
        n += zw_is_han(zw_utf8_at(s, at, &len));
    return n;
}

/* 附件, 附件1, 附件二：, 附 1: a line of its own that says that something attached begins. */
static bool is_attachment_label(zw_str s)
{
    size_t at = zw_str_starts(s, ZW_STR("附件")) ? 6 : zw_str_starts(s, ZW_STR("附")) ? 3 : 0, len;
    if (!at)
        return false;
    while (at < s.n && zw_is_blank(zw_utf8_at(s, at, &len)))
        at += len;
    if (at < s.n) {
        size_t n = zw_small_numeral(s, at, true, &(long){ 0 });
        at += n ? n : zw_small_numeral(s, at, false, &(long){ 0 });
    }
    return at == s.n || (at + (zw_utf8_at(s, at, &len), len) == s.n &&
                         zw_narrow(zw_utf8_at(s, at, &len)) == ':');
}

/* 附件1：查处操作规程: label and title on one line; the line, or what stands behind its label. */
static zw_str without_label(zw_str s)
{
    for (size_t at = 0, len; at < s.n && at < 24; at += len) {
        uint32_t c = zw_narrow(zw_utf8_at(s, at, &len));
        if ((c == ':' || zw_is_blank(c)) && is_attachment_label((zw_str){ s.at, at }))
            return zw_str_trim((zw_str){ s.at + at + len, s.n - at - len });
    }
    return s;
}

static bool is_title_like(const finder *f, size_t i)
{
    zw_str s = para(f, i);
    zw_number number;
    return zw_utf8_count(s) <= TITLE_CHARS && han_count(s) >= 3 && !is_attachment_label(s) &&
           f->own->paras.at[i].kind != ZW_LINE_TABLE_ROW && !zw_line_ends(s) &&
           !zw_str_has(s, "。") && !zw_number_at(f->tables, s, 0, &number) && !is_number_line(s) &&
           !is_date_line(s) && !is_history(s) && !zw_str_ends(s, ZW_STR("/"));
}

static bool is_addressee(zw_str s)
{
    static const char *const whom[] = { "各", "政府", "委", "局", "厅",   "部",  "单位",
                                        "办", "公司", "院", "处", "代表", "同志" };
    size_t len;
    if (s.n == 0 || zw_utf8_count(s) > ADDRESSEE_CHARS ||
        zw_narrow(zw_utf8_before(s, s.n, &len)) != ':' || zw_str_has(s, "。"))
        return false;
    for (size_t i = 0; i < sizeof whom / sizeof *whom; i++) {
        if (zw_str_has(s, whom[i]))
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

static bool is_letter(uint32_t c)
{
    c = zw_narrow(c);
    return zw_is_han(c) || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
           (c >= 'a' && c <= 'z');
}

static uint32_t next_letter(zw_str s, size_t *at)
{
    while (*at < s.n) {
        size_t len;
        uint32_t c = zw_utf8_at(s, *at, &len);
        *at += len;
        if (is_letter(c))
            return zw_narrow(c);
    }
    return 0;
}

/* Whether two lines are the same letters, whatever signs and blanks stand between. */
static bool same_letters(zw_str a, zw_str b)
{
    size_t i = 0, k = 0;
    for (;;) {
        uint32_t c = next_letter(a, &i);
        if (c != next_letter(b, &k))
            return false;
        if (c == 0)
            return true;
    }
}

/* Whether a paragraph is the title again: web pages put it twice. */
static bool is_again(const finder *f, size_t i, size_t title)
{
    zw_str s = para(f, i);
    return s.n < 1000 && same_letters(s, para(f, title));
}

/* （试行）, （2019—2021年） on a line of its own below the title. */
static bool is_rider(const finder *f, size_t i)
{
    zw_str s = para(f, i);
    size_t open, close;
    if (s.n > 60 || !s.n || zw_narrow(zw_utf8_at(s, 0, &open)) != '(' ||
        zw_narrow(zw_utf8_before(s, s.n, &close)) != ')' || open + close >= s.n)
        return false;
    zw_date d = { 0 };
    zw_str inner = zw_str_trim((zw_str){ s.at + open, s.n - open - close });
    return zw_trie_get(f->tables->validity, inner, &(uint32_t){ 0 }) ||
           (inner.n && zw_date_read(inner, 0, &d) == inner.n && d.precision == ZW_DATE_YEARS);
}

static size_t mark_title(finder *f, size_t i, zw_para_role role)
{
    size_t end = i + 1;
    f->frame->roles[i] = (unsigned char)role;
    while (end < f->own->paras.n && end - i < TITLE_LINES && is_title_like(f, end) &&
           !zw_title_ends(f->tables, para(f, end - 1)) && !is_again(f, end, i))
        f->frame->roles[end++] = (unsigned char)role;
    if (end < f->own->paras.n && is_rider(f, end))
        f->frame->roles[end++] = (unsigned char)role;
    return end;
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

/* 省　长　　某某某, 总理 某某某: a person signs. */
static bool is_person(zw_str s)
{
    static const char *const offices[] = { "总理", "省长", "市长", "县长", "区长", "州长", "主席",
                                           "部长", "局长", "主任", "厅长", "署长", "会长", "院长" };
    char squashed[64];
    size_t n = 0;
    if (s.n > 60)
        return false;
    for (size_t at = 0, len; at < s.n; at += len) {
        if (!zw_is_blank(zw_utf8_at(s, at, &len))) {
            memcpy(squashed + n, s.at + at, len);
            n += len;
        }
    }
    for (size_t i = 0; i < sizeof offices / sizeof *offices; i++) {
        size_t at = zw_str_find((zw_str){ squashed, n }, zw_str_of(offices[i]), 0);
        if (at <= 6 && at < n)
            return true;
    }
    return false;
}

/* The name of a person below the title of a report, above 各位代表：. */
static bool is_author(const finder *f, size_t i)
{
    zw_str s = para(f, i);
    if (i + 1 >= f->own->paras.n || zw_utf8_count(s) > 20 || zw_line_ends(s))
        return false;
    zw_str next = para(f, i + 1);
    if (!is_addressee(next) && !is_date_line(next) && !is_history(next))
        return false;
    size_t han = han_count(s);
    return is_person(s) || (han >= 2 && han <= 4 && han + 2 >= zw_utf8_count(s));
}

/* The title again, but over several lines. */
static bool is_piece_of_title(const finder *f, size_t i)
{
    zw_str s = para(f, i), title = zw_str_slice(f->own->text, f->frame->title);
    return han_count(s) >= 4 && !zw_line_ends(s) && zw_str_find(title, s, 0) < title.n;
}

/* The head of a web page stands above the document's own title; the latter is the title. An order's
 * (甲省人民政府令) is not replaced: metadata wants it. */
static bool is_second_title(const finder *f, size_t i, size_t title)
{
    if (title >= f->own->paras.n || i > title + 4 || !is_title_like(f, i) ||
        !zw_title_ends(f->tables, para(f, i)))
        return false;
    zw_str first = zw_str_trim(zw_str_slice(f->own->text, f->frame->title));
    return !zw_str_ends(first, ZW_STR("令")) && !zw_str_ends(first, ZW_STR("公告"));
}

/* （2014年10月30日甲市第五届人民代表大会 / 常务委员会…会议通过）: a history that the page broke
 * into lines. The paragraph behind it, or i when none begins here. */
static size_t broken_history_end(const finder *f, size_t i)
{
    enum { MOST_LINES = 8 };
    zw_str s = para(f, i);
    size_t len, start = f->own->paras.at[i].text.start;
    if (!s.n || zw_narrow(zw_utf8_at(s, 0, &len)) != '(' || s.n > 300)
        return i;
    for (size_t end = i; end < f->own->paras.n && end - i < MOST_LINES; end++) {
        zw_str last = para(f, end);
        zw_range all = { start, f->own->paras.at[end].text.end };
        if (last.n && zw_narrow(zw_utf8_before(last, last.n, &len)) == ')')
            return end > i && is_history(zw_str_slice(f->own->text, all)) ? end + 1 : i;
    }
    return i;
}

static size_t find_front(finder *f)
{
    size_t n = f->own->paras.n, i = 0, title = n, end;
    for (; i < n && i < FRONT_PARAS; i++) {
        zw_str s = para(f, i);
        bool heading = f->own->paras.at[i].kind == ZW_LINE_HEADING;
        if (is_number_line(s)) {
            f->frame->roles[i] = ZW_PARA_NUMBER;
        } else if (is_date_line(s)) {
            f->frame->roles[i] = ZW_PARA_DATE;
        } else if (is_history(s)) {
            f->frame->roles[i] = ZW_PARA_HISTORY;
        } else if ((end = broken_history_end(f, i)) > i) {
            memset(f->frame->roles + i, ZW_PARA_HISTORY, end - i);
            i = end - 1;
        } else if (is_addressee(s) && title < n) {
            f->frame->roles[i] = ZW_PARA_ADDRESSEE;
        } else if (title < n && title + 3 > i && is_author(f, i)) {
            f->frame->roles[i] = ZW_PARA_SIGNER;
        } else if (title < n && (is_again(f, i, title) || is_piece_of_title(f, i))) {
            f->frame->roles[i] = ZW_PARA_TITLE;
        } else if (is_second_title(f, i, title)) {
            bool whole = han_count(s) >= 8; /* 修正案（草案） goes on with the line above */
            f->frame->roles[i] = ZW_PARA_TITLE;
            f->frame->title.end = f->own->paras.at[i].text.end;
            if (whole)
                f->frame->title.start = f->own->paras.at[i].text.start;
        } else if (title == n && han_count(s) < 3 && s.n < 24) {
            f->frame->roles[i] = ZW_PARA_NOTE; /* 附件 1, stray letters */
        } else if (title == n && (is_attachment_label(s) || zw_str_ends(s, ZW_STR("/")))) {
            f->frame->roles[i] = ZW_PARA_NOTE;
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

/* 甲市人民政府办公室　2016年3月30日: signer and date on one line; the byte where the date begins.
 */
static size_t date_behind(zw_str s)
{
    if (s.n > 200 || zw_line_ends(s))
        return 0;
    for (size_t at = 0, len; at < s.n; at += len) {
        zw_date d = { 0 };
        zw_utf8_at(s, at, &len);
        if (zw_date_read(s, at, &d) && at + d.used == s.n && d.precision == ZW_DATE_DAY)
            return at;
        if (d.used > len)
            len = d.used;
    }
    return 0;
}

static bool signs_with_date(const finder *f, size_t i)
{
    zw_str s = para(f, i);
    size_t at = date_behind(s);
    return at > 6 && zw_issuer_ends(f->tables, zw_str_trim((zw_str){ s.at, at }));
}

static size_t mark_notes(finder *f, size_t i)
{
    size_t len, end = i + 3;
    while (i < f->own->paras.n && i < end && zw_utf8_count(para(f, i)) < 40 &&
           zw_narrow(zw_utf8_at(para(f, i), 0, &len)) == '(')
        f->frame->roles[i++] = ZW_PARA_NOTE;
    return i;
}

/* What stands behind a signature or the word 附件: labels, then a title. */
static size_t mark_attached(finder *f, size_t i, bool labelled)
{
    size_t n = f->own->paras.n;
    while (i < n && is_attachment_label(para(f, i))) {
        f->frame->roles[i++] = ZW_PARA_NOTE;
        labelled = true;
    }
    if (i + 1 < n && is_title_like(f, i) &&
        (labelled || zw_title_ends(f->tables, para(f, i)) || f->own->paras.at[i].gap))
        i = mark_title(f, i, ZW_PARA_ATTACHMENT);
    return i;
}

/* The paragraphs above a date that sign. */
static size_t signers_above(const finder *f, size_t i, size_t from)
{
    size_t first = i;
    while (first > from && i - first < MAX_SIGNERS && f->frame->roles[first - 1] == ZW_PARA_BODY &&
           (is_signer(f, first - 1) || is_person(para(f, first - 1))))
        first--;
    return first;
}

/* A date that no body stands above signs only where the text ends: at the end, before a note or
 * before what is attached. */
static bool ends_text(const finder *f, size_t i)
{
    size_t len;
    if (i + 1 >= f->own->paras.n)
        return true;
    zw_str s = para(f, i + 1);
    return is_attachment_label(s) || (is_title_like(f, i + 1) && zw_title_ends(f->tables, s)) ||
           (zw_narrow(zw_utf8_at(s, 0, &len)) == '(' && zw_utf8_count(s) < 40);
}

/* The title of what is passed on, without a signature above it: a line of its own that ends like a
 * title, and that the document's beginning names. */
static bool is_named_title(const finder *f, size_t i)
{
    zw_str s = para(f, i),
           head = { f->own->text.at, f->own->text.n < 6000 ? f->own->text.n : 6000 };
    if (s.n < 24 || s.n > 240 || f->own->paras.at[i].text.start < 100 || i + 1 >= f->own->paras.n ||
        !is_title_like(f, i) || !zw_title_ends(f->tables, s))
        return false;
    size_t first = zw_str_find(head, s, 0);
    return first < f->own->paras.at[i].text.start && first < head.n;
}

/* 附件1：… above a body of its own; in the list of a notice another of its kind or the signature
 * follows. */
static bool is_labelled_title(const finder *f, size_t i)
{
    zw_str s = para(f, i);
    if (!zw_str_starts(s, ZW_STR("附")) || i + 1 >= f->own->paras.n || !is_title_like(f, i))
        return false;
    zw_str title = without_label(s), next = para(f, i + 1);
    return title.n < s.n && zw_title_ends(f->tables, title) && !zw_str_starts(next, ZW_STR("附")) &&
           !is_date_line(next) && !is_signer(f, i + 1) && !zw_title_ends(f->tables, next);
}

/* Signature blocks stand anywhere: what a notice passes on is attached behind its signature. */
static void find_signatures(finder *f, size_t from)
{
    size_t n = f->own->paras.n;
    for (size_t i = from; i < n; i++) {
        if (is_attachment_label(para(f, i)) && i + 1 < n) {
            i = mark_attached(f, i, true) - 1;
            continue;
        }
        if (is_named_title(f, i) || is_labelled_title(f, i)) {
            i = mark_attached(f, i, true) - 1;
            continue;
        }
        bool date = is_date_line(para(f, i)), both = !date && signs_with_date(f, i);
        size_t first = date ? signers_above(f, i, from) : i;
        if (!date && !both)
            continue;
        if (first == i && !both && !ends_text(f, i))
            continue;
        for (size_t k = first; k < i; k++)
            f->frame->roles[k] = ZW_PARA_SIGNER;
        f->frame->roles[i] = both ? ZW_PARA_SIGNER : ZW_PARA_DATE;
        i = mark_attached(f, mark_notes(f, i + 1), false) - 1;
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
