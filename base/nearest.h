/* nearest.h - the name that a misspelt one was meant for. */
#ifndef ZW_BASE_NEAREST_H
#define ZW_BASE_NEAREST_H

#include <stdint.h>

#include "base/str.h"

#define ZW_NEAREST_CHARS 32 /* of a name are compared, in half width and small letters */

typedef struct {
    uint32_t codes[ZW_NEAREST_CHARS];
    size_t n;
    zw_str best; /* of the candidates so far; n 0: none is near */
    size_t distance;
} zw_nearest;

zw_nearest zw_nearest_of(zw_str name);

/* Takes a candidate that is nearer than the best so far. Near is at most two changes - letters
 * added, dropped, changed, or two neighbours swapped - in at most half of the name: 部们 is near to
 * 部门, 颜色 is not. Of equals the first stays. */
void zw_nearest_try(zw_nearest *nearest, zw_str candidate);

#endif
