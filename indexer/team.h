/* team.h - threads that share out numbered jobs, and write what they made in the jobs' order. */
#ifndef ZW_INDEXER_TEAM_H
#define ZW_INDEXER_TEAM_H

#include "indexer/load.h"

typedef struct zw_team zw_team;

/* Does job i with a kit of the thread's own. A failure stops the team. */
typedef zw_status (*zw_team_job)(zw_team *team, zw_kit *kit, size_t i, zw_err *err);

/* Does jobs 0 to n - 1; with load->stop set, only those begun already. Gives the first failure. */
zw_status zw_team_run(const zw_load *load, size_t n, zw_team_job job, void *of, zw_err *err);

void *zw_team_of(zw_team *team); /* what zw_team_run was given */

/* Waits until jobs 0 to i - 1 have had their turn: what follows is done by one thread at a time, in
 * order. false: the team failed meanwhile, there is no turn. After true, zw_team_next must follow;
 * with a failure it stops the team. */
bool zw_team_turn(zw_team *team, size_t i);
void zw_team_next(zw_team *team, zw_status status);

void zw_team_lock(zw_team *team);
void zw_team_unlock(zw_team *team);

#endif
