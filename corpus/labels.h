/* labels.h - the box of facts above a document on a web page: 文　　号： 甲政发〔2016〕4号. */
#ifndef ZW_CORPUS_LABELS_H
#define ZW_CORPUS_LABELS_H

#include "corpus/document.h"
#include "corpus/tables.h"

/* Whether line begins with a label and a colon or tab; its values, and those of further labels on
 * the line, go into the fields of *meta that are empty. */
bool zw_labels_read(const zw_corpus_tables *tables, zw_str line, zw_arena *arena,
                    zw_metadata *meta);

/* The same of a row of a table whose cells are labels and values in turn, parted by tabs. The
 * first label has a colon, or there are two and more: a table about names (名称 | 数量) is no box.
 */
bool zw_labels_row(const zw_corpus_tables *tables, zw_str row, zw_arena *arena, zw_metadata *meta);

#endif
