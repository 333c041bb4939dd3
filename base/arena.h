/* arena.h - memory that dies all at once: one arena for a document, a request, a set of tables.
 *
 * Nothing taken from an arena is freed alone. An arena belongs to one thread at a time. */
#ifndef ZW_BASE_ARENA_H
#define ZW_BASE_ARENA_H

#include <stddef.h>

#include "base/str.h"

typedef struct zw_arena zw_arena;

zw_arena *zw_arena_new(void);        /* NULL: out of memory */
void zw_arena_free(zw_arena *arena); /* NULL is fine */

/* Forgets all that was taken but keeps the first block, so a loop over documents stays cheap. */
void zw_arena_reset(zw_arena *arena);

/* Zeroed, aligned for any type; NULL when memory is out. */
void *zw_arena_alloc(zw_arena *arena, size_t size);

/* As zw_arena_alloc for n things of size bytes; NULL too when n * size overflows. */
void *zw_arena_array(zw_arena *arena, size_t n, size_t size);

/* The same bytes with room for more of them, here or elsewhere; the room is not zeroed. at: what
 * the arena gave last time, `old` bytes long, or NULL. What is large grows in its place, so an
 * array of a hundred megabytes does not leave its smaller selves behind. NULL when memory is out,
 * and `at` is good still. */
void *zw_arena_grow(zw_arena *arena, void *at, size_t old, size_t size);

/* Copies with a NUL behind; the str form may hold NULs of its own. NULL when memory is out. */
char *zw_arena_copy(zw_arena *arena, const char *text, size_t n);
char *zw_arena_strdup(zw_arena *arena, const char *text);
char *zw_arena_str(zw_arena *arena, zw_str text);
char *zw_arena_printf(zw_arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
