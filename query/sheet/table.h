/* table.h - rows of cells as CSV (RFC 4180: CRLF, quotes doubled) or TSV (tabs and line ends in a
 * cell become blanks, for TSV has no way to quote them). */
#ifndef ZW_QUERY_SHEET_TABLE_H
#define ZW_QUERY_SHEET_TABLE_H

#include "base/buffer.h"

typedef struct {
    zw_buf *to;
    char separator; /* ',' or '\t' */
    bool begun;     /* the row has a cell */

    /* Text that a spreadsheet would take for a formula (=1+1) gets an apostrophe before it. Else
     * every cell is the text itself. */
    bool spreadsheet;
} zw_table;

void zw_table_text(zw_table *table, const char *text); /* NULL: an empty cell */
void zw_table_str(zw_table *table, zw_str text);
void zw_table_number(zw_table *table, double number); /* 170000, 0.35: no exponent below 1e15 */
void zw_table_end(zw_table *table);                   /* of the row */

#endif
