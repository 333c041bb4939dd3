#include "base/trie.h"

#include <stdlib.h>

#include "base/utf8.h"

/* One open-addressing table holds all edges: (node, code point) -> node. Node 0 is the root, so a
 * slot with target 0 is free. */
typedef struct {
    uint32_t from, code, to;
} edge;

#define NO_VALUE UINT32_MAX

struct zw_trie {
    edge *edges;
    size_t slots, used; /* slots is a power of two */
    uint32_t *values;   /* by node */
    size_t nodes, room;
};

static size_t slot_of(const zw_trie *t, uint32_t from, uint32_t code)
{
    uint64_t h = ((uint64_t)from << 21 ^ code) * UINT64_C(0x9E3779B97F4A7C15);
    size_t i = (size_t)(h >> 32) & (t->slots - 1);
    while (t->edges[i].to && (t->edges[i].from != from || t->edges[i].code != code))
        i = (i + 1) & (t->slots - 1);
    return i;
}

static bool grow_edges(zw_trie *t, size_t slots)
{
    zw_trie bigger = *t;
    bigger.slots = slots;
    bigger.edges = calloc(slots, sizeof *bigger.edges);
    if (!bigger.edges)
        return false;
    for (size_t i = 0; i < t->slots; i++) {
        if (t->edges[i].to)
            bigger.edges[slot_of(&bigger, t->edges[i].from, t->edges[i].code)] = t->edges[i];
    }
    free(t->edges);
    *t = bigger;
    return true;
}

static bool grow_values(zw_trie *t, size_t room)
{
    uint32_t *values = realloc(t->values, room * sizeof *values);
    if (!values)
        return false;
    t->values = values;
    t->room = room;
    return true;
}

zw_status zw_trie_new(size_t keys, zw_trie **trie, zw_err *err)
{
    zw_trie *t = calloc(1, sizeof *t);
    size_t slots = 64;
    while (slots < keys * 4)
        slots *= 2;
    if (!t || !grow_edges(t, slots) || !grow_values(t, keys + 16)) {
        zw_trie_free(t);
        return zw_err_nomem(err);
    }
    t->values[t->nodes++] = NO_VALUE;
    *trie = t;
    return ZW_OK;
}

void zw_trie_free(zw_trie *t)
{
    if (!t)
        return;
    free(t->edges);
    free(t->values);
    free(t);
}

/* The node behind `from` on `code`, made when it is not there; 0 when memory is out. */
static uint32_t step_or_make(zw_trie *t, uint32_t from, uint32_t code)
{
    if ((t->used + 1) * 3 > t->slots * 2 && !grow_edges(t, t->slots * 2))
        return 0;
    size_t i = slot_of(t, from, code);
    if (t->edges[i].to)
        return t->edges[i].to;
    if (t->nodes == t->room && !grow_values(t, t->room * 2))
        return 0;
    t->values[t->nodes] = NO_VALUE;
    t->edges[i] = (edge){ from, code, (uint32_t)t->nodes++ };
    t->used++;
    return t->edges[i].to;
}

zw_status zw_trie_add(zw_trie *t, zw_str key, uint32_t value, zw_err *err)
{
    if (key.n == 0)
        return zw_err_set(err, ZW_E_FORMAT, "an empty word");
    uint32_t node = 0;
    for (size_t i = 0, len; i < key.n; i += len) {
        node = step_or_make(t, node, zw_utf8_at(key, i, &len));
        if (!node)
            return zw_err_nomem(err);
    }
    t->values[node] = value;
    return ZW_OK;
}

size_t zw_trie_next(const zw_trie *t, zw_str text, size_t at, zw_trie_walk *walk, uint32_t *value)
{
    while (at + walk->used < text.n) {
        size_t len;
        uint32_t code = zw_utf8_at(text, at + walk->used, &len);
        uint32_t to = t->edges[slot_of(t, walk->node, code)].to;
        if (!to)
            return 0;
        walk->node = to;
        walk->used += len;
        if (t->values[to] != NO_VALUE) {
            *value = t->values[to];
            return walk->used;
        }
    }
    return 0;
}

size_t zw_trie_longest(const zw_trie *t, zw_str text, size_t at, uint32_t *value)
{
    size_t longest = 0, len;
    uint32_t v;
    for (zw_trie_walk walk = { 0 }; (len = zw_trie_next(t, text, at, &walk, &v)) > 0;) {
        longest = len;
        *value = v;
    }
    return longest;
}

bool zw_trie_get(const zw_trie *t, zw_str text, uint32_t *value)
{
    uint32_t v;
    size_t len;
    for (zw_trie_walk walk = { 0 }; (len = zw_trie_next(t, text, 0, &walk, &v)) > 0;) {
        if (len == text.n) {
            *value = v;
            return true;
        }
    }
    return false;
}
