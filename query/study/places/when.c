#include "query/study/places/when.h"

#include <string.h>

#include "base/utf8.h"

static bool read_day(const char *text, zw_day_of of, zw_when *when)
{
    zw_when read = { .of = of, .text = text };
    if (!zw_calendar_period(text, &read.period))
        return false;
    *when = read;
    return true;
}

/* 2005 of 桂政发〔2005〕27号. */
static bool year_of(const char *number, zw_arena *arena, const char **year)
{
    zw_str text = zw_str_of(number ? number : "");
    *year = NULL;
    for (size_t at = 0, len; at < text.n; at += len) {
        if (!zw_is_bracket_open(zw_utf8_at(text, at, &len)))
            continue;
        zw_str digits = zw_str_slice(text, (zw_range){ at + len, text.n });
        size_t n = 0;
        while (n < digits.n && digits.at[n] >= '0' && digits.at[n] <= '9')
            n++;
        if (n == 4)
            return (*year = zw_arena_copy(arena, digits.at, n)) != NULL;
    }
    return true;
}

static void not_after(zw_when *when, const char *bound)
{
    zw_period by;
    if (zw_calendar_period(bound, &by) && by.last >= when->period.first &&
        by.last < when->period.last)
        when->period.last = by.last;
}

/* What takes effect on the first day of the year it is called after was signed before. */
static bool begins_with_year(const zw_when *when, const char *effective)
{
    zw_period day;
    return !zw_period_whole(when->period) && zw_calendar_period(effective, &day) &&
           zw_period_whole(day) && day.first == when->period.first;
}

bool zw_when_of(const zw_metadata *meta, zw_arena *arena, zw_when *when)
{
    zw_when effective = { 0 }, published = { 0 }, number = { 0 };
    const char *year;
    *when = (zw_when){ 0 };
    if (!year_of(meta->number, arena, &year))
        return false;
    if (read_day(meta->date, ZW_DAY_SIGNED, when)) {
        /* a page tells but its own day, and nobody signs */
        bool page = !meta->number && !meta->issuer && meta->published &&
                    strcmp(meta->date, meta->published) == 0;
        when->of = page ? ZW_DAY_PUBLISHED : ZW_DAY_SIGNED;
    } else {
        read_day(meta->effective, ZW_DAY_EFFECTIVE, &effective);
        read_day(meta->published, ZW_DAY_PUBLISHED, &published);
        read_day(year, ZW_DAY_NUMBER, &number);
        *when = effective.of ? effective : published;
        if (effective.of && published.of && published.period.last < effective.period.last)
            *when = published;
        /* a page of 2015 with a text of 2005 */
        if (number.of && (!when->of || number.period.last < when->period.first))
            *when = number;
    }
    if (when->of == ZW_DAY_SIGNED && begins_with_year(when, meta->effective))
        read_day(meta->effective, ZW_DAY_EFFECTIVE, when);
    if (when->of == ZW_DAY_SIGNED || when->of == ZW_DAY_NUMBER) {
        not_after(when, meta->effective);
        not_after(when, meta->published);
    }
    return true;
}

const char *zw_day_of_name(zw_day_of of)
{
    static const char *const names[] = { [ZW_DAY_NONE] = NULL,
                                         [ZW_DAY_SIGNED] = "signed",
                                         [ZW_DAY_EFFECTIVE] = "effective",
                                         [ZW_DAY_PUBLISHED] = "published",
                                         [ZW_DAY_NUMBER] = "number" };
    return names[of];
}
