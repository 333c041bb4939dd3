/* lexer.h - a query cut into its pieces, each with its place in the line.
 *
 * Full-width and half-width forms are the same here: “社会资本” 「社会资本」 "社会资本", （ ） ( ),
 * ： :, ≥ ＞＝ >=, ＡＮＤ AND, －城中村 -城中村. Text inside quotes is taken as it stands; signs
 * that stand alone outside of them (“居住证”？) are left out. */
#ifndef ZW_QUERY_LANGUAGE_LEXER_H
#define ZW_QUERY_LANGUAGE_LEXER_H

#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "facts/facts.h"

typedef enum {
    ZW_LEX_END,
    ZW_LEX_WORD,   /* 城镇化率, 2014..2020, 60%; star: 居住* */
    ZW_LEX_QUOTED, /* text is what stands between the quotes */
    ZW_LEX_FIELD,  /* region: - text is the name without the colon; x:批次: has a column */
    ZW_LEX_CMP,    /* >= ≥ <= ≤ > < = */
    ZW_LEX_OPEN,
    ZW_LEX_CLOSE,
    ZW_LEX_AND,
    ZW_LEX_OR,
    ZW_LEX_NOT,  /* NOT, or - right before something */
    ZW_LEX_PLUS, /* + right before something */
    ZW_LEX_NEAR, /* NEAR or NEAR/n */
} zw_lex_kind;

typedef struct {
    zw_lex_kind kind;
    zw_range at; /* bytes of the query, quotes and star included */
    zw_str text;
    zw_str column; /* of the field x */
    bool star;
    zw_cmp cmp;
    unsigned distance; /* NEAR/n; 0: not said */
} zw_lexeme;

typedef ZW_ARRAY(zw_lexeme) zw_lexemes;

/* Where a query is wrong: a byte range of it. */
typedef struct {
    zw_range at;
} zw_query_fault;

/* ZW_E_USAGE with a reason of at most 400 bytes, and *fault filled. */
zw_status zw_query_refuse(zw_query_fault *fault, zw_err *err, zw_range at, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* All pieces of a part of the query, ZW_LEX_END last; places count from the query's start.
 * ZW_E_USAGE with *fault filled: an open quote, a lone - or +, a star that is not at a word's end,
 * NEAR/x. */
zw_status zw_query_lex(zw_str query, zw_range part, zw_arena *arena, zw_lexemes *out,
                       zw_query_fault *fault, zw_err *err);

#endif
