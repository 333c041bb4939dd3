/* odf_list.h - the numbers of lists and headings of an OpenDocument file, counted as it is shown.
 *
 * A style of lists says how each level is numbered; lists count, and one may go on where another
 * stopped. A paragraph moves the count of its level on and sets deeper ones back. */
#ifndef ZW_CORPUS_OFFICE_ODF_LIST_H
#define ZW_CORPUS_OFFICE_ODF_LIST_H

#include "base/array.h"
#include "base/buffer.h"
#include "corpus/office/package.h"

#define ZW_ODF_LEVELS 10

typedef struct {
    const char *format; /* in Word's words: chineseCounting; NULL: no number */
    const char *prefix, *suffix;
    const char *pattern; /* 第%1%条; NULL: prefix, numbers, suffix */
    int start, shown;    /* so many levels are shown, this one the last */
} zw_odf_level;

typedef struct {
    const char *name;
    zw_odf_level levels[ZW_ODF_LEVELS];
} zw_odf_list_style;

typedef struct {
    const char *style;
    int count[ZW_ODF_LEVELS];
    bool counted[ZW_ODF_LEVELS];
} zw_odf_count;

typedef struct {
    const char *id;
    zw_odf_count *count; /* several lists may share one */
} zw_odf_list;

typedef struct {
    zw_arena *arena;
    ZW_ARRAY(zw_odf_list_style) styles;
    ZW_ARRAY(zw_odf_list) lists;
    zw_odf_list_style *open; /* the style that is being read */
    zw_odf_level *level;
    bool failed;
} zw_odf_lists;

/* The elements of styles; false for one that is none of theirs. */
bool zw_odf_lists_start(zw_odf_lists *lists, zw_xml *xml, const char *name);
void zw_odf_lists_end(zw_odf_lists *lists, const char *name);

/* A list that begins: anew, or where the one of that id or the last of the style stopped. NULL:
 * memory is out. */
zw_odf_count *zw_odf_list_begin(zw_odf_lists *lists, const char *style, const char *id,
                                const char *after, bool goes_on);

/* Counts a paragraph of a level from 0 and writes its number, with a blank where one is needed.
 * start: it is given this number, or -1. */
void zw_odf_list_number(zw_odf_lists *lists, zw_odf_count *count, int level, int start, zw_buf *to);

#endif
