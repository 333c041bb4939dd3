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
} zw_part;

typedef ZW_ARRAY(zw_part) zw_parts;

/* parts->n >= 1: one part that holds everything where there is no compilation. */
zw_status zw_split(const zw_corpus_tables *tables, const zw_cleaned *all, zw_arena *arena,
                   zw_parts *parts, zw_err *err);

/* The part as a cleaned text of its own. */
zw_status zw_part_take(const zw_cleaned *all, const zw_part *part, zw_arena *arena, zw_cleaned *own,
                       zw_err *err);

#endif
