/* receipt.h - what it takes to get an answer again and to see whether it is the same: the command,
 * what it was asked of, and what came. A JSON file (docs/json.md). */
#ifndef ZW_QUERY_SHEET_RECEIPT_H
#define ZW_QUERY_SHEET_RECEIPT_H

#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "query/sheet/tally.h"

/* Strings that came one by one. */
typedef struct {
    const char **at;
    size_t n;
} zw_receipt_list;

typedef struct {
    const char *version;       /* of the program */
    zw_receipt_list arguments; /* command, options, operands; none that names an output or index */
    const char *query, *tree;  /* tree: how it was understood; NULL where none is asked */
    const char *index;         /* its path */
    const char *identity;      /* zw_index_identity */
    const char *lexicon, *writer;
    int schema;
    uint64_t documents, passages, figures; /* of the index */
    uint64_t total;                        /* that answer; rows may be a page of them */
    uint64_t rows;
    const char *rows_hash;   /* zw_tally_hash */
    zw_receipt_list row;     /* their hashes in order; none where they are too many */
    zw_receipt_list answers; /* ids of the documents in the rows; none where they are too many */
    bool row_known, answers_known;
    const char *time; /* of the answer, UTC: 2026-11-22T03:00:00Z */
} zw_receipt;

/* Writes the file, whole or not at all. */
zw_status zw_receipt_write(const zw_receipt *receipt, const char *path, zw_arena *arena,
                           zw_err *err);

/* Reads it; everything lives in arena. ZW_E_FORMAT: no receipt. */
zw_status zw_receipt_read(const char *path, zw_arena *arena, zw_receipt *receipt, zw_err *err);

#endif
