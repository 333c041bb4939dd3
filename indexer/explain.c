#include "indexer/explain.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/* A fact, told as a place, a class and a sentence. */
typedef struct {
    zw_range at;
    size_t passage;
    int kind; /* row of kinds[] */
    const char *what, *rule;
} mark;

typedef ZW_ARRAY(mark) marks;

enum { FIGURE, AGENCY, MEASURE, CITATION, KINDS };

static const struct {
    const char *name, *label, *colour;
} kinds[KINDS] = {
    [FIGURE] = { "figure", "数", "\033[33;1m" },
    [AGENCY] = { "agency", "责", "\033[36m" },
    [MEASURE] = { "measure", "措", "\033[32m" },
    [CITATION] = { "citation", "引", "\033[35m" },
};

static bool add(marks *all, zw_arena *arena, const zw_fact_place *place, int kind, const char *what)
{
    mark *m = what ? zw_array_add(arena, all) : NULL;
    if (!m)
        return false;
    *m = (mark){ place->at, place->passage, kind, what, place->rule };
    return true;
}

static const char *or_dash(const char *text)
{
    return text ? text : "-";
}

static const char *figure_words(const zw_figure *f, zw_arena *arena)
{
    char year[24] = "-", value[64];
    if (f->year)
        snprintf(year, sizeof year, "%d", f->year);
    if (f->low < f->high || f->low > f->high)
        snprintf(value, sizeof value, "%.12g..%.12g", f->low, f->high);
    else
        snprintf(value, sizeof value, "%.12g", f->low);
    const char *force = zw_force_name(f->force);
    return zw_arena_printf(arena, "%s %s %s%s%s · %s · %s%s%s%s%s%s%s", or_dash(f->indicator),
                           zw_cmp_name(f->cmp), value, *f->unit ? " " : "", f->unit,
                           zw_figure_kind_name(f->kind), year, f->region ? " · " : "",
                           f->region ? f->region : "", force ? " · " : "", force ? force : "",
                           f->force_words ? " · " : "", f->force_words ? f->force_words : "");
}

static const char *measure_words(const zw_measure *m, zw_arena *arena)
{
    return zw_arena_printf(arena, "%s · %s%s%s%s%s", or_dash(m->verb), or_dash(m->item),
                           m->n_topics ? " · " : "", m->n_topics ? m->topics[0].name : "",
                           m->instrument.name ? " · " : "",
                           m->instrument.name ? m->instrument.name : "");
}

static int by_place(const void *a, const void *b)
{
    const mark *x = a, *y = b;
    if (x->at.start != y->at.start)
        return x->at.start < y->at.start ? -1 : 1;
    if (x->at.end != y->at.end)
        return x->at.end > y->at.end ? -1 : 1; /* the wider one first */
    return x->kind - y->kind;
}

/* All facts of a document in order of place. */
static bool collect(const zw_facts *facts, zw_arena *arena, marks *all)
{
    bool ok = true;
    for (size_t i = 0; ok && i < facts->figures.n; i++) {
        const zw_figure *f = &facts->figures.at[i];
        ok = add(all, arena, &f->place, FIGURE, figure_words(f, arena));
    }
    for (size_t i = 0; ok && i < facts->agencies.n; i++) {
        const zw_agency *a = &facts->agencies.at[i];
        ok = add(all, arena, &a->place, AGENCY,
                 zw_arena_printf(arena, "%s · %s · %s", a->canonical, zw_role_name(a->role),
                                 or_dash(a->deadline)));
    }
    for (size_t i = 0; ok && i < facts->measures.n; i++) {
        const zw_measure *m = &facts->measures.at[i];
        ok = add(all, arena, &m->place, MEASURE, measure_words(m, arena));
    }
    for (size_t i = 0; ok && i < facts->citations.n; i++) {
        const zw_citation *c = &facts->citations.at[i];
        ok = add(all, arena, &c->place, CITATION,
                 zw_arena_printf(arena, "%s %s%s", or_dash(c->title), or_dash(c->number),
                                 c->basis ? " · implements" : ""));
    }
    if (ok && all->n)
        qsort(all->at, all->n, sizeof *all->at, by_place);
    return ok;
}

/* Which kinds cover byte `at`, a bit each; *until gets where that changes next. */
static unsigned cover(const mark *m, size_t n, size_t at, size_t *until)
{
    unsigned bits = 0;
    for (size_t i = 0; i < n; i++) {
        if (m[i].at.start <= at && at < m[i].at.end)
            bits |= 1u << m[i].kind;
        if (m[i].at.start > at && m[i].at.start < *until)
            *until = m[i].at.start;
        if (m[i].at.end > at && m[i].at.end < *until)
            *until = m[i].at.end;
    }
    return bits;
}

/* The marks of one passage: they ascend, so they are one stretch of the list. */
static size_t marks_of(const marks *all, size_t passage, size_t *from)
{
    while (*from < all->n &&
           (all->at[*from].passage < passage || all->at[*from].passage == SIZE_MAX))
        ++*from;
    size_t n = 0;
    while (*from + n < all->n && all->at[*from + n].passage == passage)
        n++;
    return n;
}

/* A stretch of text under a set of kinds, as an output writes it. */
typedef void write_piece(zw_str text, unsigned bits, zw_buf *out);

static void write_text(zw_str text, zw_range r, const mark *m, size_t n, write_piece *piece,
                       zw_buf *out)
{
    for (size_t at = r.start, until; at < r.end; at = until) {
        until = r.end;
        unsigned bits = cover(m, n, at, &until);
        piece(zw_str_slice(text, (zw_range){ at, until }), bits, out);
    }
}

static void plain_piece(zw_str text, unsigned bits, zw_buf *out)
{
    (void)bits;
    zw_buf_str(out, text);
}

static void colour_piece(zw_str text, unsigned bits, zw_buf *out)
{
    for (int k = 0; k < KINDS; k++) {
        if (bits & 1u << k) {
            zw_buf_text(out, kinds[k].colour);
            zw_buf_str(out, text);
            zw_buf_text(out, "\033[0m");
            return;
        }
    }
    zw_buf_str(out, text);
}

static void write_field(const char *text, bool *first, zw_buf *out)
{
    if (text)
        zw_buf_printf(out, "%s%s", *first ? "" : " · ", text);
    *first &= !text;
}

/* Number, issuer, place and day below the title; a place that only the file's path tells says so.
 */
static void write_metadata(const zw_document *doc, const zw_region_path *region, zw_buf *out)
{
    bool first = true;
    write_field(doc->meta.number, &first, out);
    write_field(doc->meta.issuer, &first, out);
    for (size_t i = 0; i < region->n; i++) {
        if (i == 0)
            write_field(region->names[i], &first, out);
        else
            zw_buf_printf(out, "/%s", region->names[i]);
    }
    if (region->n && region->by_file)
        zw_buf_text(out, " (path)");
    write_field(doc->meta.date, &first, out);
    if (!first)
        zw_buf_char(out, '\n');
}

void zw_explain_text(const zw_document *doc, const zw_facts *facts, bool colour, zw_arena *arena,
                     zw_buf *out)
{
    marks all = { 0 };
    size_t from = 0;
    if (!collect(facts, arena, &all)) {
        out->failed = true;
        return;
    }
    zw_buf_printf(out, "# %s\n", doc->meta.title);
    write_metadata(doc, &facts->region, out);
    for (size_t p = 0; p < doc->passages.n; p++) {
        size_t n = marks_of(&all, p, &from);
        const mark *m = all.at + from;
        zw_buf_printf(out, "\n[%zu] ", p);
        write_text(doc->text, doc->passages.at[p].text, m, n, colour ? colour_piece : plain_piece,
                   out);
        zw_buf_char(out, '\n');
        for (size_t i = 0; i < n; i++) {
            zw_str text = zw_str_slice(doc->text, m[i].at);
            zw_buf_printf(out, "    %-8s %.*s  =>  %s  (%s)\n", kinds[m[i].kind].name, (int)text.n,
                          text.at, m[i].what, m[i].rule);
        }
    }
}

/* Without the tabs and line ends that would break a row. */
static void cell(zw_str text, char behind, zw_buf *out)
{
    for (size_t i = 0; i < text.n; i++) {
        bool breaks = text.at[i] == '\t' || text.at[i] == '\n' || text.at[i] == '\r';
        zw_buf_char(out, breaks ? ' ' : text.at[i]);
    }
    zw_buf_char(out, behind);
}

void zw_explain_table(const zw_document *doc, const zw_facts *facts, zw_arena *arena, zw_buf *out)
{
    marks all = { 0 };
    if (!collect(facts, arena, &all)) {
        out->failed = true;
        return;
    }
    for (size_t i = 0; i < all.n; i++) {
        const mark *m = &all.at[i];
        zw_span span = zw_document_span(doc, m->at);
        cell(zw_str_of(doc->meta.title), '\t', out);
        cell(zw_str_of(doc->part ? doc->part : ""), '\t', out);
        zw_buf_printf(out, "%s\t%zu\t%zu\t", kinds[m->kind].name, span.chr.start, span.chr.end);
        cell(zw_str_slice(doc->text, m->at), '\t', out);
        cell(zw_str_of(m->what), '\t', out);
        cell(zw_str_of(m->rule ? m->rule : "-"), '\n', out);
    }
}

static void html(zw_str text, zw_buf *out)
{
    for (size_t i = 0; i < text.n; i++) {
        switch (text.at[i]) {
        case '<':
            zw_buf_text(out, "&lt;");
            break;
        case '&':
            zw_buf_text(out, "&amp;");
            break;
        case '"':
            zw_buf_text(out, "&quot;");
            break;
        default:
            zw_buf_char(out, text.at[i]);
        }
    }
}

static void html_piece(zw_str text, unsigned bits, zw_buf *out)
{
    if (bits) {
        zw_buf_text(out, "<span class=\"");
        for (int k = 0; k < KINDS; k++) {
            if (bits & 1u << k)
                zw_buf_printf(out, "%s ", kinds[k].name);
        }
        zw_buf_text(out, "\">");
    }
    html(text, out);
    if (bits)
        zw_buf_text(out, "</span>");
}

static void html_fact(const zw_document *doc, const mark *m, zw_buf *out)
{
    zw_buf_printf(out, "<li class=\"%s\"><b>%s</b> <q>", kinds[m->kind].name, kinds[m->kind].label);
    html(zw_str_slice(doc->text, m->at), out);
    zw_buf_text(out, "</q> ");
    html(zw_str_of(m->what), out);
    zw_buf_text(out, " <code>");
    html(zw_str_of(m->rule ? m->rule : "-"), out);
    zw_buf_text(out, "</code></li>\n");
}

void zw_explain_html_begin(zw_str title, zw_buf *out)
{
    zw_buf_text(out, "<!DOCTYPE html>\n<html lang=\"zh\"><head><meta charset=\"utf-8\"><title>");
    html(title, out);
    zw_buf_text(out,
                "</title>\n<style>\n"
                "body { font: 16px/1.7 'Noto Serif CJK SC', 'Songti SC', serif; margin: 2em auto;"
                " max-width: 84em; color: #222; }\n"
                "section { display: grid; grid-template-columns: 3fr 2fr; gap: 2em;"
                " border-top: 1px solid #ddd; padding: .6em 0; }\n"
                "section p { margin: 0; white-space: pre-wrap; }\n"
                "ul { list-style: none; margin: 0; padding: 0;"
                " font: 13px/1.6 'Noto Sans CJK SC', sans-serif; }\n"
                "code { color: #888; }\n"
                ".measure { border-bottom: 2px solid #7a7; }\n"
                "span.figure { background: #ffe69a; }\n"
                "span.agency { background: #bfe3f2; }\n"
                "span.citation { background: #ecd3ee; }\n"
                "li.measure { border: 0; }\n"
                "</style></head><body>\n");
}

void zw_explain_html(const zw_document *doc, const zw_facts *facts, zw_arena *arena, zw_buf *out)
{
    marks all = { 0 };
    size_t from = 0;
    if (!collect(facts, arena, &all)) {
        out->failed = true;
        return;
    }
    zw_buf_text(out, "<h1>");
    html(zw_str_of(doc->meta.title), out);
    zw_buf_text(out, "</h1>\n");
    for (size_t p = 0; p < doc->passages.n; p++) {
        size_t n = marks_of(&all, p, &from);
        zw_buf_printf(out, "<section id=\"p%zu-%zu\"><p>", doc->part_index, p);
        write_text(doc->text, doc->passages.at[p].text, all.at + from, n, html_piece, out);
        zw_buf_text(out, "</p><ul>\n");
        for (size_t i = 0; i < n; i++)
            html_fact(doc, &all.at[from + i], out);
        zw_buf_text(out, "</ul></section>\n");
    }
}

void zw_explain_html_end(zw_buf *out)
{
    zw_buf_text(out, "</body></html>\n");
}
