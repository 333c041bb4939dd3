/* zhengwen-index - writes the index. */
#include "indexer/command.h"

static const zw_command commands[] = {
    { "add", zw_cmd_add, "PATH...",
      "put files and folders into the index; only what changed is read", zw_add_options, NULL,
      false },
    { "remove", zw_cmd_remove, "ID|PATH...", "take documents or files out of the index", NULL, NULL,
      false },
    { "rebuild", zw_cmd_rebuild, NULL, "read every file of the index again into a new one",
      zw_rebuild_options, NULL, false },
    { "compact", zw_cmd_compact, NULL, "make the index as small as it gets", NULL, NULL, false },
    { "status", zw_cmd_status, NULL, "what is in the index", zw_status_options, NULL, false },
    { "check", zw_cmd_check, NULL, "whether the index is whole", NULL, NULL, false },
    { "dump", zw_cmd_dump, NULL, "print everything in the index, a JSON object a line", NULL, NULL,
      false },
    { "extract", zw_cmd_extract, "FILE...", "what is found in a file, without an index",
      zw_extract_options, NULL, false },
    { "completion", zw_cmd_completion, "bash|zsh", "print the completion script of a shell", NULL,
      NULL, false },
    { NULL, NULL, NULL, NULL, NULL, NULL, false },
};

static const zw_option options[] = {
    { "db", 'd', "DIR",
      "the index (default: $ZHENGWEN_DB, else zhengwen/index in $XDG_DATA_HOME)" },
    { NULL, 0, NULL, NULL },
};

const zw_program zw_this_program = {
    "zhengwen-index", ZW_VERSION, "put policy documents into the index", commands, options, NULL,
};
