#include "query/study/figures/figure_tally.h"

#include <stdlib.h>

/* qsort hands nothing on: figures are sorted with the keys beside them. */
typedef struct {
    const zw_figure_at *figure;
    const zw_figure_by *const *by;
} keyed;

/* 0 for figures of one group. */
static int group_order(const keyed *x, const keyed *y)
{
    const zw_figure_at *a = x->figure, *b = y->figure;
    int order = 0;
    for (size_t i = 0; order == 0 && i < ZW_TALLY_KEYS && x->by[i]; i++)
        order = zw_figure_by_order(x->by[i], a, b);
    if (order == 0)
        order = zw_str_order(a->family, b->family);
    if (order == 0)
        order = (int)a->row->change - (int)b->row->change;
    if (order == 0)
        order = (int)a->row->kind - (int)b->row->kind;
    return order ? order : (int)a->bound - (int)b->bound;
}

static int by_group(const void *a, const void *b)
{
    const keyed *x = a, *y = b;
    int order = group_order(x, y);
    return order ? order : zw_figure_source_order(x->figure, y->figure);
}

/* --- a group ---------------------------------------------------------------------------------- */

typedef struct {
    const keyed *at;
    size_t n;
    zw_arena *arena;
} group;

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* How many different texts there are, of which the one that comes most often is told. */
static size_t count_texts(const char **texts, size_t n, const char **most)
{
    size_t different = 0, run = 0, best = 0;
    *most = NULL;
    if (n)
        qsort(texts, n, sizeof *texts, by_text);
    for (size_t i = 0; i < n; i++) {
        bool fresh = i == 0 || strcmp(texts[i], texts[i - 1]) != 0;
        different += fresh;
        run = fresh ? 1 : run + 1;
        if (run > best) {
            best = run;
            *most = texts[i];
        }
    }
    return different;
}

static size_t count_of(const group *g, const char *(*of)(const zw_figure_row *row),
                       const char **texts, const char **most)
{
    size_t n = 0;
    for (size_t i = 0; i < g->n; i++) {
        const char *text = of(g->at[i].figure->row);
        if (text)
            texts[n++] = text;
    }
    return count_texts(texts, n, most);
}

static const char *indicator_of(const zw_figure_row *row)
{
    return row->name ? row->name : "";
}

static const char *unit_of(const zw_figure_row *row)
{
    return row->unit ? row->unit : "";
}

static const char *document_of(const zw_figure_row *row)
{
    return row->document;
}

static int by_number(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static bool measure(const group *g, zw_figure_tally *tally)
{
    double *middle = zw_arena_array(g->arena, g->n, sizeof *middle), factor;
    if (!middle)
        return false;
    zw_unit_base(zw_str_of(tally->unit), &factor);
    for (size_t i = 0; i < g->n; i++) {
        double low = zw_figure_low(g->at[i].figure) / factor;
        double high = zw_figure_high(g->at[i].figure) / factor;
        middle[i] = (low + high) / 2;
        if (i == 0 || low < tally->min)
            tally->min = low;
        if (i == 0 || high > tally->max)
            tally->max = high;
    }
    qsort(middle, g->n, sizeof *middle, by_number);
    tally->median = (middle[(g->n - 1) / 2] + middle[g->n / 2]) / 2;
    return true;
}

static zw_status tell(const group *g, zw_figure_tally *tally, zw_err *err)
{
    const zw_figure_at *first = g->at[0].figure;
    const char **texts = zw_arena_array(g->arena, g->n, sizeof *texts), *unused;
    zw_status s = texts ? ZW_OK : zw_err_nomem(err);
    *tally = (zw_figure_tally){ .first = first,
                                .kind = zw_figure_kind_name(first->row->kind),
                                .change = first->row->change,
                                .bound = first->bound,
                                .n = g->n };
    for (size_t i = 0; s == ZW_OK && i < ZW_TALLY_KEYS && g->at->by[i]; i++)
        s = zw_figure_by_text(g->at->by[i], first, g->arena, &tally->keys[i], err);
    if (s != ZW_OK)
        return s;
    tally->indicators = count_of(g, indicator_of, texts, &tally->indicator);
    if (tally->indicators > 1 || !*tally->indicator)
        tally->indicator = NULL;
    count_of(g, unit_of, texts, &tally->unit);
    tally->documents = count_of(g, document_of, texts, &unused);
    return measure(g, tally) ? ZW_OK : zw_err_nomem(err);
}

zw_status zw_figure_tally_make(const zw_figure_set *set,
                               const zw_figure_by *const by[ZW_TALLY_KEYS], zw_arena *arena,
                               zw_figure_tallies *tallies, zw_err *err)
{
    zw_status s = ZW_OK;
    keyed *all = zw_arena_array(arena, set->n + 1, sizeof *all);
    *tallies = (zw_figure_tallies){ 0 };
    if (!all)
        return zw_err_nomem(err);
    for (size_t i = 0; i < set->n; i++)
        all[i] = (keyed){ &set->at[i], by };
    if (set->n)
        qsort(all, set->n, sizeof *all, by_group);
    for (size_t i = 0, end; s == ZW_OK && i < set->n; i = end) {
        for (end = i + 1; end < set->n && group_order(&all[i], &all[end]) == 0;)
            end++;
        const group g = { &all[i], end - i, arena };
        zw_figure_tally *tally = zw_array_add(arena, tallies);
        s = tally ? tell(&g, tally, err) : zw_err_nomem(err);
    }
    return s;
}
