/* A query cut into pieces. */
#include "base/buffer.h"
#include "query/language/lexer.h"
#include "tests/unit/unit.h"

static const char *const kinds[] = {
    [ZW_LEX_END] = "end",     [ZW_LEX_WORD] = "word", [ZW_LEX_QUOTED] = "quoted",
    [ZW_LEX_FIELD] = "field", [ZW_LEX_CMP] = "cmp",   [ZW_LEX_OPEN] = "open",
    [ZW_LEX_CLOSE] = "close", [ZW_LEX_AND] = "and",   [ZW_LEX_OR] = "or",
    [ZW_LEX_NOT] = "not",     [ZW_LEX_PLUS] = "plus", [ZW_LEX_NEAR] = "near",
};

static void print(const zw_lexemes *lexemes, zw_buf *to)
{
    for (size_t i = 0; i + 1 < lexemes->n; i++) {
        const zw_lexeme *l = &lexemes->at[i];
        zw_buf_printf(to, "%s%s", i ? " " : "", kinds[l->kind]);
        if (l->text.n)
            zw_buf_printf(to, ":%.*s%s", (int)l->text.n, l->text.at, l->star ? "*" : "");
        if (l->kind == ZW_LEX_CMP)
            zw_buf_text(to, zw_cmp_name(l->cmp));
        if (l->distance)
            zw_buf_printf(to, "/%u", l->distance);
    }
}

static const struct row {
    const char *name, *query, *pieces;
} rows[] = {
    { "blanks part words", "居住证 随迁子女", "word:居住证 word:随迁子女" },
    { "so does a full-width blank", "居住证　随迁子女", "word:居住证 word:随迁子女" },
    { "operators are capitals", "a AND b and c", "word:a and word:b word:and word:c" },
    { "operators may be full width", "棚户区 ＡＮＤ 改造", "word:棚户区 and word:改造" },
    { "straight quotes", "\"社会资本\"", "quoted:社会资本" },
    { "curved quotes", "“社会资本”", "quoted:社会资本" },
    { "curved quotes the wrong way round", "”社会资本“", "quoted:社会资本" },
    { "straight quotes keep curved ones", "\"“十三五”期间\"", "quoted:“十三五”期间" },
    { "a straight quote closed by a curved one", "\"社会资本” 合作", "quoted:社会资本 word:合作" },
    { "corner quotes keep curved ones", "「“十三五”期间」", "quoted:“十三五”期间" },
    { "a quote ends a word", "建设\"社会资本\"", "word:建设 quoted:社会资本" },
    { "brackets of either width", "（甲 OR 乙)", "open word:甲 or word:乙 close" },
    { "a minus before a word", "改造 -城中村", "word:改造 not word:城中村" },
    { "a full-width minus", "－城中村", "not word:城中村" },
    { "a minus inside stays", "date:2016-01", "field:date word:2016-01" },
    { "a plus before a word", "+PPP 1+6", "plus word:PPP word:1+6" },
    { "a field in Chinese with a full-width colon", "地区：福建", "field:地区 word:福建" },
    { "a time is no field", "12:30", "word:12:30" },
    { "comparators in all their forms", "a>=1 b≥1 c＞＝1 d<2 e＝3",
      "word:a cmp>= word:1 word:b cmp>= word:1 word:c cmp>= word:1 word:d cmp< word:2 word:e cmp= "
      "word:3" },
    { "a number may be negative behind a comparator", "增速>=-3%", "word:增速 cmp>= word:-3%" },
    { "NEAR with and without a number", "a NEAR/5 b NEAR c", "word:a near/5 word:b near word:c" },
    { "a star at a word's end", "smart*", "word:smart*" },
    { "nothing", "  ", "" },
};

static void cuts_queries(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_arena *arena = zw_arena_new();
        zw_lexemes lexemes = { 0 };
        zw_query_fault fault;
        zw_err err = { 0 };
        zw_buf buf = ZW_BUF_INIT;
        zw_str query = zw_str_of(rows[i].query);
        if (zw_query_lex(query, (zw_range){ 0, query.n }, arena, &lexemes, &fault, &err) != ZW_OK)
            fail_msg("%s: %s", rows[i].name, err.text);
        print(&lexemes, &buf);
        check_str(rows[i].name, zw_buf_view(&buf), rows[i].pieces);
        zw_buf_free(&buf);
        zw_arena_free(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(cuts_queries) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
