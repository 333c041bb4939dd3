#include "base/map.h"

static uint64_t hash_of(zw_str key)
{
    uint64_t hash = 14695981039346656037u; /* FNV-1a */
    for (size_t i = 0; i < key.n; i++)
        hash = (hash ^ (unsigned char)key.at[i]) * 1099511628211u;
    return hash ^ hash >> 32;
}

/* The entry of a key, or the free place where it would stand. */
static zw_map_entry *place_of(zw_map_entry *at, size_t room, zw_str key, uint64_t hash)
{
    size_t i = hash & (room - 1);
    while (at[i].key && !(at[i].hash == hash && zw_str_eq((zw_str){ at[i].key, at[i].len }, key)))
        i = (i + 1) & (room - 1);
    return &at[i];
}

size_t *zw_map_get(const zw_map *map, zw_str key)
{
    if (!map->n)
        return NULL;
    zw_map_entry *entry = place_of(map->at, map->room, key, hash_of(key));
    return entry->key ? &entry->value : NULL;
}

static bool grow(zw_map *map)
{
    size_t room = map->room ? 2 * map->room : 64;
    zw_map_entry *at = zw_arena_array(map->arena, room, sizeof *at);
    if (!at)
        return false;
    for (size_t i = 0; i < map->room; i++) {
        const zw_map_entry *e = &map->at[i];
        if (e->key)
            *place_of(at, room, (zw_str){ e->key, e->len }, e->hash) = *e;
    }
    map->at = at;
    map->room = room;
    return true;
}

static zw_map_entry *entry_of(zw_map *map, zw_str key)
{
    uint64_t hash = hash_of(key);
    if (2 * (map->n + 1) > map->room && !grow(map))
        return NULL;
    zw_map_entry *entry = place_of(map->at, map->room, key, hash);
    if (entry->key)
        return entry;
    const char *copy = zw_arena_str(map->arena, key);
    if (!copy)
        return NULL;
    *entry = (zw_map_entry){ copy, key.n, 0, hash };
    map->n++;
    return entry;
}

size_t *zw_map_add(zw_map *map, zw_str key)
{
    zw_map_entry *entry = entry_of(map, key);
    return entry ? &entry->value : NULL;
}

const char *zw_map_intern(zw_map *map, zw_str text)
{
    zw_map_entry *entry = entry_of(map, text);
    return entry ? entry->key : NULL;
}
