#include "base/array.h"

#include <stdint.h>

bool zw_array_reserve(zw_arena *arena, void **at, size_t n, size_t *room, size_t size)
{
    if (n == *room) {
        size_t want = *room ? *room * 2 : 8;
        if (want > SIZE_MAX / 2 / size)
            return false;
        void *grown = zw_arena_grow(arena, *at, *room * size, want * size);
        if (!grown)
            return false;
        *at = grown;
        *room = want;
    }
    memset((char *)*at + n * size, 0, size);
    return true;
}
