#include "store/pack.h"

#include <math.h>

void zw_pack_uint(zw_buf *to, uint64_t value)
{
    unsigned char bytes[10];
    size_t n = 0;
    do {
        bytes[n] = (unsigned char)(value & 0x7f);
        value >>= 7;
        if (value)
            bytes[n] |= 0x80;
        n++;
    } while (value);
    zw_buf_add(to, bytes, n);
}

/* Most figures are whole and small: 2n for n, an odd byte before the eight of any other double. */
void zw_pack_double(zw_buf *to, double value)
{
    if (value >= 0 && value < 1e15 && value == floor(value) && !signbit(value)) {
        zw_pack_uint(to, (uint64_t)value * 2);
        return;
    }
    uint64_t bits;
    unsigned char bytes[8];
    memcpy(&bits, &value, sizeof bits);
    for (int i = 0; i < 8; i++)
        bytes[i] = (unsigned char)(bits >> (8 * i));
    zw_pack_uint(to, 1);
    zw_buf_add(to, bytes, sizeof bytes);
}

void zw_pack_str(zw_buf *to, zw_str bytes)
{
    zw_pack_uint(to, bytes.n);
    zw_buf_str(to, bytes);
}

void zw_pack_text(zw_buf *to, const char *text)
{
    size_t n = text ? strlen(text) + 1 : 0;
    zw_pack_uint(to, n);
    zw_buf_add(to, text, n);
}

static zw_str take(zw_unpack *from, size_t n)
{
    if (from->failed || n > from->in.n - from->at) {
        from->failed = true;
        return (zw_str){ "", 0 };
    }
    zw_str taken = { from->in.at + from->at, n };
    from->at += n;
    return taken;
}

uint64_t zw_unpack_uint(zw_unpack *from)
{
    uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        zw_str byte = take(from, 1);
        if (byte.n == 0)
            return 0;
        uint64_t bits = (unsigned char)byte.at[0];
        value |= (bits & 0x7f) << shift;
        if (!(bits & 0x80))
            return value;
    }
    from->failed = true;
    return 0;
}

size_t zw_unpack_size(zw_unpack *from)
{
    uint64_t value = zw_unpack_uint(from);
    if (value > SIZE_MAX / 4)
        from->failed = true;
    return from->failed ? 0 : (size_t)value;
}

unsigned zw_unpack_below(zw_unpack *from, unsigned n)
{
    uint64_t value = zw_unpack_uint(from);
    if (value >= n)
        from->failed = true;
    return from->failed ? 0 : (unsigned)value;
}

double zw_unpack_double(zw_unpack *from)
{
    uint64_t head = zw_unpack_uint(from);
    if (head % 2 == 0)
        return (double)(head / 2);
    zw_str bytes = take(from, 8);
    uint64_t bits = 0;
    for (size_t i = 0; i < bytes.n; i++)
        bits |= (uint64_t)(unsigned char)bytes.at[i] << (8 * i);
    double value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

zw_str zw_unpack_str(zw_unpack *from)
{
    return take(from, zw_unpack_size(from));
}

const char *zw_unpack_text(zw_unpack *from)
{
    zw_str text = zw_unpack_str(from);
    if (text.n == 0)
        return NULL;
    if (text.at[text.n - 1] != '\0') {
        from->failed = true;
        return NULL;
    }
    return text.at;
}

size_t zw_unpack_count(zw_unpack *from, size_t least)
{
    size_t n = zw_unpack_size(from);
    if (n > (from->in.n - from->at) / least)
        from->failed = true;
    return from->failed ? 0 : n;
}
