#include "query/study/network/duty_set.h"

#include <stdlib.h>

#include "base/buffer.h"
#include "base/map.h"
#include "base/utf8.h"

typedef struct {
    zw_duty_body body;
    const char *document; /* the last that names it */
} known;

typedef struct {
    zw_session *session;
    zw_arena *arena, *scratch; /* scratch: of a task */
    zw_duty_set *set;
    bool whole;
    zw_map names, bodies, places, pairs; /* bodies, pairs: to a place in the list + 1 */
    ZW_ARRAY(known) known;
    const zw_doc_record *document; /* the last, and its level */
    const char *level;
} maker;

/* 各市、县(区) and 各市、县〈区〉 are 各市、县（区）. */
static const char *one_bracket(const char *name, zw_arena *arena)
{
    zw_buf buf = ZW_BUF_INIT;
    zw_str text = zw_str_of(name);
    for (size_t at = 0, len; at < text.n; at += len) {
        uint32_t c = zw_utf8_at(text, at, &len);
        bool opens = zw_is_bracket_open(c) || c == 0x3008,
             closes = zw_is_bracket_close(c) || c == 0x3009;
        zw_buf_code(&buf, opens ? 0xFF08 : closes ? 0xFF09 : c);
    }
    const char *copy = zw_buf_failed(&buf) ? NULL : zw_arena_copy(arena, buf.at, buf.n);
    zw_buf_free(&buf);
    return copy;
}

const char *zw_duty_body_name(const zw_agency *agency, bool whole, zw_arena *arena)
{
    const char *body = agency->body ? agency->body : agency->canonical;
    if (!whole || !agency->region || strcmp(agency->region, body) == 0)
        return one_bracket(body, arena);
    return zw_arena_printf(arena, "%s/%s", agency->region, body);
}

static bool keep(maker *m, const char *text, const char **to)
{
    *to = text ? zw_map_intern(&m->names, zw_str_of(text)) : NULL;
    return !text || *to;
}

/* --- reading ---------------------------------------------------------------------------------- */

static zw_status body_of(maker *m, const zw_agency *a, size_t *found, zw_err *err)
{
    const char *name = zw_duty_body_name(a, m->whole, m->scratch);
    size_t *at = name ? zw_map_add(&m->bodies, zw_str_of(name)) : NULL;
    if (!at)
        return zw_err_nomem(err);
    if (!*at) {
        known *k = zw_array_add(m->arena, &m->known);
        if (!k)
            return zw_err_nomem(err);
        k->body = (zw_duty_body){ .name = zw_arena_strdup(m->arena, name),
                                  .collective = zw_duty_collective(a) };
        *at = m->known.n;
        if (!k->body.name)
            return zw_err_nomem(err);
    }
    *found = *at - 1;
    return ZW_OK;
}

static zw_status add_part(maker *m, const zw_agency *a, zw_duty_row *row, zw_err *err)
{
    size_t body = 0;
    zw_status s = body_of(m, a, &body, err);
    if (s != ZW_OK)
        return s;
    for (size_t i = 0; i < row->parts.n; i++) {
        if (row->parts.at[i].body == body) {
            row->parts.at[i].roles |= 1u << a->role;
            return ZW_OK;
        }
    }
    zw_duty_part *part = zw_array_add(m->arena, &row->parts);
    if (!part)
        return zw_err_nomem(err);
    *part = (zw_duty_part){ body, 1u << a->role };
    return ZW_OK;
}

static zw_status count_part(maker *m, const zw_duty_row *row, const zw_duty_part *part, zw_err *err)
{
    known *k = &m->known.at[part->body];
    k->body.tasks++;
    for (size_t r = 0; r < ZW_ROLES; r++)
        k->body.roles[r] += part->roles >> r & 1;
    k->body.documents += k->document != row->document;
    k->document = row->document;
    const char *both = zw_arena_printf(m->scratch, "%zu %s", part->body,
                                       row->place ? row->place : "");
    size_t *seen = both ? zw_map_add(&m->places, zw_str_of(both)) : NULL;
    if (!seen)
        return zw_err_nomem(err);
    k->body.places += row->place && !*seen;
    *seen = 1;
    return ZW_OK;
}

static const char *headings_of(maker *m, const zw_passage_record *p)
{
    zw_buf text = ZW_BUF_INIT;
    for (size_t i = 0; i < p->n_headings; i++)
        zw_buf_printf(&text, "%s%s", i ? " > " : "", p->headings[i]);
    const char *copy = zw_buf_failed(&text)
                           ? NULL
                           : zw_map_intern(&m->names, (zw_str){ text.at ? text.at : "", text.n });
    zw_buf_free(&text);
    return copy;
}

static zw_status level_of(maker *m, const zw_doc_record *d, const char **level, zw_err *err)
{
    zw_status s = m->document == d ? ZW_OK : zw_duty_level(m->session, d, m->arena, &m->level, err);
    m->document = d;
    *level = m->level;
    return s;
}

static zw_status add_row(maker *m, const zw_duty_task *t, zw_duty_row **made, zw_err *err)
{
    const zw_metadata *meta = &t->document->meta;
    const zw_region_path *region = &t->document->region;
    zw_duty_row *row = *made = zw_array_add(m->arena, &m->set->rows);
    if (!row)
        return zw_err_nomem(err);
    *row = (zw_duty_row){ .start = t->source.chr.start, .end = t->source.chr.end };
    const char *place = region->n ? region->names[region->n - 1] : NULL;
    bool kept = keep(m, t->id, &row->id) && keep(m, t->name, &row->name) &&
                keep(m, t->document->id, &row->document) &&
                keep(m, t->passage->id, &row->passage) && keep(m, meta->title, &row->title) &&
                keep(m, meta->number, &row->number) && keep(m, place, &row->place) &&
                keep(m, meta->date, &row->date);
    row->headings = kept && t->passage->n_headings ? headings_of(m, t->passage) : NULL;
    if (!kept || (t->passage->n_headings && !row->headings))
        return zw_err_nomem(err);
    return level_of(m, t->document, &row->level, err);
}

static zw_status add_task(void *context, const zw_duty_task *t, zw_err *err)
{
    maker *m = context;
    zw_duty_row *row;
    zw_arena_reset(m->scratch);
    zw_status s = add_row(m, t, &row, err);
    for (size_t i = 0; s == ZW_OK && i < t->n; i++)
        s = add_part(m, &t->passage->facts.agencies.at[t->first + i], row, err);
    for (size_t i = 0; s == ZW_OK && i < row->parts.n; i++)
        s = count_part(m, row, &row->parts.at[i], err);
    return s;
}

/* --- order ------------------------------------------------------------------------------------ */

typedef struct {
    const known *body;
    size_t old;
} sorted;

static int by_tasks(const void *a, const void *b)
{
    const zw_duty_body *x = &((const sorted *)a)->body->body, *y = &((const sorted *)b)->body->body;
    if (x->tasks != y->tasks)
        return x->tasks > y->tasks ? -1 : 1;
    return strcmp(x->name, y->name);
}

static zw_status order_bodies(maker *m, zw_err *err)
{
    size_t n = m->known.n;
    zw_duty_set *set = m->set;
    sorted *all = zw_arena_array(m->arena, n + 1, sizeof *all);
    size_t *now = zw_arena_array(m->arena, n + 1, sizeof *now);
    set->bodies = zw_arena_array(m->arena, n + 1, sizeof *set->bodies);
    if (!all || !now || !set->bodies)
        return zw_err_nomem(err);
    for (size_t i = 0; i < n; i++)
        all[i] = (sorted){ &m->known.at[i], i };
    if (n)
        qsort(all, n, sizeof *all, by_tasks);
    for (size_t i = 0; i < n; i++) {
        now[all[i].old] = i;
        set->bodies[i] = all[i].body->body;
    }
    set->n_bodies = n;
    for (size_t r = 0; r < set->rows.n; r++) {
        for (size_t i = 0; i < set->rows.at[r].parts.n; i++)
            set->rows.at[r].parts.at[i].body = now[set->rows.at[r].parts.at[i].body];
    }
    return ZW_OK;
}

/* --- pairs ------------------------------------------------------------------------------------ */

static zw_status add_pair(maker *m, const zw_duty_part *from, const zw_duty_part *to, zw_err *err)
{
    const char *both = zw_arena_printf(m->scratch, "%zu %zu", from->body, to->body);
    size_t *at = both ? zw_map_add(&m->pairs, zw_str_of(both)) : NULL;
    if (at && !*at) {
        zw_duty_pair *made = zw_array_add(m->arena, &m->set->pairs);
        if (!made)
            return zw_err_nomem(err);
        *made = (zw_duty_pair){ .from = from->body, .to = to->body };
        *at = m->set->pairs.n;
    }
    if (!at)
        return zw_err_nomem(err);
    zw_duty_pair *pair = &m->set->pairs.at[*at - 1];
    pair->tasks++;
    for (size_t r = 0; r < ZW_ROLES; r++)
        pair->roles[r] += to->roles >> r & 1;
    return ZW_OK;
}

static zw_status pair_row(maker *m, const zw_duty_row *row, zw_err *err)
{
    size_t n = row->parts.n, leads = 0;
    const unsigned lead = 1u << ZW_ROLE_LEAD;
    zw_status s = ZW_OK;
    for (size_t i = 0; i < n; i++)
        leads += (row->parts.at[i].roles & lead) != 0;
    for (size_t i = 0; s == ZW_OK && i < n; i++) {
        const zw_duty_part *from = &row->parts.at[i];
        bool leading = leads ? (from->roles & lead) != 0 : i == 0;
        for (size_t k = 0; s == ZW_OK && leading && k < n; k++) {
            const zw_duty_part *to = &row->parts.at[k];
            bool beside = leads && (to->roles & lead); /* of two that lead the first stands first */
            if (k != i && (!beside || k > i))
                s = add_pair(m, from, to, err);
        }
    }
    return s;
}

static int by_bodies(const void *a, const void *b)
{
    const zw_duty_pair *x = a, *y = b;
    if (x->from != y->from)
        return x->from < y->from ? -1 : 1;
    return x->to < y->to ? -1 : x->to > y->to;
}

static zw_status make_pairs(maker *m, zw_err *err)
{
    zw_status s = ZW_OK;
    for (size_t r = 0; s == ZW_OK && r < m->set->rows.n; r++) {
        zw_arena_reset(m->scratch);
        s = pair_row(m, &m->set->rows.at[r], err);
    }
    if (m->set->pairs.n)
        qsort(m->set->pairs.at, m->set->pairs.n, sizeof *m->set->pairs.at, by_bodies);
    return s;
}

zw_status zw_duty_set_make(zw_session *session, const char *query, bool whole, zw_arena *arena,
                           zw_duty_set *set, zw_plan *plan, zw_query_fault *fault, zw_err *err)
{
    maker m = { .session = session, .arena = arena, .set = set, .whole = whole };
    m.names.arena = m.bodies.arena = m.places.arena = m.pairs.arena = arena;
    *set = (zw_duty_set){ 0 };
    m.scratch = zw_arena_new();
    zw_status s = !m.scratch ? zw_err_nomem(err)
                             : zw_duties(session, query, arena, add_task, &m, plan, fault, err);
    if (s == ZW_OK)
        s = order_bodies(&m, err);
    if (s == ZW_OK)
        s = make_pairs(&m, err);
    zw_arena_free(m.scratch);
    return s;
}
