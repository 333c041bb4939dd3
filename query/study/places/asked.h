/* asked.h - what a question wants of a stretch of text, part by part.
 *
 * A question is a query of words, quoted text, AND, OR, NOT and brackets. Its parts are what stands
 * side by side: of `居住证 (申领 OR 办理) 条件 -签注` 居住证, (申领 OR 办理), 条件; 签注 must not
 * stand there. A word that the segmenter cuts in two is two parts: 申领条件 is 申领 and 条件, which
 * 申领居住证应当符合下列条件 has. Synonyms do for a word. */
#ifndef ZW_QUERY_STUDY_PLACES_ASKED_H
#define ZW_QUERY_STUDY_PLACES_ASKED_H

#include "query/plan/plan.h"

#define ZW_ASKED_PARTS 32 /* of a question at most */

typedef struct zw_asked zw_asked;

/* Lives in arena, as must the query. ZW_E_USAGE: *fault is filled, or the query asks for what no
 * stretch of text has (a field, a figure). */
zw_status zw_asked_new(zw_session *session, const char *query, zw_arena *arena, zw_asked **asked,
                       zw_query_fault *fault, zw_err *err);

/* The same of any query for a phrase: what it asks for beside words and quoted text (fields,
 * figures) is left out, so there may be no part, and a word that is cut is one part: 积分落户
 * stands where it is written so, and where own_words is not set also where 积分 and 落户 stand
 * apart. */
zw_status zw_asked_words(zw_session *session, const char *query, zw_arena *arena, zw_asked **asked,
                         zw_query_fault *fault, zw_err *err);

size_t zw_asked_parts(const zw_asked *asked);
zw_str zw_asked_part(const zw_asked *asked, size_t part); /* as written */

/* A text that is asked, folded (zw_segmenter_fold_exact); its words are cut when they are needed.
 */
typedef struct {
    zw_str folded;
    zw_tokens words;
    bool cut;
} zw_asked_text;

/* What asking takes: words are cut into the arena; status is of the last cut that failed. */
typedef struct {
    zw_segmenter *segmenter;
    zw_arena *arena;
    zw_status status;
    zw_err *err;
    bool own_words; /* synonyms do not do, nor the pieces of a phrase apart */
} zw_asking;

/* A bar that holds a word which is asked for bars that word in it alone: 居住 NOT 居住证 is 居住
 * wherever it is no part of 居住证, also in a sentence that has both.
 *
 * Which parts a text has, a bit each, and whether it has what must not be there. A word does not
 * stand where a word of the text begins in it and goes on behind it: 居住证 in 居住证明, which is
 * 居住 and 证明. Quoted text stands wherever its characters do. */
uint32_t zw_asked_in(const zw_asked *asked, zw_asking *asking, zw_asked_text *text);
bool zw_asked_barred(const zw_asked *asked, zw_asking *asking, zw_asked_text *text);

/* All bits. */
uint32_t zw_asked_all(const zw_asked *asked);

/* How many bits are set. */
size_t zw_asked_count(uint32_t parts);

#endif
