/* say.h - what is said beside an answer, on stderr. */
#ifndef ZW_QUERY_COMMAND_SAY_H
#define ZW_QUERY_COMMAND_SAY_H

#include "query/command/run.h"

/* That nothing was found, what was looked at, and what the index does not hold: dates, provinces.
 * That a place is not found says nothing when it has no document. */
zw_status zw_say_nothing_found(zw_run *run);

/* How the query was taken: synonyms, unknown words, places and bodies. */
void zw_say_plan(const zw_run *run, const zw_plan *plan);

/* What each part of a query finds alone; `what` is a key of words.tsv: passages. */
void zw_say_shares(const zw_run *run, const zw_query_shares *shares, const char *what);

/* Which part of the answer is shown, when it is not all. */
void zw_say_page(const zw_run *run, size_t first, size_t shown, size_t total, bool about,
                 const char *what);

#endif
