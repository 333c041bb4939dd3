#include "indexer/report.h"

#include <inttypes.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "indexer/common.h"

/* What is wrong in the rows of a file, a line each. */
typedef struct {
    const char *path;
    ZW_ARRAY(const char *) lines;
    size_t all, left_out;
} told;

struct zw_report {
    pthread_mutex_t lock;
    zw_arena *arena;
    ZW_ARRAY(zw_skipped) skipped;
    ZW_ARRAY(told) told;
    size_t files, indexed, unchanged, documents, failures, done, kept, removed;
    uint64_t bytes, bytes_done, bytes_indexed;
    zw_unit_counts units;
    struct timespec start, shown;
    bool terminal, incomplete;
};

static double seconds(struct timespec from, struct timespec to)
{
    return (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9;
}

static struct timespec now(void)
{
    struct timespec t = { 0, 0 };
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t;
}

zw_report *zw_report_new(size_t files, uint64_t bytes)
{
    zw_report *r = calloc(1, sizeof *r);
    if (!r)
        return NULL;
    r->arena = zw_arena_new();
    if (!r->arena || pthread_mutex_init(&r->lock, NULL) != 0) {
        zw_arena_free(r->arena);
        free(r);
        return NULL;
    }
    r->files = files;
    r->bytes = bytes;
    r->start = now();
    r->terminal = isatty(STDERR_FILENO);
    return r;
}

void zw_report_free(zw_report *r)
{
    if (!r)
        return;
    pthread_mutex_destroy(&r->lock);
    zw_arena_free(r->arena);
    free(r);
}

/* A bar on one line, ten times a second at most. */
static void show(zw_report *r)
{
    enum { WIDTH = 30 };
    struct timespec t = now();
    if (!r->terminal || seconds(r->shown, t) < 0.1)
        return;
    r->shown = t;
    int full = r->bytes ? (int)(WIDTH * (double)r->bytes_done / (double)r->bytes) : WIDTH;
    char bar[WIDTH + 1];
    for (int i = 0; i < WIDTH; i++)
        bar[i] = i < full ? '#' : '.';
    bar[WIDTH] = '\0';
    fprintf(stderr, "\r[%s] %zu/%zu files, %.1f MB\033[K", bar, r->done, r->files,
            (double)r->bytes_done / 1e6);
}

static void done(zw_report *r, uint64_t bytes)
{
    r->done++;
    r->bytes_done += bytes;
    show(r);
}

void zw_report_indexed(zw_report *r, uint64_t bytes, size_t documents, zw_unit_counts counts)
{
    pthread_mutex_lock(&r->lock);
    r->indexed++;
    r->documents += documents;
    r->bytes_indexed += bytes;
    r->units.passages += counts.passages;
    r->units.figures += counts.figures;
    done(r, bytes);
    pthread_mutex_unlock(&r->lock);
}

void zw_report_unchanged(zw_report *r, uint64_t bytes)
{
    pthread_mutex_lock(&r->lock);
    r->unchanged++;
    done(r, bytes);
    pthread_mutex_unlock(&r->lock);
}

void zw_report_skipped(zw_report *r, const char *path, const char *why, bool named)
{
    pthread_mutex_lock(&r->lock);
    zw_skipped *s = zw_array_add(r->arena, &r->skipped);
    char *copy = zw_arena_strdup(r->arena, path), *reason = zw_arena_strdup(r->arena, why);
    if (s)
        *s = (zw_skipped){ copy, reason, named };
    if (!s || !copy || !reason)
        r->incomplete = true;
    r->failures += named;
    done(r, 0);
    pthread_mutex_unlock(&r->lock);
}

void zw_report_told(zw_report *r, const char *path, const zw_reading *reading)
{
    if (!reading->n_told)
        return;
    pthread_mutex_lock(&r->lock);
    told *t = zw_array_add(r->arena, &r->told);
    bool ok = t && (t->path = zw_arena_strdup(r->arena, path));
    for (size_t i = 0; ok && i < reading->told.n; i++) {
        const char **slot = zw_array_add(r->arena, &t->lines);
        ok = slot && (*slot = zw_arena_strdup(r->arena, reading->told.at[i]));
    }
    if (t) {
        t->all = reading->n_told;
        t->left_out = reading->left_out;
    }
    r->incomplete |= !ok;
    r->failures += reading->left_out > 0;
    pthread_mutex_unlock(&r->lock);
}

void zw_report_kept(zw_report *r)
{
    pthread_mutex_lock(&r->lock);
    r->kept++;
    pthread_mutex_unlock(&r->lock);
}

void zw_report_removed(zw_report *r, size_t files)
{
    pthread_mutex_lock(&r->lock);
    r->removed += files;
    pthread_mutex_unlock(&r->lock);
}

void zw_report_spared(zw_report *r, const char *folder, size_t files, const char *why)
{
    pthread_mutex_lock(&r->lock);
    if (r->terminal)
        fprintf(stderr, "\r\033[K");
    fprintf(stderr, "zhengwen-index: '");
    zw_print_visible(stderr, folder);
    fprintf(stderr, "': %zu files that lay in it are kept in the index: %s\n", files, why);
    r->failures++;
    pthread_mutex_unlock(&r->lock);
}

size_t zw_report_count(const zw_report *r)
{
    return r->indexed;
}

size_t zw_report_failures(const zw_report *r)
{
    return r->failures;
}

static int by_path(const void *a, const void *b)
{
    const zw_skipped *x = a, *y = b;
    return x->path && y->path ? strcmp(x->path, y->path) : 0;
}

/* The reason may begin with the path already: 'a.txt': nothing but blanks. */
static void print_skipped(const zw_skipped *s)
{
    size_t n = s->path ? strlen(s->path) : 0;
    if (!s->path || !s->why)
        return;
    fputs("zhengwen-index: skipped: ", stderr);
    if (s->why[0] != '\'' || strncmp(s->why + 1, s->path, n) != 0) {
        fputc('\'', stderr);
        zw_print_visible(stderr, s->path);
        fputs("': ", stderr);
    }
    zw_print_visible(stderr, s->why);
    fputc('\n', stderr);
}

static int by_told_path(const void *a, const void *b)
{
    const told *x = a, *y = b;
    return x->path && y->path ? strcmp(x->path, y->path) : 0;
}

static void print_told(const told *t)
{
    for (size_t i = 0; i < t->lines.n; i++) {
        fputs("zhengwen-index: ", stderr);
        zw_print_visible(stderr, t->lines.at[i] ? t->lines.at[i] : "");
        fputc('\n', stderr);
    }
    if (!t->path || (!t->left_out && t->all == t->lines.n))
        return;
    fputs("zhengwen-index: '", stderr);
    zw_print_visible(stderr, t->path);
    fprintf(stderr, "': %zu of its rows %s", t->left_out,
            t->left_out == 1 ? "is no document" : "are no documents");
    if (t->all > t->lines.n)
        fprintf(stderr, "; %zu faults, of which the first are told", t->all);
    fputc('\n', stderr);
}

void zw_report_print(zw_report *r, bool whole)
{
    double took = seconds(r->start, now());
    if (r->terminal)
        fprintf(stderr, "\r\033[K");
    if (r->skipped.n)
        qsort(r->skipped.at, r->skipped.n, sizeof *r->skipped.at, by_path);
    for (size_t i = 0; i < r->skipped.n; i++)
        print_skipped(&r->skipped.at[i]);
    if (r->told.n)
        qsort(r->told.at, r->told.n, sizeof *r->told.at, by_told_path);
    for (size_t i = 0; i < r->told.n; i++)
        print_told(&r->told.at[i]);
    if (r->incomplete)
        fprintf(stderr,
                "zhengwen-index: memory ran out: not everything that was skipped is named\n");
    if (!whole)
        return;
    if (r->kept)
        fprintf(stderr,
                "zhengwen-index: %zu of the files keep what an earlier manifest said of them\n",
                r->kept);
    if (r->removed)
        fprintf(stderr, "zhengwen-index: removed %zu files that are gone\n", r->removed);
    fprintf(stderr,
            "zhengwen-index: indexed %zu files (%zu documents, %zu passages, %zu figures), "
            "%zu unchanged, %zu skipped; %.1f MB in %.1f s\n",
            r->indexed, r->documents, r->units.passages, r->units.figures, r->unchanged,
            r->skipped.n, (double)r->bytes_indexed / 1e6, took);
}
