/* Who reads a file, what is refused, and what markup is no text. */
#include <stdlib.h>

#include "tests/unit/corpus_fixture.h"

static void refuses_with_a_reason(void **state)
{
    (void)state;
    static const struct row {
        const char *name, *path, *bytes;
        size_t n;
        zw_status status;
        const char *message;
    } rows[] = {
        { "an empty file", "a.txt", "", 0, ZW_E_EMPTY, "'a.txt': nothing in it" },
        { "blanks of both widths", "a.txt", " \r\n\t\xE3\x80\x80\n", 8, ZW_E_EMPTY,
          "'a.txt': nothing in it" },
        { "nothing but page furniture", "a.txt", "打印\n关闭窗口\n- 1 -\n", 26, ZW_E_EMPTY,
          "'a.txt': nothing but blanks and page furniture" },
        { "a PDF by any name", "a.txt", "%PDF-1.4\n\0\0", 11, ZW_E_FORMAT,
          "'a.txt': PDF: Syntax Error: Couldn't find trailer dictionary" },
        { "a ZIP that is no DOCX", "b.docx", "PK\x03\x04\x14\0\0", 7, ZW_E_FORMAT,
          "'b.docx': ZIP: no reader for it yet" },
        { "an OFD", "b.ofd",
          "PK\x03\x04"
          "22222222222222222222222222"
          "OFD.xml",
          37, ZW_E_FORMAT,
          "'b.ofd': OFD (版式文件; saved as PDF it can be read): no reader for it yet" },
        { "an Excel file of old", "b.et",
          "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1W\0o\0r\0k\0b\0o\0o\0k\0\0\0", 26, ZW_E_FORMAT,
          "'b.et': XLS or ET (saved as XLSX it can be read): no reader for it yet" },
        { "an OLE file that is no DOC", "c.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0", 9,
          ZW_E_FORMAT, "'c.doc': OLE file: no reader for it yet" },
        { "a page that shows nothing", "d", "\r\n <!DOCTYPE HTML><p>&nbsp;", 27, ZW_E_EMPTY,
          "'d': a page without text" },
        { "any other binary", "e.txt", "ab\0\x01", 4, ZW_E_FORMAT,
          "'e.txt': binary: a NUL at byte 2" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        fixture f = take_bytes(rows[i].path, rows[i].bytes, rows[i].n);
        if (f.status != rows[i].status)
            fail_msg("%s: status %d", rows[i].name, f.status);
        check_str(rows[i].name, zw_str_of(f.err.text), rows[i].message);
        drop(&f);
    }
}

static void reads_csv(void **state)
{
    (void)state;
    static const struct row {
        const char *name, *csv, *source;
    } rows[] = {
        { "a record is a row", "指标,2020年\r\n城镇化率,60%\r\n", "指标\t2020年\n城镇化率\t60%\n" },
        { "quotes hold commas, quotes and line ends", "a,\"b,\"\"c\"\"\nd\"\n", "a\tb,\"c\" d\n" },
        { "a quote that nothing closes", "a,\"b\nc", "a\tb c\n" },
        { "an empty cell keeps its place", "a,,b", "a\t\tb\n" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        fixture f = take("t.csv", rows[i].csv);
        check_str(rows[i].name, f.docs.source->text, rows[i].source);
        check_str(rows[i].name, zw_str_of(f.docs.source->reader), "csv");
        drop(&f);
    }
}

static void keeps_to_limits(void **state)
{
    (void)state;
    zw_arena *arena = zw_arena_new();
    zw_documents docs;
    zw_err err;
    zw_read_options small = { .max_bytes = 4 };
    assert_int_equal(zw_corpus_read_bytes("a.txt", ZW_STR("12345"), &small, arena, &docs, &err),
                     ZW_E_LIMIT);
    check_str("more than allowed", zw_str_of(err.text), "'a.txt': 5 bytes, more than 4");
    assert_int_equal(zw_corpus_read("/nowhere/a.txt", NULL, arena, &docs, &err), ZW_E_IO);
    assert_int_equal(zw_corpus_read("/", NULL, arena, &docs, &err), ZW_E_IO);
    zw_arena_free(arena);
}

static void reads_front_matter(void **state)
{
    (void)state;
    fixture f = take("a.md", "---\n"
                             "title: \"甲省河湖条例\"\n"
                             "publish_date: '2019-05-01'\n"
                             "status: 现行有效\n"
                             "tags:\n  - 水利\n"
                             "---\n"
                             "# 甲省河湖条例\n\n"
                             "<!-- INFO END -->\n\n"
                             "## 第一章 总则\n\n"
                             "第一条 为了**保护**河湖，制定本条例。\n");
    check_str("reader", zw_str_of(f.doc->source->reader), "markdown");
    check_str("title", zw_str_of(f.doc->meta.title), "甲省河湖条例");
    check_str("published", zw_str_of(f.doc->meta.published), "2019-05-01");
    check_str("validity", zw_str_of(f.doc->meta.validity), "现行有效");
    check_str("front matter, comments and marks are no text", f.doc->text,
              "甲省河湖条例\n第一章 总则\n第一条 为了保护河湖，制定本条例。\n");
    check_document("markdown", f.doc);
    drop(&f);
}

static void reads_table_rows(void **state)
{
    (void)state;
    fixture f = take("a.md", "# 主要指标表\n\n"
                             "| 指标 | 2020年 |\n|----|----:|\n| 城镇化率 | 60% |\n\n"
                             "以上指标由各县落实。\n");
    assert_int_equal(f.doc->passages.n, 3);
    assert_true(f.doc->passages.at[1].table_row);
    check_str("a row is a passage", zw_str_slice(f.doc->text, f.doc->passages.at[1].text),
              "| 城镇化率 | 60% |");
    drop(&f);
}

/* The same bytes have the same ids wherever they lie. */
static void names_documents_by_content(void **state)
{
    (void)state;
    fixture a = take("a.txt", "关于植树的通知\n各村要植树。\n");
    fixture b = take("other/b.txt", "关于植树的通知\n各村要植树。\n");
    fixture c = take("a.txt", "关于植树的通知\n各村要种树。\n");
    assert_string_equal(a.doc->id, b.doc->id);
    assert_string_not_equal(a.doc->id, c.doc->id);
    assert_int_equal(strlen(a.doc->id), 32);
    drop(&a);
    drop(&b);
    drop(&c);
}

static char *repeat(const char *what, size_t times)
{
    size_t n = strlen(what);
    char *all = malloc(n * times + 1);
    for (size_t i = 0; i < times; i++)
        memcpy(all + i * n, what, n);
    all[n * times] = '\0';
    return all;
}

static void bears_any_shape(void **state)
{
    (void)state;
    static const struct row {
        const char *name, *piece;
        size_t times;
    } rows[] = {
        { "one long line without a stop", "城镇", 500000 },
        { "one long line of sentences", "各地要落实到位。", 100000 },
        { "numbers that only nest", "（一）", 100000 },
        { "a number a line", "1.\n", 100000 },
        { "every kind of number in turn", "第一章\n第一条\n一、\n（一）\n1.\n(1)\n①\n——\n", 20000 },
        { "contents that never end", "目录\n", 50000 },
        { "leaders that never end", "第一章.....1\n", 50000 },
        { "titles without bodies", "甲县工作方案要点\n", 50000 },
        { "dates that sign nothing", "2017年1月1日\n", 50000 },
        { "blank lines with breaks between", "\f\r\n\t", 100000 },
        { "open brackets", "（《“", 100000 },
        { "full lines of a column",
          "这是一行没有句号而且正好写满了一栏宽度的文字请把它同下面一行连起来\n", 20000 },
        { "comment marks", "<!-- ", 100000 },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        char *text = repeat(rows[i].piece, rows[i].times);
        fixture f = take_bytes("a.md", text, strlen(text));
        for (size_t k = 0; f.status == ZW_OK && k < f.docs.documents.n; k++)
            check_document(rows[i].name, f.docs.documents.at[k]);
        drop(&f);
        f = take_bytes("a.txt", text, strlen(text));
        for (size_t k = 0; f.status == ZW_OK && k < f.docs.documents.n; k++)
            check_document(rows[i].name, f.docs.documents.at[k]);
        drop(&f);
        free(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refuses_with_a_reason), cmocka_unit_test(reads_csv),
        cmocka_unit_test(keeps_to_limits),       cmocka_unit_test(reads_front_matter),
        cmocka_unit_test(reads_table_rows),      cmocka_unit_test(names_documents_by_content),
        cmocka_unit_test(bears_any_shape),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
