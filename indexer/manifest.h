/* manifest.h - a table that says of files what their text does not (docs/manifest.md).
 *
 * A row names a file, a folder or a pattern. A file is told what every row says that names it;
 * of two that say the same field the more specific one wins: the one whose path goes further
 * before its first wildcard, so a file's own row before its folder's; of equals the later one.
 *
 * Read-only once it was read, and shared by threads. All of it lives in the arena given. */
#ifndef ZW_INDEXER_MANIFEST_H
#define ZW_INDEXER_MANIFEST_H

#include "indexer/manifest_cells.h"

typedef struct zw_manifest zw_manifest;

/* Reads the table. What is wrong in it is not an error here, but stands in its faults: a table with
 * faults must not be used. Errors: the file cannot be read or decoded. */
zw_status zw_manifest_read(const char *file, const zw_gazetteer *gazetteer, zw_segmenter *segmenter,
                           zw_arena *arena, zw_manifest **manifest, zw_err *err);

/* Each a whole line: "'m.csv': line 3, column 日期: '2016-13' is no date ...". */
size_t zw_manifest_faults(const zw_manifest *manifest, const char *const **lines);

size_t zw_manifest_count(const zw_manifest *manifest); /* all faults, those not kept too */

/* Rows whose path is not there, told as the faults are; they stop nothing. */
size_t zw_manifest_missing(const zw_manifest *manifest, const char *const **lines);

/* The files and folders that rows name, absolute, in the order of the rows; no patterns. */
size_t zw_manifest_paths(const zw_manifest *manifest, char *const **paths);

/* What the table says of the file at an absolute path, into *given (from arena); false: no row
 * names it. *failed: memory is out. */
bool zw_manifest_find(const zw_manifest *manifest, const char *path, zw_arena *arena,
                      zw_givens *given, bool *failed);

/* Whether a pattern fits a path: ? is one character, * any within a folder's name, ** any folders,
 * [甲乙] one of these, [a-z] a range, [!...] none of these. Linear in the path for each star. */
bool zw_glob_fits(zw_str pattern, zw_str path);

#endif
