/* blocks.h - templates that follow each other, taken together: a paragraph that many share.
 *
 * A sentence goes on in another when more than half of those who have either have the one right
 * behind the other. */
#ifndef ZW_QUERY_STUDY_WORDING_BLOCKS_H
#define ZW_QUERY_STUDY_WORDING_BLOCKS_H

#include "query/study/wording/compare.h"

/* Whether a template is one that is shared: several holders have it, or it is the parent's. */
bool zw_comparison_shares(const zw_comparison *comparison, size_t template);

/* Fills blocks, order and places of a comparison whose rows are made. Most holders come first, a
 * parent's clauses in their own order; and what a holder omits comes in the order of the blocks. */
zw_status zw_comparison_blocks(zw_comparison *comparison, zw_err *err);

#endif
