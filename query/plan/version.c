/* version:draft as the documents that are drafts among the versions of their texts. */
#include "query/answer/versions.h"
#include "query/plan/planner.h"

static zw_status ids_of(zw_planner *p, zw_relation relation, zw_strs *ids)
{
    zw_version_ids found = { 0 };
    zw_versions *versions = zw_versions_new(p->session, p->arena);
    zw_status s = versions ? zw_versions_with(versions, relation, &found, p->err)
                           : zw_err_nomem(p->err);
    for (size_t i = 0; s == ZW_OK && i < found.n; i++) {
        zw_str *id = zw_array_add(p->arena, ids);
        s = id ? (*id = zw_str_of(found.at[i]), ZW_OK) : zw_err_nomem(p->err);
    }
    return s;
}

/* Most documents are originals, so those are what is left without the others. */
zw_status zw_plan_version(zw_planner *p, zw_str value, zw_xquery *query)
{
    zw_relation relation;
    zw_strs ids = { 0 };
    if (!zw_relation_find(value, &relation))
        return zw_err_set(p->err, ZW_E_USAGE, "'%.*s' is no version", (int)value.n, value.at);
    zw_status s = ids_of(p, relation, &ids);
    if (s == ZW_OK)
        s = zw_plan_any_of(p, ZW_F_DOCUMENT, &ids, query);
    if (s != ZW_OK)
        return s;
    zw_xtree *tree = p->plan->tree;
    if (relation == ZW_RELATION_ORIGINAL)
        *query = zw_xquery_pair(tree, ZW_XOP_AND_NOT, zw_xquery_all(tree), *query);
    *query = zw_plan_filter(p, *query);
    return ZW_OK;
}
