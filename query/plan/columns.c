/* The columns of a manifest: x:NAME:value. */
#include "query/plan/columns.h"
#include "base/buffer.h"
#include "base/nearest.h"
#include "query/plan/planner.h"

static zw_str name_of(zw_str term)
{
    return (zw_str){ term.at, zw_str_find(term, ZW_STR(":"), 0) };
}

zw_status zw_column_names(zw_xdb *db, zw_arena *arena, zw_strs *names, zw_err *err)
{
    zw_xterms terms = { 0 };
    const char *prefix = zw_fields[ZW_F_X].prefix;
    zw_status s = zw_xdb_terms(db, zw_str_of(prefix), SIZE_MAX, arena, &terms, err);
    for (size_t i = 0; s == ZW_OK && i < terms.n; i++) {
        zw_str term = { terms.at[i].term.at + strlen(prefix), terms.at[i].term.n - strlen(prefix) };
        zw_str name = name_of(term);
        if (names->n && zw_str_eq(names->at[names->n - 1], name))
            continue;
        zw_str *slot = zw_array_add(arena, names);
        if (!slot)
            return zw_err_nomem(err);
        *slot = name;
    }
    return s;
}

/* "no column is called x:皮次, did you mean x:批次?"; or which there are. */
static char *unknown(zw_str name, const zw_strs *names, zw_arena *arena)
{
    zw_buf why = ZW_BUF_INIT;
    zw_nearest nearest = zw_nearest_of(name);
    for (size_t i = 0; i < names->n; i++)
        zw_nearest_try(&nearest, names->at[i]);
    zw_buf_printf(&why, "no document has a column x:%.*s", (int)name.n, name.at);
    if (nearest.best.n)
        zw_buf_printf(&why, ", did you mean x:%.*s?", (int)nearest.best.n, nearest.best.at);
    else if (names->n == 0)
        zw_buf_text(&why, ": none was indexed with a manifest that has columns of its own");
    for (size_t i = 0; nearest.best.n == 0 && i < names->n && i < 10; i++)
        zw_buf_printf(&why, "%s x:%.*s", i ? "," : "; there are", (int)names->at[i].n,
                      names->at[i].at);
    char *text = zw_buf_failed(&why) ? NULL : zw_arena_str(arena, zw_buf_view(&why));
    zw_buf_free(&why);
    return text;
}

const char *zw_column_unknown(zw_xdb *db, zw_str name, zw_arena *arena, zw_err *err)
{
    zw_strs names = { 0 };

    if (zw_column_names(db, arena, &names, err) != ZW_OK)
        return NULL;
    for (size_t i = 0; i < names.n; i++) {
        if (zw_str_eq(names.at[i], name))
            return "";
    }
    const char *why = unknown(name, &names, arena);
    if (!why)
        zw_err_nomem(err);
    return why;
}

/* The values under the name that hold the text: x:批次:二 finds 第二批. */
static zw_status values_with(zw_planner *p, zw_str folded, zw_xqueries *any)
{
    zw_strs values = { 0 };
    zw_str name = name_of(folded), text = { folded.at + name.n + 1, folded.n - name.n - 1 };
    zw_status s = zw_plan_values(p, &zw_fields[ZW_F_X], &values);
    for (size_t i = 0; s == ZW_OK && i < values.n; i++) {
        zw_str value = values.at[i];
        if (!zw_str_eq(name_of(value), name) || zw_str_find(value, text, name.n + 1) >= value.n)
            continue;
        if (!zw_planner_push(p, any,
                             zw_xquery_term(p->plan->tree, zw_fields[ZW_F_X].prefix, value, 1)))
            return zw_err_nomem(p->err);
    }
    return s;
}

zw_status zw_plan_column(zw_planner *p, const zw_node *node, zw_xquery *query)
{
    zw_terms terms = { 0 };
    zw_xqueries any = { 0 };
    const zw_field *field = node->field;
    zw_status s = zw_field_terms(field, p->session->segmenter, ZW_SEG_QUERY, node->kids.at[0]->text,
                                 p->arena, &terms, p->err);
    if (s != ZW_OK)
        return s;
    if (terms.n == 0)
        return zw_query_refuse(p->fault, p->err, node->at, "'x:' wants a column and a value: %s",
                               field->example);
    zw_str term = terms.at[0].text;
    const char *why = zw_column_unknown(p->db, name_of(term), p->arena, p->err);
    if (!why)
        return p->err->code;
    if (*why)
        return zw_query_refuse(p->fault, p->err, node->at, "%s", why);
    if (node->kids.at[0]->star) {
        *query = zw_plan_filter(p,
                                zw_xquery_prefix(p->plan->tree, field->prefix, term, UINT32_MAX));
        return ZW_OK;
    }
    if (!zw_plan_is_value(p, field, term))
        s = values_with(p, term, &any);
    else if (!zw_planner_push(p, &any, zw_xquery_term(p->plan->tree, field->prefix, term, 1)))
        s = zw_err_nomem(p->err);
    *query = zw_plan_filter(p, zw_planner_join(p, ZW_XOP_OR, &any));
    return s;
}

const char *zw_columns_told(const zw_givens *given, zw_arena *arena)
{
    zw_buf told = ZW_BUF_INIT;
    for (size_t i = 0; i < given->n; i++) {
        const zw_given *g = &given->at[i];
        bool topic = strcmp(g->name, "topic") == 0;
        if (topic || strncmp(g->name, "x:", 2) == 0)
            zw_buf_printf(&told, "%s%s=%s", told.n ? "; " : "", topic ? g->name : g->name + 2,
                          g->value);
    }
    const char *text = zw_buf_failed(&told) ? NULL
                       : told.n             ? zw_arena_str(arena, zw_buf_view(&told))
                                            : "";
    zw_buf_free(&told);
    return text;
}
