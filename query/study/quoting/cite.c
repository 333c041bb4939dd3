#include "query/study/quoting/cite.h"

#include <stdio.h>

#include "query/study/quoting/cite_form.h"

/* --- what is cited ---------------------------------------------------------------------------- */

/* Joint issuers are parted by a blank. */
static zw_status split_issuers(const char *issuer, zw_arena *arena, zw_names *out, zw_err *err)
{
    for (const char *at = issuer ? issuer : ""; *at;) {
        size_t n = strcspn(at, " ");
        if (n > 0) {
            const char **name = zw_array_add(arena, out);
            if (!name || !(*name = zw_arena_copy(arena, at, n)))
                return zw_err_nomem(err);
        }
        at += n + (at[n] == ' ');
    }
    return ZW_OK;
}

static const char *headings_of(const zw_passage_record *p, zw_arena *arena)
{
    zw_buf buf = ZW_BUF_INIT;
    for (size_t i = 0; i < p->n_headings; i++)
        zw_buf_printf(&buf, "%s%s", i ? " " : "", p->headings[i]);
    const char *text = zw_buf_failed(&buf) || buf.n == 0 ? NULL
                                                         : zw_arena_copy(arena, buf.at, buf.n);
    zw_buf_free(&buf);
    return text;
}

static const char *key_of(const zw_doc_record *d, const zw_passage_record *p, zw_arena *arena)
{
    return p ? zw_arena_printf(arena, "zw%.12s-%zu", d->id, p->index)
             : zw_arena_printf(arena, "zw%.12s", d->id);
}

zw_status zw_reference_of(const zw_doc_record *document, const zw_passage_record *passage,
                          const char *quotation, const char *link, const char *accessed,
                          zw_arena *arena, zw_reference *reference, zw_err *err)
{
    const zw_metadata *m = &document->meta;
    *reference = (zw_reference){
        .key = key_of(document, passage, arena),
        .title = m->title,
        .number = m->number,
        .date = m->published ? m->published : m->date,
        .url = zw_given_value(&document->given, "url"),
        .accessed = accessed,
        .place = passage ? headings_of(passage, arena) : NULL,
        .quotation = quotation,
        .link = link ? link : document->id,
        .law = m->issuer && strstr(m->issuer, "人民代表大会"),
    };
    zw_status s = split_issuers(m->issuer, arena, &reference->issuers, err);
    return s == ZW_OK && !reference->key ? zw_err_nomem(err) : s;
}

/* --- shared by the forms ---------------------------------------------------------------------- */

void zw_cite_line(zw_buf *to, const char *text)
{
    for (; *text; text++)
        zw_buf_char(to, (unsigned char)*text < ' ' || *text == 0x7F ? ' ' : *text);
}

size_t zw_cite_date(const char *date, int parts[3])
{
    int used = date ? sscanf(date, "%4d-%2d-%2d", &parts[0], &parts[1], &parts[2]) : 0;
    return used > 0 ? (size_t)used : 0;
}

/* --- GB/T 7714 -------------------------------------------------------------------------------- */

/* The marks of an edition of the standard. */
typedef struct {
    const char *comma, *colon, *open, *close, *others;
    const char *kind; /* of a document without an address */
} gbt_form;

static void gbt(const zw_reference *r, const gbt_form *f, zw_buf *to)
{
    for (size_t i = 0; i < r->issuers.n && i < 3; i++) {
        zw_buf_text(to, i ? f->comma : "");
        zw_cite_line(to, r->issuers.at[i]);
    }
    if (r->issuers.n > 3)
        zw_buf_printf(to, "%s%s", f->comma, f->others);
    zw_buf_text(to, r->issuers.n ? ". " : "");
    zw_cite_line(to, r->title);
    if (r->number)
        zw_buf_text(to, f->colon);
    zw_cite_line(to, r->number ? r->number : "");
    zw_buf_printf(to, "[%s]. ", r->url ? "EB/OL" : f->kind);
    if (r->url) {
        zw_cite_line(to, r->place ? r->place : "");
        if (r->date)
            zw_buf_printf(to, "%s%s%s", f->open, r->date, f->close);
        zw_buf_printf(to, "[%s]. ", r->accessed);
        zw_cite_line(to, r->url);
        zw_buf_char(to, '.');
    } else if (r->date || r->place) {
        zw_buf_printf(to, "%s%s", r->date ? r->date : "", r->date && r->place ? f->colon : "");
        zw_cite_line(to, r->place ? r->place : "");
        zw_buf_char(to, '.');
    } else {
        to->n--; /* the blank behind the kind */
        to->at[to->n] = '\0';
    }
    zw_buf_char(to, '\n');
    if (r->quotation) {
        zw_buf_text(to, "    “");
        zw_cite_line(to, r->quotation);
        zw_buf_printf(to, "”（%s）\n", r->link);
    }
}

static void gbt_2015(const zw_reference *r, zw_buf *to)
{
    static const gbt_form form = { ", ", ": ", "(", ")", "等", "Z" };
    gbt(r, &form, to);
}

static void gbt_2025(const zw_reference *r, zw_buf *to)
{
    static const gbt_form form = { "，", "：", "（", "）", "等", "A" };
    gbt(r, &form, to);
}

/* --- styles ----------------------------------------------------------------------------------- */

const zw_cite_style zw_cite_styles[] = {
    { "gbt7714-2025", gbt_2025, "", "", "" },           { "gbt7714-2015", gbt_2015, "", "", "" },
    { "bibtex", zw_cite_bibtex, "", "\n", "" },         { "ris", zw_cite_ris, "", "\r\n", "" },
    { "csl-json", zw_cite_csl, "[\n", ",\n", "\n]\n" }, { NULL, NULL, NULL, NULL, NULL },
};

const zw_cite_style *zw_cite_style_find(const char *name)
{
    for (const zw_cite_style *s = zw_cite_styles; s->name; s++) {
        if (strcmp(s->name, name) == 0)
            return s;
    }
    return NULL;
}
