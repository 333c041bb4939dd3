#include "query/study/figures/pivot.h"

#include <stdlib.h>

#include "query/study/figures/conflicts.h"

#define CELL_VALUES 20 /* that a cell shows; what has more is no table to read */

typedef struct {
    const zw_figure_at *figure;
    const zw_figure_by *down, *across;
    size_t column;
} keyed;

typedef struct {
    zw_arena *arena;
    zw_pivot *pivot;
    keyed *all;
    size_t n;
    zw_err *err;
} maker;

static int by_column(const void *a, const void *b)
{
    const keyed *x = a, *y = b;
    return zw_figure_by_order(x->across, x->figure, y->figure);
}

static int row_order(const keyed *x, const keyed *y)
{
    int order = zw_figure_by_order(x->down, x->figure, y->figure);
    if (order == 0)
        order = zw_figure_text_order(x->figure->row->name, y->figure->row->name);
    if (order == 0)
        order = zw_str_order(x->figure->family, y->figure->family);
    return order ? order : (int)x->figure->row->change - (int)y->figure->row->change;
}

/* By row, then column, then as conflicts are grouped: a place's targets stand together. */
static int by_cell(const void *a, const void *b)
{
    const keyed *x = a, *y = b;
    int order = row_order(x, y);
    if (order == 0)
        order = (x->column > y->column) - (x->column < y->column);
    if (order == 0)
        order = zw_conflict_group_order(x->figure, y->figure);
    return order ? order : zw_figure_source_order(x->figure, y->figure);
}

static zw_status make_columns(maker *m)
{
    zw_status s = ZW_OK;
    zw_pivot *p = m->pivot;
    p->columns = zw_arena_array(m->arena, m->n + 1, sizeof *p->columns);
    if (!p->columns)
        return zw_err_nomem(m->err);
    if (m->n)
        qsort(m->all, m->n, sizeof *m->all, by_column);
    for (size_t i = 0; s == ZW_OK && i < m->n; i++) {
        keyed *k = &m->all[i];
        if (i == 0 || by_column(k - 1, k) != 0)
            s = zw_figure_by_text(k->across, k->figure, m->arena, &p->columns[p->n_columns++],
                                  m->err);
        k->column = p->n_columns - 1;
    }
    return s;
}

/* --- a cell ----------------------------------------------------------------------------------- */

typedef struct {
    const keyed *at;
    size_t n;
} cell_figures;

static bool is_shown(const zw_figure_at *const *shown, size_t n, const zw_figure_at *f)
{
    for (size_t i = 0; i < n; i++) {
        if (zw_figure_same_value(f, shown[i]) && f->row->cmp == shown[i]->row->cmp &&
            f->row->kind == shown[i]->row->kind)
            return true;
    }
    return false;
}

/* Two figures that conflicts.h would tell: of one place, year and kind, with other values. */
static bool contradicts(const zw_figure_at *a, const zw_figure_at *b)
{
    return a->place && a->row->year && zw_conflict_group_order(a, b) == 0 &&
           !zw_figure_same_value(a, b);
}

static bool has_conflict(const cell_figures *c)
{
    for (size_t i = 1; i < c->n; i++) { /* those of one group stand together */
        if (contradicts(c->at[i - 1].figure, c->at[i].figure))
            return true;
    }
    return false;
}

static bool has_kinds(const cell_figures *c)
{
    for (size_t i = 1; i < c->n; i++) {
        if (c->at[i].figure->row->kind != c->at[0].figure->row->kind)
            return true;
    }
    return false;
}

/* The values in the unit of the row. */
static zw_figure_row in_unit(const zw_figure_at *f, double factor)
{
    zw_figure_row row = *f->row;
    row.change = 0; /* a column of its own */
    if (f->factor != factor) {
        row.low = zw_figure_low(f) / factor;
        row.high = zw_figure_high(f) / factor;
    }
    return row;
}

static void print_cell(const cell_figures *c, double factor, zw_pivot_cell *cell, zw_buf *text)
{
    const zw_figure_at *shown[CELL_VALUES];
    bool kinds = has_kinds(c);
    size_t n = 0;
    for (size_t i = 0; i < c->n; i++) {
        if (is_shown(shown, n, c->at[i].figure))
            continue;
        if (n == CELL_VALUES) {
            zw_buf_text(text, "; …");
            break;
        }
        zw_figure_row row = in_unit(c->at[i].figure, factor);
        zw_buf_text(text, n ? "; " : "");
        zw_figure_print(&row, text);
        if (kinds)
            zw_buf_printf(text, " (%s)", zw_figure_kind_name(row.kind));
        shown[n++] = c->at[i].figure;
        cell->number = row.low;
        cell->is_number = n == 1 && row.cmp == ZW_CMP_EQ && row.low == row.high;
    }
    zw_buf_text(text, cell->conflict ? " !" : "");
}

static zw_status fill_cell(maker *m, const cell_figures *c, const char *unit, zw_pivot_cell *cell)
{
    zw_buf text = ZW_BUF_INIT;
    double factor;
    zw_unit_base(zw_str_of(unit), &factor);
    *cell = (zw_pivot_cell){ .n = c->n, .conflict = has_conflict(c) };
    print_cell(c, factor, cell, &text);
    m->pivot->conflicts += cell->conflict;
    cell->text = zw_buf_failed(&text) ? NULL : zw_arena_copy(m->arena, text.at, text.n);
    zw_buf_free(&text);
    return cell->text ? ZW_OK : zw_err_nomem(m->err);
}

/* The unit that most figures of the row have. */
static const char *commonest_unit(const keyed *row, size_t n)
{
    const char *units[ZW_UNITS_ALIKE];
    size_t counts[ZW_UNITS_ALIKE] = { 0 }, known = 0, best = 0;
    for (size_t i = 0; i < n; i++) {
        const char *unit = row[i].figure->row->unit;
        size_t k = 0;
        while (k < known && strcmp(units[k], unit) != 0)
            k++;
        if (k == known && known < ZW_UNITS_ALIKE)
            units[known++] = unit;
        if (k < known)
            counts[k]++;
    }
    for (size_t k = 1; k < known; k++)
        best = counts[k] > counts[best] ? k : best;
    return units[best];
}

static zw_status add_row(maker *m, const keyed *at, size_t n)
{
    zw_pivot_row *row = zw_array_add(m->arena, &m->pivot->rows);
    if (!row)
        return zw_err_nomem(m->err);
    row->first = at->figure;
    row->indicator = at->figure->row->name;
    row->change = at->figure->row->change;
    row->unit = commonest_unit(at, n);
    row->cells = zw_arena_array(m->arena, m->pivot->n_columns, sizeof *row->cells);
    zw_status s = row->cells ? zw_figure_by_text(at->down, at->figure, m->arena, &row->key, m->err)
                             : zw_err_nomem(m->err);
    for (size_t i = 0, end; s == ZW_OK && i < n; i = end) {
        for (end = i + 1; end < n && at[end].column == at[i].column;)
            end++;
        s = fill_cell(m, &(cell_figures){ at + i, end - i }, row->unit, &row->cells[at[i].column]);
    }
    return s;
}

zw_status zw_pivot_make(const zw_figure_set *set, const zw_figure_by *down,
                        const zw_figure_by *across, zw_arena *arena, zw_pivot *pivot, zw_err *err)
{
    maker m = { arena, pivot, zw_arena_array(arena, set->n + 1, sizeof(keyed)), set->n, err };
    *pivot = (zw_pivot){ 0 };
    if (!m.all)
        return zw_err_nomem(err);
    for (size_t i = 0; i < m.n; i++)
        m.all[i] = (keyed){ &set->at[i], down, across, 0 };
    zw_status s = make_columns(&m);
    if (s == ZW_OK && m.n)
        qsort(m.all, m.n, sizeof *m.all, by_cell);
    for (size_t i = 0, end; s == ZW_OK && i < m.n; i = end) {
        for (end = i + 1; end < m.n && row_order(&m.all[i], &m.all[end]) == 0;)
            end++;
        s = add_row(&m, &m.all[i], end - i);
    }
    return s;
}
