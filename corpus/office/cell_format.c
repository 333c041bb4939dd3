#include "corpus/office/cell_format.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/tsv.h"
#include "base/utf8.h"
#include "corpus/office/word.h"

extern const char zw_cellformats_tsv[], zw_cellformats_tsv_end[];

enum { SECTIONS_MAX = 4, DIGITS = 15 /* that a spreadsheet keeps */, PLACES_MAX = 30 };

/* ---- formats to tokens ---- */

typedef enum {
    NOTHING, /* a colour, a width */
    LITERAL, /* text */
    DIGIT,   /* 0 # ? */
    POINT,
    COMMA,
    PERCENT,
    EXPONENT, /* E+ E- */
    DATE,     /* a run of one letter of y m d h s a */
    ELAPSED,  /* the same in brackets */
    HALF_DAY, /* AM/PM, 上午/下午 */
    TEXT,     /* @ */
    GENERAL,
    CHINESE, /* [DBNum1], [DBNum2] */
    CONDITION,
} kind;

typedef struct {
    kind kind;
    zw_str text;
    char letter; /* of DATE and ELAPSED; of DIGIT the sign itself; of CHINESE 1, 2 */
} token;

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool starts(zw_str s, size_t at, const char *with)
{
    for (; *with; with++, at++) {
        if (at >= s.n || lower(s.at[at]) != *with)
            return false;
    }
    return true;
}

/* [Red] [DBNum1] [$¥-804] [h] [>=10000] */
static token bracketed(zw_str inside)
{
    token t = { .kind = NOTHING, .text = inside };
    size_t same = 0;
    if (starts(inside, 0, "dbnum") && inside.n == 6) {
        t.kind = CHINESE;
        t.letter = (char)(inside.at[5] - '0');
    } else if (inside.n && inside.at[0] == '$') {
        const char *dash = memchr(inside.at, '-', inside.n);
        t.kind = LITERAL;
        t.text = (zw_str){ inside.at + 1, (dash ? (size_t)(dash - inside.at) : inside.n) - 1 };
    } else if (inside.n && strchr("<>=", inside.at[0])) {
        t.kind = CONDITION;
    } else if (inside.n && strchr("hms", lower(inside.at[0]))) {
        t.letter = lower(inside.at[0]);
        while (same < inside.n && lower(inside.at[same]) == t.letter)
            same++;
        t.kind = same == inside.n ? ELAPSED : NOTHING;
    }
    return t;
}

/* Words of several characters that mean something. */
static size_t take_word(zw_str f, size_t at, token *t)
{
    static const struct {
        const char *word;
        kind kind;
    } rows[] = { { "general", GENERAL }, { "g/通用格式", GENERAL }, { "am/pm", HALF_DAY },
                 { "a/p", HALF_DAY },    { "上午/下午", HALF_DAY }, { "e+", EXPONENT },
                 { "e-", EXPONENT } };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (!starts(f, at, rows[i].word))
            continue;
        t->kind = rows[i].kind;
        return strlen(rows[i].word);
    }
    return 0;
}

/* A backslash (in China ! too) stands before a sign that is meant; _ leaves its width, * fills. */
static size_t take_escape(zw_str f, size_t at, token *t)
{
    size_t len = 0;
    if (at + 1 < f.n)
        zw_utf8_at(f, at + 1, &len);
    bool shown = f.at[at] == '\\' || f.at[at] == '!';
    *t = (token){ shown ? LITERAL : NOTHING, { f.at + at + 1, len }, 0 };
    return 1 + len;
}

/* The token at f[at]; returns its bytes, at least 1. */
static size_t next_token(zw_str f, size_t at, token *t)
{
    char c = lower(f.at[at]);
    size_t n;
    *t = (token){ .kind = LITERAL };
    if ((n = take_word(f, at, t)) > 0)
        return n;
    if (c == '"' || c == '[') {
        const char *end = memchr(f.at + at + 1, c == '"' ? '"' : ']', f.n - at - 1);
        zw_str inside = { f.at + at + 1, end ? (size_t)(end - f.at) - at - 1 : f.n - at - 1 };
        *t = c == '"' ? (token){ LITERAL, inside, 0 } : bracketed(inside);
        return 1 + inside.n + (end != NULL);
    }
    if (c == '\\' || c == '!' || c == '_' || c == '*')
        return take_escape(f, at, t);
    if (c == '0' || c == '#' || c == '?') {
        *t = (token){ DIGIT, { f.at + at, 1 }, c };
        return 1;
    }
    if (c && strchr("ymdhsae", c)) {
        *t = (token){ DATE, { f.at + at, 1 }, c };
        while (at + t->text.n < f.n && lower(f.at[at + t->text.n]) == c)
            t->text.n++;
        return t->text.n;
    }
    t->kind = c == '.' ? POINT : c == ',' ? COMMA : c == '%' ? PERCENT : c == '@' ? TEXT : LITERAL;
    zw_utf8_at(f, at, &n);
    t->text = (zw_str){ f.at + at, n };
    return n;
}

/* ---- sections ---- */

typedef struct {
    zw_str format;
    bool date, general, conditional, half_day, exponent, fraction;
    bool fixed; /* a place behind the point is always shown */
    char op[3];
    double than;
    unsigned chinese;         /* 1: 一二三, 2: 壹贰叁 */
    unsigned whole, places;   /* digits before and behind the point */
    unsigned percents, scale; /* thousands that are left out */
    bool thousands;
} section;

static void take_condition(section *s, zw_str text)
{
    char number[32];
    size_t n = 0;
    while (n < text.n && n < 2 && strchr("<>=", text.at[n])) {
        s->op[n] = text.at[n];
        n++;
    }
    snprintf(number, sizeof number, "%.*s", (int)(text.n - n < 30 ? text.n - n : 30), text.at + n);
    s->than = strtod(number, NULL);
    s->conditional = true;
}

static section read_section(zw_str format)
{
    section s = { .format = format };
    bool point = false;
    unsigned commas = 0; /* since the last digit */
    token t;
    for (size_t at = 0, n; at < format.n; at += n) {
        n = next_token(format, at, &t);
        if (t.kind == DIGIT) {
            s.fixed |= point && t.letter == '0';
            s.thousands |= commas > 0 && !point;
            commas = 0;
            if (!s.exponent)
                (*(point ? &s.places : &s.whole))++;
        }
        commas += t.kind == COMMA && s.whole + s.places > 0;
        point |= t.kind == POINT;
        s.percents += t.kind == PERCENT;
        s.fraction |= n == 1 && format.at[at] == '/';
        s.date |= t.kind == DATE || t.kind == ELAPSED;
        s.general |= t.kind == GENERAL || t.kind == TEXT;
        s.half_day |= t.kind == HALF_DAY;
        s.exponent |= t.kind == EXPONENT;
        if (t.kind == CHINESE)
            s.chinese = (unsigned)t.letter;
        if (t.kind == CONDITION)
            take_condition(&s, t.text);
    }
    s.scale = commas;
    s.places = s.places < PLACES_MAX ? s.places : PLACES_MAX;
    return s;
}

static size_t split(zw_str format, section sections[SECTIONS_MAX])
{
    size_t n = 0, from = 0;
    token t;
    for (size_t at = 0; at < format.n && n + 1 < SECTIONS_MAX;) {
        size_t here = at;
        at += next_token(format, at, &t);
        if (format.at[here] != ';')
            continue;
        sections[n++] = read_section((zw_str){ format.at + from, here - from });
        from = at;
    }
    sections[n++] = read_section((zw_str){ format.at + from, format.n - from });
    return n;
}

static bool holds(const section *s, double v)
{
    bool less = s->op[0] == '<', more = s->op[0] == '>';
    bool equal = s->op[0] == '=' || s->op[1] == '=', unequal = less && s->op[1] == '>';
    if (unequal)
        return v < s->than || v > s->than;
    return (less && v < s->than) || (more && v > s->than) ||
           (equal && !(v < s->than) && !(v > s->than));
}

/* Positive;negative;zero;text, or whichever condition holds. *minus: whether a sign is wanted. */
static const section *choose(const section *s, size_t n, double v, bool *minus)
{
    bool any = false;
    for (size_t i = 0; i < n; i++)
        any |= s[i].conditional;
    for (size_t i = 0; any && i < n; i++) {
        *minus = v < 0;
        if (!s[i].conditional || holds(&s[i], v))
            return &s[i];
    }
    *minus = v < 0 && n < 2;
    if (v < 0 && n >= 2)
        return &s[1];
    return v > 0 || n < 3 || v < 0 ? &s[0] : &s[2];
}

/* ---- numbers ---- */

/* 0.d1d2d3... times ten to the exponent: rounding goes by these digits, not by binary ones, so that
 * 1.005 is 1.01. */
typedef struct {
    char digits[DIGITS + 1];
    int exponent;
} decimal;

static decimal to_decimal(double v)
{
    char text[40];
    decimal d = { .exponent = 0 };
    snprintf(text, sizeof text, "%.*e", DIGITS - 1, fabs(v));
    d.digits[0] = text[0];
    memcpy(d.digits + 1, text + 2, DIGITS - 1);
    d.exponent = v > 0 || v < 0 ? (int)strtol(strchr(text, 'e') + 1, NULL, 10) + 1 : 1;
    return d;
}

/* Keeps so many digits behind the point, half rounded up. */
static void round_to(decimal *d, int places)
{
    int keep = d->exponent + places;
    if (keep >= DIGITS)
        return;
    bool up = keep >= 0 && d->digits[keep] >= '5';
    for (int i = keep < 0 ? 0 : keep; i < DIGITS; i++)
        d->digits[i] = '0';
    for (int i = keep - 1; up && i >= 0; i--) {
        up = d->digits[i] == '9';
        d->digits[i] = up ? '0' : (char)(d->digits[i] + 1);
    }
    if (!up)
        return;
    memmove(d->digits + 1, d->digits, DIGITS - 1);
    d->digits[0] = '1';
    d->exponent++;
}

/* The digit of ten to the power. */
static char digit_of(const decimal *d, int power)
{
    int i = d->exponent - 1 - power;
    return i >= 0 && i < DIGITS ? d->digits[i] : '0';
}

static int whole_digits(const decimal *d)
{
    for (int power = d->exponent - 1; power >= 0; power--) {
        if (digit_of(d, power) != '0')
            return power + 1;
    }
    return 0;
}

static void show_general(double v, zw_buf *to)
{
    char text[40];
    double size = fabs(v);
    if (size > 0 && (size < 1e-9 || size >= 1e21)) {
        zw_buf_printf(to, "%.*G", DIGITS, v);
        return;
    }
    int places = DIGITS - to_decimal(v).exponent;
    places = places < 0 ? 0 : places < PLACES_MAX ? places : PLACES_MAX;
    int n = snprintf(text, sizeof text, "%.*f", places, v);
    while (places && n > 1 && n < (int)sizeof text && text[n - 1] == '0')
        n--;
    n -= places && text[n - 1] == '.';
    zw_buf_add(to, text, (size_t)n);
}

/* One place before the point: the first one brings along all that is left of it. */
static void show_whole(const section *s, const decimal *d, int place, bool first, char sign,
                       zw_buf *to)
{
    int own = whole_digits(d), from = first && own > place ? own - 1 : place;
    for (int power = from; power >= place; power--) {
        if (power < own || sign == '0') {
            zw_buf_char(to, digit_of(d, power));
            if (s->thousands && power > 0 && power % 3 == 0)
                zw_buf_char(to, ',');
        }
    }
}

/* Whether a digit other than zero comes at or behind a place after the point. */
static bool goes_on(const section *s, const decimal *d, int place)
{
    for (int p = place; p <= (int)s->places; p++) {
        if (digit_of(d, -p) != '0')
            return true;
    }
    return false;
}

static void show_exponent(const section *s, double v, zw_buf *to)
{
    char text[64];
    int n = snprintf(text, sizeof text, "%.*E", (int)s->places, fabs(v));
    zw_buf_add(to, text, n > 0 && n < (int)sizeof text ? (size_t)n : 0);
}

static void show_number(const section *s, double v, zw_buf *to)
{
    double shown = v;
    for (unsigned i = 0; i < s->percents; i++)
        shown *= 100;
    for (unsigned i = 0; i < s->scale; i++)
        shown /= 1000;
    decimal d = to_decimal(shown);
    round_to(&d, (int)s->places);
    int place = (int)s->whole, behind = 0;
    bool point = false, done = false;
    token t;
    for (size_t at = 0; at < s->format.n;) {
        at += next_token(s->format, at, &t);
        if (t.kind == LITERAL || t.kind == PERCENT) {
            zw_buf_str(to, t.text);
        } else if (t.kind == DIGIT && s->exponent) {
            if (!done)
                show_exponent(s, shown, to);
            done = true;
        } else if (t.kind == DIGIT && !point) {
            place--;
            show_whole(s, &d, place, place + 1 == (int)s->whole, t.letter, to);
        } else if (t.kind == DIGIT && ++behind <= PLACES_MAX) {
            if (t.letter == '0' || goes_on(s, &d, behind))
                zw_buf_char(to, digit_of(&d, -behind));
        } else if (t.kind == POINT && !s->exponent) {
            if (s->whole == 0)
                show_whole(s, &d, 0, true, '#', to);
            point = true;
            if (s->fixed || goes_on(s, &d, 1))
                zw_buf_char(to, '.');
        }
    }
}

/* ---- dates ---- */

typedef struct {
    int year, month, day, weekday; /* weekday: 0 is Sunday */
    int64_t seconds;               /* of the day */
    int64_t elapsed;               /* since the beginning */
} moment;

static bool to_moment(double v, bool from_1904, moment *m)
{
    v += from_1904 ? 1462 : 0;
    if (!(v >= 0) || v >= 2958466)
        return false;
    m->elapsed = llround(v * 86400);
    int64_t serial = m->elapsed / 86400;
    m->seconds = m->elapsed % 86400;
    m->weekday = (int)((serial + 6) % 7);
    if (serial == 60) { /* a day that never was */
        m->year = 1900, m->month = 2, m->day = 29;
        return true;
    }
    /* Days since 0000-03-01, in eras of 400 years. */
    int64_t days = serial + (serial < 60) - 25569 + 719468;
    int64_t era = days / 146097, of_era = days % 146097;
    int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
    int64_t month = (5 * of_year + 2) / 153;
    m->day = (int)(of_year - (153 * month + 2) / 5 + 1);
    m->month = (int)(month < 10 ? month + 3 : month - 9);
    m->year = (int)(year + era * 400 + (m->month <= 2));
    return true;
}

static void show_part(const section *s, int n, size_t width, bool year, zw_buf *to)
{
    if (s->chinese && year) {
        zw_word_number_write("ideographDigital", n, to);
    } else if (s->chinese) {
        zw_word_number_write(s->chinese == 2 ? "chineseLegalSimplified" : "chineseCounting", n, to);
    } else {
        zw_buf_printf(to, "%0*d", (int)width, n);
    }
}

static void show_name(const char *const *names, int i, size_t width, zw_buf *to)
{
    zw_str name = zw_str_of(names[i]);
    size_t n = width == 3 ? 3 : width == 5 ? 1 : name.n;
    zw_buf_add(to, name.at, n < name.n ? n : name.n);
}

static void show_day(const section *s, const moment *m, char letter, size_t width, zw_buf *to)
{
    static const char *const months[] = { "January",   "February", "March",    "April",
                                          "May",       "June",     "July",     "August",
                                          "September", "October",  "November", "December" };
    static const char *const days[] = { "Sunday",   "Monday", "Tuesday", "Wednesday",
                                        "Thursday", "Friday", "Saturday" };
    static const char *const han[] = { "日", "一", "二", "三", "四", "五", "六" };
    if (letter == 'y' || letter == 'e') {
        bool two = letter == 'y' && width < 3;
        show_part(s, two ? m->year % 100 : m->year, two ? 2 : 4, true, to);
    } else if (letter == 'm' && width > 2) {
        show_name(months, m->month - 1, width, to);
    } else if (letter == 'm') {
        show_part(s, m->month, width, false, to);
    } else if (letter == 'd' && width > 2) {
        show_name(days, m->weekday, width, to);
    } else if (letter == 'd') {
        show_part(s, m->day, width, false, to);
    } else if (letter == 'a') {
        zw_buf_text(to, width > 3 ? "星期" : "");
        zw_buf_text(to, han[m->weekday]);
    }
}

static void show_time(const section *s, const moment *m, char letter, size_t width, zw_buf *to)
{
    int hour = (int)(m->seconds / 3600);
    if (s->half_day)
        hour = hour % 12 ? hour % 12 : 12;
    int n = letter == 'h' ? hour : (int)(letter == 'm' ? m->seconds / 60 % 60 : m->seconds % 60);
    show_part(s, n, width > 2 ? 2 : width, false, to);
}

/* m is minutes behind an hour and before seconds, else months. */
static bool is_minutes(const section *s, size_t behind, char before)
{
    token t;
    for (size_t at = behind; before != 'h' && at < s->format.n;) {
        at += next_token(s->format, at, &t);
        if (t.kind == DATE || t.kind == ELAPSED)
            return t.letter == 's';
    }
    return before == 'h';
}

static void show_date(const section *s, const moment *m, zw_buf *to)
{
    char before = 0;
    token t;
    for (size_t at = 0, n; at < s->format.n; at += n) {
        n = next_token(s->format, at, &t);
        if (t.kind == DATE) {
            bool minutes = t.letter == 'm' && is_minutes(s, at + n, before);
            if (minutes || t.letter == 'h' || t.letter == 's')
                show_time(s, m, t.letter, t.text.n, to);
            else
                show_day(s, m, t.letter, t.text.n, to);
            before = minutes ? 'n' : t.letter;
        } else if (t.kind == ELAPSED) {
            int64_t unit = t.letter == 'h' ? 3600 : t.letter == 'm' ? 60 : 1;
            zw_buf_printf(to, "%0*lld", (int)(t.text.n < 2 ? 1 : 2),
                          (long long)(m->elapsed / unit));
            before = t.letter;
        } else if (t.kind == HALF_DAY) {
            bool han = (unsigned char)s->format.at[at] >= 0x80, after = m->seconds >= 43200;
            zw_buf_text(to, han ? (after ? "下午" : "上午") : after ? "PM" : "AM");
        } else if (t.kind == LITERAL || t.kind == COMMA) {
            zw_buf_str(to, t.text);
        }
    }
}

/* ---- the whole ---- */

/* General among other things: G/通用格式"万元". */
static void show_around(const section *s, double v, zw_buf *to)
{
    token t;
    for (size_t at = 0; at < s->format.n;) {
        at += next_token(s->format, at, &t);
        if (t.kind == LITERAL)
            zw_buf_str(to, t.text);
        else if (t.kind == GENERAL || t.kind == TEXT)
            show_general(v, to);
    }
}

static bool is_small_whole(double v)
{
    return v < 10000 && floor(v) >= v;
}

void zw_cell_show(zw_str format, double value, bool from_1904, zw_buf *to)
{
    section sections[SECTIONS_MAX];
    moment m;
    bool minus;
    if (!isfinite(value) || !format.n) {
        show_general(value, to);
        return;
    }
    size_t n = split(format, sections);
    const section *s = choose(sections, n, value, &minus);
    if (s->date && to_moment(value, from_1904, &m)) {
        show_date(s, &m, to);
        return;
    }
    if (s->date || s->fraction) {
        show_general(value, to);
        return;
    }
    double size = fabs(value);
    size_t sign = to->n;
    zw_buf_text(to, minus ? "-" : "");
    if (s->chinese && is_small_whole(size))
        zw_word_number_write(s->chinese == 2 ? "chineseLegalSimplified" : "chineseCounting",
                             (int)size, to);
    else if (s->general)
        show_around(s, size, to);
    else
        show_number(s, size, to);
    /* -0.4 as 0 has no sign */
    if (minus && to->at && !strpbrk(to->at + sign, "123456789") && !s->chinese) {
        memmove(to->at + sign, to->at + sign + 1, to->n - sign);
        to->n--;
    }
}

zw_str zw_cell_format_of(int id)
{
    zw_str table = ZW_EMBEDDED(zw_cellformats_tsv), format = ZW_STR("General");
    char start[16];
    int n = snprintf(start, sizeof start, "\n%d\t", id);
    size_t at = zw_str_find(table, (zw_str){ start, (size_t)n }, 0);
    if (at < table.n) {
        const char *from = table.at + at + n, *end = memchr(from, '\n', table.n - at - (size_t)n);
        format = (zw_str){ from, end ? (size_t)(end - from) : 0 };
    }
    return format;
}

bool zw_sheet_is_named(const char *name)
{
    size_t n = strcspn(name, "0123456789");
    zw_str word = { name, n };
    bool standard = zw_str_eq(word, ZW_STR("Sheet")) || zw_str_eq(word, ZW_STR("工作表"));
    return *name && !(standard && name[n + strspn(name + n, "0123456789")] == '\0');
}
