#include "base/calendar.h"

#include <string.h>

#define EPOCH 719468 /* days from 0000-03-01 to 1970-01-01 */
#define ERA 146097   /* days of 400 years */

/* Years that begin in March have the leap day at their end. */
int32_t zw_calendar_number(zw_day day)
{
    int32_t year = day.year - (day.month <= 2);
    int32_t era = (year >= 0 ? year : year - 399) / 400;
    int32_t of_era = year - era * 400;
    int32_t month = (day.month + 9) % 12;
    int32_t of_year = (153 * month + 2) / 5 + day.day - 1;
    return era * ERA + of_era * 365 + of_era / 4 - of_era / 100 + of_year - EPOCH;
}

zw_day zw_calendar_day(int32_t number)
{
    int32_t days = number + EPOCH;
    int32_t era = (days >= 0 ? days : days - (ERA - 1)) / ERA;
    int32_t of_era = days - era * ERA;
    int32_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / (ERA - 1)) / 365;
    int32_t of_year = of_era - (365 * year + year / 4 - year / 100);
    int32_t month = (5 * of_year + 2) / 153;
    zw_day day = { .day = of_year - (153 * month + 2) / 5 + 1,
                   .month = month < 10 ? month + 3 : month - 9 };
    day.year = year + era * 400 + (day.month <= 2);
    return day;
}

static int days_of_month(int year, int month)
{
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

/* n digits, or -1. */
static int digits(const char *text, size_t n)
{
    int value = 0;
    for (size_t i = 0; i < n; i++) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

bool zw_calendar_period(const char *date, zw_period *period)
{
    size_t n = date ? strlen(date) : 0;
    if ((n != 4 && n != 7 && n != 10) || (n > 4 && date[4] != '-') || (n > 7 && date[7] != '-'))
        return false;
    zw_day first = { digits(date, 4), n > 4 ? digits(date + 5, 2) : 1,
                     n > 7 ? digits(date + 8, 2) : 1 };
    if (first.year < 1 || first.month < 1 || first.month > 12 || first.day < 1 ||
        first.day > days_of_month(first.year, first.month))
        return false;
    zw_day last = first;
    if (n == 4)
        last.month = 12;
    if (n < 10)
        last.day = days_of_month(last.year, last.month);
    *period = (zw_period){ zw_calendar_number(first), zw_calendar_number(last) };
    return true;
}

zw_lag zw_calendar_lag(zw_period a, zw_period b)
{
    return (zw_lag){ b.first - a.last, b.last - a.first };
}

int zw_calendar_months(int32_t from, int32_t to)
{
    if (to < from)
        return -zw_calendar_months(to, from);
    zw_day a = zw_calendar_day(from), b = zw_calendar_day(to);
    return (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day);
}
