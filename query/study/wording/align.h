/* align.h - the stretch of a text that is nearest to a wording, and where the two differ.
 *
 * Letter by letter: the least number of letters changed, left out and added that make the wording
 * out of some stretch of the text (Sellers 1980). n m steps and bytes, so both are bounded. */
#ifndef ZW_QUERY_STUDY_WORDING_ALIGN_H
#define ZW_QUERY_STUDY_WORDING_ALIGN_H

#include "query/study/wording/skeleton.h"

#define ZW_ALIGN_PART 2000  /* letters of a wording */
#define ZW_ALIGN_TEXT 16000 /* letters of a text */

/* Letters of the wording and those of the text that stand for them; one of both may be empty. */
typedef struct {
    bool same;
    zw_range part, text;
} zw_align_step;

typedef struct {
    ZW_ARRAY(zw_align_step) steps; /* same and changed by turns */
    size_t first, end;             /* letters of the text */
    size_t equal, distance;
} zw_alignment;

/* ZW_E_LIMIT: longer than the bounds. A number is changed as a whole: [45→47], not 4[5→7]. */
zw_status zw_align(const zw_skeleton *part, const zw_skeleton *text, zw_arena *arena,
                   zw_alignment *alignment, zw_err *err);

/* 到2020年达到[45→47]%: the wording with what the text has in the place of what differs; [→不低于]
 * is left out of the wording, [约→] added to it. NULL: memory is out. */
const char *zw_alignment_text(const zw_alignment *alignment, const zw_skeleton *part,
                              const zw_skeleton *text, zw_arena *arena);

#endif
