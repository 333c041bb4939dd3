#include "store/writer.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "store/keys.h"
#include "store/layout.h"
#include "store/lookup.h"
#include "store/seal.h"

struct zw_writer {
    zw_arena *arena;   /* names */
    zw_arena *scratch; /* within one call */
    const char *dir, *lexicon;
    zw_parts_list parts;
    zw_xdb *db; /* NULL until something is put, or looked up */
    int lock;
    bool anew; /* the new parts are not the index yet */
};

struct zw_segment {
    zw_arena *arena;
    const char *path;
    zw_xdb *db; /* NULL once finished */
};

/* ---- opening ---- */

static zw_status sign(zw_xdb *db, const char *lexicon, zw_err *err)
{
    char schema[16], writer[64];
    snprintf(schema, sizeof schema, "%d", ZW_SCHEMA_VERSION);
    snprintf(writer, sizeof writer, "zhengwen %s, Xapian %s", ZW_VERSION, zw_xapian_version());
    zw_status s = zw_xdb_put(db, ZW_STR(ZW_KEY_SCHEMA), zw_str_of(schema), err);
    if (s == ZW_OK)
        s = zw_xdb_put(db, ZW_STR(ZW_KEY_LEXICON), zw_str_of(lexicon), err);
    return s == ZW_OK ? zw_xdb_put(db, ZW_STR(ZW_KEY_WRITER), zw_str_of(writer), err) : s;
}

static zw_status check_parts(zw_writer *w, zw_err *err)
{
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < w->parts.n; i++) {
        zw_xdb *db = NULL;
        zw_seal_state seal = ZW_SEAL_WHOLE;
        s = zw_seal_check(w->parts.at[i], &seal, err);
        if (s == ZW_OK)
            s = zw_xdb_open(&w->parts.at[i], 1, &db, err);
        if (s == ZW_OK)
            s = zw_keys_check(db, w->lexicon, w->scratch, err);
        zw_xdb_free(db);
        if (s == ZW_OK && seal == ZW_SEAL_NEXT)
            s = zw_seal_put(w->parts.at[i], err);
        if (s != ZW_OK)
            zw_err_at(err, "'%s'", w->dir);
    }
    return s;
}

/* An index of any version may be made anew, but what XAPIANDB names must be its parts. */
static zw_status find_parts(zw_writer *w, zw_err *err)
{
    for (size_t i = 0; i < w->parts.n; i++) {
        if (access(w->parts.at[i], F_OK) != 0)
            return zw_err_set(err, ZW_E_CORRUPT, "'%s': XAPIANDB names '%s', which is not there",
                              w->dir, w->parts.at[i]);
    }
    return ZW_OK;
}

static zw_status take(zw_writer *w, zw_err *err)
{
    zw_status s = zw_keys_strange(w->dir, err) == ZW_OK ? ZW_OK : zw_err_at(err, "'%s'", w->dir);
    if (s == ZW_OK)
        s = zw_layout_lock(w->dir, &w->lock, err);
    if (s == ZW_OK)
        s = zw_layout_parts(w->dir, w->arena, &w->parts, err);
    if (s == ZW_OK && w->parts.n == 0 && zw_keys_lost(w->dir, w->scratch, err) != ZW_OK)
        s = zw_err_at(err, "'%s'", w->dir);
    if (s == ZW_OK)
        s = w->anew ? find_parts(w, err) : check_parts(w, err);
    /* Only now: what a damaged XAPIANDB does not name may be all there is. */
    if (s == ZW_OK)
        s = zw_layout_clear(w->dir, w->scratch, err);
    if (w->anew)
        w->parts.n = 0;
    return s;
}

zw_status zw_writer_open(const char *dir, const char *lexicon_hash, bool anew, zw_writer **writer,
                         zw_err *err)
{
    zw_writer *w = calloc(1, sizeof *w);
    if (!w)
        return zw_err_nomem(err);
    w->lock = -1;
    w->anew = anew;
    w->arena = zw_arena_new();
    w->scratch = zw_arena_new();
    zw_status s = ZW_E_NOMEM;
    if (w->arena && w->scratch) {
        w->dir = zw_arena_strdup(w->arena, dir);
        w->lexicon = zw_arena_strdup(w->arena, lexicon_hash);
    }
    if (w->dir && w->lexicon)
        s = take(w, err);
    else
        zw_err_nomem(err);
    if (s == ZW_OK)
        *writer = w;
    else
        zw_writer_free(w);
    return s;
}

void zw_writer_free(zw_writer *w)
{
    if (!w)
        return;
    zw_xdb_free(w->db);
    if (w->lock >= 0)
        close(w->lock);
    zw_arena_free(w->scratch);
    zw_arena_free(w->arena);
    free(w);
}

size_t zw_writer_parts(const zw_writer *writer)
{
    return writer->parts.n;
}

/* ---- parts ---- */

static zw_status add_part(zw_writer *w, const char *path, zw_err *err)
{
    const char **slot = zw_array_add(w->arena, &w->parts);
    char *copy = zw_arena_strdup(w->arena, path);
    if (!slot || !copy)
        return zw_err_nomem(err);
    *slot = copy;
    return w->anew ? ZW_OK : zw_layout_set(w->dir, &w->parts, err);
}

/* libxapian says that it failed to create a file, but not always why. */
static zw_status why_not(const char *folder, zw_status s, zw_err *err)
{
    if (s == ZW_OK || access(folder, F_OK) != 0 || access(folder, W_OK | X_OK) == 0)
        return s;
    return zw_err_set(err, ZW_E_IO, "'%s': %s (permission is needed, or another -d DIR)", folder,
                      strerror(errno));
}

static zw_status first_part(zw_writer *w, zw_err *err)
{
    const char *path = zw_layout_new_part(w->dir, w->arena);
    if (!path)
        return zw_err_nomem(err);
    zw_status s = zw_xdb_open_write(path, ZW_XDB_DURABLE, &w->db, err);
    s = why_not(path, why_not(w->dir, s, err), err);
    if (s == ZW_OK)
        s = sign(w->db, w->lexicon, err);
    if (s == ZW_OK)
        s = zw_xdb_commit(w->db, err);
    if (s == ZW_OK)
        s = zw_seal_put(path, err);
    return s == ZW_OK ? add_part(w, path, err) : s;
}

zw_status zw_writer_db(zw_writer *w, zw_xdb **db, zw_err *err)
{
    zw_status s = ZW_OK;
    if (!w->db && w->parts.n > 1)
        s = zw_writer_merge(w, err);
    if (s == ZW_OK && !w->db)
        s = w->parts.n ? zw_xdb_open_write(w->parts.at[0], ZW_XDB_DURABLE, &w->db, err)
                       : first_part(w, err);
    *db = w->db;
    return s == ZW_OK ? s : zw_err_at(err, "'%s'", w->dir);
}

static zw_status verified(const char *path, zw_arena *arena, zw_err *err)
{
    size_t errors = 0;
    zw_str report = { 0 };
    zw_status s = zw_xdb_check(path, &errors, arena, &report, err);
    if (s == ZW_OK && errors)
        s = zw_err_set(err, ZW_E_CORRUPT, "'%s': %zu errors after merging: %.200s", path, errors,
                       report.at);
    return s;
}

zw_status zw_writer_compact(zw_writer *w, zw_err *err)
{
    if (w->parts.n == 0)
        return ZW_OK;
    zw_xdb_free(w->db);
    w->db = NULL;
    const char *path = zw_layout_new_part(w->dir, w->arena);
    if (!path)
        return zw_err_nomem(err);
    zw_status s = zw_xdb_compact(w->parts.at, w->parts.n, path, err);
    if (s == ZW_OK)
        s = zw_layout_sync(path, err);
    if (s == ZW_OK)
        s = verified(path, w->scratch, err);
    if (s == ZW_OK)
        s = zw_seal_put(path, err);
    if (s != ZW_OK)
        return zw_err_at(err, "'%s'", w->dir);
    w->parts.n = 0;
    s = add_part(w, path, err);
    return s == ZW_OK && !w->anew ? zw_layout_clear(w->dir, w->scratch, err) : s;
}

zw_status zw_writer_publish(zw_writer *w, zw_err *err)
{
    zw_xdb *db;
    zw_status s = w->parts.n ? ZW_OK : zw_writer_db(w, &db, err); /* even of nothing, an index */
    if (s == ZW_OK)
        s = zw_layout_set(w->dir, &w->parts, err);
    w->anew = false;
    return s == ZW_OK ? zw_layout_clear(w->dir, w->scratch, err) : s;
}

zw_status zw_writer_merge(zw_writer *w, zw_err *err)
{
    return w->parts.n > 1 ? zw_writer_compact(w, err) : ZW_OK;
}

/* ---- small changes ---- */

zw_status zw_writer_drop(zw_writer *w, const char *doc_id, zw_err *err)
{
    zw_xdb *db;
    zw_status s = zw_writer_db(w, &db, err);
    const char *term = zw_lookup_term(ZW_F_DOCUMENT, zw_str_of(doc_id), w->scratch);
    if (s == ZW_OK && !term)
        s = zw_err_nomem(err);
    return s == ZW_OK ? zw_xdb_delete(db, zw_str_of(term), err) : s;
}

zw_status zw_writer_add(zw_writer *w, const zw_xdoc *unit, zw_err *err)
{
    zw_xdb *db;
    zw_status s = zw_writer_db(w, &db, err);
    return s == ZW_OK ? zw_xdb_add(db, unit, NULL, err) : s;
}

static zw_status file_unit(const zw_file_record *file, const char *id, zw_xdoc *x, zw_err *err)
{
    zw_buf data = ZW_BUF_INIT;
    zw_xdoc_flag(x, zw_fields[ZW_F_TYPE].prefix, ZW_STR(ZW_TYPE_FILE));
    zw_xdoc_flag(x, zw_fields[ZW_F_ID].prefix, zw_str_of(id));
    zw_xdoc_flag(x, zw_fields[ZW_F_CONTENT].prefix, zw_str_of(file->sha256));
    for (size_t i = 0; i < file->docs.n; i++)
        zw_xdoc_flag(x, zw_fields[ZW_F_HOLDS].prefix, zw_str_of(file->docs.at[i]));
    zw_status s = zw_file_record_write(file, &data, err);
    if (s == ZW_OK)
        zw_xdoc_data(x, zw_buf_view(&data));
    zw_buf_free(&data);
    return s == ZW_OK ? zw_xdoc_status(x, err) : s;
}

/* known: a unit of that path may be there already. */
static zw_status write_file(zw_xdb *db, const zw_file_record *file, bool known, zw_arena *arena,
                            zw_err *err)
{
    const char *id = zw_lookup_file_id(zw_str_of(file->path), arena);
    const char *term = id ? zw_lookup_term(ZW_F_ID, zw_str_of(id), arena) : NULL;
    zw_xdoc *x = zw_xdoc_new();
    zw_status s = x && term ? file_unit(file, id, x, err) : zw_err_nomem(err);
    if (s == ZW_OK)
        s = known ? zw_xdb_replace(db, zw_str_of(term), x, err) : zw_xdb_add(db, x, NULL, err);
    zw_xdoc_free(x);
    return s;
}

static zw_status name_document(zw_writer *w, zw_doc_record *record, const char *path, zw_err *err)
{
    zw_buf data = ZW_BUF_INIT;
    uint32_t docid = 0;
    const char *term = zw_lookup_term(ZW_F_ID, zw_str_of(record->id), w->scratch);
    zw_status s = term ? zw_xdb_find(w->db, zw_str_of(term), &docid, err) : zw_err_nomem(err);
    record->file = path;
    if (s == ZW_OK)
        s = zw_doc_record_write(record, &data, err);
    if (s == ZW_OK)
        s = zw_xdb_redata(w->db, docid, zw_buf_view(&data), err);
    zw_buf_free(&data);
    return s;
}

/* The path takes the place of the one that the document was read from. It is to be read when it is
 * added next, as if by another program: a title or a date may come from a file's name. */
static zw_status take_over(zw_writer *w, zw_doc_record *record, const char *path, zw_err *err)
{
    zw_file_record file;
    zw_status s = name_document(w, record, path, err);
    if (s == ZW_OK)
        s = zw_lookup_file(w->db, zw_str_of(path), w->scratch, &file, err);
    file.version = "";
    return s == ZW_OK ? write_file(w->db, &file, true, w->scratch, err) : s;
}

/* After a path let go of a document. */
static zw_status release(zw_writer *w, const char *doc_id, zw_err *err)
{
    zw_names paths;
    zw_doc_record record;
    zw_status s = zw_lookup_paths(w->db, zw_str_of(doc_id), w->scratch, &paths, err);
    if (s == ZW_OK && paths.n == 0)
        return zw_writer_drop(w, doc_id, err);
    if (s == ZW_OK)
        s = zw_lookup_document(w->db, zw_str_of(doc_id), w->scratch, &record, err);
    for (size_t i = 0; s == ZW_OK && i < paths.n; i++) {
        if (strcmp(paths.at[i], record.file) == 0)
            return ZW_OK; /* it was read from that one */
    }
    if (s == ZW_E_NOTFOUND)
        return ZW_OK;
    return s == ZW_OK ? take_over(w, &record, paths.at[0], err) : s;
}

static bool holds(const zw_file_record *file, const char *doc_id)
{
    for (size_t i = 0; i < file->docs.n; i++) {
        if (strcmp(file->docs.at[i], doc_id) == 0)
            return true;
    }
    return false;
}

zw_status zw_writer_put(zw_writer *w, const zw_file_record *file, zw_err *err)
{
    zw_xdb *db;
    zw_file_record before = { 0 };
    zw_arena_reset(w->scratch);
    zw_status s = zw_writer_db(w, &db, err);
    if (s != ZW_OK)
        return s;
    s = zw_lookup_file(db, zw_str_of(file->path), w->scratch, &before, err);
    bool known = s == ZW_OK;
    if (s == ZW_OK || s == ZW_E_NOTFOUND)
        s = write_file(db, file, known, w->scratch, err);
    for (size_t i = 0; s == ZW_OK && known && i < before.docs.n; i++) {
        if (!holds(file, before.docs.at[i]))
            s = release(w, before.docs.at[i], err);
    }
    return s;
}

zw_status zw_writer_remove_file(zw_writer *w, const char *path, zw_err *err)
{
    zw_xdb *db;
    zw_file_record file;
    zw_arena_reset(w->scratch);
    zw_status s = zw_writer_db(w, &db, err);
    if (s == ZW_OK)
        s = zw_lookup_file(db, zw_str_of(path), w->scratch, &file, err);
    if (s != ZW_OK)
        return s;
    const char *id = zw_lookup_file_id(zw_str_of(path), w->scratch);
    const char *term = id ? zw_lookup_term(ZW_F_ID, zw_str_of(id), w->scratch) : NULL;
    s = term ? zw_xdb_delete(db, zw_str_of(term), err) : zw_err_nomem(err);
    for (size_t i = 0; s == ZW_OK && i < file.docs.n; i++)
        s = release(w, file.docs.at[i], err);
    return s;
}

/* A file that gave other documents too keeps those, and stays known; one that gave nothing else is
 * forgotten, so that adding it again reads it again. */
static zw_status forget(zw_writer *w, const char *path, const char *doc_id, zw_err *err)
{
    zw_file_record file;
    zw_status s = zw_lookup_file(w->db, zw_str_of(path), w->scratch, &file, err);
    size_t kept = 0;
    for (size_t i = 0; s == ZW_OK && i < file.docs.n; i++) {
        if (strcmp(file.docs.at[i], doc_id) != 0)
            file.docs.at[kept++] = file.docs.at[i];
    }
    if (s != ZW_OK)
        return s;
    file.docs.n = kept;
    if (kept)
        return write_file(w->db, &file, true, w->scratch, err);
    const char *id = zw_lookup_file_id(zw_str_of(path), w->scratch);
    const char *term = id ? zw_lookup_term(ZW_F_ID, zw_str_of(id), w->scratch) : NULL;
    return term ? zw_xdb_delete(w->db, zw_str_of(term), err) : zw_err_nomem(err);
}

zw_status zw_writer_remove_document(zw_writer *w, const char *doc_id, zw_err *err)
{
    zw_xdb *db;
    zw_doc_record record;
    zw_names paths;
    zw_arena_reset(w->scratch);
    zw_status s = zw_writer_db(w, &db, err);
    if (s == ZW_OK)
        s = zw_lookup_document(db, zw_str_of(doc_id), w->scratch, &record, err);
    if (s == ZW_OK)
        s = zw_lookup_paths(db, zw_str_of(doc_id), w->scratch, &paths, err);
    for (size_t i = 0; s == ZW_OK && i < paths.n; i++)
        s = forget(w, paths.at[i], doc_id, err);
    return s == ZW_OK ? zw_writer_drop(w, doc_id, err) : s;
}

zw_status zw_writer_commit(zw_writer *w, zw_err *err)
{
    zw_arena_reset(w->scratch);
    if (!w->db)
        return ZW_OK;
    zw_status s = zw_xdb_commit(w->db, err);
    if (s == ZW_OK) /* the one part that is written to */
        s = zw_seal_put(w->parts.at[0], err);
    return s == ZW_OK ? s : zw_err_at(err, "'%s'", w->dir);
}

/* ---- bulk ---- */

zw_status zw_segment_new(zw_writer *w, zw_segment **segment, zw_err *err)
{
    zw_segment *g = calloc(1, sizeof *g);
    if (!g)
        return zw_err_nomem(err);
    g->arena = zw_arena_new();
    zw_xdb *db;
    if (w->parts.n == 0 && !w->anew && zw_writer_db(w, &db, err) != ZW_OK) {
        zw_segment_free(g); /* XAPIANDB is there before the first document */
        return err ? err->code : ZW_E_IO;
    }
    g->path = g->arena ? zw_layout_new_part(w->dir, g->arena) : NULL;
    zw_status s = g->path ? zw_xdb_open_write(g->path, ZW_XDB_SCRATCH, &g->db, err)
                          : zw_err_nomem(err);
    if (s == ZW_OK)
        s = sign(g->db, w->lexicon, err);
    if (s == ZW_OK) {
        *segment = g;
        return s;
    }
    zw_segment_free(g);
    return zw_err_at(err, "'%s'", w->dir);
}

void zw_segment_free(zw_segment *g)
{
    if (!g)
        return;
    zw_xdb_free(g->db);
    zw_arena_free(g->arena);
    free(g);
}

zw_status zw_segment_add(zw_segment *g, const zw_xdoc *unit, zw_err *err)
{
    return zw_xdb_add(g->db, unit, NULL, err);
}

zw_status zw_segment_put(zw_segment *g, const zw_file_record *file, zw_err *err)
{
    zw_arena *arena = zw_arena_new();
    zw_status s = arena ? write_file(g->db, file, false, arena, err) : zw_err_nomem(err);
    zw_arena_free(arena);
    return s;
}

zw_status zw_segment_finish(zw_segment *g, zw_err *err)
{
    zw_status s = zw_xdb_commit(g->db, err);
    zw_xdb_free(g->db);
    g->db = NULL;
    if (s == ZW_OK)
        s = zw_layout_sync(g->path, err);
    return s == ZW_OK ? zw_seal_put(g->path, err) : zw_err_at(err, "'%s'", g->path);
}

zw_status zw_writer_adopt(zw_writer *w, zw_segment *g, zw_err *err)
{
    zw_xdb_free(w->db);
    w->db = NULL;
    return add_part(w, g->path, err);
}
