/* rows.h - a sheet whose rows are documents: its rows as they stand, and a document out of a cell.
 *
 * The source text is that of the whole file: a row a line, cells parted by tabs; the line ends
 * inside a cell stay, for they part its paragraphs, and a tab inside one is a blank. */
#ifndef ZW_CORPUS_ROWS_H
#define ZW_CORPUS_ROWS_H

#include "corpus/corpus.h"

typedef struct {
    size_t column; /* from 0 */
    zw_range at;   /* in the source text */
} zw_row_cell;

typedef struct {
    size_t sheet;  /* from 0 */
    size_t number; /* of the row, as spreadsheets show it */
    size_t line;   /* of the file, where it begins; 0: the format has no lines */
    size_t first, n_cells;
} zw_row;

typedef struct {
    const zw_source *source;
    ZW_ARRAY(const char *) sheets; /* names; of CSV one, which is empty */
    ZW_ARRAY(zw_row_cell) cells;   /* of all rows, those with words, in their order */
    ZW_ARRAY(zw_row) rows;         /* those with words in any cell */
} zw_rows;

/* Reads a CSV, XLSX or ODS file; options->tables are there. ZW_E_FORMAT: it is none of these.
 * Errors as zw_corpus_read. */
zw_status zw_rows_read(const char *path, const zw_read_options *options, zw_arena *arena,
                       zw_rows *rows, zw_err *err);

/* The same for bytes in memory, which are a CSV whatever they are named (fuzzing). */
zw_status zw_rows_read_csv(zw_str bytes, zw_arena *arena, zw_rows *rows, zw_err *err);

/* What a row says of its text beside it. */
typedef struct {
    zw_range text;    /* of the source text */
    const char *name; /* its title, or what it is called where nothing in it is one */
    bool titled;      /* it is its title */
} zw_row_text;

/* The document that is the text; its id is still empty. ZW_E_EMPTY: nothing but blanks and page
 * furniture. */
zw_status zw_rows_document(const zw_rows *rows, const zw_row_text *text,
                           const zw_corpus_tables *tables, zw_arena *arena, zw_document **doc,
                           zw_err *err);

#endif
