#include "facts/reform.h"

#include <stdlib.h>

#include "base/tsv.h"

extern const char reforms_tsv[], reforms_tsv_end[];

typedef struct {
    const char *old, *new;
    int year;
    unsigned levels;
} reform;

struct zw_reforms {
    zw_arena *arena;
    ZW_ARRAY(reform) rows;
};

static const struct level {
    const char *name;
    unsigned levels;
} levels_by_name[] = {
    { "nation", ZW_LEVEL_NATION }, { "province", ZW_LEVEL_PROVINCE },
    { "local", ZW_LEVEL_LOCAL },   { "below", ZW_LEVEL_PROVINCE | ZW_LEVEL_LOCAL },
    { "all", ZW_LEVEL_ALL },
};

static zw_status take_row(zw_reforms *r, const zw_tsv *t, size_t row, zw_err *err)
{
    long year;
    zw_str level = zw_tsv_cell(t, row, 3);
    zw_status s = zw_tsv_int(t, row, 2, &year, err);
    if (s != ZW_OK)
        return s;
    reform *to = zw_array_add(r->arena, &r->rows);
    if (!to)
        return zw_err_nomem(err);
    to->old = zw_arena_str(r->arena, zw_tsv_cell(t, row, 0));
    to->new = zw_arena_str(r->arena, zw_tsv_cell(t, row, 1));
    to->year = (int)year;
    for (size_t i = 0; i < sizeof levels_by_name / sizeof *levels_by_name; i++) {
        if (zw_str_eq(level, zw_str_of(levels_by_name[i].name)))
            to->levels = levels_by_name[i].levels;
    }
    if (!to->levels)
        return zw_tsv_fail(t, row, err, "'%.*s' is no level", (int)level.n, level.at);
    return to->old && to->new ? ZW_OK : zw_err_nomem(err);
}

zw_status zw_reforms_open(zw_reforms **reforms, zw_err *err)
{
    zw_tsv table;
    zw_reforms *r = calloc(1, sizeof *r);
    if (!r || !(r->arena = zw_arena_new())) {
        free(r);
        return zw_err_nomem(err);
    }
    zw_status s = zw_tsv_parse("reforms.tsv", ZW_EMBEDDED(reforms_tsv), "old new year level",
                               r->arena, &table, err);
    for (size_t row = 0; s == ZW_OK && row < table.rows; row++)
        s = take_row(r, &table, row, err);
    if (s != ZW_OK) {
        zw_reforms_free(r);
        return s;
    }
    *reforms = r;
    return ZW_OK;
}

void zw_reforms_free(zw_reforms *r)
{
    if (!r)
        return;
    zw_arena_free(r->arena);
    free(r);
}

/* A body reached again, by another way or for more levels. false: it is new. */
static bool known(zw_relatives *all, size_t from, const zw_relative *found, bool *grew)
{
    for (size_t i = from; i < all->n; i++) {
        zw_relative *one = &all->at[i];
        if (strcmp(one->body, found->body) == 0) {
            *grew = (one->levels | found->levels) != one->levels;
            one->levels |= found->levels;
            return true;
        }
    }
    return false;
}

/* What one step leads to from a body. */
static zw_status step(const zw_reforms *r, zw_str body, unsigned levels, bool back, size_t from,
                      zw_arena *arena, zw_relatives *all, bool *grew, zw_err *err)
{
    for (size_t i = 0; i < r->rows.n; i++) {
        const reform *row = &r->rows.at[i];
        const char *here = back ? row->new : row->old, *there = back ? row->old : row->new;
        zw_relative found = { there, row->year, back, levels & row->levels };
        bool more = false;
        if (!found.levels || !zw_str_eq(body, zw_str_of(here)))
            continue;
        if (!known(all, from, &found, &more)) {
            zw_relative *slot = zw_array_add(arena, all);
            if (!slot)
                return zw_err_nomem(err);
            *slot = found;
            more = true;
        }
        *grew |= more;
    }
    return ZW_OK;
}

/* Steps in one direction until nothing is added; levels only grow, so it ends. */
static zw_status walk(const zw_reforms *r, zw_str body, unsigned levels, bool back, zw_arena *arena,
                      zw_relatives *all, zw_err *err)
{
    size_t from = all->n;
    bool grew = false;
    zw_status s = step(r, body, levels, back, from, arena, all, &grew, err);
    while (s == ZW_OK && grew) {
        grew = false;
        for (size_t i = from; s == ZW_OK && i < all->n; i++) {
            zw_relative here = all->at[i];
            s = step(r, zw_str_of(here.body), here.levels, back, from, arena, all, &grew, err);
        }
    }
    return s;
}

zw_status zw_reforms_relatives(const zw_reforms *r, zw_str body, unsigned levels, zw_arena *arena,
                               zw_relatives *relatives, zw_err *err)
{
    *relatives = (zw_relatives){ 0 };
    zw_status s = walk(r, body, levels, true, arena, relatives, err);
    return s == ZW_OK ? walk(r, body, levels, false, arena, relatives, err) : s;
}

unsigned zw_reform_levels(zw_str prefix)
{
    static const struct end {
        const char *end;
        unsigned levels;
    } ends[] = {
        { "国家", ZW_LEVEL_NATION },
        { "国务院", ZW_LEVEL_NATION },
        { "中国", ZW_LEVEL_NATION },
        { "省", ZW_LEVEL_PROVINCE },
        { "自治区", ZW_LEVEL_PROVINCE },
        { "兵团", ZW_LEVEL_PROVINCE },
        { "北京市", ZW_LEVEL_PROVINCE | ZW_LEVEL_LOCAL },
        { "天津市", ZW_LEVEL_PROVINCE | ZW_LEVEL_LOCAL },
        { "上海市", ZW_LEVEL_PROVINCE | ZW_LEVEL_LOCAL },
        { "重庆市", ZW_LEVEL_PROVINCE | ZW_LEVEL_LOCAL },
        { "市", ZW_LEVEL_LOCAL },
        { "县", ZW_LEVEL_LOCAL },
        { "区", ZW_LEVEL_LOCAL },
        { "州", ZW_LEVEL_LOCAL },
        { "盟", ZW_LEVEL_LOCAL },
        { "旗", ZW_LEVEL_LOCAL },
    };
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        if (zw_str_ends(prefix, zw_str_of(ends[i].end)))
            return ends[i].levels;
    }
    return ZW_LEVEL_ALL;
}
