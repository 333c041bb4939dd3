/* records.h - a sheet whose rows are documents: what a manifest's column `rows` asks for.
 *
 * The rows above the one that has the head of the text are not the table; in the rows below it a
 * cell is what its head says in a manifest (标题, 文号, 发文机关, 日期, 地区 ...), or a value of
 * the user's own column x:NAME. A cell that says nothing is said by the file's row in the manifest.
 *
 * A document's id is made of the row's text, title, number, issuer, date and region, so that it
 * stays when rows are put in or taken out elsewhere and when columns are added. Rows alike in all
 * of these are counted. One bad row never stops the others: what is wrong is told and left out. */
#ifndef ZW_INDEXER_RECORDS_H
#define ZW_INDEXER_RECORDS_H

#include "indexer/tools.h"
#include "store/xapian.h"

/* Reads the file at path, of which a manifest says what is given, `rows` among it: the head of the
 * column that is the text, or 是, yes, true, 1 for any head that text goes under. ZW_E_FORMAT where
 * the file has no rows or no such head, ZW_E_EMPTY where no row has a text. */
zw_status zw_records_read(const zw_tools *tools, zw_segmenter *segmenter, const char *path,
                          const zw_givens *given, zw_arena *arena, zw_reading *reading,
                          zw_err *err);

/* Before the documents go into an index: an id that another file there holds for a row of its own
 * is made different by this file's path; a row whose given id is another file's is left out. */
zw_status zw_records_part_ids(zw_xdb *db, const char *path, zw_arena *arena, zw_reading *reading,
                              zw_err *err);

#endif
