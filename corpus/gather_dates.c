#include "corpus/gather.h"

#include <stdio.h>

#include "base/date.h"
#include "base/utf8.h"
#include "corpus/docnumber.h"
#include "corpus/history.h"
#include "corpus/lines.h"
#include "corpus/numbering.h"

#define TERM_PARAS 4    /* so many paragraphs from the end may say when it takes effect */
#define TERM_BYTES 1500 /* and are no longer than this */

/* 河南省 and 人民代表大会常务委员会 of 河南省第九届人民代表大会常务委员会. */
static void read_event(zw_gatherer *g, zw_str line, const zw_event *e)
{
    char iso[16];
    zw_date_iso(&e->date, iso);
    const char *date = zw_gather_copy(g, zw_str_of(iso));
    if (e->what == ZW_EVENT_EFFECTIVE) {
        g->meta->effective = date;
        return;
    }
    g->meta->date = date;
    if (e->what == ZW_EVENT_PUBLISHED && !g->meta->published)
        g->meta->published = date;
    if (!g->meta->issuer && zw_range_len(e->who)) {
        zw_str province = zw_str_slice(line, e->province),
               who = zw_gather_without_state(zw_str_slice(line, e->who));
        bool national = !province.n && zw_str_starts(who, ZW_STR("全国")) == false &&
                        zw_str_starts(who, ZW_STR("人民代表大会"));
        zw_buf names = ZW_BUF_INIT; /* 食品药品监管局、海关总署 */
        zw_gather_issuers(g, &names, who);
        zw_str all = zw_buf_failed(&names) ? who : zw_buf_view(&names);
        g->meta->issuer = zw_arena_printf(g->doc->arena, "%s%.*s%.*s", national ? "全国" : "",
                                          (int)province.n, province.at, (int)all.n, all.at);
        zw_buf_free(&names);
        g->failed |= !g->meta->issuer;
    }
}

/* A line of history, with what the page broke off it, without blanks. */
static zw_str history_line(zw_gatherer *g, size_t *i)
{
    const zw_frame *f = g->frame;
    zw_str s = zw_gather_para(g, *i);
    size_t len, start = f->own->paras.at[*i].text.start, from = *i;
    bool open = s.n && zw_narrow(zw_utf8_at(s, 0, &len)) == '(';
    while (open && zw_narrow(zw_utf8_before(s, s.n, &len)) != ')' && *i + 1 < f->own->paras.n &&
           f->roles[*i + 1] == ZW_PARA_HISTORY)
        s = zw_gather_para(g, ++*i);
    if (*i == from)
        return s;
    zw_range all = { start, f->own->paras.at[*i].text.end };
    zw_str line = zw_line_squash(g->doc->arena, zw_str_slice(f->own->text, all));
    g->failed |= !line.at;
    return line.at ? line : s;
}

void zw_gather_history(zw_gatherer *g)
{
    const zw_frame *f = g->frame;
    for (size_t i = 0; i < f->own->paras.n && !g->failed; i++) {
        if (f->roles[i] != ZW_PARA_HISTORY)
            continue;
        zw_str s = history_line(g, &i);
        zw_event e;
        for (size_t at = 0; zw_history_next(g->tables, s, &at, &e) && !g->failed;)
            read_event(g, s, &e);
        zw_doc_number n = zw_doc_number_find(s, 0);
        if (!g->meta->number && zw_range_len(n.at))
            g->meta->number = zw_doc_number_normal(g->doc->arena, zw_str_slice(s, n.at));
    }
}

/* 20231229 and 2021-08-20; false where no calendar has such a day: 办法20231399. */
static bool file_day(zw_str d, char iso[16])
{
    bool dashed = d.n == strlen("2021-08-20");
    size_t month = dashed ? 5 : 4, day = dashed ? 8 : 6;
    if (d.n < 8 || (d.n != 8 && !(dashed && d.at[4] == '-' && d.at[7] == '-')))
        return false;
    snprintf(iso, 16, "%.4s-%.2s-%.2s", d.at, d.at + month, d.at + day);
    return strcmp(iso + 5, "01-01") >= 0 && strcmp(iso + 5, "12-31") <= 0 &&
           strcmp(iso + 8, "01") >= 0 && strcmp(iso + 8, "31") <= 0;
}

/* 条例(2021-08-20).md, 法_20231229.txt, 办法2016.txt: a date at the end of the file's name. */
void zw_gather_file_date(zw_gatherer *g)
{
    zw_str name = zw_gather_file_name(g);
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
    if (digits == 8 && file_day(d, iso))
        g->meta->date = zw_gather_copy(g, zw_str_of(iso));
    else if (d.n == 4 && g->meta->published && memcmp(g->meta->published, d.at, 4) == 0)
        g->meta->date = g->meta->published; /* 公布日期 of that very year tells more */
    else if (d.n == 4)
        g->meta->date = zw_gather_copy(g, d);
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

/* 自公布之日起施行: the day it was made public, or else signed, where that is told to the day. */
static const char *day_of_issue(const zw_gatherer *g, zw_str behind)
{
    static const char *const acts[] = { "公布", "发布", "印发", "颁布", "下发" };
    const char *day = g->meta->published ? g->meta->published : g->meta->date;
    bool issued = false;
    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++)
        issued |= zw_str_starts(behind, zw_str_of(acts[i]));
    if (!issued || !day || strlen(day) != strlen("2016-01-01"))
        return NULL;
    zw_str rest = { behind.at + strlen("公布"), behind.n - strlen("公布") };
    bool at_once = zw_str_starts(rest, ZW_STR("之日起施行")) ||
                   zw_str_starts(rest, ZW_STR("之日起实施")) ||
                   zw_str_starts(rest, ZW_STR("之日起执行")) ||
                   zw_str_starts(rest, ZW_STR("之日起生效"));
    return at_once ? day : NULL;
}

/* 自2016年1月1日起施行, 有效期至2020年12月31日. */
static void read_terms(zw_gatherer *g, zw_str s)
{
    static const char *const begins[] = {
        "起施行", "起实施", "起执行", "起生效", "起试行", "施行"
    };
    static const char *const ends[] = { "有效期至", "有效期到", "有效期截至", "有效期截止" };
    char iso[16];
    for (size_t at = 0; !g->meta->effective && (at = zw_str_find(s, ZW_STR("自"), at)) < s.n;) {
        at += 3;
        size_t used = iso_at(s, at, iso);
        zw_str rest = { s.at + at + used, s.n - at - used };
        if (!used)
            g->meta->effective = day_of_issue(g, rest);
        for (size_t i = 0; used && i < sizeof begins / sizeof *begins; i++) {
            if (zw_str_starts(rest, zw_str_of(begins[i])))
                g->meta->effective = zw_gather_copy(g, zw_str_of(iso));
        }
    }
    for (size_t i = 0; !g->meta->repealed && i < sizeof ends / sizeof *ends; i++) {
        size_t at = zw_str_find(s, zw_str_of(ends[i]), 0);
        if (at < s.n && iso_at(s, at + strlen(ends[i]), iso))
            g->meta->repealed = zw_gather_copy(g, zw_str_of(iso));
    }
}

/* When it takes effect stands at the end, or at the head of the order that puts it into force. */
void zw_gather_terms(zw_gatherer *g)
{
    const zw_frame *f = g->frame;
    for (size_t i = f->own->paras.n, seen = 0; i-- > 0 && seen < TERM_PARAS && !g->failed;) {
        zw_str s = zw_gather_para(g, i);
        if (f->roles[i] != ZW_PARA_BODY || s.n > TERM_BYTES)
            continue;
        seen++;
        read_terms(g, s);
    }
    for (size_t i = 0, seen = 0; i < f->own->paras.n && seen < 2 && !g->failed; i++) {
        zw_str s = zw_gather_para(g, i);
        if (f->roles[i] != ZW_PARA_BODY || s.n > TERM_BYTES)
            continue;
        seen++;
        if (zw_str_find(s, ZW_STR("现予"), 0) < s.n)
            read_terms(g, s);
    }
}
