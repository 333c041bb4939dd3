/* keyness.h - the words and phrases that tell one set of passages from another.
 *
 * A phrase is one to four words side by side, none of them a sign, that neither begins nor ends
 * with a word of grammar (function_words.tsv) and stands often enough in the set. One that nearly
 * always stands inside a longer one (新型城镇 in 新型城镇化) is left to that. Phrases are then
 * counted in both sets as runs of characters, wherever word boundaries fall, and each has
 *
 *     log-likelihood  G² = 2 (a ln(a / E1) + b ln(b / E2)), with E1 and E2 the counts expected were
 *                     the phrase as common in both (Dunning 1993; Rayson and Garside 2000): how
 *                     sure it is that the sets differ. 6.63 is p < 0.01 for a single phrase.
 *     log ratio       log2 of relative frequency in the set over that in the rest, with half a
 *                     count for none (Hardie 2014): how much they differ. 1 is twice as common.
 *
 * The size of a set is its characters without signs and blanks. Memory goes with the set, not with
 * the rest. */
#ifndef ZW_QUERY_STUDY_WORDING_KEYNESS_H
#define ZW_QUERY_STUDY_WORDING_KEYNESS_H

#include "query/study/each.h"

#define ZW_KEYNESS_WORDS 4 /* of a phrase, at most */

/* Different phrases of a set that are counted; beyond it those found once so far are forgotten, and
 * a phrase's count may fall short by the times that it was: said in `forgotten`. */
#define ZW_KEYNESS_MOST (4u << 20)

typedef struct {
    const char *phrase;
    size_t count, documents; /* in the set */
    size_t rest_count, rest_documents;
    double likelihood, ratio;
    const char *passage; /* of the set: the first that has it */
} zw_key_phrase;

typedef struct {
    zw_arena *arena;
    ZW_ARRAY(zw_key_phrase) phrases; /* by likelihood, the largest first */
    size_t chars, rest_chars;        /* characters of each set */
    size_t passages, rest_passages;
    size_t left_out; /* clauses not counted, because many share them */
    bool forgotten;
    zw_plan plan;
} zw_keyness;

typedef struct {
    const char *query;
    const char *rest; /* a query too; NULL: all passages that the first does not find */
    size_t least;     /* times that a phrase stands in the set */
    bool own_words;   /* clauses that holders (regions) of the set share are not counted */
    bool fewer;       /* phrases that the set has less often, too */
} zw_keyness_question;

/* ZW_E_USAGE: *fault is filled. The caller frees what *keyness holds with zw_keyness_free, also
 * after a failure. */
zw_status zw_keyness_make(zw_session *session, const zw_keyness_question *question,
                          zw_keyness *keyness, zw_query_fault *fault, zw_err *err);
void zw_keyness_free(zw_keyness *keyness);

/* Dunning's G² and the log ratio of a in n1 characters against b in n2. */
double zw_log_likelihood(double a, double n1, double b, double n2);
double zw_log_ratio(double a, double n1, double b, double n2);

#endif
