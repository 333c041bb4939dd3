#include "corpus/frame.h"

#include "base/utf8.h"
#include "corpus/frame_lines.h"
#include "corpus/lines.h"
#include "corpus/numbering.h"

#define TITLE_CHARS 100
#define TITLE_LINES 4
#define HEADLINE_CHARS 40
#define MENU_PARAS 60      /* above the title that a page names */
#define NAMED_PARAS 8      /* above the title that the file is named after */
#define FRONT_PARAS 40     /* what stands before the body is no longer than this */
#define HISTORY_BYTES 1500 /* of a line of a history */
#define COLOPHON_LINES 6
#define SIGNER_CHARS 60
#define MAX_SIGNERS 60 /* thirteen ministries, a line each, do sign together */

typedef struct {
    const zw_corpus_tables *tables;
    const zw_cleaned *own;
    zw_frame *frame;
    zw_str file_name; /* what the file is called, without its ending; or empty */
} finder;

static zw_str para(const finder *f, size_t i)
{
    return zw_str_slice(f->own->text, f->own->paras.at[i].text);
}

static bool is_date_line(zw_str s)
{
    return s.n < 60 && zw_date_line(s, NULL);
}

/* English | 信息公开 | 政务大厅, 综合管理|: a bar of links. */
static bool is_bar(zw_str s)
{
    size_t bars = 0;
    uint32_t last = 0;
    for (size_t at = 0, len; at < s.n; at += len) {
        last = zw_narrow(zw_utf8_at(s, at, &len));
        bars += last == '|';
    }
    return bars > 1 || last == '|';
}

/* 符合以下条件之一的…, 有下列情形之一的: running text, unless it ends like a title. */
static bool announces_list(const finder *f, zw_str s)
{
    return (zw_str_has(s, "以下") || zw_str_has(s, "下列")) && !zw_title_ends(f->tables, s);
}

static bool is_title_like(const finder *f, size_t i)
{
    zw_str s = para(f, i);
    zw_number number;
    return zw_utf8_count(s) <= TITLE_CHARS && zw_line_han(s) >= 3 && !zw_line_is_attachment(s) &&
           f->own->paras.at[i].kind != ZW_LINE_TABLE_ROW && !zw_line_ends(s) &&
           !zw_str_has(s, "。") && !zw_number_at(f->tables, s, 0, &number) &&
           !zw_line_is_number(s) && !is_date_line(s) && !zw_line_is_history(s) &&
           !zw_str_ends(s, ZW_STR("/")) && !zw_line_is_part_head(f->tables, s) && !is_bar(s) &&
           !announces_list(f, s);
}

/* 同样的居住证为什么差别那么大？ is a headline where the page's date stands below. */
static bool is_headline(const finder *f, size_t i)
{
    zw_str s = para(f, i);
    size_t len;
    uint32_t c = s.n ? zw_narrow(zw_utf8_before(s, s.n, &len)) : 0;
    return i + 1 < f->own->paras.n && f->own->paras.at[i + 1].cut && (c == '?' || c == '!') &&
           zw_utf8_count(s) <= HEADLINE_CHARS && zw_line_han(s) >= 5;
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

/* （非本市户籍适龄儿童）: words alone; not who wrote it, nor （此件公开发布）. */
static bool says_for_whom(const finder *f, zw_str inner)
{
    for (size_t at = 0, len; at < inner.n; at += len) {
        if (!zw_is_han(zw_utf8_at(inner, at, &len)))
            return false;
    }
    return inner.n && !zw_issuer_ends(f->tables, inner) && !zw_str_has(inner, "件") &&
           !zw_str_has(inner, "公开") && !zw_str_has(inner, "附");
}

/* （试行）, （2019—2021年）, （草案征求意见稿） on a line of its own below the title. */
static bool is_rider(const finder *f, size_t i)
{
    zw_str s = para(f, i);
    size_t open, close;
    if (s.n > 60 || !s.n || zw_narrow(zw_utf8_at(s, 0, &open)) != '(' ||
        zw_narrow(zw_utf8_before(s, s.n, &close)) != ')' || open + close >= s.n)
        return false;
    zw_date d = { 0 };
    zw_str inner = zw_str_trim((zw_str){ s.at + open, s.n - open - close });
    return says_for_whom(f, inner) || zw_trie_get(f->tables->validity, inner, &(uint32_t){ 0 }) ||
           zw_str_ends(inner, ZW_STR("稿")) ||
           (inner.n && zw_date_read(inner, 0, &d) == inner.n && d.precision == ZW_DATE_YEARS);
}

static size_t mark_title(finder *f, size_t i, zw_para_role role)
{
    size_t end = i + 1;
    f->frame->roles[i] = (unsigned char)role;
    while (end < f->own->paras.n && end - i < TITLE_LINES && !f->own->paras.at[end].cut &&
           is_title_like(f, end) && !zw_title_ends(f->tables, para(f, end - 1)) &&
           !zw_line_is_letterhead(f->tables, para(f, end)) && !is_again(f, end, i))
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

/* The name of a person below the title of a report, above 各位代表：. */
static bool is_author(const finder *f, size_t i)
{
    zw_str s = para(f, i);
    if (i + 1 >= f->own->paras.n || zw_utf8_count(s) > 20 || zw_line_ends(s))
        return false;
    zw_str next = para(f, i + 1);
    if (!zw_line_is_addressee(next) && !is_date_line(next) && !zw_line_is_history(next))
        return false;
    size_t han = zw_line_han(s);
    return zw_line_is_person(s) || (han >= 2 && han <= 4 && han + 2 >= zw_utf8_count(s));
}

/* The title again, but over several lines. */
static bool is_piece_of_title(const finder *f, size_t i)
{
    zw_str s = para(f, i), title = zw_str_slice(f->own->text, f->frame->title);
    return zw_line_han(s) >= 4 && !zw_line_ends(s) && zw_str_find(title, s, 0) < title.n;
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
    enum { MOST_LINES = 16 };
    zw_str s = para(f, i);
    size_t len, start = f->own->paras.at[i].text.start;
    if (!s.n || zw_narrow(zw_utf8_at(s, 0, &len)) != '(' || s.n > HISTORY_BYTES)
        return i;
    for (size_t end = i; end < f->own->paras.n && end - i < MOST_LINES; end++) {
        zw_str last = para(f, end);
        zw_range all = { start, f->own->paras.at[end].text.end };
        if (last.n && zw_narrow(zw_utf8_before(last, last.n, &len)) == ')')
            return end > i && zw_line_is_history(zw_str_slice(f->own->text, all)) ? end + 1 : i;
    }
    return i;
}

/* Whether the line above the second title is its beginning: …人民政府办公厅转发 / 市人事局关于…的
 * 通知, 《甲省乙条例》 / 部分条款修改前后对照表, and 修正案（草案） behind any. */
static bool title_goes_on(const finder *f, size_t i)
{
    static const char *const open[] = { "转发", "批转", "印发", "发布", "关于" };
    if (zw_line_han(para(f, i)) < 8)
        return true; /* an order's 甲省人民政府令 is longer */
    zw_str above = i && f->frame->roles[i - 1] == ZW_PARA_TITLE ? para(f, i - 1) : (zw_str){ 0 };
    for (size_t k = 0; k < sizeof open / sizeof *open; k++) {
        if (zw_str_ends(above, zw_str_of(open[k])))
            return true;
    }
    if (f->own->paras.at[i].cut || zw_str_ends(para(f, i), ZW_STR("令")))
        return false;
    return zw_str_starts(above, ZW_STR("《")) &&
           zw_str_find(above, ZW_STR("》"), 0) + 3 == above.n &&
           !zw_str_starts(para(f, i), ZW_STR("《")) && !zw_str_has(para(f, i), "关于");
}

/* What may stand above the title and below it alike; moves *i to the last line of it. */
static bool mark_anywhere(finder *f, size_t *i)
{
    zw_str s = para(f, *i);
    size_t end = *i + 1;
    zw_para_role role;
    if (zw_line_is_number(s))
        role = ZW_PARA_NUMBER;
    else if (is_date_line(s))
        role = ZW_PARA_DATE;
    else if (zw_line_is_history(s))
        role = ZW_PARA_HISTORY;
    else if ((end = broken_history_end(f, *i)) > *i)
        role = ZW_PARA_HISTORY;
    else if (zw_line_is_letterhead(f->tables, s) && (end = *i + 1))
        role = ZW_PARA_LETTERHEAD;
    else
        return false;
    memset(f->frame->roles + *i, (int)role, end - *i);
    *i = end - 1;
    return true;
}

/* A line below the title `title` that is no text yet. */
static bool mark_below_title(finder *f, size_t i, size_t title)
{
    zw_str s = para(f, i);
    unsigned char *role = &f->frame->roles[i];
    if (zw_line_is_addressee(s)) {
        *role = ZW_PARA_ADDRESSEE;
    } else if (title + 3 > i && is_author(f, i)) {
        *role = ZW_PARA_SIGNER;
    } else if (is_again(f, i, title) || is_piece_of_title(f, i)) {
        *role = ZW_PARA_TITLE;
    } else if (is_second_title(f, i, title)) {
        if (!title_goes_on(f, i))
            f->frame->title.start = f->own->paras.at[i].text.start;
        *role = ZW_PARA_TITLE;
        f->frame->title.end = f->own->paras.at[i].text.end;
    } else if (title + 2 > i && is_signer(f, i) && i + 1 < f->own->paras.n &&
               is_second_title(f, i + 1, title)) {
        *role = ZW_PARA_LETTERHEAD; /* 甲省人民政府 above 甲省人民政府令 */
    } else {
        return false;
    }
    return true;
}

/* The lines of the title that begins at *i, or a line above it that is no text. */
static bool mark_up_to_title(finder *f, size_t *i, size_t *title)
{
    zw_str s = para(f, *i);
    if (*i == 0 && zw_line_is_addressee(s) && zw_str_starts(s, ZW_STR("各"))) {
        f->frame->roles[*i] = ZW_PARA_ADDRESSEE; /* of a file that lost its title */
        return true;
    }
    bool heading = f->own->paras.at[*i].kind == ZW_LINE_HEADING;
    if ((zw_line_han(s) < 3 && s.n < 24) || zw_line_is_attachment(s) ||
        zw_str_ends(s, ZW_STR("/"))) {
        f->frame->roles[*i] = ZW_PARA_NOTE; /* 附件 1, stray letters, an address */
        return true;
    }
    if (zw_line_is_place(s) ||
        !(is_title_like(f, *i) || is_headline(f, *i) || (heading && !zw_line_ends(s))))
        return false;
    *title = *i;
    *i = mark_title(f, *i, ZW_PARA_TITLE);
    f->frame->title = (zw_range){ f->own->paras.at[*title].text.start,
                                  f->own->paras.at[*i - 1].text.end };
    --*i;
    return true;
}

/* How many bytes of s are the letters of `name`; 0 when it says something else. */
static size_t names_same(zw_str s, zw_str name)
{
    size_t i = 0, k = 0;
    while (k < name.n) {
        uint32_t wanted = next_letter(name, &k);
        if (wanted == 0)
            break;
        if (next_letter(s, &i) != wanted)
            return 0;
    }
    return i;
}

/* The line that the file is named after, where the first lines are no title: a sentence of the page
 * or its menu. own->paras.n for none. */
static size_t named_line(const finder *f, zw_str name, size_t from, size_t to)
{
    for (size_t i = from; zw_line_han(name) >= 6 && i < to && i < f->own->paras.n; i++) {
        zw_str s = para(f, i);
        if (is_date_line(s)) /* what stands behind a signature is attached */
            break;
        size_t used = s.n < 400 ? names_same(s, name) : 0;
        if (used && zw_line_han((zw_str){ s.at + used, s.n - used }) == 0)
            return i;
    }
    return f->own->paras.n;
}

/* Where the format itself names the title, what stands above that line is the page's: its menu. */
static size_t skip_menu(finder *f)
{
    const char *title = f->own->carried.title;
    size_t to = title ? named_line(f, zw_str_of(title), 1, MENU_PARAS) : f->own->paras.n;
    for (size_t i = 0; to < f->own->paras.n && i < to; i++) {
        if (!mark_anywhere(f, &i))
            f->frame->roles[i] = ZW_PARA_NOTE;
    }
    return to < f->own->paras.n ? to : 0;
}

static size_t find_front(finder *f)
{
    size_t n = f->own->paras.n, from = skip_menu(f), i = from, title = n;
    for (; i < n && i < from + FRONT_PARAS; i++) {
        if (mark_anywhere(f, &i) ||
            (title < n ? mark_below_title(f, i, title) : mark_up_to_title(f, &i, &title)))
            continue;
        size_t named = title == n ? named_line(f, f->file_name, i + 1, i + NAMED_PARAS) : n;
        if (named == n)
            break;
        i = named - 1;
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
    while (i < n && zw_line_is_attachment(para(f, i))) {
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
           (is_signer(f, first - 1) || zw_line_is_person(para(f, first - 1))))
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
    return zw_line_is_attachment(s) || (is_title_like(f, i + 1) && zw_title_ends(f->tables, s)) ||
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
    zw_str title = zw_line_behind_label(s), next = para(f, i + 1);
    return title.n < s.n && zw_title_ends(f->tables, title) && !zw_str_starts(next, ZW_STR("附")) &&
           !is_date_line(next) && !is_signer(f, i + 1) && !zw_title_ends(f->tables, next);
}

/* 主题词：…, 抄送：…, 甲市政府办公室　2016年5月1日印发: what the office that printed the paper put
 * below it is none of its text. It ends at an item or at the frame of what is attached. */
static void mark_colophon(finder *f, size_t from)
{
    size_t left = 0;
    zw_number number;
    for (size_t i = from; i < f->own->paras.n; i++) {
        zw_str s = para(f, i);
        bool printed = i + 3 >= f->own->paras.n && s.n < 150 && zw_str_ends(s, ZW_STR("日印发"));
        if (zw_line_is_colophon(s) || printed)
            left = COLOPHON_LINES;
        bool text = f->frame->roles[i] != ZW_PARA_BODY || zw_utf8_count(s) > TITLE_CHARS * 2 ||
                    f->own->paras.at[i].kind == ZW_LINE_HEADING ||
                    zw_number_at(f->tables, s, 0, &number);
        left = text ? 0 : left;
        if (left) {
            f->frame->roles[i] = ZW_PARA_NOTE;
            left--;
        }
    }
}

/* Signature blocks stand anywhere: what a notice passes on is attached behind its signature. */
static void find_signatures(finder *f, size_t from)
{
    size_t n = f->own->paras.n;
    for (size_t i = from; i < n; i++) {
        if (zw_line_is_attachment(para(f, i)) && i + 1 < n) {
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

zw_status zw_frame_none(const zw_cleaned *own, zw_arena *arena, zw_frame *frame, zw_err *err)
{
    *frame = (zw_frame){ .own = own };
    frame->roles = zw_arena_alloc(arena, own->paras.n + 1); /* ZW_PARA_BODY is 0 */
    return frame->roles ? ZW_OK : zw_err_nomem(err);
}

zw_status zw_frame_find(const zw_corpus_tables *tables, const zw_cleaned *own, zw_str file_name,
                        zw_arena *arena, zw_frame *frame, zw_err *err)
{
    zw_status s = zw_frame_none(own, arena, frame, err);
    if (s != ZW_OK)
        return s;
    finder f = { tables, own, frame, file_name };
    size_t body = find_front(&f);
    find_signatures(&f, body);
    mark_colophon(&f, body);
    return ZW_OK;
}
