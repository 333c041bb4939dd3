/* Whatever pieces a map is written from, ranges stay inside, ascend, and invert. */
#include "base/offset_map.h"
#include "tests/fuzz/fuzz.h"

/* Two bytes a piece: the first its kind and new length, the second its old length. */
static zw_offset_map *build(zw_arena *arena, const uint8_t *data, size_t size)
{
    zw_offset_map *map = zw_offset_map_new(arena, size ? data[0] : 0);
    for (size_t i = 1; i + 1 < size; i += 2) {
        size_t n = data[i] >> 1;
        if (data[i] & 1)
            PROPERTY(zw_offset_map_keep(map, n));
        else
            PROPERTY(zw_offset_map_replace(map, n, data[i + 1]));
    }
    return map;
}

static void check_pieces(const zw_offset_map *map, size_t old_start)
{
    size_t new_at = 0, old_at = old_start;
    for (size_t i = 0; i < zw_offset_map_pieces(map); i++) {
        zw_map_piece p = zw_offset_map_piece(map, i);
        PROPERTY(p.new_at == new_at && p.old_at == old_at);
        PROPERTY(!p.kept || p.new_n == p.old_n);
        new_at += p.new_n;
        old_at += p.old_n;
    }
    PROPERTY(new_at == zw_offset_map_new_len(map) && old_at == zw_offset_map_old_end(map));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size > 512)
        return 0;
    zw_arena *arena = zw_arena_new();
    size_t old_start = size ? data[0] : 0;
    zw_offset_map *map = build(arena, data, size);
    check_pieces(map, old_start);
    size_t n = zw_offset_map_new_len(map), last = old_start;
    for (size_t at = 0; at < n; at++) {
        zw_range old = zw_offset_map_old(map, (zw_range){ at, at + 1 });
        PROPERTY(old.start <= old.end && old.start >= last &&
                 old.end <= zw_offset_map_old_end(map));
        last = old.start;
        zw_range back = zw_offset_map_new_of(map, old);
        PROPERTY(old.start == old.end || (back.start <= at && back.end > at));
    }
    zw_range all = zw_offset_map_old(map, (zw_range){ 0, n });
    PROPERTY(all.start >= old_start && all.end <= zw_offset_map_old_end(map));
    zw_arena_free(arena);
    return 0;
}
