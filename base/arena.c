#include "base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FIRST_BLOCK (16u * 1024)
#define LARGEST_BLOCK (1024u * 1024)

typedef struct block {
    struct block *next;
    size_t size, used;
    alignas(max_align_t) unsigned char bytes[];
} block;

struct zw_arena {
    block *first, *now;
};

static block *block_new(size_t size)
{
    block *b = malloc(sizeof *b + size);
    if (!b)
        return NULL;
    b->next = NULL;
    b->size = size;
    b->used = 0;
    return b;
}

zw_arena *zw_arena_new(void)
{
    zw_arena *arena = malloc(sizeof *arena);
    if (!arena)
        return NULL;
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
    free(arena);
}

void zw_arena_reset(zw_arena *arena)
{
    free_blocks(arena->first->next);
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

void *zw_arena_alloc(zw_arena *arena, size_t size)
{
    const size_t align = alignof(max_align_t);
    if (size > SIZE_MAX / 2)
        return NULL;
    size = (size + align - 1) / align * align;
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
