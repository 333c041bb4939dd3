/* Fields, ranges and predicates on figures as queries over terms and slots. */
#include <stdlib.h>

#include "query/plan/planner.h"

#define YEARS_AS_TERMS 40 /* a longer range asks the slot */

static zw_xquery field_term(zw_planner *p, zw_field_id field, zw_str term)
{
    return zw_xquery_term(p->plan->tree, zw_fields[field].prefix, term, 1);
}

/* --- text --------------------------------------------------------------------------------- */

/* Fields whose text the check can look at. */
static const struct zone {
    zw_field_id field;
    zw_zone zone;
    bool one; /* its words have to stand in one text of several: in one measure, not in two */
} zones[] = {
    { ZW_F_BODY, ZW_ZONE_BODY, false },
    { ZW_F_TITLE, ZW_ZONE_TITLE, false },
    { ZW_F_HEADING, ZW_ZONE_HEADING, false },
    { ZW_F_MEASURE, ZW_ZONE_MEASURE, true },
    { ZW_F_INDICATOR, ZW_ZONE_INDICATOR, true },
    { ZW_F_CITES, ZW_ZONE_CITES, true },
    { ZW_F_IMPLEMENTS, ZW_ZONE_IMPLEMENTS, true },
};

static const struct zone *zone_of(zw_field_id field)
{
    for (size_t i = 0; i < sizeof zones / sizeof *zones; i++) {
        if (zones[i].field == field)
            return &zones[i];
    }
    return NULL;
}

bool zw_plan_wants_one(const zw_field *field)
{
    const struct zone *zone = zone_of(field->id);
    return zone && zone->one;
}

static zw_status plan_words(zw_planner *p, zw_str text, zw_field_id field, const struct zone *zone,
                            zw_part *part)
{
    zw_strs folded = { 0 };
    zw_status s = zw_plan_words_in(p, text, field, &part->query, &folded);
    /* a field that has terms of its own tells one word without a look at the text */
    bool alone = folded.n == 1 && zone && zone->field == field;
    if (s == ZW_OK && folded.n && !alone && zone && zone->one) {
        part->check = zw_planner_check(p, ZW_CHECK_RUN);
        if (!part->check)
            return zw_err_nomem(p->err);
        part->check->zone = zone->zone;
    }
    for (size_t i = 0; s == ZW_OK && i < folded.n; i++) {
        if (part->check)
            s = zw_planner_check_text(p, part->check, folded.at[i]);
        if (s == ZW_OK && zone && zone->zone == ZW_ZONE_BODY)
            s = zw_planner_mark(p, folded.at[i], false);
    }
    return s;
}

static zw_check *either(zw_planner *p, zw_check *check, zw_xquery query)
{
    zw_check *any = zw_planner_check(p, ZW_CHECK_OR), *set = zw_planner_check(p, ZW_CHECK_SET);
    zw_check **first = any ? zw_array_add(p->arena, &any->kids) : NULL;
    if (first)
        *first = check;
    zw_check **second = first ? zw_array_add(p->arena, &any->kids) : NULL;
    if (!second || !set)
        return NULL;
    set->query = query;
    *second = set;
    return any;
}

/* A title is checked on the text, a number is told by the index: either will do. */
static zw_status or_number(zw_planner *p, zw_field_id field, zw_str text, zw_part *part)
{
    zw_field_id id = field == ZW_F_CITES ? ZW_F_CITES_NUMBER : ZW_F_IMPLEMENTS_NUMBER;
    zw_xquery number;
    zw_status s = zw_plan_name(p, &zw_fields[id], text, &number);
    if (s == ZW_OK && field == ZW_F_IMPLEMENTS)
        s = zw_plan_in_documents(p, &number);
    if (s != ZW_OK)
        return s;
    if (part->check && !(part->check = either(p, part->check, number)))
        return zw_err_nomem(p->err);
    part->query = zw_xquery_pair(p->plan->tree, ZW_XOP_OR, part->query, number);
    return ZW_OK;
}

static zw_status plan_text(zw_planner *p, const zw_field *field, const zw_node *kid, zw_part *part)
{
    const struct zone *zone = zone_of(field->id);
    bool exact;
    /* a measure is a stretch of the passage: the body has its words, the record where it lies */
    zw_field_id id = field->id == ZW_F_MEASURE ? ZW_F_BODY : field->id;
    zw_status s = kid->kind != ZW_NODE_RUN ? plan_words(p, kid->text, id, zone, part)
                  : zone                   ? zw_plan_run(p, kid->text, id, zone->zone, part)
                         : zw_plan_run_query(p, kid->text, id, &part->query, &exact);
    if (s == ZW_OK && field->id == ZW_F_IMPLEMENTS)
        s = zw_plan_in_documents(p, &part->query);
    if (s == ZW_OK && (field->id == ZW_F_CITES || field->id == ZW_F_IMPLEMENTS))
        s = or_number(p, field->id, kid->text, part);
    if (s == ZW_OK && field->id != ZW_F_BODY)
        part->query = zw_plan_filter(p, part->query);
    return s;
}

zw_status zw_plan_field(zw_planner *p, const zw_node *node, zw_part *part)
{
    const zw_node *kid = node->kids.at[0];
    if (node->field->id == ZW_F_X)
        return zw_plan_column(p, node, &part->query);
    if (kid->star && node->field->id != ZW_F_MEASURE) { /* a run of a measure is open anyway */
        zw_str folded;
        zw_status s = zw_planner_fold(p, kid->text, &folded);
        part->query = zw_plan_filter(
            p, zw_xquery_prefix(p->plan->tree, node->field->prefix, folded, UINT32_MAX));
        return s == ZW_OK && node->field->id == ZW_F_IMPLEMENTS
                   ? zw_plan_in_documents(p, &part->query)
                   : s;
    }
    if (node->field->kind == ZW_KIND_TEXT)
        return plan_text(p, node->field, kid, part);
    if (node->field->id == ZW_F_TOPIC || node->field->id == ZW_F_INSTRUMENT)
        return zw_plan_label(p, node, &part->query);
    if (node->field->id == ZW_F_VERSION)
        return zw_plan_version(p, zw_field_value_name(node->field, kid->text), &part->query);
    if (node->field->id == ZW_F_REGION)
        return zw_plan_region(p, node->field, kid->text, &part->query);
    return zw_plan_name(p, node->field, kid->text, &part->query);
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
            return zw_plan_name(p, &zw_fields[roles[i].field], agency, &part->query);
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
    *query = zw_plan_filter(p, zw_planner_join(p, ZW_XOP_OR, &any));
    return ZW_OK;
}

static int year_at(zw_str value)
{
    char digits[5] = "";
    memcpy(digits, value.at, 4);
    return atoi(digits);
}

/* A range beside all years there are finds nothing: say where they lie. */
static zw_status note_years(zw_planner *p, const zw_node *node, int from, int to)
{
    zw_xslot years = { 0 };
    if (node->field->kind != ZW_KIND_YEAR)
        return ZW_OK;
    zw_status s = zw_xdb_slot(p->db, (uint32_t)node->field->slot, p->arena, &years, p->err);
    if (s != ZW_OK || years.low.n < 4 || years.high.n < 4)
        return s;
    int first = year_at(years.low), last = year_at(years.high);
    return (from && from > last) || (to && to < first)
               ? zw_planner_note(p, "%s: the years in the index are %d to %d", node->field->name,
                                 first, last)
               : ZW_OK;
}

zw_status zw_plan_range(zw_planner *p, const zw_node *node, zw_part *part)
{
    int from = node->low ? atoi(node->low) : 0, to = node->high ? atoi(node->high) : 0;
    zw_status noted = note_years(p, node, from, to);
    if (noted != ZW_OK)
        return noted;
    if (node->field->kind == ZW_KIND_YEAR && from && to && to - from < YEARS_AS_TERMS)
        return years_as_terms(p, node->field, from, to, &part->query);
    char *low = node->low ? first_day(p, node->low) : NULL;
    /* a year ends behind its last day, for years lie in the slot of dates too */
    const char *end = node->field->kind == ZW_KIND_YEAR ? "9999" : "";
    char *high = node->high ? zw_arena_printf(p->arena, "%s%s", node->high, end) : NULL;
    /* a unit without the value is below every low: an open range still wants a value */
    zw_str first = low ? zw_str_of(low) : ZW_STR("0");
    zw_str last = high ? zw_str_of(high) : (zw_str){ NULL, 0 };
    if ((node->low && !low) || (node->high && !high))
        return zw_err_nomem(p->err);
    part->query = zw_plan_filter(
        p, zw_xquery_range(p->plan->tree, (uint32_t)node->field->slot, first, last));
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
    part->query = zw_plan_filter(p, zw_planner_join(p, ZW_XOP_AND, &all));
    return s;
}
