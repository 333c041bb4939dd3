/* A program in a child process: what it gets, what it may not do, and what is said of it. */
#define _GNU_SOURCE /* memmem */
#include <stdlib.h>
#include <sys/stat.h>

#include "corpus/child.h"
#include "tests/unit/unit.h"

#define SH(script)                                                                                 \
    {                                                                                              \
        "sh", "-c", script, NULL                                                                   \
    }

static const zw_child_limits limits = {
    .cpu_seconds = 1, .wall_seconds = 10, .memory_mb = 256, .output_mb = 1, .file_mb = 1
};

static void says_what_became_of_it(void **state)
{
    (void)state;
    static const struct row {
        const char *name, *argv[4];
        zw_status status;
        const char *text; /* output or message */
    } rows[] = {
        { "its standard input is the file", { "cat", NULL }, ZW_OK, "政策" },
        { "the file has a name too", { "cat", "input", NULL }, ZW_OK, "政策" },
        { "a program that is not there",
          { "no-such-program", NULL },
          ZW_E_NOTFOUND,
          "not installed" },
        { "one that only burns time", SH("while :; do :; done"), ZW_E_LIMIT,
          "used more than 1 s of processor time" },
        { "one that never stops talking", SH("while :; do echo 00000000000000000000; done"),
          ZW_E_LIMIT, "wrote more than 1 MB" },
        { "a file that grows", SH("while :; do echo 00000000000000000000; done > big"), ZW_E_LIMIT,
          "wrote a file of more than 1 MB" },
        { "one that wants all memory",
          { "dd", "if=/dev/zero", "of=/dev/null", "bs=900M" },
          ZW_E_LIMIT,
          "wanted more than 256 MB of memory" },
        { "a crash", SH("kill -SEGV $$"), ZW_E_FORMAT, "ended by signal 11" },
        { "a complaint, its first line", SH("echo >&2; echo no trailer >&2; echo x >&2; exit 1"),
          ZW_E_FORMAT, "no trailer" },
        { "bytes that are no text are cut off", SH("printf 'bad \\377\\n' >&2; exit 1"),
          ZW_E_FORMAT, "bad" },
        { "a failure without words", SH("exit 7"), ZW_E_FORMAT, "failed with status 7" },
        { "warnings alone are no failure", SH("echo careful >&2; echo text"), ZW_OK, "text\n" },
        { "nothing of our environment", SH("echo $ZW_SECRET$USER"), ZW_OK, "\n" },
    };
    setenv("ZW_SECRET", "key", 1);
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_arena *arena = zw_arena_new();
        const char *argv[] = { rows[i].argv[0], rows[i].argv[1], rows[i].argv[2], rows[i].argv[3],
                               NULL };
        zw_child child = { argv, zw_str_of("政策"), limits };
        zw_str output = { 0 };
        zw_err err = { 0 };
        zw_status s = zw_child_run(&child, arena, &output, &err);
        if (s != rows[i].status)
            fail_msg("%s: status %d: %s", rows[i].name, s, err.text);
        check_str(rows[i].name, s == ZW_OK ? output : zw_str_of(err.text), rows[i].text);
        zw_arena_free(arena);
    }
}

static void ends_at_its_time(void **state)
{
    (void)state;
    static const char *const argv[] = { "sleep", "60", NULL };
    zw_arena *arena = zw_arena_new();
    zw_child child = { argv, ZW_STR(""), limits };
    zw_str output;
    zw_err err;
    child.limits.wall_seconds = 1;
    assert_int_equal(zw_child_run(&child, arena, &output, &err), ZW_E_LIMIT);
    check_str("by the clock", zw_str_of(err.text), "took more than 1 s");
    zw_arena_free(arena);
}

static void leaves_nothing_behind(void **state)
{
    (void)state;
    static const char *const argv[] = SH("echo x > made; pwd");
    zw_arena *arena = zw_arena_new();
    zw_child child = { argv, ZW_STR(""), limits };
    zw_str output;
    zw_err err;
    struct stat st;
    assert_int_equal(zw_child_run(&child, arena, &output, &err), ZW_OK);
    zw_str folder = zw_str_trim(output);
    assert_non_null(memmem(folder.at, folder.n, "/zhengwen-", 10));
    assert_int_not_equal(stat(zw_arena_str(arena, folder), &st), 0);
    zw_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_what_became_of_it),
        cmocka_unit_test(ends_at_its_time),
        cmocka_unit_test(leaves_nothing_behind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
