#include "corpus/metadata.h"

#include <stdio.h>

#include "base/utf8.h"
#include "corpus/docnumber.h"
#include "corpus/lines.h"

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

/* （2016年）, (试行)… a bracket at the end of a title that holds nothing but a year or a date. */
static zw_str without_year(zw_str s, char iso[16])
{
    size_t len;
    if (!s.n || zw_narrow(zw_utf8_before(s, s.n, &len)) != ')')
        return s;
    size_t end = s.n - len;
    for (size_t at = end; at > 0; at -= len) {
        if (zw_narrow(zw_utf8_before(s, at, &len)) != '(')
            continue;
        zw_str inner = zw_str_trim((zw_str){ s.at + at, end - at });
        zw_date d = { 0 };
        if (inner.n && zw_date_read(inner, 0, &d) == inner.n) {
            zw_date_iso(&d, iso);
            return zw_str_trim((zw_str){ s.at, at - len });
        }
        return s;
    }
    return s;
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

static void find_title(gatherer *g, char title_date[16])
{
    zw_str s = zw_str_slice(g->doc->text, g->frame->title);
    if (s.n) {
        /* Repeated title lines (the page's and the document's) count once. */
        g->meta->title = title_line(g, without_year(zw_str_trim(s), title_date));
        g->meta->title_at = g->frame->title;
    } else if (!g->meta->title) {
        g->meta->title = copy(g, base_name(g->doc->source->path));
    }
}

static void find_lines(gatherer *g)
{
    const zw_frame *f = g->frame;
    char iso[16];
    for (size_t i = 0; i < f->own->paras.n && !g->failed; i++) {
        zw_str s = para(g, i);
        if (f->roles[i] == ZW_PARA_NUMBER && !g->meta->number) {
            zw_doc_number n = zw_doc_number_find(s, 0);
            if (zw_range_len(n.at))
                g->meta->number = zw_doc_number_normal(g->doc->arena, zw_str_slice(s, n.at));
        } else if (f->roles[i] == ZW_PARA_SIGNER && !g->meta->issuer) {
            g->meta->issuer = title_line(g, s);
        } else if (f->roles[i] == ZW_PARA_DATE && !g->meta->date && zw_date_line(s, iso)) {
            g->meta->date = copy(g, zw_str_of(iso));
        }
    }
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

zw_status zw_metadata_find(const zw_corpus_tables *tables, const zw_frame *frame,
                           const zw_metadata *carried, zw_document *doc, zw_err *err)
{
    gatherer g = { tables, frame, doc, &doc->meta, false };
    char title_date[16] = "";
    doc->meta = *carried;
    find_title(&g, title_date);
    find_lines(&g);
    if (!doc->meta.date && *title_date)
        doc->meta.date = copy(&g, zw_str_of(title_date));
    if (!g.failed)
        find_genre(&g);
    if (!g.failed)
        doc->meta.year = year_of(zw_str_of(doc->meta.title));
    return g.failed ? zw_err_nomem(err) : ZW_OK;
}
