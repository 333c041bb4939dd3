/* form.h - what a format has to do for a sheet; one file a format. */
#ifndef ZW_QUERY_SHEET_FORM_H
#define ZW_QUERY_SHEET_FORM_H

#include "query/sheet/sheet.h"

/* Any function may be NULL: nothing is to be done then. `state` is the format's own. */
typedef struct {
    zw_status (*begin)(zw_sheet *sheet, zw_err *err);
    zw_status (*fact)(zw_sheet *sheet, const char *name, const zw_cell *value, zw_err *err);
    zw_status (*row)(zw_sheet *sheet, const zw_cell *cells, zw_err *err);
    zw_status (*end)(zw_sheet *sheet, zw_err *err);
    void (*release)(zw_sheet *sheet);
    bool receipt; /* facts stand beside the rows, and notes with them */
} zw_sheet_writer;

struct zw_sheet {
    const zw_sheet_form *form;
    const zw_sheet_options *options;
    const zw_sheet_writer *writer;
    size_t rows, long_cells;
    bool ended;
    zw_cell *said; /* a row in the language of the sheet; NULL: as it is */
    void *state;
};

extern const zw_sheet_writer zw_sheet_as_json, zw_sheet_as_ndjson, zw_sheet_as_delimited,
    zw_sheet_as_text, zw_sheet_as_nothing, zw_sheet_as_markdown, zw_sheet_as_xlsx;

/* Hands `out` to the flush of the options once it holds so many bytes. */
zw_status zw_sheet_settle(zw_sheet *sheet, size_t bytes, zw_err *err);

/* The head of a column in the language of the sheet. */
const char *zw_sheet_head(const zw_sheet *sheet, size_t column);

/* A cell as text: a number without an exponent below 1e15, a list with "; " between its items. */
void zw_cell_print(const zw_cell *cell, zw_buf *to);

#endif
