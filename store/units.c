#include "store/units.h"

#include <stdio.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "store/group.h"
#include "store/record.h"

typedef struct {
    zw_segmenter *segmenter;
    const zw_gazetteer *gazetteer;
    const zw_document *doc;
    const zw_facts *facts;
    const zw_unit_sink *sink;
    zw_unit_counts *counts;
    zw_err *err;
    zw_arena *keep;                         /* until the document is done */
    zw_arena *arena;                        /* until the passage is done */
    zw_terms title;                         /* written on every passage */
    zw_terms names;                         /* the document's issuers */
    zw_terms columns;                       /* what a manifest says beside: NAME:value */
    zw_terms implements, implements_number; /* titles and numbers of what it carries out */
    zw_buf record;                          /* one at a time */
    zw_date_key date;                       /* year "" when the document has no date */
    const char *path;                       /* regions parted by '/' */
} maker;

static const char *prefix_of(zw_field_id field)
{
    return zw_fields[field].prefix;
}

static void flag(zw_xdoc *x, zw_field_id field, const char *text)
{
    zw_xdoc_flag(x, prefix_of(field), zw_str_of(text));
}

/* ---- terms ---- */

static zw_status terms_of(maker *m, zw_field_id field, zw_str text, zw_terms *terms)
{
    return zw_field_terms(&zw_fields[field], m->segmenter, ZW_SEG_DOCUMENT, text, m->arena, terms,
                          m->err);
}

static void flag_all(zw_xdoc *x, zw_field_id field, const zw_terms *terms)
{
    for (size_t i = 0; i < terms->n; i++)
        zw_xdoc_flag(x, prefix_of(field), terms->at[i].text);
}

static void weigh_all(zw_xdoc *x, zw_field_id field, const zw_terms *terms)
{
    for (size_t i = 0; i < terms->n; i++)
        zw_xdoc_term(x, prefix_of(field), terms->at[i].text, 1);
}

/* A text's terms as boolean terms of a field; NULL is no text. */
static zw_status flag_text(maker *m, zw_xdoc *x, zw_field_id field, const char *text)
{
    zw_terms terms = { 0 };
    if (!text || !*text)
        return ZW_OK;
    zw_status s = terms_of(m, field, zw_str_of(text), &terms);
    if (s == ZW_OK)
        flag_all(x, field, &terms);
    return s;
}

/* ---- what every unit of a document has ---- */

static void identify(maker *m, zw_xdoc *x, const char *type, const char *id)
{
    flag(x, ZW_F_TYPE, type);
    flag(x, ZW_F_ID, id);
    flag(x, ZW_F_DOCUMENT, m->doc->id);
}

static void date_unit(maker *m, zw_xdoc *x)
{
    if (!m->date.year[0])
        return;
    flag(x, ZW_F_YEAR, m->date.year);
    zw_xdoc_value(x, ZW_SLOT_DATE, zw_str_of(m->date.day));
}

static zw_status place_unit(maker *m, zw_xdoc *x)
{
    zw_status s = ZW_OK;
    const zw_region_path *r = &m->facts->region;
    for (size_t i = 0; s == ZW_OK && i < r->n; i++)
        s = flag_text(m, x, ZW_F_REGION, r->names[i]);
    return s;
}

/* The document's filters: what may stand in a query beside words, for units of every type. */
static zw_status filter_unit(maker *m, zw_xdoc *x)
{
    const zw_metadata *meta = &m->doc->meta;
    date_unit(m, x);
    flag_all(x, ZW_F_ISSUER, &m->names);
    flag_all(x, ZW_F_X, &m->columns);
    zw_status s = place_unit(m, x);
    if (s == ZW_OK)
        s = flag_text(m, x, ZW_F_GENRE, meta->genre);
    if (s == ZW_OK)
        s = flag_text(m, x, ZW_F_NUMBER, meta->number);
    if (s == ZW_OK)
        s = flag_text(m, x, ZW_F_VALIDITY, meta->validity);
    return s;
}

/* What documents and passages are counted by; of figures nobody asks that. */
static void count_unit(maker *m, zw_xdoc *x)
{
    const zw_metadata *meta = &m->doc->meta;
    zw_xdoc_value(x, ZW_SLOT_DOCUMENT, zw_str_of(m->doc->id));
    if (m->path)
        zw_xdoc_value(x, ZW_SLOT_REGION, zw_str_of(m->path));
    if (meta->issuer)
        zw_xdoc_value(x, ZW_SLOT_ISSUER, zw_str_of(meta->issuer));
    if (meta->genre)
        zw_xdoc_value(x, ZW_SLOT_GENRE, zw_str_of(meta->genre));
}

/* ---- facts as terms ---- */

static zw_status agency_terms(maker *m, zw_xdoc *x, const zw_facts *facts)
{
    static const zw_field_id fields[] = { [ZW_ROLE_LEAD] = ZW_F_LEAD,
                                          [ZW_ROLE_SUPPORT] = ZW_F_SUPPORT,
                                          [ZW_ROLE_RESPONSIBLE] = ZW_F_RESPONSIBLE,
                                          [ZW_ROLE_IMPLEMENT] = ZW_F_IMPLEMENT };
    for (size_t i = 0; i < facts->agencies.n; i++) {
        const zw_agency *a = &facts->agencies.at[i];
        zw_terms names = { 0 };
        zw_status s = terms_of(m, ZW_F_AGENCY, zw_str_of(a->canonical), &names);
        if (s != ZW_OK)
            return s;
        flag_all(x, ZW_F_AGENCY, &names);
        flag_all(x, fields[a->role], &names);
        flag(x, ZW_F_ROLE, zw_role_name(a->role));
    }
    return ZW_OK;
}

static zw_status label_terms(maker *m, zw_xdoc *x, zw_field_id field, const zw_label *l)
{
    const char *const names[] = { l->name, l->english, l->side, l->side_en };
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < sizeof names / sizeof *names; i++)
        s = flag_text(m, x, field, names[i]);
    return s;
}

/* What a measure says beside its verb stands in the passage, and is asked for there. */
static zw_status measure_terms(maker *m, zw_xdoc *x, const zw_facts *facts)
{
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < facts->measures.n; i++) {
        const zw_measure *f = &facts->measures.at[i];
        s = flag_text(m, x, ZW_F_VERB, f->verb);
        for (size_t k = 0; s == ZW_OK && k < f->n_topics; k++)
            s = label_terms(m, x, ZW_F_TOPIC, &f->topics[k]);
        if (s == ZW_OK && f->instrument.name)
            s = label_terms(m, x, ZW_F_INSTRUMENT, &f->instrument);
    }
    return s;
}

static zw_status citation_terms(maker *m, zw_xdoc *x, const zw_facts *facts)
{
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < facts->citations.n; i++) {
        s = flag_text(m, x, ZW_F_CITES, facts->citations.at[i].title);
        if (s == ZW_OK)
            s = flag_text(m, x, ZW_F_CITES_NUMBER, facts->citations.at[i].number);
    }
    return s;
}

/* ---- units ---- */

/* Puts the record into the unit and hands the unit on, or gives it up. */
static zw_status deliver(maker *m, zw_xdoc *x, zw_status made)
{
    if (made == ZW_OK) {
        zw_xdoc_data(x, zw_buf_view(&m->record));
        made = zw_xdoc_status(x, m->err);
    }
    zw_buf_clear(&m->record);
    if (made == ZW_OK)
        return m->sink->take(m->sink->to, x, m->err);
    zw_xdoc_free(x);
    return made;
}

/* By this a passage finds its figures, and they find it; one without figures needs it not. */
static void belong(zw_xdoc *x, const zw_passage_record *p)
{
    flag(x, ZW_F_PASSAGE, p->id);
    zw_xdoc_value(x, ZW_SLOT_PASSAGE, zw_str_of(p->id));
}

static zw_status figure_region(maker *m, zw_xdoc *x, const zw_figure *f)
{
    zw_region_path path;
    if (!f->region)
        return ZW_OK;
    if (!zw_gazetteer_path(m->gazetteer, zw_str_of(f->region), f->year, m->arena, &path))
        return flag_text(m, x, ZW_F_REGION, f->region);
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < path.n; i++)
        s = flag_text(m, x, ZW_F_REGION, path.names[i]);
    return s;
}

static zw_status figure_values(maker *m, zw_xdoc *x, const zw_figure *f)
{
    flag(x, ZW_F_KIND, zw_figure_kind_name(f->kind));
    flag(x, ZW_F_CMP, zw_cmp_name(f->cmp));
    if (f->force != ZW_FORCE_NONE)
        flag(x, ZW_F_FORCE, zw_force_name(f->force));
    zw_xdoc_number(x, ZW_SLOT_LOW, f->low);
    zw_xdoc_number(x, ZW_SLOT_HIGH, f->high);
    if (f->year > 0 && f->year < 10000) {
        char year[8];
        snprintf(year, sizeof year, "%04d", f->year);
        flag(x, ZW_F_FOR, year);
        zw_xdoc_value(x, ZW_SLOT_FOR, zw_str_of(year));
    }
    zw_status s = flag_text(m, x, ZW_F_UNIT, f->unit);
    if (s == ZW_OK)
        s = figure_region(m, x, f);
    if (s == ZW_OK)
        s = flag_text(m, x, ZW_F_INDICATOR, f->indicator);
    return s == ZW_OK ? flag_text(m, x, ZW_F_INDICATOR_IS, f->indicator) : s;
}

static zw_status figure_unit(maker *m, const zw_passage_record *p, size_t figure)
{
    zw_figure_record record = { p->id, figure };
    const char *id = zw_arena_printf(m->arena, "%s:%zu", p->id, figure);
    zw_xdoc *x = id ? zw_xdoc_new() : NULL;
    if (!x)
        return zw_err_nomem(m->err);
    identify(m, x, ZW_TYPE_FIGURE, id);
    belong(x, p);
    m->counts->figures++;
    zw_status s = filter_unit(m, x);
    if (s == ZW_OK)
        s = figure_values(m, x, &p->facts.figures.at[figure]);
    if (s == ZW_OK)
        s = zw_figure_record_write(&record, &m->record, m->err);
    return deliver(m, x, s);
}

static zw_status passage_facts(maker *m, zw_xdoc *x, const zw_passage_record *p)
{
    zw_status s = agency_terms(m, x, &p->facts);
    if (s == ZW_OK)
        s = measure_terms(m, x, &p->facts);
    if (s == ZW_OK)
        s = citation_terms(m, x, &p->facts);
    for (size_t i = 0; s == ZW_OK && i < p->facts.figures.n; i++)
        s = flag_text(m, x, ZW_F_INDICATOR, p->facts.figures.at[i].indicator);
    return s;
}

/* Words of headings and title weigh, as a query's field weights say; hence they have counts. */
static zw_status heading_terms(maker *m, zw_xdoc *x, const zw_passage_record *p)
{
    zw_terms terms = { 0 };
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < p->n_headings; i++)
        s = terms_of(m, ZW_F_HEADING, zw_str_of(p->headings[i]), &terms);
    weigh_all(x, ZW_F_HEADING, &terms);
    return s;
}

static zw_status passage_terms(maker *m, zw_xdoc *x, const zw_passage_record *p)
{
    zw_terms body = { 0 };
    zw_status s = terms_of(m, ZW_F_BODY, p->text, &body);
    weigh_all(x, ZW_F_BODY, &body);
    weigh_all(x, ZW_F_TITLE, &m->title);
    if (s == ZW_OK)
        s = heading_terms(m, x, p);
    if (s == ZW_OK)
        s = filter_unit(m, x);
    return s == ZW_OK ? passage_facts(m, x, p) : s;
}

static zw_status passage_unit(maker *m, const zw_passage_record *p)
{
    zw_xdoc *x = zw_xdoc_new();
    if (!x)
        return zw_err_nomem(m->err);
    identify(m, x, ZW_TYPE_PASSAGE, p->id);
    count_unit(m, x);
    if (p->facts.figures.n) {
        belong(x, p);
        flag(x, ZW_F_HAS, ZW_HAS_FIGURE);
    }
    m->counts->passages++;
    zw_status s = passage_terms(m, x, p);
    if (s == ZW_OK)
        s = zw_passage_record_write(p, &m->record, m->err);
    s = deliver(m, x, s);
    for (size_t i = 0; s == ZW_OK && i < p->facts.figures.n; i++)
        s = figure_unit(m, p, i);
    return s;
}

static zw_status passage_units(maker *m)
{
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < m->doc->passages.n; i++) {
        zw_passage_record passage;
        zw_arena_reset(m->arena);
        s = zw_passage_record_of(m->doc, m->facts, i, m->arena, &passage, m->err);
        if (s == ZW_OK)
            s = passage_unit(m, &passage);
    }
    return s;
}

/* ---- a document ---- */

/* By these the other versions of its text find it. */
static zw_status like_terms(maker *m, zw_xdoc *x)
{
    const char *terms[ZW_LIKE_MAX];
    size_t n = 0;
    zw_status s = zw_like_terms(&m->facts->version, m->doc->meta.number, m->arena, terms, &n,
                                m->err);
    for (size_t i = 0; s == ZW_OK && i < n; i++)
        flag(x, ZW_F_LIKE, terms[i]);
    return s;
}

static zw_status document_unit(maker *m)
{
    zw_doc_record record;
    zw_xdoc *x = zw_xdoc_new();
    if (!x)
        return zw_err_nomem(m->err);
    identify(m, x, ZW_TYPE_DOCUMENT, m->doc->id);
    count_unit(m, x);
    flag_all(x, ZW_F_TITLE, &m->title);
    flag_all(x, ZW_F_IMPLEMENTS, &m->implements);
    flag_all(x, ZW_F_IMPLEMENTS_NUMBER, &m->implements_number);
    zw_status s = filter_unit(m, x);
    if (s == ZW_OK)
        s = citation_terms(m, x, m->facts);
    if (s == ZW_OK)
        s = like_terms(m, x);
    if (s == ZW_OK)
        s = zw_doc_record_of(m->doc, m->facts, m->arena, &record, m->err);
    if (s == ZW_OK)
        s = zw_doc_record_write(&record, &m->record, m->err);
    return deliver(m, x, s);
}

static bool join_path(maker *m)
{
    const zw_region_path *r = &m->facts->region;
    for (size_t i = 0; i < r->n; i++) {
        m->path = i ? zw_arena_printf(m->keep, "%s/%s", m->path, r->names[i]) : r->names[0];
        if (!m->path)
            return false;
    }
    return true;
}

static zw_status keep_terms(maker *m, zw_field_id field, const char *text, zw_terms *terms)
{
    return text && *text ? zw_field_terms(&zw_fields[field], m->segmenter, ZW_SEG_DOCUMENT,
                                          zw_str_of(text), m->keep, terms, m->err)
                         : ZW_OK;
}

/* What a document carries out holds for all of it, wherever it says so. */
static zw_status prepare_basis(maker *m)
{
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < m->facts->citations.n; i++) {
        const zw_citation *c = &m->facts->citations.at[i];
        if (!c->basis)
            continue;
        s = keep_terms(m, ZW_F_IMPLEMENTS, c->title, &m->implements);
        if (s == ZW_OK)
            s = keep_terms(m, ZW_F_IMPLEMENTS_NUMBER, c->number, &m->implements_number);
    }
    return s;
}

/* The manifest's topic is asked for as its other columns are: the field topic is of measures. */
static zw_status prepare_columns(maker *m)
{
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < m->doc->given.n; i++) {
        const zw_given *g = &m->doc->given.at[i];
        const char *name = strncmp(g->name, "x:", 2) == 0  ? g->name + 2
                           : strcmp(g->name, "topic") == 0 ? g->name
                                                           : NULL;
        if (!name)
            continue;
        const char *text = zw_arena_printf(m->keep, "%s:%s", name, g->value);
        s = text ? keep_terms(m, ZW_F_X, text, &m->columns) : zw_err_nomem(m->err);
    }
    return s;
}

/* What is the same for every unit of the document. */
static zw_status prepare(maker *m)
{
    const zw_metadata *meta = &m->doc->meta;
    if (!m->keep || !m->arena || !join_path(m))
        return zw_err_nomem(m->err);
    if (meta->date)
        zw_date_key_of(zw_str_of(meta->date), &m->date);
    zw_status s = keep_terms(m, ZW_F_TITLE, meta->title, &m->title);
    if (s == ZW_OK)
        s = keep_terms(m, ZW_F_ISSUER, meta->issuer, &m->names);
    if (s == ZW_OK)
        s = prepare_columns(m);
    return s == ZW_OK ? prepare_basis(m) : s;
}

zw_status zw_units_make(zw_segmenter *segmenter, const zw_gazetteer *gazetteer,
                        const zw_document *doc, const zw_facts *facts, const zw_unit_sink *sink,
                        zw_unit_counts *counts, zw_err *err)
{
    *counts = (zw_unit_counts){ 0, 0 };
    maker m = { .segmenter = segmenter,
                .gazetteer = gazetteer,
                .doc = doc,
                .facts = facts,
                .sink = sink,
                .counts = counts,
                .err = err,
                .keep = zw_arena_new(),
                .arena = zw_arena_new() };
    zw_status s = prepare(&m);
    if (s == ZW_OK)
        s = passage_units(&m);
    if (s == ZW_OK)
        s = document_unit(&m);
    zw_buf_free(&m.record);
    zw_arena_free(m.arena);
    zw_arena_free(m.keep);
    return s;
}
