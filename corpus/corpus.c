#include "corpus/corpus.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/utf8.h"
#include "corpus/clean.h"
#include "corpus/frame.h"
#include "corpus/metadata.h"
#include "corpus/reader.h"
#include "corpus/split.h"
#include "corpus/structure.h"

/* From the content alone, so that a file keeps its id wherever it lies. */
static void make_id(zw_document *doc)
{
    char index[32], hex[ZW_SHA256_HEX];
    int n = snprintf(index, sizeof index, "/%zu", doc->part_index);
    zw_str pieces[] = { zw_str_of(doc->source->sha256), { index, (size_t)n } };
    zw_sha256_hex_of(pieces, 2, hex);
    memcpy(doc->id, hex, sizeof doc->id - 1);
    doc->id[sizeof doc->id - 1] = '\0';
}

/* What is said at the head of a document holds for all its pieces. */
static zw_status continue_document(const zw_corpus_tables *tables, const zw_cleaned *own,
                                   const zw_document *first, zw_document *doc, zw_err *err)
{
    zw_frame frame;
    zw_status s = zw_frame_none(own, doc->arena, &frame, err);
    if (s == ZW_OK)
        s = zw_structure(tables, &frame, doc, err);
    doc->meta = first->meta;
    doc->meta.title_at = (zw_range){ 0, 0 };
    return s;
}

/* first: the document that this one goes on with, if it is a further piece of it. */
static zw_status make_document(const zw_corpus_tables *tables, const zw_cleaned *all,
                               const zw_part *part, const zw_document *first, zw_document *doc,
                               zw_err *err)
{
    zw_cleaned *own = zw_arena_alloc(doc->arena, sizeof *own);
    if (!own)
        return zw_err_nomem(err);
    zw_status s = zw_part_take(all, part, doc->arena, own, err);
    if (s != ZW_OK)
        return s;
    doc->text = own->text;
    doc->map = own->map;
    doc->part = part->name;
    make_id(doc);
    if (part->piece > 1)
        return continue_document(tables, own, first, doc, err);
    zw_frame frame;
    zw_str name = part->name ? (zw_str){ 0 } : zw_file_title(doc->source->path);
    s = zw_frame_find(tables, own, name, doc->arena, &frame, err);
    if (s == ZW_OK)
        s = zw_structure(tables, &frame, doc, err);
    if (s == ZW_OK)
        s = zw_metadata_find(tables, &frame, part->name ? &(zw_metadata){ 0 } : &all->carried, doc,
                             err);
    return s;
}

static zw_status make_documents(const zw_corpus_tables *tables, const zw_draft *draft,
                                zw_arena *arena, zw_documents *docs, zw_err *err)
{
    zw_cleaned all;
    zw_parts parts = { 0 };
    zw_status s = zw_clean(tables, draft, arena, &all, err);
    if (s != ZW_OK)
        return s;
    if (all.paras.n == 0)
        return zw_err_set(err, ZW_E_EMPTY, "nothing but blanks and page furniture");
    const zw_document *first = NULL;
    s = zw_split(tables, &all, arena, &parts, err);
    for (size_t i = 0; s == ZW_OK && i < parts.n; i++) {
        zw_document *doc = zw_arena_alloc(arena, sizeof *doc);
        zw_document **slot = doc ? zw_array_add(arena, &docs->documents) : NULL;
        if (!slot)
            return zw_err_nomem(err);
        *slot = doc;
        doc->source = docs->source;
        doc->arena = arena;
        doc->part_index = i;
        first = parts.at[i].piece > 1 ? first : doc;
        s = make_document(tables, &all, &parts.at[i], first, doc, err);
    }
    return s;
}

static bool only_blanks(zw_str text)
{
    return zw_str_trim(text).n == 0;
}

/* A file's name is any bytes; what is made of it (title, JSON) is text. */
static const char *path_as_text(zw_arena *arena, const char *path)
{
    zw_str s = zw_str_of(path);
    char *to = zw_arena_alloc(arena, 3 * s.n + 1);
    size_t n = 0;
    for (size_t at = 0, len; to && at < s.n; at += len)
        n += zw_utf8_put(to + n, zw_utf8_at(s, at, &len));
    return to;
}

zw_source *zw_source_of(const zw_input *in, const char *reader, const char *encoding, zw_str text,
                        zw_arena *arena)
{
    zw_source *source = zw_arena_alloc(arena, sizeof *source);
    if (!source)
        return NULL;
    *source = (zw_source){ .path = path_as_text(arena, in->path),
                           .reader = reader,
                           .encoding = encoding,
                           .text = text,
                           .chars = zw_char_index_new(arena, text) };
    zw_sha256_hex(in->bytes, source->sha256);
    return source->path && source->chars ? source : NULL;
}

static zw_status take_apart(const zw_input *in, zw_arena *arena, zw_documents *docs, zw_err *err)
{
    const zw_reader *reader;
    zw_draft draft = { 0 };
    *docs = (zw_documents){ 0 };
    if (only_blanks(in->bytes))
        return zw_err_set(err, ZW_E_EMPTY, "nothing in it");
    zw_status s = zw_reader_pick(in, &reader, err);
    if (s == ZW_OK)
        s = reader->read(in, arena, &draft, err);
    if (s == ZW_OK)
        s = zw_draft_cut_lines(&draft, arena, err);
    if (s != ZW_OK)
        return s;
    docs->source = zw_source_of(in, reader->name, draft.encoding, draft.text, arena);
    if (!docs->source)
        return zw_err_nomem(err);
    return make_documents(in->tables, &draft, arena, docs, err);
}

static zw_status read_bytes(zw_input *in, const zw_read_options *options, zw_arena *arena,
                            zw_documents *docs, zw_err *err)
{
    if (options && options->tables) {
        in->tables = options->tables;
        return take_apart(in, arena, docs, err);
    }
    zw_corpus_tables *tables;
    zw_status s = zw_corpus_tables_open(&tables, err);
    if (s != ZW_OK)
        return s;
    in->tables = tables;
    s = take_apart(in, arena, docs, err);
    zw_corpus_tables_free(tables);
    return s;
}

static size_t max_bytes(const zw_read_options *options)
{
    return options && options->max_bytes ? options->max_bytes : ZW_READ_MAX_BYTES;
}

/* The file's bytes in the arena. */
static zw_status load(FILE *file, size_t max, zw_arena *arena, zw_str *bytes, zw_err *err)
{
    struct stat st;
    if (fstat(fileno(file), &st) != 0)
        return zw_err_set(err, ZW_E_IO, "%s", strerror(errno));
    if (!S_ISREG(st.st_mode))
        return zw_err_set(err, ZW_E_IO, "no regular file");
    if ((unsigned long long)st.st_size > max)
        return zw_err_set(err, ZW_E_LIMIT, "%lld bytes, more than %zu", (long long)st.st_size, max);
    char *to = zw_arena_alloc(arena, (size_t)st.st_size + 1);
    if (!to)
        return zw_err_nomem(err);
    *bytes = (zw_str){ to, fread(to, 1, (size_t)st.st_size, file) };
    return ferror(file) ? zw_err_set(err, ZW_E_IO, "%s", strerror(errno)) : ZW_OK;
}

zw_status zw_input_load(zw_input *in, const zw_read_options *options, zw_arena *arena, zw_err *err)
{
    FILE *file = fopen(in->path, "rb");
    zw_status s = file ? load(file, max_bytes(options), arena, &in->bytes, err)
                       : zw_err_set(err, ZW_E_IO, "%s", strerror(errno));
    if (file)
        fclose(file);
    return s;
}

zw_status zw_corpus_read(const char *path, const zw_read_options *options, zw_arena *arena,
                         zw_documents *docs, zw_err *err)
{
    zw_input in = { .path = path };
    zw_status s = zw_input_load(&in, options, arena, err);
    if (s == ZW_OK)
        s = read_bytes(&in, options, arena, docs, err);
    return s == ZW_OK ? s : zw_err_at(err, "'%s'", path);
}

zw_status zw_corpus_read_bytes(const char *path, zw_str bytes, const zw_read_options *options,
                               zw_arena *arena, zw_documents *docs, zw_err *err)
{
    zw_status s = ZW_OK;
    if (bytes.n > max_bytes(options))
        s = zw_err_set(err, ZW_E_LIMIT, "%zu bytes, more than %zu", bytes.n, max_bytes(options));
    zw_input in = { .path = path, .bytes = { zw_arena_str(arena, bytes), bytes.n } };
    if (s == ZW_OK && !in.bytes.at)
        s = zw_err_nomem(err);
    if (s == ZW_OK)
        s = read_bytes(&in, options, arena, docs, err);
    return s == ZW_OK ? s : zw_err_at(err, "'%s'", path);
}
