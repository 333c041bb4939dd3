/* draft.h - what a reader makes of a file: decoded text and the lines worth looking at.
 *
 * A line is a range of the text without its line end. Markup that is no text (`## `, `**`, front
 * matter, comments) lies outside every line; where markup stands inside a line, the line goes on
 * as further lines that are marked `glued`. Blank lines are kept: an empty range says that
 * paragraphs may part here. */
#ifndef ZW_CORPUS_DRAFT_H
#define ZW_CORPUS_DRAFT_H

#include "base/array.h"
#include "base/error.h"
#include "corpus/document.h"

typedef enum { ZW_LINE_TEXT, ZW_LINE_HEADING, ZW_LINE_TABLE_ROW } zw_line_kind;

/* What a format tells of a row of a table. A further row has the header of the row that began the
 * table even when lines of text stand between: 一、经济发展 across all columns. */
enum { ZW_ROW_PLAIN, ZW_ROW_FIRST, ZW_ROW_FURTHER };

typedef struct {
    zw_range at;
    unsigned char kind;  /* zw_line_kind, told by the format itself */
    unsigned char level; /* of a heading, from 1; of a row ZW_ROW_...; else 0 */
    bool glued;          /* goes on where the line before it stopped */
} zw_line;

typedef ZW_ARRAY(zw_line) zw_lines;

/* A longer line is cut behind a sentence: nobody wrote it as one paragraph. */
#define ZW_LINE_MAX_BYTES ((size_t)1024 * 1024)

/* A file of more lines than this is refused with ZW_E_LIMIT (a line costs some 100 bytes). */
#define ZW_READ_MAX_LINES ((size_t)4 * 1000 * 1000)

typedef struct {
    const char *encoding;
    zw_str text; /* the whole file decoded, markup included */
    zw_lines lines;
    zw_metadata meta; /* what the format itself carries; the rest NULL */
} zw_draft;

zw_status zw_draft_add_line(zw_draft *draft, zw_arena *arena, zw_line line, zw_err *err);

/* The next line of text from *at, without its line end; moves *at behind it. Ends: \n, \r\n, \r,
 * \f, \v, U+2028, U+2029. false at the end of the text. */
bool zw_draft_next_line(zw_str text, size_t *at, zw_range *line);

/* Cuts lines of more than ZW_LINE_MAX_BYTES, once the text is whole. */
zw_status zw_draft_cut_lines(zw_draft *draft, zw_arena *arena, zw_err *err);

#endif
