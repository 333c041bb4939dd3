/* A query as a tree, and what is said of one that is wrong. */
#include "query/language/parse.h"
#include "tests/unit/unit.h"

static const struct row {
    const char *name, *query, *tree;
} rows[] = {
    { "one word", "居住证", "居住证" },
    { "words side by side", "居住证 随迁子女", "(side 居住证 随迁子女)" },
    { "AND says exactly both", "棚户区 AND 改造", "(and 棚户区 改造)" },
    { "NOT behind a word leaves out", "棚户区 AND 改造 NOT 城中村",
      "(and 棚户区 (and 改造 (not 城中村)))" },
    { "a minus leaves out", "改造 -城中村", "(side 改造 (not 城中村))" },
    { "NOT NOT is nothing", "NOT NOT 改造", "改造" },
    { "only what is left out", "-城中村", "(not 城中村)" },
    { "OR binds less than side by side", "甲 乙 OR 丙", "(or (and 甲 乙) 丙)" },
    { "OR binds less than AND", "甲 AND 乙 OR 丙 AND 丁", "(or (and 甲 乙) (and 丙 丁))" },
    { "AND binds less than side by side", "甲 乙 AND 丙", "(and (and 甲 乙) 丙)" },
    { "brackets first", "（甲 OR 乙） 丙", "(side (or 甲 乙) 丙)" },
    { "words in brackets are all wanted", "(甲 乙) 丙", "(side (and 甲 乙) 丙)" },
    { "a run of characters", "“社会资本” 合作", "(side \"社会资本\" 合作)" },
    { "a plus and a star", "+PPP smart*", "(side +PPP smart*)" },
    { "a star alone is everything", "*", "(all)" },
    { "nothing is everything", " ", "(all)" },
    { "near", "居住证 NEAR/5 \"随迁子女\"", "(near/5 居住证 \"随迁子女\")" },
    { "near by default", "甲 NEAR 乙 NEAR 丙", "(near/20 甲 乙 丙)" },
    { "near binds more than side by side", "甲 乙 NEAR 丙", "(side 甲 (near/20 乙 丙))" },
    { "a field", "PPP region:福建", "(side PPP (field region 福建))" },
    { "a field in Chinese", "地区：福建", "(field region 福建)" },
    { "a field of quoted text", "title:\"实施 意见\"", "(field title \"实施 意见\")" },
    { "a field over brackets", "region:(福建 OR 江西)",
      "(or (field region 福建) (field region 江西))" },
    { "an agency with its role", "agency:公安厅 role:lead",
      "(side (field agency 公安厅) (field role lead))" },
    { "a role in Chinese", "role:牵头", "(field role 牵头)" },
    { "one year", "户籍 year:2016", "(side 户籍 (range year 2016..2016))" },
    { "a range of years", "year:2016..2018", "(range year 2016..2018)" },
    { "years from", "year:2018..", "(range year 2018..)" },
    { "years by comparison", "year>=2018", "(range year 2018..)" },
    { "years before", "year:<2018", "(range year ..2017)" },
    { "a month is all its days", "date:2016-02", "(range date 20160201..20160229)" },
    { "a range of months", "date:2016-01..2016-12", "(range date 20160101..20161231)" },
    { "a date in Chinese", "日期:2016年3月", "(range date 20160301..20160331)" },
    { "a figure", "城镇化率>=60%", "(figure \"城镇化率\" >= 60 %)" },
    { "blanks around a comparator", "城镇化率 ≥ ６０％", "(figure \"城镇化率\" >= 60 %)" },
    { "a figure of a year", "城镇化率>=60%@2020", "(figure \"城镇化率\" >= 60 % @2020)" },
    { "the year apart", "城镇化率 >= 60% @2020", "(figure \"城镇化率\" >= 60 % @2020)" },
    { "multipliers are taken off", "投资>100亿元", "(figure \"投资\" > 10000000000 元)" },
    { "a range of values", "城镇化率=60..70%", "(figure \"城镇化率\" = 60..70 %)" },
    { "a figure written as one", "figure:\"户籍人口城镇化率 >= 45% @2020\"",
      "(figure \"户籍人口城镇化率\" >= 45 % @2020)" },
    { "a figure of any indicator", "figure:\">=100亿元\"", "(figure \"\" >= 10000000000 元)" },
    { "any figure of an indicator", "figure:城镇化率", "(figure \"城镇化率\")" },
    { "a quoted indicator", "\"城镇化率\">=60%", "(figure \"城镇化率\" >= 60 %)" },
    { "words beside a figure", "福建 城镇化率>=60% 户籍",
      "(side 福建 (figure \"城镇化率\" >= 60 %) 户籍)" },
};

static void parses(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_arena *arena = zw_arena_new();
        zw_query_fault fault = { { 0, 0 } };
        zw_err err = { 0 };
        zw_buf buf = ZW_BUF_INIT;
        zw_node *tree;
        if (zw_query_parse(zw_str_of(rows[i].query), arena, &tree, &fault, &err) != ZW_OK)
            fail_msg("%s: %s", rows[i].name, err.text);
        zw_query_print(tree, &buf);
        check_str(rows[i].name, zw_buf_view(&buf), rows[i].tree);
        zw_buf_free(&buf);
        zw_arena_free(arena);
    }
}

static const struct wrong {
    const char *name, *query, *message;
} wrongs[] = {
    { "an open quote", "居住证 \"社会资本", "column 5: the quote that opens here is never closed" },
    { "an open curved quote", "“社会资本", "column 1: the quote that opens here is never closed" },
    { "empty quotes", "\" \"", "column 1: nothing stands between the quotes" },
    { "a field nobody knows", "户籍 regoin:福建",
      "column 4: no field is called 'regoin', did you mean 'region:'? (a colon in a text goes in "
      "quotes)" },
    { "a field that is like none", "户籍 天气:晴",
      "column 4: no field is called '天气' (a colon in a text goes in quotes)" },
    { "a range behind a comparator", "year>=-2016",
      "column 7: '-2016' is open at one end: behind a comparator stands one year" },
    { "a backward range", "year:2020..2014", "column 6: the range 2020..2014 runs backwards" },
    { "a backward range of dates", "date:2016-12..2016-01",
      "column 6: the range 2016-12..2016-01 runs backwards" },
    { "a month that is none", "date:2016-13",
      "column 6: '2016-13' is no date: 2016, 2016-03, "
      "2016-03-21, 2016-01..2016-12, 2018.." },
    { "a day that is none", "date:2015-02-29",
      "column 6: '2015-02-29' is no date: 2016, 2016-03, 2016-03-21, 2016-01..2016-12, 2018.." },
    { "a year that is none", "year:二十", "column 6: '二十' is no year: 2016, 2014..2020, 2018.." },
    { "AND with nothing before it", "AND 改造", "column 1: 'AND' wants something before it" },
    { "AND with nothing behind it", "改造 AND", "column 4: 'AND' wants something after it" },
    { "OR in brackets with nothing behind it", "(改造 OR)",
      "column 5: 'OR' wants something after it" },
    { "two operators", "甲 AND OR 乙", "column 7: 'OR' wants something before it" },
    { "NOT alone", "NOT", "column 1: 'NOT' wants something after it" },
    { "a minus alone", "甲 - 乙", "column 3: '-' stands alone: -word leaves a word out" },
    { "an open bracket", "(甲 OR 乙", "column 1: the bracket that opens here is never closed" },
    { "a bracket too many", "甲)", "column 2: this bracket closes nothing" },
    { "nothing in brackets", "甲 ()", "column 3: nothing stands between the brackets" },
    { "a comparator without indicator", ">=60%",
      "column 1: a comparator stands behind an indicator (城镇化率>=60%); for any indicator write "
      "figure:\">=60%\"" },
    { "a comparator without number",
      "城镇化率>=", "column 5: a number is wanted after the comparator: 城镇化率>=60%" },
    { "no number", "城镇化率>=高", "column 7: a number is wanted here: 60%, 100亿元, 60..70%" },
    { "a bad number in a figure", "figure:\"城镇化率 >= x\"",
      "column 16: a number is wanted here: 60%, 100亿元, 60..70%" },
    { "a backward range of values", "城镇化率=70..60%",
      "column 6: the range 70..60 runs backwards" },
    { "a field without a value", "region: AND 甲",
      "column 1: 'region:' wants a value: region:宁夏" },
    { "a role nobody has", "role:boss",
      "column 6: 'boss' is no role: lead 牵头, support 配合, responsible 负责, implement 落实" },
    { "a star inside", "社会*资本", "column 3: * stands only at the end of a word" },
    { "near what is no text", "甲 NEAR region:福建",
      "column 3: NEAR joins words and quoted text only" },
    { "near zero", "甲 NEAR/0 乙",
      "column 3: NEAR wants a number of characters from 1 to 1000: NEAR/20" },
};

static void complains(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(wrongs); i++) {
        zw_arena *arena = zw_arena_new();
        zw_query_fault fault = { { 0, 0 } };
        zw_err err = { 0 };
        zw_buf buf = ZW_BUF_INIT;
        zw_node *tree;
        zw_str query = zw_str_of(wrongs[i].query);
        if (zw_query_parse(query, arena, &tree, &fault, &err) != ZW_E_USAGE)
            fail_msg("%s: not refused", wrongs[i].name);
        zw_buf_printf(&buf, "column %zu: %s", zw_query_column(query, &fault), err.text);
        check_str(wrongs[i].name, zw_buf_view(&buf), wrongs[i].message);
        zw_buf_free(&buf);
        zw_arena_free(arena);
    }
}

static void points(void **state)
{
    (void)state;
    zw_buf buf = ZW_BUF_INIT;
    zw_query_fault fault = { { strlen("户籍 "), strlen("户籍 ab:") } };
    assert_int_equal(zw_query_column(ZW_STR("户籍 ab:c"), &fault), 4);
    zw_query_point(ZW_STR("户籍 ab:c"), &fault, &buf);
    check_str("a wide blank below each wide character", zw_buf_view(&buf),
              "  户籍 ab:c\n  \u3000\u3000 ^^^\n");
    zw_buf_free(&buf);
}

static void bounds_depth(void **state)
{
    (void)state;
    zw_arena *arena = zw_arena_new();
    zw_buf buf = ZW_BUF_INIT;
    for (size_t i = 0; i < 1500; i++)
        zw_buf_char(&buf, '(');
    zw_buf_text(&buf, "x");
    zw_query_fault fault = { { 0, 0 } };
    zw_err err = { 0 };
    zw_node *tree;
    assert_int_equal(zw_query_parse(zw_buf_view(&buf), arena, &tree, &fault, &err), ZW_E_USAGE);
    check_str("deep brackets", zw_str_of(err.text), "brackets nest more than 32 deep");
    zw_buf_free(&buf);
    zw_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(parses), cmocka_unit_test(complains),
                                        cmocka_unit_test(points), cmocka_unit_test(bounds_depth) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
