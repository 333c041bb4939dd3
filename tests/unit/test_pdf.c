/* What of a printed page is the document: lines of the draft, joined by / where a line is the rest
 * of the one before it, with _ for the blanks of an indent. */
#include "base/buffer.h"
#include "corpus/read_pdf.h"
#include "tests/unit/unit.h"

#define WIDE "深化考试招生制度改革的实施意见各有关单位"
#define PAGE(n, a, b) "某市人民政府文件\n" a "\n" WIDE "\n" b "\n\n- " n " -\f"

static void show(const zw_draft *draft, zw_buf *out)
{
    for (size_t i = 0; i < draft->lines.n; i++) {
        const zw_line *line = &draft->lines.at[i];
        zw_str s = zw_str_slice(draft->text, line->at);
        if (i)
            zw_buf_char(out, line->glued ? '/' : '|');
        for (size_t k = 0; k < s.n; k++)
            zw_buf_char(out, s.at[k] == ' ' ? '_' : s.at[k]);
    }
}

static void takes_the_page_away(void **state)
{
    (void)state;
    static const struct row {
        const char *name, *printed, *lines;
    } rows[] = {
        { "the margin of a page is not an indent",
          "      " WIDE "\n        第一条\n      " WIDE "\f", WIDE "|__第一条|" WIDE },
        { "a line torn by a narrow sign is one, and goes on",
          WIDE "，\n                     依据教育部\n                          《关\n" WIDE "\f",
          WIDE "，/依据教育部/《关/" WIDE },
        { "a line that is set to the right is its own", WIDE "\n\n              2016年4月13日\f",
          WIDE "||________2016年4月13日" },
        { "heads and numbers that run over the pages are not the document's",
          PAGE("1", "甲", "乙") PAGE("2", "丙", "丁") PAGE("3", "戊", "己"),
          "|甲|" WIDE "|乙|||"
          "|丙|" WIDE "|丁|||"
          "|戊|" WIDE "|己||" },
        { "two pages alike prove nothing", "标题一\f标题一\f", "标题一|标题一" },
        { "a radical stands for its character", "第⼀条 ⽅便来京⼈员\f", "第一条_方便来京人员" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_arena *arena = zw_arena_new();
        zw_draft draft = { 0 };
        zw_err err = { 0 };
        zw_buf out = ZW_BUF_INIT;
        if (zw_pdf_lines(zw_str_of(rows[i].printed), arena, &draft, &err) != ZW_OK)
            fail_msg("%s: %s", rows[i].name, err.text);
        show(&draft, &out);
        check_str(rows[i].name, zw_buf_view(&out), rows[i].lines);
        zw_buf_free(&out);
        zw_arena_free(arena);
    }
}

static void says_what_a_scan_is(void **state)
{
    (void)state;
    zw_arena *arena = zw_arena_new();
    zw_draft draft = { 0 };
    zw_err err = { 0 };
    assert_int_equal(zw_pdf_lines(ZW_STR("\f\f \f"), arena, &draft, &err), ZW_E_EMPTY);
    check_str("pages without words", zw_str_of(err.text), "no text layer, 3 pages");
    assert_int_equal(zw_pdf_lines(ZW_STR("\f"), arena, &draft, &err), ZW_E_EMPTY);
    check_str("one page", zw_str_of(err.text), "no text layer, 1 page");
    zw_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_the_page_away),
        cmocka_unit_test(says_what_a_scan_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
