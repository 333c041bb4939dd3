/* main - of both programs: takes the command line apart and runs the command.
 *
 * Linked into a program, not part of the library: here alone base prints. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/command.h"

static int complain(const char *text)
{
    if (zw_this_program.say)
        zw_this_program.say(text);
    else
        fprintf(stderr, "%s: %s\n", zw_this_program.name, text);
    return ZW_EXIT_USAGE;
}

int zw_cmd_completion(const zw_cli *cli)
{
    zw_buf text = ZW_BUF_INIT;
    bool known = cli->n == 1 && zw_completion(cli->operands[0], cli->program, &text);
    bool printed = known && !zw_buf_failed(&text) && fputs(text.at, stdout) >= 0;
    zw_buf_free(&text);
    if (!known)
        return complain("'completion': bash or zsh is wanted");
    return printed ? ZW_EXIT_OK : ZW_EXIT_BAD;
}

/* An answer that a full disk cut off is no answer. A reader that went away wants no more. */
static int close_output(int status)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return status;
    if (errno != EPIPE)
        fprintf(stderr, "%s: 'standard output': %s\n", zw_this_program.name, strerror(errno));
    return ZW_EXIT_BAD;
}

int main(int argc, char **argv)
{
    zw_arena *arena = zw_arena_new();
    zw_err err = { 0 };
    zw_cli cli;
    int status;
    if (!arena)
        return ZW_EXIT_BAD;
    if (zw_cli_read(&zw_this_program, argc, argv, arena, &cli, &err) != ZW_OK) {
        status = complain(err.text);
    } else if (cli.say) {
        fputs(cli.say, stdout);
        status = ZW_EXIT_OK;
    } else {
        status = cli.command->run(&cli);
    }
    status = close_output(status);
    zw_arena_free(arena);
    return status;
}
