#include "query/study/diffusion.h"

#include <stdlib.h>

#include "query/study/diffusion_rows.h"

#define COUNTRY 0 /* the row of the whole country */

typedef struct {
    zw_session *session;
    const zw_diffusion_question *question;
    zw_arena *arena, *scratch;
    zw_diffusion *diffusion;
    zw_versions *versions;
    zw_works *works;
    zw_evidence *evidence;
    zw_places *places;
    const zw_doc_record *last;
    zw_err *err;
} maker;

/* --- witnesses -------------------------------------------------------------------------------- */

const char *zw_witness_doubt(const zw_witness *w)
{
    if (w->standing == ZW_STANDING_DRAFTED)
        return "draft";
    if (w->standing == ZW_STANDING_INTERPRETED)
        return "interpretation";
    const zw_version_member *self = zw_version_self(&w->version);
    if (self && self->relation == ZW_RELATION_REPOST)
        return "repost";
    if (w->says == ZW_SAYS_SYNONYM)
        return "synonym";
    if (w->says == ZW_SAYS_NAME && !w->titled)
        return "name";
    const zw_metadata *m = &w->document->meta;
    bool lays_down = m->number || m->issuer || zw_genre_lays_down(m->genre);
    if (lays_down && w->when.of == ZW_DAY_NONE)
        return "undated";
    if (!lays_down || w->standing == ZW_STANDING_INFORMAL)
        return "informal";
    return w->document->region.by_file ? "place" : NULL;
}

static bool doubts(const zw_witness *w, const char *why)
{
    const char *doubt = zw_witness_doubt(w);
    return doubt && strcmp(doubt, why) == 0;
}

bool zw_witness_adopts(const zw_witness *witness)
{
    return !zw_witness_doubt(witness);
}

bool zw_witness_of_country(const zw_witness *witness)
{
    return witness->row == COUNTRY;
}

/* --- where a document belongs ----------------------------------------------------------------- */

static zw_status row_of(maker *m, const zw_doc_record *d, size_t *row)
{
    static const size_t levels[] = {
        [ZW_SPREAD_PLACE] = ZW_REGION_DEPTH, [ZW_SPREAD_PREFECTURE] = 2, [ZW_SPREAD_PROVINCE] = 1
    };
    const zw_place_key *key;
    *row = ZW_NOT_LISTED;
    if (zw_governs_country(m->session, d, m->scratch)) {
        *row = COUNTRY;
        return ZW_OK;
    }
    zw_status s = zw_place_key_of(m->places->keys, &d->region, NULL, &key, m->err);
    if (s == ZW_OK && key && key->now.path.n > levels[m->question->by]) {
        zw_region_path path = key->now.path;
        path.n = levels[m->question->by];
        s = zw_place_key_of(m->places->keys, &path, NULL, &key, m->err);
    }
    size_t listed = s == ZW_OK ? zw_places_find(m->places, key) : ZW_NOT_LISTED;
    if (listed != ZW_NOT_LISTED)
        *row = listed + 1;
    return s;
}

static zw_status add_witness(maker *m, const zw_doc_record *d)
{
    zw_witness *w = zw_array_add(m->arena, &m->diffusion->witnesses);
    if (!w || !zw_when_of(&d->meta, m->arena, &w->when))
        return zw_err_nomem(m->err);
    w->document = d;
    zw_status s = row_of(m, d, &w->row);
    if (s == ZW_OK)
        s = zw_evidence_names(m->evidence, d->meta.title, NULL, m->scratch, &w->titled, m->err);
    if (s == ZW_OK)
        s = zw_versions_of_record(m->versions, d, &w->version, m->err);
    if (s == ZW_OK)
        w->standing = zw_standing_of(d, &w->version);
    return s;
}

static zw_status take_passage(void *context, const zw_passage_record *p, const zw_doc_record *d,
                              zw_err *err)
{
    maker *m = context;
    zw_says says;
    zw_arena_reset(m->scratch);
    zw_status s = d == m->last ? ZW_OK : add_witness(m, d);
    m->last = d;
    if (s != ZW_OK)
        return s;
    zw_witness *w = &m->diffusion->witnesses.at[m->diffusion->witnesses.n - 1];
    w->passages++;
    if (w->says == ZW_SAYS)
        return ZW_OK;
    s = zw_evidence_of(m->diffusion->evidence, &m->diffusion->plan, p, d, m->scratch, &says, err);
    if (s == ZW_OK && says > w->says) {
        w->says = says;
        w->passage = p->index;
    }
    return s;
}

/* --- citations ---------------------------------------------------------------------------------
 */

/* Where a document cites a text, as it calls it. */
typedef struct {
    const zw_work_cite *cite;
    bool found;
    size_t passage;
} citing;

static zw_status look_for_cite(void *context, const zw_passage_record *p, const zw_doc_record *d,
                               zw_err *err)
{
    citing *c = context;
    (void)d;
    (void)err;
    for (size_t i = 0; i < p->facts.citations.n && !c->found; i++) {
        const zw_citation *found = &p->facts.citations.at[i];
        bool numbered = found->number && c->cite->number;
        c->found = numbered ? strcmp(found->number, c->cite->number) == 0
                            : *found->title && strcmp(found->title, c->cite->title) == 0;
        c->passage = p->index;
    }
    return ZW_OK;
}

static bool is_witness(const zw_diffusion *d, const char *id)
{
    for (size_t i = 0; i < d->witnesses.n; i++) {
        if (strcmp(d->witnesses.at[i].document->id, id) == 0)
            return true;
    }
    return false;
}

static zw_status add_citing(maker *m, const zw_work_document *d, const zw_work_cite *cite)
{
    citing c = { .cite = cite };
    zw_doc_record *record = zw_arena_alloc(m->arena, sizeof *record);
    zw_status s = record ? zw_index_document(m->session->index, zw_str_of(d->id), m->arena, record,
                                             m->err)
                         : zw_err_nomem(m->err);
    s = zw_index_named(m->session->index, s, m->err);
    if (s == ZW_OK)
        s = zw_each_of(m->session, record, look_for_cite, &c, m->err);
    if (s != ZW_OK || !c.found)
        return s;
    if (*cite->title)
        s = zw_evidence_call(m->evidence, cite->title, m->arena, m->err);
    if (s == ZW_OK)
        s = add_witness(m, record);
    if (s == ZW_OK) {
        zw_witness *w = &m->diffusion->witnesses.at[m->diffusion->witnesses.n - 1];
        w->says = ZW_SAYS;
        w->passage = c.passage;
        w->passages = 1;
    }
    return s;
}

/* Who cites 国发〔2014〕25号 by its title alone is not found by a query for the number. */
static zw_status gather_citing(maker *m)
{
    bool basis;
    zw_str name = zw_evidence_named(m->evidence, &basis);
    const char *text = zw_arena_str(m->arena, name);
    size_t work = SIZE_MAX;
    if (!text)
        return zw_err_nomem(m->err);
    zw_status s = name.n ? zw_works_resolve(m->works, NULL, NULL, text, &work, m->err) : ZW_OK;
    if (s == ZW_OK && name.n && work == SIZE_MAX)
        s = zw_works_resolve(m->works, NULL, text, NULL, &work, m->err);
    if (s != ZW_OK || work == SIZE_MAX)
        return s;
    const zw_work *w = zw_works_at(m->works, work);
    for (size_t i = 0; s == ZW_OK && i < w->n_cited_by; i++) {
        const zw_work_document *d = zw_works_document(m->works, w->cited_by[i]);
        const zw_work_cite *cite = NULL;
        for (size_t k = 0; k < d->n_cites; k++)
            cite = d->cites[k].work == work ? &d->cites[k] : cite;
        if (cite && (cite->basis || !basis) && !is_witness(m->diffusion, d->id))
            s = add_citing(m, d, cite);
    }
    return s;
}

/* What the index found but does not say it is no witness. */
static void drop_silent(zw_diffusion *d)
{
    size_t kept = 0;
    for (size_t i = 0; i < d->witnesses.n; i++) {
        if (d->witnesses.at[i].says != ZW_SAYS_NOT)
            d->witnesses.at[kept++] = d->witnesses.at[i];
    }
    d->witnesses.n = kept;
}

/* --- order ------------------------------------------------------------------------------------ */

/* What is there by an earlier day at the latest; what is not dated last. */
static int by_day(const zw_when *a, const zw_when *b)
{
    if (!a->of != !b->of)
        return a->of ? -1 : 1;
    if (!a->of)
        return 0;
    if (a->period.last != b->period.last)
        return a->period.last < b->period.last ? -1 : 1;
    return (a->period.first > b->period.first) - (a->period.first < b->period.first);
}

static int witness_order(const void *a, const void *b)
{
    const zw_witness *x = a, *y = b;
    if (x->row != y->row)
        return x->row < y->row ? -1 : 1;
    int c = by_day(&x->when, &y->when);
    if (c == 0 && !x->document->meta.number != !y->document->meta.number)
        c = x->document->meta.number ? -1 : 1;
    return c ? c : strcmp(x->document->id, y->document->id);
}

/* Of a place that has adopted: by day; the country before all, what is unsure behind them, then
 * places without it, all else in the order of the list. */
static int row_order(const void *a, const void *b)
{
    const zw_diffusion_row *x = a, *y = b;
    if (!x->place != !y->place)
        return x->place ? 1 : -1;
    if (x->state != y->state)
        return x->state < y->state ? -1 : 1;
    int c = x->state == ZW_PLACE_HAS ? by_day(&x->first->when, &y->first->when) : 0;
    return c ? c : (x->place > y->place) - (x->place < y->place);
}

/* --- rows ------------------------------------------------------------------------------------- */

static zw_status make_rows(maker *m)
{
    for (size_t i = 0; i <= m->places->rows.n; i++) {
        zw_diffusion_row *row = zw_array_add(m->arena, &m->diffusion->rows);
        const zw_listed_place *place = i ? &m->places->rows.at[i - 1] : NULL;
        if (!row)
            return zw_err_nomem(m->err);
        *row = (zw_diffusion_row){
            .place = place, .name = ZW_COUNTRY, .reuse = -1, .reuse_document = -1
        };
        if (place) {
            row->name = place->key ? place->key->name : place->asked;
            row->region = place->key ? place->key->region : NULL;
        }
    }
    return ZW_OK;
}

static zw_status count_held(maker *m)
{
    zw_doc_list documents = { 0 };
    zw_status s = zw_each_document(m->session, m->arena, &documents, m->err);
    for (size_t i = 0; s == ZW_OK && i < documents.n; i++) {
        const char *date = documents.at[i]->meta.date;
        size_t row;
        zw_arena_reset(m->scratch);
        s = row_of(m, documents.at[i], &row);
        if (s != ZW_OK || row == ZW_NOT_LISTED)
            continue;
        zw_diffusion_row *r = &m->diffusion->rows.at[row];
        r->held++;
        if (date && (!r->held_first || strcmp(date, r->held_first) < 0))
            r->held_first = date;
        if (date && (!r->held_last || strcmp(date, r->held_last) > 0))
            r->held_last = date;
    }
    return s;
}

/* Of documents that adopt nothing, the one that comes nearest: what lacks but a date, then what the
 * order of doubts says. */
static int doubt_rank(const zw_witness *w)
{
    static const char *const order[] = { "place",   "undated",  "repost", "name",
                                         "synonym", "informal", "draft",  "interpretation" };
    const char *doubt = zw_witness_doubt(w);
    int rank = 0;
    while (doubt && rank < 7 && strcmp(order[rank], doubt) != 0)
        rank++;
    return rank;
}

static void count_witness(zw_diffusion_row *row, const zw_witness *w)
{
    row->says++;
    row->drafts += w->standing == ZW_STANDING_DRAFTED;
    row->interpretations += w->standing == ZW_STANDING_INTERPRETED;
    row->reposts += doubts(w, "repost");
    row->informal += doubts(w, "informal");
    bool adopts = zw_witness_adopts(w);
    if (adopts && row->state != ZW_PLACE_HAS) {
        row->state = ZW_PLACE_HAS;
        row->first = w; /* witnesses come by day */
    } else if (!adopts && row->state != ZW_PLACE_HAS &&
               (!row->first || doubt_rank(w) < doubt_rank(row->first))) {
        row->state = ZW_PLACE_UNSURE;
        row->first = w;
    }
}

/* What stands beside an adoption. */
static void weigh_beside(zw_diffusion_row *row, const zw_witness *w)
{
    bool undated = doubts(w, "undated");
    if (row->state != ZW_PLACE_HAS || w == row->first || (!undated && !zw_witness_adopts(w)))
        return;
    bool open = undated || w->when.period.first < row->first->when.period.last;
    row->may_precede += open;
    row->later += !open;
}

static void judge(maker *m)
{
    zw_diffusion *d = m->diffusion;
    for (size_t i = 0; i < d->rows.n; i++)
        d->rows.at[i].state = d->rows.at[i].held ? ZW_PLACE_NO_CLAUSE : ZW_PLACE_NO_DOCUMENT;
    for (size_t i = 0; i < d->witnesses.n; i++) {
        const zw_witness *w = &d->witnesses.at[i];
        if (w->row != ZW_NOT_LISTED)
            count_witness(&d->rows.at[w->row], w);
        else if (w->document->region.n)
            d->elsewhere++;
        else
            d->placeless++;
        if (zw_witness_adopts(w) && (!d->origin || by_day(&w->when, &d->origin->when) < 0))
            d->origin = w;
    }
    for (size_t i = 0; i < d->witnesses.n; i++) {
        const zw_witness *w = &d->witnesses.at[i];
        if (w->row != ZW_NOT_LISTED)
            weigh_beside(&d->rows.at[w->row], w);
    }
}

static void count_states(zw_diffusion *d)
{
    for (size_t i = 0; i < d->rows.n; i++) {
        if (!d->rows.at[i].place)
            continue;
        d->has += d->rows.at[i].state == ZW_PLACE_HAS;
        d->unsure += d->rows.at[i].state == ZW_PLACE_UNSURE;
        d->no_clause += d->rows.at[i].state == ZW_PLACE_NO_CLAUSE;
        d->no_document += d->rows.at[i].state == ZW_PLACE_NO_DOCUMENT;
    }
}

/* Adoptions stand behind the country's row, one after the other. */
static void rank(zw_diffusion *d)
{
    for (size_t i = 0; i < d->rows.n; i++) {
        zw_diffusion_row *row = &d->rows.at[i];
        if (!row->place || row->state != ZW_PLACE_HAS)
            continue;
        row->rank = row->rank_last = 1;
        for (size_t k = 0; k < d->rows.n; k++) {
            const zw_diffusion_row *other = &d->rows.at[k];
            if (k == i || !other->place || other->state != ZW_PLACE_HAS)
                continue;
            zw_period own = row->first->when.period, its = other->first->when.period;
            row->rank += zw_period_before(its, own);
            row->rank_last += its.first < own.last;
        }
    }
}

static void measure_lags(zw_diffusion *d, const zw_when *parent)
{
    for (size_t i = 0; i < d->rows.n; i++) {
        zw_diffusion_row *row = &d->rows.at[i];
        if (row->state != ZW_PLACE_HAS)
            continue;
        row->lags = true;
        if (row->first != d->origin)
            row->lag = zw_calendar_lag(d->origin->when.period, row->first->when.period);
        row->parent_lags = parent->of != ZW_DAY_NONE;
        if (row->parent_lags && strcmp(row->first->document->id, d->parent->id) != 0)
            row->parent_lag = zw_calendar_lag(parent->period, row->first->when.period);
    }
}

/* --- all of it -------------------------------------------------------------------------------- */

static const char *list_of(const zw_diffusion_question *q)
{
    static const char *const of_level[] = { [ZW_SPREAD_PLACE] = "all",
                                            [ZW_SPREAD_PREFECTURE] = "prefecture",
                                            [ZW_SPREAD_PROVINCE] = "province" };
    return q->places && strcmp(q->places, "all") != 0 ? q->places : of_level[q->by];
}

static zw_status gather(maker *m, zw_query_fault *fault)
{
    zw_diffusion *d = m->diffusion;
    size_t total;
    zw_status s = zw_each_passage(m->session, m->question->query, m->arena, take_passage, m,
                                  &d->plan, &total, fault, m->err);
    if (s == ZW_OK)
        s = gather_citing(m);
    if (s != ZW_OK)
        return s;
    drop_silent(d);
    if (d->witnesses.n)
        qsort(d->witnesses.at, d->witnesses.n, sizeof *d->witnesses.at, witness_order);
    return count_held(m);
}

static zw_status make(maker *m, zw_query_fault *fault)
{
    zw_diffusion *d = m->diffusion;
    zw_when parent = { 0 };
    zw_status s = zw_evidence_new(m->session, m->question->query, m->arena, &m->evidence, fault,
                                  m->err);
    if (s == ZW_OK)
        s = zw_diffusion_parent(m->session, m->works, m->question->against, m->arena, &d->parent,
                                m->err);
    if (s == ZW_OK && d->parent && !zw_when_of(&d->parent->meta, m->arena, &parent))
        s = zw_err_nomem(m->err);
    if (s == ZW_OK)
        s = zw_places_make(m->session, list_of(m->question), m->arena, &m->places, m->err);
    if (s != ZW_OK)
        return s;
    d->places = m->places;
    d->evidence = m->evidence;
    s = make_rows(m);
    if (s == ZW_OK)
        s = gather(m, fault);
    if (s != ZW_OK)
        return s;
    judge(m);
    count_states(d);
    qsort(d->rows.at, d->rows.n, sizeof *d->rows.at, row_order);
    rank(d);
    measure_lags(d, &parent);
    return zw_diffusion_fill(m->session, m->works, d, m->arena, m->err);
}

zw_status zw_diffusion_make(zw_session *session, const zw_diffusion_question *question,
                            zw_arena *arena, zw_diffusion *diffusion, zw_query_fault *fault,
                            zw_err *err)
{
    maker m = { .session = session,
                .question = question,
                .arena = arena,
                .scratch = zw_arena_new(),
                .diffusion = diffusion,
                .versions = zw_versions_new(session, arena),
                .err = err };
    *diffusion = (zw_diffusion){ 0 };
    zw_status s = m.scratch && m.versions ? zw_works_open(session, &m.works, err)
                                          : zw_err_nomem(err);
    if (s == ZW_OK)
        s = make(&m, fault);
    zw_works_free(m.works);
    zw_arena_free(m.scratch);
    return s;
}

void zw_diffusion_free(zw_diffusion *diffusion)
{
    zw_plan_free(&diffusion->plan);
}
