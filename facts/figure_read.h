/* figure_read.h - from the tokens of a passage to figures: what stands around each number.
 *
 * The steps are small and in one order: the clause around the number, the comparator, the change,
 * the year, the kind, the indicator, the region. Each names the rule it went by. */
#ifndef ZW_FACTS_FIGURE_READ_H
#define ZW_FACTS_FIGURE_READ_H

#include "facts/context.h"
#include "facts/figure_lex.h"

#define ZW_TABLE_COLUMNS 32
#define ZW_INDICATOR_BYTES 120 /* forty characters: a longer "indicator" is a sentence */

/* What the head of a table says of its columns; n 0: no table. */
typedef struct {
    size_t n, values;       /* columns; those that hold a year's values */
    size_t name, last_name; /* columns, or SIZE_MAX: the name may stand in the last of several */
    size_t unit;
    int year[ZW_TABLE_COLUMNS];
    zw_figure_kind kind[ZW_TABLE_COLUMNS];
} zw_figure_columns;

/* What is known of the document and of the text read so far. */
typedef struct {
    zw_figure_lex lex;
    const zw_fact_context *context;
    zw_facts *facts;
    int year;               /* of the document: earlier years are past; 0: unknown */
    bool law;               /* its numbers are conditions */
    bool report;            /* tells of the past, at least at first */
    bool review;            /* ... so far */
    zw_figure_kind heading; /* what the headings above say; ZW_KIND_OTHER: nothing */
    zw_range title;         /* the heading right above; empty: none that names anything */
    bool preamble;          /* before the first heading of a document that has some */
    const zw_date *sentence_date, *passage_date; /* the last date of each before the number */
    zw_figure_columns columns;                   /* of the table the passage is a row of */
    size_t sentence_date_token;
    bool sentence_forward, passage_forward;
    bool sentence_until;   /* 截至 stands before that date */
    size_t sentence;       /* first token of the sentence */
    zw_str sentence_place; /* another place that a clause of it began with; empty: none */
    const zw_figure *last; /* the figure before, in the same sentence */
} zw_figure_scan;

/* A number in its clause. */
typedef struct {
    zw_figure_scan *scan;
    zw_figure_number *n;
    size_t first, end;     /* tokens of the clause: [first, end) */
    zw_range clause;       /* bytes */
    size_t left_start;     /* where its own words begin: behind a date or an earlier number */
    size_t left_end;       /* before the cues that lead up to the number: 达到, 不低于 */
    size_t right_start;    /* behind the number, 以上 and 的 */
    size_t behind;         /* behind the number and 以上 */
    unsigned before;       /* kinds of the cues that lead up to it */
    unsigned earlier;      /* kinds of the other cues before it in the clause */
    const zw_token *after; /* 以上, 左右; NULL */
    bool limits;           /* 以上, 内 behind it */
    bool within;           /* 内, 以内 behind it */
    bool sized;            /* 城区人口50万至100万的城市: the size of the noun behind */
    bool grants;           /* 投资3亿元以上的补助…: a bound on who is given something */
    bool each;             /* 每落户1人: the measure of something else */
    bool from;             /* 由54%提高到60%: the 54% */
    const zw_date *own_date; /* 2012年的42%: a date that is the number's alone; NULL */
    zw_cmp cmp;
    char change;
    const zw_date *date; /* that governs it; NULL */
    bool date_here;      /* ... from the same sentence */
    bool forward;        /* ... with 到, 前, or a plan: it looks forward */
    bool split;          /* 其中县城12万人: a part of the figure before, by place */
    bool object;         /* the noun behind is what it counts */
    const char *rule;
} zw_figure_view;

void zw_figure_view_set(zw_figure_view *view, zw_figure_scan *scan, zw_figure_number *n);
void zw_figure_compare(zw_figure_view *view);
void zw_figure_change(zw_figure_view *view);

/* Reads the head of a table into scan->columns; then each row of it. false: out of memory. */
void zw_figure_table_head(zw_figure_scan *scan, zw_range row);
/* Whether the row is a second one of the head, with the years that the first lacks. */
bool zw_figure_table_second(zw_figure_scan *scan, zw_range row);
bool zw_figure_table_row(zw_figure_scan *scan, zw_range row);

/* The kind, from what the view and the scan know. */
zw_figure_kind zw_figure_kind_find(zw_figure_view *view);

/* The indicator and the region; NULL for none. false: out of memory. */
bool zw_figure_words(zw_figure_view *view, zw_figure *figure);

/* The noun phrase behind the number. */
zw_range zw_figure_right(const zw_figure_view *view);

/* The words before the number without what leads up to them or to it. */
zw_range zw_figure_left(const zw_figure_view *view);

/* Takes adverbs, verbs of doing, connectives and punctuation from both ends of r. */
void zw_figure_strip(const zw_figure_view *view, zw_range *r);

/* The text up to the end of the passage; zw_figure_listed of a stretch of it. */
static inline zw_str zw_figure_text_of(const zw_figure_view *view)
{
    return (zw_str){ view->scan->lex.text.at, view->scan->lex.passage.end };
}

static inline size_t zw_figure_view_listed(const zw_figure_view *view, figure_list list,
                                           figure_match match, zw_range r)
{
    zw_str text = zw_str_trim(zw_str_slice(zw_figure_text_of(view), r));
    return zw_figure_listed(view->scan->lex.rules, list, match, text);
}

/* Whether the text of r holds the word. */
bool zw_figure_holds(const zw_figure_view *view, zw_range r, const char *word);

/* Units and rejections that a list hands on; once for a passage, behind the lexing. */
void zw_figure_lists(zw_figure_lex *lex);

/* What of a distributed list the number stands for: A、B分别达到90%、95%. false: no such list. */
bool zw_figure_list_words(const zw_figure_view *view, zw_range *left);
const zw_date *zw_figure_list_date(const zw_figure_view *view);

/* The bytes of the place names at the start of r, 0 for none; whether it begins with 全市 and the
 * like; whether a name is the document's own place. */
size_t zw_figure_place_at(const zw_figure_scan *scan, zw_range r);
bool zw_figure_place_whole(const zw_figure_scan *scan, zw_range r);
bool zw_figure_place_own(const zw_figure_scan *scan, zw_str name);

/* The unit that 万 or 亿 without one stands for, by the nouns in r; NULL. */
const char *zw_figure_noun_unit(const zw_figure_view *view, zw_range r);

#endif
