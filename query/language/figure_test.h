/* figure_test.h - a predicate on figures: 城镇化率>=60%@2020, and what satisfies it.
 *
 * A figure claims a set of values: 60% claims that one, 2—3个 what lies between, 不低于55% all from
 * 55 up, 60%以内 all up to 60, 约60% the number said. It satisfies a predicate when every value it
 * claims does: 不低于55% does not establish >=60%, nor does 60%以内; 不低于65% does. = wants the
 * claim itself to be closed: 不低于60% is no =60%. The rules are told in docs/query-language.md. */
#ifndef ZW_QUERY_LANGUAGE_FIGURE_TEST_H
#define ZW_QUERY_LANGUAGE_FIGURE_TEST_H

#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"
#include "facts/facts.h"

typedef struct {
    zw_str indicator; /* as written; empty: any */
    bool compares;    /* false: any value will do */
    zw_cmp cmp;
    double low, high;        /* base units (17万人 is 170000); differ for =60..70% */
    zw_str unit;             /* without multipliers and in half width; empty: any */
    int year_low, year_high; /* the year the figure holds for; 0: open */
} zw_figure_test;

/* Reads "60%", "1.5万亿元", "60..70%", "45% @2020", "100亿元@2016..2020" into test. On failure
 * *bad is the range of text that is wrong. Units go to arena. */
zw_status zw_figure_test_value(zw_str text, zw_arena *arena, zw_figure_test *test, zw_range *bad,
                               zw_err *err);

/* Years only: "2020", "2016..2020", "2018..", "..2020", "2016-2020", "2016年". */
zw_status zw_years_read(zw_str text, int *low, int *high, zw_err *err);

/* What a figure says, as the test sees it. */
typedef struct {
    double low, high;
    zw_cmp cmp;
    zw_str unit;
    int year;
} zw_figure_claim;

/* Units in which a value may be said as well: 亩, 公顷, 平方公里; the unit itself is one of them.
 * One of the other is `factor` of it. An empty unit is like itself alone. */
#define ZW_UNITS_ALIKE 8
typedef struct {
    zw_str name;
    double factor;
} zw_unit_like;
size_t zw_units_alike(zw_str unit, zw_unit_like like[ZW_UNITS_ALIKE]);

/* The unit in which values of its family are put together (平方米 for 亩), and how many of it one
 * of the unit is; of a unit without family itself and 1. The result is static or the unit itself.
 */
zw_str zw_unit_base(zw_str unit, double *factor);

/* Value, unit and year; the indicator is compared where text can be folded. */
bool zw_figure_test_holds(const zw_figure_test *test, const zw_figure_claim *claim);

#endif
