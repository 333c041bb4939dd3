/* writer.h - the index as its one writer sees it.
 *
 * Two ways in. Small changes go into the database itself and are durable with zw_writer_commit;
 * until then nothing of them is seen, and a killed writer loses nothing but them. A bulk load
 * fills segments, one a thread, at the full speed of each; a finished segment joins the index at
 * once (zw_writer_adopt), and zw_writer_merge makes one database of all.
 *
 * What a document gives is kept under the file it came from: put a file, and what it gave before
 * and gives no more is gone. Files of the same bytes share their documents. */
#ifndef ZW_STORE_WRITER_H
#define ZW_STORE_WRITER_H

#include "store/record.h"
#include "store/xapian.h"

typedef struct zw_writer zw_writer;

/* Takes the lock of the index at dir, made when missing, and clears away what a killed writer left.
 * ZW_E_LOCKED, ZW_E_VERSION as the index says. anew: begins with nothing, whatever is there in
 * whatever version; that stays the index until zw_writer_publish. The caller frees *writer. */
zw_status zw_writer_open(const char *dir, const char *lexicon_hash, bool anew, zw_writer **writer,
                         zw_err *err);
void zw_writer_free(zw_writer *writer); /* NULL is fine; loses what was not committed */

/* Databases that make up the index now; 0: a new index. */
size_t zw_writer_parts(const zw_writer *writer);

/* The index as it stands, for lookups: with what is put but not committed. Merges first when there
 * are several parts. */
zw_status zw_writer_db(zw_writer *writer, zw_xdb **db, zw_err *err);

/* Replaces the units of a document: drop, then add each. */
zw_status zw_writer_drop(zw_writer *writer, const char *doc_id, zw_err *err);
zw_status zw_writer_add(zw_writer *writer, const zw_xdoc *unit, zw_err *err);

/* Keeps what is known of a path; documents it held and holds no more go, unless another path holds
 * them too. */
zw_status zw_writer_put(zw_writer *writer, const zw_file_record *file, zw_err *err);

/* ZW_E_NOTFOUND: no such path, no such document. */
zw_status zw_writer_remove_file(zw_writer *writer, const char *path, zw_err *err);
zw_status zw_writer_remove_document(zw_writer *writer, const char *doc_id, zw_err *err);

zw_status zw_writer_commit(zw_writer *writer, zw_err *err);

/* ---- bulk ---- */

typedef struct zw_segment zw_segment;

/* One thread at a time may call the functions that take a writer; those that take a segment
 * alone are free. The caller frees *segment, finished or not. */
zw_status zw_segment_new(zw_writer *writer, zw_segment **segment, zw_err *err);
void zw_segment_free(zw_segment *segment);
zw_status zw_segment_add(zw_segment *segment, const zw_xdoc *unit, zw_err *err);

/* Path, bytes and documents must be new to the index and to all segments. */
zw_status zw_segment_put(zw_segment *segment, const zw_file_record *file, zw_err *err);

/* Writes all of it to the disk; only then may it be adopted. */
zw_status zw_segment_finish(zw_segment *segment, zw_err *err);

/* Makes a finished segment part of the index, at once and durably. */
zw_status zw_writer_adopt(zw_writer *writer, zw_segment *segment, zw_err *err);

/* Makes one checked database of all parts. Readers go on with the old ones until they look. */
zw_status zw_writer_merge(zw_writer *writer, zw_err *err);

/* Of a writer opened anew: what it has written becomes the index in the place of the old. */
zw_status zw_writer_publish(zw_writer *writer, zw_err *err);

/* Writes even a single part anew, as small as it gets. */
zw_status zw_writer_compact(zw_writer *writer, zw_err *err);

#endif
