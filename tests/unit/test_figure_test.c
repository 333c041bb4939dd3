/* Predicates on figures: how a value is read, and which claims satisfy it. */
#include "query/language/figure_test.h"
#include "tests/unit/unit.h"

static const struct row {
    const char *name, *cmp, *value; /* the predicate */
    zw_figure_claim claim;
    bool holds;
} rows[] = {
    { "a level above the bound", ">=", "60%", { 65, 65, ZW_CMP_EQ, ZW_STR("%"), 2020 }, true },
    { "a level on the bound", ">=", "60%", { 60, 60, ZW_CMP_EQ, ZW_STR("%"), 0 }, true },
    { "more than does not hold on the bound",
      ">",
      "60%",
      { 60, 60, ZW_CMP_EQ, ZW_STR("%"), 0 },
      false },
    { "more than 60 establishes more than 60",
      ">",
      "60%",
      { 60, 60, ZW_CMP_GT, ZW_STR("%"), 0 },
      true },
    { "at least 55 does not establish at least 60",
      ">=",
      "60%",
      { 55, 55, ZW_CMP_GE, ZW_STR("%"), 0 },
      false },
    { "at least 65 does", ">=", "60%", { 65, 65, ZW_CMP_GE, ZW_STR("%"), 0 }, true },
    { "below 70 establishes no lower bound",
      ">=",
      "60%",
      { 70, 70, ZW_CMP_LT, ZW_STR("%"), 0 },
      false },
    { "within 15 days establishes at most 20",
      "<=",
      "20天",
      { 15, 15, ZW_CMP_LE, ZW_STR("天"), 0 },
      true },
    { "days are days by either name", "<=", "20天", { 15, 15, ZW_CMP_LE, ZW_STR("日"), 0 }, true },
    { "an open claim equals nothing", "=", "60%", { 60, 60, ZW_CMP_GE, ZW_STR("%"), 0 }, false },
    { "about 60 is taken at its word", "=", "60%", { 60, 60, ZW_CMP_ABOUT, ZW_STR("%"), 0 }, true },
    { "a range claims what lies between", ">=", "2个", { 2, 3, ZW_CMP_EQ, ZW_STR("个"), 0 }, true },
    { "and not only its upper end", ">=", "3个", { 2, 3, ZW_CMP_EQ, ZW_STR("个"), 0 }, false },
    { "a range predicate holds a level",
      "=",
      "60..70%",
      { 65, 65, ZW_CMP_EQ, ZW_STR("%"), 0 },
      true },
    { "multipliers are taken off",
      ">",
      "100亿元",
      { 1.5e10, 1.5e10, ZW_CMP_EQ, ZW_STR("元"), 0 },
      true },
    { "two multipliers", "<", "1.5万亿元", { 1e12, 1e12, ZW_CMP_EQ, ZW_STR("元"), 0 }, true },
    { "another unit does not compare",
      ">",
      "100亿元",
      { 1e11, 1e11, ZW_CMP_EQ, ZW_STR("人"), 0 },
      false },
    { "no unit takes any", ">=", "60", { 65, 65, ZW_CMP_EQ, ZW_STR("%"), 0 }, true },
    { "hectares answer in mu", ">=", "1500亩", { 100, 100, ZW_CMP_EQ, ZW_STR("公顷"), 0 }, true },
    { "percentage points are no percent",
      ">=",
      "1%",
      { 2, 2, ZW_CMP_EQ, ZW_STR("个百分点"), 0 },
      false },
    { "full width", ">=", "６０％", { 65, 65, ZW_CMP_EQ, ZW_STR("%"), 0 }, true },
    { "thousands in commas", "=", "1,100万人", { 1.1e7, 1.1e7, ZW_CMP_EQ, ZW_STR("人"), 0 }, true },
    { "the year of the figure", ">=", "45%@2020", { 45, 45, ZW_CMP_EQ, ZW_STR("%"), 2020 }, true },
    { "another year", ">=", "45%@2020", { 45, 45, ZW_CMP_EQ, ZW_STR("%"), 2015 }, false },
    { "no year is no such year", ">=", "45% @2020", { 45, 45, ZW_CMP_EQ, ZW_STR("%"), 0 }, false },
    { "an open range of years",
      ">=",
      "45% @2018..",
      { 45, 45, ZW_CMP_EQ, ZW_STR("%"), 2025 },
      true },
};

static void holds(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_arena *arena = zw_arena_new();
        zw_figure_test test = { .compares = true };
        zw_range bad;
        zw_err err = { 0 };
        assert_true(zw_cmp_of(zw_str_of(rows[i].cmp), &test.cmp));
        if (zw_figure_test_value(zw_str_of(rows[i].value), arena, &test, &bad, &err) != ZW_OK)
            fail_msg("%s: %s", rows[i].name, err.text);
        if (zw_figure_test_holds(&test, &rows[i].claim) != rows[i].holds)
            fail_msg("%s", rows[i].name);
        zw_arena_free(arena);
    }
}

static void reads_years(void **state)
{
    (void)state;
    static const struct years {
        const char *text;
        int low, high;
    } years[] = {
        { "2016", 2016, 2016 },       { "2016年", 2016, 2016 },
        { "2014..2020", 2014, 2020 }, { "2014-2020", 2014, 2020 },
        { "2014—2020", 2014, 2020 },  { "2018..", 2018, 0 },
        { "..2018", 0, 2018 },        { "２０１４至２０２０年", 2014, 2020 },
    };
    for (size_t i = 0; i < COUNT(years); i++) {
        int low = -1, high = -1;
        zw_err err = { 0 };
        assert_int_equal(zw_years_read(zw_str_of(years[i].text), &low, &high, &err), ZW_OK);
        if (low != years[i].low || high != years[i].high)
            fail_msg("%s: %d..%d", years[i].text, low, high);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(holds), cmocka_unit_test(reads_years) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
