#include "query/language/field.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/date.h"
#include "base/nearest.h"
#include "base/utf8.h"
#include "query/language/figure_test.h"

const zw_field zw_field_figure = {
    .id = ZW_F_COUNT,
    .name = "figure",
    .chinese = "数字",
    .slot = ZW_SLOT_NONE,
    .query = true,
    .example = "figure:\"户籍人口城镇化率 >= 45% @2020\"",
    .doc = "a number: indicator, comparator, value, @year",
};

/* Values of the closed lists, as a Chinese reader would ask for them. */
static const struct value {
    zw_field_id field;
    const char *name, *chinese;
} values[] = {
    { ZW_F_ROLE, "lead", "牵头" },
    { ZW_F_ROLE, "support", "配合" },
    { ZW_F_ROLE, "responsible", "负责" },
    { ZW_F_ROLE, "implement", "落实" },
    { ZW_F_KIND, "target", "目标" },
    { ZW_F_KIND, "baseline", "现状" },
    { ZW_F_FORCE, "binding", "约束性" },
    { ZW_F_FORCE, "expected", "预期性" },
    { ZW_F_KIND, "condition", "条件" },
    { ZW_F_KIND, "other", "其他" },
    { ZW_F_VERSION, "original", "正本" },
    { ZW_F_VERSION, "repost", "转载" },
    { ZW_F_VERSION, "amended", "修订" },
    { ZW_F_VERSION, "draft", "征求意见稿" },
    { ZW_F_VERSION, "interpretation", "解读" },
};

#define NAME_MAX 32 /* characters compared */

/* The name as code points in half width and small letters. */
static size_t spell(zw_str name, uint32_t out[NAME_MAX])
{
    size_t n = 0;
    for (size_t i = 0, len; i < name.n && n < NAME_MAX; i += len) {
        uint32_t c = zw_narrow(zw_utf8_at(name, i, &len));
        out[n++] = c >= 'A' && c <= 'Z' ? c + 32 : c;
    }
    return n;
}

static zw_str plain(zw_str name, char *room, size_t size)
{
    uint32_t codes[NAME_MAX];
    size_t n = spell(name, codes), used = 0;
    for (size_t i = 0; i < n && used + 4 <= size; i++)
        used += zw_utf8_put(room + used, codes[i]);
    return (zw_str){ room, used };
}

const zw_field *zw_query_field(zw_str name)
{
    char room[NAME_MAX * 4];
    zw_str as = plain(name, room, sizeof room);
    if (zw_str_eq(as, zw_str_of(zw_field_figure.name)) ||
        zw_str_eq(as, zw_str_of(zw_field_figure.chinese)))
        return &zw_field_figure;
    return zw_field_find(as);
}

const char *zw_field_nearest(zw_str name)
{
    zw_nearest nearest = zw_nearest_of(name);
    zw_nearest_try(&nearest, zw_str_of(zw_field_figure.name));
    for (size_t i = 0; i < ZW_F_COUNT; i++) {
        if (!zw_fields[i].query)
            continue;
        zw_nearest_try(&nearest, zw_str_of(zw_fields[i].name));
        if (zw_fields[i].chinese)
            zw_nearest_try(&nearest, zw_str_of(zw_fields[i].chinese));
    }
    return nearest.best.n ? nearest.best.at : NULL; /* the names are whole strings */
}

bool zw_field_is_range(const zw_field *field)
{
    return field->kind == ZW_KIND_YEAR || field->kind == ZW_KIND_DATE;
}

static int last_day(int year, int month)
{
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

/* A day as one number that ascends: 20160229. */
static int day_number(zw_day d, bool last)
{
    int month = d.month ? d.month : last ? 12 : 1;
    int day = d.day ? d.day : last ? last_day(d.year, month) : 1;
    return d.year * 10000 + month * 100 + day;
}

static bool real_day(zw_day d)
{
    return d.year > 0 && d.month <= 12 && (!d.month || d.day <= last_day(d.year, d.month));
}

/* One date, or a period that has a name (“十三五”), as its first and last day. */
static bool read_date(zw_str text, int *first, int *last)
{
    zw_date date;
    zw_date_key key;
    if (zw_date_key_of(text, &key)) {
        zw_day d = { atoi(key.year), key.month[0] ? atoi(key.month + 5) : 0, atoi(key.day) % 100 };
        *first = day_number(d, false);
        *last = day_number(d, true);
        return real_day(d) && (!key.month[0] || d.month > 0);
    }
    if (zw_date_read(text, 0, &date) != text.n || !text.n || !real_day(date.from) ||
        !real_day(date.to))
        return false;
    *first = day_number(date.from, false);
    *last = day_number(date.to, true);
    return true;
}

/* The day after or before; only its order matters, so 20160101 - 1 need not be in the calendar. */
static void bound(zw_cmp cmp, int *first, int *last)
{
    int from = *first, to = *last;
    switch (cmp) {
    case ZW_CMP_GE:
        *last = 0;
        break;
    case ZW_CMP_GT:
        *first = to + 1;
        *last = 0;
        break;
    case ZW_CMP_LE:
        *first = 0;
        break;
    case ZW_CMP_LT:
        *first = 0;
        *last = from - 1;
        break;
    default:
        break;
    }
}

static zw_status refuse_date(zw_str text, zw_err *err)
{
    return zw_err_set(err, ZW_E_USAGE,
                      "'%.*s' is no date: 2016, 2016-03, 2016-03-21, 2016-01..2016-12, 2018..",
                      (int)text.n, text.at);
}

static zw_status read_days(zw_str text, int *first, int *last, zw_err *err)
{
    char room[96];
    size_t n = 0;
    for (size_t i = 0, len; i < text.n && n + 4 < sizeof room; i += len) {
        uint32_t c = zw_narrow(zw_utf8_at(text, i, &len));
        n += zw_is_blank(c) ? 0 : zw_utf8_put(room + n, c);
    }
    zw_str dates = { room, n };
    size_t at = zw_str_find(dates, ZW_STR(".."), 0);
    if (at == n)
        return read_date(dates, first, last) ? ZW_OK : refuse_date(text, err);
    zw_str a = { room, at }, b = { room + at + 2, n - at - 2 };
    int ignored;
    *first = *last = 0;
    if ((a.n && !read_date(a, first, &ignored)) || (b.n && !read_date(b, &ignored, last)) ||
        (!a.n && !b.n))
        return refuse_date(text, err);
    if (*first && *last && *first > *last)
        return zw_err_set(err, ZW_E_USAGE, "the range %.*s runs backwards", (int)n, room);
    return ZW_OK;
}

/* Years may also be a plan's: year:十三五. */
static zw_status read_year_range(zw_str text, int *first, int *last, zw_err *err)
{
    zw_date plan;
    if (zw_date_read(text, 0, &plan) == text.n && text.n && plan.from.year && plan.to.year) {
        *first = plan.from.year;
        *last = plan.to.year;
        return ZW_OK;
    }
    return zw_years_read(text, first, last, err);
}

zw_status zw_field_range(const zw_field *field, zw_str text, zw_cmp cmp, zw_arena *arena,
                         char **low, char **high, zw_err *err)
{
    bool years = field->kind == ZW_KIND_YEAR;
    int first, last;
    zw_status s = years ? read_year_range(text, &first, &last, err)
                        : read_days(text, &first, &last, err);
    if (s != ZW_OK)
        return s;
    /* year>=..2020, and year>=-2020, which is the same: neither has an end to compare with. */
    if (cmp != ZW_CMP_EQ && (!first || !last))
        return zw_err_set(err, ZW_E_USAGE,
                          years ? "'%.*s' is open at one end: behind a comparator stands one year"
                                : "'%.*s' is open at one end: behind a comparator stands one date",
                          (int)text.n, text.at);
    bound(cmp, &first, &last);
    *low = first ? zw_arena_printf(arena, years ? "%04d" : "%08d", first) : NULL;
    *high = last ? zw_arena_printf(arena, years ? "%04d" : "%08d", last) : NULL;
    return (first && !*low) || (last && !*high) ? zw_err_nomem(err) : ZW_OK;
}

zw_str zw_field_value_name(const zw_field *field, zw_str value)
{
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        if (values[i].field == field->id && zw_str_eq(value, zw_str_of(values[i].chinese)))
            return zw_str_of(values[i].name);
    }
    return value;
}

zw_status zw_field_value_check(const zw_field *field, zw_str value, zw_err *err)
{
    zw_str name = zw_field_value_name(field, value);
    if (field->kind == ZW_KIND_NAME &&
        (zw_str_eq(value, ZW_STR("~")) || zw_str_eq(value, ZW_STR("～"))))
        return zw_err_set(err, ZW_E_USAGE, "~ wants a body behind it: %s:~自然资源厅", field->name);
    char known[200];
    size_t n = 0;
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        if (values[i].field != field->id)
            continue;
        if (zw_str_eq(name, zw_str_of(values[i].name)))
            return ZW_OK;
        n += (size_t)snprintf(known + n, sizeof known - n, "%s%s %s", n ? ", " : "", values[i].name,
                              values[i].chinese);
    }
    if (n == 0)
        return ZW_OK;
    return zw_err_set(err, ZW_E_USAGE, "'%.*s' is no %s: %s", (int)value.n, value.at, field->name,
                      known);
}
