/* Numerals and dates lie inside the text, on character boundaries, with low <= high. */
#include <math.h>

#include "base/date.h"
#include "base/numeral.h"
#include "base/utf8.h"
#include "tests/fuzz/fuzz.h"

static void check_end(zw_str text, size_t end)
{
    PROPERTY(end <= text.n);
    PROPERTY(end == text.n || zw_utf8_boundary(text, end) == end);
}

static size_t check_numeral(zw_str text, size_t at)
{
    zw_numeral n = { 0 };
    size_t used = zw_numeral_read(text, at, &n);
    PROPERTY(used == n.used);
    check_end(text, at + used);
    if (used == 0)
        return 0;
    PROPERTY(isfinite(n.low) && isfinite(n.high) && n.low >= 0);
    PROPERTY(n.low <= n.high || (n.flags & ZW_NUM_RANGE));
    zw_numeral again;
    PROPERTY(zw_numeral_read((zw_str){ text.at + at, used }, 0, &again) <= used);
    return used;
}

static size_t check_date(zw_str text, size_t at)
{
    zw_date d = { 0 };
    size_t used = zw_date_read(text, at, &d);
    PROPERTY(used == d.used);
    check_end(text, at + used);
    if (used == 0)
        return 0;
    const zw_day *days[] = { &d.from, &d.to };
    for (int i = 0; i < 2; i++) {
        PROPERTY(days[i]->month >= 0 && days[i]->month <= 12);
        PROPERTY(days[i]->day >= 0 && days[i]->day <= 31);
    }
    return used;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    zw_str all = fuzz_text(data, size), text = { all.at, zw_utf8_bad(all) };
    size_t len;
    for (size_t at = 0; at < text.n; at += len) {
        zw_utf8_at(text, at, &len);
        check_date(text, at);
        size_t used = check_numeral(text, at);
        if (used)
            len = used;
    }
    return 0;
}
