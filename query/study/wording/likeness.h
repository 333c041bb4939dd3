/* likeness.h - how alike two runs of characters are, and where they differ.
 *
 * Texts are compared as code points in order: what both have is a longest common subsequence (LCS),
 * so likeness = 2 LCS / (length of a + length of b), 1 for the same text, 0 for nothing in common.
 * Length: Hyyrö's bit-parallel LCS (2004), n m / 64 steps. */
#ifndef ZW_QUERY_STUDY_WORDING_LIKENESS_H
#define ZW_QUERY_STUDY_WORDING_LIKENESS_H

#include <stdint.h>

#include "base/array.h"
#include "base/error.h"
#include "base/str.h"

/* Code points. */
typedef struct {
    const uint32_t *at;
    size_t n;
} zw_key;

/* The code points of a text; key->at is NULL when memory is out. */
zw_key zw_key_of(zw_str text, zw_arena *arena);

bool zw_key_eq(zw_key a, zw_key b);
uint64_t zw_key_hash(zw_key key); /* FNV-1a, 64 bits */

/* A key made ready to be compared with many others. */
typedef struct {
    zw_key key;
    size_t words, size; /* of 64 bits a row; slots of the table */
    uint32_t *symbols;  /* a hash table: each symbol of the key … */
    uint64_t *rows;     /* … and at which of its places that stands, a bit a place */
    uint64_t *column;   /* what one comparison works on */
} zw_key_table;

zw_status zw_key_prepare(zw_key key, zw_arena *arena, zw_key_table *table, zw_err *err);

/* How many characters both have in the same order. Works in the table, so one at a time. */
size_t zw_key_common(zw_key_table *table, zw_key other);

/* 2 LCS / (a.n + b.n); of two empty keys 1. */
double zw_key_likeness(zw_key_table *table, zw_key other);

/* What the likeness of keys of these lengths is at most. */
double zw_key_likeness_bound(size_t n, size_t m);

/* --- where they differ --- */

typedef enum { ZW_EDIT_SAME, ZW_EDIT_LEFT_OUT, ZW_EDIT_ADDED } zw_edit_kind;

/* A stretch of a (same, left out) or of b (added), in bytes. */
typedef struct {
    zw_edit_kind kind;
    zw_range at;
} zw_edit;
typedef ZW_ARRAY(zw_edit) zw_edits;

/* The edits that make b out of a, in order, neighbours of one kind joined; what replaces stands
 * behind what it replaces. A lone character that both happen to have between two changes is
 * changed with them, for people read changes by the word. The table of the LCS has at most
 * ZW_EDIT_CELLS cells; beyond that, what lies between common beginning and end is one change. */
#define ZW_EDIT_CELLS (4u << 20)
zw_status zw_edits_of(zw_str a, zw_str b, zw_arena *arena, zw_edits *edits, zw_err *err);

#endif
