/* checksum.h - whether stored bytes are those that were written.
 *
 * 32 bits, FNV-1a: any change that lies within one byte is noticed for sure (each step is a
 * bijection of the state), any other but for one in four thousand million. Not against malice. */
#ifndef ZW_BASE_CHECKSUM_H
#define ZW_BASE_CHECKSUM_H

#include <stdint.h>

#include "base/str.h"

#define ZW_CHECKSUM_INIT 0x811C9DC5u

/* The checksum of what `so_far` is that of with the bytes behind it. */
static inline uint32_t zw_checksum(uint32_t so_far, zw_str bytes)
{
    for (size_t i = 0; i < bytes.n; i++)
        so_far = (so_far ^ (unsigned char)bytes.at[i]) * 0x01000193u;
    return so_far;
}

#endif
