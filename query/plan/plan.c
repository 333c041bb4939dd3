#include "query/plan/plan.h"

#include <stdarg.h>
#include <stdio.h>

#include "query/plan/planner.h"

#define BM25_IDF_FLOOR 1e-6

/* The headings that lead to a passage say what it is about, but say it of all their passages: at
 * 0.15 they cost nothing that can be measured, at 0.3 and above ranks fall (docs/quality.md). A
 * title does not weigh: at 0.1 recall stayed as it was, at 0.3 it fell (docs/decisions/0001). */
#define HEADING_WEIGHT 0.15

zw_status zw_planner_note(zw_planner *p, const char *format, ...)
{
    char text[500];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    const char **note = zw_array_add(p->arena, &p->plan->notes);
    if (!note)
        return zw_err_nomem(p->err);
    *note = zw_arena_strdup(p->arena, text);
    return *note ? ZW_OK : zw_err_nomem(p->err);
}

bool zw_planner_push(zw_planner *p, zw_xqueries *list, zw_xquery query)
{
    zw_xquery *slot = query ? zw_array_add(p->arena, list) : NULL;
    if (slot)
        *slot = query;
    return slot != NULL;
}

zw_xquery zw_planner_join(zw_planner *p, zw_xop op, const zw_xqueries *list)
{
    if (list->n == 0)
        return op == ZW_XOP_AND ? zw_xquery_scale(p->plan->tree, zw_xquery_all(p->plan->tree), 0)
                                : zw_xquery_nothing(p->plan->tree);
    return list->n == 1 ? list->at[0] : zw_xquery_op(p->plan->tree, op, list->at, list->n, 0);
}

zw_status zw_planner_fold(zw_planner *p, zw_str text, zw_str *folded)
{
    return zw_segmenter_fold_exact(p->session->segmenter, text, p->arena, folded, NULL, p->err);
}

zw_check *zw_planner_check(zw_planner *p, zw_check_kind kind)
{
    zw_check *check = zw_arena_alloc(p->arena, sizeof *check);
    if (check)
        check->kind = kind;
    return check;
}

zw_status zw_planner_check_text(zw_planner *p, zw_check *check, zw_str folded)
{
    zw_str *slot = zw_array_add(p->arena, &check->texts);
    if (!slot)
        return zw_err_nomem(p->err);
    *slot = folded;
    return ZW_OK;
}

zw_status zw_planner_mark(zw_planner *p, zw_str folded, bool whole)
{
    if (p->negative || folded.n == 0)
        return ZW_OK;
    zw_needle *needle = zw_array_add(p->arena, &p->plan->needles);
    if (!needle)
        return zw_err_nomem(p->err);
    *needle = (zw_needle){ folded, whole };
    return ZW_OK;
}

/* Figures and filters do not weigh. */
static double zone_weight(zw_field_id field)
{
    switch (field) {
    case ZW_F_BODY:
        return 1;
    case ZW_F_HEADING:
        return HEADING_WEIGHT;
    default:
        return 0;
    }
}

zw_xquery zw_planner_term(zw_planner *p, zw_field_id field, zw_str term, double weight)
{
    const char *prefix = zw_fields[field].prefix;
    zw_xquery q = zw_xquery_term(p->plan->tree, prefix, term, 1);
    double zone = zone_weight(field);
    char *full = zw_arena_printf(p->arena, "%s%.*s", prefix, (int)term.n, term.at);
    if (!full)
        return NULL;
    if (zone == 0)
        return zw_xquery_scale(p->plan->tree, q, 0);
    uint64_t freq = zw_xdb_termfreq(p->db, zw_str_of(full));
    double scale = zw_index_idf_scale(zw_index_stats_of(p->session->index), freq);
    double factor = zone * weight * (scale > 0 ? scale : BM25_IDF_FLOOR);
    return zw_planner_weighs(p,
                             &(zw_weighing){ .field = &zw_fields[field],
                                             .term = term,
                                             .weight = factor,
                                             .query = zw_xquery_scale(p->plan->tree, q, factor) });
}

zw_xquery zw_planner_prefix(zw_planner *p, zw_field_id field, zw_str begin, double weight)
{
    double factor = zone_weight(field) * weight;
    zw_xquery q = zw_xquery_prefix(p->plan->tree, zw_fields[field].prefix, begin, UINT32_MAX);
    q = zw_xquery_scale(p->plan->tree, q, factor);
    if (factor == 0)
        return q;
    return zw_planner_weighs(p, &(zw_weighing){ .field = &zw_fields[field],
                                                .term = begin,
                                                .open_end = true,
                                                .weight = factor,
                                                .query = q });
}

zw_xquery zw_planner_weighs(zw_planner *p, const zw_weighing *weighing)
{
    if (p->negative)
        return weighing->query;
    zw_weighing *to = zw_array_add(p->arena, &p->plan->weighings);
    if (!to)
        return NULL;
    *to = *weighing;
    to->loose = p->loose;
    return to->query;
}

void zw_planner_within(zw_planner *p, size_t from, zw_xquery query)
{
    for (size_t i = from; i < p->plan->weighings.n; i++) {
        zw_weighing *w = &p->plan->weighings.at[i];
        w->within = w->within ? zw_xquery_pair(p->plan->tree, ZW_XOP_AND, w->within, query) : query;
    }
}

/* --- the tree ----------------------------------------------------------------------------- */

static zw_status plan_node(zw_planner *p, const zw_node *node, bool whole, zw_part *part);

/* Whether a node may hold what only the text can tell. */
static bool may_check(const zw_planner *p, const zw_node *node)
{
    if (zw_plan_is_of_others(p, node))
        return false;
    bool may = node->kind == ZW_NODE_RUN || node->kind == ZW_NODE_NEAR ||
               node->kind == ZW_NODE_FIGURE ||
               (node->kind == ZW_NODE_FIELD && zw_plan_wants_one(node->field)) ||
               (p->type == ZW_UNIT_PASSAGES && zw_plan_measure_fields(node) > 1);
    for (size_t i = 0; !may && i < node->kids.n; i++)
        may = may_check(p, node->kids.at[i]);
    return may;
}

/* The check for a part that the index decides, where its siblings need checks. */
static zw_status complete(zw_planner *p, zw_part *part)
{
    if (part->check)
        return ZW_OK;
    part->check = zw_planner_check(p, ZW_CHECK_SET);
    if (!part->check)
        return zw_err_nomem(p->err);
    part->check->query = part->query;
    return ZW_OK;
}

static zw_status add_check(zw_planner *p, zw_check_kind kind, zw_check **list, zw_check *kid)
{
    if (!*list)
        *list = zw_planner_check(p, kind);
    zw_check **slot = *list ? zw_array_add(p->arena, &(*list)->kids) : NULL;
    if (!slot)
        return zw_err_nomem(p->err);
    *slot = kid;
    return ZW_OK;
}

static bool is_role(const zw_node *node)
{
    return node->kind == ZW_NODE_FIELD && node->field->id == ZW_F_ROLE;
}

static bool is_agency(const zw_node *node)
{
    return node->kind == ZW_NODE_FIELD && node->field->id == ZW_F_AGENCY;
}

/* role:lead, or role:(lead OR support) */
static bool is_roles(const zw_node *node)
{
    if (node->kind != ZW_NODE_OR)
        return is_role(node);
    for (size_t i = 0; i < node->kids.n; i++) {
        if (!is_role(node->kids.at[i]))
            return false;
    }
    return true;
}

static const zw_node *roles_among(const zw_node *node)
{
    const zw_node *roles = NULL;
    bool agency = false;
    for (size_t i = 0; i < node->kids.n; i++) {
        agency |= is_agency(node->kids.at[i]);
        if (is_roles(node->kids.at[i]))
            roles = node->kids.at[i];
    }
    return agency ? roles : NULL;
}

/* agency:公安厅 role:lead: that agency in that role, not one agency and another's role. */
static zw_status plan_agency_in_roles(zw_planner *p, const zw_node *agency, const zw_node *roles,
                                      zw_part *part)
{
    zw_xqueries any = { 0 };
    size_t n = roles->kind == ZW_NODE_OR ? roles->kids.n : 1;
    for (size_t i = 0; i < n; i++) {
        const zw_node *role = roles->kind == ZW_NODE_OR ? roles->kids.at[i] : roles;
        zw_part one = { 0 };
        zw_status s = zw_plan_agency_in_role(p, agency->kids.at[0]->text, role->kids.at[0]->text,
                                             &one);
        if (s != ZW_OK)
            return s;
        if (!zw_planner_push(p, &any, one.query))
            return zw_err_nomem(p->err);
    }
    part->query = zw_planner_join(p, ZW_XOP_OR, &any);
    return ZW_OK;
}

typedef struct {
    zw_xqueries wanted;   /* words */
    zw_xqueries demanded; /* all else */
    zw_xqueries without;
    zw_check *check;
} conjunction;

/* What is left out: natively where the index decides, else by the check alone. */
static zw_status plan_not(zw_planner *p, const zw_node *kid, conjunction *c)
{
    zw_part part = { 0 };
    bool negative = p->negative;
    p->negative = true;
    zw_status s = plan_node(p, kid, may_check(p, kid), &part);
    p->negative = negative;
    if (s != ZW_OK)
        return s;
    if (!part.check)
        return zw_planner_push(p, &c->without, part.query) ? ZW_OK : zw_err_nomem(p->err);
    zw_check *not = NULL;
    s = add_check(p, ZW_CHECK_NOT, &not, part.check);
    return s == ZW_OK ? add_check(p, ZW_CHECK_AND, &c->check, not ) : s;
}

static zw_status plan_kid(zw_planner *p, const zw_node *parent, const zw_node *kid,
                          const zw_node *roles, bool whole, conjunction *c)
{
    zw_part part = { 0 };
    zw_status s;
    bool word = kid->kind == ZW_NODE_WORD;
    if (kid->kind == ZW_NODE_NOT)
        return plan_not(p, kid->kids.at[0], c);
    if (kid == roles)
        return ZW_OK;
    if (roles && is_agency(kid))
        s = plan_agency_in_roles(p, kid, roles, &part);
    else if (word)
        s = zw_plan_word(p, kid, parent->side, &part);
    else
        s = plan_node(p, kid, whole, &part);
    if (s == ZW_OK && part.check)
        s = add_check(p, ZW_CHECK_AND, &c->check, part.check);
    bool side = word && parent->side && !kid->plus && !kid->star;
    if (s == ZW_OK && !zw_planner_push(p, side ? &c->wanted : &c->demanded, part.query))
        s = zw_err_nomem(p->err);
    return s;
}

static zw_xquery without(zw_planner *p, zw_xquery query, const conjunction *c)
{
    return c->without.n ? zw_xquery_pair(p->plan->tree, ZW_XOP_AND_NOT, query,
                                         zw_planner_join(p, ZW_XOP_OR, &c->without))
                        : query;
}

/* For figures, what is asked of their passages is asked at once: the passages that have all of it.
 * The rest is of the figure itself. */
static zw_status part_kids(zw_planner *p, const zw_node *node, zw_node *own, conjunction *c)
{
    zw_node others = { .kind = ZW_NODE_AND, .at = node->at };
    *own = (zw_node){ .kind = ZW_NODE_AND, .at = node->at };
    for (size_t i = 0; i < node->kids.n; i++) {
        zw_node *kid = node->kids.at[i];
        zw_node **slot = zw_array_add(p->arena,
                                      zw_plan_is_of_others(p, kid) ? &others.kids : &own->kids);
        if (!slot)
            return zw_err_nomem(p->err);
        *slot = kid;
    }
    if (others.kids.n == 0)
        return ZW_OK;
    zw_part part = { 0 };
    zw_status s = zw_plan_of_others(p, others.kids.n == 1 ? others.kids.at[0] : &others, &part);
    return s == ZW_OK && !zw_planner_push(p, &c->demanded, part.query) ? zw_err_nomem(p->err) : s;
}

/* Two fields of measures beside each other are of the same measure. */
static zw_status want_one_measure(zw_planner *p, const zw_node *node, conjunction *c)
{
    zw_check *measure;
    if (p->type != ZW_UNIT_PASSAGES || zw_plan_measure_fields(node) < 2)
        return ZW_OK;
    zw_status s = zw_plan_measure(p, node, &measure);
    return s == ZW_OK ? add_check(p, ZW_CHECK_AND, &c->check, measure) : s;
}

static zw_status plan_and(zw_planner *p, const zw_node *node, bool whole, zw_part *part)
{
    conjunction c = { 0 };
    zw_node own;
    zw_status s = ZW_OK;
    if (p->type == ZW_UNIT_FIGURES) {
        s = part_kids(p, node, &own, &c);
        node = &own;
    }
    const zw_node *roles = roles_among(node);
    for (size_t i = 0; s == ZW_OK && i < node->kids.n; i++)
        s = plan_kid(p, node, node->kids.at[i], roles, whole, &c);
    if (s == ZW_OK)
        s = want_one_measure(p, node, &c);
    if (s != ZW_OK)
        return s;
    for (size_t i = 0; i < c.demanded.n; i++) {
        if (!zw_planner_push(p, &c.wanted, c.demanded.at[i]))
            return zw_err_nomem(p->err);
    }
    part->query = without(p, zw_planner_join(p, ZW_XOP_AND, &c.wanted), &c);
    part->check = c.check;
    if (whole && c.check) { /* the rest of it must be told as well */
        zw_part rest = { part->query, NULL };
        s = complete(p, &rest);
        if (s == ZW_OK)
            s = add_check(p, ZW_CHECK_AND, &part->check, rest.check);
    }
    return s;
}

static zw_status plan_or(zw_planner *p, const zw_node *node, bool whole, zw_part *part)
{
    zw_xqueries any = { 0 };
    zw_status s = ZW_OK;
    bool checks = whole || may_check(p, node);
    for (size_t i = 0; s == ZW_OK && i < node->kids.n; i++) {
        zw_part kid = { 0 };
        size_t from = p->plan->weighings.n;
        s = plan_node(p, node->kids.at[i], checks, &kid);
        if (s == ZW_OK)
            zw_planner_within(p, from, kid.query);
        if (s == ZW_OK && checks)
            s = complete(p, &kid);
        if (s == ZW_OK && checks)
            s = add_check(p, ZW_CHECK_OR, &part->check, kid.check);
        if (s == ZW_OK && !zw_planner_push(p, &any, kid.query))
            s = zw_err_nomem(p->err);
    }
    part->query = zw_planner_join(p, ZW_XOP_OR, &any);
    return s;
}

/* NOT with nothing beside it: everything else. */
static zw_status plan_only_not(zw_planner *p, const zw_node *node, zw_part *part)
{
    conjunction c = { 0 };
    zw_status s = plan_not(p, node->kids.at[0], &c);
    part->query = without(p, zw_planner_join(p, ZW_XOP_AND, &c.wanted), &c);
    part->check = c.check;
    return s;
}

static zw_status plan_node(zw_planner *p, const zw_node *node, bool whole, zw_part *part)
{
    *part = (zw_part){ 0 };
    if (zw_plan_is_of_others(p, node))
        return zw_plan_of_others(p, node, part);
    switch (node->kind) {
    case ZW_NODE_ALL:
        part->query = zw_planner_join(p, ZW_XOP_AND, &(zw_xqueries){ 0 });
        return ZW_OK;
    case ZW_NODE_WORD:
        return zw_plan_word(p, node, false, part);
    case ZW_NODE_RUN:
        return zw_plan_run(p, node->text, ZW_F_BODY, ZW_ZONE_BODY, part);
    case ZW_NODE_NEAR:
        return zw_plan_near(p, node, part);
    case ZW_NODE_FIELD:
        return zw_plan_field(p, node, part);
    case ZW_NODE_RANGE:
        return zw_plan_range(p, node, part);
    case ZW_NODE_FIGURE:
        return zw_plan_figure(p, node, part);
    case ZW_NODE_NOT:
        return plan_only_not(p, node, part);
    case ZW_NODE_OR:
        return plan_or(p, node, whole, part);
    default:
        return plan_and(p, node, whole, part);
    }
}

/* --- the fall-back ------------------------------------------------------------------------ */

static bool is_side_word(const zw_node *node)
{
    return node->kind == ZW_NODE_WORD && !node->plus && !node->star;
}

static zw_status loose_words(zw_planner *p, const zw_node *tree, zw_loose *any)
{
    zw_status s = ZW_OK;
    if (is_side_word(tree))
        s = zw_plan_loose(p, tree->text, 1, any);
    for (size_t i = 0; tree->side && s == ZW_OK && i < tree->kids.n; i++) {
        if (is_side_word(tree->kids.at[i]))
            s = zw_plan_loose(p, tree->kids.at[i]->text, 1, any);
    }
    for (size_t i = 0; s == ZW_OK && i < p->plan->words.n; i++) {
        const zw_query_word *word = &p->plan->words.at[i];
        for (size_t k = 0; word->side && s == ZW_OK && k < word->also.n; k++)
            s = zw_plan_loose(p, word->also.at[k], ZW_ALSO_WEIGHT, any);
    }
    return s;
}

/* All but the words that stand side by side, as a query of its own. */
static zw_status demands(zw_planner *p, const zw_node *tree, zw_node *rest)
{
    *rest = (zw_node){ .kind = ZW_NODE_AND, .at = tree->at };
    for (size_t i = 0; tree->side && i < tree->kids.n; i++) {
        if (is_side_word(tree->kids.at[i]))
            continue;
        zw_node **slot = zw_array_add(p->arena, &rest->kids);
        if (!slot)
            return zw_err_nomem(p->err);
        *slot = tree->kids.at[i];
    }
    return ZW_OK;
}

static size_t count_side(const zw_plan *plan)
{
    size_t n = 0;
    for (size_t i = 0; i < plan->words.n; i++)
        n += plan->words.at[i].side && !plan->words.at[i].rank_only;
    return n;
}

/* Two words at least, else there is nothing that could be let go. */
static zw_status plan_loose(zw_planner *p, const zw_node *tree)
{
    zw_loose any = { 0 };
    zw_node rest;
    zw_part part = { 0 };
    if (!(tree->side || is_side_word(tree)) || count_side(p->plan) < 2)
        return ZW_OK;
    p->loose = true;
    zw_status s = loose_words(p, tree, &any);
    p->loose = false;
    if (s == ZW_OK)
        s = demands(p, tree, &rest);
    zw_plan *plan = p->plan, scratch = *plan; /* words and marks are told already */
    p->plan = &scratch;
    if (s == ZW_OK && rest.kids.n)
        s = plan_and(p, &rest, false, &part);
    p->plan = plan;
    plan->loose = zw_planner_join(p, ZW_XOP_OR, &any.wanted);
    if (any.more.n)
        plan->loose = zw_xquery_pair(plan->tree, ZW_XOP_AND_MAYBE, plan->loose,
                                     zw_planner_join(p, ZW_XOP_OR, &any.more));
    if (part.query)
        plan->loose = zw_xquery_pair(plan->tree, ZW_XOP_FILTER, plan->loose, part.query);
    return s;
}

static zw_xquery of_type(zw_planner *p, zw_xquery query)
{
    const char *type = p->type == ZW_UNIT_FIGURES ? ZW_TYPE_FIGURE : ZW_TYPE_PASSAGE;
    return query ? zw_xquery_pair(p->plan->tree, ZW_XOP_FILTER, query,
                                  zw_xquery_term(p->plan->tree, zw_fields[ZW_F_TYPE].prefix,
                                                 zw_str_of(type), 1))
                 : NULL;
}

zw_status zw_plan_make(zw_session *session, const zw_node *tree, zw_unit_type type, zw_arena *arena,
                       zw_plan *plan, zw_query_fault *fault, zw_err *err)
{
    zw_planner p = { session, zw_index_db(session->index), type, arena, plan, fault, err, false,
                     false };
    zw_part part = { 0 };
    *plan = (zw_plan){ .tree = zw_xtree_new() };
    if (!plan->tree)
        return zw_err_nomem(err);
    bool word = is_side_word(tree) && type == ZW_UNIT_PASSAGES;
    zw_status s = word ? zw_plan_word(&p, tree, true, &part) : plan_node(&p, tree, false, &part);
    if (s == ZW_OK)
        s = plan_loose(&p, tree);
    if (s == ZW_OK)
        s = zw_xtree_status(plan->tree, err);
    plan->strict = of_type(&p, part.query);
    plan->loose = of_type(&p, plan->loose);
    plan->check = part.check;
    if (s == ZW_OK)
        s = zw_plan_measure(&p, tree, &plan->measure);
    if (s == ZW_OK)
        s = zw_check_prepare(plan->check, session, arena, err);
    if (s != ZW_OK)
        zw_plan_free(plan);
    return s;
}

void zw_plan_free(zw_plan *plan)
{
    zw_xtree_free(plan->tree);
    plan->tree = NULL;
}
