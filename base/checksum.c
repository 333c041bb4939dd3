#include "base/checksum.h"

#include <zlib.h>

uint32_t zw_checksum(uint32_t so_far, zw_str bytes)
{
    return bytes.n ? (uint32_t)crc32_z(so_far, (const unsigned char *)bytes.at, bytes.n) : so_far;
}
