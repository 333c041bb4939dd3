/* trie.h - words looked up at a place in a text: all words, or the longest, that start there.
 *
 * Keys are UTF-8, stepped by code point. A key carries one number (a row, a kind). Built once, then
 * read by any number of threads. Lookups touch one hash slot a character. */
#ifndef ZW_BASE_TRIE_H
#define ZW_BASE_TRIE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"

typedef struct zw_trie zw_trie;

/* Fills *trie; the caller frees it with zw_trie_free. `keys` is a guess of how many follow. */
zw_status zw_trie_new(size_t keys, zw_trie **trie, zw_err *err);
void zw_trie_free(zw_trie *trie); /* NULL is fine */

/* A key added twice keeps the later value. An empty key is ZW_E_FORMAT. */
zw_status zw_trie_add(zw_trie *trie, zw_str key, uint32_t value, zw_err *err);

/* The length in bytes of the longest key that starts at text[at], 0 for none; *value gets its
 * number. */
size_t zw_trie_longest(const zw_trie *trie, zw_str text, size_t at, uint32_t *value);

/* Every key that starts at text[at], shortest first: call with a zeroed walk and again until it
 * returns 0. */
typedef struct {
    uint32_t node;
    size_t used;
} zw_trie_walk;
size_t zw_trie_next(const zw_trie *trie, zw_str text, size_t at, zw_trie_walk *walk,
                    uint32_t *value);

/* Whether the whole of text is a key. */
bool zw_trie_get(const zw_trie *trie, zw_str text, uint32_t *value);

#endif
