#include "store/lookup.h"

#include <stdint.h>
#include <stdlib.h>

enum { PATHS_MAX = 100000 }; /* of one document */

const char *zw_lookup_term(zw_field_id field, zw_str value, zw_arena *arena)
{
    return zw_arena_printf(arena, "%s%.*s", zw_fields[field].prefix, (int)value.n, value.at);
}

const char *zw_lookup_file_id(zw_str path, zw_arena *arena)
{
    char hex[ZW_SHA256_HEX];
    zw_sha256_hex(path, hex);
    return zw_arena_printf(arena, "file:%.32s", hex);
}

/* The stored data of the first unit that carries a term. */
static zw_status data_of(zw_xdb *db, zw_field_id field, zw_str id, zw_arena *arena, zw_str *data,
                         zw_err *err)
{
    uint32_t docid;
    const char *term = zw_lookup_term(field, id, arena);
    if (!term)
        return zw_err_nomem(err);
    zw_status s = zw_xdb_find(db, zw_str_of(term), &docid, err);
    if (s == ZW_E_NOTFOUND)
        return zw_err_set(err, s, "'%.*s': not in the index", (int)id.n, id.at);
    return s == ZW_OK ? zw_xdb_data(db, docid, arena, data, err) : s;
}

zw_status zw_lookup_document(zw_xdb *db, zw_str id, zw_arena *arena, zw_doc_record *record,
                             zw_err *err)
{
    zw_str data;
    zw_status s = data_of(db, ZW_F_ID, id, arena, &data, err);
    return s == ZW_OK ? zw_doc_record_read(data, arena, record, err) : s;
}

zw_status zw_lookup_passage(zw_xdb *db, zw_str id, zw_arena *arena, zw_passage_record *record,
                            zw_err *err)
{
    zw_str data;
    zw_status s = data_of(db, ZW_F_ID, id, arena, &data, err);
    return s == ZW_OK ? zw_passage_record_read(data, arena, record, err) : s;
}

zw_status zw_lookup_file(zw_xdb *db, zw_str path, zw_arena *arena, zw_file_record *record,
                         zw_err *err)
{
    zw_str data;
    const char *id = zw_lookup_file_id(path, arena);
    if (!id)
        return zw_err_nomem(err);
    zw_status s = data_of(db, ZW_F_ID, zw_str_of(id), arena, &data, err);
    return s == ZW_OK ? zw_file_record_read(data, arena, record, err) : s;
}

/* The records of the files that carry a term, at most `max` of them. */
static zw_status files_with(zw_xdb *db, zw_field_id field, zw_str id, size_t max, zw_arena *arena,
                            zw_file_records *records, zw_err *err)
{
    zw_xdocids files;
    *records = (zw_file_records){ 0 };
    const char *term = zw_lookup_term(field, id, arena);
    if (!term)
        return zw_err_nomem(err);
    zw_status s = zw_xdb_postings(db, zw_str_of(term), max, arena, &files, err);
    for (size_t i = 0; s == ZW_OK && i < files.n; i++) {
        zw_str data;
        zw_file_record *record = zw_array_add(arena, records);
        if (!record)
            return zw_err_nomem(err);
        s = zw_xdb_data(db, files.at[i], arena, &data, err);
        if (s == ZW_OK)
            s = zw_file_record_read(data, arena, record, err);
    }
    return s;
}

zw_status zw_lookup_all_same(zw_xdb *db, const char *sha256, zw_arena *arena,
                             zw_file_records *records, zw_err *err)
{
    return files_with(db, ZW_F_CONTENT, zw_str_of(sha256), PATHS_MAX, arena, records, err);
}

static int by_record_path(const void *a, const void *b)
{
    return strcmp(((const zw_file_record *)a)->path, ((const zw_file_record *)b)->path);
}

zw_status zw_lookup_files(zw_xdb *db, zw_arena *arena, zw_file_records *files, zw_err *err)
{
    zw_status s = files_with(db, ZW_F_TYPE, ZW_STR(ZW_TYPE_FILE), SIZE_MAX, arena, files, err);
    if (files->n)
        qsort(files->at, files->n, sizeof *files->at, by_record_path);
    return s;
}

zw_status zw_lookup_same(zw_xdb *db, const char *sha256, zw_arena *arena, zw_file_record *record,
                         zw_err *err)
{
    zw_str data;
    zw_status s = data_of(db, ZW_F_CONTENT, zw_str_of(sha256), arena, &data, err);
    return s == ZW_OK ? zw_file_record_read(data, arena, record, err) : s;
}

static int by_path(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

zw_status zw_lookup_paths(zw_xdb *db, zw_str doc_id, zw_arena *arena, zw_names *paths, zw_err *err)
{
    zw_file_records files;
    *paths = (zw_names){ 0 };
    zw_status s = files_with(db, ZW_F_HOLDS, doc_id, PATHS_MAX, arena, &files, err);
    for (size_t i = 0; s == ZW_OK && i < files.n; i++) {
        const char **slot = zw_array_add(arena, paths);
        if (!slot)
            return zw_err_nomem(err);
        *slot = files.at[i].path;
    }
    if (paths->n)
        qsort(paths->at, paths->n, sizeof *paths->at, by_path);
    return s;
}
