#include "corpus/metadata.h"

#include <stdio.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "corpus/docnumber.h"
#include "corpus/history.h"
#include "corpus/lines.h"
#include "corpus/numbering.h"

#define TERM_PARAS 4    /* so many paragraphs from the end may say when it takes effect */
#define TERM_BYTES 1500 /* and are no longer than this */

typedef struct {
    const zw_corpus_tables *tables;
    const zw_frame *frame;
    zw_document *doc;
    zw_metadata *meta;
    bool failed;
} gatherer;

static zw_str para(const gatherer *g, size_t i)
{
    return zw_str_slice(g->frame->own->text, g->frame->own->paras.at[i].text);
}

static const char *copy(gatherer *g, zw_str s)
{
    const char *c = zw_arena_str(g->doc->arena, s);
    g->failed |= !c;
    return c;
}

static bool is_latin(uint32_t c)
{
    return c > 0x20 && c < 0x7F;
}

/* The title on one line: no line ends, no blanks but between Latin words. */
static const char *title_line(gatherer *g, zw_str s)
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

static bool is_validity(const gatherer *g, zw_str word)
{
    return zw_trie_get(g->tables->validity, word, &(uint32_t){ 0 });
}

/* What brackets behind a title say: (2016年) the date, （甲政发〔2016〕4号） the number, （试行）
 * how long it holds. Date and number are no part of the title. */
static zw_str read_brackets(gatherer *g, zw_str s, char iso[16])
{
    zw_str inner, title = s;
    for (size_t open; (open = last_bracket(s, &inner)) < s.n;) {
        zw_date d = { 0 };
        zw_doc_number n = zw_doc_number_find(inner, 0);
        s = zw_str_trim((zw_str){ s.at, open });
        if (inner.n && zw_date_read(inner, 0, &d) == inner.n) {
            zw_date_iso(&d, iso);
            title = s;
        } else if (zw_range_len(n.at) && n.at.end == inner.n) {
            g->meta->number = zw_doc_number_normal(g->doc->arena, zw_str_slice(inner, n.at));
            title = s;
        } else if (is_validity(g, inner)) {
            g->meta->validity = copy(g, inner);
        } else {
            break;
        }
    }
    return title;
}

static zw_str base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    zw_str name = zw_str_of(slash ? slash + 1 : path);
    for (size_t i = name.n; i-- > 1;) {
        if (name.at[i] == '.' && name.n - i <= 9) {
            name.n = i;
            break;
        }
    }
    return name;
}

/* X in 《X》已经…常务会议通过，现予公布, the body of an order. */
static zw_range named_in_order(const gatherer *g, zw_range title)
{
    zw_str text = g->doc->text;
    size_t open = zw_str_find(text, ZW_STR("《"), title.end);
    if (open >= text.n || open > title.end + 200)
        return title;
    int depth = 0;
    for (size_t at = open, len; at < text.n && at < open + 300; at += len) {
        uint32_t c = zw_utf8_at(text, at, &len);
        depth += c == 0x300A ? 1 : c == 0x300B ? -1 : 0;
        if (depth > 0)
            continue;
        zw_str behind = { text.at + at + len, text.n - at - len };
        bool passed = zw_str_starts(behind, ZW_STR("已")) || zw_str_starts(behind, ZW_STR("业经"));
        return passed ? (zw_range){ open + 3, at } : title;
    }
    return title;
}

/* 中华人民共和国国务院令: the title is that of what the order puts into force. */
static zw_range titled(const gatherer *g)
{
    const zw_frame *f = g->frame;
    zw_range title = f->title, attached = { 0 };
    zw_str s = zw_str_trim(zw_str_slice(g->doc->text, title));
    if (!s.n) /* the head of the order is a picture of the page */
        return named_in_order(g, title);
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

static void find_title(gatherer *g, char title_date[16])
{
    zw_range at = titled(g);
    zw_str s = zw_str_trim(zw_str_slice(g->doc->text, at));
    if (s.n) {
        g->meta->title = title_line(g, without_marks(read_brackets(g, s, title_date)));
        g->meta->title_at = at;
    } else if (!g->meta->title) {
        zw_str name = base_name(g->doc->source->path);
        while (name.n > 8 && name.at[name.n - 1] > 0 &&
               strchr("0123456789-_() ", name.at[name.n - 1]))
            name.n--;
        g->meta->title = copy(g, name);
    }
}

/* 中华人民共和国国务院 signs orders, 国务院 all else: one body, one name. */
static zw_str without_state(zw_str name)
{
    zw_str state = ZW_STR("中华人民共和国");
    if (zw_str_starts(name, state) && name.n > state.n + 3)
        return (zw_str){ name.at + state.n, name.n - state.n };
    return name;
}

static bool parts_names(uint32_t c)
{
    return zw_is_blank(c) || c == 0x3001;
}

static void add_issuer(zw_buf *names, zw_str name)
{
    if (names->n)
        zw_buf_char(names, ' ');
    zw_buf_str(names, without_state(name));
}

/* Where the second of two names begins that nothing parts:
 * 工业和信息化部办公厅|国家标准化管理委员会; name.n for one name. */
static size_t second_name(const gatherer *g, zw_str name)
{
    static const char *const heads[] = { "国家", "中华人民共和国", "中国", "最高人民" };
    size_t best = name.n;
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        size_t at = zw_str_find(name, zw_str_of(heads[i]), 1);
        if (at >= 9 && at < best && zw_issuer_ends(g->tables, (zw_str){ name.at, at }))
            best = at;
    }
    return best;
}

static void add_glued(const gatherer *g, zw_buf *names, zw_str name)
{
    for (size_t at; name.n; name = (zw_str){ name.at + at, name.n - at }) {
        at = second_name(g, name);
        add_issuer(names, (zw_str){ name.at, at });
    }
}

/* Several bodies on one line are parted by blanks, but letters of one may be as well:
 * 甲省财政厅　甲省民政厅, 甲 省 财 政 厅. */
static void add_issuers(gatherer *g, zw_buf *names, zw_str line)
{
    size_t at = 0, len;
    zw_buf name = ZW_BUF_INIT;
    while (at < line.n) {
        size_t end = at;
        while (end < line.n && !parts_names(zw_utf8_at(line, end, &len)))
            end += len;
        zw_buf_str(&name, (zw_str){ line.at + at, end - at });
        bool whole = name.n >= 12 || end - at >= 9; /* 公安部, not 公 安 部 */
        while (end < line.n && parts_names(zw_utf8_at(line, end, &len)))
            end += len;
        at = end;
        if (at == line.n || (whole && zw_issuer_ends(g->tables, zw_buf_view(&name)))) {
            add_glued(g, names, zw_buf_view(&name));
            zw_buf_clear(&name);
        }
    }
    g->failed |= zw_buf_failed(&name);
    zw_buf_free(&name);
}

/* A line that signs: who, and the date where it stands on the same line. */
static void read_signer(gatherer *g, zw_str s, zw_buf *names)
{
    char iso[16];
    for (size_t at = 0, len; at < s.n; at += len) {
        zw_date d = { 0 };
        zw_utf8_at(s, at, &len);
        if (!zw_date_read(s, at, &d) || at + d.used < s.n)
            continue;
        zw_date_iso(&d, iso);
        g->meta->date = copy(g, zw_str_of(iso));
        s = zw_str_trim((zw_str){ s.at, at });
    }
    if (zw_issuer_ends(g->tables, s))
        add_issuers(g, names, s);
}

static void read_signature(gatherer *g)
{
    const zw_frame *f = g->frame;
    zw_buf names = ZW_BUF_INIT;
    char iso[16];
    bool done = false;
    for (size_t i = 0; i < f->own->paras.n && !done && !g->failed; i++) {
        zw_str s = para(g, i);
        if (f->roles[i] == ZW_PARA_SIGNER) {
            read_signer(g, s, &names);
            done = g->meta->date != NULL;
        } else if (f->roles[i] == ZW_PARA_DATE && zw_date_line(s, iso)) {
            g->meta->date = copy(g, zw_str_of(iso));
            done = names.n > 0;
        }
    }
    if (names.n && !zw_buf_failed(&names))
        g->meta->issuer = copy(g, zw_buf_view(&names));
    g->failed |= zw_buf_failed(&names);
    zw_buf_free(&names);
}

/* 河南省 and 人民代表大会常务委员会 of 河南省第九届人民代表大会常务委员会. */
static void read_event(gatherer *g, zw_str line, const zw_event *e)
{
    char iso[16];
    zw_date_iso(&e->date, iso);
    const char *date = copy(g, zw_str_of(iso));
    if (e->what == ZW_EVENT_EFFECTIVE) {
        g->meta->effective = date;
        return;
    }
    g->meta->date = date;
    if (e->what == ZW_EVENT_PUBLISHED && !g->meta->published)
        g->meta->published = date;
    if (!g->meta->issuer && zw_range_len(e->who)) {
        zw_str province = zw_str_slice(line, e->province),
               who = without_state(zw_str_slice(line, e->who));
        bool national = !province.n && zw_str_starts(who, ZW_STR("全国")) == false &&
                        zw_str_starts(who, ZW_STR("人民代表大会"));
        zw_buf names = ZW_BUF_INIT; /* 食品药品监管局、海关总署 */
        add_issuers(g, &names, who);
        zw_str all = zw_buf_failed(&names) ? who : zw_buf_view(&names);
        g->meta->issuer = zw_arena_printf(g->doc->arena, "%s%.*s%.*s", national ? "全国" : "",
                                          (int)province.n, province.at, (int)all.n, all.at);
        zw_buf_free(&names);
        g->failed |= !g->meta->issuer;
    }
}

static void read_history(gatherer *g)
{
    const zw_frame *f = g->frame;
    for (size_t i = 0; i < f->own->paras.n && !g->failed; i++) {
        if (f->roles[i] != ZW_PARA_HISTORY)
            continue;
        zw_str s = para(g, i);
        zw_event e;
        for (size_t at = 0; zw_history_next(g->tables, s, &at, &e) && !g->failed;)
            read_event(g, s, &e);
        zw_doc_number n = zw_doc_number_find(s, 0);
        if (!g->meta->number && zw_range_len(n.at))
            g->meta->number = zw_doc_number_normal(g->doc->arena, zw_str_slice(s, n.at));
    }
}

/* 第663号 below 中华人民共和国国务院令 is 国务院令第663号. */
static const char *order_number(gatherer *g, const char *number)
{
    zw_str title = zw_str_trim(zw_str_slice(g->doc->text, g->frame->title));
    bool order = zw_str_ends(title, ZW_STR("令")) || zw_str_ends(title, ZW_STR("公告"));
    if (!number || !order ||
        !(zw_str_starts(zw_str_of(number), ZW_STR("第")) ||
          zw_str_starts(zw_str_of(number), ZW_STR("〔"))))
        return number;
    title = without_state(title);
    return title_line(
        g, zw_str_of(zw_arena_printf(g->doc->arena, "%.*s%s", (int)title.n, title.at, number)));
}

static void read_number(gatherer *g)
{
    const zw_frame *f = g->frame;
    for (size_t i = 0; i < f->own->paras.n; i++) {
        zw_str s = para(g, i);
        if (f->roles[i] != ZW_PARA_NUMBER)
            continue;
        zw_doc_number n = zw_doc_number_find(s, 0);
        if (zw_range_len(n.at))
            g->meta->number = order_number(
                g, zw_doc_number_normal(g->doc->arena, zw_str_slice(s, n.at)));
        g->failed |= !g->meta->number;
        return;
    }
}

/* 甲市人民政府办公室关于…, 甲省人民政府令: who issues stands before what it does. */
static void issuer_from_title(gatherer *g)
{
    static const char *const acts[] = { "关于", "印发", "转发", "批转", "公布",
                                        "令",   "公告", "贯彻", "通告" };
    zw_str title = zw_str_trim(zw_str_slice(g->doc->text, g->frame->title));
    size_t end = title.n;
    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
        size_t at = zw_str_find(title, zw_str_of(acts[i]), 0);
        end = at < end ? at : end;
    }
    zw_str who = zw_str_trim((zw_str){ title.at, end });
    zw_buf names = ZW_BUF_INIT;
    bool clean = zw_str_find(who, ZW_STR("（"), 0) == who.n &&
                 zw_str_find(who, ZW_STR("《"), 0) == who.n &&
                 zw_str_find(who, ZW_STR("("), 0) == who.n;
    if (clean && end < title.n && who.n >= 9 && zw_issuer_ends(g->tables, who))
        add_issuers(g, &names, who);
    g->failed |= zw_buf_failed(&names);
    if (names.n && !g->failed)
        g->meta->issuer = copy(g, zw_buf_view(&names));
    zw_buf_free(&names);
}

/* 条例(2021-08-20).md, 法_20231229.txt, 办法2016.txt: a date at the end of the file's name. */
static void date_from_name(gatherer *g)
{
    zw_str name = base_name(g->doc->source->path);
    size_t end = name.n;
    while (end && (name.at[end - 1] == ')' || name.at[end - 1] == ' '))
        end--;
    size_t start = end, digits = 0;
    while (start &&
           ((name.at[start - 1] >= '0' && name.at[start - 1] <= '9') || name.at[start - 1] == '-'))
        digits += name.at[--start] != '-';
    zw_str d = { name.at + start, end - start };
    char iso[16];
    long year = 0;
    if (digits != 4 && digits != 8)
        return;
    zw_small_numeral((zw_str){ d.at, 4 }, 0, false, &year);
    if (year < 1949 || year > 2100)
        return;
    if (digits == 8 && d.n == 10)
        g->meta->date = copy(g, d);
    else if (digits == 8 && d.n == 8)
        g->meta->date = copy(g, (zw_str){ iso, (size_t)snprintf(iso, sizeof iso, "%.4s-%.2s-%.2s",
                                                                d.at, d.at + 4, d.at + 6) });
    else if (d.n == 4)
        g->meta->date = copy(g, d);
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

/* Of what is attached, where something is: 行动方案, not the 通知 that passes it on. */
static void find_genre(gatherer *g)
{
    zw_str title = zw_str_of(g->meta->title);
    for (size_t i = 0; i < g->frame->own->paras.n; i++) {
        if (g->frame->roles[i] == ZW_PARA_ATTACHMENT && zw_title_ends(g->tables, para(g, i))) {
            title = para(g, i);
            break;
        }
    }
    zw_str inner = passed_on(title);
    if (zw_title_ends(g->tables, inner))
        title = inner;
    size_t behind, n = zw_title_genre(g->tables, title, &behind);
    if (n)
        g->meta->genre = copy(g, (zw_str){ title.at + title.n - behind - n, n });
}

/* The one year that a title names. */
static int year_of(zw_str title)
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

/* 省人民政府 below 甲省植树办法 is 甲省人民政府: the title tells which. */
static void complete_issuer(gatherer *g)
{
    static const char *const kinds[] = { "自治区", "自治州", "省", "市", "县", "区" };
    zw_str issuer = zw_str_of(g->meta->issuer), title = zw_str_of(g->meta->title);
    for (size_t i = 0; issuer.n && i < sizeof kinds / sizeof *kinds; i++) {
        zw_str kind = zw_str_of(kinds[i]);
        size_t at = zw_str_find(title, kind, 0);
        if (!zw_str_starts(issuer, kind))
            continue;
        if (at > 0 && at <= 24 && at < title.n) {
            g->meta->issuer = zw_arena_printf(g->doc->arena, "%.*s%s", (int)at, title.at,
                                              g->meta->issuer);
            g->failed |= !g->meta->issuer;
        }
        return;
    }
}

/* The date at text[at], behind words that lead to it; empty iso where none stands there. */
static size_t iso_at(zw_str text, size_t at, char iso[16])
{
    zw_date d = { 0 };
    size_t used = at < text.n ? zw_date_read(text, at, &d) : 0;
    if (!used || !d.from.year)
        return 0;
    zw_date_iso(&d, iso);
    return used;
}

/* 自2016年1月1日起施行, 有效期至2020年12月31日. */
static void read_terms(gatherer *g, zw_str s)
{
    static const char *const begins[] = { "起施行", "起实施", "起执行", "起生效", "施行" };
    static const char *const ends[] = { "有效期至", "有效期到", "有效期截至", "有效期截止" };
    char iso[16];
    for (size_t at = 0; !g->meta->effective && (at = zw_str_find(s, ZW_STR("自"), at)) < s.n;) {
        at += 3;
        size_t used = iso_at(s, at, iso);
        zw_str rest = { s.at + at + used, s.n - at - used };
        for (size_t i = 0; used && i < sizeof begins / sizeof *begins; i++) {
            if (zw_str_starts(rest, zw_str_of(begins[i])))
                g->meta->effective = copy(g, zw_str_of(iso));
        }
    }
    for (size_t i = 0; !g->meta->repealed && i < sizeof ends / sizeof *ends; i++) {
        size_t at = zw_str_find(s, zw_str_of(ends[i]), 0);
        if (at < s.n && iso_at(s, at + strlen(ends[i]), iso))
            g->meta->repealed = copy(g, zw_str_of(iso));
    }
}

/* When it takes effect stands at the end, or at the head of the order that puts it into force. */
static void find_terms(gatherer *g)
{
    const zw_frame *f = g->frame;
    for (size_t i = f->own->paras.n, seen = 0; i-- > 0 && seen < TERM_PARAS && !g->failed;) {
        zw_str s = para(g, i);
        if (f->roles[i] != ZW_PARA_BODY || s.n > TERM_BYTES)
            continue;
        seen++;
        read_terms(g, s);
    }
    for (size_t i = 0, seen = 0; i < f->own->paras.n && seen < 2 && !g->failed; i++) {
        zw_str s = para(g, i);
        if (f->roles[i] != ZW_PARA_BODY || s.n > TERM_BYTES)
            continue;
        seen++;
        if (zw_str_find(s, ZW_STR("现予"), 0) < s.n)
            read_terms(g, s);
    }
}

/* The document's own words go before those of its surroundings: signature, title, history, then
 * the page's box of facts, the format, the file's name. */
zw_status zw_metadata_find(const zw_corpus_tables *tables, const zw_frame *frame,
                           const zw_metadata *carried, zw_document *doc, zw_err *err)
{
    gatherer g = { tables, frame, doc, &doc->meta, false };
    char title_date[16] = "";
    zw_metadata *meta = &doc->meta;
    *meta = (zw_metadata){ .title = carried->title };
    find_title(&g, title_date);
    read_number(&g);
    read_signature(&g);
    if (!meta->issuer)
        issuer_from_title(&g);
    if (!meta->date && *title_date)
        meta->date = copy(&g, zw_str_of(title_date));
    if (!meta->date)
        read_history(&g);
    if (!g.failed)
        find_terms(&g);
    const char **const own[] = { &meta->number,    &meta->issuer,    &meta->date,
                                 &meta->published, &meta->effective, &meta->repealed,
                                 &meta->validity,  &meta->genre };
    const char *const other[] = { carried->number,    carried->issuer,    carried->date,
                                  carried->published, carried->effective, carried->repealed,
                                  carried->validity,  carried->genre };
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        *own[i] = *own[i] ? *own[i] : other[i];
    if (!g.failed && meta->issuer)
        complete_issuer(&g);
    if (!meta->date)
        date_from_name(&g);
    if (!g.failed && !meta->genre)
        find_genre(&g);
    if (!g.failed)
        meta->year = year_of(zw_str_of(meta->title));
    return g.failed ? zw_err_nomem(err) : ZW_OK;
}
