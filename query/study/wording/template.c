#include "query/study/wording/template.h"

#include <stdlib.h>

/* Clauses of the same key. */
typedef struct {
    size_t first;       /* clause: the first of its earliest document */
    size_t from, until; /* of `order` */
    size_t holders;
    const char *date;
} version;

struct zw_templates {
    zw_arena *arena, *scratch;
    const zw_clauses *clauses;
    const size_t *holder;
    size_t holders;
    ZW_ARRAY(zw_template) all;
    zw_leaders *leaders; /* numbered as the templates */
    zw_led *members;     /* of each clause */
    size_t *order;       /* clauses by hash */
    version *versions;
    size_t n_versions;
    size_t *seen; /* for each holder: the last version or template that it was counted for */
};

size_t zw_templates_count(const zw_templates *templates)
{
    return templates->all.n;
}

const zw_template *zw_templates_at(const zw_templates *templates, size_t i)
{
    return &templates->all.at[i];
}

zw_led zw_templates_member(const zw_templates *templates, size_t clause)
{
    return templates->members[clause];
}

/* --- versions --------------------------------------------------------------------------------- */

typedef struct {
    uint64_t hash;
    size_t clause;
} hashed;

static int by_hash(const void *a, const void *b)
{
    const hashed *x = a, *y = b;
    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    return (x->clause > y->clause) - (x->clause < y->clause);
}

static bool sort_clauses(zw_templates *t)
{
    size_t n = t->clauses->n;
    hashed *all = zw_arena_array(t->scratch, n + 1, sizeof *all);
    t->order = zw_arena_array(t->arena, n + 1, sizeof *t->order);
    if (!all || !t->order)
        return false;
    for (size_t i = 0; i < n; i++)
        all[i] = (hashed){ t->clauses->at[i].hash, i };
    if (n)
        qsort(all, n, sizeof *all, by_hash);
    for (size_t i = 0; i < n; i++)
        t->order[i] = all[i].clause;
    return true;
}

/* "9999": a document without a date was not first. */
static const char *date_of(const zw_clause *clause)
{
    const char *date = clause->document->meta.date;
    return date && *date ? date : "9999";
}

static version version_of(zw_templates *t, size_t from, size_t until, size_t number)
{
    version v = { .first = t->order[from], .from = from, .until = until };
    v.date = date_of(&t->clauses->at[v.first]);
    for (size_t i = from; i < until; i++) {
        size_t clause = t->order[i], *seen = &t->seen[t->holder[clause]];
        const char *date = date_of(&t->clauses->at[clause]);
        v.holders += *seen != number;
        *seen = number;
        if (strcmp(date, v.date) < 0) {
            v.date = date;
            v.first = clause;
        }
    }
    return v;
}

/* Keys of one hash are taken for one: of a million versions two would share theirs once in twenty
 * million indexes. */
static bool make_versions(zw_templates *t)
{
    size_t n = t->clauses->n;
    t->versions = zw_arena_array(t->arena, n + 1, sizeof *t->versions);
    for (size_t from = 0, until; t->versions && from < n; from = until) {
        uint64_t hash = t->clauses->at[t->order[from]].hash;
        for (until = from + 1; until < n && t->clauses->at[t->order[until]].hash == hash;)
            until++;
        t->versions[t->n_versions] = version_of(t, from, until, t->n_versions + 1);
        t->n_versions++;
    }
    return t->versions != NULL;
}

static int by_rank(const void *a, const void *b)
{
    const version *x = a, *y = b;
    if (x->holders != y->holders)
        return x->holders > y->holders ? -1 : 1;
    int c = strcmp(x->date, y->date);
    return c ? c : (x->first > y->first) - (x->first < y->first);
}

/* --- templates -------------------------------------------------------------------------------- */

static zw_status lead(zw_templates *t, const zw_clause *clause, size_t *number, zw_err *err)
{
    zw_template *template = zw_array_add(t->arena, &t->all);
    if (!template)
        return zw_err_nomem(err);
    *template = (zw_template){ .leader = clause };
    *number = t->all.n - 1;
    return zw_leaders_add(t->leaders, clause, err);
}

static zw_status lead_by_parent(zw_templates *t, const zw_clauses *parent, zw_err *err)
{
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < parent->n; i++) {
        size_t number;
        s = lead(t, &parent->at[i], &number, err);
    }
    return s;
}

static zw_status place_version(zw_templates *t, const version *v, bool may_lead, zw_err *err)
{
    zw_led member;
    const zw_clause *clause = &t->clauses->at[v->first];
    zw_arena_reset(t->scratch);
    zw_status s = zw_leaders_find(t->leaders, clause, t->scratch, &member, err);
    if (s == ZW_OK && member.leader == ZW_NO_LEADER && may_lead) {
        member.likeness = 1;
        s = lead(t, clause, &member.leader, err);
    }
    for (size_t i = v->from; i < v->until; i++)
        t->members[t->order[i]] = member;
    return s;
}

/* --- holders ---------------------------------------------------------------------------------- */

typedef struct {
    size_t template, holder;
    bool exact;
} holding;

static int by_template(const void *a, const void *b)
{
    const holding *x = a, *y = b;
    if (x->template != y->template)
        return x->template <y->template ? -1 : 1;
    if (x->holder != y->holder)
        return x->holder < y->holder ? -1 : 1;
    return y->exact - x->exact;
}

static bool count_holders(zw_templates *t)
{
    size_t n = 0;
    holding *all = zw_arena_array(t->arena, t->clauses->n + 1, sizeof *all);
    if (!all)
        return false;
    for (size_t i = 0; i < t->clauses->n; i++) {
        zw_led m = t->members[i];
        if (m.leader != ZW_NO_LEADER)
            all[n++] = (holding){ m.leader, t->holder[i], m.likeness >= 1 };
    }
    if (n)
        qsort(all, n, sizeof *all, by_template);
    for (size_t i = 0; i < n; i++) {
        if (i && all[i].template == all[i - 1].template && all[i].holder == all[i - 1].holder)
            continue;
        zw_template *template = &t->all.at[all[i].template];
        *(all[i].exact ? &template->exact : &template->adapted) += 1;
    }
    return true;
}

static zw_status make(zw_templates *t, const zw_clauses *parent, zw_err *err)
{
    t->leaders = zw_leaders_new(t->arena);
    t->seen = zw_arena_array(t->arena, t->holders + 1, sizeof *t->seen);
    t->members = zw_arena_array(t->arena, t->clauses->n + 1, sizeof *t->members);
    bool ok = t->leaders && t->seen && t->members && sort_clauses(t) && make_versions(t);
    zw_status s = ok ? ZW_OK : zw_err_nomem(err);
    if (ok && t->n_versions)
        qsort(t->versions, t->n_versions, sizeof *t->versions, by_rank);
    if (s == ZW_OK && parent)
        s = lead_by_parent(t, parent, err);
    for (size_t i = 0; s == ZW_OK && i < t->n_versions; i++)
        s = place_version(t, &t->versions[i], !parent, err);
    return s == ZW_OK && !count_holders(t) ? zw_err_nomem(err) : s;
}

zw_status zw_templates_make(const zw_clauses *clauses, const size_t *holder, size_t holders,
                            const zw_clauses *parent, zw_templates **templates, zw_err *err)
{
    zw_templates *t = calloc(1, sizeof *t);
    if (!t)
        return zw_err_nomem(err);
    *t = (zw_templates){ .clauses = clauses, .holder = holder, .holders = holders };
    t->arena = zw_arena_new();
    t->scratch = zw_arena_new();
    zw_status s = t->arena && t->scratch ? make(t, parent, err) : zw_err_nomem(err);
    if (s == ZW_OK)
        *templates = t;
    else
        zw_templates_free(t);
    return s;
}

void zw_templates_free(zw_templates *templates)
{
    if (!templates)
        return;
    zw_arena_free(templates->scratch);
    zw_arena_free(templates->arena);
    free(templates);
}
