/* clean.h - a draft's lines to paragraphs: what is not the document's own text goes, lines that a
 * page or a fixed width broke are joined, and a map says where every byte came from.
 *
 * Dropped: web chrome, contents pages, page numbers, rules, form feeds, control and zero-width
 * characters, indents. A line is kept or dropped whole; no word inside a kept line is touched. */
#ifndef ZW_CORPUS_CLEAN_H
#define ZW_CORPUS_CLEAN_H

#include "corpus/draft.h"
#include "corpus/tables.h"

typedef struct {
    zw_range text;             /* in zw_cleaned.text, without the '\n' behind it */
    unsigned char kind, level; /* as zw_line */
    bool indented;             /* its first line stood in from the margin */
    bool gap;                  /* blank lines (or dropped ones) stood before it */
    bool cut;                  /* chrome of a page stood before it */
} zw_para;

typedef struct {
    zw_str text; /* every paragraph ends with '\n' */
    zw_offset_map *map;
    ZW_ARRAY(zw_para) paras;
    zw_metadata carried; /* what the format and the box of facts above the document say */
} zw_cleaned;

zw_status zw_clean(const zw_corpus_tables *tables, const zw_draft *draft, zw_arena *arena,
                   zw_cleaned *cleaned, zw_err *err);

#endif
