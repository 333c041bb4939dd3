/* A query is cut into pieces that ascend inside it, or refused at a range inside it. */
#include "query/language/figure_test.h"
#include "query/language/lexer.h"
#include "tests/fuzz/fuzz.h"

static bool inside(zw_range r, size_t n)
{
    return r.start <= r.end && r.end <= n;
}

static void check_pieces(zw_str query, zw_arena *arena)
{
    zw_lexemes pieces = { 0 };
    zw_query_fault fault = { 0 };
    zw_err err = { 0 };
    if (zw_query_lex(query, (zw_range){ 0, query.n }, arena, &pieces, &fault, &err) != ZW_OK) {
        PROPERTY(err.code == ZW_E_USAGE && err.text[0] && inside(fault.at, query.n));
        return;
    }
    PROPERTY(pieces.n > 0 && pieces.at[pieces.n - 1].kind == ZW_LEX_END);
    for (size_t i = 0, at = 0; i < pieces.n; i++) {
        PROPERTY(inside(pieces.at[i].at, query.n) && pieces.at[i].at.start >= at);
        at = pieces.at[i].at.end;
    }
}

static void check_value(zw_str text, zw_arena *arena)
{
    zw_figure_test test = { .compares = text.n % 4 > 0, .cmp = text.n % 2 ? ZW_CMP_EQ : ZW_CMP_GE };
    zw_range bad = { 0 };
    zw_err err = { 0 };
    if (zw_figure_test_value(text, arena, &test, &bad, &err) != ZW_OK)
        PROPERTY(err.text[0] && inside(bad, text.n));
    else
        PROPERTY(test.low <= test.high);
    int low, high;
    if (zw_years_read(text, &low, &high, &err) == ZW_OK)
        PROPERTY(!low || !high || low <= high);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    zw_arena *arena = zw_arena_new();
    check_pieces(fuzz_text(data, size), arena);
    check_value(fuzz_text(data, size), arena);
    zw_arena_free(arena);
    return 0;
}
