#include "query/language/parse.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/utf8.h"
#include "query/language/field.h"

typedef struct {
    zw_str query;
    zw_arena *arena;
    zw_lexemes lexemes;
    size_t at;
    size_t depth;
    const zw_field *field; /* inside region:( ) */
    zw_str column;         /* of the field x: 批次 */
    zw_range field_at;
    zw_query_fault *fault;
    zw_err *err;
} parser;

static const zw_lexeme *now(const parser *p)
{
    return &p->lexemes.at[p->at];
}

static bool take(parser *p, zw_lex_kind kind)
{
    if (now(p)->kind != kind)
        return false;
    p->at++;
    return true;
}

static zw_status make(parser *p, zw_node_kind kind, zw_range at, zw_node **node)
{
    *node = zw_arena_alloc(p->arena, sizeof **node);
    if (!*node)
        return zw_err_nomem(p->err);
    (*node)->kind = kind;
    (*node)->at = at;
    return ZW_OK;
}

static zw_status adopt(parser *p, zw_node *parent, zw_node *kid)
{
    zw_node **slot = zw_array_add(p->arena, &parent->kids);
    if (!slot)
        return zw_err_nomem(p->err);
    *slot = kid;
    if (kid->at.end > parent->at.end)
        parent->at.end = kid->at.end;
    return ZW_OK;
}

static zw_status parse_any(parser *p, zw_node **node);

/* What an operator lacks: "'AND' wants something after it". */
static zw_status refuse_lone(parser *p, const zw_lexeme *l)
{
    zw_str as = zw_str_slice(p->query, l->at);
    bool last = now(p)->kind == ZW_LEX_END || now(p)->kind == ZW_LEX_CLOSE;
    return zw_query_refuse(p->fault, p->err, l->at, "'%.*s' wants something %s it", (int)as.n,
                           as.at, last ? "after" : "before");
}

/* --- fields ------------------------------------------------------------------------------- */

static zw_status in_field(parser *p, zw_node *kid, zw_node **node)
{
    zw_status s = make(p, ZW_NODE_FIELD, p->field_at, node);
    if (s != ZW_OK)
        return s;
    (*node)->field = p->field;
    return adopt(p, *node, kid);
}

static zw_status parse_range(parser *p, const zw_lexeme *value, zw_cmp cmp, zw_node **node)
{
    zw_status s = make(p, ZW_NODE_RANGE, p->field_at, node);
    if (s != ZW_OK)
        return s;
    (*node)->field = p->field;
    (*node)->at.end = value->at.end;
    if (zw_field_range(p->field, value->text, cmp, p->arena, &(*node)->low, &(*node)->high,
                       p->err) != ZW_OK) {
        p->fault->at = value->at;
        return ZW_E_USAGE;
    }
    return ZW_OK;
}

/* The indicator is what stands before the comparator, the value all that stands behind it. */
static zw_status read_figure(parser *p, zw_range indicator, const zw_lexeme *cmp, zw_range value,
                             zw_node **node)
{
    zw_status s = make(p, ZW_NODE_FIGURE, (zw_range){ indicator.start, value.end }, node);
    if (s != ZW_OK)
        return s;
    zw_figure_test *test = &(*node)->test;
    zw_range bad;
    test->indicator = zw_str_trim(zw_str_slice(p->query, indicator));
    test->compares = cmp != NULL;
    test->cmp = cmp ? cmp->cmp : ZW_CMP_EQ;
    s = zw_figure_test_value(zw_str_slice(p->query, value), p->arena, test, &bad, p->err);
    if (s == ZW_E_USAGE)
        p->fault->at = (zw_range){ value.start + bad.start, value.start + bad.end };
    return s;
}

/* figure:"户籍人口城镇化率 >= 45% @2020": the words are a query of their own little language. */
static zw_status parse_figure(parser *p, zw_range part, zw_node **node)
{
    zw_lexemes inner = { 0 };
    zw_status s = zw_query_lex(p->query, part, p->arena, &inner, p->fault, p->err);
    if (s != ZW_OK)
        return s;
    for (size_t i = 0; i < inner.n; i++) {
        const zw_lexeme *l = &inner.at[i];
        if (l->kind == ZW_LEX_CMP)
            return read_figure(p, (zw_range){ part.start, l->at.start }, l,
                               (zw_range){ l->at.end, part.end }, node);
    }
    size_t year = zw_str_find(zw_str_slice(p->query, part), ZW_STR("@"), 0) + part.start;
    return read_figure(p, (zw_range){ part.start, year }, NULL, (zw_range){ year, part.end }, node);
}

static zw_range inside(const parser *p, const zw_lexeme *l)
{
    size_t start = (size_t)(l->text.at - p->query.at);
    return (zw_range){ start, start + l->text.n };
}

static zw_status parse_group(parser *p, const zw_lexeme *open, zw_node **node)
{
    if (++p->depth > ZW_QUERY_DEPTH)
        return zw_query_refuse(p->fault, p->err, open->at, "brackets nest more than %d deep",
                               ZW_QUERY_DEPTH);
    if (now(p)->kind == ZW_LEX_CLOSE)
        return zw_query_refuse(p->fault, p->err, (zw_range){ open->at.start, now(p)->at.end },
                               "nothing stands between the brackets");
    zw_status s = parse_any(p, node);
    if (s != ZW_OK)
        return s;
    if (!take(p, ZW_LEX_CLOSE))
        return zw_query_refuse(p->fault, p->err, open->at,
                               "the bracket that opens here is never closed");
    p->depth--;
    if ((*node)->kind == ZW_NODE_AND)
        (*node)->side = false;
    return ZW_OK;
}

/* A column's value is asked for with its name: 批次:第二批. */
static bool name_column(parser *p, zw_node *kid)
{
    char *text = zw_arena_printf(p->arena, "%.*s:%.*s", (int)p->column.n, p->column.at,
                                 (int)kid->text.n, kid->text.at);
    kid->text = zw_str_of(text);
    return text != NULL;
}

static zw_status parse_field_value(parser *p, zw_node **node)
{
    const zw_lexeme *value = now(p);
    bool word = value->kind == ZW_LEX_WORD || value->kind == ZW_LEX_QUOTED;
    if (p->field == &zw_field_figure && word) {
        p->at++;
        zw_status made = parse_figure(p, inside(p, value), node);
        if (made == ZW_OK)
            (*node)->at = (zw_range){ p->field_at.start, value->at.end };
        return made;
    }
    if (zw_field_is_range(p->field) && value->kind == ZW_LEX_CMP &&
        p->lexemes.at[p->at + 1].kind == ZW_LEX_WORD) {
        p->at += 2;
        return parse_range(p, value + 1, value->cmp, node);
    }
    if (zw_field_is_range(p->field) && word) {
        p->at++;
        return parse_range(p, value, ZW_CMP_EQ, node);
    }
    if (!word)
        return zw_query_refuse(p->fault, p->err, p->field_at, "'%s:' wants a value: %s",
                               p->field->name, p->field->example);
    zw_node *kid;
    p->at++;
    zw_status s = make(p, value->kind == ZW_LEX_WORD ? ZW_NODE_WORD : ZW_NODE_RUN, value->at, &kid);
    if (s != ZW_OK)
        return s;
    kid->text = value->text;
    kid->star = value->star;
    if (p->field->id == ZW_F_X && !name_column(p, kid))
        return zw_err_nomem(p->err);
    if (zw_field_value_check(p->field, kid->text, p->err) != ZW_OK) {
        p->fault->at = value->at;
        return ZW_E_USAGE;
    }
    return in_field(p, kid, node);
}

static zw_status parse_field(parser *p, const zw_lexeme *name, zw_node **node)
{
    const zw_field *field = zw_query_field(name->text);
    if (p->field)
        return zw_query_refuse(p->fault, p->err, name->at,
                               "a field cannot stand inside another field's brackets");
    if (!field) {
        const char *near = zw_field_nearest(name->text);
        return zw_query_refuse(p->fault, p->err, name->at,
                               "no field is called '%.*s'%s%s%s (a colon in a text goes in "
                               "quotes)",
                               (int)name->text.n, name->text.at, near ? ", did you mean '" : "",
                               near ? near : "", near ? ":'?" : "");
    }
    if (field->id == ZW_F_X && name->column.n == 0)
        return zw_query_refuse(p->fault, p->err, name->at,
                               "'x:' wants a column of the manifest and a value: %s",
                               field->example);
    p->field = field;
    p->field_at = name->at;
    p->column = name->column;
    const zw_lexeme *open = now(p);
    zw_status s = take(p, ZW_LEX_OPEN) ? parse_group(p, open, node) : parse_field_value(p, node);
    p->field = NULL;
    return s;
}

/* --- things ------------------------------------------------------------------------------- */

/* year>=2018 is year:>=2018; any other name before a comparator is an indicator. */
static zw_status parse_comparison(parser *p, const zw_lexeme *left, zw_node **node)
{
    const zw_lexeme *cmp = now(p), *value = cmp + 1;
    p->at++;
    if (value->kind != ZW_LEX_WORD)
        return zw_query_refuse(p->fault, p->err, cmp->at,
                               "a number is wanted after the comparator: 城镇化率>=60%%");
    p->at++;
    const zw_field *field = zw_query_field(left->text);
    if (field && zw_field_is_range(field)) {
        p->field = field;
        p->field_at = left->at;
        zw_status s = parse_range(p, value, cmp->cmp, node);
        p->field = NULL;
        return s;
    }
    zw_range end = value->at;
    if (now(p)->kind == ZW_LEX_WORD && zw_str_starts(now(p)->text, ZW_STR("@")))
        end = p->lexemes.at[p->at++].at;
    if (now(p)->kind == ZW_LEX_CMP)
        return zw_query_refuse(p->fault, p->err, now(p)->at,
                               "one comparison at a time: a range is 城镇化率=60..70%%");
    zw_status s = read_figure(p, inside(p, left), cmp, (zw_range){ value->at.start, end.end },
                              node);
    if (s == ZW_OK)
        (*node)->at.start = left->at.start;
    return s;
}

static zw_status parse_text(parser *p, const zw_lexeme *l, bool plus, zw_node **node)
{
    p->at++;
    if (p->field) {
        p->at--;
        return parse_field_value(p, node);
    }
    if (now(p)->kind == ZW_LEX_CMP)
        return parse_comparison(p, l, node);
    bool all = l->kind == ZW_LEX_WORD && l->star && l->text.n == 0;
    zw_status s = make(p,
                       all                      ? ZW_NODE_ALL
                       : l->kind == ZW_LEX_WORD ? ZW_NODE_WORD
                                                : ZW_NODE_RUN,
                       l->at, node);
    if (s != ZW_OK)
        return s;
    (*node)->text = l->text;
    (*node)->plus = plus;
    (*node)->star = l->star;
    return ZW_OK;
}

static zw_status parse_thing(parser *p, zw_node **node)
{
    const zw_lexeme *l = now(p);
    switch (l->kind) {
    case ZW_LEX_WORD:
    case ZW_LEX_QUOTED:
        return parse_text(p, l, false, node);
    case ZW_LEX_PLUS:
        p->at++;
        if (now(p)->kind != ZW_LEX_WORD && now(p)->kind != ZW_LEX_QUOTED)
            return zw_query_refuse(p->fault, p->err, l->at, "'+' stands before a word");
        return parse_text(p, now(p), true, node);
    case ZW_LEX_FIELD:
        p->at++;
        return parse_field(p, l, node);
    case ZW_LEX_OPEN:
        p->at++;
        return parse_group(p, l, node);
    case ZW_LEX_CLOSE: {
        bool hangs = p->at > 0 && l[-1].kind >= ZW_LEX_AND;
        return hangs ? refuse_lone(p, l - 1)
                     : zw_query_refuse(p->fault, p->err, l->at, "this bracket closes nothing");
    }
    case ZW_LEX_CMP:
        return zw_query_refuse(p->fault, p->err, l->at,
                               "a comparator stands behind an indicator (城镇化率>=60%%); for any "
                               "indicator write figure:\">=60%%\"");
    default:
        return refuse_lone(p, p->at > 0 && l->kind == ZW_LEX_END ? l - 1 : l);
    }
}

static zw_status parse_near(parser *p, zw_node **node)
{
    zw_status s = parse_thing(p, node);
    while (s == ZW_OK && now(p)->kind == ZW_LEX_NEAR) {
        const zw_lexeme *op = now(p);
        unsigned distance = op->distance ? op->distance : ZW_QUERY_NEAR;
        zw_node *near = *node, *right;
        p->at++;
        s = parse_thing(p, &right);
        if (s != ZW_OK)
            return s;
        if (near->kind != ZW_NODE_NEAR || near->distance != distance) {
            if (make(p, ZW_NODE_NEAR, (*node)->at, &near) != ZW_OK)
                return ZW_E_NOMEM;
            near->distance = distance;
            s = adopt(p, near, *node);
        }
        zw_node_kind left = near->kids.at[0]->kind;
        if ((left != ZW_NODE_WORD && left != ZW_NODE_RUN) ||
            (right->kind != ZW_NODE_WORD && right->kind != ZW_NODE_RUN))
            return zw_query_refuse(p->fault, p->err, op->at,
                                   "NEAR joins words and quoted text only");
        if (s == ZW_OK)
            s = adopt(p, near, right);
        *node = near;
    }
    return s;
}

static zw_status parse_item(parser *p, zw_node **node)
{
    size_t start = now(p)->at.start;
    bool negative = false;
    while (take(p, ZW_LEX_NOT))
        negative = !negative;
    zw_node *kid;
    zw_status s = parse_near(p, &kid);
    if (s == ZW_OK && negative) {
        s = make(p, ZW_NODE_NOT, (zw_range){ start, kid->at.end }, node);
        return s == ZW_OK ? adopt(p, *node, kid) : s;
    }
    *node = kid;
    return s;
}

/* --- lists -------------------------------------------------------------------------------- */

static bool ends_side(const parser *p)
{
    zw_lex_kind k = now(p)->kind;
    return k == ZW_LEX_END || k == ZW_LEX_CLOSE || k == ZW_LEX_AND || k == ZW_LEX_OR;
}

/* One more kid for a list; the list itself is made when the second one comes. */
static zw_status join(parser *p, zw_node_kind kind, zw_node **list, zw_node *kid)
{
    if (!*list) {
        *list = kid;
        return ZW_OK;
    }
    zw_node *first = *list;
    zw_status s = make(p, kind, first->at, list);
    if (s == ZW_OK)
        s = adopt(p, *list, first);
    return s == ZW_OK ? adopt(p, *list, kid) : s;
}

static zw_status parse_side(parser *p, zw_node **node)
{
    zw_node *list = NULL;
    bool many = false;
    do {
        zw_node *kid;
        zw_status s = parse_item(p, &kid);
        if (s == ZW_OK)
            s = many ? adopt(p, list, kid) : join(p, ZW_NODE_AND, &list, kid);
        if (s != ZW_OK)
            return s;
        if (list != kid && !many)
            list->side = many = true;
    } while (!ends_side(p));
    *node = list;
    return ZW_OK;
}

static zw_status parse_list(parser *p, zw_lex_kind op, zw_node_kind kind,
                            zw_status (*one)(parser *, zw_node **), zw_node **node)
{
    zw_node *list = NULL;
    bool many = false;
    do {
        zw_node *kid;
        zw_status s = one(p, &kid);
        if (s != ZW_OK)
            return s;
        if (kid->kind == ZW_NODE_AND && (list || now(p)->kind == op))
            kid->side = false; /* who writes AND and OR says exactly what is wanted */
        s = many ? adopt(p, list, kid) : join(p, kind, &list, kid);
        if (s != ZW_OK)
            return s;
        many = list != kid;
    } while (take(p, op));
    *node = list;
    return ZW_OK;
}

static zw_status parse_all(parser *p, zw_node **node)
{
    return parse_list(p, ZW_LEX_AND, ZW_NODE_AND, parse_side, node);
}

static zw_status parse_any(parser *p, zw_node **node)
{
    return parse_list(p, ZW_LEX_OR, ZW_NODE_OR, parse_all, node);
}

zw_status zw_query_parse(zw_str query, zw_arena *arena, zw_node **tree, zw_query_fault *fault,
                         zw_err *err)
{
    parser p = { .query = query, .arena = arena, .fault = fault, .err = err };
    if (zw_utf8_count(query) > ZW_QUERY_CHARS)
        return zw_query_refuse(p.fault, p.err, (zw_range){ 0, 1 },
                               "a query has at most %d characters", ZW_QUERY_CHARS);
    zw_status s = zw_query_lex(query, (zw_range){ 0, query.n }, arena, &p.lexemes, fault, err);
    if (s != ZW_OK)
        return s;
    if (p.lexemes.n > ZW_QUERY_PIECES)
        return zw_query_refuse(p.fault, p.err, p.lexemes.at[ZW_QUERY_PIECES].at,
                               "a query has at most %d words, quotations and operators",
                               ZW_QUERY_PIECES);
    if (now(&p)->kind == ZW_LEX_END && zw_str_trim(query).n > 0)
        return zw_query_refuse(p.fault, p.err, (zw_range){ 0, query.n },
                               "nothing here can be searched for: quote signs to find them");
    if (now(&p)->kind == ZW_LEX_END)
        return make(&p, ZW_NODE_ALL, now(&p)->at, tree);
    s = parse_any(&p, tree);
    if (s == ZW_OK && now(&p)->kind != ZW_LEX_END)
        return zw_query_refuse(p.fault, p.err, now(&p)->at, "this bracket closes nothing");
    return s;
}
