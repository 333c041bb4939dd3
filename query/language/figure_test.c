#include "query/language/figure_test.h"

#include <math.h>

#include "base/numeral.h"
#include "base/utf8.h"

/* Units that say the same thing in another size. 公顷 of land answers a question asked in 亩. */
static const struct unit {
    const char *name;
    int family;
    double factor;
} units[] = {
    { "平方公里", 1, 1e6 }, { "平方千米", 1, 1e6 }, { "公顷", 1, 1e4 }, { "亩", 1, 10000.0 / 15 },
    { "平方米", 1, 1 },     { "平米", 1, 1 },       { "㎡", 1, 1 },     { "公里", 2, 1000 },
    { "千米", 2, 1000 },    { "米", 2, 1 },         { "吨", 3, 1000 },  { "千克", 3, 1 },
    { "公斤", 3, 1 },       { "%", 4, 1 },          { "‰", 4, 0.1 },    { "天", 5, 1 },
    { "日", 5, 1 },         { "人", 6, 1 },         { "人次", 7, 1 },   { "名", 6, 1 },
    { "个百分点", 8, 1 },   { "百分点", 8, 1 },
};

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

/* One number with its unit: 60%, 1.5万亿元, 百分之四十五. Returns the bytes used, 0 for none. */
static size_t read_number(zw_str s, size_t at, double *low, double *high, zw_str *unit)
{
    static const char *const units_of_kind[] = {
        [ZW_NUM_PERCENT] = "%", [ZW_NUM_PERMILLE] = "‰", [ZW_NUM_PERMYRIAD] = "‱"
    };
    bool minus = at < s.n && s.at[at] == '-';
    size_t start = at + minus;
    zw_numeral n;
    if (start >= s.n || zw_numeral_read(s, start, &n) == 0)
        return 0;
    *low = minus ? -n.high : n.low;
    *high = minus ? -n.low : n.high;
    size_t end = start + n.used;
    *unit = (zw_str){ s.at + end, strcspn(s.at + end, "@.") };
    end += unit->n;
    if (unit->n == 0 && n.kind != ZW_NUM_CARDINAL && n.kind != ZW_NUM_FRACTION)
        *unit = zw_str_of(units_of_kind[n.kind]);
    return end - at;
}

/* "..70%" behind the first number. */
static zw_status read_upper(zw_str s, size_t *used, zw_figure_test *test, zw_err *err)
{
    double low;
    zw_str unit;
    size_t n = read_number(s, *used + 2, &low, &test->high, &unit);
    if (n == 0)
        return zw_err_set(err, ZW_E_USAGE, "a number is wanted after '..': 60..70%%");
    if (test->unit.n && unit.n && !zw_str_eq(test->unit, unit))
        return zw_err_set(err, ZW_E_USAGE, "the range has two units, '%.*s' and '%.*s'",
                          (int)test->unit.n, test->unit.at, (int)unit.n, unit.at);
    if (unit.n)
        test->unit = unit;
    *used += 2 + n;
    return ZW_OK;
}

static zw_status read_value(zw_str s, zw_figure_test *test, size_t *used, zw_err *err)
{
    zw_status status = ZW_OK;
    *used = read_number(s, 0, &test->low, &test->high, &test->unit);
    if (*used == 0)
        return zw_err_set(err, ZW_E_USAGE, "a number is wanted here: 60%%, 100亿元, 60..70%%");
    if (strncmp(s.at + *used, "..", 2) == 0)
        status = read_upper(s, used, test, err);
    if (status == ZW_OK && test->low != test->high && test->cmp != ZW_CMP_EQ)
        return zw_err_set(err, ZW_E_USAGE, "a range goes with '=': 城镇化率=60..70%%");
    if (status == ZW_OK && test->low > test->high)
        return zw_err_set(err, ZW_E_USAGE, "the range %g..%g runs backwards", test->low,
                          test->high);
    return status;
}

zw_status zw_figure_test_value(zw_str text, zw_arena *arena, zw_figure_test *test, zw_range *bad,
                               zw_err *err)
{
    size_t *from, used = 0;
    char *s = narrow(text, arena, &from);
    *bad = (zw_range){ 0, text.n };
    if (!s)
        return zw_err_nomem(err);
    zw_status status = test->compares ? read_value(zw_str_of(s), test, &used, err) : ZW_OK;
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

size_t zw_units_alike(zw_str unit, zw_unit_like like[ZW_UNITS_ALIKE])
{
    const struct unit *of = unit_find(unit);
    size_t n = 0;
    like[n++] = (zw_unit_like){ unit, 1 };
    for (size_t i = 0; of && i < sizeof units / sizeof *units && n < ZW_UNITS_ALIKE; i++) {
        if (&units[i] != of && units[i].family == of->family)
            like[n++] = (zw_unit_like){ zw_str_of(units[i].name), units[i].factor / of->factor };
    }
    return n;
}

zw_str zw_unit_base(zw_str unit, double *factor)
{
    const struct unit *of = unit_find(unit);
    *factor = of ? of->factor : 1;
    for (size_t i = 0; of && i < sizeof units / sizeof *units; i++) {
        if (units[i].family == of->family && units[i].factor == 1)
            return zw_str_of(units[i].name);
    }
    return unit;
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
