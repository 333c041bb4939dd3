/* The tree, and what is wrong with a query, as a person reads it. */
#include "base/utf8.h"
#include "query/language/field.h"
#include "query/language/parse.h"

static const char *const names[] = {
    [ZW_NODE_ALL] = "all",       [ZW_NODE_WORD] = "word",   [ZW_NODE_RUN] = "run",
    [ZW_NODE_NEAR] = "near",     [ZW_NODE_FIELD] = "field", [ZW_NODE_RANGE] = "range",
    [ZW_NODE_FIGURE] = "figure", [ZW_NODE_AND] = "and",     [ZW_NODE_OR] = "or",
    [ZW_NODE_NOT] = "not",
};

static void print_year(zw_buf *to, int year)
{
    if (year)
        zw_buf_printf(to, "%d", year);
}

static void print_figure(const zw_figure_test *t, zw_buf *to)
{
    zw_buf_printf(to, "(figure \"%.*s\"", (int)t->indicator.n, t->indicator.at);
    if (t->compares) {
        zw_buf_printf(to, " %s %.15g", zw_cmp_name(t->cmp), t->low);
        if (t->high != t->low)
            zw_buf_printf(to, "..%.15g", t->high);
        if (t->unit.n)
            zw_buf_printf(to, " %.*s", (int)t->unit.n, t->unit.at);
    }
    if (t->year_low || t->year_high) {
        zw_buf_text(to, " @");
        print_year(to, t->year_low);
        if (t->year_low != t->year_high)
            zw_buf_text(to, "..");
        if (t->year_low != t->year_high)
            print_year(to, t->year_high);
    }
    zw_buf_char(to, ')');
}

static void print_list(const zw_node *node, zw_buf *to)
{
    zw_buf_printf(to, "(%s", node->kind == ZW_NODE_AND && node->side ? "side" : names[node->kind]);
    if (node->kind == ZW_NODE_NEAR)
        zw_buf_printf(to, "/%u", node->distance);
    if (node->kind == ZW_NODE_FIELD)
        zw_buf_printf(to, " %s", node->field->name);
    for (size_t i = 0; i < node->kids.n; i++) {
        zw_buf_char(to, ' ');
        zw_query_print(node->kids.at[i], to);
    }
    zw_buf_char(to, ')');
}

void zw_query_print(const zw_node *node, zw_buf *to)
{
    switch (node->kind) {
    case ZW_NODE_ALL:
        zw_buf_text(to, "(all)");
        break;
    case ZW_NODE_WORD:
        zw_buf_text(to, node->plus ? "+" : "");
        zw_buf_str(to, node->text);
        zw_buf_text(to, node->star ? "*" : "");
        break;
    case ZW_NODE_RUN:
        zw_buf_char(to, '"');
        zw_buf_str(to, node->text);
        zw_buf_char(to, '"');
        break;
    case ZW_NODE_RANGE:
        zw_buf_printf(to, "(range %s %s..%s)", node->field->name, node->low ? node->low : "",
                      node->high ? node->high : "");
        break;
    case ZW_NODE_FIGURE:
        print_figure(&node->test, to);
        break;
    default:
        print_list(node, to);
    }
}

/* Two cells on a terminal. */
static bool is_wide(uint32_t c)
{
    return (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) ||
           (c >= 0xFF00 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6) || c >= 0x20000;
}

#define SHOWN 40 /* characters of a long query on either side of the fault */

/* Below each wide character a wide blank, so that the caret stands right in any font. */
static void print_blanks(zw_str text, zw_buf *to)
{
    for (size_t i = 0, len; i < text.n; i += len) {
        bool wide = is_wide(zw_utf8_at(text, i, &len));
        zw_buf_text(to, wide ? "\u3000" : " ");
    }
}

/* A query may hold what drives a terminal, or no UTF-8 at all. */
static void print_line(zw_str text, zw_buf *to)
{
    for (size_t i = 0, len; i < text.n; i += len) {
        uint32_t c = zw_utf8_at(text, i, &len);
        zw_buf_code(to, c < ' ' || c == 0x7F || (c >= 0x80 && c < 0xA0) ? ' ' : c);
    }
}

static size_t step_back(zw_str text, size_t at, size_t chars)
{
    for (size_t len; at > 0 && chars > 0; at -= len, chars--)
        zw_utf8_before(text, at, &len);
    return at;
}

static size_t step_on(zw_str text, size_t at, size_t chars)
{
    for (size_t len; at < text.n && chars > 0; at += len, chars--)
        zw_utf8_at(text, at, &len);
    return at;
}

static size_t start_of(zw_str query, const zw_query_fault *fault)
{
    return fault->at.start < query.n ? fault->at.start : query.n;
}

size_t zw_query_column(zw_str query, const zw_query_fault *fault)
{
    return zw_utf8_count((zw_str){ query.at, start_of(query, fault) }) + 1;
}

void zw_query_point(zw_str query, const zw_query_fault *fault, zw_buf *to)
{
    size_t at = start_of(query, fault);
    size_t end = fault->at.end < query.n ? fault->at.end : query.n;
    size_t from = step_back(query, at, SHOWN), until = step_on(query, at, SHOWN);
    zw_str wrong = { query.at + at, end > at ? (end < until ? end : until) - at : 0 };
    zw_buf_printf(to, "  %s", from ? "…" : "");
    print_line(zw_str_slice(query, (zw_range){ from, until }), to);
    zw_buf_printf(to, "%s\n  %s", until < query.n ? "…" : "", from ? " " : "");
    print_blanks(zw_str_slice(query, (zw_range){ from, at }), to);
    for (size_t i = 0, len; i < wrong.n; i += len)
        zw_buf_text(to, is_wide(zw_utf8_at(wrong, i, &len)) ? "＾" : "^");
    zw_buf_text(to, wrong.n == 0 ? "^\n" : "\n");
}
