/* plan.h - a query's tree made into what the index is asked, and what is checked on the text.
 *
 * `strict` asks for all that is wanted and misses nothing; where it may bring too much, `check`
 * decides on the text. `loose` is the fall-back of words that stand side by side: any of them, with
 * everything that is no such word (fields, quotes, figures) still demanded.
 *
 * A word matches in the passage, in the headings that lead to it, or in the title of its document;
 * quoted text in the passage alone. */
#ifndef ZW_QUERY_PLAN_PLAN_H
#define ZW_QUERY_PLAN_PLAN_H

#include "query/language/parse.h"
#include "query/plan/check.h"

typedef ZW_ARRAY(zw_str) zw_strs;

typedef enum { ZW_UNIT_PASSAGES, ZW_UNIT_FIGURES } zw_unit_type;

/* A word of the query as the segmenter cut it, with the terms that every match has. */
typedef struct {
    zw_str text; /* as written */
    zw_str folded;
    zw_terms terms;
    bool side;             /* may be relaxed */
    bool known;            /* all of its terms stand in the index */
    bool rank_only;        /* a word of grammar: never demanded */
    ZW_ARRAY(zw_str) also; /* synonyms asked for with it, as the table writes them */
    ZW_ARRAY(zw_str) also_folded;
} zw_query_word;

/* What to mark in an answer. */
typedef struct {
    zw_str folded;
    bool whole; /* letters and digits: no part of a longer run */
} zw_needle;

typedef ZW_ARRAY(zw_needle) zw_needles;

/* A term that adds to the score of what it stands in. */
typedef struct {
    const zw_field *field; /* text: or heading: */
    zw_str term;           /* without prefix */
    bool open_end;         /* any term that begins so */
    double weight;         /* by which its BM25 is multiplied */
    bool loose;            /* of the fall-back, not of `strict` */
    zw_xquery query;
    zw_xquery within; /* adds only where this holds: 住证 with 居住 beside it; NULL: always */
} zw_weighing;

typedef struct {
    zw_xtree *tree;
    zw_xquery strict;
    zw_xquery loose;   /* NULL: nothing to relax */
    zw_check *check;   /* NULL: strict is exact */
    zw_check *measure; /* what the query wants of one measure, or NULL */
    ZW_ARRAY(zw_query_word) words;
    zw_needles needles;
    ZW_ARRAY(zw_weighing) weighings;
    zw_strs bodies; /* values of agency: and the like that are asked for, to be marked */
    ZW_ARRAY(const char *) notes; /* what was taken how: region:宁夏 */
} zw_plan;

/* The tree must outlive the plan; all but plan->tree lives in arena. zw_plan_free frees that. On
 * ZW_E_USAGE *fault is filled. */
zw_status zw_plan_make(zw_session *session, const zw_node *tree, zw_unit_type type, zw_arena *arena,
                       zw_plan *plan, zw_query_fault *fault, zw_err *err);
void zw_plan_free(zw_plan *plan);

#endif
