/* Numbers in decimal digits, with the Chinese scales behind them. */
#include <stdio.h>
#include <stdlib.h>

#include "base/numeral.h"
#include "base/numeral_part.h"
#include "base/utf8.h"

#define MOST_DIGITS 15 /* that a double holds exactly */

int zw_digit_value(unsigned code)
{
    code = zw_narrow(code);
    return code >= '0' && code <= '9' ? (int)(code - '0') : -1;
}

uint32_t zw_num_code(zw_str text, size_t at, size_t *len)
{
    *len = 0;
    return at < text.n ? zw_narrow(zw_utf8_at(text, at, len)) : 0;
}

size_t zw_num_blanks(zw_str text, size_t at, int most)
{
    size_t from = at, len;
    for (int i = 0; i < most && at < text.n; i++, at += len) {
        uint32_t c = zw_utf8_at(text, at, &len);
        if (!zw_is_blank(c) || (c >= '\n' && c <= '\r'))
            break;
    }
    return at - from;
}

double zw_dec_double(zw_dec d)
{
    static const double tens[] = { 1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                   1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                   1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22 };
    /* Both operands exact, so the one operation rounds correctly. */
    if (d.mant < UINT64_C(1) << 53 && d.exp >= -22 && d.exp <= 22)
        return d.exp < 0 ? (double)d.mant / tens[-d.exp] : (double)d.mant * tens[d.exp];
    char text[48];
    snprintf(text, sizeof text, "%llue%d", (unsigned long long)d.mant, d.exp);
    return strtod(text, NULL);
}

/* A run of digits being read into a mantissa. */
typedef struct {
    zw_dec value;
    int digits, groups; /* groups of thousands behind the first */
    unsigned flags;
} run;

static void add_digit(run *r, int d, bool decimal)
{
    r->digits += r->value.mant > 0 || d > 0 || decimal;
    if (r->value.mant >= UINT64_C(1000000000000000000)) {
        r->flags |= ZW_NUM_LONG;
        r->value.exp += !decimal;
        return;
    }
    r->value.mant = r->value.mant * 10 + (uint64_t)d;
    r->value.exp -= decimal;
}

static bool digit_at(zw_str text, size_t at, int *d, size_t *len)
{
    uint32_t c = 0;
    *len = 0;
    if (at < text.n)
        c = zw_utf8_at(text, at, len);
    *d = zw_digit_value(c);
    return *d >= 0;
}

/* The bytes of a group of exactly three digits behind a comma at `at`, the comma with them; 0. */
static size_t thousands(zw_str text, size_t at)
{
    size_t len, end = at;
    uint32_t raw = at < text.n ? zw_utf8_at(text, at, &len) : 0;
    /* ， mostly parts clauses, but in old plans thousands too: 5，883万吨 */
    if (raw != ',' && raw != 0xFF0C)
        return 0;
    bool wide = raw != ',';
    end += len;
    int d, n = 0;
    while (n < 4 && digit_at(text, end, &d, &len)) {
        end += len;
        n++;
    }
    uint32_t behind = zw_num_code(text, end, &len);
    return n == 3 && (!wide || zw_is_han(behind) || behind == ',') ? end - at : 0;
}

/* Whether blanks part single digits here, as in 1 9 9 3 年 and ４ ９ ％: at least two digits, each
 * alone, and something Han or a percent sign behind them. Returns the bytes of the run. */
static size_t spaced_run(zw_str text, size_t at)
{
    size_t end = at, len;
    int d, n = 0;
    while (digit_at(text, end, &d, &len)) {
        end += len;
        n++;
        size_t gap = zw_num_blanks(text, end, 1), plen;
        uint32_t next = zw_num_code(text, end + gap, &plen);
        if (next == '.' || next == 0xB7)
            gap += plen + zw_num_blanks(text, end + gap + plen, 1);
        if (gap == 0 || !digit_at(text, end + gap, &d, &len))
            break;
        end += gap;
    }
    uint32_t behind = zw_num_code(text, end + zw_num_blanks(text, end, 1), &len);
    bool closed = behind == '%' || zw_is_han(behind);
    return n > 1 && closed ? end - at : 0;
}

static size_t read_spaced(zw_str text, size_t at, size_t n, run *r)
{
    bool decimal = false;
    size_t len;
    for (size_t i = at; i < at + n; i += len) {
        uint32_t c = zw_num_code(text, i, &len);
        int d = zw_digit_value(c);
        if (d >= 0)
            add_digit(r, d, decimal);
        else if (c == '.' || c == 0xB7)
            decimal = true;
    }
    r->flags |= ZW_NUM_SPACED;
    return at + n;
}

static size_t read_whole(zw_str text, size_t at, run *r)
{
    int d, n = 0;
    size_t len, group;
    while (digit_at(text, at, &d, &len)) {
        if (n == 0 && d == 0 && digit_at(text, at + len, &(int){ 0 }, &group))
            r->flags |= ZW_NUM_ZERO;
        add_digit(r, d, false);
        at += len;
        n++;
    }
    while (n <= 3 && !(r->flags & ZW_NUM_ZERO) && (group = thousands(text, at)) > 0) {
        size_t end = at + group;
        for (; at < end; at += len) {
            if (digit_at(text, at, &d, &len))
                add_digit(r, d, false);
        }
        r->groups++;
    }
    return at;
}

static size_t read_decimals(zw_str text, size_t at, run *r)
{
    size_t len, dlen, point = at;
    int d;
    uint32_t c = zw_num_code(text, point, &len);
    if (c != '.') /* 3·5 and 3 · 5 in old print */
        point += zw_num_blanks(text, at, 1);
    c = zw_num_code(text, point, &len);
    if (c != '.' && c != 0xB7)
        return at;
    point += len;
    if (c == 0xB7)
        point += zw_num_blanks(text, point, 1);
    if (!digit_at(text, point, &d, &dlen))
        return at;
    for (at = point; digit_at(text, at, &d, &len); at += len)
        add_digit(r, d, true);
    return at;
}

/* 千 of 千米, 千瓦, 千克 and 百 of 百分点 belong to the unit. */
static bool is_scale_here(zw_str text, size_t at, size_t len, uint32_t c)
{
    size_t ignored;
    uint32_t next = zw_num_code(text, at + len, &ignored);
    zw_str list = ZW_STR("米瓦克伏卡赫焦帕安升字兆"), nth = { text.at + at + len, ignored };
    if (c == 0x5343)
        return ignored == 0 || next < 0x80 || zw_str_find(list, nth, 0) == list.n;
    return c != 0x767E || (next != 0x5206 && next != 0x5E15); /* 分 帕 */
}

/* Scales and 余/多/几 behind digits: 12.5万, 100多亿, 3 千, 20 余万. Returns the place behind. */
static size_t read_scales(zw_str text, size_t at, run *r, zw_num_part *part)
{
    for (;;) {
        size_t len, from = at + zw_num_blanks(text, at, 2);
        uint32_t c = zw_num_code(text, from, &len);
        zw_han_number n = zw_han_number_of(c);
        if (n.kind == ZW_HAN_MORE && !(r->flags & ZW_NUM_MORE)) {
            r->flags |= ZW_NUM_MORE;
        } else if ((n.kind == ZW_HAN_BIG ||
                    (n.kind == ZW_HAN_UNIT && n.value > 1 && n.value < 4)) &&
                   is_scale_here(text, from, len, c) && part->scale < 16) {
            r->value.exp += (int)n.value;
            part->scale += (int)n.value;
            r->flags |= ZW_NUM_SCALED;
        } else {
            return at;
        }
        at = from + len;
    }
}

/* 3万5千: a smaller scaled number right behind a scaled one is added to it. */
static bool add_smaller(run *sum, run next)
{
    if (next.value.exp >= sum->value.exp || sum->value.exp - next.value.exp > 12)
        return false;
    uint64_t m = sum->value.mant;
    for (int e = sum->value.exp; e > next.value.exp; e--) {
        if (m > UINT64_MAX / 20)
            return false;
        m *= 10;
    }
    if (next.value.mant >= m)
        return false;
    sum->value = (zw_dec){ m + next.value.mant, next.value.exp };
    sum->flags |= next.flags;
    return true;
}

static size_t read_run(zw_str text, size_t at, run *r, zw_num_part *part)
{
    size_t spaced = spaced_run(text, at);
    if (spaced)
        at = read_spaced(text, at, spaced, r);
    else
        at = read_decimals(text, read_whole(text, at, r), r);
    part->whole = !spaced && r->groups == 0 && r->value.exp == 0;
    return read_scales(text, at, r, part);
}

size_t zw_num_digits(zw_str text, size_t at, zw_num_part *part)
{
    *part = (zw_num_part){ 0 };
    int d;
    size_t len;
    run r = { 0 };
    if (!digit_at(text, at, &d, &len))
        return 0;
    size_t end = read_run(text, at, &r, part);
    if (part->scale) {
        part->whole = false;
        run next = { 0 };
        zw_num_part more = { 0 };
        if (digit_at(text, end, &d, &len)) {
            size_t behind = read_run(text, end, &next, &more);
            if (more.scale && more.scale < part->scale && add_smaller(&r, next))
                end = behind;
        }
    }
    if (r.digits > MOST_DIGITS)
        r.flags |= ZW_NUM_LONG;
    if (r.groups)
        r.flags |= ZW_NUM_SCALED;
    part->low = part->high = r.value;
    part->flags = r.flags;
    part->used = end - at;
    return part->used;
}
