/* document.h - a policy document as the rest of the program sees it.
 *
 * One source file gives one document, or several when it is a compilation. Three texts, one map:
 *
 *     source   the whole file decoded to UTF-8, before any cleaning; all parts of a file share it.
 *              Of a web page: all the text it shows, furniture too, a block a line, the cells of a
 *              row parted by tabs (`zhengwen-index extract --format source` prints it)
 *     text     this document cleaned: page furniture, contents pages and web chrome gone, lines
 *              that a page or a fixed width broke joined; a '\n' ends each paragraph
 *     map      text -> source, byte for byte
 *
 * Every range in a document (section, passage, fact) counts bytes of `text`; zw_document_span says
 * where that is in `source`, in bytes and in code points, and source[span] is the quotation.
 *
 * Sections form a tree in reading order; section 0 is the document itself. Passages tile the body:
 * they ascend, do not overlap, and hold every character of the body; title, document number,
 * addressees, signature and date stand in `text` but in no passage.
 *
 * Everything lives in the arena the document was read into. */
#ifndef ZW_CORPUS_DOCUMENT_H
#define ZW_CORPUS_DOCUMENT_H

#include "base/array.h"
#include "base/char_index.h"
#include "base/digest.h"
#include "base/offset_map.h"
#include "base/str.h"

/* A decoded file, shared by its documents. */
typedef struct {
    const char *path;           /* as it was named; bytes that are not UTF-8 are U+FFFD */
    const char *reader;         /* "txt", "markdown", "html" */
    const char *encoding;       /* "UTF-8", "GB18030", ... */
    char sha256[ZW_SHA256_HEX]; /* of the file's bytes */
    zw_str text;
    zw_char_index *chars;
} zw_source;

typedef struct {
    size_t parent;   /* index; section 0 is its own parent */
    int level;       /* depth in the tree: 0 the document, 1 its children, ... */
    zw_range number; /* 第三章, 一、, （五）, 2., ①, ——, as written; empty: no number */
    zw_range heading; /* the heading's words without number; empty: an item without heading */
    zw_range text;    /* all of the section, its heading and its children */
} zw_section;

typedef struct {
    zw_range text;   /* with the headings that lead to it, when they stand on lines before it */
    size_t body;     /* where its own item or paragraph begins, start <= body < end */
    size_t section;  /* the innermost section */
    bool table_row;  /* a row of a table (cells parted by tabs or bars) */
    zw_range header; /* of a row: the first row of its table, which may be itself; else empty */
} zw_passage;

typedef struct {
    const char *title;  /* never NULL: at worst the file's name without ending */
    const char *number; /* 宁政办发〔2017〕195号, normalised brackets; or NULL */
    const char *issuer; /* full name, joint issuers parted by a blank; or NULL */
    const char *date;   /* of signing: YYYY-MM-DD, YYYY-MM or YYYY; or NULL. Of a law with its
                         * history below the title: of the latest passing or change */
    const char *published, *effective, *repealed; /* the same form; or NULL */
    const char *validity; /* 试行, 暂行, 废止, 征求意见稿 ... as written; or NULL */
    const char *genre;    /* 通知, 实施意见, 工作方案要点 ...; or NULL */
    int year;             /* the year that governs its targets when its title names one, else 0 */
    zw_range title_at;    /* where the title stands in text; empty when it came from elsewhere */
    bool named_by_file;   /* the title is the file's name */
} zw_metadata;

/* What a manifest says of a document. Names are those of zw_metadata, "id", "region" (a path from
 * the province down, parted by '/', or 全国), "url", "topic", and "x:NAME" for all else. */
typedef struct {
    const char *name, *value;
} zw_given;

typedef ZW_ARRAY(zw_given) zw_givens; /* ascending by name, each name once */

/* The value under a name, or NULL. */
static inline const char *zw_given_value(const zw_givens *given, const char *name)
{
    for (size_t i = 0; i < given->n; i++) {
        if (strcmp(given->at[i].name, name) == 0)
            return given->at[i].value;
    }
    return NULL;
}

typedef struct {
    const zw_source *source;
    zw_arena *arena;
    char id[33];       /* stable: from the content or given, never from the order of reading */
    const char *part;  /* the part's place or title in a compilation, else NULL */
    size_t part_index; /* 0 for the first or only document of a file */
    zw_str text;
    const zw_offset_map *map;
    zw_metadata meta;
    zw_givens given; /* those of zw_metadata stand in meta */
    zw_givens found; /* what the text says in their place; a value may be NULL */
    ZW_ARRAY(zw_section) sections;
    ZW_ARRAY(zw_passage) passages;
} zw_document;

typedef struct {
    const zw_source *source;
    ZW_ARRAY(zw_document *) documents;
} zw_documents;

/* Where a stretch of doc->text stands in doc->source->text. */
zw_span zw_document_span(const zw_document *doc, zw_range r);

/* The source text of a stretch, character for character: the quotation. */
zw_str zw_document_quote(const zw_document *doc, zw_range r);

/* The innermost section that holds byte `at` of text. */
size_t zw_document_section_at(const zw_document *doc, size_t at);

/* The passage that holds byte `at` of text, or SIZE_MAX where none does. */
size_t zw_document_passage_at(const zw_document *doc, size_t at);

/* The number, as written and trimmed, of the innermost numbered section around `at`, or empty. */
zw_str zw_document_item_at(const zw_document *doc, size_t at);

#endif
