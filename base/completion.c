/* Completion scripts out of the command tables: what the help says is what the shell offers. */
#include <string.h>

#include "base/command.h"

/* What a shell offers for a value or an operand. */
typedef enum { OFFER_NOTHING, OFFER_FILES, OFFER_FOLDERS, OFFER_CHOICES } offer;

static offer offer_for(const char *argument)
{
    if (!argument)
        return OFFER_NOTHING;
    if (strchr(argument, '|'))
        return OFFER_CHOICES;
    if (strstr(argument, "DIR"))
        return OFFER_FOLDERS;
    return strstr(argument, "FILE") || strstr(argument, "PATH") ? OFFER_FILES : OFFER_NOTHING;
}

/* text|json as "text json". */
static void choices(const char *argument, zw_buf *to)
{
    for (; *argument; argument++)
        zw_buf_char(to, *argument == '|' ? ' ' : *argument);
}

/* Inside single quotes; zsh also wants its own marks taken literally. */
static void quoted(const char *text, const char *marks, zw_buf *to)
{
    for (; *text; text++) {
        if (*text == '\'') {
            zw_buf_text(to, "'\\''");
            continue;
        }
        if (strchr(marks, *text))
            zw_buf_char(to, '\\');
        zw_buf_char(to, *text);
    }
}

/* ---- bash ----------------------------------------------------------------------------------- */

static void bash_words(const zw_option *table, zw_buf *to)
{
    for (const zw_option *o = table; o && o->name; o++)
        zw_buf_printf(to, " --%s", o->name);
}

static void bash_value(const zw_option *o, zw_buf *to)
{
    switch (offer_for(o->argument)) {
    case OFFER_CHOICES:
        zw_buf_text(to, "COMPREPLY=($(compgen -W '");
        choices(o->argument, to);
        zw_buf_text(to, "' -- \"$cur\"))");
        break;
    case OFFER_FOLDERS:
        zw_buf_text(to, "compopt -o filenames; COMPREPLY=($(compgen -d -- \"$cur\"))");
        break;
    case OFFER_FILES:
        zw_buf_text(to, "compopt -o filenames; COMPREPLY=($(compgen -f -- \"$cur\"))");
        break;
    case OFFER_NOTHING:
        zw_buf_text(to, "COMPREPLY=()");
    }
}

/* case arms for the values of the options in a table */
static void bash_values(const char *command, const zw_option *table, zw_buf *to)
{
    for (const zw_option *o = table; o && o->name; o++) {
        if (!o->argument)
            continue;
        zw_buf_printf(to, "    %s:--%s", command, o->name);
        if (o->letter)
            zw_buf_printf(to, "|%s:-%c", command, o->letter);
        zw_buf_text(to, ") ");
        bash_value(o, to);
        zw_buf_text(to, "; return ;;\n");
    }
}

/* The words of one command: its options, and what its operands may be. */
static void bash_command(const zw_program *p, const zw_command *c, zw_buf *to)
{
    offer operands = offer_for(c->arguments);
    zw_buf_printf(to, "    %s) words='", c->name);
    if (operands == OFFER_CHOICES)
        choices(c->arguments, to);
    bash_words(c->options, to);
    bash_words(p->options, to);
    zw_buf_text(to, " --help'");
    if (operands == OFFER_NOTHING)
        zw_buf_text(to, "; compopt +o default +o bashdefault");
    zw_buf_text(to, " ;;\n");
}

static void bash_program(const zw_program *p, zw_buf *to)
{
    zw_buf_printf(to, "_%s() {\n", p->name);
    zw_buf_text(to, "    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}\n"
                    "    local command= words= i\n"
                    "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
                    "        case ${COMP_WORDS[i]} in\n        ");
    for (const zw_command *c = p->commands; c->name; c++)
        zw_buf_printf(to, "%s%s", c == p->commands ? "" : "|", c->name);
    zw_buf_text(to, ") command=${COMP_WORDS[i]}; break ;;\n        esac\n    done\n"
                    "    case $command:$prev in\n");
    for (const zw_command *c = p->commands; c->name; c++)
        bash_values(c->name, c->options, to);
    bash_values("*", p->options, to);
    zw_buf_text(to, "    esac\n    case $command in\n    '') words='");
    for (const zw_command *c = p->commands; c->name; c++)
        zw_buf_printf(to, "%s ", c->name);
    zw_buf_text(to, "--help --version' ;;\n");
    for (const zw_command *c = p->commands; c->name; c++)
        bash_command(p, c, to);
    zw_buf_printf(to,
                  "    esac\n    [[ $cur == -* || $words != \" \"* ]] || return 0\n"
                  "    COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n}\n"
                  "complete -o bashdefault -o default -F _%s %s\n",
                  p->name, p->name);
}

/* ---- zsh ------------------------------------------------------------------------------------ */

static void zsh_value(const char *argument, zw_buf *to)
{
    switch (offer_for(argument)) {
    case OFFER_CHOICES:
        zw_buf_text(to, ":value:(");
        choices(argument, to);
        zw_buf_char(to, ')');
        break;
    case OFFER_FOLDERS:
        zw_buf_text(to, ":folder:_files -/");
        break;
    case OFFER_FILES:
        zw_buf_text(to, ":file:_files");
        break;
    case OFFER_NOTHING:
        zw_buf_char(to, ':');
        quoted(argument, ":[]", to);
        zw_buf_char(to, ':');
    }
}

static void zsh_options(const zw_option *table, zw_buf *to)
{
    for (const zw_option *o = table; o && o->name; o++) {
        zw_buf_text(to, " \\\n            ");
        if (o->letter)
            zw_buf_printf(to, "'(-%c --%s)'{-%c,--%s}'[", o->letter, o->name, o->letter, o->name);
        else
            zw_buf_printf(to, "'--%s[", o->name);
        quoted(o->summary, ":[]", to);
        zw_buf_char(to, ']');
        if (o->argument)
            zsh_value(o->argument, to);
        zw_buf_char(to, '\'');
    }
}

static void zsh_program(const zw_program *p, zw_buf *to)
{
    zw_buf_printf(to,
                  "#compdef %s\n_%s() {\n    local curcontext=$curcontext state line\n"
                  "    local -a commands=(\n",
                  p->name, p->name);
    for (const zw_command *c = p->commands; c->name; c++) {
        zw_buf_printf(to, "        '%s:", c->name);
        quoted(c->summary, "", to);
        zw_buf_text(to, "'\n");
    }
    zw_buf_text(to, "    )\n    _arguments -C '1:command:->command' '*::argument:->rest'");
    zsh_options(p->options, to);
    zsh_options(zw_options_everywhere, to);
    zw_buf_text(to, "\n    case $state in\n    command) _describe command commands ;;\n"
                    "    rest)\n        case $words[1] in\n");
    for (const zw_command *c = p->commands; c->name; c++) {
        zw_buf_printf(to, "        %s) _arguments", c->name);
        zsh_options(c->options, to);
        zsh_options(p->options, to);
        zsh_options(zw_options_everywhere, to);
        if (c->arguments && !c->raw) {
            zw_buf_text(to, " \\\n            '*");
            zsh_value(c->arguments, to);
            zw_buf_char(to, '\'');
        }
        zw_buf_text(to, " ;;\n");
    }
    zw_buf_printf(to, "        esac ;;\n    esac\n}\n_%s \"$@\"\n", p->name);
}

bool zw_completion(const char *shell, const zw_program *program, zw_buf *to)
{
    bool bash = strcmp(shell, "bash") == 0;
    if (!bash && strcmp(shell, "zsh") != 0)
        return false;
    if (bash)
        bash_program(program, to);
    else
        zsh_program(program, to);
    return true;
}
