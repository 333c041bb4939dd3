/* Days counted, and dates that are told in part. */
#include "base/calendar.h"
#include "tests/unit/unit.h"

static const struct {
    const char *name, *from, *to;
    int least, most;
} lags[] = {
    { "from a day to itself", "2014-07-24", "2014-07-24", 0, 0 },
    { "over the end of a year", "2015-12-31", "2016-01-01", 1, 1 },
    { "over a leap day", "2016-02-28", "2016-03-01", 2, 2 },
    { "over the end of a February without one", "2015-02-28", "2015-03-01", 1, 1 },
    { "1900 was no leap year", "1900-02-28", "1900-03-01", 1, 1 },
    { "2000 was one", "2000-02-28", "2000-03-01", 2, 2 },
    { "over a leap year", "2016-01-01", "2017-01-01", 366, 366 },
    { "backwards", "2016-03-01", "2016-02-28", -2, -2 },
    { "to some day of a month", "2014-07-24", "2014-08", 8, 38 },
    { "to some day of the same month", "2014-07-24", "2014-07", -23, 7 },
    { "to some day of a year", "2014-12-31", "2016", 366, 731 },
    { "from some day of a year to a day", "2014", "2015-01-01", 1, 365 },
    { "within one year that is all that is told", "2014", "2014", -364, 364 },
    { "from the day of the epoch", "1970-01-01", "2003-06-19", 12222, 12222 },
};

static void test_lags(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(lags); i++) {
        zw_period from, to;
        print_message("    %s\n", lags[i].name);
        assert_true(zw_calendar_period(lags[i].from, &from));
        assert_true(zw_calendar_period(lags[i].to, &to));
        zw_lag lag = zw_calendar_lag(from, to);
        assert_int_equal(lag.least, lags[i].least);
        assert_int_equal(lag.most, lags[i].most);
    }
}

static const struct {
    const char *name, *from, *to;
    int months;
} months[] = {
    { "a month is full on the same day of the next", "2014-01-15", "2014-02-15", 1 },
    { "and not a day before", "2014-01-15", "2014-02-14", 0 },
    { "the 31st of January to the last of February is none", "2014-01-31", "2014-02-28", 0 },
    { "a year from a leap day is full on the first of March", "2012-02-29", "2013-03-01", 12 },
    { "years are twelve months each", "2003-06-19", "2016-01-01", 150 },
    { "backwards they are counted with a minus", "2014-02-15", "2014-01-15", -1 },
};

static void test_months(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(months); i++) {
        zw_period from, to;
        print_message("    %s\n", months[i].name);
        assert_true(zw_calendar_period(months[i].from, &from));
        assert_true(zw_calendar_period(months[i].to, &to));
        assert_int_equal(zw_calendar_months(from.first, to.first), months[i].months);
    }
}

static const struct {
    const char *name, *a, *b;
    bool before;
} orders[] = {
    { "a day before another", "2014-07-24", "2014-07-25", true },
    { "a year before a day of the next", "2014", "2015-01-01", true },
    { "a year is not before one of its days", "2014", "2014-12-31", false },
    { "a day is not before the year it is of", "2014-01-01", "2014", false },
    { "a month before the next", "2014-06", "2014-07", true },
};

static void test_orders(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(orders); i++) {
        zw_period a, b;
        print_message("    %s\n", orders[i].name);
        assert_true(zw_calendar_period(orders[i].a, &a));
        assert_true(zw_calendar_period(orders[i].b, &b));
        assert_int_equal(zw_period_before(a, b), orders[i].before);
    }
}

static const char *const refused[] = { "",        "2014年",     "2014-13",    "2014-00",
                                       "2014-7",  "2015-02-29", "2014-04-31", "14",
                                       "2014/07", "2014-07-2x", "2014-07-24 " };

static void test_refused(void **state)
{
    zw_period period;
    (void)state;
    for (size_t i = 0; i < COUNT(refused); i++)
        assert_false(zw_calendar_period(refused[i], &period));
    assert_false(zw_calendar_period(NULL, &period));
}

/* Every day of eight hundred years, forth and back. */
static void test_there_and_back(void **state)
{
    (void)state;
    for (int32_t n = zw_calendar_number((zw_day){ 1600, 1, 1 });
         n < zw_calendar_number((zw_day){ 2400, 1, 1 }); n++)
        assert_int_equal(zw_calendar_number(zw_calendar_day(n)), n);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lags),           cmocka_unit_test(test_months),
        cmocka_unit_test(test_orders),         cmocka_unit_test(test_refused),
        cmocka_unit_test(test_there_and_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
