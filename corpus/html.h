/* html.h - a web page as lines of text, and which of them are its matter.
 *
 *     page   the parser's events to the rendered text: elements that begin a line, cells, links
 *     row    the cells of a table's row on one line
 *     main   the lines that are the document; what navigates, shares and signs the page stays out
 *
 * The parser (libxml2's, which takes any markup) hands over start tags, end tags and characters
 * only: no tree is built, so memory is that of the text, its lines and its blocks. */
#ifndef ZW_CORPUS_HTML_H
#define ZW_CORPUS_HTML_H

#include "base/buffer.h"
#include "corpus/draft.h"
#include "corpus/tables.h"

/* Beyond these a page is refused with ZW_E_LIMIT: each of them makes a parser's time grow faster
 * than the file. Pages as they are found stay below a hundredth of each. */
#define ZW_HTML_MAX_DEPTH 2048 /* elements open at once */
#define ZW_HTML_MAX_BLOCKS ((size_t)4 * 1000 * 1000)
#define ZW_HTML_MAX_ATTRIBUTES 20000 /* of one tag */
#define ZW_HTML_MAX_WORK                                                                           \
    ((size_t)400 * 1000 * 1000) /* steps over attributes and stray end tags                        \
                                 */

/* What html.tsv says of a tag, a class or a meta name; its keys are "tag div", "class share",
 * "meta pubdate". */
typedef enum {
    ZW_HTML_BLOCK = 1,
    ZW_HTML_BREAK,
    ZW_HTML_PARA,
    ZW_HTML_HEADING,
    ZW_HTML_PRE,
    ZW_HTML_TABLE,
    ZW_HTML_ROW,
    ZW_HTML_CELL,
    ZW_HTML_LINK,
    ZW_HTML_SKIP,
    ZW_HTML_CHROME,
    ZW_HTML_TITLE,
    ZW_HTML_META,
    ZW_HTML_ISSUER,
    ZW_HTML_NUMBER,
    ZW_HTML_DATE,
    ZW_HTML_PUBLISHED,
    ZW_HTML_WHATS,
} zw_html_what;

/* An element that begins a line of its own; those below one follow it, up to `end`. */
typedef struct {
    uint32_t parent; /* block 0 is the page and its own parent */
    uint32_t end;
    bool chrome; /* by its tag or class, or not shown */
    bool para;   /* a paragraph, however many lines an unclosed one takes up */
} zw_html_block;

typedef struct {
    zw_range at;               /* in the page's text, without the line end */
    uint32_t block;            /* the innermost that holds it */
    uint32_t chars;            /* that are no blanks */
    uint32_t linked;           /* of these, inside links */
    uint32_t stops;            /* signs of running text: ，。；：、 */
    unsigned char kind, level; /* as zw_line */
} zw_html_line;

typedef struct {
    zw_buf text;
    ZW_ARRAY(zw_html_block) blocks;
    ZW_ARRAY(zw_html_line) lines;
    zw_metadata meta;  /* of the head: meta tags */
    const char *title; /* of the head: <title>, as written; or NULL */
} zw_html_page;

/* Fills *page; arrays and metadata lie in arena, the caller frees the text with
 * zw_html_page_free. */
zw_status zw_html_parse(const zw_corpus_tables *tables, zw_str utf8, zw_arena *arena,
                        zw_html_page *page, zw_err *err);
void zw_html_page_free(zw_html_page *page);

/* Adds the lines of the document to the draft, whose text is the page's. */
zw_status zw_html_main(const zw_corpus_tables *tables, const zw_html_page *page, zw_arena *arena,
                       zw_draft *draft, zw_err *err);

/* What the table says of a name, its ASCII letters taken as small ones: ZW_HTML_... or 0. */
unsigned zw_html_look_up(const zw_corpus_tables *tables, const char *kind, zw_str name);

/* html_row.c: the cells of one row, while it is open. */
#define ZW_HTML_COLUMNS 64 /* cells further right know nothing of cells above them */

typedef struct {
    unsigned short left[ZW_HTML_COLUMNS]; /* rows that a cell above still reaches down */
    bool data;                            /* a row of it was one */
} zw_html_table;

typedef struct {
    size_t text; /* where its first cell begins */
    unsigned columns, rows;
    size_t end;
} zw_html_cell;

typedef struct {
    size_t first_line, first_cell, text;
    bool nested; /* a table stands inside it: it lays out a page */
} zw_html_row;

/* Whether the cells make a record, and if so its one line in *line: tabs between cells, empty ones
 * where a cell spans more columns or a cell above reaches down. */
bool zw_html_row_line(zw_html_table *table, const zw_html_cell *cells, size_t n, bool nested,
                      zw_str text, zw_buf *line);

#endif
