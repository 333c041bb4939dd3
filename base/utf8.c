#include "base/utf8.h"

static size_t wanted(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead < 0xE0)
        return 2;
    if (lead >= 0xE0 && lead < 0xF0)
        return 3;
    return lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
}

static uint32_t bad(size_t *len)
{
    *len = 1;
    return ZW_UTF8_BAD;
}

uint32_t zw_utf8_at_rare(zw_str text, size_t at, size_t *len)
{
    static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
    const unsigned char *p = (const unsigned char *)text.at + at;
    size_t n = wanted(p[0]);
    if (n == 1) {
        *len = 1;
        return p[0];
    }
    if (n == 0 || n > text.n - at)
        return bad(len);
    uint32_t c = p[0] & (0x7Fu >> n);
    for (size_t i = 1; i < n; i++) {
        if ((p[i] & 0xC0) != 0x80)
            return bad(len);
        c = c << 6 | (p[i] & 0x3Fu);
    }
    if (c < least[n] || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000))
        return bad(len);
    *len = n;
    return c;
}

uint32_t zw_utf8_before(zw_str text, size_t end, size_t *len)
{
    size_t start = zw_utf8_boundary(text, end - 1);
    uint32_t c = zw_utf8_at((zw_str){ text.at, end }, start, len);
    if (start + *len == end)
        return c;
    return bad(len);
}

size_t zw_utf8_put(char *to, uint32_t c)
{
    if (c < 0x80) {
        to[0] = (char)c;
        return 1;
    }
    size_t n = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    for (size_t i = n; i-- > 1; c >>= 6)
        to[i] = (char)(0x80 | (c & 0x3F));
    static const unsigned char lead[] = { 0, 0, 0xC0, 0xE0, 0xF0 };
    to[0] = (char)(lead[n] | c);
    return n;
}

size_t zw_utf8_count(zw_str text)
{
    size_t count = 0;
    for (size_t i = 0, len; i < text.n; i += len, count++)
        zw_utf8_at(text, i, &len);
    return count;
}

size_t zw_utf8_bad(zw_str text)
{
    for (size_t i = 0, len; i < text.n; i += len) {
        if (zw_utf8_at(text, i, &len) == ZW_UTF8_BAD && len == 1)
            return i;
    }
    return text.n;
}

size_t zw_utf8_boundary(zw_str text, size_t at)
{
    for (int back = 0; back < 3 && at > 0 && at < text.n; back++, at--) {
        if (((unsigned char)text.at[at] & 0xC0) != 0x80)
            break;
    }
    return at;
}

bool zw_is_han(uint32_t c)
{
    return (c >= 0x4E00 && c <= 0x9FFF) || c == 0x3007 || c == 0x3005 ||
           (c >= 0x3400 && c <= 0x4DBF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0x20000 && c <= 0x323AF);
}

bool zw_is_digit(uint32_t c)
{
    c = zw_narrow(c);
    return c >= '0' && c <= '9';
}

bool zw_is_bracket_open(uint32_t c)
{
    c = zw_narrow(c);
    return c == '(' || c == '[' || c == 0x3010 || c == 0x3014 || c == 0xFE5D; /* 【 〔 ﹝ */
}

bool zw_is_bracket_close(uint32_t c)
{
    c = zw_narrow(c);
    return c == ')' || c == ']' || c == 0x3011 || c == 0x3015 || c == 0xFE5E; /* 】 〕 ﹞ */
}

bool zw_is_blank(uint32_t c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x3000 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200D) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0x2060 || c == 0xFEFF;
}

uint32_t zw_narrow(uint32_t c)
{
    if (c >= 0xFF01 && c <= 0xFF5E)
        return c - 0xFEE0;
    return c == 0x3000 ? ' ' : c;
}
