#include "facts/sketch.h"

#include "base/utf8.h"

enum {
    RUN = 6,          /* letters */
    BAND = 4,         /* bins of a band */
    BANDED_FROM = 80, /* letters: below, a few words of a form make two texts alike */
    TOLD_FROM = 6,    /* equal bins: fewer may be two texts' common phrases */
};

#define BASE 0x9E3779B97F4A7C15u /* odd, so that multiplying loses nothing */
#define EMPTY 0

/* Letters alone, in one width and case. 0: none. */
static uint32_t letter(uint32_t c)
{
    if (c >= 0x4E00 && c <= 0x9FFF)
        return c;
    c = zw_narrow(c);
    if (c >= 'A' && c <= 'Z')
        return c + ('a' - 'A');
    if (c < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : 0;
    return zw_is_han(c) ? c : 0;
}

/* Spreads a rolling hash over all bits (the finaliser of splitmix64). */
static uint64_t mix(uint64_t h)
{
    h ^= h >> 30;
    h *= 0xBF58476D1CE4E5B9u;
    h ^= h >> 27;
    h *= 0x94D049BB133111EBu;
    return h ^ h >> 31;
}

/* The bin is told by the highest bits, the order by all, what is kept by the lowest. */
static void take(uint64_t least[ZW_SKETCH_BINS], uint64_t hash)
{
    hash = mix(hash);
    size_t bin = hash >> 57;
    if (hash < least[bin])
        least[bin] = hash;
}

/* What a bin keeps: two bytes, never those of an empty bin. */
static unsigned kept(uint64_t least)
{
    unsigned low = (unsigned)(least & 0xFFFF);
    return least == UINT64_MAX ? EMPTY : low == EMPTY ? 1 : low;
}

zw_sketch zw_sketch_of(zw_str text, char bins[ZW_SKETCH_BYTES])
{
    uint64_t least[ZW_SKETCH_BINS], hash = 0, oldest = 1;
    uint32_t window[RUN] = { 0 };
    size_t n = 0;
    for (size_t i = 0; i < ZW_SKETCH_BINS; i++)
        least[i] = UINT64_MAX;
    for (int i = 0; i < RUN; i++)
        oldest *= BASE; /* the weight of what leaves the window */
    for (size_t at = 0, len; at < text.n; at += len) {
        uint32_t c = letter(zw_utf8_at(text, at, &len));
        if (!c)
            continue;
        hash = hash * BASE + c - oldest * window[n % RUN];
        window[n % RUN] = c;
        if (++n >= RUN)
            take(least, hash);
    }
    for (size_t i = 0; i < ZW_SKETCH_BINS; i++) {
        bins[2 * i] = (char)(kept(least[i]) & 0xFF);
        bins[2 * i + 1] = (char)(kept(least[i]) >> 8);
    }
    return (zw_sketch){ n, { bins, ZW_SKETCH_BYTES } };
}

static unsigned bin_at(const zw_sketch *sketch, size_t i)
{
    const unsigned char *p = (const unsigned char *)sketch->bins.at + 2 * i;
    return p[0] | (unsigned)p[1] << 8;
}

static bool known(const zw_sketch *sketch)
{
    return sketch->bins.n == ZW_SKETCH_BYTES && sketch->letters >= RUN;
}

double zw_sketch_alike(const zw_sketch *a, const zw_sketch *b)
{
    size_t same = 0, empty = 0;
    if (!known(a) || !known(b))
        return 0;
    for (size_t i = 0; i < ZW_SKETCH_BINS; i++) {
        unsigned x = bin_at(a, i), y = bin_at(b, i);
        empty += x == EMPTY && y == EMPTY;
        same += x == y && x != EMPTY;
    }
    return empty < ZW_SKETCH_BINS ? (double)same / (double)(ZW_SKETCH_BINS - empty) : 0;
}

double zw_sketch_inside(const zw_sketch *a, const zw_sketch *b)
{
    double alike = zw_sketch_alike(a, b);
    size_t least = a->letters < b->letters ? a->letters : b->letters;
    if (alike * ZW_SKETCH_BINS < TOLD_FROM || least == 0)
        return 0;
    double both = alike / (1 + alike) * (double)(a->letters + b->letters);
    return both < (double)least ? both / (double)least : 1;
}

bool zw_sketch_band(const zw_sketch *sketch, size_t band, uint64_t *value)
{
    if (!known(sketch) || sketch->letters < BANDED_FROM)
        return false;
    *value = 0;
    for (size_t i = 0; i < BAND; i++)
        *value = *value << 16 | bin_at(sketch, band * BAND + i);
    return *value != 0;
}
