/* xapian.h - libxapian from C: databases, documents, queries, searches.
 *
 * A thin binding for any C program; it knows nothing of what is stored. No C++ crosses this header
 * and no exception leaves it: each becomes a zw_err (locked: ZW_E_LOCKED, foreign format:
 * ZW_E_VERSION, damage: ZW_E_CORRUPT, missing: ZW_E_NOTFOUND, the rest: ZW_E_IO or ZW_E_USAGE).
 *
 * A reader that falls two commits behind a writer finds its blocks overwritten. Every read below
 * then opens the database anew and tries again, so the caller never sees that; what it got from
 * one call is consistent, what it got from two may be of two states.
 *
 * A handle belongs to one thread at a time; threads open their own. */
#ifndef ZW_STORE_XAPIAN_H
#define ZW_STORE_XAPIAN_H

#include <stdint.h>

#include "base/array.h"
#include "base/error.h"
#include "base/str.h"

#define ZW_XTERM_MAX 245 /* bytes of a term, prefix and all; a longer one is refused */

/* ---- databases ---- */

typedef struct zw_xdb zw_xdb; /* open for reading, or for reading and writing */

/* Opens for reading. Each path is a database directory or a stub file; several are searched as
 * one. Fills *db; the caller frees it with zw_xdb_free. */
zw_status zw_xdb_open(const char *const *paths, size_t n, zw_xdb **db, zw_err *err);

typedef enum {
    ZW_XDB_DURABLE, /* a commit is on the disk when it returns; a crash leaves the last commit */
    ZW_XDB_SCRATCH, /* a new database, fastest; a crash leaves rubbish: for what can be made anew */
} zw_xdb_mode;

/* Opens for writing, making the database when there is none. Nothing is committed but by
 * zw_xdb_commit, however much is written in between. */
zw_status zw_xdb_open_write(const char *path, zw_xdb_mode mode, zw_xdb **db, zw_err *err);

void zw_xdb_free(zw_xdb *db); /* NULL is fine; what was not committed is lost */

/* Opens anew to see what was committed meanwhile. */
zw_status zw_xdb_reopen(zw_xdb *db, zw_err *err);

typedef struct {
    uint64_t documents, last_docid;
    double average_length; /* of all documents, of any kind */
    uint64_t total_length;
} zw_xdb_size;

zw_status zw_xdb_size_of(zw_xdb *db, zw_xdb_size *size, zw_err *err);

/* Metadata: small values beside the documents, committed with them. An empty value is no value. */
zw_status zw_xdb_get(zw_xdb *db, zw_str key, zw_arena *arena, zw_str *value, zw_err *err);
zw_status zw_xdb_put(zw_xdb *db, zw_str key, zw_str value, zw_err *err);

typedef ZW_ARRAY(zw_str) zw_xstrings;

/* The keys of metadata that start with a prefix, ascending. */
zw_status zw_xdb_keys(zw_xdb *db, zw_str prefix, zw_arena *arena, zw_xstrings *keys, zw_err *err);

/* ---- documents ---- */

/* Data is stored with a checksum behind it and compared when it is read: ZW_E_CORRUPT rather than
 * a byte that was not written. A database that another program made has none, and is believed. */
typedef struct zw_xdoc zw_xdoc; /* being built; any thread, one at a time */

/* Building fails stickily: one check, in zw_xdoc_status or when the document is added. */
zw_xdoc *zw_xdoc_new(void); /* NULL: out of memory */
void zw_xdoc_free(zw_xdoc *doc);
void zw_xdoc_term(zw_xdoc *doc, const char *prefix, zw_str term, uint32_t wdf); /* adds to wdf */
void zw_xdoc_flag(zw_xdoc *doc, const char *prefix, zw_str term); /* wdf 0: a boolean term */
void zw_xdoc_value(zw_xdoc *doc, uint32_t slot, zw_str value);
void zw_xdoc_number(zw_xdoc *doc, uint32_t slot, double value); /* sorts as numbers do */
void zw_xdoc_data(zw_xdoc *doc, zw_str data);
zw_status zw_xdoc_status(const zw_xdoc *doc, zw_err *err);

zw_status zw_xdb_add(zw_xdb *db, const zw_xdoc *doc, uint32_t *docid, zw_err *err);

/* Puts doc in the place of the document that carries the term; of none: adds it. */
zw_status zw_xdb_replace(zw_xdb *db, zw_str term, const zw_xdoc *doc, zw_err *err);

/* Keeps terms and values, changes the stored data. */
zw_status zw_xdb_redata(zw_xdb *db, uint32_t docid, zw_str data, zw_err *err);

/* Deletes every document that carries the term. */
zw_status zw_xdb_delete(zw_xdb *db, zw_str term, zw_err *err);

zw_status zw_xdb_commit(zw_xdb *db, zw_err *err);

zw_status zw_xdb_data(zw_xdb *db, uint32_t docid, zw_arena *arena, zw_str *data, zw_err *err);
zw_status zw_xdb_value(zw_xdb *db, uint32_t docid, uint32_t slot, zw_arena *arena, zw_str *value,
                       zw_err *err);

/* The first document that carries the term; ZW_E_NOTFOUND: none. */
zw_status zw_xdb_find(zw_xdb *db, zw_str term, uint32_t *docid, zw_err *err);

/* The documents that carry the term, ascending, at most `max` of them. */
typedef ZW_ARRAY(uint32_t) zw_xdocids;
zw_status zw_xdb_postings(zw_xdb *db, zw_str term, size_t max, zw_arena *arena, zw_xdocids *docids,
                          zw_err *err);

/* ---- terms ---- */

/* Documents that carry the term; its occurrences in all of them. 0 on any failure. */
uint64_t zw_xdb_termfreq(zw_xdb *db, zw_str term);
uint64_t zw_xdb_collfreq(zw_xdb *db, zw_str term);

typedef struct {
    zw_str term; /* prefix and all */
    uint64_t freq;
} zw_xterm;

typedef ZW_ARRAY(zw_xterm) zw_xterms;

/* The terms of the database that start with a prefix, ascending, at most `max` of them. */
zw_status zw_xdb_terms(zw_xdb *db, zw_str prefix, size_t max, zw_arena *arena, zw_xterms *terms,
                       zw_err *err);

/* The terms of one document; freq is the wdf. */
zw_status zw_xdb_terms_of(zw_xdb *db, uint32_t docid, zw_arena *arena, zw_xterms *terms,
                          zw_err *err);

/* Of one slot over all documents. */
typedef struct {
    uint64_t freq;
    zw_str low, high;
} zw_xslot;
zw_status zw_xdb_slot(zw_xdb *db, uint32_t slot, zw_arena *arena, zw_xslot *found, zw_err *err);

/* Numbers as strings of bytes that sort as the numbers do. */
#define ZW_XNUMBER_MAX 9
size_t zw_xnumber_put(double value, char to[ZW_XNUMBER_MAX]);
double zw_xnumber_get(zw_str bytes);

/* ---- queries ---- */

/* A query is a tree of nodes, and a zw_xtree owns every node made with it. Making nodes fails
 * stickily: a node made of a failed one is failed, and zw_xdb_search says why. A node can stand in
 * several places, and stays valid until its tree is freed. */
typedef struct zw_xtree zw_xtree;
typedef const struct zw_xnode *zw_xquery;

zw_xtree *zw_xtree_new(void); /* NULL: out of memory; node makers then give NULL, a failed node */
void zw_xtree_free(zw_xtree *tree);
zw_status zw_xtree_status(const zw_xtree *tree, zw_err *err);

typedef enum {
    ZW_XOP_AND,
    ZW_XOP_OR,
    ZW_XOP_XOR,
    ZW_XOP_AND_NOT,   /* the first without the others */
    ZW_XOP_FILTER,    /* the first where the others match too; only the first weighs */
    ZW_XOP_AND_MAYBE, /* the first; the others add weight where they match */
    ZW_XOP_NEAR,      /* terms within window positions (databases with positions) */
    ZW_XOP_PHRASE,
    ZW_XOP_SYNONYM, /* an OR whose parts weigh as one term would */
    ZW_XOP_MAX,     /* an OR that weighs as its best part */
    ZW_XOP_ELITE,   /* an OR of the window most telling parts */
} zw_xop;

zw_xquery zw_xquery_term(zw_xtree *tree, const char *prefix, zw_str term, uint32_t wqf);
zw_xquery zw_xquery_op(zw_xtree *tree, zw_xop op, const zw_xquery *parts, size_t n,
                       uint32_t window);
zw_xquery zw_xquery_pair(zw_xtree *tree, zw_xop op, zw_xquery a, zw_xquery b);
zw_xquery zw_xquery_scale(zw_xtree *tree, zw_xquery q, double factor); /* 0: does not weigh */
zw_xquery zw_xquery_all(zw_xtree *tree);
zw_xquery zw_xquery_nothing(zw_xtree *tree);

/* Documents whose slot lies in low..high, both inside; low.at or high.at NULL: open on that side.
 * A document without a value in the slot never matches. */
zw_xquery zw_xquery_range(zw_xtree *tree, uint32_t slot, zw_str low, zw_str high);

/* Any term that starts with the prefix and text, the `max` most frequent at most, as a synonym. */
zw_xquery zw_xquery_prefix(zw_xtree *tree, const char *prefix, zw_str text, uint32_t max);

bool zw_xquery_is_nothing(zw_xquery q);

/* The tree in libxapian's own notation, for explaining. */
zw_status zw_xquery_text(zw_xquery q, zw_arena *arena, zw_str *text, zw_err *err);

/* ---- searching ---- */

typedef enum {
    ZW_XSORT_RELEVANCE,
    ZW_XSORT_VALUE,                /* by slot alone */
    ZW_XSORT_VALUE_THEN_RELEVANCE, /* by slot, then weight */
    ZW_XSORT_RELEVANCE_THEN_VALUE,
    ZW_XSORT_DOCID, /* nothing weighs */
} zw_xsort;

typedef struct {
    zw_xquery query;
    size_t first, max; /* hits first .. first + max - 1 */
    size_t at_least;   /* count exactly up to here */
    double k1, k3, b;  /* BM25; k2 is 0 */
    double min_length; /* shortest length that counts, in average lengths */
    zw_xsort sort;
    uint32_t sort_slot;
    bool descending;
    bool collapse; /* keep collapse_max (0: 1) best hits of those with the same value */
    uint32_t collapse_slot, collapse_max;
    const uint32_t *count_slots; /* count the values of these slots over all matches */
    size_t n_count_slots;
    size_t count_max;            /* the most frequent values of each; 0: all */
    const uint32_t *value_slots; /* bring these values with each hit */
    size_t n_value_slots;
    bool no_data; /* leave the stored data where it is */
    bool terms;   /* bring the query's terms that match each hit */
} zw_xsearch;

typedef struct {
    uint32_t docid;
    double weight;
    uint32_t collapsed; /* how many were dropped for it, at least */
    zw_str data;
    const zw_str *values; /* one for each of value_slots */
    const zw_str *terms;  /* prefix and all */
    size_t n_terms;
} zw_xhit;

typedef struct {
    zw_str value;
    uint64_t count;
} zw_xcount;

typedef struct {
    uint64_t counted; /* matches looked at */
    const zw_xcount *at;
    size_t n;
} zw_xcounts;

typedef struct {
    size_t n;
    const zw_xhit *at;
    uint64_t low, estimate, high; /* matches; equal when counted exactly */
    double max_weight;
    const zw_xcounts *counts; /* one for each of count_slots */
} zw_xhits;

/* BM25 as usual: k1 1, k3 1, b 0.5, ten hits by relevance. */
#define ZW_XSEARCH_INIT ((zw_xsearch){ .max = 10, .k1 = 1, .k3 = 1, .b = 0.5 })

/* Everything in hits lives in arena. */
zw_status zw_xdb_search(zw_xdb *db, const zw_xsearch *search, zw_arena *arena, zw_xhits *hits,
                        zw_err *err);

/* ---- care ---- */

/* libxapian 1.4 writes in a destructor during a commit (values). When that fails, as on a full
 * disk, the exception cannot leave it and C++ ends the program there; the last commit is safe.
 * `say` gets the reason and must not return: it ends the program as it sees fit. */
void zw_xapian_last_words(void (*say)(const zw_err *why));

/* Writes the databases as one compact database into the new directory `to`, docids renumbered in
 * order. Metadata keys that several have keep the first's value. */
zw_status zw_xdb_compact(const char *const *paths, size_t n, const char *to, zw_err *err);

/* Looks through every block; *errors counts what is wrong, report (may be NULL) says what. */
zw_status zw_xdb_check(const char *path, size_t *errors, zw_arena *arena, zw_str *report,
                       zw_err *err);

/* Compares what the tables say of each other, document by document and posting by posting: the
 * postings with the term lists, lengths and counts with what they count, values and data with the
 * checksums they were stored with. Reads all of it. */
zw_status zw_xdb_verify(zw_xdb *db, size_t *errors, zw_arena *arena, zw_str *report, zw_err *err);

const char *zw_xapian_version(void);

#endif
