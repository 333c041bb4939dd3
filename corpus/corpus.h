/* corpus.h - how a file gets in: bytes -> reader -> decoded source -> documents.
 *
 *     reader    bids on the first bytes, gives text and what metadata the format itself carries
 *     encoding  bytes to UTF-8
 *     clean     source to text with its map: joins broken lines, marks furniture
 *     split     a compilation to its parts
 *     structure sections and passages
 *     metadata  title, number, issuer, dates, genre
 *
 * One call does all. It never prints; what it refuses it says in err. */
#ifndef ZW_CORPUS_CORPUS_H
#define ZW_CORPUS_CORPUS_H

#include "base/error.h"
#include "corpus/document.h"

/* The word lists and patterns. Read-only, shared by threads; whoever reads many files opens them
 * once and names them in the options. */
typedef struct zw_corpus_tables zw_corpus_tables;

/* Fills *tables; the caller frees them with zw_corpus_tables_free. */
zw_status zw_corpus_tables_open(zw_corpus_tables **tables, zw_err *err);
void zw_corpus_tables_free(zw_corpus_tables *tables); /* NULL is fine */

typedef struct {
    size_t max_bytes; /* larger files are refused with ZW_E_LIMIT; 0: ZW_READ_MAX_BYTES */
    const zw_corpus_tables *tables; /* NULL: loaded for this one call */
} zw_read_options;

#define ZW_READ_MAX_BYTES ((size_t)256 * 1024 * 1024)

/* Time and memory are linear in the file, whatever its shape: 100 MB on one line take twice their
 * size (source and text) and 1.3 s of one core; a line costs some 100 bytes more, and more than
 * four million lines are refused. Sections nest at most 32 deep, deeper ones become siblings there,
 * and behind the millionth number the rest is plain text.
 *
 * Reads and takes apart the file at path. All of *docs lives in arena; docs->n >= 1 on success.
 * Errors: ZW_E_IO, ZW_E_EMPTY (nothing but blanks), ZW_E_FORMAT (no reader takes it: binary),
 * ZW_E_ENCODING, ZW_E_LIMIT, ZW_E_NOMEM. */
zw_status zw_corpus_read(const char *path, const zw_read_options *options, zw_arena *arena,
                         zw_documents *docs, zw_err *err);

/* The same for bytes in memory, named `path` in messages and titles (tests, fuzzing). */
zw_status zw_corpus_read_bytes(const char *path, zw_str bytes, const zw_read_options *options,
                               zw_arena *arena, zw_documents *docs, zw_err *err);

#endif
