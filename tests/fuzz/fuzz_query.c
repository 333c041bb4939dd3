/* A query becomes a tree whose nodes lie inside it, or is refused at a place inside it. */
#include "base/utf8.h"
#include "query/language/parse.h"
#include "tests/fuzz/fuzz.h"

static bool inside(zw_range r, size_t n)
{
    return r.start <= r.end && r.end <= n;
}

/* As deep as ZW_QUERY_DEPTH lets a tree be. */
static void check_node(zw_str query, const zw_node *node, int depth)
{
    PROPERTY(depth < 8 * ZW_QUERY_DEPTH && inside(node->at, query.n));
    PROPERTY(node->kind != ZW_NODE_NOT || node->kids.n == 1);
    PROPERTY(node->kind != ZW_NODE_FIELD || (node->field && node->kids.n == 1));
    PROPERTY(node->kind != ZW_NODE_RANGE || (node->field && (node->low || node->high)));
    for (size_t i = 0; i < node->kids.n; i++)
        check_node(query, node->kids.at[i], depth + 1);
}

static void check_complaint(zw_str query, const zw_query_fault *fault, const zw_err *err)
{
    zw_buf text = ZW_BUF_INIT;
    PROPERTY(err->code == ZW_E_USAGE && err->text[0] && inside(fault->at, query.n));
    PROPERTY(zw_query_column(query, fault) <= query.n + 1);
    zw_query_point(query, fault, &text);
    PROPERTY(text.n > 0 && text.at[text.n - 1] == '\n');
    zw_buf_free(&text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    zw_str query = fuzz_text(data, size);
    zw_arena *arena = zw_arena_new();
    zw_node *tree = NULL;
    zw_query_fault fault = { 0 };
    zw_err err = { 0 };
    if (zw_query_parse(query, arena, &tree, &fault, &err) == ZW_OK) {
        zw_buf text = ZW_BUF_INIT;
        check_node(query, tree, 0);
        zw_query_print(tree, &text);
        PROPERTY(text.n > 0);
        zw_buf_free(&text);
    } else {
        check_complaint(query, &fault, &err);
    }
    zw_arena_free(arena);
    return 0;
}
