/* paper.h - what a reader of an office format makes of a file: lines, each of a kind.
 *
 * Lines are handed from the child process to the program as text, one a line: a letter for its kind
 * (T text, H1 to H9 headings, B the first row of a table, R a further one, with tabs between the
 * cells) and its words.
 *
 * As rows (zw_paper_as_rows), for sheets whose rows are documents, nothing is folded: S and the
 * name of a sheet, W and the number of a row as the program shows it, then its cells in their
 * order, C and the column from 0, a tab, the words; a cell of several lines is several lines C.
 *
 * Tables nest: lines put down between zw_paper_table and zw_paper_table_end stand in cells. A row
 * with words in several cells becomes one line; a row with words in one cell alone is no row of a
 * table, and its lines stay what they are (web pages pasted into Word are one big cell). */
#ifndef ZW_CORPUS_OFFICE_PAPER_H
#define ZW_CORPUS_OFFICE_PAPER_H

#include "base/array.h"
#include "base/buffer.h"
#include "base/error.h"

typedef struct zw_paper zw_paper;

/* Lines go to out as they are complete. Fills *paper; the caller frees it with zw_paper_free. */
zw_status zw_paper_new(zw_buf *out, zw_paper **paper, zw_err *err);
void zw_paper_free(zw_paper *paper); /* NULL is fine */

/* To be said before anything is put down. */
void zw_paper_as_rows(zw_paper *paper);

/* What is only known to sheets; without rows both do nothing. A sheet begins, with row 1; the row
 * that ends next is the one of this number. */
void zw_paper_sheet(zw_paper *paper, const char *name);
void zw_paper_row_at(zw_paper *paper, unsigned number);
void zw_paper_rows_alike(zw_paper *paper, unsigned n); /* the last one stands for n of them */

/* kind: 'T', or 'H' with a level. Line ends inside the text part lines. */
void zw_paper_line(zw_paper *paper, char kind, int level, zw_str text);

void zw_paper_table(zw_paper *paper);
void zw_paper_cell_end(zw_paper *paper, unsigned columns); /* it spans so many */
void zw_paper_cell_again(zw_paper *paper);                 /* a copy of the last one */
void zw_paper_row_end(zw_paper *paper);
void zw_paper_table_end(zw_paper *paper);

/* Ends tables left open and says whether memory held out. */
zw_status zw_paper_end(zw_paper *paper, zw_err *err);

#endif
