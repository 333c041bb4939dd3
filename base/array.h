/* array.h - growable arrays whose memory lies in an arena.
 *
 *     ZW_ARRAY(zw_figure) figures = { 0 };
 *     zw_figure *f = zw_array_add(arena, &figures);    NULL: out of memory
 *
 * Growing copies, and the old copy stays in the arena: at most twice the memory. A pointer to an
 * element dies with the next add. */
#ifndef ZW_BASE_ARRAY_H
#define ZW_BASE_ARRAY_H

#include "base/arena.h"

#define ZW_ARRAY(type)                                                                             \
    struct {                                                                                       \
        type *at;                                                                                  \
        size_t n, room;                                                                            \
    }

/* A new zeroed element at the end, or NULL. */
#define zw_array_add(arena, array)                                                                 \
    (zw_array_reserve((arena), (void **)&(array)->at, (array)->n, &(array)->room,                  \
                      sizeof *(array)->at)                                                         \
         ? &(array)->at[(array)->n++]                                                              \
         : NULL)

/* Makes room for element n and zeroes it. */
bool zw_array_reserve(zw_arena *arena, void **at, size_t n, size_t *room, size_t size);

#endif
