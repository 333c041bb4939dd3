/* Text: a table for people, its columns as wide as their widest cell, the last one free.
 *
 * Widths are those of a terminal, where a Han character takes two places. What is wider than WIDEST
 * is cut with …; the other formats have the whole. */
#include <stdlib.h>

#include "base/utf8.h"
#include "base/width.h"
#include "query/sheet/form.h"

#define WIDEST 40 /* places of a cell, but of the last column */

typedef struct {
    zw_arena *arena;
    ZW_ARRAY(zw_str) cells; /* row by row, the heads first */
    size_t *widths;
} lines;

/* Control characters of a source could drive the terminal, and a line end would break the table. */
static zw_str flat(zw_arena *arena, zw_str text)
{
    char *copy = zw_arena_str(arena, text);
    zw_str out = { copy, 0 };
    for (size_t i = 0, len; copy && i < text.n; i += len) {
        uint32_t c = zw_utf8_at(text, i, &len);
        if (c < ' ' || c == 0x7F || (c >= 0x80 && c < 0xA0))
            copy[out.n++] = ' ';
        else
            for (size_t k = 0; k < len; k++)
                copy[out.n++] = text.at[i + k];
    }
    return out;
}

static zw_str cut(zw_arena *arena, zw_str text)
{
    size_t width = 0, at = 0;
    for (size_t len; at < text.n; at += len) {
        width += zw_width_of_char(zw_utf8_at(text, at, &len));
        if (width > WIDEST - 1)
            break;
    }
    if (at == text.n || zw_width_of(text) <= WIDEST)
        return text;
    char *short_form = zw_arena_printf(arena, "%.*s…", (int)at, text.at);
    return zw_str_of(short_form);
}

static zw_status keep(zw_sheet *sheet, zw_str text, size_t column, zw_err *err)
{
    lines *l = sheet->state;
    zw_str *cell = zw_array_add(l->arena, &l->cells);
    if (!cell)
        return zw_err_nomem(err);
    *cell = flat(l->arena, text);
    if (column + 1 < sheet->form->n)
        *cell = cut(l->arena, *cell);
    if (text.n && !cell->at)
        return zw_err_nomem(err);
    size_t width = zw_width_of(*cell);
    if (width > l->widths[column])
        l->widths[column] = width;
    return ZW_OK;
}

static zw_status begin(zw_sheet *sheet, zw_err *err)
{
    lines *l = sheet->state = calloc(1, sizeof *l);
    if (!l || !(l->arena = zw_arena_new()))
        return zw_err_nomem(err);
    l->widths = zw_arena_array(l->arena, sheet->form->n, sizeof *l->widths);
    zw_status s = l->widths ? ZW_OK : zw_err_nomem(err);
    for (size_t i = 0; i < sheet->form->n && s == ZW_OK; i++)
        s = keep(sheet, zw_str_of(zw_sheet_head(sheet, i)), i, err);
    return s;
}

static zw_status row(zw_sheet *sheet, const zw_cell *cells, zw_err *err)
{
    zw_status s = ZW_OK;
    zw_buf text = ZW_BUF_INIT;
    for (size_t i = 0; i < sheet->form->n && s == ZW_OK; i++) {
        zw_buf_clear(&text);
        zw_cell_print(&cells[i], &text);
        s = zw_buf_failed(&text) ? zw_err_nomem(err) : keep(sheet, zw_buf_view(&text), i, err);
    }
    zw_buf_free(&text);
    return s;
}

/* Numbers stand at the right of their column. */
static void put(const zw_sheet *sheet, zw_str cell, size_t column, bool head)
{
    const lines *l = sheet->state;
    zw_buf *out = sheet->options->out;
    zw_column_kind kind = sheet->form->columns[column].kind;
    bool right = kind == ZW_COLUMN_NUMBER || kind == ZW_COLUMN_COUNT;
    bool last = column + 1 == sheet->form->n;
    size_t pad = l->widths[column] - zw_width_of(cell);
    zw_buf_text(out, column ? "  " : "");
    for (size_t i = 0; right && i < pad; i++)
        zw_buf_char(out, ' ');
    zw_buf_text(out, head && sheet->options->color ? "\033[1m" : "");
    zw_buf_str(out, cell);
    zw_buf_text(out, head && sheet->options->color ? "\033[0m" : "");
    for (size_t i = 0; !right && !last && i < pad; i++)
        zw_buf_char(out, ' ');
}

static zw_status end(zw_sheet *sheet, zw_err *err)
{
    (void)err;
    const lines *l = sheet->state;
    size_t n = sheet->form->n;
    for (size_t i = 0; sheet->rows && i < l->cells.n; i++) {
        put(sheet, l->cells.at[i], i % n, i < n);
        if (i % n == n - 1)
            zw_buf_char(sheet->options->out, '\n');
    }
    return ZW_OK;
}

static void release(zw_sheet *sheet)
{
    lines *l = sheet->state;
    if (l)
        zw_arena_free(l->arena);
    free(l);
}

const zw_sheet_writer zw_sheet_as_text = { begin, NULL, row, end, release, false };
