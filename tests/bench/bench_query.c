/* bench_query INDEX QUERIES [ROUNDS] - how long the first ten hits take, in process.
 *
 * QUERIES has one a line; '#' begins a comment. Each is asked ROUNDS times (default 20) after one
 * time that is not counted; CPU time from the parse to the marked hits. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "query/answer/answer.h"

static double now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID,
                  &t); /* one thread; others on the machine do not count */
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

static double percentile(double *times, size_t n, double p)
{
    qsort(times, n, sizeof *times, by_size);
    size_t at = (size_t)((double)n * p);
    return times[at < n ? at : n - 1];
}

static double ask(zw_session *session, const char *query, size_t *total)
{
    zw_arena *arena = zw_arena_new();
    zw_question question = { .query = query, .max = 10 };
    zw_query_fault fault = { { 0, 0 } };
    zw_err err = { 0 };
    zw_answer answer = { 0 };
    double start = now_ms();
    if (!arena || zw_answer_make(session, &question, arena, &answer, &fault, &err) != ZW_OK) {
        fprintf(stderr, "bench_query: '%s': %s\n", query, err.text);
        exit(1);
    }
    double used = now_ms() - start;
    *total = answer.total;
    zw_answer_free(&answer);
    zw_arena_free(arena);
    return used;
}

int main(int argc, char **argv)
{
    char line[4096];
    size_t rounds = argc > 3 ? strtoul(argv[3], NULL, 10) : 20, n = 0, room = 0, total;
    double *all = NULL;
    zw_session *session;
    zw_err err = { 0 };
    FILE *queries = argc > 2 ? fopen(argv[2], "r") : NULL;
    if (!queries || rounds == 0 || zw_session_open(argv[1], &session, &err) != ZW_OK) {
        fprintf(stderr, "usage: bench_query INDEX QUERIES [ROUNDS]\n%s\n", err.text);
        return 2;
    }
    printf("%9s %9s %9s  query\n", "median ms", "worst ms", "passages");
    while (fgets(line, sizeof line, queries)) {
        line[strcspn(line, "\n")] = '\0';
        if (!*line || *line == '#')
            continue;
        if (n + rounds > room) {
            room = 2 * room + rounds;
            all = realloc(all, room * sizeof *all);
        }
        if (!all)
            return 1;
        ask(session, line, &total);
        for (size_t i = 0; i < rounds; i++)
            all[n + i] = ask(session, line, &total);
        double worst = percentile(all + n, rounds, 1);
        printf("%9.2f %9.2f %9zu  %s\n", percentile(all + n, rounds, .5), worst, total, line);
        n += rounds;
    }
    if (n)
        printf("\nall: p50 %.2f ms, p90 %.2f ms, p99 %.2f ms\n", percentile(all, n, .5),
               percentile(all, n, .9), percentile(all, n, .99));
    fclose(queries);
    zw_session_free(session);
    free(all);
    return 0;
}
