/* manifest_cells.h - heads and cells of a manifest's table, or of a table whose rows are documents.
 *
 * What is wrong in a cell is a fault of the table, told with line and column; reading goes on, so
 * that all faults of a table are told at once. */
#ifndef ZW_INDEXER_MANIFEST_CELLS_H
#define ZW_INDEXER_MANIFEST_CELLS_H

#include "base/csv.h"
#include "corpus/document.h"
#include "facts/region.h"
#include "segmenter/segmenter.h"

#define ZW_COLUMNS_MAX 200    /* of a table */
#define ZW_COLUMN_NAME_MAX 32 /* characters in the name of a column of the user's own */
#define ZW_CELL_MAX 4000      /* bytes of a cell */
#define ZW_GIVEN_ID_MAX 24    /* characters of an id: with the number of a part it has room */

typedef enum {
    ZW_CELL_TEXT,
    ZW_CELL_PATH,
    ZW_CELL_ID,
    ZW_CELL_NUMBER,
    ZW_CELL_ISSUER,
    ZW_CELL_DATE,
    ZW_CELL_REGION,
    ZW_CELL_URL,
    ZW_CELL_ROWS, /* of a manifest: the rows of the file are documents */
    ZW_CELL_BODY, /* of such a file: their text */
} zw_cell_kind;

typedef struct {
    const char *field; /* title, x:批次; NULL: a column without head, whose cells must be empty */
    zw_str head;       /* as it is written */
    zw_cell_kind kind;
    const char *counter; /* the field of a running number in the place of an id or 文号; or NULL */
} zw_column;

typedef ZW_ARRAY(zw_column) zw_columns;

/* One table being read. */
typedef struct {
    const char *name;   /* for messages */
    bool of_documents;  /* its rows are documents; else it is a manifest */
    const char *sheet;  /* NULL: there is one */
    const char *unit;   /* what is counted: NULL is "line" */
    const char *effect; /* of a fault: "the cell is left out"; NULL: not said */
    zw_arena *arena;
    zw_segmenter *segmenter;
    const zw_gazetteer *gazetteer;
    ZW_ARRAY(const char *) faults; /* the first of them */
    size_t n_faults;
} zw_cells;

/* Adds "'m.csv': line 3, column 日期: why"; column may be NULL. */
zw_status zw_cells_fault(zw_cells *cells, size_t line, const zw_column *column, zw_err *err,
                         const char *format, ...) __attribute__((format(printf, 5, 6)));

/* A head as heads are compared, and what it is the head of: a field's name, or NULL. */
zw_status zw_head_fold(zw_cells *cells, zw_str head, zw_str *folded, const char **field,
                       zw_err *err);

/* The table's heads. Of documents: what a name may not have is left out of it (备注（人工） is
 * x:备注人工), a column with a fault is one without cells, and digits alone under 编号 or number
 * count the rows, which is no id and no 文号: they are x:编号, x:number. */
zw_status zw_columns_read(zw_cells *cells, const zw_csv_row *row, zw_columns *columns, zw_err *err);

/* The place of a field among the columns, or SIZE_MAX. */
size_t zw_column_of(const zw_columns *columns, const char *field);

/* What a cell says, in the one form of its kind; NULL: nothing, or a fault. */
zw_status zw_cell_read(zw_cells *cells, const zw_column *column, const zw_csv_cell *cell,
                       const char **value, zw_err *err);

/* All that a row says, in the order of the columns; fields in `without` (ends with NULL) are left
 * out. */
zw_status zw_cells_row(zw_cells *cells, const zw_columns *columns, const zw_csv_row *row,
                       const char *const *without, zw_givens *given, zw_err *err);

/* Puts a value under its name, in the place of one that is there; the list stays in order. false:
 * memory is out. */
bool zw_givens_put(zw_arena *arena, zw_givens *given, zw_given one);

#endif
