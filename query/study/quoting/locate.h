/* locate.h - where in the index a wording stands, or what comes nearest to it.
 *
 * A wording (query/study/wording/skeleton.h) is looked for in three steps, each bounded:
 *
 *   1. passages that hold all of its terms, at most ZW_LOCATE_ALL of them, are read;
 *   2. else the passages that share most of its rarest terms, weighed by rarity, at most
 *      ZW_LOCATE_BEST, each with its neighbours: a wording may run on over passages' ends;
 *   3. else, in the same stretches, what is nearest to it by letters changed, left out or added:
 *      NEAR when at least ZW_LOCATE_NEAR of its letters stand there in their order, and it has at
 *      least ZW_LOCATE_SHORTEST and at most ZW_ALIGN_PART of them.
 *
 * What stands in fewer places than these bounds is always found by step 1 or 2. */
#ifndef ZW_QUERY_STUDY_QUOTING_LOCATE_H
#define ZW_QUERY_STUDY_QUOTING_LOCATE_H

#include "query/session.h"
#include "query/study/wording/align.h"

#define ZW_LOCATE_ALL 200
#define ZW_LOCATE_BEST 12
#define ZW_LOCATE_NEAR 0.6
#define ZW_LOCATE_SHORTEST 4

typedef enum { ZW_FOUND_NOT, ZW_FOUND_NEAR, ZW_FOUND_NORMALIZED, ZW_FOUND_EXACT } zw_found;

typedef struct {
    zw_found found;
    unsigned differs;       /* NORMALIZED: ZW_DIFFERS_… */
    const char *difference; /* NEAR: zw_alignment_text; else NULL */
    double likeness;        /* share of the wording's letters that stand there, in their order */
    double worth;           /* NEAR: likeness less the share that is changed; the best has most */
    const char *document;   /* id */
    zw_names passages;      /* ids of all that it stands in, in their order */
    zw_span source;         /* in the source file */
    const char *text;       /* there, as cleaned */
    zw_names documents;     /* ids of all in which it stands as well as here; this one first */
    size_t places;          /* passages of those; at least, when `many` */
    bool many;              /* there were more than ZW_LOCATE_ALL to look at */
} zw_location;

/* Only in documents whose ids are in `within`, if there are any. What is found lives in arena. */
zw_status zw_locate(zw_session *session, const zw_skeleton *wording, const zw_names *within,
                    zw_arena *arena, zw_location *location, zw_err *err);

const char *zw_found_name(zw_found found); /* absent, near, normalized, exact */

#endif
