/* map.h - texts to numbers: a hash table that grows, its memory in an arena.
 *
 *     zw_map map = { .arena = arena };
 *     size_t *n = zw_map_add(&map, key);     zeroed when new; NULL: memory is out
 *     size_t *n = zw_map_get(&map, key);     NULL: not there
 *
 * Keys are copied. A pointer to a value dies with the next add. */
#ifndef ZW_BASE_MAP_H
#define ZW_BASE_MAP_H

#include <stdint.h>

#include "base/arena.h"

typedef struct {
    const char *key; /* NULL: a free place */
    size_t len, value;
    uint64_t hash;
} zw_map_entry;

typedef struct {
    zw_arena *arena;
    zw_map_entry *at; /* in no order; room is 0 or a power of two */
    size_t n, room;
} zw_map;

size_t *zw_map_get(const zw_map *map, zw_str key);
size_t *zw_map_add(zw_map *map, zw_str key);

/* The map's own copy of a text, the same pointer for the same text; NULL: memory is out. */
const char *zw_map_intern(zw_map *map, zw_str text);

#endif
