/* zhengwen-index - writes the index. */
#include "indexer/command.h"

static const zw_command commands[] = {
    { "extract", zw_cmd_extract, "FILE...", "what is found in a file, without an index",
      zw_extract_options, NULL, false },
    { "completion", zw_cmd_completion, "bash|zsh", "print the completion script of a shell", NULL,
      NULL, false },
    { NULL, NULL, NULL, NULL, NULL, NULL, false },
};

static const zw_option options[] = {
    { NULL, 0, NULL, NULL },
};

const zw_program zw_this_program = {
    "zhengwen-index", ZW_VERSION, "put policy documents into the index", commands, options,
};
