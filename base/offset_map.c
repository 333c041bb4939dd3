#include "base/offset_map.h"

#include "base/array.h"

struct zw_offset_map {
    zw_arena *arena;
    size_t old_start, new_len, old_end;
    ZW_ARRAY(zw_map_piece) pieces;
};

zw_offset_map *zw_offset_map_new(zw_arena *arena, size_t old_start)
{
    zw_offset_map *map = zw_arena_alloc(arena, sizeof *map);
    if (!map)
        return NULL;
    map->arena = arena;
    map->old_start = map->old_end = old_start;
    return map;
}

static bool append(zw_offset_map *map, size_t new_n, size_t old_n, bool kept)
{
    zw_map_piece *last = map->pieces.n ? &map->pieces.at[map->pieces.n - 1] : NULL;
    bool dropped = !kept && new_n == 0;
    if (last && last->kept == kept && (kept || (dropped && last->new_n == 0))) {
        last->new_n += new_n;
        last->old_n += old_n;
    } else {
        zw_map_piece *p = zw_array_add(map->arena, &map->pieces);
        if (!p)
            return false;
        *p = (zw_map_piece){ map->new_len, map->old_end, new_n, old_n, kept };
    }
    map->new_len += new_n;
    map->old_end += old_n;
    return true;
}

bool zw_offset_map_keep(zw_offset_map *map, size_t n)
{
    return n == 0 || append(map, n, n, true);
}

bool zw_offset_map_replace(zw_offset_map *map, size_t new_n, size_t old_n)
{
    return (new_n == 0 && old_n == 0) || append(map, new_n, old_n, false);
}

/* The last piece that starts at or before new byte `at` and is not empty there. */
static size_t piece_of_new(const zw_offset_map *map, size_t at)
{
    size_t low = 0, high = map->pieces.n;
    while (high - low > 1) {
        size_t mid = low + (high - low) / 2;
        if (map->pieces.at[mid].new_at <= at)
            low = mid;
        else
            high = mid;
    }
    return low;
}

zw_range zw_offset_map_old(const zw_offset_map *map, zw_range r)
{
    if (map->pieces.n == 0)
        return (zw_range){ map->old_start, map->old_start };
    const zw_map_piece *a = &map->pieces.at[piece_of_new(map, r.start)];
    size_t start = a->kept ? a->old_at + (r.start - a->new_at) : a->old_at;
    if (r.start >= map->new_len)
        start = map->old_end;
    if (r.end <= r.start)
        return (zw_range){ start, start };
    const zw_map_piece *b = &map->pieces.at[piece_of_new(map, r.end - 1)];
    size_t end = b->kept ? b->old_at + (r.end - b->new_at) : b->old_at + b->old_n;
    return (zw_range){ start, end };
}

/* The first piece that ends behind old byte `at`. */
static size_t piece_of_old(const zw_offset_map *map, size_t at)
{
    size_t low = 0, high = map->pieces.n;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (map->pieces.at[mid].old_at + map->pieces.at[mid].old_n <= at)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

zw_range zw_offset_map_new_of(const zw_offset_map *map, zw_range r)
{
    size_t i = piece_of_old(map, r.start);
    if (i == map->pieces.n)
        return (zw_range){ map->new_len, map->new_len };
    const zw_map_piece *a = &map->pieces.at[i];
    size_t start = a->new_at;
    if (a->kept && r.start > a->old_at)
        start += r.start - a->old_at;
    size_t end = start;
    for (; i < map->pieces.n && map->pieces.at[i].old_at < r.end; i++) {
        const zw_map_piece *p = &map->pieces.at[i];
        size_t last = p->old_at + p->old_n;
        end = p->kept && r.end < last ? p->new_at + (r.end - p->old_at) : p->new_at + p->new_n;
    }
    return (zw_range){ start, end < start ? start : end };
}

zw_offset_map *zw_offset_map_slice(zw_arena *arena, const zw_offset_map *map, zw_range r)
{
    zw_offset_map *slice = zw_offset_map_new(arena, zw_offset_map_old(map, r).start);
    size_t i = map->pieces.n ? piece_of_new(map, r.start) : 0;
    for (; slice && i < map->pieces.n && map->pieces.at[i].new_at < r.end; i++) {
        const zw_map_piece *p = &map->pieces.at[i];
        size_t from = p->new_at > r.start ? p->new_at : r.start;
        size_t to = p->new_at + p->new_n < r.end ? p->new_at + p->new_n : r.end;
        bool ok = p->kept ? zw_offset_map_keep(slice, to - from)
                          : zw_offset_map_replace(slice, to - from, p->old_n);
        if (!ok)
            return NULL;
    }
    return slice;
}

size_t zw_offset_map_new_len(const zw_offset_map *map)
{
    return map->new_len;
}

size_t zw_offset_map_old_end(const zw_offset_map *map)
{
    return map->old_end;
}

size_t zw_offset_map_pieces(const zw_offset_map *map)
{
    return map->pieces.n;
}

zw_map_piece zw_offset_map_piece(const zw_offset_map *map, size_t i)
{
    return map->pieces.at[i];
}
