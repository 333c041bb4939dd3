/* command.h - a program's commands and options as tables: one row is parsed, helped and completed.
 *
 * A command line is: PROGRAM [OPTION...] COMMAND [OPTION... | OPERAND...]. Options and operands may
 * be mixed; "--" ends the options. Long options take "--name VALUE" and "--name=VALUE", short ones
 * "-n VALUE" and "-nVALUE". A dash before anything but an ASCII letter or dash is an operand, so
 * that a query may say -随迁子女. -h, --help and --version are understood everywhere.
 *
 * Nothing here prints: help and errors are text, which main.c prints. */
#ifndef ZW_BASE_COMMAND_H
#define ZW_BASE_COMMAND_H

#include "base/array.h"
#include "base/buffer.h"
#include "base/error.h"

/* Exit status of every command. */
enum { ZW_EXIT_OK = 0, ZW_EXIT_NOTHING = 1, ZW_EXIT_USAGE = 2, ZW_EXIT_BAD = 3 };

/* A table of options ends with a row whose name is NULL. */
typedef struct {
    const char *name;     /* long name without dashes */
    char letter;          /* short form, or 0 */
    const char *argument; /* DIR, FILE, N, text|json|csv (a choice, checked; x:NAME in it is any
                             that begins with x:); NULL: a switch */
    const char *summary;
} zw_option;

typedef struct zw_cli zw_cli;

/* A table of commands ends with a row whose name is NULL. */
typedef struct {
    const char *name;
    int (*run)(const zw_cli *cli); /* returns the exit status */
    const char *arguments;         /* of the usage line: "QUERY...", "[FILE...]"; or NULL */
    const char *summary;           /* of one line */
    const zw_option *options;      /* its own; NULL: none */
    const char *about;             /* more for its help page, whole lines; or NULL */
    bool raw;                      /* what follows the command is not taken apart */
} zw_command;

typedef struct {
    const char *name, *version, *summary;
    const zw_command *commands;
    const zw_option *options; /* of every command */

    /* A message of main.c in the user's language, printed as it is given; NULL: as it is. */
    void (*say)(const char *message);
} zw_program;

typedef struct {
    const zw_option *option;
    const char *value; /* NULL for a switch */
} zw_cli_given;

struct zw_cli {
    const zw_program *program;
    const zw_command *command; /* NULL when only `say` is wanted */
    const char *say;           /* help or version to print instead; or NULL */
    char **operands;           /* n of them, then NULL */
    size_t n;
    ZW_ARRAY(zw_cli_given) given;
};

/* --help and --version, which every program has beside its own. */
extern const zw_option zw_options_everywhere[];

/* Takes a command line apart; *cli lives in arena and points into argv. Failures are ZW_E_USAGE:
 * '--colour': no such option (see 'zhengwen search --help'). */
zw_status zw_cli_read(const zw_program *program, int argc, char **argv, zw_arena *arena,
                      zw_cli *cli, zw_err *err);

/* The value given last for an option, or NULL. */
const char *zw_cli_value(const zw_cli *cli, const char *name);

/* Whether an option was given. */
bool zw_cli_has(const zw_cli *cli, const char *name);

/* A whole number from min to max; *value stays as it was when the option was not given. */
zw_status zw_cli_number(const zw_cli *cli, const char *name, long min, long max, long *value,
                        zw_err *err);

/* The operands with one blank between each: a query. NULL when memory is out. */
char *zw_cli_text(const zw_cli *cli, zw_arena *arena);

const zw_command *zw_program_find(const zw_program *program, const char *name); /* NULL: none */

/* The help of the program, and of one command. */
void zw_program_help(const zw_program *program, zw_buf *to);
void zw_command_help(const zw_program *program, const zw_command *command, zw_buf *to);

/* The completion script of a program for a shell, "bash" or "zsh"; false: no such shell. */
bool zw_completion(const char *shell, const zw_program *program, zw_buf *to);

/* --- a program --- */

/* A program links base/main.c (zw_main), which defines main, and defines its table under this
 * name. A row { "completion", zw_cmd_completion, "bash|zsh", ... } gives it that command. */
extern const zw_program zw_this_program;
int zw_cmd_completion(const zw_cli *cli);

#endif
