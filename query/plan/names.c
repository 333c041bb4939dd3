/* Names as queries: bodies, places, topics, and whatever else is a whole value. */
#include "base/buffer.h"
#include "query/plan/planner.h"

zw_xquery zw_plan_filter(zw_planner *p, zw_xquery query)
{
    return zw_xquery_scale(p->plan->tree, query, 0);
}

static zw_xquery field_term(zw_planner *p, zw_field_id field, zw_str term)
{
    return zw_xquery_term(p->plan->tree, zw_fields[field].prefix, term, 1);
}

/* --- names -------------------------------------------------------------------------------- */

zw_status zw_plan_values(zw_planner *p, const zw_field *field, zw_strs *values)
{
    zw_xterms terms = { 0 };
    size_t skip = strlen(field->prefix);
    zw_status s = zw_xdb_terms(p->db, zw_str_of(field->prefix), SIZE_MAX, p->arena, &terms, p->err);
    for (size_t i = 0; s == ZW_OK && i < terms.n; i++) {
        zw_str term = { terms.at[i].term.at + skip, terms.at[i].term.n - skip };
        if (term.n && term.at[0] >= 'A' && term.at[0] <= 'Z') /* XA before XAL */
            continue;
        zw_str *value = zw_array_add(p->arena, values);
        if (!value)
            return zw_err_nomem(p->err);
        *value = term;
    }
    return s;
}

zw_status zw_plan_values_with(zw_planner *p, const zw_field *field, zw_str text, zw_xqueries *any)
{
    zw_strs values = { 0 };
    zw_status s = zw_plan_values(p, field, &values);
    for (size_t i = 0; s == ZW_OK && i < values.n; i++) {
        zw_str value = values.at[i];
        if (zw_str_find(value, text, 0) < value.n &&
            !zw_planner_push(p, any, field_term(p, field->id, value)))
            return zw_err_nomem(p->err);
    }
    return s;
}

bool zw_plan_is_value(zw_planner *p, const zw_field *field, zw_str term)
{
    char *full = zw_arena_printf(p->arena, "%s%.*s", field->prefix, (int)term.n, term.at);
    return full && zw_xdb_termfreq(p->db, zw_str_of(full)) > 0;
}

zw_status zw_plan_name(zw_planner *p, const zw_field *field, zw_str text, zw_xquery *query)
{
    zw_terms terms = { 0 };
    zw_xqueries any = { 0 };
    if (field->kind == ZW_KIND_NAME)
        return zw_plan_body(p, field, text, query);
    zw_status s = zw_field_terms(field, p->session->segmenter, ZW_SEG_QUERY,
                                 zw_field_value_name(field, text), p->arena, &terms, p->err);
    for (size_t i = 0; s == ZW_OK && i < terms.n; i++) {
        zw_str term = terms.at[i].text;
        if (field->kind == ZW_KIND_TERM && !zw_plan_is_value(p, field, term))
            s = zw_plan_values_with(p, field, term, &any);
        else if (!zw_planner_push(p, &any, field_term(p, field->id, term)))
            s = zw_err_nomem(p->err);
    }
    *query = zw_plan_filter(p, zw_planner_join(p, ZW_XOP_OR, &any));
    return s;
}

/* --- topics and instruments ---------------------------------------------------------------- */

static zw_status push_value(zw_planner *p, const zw_field *field, zw_str name, zw_xqueries *any)
{
    zw_terms terms = { 0 };
    zw_status s = zw_field_terms(field, p->session->segmenter, ZW_SEG_QUERY, name, p->arena, &terms,
                                 p->err);
    for (size_t i = 0; s == ZW_OK && i < terms.n; i++) {
        if (!zw_planner_push(p, any, field_term(p, field->id, terms.at[i].text)))
            s = zw_err_nomem(p->err);
    }
    return s;
}

/* 供给型 人才培养, 公共服务; 环境型 目标规划 … */
static void list_labels(const zw_label *all, size_t n, zw_buf *to)
{
    for (size_t i = 0; i < n; i++) {
        const char *side = all[i].side, *before = i ? all[i - 1].side : NULL;
        bool fresh = side && (!before || strcmp(side, before) != 0);
        zw_buf_text(to, i == 0 ? "" : fresh ? "; " : ", ");
        if (fresh)
            zw_buf_printf(to, "%s ", side);
        zw_buf_text(to, all[i].name);
    }
}

static zw_status refuse_label(zw_planner *p, const zw_node *node, const zw_label *all, size_t n)
{
    zw_buf known = ZW_BUF_INIT;
    const zw_node *value = node->kids.at[0];
    list_labels(all, n, &known);
    zw_status s = zw_buf_failed(&known)
                      ? zw_err_nomem(p->err)
                      : zw_query_refuse(p->fault, p->err, value->at, "'%.*s' is no %s: %.*s",
                                        (int)value->text.n, value->text.at, node->field->name,
                                        (int)known.n, known.at);
    zw_buf_free(&known);
    return s;
}

/* Whether a name of the table is the text, or else holds it. */
static zw_status name_fits(zw_planner *p, const char *name, zw_str text, bool whole, bool *fits)
{
    zw_str folded;
    *fits = false;
    if (!name)
        return ZW_OK;
    zw_status s = zw_planner_fold(p, zw_str_of(name), &folded);
    if (s == ZW_OK)
        *fits = whole ? zw_str_eq(folded, text) : zw_str_find(folded, text, 0) < folded.n;
    return s;
}

static zw_status names_that_fit(zw_planner *p, const zw_label *all, size_t n, zw_str text,
                                bool whole, zw_strs *fitting)
{
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < n; i++) {
        const char *const names[] = { all[i].name, all[i].english, all[i].side, all[i].side_en };
        for (size_t k = 0; s == ZW_OK && k < sizeof names / sizeof *names; k++) {
            bool fits;
            s = name_fits(p, names[k], text, whole, &fits);
            zw_str *slot = s == ZW_OK && fits ? zw_array_add(p->arena, fitting) : NULL;
            if (slot)
                *slot = zw_str_of(names[k]);
            else if (s == ZW_OK && fits)
                s = zw_err_nomem(p->err);
        }
    }
    return s;
}

zw_status zw_plan_label_names(zw_planner *p, const zw_node *node, zw_strs *names)
{
    const zw_labels *labels;
    zw_str text;
    size_t n = 0;
    zw_status s = zw_session_labels(p->session, &labels, p->err);
    if (s == ZW_OK)
        s = zw_planner_fold(p, node->kids.at[0]->text, &text);
    if (s != ZW_OK)
        return s;
    const zw_label *all = node->field->id == ZW_F_TOPIC ? zw_labels_all_topics(labels, &n)
                                                        : zw_labels_all_instruments(labels, &n);
    s = names_that_fit(p, all, n, text, true, names);
    if (s == ZW_OK && names->n == 0)
        s = names_that_fit(p, all, n, text, false, names);
    return s == ZW_OK && names->n == 0 ? refuse_label(p, node, all, n) : s;
}

zw_status zw_plan_label(zw_planner *p, const zw_node *node, zw_xquery *query)
{
    zw_strs names = { 0 };
    zw_xqueries any = { 0 };
    zw_status s = zw_plan_label_names(p, node, &names);
    for (size_t i = 0; s == ZW_OK && i < names.n; i++)
        s = push_value(p, node->field, names.at[i], &any);
    *query = zw_plan_filter(p, zw_planner_join(p, ZW_XOP_OR, &any));
    return s;
}
