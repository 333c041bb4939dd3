/* command.h - the commands of zhengwen-index, a row each; help, completion and man pages read it.
 */
#ifndef ZW_INDEXER_COMMAND_H
#define ZW_INDEXER_COMMAND_H

/* Exit status, the same for both programs. */
enum { ZW_EXIT_OK = 0, ZW_EXIT_NOTHING = 1, ZW_EXIT_USAGE = 2, ZW_EXIT_BAD = 3 };

typedef struct {
    const char *name;
    int (*run)(int argc, char **argv); /* argv[0] is the command's name */
    const char *arguments, *summary;
} zw_command;

int zw_cmd_extract(int argc, char **argv);

#endif
