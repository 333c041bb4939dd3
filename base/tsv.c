#include "base/tsv.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"

static zw_str next_line(zw_str text, size_t *at)
{
    size_t end = zw_str_find(text, ZW_STR("\n"), *at);
    zw_str line = zw_str_slice(text, (zw_range){ *at, end });
    *at = end + 1;
    if (zw_str_ends(line, ZW_STR("\r")))
        line.n--;
    return line;
}

static bool is_comment(zw_str line)
{
    return line.n == 0 || line.at[0] == '#';
}

static size_t count_fields(zw_str line)
{
    size_t n = 1;
    for (size_t i = 0; i < line.n; i++)
        n += line.at[i] == '\t';
    return n;
}

static void split_fields(zw_str line, zw_str *cells)
{
    size_t at = 0;
    for (size_t i = 0; at <= line.n; i++) {
        size_t end = zw_str_find(line, ZW_STR("\t"), at);
        cells[i] = zw_str_slice(line, (zw_range){ at, end });
        at = end + 1;
    }
}

static size_t count_words(const char *words)
{
    size_t n = *words != '\0';
    for (; *words; words++)
        n += *words == ' ';
    return n;
}

static bool header_is(zw_str line, const char *columns)
{
    if (line.n != strlen(columns))
        return false;
    for (size_t i = 0; i < line.n; i++) {
        if (line.at[i] != columns[i] && !(line.at[i] == '\t' && columns[i] == ' '))
            return false;
    }
    return true;
}

static size_t count_lines(zw_str text)
{
    size_t n = 1;
    for (size_t i = 0; i < text.n; i++)
        n += text.at[i] == '\n';
    return n;
}

static zw_status take_row(zw_tsv *t, zw_str line, size_t number, zw_str *cells, size_t *lines,
                          zw_err *err)
{
    if (zw_utf8_bad(line) < line.n)
        return zw_err_set(err, ZW_E_FORMAT, "%s:%zu: not UTF-8", t->name, number);
    size_t found = count_fields(line);
    if (found != t->columns)
        return zw_err_set(err, ZW_E_FORMAT, "%s:%zu: %zu fields wanted, %zu found", t->name, number,
                          t->columns, found);
    split_fields(line, cells + t->rows * t->columns);
    lines[t->rows++] = number;
    return ZW_OK;
}

zw_status zw_tsv_parse(const char *name, zw_str text, const char *columns, zw_arena *arena,
                       zw_tsv *table, zw_err *err)
{
    size_t room = count_lines(text), at = 0, number = 0;
    *table = (zw_tsv){ .name = name, .columns = count_words(columns) };
    zw_str *header = zw_arena_array(arena, table->columns, sizeof *header);
    zw_str *cells = zw_arena_array(arena, room * table->columns, sizeof *cells);
    size_t *lines = zw_arena_array(arena, room, sizeof *lines);
    if (!header || !cells || !lines)
        return zw_err_nomem(err);
    bool named = false;
    while (at < text.n) {
        zw_str line = next_line(text, &at);
        number++;
        if (is_comment(line))
            continue;
        if (named) {
            zw_status s = take_row(table, line, number, cells, lines, err);
            if (s != ZW_OK)
                return s;
        } else if (header_is(line, columns)) {
            split_fields(line, header);
            named = true;
        } else {
            return zw_err_set(err, ZW_E_FORMAT, "%s:%zu: the columns must be '%s'", name, number,
                              columns);
        }
    }
    if (!named)
        return zw_err_set(err, ZW_E_FORMAT, "%s: no row names the columns", name);
    table->header = header;
    table->cells = cells;
    table->lines = lines;
    return ZW_OK;
}

zw_status zw_tsv_fail(const zw_tsv *table, size_t row, zw_err *err, const char *format, ...)
{
    char why[400];
    va_list args;
    va_start(args, format);
    vsnprintf(why, sizeof why, format, args);
    va_end(args);
    return zw_err_set(err, ZW_E_FORMAT, "%s:%zu: %s", table->name, table->lines[row], why);
}

zw_status zw_tsv_int(const zw_tsv *table, size_t row, size_t column, long *value, zw_err *err)
{
    zw_str cell = zw_tsv_cell(table, row, column);
    char text[24], *end = text;
    if (cell.n > 0 && cell.n < sizeof text) {
        memcpy(text, cell.at, cell.n);
        text[cell.n] = '\0';
        *value = strtol(text, &end, 10);
        if (*end == '\0')
            return ZW_OK;
    }
    return zw_tsv_fail(table, row, err, "'%.*s' in column %.*s: a whole number wanted", (int)cell.n,
                       cell.at, (int)table->header[column].n, table->header[column].at);
}
