#include "query/study/figures/figure_set.h"

#include <math.h>

static zw_bound bound_of(zw_cmp cmp)
{
    switch (cmp) {
    case ZW_CMP_GE:
    case ZW_CMP_GT:
        return ZW_BOUND_LEAST;
    case ZW_CMP_LE:
    case ZW_CMP_LT:
        return ZW_BOUND_MOST;
    default:
        return ZW_BOUND_VALUE;
    }
}

zw_status zw_figure_set_make(zw_place_keys *keys, const zw_figure_rows *rows, zw_arena *arena,
                             zw_figure_set *set, zw_err *err)
{
    zw_status s = ZW_OK;
    *set = (zw_figure_set){ .at = zw_arena_array(arena, rows->n + 1, sizeof *set->at) };
    if (!set->at)
        return zw_err_nomem(err);
    for (; s == ZW_OK && set->n < rows->n; set->n++) {
        const zw_figure_row *row = &rows->at[set->n];
        zw_figure_at *at = &set->at[set->n];
        *at = (zw_figure_at){ .row = row, .bound = bound_of(row->cmp) };
        at->family = zw_unit_base(zw_str_of(row->unit), &at->factor);
        s = zw_place_key_of(keys, &row->path, row->named, &at->place, err);
        if (s == ZW_OK)
            s = zw_place_key_of(keys, &row->path, NULL, &at->governed, err);
    }
    return s;
}

double zw_figure_low(const zw_figure_at *figure)
{
    return figure->row->low * figure->factor;
}

double zw_figure_high(const zw_figure_at *figure)
{
    return figure->row->high * figure->factor;
}

/* Converting units must not part what is equal. */
static bool same(double a, double b)
{
    return fabs(a - b) <= 1e-9 * (fabs(a) + fabs(b));
}

bool zw_figure_same_value(const zw_figure_at *a, const zw_figure_at *b)
{
    return same(zw_figure_low(a), zw_figure_low(b)) && same(zw_figure_high(a), zw_figure_high(b));
}

int zw_figure_place_order(const zw_figure_at *a, const zw_figure_at *b)
{
    if (!a->place || !b->place)
        return !a->place - !b->place;
    return zw_place_key_order(a->place, b->place);
}

int zw_figure_text_order(const char *a, const char *b)
{
    return !a || !b ? !a - !b : strcmp(a, b);
}

int zw_figure_source_order(const zw_figure_at *a, const zw_figure_at *b)
{
    const zw_figure_row *x = a->row, *y = b->row;
    int order = zw_figure_text_order(x->date, y->date);
    if (order == 0)
        order = strcmp(x->document, y->document);
    if (order == 0)
        order = (x->value.byte.start > y->value.byte.start) -
                (x->value.byte.start < y->value.byte.start);
    return order;
}

void zw_figure_print(const zw_figure_row *row, zw_buf *to)
{
    if (row->change)
        zw_buf_char(to, row->change);
    if (row->cmp != ZW_CMP_EQ)
        zw_buf_text(to, zw_cmp_name(row->cmp));
    zw_buf_printf(to, "%.15g", row->low);
    if (row->high != row->low)
        zw_buf_printf(to, "–%.15g", row->high);
}

const char *zw_bound_name(zw_bound bound)
{
    static const char *const names[] = {
        [ZW_BOUND_VALUE] = "value", [ZW_BOUND_LEAST] = "at least", [ZW_BOUND_MOST] = "at most"
    };
    return names[bound];
}
