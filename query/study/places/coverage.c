#include "query/study/places/coverage.h"

#include <stdlib.h>

#define BUCKETS 1024

const char zw_cover_by_names[] = "province|prefecture|region|year|genre|issuer";

static const char *const names[] = {
    [ZW_COVER_PROVINCE] = "province", [ZW_COVER_PREFECTURE] = "prefecture",
    [ZW_COVER_REGION] = "region",     [ZW_COVER_YEAR] = "year",
    [ZW_COVER_GENRE] = "genre",       [ZW_COVER_ISSUER] = "issuer",
};

bool zw_cover_by_find(const char *name, zw_cover_by *by)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(names[i], name) == 0) {
            *by = (zw_cover_by)i;
            return true;
        }
    }
    return false;
}

const char *zw_cover_by_name(zw_cover_by by)
{
    return names[by];
}

/* --- groups ----------------------------------------------------------------------------------- */

typedef struct group {
    struct group *next; /* in its bucket */
    size_t row;
} group;

typedef struct {
    zw_session *session;
    zw_cover_by by;
    zw_arena *arena;
    zw_place_keys *keys;
    zw_coverage *coverage;
    group *buckets[BUCKETS];
    const zw_doc_record *document; /* of the passage before, and its row */
    size_t row;
    zw_err *err;
} maker;

static const char *text_of(const char *value)
{
    return value ? value : "";
}

/* The row of a value, made when it is new. */
static zw_status row_of(maker *m, const char *value, const zw_place_key *place, size_t *row)
{
    size_t hash = 5381;
    for (const char *c = text_of(value); *c; c++)
        hash = hash * 33 + (unsigned char)*c;
    group **bucket = &m->buckets[hash % BUCKETS];
    for (group *g = *bucket; g; g = g->next) {
        if (strcmp(text_of(m->coverage->rows.at[g->row].value), text_of(value)) == 0) {
            *row = g->row;
            return ZW_OK;
        }
    }
    group *g = zw_arena_alloc(m->arena, sizeof *g);
    zw_cover_row *made = g ? zw_array_add(m->arena, &m->coverage->rows) : NULL;
    if (!made)
        return zw_err_nomem(m->err);
    *made = (zw_cover_row){ .value = value, .place = place };
    *g = (group){ *bucket, *row = m->coverage->rows.n - 1 };
    *bucket = g;
    return ZW_OK;
}

/* The place of a document, or the one of so many levels in which it lies. */
static zw_status place_of(maker *m, const zw_doc_record *document, size_t levels,
                          const zw_place_key **place)
{
    zw_status s = zw_place_key_of(m->keys, &document->region, NULL, place, m->err);
    if (s != ZW_OK || !*place || (*place)->now.path.n <= levels)
        return s;
    zw_region_path path = (*place)->now.path;
    path.n = levels;
    return zw_place_key_of(m->keys, &path, NULL, place, m->err);
}

static zw_status year_of(maker *m, const char *date, const char **year)
{
    *year = date ? zw_arena_copy(m->arena, date, strnlen(date, 4)) : NULL;
    return date && !*year ? zw_err_nomem(m->err) : ZW_OK;
}

static zw_status row_of_document(maker *m, const zw_doc_record *document, size_t *row)
{
    static const size_t levels[] = {
        [ZW_COVER_PROVINCE] = 1, [ZW_COVER_PREFECTURE] = 2, [ZW_COVER_REGION] = ZW_REGION_DEPTH
    };
    const zw_place_key *place = NULL;
    const char *value = NULL;
    zw_status s = ZW_OK;
    if (m->by <= ZW_COVER_REGION) {
        s = place_of(m, document, levels[m->by], &place);
        value = place ? place->region : NULL;
    } else if (m->by == ZW_COVER_YEAR) {
        s = year_of(m, document->meta.date, &value);
    } else {
        value = m->by == ZW_COVER_GENRE ? document->meta.genre : document->meta.issuer;
    }
    return s == ZW_OK ? row_of(m, value, place, row) : s;
}

static void count_document(zw_cover_row *row, const zw_doc_record *document)
{
    const char *date = document->meta.date;
    row->documents++;
    row->passages += document->passages;
    row->figures += document->figures;
    if (date && (!row->first_date || strcmp(date, row->first_date) < 0))
        row->first_date = date;
    if (date && (!row->last_date || strcmp(date, row->last_date) > 0))
        row->last_date = date;
}

static zw_status count_all(maker *m)
{
    zw_doc_list documents = { 0 };
    zw_status s = zw_each_document(m->session, m->arena, &documents, m->err);
    for (size_t i = 0; s == ZW_OK && i < documents.n; i++) {
        size_t row;
        s = row_of_document(m, documents.at[i], &row);
        if (s != ZW_OK)
            break;
        count_document(&m->coverage->rows.at[row], documents.at[i]);
        count_document(&m->coverage->all, documents.at[i]);
        m->coverage->undated += !documents.at[i]->meta.date;
    }
    return s;
}

static zw_status add_provinces(maker *m)
{
    zw_regions provinces = { 0 };
    zw_status s = zw_gazetteer_all(m->session->gazetteer, 1, m->arena, &provinces, m->err);
    for (size_t i = 0; s == ZW_OK && i < provinces.n; i++) {
        const zw_place_key *place;
        size_t row;
        s = zw_place_key_of(m->keys, &provinces.at[i].path, NULL, &place, m->err);
        if (s == ZW_OK)
            s = row_of(m, place->region, place, &row);
    }
    return s;
}

/* --- a query ---------------------------------------------------------------------------------- */

static zw_status count_passage(void *context, const zw_passage_record *passage,
                               const zw_doc_record *document, zw_err *err)
{
    maker *m = context;
    bool fresh = document != m->document; /* a document's passages follow each other */
    zw_status s = fresh ? row_of_document(m, document, &m->row) : ZW_OK;
    (void)passage;
    (void)err; /* is the maker's own */
    if (s != ZW_OK)
        return s;
    m->document = document;
    zw_cover_row *rows[] = { &m->coverage->rows.at[m->row], &m->coverage->all };
    for (size_t i = 0; i < 2; i++) {
        rows[i]->with_passages++;
        rows[i]->with_documents += fresh;
    }
    return ZW_OK;
}

/* --- the order -------------------------------------------------------------------------------- */

static int by_value(const void *a, const void *b)
{
    const zw_cover_row *x = a, *y = b;
    if (!x->value || !y->value)
        return !x->value - !y->value;
    if (x->place && y->place)
        return zw_place_key_order(x->place, y->place);
    return strcmp(x->value, y->value);
}

zw_status zw_coverage_make(zw_session *session, const char *query, zw_cover_by by, zw_arena *arena,
                           zw_coverage *coverage, zw_query_fault *fault, zw_err *err)
{
    maker m = { .session = session, .by = by, .arena = arena, .coverage = coverage, .err = err };
    size_t total;
    *coverage = (zw_coverage){ .asked = *query != '\0' };
    zw_status s = zw_place_keys_new(session, arena, &m.keys, err);
    if (s == ZW_OK && by == ZW_COVER_PROVINCE)
        s = add_provinces(&m);
    if (s == ZW_OK)
        s = count_all(&m);
    if (s == ZW_OK && coverage->asked)
        s = zw_each_passage(session, query, arena, count_passage, &m, &coverage->plan, &total,
                            fault, err);
    for (size_t i = 0; by == ZW_COVER_PROVINCE && i < coverage->rows.n; i++)
        coverage->gaps += coverage->rows.at[i].documents == 0;
    if (s == ZW_OK && coverage->rows.n)
        qsort(coverage->rows.at, coverage->rows.n, sizeof *coverage->rows.at, by_value);
    return s;
}

void zw_coverage_free(zw_coverage *coverage)
{
    zw_plan_free(&coverage->plan);
}
