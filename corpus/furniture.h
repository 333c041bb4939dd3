/* furniture.h - which lines are not the document's own text: web chrome, page numbers, rules,
 * contents pages. */
#ifndef ZW_CORPUS_FURNITURE_H
#define ZW_CORPUS_FURNITURE_H

#include "corpus/draft.h"
#include "corpus/tables.h"

typedef enum {
    ZW_KEEP,
    ZW_BLANK,
    ZW_CHROME,
    ZW_PAGE_NUMBER, /* and rules of dashes: transparent when a sentence runs over them */
    ZW_CONTENTS,
} zw_line_class;

typedef struct {
    zw_range at;         /* without blanks at either end */
    unsigned width;      /* columns: a Han character takes two */
    unsigned char class; /* zw_line_class */
    bool indented;
} zw_line_info;

/* One row for each line of the draft; what labelled lines say goes into the empty fields of *meta.
 * NULL: out of memory. */
zw_line_info *zw_furniture_mark(const zw_corpus_tables *tables, const zw_draft *draft,
                                zw_arena *arena, zw_metadata *meta);

#endif
