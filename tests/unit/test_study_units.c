/* Sentences, units to code, concordances. */
#include "query/study/quoting/kwic.h"
#include "query/study/quoting/units.h"
#include "query/study/wording/sentence.h"
#include "tests/unit/index_fixture.h"

static const fixture_text texts[] = {
    { "a.txt", "宁夏回族自治区人民政府关于示例工作的通知\n宁政发〔2018〕992号\n\n"
               "一、总体要求\n推进居住证制度。完善居住证管理；到2020年，居住证持证率达到70%。\n"
               "各地实行居住证积分。（自治区公安厅牵头）\n二、保障措施\n加强领导。\n"
               "宁夏回族自治区人民政府\n2018年5月2日\n" },
    { "b.txt", "福建省人民政府关于户籍改革的通知\n闽政〔2016〕1号\n\n"
               "一、全面落实居住证制度。\n福建省人民政府\n2016年3月1日\n" },
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

static void sentences(void **state)
{
    (void)state;
    static const struct row {
        const char *name, *text, *wanted;
    } rows[] = {
        { "marks end a sentence", "甲。乙；丙！丁？戊", "甲。|乙；|丙！|丁？|戊" },
        { "a line ends one", "甲\n乙", "甲|乙" },
        { "closing marks belong to it", "他说“好。”乙。", "他说“好。”|乙。" },
        { "nothing ends in brackets", "甲（公安厅牵头；教育厅配合）。乙",
          "甲（公安厅牵头；教育厅配合）。|乙" },
        { "nor in a title", "《甲。乙》。丙", "《甲。乙》。|丙" },
        { "an open bracket is a character", "甲（乙。丙", "甲（乙。|丙" },
        { "blanks are none", " \n　\n", "" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_buf seen = ZW_BUF_INIT;
        zw_str text = zw_str_of(rows[i].text);
        size_t at = 0;
        zw_range s;
        while (zw_sentence_next(text, &at, &s))
            zw_buf_printf(&seen, "%s%.*s", seen.n ? "|" : "", (int)(s.end - s.start),
                          text.at + s.start);
        check_str(rows[i].name, zw_buf_view(&seen), rows[i].wanted);
        zw_buf_free(&seen);
    }
}

static void put_facts(zw_buf *to, const zw_unit_facts *facts)
{
    for (size_t i = 0; i < facts->n; i++)
        zw_buf_printf(to, " <%.*s>", (int)facts->at[i].n, facts->at[i].at);
}

static zw_status note_unit(void *context, const zw_study_unit *u, zw_err *err)
{
    zw_arena *arena = zw_arena_new();
    zw_unit_facts figures = { 0 }, agencies = { 0 };
    zw_str text = zw_str_trim(zw_str_slice(u->window->text, u->at));
    assert_int_equal(zw_unit_figures(u, arena, &figures, err), ZW_OK);
    assert_int_equal(zw_unit_agencies(u, arena, &agencies, err), ZW_OK);
    zw_buf_printf(context, "%s%.*s", strchr(u->id, ':'), (int)text.n, text.at);
    put_facts(context, &figures);
    put_facts(context, &agencies);
    zw_buf_char(context, '\n');
    zw_arena_free(arena);
    return ZW_OK;
}

static void units(void **state)
{
    (void)state;
    static const struct row {
        const char *name, *query;
        zw_units_by by;
        const char *wanted;
    } rows[] = {
        { "sentences with the facts in them", "持证率", ZW_UNITS_SENTENCE,
          ":0:0推进居住证制度。\n:0:1完善居住证管理；\n"
          ":0:2到2020年，居住证持证率达到70%。 <居住证持证率 = 70% @2020>\n"
          ":0:3各地实行居住证积分。\n:0:4（自治区公安厅牵头） <lead 自治区公安厅>\n" },
        { "passages with their headings", "领导", ZW_UNITS_PASSAGE,
          ":1二、保障措施\n加强领导。\n" },
        { "an item has all its paragraphs, once", "居住证 region:宁夏", ZW_UNITS_ITEM,
          ":0一、总体要求\n推进居住证制度。完善居住证管理；到2020年，居住证持证率达到70%。\n"
          "各地实行居住证积分。（自治区公安厅牵头） <居住证持证率 = 70% @2020> <lead "
          "自治区公安厅>\n" },
        { "an item found by its second paragraph", "积分", ZW_UNITS_ITEM,
          ":0一、总体要求\n推进居住证制度。完善居住证管理；到2020年，居住证持证率达到70%。\n"
          "各地实行居住证积分。（自治区公安厅牵头） <居住证持证率 = 70% @2020> <lead "
          "自治区公安厅>\n" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_arena *arena = zw_arena_new();
        zw_buf seen = ZW_BUF_INIT;
        zw_plan plan;
        zw_query_fault fault;
        zw_err err = { 0 };
        assert_int_equal(zw_units(session, rows[i].query, rows[i].by, arena, note_unit, &seen,
                                  &plan, &fault, &err),
                         ZW_OK);
        check_str(rows[i].name, zw_buf_view(&seen), rows[i].wanted);
        zw_plan_free(&plan);
        zw_buf_free(&seen);
        zw_arena_free(arena);
    }
}

static zw_status note_row(void *context, const zw_kwic_row *row, zw_err *err)
{
    (void)err;
    zw_buf_printf(context, "%.*s[%.*s]%.*s ", (int)row->left.n, row->left.at, (int)row->keyword.n,
                  row->keyword.at, (int)row->right.n, row->right.at);
    return ZW_OK;
}

static void concordances(void **state)
{
    (void)state;
    static const struct row {
        const char *name;
        zw_kwic_question question;
        const char *wanted;
        size_t occurrences;
    } rows[] = {
        { "every occurrence, in reading order",
          { "居住证 region:宁夏", 2, 0, 0, ZW_KWIC_PLACE },
          "推进[居住证]制度 完善[居住证]管理 年，[居住证]持证 实行[居住证]积分 ",
          4 },
        { "by what stands left, read backwards",
          { "居住证", 2, 0, 0, ZW_KWIC_LEFT },
          "完善[居住证]管理 落实[居住证]制度 实行[居住证]积分 推进[居住证]制度 年，[居住证]持证 ",
          5 },
        { "by what stands right",
          { "居住证", 1, 0, 0, ZW_KWIC_RIGHT },
          "实[居住证]制 进[居住证]制 ，[居住证]持 行[居住证]积 善[居住证]管 ",
          5 },
        { "by year",
          { "\"居住证制度\"", 1, 0, 0, ZW_KWIC_YEAR },
          "实[居住证制度]。 进[居住证制度]。 ",
          2 },
        { "a page of them, all counted",
          { "居住证", 0, 1, 2, ZW_KWIC_PLACE },
          "[居住证] [居住证] ",
          5 },
        { "the longer of two that overlap",
          { "居住证 \"居住证积分\"", 0, 0, 0, ZW_KWIC_PLACE },
          "[居住证] [居住证] [居住证] [居住证积分] ",
          4 },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_arena *arena = zw_arena_new();
        zw_buf seen = ZW_BUF_INIT;
        zw_kwic_counts counts;
        zw_plan plan;
        zw_query_fault fault;
        zw_err err = { 0 };
        assert_int_equal(zw_kwic(session, &rows[i].question, arena, note_row, &seen, &counts, &plan,
                                 &fault, &err),
                         ZW_OK);
        check_str(rows[i].name, zw_buf_view(&seen), rows[i].wanted);
        assert_int_equal(counts.occurrences, rows[i].occurrences);
        zw_plan_free(&plan);
        zw_buf_free(&seen);
        zw_arena_free(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(sentences), cmocka_unit_test(units),
                                        cmocka_unit_test(concordances) };
    return cmocka_run_group_tests(tests, make_index, remove_index);
}
