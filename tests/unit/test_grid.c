/* A grid's pieces: what a question asks of a text, and which stretch of a document answers it. */
#include "query/study/places/asked.h"
#include "query/study/places/grid.h"
#include "tests/unit/index_fixture.h"

static const fixture_text texts[] = {
    { "a.txt", "柳州市人民政府关于印发柳州市居住证管理办法的通知\n柳政发〔2016〕9号\n"
               "各区人民政府：\n现印发给你们。\n柳州市人民政府\n2016年3月1日\n"
               "柳州市居住证管理办法\n第一章 总则\n第一条 居住证明由派出所出具，社保另行规定。\n"
               "第二条 申领居住证应当符合下列条件：\n（一）连续居住满3年、参加社会保险满5年；\n"
               "（二）年满16周岁。\n第三条 持证人申办签注应当符合下列条件：\n（一）继续居住；\n"
               "（二）继续就业。\n第四条 申领居住证，应当提交身份证。\n"
               "第五条 本办法自2016年4月1日起施行。\n" },
};

static int make_index(void **state)
{
    (void)state;
    return fixture_index_make(texts, COUNT(texts));
}

static int remove_index(void **state)
{
    (void)state;
    return fixture_index_remove();
}

/* --- what is asked ---------------------------------------------------------------------------- */

static const struct {
    const char *name, *query, *text;
    size_t has, of;
    bool barred;
} asks[] = {
    { "a word that is cut in two is two parts", "申领条件", "申领居住证应当符合条件", 2, 2, false },
    { "one of several does", "(申领 OR 申请) 居住证", "申请居住证的", 2, 2, false },
    { "a synonym does", "社会保险", "参加社保满五年", 1, 1, false },
    { "a word is not there where another one begins in it", "居住证", "提供居住证明", 0, 1, false },
    { "quoted text is wherever it stands", "\"居住证\"", "提供居住证明", 1, 1, false },
    { "what must not be there bars", "居住证 NOT 签注", "居住证签注", 1, 1, true },
    { "and nothing else does", "居住证 NOT 签注", "居住证申领", 1, 1, false },
    { "a longer word that is barred hides it", "居住 NOT 居住证", "居住证满1年", 0, 1, false },
    { "and bars no more than that", "居住 NOT 居住证", "已办居住证且居住满1年", 1, 1, false },
};

static void test_asked(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(asks); i++) {
        zw_arena *arena = zw_arena_new();
        zw_query_fault fault;
        zw_asked *asked;
        zw_err err = { 0 };
        print_message("    %s\n", asks[i].name);
        assert_int_equal(zw_asked_new(session, asks[i].query, arena, &asked, &fault, &err), ZW_OK);
        assert_int_equal(zw_asked_parts(asked), asks[i].of);
        zw_asked_text text = { .folded = zw_str_of(asks[i].text) };
        zw_asking asking = { session->segmenter, arena, ZW_OK, &err, false };
        assert_int_equal(zw_asked_count(zw_asked_in(asked, &asking, &text)), asks[i].has);
        assert_int_equal(zw_asked_barred(asked, &asking, &text), asks[i].barred);
        assert_int_equal(asking.status, ZW_OK);
        zw_arena_free(arena);
    }
}

static void test_no_question(void **state)
{
    static const char *const queries[] = { "", "城镇化率>=60%", "title:居住证", "-签注" };
    zw_arena *arena = zw_arena_new();
    (void)state;
    for (size_t i = 0; i < COUNT(queries); i++) {
        zw_query_fault fault;
        zw_asked *asked;
        zw_err err = { 0 };
        assert_int_equal(zw_asked_new(session, queries[i], arena, &asked, &fault, &err),
                         ZW_E_USAGE);
    }
    zw_arena_free(arena);
}

/* --- which stretch answers -------------------------------------------------------------------- */

static const struct {
    const char *name, *query;
    bool figure;
    const char *begins, *ends; /* NULL: nothing answers */
    zw_sure sure;
    const char *value; /* of the first figure told */
} answers[] = {
    { "a list is quoted whole, with its lead", "申领 居住证 条件", false, "第二条", "16周岁。",
      ZW_SURE_HIGH, NULL },
    { "another list by its own words", "签注 条件", false, "第三条", "继续就业。", ZW_SURE_HIGH,
      NULL },
    { "a sentence alone", "申领 身份证", false, "第四条", "身份证。", ZW_SURE_HIGH, NULL },
    { "a figure is the one of which it is said", "社会保险", true, "（一）", "满5年；",
      ZW_SURE_HIGH, "5年" },
    { "and not its neighbour", "居住 NOT 居住证", true, "（一）", "满5年；", ZW_SURE_HIGH, "3年" },
    { "the title has the rest", "柳州市 签注", false, "第三条", NULL, ZW_SURE_MEDIUM, NULL },
    { "most of the question is little", "签注 条件 月球", false, "第三条", NULL, ZW_SURE_LOW,
      NULL },
    { "half of it is nothing", "签注 月球", false, NULL, NULL, ZW_SURE_NONE, NULL },
    { "less is nothing", "月球 火星 条件", false, NULL, NULL, ZW_SURE_NONE, NULL },
};

static void check_answer(size_t row, const zw_reading *reading, zw_arena *arena)
{
    zw_question_column q = { .query = answers[row].query, .figure = answers[row].figure };
    zw_cell_figures figures = { 0 };
    zw_query_fault fault;
    zw_cell_found found;
    zw_err err = { 0 };
    print_message("    %s\n", answers[row].name);
    assert_int_equal(zw_asked_new(session, q.query, arena, &q.asked, &fault, &err), ZW_OK);
    assert_int_equal(zw_cell_find(session, reading, &q, NULL, arena, &found, &err), ZW_OK);
    assert_int_equal(found.sure, answers[row].sure);
    zw_str text = zw_str_slice(reading->window.text, found.at);
    assert_true(!answers[row].begins || zw_str_starts(text, zw_str_of(answers[row].begins)));
    assert_true(!answers[row].ends || zw_str_ends(text, zw_str_of(answers[row].ends)));
    if (!answers[row].value)
        return;
    assert_int_equal(zw_cell_figures_of(session, reading, &q, &found, arena, &figures, &err),
                     ZW_OK);
    assert_int_equal(figures.n, 1);
    assert_non_null(strstr(zw_arena_printf(arena, "%g%s", figures.at[0]->low, figures.at[0]->unit),
                           answers[row].value));
}

static void test_answers(void **state)
{
    zw_arena *arena = zw_arena_new();
    zw_doc_list documents = { 0 };
    zw_reading reading;
    zw_err err = { 0 };
    (void)state;
    assert_int_equal(zw_each_document(session, arena, &documents, &err), ZW_OK);
    assert_int_equal(documents.n, 1);
    assert_int_equal(zw_reading_make(session, documents.at[0], arena, &reading, &err), ZW_OK);
    for (size_t i = 0; i < COUNT(answers); i++)
        check_answer(i, &reading, arena);
    zw_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_asked),
        cmocka_unit_test(test_no_question),
        cmocka_unit_test(test_answers),
    };
    return cmocka_run_group_tests_name("grid", tests, make_index, remove_index);
}
