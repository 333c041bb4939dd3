/* pack.h - numbers and strings in few bytes, and back without trust.
 *
 * Writing goes to a zw_buf (sticky failure there). Reading is sticky too: past the end, or on a
 * broken form, the reader fails and gives zeros from then on; check `failed` once at the end. */
#ifndef ZW_STORE_PACK_H
#define ZW_STORE_PACK_H

#include <stdint.h>

#include "base/buffer.h"
#include "base/str.h"

void zw_pack_uint(zw_buf *to, uint64_t value); /* 1 byte below 128, 2 below 16384 ... */
void zw_pack_double(zw_buf *to, double value); /* whole numbers short, others 9 bytes */
void zw_pack_str(zw_buf *to, zw_str bytes);
void zw_pack_text(zw_buf *to, const char *text); /* NULL is kept apart from "" */

typedef struct {
    zw_str in;
    size_t at;
    bool failed;
} zw_unpack;

uint64_t zw_unpack_uint(zw_unpack *from);
size_t zw_unpack_size(zw_unpack *from);                /* a number that must fit size_t */
unsigned zw_unpack_below(zw_unpack *from, unsigned n); /* a number below n */
double zw_unpack_double(zw_unpack *from);
zw_str zw_unpack_str(zw_unpack *from);       /* points into from->in */
const char *zw_unpack_text(zw_unpack *from); /* the same, NUL-terminated there; or NULL */

/* How many things of at least `least` bytes each follow: a count that the bytes left cannot hold
 * is a failure, so no count is believed before memory is taken for it. */
size_t zw_unpack_count(zw_unpack *from, size_t least);

#endif
