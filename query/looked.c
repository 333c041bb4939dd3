/* What was looked at, and what each part of a query finds alone. */
#include <stdio.h>

#include "query/output.h"
#include "query/parse.h"

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
    zw_status s = zw_xdb_slot(zw_index_db(session->index), ZW_SLOT_YEAR, arena, &years, err);
    if (s == ZW_OK && years.freq) {
        year_of(years.low, looked->first_year);
        year_of(years.high, looked->last_year);
    }
    return s;
}

static zw_status share_of(zw_session *session, const zw_node *node, zw_str query, zw_unit_type type,
                          zw_arena *arena, zw_query_shares *shares, zw_err *err)
{
    zw_plan plan;
    zw_query_fault fault;
    zw_matches matches;
    zw_documents_seen *seen = zw_documents_seen_new(arena);
    zw_status s = seen ? zw_plan_make(session, node, type, arena, &plan, &fault, err)
                       : zw_err_nomem(err);
    if (s != ZW_OK)
        return s;
    zw_match_request request = { .query = plan.strict,
                                 .check = plan.check,
                                 .order = ZW_ORDER_STORED,
                                 .figures = type == ZW_UNIT_FIGURES };
    s = zw_match(session, &request, seen, arena, &matches, err);
    zw_plan_free(&plan);
    zw_query_share *share = s == ZW_OK ? zw_array_add(arena, shares) : NULL;
    if (!share)
        return s == ZW_OK ? zw_err_nomem(err) : s;
    *share = (zw_query_share){ zw_str_slice(query, node->at), matches.total };
    return ZW_OK;
}

/* A query of one part says the same as its answer; it needs no table. */
zw_status zw_query_shares_of(zw_session *session, const char *query, zw_unit_type type,
                             zw_arena *arena, zw_query_shares *shares, zw_err *err)
{
    zw_node *tree;
    zw_query_fault fault;
    zw_str text = zw_str_of(query);
    zw_status s = zw_query_parse(text, arena, &tree, &fault, err);
    for (size_t i = 0; s == ZW_OK && tree->kind == ZW_NODE_AND && i < tree->kids.n; i++)
        s = share_of(session, tree->kids.at[i], text, type, arena, shares, err);
    return s;
}
