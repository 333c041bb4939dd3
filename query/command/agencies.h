/* cmd_agencies.h - the parts of the command agencies that put a whole set of tasks out. */
#ifndef ZW_QUERY_COMMAND_AGENCIES_H
#define ZW_QUERY_COMMAND_AGENCIES_H

#include "query/command/run.h"
#include "query/study/network/duty_set.h"

/* As --matrix and --by say. */
zw_status zw_duty_matrix(zw_run *run, const zw_duty_set *set);

/* As --edges and the format say. */
zw_status zw_duty_network(zw_run *run, const zw_duty_set *set);

#endif
