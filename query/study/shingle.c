#include "query/study/shingle.h"

#include <stdlib.h>

#define FIRST_SIZE 1024 /* of the table; a power of two */
#define ENOUGH 6        /* one in so many fingerprints is to be shared */
#define MOST 64         /* texts that can be asked for */

typedef struct posting {
    struct posting *next;
    uint32_t id;
} posting;

typedef struct {
    uint64_t hash; /* 0: free */
    posting *first;
    uint32_t n;
} slot;

struct zw_shingles {
    zw_arena *arena;
    slot *slots;
    size_t size, used;
    uint32_t *shared;  /* for each text: fingerprints in common with the key looked for, else 0 */
    uint32_t *touched; /* the texts that have some */
    size_t n, room, touched_room, n_touched;
    size_t looked; /* fingerprints of the key looked for */
};

/* --- fingerprints ----------------------------------------------------------------------------- */

/* Of the shingle at key.at[i]; mixed well, for the smallest is to be any of them. Never 0. */
static uint64_t shingle_hash(zw_key key, size_t i)
{
    uint64_t h = 0;
    for (size_t k = 0; k < ZW_SHINGLE; k++)
        h = (h ^ key.at[i + k]) * 0x9E3779B97F4A7C15u;
    h ^= h >> 29;
    h *= 0xBF58476D1CE4E5B9u;
    h ^= h >> 32;
    return h ? h : 1;
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
    return ok && fn(s, zw_key_hash(key) | 1, id);
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

static slot *slot_of(slot *slots, size_t size, uint64_t hash)
{
    size_t i = hash & (size - 1);
    while (slots[i].hash && slots[i].hash != hash)
        i = (i + 1) & (size - 1);
    return &slots[i];
}

static bool grow(zw_shingles *s)
{
    size_t size = s->size * 2;
    slot *slots = zw_arena_array(s->arena, size, sizeof *slots);
    for (size_t i = 0; slots && i < s->size; i++) {
        if (s->slots[i].hash)
            *slot_of(slots, size, s->slots[i].hash) = s->slots[i];
    }
    if (slots) {
        s->slots = slots;
        s->size = size;
    }
    return slots != NULL;
}

static bool post(zw_shingles *s, uint64_t hash, uint32_t id)
{
    if (s->used * 2 >= s->size && !grow(s))
        return false;
    slot *at = slot_of(s->slots, s->size, hash);
    s->used += at->hash == 0;
    at->hash = hash;
    if (at->n > ZW_SHINGLE_COMMON || (at->first && at->first->id == id))
        return true;
    posting *p = zw_arena_alloc(s->arena, sizeof *p);
    if (!p)
        return false;
    *p = (posting){ at->first, id };
    at->first = p;
    at->n++;
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
    const slot *at = slot_of(s->slots, s->size, hash);
    for (const posting *p = at->n > ZW_SHINGLE_COMMON ? NULL : at->first; p; p = p->next) {
        if (s->shared[p->id]++ == 0)
            s->touched[s->n_touched++] = p->id;
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
