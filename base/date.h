/* date.h - the date or period written at a place in a text.
 *
 *     2017年11月16日  二〇一七年十一月十六日  2017-11-16  2017.11  2017/11  11月16日  6月底前
 *     2016—2020年  2017年6月至2018年12月  2017年底前  2020年以前  2017年第一季度
 *     “十三五”期间  “十三五”末  十四五时期
 *
 * A date is a period: from its first day to its last, as far as they are told. Plan periods are
 * computed (十五 2001–2005, 十三五 2016–2020). Blanks inside are stepped over, line ends are not.
 */
#ifndef ZW_BASE_DATE_H
#define ZW_BASE_DATE_H

#include "base/str.h"

typedef struct {
    int year, month, day; /* 0: not told */
} zw_day;

typedef enum {
    ZW_DATE_DAY,
    ZW_DATE_MONTH,
    ZW_DATE_QUARTER, /* 第一季度, 上半年 */
    ZW_DATE_YEAR,
    ZW_DATE_YEARS, /* 2016—2020年 */
    ZW_DATE_PLAN,  /* “十三五” */
} zw_date_precision;

typedef struct {
    size_t used; /* bytes; 0: no date begins here */
    zw_day from, to;
    zw_date_precision precision;
    bool before; /* 底前, 以前, 之前, 前: not later than `to` */
    bool end;    /* 底, 末: at the end of it */
} zw_date;

/* Reads the longest date that begins at text[at]; returns its length in bytes, 0 for none. A year
 * alone needs 年 behind it, or a second year (2016-2020), or a month (2017.11). */
size_t zw_date_read(zw_str text, size_t at, zw_date *date);

/* The first year of the n-th five-year plan (13 gives 2016), 0 for none. */
int zw_plan_year(int n);

#endif
