/* A table of rows in every format. */
#include "query/sheet/sheet.h"

#include <stdlib.h>

#include "tests/unit/unit.h"

static const zw_column columns[] = {
    { "place", ZW_COLUMN_TEXT }, { "value", ZW_COLUMN_NUMBER },    { "agency", ZW_COLUMN_LIST },
    { "sure", ZW_COLUMN_FLAG },  { "quotation", ZW_COLUMN_QUOTE },
};
static const zw_sheet_form form = { "rows", columns, 5 };

static void put_rows(zw_sheet *sheet)
{
    static const zw_str agencies[] = { { "公安厅", 9 }, { "教育厅", 9 } };
    const zw_cell first[] = { zw_cell_text("宁夏"), zw_cell_number(170000),
                              zw_cell_list(agencies, 2), zw_cell_flag(true),
                              zw_cell_text("“=1+1”,\n二") };
    const zw_cell second[] = { zw_cell_text("福建省"),
                               { 0 },
                               zw_cell_list(NULL, 0),
                               zw_cell_flag(false),
                               zw_cell_text("=1+1") };
    zw_err err;
    assert_int_equal(zw_sheet_row(sheet, first, &err), ZW_OK);
    assert_int_equal(zw_sheet_row(sheet, second, &err), ZW_OK);
    assert_int_equal(zw_sheet_rows(sheet), 2);
}

static const struct row {
    const char *name;
    zw_format format;
    zw_lang lang;
    bool spreadsheet;
    const char *wanted;
} rows[] = {
    { "JSON keeps numbers, lists, null and truth; facts stand before and behind", ZW_AS_JSON,
      ZW_LANG_ZH, false,
      "{\n \"query\": \"居住证\",\n \"rows\": [\n"
      "  {\"place\":\"宁夏\",\"value\":170000,\"agency\":[\"公安厅\",\"教育厅\"],\"sure\":true,"
      "\"quotation\":\"“=1+1”,\\n二\"},\n"
      "  {\"place\":\"福建省\",\"value\":null,\"agency\":[],\"sure\":false,"
      "\"quotation\":\"=1+1\"}\n ],\n \"total\": 2\n}\n" },
    { "a line a row", ZW_AS_NDJSON, ZW_LANG_EN, false,
      "{\"place\":\"宁夏\",\"value\":170000,\"agency\":[\"公安厅\",\"教育厅\"],\"sure\":true,"
      "\"quotation\":\"“=1+1”,\\n二\"}\n"
      "{\"place\":\"福建省\",\"value\":null,\"agency\":[],\"sure\":false,"
      "\"quotation\":\"=1+1\"}\n" },
    { "heads and codes in Chinese, other cells as they are", ZW_AS_CSV, ZW_LANG_ZH, false,
      "地方,数值,部门,sure,原文\r\n宁夏,170000,公安厅; 教育厅,是,\"“=1+1”,\n二\"\r\n"
      "福建省,,,否,=1+1\r\n" },
    { "a spreadsheet gets a mark, and no formula", ZW_AS_TSV, ZW_LANG_EN, true,
      "\xEF\xBB\xBFplace\tvalue\tagency\tsure\tquotation\n"
      "宁夏\t170000\t公安厅; 教育厅\tyes\t“=1+1”, 二\n福建省\t\t\tno\t'=1+1\n" },
    { "a table of Markdown keeps its cells apart and takes nothing for markup", ZW_AS_MARKDOWN,
      ZW_LANG_EN, false,
      "| place | value | agency | sure | quotation |\n| --- | ---: | --- | --- | --- |\n"
      "| 宁夏 | 170000 | 公安厅; 教育厅 | yes | “=1+1”,<br>二 |\n"
      "| 福建省 |  |  | no | =1+1 |\n" },
    { "a Han character takes two places of a line", ZW_AS_TEXT, ZW_LANG_ZH, false,
      "地方      数值  部门            sure  原文\n"
      "宁夏    170000  公安厅; 教育厅  是    “=1+1”, 二\n"
      "福建省                          否    =1+1\n" },
};

static void write_format(const struct row *r)
{
    zw_buf out = ZW_BUF_INIT;
    zw_words *words = NULL;
    zw_sheet *sheet = NULL;
    zw_err err;
    assert_int_equal(zw_words_new(r->lang, &words, &err), ZW_OK);
    const zw_sheet_options options = {
        .format = r->format, .words = words, .spreadsheet = r->spreadsheet, .out = &out
    };
    assert_int_equal(zw_sheet_new(&form, &options, &sheet, &err), ZW_OK);
    assert_int_equal(zw_sheet_fact(sheet, "query", zw_cell_text("居住证"), &err), ZW_OK);
    put_rows(sheet);
    assert_int_equal(zw_sheet_fact(sheet, "total", zw_cell_count(2), &err), ZW_OK);
    assert_int_equal(zw_sheet_end(sheet, &err), ZW_OK);
    check_str(r->name, zw_buf_view(&out), r->wanted);
    zw_sheet_free(sheet);
    zw_words_free(words);
    zw_buf_free(&out);
}

static void writes_formats(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        write_format(&rows[i]);
}

static void speaks_the_language_of_the_environment(void **state)
{
    (void)state;
    setenv("LC_ALL", "zh_CN.UTF-8", 1);
    assert_int_equal(zw_lang_wanted(NULL), ZW_LANG_ZH);
    assert_int_equal(zw_lang_wanted("en"), ZW_LANG_EN);
    setenv("LC_ALL", "", 1);
    setenv("LC_MESSAGES", "C", 1);
    setenv("LANG", "zh_CN.UTF-8", 1);
    assert_int_equal(zw_lang_wanted(NULL), ZW_LANG_EN);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(writes_formats),
                                        cmocka_unit_test(speaks_the_language_of_the_environment) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
