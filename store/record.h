/* record.h - what is stored with a unit: the answer itself, ready to be shown.
 *
 * A document's record holds its metadata, a passage's its text, the way back to the source,
 * headings and facts (so the passages of a document are its outline); a figure's only its place in
 * its passage. The form is compact binary (store/pack.h); a record that breaks it is ZW_E_CORRUPT,
 * never a crash.
 *
 * The same structs are made from a document that was just read, so that extract and search print
 * through the same code (store/fact_json.h). */
#ifndef ZW_STORE_RECORD_H
#define ZW_STORE_RECORD_H

#include <stdint.h>

#include "base/buffer.h"
#include "facts/facts.h"

/* A document that another refers to, once however often it does. */
typedef struct {
    const char *title, *number; /* number may be NULL */
    bool basis;
} zw_cited;

/* A document. Strings may be NULL where zw_metadata says so. */
typedef struct {
    const char *id, *file, *part, *sha256, *reader, *encoding;
    zw_metadata meta; /* title_at is not kept */
    zw_region_path region;
    size_t passages, figures;
    ZW_ARRAY(zw_cited) cites;
    zw_givens given, found; /* by a manifest, and what the text says in their place */
    zw_version version;
} zw_doc_record;

/* A passage with its facts. Facts are those of zw_facts with place.at in bytes of `text`; their
 * source spans are of the whole source file, as the passage's own. */
typedef struct {
    const char *doc_id, *id; /* DOCID, DOCID:n */
    size_t index;            /* n */
    const char *part;        /* of the document, or NULL */
    zw_str text;             /* clean */
    size_t body;             /* where its own item begins in text, after the headings */
    bool table_row;
    zw_span source;              /* in the source file */
    zw_str quote;                /* the source file's bytes there: source[source.byte] */
    const zw_offset_map *map;    /* text to quote */
    const char *const *headings; /* from the top: 一、总体要求 */
    size_t n_headings;
    zw_facts facts; /* region is the document's */
} zw_passage_record;

/* From a document and its facts. The result shares their memory; `arena` holds the rest. */
zw_status zw_doc_record_of(const zw_document *doc, const zw_facts *facts, zw_arena *arena,
                           zw_doc_record *record, zw_err *err);
zw_status zw_passage_record_of(const zw_document *doc, const zw_facts *facts, size_t passage,
                               zw_arena *arena, zw_passage_record *record, zw_err *err);

/* To and from the stored form. What is read lives in arena and in `data`. */
zw_status zw_doc_record_write(const zw_doc_record *record, zw_buf *to, zw_err *err);
zw_status zw_doc_record_read(zw_str data, zw_arena *arena, zw_doc_record *record, zw_err *err);
zw_status zw_passage_record_write(const zw_passage_record *record, zw_buf *to, zw_err *err);
zw_status zw_passage_record_read(zw_str data, zw_arena *arena, zw_passage_record *record,
                                 zw_err *err);

/* A figure unit: which figure of its passage (index into facts.figures) it is. */
typedef struct {
    const char *passage; /* DOCID:n */
    size_t figure;
} zw_figure_record;
zw_status zw_figure_record_write(const zw_figure_record *record, zw_buf *to, zw_err *err);
zw_status zw_figure_record_read(zw_str data, zw_figure_record *record, zw_err *err);

/* A path that was read: by what it is known to be unchanged, and what it gave. */
typedef struct {
    const char *path;    /* absolute */
    const char *sha256;  /* of its bytes */
    const char *version; /* of the program that read it */
    uint64_t size;
    int64_t mtime_ns; /* since 1970 */
    zw_names docs;    /* ids */
    zw_givens given;  /* with which it was read */
} zw_file_record;
typedef ZW_ARRAY(zw_file_record) zw_file_records;

/* The time of a file that was changed so shortly before it was read that a later change might not
 * show in it: the file is looked at again. */
#define ZW_MTIME_UNSURE INT64_MIN

zw_status zw_file_record_write(const zw_file_record *record, zw_buf *to, zw_err *err);
zw_status zw_file_record_read(zw_str data, zw_arena *arena, zw_file_record *record, zw_err *err);

/* Where a stretch of the passage's text stands in the source file. */
zw_span zw_passage_record_span(const zw_passage_record *record, zw_range text);

/* The source file's own characters at a span inside the passage (a fact's, or the one above). */
zw_str zw_passage_record_quote(const zw_passage_record *record, zw_span source);

#endif
