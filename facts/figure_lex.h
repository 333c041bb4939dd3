/* figure_lex.h - a passage as the tokens that figures are made of.
 *
 * Numbers with their units, dates, cue words and punctuation; all other text is what lies between
 * them. Offsets are bytes of the document's text. */
#ifndef ZW_FACTS_FIGURE_LEX_H
#define ZW_FACTS_FIGURE_LEX_H

#include "base/array.h"
#include "base/date.h"
#include "base/numeral.h"
#include "facts/figure_rules.h"

typedef enum {
    TK_NUMBER,
    TK_DATE,
    TK_CUE,
    TK_STOP, /* punctuation that ends a clause or more */
    TK_LIST, /* 、 */
    TK_OPEN, /* a round bracket */
    TK_CLOSE,
} zw_token_kind;

enum { STOP_CLAUSE = 1, STOP_SEMICOLON, STOP_SENTENCE };

typedef struct {
    zw_token_kind kind;
    zw_range at;
    int depth;           /* round brackets around it; an OPEN and its CLOSE have the outer depth */
    int stop;            /* STOP_... of a TK_STOP */
    bool quoted, titled; /* inside “” or 《》 */
    uint32_t index;      /* into numbers or dates */
    const zw_cue *cue;
} zw_token;

typedef struct {
    zw_numeral value;
    zw_range digits, at; /* the numeral; the numeral with its unit */
    const zw_unit *unit; /* NULL: none */
    const char *shown;   /* the unit as told, compound ones put together; NULL: none */
    const char *reject;  /* why it is no figure; NULL: it may be one */
    size_t token;
} zw_figure_number;

typedef struct {
    zw_str text; /* the whole document's */
    zw_range passage;
    const zw_figure_rules *rules;
    zw_arena *arena, *scratch; /* unit names go to arena */
    ZW_ARRAY(zw_token) tokens;
    ZW_ARRAY(zw_figure_number) numbers;
    ZW_ARRAY(zw_date) dates;
    bool nomem;
    int depth, quotes, titles;
} zw_figure_lex;

/* Fills the arrays from the passage; false: out of memory. */
bool zw_figure_lex_run(zw_figure_lex *lex);

/* Reads the unit behind number->digits and sets unit, shown and at. */
void zw_figure_unit_read(zw_figure_lex *lex, zw_figure_number *number);

/* Sets number->reject where the characters around it show that it is no figure. */
void zw_figure_number_judge(const zw_figure_lex *lex, zw_figure_number *number, bool quoted,
                            bool titled);

#endif
