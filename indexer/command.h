/* command.h - the commands of zhengwen-index; the table of them stands in main.c. */
#ifndef ZW_INDEXER_COMMAND_H
#define ZW_INDEXER_COMMAND_H

#include "base/command.h"

extern const zw_option zw_add_options[];
int zw_cmd_add(const zw_cli *cli);

int zw_cmd_remove(const zw_cli *cli);
int zw_cmd_compact(const zw_cli *cli);

extern const zw_option zw_rebuild_options[];
int zw_cmd_rebuild(const zw_cli *cli);

extern const zw_option zw_status_options[];
int zw_cmd_status(const zw_cli *cli);
int zw_cmd_dump(const zw_cli *cli);
int zw_cmd_check(const zw_cli *cli);

extern const zw_option zw_extract_options[];
int zw_cmd_extract(const zw_cli *cli);

#endif
