/* tally.h - what a receipt remembers of the rows of an answer, whatever they were written as.
 *
 * A row is hashed by its values (numbers to 12 digits), not by its bytes in a format or language,
 * so that the same answer has the same hash as CSV and as JSON. Where a file lies (the column file)
 * is no part of an answer; its SHA-256 is. Memory is bounded: the first
 * ZW_TALLY_MOST rows and documents are remembered one by one, the rest in the hash of all. */
#ifndef ZW_QUERY_SHEET_TALLY_H
#define ZW_QUERY_SHEET_TALLY_H

#include "base/digest.h"
#include "query/sheet/sheet.h"

#define ZW_TALLY_MOST 10000
#define ZW_TALLY_ROW 17      /* 16 hex digits of a row's hash and a NUL */
#define ZW_TALLY_DOCUMENT 33 /* a document's id and a NUL */

typedef struct zw_tally zw_tally;

zw_tally *zw_tally_new(void); /* NULL: out of memory */
void zw_tally_free(zw_tally *tally);

zw_status zw_tally_row(zw_tally *tally, const zw_sheet_form *form, const zw_cell *cells,
                       zw_err *err);

/* Of all rows in their order. */
void zw_tally_hash(const zw_tally *tally, char hex[ZW_SHA256_HEX]);

/* n entries of ZW_TALLY_ROW bytes in the order of the rows; NULL where the rows are too many. */
const char *zw_tally_rows(const zw_tally *tally, size_t *n);

/* The documents that the rows name by an id of theirs or of a passage, in the order of their first
 * row: n entries of ZW_TALLY_DOCUMENT bytes; NULL where they are too many. */
const char *zw_tally_documents(const zw_tally *tally, size_t *n);

#endif
