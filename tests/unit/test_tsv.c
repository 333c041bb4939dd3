/* Tables and the messages their mistakes give. */
#include "base/tsv.h"
#include "tests/unit/unit.h"

static zw_status parse(const char *text, zw_arena *arena, zw_tsv *table, zw_err *err)
{
    return zw_tsv_parse("t.tsv", zw_str_of(text), "word kind", arena, table, err);
}

static void reads_rows(void **state)
{
    (void)state;
    zw_arena *arena = zw_arena_new();
    zw_tsv table;
    zw_err err = { 0 };
    assert_int_equal(parse("# c\nword\tkind\n亩\tarea\r\n\n# x\n套\t\n", arena, &table, &err),
                     ZW_OK);
    assert_int_equal(table.rows, 2);
    check_str("first cell", zw_tsv_cell(&table, 0, 0), "亩");
    check_str("a carriage return is no content", zw_tsv_cell(&table, 0, 1), "area");
    check_str("a field may be empty", zw_tsv_cell(&table, 1, 1), "");
    assert_int_equal(table.lines[1], 6);
    zw_arena_free(arena);
}

static void names_mistakes(void **state)
{
    (void)state;
    static const struct row {
        const char *name, *text, *message;
    } rows[] = {
        { "a missing field", "word\tkind\n亩\n", "t.tsv:2: 2 fields wanted, 1 found" },
        { "a wrong header", "kind\tword\n", "t.tsv:1: the columns must be 'word kind'" },
        { "no header", "# nothing\n", "t.tsv: no row names the columns" },
        { "a bad byte", "word\tkind\n\xff\tx\n", "t.tsv:2: not UTF-8" },
    };
    zw_arena *arena = zw_arena_new();
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_tsv table;
        zw_err err = { 0 };
        assert_int_equal(parse(rows[i].text, arena, &table, &err), ZW_E_FORMAT);
        check_str(rows[i].name, zw_str_of(err.text), rows[i].message);
    }
    zw_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(reads_rows),
                                        cmocka_unit_test(names_mistakes) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
