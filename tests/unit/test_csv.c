/* Tables as spreadsheets write them. */
#include "base/buffer.h"
#include "base/csv.h"
#include "tests/unit/unit.h"

/* Cells parted by |, records by a slash and the line on which each begins. */
static const struct row {
    const char *name, *text, *found;
} rows[] = {
    { "commas part cells", "a,b\n1,2\n", "1:a|b/2:1|2" },
    { "a cell may be empty", "a,,b\n,\n", "1:a||b/2:|" },
    { "the last line needs no end", "a\nb", "1:a/2:b" },
    { "CRLF and CR end lines", "a,b\r\nc\rd", "1:a|b/2:c/3:d" },
    { "lines with nothing in them are no records", "\n\na\n\n\nb\n\n", "3:a/6:b" },
    { "quotes keep separators", "\"a,b\",c", "1:a,b|c" },
    { "quotes keep line ends, which count", "\"a\nb\",c\nd", "1:a\nb|c/3:d" },
    { "a quote in quotes is written twice", "\"他说\"\"好\"\"\"", "1:他说\"好\"" },
    { "a quote inside a bare cell is text", "a\"b\",c", "1:a\"b\"|c" },
    { "semicolons part, where there are more of them", "a;b;c,d\n1;2;3", "1:a|b|c,d/2:1|2|3" },
    { "tabs part", "a\tb\n1\t2", "1:a|b/2:1|2" },
    { "what is quoted does not tell the separator", "\"a;b;c\",d\n1,2", "1:a;b;c|d/2:1|2" },
    { "nothing is no record", "", "" },
    { "empty quotes are an empty cell", "\"\",a", "1:|a" },
};

static void records_are_read(void **state)
{
    (void)state;
    zw_arena *arena = zw_arena_new();
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_csv csv = zw_csv_begin(zw_str_of(rows[i].text));
        zw_csv_row row = { 0 };
        zw_buf found = ZW_BUF_INIT;
        bool more;
        zw_buf_text(&found, "");
        for (size_t n = 0;; n++) {
            assert_int_equal(zw_csv_next(&csv, arena, &row, &more, NULL), ZW_OK);
            if (!more)
                break;
            zw_buf_printf(&found, "%s%zu:", n ? "/" : "", row.line);
            for (size_t k = 0; k < row.cells.n; k++)
                zw_buf_printf(&found, "%s%.*s", k ? "|" : "", (int)row.cells.at[k].text.n,
                              row.cells.at[k].text.at);
        }
        if (strcmp(found.at ? found.at : "", rows[i].found) != 0)
            fail_msg("%s: '%s'", rows[i].name, found.at);
        zw_buf_free(&found);
    }
    zw_arena_free(arena);
}

static const struct {
    const char *name, *text, *why;
} bad[] = {
    { "an open quote names its line", "a\n\"b\nc",
      "line 2: the quote that opens here is never closed" },
    { "text behind a closing quote is told", "a\n\"b\"c",
      "line 2: behind a closing quote only a separator may stand (a quote in a cell is written "
      "twice)" },
};

static void broken_quotes_are_told(void **state)
{
    (void)state;
    zw_arena *arena = zw_arena_new();
    for (size_t i = 0; i < COUNT(bad); i++) {
        zw_csv csv = zw_csv_begin(zw_str_of(bad[i].text));
        zw_csv_row row = { 0 };
        zw_err err = { 0 };
        bool more = true;
        while (more && zw_csv_next(&csv, arena, &row, &more, &err) == ZW_OK) {
        }
        assert_int_equal(err.code, ZW_E_FORMAT);
        assert_string_equal(err.text, bad[i].why);
    }
    zw_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(records_are_read),
        cmocka_unit_test(broken_quotes_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
