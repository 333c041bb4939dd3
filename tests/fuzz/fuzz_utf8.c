/* Stepping forward and back visits the same characters, and what is valid survives a round trip. */
#include "base/utf8.h"
#include "tests/fuzz/fuzz.h"

static size_t forward(zw_str text)
{
    size_t n = 0, len;
    for (size_t at = 0; at < text.n; at += len, n++) {
        uint32_t c = zw_utf8_at(text, at, &len);
        PROPERTY(len >= 1 && len <= 4 && at + len <= text.n);
        PROPERTY(c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF));
    }
    return n;
}

static size_t backward(zw_str text)
{
    size_t n = 0, len;
    for (size_t end = text.n; end > 0; end -= len, n++) {
        zw_utf8_before(text, end, &len);
        PROPERTY(len >= 1 && len <= 4 && len <= end);
    }
    return n;
}

static void round_trip(zw_str valid)
{
    size_t len;
    for (size_t at = 0; at < valid.n; at += len) {
        char put[4];
        size_t n = zw_utf8_put(put, zw_utf8_at(valid, at, &len));
        PROPERTY(zw_str_eq((zw_str){ put, n }, (zw_str){ valid.at + at, len }));
        for (size_t in = at; in < at + len; in++)
            PROPERTY(zw_utf8_boundary(valid, in) == at);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    zw_str text = fuzz_text(data, size);
    forward(text);
    backward(text);
    zw_str valid = { text.at, zw_utf8_bad(text) };
    PROPERTY(valid.n <= text.n);
    PROPERTY(zw_utf8_bad(valid) == valid.n);
    PROPERTY(forward(valid) == backward(valid));
    PROPERTY(zw_utf8_count(valid) == forward(valid));
    round_trip(valid);
    return 0;
}
