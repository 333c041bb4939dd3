#include "base/digest.h"

#include <nettle/sha2.h>

void zw_sha256_hex(zw_str bytes, char hex[ZW_SHA256_HEX])
{
    zw_sha256_hex_of(&bytes, 1, hex);
}

void zw_sha256_hex_of(const zw_str *texts, size_t n, char hex[ZW_SHA256_HEX])
{
    static const char digits[] = "0123456789abcdef";
    struct sha256_ctx ctx;
    uint8_t raw[SHA256_DIGEST_SIZE];
    sha256_init(&ctx);
    for (size_t i = 0; i < n; i++)
        sha256_update(&ctx, texts[i].n, (const uint8_t *)texts[i].at);
    sha256_digest(&ctx, sizeof raw, raw);
    for (size_t i = 0; i < sizeof raw; i++) {
        hex[2 * i] = digits[raw[i] >> 4];
        hex[2 * i + 1] = digits[raw[i] & 15];
    }
    hex[2 * sizeof raw] = '\0';
}
