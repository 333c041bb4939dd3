/* Fields, ranges and predicates on figures as queries over terms and slots. */
#include <stdlib.h>

#include "query/planner.h"

#define YEARS_AS_TERMS 40 /* a longer range asks the slot */

/* Filters do not weigh. */
static zw_xquery filter(zw_planner *p, zw_xquery query)
{
    return zw_xquery_scale(p->plan->tree, query, 0);
}

static zw_xquery field_term(zw_planner *p, zw_field_id field, zw_str term)
{
    return zw_xquery_term(p->plan->tree, zw_fields[field].prefix, term, 1);
}

/* --- names -------------------------------------------------------------------------------- */

/* Every value of the field that holds the text: for names always, else where no value is just that:
 * genre:方案 finds
 * 实施方案 and 工作方案, agency:公安 every agency that has it in its name. */
static zw_status values_with(zw_planner *p, const zw_field *field, zw_str text, zw_xqueries *any)
{
    zw_xterms terms = { 0 };
    size_t skip = strlen(field->prefix);
    zw_status s = zw_xdb_terms(p->db, zw_str_of(field->prefix), SIZE_MAX, p->arena, &terms, p->err);
    for (size_t i = 0; s == ZW_OK && i < terms.n; i++) {
        zw_str term = { terms.at[i].term.at + skip, terms.at[i].term.n - skip };
        bool longer = term.n && term.at[0] >= 'A' && term.at[0] <= 'Z'; /* XA before XAL */
        if (!longer && zw_str_find(term, text, 0) < term.n &&
            !zw_planner_push(p, any, field_term(p, field->id, term)))
            return zw_err_nomem(p->err);
    }
    return s;
}

static bool is_known(zw_planner *p, const zw_field *field, zw_str term)
{
    char *full = zw_arena_printf(p->arena, "%s%.*s", field->prefix, (int)term.n, term.at);
    return full && zw_xdb_termfreq(p->db, zw_str_of(full)) > 0;
}

static zw_status plan_name(zw_planner *p, const zw_field *field, zw_str text, zw_xquery *query)
{
    zw_terms terms = { 0 };
    zw_xqueries any = { 0 };
    zw_status s = zw_field_terms(field, p->session->segmenter, ZW_SEG_QUERY,
                                 zw_field_value_name(field, text), p->arena, &terms, p->err);
    bool name = field->kind == ZW_KIND_NAME, term_kind = field->kind == ZW_KIND_TERM;
    for (size_t i = 0; s == ZW_OK && i < terms.n; i++) {
        zw_str term = terms.at[i].text;
        if (name || (term_kind && !is_known(p, field, term)))
            s = values_with(p, field, term, &any);
        else if (!zw_planner_push(p, &any, field_term(p, field->id, term)))
            s = zw_err_nomem(p->err);
    }
    *query = filter(p, zw_planner_join(p, ZW_XOP_OR, &any));
    return s;
}

/* One name on a path, with whatever else that place was or is called. */
static zw_status plan_place(zw_planner *p, const zw_field *field, zw_str text, zw_xquery *query)
{
    const zw_gazetteer *gazetteer;
    zw_names names = { 0 };
    zw_xqueries any = { 0 };
    zw_status s = zw_session_gazetteer(p->session, &gazetteer, p->err);
    if (s == ZW_OK)
        s = zw_gazetteer_names(gazetteer, text, p->arena, &names, p->err);
    if (s == ZW_OK && names.n == 0)
        return plan_name(p, field, text, query);
    zw_buf note = ZW_BUF_INIT;
    for (size_t i = 0; s == ZW_OK && i < names.n; i++) {
        zw_terms terms = { 0 };
        s = zw_field_terms(field, p->session->segmenter, ZW_SEG_QUERY, zw_str_of(names.at[i]),
                           p->arena, &terms, p->err);
        for (size_t k = 0; s == ZW_OK && k < terms.n; k++) {
            if (!is_known(p, field, terms.at[k].text))
                continue;
            zw_buf_printf(&note, "%s%s", note.n ? ", " : "", names.at[i]);
            if (!zw_planner_push(p, &any, field_term(p, field->id, terms.at[k].text)))
                s = zw_err_nomem(p->err);
        }
    }
    *query = filter(p, zw_planner_join(p, ZW_XOP_OR, &any));
    if (s == ZW_OK)
        s = note.n
                ? zw_planner_note(p, "region:%.*s is %s", (int)text.n, text.at, note.at)
                : zw_planner_note(p, "no document of the index is for %.*s", (int)text.n, text.at);
    zw_buf_free(&note);
    return s;
}

/* 吉林省/长春市/朝阳区 tells one 朝阳 from the others: all names of the path must hold. */
static zw_status plan_region(zw_planner *p, const zw_field *field, zw_str text, zw_xquery *query)
{
    zw_xqueries all = { 0 };
    zw_status s = ZW_OK;
    for (size_t at = 0; s == ZW_OK && at <= text.n;) {
        size_t end = zw_str_find(text, ZW_STR("/"), at);
        zw_str name = zw_str_trim(zw_str_slice(text, (zw_range){ at, end }));
        zw_xquery one;
        at = end + 1;
        if (name.n == 0)
            continue;
        s = plan_place(p, field, name, &one);
        if (s == ZW_OK && !zw_planner_push(p, &all, one))
            s = zw_err_nomem(p->err);
    }
    *query = zw_planner_join(p, ZW_XOP_AND, &all);
    return s;
}

/* --- text --------------------------------------------------------------------------------- */

static zw_zone zone_of(zw_field_id field, bool *checkable)
{
    *checkable = true;
    switch (field) {
    case ZW_F_TITLE:
        return ZW_ZONE_TITLE;
    case ZW_F_HEADING:
        return ZW_ZONE_HEADING;
    case ZW_F_MEASURE:
        return ZW_ZONE_MEASURE;
    case ZW_F_BODY:
        return ZW_ZONE_BODY;
    default:
        *checkable = false;
        return ZW_ZONE_BODY;
    }
}

static zw_status plan_text(zw_planner *p, const zw_field *field, const zw_node *kid, zw_part *part)
{
    bool checkable, exact;
    zw_zone zone = zone_of(field->id, &checkable);
    zw_field_id id = field->id == ZW_F_BODY ? zw_planner_body(p) : field->id;
    if (kid->kind == ZW_NODE_RUN && checkable)
        return zw_plan_run(p, kid->text, id, zone, part);
    zw_status s = zw_plan_run_query(p, kid->text, id, &part->query, &exact);
    if (s == ZW_OK && field->id == ZW_F_CITES) {
        zw_xquery number;
        s = plan_name(p, &zw_fields[ZW_F_CITES_NUMBER], kid->text, &number);
        part->query = zw_xquery_pair(p->plan->tree, ZW_XOP_OR, part->query, number);
    }
    if (s == ZW_OK && field->id == ZW_F_BODY) {
        zw_str folded;
        s = zw_planner_fold(p, kid->text, &folded);
        if (s == ZW_OK)
            s = zw_planner_mark(p, folded, false);
    } else {
        part->query = filter(p, part->query);
    }
    return s;
}

zw_status zw_plan_field(zw_planner *p, const zw_node *node, zw_part *part)
{
    const zw_node *kid = node->kids.at[0];
    if (kid->star) {
        zw_str folded;
        zw_status s = zw_planner_fold(p, kid->text, &folded);
        part->query = filter(
            p, zw_xquery_prefix(p->plan->tree, node->field->prefix, folded, UINT32_MAX));
        return s;
    }
    if (node->field->kind == ZW_KIND_TEXT)
        return plan_text(p, node->field, kid, part);
    if (node->field->id == ZW_F_REGION)
        return plan_region(p, node->field, kid->text, &part->query);
    return plan_name(p, node->field, kid->text, &part->query);
}

zw_status zw_plan_agency_in_role(zw_planner *p, zw_str agency, zw_str role, zw_part *part)
{
    static const struct role {
        const char *name;
        zw_field_id field;
    } roles[] = { { "lead", ZW_F_LEAD },
                  { "support", ZW_F_SUPPORT },
                  { "responsible", ZW_F_RESPONSIBLE },
                  { "implement", ZW_F_IMPLEMENT } };
    zw_str name = zw_field_value_name(&zw_fields[ZW_F_ROLE], role);
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
        if (zw_str_eq(name, zw_str_of(roles[i].name)))
            return plan_name(p, &zw_fields[roles[i].field], agency, &part->query);
    }
    return zw_err_set(p->err, ZW_E_USAGE, "'%.*s' is no role", (int)role.n, role.at);
}

/* --- ranges ------------------------------------------------------------------------------- */

/* A document dated 2016-11 lies at 20161100, one dated 2016 at 20160000: a range that begins with
 * the month or the year holds them. */
static char *first_day(zw_planner *p, const char *low)
{
    char *day = zw_arena_strdup(p->arena, low);
    if (!day || strlen(day) != 8)
        return day;
    if (strcmp(day + 4, "0101") == 0)
        memcpy(day + 4, "0000", 4);
    else if (strcmp(day + 6, "01") == 0)
        memcpy(day + 6, "00", 2);
    return day;
}

static zw_status years_as_terms(zw_planner *p, const zw_field *field, int from, int to,
                                zw_xquery *query)
{
    zw_xqueries any = { 0 };
    for (int year = from; year <= to; year++) {
        char *text = zw_arena_printf(p->arena, "%04d", year);
        if (!text || !zw_planner_push(p, &any, field_term(p, field->id, zw_str_of(text))))
            return zw_err_nomem(p->err);
    }
    *query = filter(p, zw_planner_join(p, ZW_XOP_OR, &any));
    return ZW_OK;
}

zw_status zw_plan_range(zw_planner *p, const zw_node *node, zw_part *part)
{
    int from = node->low ? atoi(node->low) : 0, to = node->high ? atoi(node->high) : 0;
    if (node->field->kind == ZW_KIND_YEAR && from && to && to - from < YEARS_AS_TERMS)
        return years_as_terms(p, node->field, from, to, &part->query);
    char *low = node->low ? first_day(p, node->low) : NULL;
    /* a unit without the value is below every low: an open range still wants a value */
    zw_str first = low ? zw_str_of(low) : ZW_STR("0");
    zw_str last = node->high ? zw_str_of(node->high) : (zw_str){ NULL, 0 };
    if (node->low && !low)
        return zw_err_nomem(p->err);
    part->query = filter(p,
                         zw_xquery_range(p->plan->tree, (uint32_t)node->field->slot, first, last));
    return ZW_OK;
}

/* --- figures ------------------------------------------------------------------------------ */

/* The figure's number as the index can bound it; the check knows the comparators. */
static zw_xquery bounds(zw_planner *p, const zw_figure_test *t, double factor)
{
    char low[ZW_XNUMBER_MAX], high[ZW_XNUMBER_MAX];
    double slack = 1e-6;
    double a = t->low / factor, b = t->high / factor;
    a -= (a < 0 ? -a : a) * slack;
    b += (b < 0 ? -b : b) * slack;
    zw_str from = { low, zw_xnumber_put(a, low) }, to = { high, zw_xnumber_put(b, high) };
    const zw_str open = { NULL, 0 };
    zw_xtree *tree = p->plan->tree;
    switch (t->cmp) {
    case ZW_CMP_GE:
    case ZW_CMP_GT:
        return zw_xquery_range(tree, ZW_SLOT_LOW, from, open);
    case ZW_CMP_LE:
    case ZW_CMP_LT:
        return zw_xquery_range(tree, ZW_SLOT_HIGH, open, to);
    default:
        return zw_xquery_pair(tree, ZW_XOP_AND, zw_xquery_range(tree, ZW_SLOT_LOW, from, open),
                              zw_xquery_range(tree, ZW_SLOT_HIGH, open, to));
    }
}

/* One alternative for each unit that says the same in another size: 1500亩, 100公顷. */
static zw_status value_query(zw_planner *p, const zw_figure_test *t, zw_xqueries *all)
{
    zw_xqueries any = { 0 };
    zw_unit_like like[ZW_UNITS_ALIKE];
    size_t n = zw_units_alike(t->unit, like);
    for (size_t i = 0; i < n; i++) {
        zw_xquery unit = zw_planner_join(p, ZW_XOP_AND, &(zw_xqueries){ 0 });
        zw_terms terms = { 0 };
        zw_status s = zw_field_terms(&zw_fields[ZW_F_UNIT], p->session->segmenter, ZW_SEG_QUERY,
                                     like[i].name, p->arena, &terms, p->err);
        if (s != ZW_OK)
            return s;
        if (terms.n)
            unit = field_term(p, ZW_F_UNIT, terms.at[0].text);
        if (t->compares)
            unit = terms.n ? zw_xquery_pair(p->plan->tree, ZW_XOP_AND, unit,
                                            bounds(p, t, like[i].factor))
                           : bounds(p, t, like[i].factor);
        if (!zw_planner_push(p, &any, unit))
            return zw_err_nomem(p->err);
    }
    return n == 0 || zw_planner_push(p, all, zw_planner_join(p, ZW_XOP_OR, &any))
               ? ZW_OK
               : zw_err_nomem(p->err);
}

static zw_status year_query(zw_planner *p, const zw_figure_test *t, zw_xqueries *all)
{
    if (!t->year_low && !t->year_high)
        return ZW_OK;
    zw_node range = { .kind = ZW_NODE_RANGE, .field = &zw_fields[ZW_F_FOR] };
    zw_part part = { 0 };
    range.low = t->year_low ? zw_arena_printf(p->arena, "%04d", t->year_low) : NULL;
    range.high = t->year_high ? zw_arena_printf(p->arena, "%04d", t->year_high) : NULL;
    zw_status s = zw_plan_range(p, &range, &part);
    return s == ZW_OK && !zw_planner_push(p, all, part.query) ? zw_err_nomem(p->err) : s;
}

/* The words of the indicator: each is asked for, and each is checked. */
static zw_status indicator_query(zw_planner *p, zw_str indicator, zw_check *check, zw_xqueries *all)
{
    zw_status s = ZW_OK;
    for (size_t at = 0; s == ZW_OK && at < indicator.n;) {
        size_t end = zw_str_find(indicator, ZW_STR(" "), at);
        zw_str word = zw_str_trim(zw_str_slice(indicator, (zw_range){ at, end })), folded;
        zw_xquery query;
        bool exact;
        at = end + 1;
        if (word.n == 0)
            continue;
        s = zw_planner_fold(p, word, &folded);
        if (s == ZW_OK)
            s = zw_planner_check_text(p, check, folded);
        if (s == ZW_OK)
            s = zw_plan_run_query(p, word, ZW_F_INDICATOR, &query, &exact);
        if (s == ZW_OK && !zw_planner_push(p, all, query))
            s = zw_err_nomem(p->err);
        if (s == ZW_OK)
            s = zw_planner_mark(p, folded, false);
    }
    return s;
}

zw_status zw_plan_figure(zw_planner *p, const zw_node *node, zw_part *part)
{
    zw_xqueries all = { 0 };
    part->check = zw_planner_check(p, ZW_CHECK_FIGURE);
    if (!part->check)
        return zw_err_nomem(p->err);
    part->check->test = &node->test;
    zw_status s = indicator_query(p, node->test.indicator, part->check, &all);
    if (s == ZW_OK && p->type == ZW_UNIT_FIGURES)
        s = value_query(p, &node->test, &all);
    if (s == ZW_OK && p->type == ZW_UNIT_FIGURES)
        s = year_query(p, &node->test, &all);
    part->query = filter(p, zw_planner_join(p, ZW_XOP_AND, &all));
    return s;
}
