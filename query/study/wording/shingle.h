/* shingle.h - which of many texts share wording with one: winnowed fingerprints and their index.
 *
 * A text's shingles are its runs of ZW_SHINGLE characters, hashed; of each ZW_WINDOW neighbours the
 * smallest is kept (Schleimer, Wilkerson, Aiken: Winnowing, 2003), so that two texts with a common
 * run of ZW_SHINGLE + ZW_WINDOW - 1 characters share a fingerprint, and about two in five shingles
 * are kept. A fingerprint that more than ZW_SHINGLE_COMMON texts have (人民政府办公厅) leads to
 * none of them. */
#ifndef ZW_QUERY_STUDY_WORDING_SHINGLE_H
#define ZW_QUERY_STUDY_WORDING_SHINGLE_H

#include "query/study/wording/likeness.h"

#define ZW_SHINGLE 4
#define ZW_WINDOW 4
#define ZW_SHINGLE_COMMON 64

typedef struct zw_shingles zw_shingles;

/* An empty index, which lives in arena. NULL: memory is out. */
zw_shingles *zw_shingles_new(zw_arena *arena);

/* Adds a text; ids ascend from 0. */
zw_status zw_shingles_add(zw_shingles *shingles, uint32_t id, zw_key key, zw_err *err);

/* The texts that share most fingerprints with the key, at most `most` of them: the most first, of
 * equals the one added first. Those that share fewer than one in six are none. Returns how many. */
size_t zw_shingles_like(zw_shingles *shingles, zw_key key, uint32_t *ids, size_t most);

#endif
