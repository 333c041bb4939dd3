#include "base/digest.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include <nettle/sha2.h>

static void finish(struct sha256_ctx *ctx, char hex[ZW_SHA256_HEX])
{
    static const char digits[] = "0123456789abcdef";
    uint8_t raw[SHA256_DIGEST_SIZE];
    sha256_digest(ctx, sizeof raw, raw);
    for (size_t i = 0; i < sizeof raw; i++) {
        hex[2 * i] = digits[raw[i] >> 4];
        hex[2 * i + 1] = digits[raw[i] & 15];
    }
    hex[2 * sizeof raw] = '\0';
}

void zw_sha256_hex(zw_str bytes, char hex[ZW_SHA256_HEX])
{
    zw_sha256_hex_of(&bytes, 1, hex);
}

void zw_sha256_hex_of(const zw_str *texts, size_t n, char hex[ZW_SHA256_HEX])
{
    struct sha256_ctx ctx;
    sha256_init(&ctx);
    for (size_t i = 0; i < n; i++)
        sha256_update(&ctx, texts[i].n, (const uint8_t *)texts[i].at);
    finish(&ctx, hex);
}

struct zw_sha256 {
    struct sha256_ctx ctx;
};

zw_sha256 *zw_sha256_new(void)
{
    zw_sha256 *hash = malloc(sizeof *hash);
    if (hash)
        sha256_init(&hash->ctx);
    return hash;
}

void zw_sha256_free(zw_sha256 *hash)
{
    free(hash);
}

void zw_sha256_add(zw_sha256 *hash, zw_str bytes)
{
    sha256_update(&hash->ctx, bytes.n, (const uint8_t *)bytes.at);
}

void zw_sha256_so_far(const zw_sha256 *hash, char hex[ZW_SHA256_HEX])
{
    struct sha256_ctx copy = hash->ctx;
    finish(&copy, hex);
}

zw_status zw_sha256_file(const char *path, char hex[ZW_SHA256_HEX], zw_err *err)
{
    uint8_t piece[16384];
    struct sha256_ctx ctx;
    sha256_init(&ctx);
    FILE *f = fopen(path, "re");
    if (!f)
        return zw_err_set(err, ZW_E_IO, "'%s': %s", path, strerror(errno));
    for (size_t n; (n = fread(piece, 1, sizeof piece, f)) > 0;)
        sha256_update(&ctx, n, piece);
    bool failed = ferror(f);
    int why = errno;
    fclose(f);
    if (failed)
        return zw_err_set(err, ZW_E_IO, "'%s': %s", path, strerror(why));
    finish(&ctx, hex);
    return ZW_OK;
}
