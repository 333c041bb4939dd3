/* Numbers in Chinese characters. */
#include <stddef.h>

#include "base/numeral.h"
#include "base/numeral_part.h"
#include "base/utf8.h"

static const struct {
    uint32_t code;
    zw_han_number number;
} table[] = {
    /* ascending by code point */
    { 0x25CB, { ZW_HAN_ZERO, 0, true } },   /* ○ */
    { 0x3007, { ZW_HAN_ZERO, 0, false } },  /* 〇 */
    { 0x4E00, { ZW_HAN_DIGIT, 1, false } }, /* 一 */
    { 0x4E03, { ZW_HAN_DIGIT, 7, false } }, /* 七 */
    { 0x4E07, { ZW_HAN_BIG, 4, false } },   /* 万 */
    { 0x4E09, { ZW_HAN_DIGIT, 3, false } }, /* 三 */
    { 0x4E0A, { ZW_HAN_REACH, 0, false } }, /* 上 */
    { 0x4E24, { ZW_HAN_DIGIT, 2, false } }, /* 两 */
    { 0x4E5D, { ZW_HAN_DIGIT, 9, false } }, /* 九 */
    { 0x4E8C, { ZW_HAN_DIGIT, 2, false } }, /* 二 */
    { 0x4E94, { ZW_HAN_DIGIT, 5, false } }, /* 五 */
    { 0x4EBF, { ZW_HAN_BIG, 8, false } },   /* 亿 */
    { 0x4EDF, { ZW_HAN_UNIT, 3, true } },   /* 仟 */
    { 0x4F0D, { ZW_HAN_DIGIT, 5, true } },  /* 伍 */
    { 0x4F59, { ZW_HAN_MORE, 0, false } },  /* 余 */
    { 0x4F70, { ZW_HAN_UNIT, 2, true } },   /* 佰 */
    { 0x5104, { ZW_HAN_BIG, 8, false } },   /* 億 */
    { 0x5169, { ZW_HAN_DIGIT, 2, false } }, /* 兩 */
    { 0x516B, { ZW_HAN_DIGIT, 8, false } }, /* 八 */
    { 0x516D, { ZW_HAN_DIGIT, 6, false } }, /* 六 */
    { 0x51E0, { ZW_HAN_FEW, 0, false } },   /* 几 */
    { 0x5341, { ZW_HAN_UNIT, 1, false } },  /* 十 */
    { 0x5343, { ZW_HAN_UNIT, 3, false } },  /* 千 */
    { 0x5345, { ZW_HAN_UNIT, 31, false } }, /* 卅: value / 10 is its digit */
    { 0x534C, { ZW_HAN_UNIT, 41, false } }, /* 卌 */
    { 0x53C1, { ZW_HAN_DIGIT, 3, true } },  /* 叁 */
    { 0x56DB, { ZW_HAN_DIGIT, 4, false } }, /* 四 */
    { 0x58F9, { ZW_HAN_DIGIT, 1, true } },  /* 壹 */
    { 0x591A, { ZW_HAN_MORE, 0, false } },  /* 多 */
    { 0x5EFF, { ZW_HAN_UNIT, 21, false } }, /* 廿 */
    { 0x62FE, { ZW_HAN_UNIT, 1, true } },   /* 拾 */
    { 0x634C, { ZW_HAN_DIGIT, 8, true } },  /* 捌 */
    { 0x6570, { ZW_HAN_FEW, 0, false } },   /* 数 */
    { 0x67D2, { ZW_HAN_DIGIT, 7, true } },  /* 柒 */
    { 0x70B9, { ZW_HAN_POINT, 0, false } }, /* 点 */
    { 0x7396, { ZW_HAN_DIGIT, 9, true } },  /* 玖 */
    { 0x767E, { ZW_HAN_UNIT, 2, false } },  /* 百 */
    { 0x8086, { ZW_HAN_DIGIT, 4, true } },  /* 肆 */
    { 0x842C, { ZW_HAN_BIG, 4, false } },   /* 萬 */
    { 0x8CB3, { ZW_HAN_DIGIT, 2, true } },  /* 貳 */
    { 0x8D30, { ZW_HAN_DIGIT, 2, true } },  /* 贰 */
    { 0x9646, { ZW_HAN_DIGIT, 6, true } },  /* 陆 */
    { 0x96F6, { ZW_HAN_ZERO, 0, false } },  /* 零 */
    { 0x9EDE, { ZW_HAN_POINT, 0, false } }, /* 點 */
};

zw_han_number zw_han_number_of(uint32_t code)
{
    size_t low = 0, high = sizeof table / sizeof *table;
    while (low < high) {
        size_t mid = (low + high) / 2;
        if (table[mid].code < code)
            low = mid + 1;
        else
            high = mid;
    }
    if (low < sizeof table / sizeof *table && table[low].code == code)
        return table[low].number;
    return (zw_han_number){ ZW_HAN_NONE, 0, false };
}

int zw_han_digit_value(unsigned code)
{
    zw_han_number n = zw_han_number_of(code);
    return n.kind == ZW_HAN_DIGIT || n.kind == ZW_HAN_ZERO ? (int)n.value : -1;
}

/* A number being read. Whatever varies (两三百, 几十) is carried twice: [0] least, [1] most. */
typedef struct {
    zw_str text;
    size_t at, end; /* end: behind the last character that surely belongs to it */
    uint64_t total[2], section[2], digit[2];
    bool has_digit, ranged, gap; /* gap: a 零 since the last scale */
    unsigned last_unit; /* power of ten of the last 十百千 in this section, 4 for none */
    unsigned last_big;  /* of the last 万 or 亿, 0 for none */
    unsigned last;      /* of the last scale of either sort, 0 for none */
    int tokens;
    unsigned flags;
} reading;

static uint64_t power(unsigned n)
{
    uint64_t p = 1;
    while (n-- > 0)
        p *= 10;
    return p;
}

static zw_han_number peek(const reading *r, size_t *len)
{
    if (r->at >= r->text.n) {
        *len = 0;
        return (zw_han_number){ ZW_HAN_NONE, 0, false };
    }
    return zw_han_number_of(zw_utf8_at(r->text, r->at, len));
}

static zw_han_number peek_behind(const reading *r, size_t len)
{
    reading next = *r;
    size_t ignored;
    next.at += len;
    return peek(&next, &ignored);
}

static bool is_scale(zw_han_number n)
{
    return n.kind == ZW_HAN_UNIT || n.kind == ZW_HAN_BIG;
}

static bool take_digit(reading *r, unsigned d)
{
    if (!r->has_digit) {
        r->digit[0] = r->digit[1] = d;
        r->has_digit = true;
        return true;
    }
    /* 两三百, 十七八: neighbours are a range, and so are 三五 */
    if (r->ranged || (d != r->digit[0] + 1 && !(r->digit[0] == 3 && d == 5)))
        return false;
    r->digit[1] = d;
    r->ranged = true;
    r->flags |= ZW_NUM_RANGE;
    return true;
}

/* 几十, 十几, 数百: a digit that is not told. */
static bool take_few(reading *r, size_t len)
{
    bool before = is_scale(peek_behind(r, len)), after = r->last > 0 && !r->has_digit && !r->gap;
    if (r->has_digit || r->ranged || (!before && !(after && r->last_unit == 1)))
        return false;
    r->digit[0] = r->tokens ? 1 : 2;
    r->digit[1] = 9;
    r->has_digit = r->ranged = true;
    r->flags |= ZW_NUM_ABOUT;
    return true;
}

static bool take_unit(reading *r, unsigned value)
{
    unsigned unit = value % 10, own = value / 10; /* 廿 is 2 and 十 in one */
    if (unit >= r->last_unit || (own && r->has_digit))
        return false;
    if (!r->has_digit) {
        /* 一百十二 and 百十 are said, 百千 and 万千 are not */
        if (r->tokens && unit != 1 && !r->gap)
            return false;
        if (!r->tokens && unit != 1)
            r->flags |= ZW_NUM_BARE;
        r->digit[0] = r->digit[1] = own ? own : 1;
    }
    for (int i = 0; i < 2; i++) {
        r->section[i] += r->digit[i] * power(unit);
        r->digit[i] = 0;
    }
    r->has_digit = r->gap = false;
    r->last = r->last_unit = unit;
    return true;
}

static bool take_big(reading *r, unsigned big)
{
    for (int i = 0; i < 2; i++) {
        uint64_t s = r->section[i] + r->digit[i];
        bool over = r->total[i] && big >= r->last_big; /* 万亿, 一万三千亿 */
        if (!r->tokens)
            s = 1;
        uint64_t base = over ? r->total[i] + s : s;
        if ((!base && !r->total[i]) || base > UINT64_MAX / 100 / power(big))
            return false;
        if (!over && base == 0)
            return false;
        r->total[i] = (over ? 0 : r->total[i]) + base * power(big);
        r->section[i] = r->digit[i] = 0;
    }
    if (!r->tokens)
        r->flags |= ZW_NUM_BARE;
    r->has_digit = r->gap = false;
    r->last = r->last_big = big;
    r->last_unit = 4;
    return true;
}

/* 三十余万, 二十多: only behind a scale. false: the number ends before or behind it. */
static bool take_more(reading *r, size_t len)
{
    if (r->has_digit || r->gap || r->last == 0 || r->flags & ZW_NUM_MORE)
        return false;
    r->flags |= ZW_NUM_MORE;
    r->end = r->at + len;
    return peek_behind(r, len).kind == ZW_HAN_BIG;
}

static bool take(reading *r, zw_han_number n, size_t len)
{
    switch (n.kind) {
    case ZW_HAN_DIGIT:
        return take_digit(r, n.value);
    case ZW_HAN_UNIT:
        return take_unit(r, n.value);
    case ZW_HAN_BIG:
        return take_big(r, n.value);
    case ZW_HAN_FEW:
        return take_few(r, len);
    case ZW_HAN_MORE:
        return take_more(r, len);
    case ZW_HAN_ZERO:
        if (r->has_digit || r->gap || !r->tokens)
            return false;
        r->gap = true;
        return true;
    default:
        return false;
    }
}

static void read_scaled(reading *r)
{
    r->last_unit = 4;
    for (;;) {
        size_t len;
        zw_han_number n = peek(r, &len);
        if (!take(r, n, len))
            return;
        r->at += len;
        if (n.kind != ZW_HAN_ZERO)
            r->end = r->at;
        r->tokens++;
    }
}

/* What was read so far as values: 三万五 is 35000, 一百零五 is 105. */
static void finish(reading *r, zw_num_part *part)
{
    uint64_t v[2];
    uint64_t step = r->last > 1 && !r->gap ? power(r->last - 1) : 1;
    for (int i = 0; i < 2; i++)
        v[i] = r->total[i] + r->section[i] + r->digit[i] * (r->has_digit ? step : 0);
    part->low = (zw_dec){ v[0], 0 };
    part->high = (zw_dec){ v[1], 0 };
    part->flags |= r->flags;
}

/* How many Chinese digits stand in a row at `at`, and where the row ends. */
static int digit_row(zw_str text, size_t at, size_t *end)
{
    int n = 0;
    size_t len;
    for (*end = at; *end < text.n; *end += len, n++) {
        uint32_t c = zw_utf8_at(text, *end, &len);
        if (c == 0x4E24 || c == 0x5169 || zw_han_digit_value(c) < 0) /* 两 never stands in a row */
            break;
    }
    return n;
}

static void row_value(zw_str text, size_t at, size_t end, zw_num_part *part)
{
    uint64_t v = 0;
    int n = 0;
    size_t len;
    for (; at < end; at += len, n++) {
        int d = zw_han_digit_value(zw_utf8_at(text, at, &len));
        if (n == 0 && d == 0)
            part->flags |= ZW_NUM_ZERO;
        if (n < 15)
            v = v * 10 + (uint64_t)d;
        else
            part->flags |= ZW_NUM_LONG;
    }
    part->low = part->high = (zw_dec){ v, n > 15 ? n - 15 : 0 };
    part->flags |= ZW_NUM_ROW;
}

/* 二〇一七, 五八, 一二〇: read digit by digit. 三五 and 二三 are ranges, left to read_scaled. */
static bool is_row(zw_str text, size_t at, size_t *end)
{
    int n = digit_row(text, at, end);
    if (n < 2)
        return false;
    if (*end < text.n) {
        size_t len;
        if (is_scale(zw_han_number_of(zw_utf8_at(text, *end, &len))))
            return false;
    }
    if (n > 2)
        return true;
    size_t len;
    int a = zw_han_digit_value(zw_utf8_at(text, at, &len));
    int b = zw_han_digit_value(zw_utf8_at(text, at + len, &len));
    return b != a + 1 && !(a == 3 && b == 5);
}

/* 三点五: the digits behind 点, unless they go on as a time of day does (三点二十分). */
static void take_decimals(zw_str text, size_t at, zw_num_part *part)
{
    size_t len, from, end;
    if (at >= text.n || zw_han_number_of(zw_utf8_at(text, at, &len)).kind != ZW_HAN_POINT)
        return;
    from = at + len;
    if (digit_row(text, from, &end) == 0)
        return;
    if (end < text.n && zw_han_number_of(zw_utf8_at(text, end, &len)).kind == ZW_HAN_UNIT)
        return;
    for (size_t i = from; i < end; i += len) {
        uint64_t d = (uint64_t)zw_han_digit_value(zw_utf8_at(text, i, &len));
        if (part->low.mant > UINT64_MAX / 100)
            continue;
        part->low = (zw_dec){ part->low.mant * 10 + d, part->low.exp - 1 };
        part->high = part->low;
    }
    part->used += end - at;
    while (end < text.n) { /* 三点五万亿 */
        zw_han_number n = zw_han_number_of(zw_utf8_at(text, end, &len));
        if (n.kind != ZW_HAN_BIG)
            break;
        part->low.exp += (int)n.value;
        part->high.exp += (int)n.value;
        part->scale += (int)n.value;
        end += len;
        part->used += len;
    }
}

/* 上 and 数 are also ends of other words (以上百分之五, 人数百余): look at what stands before. */
static bool follows(zw_str text, size_t at, const char *enders)
{
    if (at == 0)
        return false;
    size_t len;
    zw_utf8_before(text, at, &len);
    zw_str list = zw_str_of(enders), before = { text.at + at - len, len };
    return len > 1 && zw_str_find(list, before, 0) < list.n;
}

static bool starts(zw_str text, size_t at, zw_num_part *part, size_t *from)
{
    size_t len, ignored;
    zw_han_number n = zw_han_number_of(zw_utf8_at(text, at, &len));
    zw_han_number next = { ZW_HAN_NONE, 0, false };
    *from = at;
    if (at + len < text.n)
        next = zw_han_number_of(zw_utf8_at(text, at + len, &ignored));
    switch (n.kind) {
    case ZW_HAN_REACH: /* 上千, 上百亿 */
        if (!is_scale(next) || follows(text, at, "以之路网线史海市会早晚马加跟身向"))
            return false;
        part->flags |= ZW_NUM_REACHED;
        *from = at + len;
        return true;
    case ZW_HAN_FEW:
        return is_scale(next) &&
               !follows(text, at, "人户总指次个函基参系级倍分少岁年天件套位票辆亩篇单双奇偶对整无");
    case ZW_HAN_ZERO:
    case ZW_HAN_DIGIT:
    case ZW_HAN_UNIT:
        return !n.formal || next.formal || is_scale(next);
    case ZW_HAN_BIG:
        return true;
    default:
        return false;
    }
}

size_t zw_num_han(zw_str text, size_t at, zw_num_part *part)
{
    size_t from, end;
    *part = (zw_num_part){ .flags = ZW_NUM_HAN };
    if (at >= text.n || !starts(text, at, part, &from))
        return 0;
    size_t len;
    if (is_row(text, from, &end)) {
        row_value(text, from, end, part);
        part->used = end - at;
    } else if (zw_han_number_of(zw_utf8_at(text, from, &len)).kind == ZW_HAN_ZERO) {
        part->used = len;
        part->low = part->high = (zw_dec){ 0, 0 };
    } else {
        reading r = { .text = text, .at = from, .end = from };
        read_scaled(&r);
        finish(&r, part);
        part->used = r.end > from ? r.end - at : 0;
        part->scale = (int)r.last_big;
        if (part->flags & ZW_NUM_REACHED)
            part->flags &= ~(unsigned)ZW_NUM_BARE;
    }
    if (part->used && !(part->flags & (ZW_NUM_MORE | ZW_NUM_RANGE | ZW_NUM_ABOUT | ZW_NUM_BARE)))
        take_decimals(text, at + part->used, part);
    return part->used;
}
