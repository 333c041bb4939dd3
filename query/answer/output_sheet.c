/* Hits, figures and counts as rows of a sheet. */
#include <stdio.h>

#include "query/answer/output.h"
#include "query/plan/columns.h"

#define MOST_CELLS 40

/* The cells of a row as they are made, with what they point to. */
typedef struct {
    zw_arena *arena;
    zw_cell at[MOST_CELLS];
    size_t n;
} cells;

static void put(cells *c, zw_cell cell)
{
    if (c->n < MOST_CELLS)
        c->at[c->n++] = cell;
}

static void put_text(cells *c, const char *text)
{
    put(c, zw_cell_text(text));
}

static void put_span(cells *c, zw_span span)
{
    put(c, zw_cell_count(span.chr.start));
    put(c, zw_cell_count(span.chr.end));
    put(c, zw_cell_count(span.byte.start));
    put(c, zw_cell_count(span.byte.end));
}

/* What the document is to others of its text, to which of them, and how many they are. */
static void put_version(cells *c, const zw_version_place *place)
{
    const zw_version_member *self = zw_version_self(place);
    bool related = self && self->of != place->at;
    put_text(c, zw_relation_name(self ? self->relation : ZW_RELATION_ORIGINAL));
    put_text(c, related ? place->group->at[self->of].id : NULL);
    put(c, zw_cell_count(zw_version_count(place)));
}

/* "" where nothing is told; NULL when memory is out. */
static const char *joined(zw_arena *arena, const char *const *parts, size_t n, const char *between)
{
    const char *text = n ? parts[0] : "";
    for (size_t i = 1; text && i < n; i++)
        text = zw_arena_printf(arena, "%s%s%s", text, between, parts[i]);
    return text;
}

/* --- hits ----------------------------------------------------------------------------------- */

static const zw_column hit_columns[] = {
    { "rank", ZW_COLUMN_COUNT },      { "id", ZW_COLUMN_ID },
    { "score", ZW_COLUMN_NUMBER },    { "title", ZW_COLUMN_TEXT },
    { "number", ZW_COLUMN_TEXT },     { "issuer", ZW_COLUMN_TEXT },
    { "region", ZW_COLUMN_TEXT },     { "date", ZW_COLUMN_TEXT },
    { "headings", ZW_COLUMN_TEXT },   { "text", ZW_COLUMN_QUOTE },
    { "quotation", ZW_COLUMN_QUOTE }, { "start", ZW_COLUMN_COUNT },
    { "end", ZW_COLUMN_COUNT },       { "start_byte", ZW_COLUMN_COUNT },
    { "end_byte", ZW_COLUMN_COUNT },  { "file", ZW_COLUMN_TEXT },
    { "sha256", ZW_COLUMN_ID },       { "lacks", ZW_COLUMN_LIST },
    { "url", ZW_COLUMN_TEXT },        { "x", ZW_COLUMN_TEXT },
    { "relation", ZW_COLUMN_CODE },   { "version_of", ZW_COLUMN_ID },
    { "versions", ZW_COLUMN_COUNT },
};

const zw_sheet_form zw_hits_form = { "hits", hit_columns,
                                     sizeof hit_columns / sizeof *hit_columns };

zw_status zw_sheet_hit(zw_sheet *sheet, const zw_hit *hit, size_t rank, zw_arena *scratch,
                       zw_err *err)
{
    const zw_doc_record *d = hit->document;
    const zw_passage_record *p = &hit->passage;
    cells c = { .arena = scratch };
    const char *region = joined(scratch, d->region.names, d->region.n, "/");
    const char *headings = joined(scratch, p->headings, p->n_headings, " > ");
    const char *told = zw_columns_told(&d->given, scratch);
    if (!region || !headings || !told)
        return zw_err_nomem(err);
    put(&c, zw_cell_count(rank));
    put_text(&c, p->id);
    put(&c, zw_cell_number(hit->score));
    put_text(&c, d->meta.title);
    put_text(&c, d->meta.number);
    put_text(&c, d->meta.issuer);
    put_text(&c, region);
    put_text(&c, d->meta.date);
    put_text(&c, headings);
    put(&c, zw_cell_str(zw_str_trim(p->text)));
    put(&c, zw_cell_str(p->quote));
    put_span(&c, p->source);
    put_text(&c, d->file);
    put_text(&c, d->sha256);
    put(&c, zw_cell_list(hit->lacks.at, hit->lacks.n));
    put_text(&c, zw_given_value(&d->given, "url"));
    put_text(&c, *told ? told : NULL);
    put_version(&c, &hit->version);
    return zw_sheet_row(sheet, c.at, err);
}

/* --- figures -------------------------------------------------------------------------------- */

static const zw_column figure_columns[] = {
    { "place", ZW_COLUMN_TEXT },
    { "region", ZW_COLUMN_TEXT },
    { "indicator", ZW_COLUMN_TEXT },
    { "cmp", ZW_COLUMN_CODE },
    { "low", ZW_COLUMN_NUMBER },
    { "high", ZW_COLUMN_NUMBER },
    { "unit", ZW_COLUMN_TEXT },
    { "change", ZW_COLUMN_CODE },
    { "year", ZW_COLUMN_COUNT },
    { "kind", ZW_COLUMN_CODE },
    { "value", ZW_COLUMN_TEXT },
    { "quotation", ZW_COLUMN_QUOTE },
    { "title", ZW_COLUMN_TEXT },
    { "number", ZW_COLUMN_TEXT },
    { "date", ZW_COLUMN_TEXT },
    { "headings", ZW_COLUMN_TEXT },
    { "passage", ZW_COLUMN_ID },
    { "value_start", ZW_COLUMN_COUNT },
    { "value_end", ZW_COLUMN_COUNT },
    { "value_start_byte", ZW_COLUMN_COUNT },
    { "value_end_byte", ZW_COLUMN_COUNT },
    { "start", ZW_COLUMN_COUNT },
    { "end", ZW_COLUMN_COUNT },
    { "start_byte", ZW_COLUMN_COUNT },
    { "end_byte", ZW_COLUMN_COUNT },
    { "file", ZW_COLUMN_TEXT },
    { "sha256", ZW_COLUMN_ID },
    { "rule", ZW_COLUMN_TEXT },
    { "force", ZW_COLUMN_CODE },
    { "force_words", ZW_COLUMN_TEXT },
    { "url", ZW_COLUMN_TEXT },
    { "x", ZW_COLUMN_TEXT },
    { "relation", ZW_COLUMN_CODE },
    { "version_of", ZW_COLUMN_ID },
    { "versions", ZW_COLUMN_COUNT },
};

const zw_sheet_form zw_figures_form = { "figures", figure_columns,
                                        sizeof figure_columns / sizeof *figure_columns };

zw_status zw_sheet_figure(zw_sheet *sheet, const zw_figure_row *r, zw_err *err)
{
    const char change[2] = { r->change, '\0' };
    cells c = { .n = 0 };
    put_text(&c, r->place);
    put_text(&c, r->region);
    put_text(&c, r->indicator);
    put_text(&c, zw_cmp_name(r->cmp));
    put(&c, zw_cell_number(r->low));
    put(&c, zw_cell_number(r->high));
    put_text(&c, r->unit);
    put_text(&c, *change ? change : NULL);
    put(&c, zw_cell_year(r->year));
    put_text(&c, zw_figure_kind_name(r->kind));
    put_text(&c, r->text);
    put_text(&c, r->quotation);
    put_text(&c, r->title);
    put_text(&c, r->number);
    put_text(&c, r->date);
    put_text(&c, r->headings);
    put_text(&c, r->passage);
    put_span(&c, r->value);
    put_span(&c, r->sentence);
    put_text(&c, r->file);
    put_text(&c, r->sha256);
    put_text(&c, r->rule);
    put_text(&c, zw_force_name(r->force));
    put_text(&c, r->force_words);
    put_text(&c, r->url);
    put_text(&c, r->told && *r->told ? r->told : NULL);
    put_version(&c, &r->version);
    return zw_sheet_row(sheet, c.at, err);
}

/* --- counts --------------------------------------------------------------------------------- */

/* What is counted by is the name of the first column; texts are told when versions count as one,
 * the title of a document stands behind. */
void zw_facets_form(const zw_facets *facets, zw_facets_columns *form)
{
    zw_column_kind kind = strcmp(facets->by, "document") == 0 ? ZW_COLUMN_ID : ZW_COLUMN_CODE;
    *form = (zw_facets_columns){ .columns = { { facets->by, kind },
                                              { "documents", ZW_COLUMN_COUNT },
                                              { "passages", ZW_COLUMN_COUNT } } };
    size_t n = 3;
    if (facets->collapsed)
        form->columns[n++] = (zw_column){ "texts", ZW_COLUMN_COUNT };
    if (facets->rows.n && facets->rows.at[0].title)
        form->columns[n++] = (zw_column){ "title", ZW_COLUMN_TEXT };
    form->form = (zw_sheet_form){ "facets", form->columns, n };
}

zw_status zw_sheet_facets(zw_sheet *sheet, const zw_facets *facets, zw_err *err)
{
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < facets->rows.n; i++) {
        const zw_facet *f = &facets->rows.at[i];
        cells c = { .n = 0 };
        put_text(&c, *f->value ? f->value : NULL);
        put(&c, zw_cell_count(f->documents));
        put(&c, zw_cell_count(f->passages));
        if (facets->collapsed)
            put(&c, zw_cell_count(f->texts));
        put_text(&c, f->title);
        s = zw_sheet_row(sheet, c.at, err);
    }
    return s;
}
