#include "base/date.h"

#include "base/numeral.h"
#include "base/numeral_part.h"
#include "base/utf8.h"

/* A reader that moves over the text. */
typedef struct {
    zw_str text;
    size_t at;
} cursor;

static void skip_blanks(cursor *c)
{
    c->at += zw_num_blanks(c->text, c->at, 3);
}

/* Steps over a word, and the blanks before it. */
static bool take(cursor *c, const char *word)
{
    cursor next = *c;
    skip_blanks(&next);
    zw_str w = zw_str_of(word), rest = { c->text.at + next.at, c->text.n - next.at };
    if (next.at > c->text.n || !zw_str_starts(rest, w))
        return false;
    c->at = next.at + w.n;
    return true;
}

static bool take_any(cursor *c, const char *const *words)
{
    for (; *words; words++) {
        if (take(c, *words))
            return true;
    }
    return false;
}

/* At most `most` decimal digits, blanks allowed between single ones (1 9 9 3); -1 for none. */
static int take_digits(cursor *c, int most, int *count)
{
    int value = 0, n = 0, d;
    size_t len, at = c->at, gap = 0, first_gap = 0;
    for (;;) {
        uint32_t code = zw_num_code(c->text, at, &len);
        if ((d = zw_digit_value(code)) < 0 || n == most)
            break;
        value = value * 10 + d;
        n++;
        c->at = at += len;
        gap = zw_num_blanks(c->text, at, 1);
        if (n == 1)
            first_gap = gap;
        if (gap != first_gap) /* spaced throughout or not at all */
            gap = 0;
        at += gap;
    }
    *count = n;
    return n ? value : -1;
}

static bool digit_behind(const cursor *c)
{
    size_t len;
    return zw_digit_value(zw_num_code(c->text, c->at, &len)) >= 0;
}

/* 二O一六, 二00一: years whose zeros were typed as letters or digits, with 年 behind; 0 for none.
 */
static int take_typed_year(cursor *c)
{
    cursor next = *c;
    int year = 0, n = 0;
    size_t len;
    for (; n < 4; n++, next.at += len) {
        uint32_t code = zw_num_code(next.text, next.at, &len);
        bool zero = n && (code == 'O' || code == 'o' || code == '0');
        int d = zero ? 0 : zw_han_digit_value(code);
        if (d < 0)
            return 0;
        year = year * 10 + d;
    }
    cursor behind = next;
    if (year < 1840 || year > 2199 || !take(&behind, "年"))
        return 0;
    *c = next;
    return year;
}

/* 2017, 二〇一七, 一九九三. */
static int take_year(cursor *c)
{
    cursor next = *c;
    skip_blanks(&next);
    int n, year = take_digits(&next, 4, &n);
    if (n == 0) {
        zw_num_part part;
        size_t used = zw_num_han(next.text, next.at, &part);
        if (!used || !(part.flags & ZW_NUM_ROW) || part.low.exp || part.low.mant > 2200) {
            year = take_typed_year(&next);
            *c = year ? next : *c;
            return year;
        }
        year = (int)part.low.mant;
        next.at += used;
        n = 4;
    }
    if (n != 4 || year < 1840 || year > 2199 || digit_behind(&next))
        return 0;
    *c = next;
    return year;
}

/* A month or a day in either script, up to `most`; 0 for none. */
static int take_small(cursor *c, int most)
{
    cursor next = *c;
    skip_blanks(&next);
    int n, value = take_digits(&next, 2, &n);
    if (n == 0) {
        zw_num_part part;
        size_t used = zw_num_han(next.text, next.at, &part);
        unsigned bars = ZW_NUM_RANGE | ZW_NUM_MORE | ZW_NUM_ABOUT | ZW_NUM_BARE | ZW_NUM_REACHED;
        if (!used || part.flags & bars || part.low.exp || part.low.mant > 31)
            return 0;
        value = (int)part.low.mant;
        next.at += used;
    }
    if (value < 1 || value > most || digit_behind(&next))
        return 0;
    *c = next;
    return value;
}

int zw_plan_year(int n)
{
    static const int first[] = { 0, 1953, 1958 };
    if (n < 1 || n > 30)
        return 0;
    return n < 3 ? first[n] : 1966 + 5 * (n - 3);
}

static bool take_quote(cursor *c, bool open)
{
    static const char *const opens[] = { "“", "\"", "「", "『", "＂", "”", "‘", NULL };
    static const char *const closes[] = { "”", "\"", "」", "』", "＂", "“", "’", NULL };
    return take_any(c, open ? opens : closes);
}

/* “十三五”, 十三五: the number is what stands before the last 五. */
static int take_plan_number(cursor *c, bool quoted)
{
    size_t len, end = c->at;
    int digits[3], n = 0;
    for (; end < c->text.n && n < 3; end += len, n++) {
        uint32_t code = zw_utf8_at(c->text, end, &len);
        digits[n] = code == 0x5341 ? 10 : zw_han_digit_value(code); /* 十 */
        if (digits[n] < 1)
            break;
    }
    /* “一五” to “十五” have two characters, “十一五” on have three; bare “十五” is fifteen */
    if (n >= 3 && digits[0] == 10 && digits[1] < 10 && digits[2] == 5) {
        c->at = end;
        return 10 + digits[1];
    }
    if (quoted && n >= 2 && digits[1] == 5) {
        c->at += 2 * strlen("五");
        return digits[0];
    }
    return 0;
}

static bool take_plan(cursor *c, zw_date *date)
{
    static const char *const spans[] = { "规划期内", "规划期", "期间", "时期", "期内", NULL };
    static const char *const ends[] = { "期末", "规划期末", "末期", "末", "后期", NULL };
    cursor next = *c;
    bool quoted = take_quote(&next, true);
    int n = take_plan_number(&next, quoted);
    int year = zw_plan_year(n);
    if (!year || (quoted && !take_quote(&next, false)))
        return false;
    *date = (zw_date){ .from = { year, 0, 0 }, .to = { year + 4, 0, 0 } };
    date->precision = ZW_DATE_PLAN;
    if (!take_any(&next, spans) && take_any(&next, ends))
        date->end = true;
    *c = next;
    return true;
}

/* 底前, 年底, 以前 ... behind a year, a month or a day. */
static void take_edge(cursor *c, zw_date *date)
{
    static const char *const ends[] = { "底", "末", NULL };
    static const char *const befores[] = { "以前", "之前", "前", NULL };
    if (take_any(c, ends))
        date->end = true;
    cursor next = *c;
    if (!take_any(&next, befores))
        return;
    /* 2017年前三季度, 2017年前后 say something else */
    static const char *const others[] = {
        "三季", "三个季", "后", "两个", "十", "列", "半年", NULL
    };
    cursor behind = next;
    if (take_any(&behind, others))
        return;
    date->before = true;
    *c = next;
}

static void set_months(zw_date *date, int from, int to)
{
    date->from.month = from;
    date->to.month = to;
    date->precision = ZW_DATE_QUARTER;
}

static void take_quarter(cursor *c, zw_date *date)
{
    static const struct {
        const char *word;
        int from, to;
    } rows[] = {
        { "上半年", 1, 6 },     { "下半年", 7, 12 },  { "第一季度", 1, 3 }, { "一季度", 1, 3 },
        { "第二季度", 4, 6 },   { "二季度", 4, 6 },   { "第三季度", 7, 9 }, { "三季度", 7, 9 },
        { "第四季度", 10, 12 }, { "四季度", 10, 12 }, { "1季度", 1, 3 },    { "2季度", 4, 6 },
        { "3季度", 7, 9 },      { "4季度", 10, 12 },  { "前三季度", 1, 9 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (take(c, rows[i].word)) {
            set_months(date, rows[i].from, rows[i].to);
            return;
        }
    }
}

/* 11月16日, 11月; the year is set by the caller. */
/* 5月17～19日, 5月24日至26日: the last day of several; 0 for none. */
static int take_last_day(cursor *c, int first)
{
    static const char *const joins[] = { "至", "到", "～", "~", "—", "－", "-", "–", NULL };
    cursor next = *c;
    int day = take_any(&next, joins) ? take_small(&next, 31) : 0;
    if (day <= first || !(take(&next, "日") || take(&next, "号")))
        return 0;
    *c = next;
    return day;
}

static bool take_month_day(cursor *c, zw_date *date)
{
    cursor next = *c;
    int month = take_small(&next, 12);
    if (!month || !take(&next, "月"))
        return false;
    date->from.month = date->to.month = month;
    date->precision = ZW_DATE_MONTH;
    *c = next;
    int day = take_small(&next, 31);
    bool told = day && (take(&next, "日") || take(&next, "号"));
    int last = day ? take_last_day(&next, day) : 0;
    if (told || last) {
        date->from.day = day;
        date->to.day = last ? last : day;
        date->precision = ZW_DATE_DAY;
        *c = next;
    }
    return true;
}

static bool take_day(cursor *c, zw_date *date)
{
    cursor next = *c;
    int day = take_small(&next, 31);
    if (!day || !take(&next, "日"))
        return false;
    date->to.day = day;
    date->precision = ZW_DATE_DAY;
    *c = next;
    return true;
}

/* What follows a year that 年 has ended. */
static void take_rest(cursor *c, zw_date *date)
{
    if (!take_month_day(c, date))
        take_quarter(c, date);
    if (date->precision == ZW_DATE_YEAR)
        take(c, "度");
    cursor year_end = *c;
    if (date->precision == ZW_DATE_YEAR && take(&year_end, "年底")) /* 2017年年底 */
        c->at = year_end.at - strlen("底");
    take_edge(c, date);
}

static bool take_range_sign(cursor *c)
{
    static const char *const signs[] = { "——", "—",  "-", "－", "–", "~", "～",
                                         "至", "到", "―", "‐",  "─", NULL };
    return take_any(c, signs);
}

/* The second end of a period: 2016—2020年, 2017年6月至12月, 6月1日至7月3日. */
static void take_second(cursor *c, zw_date *date)
{
    cursor next = *c;
    if (date->before || !take_range_sign(&next))
        return;
    zw_date second = { .precision = ZW_DATE_YEAR };
    int year = take_year(&next);
    if (year && take(&next, "年")) {
        second.from.year = second.to.year = year;
        take_rest(&next, &second);
    } else if (!year && date->precision == ZW_DATE_DAY && take_day(&next, &second)) {
        second.to.year = date->to.year; /* 1月2日至20日 */
        second.to.month = date->to.month;
        take_edge(&next, &second);
    } else if (year || !take_month_day(&next, &second)) {
        return;
    } else {
        second.to.year = date->to.year;
        take_edge(&next, &second);
    }
    if (second.to.year < date->from.year)
        return;
    date->to = second.to;
    date->before = second.before;
    date->end = second.end;
    if (second.precision == ZW_DATE_YEAR)
        date->precision = ZW_DATE_YEARS;
    *c = next;
}

/* 2017.11, 2017-11-16, 2017/11 and 2016-2020, whose year no 年 ends. */
static bool is_word_behind(const cursor *c)
{
    cursor next = *c;
    skip_blanks(&next);
    size_t len;
    uint32_t code = zw_num_code(next.text, next.at, &len);
    static const char *const allowed[] = { "前", "起", "至", "底", NULL };
    if (!zw_is_han(code))
        return code == '%' || code == 0x2030;
    return !take_any(&next, allowed);
}

static bool take_signed(cursor *c, int year, zw_date *date)
{
    cursor next = *c;
    size_t len;
    uint32_t sign = zw_num_code(c->text, c->at, &len);
    *date = (zw_date){ .from = { year, 0, 0 }, .to = { year, 0, 0 }, .precision = ZW_DATE_MONTH };
    cursor second = *c;
    int last = take_range_sign(&second) ? take_year(&second) : 0;
    if (last > year) {
        date->to.year = last;
        date->precision = ZW_DATE_YEARS;
        *c = second;
        if (take(c, "年"))
            take_edge(c, date);
        else if (is_word_behind(c)) /* 2000-2500元 */
            return false;
        return true;
    }
    if (sign != '.' && sign != '-' && sign != '/')
        return false;
    next.at += len;
    int n, month = take_digits(&next, 2, &n);
    if (month < 1 || month > 12 || digit_behind(&next))
        return false;
    date->from.month = date->to.month = month;
    cursor day = next;
    if (zw_num_code(next.text, next.at, &len) == sign) {
        day.at += len;
        int d = take_digits(&day, 2, &n);
        if (d < 1 || d > 31 || digit_behind(&day))
            return false;
        date->from.day = date->to.day = d;
        date->precision = ZW_DATE_DAY;
        next = day;
    } else if (is_word_behind(&next)) { /* 2017.11亿元 */
        return false;
    }
    *c = next;
    take_edge(c, date);
    return true;
}

static bool take_date(cursor *c, zw_date *date)
{
    if (take_plan(c, date))
        return true;
    cursor next = *c;
    int year = take_year(&next);
    *date = (zw_date){ .from = { year, 0, 0 }, .to = { year, 0, 0 }, .precision = ZW_DATE_YEAR };
    if (year && take(&next, "年")) {
        take_rest(&next, date);
        take_second(&next, date);
    } else if (year) {
        if (!take_signed(&next, year, date))
            return false;
    } else {
        next = *c;
        if (!take_month_day(&next, date))
            return false;
        take_edge(&next, date);
        take_second(&next, date);
    }
    *c = next;
    return true;
}

size_t zw_date_read(zw_str text, size_t at, zw_date *date)
{
    cursor c = { text, at };
    zw_date found;
    *date = (zw_date){ 0 };
    if (at >= text.n || zw_num_blanks(text, at, 1) || !take_date(&c, &found))
        return 0;
    *date = found;
    date->used = c.at - at;
    return date->used;
}
