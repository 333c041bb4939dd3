/* Rows of cells as CSV and TSV. */
#include "query/sheet/table.h"
#include "tests/unit/unit.h"

static void quotes_what_needs_it(void **state)
{
    (void)state;
    static const struct row {
        const char *name, *cell, *csv, *tsv;
    } rows[] = {
        { "plain text stands bare", "城镇化率", "城镇化率", "城镇化率" },
        { "nothing is an empty cell", "", "", "" },
        { "a comma is quoted", "教育,卫生", "\"教育,卫生\"", "教育,卫生" },
        { "a Chinese comma is not", "教育，卫生", "教育，卫生", "教育，卫生" },
        { "quotes are doubled", "以\"人\"为本", "\"以\"\"人\"\"为本\"", "以\"人\"为本" },
        { "a line end stays inside quotes", "一\n二", "\"一\n二\"", "一 二" },
        { "a tab matters to TSV alone", "一\t二", "一\t二", "一 二" },
        { "blanks at an end are quoted", " 一", "\" 一\"", " 一" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_buf buf = ZW_BUF_INIT;
        zw_table csv = { &buf, ',', false, false }, tsv = { &buf, '\t', false, false };
        zw_table_text(&csv, rows[i].cell);
        check_str(rows[i].name, zw_buf_view(&buf), rows[i].csv);
        zw_buf_clear(&buf);
        zw_table_text(&tsv, rows[i].cell);
        check_str(rows[i].name, zw_buf_view(&buf), rows[i].tsv);
        zw_buf_free(&buf);
    }
}

static void writes_rows(void **state)
{
    (void)state;
    zw_buf buf = ZW_BUF_INIT;
    zw_table csv = { &buf, ',', false, false };
    zw_table_text(&csv, "low");
    zw_table_text(&csv, "unit");
    zw_table_end(&csv);
    zw_table_number(&csv, 1100000);
    zw_table_text(&csv, "人");
    zw_table_end(&csv);
    zw_table_number(&csv, 35.6);
    zw_table_text(&csv, NULL);
    zw_table_end(&csv);
    check_str("rows", zw_buf_view(&buf), "low,unit\r\n1100000,人\r\n35.6,\r\n");
    zw_buf_free(&buf);
}

static void guards_spreadsheets(void **state)
{
    (void)state;
    static const struct row {
        const char *name, *cell, *csv;
    } rows[] = {
        { "a formula becomes text", "=1+1", "'=1+1" },
        { "so in full width", "＝1+1", "'＝1+1" },
        { "and with a minus before it", "-0.5%", "'-0.5%" },
        { "a sign alone is no formula", "+", "+" },
        { "a dash of a list is none", "——城镇化", "——城镇化" },
        { "text stays", "城镇化率", "城镇化率" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_buf buf = ZW_BUF_INIT;
        zw_table guarded = { &buf, ',', false, true }, bare = { &buf, ',', false, false };
        zw_table_text(&guarded, rows[i].cell);
        check_str(rows[i].name, zw_buf_view(&buf), rows[i].csv);
        zw_buf_clear(&buf);
        zw_table_text(&bare, rows[i].cell);
        check_str(rows[i].name, zw_buf_view(&buf), rows[i].cell);
        zw_buf_free(&buf);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(quotes_what_needs_it),
                                        cmocka_unit_test(writes_rows),
                                        cmocka_unit_test(guards_spreadsheets) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
