#include "base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FIRST_BLOCK (16u * 1024)
#define LARGEST_BLOCK (1024u * 1024)

/* What is as large has a block of its own, which can be made larger. Under AddressSanitizer nearly
 * everything has: whoever holds on to what has moved is found out by small tests. */
#if defined(__SANITIZE_ADDRESS__)
#define OWN 64u
#else
#define OWN (256u * 1024)
#endif

typedef struct block {
    struct block *next;
    struct block *before; /* of own blocks alone */
    size_t size, used;
    alignas(max_align_t) unsigned char bytes[];
} block;

struct zw_arena {
    block *first, *now;
    block *own;
};

static block *block_new(size_t size)
{
    block *b = malloc(sizeof *b + size);
    if (!b)
        return NULL;
    b->next = b->before = NULL;
    b->size = size;
    b->used = 0;
    return b;
}

zw_arena *zw_arena_new(void)
{
    zw_arena *arena = malloc(sizeof *arena);
    if (!arena)
        return NULL;
    arena->own = NULL;
    arena->first = arena->now = block_new(FIRST_BLOCK);
    if (!arena->first) {
        free(arena);
        return NULL;
    }
    return arena;
}

static void free_blocks(block *b)
{
    while (b) {
        block *next = b->next;
        free(b);
        b = next;
    }
}

void zw_arena_free(zw_arena *arena)
{
    if (!arena)
        return;
    free_blocks(arena->first);
    free_blocks(arena->own);
    free(arena);
}

void zw_arena_reset(zw_arena *arena)
{
    free_blocks(arena->first->next);
    free_blocks(arena->own);
    arena->own = NULL;
    arena->first->next = NULL;
    arena->first->used = 0;
    arena->now = arena->first;
}

static block *grow(zw_arena *arena, size_t size)
{
    size_t want = arena->now->size * 2;
    if (want > LARGEST_BLOCK)
        want = LARGEST_BLOCK;
    block *b = block_new(size > want ? size : want);
    if (!b)
        return NULL;
    arena->now->next = b;
    arena->now = b;
    return b;
}

/* calloc: pages that nobody writes to cost nothing. */
static void *alloc_own(zw_arena *arena, size_t size)
{
    block *b = calloc(1, sizeof *b + size);
    if (!b)
        return NULL;
    b->size = b->used = size;
    b->next = arena->own;
    if (b->next)
        b->next->before = b;
    arena->own = b;
    return b->bytes;
}

static size_t aligned(size_t size)
{
    const size_t align = alignof(max_align_t);
    return (size + align - 1) / align * align;
}

void *zw_arena_alloc(zw_arena *arena, size_t size)
{
    if (size > SIZE_MAX / 2)
        return NULL;
    size = aligned(size);
    if (size >= OWN)
        return alloc_own(arena, size);
    block *b = arena->now;
    if (b->size - b->used < size && !(b = grow(arena, size)))
        return NULL;
    void *p = b->bytes + b->used;
    b->used += size;
    return memset(p, 0, size);
}

void *zw_arena_array(zw_arena *arena, size_t n, size_t size)
{
    if (size && n > SIZE_MAX / 2 / size)
        return NULL;
    return zw_arena_alloc(arena, n * size);
}

static void *grow_own(zw_arena *arena, void *at, size_t size)
{
    block *old = (block *)((unsigned char *)at - offsetof(block, bytes));
    block *b = realloc(old, sizeof *b + size);
    if (!b)
        return NULL;
    b->size = b->used = size;
    *(b->before ? &b->before->next : &arena->own) = b;
    if (b->next)
        b->next->before = b;
    return b->bytes;
}

void *zw_arena_grow(zw_arena *arena, void *at, size_t old, size_t size)
{
    block *now = arena->now;
    if (size > SIZE_MAX / 2)
        return NULL;
    if (at && aligned(old) >= OWN)
        return grow_own(arena, at, aligned(size));
    bool last = at && (unsigned char *)at + aligned(old) == now->bytes + now->used;
    if (last && aligned(size) < OWN && now->size - now->used >= aligned(size) - aligned(old)) {
        now->used += aligned(size) - aligned(old);
        return at;
    }
    void *grown = zw_arena_alloc(arena, size);
    if (grown && old)
        memcpy(grown, at, old);
    return grown;
}

char *zw_arena_copy(zw_arena *arena, const char *text, size_t n)
{
    char *copy = zw_arena_alloc(arena, n + 1);
    if (copy && n)
        memcpy(copy, text, n);
    return copy;
}

char *zw_arena_strdup(zw_arena *arena, const char *text)
{
    return zw_arena_copy(arena, text, strlen(text));
}

char *zw_arena_str(zw_arena *arena, zw_str text)
{
    return zw_arena_copy(arena, text.at, text.n);
}

char *zw_arena_printf(zw_arena *arena, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    char *text = n < 0 ? NULL : zw_arena_alloc(arena, (size_t)n + 1);
    if (text)
        vsnprintf(text, (size_t)n + 1, format, again);
    va_end(again);
    return text;
}
