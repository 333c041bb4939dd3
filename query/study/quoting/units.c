#include "query/study/quoting/units.h"

#include <stdio.h>

#include "query/study/wording/sentence.h"

typedef struct {
    zw_session *session;
    zw_units_by by;
    zw_arena *arena, *scratch;
    zw_unit_fn fn;
    void *context;
    const zw_doc_record *document; /* of the last item */
    size_t next;                   /* the first passage behind it */
    zw_err *err;
} cutter;

static zw_status hand_out(cutter *c, const char *id, const zw_doc_record *d, const zw_window *w,
                          zw_range at)
{
    zw_study_unit unit = { id, d, w, at, zw_window_span(w, at) };
    return id ? c->fn(c->context, &unit, c->err) : zw_err_nomem(c->err);
}

/* --- sentences -------------------------------------------------------------------------------- */

static zw_status cut_sentences(cutter *c, const zw_passage_record *p, const zw_doc_record *d)
{
    zw_window w;
    size_t at = p->body, n = 0;
    zw_range sentence;
    zw_status s = zw_window_of(p, c->scratch, &w, c->err);
    if (s == ZW_OK && p->table_row)
        return hand_out(c, zw_arena_printf(c->scratch, "%s:0", p->id), d, &w,
                        (zw_range){ at, p->text.n });
    while (s == ZW_OK && zw_sentence_next(p->text, &at, &sentence))
        s = hand_out(c, zw_arena_printf(c->scratch, "%s:%zu", p->id, n++), d, &w, sentence);
    return s;
}

/* --- items ------------------------------------------------------------------------------------ */

static bool same_headings(const zw_passage_record *a, const zw_passage_record *b)
{
    bool same = a->n_headings == b->n_headings;
    for (size_t i = 0; same && i < a->n_headings; i++)
        same = strcmp(a->headings[i], b->headings[i]) == 0;
    return same;
}

static zw_status neighbour(cutter *c, const zw_passage_record *p, size_t n, zw_passage_record *out,
                           bool *of_item)
{
    const char *id = zw_arena_printf(c->scratch, "%s:%zu", p->doc_id, n);
    if (!id)
        return zw_err_nomem(c->err);
    zw_status s = zw_index_passage(c->session->index, zw_str_of(id), c->scratch, out, c->err);
    *of_item = s == ZW_OK && same_headings(p, out);
    return s;
}

/* The passages of p's item: first .. end - 1. */
static zw_status item_range(cutter *c, const zw_passage_record *p, const zw_doc_record *d,
                            zw_range *item)
{
    zw_status s = ZW_OK;
    bool more = true;
    *item = (zw_range){ p->index, p->index + 1 };
    while (s == ZW_OK && more && item->start > 0) {
        zw_passage_record other;
        s = neighbour(c, p, item->start - 1, &other, &more);
        item->start -= s == ZW_OK && more;
    }
    for (more = true; s == ZW_OK && more && item->end < d->passages;) {
        zw_passage_record other;
        s = neighbour(c, p, item->end, &other, &more);
        item->end += s == ZW_OK && more;
    }
    return s;
}

static zw_status cut_item(cutter *c, const zw_passage_record *p, const zw_doc_record *d)
{
    zw_window w;
    zw_range item;
    if (d == c->document && p->index < c->next)
        return ZW_OK;
    zw_status s = item_range(c, p, d, &item);
    if (s == ZW_OK)
        s = zw_window_range(c->session, d->id, item.start, item.end, c->scratch, &w, c->err);
    if (s != ZW_OK)
        return s;
    c->document = d;
    c->next = item.end;
    return hand_out(c, w.pieces.at[0].record.id, d, &w, (zw_range){ 0, w.text.n });
}

static zw_status cut(void *context, const zw_passage_record *p, const zw_doc_record *d, zw_err *err)
{
    cutter *c = context;
    zw_window w;
    (void)err; /* is the cutter's own */
    zw_arena_reset(c->scratch);
    if (c->by == ZW_UNITS_SENTENCE)
        return cut_sentences(c, p, d);
    if (c->by == ZW_UNITS_ITEM)
        return cut_item(c, p, d);
    zw_status s = zw_window_of(p, c->scratch, &w, c->err);
    return s == ZW_OK ? hand_out(c, p->id, d, &w, (zw_range){ 0, p->text.n }) : s;
}

zw_status zw_units(zw_session *session, const char *query, zw_units_by by, zw_arena *arena,
                   zw_unit_fn fn, void *context, zw_plan *plan, zw_query_fault *fault, zw_err *err)
{
    cutter c = { .session = session,
                 .by = by,
                 .arena = arena,
                 .scratch = zw_arena_new(),
                 .fn = fn,
                 .context = context,
                 .err = err };
    size_t passages;
    *plan = (zw_plan){ 0 };
    zw_status s = c.scratch
                      ? zw_each_passage(session, query, arena, cut, &c, plan, &passages, fault, err)
                      : zw_err_nomem(err);
    zw_arena_free(c.scratch);
    return s;
}

/* --- facts ------------------------------------------------------------------------------------ */

static bool begins_in(const zw_study_unit *u, const zw_window_piece *p, const zw_fact_place *place)
{
    size_t at = p->start + place->at.start;
    return at >= u->at.start && at < u->at.end;
}

static zw_status add(zw_arena *arena, const char *text, bool once, zw_unit_facts *to, zw_err *err)
{
    for (size_t i = 0; text && once && i < to->n; i++) {
        if (zw_str_eq(to->at[i], zw_str_of(text)))
            return ZW_OK;
    }
    zw_str *slot = text ? zw_array_add(arena, to) : NULL;
    if (!slot)
        return zw_err_nomem(err);
    *slot = zw_str_of(text);
    return ZW_OK;
}

const char *zw_figure_text(const zw_figure *f, zw_arena *arena)
{
    char high[40] = "", year[16] = "", change[2] = { f->change, '\0' };
    if (f->high != f->low)
        snprintf(high, sizeof high, "–%.15g", f->high);
    if (f->year)
        snprintf(year, sizeof year, " @%d", f->year);
    return zw_arena_printf(arena, "%s %s %s%.15g%s%s%s", f->indicator ? f->indicator : "—",
                           zw_cmp_name(f->cmp), change, f->low, high, f->unit ? f->unit : "", year);
}

zw_status zw_unit_figures(const zw_study_unit *unit, zw_arena *arena, zw_unit_facts *to,
                          zw_err *err)
{
    zw_status s = ZW_OK;
    for (size_t i = 0; i < unit->window->pieces.n; i++) {
        const zw_window_piece *p = &unit->window->pieces.at[i];
        for (size_t k = 0; s == ZW_OK && k < p->record.facts.figures.n; k++) {
            const zw_figure *f = &p->record.facts.figures.at[k];
            if (begins_in(unit, p, &f->place))
                s = add(arena, zw_figure_text(f, arena), false, to, err);
        }
    }
    return s;
}

zw_status zw_unit_agencies(const zw_study_unit *unit, zw_arena *arena, zw_unit_facts *to,
                           zw_err *err)
{
    zw_status s = ZW_OK;
    for (size_t i = 0; i < unit->window->pieces.n; i++) {
        const zw_window_piece *p = &unit->window->pieces.at[i];
        for (size_t k = 0; s == ZW_OK && k < p->record.facts.agencies.n; k++) {
            const zw_agency *a = &p->record.facts.agencies.at[k];
            if (begins_in(unit, p, &a->place))
                s = add(arena, zw_arena_printf(arena, "%s %s", zw_role_name(a->role), a->canonical),
                        true, to, err);
        }
    }
    return s;
}

typedef zw_status (*measure_fn)(const zw_measure *m, zw_arena *arena, zw_unit_facts *to,
                                zw_err *err);

static zw_status each_measure(const zw_study_unit *unit, zw_arena *arena, zw_unit_facts *to,
                              measure_fn fn, zw_err *err)
{
    zw_status s = ZW_OK;
    for (size_t i = 0; i < unit->window->pieces.n; i++) {
        const zw_window_piece *p = &unit->window->pieces.at[i];
        for (size_t k = 0; s == ZW_OK && k < p->record.facts.measures.n; k++) {
            const zw_measure *m = &p->record.facts.measures.at[k];
            if (begins_in(unit, p, &m->place))
                s = fn(m, arena, to, err);
        }
    }
    return s;
}

static zw_status verb(const zw_measure *m, zw_arena *arena, zw_unit_facts *to, zw_err *err)
{
    return add(arena, m->verb, true, to, err);
}

static zw_status topics(const zw_measure *m, zw_arena *arena, zw_unit_facts *to, zw_err *err)
{
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < m->n_topics; i++)
        s = add(arena, m->topics[i].name, true, to, err);
    return s;
}

static zw_status instrument(const zw_measure *m, zw_arena *arena, zw_unit_facts *to, zw_err *err)
{
    return m->instrument.name ? add(arena, m->instrument.name, true, to, err) : ZW_OK;
}

zw_status zw_unit_verbs(const zw_study_unit *unit, zw_arena *arena, zw_unit_facts *to, zw_err *err)
{
    return each_measure(unit, arena, to, verb, err);
}

zw_status zw_unit_topics(const zw_study_unit *unit, zw_arena *arena, zw_unit_facts *to, zw_err *err)
{
    return each_measure(unit, arena, to, topics, err);
}

zw_status zw_unit_instruments(const zw_study_unit *unit, zw_arena *arena, zw_unit_facts *to,
                              zw_err *err)
{
    return each_measure(unit, arena, to, instrument, err);
}
