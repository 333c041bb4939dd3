#include "query/study/figures/conflicts.h"

#include <stdlib.h>

const char *zw_value_relation_name(zw_value_relation relation)
{
    static const char *const names[] = { [ZW_VALUE_FIRST] = "first",
                                         [ZW_VALUE_SAME] = "same",
                                         [ZW_VALUE_REVISION] = "revision",
                                         [ZW_VALUE_CONFLICT] = "conflict" };
    return names[relation];
}

/* A condition (居住满5年) is for those whom its sentence names, not for a year. */
static bool comparable(const zw_figure_at *f)
{
    return f->place && f->row->year && f->row->name &&
           (f->row->kind == ZW_KIND_TARGET || f->row->kind == ZW_KIND_BASELINE);
}

int zw_conflict_group_order(const zw_figure_at *a, const zw_figure_at *b)
{
    int order = zw_figure_place_order(a, b);
    if (order == 0)
        order = zw_figure_text_order(a->row->name, b->row->name);
    if (order == 0)
        order = a->row->year - b->row->year;
    if (order == 0)
        order = (int)a->row->kind - (int)b->row->kind;
    if (order == 0)
        order = (int)a->row->change - (int)b->row->change;
    return order ? order : zw_str_order(a->family, b->family);
}

static int by_group(const void *a, const void *b)
{
    const zw_figure_at *x = *(const zw_figure_at *const *)a, *y = *(const zw_figure_at *const *)b;
    int order = zw_conflict_group_order(x, y);
    return order ? order : zw_figure_source_order(x, y);
}

zw_value_relation zw_value_relation_of(const zw_figure_at *const *figures, size_t i)
{
    const zw_figure_row *row = figures[i]->row;
    bool later = true;
    if (i == 0)
        return ZW_VALUE_FIRST;
    for (size_t k = 0; k < i; k++) {
        const zw_figure_row *before = figures[k]->row;
        if (zw_figure_same_value(figures[k], figures[i]))
            return ZW_VALUE_SAME;
        later &= before->date && row->date && strcmp(before->date, row->date) < 0;
    }
    return later ? ZW_VALUE_REVISION : ZW_VALUE_CONFLICT;
}

static zw_status add_group(const zw_figure_at *const *figures, size_t n, zw_arena *arena,
                           zw_conflicts *conflicts, zw_err *err)
{
    bool differ = false;
    for (size_t i = 1; i < n && !differ; i++)
        differ = !zw_figure_same_value(figures[0], figures[i]);
    if (!differ)
        return ZW_OK;
    conflicts->groups++;
    for (size_t i = 0; i < n; i++) {
        zw_conflict *row = zw_array_add(arena, &conflicts->rows);
        if (!row)
            return zw_err_nomem(err);
        *row = (zw_conflict){ conflicts->groups, zw_value_relation_of(figures, i), figures[i] };
        conflicts->revisions += row->relation == ZW_VALUE_REVISION;
        conflicts->conflicts += row->relation == ZW_VALUE_CONFLICT;
    }
    return ZW_OK;
}

zw_status zw_conflicts_find(const zw_figure_set *set, zw_arena *arena, zw_conflicts *conflicts,
                            zw_err *err)
{
    const zw_figure_at **all = zw_arena_array(arena, set->n + 1, sizeof *all);
    size_t n = 0;
    zw_status s = all ? ZW_OK : zw_err_nomem(err);
    *conflicts = (zw_conflicts){ 0 };
    for (size_t i = 0; s == ZW_OK && i < set->n; i++) {
        if (comparable(&set->at[i]))
            all[n++] = &set->at[i];
    }
    conflicts->left_out = set->n - n;
    if (n)
        qsort(all, n, sizeof *all, by_group);
    for (size_t i = 0, end; s == ZW_OK && i < n; i = end) {
        for (end = i + 1; end < n && zw_conflict_group_order(all[i], all[end]) == 0;)
            end++;
        s = add_group(&all[i], end - i, arena, conflicts, err);
    }
    return s;
}
