/* split.h - a compilation to its parts.
 *
 * A compilation is a file in which at least three lines that look like titles share their end
 * (…国家 新型城镇化综合试点工作方案要点), each has a body below it, and the numbering begins anew
 * in each. A document whose numbered chapters go on across such lines is one document. */
#ifndef ZW_CORPUS_SPLIT_H
#define ZW_CORPUS_SPLIT_H

#include "corpus/clean.h"

typedef struct {
    size_t first, end; /* paragraphs */
    const char *name;  /* what tells this title from the others: 北京市房山区; NULL: none */
    size_t piece;      /* of a document cut for its size, from 1; 0: it is whole */
} zw_part;

typedef ZW_ARRAY(zw_part) zw_parts;

/* A longer document is cut into pieces of about this size, between paragraphs: what is found in a
 * document is kept in memory until all of it is. Whole books are shorter. */
#define ZW_DOCUMENT_MAX_BYTES ((size_t)8 * 1024 * 1024)

/* parts->n >= 1: one part that holds everything where there is no compilation. The pieces of a
 * document follow each other; from the second on they are named 第2部分. */
zw_status zw_split(const zw_corpus_tables *tables, const zw_cleaned *all, zw_arena *arena,
                   zw_parts *parts, zw_err *err);

/* The part as a cleaned text of its own. */
zw_status zw_part_take(const zw_cleaned *all, const zw_part *part, zw_arena *arena, zw_cleaned *own,
                       zw_err *err);

#endif
