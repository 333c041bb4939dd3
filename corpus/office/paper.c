#include "corpus/office/paper.h"

#include <stdlib.h>

#include "base/utf8.h"

enum {
    TABLES_MAX = 8,  /* tables inside tables; deeper ones are cells of the last */
    COLUMNS_MAX = 64 /* a cell may claim to span */
};

typedef struct {
    char kind;
    int level;
    zw_str text;
} line;

typedef struct {
    size_t from, to; /* of lines */
    unsigned columns;
} cell;

typedef struct {
    size_t row_from, cell_from; /* of lines */
    ZW_ARRAY(cell) cells;
    bool begun; /* a row of it is written */
} table;

struct zw_paper {
    zw_buf *out;
    zw_arena *arena; /* of the table at hand */
    ZW_ARRAY(line) lines;
    table tables[TABLES_MAX];
    size_t depth; /* of tables, those beyond TABLES_MAX counted too */
    bool as_rows;
    unsigned row; /* the number of the row at hand */
    bool failed;
};

zw_status zw_paper_new(zw_buf *out, zw_paper **paper, zw_err *err)
{
    *paper = calloc(1, sizeof **paper);
    if (!*paper)
        return zw_err_nomem(err);
    (*paper)->out = out;
    (*paper)->arena = zw_arena_new();
    if ((*paper)->arena)
        return ZW_OK;
    zw_paper_free(*paper);
    *paper = NULL;
    return zw_err_nomem(err);
}

void zw_paper_free(zw_paper *paper)
{
    if (paper)
        zw_arena_free(paper->arena);
    free(paper);
}

void zw_paper_as_rows(zw_paper *paper)
{
    paper->as_rows = true;
}

static void put(zw_paper *paper, const line *l)
{
    if (paper->as_rows)
        return; /* what stands between the rows of sheets */
    zw_buf_char(paper->out, l->kind);
    if (l->kind == 'H')
        zw_buf_char(paper->out, (char)('0' + (l->level < 1 ? 1 : l->level > 9 ? 9 : l->level)));
    zw_buf_str(paper->out, l->text);
    zw_buf_char(paper->out, '\n');
}

static void add(zw_paper *paper, line l)
{
    if (paper->depth == 0) {
        put(paper, &l);
        return;
    }
    line *new = zw_array_add(paper->arena, &paper->lines);
    l.text.at = zw_arena_str(paper->arena, l.text);
    if (new &&l.text.at)
        *new = l;
    else
        paper->failed = true;
}

void zw_paper_line(zw_paper *paper, char kind, int level, zw_str text)
{
    size_t start = 0;
    text.at = text.at ? text.at : "";
    for (size_t at = 0; at <= text.n; at++) {
        if (at < text.n && text.at[at] != '\n' && text.at[at] != '\r' && text.at[at] != '\f')
            continue;
        add(paper, (line){ kind, level, { text.at + start, at - start } });
        start = at + 1;
    }
}

static table *top(zw_paper *paper)
{
    size_t depth = paper->depth < TABLES_MAX ? paper->depth : TABLES_MAX;
    return depth ? &paper->tables[depth - 1] : NULL;
}

void zw_paper_table(zw_paper *paper)
{
    if (++paper->depth <= TABLES_MAX)
        *top(paper) = (table){ .row_from = paper->lines.n, .cell_from = paper->lines.n };
}

void zw_paper_cell_end(zw_paper *paper, unsigned columns)
{
    table *t = top(paper);
    if (!t || paper->depth > TABLES_MAX)
        return;
    cell *c = zw_array_add(paper->arena, &t->cells);
    if (!c) {
        paper->failed = true;
        return;
    }
    bool bounded = columns > COLUMNS_MAX && !paper->as_rows;
    *c = (cell){ t->cell_from, paper->lines.n, bounded ? COLUMNS_MAX : columns };
    t->cell_from = paper->lines.n;
}

void zw_paper_cell_again(zw_paper *paper)
{
    table *t = top(paper);
    if (!t || !t->cells.n || paper->depth > TABLES_MAX)
        return;
    cell *c = zw_array_add(paper->arena, &t->cells);
    if (c)
        *c = t->cells.at[t->cells.n - 2];
    paper->failed |= !c;
}

static bool has_words(const zw_paper *paper, const cell *c)
{
    for (size_t i = c->from; i < c->to; i++) {
        if (zw_str_trim(paper->lines.at[i].text).n)
            return true;
    }
    return false;
}

/* Between the lines of a cell: nothing between Chinese, where a narrow column broke 权 | 属, a
 * blank before and after Latin. */
static bool wants_blank(const zw_buf *row, zw_str next)
{
    size_t len;
    return row->n && row->at[row->n - 1] != '\t' &&
           (zw_utf8_at(next, 0, &len) < 0x80 || (unsigned char)row->at[row->n - 1] < 0x80);
}

static void add_cell(const zw_paper *paper, const cell *c, zw_buf *row)
{
    for (size_t i = c->from; i < c->to; i++) {
        zw_str s = zw_str_trim(paper->lines.at[i].text);
        if (s.n && wants_blank(row, s))
            zw_buf_char(row, ' ');
        for (size_t k = 0; k < s.n; k++)
            zw_buf_char(row, s.at[k] == '\t' ? ' ' : s.at[k]);
    }
}

/* The cells on one line, the tabs of what they span between them. */
static void fold_row(zw_paper *paper, table *t)
{
    zw_buf row = ZW_BUF_INIT;
    for (size_t i = 0; i < t->cells.n; i++) {
        for (unsigned k = 0; i > 0 && k < t->cells.at[i - 1].columns; k++)
            zw_buf_char(&row, '\t');
        add_cell(paper, &t->cells.at[i], &row);
    }
    paper->failed |= zw_buf_failed(&row);
    paper->lines.n = t->row_from;
    add(paper, (line){ t->begun ? 'R' : 'B', 0, zw_buf_view(&row) });
    t->begun = true;
    zw_buf_free(&row);
}

static void put_cells(zw_paper *paper, const table *t)
{
    zw_buf_printf(paper->out, "W%u\n", paper->row);
    unsigned column = 0;
    for (size_t i = 0; i < t->cells.n; column += t->cells.at[i++].columns) {
        const cell *c = &t->cells.at[i];
        size_t to = has_words(paper, c) ? c->to : c->from;
        for (size_t k = c->from; k < to; k++) {
            zw_buf_printf(paper->out, "C%u\t", column);
            zw_buf_str(paper->out, paper->lines.at[k].text);
            zw_buf_char(paper->out, '\n');
        }
    }
}

void zw_paper_sheet(zw_paper *paper, const char *name)
{
    if (!paper->as_rows)
        return;
    zw_buf_char(paper->out, 'S');
    for (; *name; name++)
        zw_buf_char(paper->out, *name == '\n' ? ' ' : *name);
    zw_buf_char(paper->out, '\n');
    paper->row = 1;
}

void zw_paper_row_at(zw_paper *paper, unsigned number)
{
    paper->row = number;
}

void zw_paper_rows_alike(zw_paper *paper, unsigned n)
{
    paper->row += n > 1 ? n - 1 : 0;
}

void zw_paper_row_end(zw_paper *paper)
{
    table *t = top(paper);
    if (!t || paper->depth > TABLES_MAX)
        return;
    size_t full = 0;
    for (size_t i = 0; i < t->cells.n; i++)
        full += has_words(paper, &t->cells.at[i]);
    while (full > 1 && !has_words(paper, &t->cells.at[t->cells.n - 1]))
        t->cells.n--; /* a sheet's rows may end with thousands */
    if (paper->as_rows && paper->depth == 1) {
        if (full)
            put_cells(paper, t);
        paper->row++;
    } else if (full > 1) {
        fold_row(paper, t);
    }
    t->cells.n = 0;
    t->row_from = t->cell_from = paper->lines.n;
    if (paper->depth > 1)
        return;
    for (size_t i = 0; i < paper->lines.n; i++)
        put(paper, &paper->lines.at[i]);
    /* What is written needs no memory any more: a sheet may have a million rows. */
    bool begun = t->begun;
    memset(&paper->lines, 0, sizeof paper->lines);
    memset(paper->tables, 0, sizeof paper->tables);
    t->begun = begun;
    zw_arena_reset(paper->arena);
}

void zw_paper_table_end(zw_paper *paper)
{
    if (paper->depth == 0)
        return;
    table *t = top(paper);
    if (paper->depth <= TABLES_MAX && (t->cells.n || t->cell_from < paper->lines.n)) {
        zw_paper_cell_end(paper, 1);
        zw_paper_row_end(paper);
    }
    if (--paper->depth > 0)
        return;
    /* The arrays lie in the arena: they go with it. */
    memset(&paper->lines, 0, sizeof paper->lines);
    memset(paper->tables, 0, sizeof paper->tables);
    zw_arena_reset(paper->arena);
}

zw_status zw_paper_end(zw_paper *paper, zw_err *err)
{
    while (paper->depth)
        zw_paper_table_end(paper);
    return paper->failed || zw_buf_failed(paper->out) ? zw_err_nomem(err) : ZW_OK;
}
