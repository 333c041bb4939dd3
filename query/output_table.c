#include <stdio.h>

#include "query/output.h"

static void region_cell(const zw_region_path *path, zw_table *t)
{
    zw_buf buf = ZW_BUF_INIT;
    for (size_t i = 0; i < path->n; i++)
        zw_buf_printf(&buf, "%s%s", i ? "/" : "", path->names[i]);
    zw_table_str(t, zw_buf_view(&buf));
    t->to->failed |= zw_buf_failed(&buf);
    zw_buf_free(&buf);
}

static void headings_cell(const zw_passage_record *p, zw_table *t)
{
    zw_buf buf = ZW_BUF_INIT;
    for (size_t i = 0; i < p->n_headings; i++)
        zw_buf_printf(&buf, "%s%s", i ? " > " : "", p->headings[i]);
    zw_table_str(t, zw_buf_view(&buf));
    t->to->failed |= zw_buf_failed(&buf);
    zw_buf_free(&buf);
}

static void lacks_cell(const zw_hit *hit, zw_table *t)
{
    zw_buf buf = ZW_BUF_INIT;
    for (size_t i = 0; i < hit->lacks.n; i++) {
        zw_buf_text(&buf, i ? " " : "");
        zw_buf_str(&buf, hit->lacks.at[i]);
    }
    zw_table_str(t, zw_buf_view(&buf));
    t->to->failed |= zw_buf_failed(&buf);
    zw_buf_free(&buf);
}

static void span_cells(zw_span span, zw_table *t)
{
    zw_table_int(t, (long)span.chr.start);
    zw_table_int(t, (long)span.chr.end);
    zw_table_int(t, (long)span.byte.start);
    zw_table_int(t, (long)span.byte.end);
}

static void version_cells(const zw_version_place *place, zw_table *t)
{
    const zw_version_member *self = zw_version_self(place);
    bool related = self && self->of != place->at;
    zw_table_text(t, zw_relation_name(self ? self->relation : ZW_RELATION_ORIGINAL));
    zw_table_text(t, related ? place->group->at[self->of].id : NULL);
    zw_table_int(t, (long)zw_version_count(place));
}

static void hit_row(const zw_hit *hit, size_t rank, zw_table *t)
{
    const zw_doc_record *d = hit->document;
    const zw_passage_record *p = &hit->passage;
    zw_table_int(t, (long)rank);
    zw_table_text(t, p->id);
    zw_table_number(t, hit->score);
    zw_table_text(t, d->meta.title);
    zw_table_text(t, d->meta.number);
    zw_table_text(t, d->meta.issuer);
    region_cell(&d->region, t);
    zw_table_text(t, d->meta.date);
    headings_cell(p, t);
    zw_table_str(t, zw_str_trim(p->text));
    zw_table_str(t, p->quote);
    span_cells(p->source, t);
    zw_table_text(t, d->file);
    zw_table_text(t, d->sha256);
    lacks_cell(hit, t);
    version_cells(&hit->version, t);
    zw_table_end(t);
}

void zw_table_answer(const zw_answer *answer, zw_table *t)
{
    zw_table_header(t,
                    "rank id score title number issuer region date headings text quotation start "
                    "end start_byte end_byte file sha256 lacks relation version_of versions");
    for (size_t i = 0; i < answer->hits.n; i++)
        hit_row(&answer->hits.at[i], answer->first + i + 1, t);
}

static void figure_row(const zw_figure_row *r, zw_table *t)
{
    char change[2] = { r->change, '\0' };
    zw_table_text(t, r->place);
    zw_table_text(t, r->region);
    zw_table_text(t, r->indicator);
    zw_table_text(t, zw_cmp_name(r->cmp));
    zw_table_number(t, r->low);
    zw_table_number(t, r->high);
    zw_table_text(t, r->unit);
    zw_table_text(t, change);
    if (r->year)
        zw_table_int(t, r->year);
    else
        zw_table_text(t, "");
    zw_table_text(t, zw_figure_kind_name(r->kind));
    zw_table_text(t, r->text);
    zw_table_text(t, r->quotation);
    zw_table_text(t, r->title);
    zw_table_text(t, r->number);
    zw_table_text(t, r->date);
    zw_table_text(t, r->headings);
    zw_table_text(t, r->passage);
    span_cells(r->value, t);
    span_cells(r->sentence, t);
    zw_table_text(t, r->file);
    zw_table_text(t, r->sha256);
    zw_table_text(t, r->rule);
    zw_table_text(t, zw_force_name(r->force));
    zw_table_text(t, r->force_words);
    version_cells(&r->version, t);
    zw_table_end(t);
}

void zw_table_figures(const zw_figure_table *figures, zw_table *t)
{
    zw_table_header(t, "place region indicator cmp low high unit change year kind value quotation "
                       "title number date headings passage value_start value_end value_start_byte "
                       "value_end_byte start end start_byte end_byte file sha256 rule force "
                       "force_words relation version_of versions");
    for (size_t i = 0; i < figures->rows.n; i++)
        figure_row(&figures->rows.at[i], t);
}

void zw_table_facets(const zw_facets *facets, zw_table *t)
{
    char names[80];
    bool titles = facets->rows.n && facets->rows.at[0].title;
    snprintf(names, sizeof names, "%s documents passages%s%s", facets->by,
             facets->collapsed ? " texts" : "", titles ? " title" : "");
    zw_table_header(t, names);
    for (size_t i = 0; i < facets->rows.n; i++) {
        zw_table_text(t, facets->rows.at[i].value);
        zw_table_int(t, (long)facets->rows.at[i].documents);
        zw_table_int(t, (long)facets->rows.at[i].passages);
        if (facets->collapsed)
            zw_table_int(t, (long)facets->rows.at[i].texts);
        if (titles)
            zw_table_text(t, facets->rows.at[i].title);
        zw_table_end(t);
    }
}
