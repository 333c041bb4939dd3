/* Command lines taken apart by a table. */
#include "base/command.h"
#include "tests/unit/unit.h"

static int run(const zw_cli *cli)
{
    (void)cli;
    return ZW_EXIT_OK;
}

static const zw_option search_options[] = {
    { "format", 'f', "text|json", "how to print" },
    { "limit", 'n', "N", "at most N passages" },
    { "quiet", 'q', NULL, "print 'nothing' [at all]" },
    { NULL, 0, NULL, NULL },
};

static const zw_command commands[] = {
    { "search", run, "QUERY...", "find passages", search_options, NULL, false },
    { "index", run, NULL, "hand over", NULL, NULL, true },
    { NULL, NULL, NULL, NULL, NULL, NULL, false },
};

static const zw_option options[] = {
    { "db", 'd', "DIR", "the index" },
    { NULL, 0, NULL, NULL },
};

static const zw_program program = { "zw", "1.2", "a test", commands, options, NULL };

#define MAX_WORDS 8

/* "search 城镇化 -n 3" as argv; no word holds a blank. */
static zw_status read_line(const char *line, zw_arena *arena, zw_cli *cli, zw_err *err)
{
    char *argv[MAX_WORDS + 2] = { (char *)"zw" };
    int argc = 1;
    for (char *word = strtok(zw_arena_strdup(arena, line), " "); word; word = strtok(NULL, " "))
        argv[argc++] = word;
    char **kept = zw_arena_array(arena, MAX_WORDS + 2, sizeof *kept);
    memcpy(kept, argv, sizeof argv);
    return zw_cli_read(&program, argc, kept, arena, cli, err);
}

static void read_well(void **state)
{
    (void)state;
    static const struct row {
        const char *name, *line, *format, *limit, *db, *text;
    } rows[] = {
        { "operands are joined by blanks", "search 居住证 子女", NULL, NULL, NULL, "居住证 子女" },
        { "a long option and its value", "search --format json 户籍", "json", NULL, NULL, "户籍" },
        { "joined by an equals sign", "search --format=json 户籍", "json", NULL, NULL, "户籍" },
        { "a short option and its value", "search -n 3 户籍", NULL, "3", NULL, "户籍" },
        { "the value right behind", "search -n3 户籍", NULL, "3", NULL, "户籍" },
        { "a switch and an option in one", "search -qn3 户籍", NULL, "3", NULL, "户籍" },
        { "options behind operands", "search 户籍 -n 3", NULL, "3", NULL, "户籍" },
        { "a common option before the command", "-d x search 户籍", NULL, NULL, "x", "户籍" },
        { "a common option behind it", "search 户籍 --db x", NULL, NULL, "x", "户籍" },
        { "the last one counts", "search -n 3 -n 4 户籍", NULL, "4", NULL, "户籍" },
        { "a dash before a Han character is the query's", "search PPP -融资", NULL, NULL, NULL,
          "PPP -融资" },
        { "a dash before a quote too", "search -\"融资\"", NULL, NULL, NULL, "-\"融资\"" },
        { "a dash alone is an operand", "search -", NULL, NULL, NULL, "-" },
        { "two dashes end the options", "search -- -ppp --format", NULL, NULL, NULL,
          "-ppp --format" },
        { "a raw command keeps everything", "index add -j 2 --help", NULL, NULL, NULL,
          "add -j 2 --help" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_arena *arena = zw_arena_new();
        zw_cli cli;
        zw_err err = { 0 };
        if (read_line(rows[i].line, arena, &cli, &err) != ZW_OK)
            fail_msg("%s: %s", rows[i].name, err.text);
        const char *found[] = { zw_cli_value(&cli, "format"), zw_cli_value(&cli, "limit"),
                                zw_cli_value(&cli, "db") };
        const char *wanted[] = { rows[i].format, rows[i].limit, rows[i].db };
        for (size_t k = 0; k < COUNT(found); k++)
            check_str(rows[i].name, zw_str_of(found[k] ? found[k] : ""),
                      wanted[k] ? wanted[k] : "");
        check_str(rows[i].name, zw_str_of(zw_cli_text(&cli, arena)), rows[i].text);
        zw_arena_free(arena);
    }
}

static void refuse(void **state)
{
    (void)state;
    static const struct row {
        const char *name, *line, *text;
    } rows[] = {
        { "no command", "", "a command is missing (see 'zw --help')" },
        { "an unknown command", "serch x", "'serch': no such command (see 'zw --help')" },
        { "an unknown long option", "search --limits 3",
          "'--limits': no such option (see 'zw search --help')" },
        { "an unknown short option may be a word to leave out", "search PPP -xyz",
          "'-xyz': no such option (see 'zw search --help'; a word to leave out: put '--' before "
          "the query)" },
        { "a value is missing", "search --limit", "'--limit': N is missing" },
        { "a short option's value is missing", "search -n", "'-n': N is missing" },
        { "a switch takes no value", "search --quiet=yes", "'--quiet=yes': takes no value" },
        { "not a choice", "search --format xml", "'--format xml': not one of text|json" },
        { "a part of a choice", "search --format js", "'--format js': not one of text|json" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_arena *arena = zw_arena_new();
        zw_cli cli;
        zw_err err = { 0 };
        if (read_line(rows[i].line, arena, &cli, &err) != ZW_E_USAGE)
            fail_msg("%s: understood", rows[i].name);
        check_str(rows[i].name, zw_str_of(err.text), rows[i].text);
        zw_arena_free(arena);
    }
}

static void numbers(void **state)
{
    (void)state;
    static const struct row {
        const char *name, *line;
        zw_status status;
        long value;
    } rows[] = {
        { "a number", "search -n 20", ZW_OK, 20 },
        { "none given", "search", ZW_OK, 10 },
        { "too large", "search -n 101", ZW_E_USAGE, 10 },
        { "not a number", "search -n 2x", ZW_E_USAGE, 10 },
        { "larger than any number", "search -n 99999999999999999999", ZW_E_USAGE, 10 },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_arena *arena = zw_arena_new();
        zw_cli cli;
        zw_err err = { 0 };
        long value = 10;
        assert_int_equal(read_line(rows[i].line, arena, &cli, &err), ZW_OK);
        if (zw_cli_number(&cli, "limit", 0, 100, &value, &err) != rows[i].status ||
            value != rows[i].value)
            fail_msg("%s: %ld", rows[i].name, value);
        zw_arena_free(arena);
    }
}

static void says(void **state)
{
    (void)state;
    static const struct row {
        const char *name, *line, *holds;
    } rows[] = {
        { "the version", "--version", "zw 1.2\n" },
        { "help names the commands", "--help", "  search        find passages\n" },
        { "help of a command names its options", "search --help",
          "  -n, --limit N               at most N passages\n" },
        { "and the common ones", "search -h", "  -d, --db DIR                the index\n" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_arena *arena = zw_arena_new();
        zw_cli cli;
        zw_err err = { 0 };
        assert_int_equal(read_line(rows[i].line, arena, &cli, &err), ZW_OK);
        if (!cli.say || !strstr(cli.say, rows[i].holds))
            fail_msg("%s: %s", rows[i].name, cli.say ? cli.say : "(nothing)");
        zw_arena_free(arena);
    }
}

static void completes(void **state)
{
    (void)state;
    static const struct row {
        const char *name, *shell, *holds;
    } rows[] = {
        { "bash offers commands", "bash", "words='search index --help --version'" },
        { "bash offers choices", "bash",
          "search:--format|search:-f) COMPREPLY=($(compgen -W 'text json'" },
        { "bash offers folders", "bash",
          "*:--db|*:-d) compopt -o filenames; COMPREPLY=($(compgen -d" },
        { "zsh describes commands", "zsh", "'search:find passages'" },
        { "zsh offers choices", "zsh",
          "'(-f --format)'{-f,--format}'[how to print]:value:(text json)'" },
        { "zsh takes marks literally", "zsh", "[print '\\''nothing'\\'' \\[at all\\]]" },
    };
    zw_buf text = ZW_BUF_INIT;
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_buf_clear(&text);
        assert_true(zw_completion(rows[i].shell, &program, &text));
        if (!strstr(text.at, rows[i].holds))
            fail_msg("%s: %s", rows[i].name, text.at);
    }
    assert_false(zw_completion("fish", &program, &text));
    zw_buf_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(read_well), cmocka_unit_test(refuse),    cmocka_unit_test(numbers),
        cmocka_unit_test(says),      cmocka_unit_test(completes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
