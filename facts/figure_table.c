/* Tables of indicators: a row is an indicator, a column a year.
 *
 *     | 指标 | 单位 | 2020年 | 2025年目标 |
 *     | 森林覆盖率 | % | 35.1 | 36以上 | */
#include <math.h>

#include "base/numeral_part.h"
#include "base/utf8.h"
#include "facts/figure_read.h"

static bool holds(zw_str cell, const char *word)
{
    return zw_str_find(cell, zw_str_of(word), 0) < cell.n;
}

/* The cells of a row, trimmed; returns how many. Bars stand around a row, tabs only between its
 * cells: a first cell that one above reaches down into is empty and keeps its place. */
static size_t split(zw_str text, zw_range row, zw_range *cells)
{
    bool bars = row.start < row.end && text.at[row.start] == '|';
    size_t n = 0, from = row.start + bars;
    for (size_t at = from; at <= row.end && n < ZW_TABLE_COLUMNS; at++) {
        if (at < row.end && text.at[at] != '|' && text.at[at] != '\t')
            continue;
        zw_str cell = zw_str_trim((zw_str){ text.at + from, at - from });
        if (bars && at == row.end && cell.n == 0)
            break;
        size_t start = cell.n ? (size_t)(cell.at - text.at) : from;
        cells[n++] = (zw_range){ start, start + cell.n };
        from = at + 1;
    }
    return n;
}

/* The year that a column's head names, 0 for none. */
static int year_in(zw_str cell)
{
    size_t len;
    for (size_t at = 0; at < cell.n; at += len) {
        zw_date date;
        zw_utf8_at(cell, at, &len);
        if (zw_date_read(cell, at, &date))
            return date.to.year;
    }
    return 0;
}

static zw_figure_kind kind_of(const zw_figure_scan *s, zw_str cell, int year)
{
    if (holds(cell, "目标") || holds(cell, "规划") || holds(cell, "预期"))
        return ZW_KIND_TARGET;
    if (holds(cell, "现状") || holds(cell, "基期") || holds(cell, "实际") || holds(cell, "完成"))
        return ZW_KIND_BASELINE;
    return s->year && year > s->year ? ZW_KIND_TARGET : ZW_KIND_BASELINE;
}

/* Whether every filled cell is a year with at most a word beside it: the second row of a head whose
 * first says 规划目标 above all of them. */
static bool is_row_of_years(zw_str text, const zw_range *cells, size_t n)
{
    size_t years = 0;
    for (size_t i = 0; i < n; i++) {
        zw_str cell = zw_str_slice(text, cells[i]);
        if (cell.n && (!year_in(cell) || cell.n > 30))
            return false;
        years += cell.n > 0;
    }
    return years > 0;
}

static void take_column(zw_figure_scan *s, size_t i, zw_str cell)
{
    zw_figure_columns *c = &s->columns;
    int year = year_in(cell);
    if (holds(cell, "单位")) {
        c->unit = i;
    } else if (year) {
        c->year[i] = year;
        c->kind[i] = kind_of(s, cell, year);
        c->values++;
    } else if (c->name == SIZE_MAX && !holds(cell, "序号") && !holds(cell, "类别") && cell.n) {
        c->name = i;
    }
}

void zw_figure_table_head(zw_figure_scan *s, zw_range row)
{
    zw_range cells[ZW_TABLE_COLUMNS];
    zw_figure_columns *c = &s->columns;
    *c = (zw_figure_columns){ .name = SIZE_MAX, .unit = SIZE_MAX };
    c->n = split(s->context->doc->text, row, cells);
    for (size_t i = 0; i < c->n; i++)
        take_column(s, i, zw_str_slice(s->context->doc->text, cells[i]));
    c->last_name = c->name;
    while (c->last_name < c->n && c->last_name + 1 < c->n &&
           zw_range_len(cells[c->last_name + 1]) == 0)
        c->last_name++;
}

bool zw_figure_table_second(zw_figure_scan *s, zw_range row)
{
    zw_range cells[ZW_TABLE_COLUMNS];
    zw_str text = s->context->doc->text;
    size_t n = split(text, row, cells);
    if (s->columns.values || !is_row_of_years(text, cells, n))
        return false;
    for (size_t i = 0; i < n; i++)
        take_column(s, i, zw_str_slice(text, cells[i]));
    s->columns.n = n > s->columns.n ? n : s->columns.n;
    return true;
}

/* 万人 is 人 and ten thousand: the unit of a column or of a name's bracket. */
static const char *unit_of(const zw_figure_scan *s, zw_str cell, int *scale)
{
    uint32_t row;
    size_t len, used = 0;
    *scale = 0;
    while (used < cell.n) {
        zw_han_number n = zw_han_number_of(zw_num_code(cell, used, &len));
        zw_str rest = { cell.at + used, cell.n - used };
        if (zw_trie_get(s->lex.rules->units, rest, &row))
            return zw_arena_str(s->context->arena, s->lex.rules->unit[row].shown);
        if (n.kind != ZW_HAN_BIG && n.kind != ZW_HAN_UNIT)
            break;
        *scale += (int)n.value;
        used += len;
    }
    return cell.n ? zw_arena_str(s->context->arena, (zw_str){ cell.at + used, cell.n - used })
                  : NULL;
}

/* 城镇新增就业（万人）: the name, and the unit in its bracket. */
static zw_str name_of(zw_str cell, zw_str *unit)
{
    size_t open = zw_str_find(cell, ZW_STR("（"), 0), width = strlen("（");
    if (open == cell.n) {
        open = zw_str_find(cell, ZW_STR("("), 0);
        width = 1;
    }
    zw_str behind = { cell.at + open, cell.n - open };
    if (open < cell.n && behind.n > 2 * width && unit->n == 0)
        *unit = (zw_str){ behind.at + width, behind.n - 2 * width };
    return zw_str_trim((zw_str){ cell.at, open });
}

static zw_cmp sign_of(uint32_t c)
{
    switch (c) {
    case 0x2265:
    case 0x2267:
        return ZW_CMP_GE;
    case 0x2264:
    case 0x2266:
        return ZW_CMP_LE;
    case '<':
        return ZW_CMP_LT;
    case '>':
        return ZW_CMP_GT;
    default:
        return ZW_CMP_EQ;
    }
}

/* A cell that holds a number and nothing but its sign, unit and bound; false: out of memory. */
static bool read_cell(zw_figure_scan *s, zw_range at, zw_str name, zw_str unit, size_t column)
{
    zw_str inside = { s->context->doc->text.at, at.end };
    size_t len, from = at.start;
    zw_cmp cmp = at.start < at.end ? sign_of(zw_num_code(inside, from, &len)) : ZW_CMP_EQ;
    if (cmp != ZW_CMP_EQ)
        from += len;
    s->lex.passage = at;
    zw_figure_number n = { .digits.start = from };
    size_t used = from < at.end ? zw_numeral_read(inside, from, &n.value) : 0;
    if (!used || n.value.flags & (ZW_NUM_HAN | ZW_NUM_ZERO | ZW_NUM_LONG))
        return true;
    n.digits.end = from + used;
    zw_figure_unit_read(&s->lex, &n);
    uint32_t i;
    size_t bound = zw_trie_longest(s->lex.rules->cues, inside, n.at.end, &i);
    if (bound && s->lex.rules->cue[i].kinds & CUE_AFTER)
        cmp = s->lex.rules->cue[i].after;
    else if (n.at.end < at.end)
        return true; /* 3大类 and other words */
    int scale = 0;
    const char *shown = n.shown ? n.shown : unit_of(s, unit, &scale);
    zw_figure *f = zw_array_add(s->context->arena, &s->facts->figures);
    if (!f)
        return false;
    double by = pow(10, scale), low = n.value.low * by, high = n.value.high * by;
    if (scale) { /* .29亿 is 29000000, without the noise of binary fractions */
        low = round(low * 1e3) / 1e3;
        high = round(high * 1e3) / 1e3;
    }
    *f = (zw_figure){ .low = low, .high = high, .cmp = cmp };
    f->unit = shown ? shown : "";
    f->kind = s->columns.kind[column];
    f->year = s->columns.year[column];
    f->indicator = zw_arena_str(s->context->arena, name);
    f->place = zw_fact_place_of(s->context, n.at, "table-cell");
    return f->indicator != NULL;
}

bool zw_figure_table_row(zw_figure_scan *s, zw_range row)
{
    zw_range cells[ZW_TABLE_COLUMNS];
    const zw_figure_columns *c = &s->columns;
    zw_str text = s->context->doc->text;
    size_t n = split(text, row, cells);
    if (c->name >= n)
        return true;
    zw_str unit = c->unit < n ? zw_str_slice(text, cells[c->unit]) : (zw_str){ 0 };
    /* 指标 over two columns: the group, which reaches down, and the name. */
    size_t named = c->last_name < n ? c->last_name : n - 1;
    while (named > c->name && zw_range_len(cells[named]) == 0)
        named--;
    zw_str name = name_of(zw_str_slice(text, cells[named]), &unit);
    bool ok = true;
    for (size_t i = 0; ok && name.n && i < n; i++) {
        if (c->year[i])
            ok = read_cell(s, cells[i], name, unit, i);
    }
    return ok;
}
