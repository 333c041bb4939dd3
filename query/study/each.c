#include "query/study/each.h"

#include <stdlib.h>

/* --- the order -------------------------------------------------------------------------------- */

typedef struct {
    zw_str region, date, document;
    uint32_t docid; /* within a document they ascend in reading order */
} place;

/* What is not told comes last. */
static int by_text(zw_str a, zw_str b)
{
    if (a.n == 0 || b.n == 0)
        return (a.n == 0) - (b.n == 0);
    return zw_str_order(a, b);
}

static int by_place(const void *a, const void *b)
{
    const place *x = a, *y = b;
    int c = by_text(x->region, y->region);
    c = c ? c : by_text(x->date, y->date);
    c = c ? c : by_text(x->document, y->document);
    return c ? c : (x->docid > y->docid) - (x->docid < y->docid);
}

static const uint32_t slots[] = { ZW_SLOT_REGION, ZW_SLOT_DATE, ZW_SLOT_DOCUMENT };

static place place_of(const zw_xhit *hit)
{
    return (place){ hit->values[0], hit->values[1], hit->values[2], hit->docid };
}

/* --- passages --------------------------------------------------------------------------------- */

typedef struct {
    zw_session *session;
    zw_arena *arena;
    zw_documents_seen *seen;
    zw_each_fn fn;
    void *context;
    zw_err *err;
} walker;

static zw_status hand_out(const walker *w, uint32_t docid, zw_arena *scratch)
{
    zw_passage_record passage;
    const zw_doc_record *document;
    zw_str data;
    zw_arena_reset(scratch);
    zw_status s = zw_xdb_data(zw_index_db(w->session->index), docid, scratch, &data, w->err);
    if (s == ZW_OK)
        s = zw_passage_record_read(data, scratch, &passage, w->err);
    if (s == ZW_OK)
        s = zw_documents_seen_get(w->seen, w->session, passage.doc_id, &document, w->err);
    return s == ZW_OK ? w->fn(w->context, &passage, document, w->err) : s;
}

static zw_status hand_out_all(const walker *w, const zw_matches *matches, size_t *total)
{
    zw_arena *scratch = zw_arena_new();
    place *places = zw_arena_array(w->arena, matches->n + 1, sizeof *places);
    zw_status s = scratch && places ? ZW_OK : zw_err_nomem(w->err);
    for (size_t i = 0; s == ZW_OK && i < matches->n; i++)
        places[i] = place_of(matches->at[i]);
    if (s == ZW_OK && matches->n)
        qsort(places, matches->n, sizeof *places, by_place);
    for (*total = 0; s == ZW_OK && *total < matches->n; ++*total)
        s = hand_out(w, places[*total].docid, scratch);
    zw_arena_free(scratch);
    return s;
}

zw_status zw_each_passage(zw_session *session, const char *query, zw_arena *arena, zw_each_fn fn,
                          void *context, zw_plan *plan, size_t *total, zw_query_fault *fault,
                          zw_err *err)
{
    walker w = { session, arena, zw_documents_seen_new(arena), fn, context, err };
    zw_node *tree;
    zw_matches matches;
    *plan = (zw_plan){ 0 };
    *total = 0;
    if (!w.seen)
        return zw_err_nomem(err);
    zw_status s = zw_query_parse(zw_str_of(query), arena, &tree, fault, err);
    if (s == ZW_OK)
        s = zw_plan_make(session, tree, ZW_UNIT_PASSAGES, arena, plan, fault, err);
    if (s != ZW_OK)
        return s;
    zw_match_request request = { .query = plan->strict,
                                 .check = plan->check,
                                 .order = ZW_ORDER_STORED,
                                 .value_slots = slots,
                                 .n_value_slots = sizeof slots / sizeof *slots };
    s = zw_match(session, &request, w.seen, arena, &matches, err);
    return s == ZW_OK ? hand_out_all(&w, &matches, total) : s;
}

zw_status zw_each_of(zw_session *session, const zw_doc_record *document, zw_each_fn fn,
                     void *context, zw_err *err)
{
    zw_arena *scratch = zw_arena_new();
    zw_status s = scratch ? ZW_OK : zw_err_nomem(err);
    for (size_t i = 0; s == ZW_OK && i < document->passages; i++) {
        zw_passage_record passage;
        zw_arena_reset(scratch);
        const char *id = zw_arena_printf(scratch, "%s:%zu", document->id, i);
        s = id ? zw_index_passage(session->index, zw_str_of(id), scratch, &passage, err)
               : zw_err_nomem(err);
        s = zw_index_named(session->index, s, err);
        if (s == ZW_OK)
            s = fn(context, &passage, document, err);
    }
    zw_arena_free(scratch);
    return s;
}

/* --- documents -------------------------------------------------------------------------------- */

static zw_status find_documents(zw_session *session, zw_xtree *tree, zw_arena *arena,
                                zw_xhits *hits, zw_err *err)
{
    zw_xsearch search = ZW_XSEARCH_INIT;
    search.query = zw_xquery_term(tree, zw_fields[ZW_F_TYPE].prefix, ZW_STR(ZW_TYPE_DOCUMENT), 1);
    search.max = zw_index_stats_of(session->index)->documents;
    search.sort = ZW_XSORT_DOCID;
    search.value_slots = slots;
    search.n_value_slots = sizeof slots / sizeof *slots;
    search.no_data = true;
    return zw_xdb_search(zw_index_db(session->index), &search, arena, hits, err);
}

static zw_status add_document(zw_session *session, zw_str id, zw_arena *arena,
                              zw_doc_list *documents, zw_err *err)
{
    zw_doc_record *record = zw_arena_alloc(arena, sizeof *record);
    const zw_doc_record **entry = record ? zw_array_add(arena, documents) : NULL;
    if (!entry)
        return zw_err_nomem(err);
    *entry = record;
    zw_status s = zw_index_document(session->index, id, arena, record, err);
    return zw_index_named(session->index, s, err);
}

zw_status zw_each_document(zw_session *session, zw_arena *arena, zw_doc_list *documents,
                           zw_err *err)
{
    zw_xtree *tree = zw_xtree_new();
    zw_xhits hits = { 0 };
    zw_status s = tree ? find_documents(session, tree, arena, &hits, err) : zw_err_nomem(err);
    place *places = zw_arena_array(arena, hits.n + 1, sizeof *places);
    if (s == ZW_OK && !places)
        s = zw_err_nomem(err);
    for (size_t i = 0; s == ZW_OK && i < hits.n; i++)
        places[i] = place_of(&hits.at[i]);
    if (s == ZW_OK && hits.n)
        qsort(places, hits.n, sizeof *places, by_place);
    for (size_t i = 0; s == ZW_OK && i < hits.n; i++)
        s = add_document(session, places[i].document, arena, documents, err);
    zw_xtree_free(tree);
    return s;
}
