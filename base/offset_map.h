/* offset_map.h - from a text that was made out of another back to that other, byte for byte.
 *
 * Cleaning (clean text -> source) and normalising (terms -> text) both drop, join and replace. The
 * map is written from left to right beside the new text, one call a piece:
 *
 *     keep    n bytes of the new text are the same n bytes of the old
 *     replace new_n bytes stand for old_n bytes as a whole (ＰＰＰ -> ppp, 戶 -> 户; a line end ->
 * "")
 *
 * Ascending by construction. The map lives in its arena. */
#ifndef ZW_BASE_OFFSET_MAP_H
#define ZW_BASE_OFFSET_MAP_H

#include "base/arena.h"
#include "base/str.h"

typedef struct zw_offset_map zw_offset_map;

/* Starts at byte 0 of the new text and byte `old_start` of the old; NULL when memory is out. */
zw_offset_map *zw_offset_map_new(zw_arena *arena, size_t old_start);

/* false: out of memory. Neighbouring pieces of one kind are joined where that loses nothing. */
bool zw_offset_map_keep(zw_offset_map *map, size_t n);
bool zw_offset_map_replace(zw_offset_map *map, size_t new_n, size_t old_n);

/* The stretch of the old text that a stretch of the new one came from: from the first byte of the
 * piece that holds r.start to the last byte of the piece that holds r.end - 1. Dropped text at
 * either edge stays outside; dropped text inside is inside. An empty r gives an empty range. */
zw_range zw_offset_map_old(const zw_offset_map *map, zw_range r);

/* The same the other way: the new bytes made of old bytes in r; empty when all of r was dropped. */
zw_range zw_offset_map_new_of(const zw_offset_map *map, zw_range r);

/* A map of its own for new bytes r alone, counted from 0: one document out of a file of several.
 * NULL when memory is out. */
zw_offset_map *zw_offset_map_slice(zw_arena *arena, const zw_offset_map *map, zw_range r);

/* Lengths written so far. */
size_t zw_offset_map_new_len(const zw_offset_map *map);
size_t zw_offset_map_old_end(const zw_offset_map *map);

/* The pieces, for whoever stores a map: piece i stands at new_at/old_at; kept pieces have
 * new_n == old_n and kept == true. */
typedef struct {
    size_t new_at, old_at, new_n, old_n;
    bool kept;
} zw_map_piece;

size_t zw_offset_map_pieces(const zw_offset_map *map);
zw_map_piece zw_offset_map_piece(const zw_offset_map *map, size_t i);

#endif
