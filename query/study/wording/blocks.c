#include "query/study/wording/blocks.h"

#include <stdlib.h>

bool zw_comparison_shares(const zw_comparison *c, size_t template)
{
    const zw_template *t = zw_templates_at(c->templates, template);
    return c->parent.n || t->exact + t->adapted > 1;
}

/* Template b stands right behind template a in the passages of `n` clauses. */
typedef struct {
    size_t a, b, n;
} sequence;

static int by_templates(const void *a, const void *b)
{
    const sequence *x = a, *y = b;
    if (x->a != y->a)
        return x->a < y->a ? -1 : 1;
    return (x->b > y->b) - (x->b < y->b);
}

static bool follows(const zw_wording_row *row, const zw_wording_row *next)
{
    return row->clause && next->clause && row->template != ZW_NO_LEADER &&
           next->template != ZW_NO_LEADER && row->template != next->template &&
           row->clause->passage == next->clause->passage &&
           next->clause->sentence == row->clause->sentence + 1;
}

static size_t count_sequences(const zw_comparison *c, sequence *all)
{
    size_t n = 0, kept = 0;
    for (size_t i = 0; i + 1 < c->rows.n; i++) {
        if (follows(&c->rows.at[i], &c->rows.at[i + 1]))
            all[n++] = (sequence){ c->rows.at[i].template, c->rows.at[i + 1].template, 1 };
    }
    if (n)
        qsort(all, n, sizeof *all, by_templates);
    for (size_t i = 0; i < n; i++) {
        if (kept && by_templates(&all[kept - 1], &all[i]) == 0)
            all[kept - 1].n++;
        else
            all[kept++] = all[i];
    }
    return kept;
}

static size_t reach(const zw_comparison *c, size_t template)
{
    const zw_template *t = zw_templates_at(c->templates, template);
    return t->exact + t->adapted;
}

static bool link(zw_comparison *c, size_t *next, bool *led, zw_err *err)
{
    sequence *all = zw_arena_array(c->arena, c->rows.n + 1, sizeof *all);
    if (!all)
        return zw_err_nomem(err) == ZW_OK;
    size_t n = count_sequences(c, all);
    for (size_t i = 0; i < zw_templates_count(c->templates); i++)
        next[i] = ZW_NO_LEADER;
    for (size_t i = 0; i < n; i++) {
        size_t x = reach(c, all[i].a), y = reach(c, all[i].b);
        if (all[i].n * 2 <= (x > y ? x : y) || next[all[i].a] != ZW_NO_LEADER || led[all[i].b])
            continue;
        next[all[i].a] = all[i].b;
        led[all[i].b] = true;
    }
    return true;
}

static int by_holders(const void *a, const void *b)
{
    const zw_template_block *x = a, *y = b;
    size_t n = x->exact + x->adapted, m = y->exact + y->adapted;
    if (n != m)
        return n > m ? -1 : 1;
    return (x->leader > y->leader) - (x->leader < y->leader);
}

/* A holder of a block has a row for each of its sentences. */
typedef struct {
    size_t block, holder, exact;
} part;

static int by_block(const void *a, const void *b)
{
    const part *x = a, *y = b;
    if (x->block != y->block)
        return x->block < y->block ? -1 : 1;
    return (x->holder > y->holder) - (x->holder < y->holder);
}

static zw_status count_holders(zw_comparison *c, const size_t *block_of, zw_err *err)
{
    part *parts = zw_arena_array(c->arena, c->rows.n + 1, sizeof *parts);
    size_t n = 0;
    if (!parts)
        return zw_err_nomem(err);
    for (size_t i = 0; i < c->rows.n; i++) {
        const zw_wording_row *row = &c->rows.at[i];
        if (row->template != ZW_NO_LEADER && row->clause)
            parts[n++] = (part){ block_of[row->template] - 1, row->holder,
                                 row->wording == ZW_WORDING_SHARED };
    }
    if (n)
        qsort(parts, n, sizeof *parts, by_block);
    for (size_t i = 0, next; i < n; i = next) {
        size_t exact = 0;
        for (next = i; next < n && by_block(&parts[i], &parts[next]) == 0; next++)
            exact += parts[next].exact;
        zw_template_block *block = &c->blocks.at[parts[i].block];
        *(exact >= block->n ? &block->exact : &block->adapted) += 1;
    }
    return ZW_OK;
}

/* Adds a template and what it goes on in, up to one that stands already. */
static zw_status add_block(zw_comparison *c, size_t template, const size_t *next, size_t *block_of,
                           size_t *n, zw_err *err)
{
    zw_template_block *block = zw_array_add(c->arena, &c->blocks);
    if (!block)
        return zw_err_nomem(err);
    *block = (zw_template_block){ .first = *n,
                                  .leader = zw_templates_at(c->templates, template)->leader };
    while (template != ZW_NO_LEADER && block_of[template] == 0) {
        c->order[(*n)++] = template;
        block_of[template] = c->blocks.n;
        block->n++;
        template = next[template];
    }
    return ZW_OK;
}

/* First those that go on in nobody, then what is left: circles. */
static zw_status cut_blocks(zw_comparison *c, size_t *block_of, zw_err *err)
{
    size_t templates = zw_templates_count(c->templates), n = 0;
    size_t *next = zw_arena_array(c->arena, templates + 1, sizeof *next);
    bool *led = zw_arena_array(c->arena, templates + 1, sizeof *led);
    if (!next || !led || !link(c, next, led, err))
        return zw_err_nomem(err);
    zw_status s = ZW_OK;
    for (int circles = 0; s == ZW_OK && circles < 2; circles++) {
        for (size_t i = 0; s == ZW_OK && i < templates; i++) {
            if (zw_comparison_shares(c, i) && block_of[i] == 0 && (circles || !led[i]))
                s = add_block(c, i, next, block_of, &n, err);
        }
    }
    return s;
}

/* The templates of omitted clauses, in the order of their places. */
typedef struct {
    zw_template_place at;
    size_t template;
} missing;

static int by_template_place(const void *a, const void *b)
{
    zw_template_place x = ((const missing *)a)->at, y = ((const missing *)b)->at;
    if (x.number != y.number)
        return x.number < y.number ? -1 : 1;
    return (x.sentence > y.sentence) - (x.sentence < y.sentence);
}

static zw_status sort_omitted(zw_comparison *c, zw_err *err)
{
    missing *all = zw_arena_array(c->arena, c->rows.n + 1, sizeof *all);
    if (!all)
        return zw_err_nomem(err);
    for (size_t i = 0; i < c->rows.n;) {
        size_t n = 0;
        const zw_wording_row *row = &c->rows.at[i];
        for (; i + n < c->rows.n && row[n].wording == ZW_WORDING_OMITTED &&
               row[n].holder == row->holder;
             n++)
            all[n] = (missing){ c->places[row[n].template], row[n].template };
        qsort(all, n, sizeof *all, by_template_place);
        for (size_t k = 0; k < n; k++)
            c->rows.at[i + k].template = all[k].template;
        i += n ? n : 1;
    }
    return ZW_OK;
}

zw_status zw_comparison_blocks(zw_comparison *c, zw_err *err)
{
    size_t templates = zw_templates_count(c->templates);
    size_t *block_of = zw_arena_array(c->arena, templates + 1, sizeof *block_of);
    c->order = zw_arena_array(c->arena, templates + 1, sizeof *c->order);
    c->places = zw_arena_array(c->arena, templates + 1, sizeof *c->places);
    if (!block_of || !c->order || !c->places)
        return zw_err_nomem(err);
    zw_status s = cut_blocks(c, block_of, err);
    if (s == ZW_OK)
        s = count_holders(c, block_of, err);
    if (s == ZW_OK && c->blocks.n && !c->parent.n) /* a parent's keep their order */
        qsort(c->blocks.at, c->blocks.n, sizeof *c->blocks.at, by_holders);
    for (size_t b = 0; s == ZW_OK && b < c->blocks.n; b++) {
        for (size_t i = 0; i < c->blocks.at[b].n; i++)
            c->places[c->order[c->blocks.at[b].first + i]] = (zw_template_place){ b + 1, i + 1 };
    }
    return s == ZW_OK && !c->whole ? sort_omitted(c, err) : s;
}
