#include "query/study/wording/leader.h"

#include "query/study/wording/shingle.h"

#define LOOK_AT 8 /* leaders compared with a clause: those with most wording in common */

struct zw_leaders {
    zw_arena *arena;
    zw_shingles *shingles;
    ZW_ARRAY(const zw_clause *) at;
};

double zw_adapted_from(size_t n, size_t m)
{
    return (n < m ? n : m) < ZW_SHORT_CLAUSE ? ZW_ADAPTED_SHORT : ZW_ADAPTED;
}

zw_leaders *zw_leaders_new(zw_arena *arena)
{
    zw_leaders *l = zw_arena_alloc(arena, sizeof *l);
    if (!l)
        return NULL;
    l->arena = arena;
    l->shingles = zw_shingles_new(arena);
    return l->shingles ? l : NULL;
}

zw_status zw_leaders_add(zw_leaders *leaders, const zw_clause *clause, zw_err *err)
{
    const zw_clause **entry = zw_array_add(leaders->arena, &leaders->at);
    if (!entry)
        return zw_err_nomem(err);
    *entry = clause;
    return zw_shingles_add(leaders->shingles, (uint32_t)(leaders->at.n - 1), clause->key, err);
}

zw_status zw_leaders_find(zw_leaders *leaders, const zw_clause *clause, zw_arena *scratch,
                          zw_led *led, zw_err *err)
{
    uint32_t ids[LOOK_AT];
    size_t n = zw_shingles_like(leaders->shingles, clause->key, ids, LOOK_AT);
    zw_key_table table;
    *led = (zw_led){ ZW_NO_LEADER, 0 };
    zw_status s = n ? zw_key_prepare(clause->key, scratch, &table, err) : ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < n && led->likeness < 1; i++) {
        zw_key key = leaders->at.at[ids[i]]->key;
        double bound = zw_key_likeness_bound(key.n, clause->key.n);
        if (bound <= led->likeness || bound < zw_adapted_from(key.n, clause->key.n))
            continue;
        double likeness = zw_key_likeness(&table, key);
        if (likeness > led->likeness && likeness >= zw_adapted_from(key.n, clause->key.n))
            *led = (zw_led){ ids[i], likeness };
    }
    return s;
}
