/* zhengwen-index - writes the index. */
#include <stdio.h>

#include "indexer/command.h"

static int cmd_completion(const zw_cli *cli);

static const zw_command commands[] = {
    { "extract", zw_cmd_extract, "FILE...", "what is found in a file, without an index",
      zw_extract_options, NULL, false },
    { "completion", cmd_completion, "bash|zsh", "print the completion script of a shell", NULL,
      NULL, false },
    { NULL, NULL, NULL, NULL, NULL, NULL, false },
};

static const zw_option options[] = {
    { NULL, 0, NULL, NULL },
};

static const zw_program program = {
    "zhengwen-index", ZW_VERSION, "put policy documents into the index", commands, options,
};

static int cmd_completion(const zw_cli *cli)
{
    zw_buf text = ZW_BUF_INIT;
    bool known = cli->n == 1 && zw_completion(cli->operands[0], &program, &text);
    bool printed = known && !zw_buf_failed(&text) && fputs(text.at, stdout) >= 0;
    zw_buf_free(&text);
    if (!known)
        fprintf(stderr, "zhengwen-index: 'completion': bash or zsh is wanted\n");
    return !known ? ZW_EXIT_USAGE : printed ? ZW_EXIT_OK : ZW_EXIT_BAD;
}

int main(int argc, char **argv)
{
    zw_err err = { 0 };
    zw_cli cli;
    int status = ZW_EXIT_USAGE;
    zw_arena *arena = zw_arena_new();
    if (!arena)
        return ZW_EXIT_BAD;
    if (zw_cli_read(&program, argc, argv, arena, &cli, &err) != ZW_OK)
        fprintf(stderr, "zhengwen-index: %s\n", err.text);
    else if (cli.say)
        status = fputs(cli.say, stdout) >= 0 ? ZW_EXIT_OK : ZW_EXIT_BAD;
    else
        status = cli.command->run(&cli);
    zw_arena_free(arena);
    return status;
}
