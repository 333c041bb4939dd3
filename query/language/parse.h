/* parse.h - a query as a tree, every node with its place in the line.
 *
 *     query   = any { OR any }
 *     any     = side { AND side }            both wanted
 *     side    = item { item }                words side by side: wanted, may be relaxed
 *     item    = { NOT | - } near
 *     near    = thing { NEAR/n thing }       within n characters of each other
 *     thing   = word | word* | +word | "run" | field: value | (query) | * | word CMP value
 *     value   = word | "run" | (query) | low..high
 *
 * Everything points into the query, which must outlive the tree; nodes live in the arena. */
#ifndef ZW_QUERY_LANGUAGE_PARSE_H
#define ZW_QUERY_LANGUAGE_PARSE_H

#include "base/buffer.h"
#include "query/language/figure_test.h"
#include "query/language/lexer.h"
#include "store/schema.h"

#define ZW_QUERY_DEPTH 32    /* brackets in brackets */
#define ZW_QUERY_PIECES 2000 /* lexemes in a query */
#define ZW_QUERY_CHARS 4000  /* characters of a query */
#define ZW_QUERY_NEAR 20     /* characters, when NEAR says none */

typedef enum {
    ZW_NODE_ALL, /* every passage */
    ZW_NODE_WORD,
    ZW_NODE_RUN,    /* "…": an exact run of characters */
    ZW_NODE_NEAR,   /* kids are words and runs */
    ZW_NODE_FIELD,  /* one kid: a word or run to be found in the field */
    ZW_NODE_RANGE,  /* of years or dates */
    ZW_NODE_FIGURE, /* a predicate on figures */
    ZW_NODE_AND,
    ZW_NODE_OR,
    ZW_NODE_NOT, /* one kid */
} zw_node_kind;

typedef struct zw_node zw_node;

typedef ZW_ARRAY(zw_node *) zw_nodes;

struct zw_node {
    zw_node_kind kind;
    zw_range at; /* bytes of the query */
    zw_nodes kids;
    zw_str text;           /* WORD, RUN: as written */
    bool plus;             /* WORD: no synonyms */
    bool star;             /* WORD: the start of a longer one */
    bool side;             /* AND: its words stood side by side and may be relaxed */
    unsigned distance;     /* NEAR */
    const zw_field *field; /* FIELD, RANGE */
    char *low, *high;      /* RANGE: 2014, 2016-01-31; NULL: open */
    zw_figure_test test;   /* FIGURE */
};

/* An empty query is ZW_NODE_ALL. ZW_E_USAGE, with *fault filled, for a query that cannot be
 * understood. */
zw_status zw_query_parse(zw_str query, zw_arena *arena, zw_node **tree, zw_query_fault *fault,
                         zw_err *err);

/* The tree on one line: (and 棚户区 改造 (not 城中村)). */
void zw_query_print(const zw_node *tree, zw_buf *to);

/* Where a fault begins, in characters from 1. */
size_t zw_query_column(zw_str query, const zw_query_fault *fault);

/* The query and below it a caret under the place, as a person sees it: two lines. */
void zw_query_point(zw_str query, const zw_query_fault *fault, zw_buf *to);

#endif
