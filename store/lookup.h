/* lookup.h - records by id in an open database, be it open for reading or for writing. */
#ifndef ZW_STORE_LOOKUP_H
#define ZW_STORE_LOOKUP_H

#include "store/record.h"
#include "store/schema.h"
#include "store/xapian.h"

/* The term of an id, "Q:" and the id; of a file the id is made of a digest, for a path may be
 * longer than a term. NULL: memory is out. */
const char *zw_lookup_term(zw_field_id field, zw_str value, zw_arena *arena);
const char *zw_lookup_file_id(zw_str path, zw_arena *arena);

/* ZW_E_NOTFOUND: no such document, passage, file. */
zw_status zw_lookup_document(zw_xdb *db, zw_str id, zw_arena *arena, zw_doc_record *record,
                             zw_err *err);
zw_status zw_lookup_passage(zw_xdb *db, zw_str id, zw_arena *arena, zw_passage_record *record,
                            zw_err *err);
zw_status zw_lookup_file(zw_xdb *db, zw_str path, zw_arena *arena, zw_file_record *record,
                         zw_err *err);

/* All files, in the order of their paths. */
zw_status zw_lookup_files(zw_xdb *db, zw_arena *arena, zw_file_records *files, zw_err *err);

/* Some file of these bytes, whatever its path; none: ZW_E_NOTFOUND. */
zw_status zw_lookup_same(zw_xdb *db, const char *sha256, zw_arena *arena, zw_file_record *record,
                         zw_err *err);

/* All files of these bytes, as far as their records are to be read. */
zw_status zw_lookup_all_same(zw_xdb *db, const char *sha256, zw_arena *arena,
                             zw_file_records *records, zw_err *err);

/* The paths of all files that gave a document, in their order. */
zw_status zw_lookup_paths(zw_xdb *db, zw_str doc_id, zw_arena *arena, zw_names *paths, zw_err *err);

#endif
