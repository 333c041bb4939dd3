#include "base/command.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const zw_option zw_options_everywhere[] = {
    { "help", 'h', NULL, "print this help" },
    { "version", 0, NULL, "print the version" },
    { NULL, 0, NULL, NULL },
};

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

const zw_command *zw_program_find(const zw_program *program, const char *name)
{
    for (const zw_command *c = program->commands; c->name; c++) {
        if (strcmp(c->name, name) == 0)
            return c;
    }
    return NULL;
}

/* ---- reading -------------------------------------------------------------------------------- */

/* The option named by n bytes of text, or by a letter when text is NULL. */
static const zw_option *in_table(const zw_option *table, const char *text, size_t n, char letter)
{
    for (const zw_option *o = table; o && o->name; o++) {
        if (text ? strlen(o->name) == n && memcmp(o->name, text, n) == 0 : o->letter == letter)
            return o;
    }
    return NULL;
}

static const zw_option *find_option(const zw_cli *cli, const char *text, size_t n, char letter)
{
    const zw_option *o = cli->command ? in_table(cli->command->options, text, n, letter) : NULL;
    if (!o)
        o = in_table(cli->program->options, text, n, letter);
    return o ? o : in_table(zw_options_everywhere, text, n, letter);
}

static zw_status unknown_option(const zw_cli *cli, const char *argument, zw_err *err)
{
    const char *command = cli->command ? cli->command->name : NULL;
    const char *program = cli->program->name, *blank = command ? " " : "";
    if (argument[1] == '-')
        return zw_err_set(err, ZW_E_USAGE, "'%s': no such option (see '%s %s%s--help')", argument,
                          program, command ? command : "", blank);
    return zw_err_set(err, ZW_E_USAGE,
                      "'%s': no such option (see '%s %s%s--help'; a word to leave out: put '--' "
                      "before the query)",
                      argument, program, command ? command : "", blank);
}

/* Whether value is one of the words of "text|json|csv|x:NAME"; any value is one of "FILE". */
static bool is_choice(const char *choices, const char *value)
{
    if (!strchr(choices, '|'))
        return true;
    size_t n = strlen(value);
    for (const char *c = choices; c; c = strchr(c, '|') ? strchr(c, '|') + 1 : NULL) {
        if (strncmp(c, value, n) == 0 && (c[n] == '|' || c[n] == '\0'))
            return true;
        size_t open = strcspn(c, "N|"); /* x:NAME: anything behind x: */
        if (strncmp(c + open, "NAME", 4) == 0 && n > open && strncmp(c, value, open) == 0)
            return true;
    }
    return false;
}

static zw_status give(zw_cli *cli, zw_arena *arena, const zw_option *option, const char *value,
                      zw_err *err)
{
    if (value && !is_choice(option->argument, value))
        return zw_err_set(err, ZW_E_USAGE, "'--%s %s': not one of %s", option->name, value,
                          option->argument);
    zw_cli_given *given = zw_array_add(arena, &cli->given);
    if (!given)
        return zw_err_nomem(err);
    *given = (zw_cli_given){ option, value };
    return ZW_OK;
}

/* "--name", "--name=VALUE" or "--name VALUE" at argv[*at], which is moved to what was last used. */
static zw_status read_long(zw_cli *cli, char **argv, int *at, zw_arena *arena, zw_err *err)
{
    const char *name = argv[*at] + 2, *equals = strchr(name, '=');
    size_t n = equals ? (size_t)(equals - name) : strlen(name);
    const zw_option *o = find_option(cli, name, n, 0);
    if (!o)
        return unknown_option(cli, argv[*at], err);
    if (!o->argument && equals)
        return zw_err_set(err, ZW_E_USAGE, "'%s': takes no value", argv[*at]);
    const char *value = equals ? equals + 1 : NULL;
    if (o->argument && !value && !(value = argv[*at + 1]))
        return zw_err_set(err, ZW_E_USAGE, "'--%s': %s is missing", o->name, o->argument);
    if (o->argument && !equals)
        ++*at;
    return give(cli, arena, o, value, err);
}

/* "-q", "-n VALUE", "-nVALUE" or several switches in one, "-qv". */
static zw_status read_short(zw_cli *cli, char **argv, int *at, zw_arena *arena, zw_err *err)
{
    const char *argument = argv[*at];
    for (const char *letter = argument + 1; *letter; letter++) {
        const zw_option *o = find_option(cli, NULL, 0, *letter);
        if (!o)
            return unknown_option(cli, argument, err);
        const char *value = NULL;
        if (o->argument) {
            value = letter[1] ? letter + 1 : argv[++*at];
            if (!value)
                return zw_err_set(err, ZW_E_USAGE, "'-%c': %s is missing", *letter, o->argument);
        }
        zw_status s = give(cli, arena, o, value, err);
        if (s != ZW_OK || value)
            return s;
    }
    return ZW_OK;
}

static zw_status take_command(zw_cli *cli, const char *name, zw_err *err)
{
    cli->command = zw_program_find(cli->program, name);
    if (!cli->command)
        return zw_err_set(err, ZW_E_USAGE, "'%s': no such command (see '%s --help')", name,
                          cli->program->name);
    return ZW_OK;
}

/* One argument, or with its value two. */
static zw_status read_one(zw_cli *cli, char **argv, int *at, bool *only_operands, zw_arena *arena,
                          zw_err *err)
{
    const char *argument = argv[*at];
    if (!*only_operands && strcmp(argument, "--") == 0) {
        *only_operands = true;
        return ZW_OK;
    }
    if (!*only_operands && argument[0] == '-' && argument[1] == '-')
        return read_long(cli, argv, at, arena, err);
    if (!*only_operands && argument[0] == '-' && is_letter(argument[1]))
        return read_short(cli, argv, at, arena, err);
    if (!cli->command)
        return take_command(cli, argument, err);
    cli->operands[cli->n++] = argv[*at];
    return ZW_OK;
}

/* Sets what is to be printed when help or version was asked for, or there is no command. */
static zw_status answer_help(zw_cli *cli, zw_arena *arena, zw_err *err)
{
    zw_buf text = ZW_BUF_INIT;
    bool version = zw_cli_has(cli, "version"), raw = cli->command && cli->command->raw;
    if (version)
        zw_buf_printf(&text, "%s %s\n", cli->program->name, cli->program->version);
    else if (zw_cli_has(cli, "help") && cli->command && !raw)
        zw_command_help(cli->program, cli->command, &text);
    else if (zw_cli_has(cli, "help"))
        zw_program_help(cli->program, &text);
    if (text.n)
        cli->say = zw_arena_str(arena, zw_buf_view(&text));
    bool failed = zw_buf_failed(&text) || (text.n && !cli->say);
    zw_buf_free(&text);
    return failed ? zw_err_nomem(err) : ZW_OK;
}

zw_status zw_cli_read(const zw_program *program, int argc, char **argv, zw_arena *arena,
                      zw_cli *cli, zw_err *err)
{
    *cli = (zw_cli){ .program = program };
    cli->operands = zw_arena_array(arena, (size_t)argc + 1, sizeof *cli->operands);
    if (!cli->operands)
        return zw_err_nomem(err);
    bool only_operands = false;
    for (int at = 1; at < argc; at++) {
        zw_status s = read_one(cli, argv, &at, &only_operands, arena, err);
        if (s != ZW_OK)
            return s;
        only_operands |= cli->command && cli->command->raw;
    }
    zw_status s = answer_help(cli, arena, err);
    if (s == ZW_OK && !cli->command && !cli->say)
        s = zw_err_set(err, ZW_E_USAGE, "a command is missing (see '%s --help')", program->name);
    return s;
}

static const zw_cli_given *given(const zw_cli *cli, const char *name)
{
    for (size_t i = cli->given.n; i > 0; i--) {
        if (strcmp(cli->given.at[i - 1].option->name, name) == 0)
            return &cli->given.at[i - 1];
    }
    return NULL;
}

const char *zw_cli_value(const zw_cli *cli, const char *name)
{
    const zw_cli_given *g = given(cli, name);
    return g ? g->value : NULL;
}

bool zw_cli_has(const zw_cli *cli, const char *name)
{
    return given(cli, name) != NULL;
}

zw_status zw_cli_number(const zw_cli *cli, const char *name, long min, long max, long *value,
                        zw_err *err)
{
    const char *text = zw_cli_value(cli, name);
    if (!text)
        return ZW_OK;
    char *end;
    errno = 0;
    long n = strtol(text, &end, 10);
    if (errno || end == text || *end || n < min || n > max)
        return zw_err_set(err, ZW_E_USAGE, "'--%s %s': a number from %ld to %ld is wanted", name,
                          text, min, max);
    *value = n;
    return ZW_OK;
}

char *zw_cli_text(const zw_cli *cli, zw_arena *arena)
{
    size_t n = 0;
    for (size_t i = 0; i < cli->n; i++)
        n += strlen(cli->operands[i]) + 1;
    char *text = zw_arena_alloc(arena, n + 1), *to = text;
    for (size_t i = 0; text && i < cli->n; i++) {
        size_t len = strlen(cli->operands[i]);
        if (i > 0)
            *to++ = ' ';
        memcpy(to, cli->operands[i], len);
        to += len;
    }
    return text;
}

/* ---- help ----------------------------------------------------------------------------------- */

static void option_rows(const zw_option *table, zw_buf *to)
{
    for (const zw_option *o = table; o && o->name; o++) {
        char left[128];
        snprintf(left, sizeof left, "%c%c%s--%s%s%s", o->letter ? '-' : ' ',
                 o->letter ? o->letter : ' ', o->letter ? ", " : "  ", o->name,
                 o->argument ? " " : "", o->argument ? o->argument : "");
        if (strlen(left) > 26)
            zw_buf_printf(to, "  %s\n  %-26s  %s\n", left, "", o->summary);
        else
            zw_buf_printf(to, "  %-26s  %s\n", left, o->summary);
    }
}

void zw_program_help(const zw_program *program, zw_buf *to)
{
    zw_buf_printf(to, "%s - %s\n\nUsage: %s COMMAND [OPTION...] [ARGUMENT...]\n\nCommands:\n",
                  program->name, program->summary, program->name);
    for (const zw_command *c = program->commands; c->name; c++)
        zw_buf_printf(to, "  %-12s  %s\n", c->name, c->summary);
    zw_buf_text(to, "\nOptions of every command:\n");
    option_rows(program->options, to);
    option_rows(zw_options_everywhere, to);
    zw_buf_printf(to, "\n'%s COMMAND --help' tells the options of a command.\n", program->name);
}

void zw_command_help(const zw_program *program, const zw_command *command, zw_buf *to)
{
    zw_buf_printf(to, "%s %s - %s\n\nUsage: %s %s [OPTION...]%s%s\n", program->name, command->name,
                  command->summary, program->name, command->name, command->arguments ? " " : "",
                  command->arguments ? command->arguments : "");
    if (command->about)
        zw_buf_printf(to, "\n%s", command->about);
    zw_buf_text(to, "\nOptions:\n");
    option_rows(command->options, to);
    option_rows(program->options, to);
    option_rows(zw_options_everywhere, to);
}
