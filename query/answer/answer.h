/* answer.h - a query answered with ranked passages.
 *
 * Passages that hold all words come first, by relevance. Where they are fewer than wanted, passages
 * with some of the words follow, each saying which it lacks: nothing is dropped in silence. Only
 * words that stand side by side are ever let go, never a field, quoted text, a figure, +word, or
 * anything in a query with AND or OR.
 *
 * Collapsed, an answer has one hit for all versions of a text, of the version that stands first
 * among those that match: the original where it matches. The total still counts passages. */
#ifndef ZW_QUERY_ANSWER_ANSWER_H
#define ZW_QUERY_ANSWER_ANSWER_H

#include "query/answer/highlight.h"
#include "query/answer/match.h"
#include "query/answer/versions.h"

typedef struct zw_hit zw_hit;

/* Called for a hit, its place in the ranking counted from 1. Any status but ZW_OK ends the answer
 * and is its result. */
typedef zw_status (*zw_hit_fn)(void *context, const zw_hit *hit, size_t rank, zw_err *err);

typedef struct {
    const char *query;
    size_t first, max; /* hits first .. first + max - 1; max 0: all that hold all words */
    bool strict;       /* never relaxed */
    bool collapse;     /* one hit for all versions of a text */
    zw_order order;
    bool terms;       /* which terms each hit has, for explain */
    const char *only; /* the id of the one passage to look at; NULL: all */

    /* Hits are handed out one by one, each living until the call returns, and none is kept: an
     * answer of any length in the same memory, but for some hundred bytes a hit. NULL: kept. */
    zw_hit_fn each;
    void *context;
} zw_question;

struct zw_hit {
    double score;
    zw_passage_record passage;
    const zw_doc_record *document;
    zw_ranges marks;        /* in passage.text */
    ZW_ARRAY(zw_str) lacks; /* words of the query */
    const zw_xhit *unit;
    bool partial; /* one of those that hold some of the words */
    zw_version_place version;
    size_t others; /* collapsed: how many more passages of its text match */
};

typedef ZW_ARRAY(zw_hit) zw_hits;

typedef struct {
    const zw_node *tree;
    zw_plan plan;
    zw_hits hits;
    size_t first;
    size_t shown; /* hits kept or handed out */
    size_t total; /* passages that hold everything */
    bool about;   /* the total is an estimate */
    bool collapsed;
    size_t texts;   /* collapsed: how many texts those passages are of */
    bool relaxed;   /* passages with some of the words follow */
    size_t partial; /* about how many of those there are */
} zw_answer;

/* All lives in arena but the plan, which zw_answer_free frees. ZW_E_USAGE: *fault is filled. */
zw_status zw_answer_make(zw_session *session, const zw_question *question, zw_arena *arena,
                         zw_answer *answer, zw_query_fault *fault, zw_err *err);
void zw_answer_free(zw_answer *answer);

#endif
