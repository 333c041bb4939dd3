/* structure.h - the sections of a document and the passages its body is cut into.
 *
 * Sections nest in the order in which a document introduces its ways of numbering: （一） below
 * 一、 where it first appears there; only 编 章 节 条 have a fixed order. A number inside a line
 * begins an item only where it continues a sequence (一、…二、…), so that 依照第(三)项 does not. */
#ifndef ZW_CORPUS_STRUCTURE_H
#define ZW_CORPUS_STRUCTURE_H

#include "corpus/frame.h"

#define ZW_SECTION_DEPTH 32               /* deeper numbers become siblings at this depth */
#define ZW_SECTIONS_MAX ((size_t)1000000) /* further numbers are plain text */
#define ZW_PASSAGE_CHARS 500              /* passages are cut at a sentence end near this */

/* Fills doc->sections and doc->passages. doc->text and doc->arena are set. */
zw_status zw_structure(const zw_corpus_tables *tables, const zw_frame *frame, zw_document *doc,
                       zw_err *err);

/* The second half of it, in passages.c: cuts the body by the sections that are there. */
zw_status zw_passages_cut(const zw_frame *frame, zw_document *doc, zw_err *err);

#endif
