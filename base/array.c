#include "base/array.h"

bool zw_array_reserve(zw_arena *arena, void **at, size_t n, size_t *room, size_t size)
{
    if (n < *room)
        return true;
    size_t want = *room ? *room * 2 : 8;
    void *grown = zw_arena_array(arena, want, size);
    if (!grown)
        return false;
    if (n)
        memcpy(grown, *at, n * size);
    *at = grown;
    *room = want;
    return true;
}
