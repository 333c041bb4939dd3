/* csv.h - tables as spreadsheets write them (RFC 4180), record by record.
 *
 * Cells are parted by commas - or by semicolons or tabs, whichever the first record has most of.
 * A cell in quotes may hold separators and line ends, and a quote in it is written twice; a quote
 * inside a cell that does not begin with one is text. Records end with LF, CRLF or CR; a line with
 * nothing in it is no record. */
#ifndef ZW_BASE_CSV_H
#define ZW_BASE_CSV_H

#include "base/array.h"
#include "base/error.h"
#include "base/str.h"

#define ZW_CSV_CELLS_MAX 16384 /* of a record, as many as a sheet of Excel has columns */

typedef struct {
    zw_str text; /* UTF-8 without byte order mark */
    size_t at, line;
    char separator;
} zw_csv;

typedef struct {
    zw_str text;     /* without its quotes; a slice of the table where nothing had to change */
    size_t line;     /* on which it begins, from 1 */
    zw_range source; /* its bytes in the table, quotes and all */
} zw_csv_cell;

typedef struct {
    ZW_ARRAY(zw_csv_cell) cells;
    size_t line; /* on which it begins */
} zw_csv_row;

zw_csv zw_csv_begin(zw_str text);

/* The next record into *row, whose array is used again; *more is false behind the last. Cells live
 * in the text or the arena. ZW_E_FORMAT: "line 12: the quote that opens here is never closed",
 * or a record of too many cells. */
zw_status zw_csv_next(zw_csv *csv, zw_arena *arena, zw_csv_row *row, bool *more, zw_err *err);

#endif
