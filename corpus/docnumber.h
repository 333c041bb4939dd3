/* docnumber.h - the number a document was issued under.
 *
 *     宁政办发〔2017〕195号  国办发[2016]8号  (2017) 12号  甘政发【2016】第3号   year in brackets
 *     第12号  国务院令第685号  甲市人民政府第68号令  公告 2019年第3号           no brackets  */
#ifndef ZW_CORPUS_DOCNUMBER_H
#define ZW_CORPUS_DOCNUMBER_H

#include "base/arena.h"
#include "base/str.h"

typedef struct {
    zw_range at; /* in the text; empty: none */
    int year;    /* 0: not told */
} zw_doc_number;

/* The first number in text at or after from. */
zw_doc_number zw_doc_number_find(zw_str text, size_t from);

/* The number as it is told everywhere: brackets 〔〕, no blanks. NULL when memory is out. */
char *zw_doc_number_normal(zw_arena *arena, zw_str number);

#endif
