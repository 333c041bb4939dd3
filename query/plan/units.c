/* What only units of the other type carry: words and agency:公安厅 in a query for figures ask the
 * passages they stand in; 城镇化率>=60% or kind:target in a query for passages asks the figures in
 * them. */
#include "query/answer/match.h"
#include "query/plan/planner.h"

static bool only_on_passages(zw_field_id field)
{
    static const zw_field_id fields[] = { ZW_F_BODY,        ZW_F_TITLE,     ZW_F_HEADING,
                                          ZW_F_AGENCY,      ZW_F_LEAD,      ZW_F_SUPPORT,
                                          ZW_F_RESPONSIBLE, ZW_F_IMPLEMENT, ZW_F_ROLE,
                                          ZW_F_MEASURE,     ZW_F_VERB,      ZW_F_TOPIC,
                                          ZW_F_INSTRUMENT,  ZW_F_CITES };
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        if (fields[i] == field)
            return true;
    }
    return false;
}

static bool only_on_figures(zw_field_id field)
{
    return field == ZW_F_UNIT || field == ZW_F_KIND || field == ZW_F_FORCE || field == ZW_F_FOR;
}

/* Words, and what is joined of nothing but parts for passages. */
static bool asks_passages(const zw_planner *p, const zw_node *node)
{
    bool joined = node->kind == ZW_NODE_AND || node->kind == ZW_NODE_OR;
    for (size_t i = 0; joined && i < node->kids.n; i++)
        joined = zw_plan_is_of_others(p, node->kids.at[i]);
    return joined || node->kind == ZW_NODE_WORD || node->kind == ZW_NODE_RUN ||
           node->kind == ZW_NODE_NEAR;
}

bool zw_plan_is_of_others(const zw_planner *p, const zw_node *node)
{
    if (p->type == ZW_UNIT_FIGURES && asks_passages(p, node))
        return true;
    /* An indicator narrows passages well, and what stands beside it narrows them more; any figure
     * at all (figure:">=100亿元") is found by its value, which only figures carry. */
    if (node->kind == ZW_NODE_FIGURE)
        return p->type == ZW_UNIT_PASSAGES && node->test.indicator.n == 0;
    if (node->kind != ZW_NODE_FIELD && node->kind != ZW_NODE_RANGE)
        return false;
    return p->type == ZW_UNIT_FIGURES ? only_on_passages(node->field->id)
                                      : only_on_figures(node->field->id);
}

/* What was taken how is told by the plan that was asked for. */
static zw_status tell(zw_planner *p, const zw_plan *plan)
{
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < plan->needles.n; i++)
        s = zw_planner_mark(p, plan->needles.at[i].folded, plan->needles.at[i].whole);
    for (size_t i = 0; s == ZW_OK && i < plan->notes.n; i++)
        s = zw_planner_note(p, "%s", plan->notes.at[i]);
    for (size_t i = 0; s == ZW_OK && i < plan->words.n; i++) {
        zw_query_word *word = zw_array_add(p->arena, &p->plan->words);
        if (!word)
            return zw_err_nomem(p->err);
        *word = plan->words.at[i];
        word->side = false; /* figures are never relaxed */
    }
    return s;
}

static zw_xquery with_figures(const zw_plan *plan)
{
    return zw_xquery_pair(
        plan->tree, ZW_XOP_FILTER, plan->strict,
        zw_xquery_term(plan->tree, zw_fields[ZW_F_HAS].prefix, ZW_STR(ZW_HAS_FIGURE), 1));
}

/* An OR of thousands of terms costs the square of their number; groups of OR, each under a scale
 * that keeps it apart, do not. */
#define GROUP 128

static bool close_group(zw_planner *p, zw_xqueries *group, zw_xqueries *groups)
{
    if (group->n == 0)
        return true;
    zw_xquery one = zw_xquery_scale(p->plan->tree, zw_planner_join(p, ZW_XOP_OR, group), 0);
    group->n = 0;
    return zw_planner_push(p, groups, one);
}

zw_status zw_plan_any_of(zw_planner *p, zw_field_id field, const zw_strs *ids, zw_xquery *query)
{
    zw_xqueries group = { 0 }, groups = { 0 };
    bool ok = true;
    for (size_t i = 0; ok && i < ids->n; i++) {
        ok = zw_planner_push(p, &group,
                             zw_xquery_term(p->plan->tree, zw_fields[field].prefix, ids->at[i], 1));
        if (ok && group.n == GROUP)
            ok = close_group(p, &group, &groups);
    }
    if (!ok || !close_group(p, &group, &groups))
        return zw_err_nomem(p->err);
    *query = zw_planner_join(p, ZW_XOP_MAX, &groups);
    if (groups.n == 0)
        *query = zw_xquery_nothing(p->plan->tree);
    return ZW_OK;
}

/* Units whose field has the first value of any match; figures of one passage follow each other. */
static zw_status any_of(zw_planner *p, zw_field_id field, const zw_matches *matches,
                        zw_xquery *query)
{
    zw_strs ids = { 0 };
    for (size_t i = 0; i < matches->n; i++) {
        zw_str id = matches->at[i]->values[0];
        if (i && zw_str_eq(id, matches->at[i - 1]->values[0]))
            continue;
        zw_str *slot = zw_array_add(p->arena, &ids);
        if (!slot)
            return zw_err_nomem(p->err);
        *slot = id;
    }
    return zw_plan_any_of(p, field, &ids, query);
}

zw_status zw_plan_in_documents(zw_planner *p, zw_xquery *query)
{
    const uint32_t slots[] = { ZW_SLOT_DOCUMENT };
    zw_xquery type = zw_xquery_term(p->plan->tree, zw_fields[ZW_F_TYPE].prefix,
                                    ZW_STR(ZW_TYPE_DOCUMENT), 1);
    zw_match_request request = { .query = zw_xquery_pair(p->plan->tree, ZW_XOP_FILTER, *query,
                                                         type),
                                 .order = ZW_ORDER_STORED,
                                 .value_slots = slots,
                                 .n_value_slots = 1 };
    zw_matches matches;
    zw_status s = zw_match(p->session, &request, NULL, p->arena, &matches, p->err);
    return s == ZW_OK ? any_of(p, ZW_F_DOCUMENT, &matches, query) : s;
}

zw_status zw_plan_of_others(zw_planner *p, const zw_node *node, zw_part *part)
{
    bool figures = p->type == ZW_UNIT_PASSAGES;
    const uint32_t slots[] = { ZW_SLOT_PASSAGE };
    zw_documents_seen *seen = zw_documents_seen_new(p->arena);
    zw_matches matches;
    zw_plan plan;
    zw_status s = seen
                      ? zw_plan_make(p->session, node, figures ? ZW_UNIT_FIGURES : ZW_UNIT_PASSAGES,
                                     p->arena, &plan, p->fault, p->err)
                      : zw_err_nomem(p->err);
    if (s != ZW_OK)
        return s;
    zw_match_request request = { .query = figures ? plan.strict : with_figures(&plan),
                                 .check = plan.check,
                                 .order = ZW_ORDER_STORED,
                                 .value_slots = slots,
                                 .n_value_slots = 1,
                                 .figures = figures };
    s = zw_match(p->session, &request, seen, p->arena, &matches, p->err);
    if (s == ZW_OK)
        s = any_of(p, ZW_F_PASSAGE, &matches, &part->query);
    if (s == ZW_OK)
        s = tell(p, &plan);
    zw_plan_free(&plan);
    return s;
}
