/* figures.h - the figures that answer a query, one row each. */
#ifndef ZW_QUERY_ANSWER_FIGURES_H
#define ZW_QUERY_ANSWER_FIGURES_H

#include "query/answer/match.h"
#include "query/answer/versions.h"

/* Everything a table shows of a figure; strings live in the arena. NULL: not told. */
typedef struct {
    const char *document; /* id */
    const char *title, *number, *date, *file, *sha256, *issuer, *genre;
    const char *url, *told; /* by a manifest: its address, its columns in one */
    zw_region_path path;    /* of the document */
    const char *named;      /* another place that the sentence names */
    const char *region;     /* 广西壮族自治区/钦州市 */
    const char *place;      /* whom the figure is about: the sentence's own place, else the last of
                               region */
    const char *passage;    /* id */
    const char *headings;   /* 一、总体要求 > （二）主要目标 */
    const char *indicator, *unit;
    size_t asked; /* which of the indicators asked for it is; 0 where none was */
    const char
        *name; /* the first of its indicator's names (query/plan/indicators.tsv), else indicator */
    zw_cmp cmp;
    zw_figure_kind kind;
    double low, high;
    int year;
    char change;
    zw_force force;
    const char *force_words;
    const char *rule;
    zw_span value;    /* the number with its unit, in the source file */
    const char *text; /* the source there */
    zw_span sentence; /* the sentence around it */
    const char *quotation;
    zw_version_place version; /* of the document */
} zw_figure_row;

typedef ZW_ARRAY(zw_figure_row) zw_figure_rows;

typedef struct {
    zw_figure_rows rows;
    size_t first, total;
    bool collapsed;
    size_t left_out;  /* collapsed: figures that another version of the text has too */
    size_t contained; /* figures left out because their indicator only contains what was asked */
    zw_plan plan;
} zw_figure_table;

/* How an indicator is compared with the one asked for. */
typedef enum {
    ZW_MATCH_SYNONYM, /* is it, under any of its names */
    ZW_MATCH_EXACT,   /* is it, as written */
    ZW_MATCH_CONTAINS /* holds its words */
} zw_indicator_match;

/* What is asked of figures beside the query; a zeroed one asks for nothing more. */
typedef struct {
    const char *query;
    const char *const *indicators; /* any of these */
    size_t n_indicators;
    zw_indicator_match match;
    const char *unit;  /* in this unit, or one that compares with it (亩: 公顷); NULL: any */
    char change;       /* '+', '-', '=' for a level; 0: any */
    size_t first, max; /* of the rows; max 0: all */
    bool collapse;
} zw_figure_question;

/* The figures of what the query finds, in reading order of each document; documents by region and
 * date. collapse: a figure that several versions of a text have (one value, unit, comparator, year
 * and indicator) is told once, of the version that stands first: the original, where it has it.
 * zw_figure_table_free frees the plan. */
zw_status zw_figures_ask(zw_session *session, const zw_figure_question *question, zw_arena *arena,
                         zw_figure_table *table, zw_query_fault *fault, zw_err *err);
zw_status zw_figures_answer(zw_session *session, const char *query, size_t first, size_t max,
                            bool collapse, zw_arena *arena, zw_figure_table *table,
                            zw_query_fault *fault, zw_err *err);
void zw_figure_table_free(zw_figure_table *table);

/* The sentence of text that holds `at`. */
zw_range zw_sentence_around(zw_str text, zw_range at);

#endif
