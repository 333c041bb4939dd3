/* zhengwen-index - writes the index. */
#include <stdio.h>
#include <string.h>

#include "indexer/command.h"

static const zw_command commands[] = {
    { "extract", zw_cmd_extract, "FILE...", "what is found in a file, without an index" },
};

int main(int argc, char **argv)
{
    for (size_t i = 0; argc > 1 && i < sizeof commands / sizeof *commands; i++) {
        if (strcmp(argv[1], commands[i].name) == 0)
            return commands[i].run(argc - 1, argv + 1);
    }
    fprintf(stderr, "usage: zhengwen-index COMMAND\n");
    return ZW_EXIT_USAGE;
}
