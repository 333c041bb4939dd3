/* Dates and periods as they are written in policy texts. */
#include <stdlib.h>

#include "base/date.h"
#include "tests/unit/unit.h"

#define DAY ZW_DATE_DAY
#define MONTH ZW_DATE_MONTH
#define QUARTER ZW_DATE_QUARTER
#define YEAR ZW_DATE_YEAR
#define YEARS ZW_DATE_YEARS
#define PLAN ZW_DATE_PLAN

static const struct row {
    const char *name, *text, *used;
    zw_day from, to;
    zw_date_precision precision;
    const char *flags; /* b: before, e: end */
} rows[] = {
    { "a day", "2017年11月16日", "2017年11月16日", { 2017, 11, 16 }, { 2017, 11, 16 }, DAY, "" },
    { "a day in characters",
      "二〇一七年十一月十六日印发",
      "二〇一七年十一月十六日",
      { 2017, 11, 16 },
      { 2017, 11, 16 },
      DAY,
      "" },
    { "the last day of a month in characters",
      "一九九九年三月三十一日",
      "一九九九年三月三十一日",
      { 1999, 3, 31 },
      { 1999, 3, 31 },
      DAY,
      "" },
    { "a day with hyphens",
      "2017-11-16",
      "2017-11-16",
      { 2017, 11, 16 },
      { 2017, 11, 16 },
      DAY,
      "" },
    { "a month with a point", "2017.11", "2017.11", { 2017, 11, 0 }, { 2017, 11, 0 }, MONTH, "" },
    { "a month with a slash", "2017/11", "2017/11", { 2017, 11, 0 }, { 2017, 11, 0 }, MONTH, "" },
    { "a number that looks like a month", "2017.11亿元", "", { 0 }, { 0 }, DAY, "" },
    { "a year", "2020年建成", "2020年", { 2020, 0, 0 }, { 2020, 0, 0 }, YEAR, "" },
    { "blanks inside",
      "2020 年 6 月底",
      "2020 年 6 月底",
      { 2020, 6, 0 },
      { 2020, 6, 0 },
      MONTH,
      "e" },
    { "blanks between digits",
      "1 9 9 8 年",
      "1 9 9 8 年",
      { 1998, 0, 0 },
      { 1998, 0, 0 },
      YEAR,
      "" },
    { "several days",
      "2016年5月17～19日，到咨询点",
      "2016年5月17～19日",
      { 2016, 5, 17 },
      { 2016, 5, 19 },
      DAY,
      "" },
    { "days that are told twice",
      "2016年5月24日至26日报名",
      "2016年5月24日至26日",
      { 2016, 5, 24 },
      { 2016, 5, 26 },
      DAY,
      "" },
    { "zeros typed as letters",
      "二OO四年八月十五日",
      "二OO四年八月十五日",
      { 2004, 8, 15 },
      { 2004, 8, 15 },
      DAY,
      "" },
    { "zeros typed as digits",
      "二00一年二月",
      "二00一年二月",
      { 2001, 2, 0 },
      { 2001, 2, 0 },
      MONTH,
      "" },
    { "full width", "２０２０年", "２０２０年", { 2020, 0, 0 }, { 2020, 0, 0 }, YEAR, "" },
    { "years", "2016—2020年", "2016—2020年", { 2016, 0, 0 }, { 2020, 0, 0 }, YEARS, "" },
    { "years each with 年",
      "2016年至2020年",
      "2016年至2020年",
      { 2016, 0, 0 },
      { 2020, 0, 0 },
      YEARS,
      "" },
    { "years without 年", "2016-2020）", "2016-2020", { 2016, 0, 0 }, { 2020, 0, 0 }, YEARS, "" },
    { "a price is no period", "2000-2100元", "", { 0 }, { 0 }, DAY, "" },
    { "months of a year",
      "2017年6月至12月",
      "2017年6月至12月",
      { 2017, 6, 0 },
      { 2017, 12, 0 },
      MONTH,
      "" },
    { "a period of days",
      "2017年1月1日至2018年12月31日",
      "2017年1月1日至2018年12月31日",
      { 2017, 1, 1 },
      { 2018, 12, 31 },
      DAY,
      "" },
    { "days of a month",
      "2019年1月2日至20日",
      "2019年1月2日至20日",
      { 2019, 1, 2 },
      { 2019, 1, 20 },
      DAY,
      "" },
    { "before the end of a year",
      "2017年底前完成",
      "2017年底前",
      { 2017, 0, 0 },
      { 2017, 0, 0 },
      YEAR,
      "be" },
    { "before the end of a month",
      "2017年12月底前",
      "2017年12月底前",
      { 2017, 12, 0 },
      { 2017, 12, 0 },
      MONTH,
      "be" },
    { "before a year", "2020年以前", "2020年以前", { 2020, 0, 0 }, { 2020, 0, 0 }, YEAR, "b" },
    { "the end said twice",
      "2020年年底前",
      "2020年年底前",
      { 2020, 0, 0 },
      { 2020, 0, 0 },
      YEAR,
      "be" },
    { "around a year is not before it",
      "2020年前后",
      "2020年",
      { 2020, 0, 0 },
      { 2020, 0, 0 },
      YEAR,
      "" },
    { "a half year", "2017年上半年", "2017年上半年", { 2017, 1, 0 }, { 2017, 6, 0 }, QUARTER, "" },
    { "a quarter",
      "2018年第三季度",
      "2018年第三季度",
      { 2018, 7, 0 },
      { 2018, 9, 0 },
      QUARTER,
      "" },
    { "a day without year", "6月30日前", "6月30日前", { 0, 6, 30 }, { 0, 6, 30 }, DAY, "b" },
    { "a month without year", "12月底", "12月底", { 0, 12, 0 }, { 0, 12, 0 }, MONTH, "e" },
    { "a plan", "“十三五”期间", "“十三五”期间", { 2016, 0, 0 }, { 2020, 0, 0 }, PLAN, "" },
    { "the end of a plan", "“十三五”末", "“十三五”末", { 2016, 0, 0 }, { 2020, 0, 0 }, PLAN, "e" },
    { "a plan without quotes",
      "十四五时期",
      "十四五时期",
      { 2021, 0, 0 },
      { 2025, 0, 0 },
      PLAN,
      "" },
    { "the fifteenth plan", "“十五五”规划", "“十五五”", { 2026, 0, 0 }, { 2030, 0, 0 }, PLAN, "" },
    { "the tenth plan is quoted",
      "“十五”计划",
      "“十五”",
      { 2001, 0, 0 },
      { 2005, 0, 0 },
      PLAN,
      "" },
    { "fifteen is no plan", "十五个", "", { 0 }, { 0 }, DAY, "" },
    { "the first plan", "“一五”", "“一五”", { 1953, 0, 0 }, { 1957, 0, 0 }, PLAN, "" },
    { "the sixth plan", "“六五”期间", "“六五”期间", { 1981, 0, 0 }, { 1985, 0, 0 }, PLAN, "" },
    { "three years are no date", "3年", "", { 0 }, { 0 }, DAY, "" },
    { "four digits alone are no date", "2020个", "", { 0 }, { 0 }, DAY, "" },
    { "five digits are no year", "20205年", "", { 0 }, { 0 }, DAY, "" },
    { "months as a length", "6个月", "", { 0 }, { 0 }, DAY, "" },
};

static void reads(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        const struct row *r = &rows[i];
        zw_date d;
        size_t used = zw_date_read(zw_str_of(r->text), 0, &d);
        check_str(r->name, (zw_str){ r->text, used }, r->used);
        if (memcmp(&d.from, &r->from, sizeof d.from) != 0 ||
            memcmp(&d.to, &r->to, sizeof d.to) != 0)
            fail_msg("%s: %d-%d-%d to %d-%d-%d found", r->name, d.from.year, d.from.month,
                     d.from.day, d.to.year, d.to.month, d.to.day);
        if (d.precision != r->precision || d.before != !!strchr(r->flags, 'b') ||
            d.end != !!strchr(r->flags, 'e'))
            fail_msg("%s: precision %d before %d end %d", r->name, (int)d.precision, d.before,
                     d.end);
    }
}

static void stays_inside(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        size_t n = strlen(rows[i].text);
        for (size_t end = 0; end <= n; end++) {
            zw_date date;
            char *copy = malloc(end + 1);
            memcpy(copy, rows[i].text, end);
            for (size_t at = 0; at <= end; at++)
                assert_true(zw_date_read((zw_str){ copy, end }, at, &date) <= end - at);
            free(copy);
        }
    }
}

static void knows_plans(void **state)
{
    (void)state;
    assert_int_equal(zw_plan_year(13), 2016);
    assert_int_equal(zw_plan_year(0), 0);
    assert_int_equal(zw_plan_year(99), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(reads), cmocka_unit_test(stays_inside),
                                        cmocka_unit_test(knows_plans) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
