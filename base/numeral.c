/* Percents, fractions, tenths and ranges over the plain numbers of numeral_part.h. */
#include "base/numeral.h"

#include "base/numeral_part.h"
#include "base/utf8.h"

/* One side of a range: a plain number with what makes it a percent or a fraction. */
typedef struct {
    size_t used;
    zw_num_part part;
    zw_num_kind kind;
    double low, high;
} side;

static bool is_at(zw_str text, size_t at, const char *word)
{
    zw_str w = zw_str_of(word);
    return at <= text.n && zw_str_starts((zw_str){ text.at + at, text.n - at }, w);
}

static size_t plain(zw_str text, size_t at, zw_num_part *part)
{
    size_t n = zw_num_digits(text, at, part);
    return n ? n : zw_num_han(text, at, part);
}

static void set(side *s, size_t used, zw_num_kind kind)
{
    s->used = used;
    s->kind = kind;
    s->low = zw_dec_double(s->part.low);
    s->high = zw_dec_double(s->part.high);
}

/* 百分之三十五点六, 三分之一, 2分之1; s->part holds the denominator. */
static bool read_parts_of(zw_str text, size_t at, side *s)
{
    size_t end = at + s->part.used;
    if (!is_at(text, end, "分之"))
        return false;
    end += strlen("分之");
    zw_num_part over;
    size_t n = plain(text, end, &over);
    double under = zw_dec_double(s->part.low);
    if (n == 0 || under <= 0)
        return false;
    end += n;
    s->part.flags = over.flags | ZW_NUM_HAN;
    s->part.low = over.low;
    s->part.high = over.high;
    set(s, end - at,
        under == 100     ? ZW_NUM_PERCENT
        : under == 1000  ? ZW_NUM_PERMILLE
        : under == 10000 ? ZW_NUM_PERMYRIAD
                         : ZW_NUM_FRACTION);
    s->part.flags &= ~(unsigned)ZW_NUM_BARE; /* 百分之百 */
    if (s->kind == ZW_NUM_FRACTION) {
        s->low /= under;
        s->high /= under;
    }
    return true;
}

/* 1/3 between digits, but no date, path or code. */
static bool read_slash(zw_str text, size_t at, side *s)
{
    size_t end = at + s->part.used, len;
    zw_num_part under;
    if (!s->part.whole || s->part.flags || zw_num_code(text, end, &len) != '/')
        return false;
    end += len;
    size_t n = zw_num_digits(text, end, &under);
    if (n == 0 || !under.whole || under.flags || under.low.mant > 100 ||
        s->part.low.mant >= under.low.mant || s->part.low.mant == 0)
        return false;
    end += n;
    uint32_t behind = zw_num_code(text, end, &len);
    if (behind == '/' || behind == '-' || behind == '.')
        return false;
    set(s, end - at, ZW_NUM_FRACTION);
    s->low /= (double)under.low.mant;
    s->high = s->low;
    return true;
}

/* 两成, 三成五, 8成半. 成 begins and ends so many words that what follows must not be a word. */
static bool read_tenths(zw_str text, size_t at, side *s)
{
    size_t end = at + s->part.used, len = 0;
    if (!is_at(text, end, "成") || s->part.flags & (ZW_NUM_BARE | ZW_NUM_ROW))
        return false;
    end += strlen("成");
    double value = zw_dec_double(s->part.low), half = 0;
    uint32_t c = zw_num_code(text, end, &len);
    if (value > 10 || value <= 0)
        return false;
    int d = zw_han_digit_value(c);
    if (c == 0x534A) /* 半 */
        half = 5;
    else if (d > 0)
        half = d;
    else
        len = 0;
    static const char allowed[] = "以左上下多的是左，。、；：）)";
    zw_str list = ZW_STR(allowed), next = { text.at + end + len, 0 };
    if (end + len < text.n) {
        zw_utf8_at(text, end + len, &next.n);
        if (zw_str_find(list, next, 0) == list.n && next.at[0] != '\n')
            return false;
    }
    set(s, end + len - at, ZW_NUM_PERCENT);
    s->high = s->high * 10 + half;
    s->low = s->low * 10 + half;
    return true;
}

/* 45%, 45 ％, 5‰ */
static bool read_sign(zw_str text, size_t at, side *s)
{
    size_t end = at + s->part.used, len;
    end += zw_num_blanks(text, end, 2);
    uint32_t c = zw_num_code(text, end, &len);
    if (c != '%' && c != 0xFE6A && c != 0x2030)
        return false;
    set(s, end + len - at, c == 0x2030 ? ZW_NUM_PERMILLE : ZW_NUM_PERCENT);
    return true;
}

static bool read_half(zw_str text, size_t at, side *s)
{
    bool one = is_at(text, at, "一半");
    if (!one && !is_at(text, at, "半"))
        return false;
    *s = (side){ .used = strlen(one ? "一半" : "半"), .low = .5, .high = .5 };
    s->kind = one ? ZW_NUM_FRACTION : ZW_NUM_CARDINAL;
    s->part.low = s->part.high = (zw_dec){ 5, -1 };
    s->part.flags = ZW_NUM_HAN | (one ? 0 : ZW_NUM_BARE);
    return true;
}

static bool read_side(zw_str text, size_t at, side *s)
{
    *s = (side){ 0 };
    if (at >= text.n)
        return false;
    if (read_half(text, at, s))
        return true;
    if (plain(text, at, &s->part) == 0)
        return false;
    if (read_parts_of(text, at, s) || read_sign(text, at, s) || read_slash(text, at, s) ||
        read_tenths(text, at, s))
        return true;
    set(s, s->part.used, ZW_NUM_CARDINAL);
    return true;
}

/* The bytes of what parts the ends of a range: 10—15, 10 - 15, 10至15, 2——3. */
static size_t range_sign(zw_str text, size_t at)
{
    size_t end = at + zw_num_blanks(text, at, 1), len;
    uint32_t c = zw_num_code(text, end, &len);
    switch (c) {
    case '-':
    case '~':
    case 0x2010:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
    case 0x301C:
    case 0x81F3: /* 至 */
    case 0x5230: /* 到 */
        end += len;
        break;
    default:
        return 0;
    }
    if (c == 0x2014 && zw_num_code(text, end, &len) == 0x2014)
        end += len;
    return end - at + zw_num_blanks(text, end, 1);
}

/* 5—7万, 10-15%: the left end borrows the scale or the percent of the right one. */
static bool join(side *left, const side *right)
{
    side l = *left;
    if (l.kind != right->kind) {
        if (l.kind != ZW_NUM_CARDINAL || right->kind == ZW_NUM_FRACTION)
            return false;
        l.kind = right->kind;
    } else if (l.kind == ZW_NUM_CARDINAL && l.part.scale == 0 && right->part.scale > 0) {
        l.part.low.exp += right->part.scale;
        l.low = zw_dec_double(l.part.low);
    }
    if (!(l.low < right->high))
        return false;
    l.high = right->high;
    l.part.flags |= right->part.flags | ZW_NUM_RANGE;
    *left = l;
    return true;
}

static bool read_range(zw_str text, size_t at, side *left)
{
    unsigned bars = ZW_NUM_LONG | ZW_NUM_ZERO | ZW_NUM_BARE | ZW_NUM_MORE | ZW_NUM_RANGE;
    size_t sign = range_sign(text, at + left->used);
    side right;
    if (!sign || left->part.flags & bars || !read_side(text, at + left->used + sign, &right))
        return false;
    if (right.part.flags & (ZW_NUM_LONG | ZW_NUM_ZERO | ZW_NUM_RANGE | ZW_NUM_BARE))
        return false;
    size_t used = left->used + sign + right.used, len;
    /* 百分之五至十 */
    bool bare_percent = left->kind == ZW_NUM_PERCENT && right.kind == ZW_NUM_CARDINAL &&
                        is_at(text, at, "百分之");
    if (bare_percent)
        right.kind = ZW_NUM_PERCENT;
    /* 2-3-4 and 1-86-... are codes */
    if (zw_num_code(text, at + used, &len) == '-' || !join(left, &right))
        return false;
    left->used = used;
    return true;
}

size_t zw_numeral_read(zw_str text, size_t at, zw_numeral *numeral)
{
    side s;
    *numeral = (zw_numeral){ 0 };
    if (!read_side(text, at, &s))
        return 0;
    read_range(text, at, &s);
    *numeral = (zw_numeral){ s.used, s.low, s.high, s.kind, s.part.flags };
    return s.used;
}
