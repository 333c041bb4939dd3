#include "base/width.h"

#include "base/utf8.h"

/* East Asian Wide and Fullwidth, roughly: what stands between Hangul Jamo and the end of the
 * compatibility forms, and the planes of rare Han characters. */
size_t zw_width_of_char(uint32_t c)
{
    if (c == 0x200B || (c >= 0x300 && c < 0x370))
        return 0;
    return c >= 0x1100 && (c < 0x1160 || (c >= 0x2E80 && c < 0xA4D0) ||
                           (c >= 0xAC00 && c < 0xD7A4) || (c >= 0xF900 && c < 0xFB00) ||
                           (c >= 0xFE30 && c < 0xFE70) || (c >= 0xFF00 && c < 0xFF61) ||
                           (c >= 0xFFE0 && c < 0xFFE7) || (c >= 0x20000 && c < 0x40000))
               ? 2
               : 1;
}

size_t zw_width_of(zw_str text)
{
    size_t width = 0;
    for (size_t i = 0, len; i < text.n; i += len)
        width += zw_width_of_char(zw_utf8_at(text, i, &len));
    return width;
}
