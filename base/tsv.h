/* tsv.h - the word lists and tables that ship beside the code.
 *
 * A table is UTF-8 text: one row a line, fields parted by one tab, lines that start with '#' and
 * empty lines are comments. The first row that is no comment names the columns. Every row has
 * exactly that many fields; a field may be empty. Errors read agencies.tsv:41: 2 fields wanted,
 * 3 found. Tables are embedded in the program (cmake: zw_embed) and parsed from memory. */
#ifndef ZW_BASE_TSV_H
#define ZW_BASE_TSV_H

#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"

/* The bytes of an embedded table, declared as extern const char name[], name_end[]. */
#define ZW_EMBEDDED(name) ((zw_str){ name, (size_t)(name##_end - name) })

typedef struct {
    const char *name; /* for messages: agencies.tsv */
    size_t columns, rows;
    const zw_str *header; /* columns of them */
    const zw_str *cells;  /* rows * columns, row by row; slices of the text */
    const size_t *lines;  /* the line number of each row, from 1 */
} zw_tsv;

/* Parses text, which must outlive the table. `columns` names the wanted columns in their order,
 * parted by blanks ("word kind source"); another header is ZW_E_FORMAT. */
zw_status zw_tsv_parse(const char *name, zw_str text, const char *columns, zw_arena *arena,
                       zw_tsv *table, zw_err *err);

static inline zw_str zw_tsv_cell(const zw_tsv *table, size_t row, size_t column)
{
    return table->cells[row * table->columns + column];
}

/* Fails with "agencies.tsv:41: " before the message, for a row whose content is wrong. */
zw_status zw_tsv_fail(const zw_tsv *table, size_t row, zw_err *err, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* A whole number in a cell; ZW_E_FORMAT with file and line for anything else. */
zw_status zw_tsv_int(const zw_tsv *table, size_t row, size_t column, long *value, zw_err *err);

#endif
