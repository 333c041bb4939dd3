#include "base/nearest.h"

#include "base/utf8.h"

enum { CHANGES_MAX = 2 };

static size_t spell(zw_str name, uint32_t codes[ZW_NEAREST_CHARS])
{
    size_t n = 0;
    for (size_t i = 0, len; i < name.n && n < ZW_NEAREST_CHARS; i += len) {
        uint32_t c = zw_narrow(zw_utf8_at(name, i, &len));
        codes[n++] = c >= 'A' && c <= 'Z' ? c + 32 : c;
    }
    return n;
}

static size_t least(size_t a, size_t b, size_t c)
{
    size_t ab = a < b ? a : b;
    return ab < c ? ab : c;
}

/* Letters to add, drop or change; two neighbours swapped count as one change. */
static size_t distance(const uint32_t *a, size_t n, const uint32_t *b, size_t m)
{
    size_t d[ZW_NEAREST_CHARS + 1][ZW_NEAREST_CHARS + 1];
    for (size_t i = 0; i <= n; i++) {
        for (size_t k = 0; k <= m; k++) {
            if (i == 0 || k == 0) {
                d[i][k] = i + k;
                continue;
            }
            d[i][k] = least(d[i - 1][k] + 1, d[i][k - 1] + 1,
                            d[i - 1][k - 1] + (a[i - 1] != b[k - 1]));
            if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1] &&
                d[i - 2][k - 2] + 1 < d[i][k])
                d[i][k] = d[i - 2][k - 2] + 1;
        }
    }
    return d[n][m];
}

zw_nearest zw_nearest_of(zw_str name)
{
    zw_nearest nearest = { .distance = CHANGES_MAX + 1 };
    nearest.n = spell(name, nearest.codes);
    return nearest;
}

void zw_nearest_try(zw_nearest *nearest, zw_str candidate)
{
    uint32_t codes[ZW_NEAREST_CHARS];
    size_t m = spell(candidate, codes), longest = nearest->n > m ? nearest->n : m;
    size_t apart = nearest->n > m ? nearest->n - m : m - nearest->n;
    if (apart >= nearest->distance)
        return;
    size_t d = distance(nearest->codes, nearest->n, codes, m);
    if (2 * d <= longest && d < nearest->distance) {
        nearest->distance = d;
        nearest->best = candidate;
    }
}
