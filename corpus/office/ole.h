/* ole.h - the streams of an OLE compound file (DOC): chains of sectors, put together in memory. */
#ifndef ZW_CORPUS_OFFICE_OLE_H
#define ZW_CORPUS_OFFICE_OLE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"

typedef struct {
    zw_str bytes;
    zw_arena *arena;
    size_t sector, small_sector, cutoff; /* sizes; smaller streams lie in small sectors */
    zw_str fat, small_fat;               /* of 32-bit numbers, the next sector of a chain each */
    zw_str directory, small;
} zw_ole;

static inline uint32_t zw_u16(zw_str s, size_t at)
{
    return at + 2 <= s.n ? (uint32_t)((unsigned char)s.at[at] | (unsigned char)s.at[at + 1] << 8)
                         : 0;
}

static inline uint32_t zw_u32(zw_str s, size_t at)
{
    return at + 4 <= s.n ? zw_u16(s, at) | zw_u16(s, at + 2) << 16 : 0;
}

/* Bytes outside the file read as zero; a chain that goes round or out of the file just ends. */
zw_status zw_ole_open(zw_str bytes, zw_arena *arena, zw_ole *ole, zw_err *err);

/* The stream of that name; n is 0 where there is none. */
zw_status zw_ole_stream(const zw_ole *ole, const char *name, zw_str *stream, zw_err *err);

#endif
