/* word.h - what a Word document says elsewhere than in its text: styles, numbering, notes.
 *
 * Numbers of paragraphs are counted as Word counts them, so that 第三条 and （二） stand in the
 * text although the file holds only 第%1条 and （%2）. */
#ifndef ZW_CORPUS_OFFICE_WORD_H
#define ZW_CORPUS_OFFICE_WORD_H

#include "base/array.h"
#include "base/buffer.h"
#include "corpus/office/package.h"

#define ZW_WORD_LEVELS 9

typedef struct {
    const char *id, *based_on;
    size_t order;       /* in the file */
    const char *name;   /* "heading 1", "toc 2", as Word names it in every language */
    const char *number; /* id of a list; NULL: not said */
    int level;          /* in the list; -1: not said */
    int outline;        /* 0 to 8; 9: text; -1: not said */
    int hidden;         /* 1, 0; -1: not said */
} zw_word_style;

typedef struct {
    int start;
    const char *format; /* chineseCounting, decimal ... */
    const char *text;   /* 第%1条 */
    bool legal;         /* numbers of other levels in digits */
} zw_word_level;

typedef struct {
    const char *id;
    zw_word_level levels[ZW_WORD_LEVELS];
    int count[ZW_WORD_LEVELS]; /* the last number given; 0 below started: none yet */
    bool counted[ZW_WORD_LEVELS];
} zw_word_list;

typedef struct {
    const char *id, *list_id;
    zw_word_list *list;
    int start[ZW_WORD_LEVELS]; /* instead of the list's; -1: as the list says */
    bool begun[ZW_WORD_LEVELS];
} zw_word_number;

typedef struct {
    const char *id;
    zw_str text;
} zw_word_note;

typedef struct {
    zw_arena *arena;
    ZW_ARRAY(zw_word_style) styles;   /* by id, once read */
    ZW_ARRAY(zw_word_list) lists;     /* by id */
    ZW_ARRAY(zw_word_number) numbers; /* by id */
    ZW_ARRAY(zw_word_note) footnotes, endnotes;
    bool failed;
} zw_word;

/* Reads styles.xml and numbering.xml where they are. */
zw_status zw_word_open(zw_package *package, const char *folder, zw_arena *arena, zw_word *word,
                       zw_err *err);

/* What a style says, with what it is based on; never NULL. */
zw_word_style zw_word_style_of(const zw_word *word, const char *id);

/* Counts one paragraph of a list and writes its number (`第三条`, `（二）`, `1.`) with a blank
 * where one is needed; nothing for bullets. */
void zw_word_count(zw_word *word, const char *number, int level, zw_buf *to);

/* A number in a format of Word's: 十二 for chineseCounting. */
void zw_word_number_write(const char *format, int n, zw_buf *to);

#endif
