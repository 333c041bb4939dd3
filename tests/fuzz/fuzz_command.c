/* A command line of any words is understood or refused with a sentence; no word is lost. */
#include <string.h>

#include "base/command.h"
#include "tests/fuzz/fuzz.h"

static const zw_option search_options[] = {
    { "format", 'f', "text|json", "how to print" },
    { "limit", 'n', "N", "how many" },
    { "quiet", 'q', NULL, "say less" },
    { NULL, 0, NULL, NULL },
};
static const zw_command commands[] = {
    { "search", NULL, "QUERY...", "find", search_options, NULL, false },
    { "index", NULL, NULL, "hand over", NULL, NULL, true },
    { NULL, NULL, NULL, NULL, NULL, NULL, false },
};
static const zw_option options[] = { { "db", 'd', "DIR", "where" }, { NULL, 0, NULL, NULL } };
static const zw_program program = { "zw", "1", "fuzzed", commands, options, NULL };

#define MAX_WORDS 64

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    zw_arena *arena = zw_arena_new();
    char *line = zw_arena_copy(arena, (const char *)data, size), *argv[MAX_WORDS + 2] = { line };
    int argc = 1;
    for (size_t i = 0; i < size && argc <= MAX_WORDS; i++) {
        if (line[i] == '\n') {
            line[i] = '\0';
            argv[argc++] = line + i + 1;
        }
    }
    zw_cli cli;
    zw_err err = { 0 };
    if (zw_cli_read(&program, argc, argv, arena, &cli, &err) != ZW_OK) {
        PROPERTY(err.code == ZW_E_USAGE && err.text[0]);
    } else {
        PROPERTY(cli.command || cli.say);
        PROPERTY(cli.n < (size_t)argc);
        long limit = 1;
        zw_cli_number(&cli, "limit", 1, 9, &limit, &err);
        PROPERTY(limit >= 1 && limit <= 9);
        PROPERTY(zw_cli_text(&cli, arena) != NULL);
    }
    zw_arena_free(arena);
    return 0;
}
