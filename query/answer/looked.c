/* What was looked at, and what each part of a query finds alone. */
#include <stdio.h>

#include "query/answer/output.h"
#include "query/language/parse.h"

static void year_of(zw_str value, char year[5])
{
    snprintf(year, 5, "%.*s", (int)(value.n < 4 ? value.n : 4), value.at ? value.at : "");
}

zw_status zw_looked_at(zw_session *session, const char *query, zw_arena *arena, zw_looked *looked,
                       zw_err *err)
{
    const zw_index_stats *stats = zw_index_stats_of(session->index);
    zw_xslot years = { 0 };
    *looked = (zw_looked){ .where = session->where,
                           .query = query,
                           .documents = stats->documents,
                           .passages = stats->passages,
                           .figures = stats->figures };
    zw_status s = zw_xdb_slot(zw_index_db(session->index), ZW_SLOT_DATE, arena, &years, err);
    if (s == ZW_OK && years.freq) {
        year_of(years.low, looked->first_year);
        year_of(years.high, looked->last_year);
    }
    return s;
}

static zw_str province_of(zw_str path)
{
    return (zw_str){ path.at, zw_str_find(path, ZW_STR("/"), 0) };
}

static bool has_documents(zw_str province, const zw_xcounts *paths)
{
    for (size_t i = 0; i < paths->n; i++) {
        if (zw_str_eq(province_of(paths->at[i].value), province))
            return true;
    }
    return false;
}

/* The values of two slots over all documents. */
static zw_status count_documents(zw_session *session, zw_arena *arena, const uint32_t slots[2],
                                 zw_xhits *hits, zw_err *err)
{
    zw_xtree *tree = zw_xtree_new();
    zw_xsearch search = ZW_XSEARCH_INIT;
    search.query = zw_xquery_term(tree, zw_fields[ZW_F_TYPE].prefix, ZW_STR(ZW_TYPE_DOCUMENT), 1);
    search.max = 0;
    search.at_least = SIZE_MAX;
    search.count_slots = slots;
    search.n_count_slots = 2;
    zw_status s = tree ? zw_xdb_search(zw_index_db(session->index), &search, arena, hits, err)
                       : zw_err_nomem(err);
    zw_xtree_free(tree);
    return s;
}

zw_status zw_lacks_of(zw_session *session, zw_arena *arena, zw_lacks *lacks, zw_err *err)
{
    static const uint32_t slots[] = { ZW_SLOT_REGION, ZW_SLOT_DATE };
    const zw_gazetteer *gazetteer;
    zw_regions provinces = { 0 };
    zw_xhits hits = { 0 };
    zw_status s = zw_session_gazetteer(session, &gazetteer, err);
    if (s == ZW_OK)
        s = zw_gazetteer_all(gazetteer, 1, arena, &provinces, err);
    if (s == ZW_OK)
        s = count_documents(session, arena, slots, &hits, err);
    if (s != ZW_OK)
        return s;
    *lacks = (zw_lacks){ .undated = hits.counts[1].counted, .of_provinces = provinces.n };
    for (size_t i = 0; i < hits.counts[1].n; i++)
        lacks->undated -= hits.counts[1].at[i].count;
    for (size_t i = 0; i < provinces.n; i++)
        lacks->provinces += !has_documents(zw_str_of(provinces.at[i].path.names[0]),
                                           &hits.counts[0]);
    return ZW_OK;
}

typedef struct {
    zw_session *session;
    zw_unit_type type;
    zw_arena *arena;
    zw_query_shares *shares;
    zw_err *err;
} sharer;

static zw_status share_of(const sharer *sh, const zw_node *node, zw_str text, size_t *total)
{
    zw_plan plan;
    zw_query_fault fault;
    zw_matches matches;
    zw_documents_seen *seen = zw_documents_seen_new(sh->arena);
    zw_status s = seen
                      ? zw_plan_make(sh->session, node, sh->type, sh->arena, &plan, &fault, sh->err)
                      : zw_err_nomem(sh->err);
    if (s != ZW_OK)
        return s;
    zw_match_request request = { .query = plan.strict,
                                 .check = plan.check,
                                 .order = ZW_ORDER_STORED,
                                 .figures = sh->type == ZW_UNIT_FIGURES };
    s = zw_match(sh->session, &request, seen, sh->arena, &matches, sh->err);
    zw_plan_free(&plan);
    zw_query_share *share = s == ZW_OK ? zw_array_add(sh->arena, sh->shares) : NULL;
    if (!share)
        return s == ZW_OK ? zw_err_nomem(sh->err) : s;
    *share = (zw_query_share){ text, matches.total };
    *total = matches.total;
    return ZW_OK;
}

/* What a predicate without its year finds, then without its value, then in any unit: 投资>100亿元
 * may fail for there is none so large, or for no investment is told in 元. */
static zw_status share_of_figure(const sharer *sh, const zw_node *node)
{
    zw_node wider = *node;
    zw_figure_test *t = &wider.test;
    zw_str name = t->indicator.n ? t->indicator : ZW_STR("any indicator");
    zw_status s = ZW_OK;
    size_t total = 0;
    for (int step = 0; s == ZW_OK && total == 0 && step < 3; step++) {
        bool widens = step == 0 ? t->year_low || t->year_high : step == 1 ? t->compares : t->unit.n;
        if (step == 0)
            t->year_low = t->year_high = 0;
        else if (step == 1)
            t->compares = false;
        else
            t->unit = (zw_str){ NULL, 0 };
        if (!widens || (t->indicator.n == 0 && !t->compares && t->unit.n == 0))
            continue;
        static const char *const says[] = { "in any year", "with any value", "in any unit" };
        char *text = zw_arena_printf(sh->arena, "%.*s %s%s%.*s", (int)name.n, name.at, says[step],
                                     t->unit.n ? " in " : "", (int)t->unit.n,
                                     t->unit.n ? t->unit.at : "");
        s = text ? share_of(sh, &wider, zw_str_of(text), &total) : zw_err_nomem(sh->err);
    }
    return s;
}

static zw_status share_of_part(const sharer *sh, const zw_node *node, zw_str query)
{
    size_t total = 0;
    zw_status s = share_of(sh, node, zw_str_slice(query, node->at), &total);
    return s == ZW_OK && total == 0 && node->kind == ZW_NODE_FIGURE ? share_of_figure(sh, node) : s;
}

zw_status zw_query_shares_of(zw_session *session, const char *query, zw_unit_type type,
                             zw_arena *arena, zw_query_shares *shares, zw_err *err)
{
    const sharer sh = { session, type, arena, shares, err };
    zw_node *tree;
    zw_query_fault fault;
    zw_str text = zw_str_of(query);
    zw_status s = zw_query_parse(text, arena, &tree, &fault, err);
    if (s == ZW_OK && tree->kind == ZW_NODE_FIGURE)
        return share_of_figure(&sh, tree);
    for (size_t i = 0; s == ZW_OK && tree->kind == ZW_NODE_AND && i < tree->kids.n; i++)
        s = share_of_part(&sh, tree->kids.at[i], text);
    return s; /* of one part the answer itself says all */
}
