/* digest.h - SHA-256, by which a source file is known wherever it lies. */
#ifndef ZW_BASE_DIGEST_H
#define ZW_BASE_DIGEST_H

#include "base/error.h"
#include "base/str.h"

#define ZW_SHA256_HEX 65 /* 64 lower-case hex digits and a NUL */

/* Of one text. */
void zw_sha256_hex(zw_str bytes, char hex[ZW_SHA256_HEX]);

/* Of several, one behind the other, as if they were one. */
void zw_sha256_hex_of(const zw_str *texts, size_t n, char hex[ZW_SHA256_HEX]);

/* Of what comes bit by bit. */
typedef struct zw_sha256 zw_sha256;
zw_sha256 *zw_sha256_new(void); /* NULL: out of memory */
void zw_sha256_free(zw_sha256 *hash);
void zw_sha256_add(zw_sha256 *hash, zw_str bytes);
void zw_sha256_so_far(const zw_sha256 *hash, char hex[ZW_SHA256_HEX]);

/* Of a file, read piece by piece. ZW_E_IO: 'path': why. */
zw_status zw_sha256_file(const char *path, char hex[ZW_SHA256_HEX], zw_err *err);

#endif
