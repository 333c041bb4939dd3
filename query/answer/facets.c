#include "query/answer/facets.h"

#include <stdlib.h>

#include "query/language/parse.h"
#include "query/plan/columns.h"

const char zw_facets_by[] = "region|province|prefecture|year|genre|issuer|document|agency|role|"
                            "verb|topic|instrument|indicator|unit|force|cites|x:NAME";

typedef struct {
    zw_str value;
    zw_str document;
    const char *text; /* what stands for the document's text; NULL where texts do not count */
} pair;

typedef ZW_ARRAY(pair) pairs;

typedef struct {
    zw_arena *arena;
    pairs pairs; /* one for each passage and value */
    zw_str document;
    const char *text;
    zw_versions *versions; /* NULL: texts do not count */
    zw_err *err;
    size_t passage_from; /* where the pairs of the passage begin */
    zw_session *session;
    const zw_check *measure; /* of the query: only such measures are counted */
    const zw_passage_record *passage;
    zw_documents_seen *seen;
    const char *column; /* of a manifest: x:批次; or NULL */
} counter;

/* A passage counts once for a value, however often it says it. */
static zw_status count(counter *c, zw_str value)
{
    for (size_t i = c->passage_from; i < c->pairs.n; i++) {
        if (zw_str_eq(c->pairs.at[i].value, value))
            return ZW_OK;
    }
    pair *p = zw_array_add(c->arena, &c->pairs);
    if (!p)
        return zw_err_nomem(c->err);
    *p = (pair){ value, c->document, c->text };
    return ZW_OK;
}

static zw_status count_text(counter *c, const char *text)
{
    char *copy = zw_arena_strdup(c->arena, text ? text : "");
    return copy ? count(c, zw_str_of(copy)) : zw_err_nomem(c->err);
}

/* --- what stands in the passage's record --------------------------------------------------- */

static zw_status by_agency(counter *c, const zw_facts *f)
{
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < f->agencies.n; i++)
        s = count_text(c, f->agencies.at[i].canonical);
    return s;
}

static zw_status by_role(counter *c, const zw_facts *f)
{
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < f->agencies.n; i++)
        s = count_text(c, zw_role_name(f->agencies.at[i].role));
    return s;
}

/* The measures that the query is about: topic:户籍 by instrument counts those of 户籍 alone. */
static zw_status by_measure(counter *c, const zw_facts *f,
                            zw_status (*count_one)(counter *c, const zw_measure *m))
{
    zw_arena *scratch = zw_arena_new();
    zw_status s = scratch ? ZW_OK : zw_err_nomem(c->err);
    for (size_t i = 0; s == ZW_OK && i < f->measures.n; i++) {
        const zw_measure *m = &f->measures.at[i];
        bool holds;
        s = zw_check_measure(c->measure, c->session, c->passage, m, scratch, &holds, c->err);
        if (s == ZW_OK && holds)
            s = count_one(c, m);
    }
    zw_arena_free(scratch);
    return s;
}

static zw_status count_verb(counter *c, const zw_measure *m)
{
    return count_text(c, m->verb);
}

static zw_status by_verb(counter *c, const zw_facts *f)
{
    return by_measure(c, f, count_verb);
}

static zw_status count_topic(counter *c, const zw_measure *m)
{
    zw_status s = ZW_OK;
    for (size_t k = 0; s == ZW_OK && k < m->n_topics; k++)
        s = count_text(c, m->topics[k].name);
    return s;
}

static zw_status by_topic(counter *c, const zw_facts *f)
{
    return by_measure(c, f, count_topic);
}

static zw_status count_instrument(counter *c, const zw_measure *m)
{
    return m->instrument.name ? count_text(c, m->instrument.name) : ZW_OK;
}

static zw_status by_instrument(counter *c, const zw_facts *f)
{
    return by_measure(c, f, count_instrument);
}

static zw_status by_indicator(counter *c, const zw_facts *f)
{
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < f->figures.n; i++) {
        if (f->figures.at[i].indicator)
            s = count_text(c, f->figures.at[i].indicator);
    }
    return s;
}

static zw_status by_unit(counter *c, const zw_facts *f)
{
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < f->figures.n; i++)
        s = count_text(c, f->figures.at[i].unit);
    return s;
}

static zw_status by_force(counter *c, const zw_facts *f)
{
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < f->figures.n; i++) {
        if (f->figures.at[i].force != ZW_FORCE_NONE)
            s = count_text(c, zw_force_name(f->figures.at[i].force));
    }
    return s;
}

static zw_status by_cites(counter *c, const zw_facts *f)
{
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < f->citations.n; i++) {
        const zw_citation *cited = &f->citations.at[i];
        s = count_text(c, cited->title && *cited->title ? cited->title : cited->number);
    }
    return s;
}

/* The first `names` of a region path, which are parted by '/'; empty when it has fewer. */
static zw_str first_names(zw_str path, size_t names)
{
    size_t end = 0;
    for (size_t i = 0; i < names; i++) {
        if (end >= path.n)
            return (zw_str){ NULL, 0 };
        end = zw_str_find(path, ZW_STR("/"), i ? end + 1 : 0);
    }
    return (zw_str){ path.at, end };
}

static zw_str province_of(zw_str path)
{
    return first_names(path, 1);
}

static zw_str prefecture_of(zw_str path)
{
    return first_names(path, 2);
}

static zw_str year_of(zw_str date)
{
    return (zw_str){ date.at, date.n < 4 ? date.n : 4 };
}

/* A value lies in a slot, or is a part of it, or has to be read from the record. */
static const struct facet_kind {
    const char *name;
    int slot;
    zw_str (*part)(zw_str value);
    zw_status (*read)(counter *c, const zw_facts *facts);
    bool by_value; /* rows in the order of their values */
} kinds[] = {
    { "region", ZW_SLOT_REGION, NULL, NULL, false },
    { "province", ZW_SLOT_REGION, province_of, NULL, false },
    { "prefecture", ZW_SLOT_REGION, prefecture_of, NULL, false },
    { "year", ZW_SLOT_DATE, year_of, NULL, true },
    { "genre", ZW_SLOT_GENRE, NULL, NULL, false },
    { "issuer", ZW_SLOT_ISSUER, NULL, NULL, false },
    { "document", ZW_SLOT_DOCUMENT, NULL, NULL, false },
    { "agency", ZW_SLOT_NONE, NULL, by_agency, false },
    { "role", ZW_SLOT_NONE, NULL, by_role, false },
    { "verb", ZW_SLOT_NONE, NULL, by_verb, false },
    { "topic", ZW_SLOT_NONE, NULL, by_topic, false },
    { "instrument", ZW_SLOT_NONE, NULL, by_instrument, false },
    { "indicator", ZW_SLOT_NONE, NULL, by_indicator, false },
    { "unit", ZW_SLOT_NONE, NULL, by_unit, false },
    { "force", ZW_SLOT_NONE, NULL, by_force, false },
    { "cites", ZW_SLOT_NONE, NULL, by_cites, false },
};

/* Any column of a manifest, by its name: x:批次. */
static const struct facet_kind column_kind = { "x", ZW_SLOT_NONE, NULL, NULL, false };

static const struct facet_kind *kind_of(const char *name)
{
    if (strncmp(name, "x:", 2) == 0)
        return &column_kind;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (strcmp(kinds[i].name, name) == 0)
            return &kinds[i];
    }
    return NULL;
}

static zw_status text_of(counter *c)
{
    zw_version_place place;
    const char *id = c->versions ? zw_arena_str(c->arena, c->document) : NULL;
    if (!c->versions)
        return ZW_OK;
    zw_status s = id ? zw_versions_of(c->versions, id, &place, c->err) : zw_err_nomem(c->err);
    if (s == ZW_OK)
        c->text = zw_version_head(&place, id);
    return s;
}

/* What a manifest says of the passage's document; each of several values counts. */
static zw_status by_column(counter *c)
{
    const zw_doc_record *document;
    zw_str value, id = c->document;
    size_t at = 0;
    char *copy = zw_arena_str(c->arena, id);
    zw_status s = copy ? zw_documents_seen_get(c->seen, c->session, copy, &document, c->err)
                       : zw_err_nomem(c->err);
    if (s != ZW_OK)
        return s;
    const char *text = zw_given_value(&document->given, c->column);
    if (!text)
        return count_text(c, "");
    while (s == ZW_OK && zw_next_value(zw_str_of(text), &at, &value))
        s = count(c, value);
    return s;
}

static zw_status count_hit(counter *c, const struct facet_kind *kind, const zw_xhit *hit,
                           zw_arena *scratch)
{
    zw_passage_record passage;
    if (!zw_str_eq(c->document, hit->values[0])) {
        c->document = hit->values[0];
        zw_status told = text_of(c);
        if (told != ZW_OK)
            return told;
    }
    c->passage_from = c->pairs.n;
    if (c->column)
        return by_column(c);
    if (!kind->read)
        return count(c, kind->part ? kind->part(hit->values[1]) : hit->values[1]);
    zw_arena_reset(scratch);
    zw_status s = zw_passage_record_read(hit->data, scratch, &passage, c->err);
    c->passage = &passage;
    s = s == ZW_OK ? kind->read(c, &passage.facts) : s;
    c->passage = NULL;
    return s;
}

/* --- sums --------------------------------------------------------------------------------- */

static int by_value(const void *a, const void *b)
{
    const pair *x = a, *y = b;
    int c = zw_str_order(x->value, y->value);
    return c ? c : zw_str_order(x->document, y->document);
}

static int by_document(const void *a, const void *b)
{
    return zw_str_order(((const pair *)a)->document, ((const pair *)b)->document);
}

static int by_size(const void *a, const void *b)
{
    const zw_facet *x = a, *y = b;
    if (x->texts != y->texts)
        return x->texts > y->texts ? -1 : 1;
    if (x->documents != y->documents)
        return x->documents > y->documents ? -1 : 1;
    if (x->passages != y->passages)
        return x->passages > y->passages ? -1 : 1;
    return strcmp(x->value, y->value);
}

static zw_status sum(counter *c, zw_facets *facets)
{
    zw_facet *row = NULL;
    if (c->pairs.n)
        qsort(c->pairs.at, c->pairs.n, sizeof *c->pairs.at, by_value);
    for (size_t i = 0; i < c->pairs.n; i++) {
        const pair *p = &c->pairs.at[i], *before = i ? p - 1 : NULL;
        bool fresh = !before || !zw_str_eq(before->value, p->value);
        if (fresh) {
            row = zw_array_add(c->arena, &facets->rows);
            if (!row || !(row->value = zw_arena_str(c->arena, p->value)))
                return zw_err_nomem(c->err);
        }
        row->passages++;
        row->documents += fresh || !zw_str_eq(before->document, p->document);
    }
    return ZW_OK;
}

static int by_value_text(const void *a, const void *b)
{
    const pair *x = a, *y = b;
    int c = zw_str_order(x->value, y->value);
    return c ? c : strcmp(x->text, y->text);
}

static int by_text(const void *a, const void *b)
{
    return strcmp(((const pair *)a)->text, ((const pair *)b)->text);
}

/* Rows stand in the order of their values still. */
static void sum_texts(counter *c, zw_facets *facets)
{
    size_t row = 0;
    if (c->pairs.n)
        qsort(c->pairs.at, c->pairs.n, sizeof *c->pairs.at, by_value_text);
    for (size_t i = 0; i < c->pairs.n; i++) {
        const pair *p = &c->pairs.at[i], *before = i ? p - 1 : NULL;
        bool same = before && zw_str_eq(before->value, p->value);
        row += before && !same;
        facets->rows.at[row].texts += !same || strcmp(before->text, p->text) != 0;
    }
}

/* Of the whole answer: a passage that names nothing counts too. */
static zw_status count_texts(counter *c, const zw_matches *matches, zw_facets *facets)
{
    pair *all = zw_arena_array(c->arena, matches->n + 1, sizeof *all);
    zw_status s = all ? ZW_OK : zw_err_nomem(c->err);
    for (size_t i = 0; s == ZW_OK && i < matches->n; i++) {
        c->document = matches->at[i]->values[0];
        s = text_of(c);
        all[i].text = c->text;
    }
    if (s != ZW_OK)
        return s;
    if (matches->n)
        qsort(all, matches->n, sizeof *all, by_text);
    for (size_t i = 0; i < matches->n; i++)
        facets->texts += i == 0 || strcmp(all[i].text, all[i - 1].text) != 0;
    return ZW_OK;
}

static zw_status add_titles(zw_session *session, zw_documents_seen *seen, zw_facets *facets,
                            zw_err *err)
{
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < facets->rows.n; i++) {
        const zw_doc_record *document;
        s = zw_documents_seen_get(seen, session, facets->rows.at[i].value, &document, err);
        if (s == ZW_OK)
            facets->rows.at[i].title = document->meta.title;
    }
    return s;
}

static size_t count_documents(const zw_matches *matches, zw_arena *arena)
{
    pair *all = zw_arena_array(arena, matches->n + 1, sizeof *all);
    size_t n = 0;
    for (size_t i = 0; all && i < matches->n; i++)
        all[i].document = matches->at[i]->values[0];
    if (all && matches->n)
        qsort(all, matches->n, sizeof *all, by_document);
    for (size_t i = 0; all && i < matches->n; i++)
        n += i == 0 || !zw_str_eq(all[i].document, all[i - 1].document);
    return n;
}

static zw_status count_all(zw_session *session, const struct facet_kind *kind,
                           const zw_matches *matches, zw_versions *versions,
                           zw_documents_seen *seen, zw_arena *arena, zw_facets *facets, zw_err *err)
{
    counter c = { .arena = arena,
                  .err = err,
                  .session = session,
                  .versions = versions,
                  .measure = facets->plan.measure,
                  .seen = seen };
    if (kind == &column_kind)
        c.column = strcmp(facets->by, "x:topic") == 0 ? "topic" : facets->by;
    zw_arena *scratch = zw_arena_new();
    zw_status s = scratch ? ZW_OK : zw_err_nomem(err);
    for (size_t i = 0; s == ZW_OK && i < matches->n; i++)
        s = count_hit(&c, kind, matches->at[i], scratch);
    zw_arena_free(scratch);
    facets->passages = matches->n;
    facets->documents = count_documents(matches, arena);
    if (s == ZW_OK)
        s = sum(&c, facets);
    if (s == ZW_OK && versions)
        sum_texts(&c, facets);
    if (s == ZW_OK && versions)
        s = count_texts(&c, matches, facets);
    if (s == ZW_OK && facets->rows.n && !kind->by_value)
        qsort(facets->rows.at, facets->rows.n, sizeof *facets->rows.at, by_size);
    return s;
}

/* The column as the index names it: ｘ:批次, x: Batch. */
static zw_status fold_column(zw_session *session, zw_arena *arena, zw_facets *facets, zw_err *err)
{
    zw_str name;
    zw_status s = zw_segmenter_normalise(session->segmenter, zw_str_of(facets->by + 2), arena,
                                         &name, NULL, err);
    if (s != ZW_OK)
        return s;
    name = zw_str_trim(name);
    const char *why = zw_column_unknown(zw_index_db(session->index), name, arena, err);
    if (!why)
        return err->code;
    if (*why)
        return zw_err_set(err, ZW_E_USAGE, "'--by %s': %s", facets->by, why);
    facets->by = zw_arena_printf(arena, "x:%.*s", (int)name.n, name.at);
    return facets->by ? ZW_OK : zw_err_nomem(err);
}

zw_status zw_facets_answer(zw_session *session, const char *query, const char *by, bool collapse,
                           zw_arena *arena, zw_facets *facets, zw_query_fault *fault, zw_err *err)
{
    const struct facet_kind *kind = kind_of(by);
    zw_documents_seen *seen = zw_documents_seen_new(arena);
    zw_node *tree;
    zw_matches matches;
    zw_versions *versions = collapse ? zw_versions_new(session, arena) : NULL;
    *facets = (zw_facets){ .by = by, .collapsed = collapse };
    if (!kind)
        return zw_err_set(err, ZW_E_USAGE, "'%s': one of %s is wanted", by, zw_facets_by);
    if (!seen || (collapse && !versions))
        return zw_err_nomem(err);
    zw_status s = kind == &column_kind ? fold_column(session, arena, facets, err) : ZW_OK;
    if (s == ZW_OK)
        s = zw_query_parse(zw_str_of(query), arena, &tree, fault, err);
    if (s == ZW_OK)
        s = zw_plan_make(session, tree, ZW_UNIT_PASSAGES, arena, &facets->plan, fault, err);
    if (s != ZW_OK)
        return s;
    uint32_t slots[] = { ZW_SLOT_DOCUMENT, kind->slot >= 0 ? (uint32_t)kind->slot : 0 };
    zw_match_request request = { .query = facets->plan.strict,
                                 .check = facets->plan.check,
                                 .order = ZW_ORDER_STORED,
                                 .value_slots = slots,
                                 .n_value_slots = kind->read ? 1 : 2,
                                 .data = kind->read != NULL };
    s = zw_match(session, &request, seen, arena, &matches, err);
    if (s == ZW_OK)
        s = versions ? zw_versions_all(versions, err) : ZW_OK;
    if (s == ZW_OK)
        s = count_all(session, kind, &matches, versions, seen, arena, facets, err);
    if (s == ZW_OK && kind->slot == ZW_SLOT_DOCUMENT)
        s = add_titles(session, seen, facets, err);
    if (s != ZW_OK)
        zw_facets_free(facets);
    return s;
}

void zw_facets_free(zw_facets *facets)
{
    zw_plan_free(&facets->plan);
}
