#include "query/study/places/diffusion.h"

#include <stdlib.h>

#include "query/study/places/diffusion_rows.h"

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

static zw_status count_one(maker *m, const zw_doc_record *d)
{
    const char *date = d->meta.date;
    size_t row;
    zw_arena_reset(m->scratch);
    zw_status s = row_of(m, d, &row);
    if (s != ZW_OK || row == ZW_NOT_LISTED)
        return s;
    zw_diffusion_row *r = &m->diffusion->rows.at[row];
    r->held++;
    if (date && (!r->held_first || strcmp(date, r->held_first) < 0))
        r->held_first = date;
    if (date && (!r->held_last || strcmp(date, r->held_last) > 0))
        r->held_last = date;
    return ZW_OK;
}

static zw_status count_passage(void *context, const zw_passage_record *p, const zw_doc_record *d,
                               zw_err *err)
{
    maker *m = context;
    bool fresh = d != m->last;
    (void)p;
    (void)err; /* is the maker's own */
    m->last = d;
    return fresh ? count_one(m, d) : ZW_OK;
}

/* What the index holds of each place; where the query leaves out documents (region:河南), of the
 * rest. */
static zw_status count_held(maker *m, zw_query_fault *fault)
{
    const char *filter = zw_evidence_filter(m->evidence);
    zw_doc_list documents = { 0 };
    zw_plan plan = { 0 };
    size_t total;
    m->last = NULL;
    if (*filter) {
        zw_status s = zw_each_passage(m->session, filter, m->arena, count_passage, m, &plan, &total,
                                      fault, m->err);
        zw_plan_free(&plan);
        return s;
    }
    zw_status s = zw_each_document(m->session, m->arena, &documents, m->err);
    for (size_t i = 0; s == ZW_OK && i < documents.n; i++)
        s = count_one(m, documents.at[i]);
    return s;
}

static const char *list_of(const zw_diffusion_question *q)
{
    static const char *const of_level[] = { [ZW_SPREAD_PLACE] = "all",
                                            [ZW_SPREAD_PREFECTURE] = "prefecture",
                                            [ZW_SPREAD_PROVINCE] = "province" };
    return q->places && strcmp(q->places, "all") != 0 ? q->places : of_level[q->by];
}

/* --- all of it -------------------------------------------------------------------------------- */

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
    return count_held(m, fault);
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
    zw_diffusion_judge(d, strcmp(list_of(m->question), "all") != 0, &parent);
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
