/* Queries answered over a small index: what each finds, and how it says what it did. */
#include "query/answer/answer.h"
#include "query/answer/figures.h"
#include "tests/unit/index_fixture.h"

static const fixture_text texts[] = {
    { "a.txt", "福建省人民政府关于示例改革的实施意见\n"
               "闽政〔2016〕991号\n\n"
               "各市、县（区）人民政府：\n"
               "一、推进户籍改革\n"
               "（一）放宽落户条件。实行居住证制度，保障随迁子女入学。（牵头单位：省公安厅；"
               "配合单位：省教育厅）\n"
               "（二）发展目标。到2020年，常住人口城镇化率达到67%，户籍人口城镇化率达到48%。\n"
               "二、拓宽融资渠道\n"
               "（三）推广政府和社会资本合作模式，支持棚户区改造，投资150亿元。\n"
               "福建省人民政府\n2016年3月1日\n" },
    { "b.txt", "宁夏回族自治区人民政府关于示例工作的通知\n"
               "宁政发〔2018〕992号\n\n"
               "各市、县（区）人民政府：\n"
               "一、鼓励采用PPP方式，改造城中村和棚户区。\n"
               "二、到2020年，城镇化率不低于55%，供水普及率达到98%以上。\n"
               "三、健全户口登记制度，由自治区教育厅牵头，自治区公安厅配合；"
               "完善考核机制，由自治区发展改革委牵头，自治区国土资源厅配合。\n"
               "宁夏回族自治区人民政府\n2018年5月2日\n" },
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

static const struct row {
    const char *name, *query;
    size_t total;
} rows[] = {
    { "a word", "居住证", 1 },
    { "a topic", "topic:居住证", 1 },
    { "a topic in English", "topic:\"Residence Permit\"", 1 },
    { "a part of a topic's name", "主题:户", 2 },
    { "a topic and a verb of one measure", "topic:居住证 verb:实行", 1 },
    { "not of two measures", "topic:居住证 verb:放宽", 0 },
    { "nor in brackets", "PPP OR (topic:居住证 verb:放宽)", 2 },
    { "an instrument's side", "instrument:环境型", 3 },
    { "verb and object of one measure", "measure:实行制度", 1 },
    { "not of two", "measure:保障制度", 0 },
    { "a body's level", "agency:省公安厅", 1 },
    { "a body under another name", "agency:发改委", 1 },
    { "not of another level", "agency:省发改委", 0 },
    { "a body's forerunners are others", "agency:自然资源厅", 0 },
    { "unless asked for", "agency:~自然资源厅", 1 },
    { "in full width", "agency：～自然资源厅", 1 },
    { "at its own level", "agency:~自然资源局", 0 },
    { "both words", "居住证 随迁子女", 1 },
    { "a synonym is found as well", "+PPP OR 政府和社会资本合作", 2 },
    { "PPP finds 政府和社会资本合作", "PPP", 2 },
    { "户口 finds 户籍", "户口", 3 },
    { "a plus takes the word alone", "+PPP", 1 },
    { "quotes take the word alone", "\"PPP\"", 1 },
    { "any width, any case", "ｐｐｐ", 2 },
    { "traditional characters", "\"戶籍\"", 2 },
    { "a run across word boundaries", "\"籍人口城\"", 1 },
    { "part of a run of letters", "\"PP\"", 1 },
    { "a run with punctuation", "\"67%，户籍\"", 1 },
    { "punctuation is not ignored", "\"67%户籍\"", 0 },
    { "a single character", "\"镇\"", 2 },
    { "a single character as a word", "镇", 2 },
    { "without", "棚户区 AND 改造 NOT 城中村", 1 },
    { "without a run that the text decides", "棚户区 -\"改造城中村\"", 1 },
    { "either of a run and a word", "\"改造城中村\" OR 居住证", 2 },
    { "a run and a field under OR", "(\"改造城中村\" region:福建) OR (\"棚户区改造\" region:福建)",
      1 },
    { "everything but a run or a field", "NOT (\"棚户区改造\" OR region:宁夏)", 2 },
    { "near", "居住证 NEAR/8 随迁子女", 1 },
    { "not so near", "居住证 NEAR/3 随迁子女", 0 },
    { "a region", "region:福建", 3 },
    { "a region of another name", "地区:宁夏回族自治区", 3 },
    { "a year", "year:2016..2017", 3 },
    { "years from", "year:2017..", 3 },
    { "a date", "date:2016-03", 3 },
    { "a day", "date:2018-05-02", 3 },
    { "a document number in other brackets", "number:闽政[2016]991号", 3 },
    { "part of a document number", "number:宁政发", 3 },
    { "an agency by the end of its name", "agency:公安厅", 2 },
    { "an agency in its role", "agency:公安厅 role:lead", 1 },
    { "not another agency's role", "agency:公安厅 role:support", 1 },
    { "a role by its Chinese name", "agency:教育厅 role:牵头", 1 },
    { "a figure", "城镇化率>=60%", 1 },
    { "an open figure establishes its bound", "城镇化率>=55%", 2 },
    { "and nothing above", "城镇化率>=56%", 1 },
    { "a figure of a year", "城镇化率>=40%@2020 region:福建", 1 },
    { "a figure of no such year", "城镇化率>=40%@2019", 0 },
    { "money", "figure:\">100亿元\"", 1 },
    { "a figure or a word", "城镇化率>=60% OR 居住证", 2 },
    { "two figures of a passage", "常住人口城镇化率>=60% 户籍人口城镇化率>=45%", 1 },
    { "a kind of figure", "kind:target region:宁夏", 1 },
    { "everything", "*", 6 },
};

static void finds(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_arena *arena = zw_arena_new();
        zw_query_fault fault = { { 0, 0 } };
        zw_err err = { 0 };
        zw_answer answer;
        zw_question question = { .query = rows[i].query, .max = 10, .strict = true };
        if (zw_answer_make(session, &question, arena, &answer, &fault, &err) != ZW_OK)
            fail_msg("%s: %s", rows[i].name, err.text);
        if (answer.total != rows[i].total || answer.hits.n != rows[i].total)
            fail_msg("%s: %zu wanted, %zu found, %zu shown", rows[i].name, rows[i].total,
                     answer.total, answer.hits.n);
        zw_answer_free(&answer);
        zw_arena_free(arena);
    }
}

static void relaxes(void **state)
{
    (void)state;
    zw_arena *arena = zw_arena_new();
    zw_query_fault fault = { { 0, 0 } };
    zw_err err = { 0 };
    zw_answer answer;
    zw_question question = { .query = "居住证 棚户区", .max = 10 };
    assert_int_equal(zw_answer_make(session, &question, arena, &answer, &fault, &err), ZW_OK);
    assert_int_equal(answer.total, 0);
    assert_true(answer.relaxed);
    assert_int_equal(answer.partial, 3);
    for (size_t i = 0; i < answer.hits.n; i++)
        assert_int_equal(answer.hits.at[i].lacks.n, 1);
    zw_answer_free(&answer);
    zw_arena_free(arena);
}

static void marks(void **state)
{
    (void)state;
    zw_arena *arena = zw_arena_new();
    zw_query_fault fault = { { 0, 0 } };
    zw_err err = { 0 };
    zw_answer answer;
    zw_question question = { .query = "PPP region:福建", .max = 10 };
    assert_int_equal(zw_answer_make(session, &question, arena, &answer, &fault, &err), ZW_OK);
    assert_int_equal(answer.hits.n, 1);
    const zw_hit *hit = &answer.hits.at[0];
    assert_int_equal(hit->marks.n, 1);
    check_str("a synonym is marked", zw_str_slice(hit->passage.text, hit->marks.at[0]),
              "政府和社会资本合作");
    zw_span span = zw_passage_record_span(&hit->passage, hit->marks.at[0]);
    check_str("and stands so in the source", zw_str_slice(zw_str_of(texts[0].text), span.byte),
              "政府和社会资本合作");
    zw_answer_free(&answer);
    zw_arena_free(arena);
}

static const struct figure_row {
    const char *name, *query;
    size_t total;
} figure_rows[] = {
    { "all of an indicator", "figure:城镇化率", 3 },
    { "those that satisfy", "城镇化率>=60%", 1 },
    { "those of a place", "figure:城镇化率 region:宁夏", 1 },
    { "those of passages with a word", "供水", 2 },
    { "those of passages that name an agency", "agency:公安厅", 0 },
    { "those below a heading", "heading:户籍", 2 },
    { "two conditions of one figure", "kind:target unit:元", 1 },
};

static void finds_figures(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(figure_rows); i++) {
        zw_arena *arena = zw_arena_new();
        zw_query_fault fault = { { 0, 0 } };
        zw_err err = { 0 };
        zw_figure_table table;
        if (zw_figures_answer(session, figure_rows[i].query, 0, 0, false, arena, &table, &fault,
                              &err) != ZW_OK)
            fail_msg("%s: %s", figure_rows[i].name, err.text);
        if (table.total != figure_rows[i].total)
            fail_msg("%s: %zu wanted, %zu found", figure_rows[i].name, figure_rows[i].total,
                     table.total);
        zw_figure_table_free(&table);
        zw_arena_free(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(finds), cmocka_unit_test(relaxes),
                                        cmocka_unit_test(marks), cmocka_unit_test(finds_figures) };
    return cmocka_run_group_tests(tests, make_index, remove_index);
}
