/* checksum.h - whether stored bytes are those that were written.
 *
 * CRC-32 as zlib has it, some gigabytes a second: any change that lies within four bytes is noticed
 * for sure, any other but for one in four thousand million. Not against malice. */
#ifndef ZW_BASE_CHECKSUM_H
#define ZW_BASE_CHECKSUM_H

#include <stdint.h>

#include "base/str.h"

#define ZW_CHECKSUM_INIT 0u

/* The checksum of what `so_far` is that of with the bytes behind it. */
uint32_t zw_checksum(uint32_t so_far, zw_str bytes);

#endif
