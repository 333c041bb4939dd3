#include "corpus/office_bid.h"

/* Names stand behind the 30 bytes of a local header and the 46 of a central one. */
static bool names_at(zw_str bytes, size_t at, zw_str start)
{
    size_t header = bytes.at[at + 2] == '\x03' ? 30 : 46;
    return at + header + start.n <= bytes.n &&
           memcmp(bytes.at + at + header, start.at, start.n) == 0;
}

bool zw_zip_names(zw_str bytes, const char *start)
{
    if (!zw_str_starts(bytes, ZW_STR("PK\x03\x04")))
        return false;
    for (size_t at = 0; at + 4 < bytes.n; at++) {
        const char *p = memchr(bytes.at + at, 'P', bytes.n - 4 - at);
        if (!p)
            return false;
        at = (size_t)(p - bytes.at);
        bool header = memcmp(p, "PK\x03\x04", 4) == 0 || memcmp(p, "PK\x01\x02", 4) == 0;
        if (header && names_at(bytes, at, zw_str_of(start)))
            return true;
    }
    return false;
}

bool zw_ole_names(zw_str bytes, const char *stream)
{
    char wide[64];
    size_t n = 0;
    for (; stream[n] && 2 * n + 3 < sizeof wide; n++) {
        wide[2 * n] = stream[n];
        wide[2 * n + 1] = '\0';
    }
    wide[2 * n] = wide[2 * n + 1] = '\0';
    return zw_str_starts(bytes, ZW_STR("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) &&
           zw_str_find(bytes, (zw_str){ wide, 2 * n + 2 }, 0) < bytes.n;
}
