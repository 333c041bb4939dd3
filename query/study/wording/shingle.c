#include "query/study/wording/shingle.h"

#include <stdlib.h>

#define FIRST_SIZE 1024 /* of the table; a power of two */
#define ENOUGH 6        /* one in so many fingerprints is to be shared */
#define MOST 64         /* texts that can be asked for */

#define COMMON UINT32_MAX /* more than ZW_SHINGLE_COMMON texts have it */

/* Postings of one fingerprint are a chain; numbers of postings count from 1. The low half of a hash
 * tells fingerprints apart: of ten million, one asked for is taken for another once in 400 times,
 * which costs a look at a text that shares nothing. */
typedef struct {
    uint32_t next; /* 0: none */
    uint32_t id;
} posting;

typedef struct {
    uint32_t hash, first; /* first 0: free */
} slot;

struct zw_shingles {
    zw_arena *arena;
    slot *slots;
    size_t size, used;
    ZW_ARRAY(posting) postings;
    uint32_t *shared;  /* for each text: fingerprints in common with the key looked for, else 0 */
    uint32_t *touched; /* the texts that have some */
    size_t n, room, touched_room, n_touched;
    size_t looked; /* fingerprints of the key looked for */
};

/* --- fingerprints ----------------------------------------------------------------------------- */

/* Of the shingle at key.at[i]; mixed well, for the smallest is to be any of them. */
static uint64_t shingle_hash(zw_key key, size_t i)
{
    uint64_t h = 0;
    for (size_t k = 0; k < ZW_SHINGLE; k++)
        h = (h ^ key.at[i + k]) * 0x9E3779B97F4A7C15u;
    h ^= h >> 29;
    h *= 0xBF58476D1CE4E5B9u;
    return h ^ h >> 32;
}

typedef bool (*take)(zw_shingles *shingles, uint64_t hash, uint32_t id);

/* The smallest of each window, the rightmost of equals; one that stays the smallest is told once.
 * The whole key is one more: the same text is found however common its parts are. */
static bool winnow(zw_shingles *s, zw_key key, uint32_t id, take fn)
{
    size_t n = key.n < ZW_SHINGLE ? 0 : key.n - ZW_SHINGLE + 1, last = SIZE_MAX;
    uint64_t ring[ZW_WINDOW];
    bool ok = true;
    for (size_t i = 0; ok && i < n; i++) {
        ring[i % ZW_WINDOW] = shingle_hash(key, i);
        if (i + 1 < ZW_WINDOW && i + 1 < n)
            continue;
        size_t first = i + 1 < ZW_WINDOW ? 0 : i + 1 - ZW_WINDOW, best = first;
        for (size_t k = first; k <= i; k++)
            best = ring[k % ZW_WINDOW] <= ring[best % ZW_WINDOW] ? k : best;
        if (best != last)
            ok = fn(s, ring[best % ZW_WINDOW], id);
        last = best;
    }
    return ok && fn(s, zw_key_hash(key), id);
}

/* --- the index -------------------------------------------------------------------------------- */

zw_shingles *zw_shingles_new(zw_arena *arena)
{
    zw_shingles *s = zw_arena_alloc(arena, sizeof *s);
    if (!s)
        return NULL;
    s->arena = arena;
    s->size = FIRST_SIZE;
    s->slots = zw_arena_array(arena, s->size, sizeof *s->slots);
    return s->slots ? s : NULL;
}

static slot *slot_of(slot *slots, size_t size, uint32_t hash)
{
    size_t i = hash & (size - 1);
    while (slots[i].first && slots[i].hash != hash)
        i = (i + 1) & (size - 1);
    return &slots[i];
}

static bool grow(zw_shingles *s)
{
    size_t bytes = s->size * sizeof *s->slots;
    slot *old = malloc(bytes);
    slot *slots = old ? zw_arena_grow(s->arena, s->slots, bytes, bytes * 2) : NULL;
    if (slots) {
        memcpy(old, slots, bytes);
        memset(slots, 0, bytes * 2);
        for (size_t i = 0; i < s->size; i++) {
            if (old[i].first)
                *slot_of(slots, s->size * 2, old[i].hash) = old[i];
        }
        s->slots = slots;
        s->size *= 2;
    }
    free(old);
    return slots != NULL;
}

static size_t chain_length(const zw_shingles *s, uint32_t first)
{
    size_t n = 0;
    for (uint32_t i = first; i; i = s->postings.at[i - 1].next)
        n++;
    return n;
}

static bool post(zw_shingles *s, uint64_t hash, uint32_t id)
{
    if (s->used * 2 >= s->size && !grow(s))
        return false;
    slot *at = slot_of(s->slots, s->size, (uint32_t)hash);
    if (at->first == COMMON || (at->first && s->postings.at[at->first - 1].id == id))
        return true;
    if (chain_length(s, at->first) == ZW_SHINGLE_COMMON) {
        at->first = COMMON;
        return true;
    }
    posting *p = zw_array_add(s->arena, &s->postings);
    if (!p)
        return false;
    s->used += at->first == 0;
    *p = (posting){ at->first, id };
    *at = (slot){ (uint32_t)hash, (uint32_t)s->postings.n };
    return true;
}

zw_status zw_shingles_add(zw_shingles *shingles, uint32_t id, zw_key key, zw_err *err)
{
    for (; shingles->n <= id; shingles->n++) {
        if (!zw_array_reserve(shingles->arena, (void **)&shingles->shared, shingles->n,
                              &shingles->room, sizeof *shingles->shared) ||
            !zw_array_reserve(shingles->arena, (void **)&shingles->touched, shingles->n,
                              &shingles->touched_room, sizeof *shingles->touched))
            return zw_err_nomem(err);
        shingles->shared[shingles->n] = 0;
    }
    return winnow(shingles, key, id, post) ? ZW_OK : zw_err_nomem(err);
}

/* --- looking ---------------------------------------------------------------------------------- */

static bool count(zw_shingles *s, uint64_t hash, uint32_t id)
{
    (void)id;
    s->looked++;
    uint32_t first = slot_of(s->slots, s->size, (uint32_t)hash)->first;
    for (uint32_t i = first == COMMON ? 0 : first; i; i = s->postings.at[i - 1].next) {
        uint32_t like = s->postings.at[i - 1].id;
        if (s->shared[like]++ == 0)
            s->touched[s->n_touched++] = like;
    }
    return true;
}

typedef struct {
    uint32_t id, shared;
} candidate;

static bool better(candidate a, candidate b)
{
    return a.shared != b.shared ? a.shared > b.shared : a.id < b.id;
}

static void keep(candidate *best, size_t *n, size_t most, candidate c)
{
    if (*n == most && !better(c, best[most - 1]))
        return;
    size_t i = *n < most ? (*n)++ : most - 1;
    for (; i > 0 && better(c, best[i - 1]); i--)
        best[i] = best[i - 1];
    best[i] = c;
}

size_t zw_shingles_like(zw_shingles *shingles, zw_key key, uint32_t *ids, size_t most)
{
    candidate best[MOST];
    size_t n = 0;
    most = most < MOST ? most : MOST;
    shingles->n_touched = shingles->looked = 0;
    winnow(shingles, key, 0, count);
    for (size_t i = 0; i < shingles->n_touched; i++) {
        uint32_t id = shingles->touched[i];
        if (shingles->shared[id] * ENOUGH >= shingles->looked)
            keep(best, &n, most, (candidate){ id, shingles->shared[id] });
        shingles->shared[id] = 0;
    }
    for (size_t i = 0; i < n; i++)
        ids[i] = best[i].id;
    return n;
}
