#include "query/figure_test.h"

#include <math.h>
#include <stdlib.h>

#include "base/buffer.h"
#include "base/utf8.h"

/* Units that say the same thing in another size. 公顷 of land answers a question asked in 亩. */
static const struct unit {
    const char *name;
    int family;
    double factor;
} units[] = {
    { "平方公里", 1, 1e6 }, { "平方千米", 1, 1e6 }, { "公顷", 1, 1e4 },   { "亩", 1, 10000.0 / 15 },
    { "平方米", 1, 1 },     { "公里", 2, 1000 },    { "千米", 2, 1000 },  { "米", 2, 1 },
    { "吨", 3, 1000 },      { "千克", 3, 1 },       { "公斤", 3, 1 },     { "%", 4, 1 },
    { "‰", 4, 0.1 },        { "天", 5, 1 },         { "日", 5, 1 },       { "人", 6, 1 },
    { "人次", 7, 1 },       { "名", 6, 1 },         { "个百分点", 8, 1 }, { "百分点", 8, 1 },
};

static const struct multiplier {
    const char *name;
    double factor;
} multipliers[] = { { "亿", 1e8 }, { "万", 1e4 }, { "千", 1e3 }, { "百", 1e2 } };

/* The text in half width, without blanks, NUL-terminated; NULL: out of memory. `from` gets for
 * each byte of it where that stood. */
static char *narrow(zw_str text, zw_arena *arena, size_t **from)
{
    /* A byte that is no UTF-8 becomes the three of U+FFFD. */
    char *out = zw_arena_alloc(arena, 3 * text.n + 1);
    *from = zw_arena_array(arena, 3 * text.n + 1, sizeof **from);
    if (!out || !*from)
        return NULL;
    size_t n = 0;
    for (size_t i = 0, len; i < text.n; i += len) {
        uint32_t c = zw_narrow(zw_utf8_at(text, i, &len));
        if (zw_is_blank(c))
            continue;
        size_t put = zw_utf8_put(out + n, c);
        for (size_t k = 0; k < put; k++)
            (*from)[n++] = i;
    }
    (*from)[n] = text.n;
    return out;
}

/* Digits with at most one point; commas part thousands: 1,100万. Returns the bytes used. */
static size_t read_digits(const char *s, double *value)
{
    char digits[40];
    size_t used = 0, n = 0;
    bool point = false;
    if (s[used] == '-' || s[used] == '+')
        digits[n++] = s[used++];
    for (; n < sizeof digits - 1; used++) {
        bool dot = s[used] == '.' && !point && s[used + 1] >= '0' && s[used + 1] <= '9';
        if (s[used] == ',' && used > 0 && s[used + 1] >= '0' && s[used + 1] <= '9')
            continue;
        if (!dot && !(s[used] >= '0' && s[used] <= '9'))
            break;
        point |= dot;
        digits[n++] = s[used];
    }
    digits[n] = '\0';
    char *end;
    *value = strtod(digits, &end);
    return end == digits ? 0 : used;
}

/* A number with its multipliers: 1.5万亿. Returns the bytes used, 0 for none. */
static size_t read_number(const char *s, double *value)
{
    size_t used = read_digits(s, value);
    for (size_t i = 0; used > 0 && i < sizeof multipliers / sizeof *multipliers;) {
        size_t n = strlen(multipliers[i].name);
        if (strncmp(s + used, multipliers[i].name, n) == 0) {
            *value *= multipliers[i].factor;
            used += n;
            i = 0;
        } else {
            i++;
        }
    }
    return used;
}

static zw_str unit_of(const char *s)
{
    return (zw_str){ s, strcspn(s, "@.") };
}

/* ".. 70%" behind the first number. */
static zw_status read_upper(const char *s, size_t *used, zw_figure_test *test, zw_err *err)
{
    const char *at = s + *used + 2;
    size_t n = read_number(at, &test->high);
    if (n == 0)
        return zw_err_set(err, ZW_E_USAGE, "a number is wanted after '..': 60..70%%");
    zw_str unit = unit_of(at + n);
    if (test->unit.n && unit.n && !zw_str_eq(test->unit, unit))
        return zw_err_set(err, ZW_E_USAGE, "the range has two units, '%.*s' and '%.*s'",
                          (int)test->unit.n, test->unit.at, (int)unit.n, unit.at);
    if (unit.n)
        test->unit = unit;
    if (test->cmp != ZW_CMP_EQ)
        return zw_err_set(err, ZW_E_USAGE, "a range goes with '=': 城镇化率=60..70%%");
    if (test->low > test->high)
        return zw_err_set(err, ZW_E_USAGE, "the range %g..%g runs backwards", test->low,
                          test->high);
    *used += 2 + n + unit.n;
    return ZW_OK;
}

static zw_status read_value(const char *s, zw_figure_test *test, size_t *used, zw_err *err)
{
    size_t n = read_number(s, &test->low);
    if (n == 0)
        return zw_err_set(err, ZW_E_USAGE, "a number is wanted here: 60%%, 100亿元, 60..70%%");
    test->high = test->low;
    test->unit = unit_of(s + n);
    *used = n + test->unit.n;
    if (strncmp(s + *used, "..", 2) == 0)
        return read_upper(s, used, test, err);
    return ZW_OK;
}

zw_status zw_figure_test_value(zw_str text, zw_arena *arena, zw_figure_test *test, zw_range *bad,
                               zw_err *err)
{
    size_t *from, used = 0;
    char *s = narrow(text, arena, &from);
    *bad = (zw_range){ 0, text.n };
    if (!s)
        return zw_err_nomem(err);
    zw_status status = test->compares ? read_value(s, test, &used, err) : ZW_OK;
    if (status != ZW_OK || s[used] == '\0')
        return status;
    bad->start = from[used];
    if (s[used] != '@')
        return zw_err_set(err, ZW_E_USAGE, "'%s' is no unit, nor a year such as @2020", s + used);
    return zw_years_read(zw_str_of(s + used + 1), &test->year_low, &test->year_high, err);
}

/* Four digits, 年 behind them or not. */
static bool read_year(zw_str text, int *year)
{
    if (zw_str_ends(text, ZW_STR("年")))
        text.n -= strlen("年");
    *year = 0;
    if (text.n != 4)
        return false;
    for (size_t i = 0; i < text.n; i++) {
        if (text.at[i] < '0' || text.at[i] > '9')
            return false;
        *year = *year * 10 + (text.at[i] - '0');
    }
    return *year > 0;
}

static zw_str half_width(zw_str text, char *room, size_t size)
{
    size_t n = 0;
    for (size_t i = 0, len; i < text.n && n + 4 < size; i += len) {
        uint32_t c = zw_narrow(zw_utf8_at(text, i, &len));
        n += zw_is_blank(c) ? 0 : zw_utf8_put(room + n, c);
    }
    return (zw_str){ room, n };
}

zw_status zw_years_read(zw_str text, int *low, int *high, zw_err *err)
{
    static const char *const parts[] = { "..", "—", "–", "至", "~", "-" };
    char room[64];
    zw_str years = half_width(text, room, sizeof room);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        zw_str part = zw_str_of(parts[i]);
        size_t at = zw_str_find(years, part, 0);
        if (at == years.n)
            continue;
        zw_str a = { years.at, at }, b = { years.at + at + part.n, years.n - at - part.n };
        *low = *high = 0;
        if ((a.n && !read_year(a, low)) || (b.n && !read_year(b, high)) || (!a.n && !b.n))
            break;
        if (*low && *high && *low > *high)
            return zw_err_set(err, ZW_E_USAGE, "the range %d..%d runs backwards", *low, *high);
        return ZW_OK;
    }
    if (read_year(years, low)) {
        *high = *low;
        return ZW_OK;
    }
    return zw_err_set(err, ZW_E_USAGE, "'%.*s' is no year: 2016, 2014..2020, 2018..", (int)text.n,
                      text.at);
}

static const struct unit *unit_find(zw_str name)
{
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (zw_str_eq(name, zw_str_of(units[i].name)))
            return &units[i];
    }
    return NULL;
}

/* How many of the test's unit one of the claim's is; 0: they do not compare. */
static double unit_factor(zw_str test, zw_str claim)
{
    if (test.n == 0 || zw_str_eq(test, claim))
        return 1;
    const struct unit *a = unit_find(test), *b = unit_find(claim);
    return a && b && a->family == b->family ? b->factor / a->factor : 0;
}

/* 0.1 + 0.2 and unit conversions must not decide a predicate. */
static double slack(double value)
{
    return fabs(value) * 1e-9;
}

static bool at_least(double value, double bound)
{
    return value >= bound - slack(bound);
}

static bool above(double value, double bound)
{
    return value > bound + slack(bound);
}

static bool value_holds(const zw_figure_test *t, double low, double high, zw_cmp claim)
{
    bool closed = claim == ZW_CMP_EQ || claim == ZW_CMP_ABOUT;
    bool bounded_below = closed || claim == ZW_CMP_GE || claim == ZW_CMP_GT;
    bool bounded_above = closed || claim == ZW_CMP_LE || claim == ZW_CMP_LT;
    switch (t->cmp) {
    case ZW_CMP_GE:
        return bounded_below && at_least(low, t->low);
    case ZW_CMP_GT:
        return bounded_below && (claim == ZW_CMP_GT ? at_least(low, t->low) : above(low, t->low));
    case ZW_CMP_LE:
        return bounded_above && at_least(t->high, high);
    case ZW_CMP_LT:
        return bounded_above &&
               (claim == ZW_CMP_LT ? at_least(t->high, high) : above(t->high, high));
    default:
        return closed && at_least(low, t->low) && at_least(t->high, high);
    }
}

static bool year_holds(const zw_figure_test *t, int year)
{
    if (!t->year_low && !t->year_high)
        return true;
    return year && year >= t->year_low && (!t->year_high || year <= t->year_high);
}

bool zw_figure_test_holds(const zw_figure_test *test, const zw_figure_claim *claim)
{
    if (!year_holds(test, claim->year))
        return false;
    double factor = unit_factor(test->unit, claim->unit);
    if (factor == 0)
        return false;
    return !test->compares ||
           value_holds(test, claim->low * factor, claim->high * factor, claim->cmp);
}
