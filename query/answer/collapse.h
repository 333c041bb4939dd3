/* collapse.h - matches by the text they are of: one for all versions of a text. */
#ifndef ZW_QUERY_ANSWER_COLLAPSE_H
#define ZW_QUERY_ANSWER_COLLAPSE_H

#include "query/answer/match.h"
#include "query/answer/versions.h"

typedef struct {
    const zw_xhit *shown;     /* of the version that stands first in its group, its best match */
    zw_version_place version; /* of that document */
    size_t matches;           /* of all versions */
} zw_collapsed;

typedef struct {
    zw_collapsed *at; /* in the order of the best match of each */
    size_t n;
} zw_collapsed_list;

/* values[0] of each match is its document. `before` (may be NULL): texts that are left out. */
zw_status zw_collapse(zw_versions *versions, const zw_matches *matches,
                      const zw_collapsed_list *before, zw_arena *arena, zw_collapsed_list *list,
                      zw_err *err);

#endif
