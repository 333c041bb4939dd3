#include "corpus/numbering.h"

#include "base/utf8.h"

static int han_digit(uint32_t c)
{
    static const uint32_t digits[] = { 0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB,
                                       0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D };
    for (int i = 0; i < 10; i++) {
        if (digits[i] == c)
            return i;
    }
    return c == 0x96F6 ? 0 : -1; /* 零 */
}

static size_t han_numeral(zw_str text, size_t at, long *value)
{
    long total = 0, digit = -1;
    size_t i = at, len;
    int digits_in_row = 0;
    for (; i < text.n; i += len) {
        uint32_t c = zw_utf8_at(text, i, &len);
        int d = han_digit(c);
        long unit = c == 0x5341 ? 10 : c == 0x767E ? 100 : c == 0x5343 ? 1000 : 0; /* 十百千 */
        if (d >= 0) {
            digits_in_row++;
            digit = digits_in_row > 1 && digit > 0 ? digit * 10 + d : d; /* 一二 is read as 12 */
            if (digit > 9999)
                return 0;
        } else if (unit) {
            total += (digit > 0 ? digit : 1) * unit;
            digit = -1;
            digits_in_row = 0;
        } else {
            break;
        }
        if (total > 9999)
            return 0;
    }
    *value = total + (digit > 0 ? digit : 0);
    return i - at;
}

size_t zw_small_numeral(zw_str text, size_t at, bool han, long *value)
{
    if (han)
        return han_numeral(text, at, value);
    size_t i = at, len;
    int n = 0;
    *value = 0;
    for (; i < text.n; i += len, n++) {
        uint32_t c = zw_narrow(zw_utf8_at(text, i, &len));
        if (c < '0' || c > '9')
            break;
        if (n == 4)
            return 0;
        *value = *value * 10 + (long)(c - '0');
    }
    return i - at;
}

/* The length of the alternative of a cell that stands at text[at]; an empty cell matches with 0. */
static bool matches_cell(zw_str cell, zw_str text, size_t at, size_t *n)
{
    *n = 0;
    if (cell.n == 0)
        return true;
    size_t start = 0;
    while (start < cell.n) {
        size_t end = start;
        while (end < cell.n && cell.at[end] != ' ')
            end++;
        if (end - start <= text.n - at && memcmp(text.at + at, cell.at + start, end - start) == 0) {
            *n = end - start;
            return true;
        }
        start = end + 1;
    }
    return false;
}

static size_t skip_spaces(zw_str text, size_t at)
{
    while (at < text.n && text.at[at] == ' ')
        at++;
    return at;
}

/* ① to ⑳ and ⑴ to ⒇. */
static size_t circled(zw_str text, size_t at, long *value)
{
    size_t len;
    uint32_t c = zw_utf8_at(text, at, &len);
    if (c >= 0x2460 && c <= 0x2487) {
        *value = (long)(c - 0x2460) % 20 + 1;
        return len;
    }
    return 0;
}

/* 5.1.2 with a blank behind it: its last part. 1.5 万亩 at the start of a line is a figure, so what
 * follows must not be a unit of counting. */
static size_t dotted(zw_str text, size_t at, int parts, long *value)
{
    size_t i = at, len;
    for (int part = 0; part < parts; part++) {
        if (part > 0 && (i >= text.n || text.at[i++] != '.'))
            return 0;
        size_t n = i < text.n ? zw_small_numeral(text, i, false, value) : 0;
        if (n == 0 || n > 2 || *value == 0)
            return 0;
        i += n;
    }
    size_t end = i;
    while (i < text.n && text.at[i] != '\n' && zw_is_blank(zw_utf8_at(text, i, &len)))
        i += len;
    if (i == end || i >= text.n)
        return 0;
    uint32_t c = zw_utf8_at(text, i, &len);
    bool counts = c == 0x4E07 || c == 0x4EBF || c == 0x5143 || c == 0x500D || c == '%';
    return counts || !zw_is_han(c) ? 0 : end - at;
}

static size_t numeral_at(const zw_number_row *row, zw_str text, size_t at, long *value)
{
    if (at >= text.n)
        return 0;
    if (row->numeral == ZW_NUMERAL_CIRCLED)
        return circled(text, at, value);
    if (row->numeral >= ZW_NUMERAL_DOTTED2)
        return dotted(text, at, 2 + (int)(row->numeral - ZW_NUMERAL_DOTTED2), value);
    return zw_small_numeral(text, at, row->numeral == ZW_NUMERAL_HAN, value);
}

static bool row_at(const zw_number_row *row, zw_str text, size_t at, zw_number *number)
{
    size_t open, close, digits = 0, i = at;
    long value = 0;
    if (!matches_cell(row->open, text, at, &open))
        return false;
    i += open;
    if (row->numeral != ZW_NUMERAL_NONE) {
        size_t from = open ? skip_spaces(text, i) : i;
        digits = numeral_at(row, text, from, &value);
        if (!digits)
            return false;
        i = row->close.n ? skip_spaces(text, from + digits) : from + digits;
    }
    if (!matches_cell(row->close, text, i, &close))
        return false;
    i += close;
    number->row = row;
    number->n = i - at;
    number->value = value;
    return true;
}

static bool is_digit(zw_str text, size_t at)
{
    size_t len;
    if (at >= text.n)
        return false;
    uint32_t c = zw_narrow(zw_utf8_at(text, at, &len));
    return c >= '0' && c <= '9';
}

/* 1.5万 is a figure, 2016.3.1 a date, 第二条例 no article. */
static bool is_other_thing(const zw_number_row *row, zw_str text, size_t end, long value)
{
    if (row->numeral == ZW_NUMERAL_DIGIT && !row->open.n)
        return value > 999 || is_digit(text, end);
    if (row->rank)
        return zw_str_starts((zw_str){ text.at + end, text.n - end }, ZW_STR("例"));
    return false;
}

static void add_start(zw_corpus_tables *tables, uint32_t c)
{
    if (c < 0x10000)
        tables->number_starts[c >> 3] |= (unsigned char)(1u << (c & 7));
}

static void add_numeral_starts(zw_corpus_tables *tables, zw_numeral numeral)
{
    for (uint32_t c = '0'; numeral != ZW_NUMERAL_HAN && c <= '9'; c++) {
        add_start(tables, c);
        add_start(tables, c - '0' + 0xFF10);
    }
    for (uint32_t c = 0x2460; numeral == ZW_NUMERAL_CIRCLED && c <= 0x2487; c++)
        add_start(tables, c);
    static const char han[] = "一二三四五六七八九十百千零〇";
    for (size_t at = 0, len; numeral == ZW_NUMERAL_HAN && at < sizeof han - 1; at += len)
        add_start(tables, zw_utf8_at(ZW_STR(han), at, &len));
}

void zw_number_index(zw_corpus_tables *tables)
{
    for (size_t i = 0; i < tables->n_numbers; i++) {
        const zw_number_row *row = &tables->numbers[i];
        zw_str cell = row->open.n ? row->open : row->close;
        if (!row->open.n && row->numeral != ZW_NUMERAL_NONE) {
            add_numeral_starts(tables, row->numeral);
            continue;
        }
        for (size_t at = 0, len; at < cell.n; at += len) {
            uint32_t c = zw_utf8_at(cell, at, &len);
            if (c != ' ' && (at == 0 || cell.at[at - 1] == ' '))
                add_start(tables, c);
        }
    }
}

bool zw_number_at(const zw_corpus_tables *tables, zw_str text, size_t at, zw_number *number)
{
    size_t len;
    if (at >= text.n || !zw_number_may_start(tables, zw_utf8_at(text, at, &len)))
        return false;
    for (size_t i = 0; i < tables->n_numbers; i++) {
        const zw_number_row *row = &tables->numbers[i];
        if (!row_at(row, text, at, number))
            continue;
        number->family = i;
        return !is_other_thing(row, text, at + number->n, number->value);
    }
    return false;
}
