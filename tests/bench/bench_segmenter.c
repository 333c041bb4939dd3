/* bench_segmenter - how fast the tokeniser is: bench_segmenter FILE...
 *
 * Reads the files, takes each line as a passage and prints, for each of the segmenter's functions,
 * megabytes of text a second on one thread (the best of three rounds). */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/buffer.h"
#include "segmenter/segmenter.h"

#define ROUNDS 3

typedef struct {
    zw_segmenter *segmenter;
    zw_arena *arena;
    size_t made; /* terms, tokens or bytes, to tell that the work was done */
} bench;

static zw_status run_terms(bench *b, zw_seg_mode mode, zw_str line, zw_err *err)
{
    zw_terms terms = { 0 };
    zw_status s = zw_segmenter_terms(b->segmenter, mode, line, b->arena, &terms, err);
    b->made += terms.n;
    return s;
}

static zw_status document_terms(bench *b, zw_str line, zw_err *err)
{
    return run_terms(b, ZW_SEG_DOCUMENT, line, err);
}

static zw_status query_terms(bench *b, zw_str line, zw_err *err)
{
    return run_terms(b, ZW_SEG_QUERY, line, err);
}

static zw_status words(bench *b, zw_str line, zw_err *err)
{
    zw_tokens tokens = { 0 };
    zw_status s = zw_segmenter_words(b->segmenter, line, b->arena, &tokens, err);
    b->made += tokens.n;
    return s;
}

static zw_status fold_exact(bench *b, zw_str line, zw_err *err)
{
    zw_str folded = { 0 };
    zw_offset_map *map;
    zw_status s = zw_segmenter_fold_exact(b->segmenter, line, b->arena, &folded, &map, err);
    b->made += folded.n;
    return s;
}

static const struct task {
    const char *name;
    zw_status (*run)(bench *b, zw_str line, zw_err *err);
} tasks[] = {
    { "document terms", document_terms },
    { "query terms", query_terms },
    { "words", words },
    { "exact form with its map", fold_exact },
};

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static zw_status round_of(bench *b, const struct task *task, zw_str text, zw_err *err)
{
    zw_status s = ZW_OK;
    b->made = 0;
    for (size_t at = 0, end; s == ZW_OK && at < text.n; at = end + 1) {
        end = zw_str_find(text, ZW_STR("\n"), at);
        s = task->run(b, zw_str_slice(text, (zw_range){ at, end }), err);
        zw_arena_reset(b->arena);
    }
    return s;
}

static zw_status measure(bench *b, const struct task *task, zw_str text, zw_err *err)
{
    double best = 1e9;
    zw_status s = ZW_OK;
    for (int i = 0; i < ROUNDS && s == ZW_OK; i++) {
        double start = now();
        s = round_of(b, task, text, err);
        double took = now() - start;
        best = took < best ? took : best;
    }
    if (s == ZW_OK)
        printf("%-24s %7.1f MB/s  (%zu made)\n", task->name, (double)text.n / best / 1e6, b->made);
    return s;
}

static void read_file(const char *path, zw_buf *text)
{
    char block[65536];
    size_t n;
    FILE *file = fopen(path, "rb");
    if (!file) {
        fprintf(stderr, "bench_segmenter: '%s': cannot be opened\n", path);
        return;
    }
    while ((n = fread(block, 1, sizeof block, file)) > 0)
        zw_buf_add(text, block, n);
    fclose(file);
}

int main(int argc, char **argv)
{
    zw_err err = { 0 };
    zw_lexicon *lexicon = NULL;
    bench b = { .arena = zw_arena_new() };
    zw_buf text = ZW_BUF_INIT;
    for (int i = 1; i < argc; i++)
        read_file(argv[i], &text);
    double start = now();
    zw_status s = b.arena ? zw_lexicon_open(&lexicon, &err) : zw_err_nomem(&err);
    if (s == ZW_OK)
        s = zw_segmenter_new(lexicon, &b.segmenter, &err);
    printf("%-24s %7.2f ms\n", "lexicon and segmenter", (now() - start) * 1e3);
    for (size_t i = 0; s == ZW_OK && i < sizeof tasks / sizeof *tasks; i++)
        s = measure(&b, &tasks[i], zw_buf_view(&text), &err);
    if (s != ZW_OK)
        fprintf(stderr, "bench_segmenter: %s\n", err.text);
    zw_buf_free(&text);
    zw_segmenter_free(b.segmenter);
    zw_lexicon_free(lexicon);
    zw_arena_free(b.arena);
    return s == ZW_OK ? 0 : 1;
}
