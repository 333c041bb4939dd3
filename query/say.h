/* say.h - what is said beside an answer, on stderr. */
#ifndef ZW_QUERY_SAY_H
#define ZW_QUERY_SAY_H

#include "query/run.h"

/* That nothing was found, and what was looked at. */
void zw_say_where(const zw_run *run, const zw_looked *looked);

/* How the query was taken: synonyms, unknown words, places and bodies. */
void zw_say_plan(const zw_run *run, const zw_plan *plan);

/* What each part of a query finds alone; `what` is a key of words.tsv: passages. */
void zw_say_shares(const zw_run *run, const zw_query_shares *shares, const char *what);

/* Which part of the answer is shown, when it is not all. */
void zw_say_page(const zw_run *run, size_t first, size_t shown, size_t total, bool about,
                 const char *what);

#endif
