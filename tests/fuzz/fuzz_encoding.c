/* Any bytes are decoded to UTF-8 or refused with a reason; UTF-8 stays as it is. */
#include "base/utf8.h"
#include "corpus/encoding.h"
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    zw_str bytes = fuzz_text(data, size);
    zw_arena *arena = zw_arena_new();
    zw_decoded decoded = { 0 };
    zw_err err = { 0 };
    if (zw_decode(bytes, arena, &decoded, &err) != ZW_OK) {
        PROPERTY(err.code == ZW_E_ENCODING || err.code == ZW_E_FORMAT);
        PROPERTY(err.text[0] && zw_utf8_bad(zw_str_of(err.text)) == strlen(err.text));
    } else {
        PROPERTY(decoded.encoding != NULL);
        PROPERTY(zw_utf8_bad(decoded.text) == decoded.text.n);
        zw_decoded again = { 0 };
        PROPERTY(zw_decode(decoded.text, arena, &again, &err) == ZW_OK || decoded.text.n == 0 ||
                 memchr(decoded.text.at, 0, decoded.text.n));
    }
    zw_arena_free(arena);
    return 0;
}
