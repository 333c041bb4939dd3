#include "query/study/wording/compare.h"

#include <stdlib.h>

#include "query/answer/show.h"
#include "query/study/places/place_key.h"
#include "query/study/wording/blocks.h"

const char *zw_wording_name(zw_wording wording)
{
    static const char *const names[] = { "shared", "adapted", "new", "omitted" };
    return names[wording];
}

/* --- whose clauses ---------------------------------------------------------------------------- */

const char zw_compare_by[] = "region|province|prefecture|issuer|document|year|genre";

static const char *path_of(const zw_region_path *path, size_t depth, zw_arena *arena)
{
    zw_region_path upper = *path;
    upper.n = path->n < depth ? path->n : depth;
    return zw_region_text(&upper, arena);
}

/* "" : not told. */
static const char *name_of(const zw_doc_record *d, const char *by, zw_arena *arena)
{
    const char *name = NULL;
    if (strcmp(by, "region") == 0)
        return path_of(&d->region, ZW_REGION_DEPTH, arena);
    if (strcmp(by, "province") == 0)
        return path_of(&d->region, 1, arena);
    if (strcmp(by, "prefecture") == 0)
        return path_of(&d->region, 2, arena);
    if (strcmp(by, "issuer") == 0)
        name = d->meta.issuer;
    else if (strcmp(by, "genre") == 0)
        name = d->meta.genre;
    else if (strcmp(by, "year") == 0)
        return d->meta.date ? zw_arena_printf(arena, "%.4s", d->meta.date) : "";
    else
        name = d->meta.title && *d->meta.title ? d->meta.title : d->id;
    return name ? name : "";
}

typedef struct {
    zw_session *session;
    zw_comparison *c;
    const char *by;
    ZW_ARRAY(size_t) holder;   /* of each clause */
    const zw_doc_record *last; /* passages of a document follow each other */
    size_t last_holder;
    bool parents;       /* the passages are the parent's */
    const char *parent; /* its id */
} collector;

static zw_status add_holder(collector *k, const zw_doc_record *document, size_t *at, zw_err *err)
{
    zw_comparison *c = k->c;
    const char *name = name_of(document, k->by, c->arena);
    if (!name)
        return zw_err_nomem(err);
    bool own = strcmp(k->by, "document") == 0; /* titles may be alike */
    for (*at = own ? c->holders.n : 0; *at < c->holders.n; ++*at) {
        if (strcmp(c->holders.at[*at].name, name) == 0)
            break;
    }
    zw_holder *holder = *at < c->holders.n ? &c->holders.at[*at]
                                           : zw_array_add(c->arena, &c->holders);
    const zw_doc_record **entry = holder ? zw_array_add(c->arena, &holder->documents) : NULL;
    if (!entry)
        return zw_err_nomem(err);
    holder->name = name;
    *entry = document;
    return ZW_OK;
}

static zw_status collect(void *context, const zw_passage_record *passage,
                         const zw_doc_record *document, zw_err *err)
{
    collector *k = context;
    zw_comparison *c = k->c;
    zw_clauses *to = k->parents ? &c->parent : &c->clauses;
    zw_status s = ZW_OK;
    if (!k->parents && k->parent && strcmp(document->id, k->parent) == 0)
        return ZW_OK; /* is not compared with itself */
    if (!k->parents && document != k->last)
        s = add_holder(k, document, &k->last_holder, err);
    k->last = document;
    if (s == ZW_OK)
        s = (c->whole ? zw_clauses_add_whole : zw_clauses_add)(k->session, passage, document,
                                                               c->arena, to, err);
    while (s == ZW_OK && !k->parents && k->holder.n < to->n) {
        size_t *holder = zw_array_add(c->arena, &k->holder);
        if (!holder)
            return zw_err_nomem(err);
        *holder = k->last_holder;
    }
    return s;
}

/* --- rows ------------------------------------------------------------------------------------- */

static zw_status add_row(zw_comparison *c, zw_wording_row row, zw_err *err)
{
    zw_wording_row *entry = zw_array_add(c->arena, &c->rows);
    if (!entry)
        return zw_err_nomem(err);
    *entry = row;
    zw_holder *holder = &c->holders.at[row.holder];
    holder->counts[row.wording]++;
    if (row.clause && !row.elsewhere) {
        holder->chars += row.clause->key.n;
        holder->shared_chars += row.wording == ZW_WORDING_SHARED ? row.clause->key.n : 0;
    }
    return ZW_OK;
}

static zw_wording_row row_of(const zw_comparison *c, size_t holder, const zw_clause *clause,
                             zw_led m)
{
    zw_wording_row row = { holder, ZW_WORDING_NEW, ZW_NO_LEADER, 0, clause, false };
    if (m.leader == ZW_NO_LEADER || !zw_comparison_shares(c, m.leader))
        return row;
    row.wording = m.likeness >= 1 ? ZW_WORDING_SHARED : ZW_WORDING_ADAPTED;
    row.template = m.leader;
    row.likeness = m.likeness;
    return row;
}

/* --- what a holder lacks ---------------------------------------------------------------------- */

/* The templates that everybody is expected to have, and, for the holder looked at, which of them it
 * has not shown and where else in its documents they are found. */
typedef struct {
    zw_session *session;
    zw_comparison *c;
    zw_arena *scratch;
    zw_leaders *leaders; /* of the expected ones, numbered as they */
    size_t *expected, n;
    size_t *at;  /* of each template: its number among the expected, from 1; 0: none */
    size_t told; /* expected ones whose lack was told */
    bool *has;   /* from here: of each expected one */
    zw_led *best;
    const zw_clause **where;
} seeker;

static bool is_expected(const zw_comparison *c, size_t template)
{
    const zw_template *t = zw_templates_at(c->templates, template);
    size_t holders = t->exact + t->adapted;
    return c->parent.n || (holders > 1 && holders * 2 >= c->holders.n);
}

static zw_status seeker_init(seeker *k, zw_session *session, zw_comparison *c, zw_err *err)
{
    size_t templates = zw_templates_count(c->templates);
    *k = (seeker){ .session = session, .c = c, .scratch = zw_arena_new() };
    k->at = zw_arena_array(c->arena, templates + 1, sizeof *k->at);
    k->expected = zw_arena_array(c->arena, templates + 1, sizeof *k->expected);
    k->leaders = zw_leaders_new(c->arena);
    zw_status s = k->at && k->expected && k->leaders ? ZW_OK : zw_err_nomem(err);
    for (size_t i = 0; s == ZW_OK && i < templates; i++) {
        if (is_expected(c, i)) {
            s = zw_leaders_add(k->leaders, zw_templates_at(c->templates, i)->leader, err);
            k->expected[k->n++] = i;
            k->at[i] = k->n;
        }
    }
    k->has = zw_arena_array(c->arena, k->n + 1, sizeof *k->has);
    k->best = zw_arena_array(c->arena, k->n + 1, sizeof *k->best);
    k->where = zw_arena_array(c->arena, k->n + 1, sizeof *k->where);
    return s == ZW_OK && !(k->scratch && k->has && k->best && k->where) ? zw_err_nomem(err) : s;
}

static void forget(seeker *k)
{
    k->told = 0;
    memset(k->has, 0, k->n * sizeof *k->has);
    memset(k->best, 0, k->n * sizeof *k->best);
    memset(k->where, 0, k->n * sizeof *k->where);
}

static zw_status find_better(seeker *k, const zw_clauses *clauses, bool note, bool *better,
                             zw_err *err)
{
    zw_status s = ZW_OK;
    *better = false;
    for (size_t i = 0; s == ZW_OK && i < clauses->n; i++) {
        zw_led m;
        s = zw_leaders_find(k->leaders, &clauses->at[i], k->scratch, &m, err);
        if (s != ZW_OK || m.leader == ZW_NO_LEADER || k->has[m.leader] ||
            m.likeness <= k->best[m.leader].likeness)
            continue;
        *better = true;
        if (note) {
            k->best[m.leader] = (zw_led){ k->expected[m.leader], m.likeness };
            k->where[m.leader] = &clauses->at[i];
        }
    }
    return s;
}

/* Only the clauses of passages that hold something wanted are kept. */
static zw_status seek(void *context, const zw_passage_record *passage,
                      const zw_doc_record *document, zw_err *err)
{
    seeker *k = context;
    zw_clauses passing = { 0 }, kept = { 0 };
    bool better = false;
    zw_arena_reset(k->scratch);
    zw_status s = zw_clauses_add(k->session, passage, document, k->scratch, &passing, err);
    if (s == ZW_OK)
        s = find_better(k, &passing, false, &better, err);
    if (s == ZW_OK && better)
        s = zw_clauses_add(k->session, passage, document, k->c->arena, &kept, err);
    return s == ZW_OK && better ? find_better(k, &kept, true, &better, err) : s;
}

static zw_status seek_all(seeker *k, size_t holder, zw_err *err)
{
    const zw_holder *h = &k->c->holders.at[holder];
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < h->documents.n; i++)
        s = zw_each_of(k->session, h->documents.at[i], seek, k, err);
    return s;
}

/* Those before `until` that were not told yet. */
static zw_status add_lacking(seeker *k, size_t holder, size_t until, zw_err *err)
{
    zw_status s = ZW_OK;
    for (; s == ZW_OK && k->told < until; k->told++) {
        size_t i = k->told;
        if (k->has[i])
            continue;
        zw_wording_row row = { holder, ZW_WORDING_OMITTED, k->expected[i], 0, NULL, false };
        if (k->where[i])
            row = row_of(k->c, holder, k->where[i], k->best[i]);
        row.elsewhere = k->where[i] != NULL;
        s = add_row(k->c, row, err);
    }
    return s;
}

/* --- all rows --------------------------------------------------------------------------------- */

/* The clauses of each holder, in their order: holder h has by_holder[starts[h]] … */
static bool sort_by_holder(zw_comparison *c, const size_t *holder, size_t **starts,
                           size_t **by_holder)
{
    size_t *next = zw_arena_array(c->arena, c->holders.n + 2, sizeof *next);
    *starts = zw_arena_array(c->arena, c->holders.n + 2, sizeof **starts);
    *by_holder = zw_arena_array(c->arena, c->clauses.n + 1, sizeof **by_holder);
    if (!next || !*starts || !*by_holder)
        return false;
    for (size_t i = 0; i < c->clauses.n; i++)
        (*starts)[holder[i] + 1]++;
    for (size_t h = 0; h < c->holders.n; h++)
        (*starts)[h + 1] += (*starts)[h];
    memcpy(next, *starts, (c->holders.n + 1) * sizeof *next);
    for (size_t i = 0; i < c->clauses.n; i++)
        (*by_holder)[next[holder[i]]++] = i;
    return true;
}

static bool all_there(const seeker *k)
{
    for (size_t i = 0; i < k->n; i++) {
        if (!k->has[i])
            return false;
    }
    return true;
}

/* The number among the expected of the template of a clause, from 1; 0: none. */
static size_t expected_at(const seeker *k, size_t clause)
{
    zw_led m = zw_templates_member(k->c->templates, clause);
    return m.leader == ZW_NO_LEADER ? 0 : k->at[m.leader];
}

static zw_status rows_of(seeker *k, size_t holder, const size_t *clauses, size_t n, zw_err *err)
{
    zw_comparison *c = k->c;
    zw_status s = ZW_OK;
    forget(k);
    for (size_t i = 0; i < n; i++) {
        if (expected_at(k, clauses[i]))
            k->has[expected_at(k, clauses[i]) - 1] = true;
    }
    if (!c->whole && !all_there(k))
        s = seek_all(k, holder, err);
    for (size_t i = 0; s == ZW_OK && i < n; i++) {
        if (c->whole && expected_at(k, clauses[i]))
            s = add_lacking(k, holder, expected_at(k, clauses[i]), err);
        zw_led m = zw_templates_member(c->templates, clauses[i]);
        if (s == ZW_OK)
            s = add_row(c, row_of(c, holder, &c->clauses.at[clauses[i]], m), err);
    }
    return s == ZW_OK ? add_lacking(k, holder, k->n, err) : s;
}

static zw_status make_rows(zw_session *session, zw_comparison *c, const size_t *holder, zw_err *err)
{
    seeker k;
    size_t *starts, *by_holder;
    zw_status s = seeker_init(&k, session, c, err);
    if (s == ZW_OK && !sort_by_holder(c, holder, &starts, &by_holder))
        s = zw_err_nomem(err);
    for (size_t h = 0; s == ZW_OK && h < c->holders.n; h++)
        s = rows_of(&k, h, by_holder + starts[h], starts[h + 1] - starts[h], err);
    zw_arena_free(k.scratch);
    return s;
}

/* --- answers ---------------------------------------------------------------------------------- */

static zw_status begin(zw_comparison *c, zw_err *err)
{
    *c = (zw_comparison){ .arena = zw_arena_new() };
    return c->arena ? ZW_OK : zw_err_nomem(err);
}

static zw_status work_out(zw_session *session, collector *k, zw_err *err)
{
    zw_comparison *c = k->c;
    zw_status s = zw_templates_make(&c->clauses, k->holder.at, c->holders.n,
                                    c->parent.n ? &c->parent : NULL, &c->templates, err);
    if (s == ZW_OK)
        s = make_rows(session, c, k->holder.at, err);
    return s == ZW_OK ? zw_comparison_blocks(c, err) : s;
}

static zw_status collect_parent(zw_session *session, collector *k, const char *query,
                                const char *parent, zw_query_fault *fault, zw_err *err)
{
    zw_shown shown;
    zw_plan plan = { 0 };
    size_t total;
    zw_status s = zw_show(session, parent, 0, k->c->arena, &shown, err);
    if (s != ZW_OK)
        return s;
    const char *of = zw_arena_printf(k->c->arena, "(%s) doc:%s", *query ? query : "*",
                                     shown.document.id);
    k->parents = true;
    k->parent = zw_arena_strdup(k->c->arena, shown.document.id);
    s = of && k->parent
            ? zw_each_passage(session, of, k->c->arena, collect, k, &plan, &total, fault, err)
            : zw_err_nomem(err);
    k->parents = false;
    k->last = NULL;
    zw_plan_free(&plan);
    if (s == ZW_OK && k->c->parent.n == 0)
        s = zw_err_set(err, ZW_E_NOTFOUND, "'%s': the document says nothing on '%s'", parent,
                       query);
    return s;
}

zw_status zw_compare_topic(zw_session *session, const char *query, const char *by,
                           const char *parent, zw_comparison *comparison, zw_query_fault *fault,
                           zw_err *err)
{
    collector k = { .session = session, .c = comparison, .by = by };
    size_t total;
    zw_status s = begin(comparison, err);
    if (s == ZW_OK && parent)
        s = collect_parent(session, &k, query, parent, fault, err);
    if (s == ZW_OK)
        s = zw_each_passage(session, query, comparison->arena, collect, &k, &comparison->plan,
                            &total, fault, err);
    return s == ZW_OK ? work_out(session, &k, err) : s;
}

zw_status zw_compare_documents(zw_session *session, const char *const *documents, size_t n,
                               zw_comparison *comparison, zw_err *err)
{
    collector k = { .session = session, .c = comparison, .by = "document" };
    zw_status s = begin(comparison, err);
    comparison->whole = true;
    for (size_t i = 0; s == ZW_OK && i < n; i++) {
        zw_shown *shown = zw_arena_alloc(comparison->arena, sizeof *shown);
        k.parents = i == 0;
        s = shown ? zw_show(session, documents[i], 0, comparison->arena, shown, err)
                  : zw_err_nomem(err);
        if (s == ZW_OK)
            s = zw_each_of(session, &shown->document, collect, &k, err);
    }
    return s == ZW_OK ? work_out(session, &k, err) : s;
}

void zw_comparison_free(zw_comparison *comparison)
{
    zw_templates_free(comparison->templates);
    zw_plan_free(&comparison->plan);
    zw_arena_free(comparison->arena);
    *comparison = (zw_comparison){ 0 };
}

/* --- differences ------------------------------------------------------------------------------ */

const zw_clause *zw_comparison_leader(const zw_comparison *comparison, size_t template)
{
    return template == ZW_NO_LEADER ? NULL
                                    : zw_templates_at(comparison->templates, template)->leader;
}

static void print_edits(const zw_edits *edits, zw_str from, zw_str to, bool color, zw_buf *out)
{
    static const char *const signs[] = { "", "", "[-", "-]", "{+", "+}" };
    static const char *const colors[] = { "", "", "\033[31;9m", "\033[0m", "\033[32m", "\033[0m" };
    const char *const *marks = color ? colors : signs;
    for (size_t i = 0; i < edits->n; i++) {
        const zw_edit *e = &edits->at[i];
        zw_buf_text(out, marks[2 * e->kind]);
        zw_buf_str(out, zw_str_slice(e->kind == ZW_EDIT_ADDED ? to : from, e->at));
        zw_buf_text(out, marks[2 * e->kind + 1]);
    }
}

zw_status zw_wording_difference(const zw_comparison *comparison, const zw_wording_row *row,
                                bool color, zw_buf *to, zw_err *err)
{
    zw_edits edits = { 0 };
    if (row->wording != ZW_WORDING_ADAPTED)
        return ZW_OK;
    zw_str from = zw_comparison_leader(comparison, row->template)->text;
    zw_arena *arena = zw_arena_new();
    zw_status s = arena ? zw_edits_of(from, row->clause->text, arena, &edits, err)
                        : zw_err_nomem(err);
    if (s == ZW_OK)
        print_edits(&edits, from, row->clause->text, color, to);
    zw_arena_free(arena);
    return s;
}
