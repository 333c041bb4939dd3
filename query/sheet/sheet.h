/* sheet.h - an answer that is a table: its columns told once, its rows as they come, any format.
 *
 * A command makes rows; it never knows what they become. Cells carry values, not text: a number
 * stays a number in JSON and in a spreadsheet, an unknown value is null and an empty cell, a list
 * is an array, or its items parted by "; ". Quotations are put out as they are, in every language.
 *
 *     format   a row is                        facts are
 *     text     a line of an aligned table      not shown (the command says them on stderr)
 *     json     an object in `rows`             fields of the object around the rows
 *     ndjson   an object on its own line       not shown
 *     csv tsv  a line, names of columns first  not shown
 *     md       a line of a Markdown table      not shown
 *     graphml  refused: a network is no table
 *     xlsx     a row of a sheet, heads frozen  rows of a second sheet, the receipt
 *
 * A table speaks one language: its heads and its codes (lead, yes) are English or Chinese by
 * words.tsv; JSON and a table without words have the names that programs know.
 *
 * Rows are written as they come; memory does not grow with them (but in text, whose columns are
 * aligned, and which is for people to read). */
#ifndef ZW_QUERY_SHEET_SHEET_H
#define ZW_QUERY_SHEET_SHEET_H

#include "base/array.h"
#include "base/buffer.h"
#include "base/error.h"
#include "query/sheet/words.h"

typedef enum {
    ZW_AS_TEXT,
    ZW_AS_JSON,
    ZW_AS_NDJSON,
    ZW_AS_CSV,
    ZW_AS_TSV,
    ZW_AS_XLSX,
    ZW_AS_MARKDOWN,
    ZW_AS_GRAPHML, /* no table: of networks alone (graph.h) */
    ZW_AS_NOTHING, /* rows are only tallied, for a command that writes its answer itself */
} zw_format;

/* The name by which a user asks for a format: csv. */
const char *zw_format_name(zw_format format);
bool zw_format_find(const char *name, zw_format *format); /* false: no such format */

typedef enum {
    ZW_COLUMN_TEXT,   /* a word or a name: 宁夏回族自治区 */
    ZW_COLUMN_CODE,   /* a word of ours of a closed list: lead, target */
    ZW_COLUMN_QUOTE,  /* the source's own words, of any length */
    ZW_COLUMN_NUMBER, /* 0.35, 170000 */
    ZW_COLUMN_COUNT,  /* a whole number: of things, an offset, a year */
    ZW_COLUMN_FLAG,   /* yes or no */
    ZW_COLUMN_LIST,   /* several texts */
    ZW_COLUMN_ID,     /* of a document or passage */
} zw_column_kind;

typedef struct {
    const char *name; /* key in JSON, head in tables unless words.tsv has one for the language */
    zw_column_kind kind;
} zw_column;

typedef struct {
    const char *name; /* what the rows are, in the plural: lines, edges */
    const zw_column *columns;
    size_t n;
} zw_sheet_form;

/* The value of a cell. Made by the functions below; a zeroed one is null. */
typedef struct {
    enum {
        ZW_CELL_NULL,
        ZW_CELL_TEXT,
        ZW_CELL_NUMBER,
        ZW_CELL_FLAG,
        ZW_CELL_LIST,
        ZW_CELL_FIELDS,
    } kind;
    zw_str text;
    double number; /* of a flag: 0 or 1 */
    const zw_str *list;
    const struct zw_cell_field *fields;
    size_t n; /* of list or fields */
} zw_cell;

typedef struct zw_cell_field {
    const char *name;
    zw_cell value;
} zw_cell_field;

zw_cell zw_cell_text(const char *text); /* NULL: null */
zw_cell zw_cell_str(zw_str text);
zw_cell zw_cell_number(double number);
zw_cell zw_cell_count(size_t count);
zw_cell zw_cell_year(int year); /* 0: null */
zw_cell zw_cell_flag(bool flag);
zw_cell zw_cell_list(const zw_str *list, size_t n);
zw_cell zw_cell_fields(const zw_cell_field *fields, size_t n); /* an object in JSON; for facts */

typedef struct {
    zw_format format;
    const zw_words *words; /* of heads and codes; NULL: their names */
    bool spreadsheet;      /* CSV, TSV: a byte order mark, and no cell a formula */
    bool color;
    struct zw_tally *tally;                         /* gets every row (tally.h); NULL: none */
    zw_buf *out;                                    /* gets the bytes */
    zw_status (*flush)(void *context, zw_err *err); /* empties `out` now and then; NULL: never */
    void *context;
} zw_sheet_options;

typedef struct zw_sheet zw_sheet;

/* Begins a table. form and options must outlive the sheet. The caller frees *sheet with
 * zw_sheet_free, which writes nothing. */
zw_status zw_sheet_new(const zw_sheet_form *form, const zw_sheet_options *options, zw_sheet **sheet,
                       zw_err *err);
void zw_sheet_free(zw_sheet *sheet); /* NULL is fine */

/* Something true of the whole answer: query, total. Told before the first row it stands before the
 * rows, told after the last one behind them. */
zw_status zw_sheet_fact(zw_sheet *sheet, const char *name, zw_cell value, zw_err *err);

/* Something that belongs to a receipt and to no answer (time, version): a fact where the format has
 * a receipt beside the rows. */
zw_status zw_sheet_note(zw_sheet *sheet, const char *name, zw_cell value, zw_err *err);

/* A row: form->n cells, copied. */
zw_status zw_sheet_row(zw_sheet *sheet, const zw_cell *cells, zw_err *err);

/* The end of the table; without it a sheet is not whole. */
zw_status zw_sheet_end(zw_sheet *sheet, zw_err *err);

size_t zw_sheet_rows(const zw_sheet *sheet); /* so far */

/* How many texts were too long for a cell of xlsx and go on in a sheet of their own. */
size_t zw_sheet_long_cells(const zw_sheet *sheet);

#endif
