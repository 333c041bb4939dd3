/* tables.h - the word lists that taking a document apart needs. Read-only once loaded, shared by
 * threads. */
#ifndef ZW_CORPUS_TABLES_H
#define ZW_CORPUS_TABLES_H

#include "base/error.h"
#include "base/trie.h"
#include "base/tsv.h"
#include "corpus/corpus.h"

/* What a line must be to count as web chrome. */
enum {
    ZW_CHROME_LINE = 1,
    ZW_CHROME_START = 2,
    ZW_CHROME_ALL = 4,
    ZW_CHROME_HAS = 8,
    ZW_CHROME_DATE = 16, /* tells that the date on its line is the page's (corpus/dateline.h) */
    ZW_CHROME_FOOT = 32, /* behind the last sentence, begins the foot of a page */
};

/* What a label above a document fills. */
typedef enum {
    ZW_LABEL_NONE,
    ZW_LABEL_NUMBER,
    ZW_LABEL_ISSUER,
    ZW_LABEL_DATE,
    ZW_LABEL_PUBLISHED,
    ZW_LABEL_EFFECTIVE,
    ZW_LABEL_REPEALED,
    ZW_LABEL_VALIDITY,
    ZW_LABEL_TITLE,
    ZW_LABEL_MADE, /* 生成日期: of the page or of the text; publishing where nothing else tells */
} zw_label_field;

typedef enum {
    ZW_NUMERAL_HAN,
    ZW_NUMERAL_DIGIT,
    ZW_NUMERAL_CIRCLED,
    ZW_NUMERAL_NONE,
    ZW_NUMERAL_DOTTED2, /* 5.1 */
    ZW_NUMERAL_DOTTED3, /* 5.1.2 */
    ZW_NUMERAL_DOTTED4,
} zw_numeral;

/* A row of numbering.tsv: one way to number an item. */
typedef struct {
    zw_str name;
    zw_str open, close; /* alternatives parted by blanks */
    zw_numeral numeral;
    int rank;    /* fixed order among 编 章 节 条; 0: by order of appearance */
    bool spaced; /* inside a line only with a blank behind it */
    bool headed; /* its first sentence, when short, is its heading */
    bool inside; /* may begin inside a line */
} zw_number_row;

#define ZW_NUMBER_ROWS 32

struct zw_corpus_tables {
    zw_arena *arena;
    zw_trie *chrome;   /* words -> bit set of ZW_CHROME_... */
    zw_trie *genres;   /* words a title ends with -> 1 */
    zw_trie *heads;    /* words that head a part of a guide -> 1 */
    zw_trie *issuers;  /* endings of names of bodies that issue documents -> 1 */
    zw_trie *validity; /* words -> 1 */
    zw_trie *labels;   /* labels -> zw_label_field */
    zw_trie *html;     /* "tag div", "class share", "meta pubdate" -> zw_html_what */
    zw_number_row numbers[ZW_NUMBER_ROWS];
    size_t n_numbers;
    unsigned char number_starts[65536 / 8]; /* a bit for each code point a number begins with */
};

#endif
