/* index.h - the index as readers see it.
 *
 * An index is a directory; or a list of them parted by commas (shards), searched as one. Its file
 * XAPIANDB names the databases inside that make it up, so any Xapian tool opens it too. A handle
 * belongs to one thread.
 *
 * An index made under another schema or lexicon is refused: its terms are not those a query would
 * ask for. */
#ifndef ZW_STORE_INDEX_H
#define ZW_STORE_INDEX_H

#include "base/digest.h"
#include "store/record.h"
#include "store/schema.h"
#include "store/xapian.h"

typedef struct zw_index zw_index;

/* Opens for reading. lexicon_hash (zw_lexicon_hash) NULL: not compared, for tools that ask no
 * words. ZW_E_NOTFOUND: nothing there; ZW_E_VERSION: schema or lexicon differ. The caller frees
 * *index with zw_index_free. */
zw_status zw_index_open(const char *where, const char *lexicon_hash, zw_index **index, zw_err *err);
void zw_index_free(zw_index *index);

/* Opens an index of any version, for what does not depend on it: the files it knows, its state.
 * ZW_E_VERSION: it is a database, but no index of ours. */
zw_status zw_index_open_any(const char *where, zw_index **index, zw_err *err);

/* What is in the index, as a hash: of its form, its lexicon, the ids of its documents (which come
 * from the bytes of their files) and how many terms and units they have. The same documents read by
 * the same program have the same, in whatever order and place. Reads the ids: some milliseconds for
 * thousands of documents. */
zw_status zw_index_identity(zw_index *index, char hex[ZW_SHA256_HEX], zw_err *err);

/* The database under it; belongs to the index. */
zw_xdb *zw_index_db(zw_index *index);

/* Opens anew when a writer has changed the index since (a stat of a file or two); *changed tells
 * (may be NULL). */
zw_status zw_index_refresh(zw_index *index, bool *changed, zw_err *err);

/* $ZHENGWEN_DB, else $XDG_DATA_HOME/zhengwen/index, else ~/.local/share/zhengwen/index. NULL: none
 * of the three can be told, or memory is out. */
const char *zw_index_default(zw_arena *arena);

typedef struct {
    uint64_t units, documents, passages, figures, files;
    double passage_length; /* average, in terms */
    int schema;
    const char *lexicon, *writer; /* hash; program and Xapian that wrote it */
} zw_index_stats;

/* Counted once when the index was opened or refreshed. */
const zw_index_stats *zw_index_stats_of(const zw_index *index);

/* Only passages have length, yet Xapian's average is over all units: r = passages / units of it.
 * These k1, b (with k2 0, min_length 0) make its BM25 weigh as k1, b over passages alone would,
 * up to one constant factor for all weights. */
typedef struct {
    double k1, b;
} zw_bm25;
zw_bm25 zw_index_bm25(const zw_index_stats *stats, double k1, double b);

/* The other half: Xapian takes idf over all units. Scaling a term's weight by this gives its idf
 * over passages; termfreq: units that carry it. */
double zw_index_idf_scale(const zw_index_stats *stats, uint64_t termfreq);

/* Records, by what a hit brings or by id. ZW_E_NOTFOUND: no such document or passage. */
zw_status zw_index_document(zw_index *index, zw_str doc_id, zw_arena *arena, zw_doc_record *record,
                            zw_err *err);
zw_status zw_index_passage(zw_index *index, zw_str passage_id, zw_arena *arena,
                           zw_passage_record *record, zw_err *err);

/* Of a lookup by what a hit's record names, which must be there: where it is not found, the message
 * says that the index changed meanwhile or is damaged. Returns s. */
zw_status zw_index_named(const zw_index *index, zw_status s, zw_err *err);

/* Every path that was read, in the order of paths; of an index of any version too. */
zw_status zw_index_files(zw_index *index, zw_arena *arena, zw_file_records *files, zw_err *err);

/* The databases the index consists of. */
zw_status zw_index_parts(const zw_index *index, zw_arena *arena, zw_names *parts, zw_err *err);

/* Bytes on the disk; what lies elsewhere does not count. */
uint64_t zw_index_bytes(const zw_index *index);

#endif
