/* calendar.h - days counted, and what a date that is told in part may be.
 *
 * 2014 is any day of that year, 2014-07 any of that month: a period. Of two periods it may be open
 * which came first, and how much later the other came is told from the least to the most. */
#ifndef ZW_BASE_CALENDAR_H
#define ZW_BASE_CALENDAR_H

#include <stdint.h>

#include "base/date.h"

/* Days since 1970-01-01; both are of the period. */
typedef struct {
    int32_t first, last;
} zw_period;

/* The day of the Gregorian calendar; month 1 to 12, day as far as the month goes. */
int32_t zw_calendar_number(zw_day day);
zw_day zw_calendar_day(int32_t number);

/* Reads YYYY, YYYY-MM or YYYY-MM-DD; false: no such date. */
bool zw_calendar_period(const char *date, zw_period *period);

/* Whether it is one day: 2014-07-01, not 2014-07. */
static inline bool zw_period_whole(zw_period period)
{
    return period.first == period.last;
}

/* YYYY-MM-DD, a day that there is: not 2026-02-30. */
static inline bool zw_calendar_is_day(const char *date)
{
    zw_period period;
    return zw_calendar_period(date, &period) && zw_period_whole(period);
}

/* Certainly before: no day of a is one of b or later. */
static inline bool zw_period_before(zw_period a, zw_period b)
{
    return a.last < b.first;
}

/* From a to b in days, at least and at most: below 0 where b may be, or is, the earlier one. */
typedef struct {
    int32_t least, most;
} zw_lag;

zw_lag zw_calendar_lag(zw_period a, zw_period b);

/* Full months from one day to a later one: 0 from 2014-01-31 to 2014-02-28, 12 from 2012-02-29 to
 * 2013-03-01. Of an earlier one: as many, with a minus. */
int zw_calendar_months(int32_t from, int32_t to);

#endif
