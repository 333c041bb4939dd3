/* Figures put together: what is one indicator, unit and place, and what may not be mixed. */
#include <stdlib.h>

#include "query/study/figures/conflicts.h"
#include "query/study/figures/figure_tally.h"
#include "query/study/figures/pivot.h"
#include "tests/unit/index_fixture.h"

static const fixture_text texts[] = {
    { "a.txt", "宁夏回族自治区人民政府关于示例规划的通知\n宁政发〔2016〕991号\n\n"
               "一、到2020年，户籍人口城镇化率达到47%，常住人口城镇化率达到60%以上，"
               "总投资1.5亿元，新增建设用地1500亩。\n"
               "二、到2020年，地区生产总值增长7%，地区生产总值达到4000亿元。\n"
               "三、到2017年，户籍人口城镇化率达到43%。\n"
               "宁夏回族自治区人民政府\n2016年3月1日\n" },
    { "b.txt", "宁夏回族自治区人民政府关于调整示例规划的通知\n宁政发〔2018〕992号\n\n"
               "一、到2020年，户籍城镇化率达到45%，常住人口城镇化率达到60%以上。\n"
               "二、2017年，户籍人口城镇化率为41%。\n"
               "宁夏回族自治区人民政府\n2018年5月2日\n" },
    { "c.txt", "福建省人民政府关于示例规划的通知\n闽政〔2016〕993号\n\n"
               "一、到2020年，户籍人口城镇化率达到48%。\n"
               "二、到2020年，户籍人口城镇化率达到50%，总投资20000万元，"
               "新增建设用地100公顷。\n"
               "福建省人民政府\n2016年6月1日\n" },
    { "d.txt", "济南市章丘市人民政府关于示例的通知\n章政发〔2015〕9号\n\n"
               "一、到2020年，户籍人口城镇化率达到52%。二、居住满5年，三级以上。\n"
               "章丘市人民政府\n2015年5月2日\n" },
    { "e.txt", "济南市章丘区人民政府关于示例的通知\n章政发〔2019〕9号\n\n"
               "一、到2020年，户籍人口城镇化率达到55%。\n"
               "章丘区人民政府\n2019年5月2日\n" },
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

typedef struct {
    zw_arena *arena;
    zw_figure_table table;
    zw_figure_set set;
} study;

static zw_status make_study(const zw_figure_question *question, study *s, zw_err *err)
{
    zw_place_keys *keys;
    zw_query_fault fault = { 0 };
    *s = (study){ .arena = zw_arena_new() };
    zw_status status = zw_figures_ask(session, question, s->arena, &s->table, &fault, err);
    if (status == ZW_OK)
        status = zw_place_keys_new(session, s->arena, &keys, err);
    if (status == ZW_OK)
        status = zw_figure_set_make(keys, &s->table.rows, s->arena, &s->set, err);
    return status;
}

static void end_study(study *s)
{
    zw_figure_table_free(&s->table);
    zw_arena_free(s->arena);
}

static const char *const registered[] = { "户籍人口城镇化率" };
static const char *const register_short[] = { "户籍城镇化率" };
static const char *const rate[] = { "城镇化率" };
static const char *const gdp[] = { "GDP" };
static const char *const both[] = { "户籍人口城镇化率", "常住人口城镇化率" };

static void questions_choose_figures(void **state)
{
    (void)state;
    static const struct row {
        const char *name;
        zw_figure_question question;
        const char *wanted;
        size_t contained;
    } rows[] = {
        { "an indicator under all its names",
          { .query = "region:宁夏 for:2020", .indicators = registered, .n_indicators = 1 },
          "47% 45% ",
          0 },
        { "whichever of them is asked",
          { .query = "region:宁夏 for:2020", .indicators = register_short, .n_indicators = 1 },
          "47% 45% ",
          0 },
        { "as it is written",
          { .query = "region:宁夏",
            .indicators = register_short,
            .n_indicators = 1,
            .match = ZW_MATCH_EXACT },
          "45% ",
          0 },
        { "what only contains it is counted",
          { .query = "region:宁夏 for:2020", .indicators = rate, .n_indicators = 1 },
          "",
          4 },
        { "or shown",
          { .query = "region:宁夏 for:2020",
            .indicators = rate,
            .n_indicators = 1,
            .match = ZW_MATCH_CONTAINS },
          "47% 60% 45% 60% ",
          0 },
        { "GDP is 地区生产总值, and a rise no level",
          { .query = "", .indicators = gdp, .n_indicators = 1, .change = '=' },
          "4000亿元 ",
          0 },
        { "a rise alone",
          { .query = "", .indicators = gdp, .n_indicators = 1, .change = '+' },
          "7% ",
          0 },
        { "several indicators",
          { .query = "region:宁夏 for:2020 date:2018", .indicators = both, .n_indicators = 2 },
          "45% 60% ",
          0 },
        { "a unit and those that compare with it",
          { .query = "", .unit = "平方公里" },
          "1500亩 100公顷 ",
          0 },
        { "a unit with what multiplies it",
          { .query = "", .unit = "亿元" },
          "1.5亿元 4000亿元 20000万元 ",
          0 },
        { "1.5亿元 is 15000万元", { .query = "figure:\"=15000万元\"" }, "1.5亿元 ", 0 },
        { "1500亩 is 100公顷 is 1平方公里",
          { .query = "figure:\"=1平方公里\"" },
          "1500亩 100公顷 ",
          0 },
        { "a range of money in another unit",
          { .query = "figure:\"=10000..20000万元\"" },
          "1.5亿元 20000万元 ",
          0 },
        { "kind and year of the figure",
          { .query = "户籍人口城镇化率 kind:baseline for:2017" },
          "41% ",
          0 },
        { "a place and its children", { .query = "region:山东 城镇化率" }, "55% 52% ", 0 },
        { "issuer and date",
          { .query = "issuer:福建省人民政府 date:2016-06 figure:\"城镇化率\"" },
          "48% 50% ",
          0 },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        study s;
        zw_err err = { 0 };
        zw_buf text = ZW_BUF_INIT;
        if (make_study(&rows[i].question, &s, &err) != ZW_OK)
            fail_msg("%s: %s", rows[i].name, err.text);
        for (size_t k = 0; k < s.table.rows.n; k++)
            zw_buf_printf(&text, "%s ", s.table.rows.at[k].text);
        check_str(rows[i].name, zw_buf_view(&text), rows[i].wanted);
        if (s.table.contained != rows[i].contained)
            fail_msg("%s: %zu contained", rows[i].name, s.table.contained);
        zw_buf_free(&text);
        end_study(&s);
    }
}

static void statistics_keep_apart(void **state)
{
    (void)state;
    static const struct row {
        const char *name;
        zw_figure_question question;
        const char *by[2], *wanted;
    } rows[] = {
        { "values and bounds",
          { .query = "region:宁夏 for:2020 kind:target", .indicators = both, .n_indicators = 2 },
          { "indicator" },
          "常住人口城镇化率 at least n=2 60..60..60%; 户籍人口城镇化率 value n=2 45..46..47%; " },
        { "names of one place",
          { .query = "region:山东", .indicators = registered, .n_indicators = 1 },
          { "place" },
          "山东省/济南市/章丘区 value n=2 52..53.5..55%; " },
        { "by province",
          { .query = "for:2020", .indicators = registered, .n_indicators = 1 },
          { "province" },
          "福建省 value n=2 48..49..50%; 山东省 value n=2 52..53.5..55%; "
          "宁夏回族自治区 value n=2 45..46..47%; " },
        { "units that compare are one",
          { .query = "figure:新增建设用地" },
          { "indicator" },
          "新增建设用地 value n=2 1500..1500..1500亩+; " },
        { "those that do not are two; levels and rises as well",
          { .query = "", .indicators = gdp, .n_indicators = 1 },
          { "indicator" },
          "地区生产总值 value n=1 7..7..7%+; 地区生产总值 value n=1 "
          "400000000000..400000000000..400000000000元; " },
        { "targets and what was reached",
          { .query = "for:2017", .indicators = registered, .n_indicators = 1 },
          { "for" },
          "2017 value n=1 43..43..43%; 2017 value n=1 41..41..41%; " },
        { "two keys",
          { .query = "region:福建", .indicators = registered, .n_indicators = 1 },
          { "place", "year" },
          "福建省,2016 value n=2 48..49..50%; " },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        study s;
        zw_err err = { 0 };
        zw_buf text = ZW_BUF_INIT;
        zw_figure_tallies tallies;
        const zw_figure_by *by[ZW_TALLY_KEYS] = { NULL };
        for (size_t k = 0; k < 2 && rows[i].by[k]; k++)
            by[k] = zw_figure_by_find(zw_str_of(rows[i].by[k]));
        if (make_study(&rows[i].question, &s, &err) != ZW_OK)
            fail_msg("%s: %s", rows[i].name, err.text);
        assert_int_equal(zw_figure_tally_make(&s.set, by, s.arena, &tallies, &err), ZW_OK);
        for (size_t k = 0; k < tallies.n; k++) {
            const zw_figure_tally *t = &tallies.at[k];
            zw_buf_printf(&text, "%s%s%s %s n=%zu %.15g..%.15g..%.15g%s%.1s; ", t->keys[0],
                          t->keys[1] ? "," : "", t->keys[1] ? t->keys[1] : "",
                          zw_bound_name(t->bound), t->n, t->min, t->median, t->max, t->unit,
                          t->change == '+' ? "+" : "");
        }
        check_str(rows[i].name, zw_buf_view(&text), rows[i].wanted);
        zw_buf_free(&text);
        end_study(&s);
    }
}

static void contradictions_are_told(void **state)
{
    (void)state;
    static const struct row {
        const char *name;
        zw_figure_question question;
        const char *wanted;
    } rows[] = {
        { "another value later is a revision",
          { .query = "region:宁夏 for:2020", .indicators = registered, .n_indicators = 1 },
          "1 first 47%; 1 revision 45%; " },
        { "in one document a conflict",
          { .query = "region:福建", .indicators = registered, .n_indicators = 1 },
          "1 first 48%; 1 conflict 50%; " },
        { "a place renamed is one place",
          { .query = "region:山东", .indicators = registered, .n_indicators = 1 },
          "1 first 52%; 1 revision 55%; " },
        { "a target and what was reached are neither",
          { .query = "region:宁夏 for:2017", .indicators = registered, .n_indicators = 1 },
          "" },
        { "nor what is said twice", { .query = "region:宁夏 figure:常住人口城镇化率" }, "" },
        { "nor a level and a rise", { .query = "", .indicators = gdp, .n_indicators = 1 }, "" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        study s;
        zw_err err = { 0 };
        zw_buf text = ZW_BUF_INIT;
        zw_conflicts found;
        if (make_study(&rows[i].question, &s, &err) != ZW_OK)
            fail_msg("%s: %s", rows[i].name, err.text);
        assert_int_equal(zw_conflicts_find(&s.set, s.arena, &found, &err), ZW_OK);
        for (size_t k = 0; k < found.rows.n; k++)
            zw_buf_printf(&text, "%zu %s %s; ", found.rows.at[k].group,
                          zw_value_relation_name(found.rows.at[k].relation),
                          found.rows.at[k].figure->row->text);
        check_str(rows[i].name, zw_buf_view(&text), rows[i].wanted);
        zw_buf_free(&text);
        end_study(&s);
    }
}

static void pivots_show_every_value(void **state)
{
    (void)state;
    study s;
    zw_err err = { 0 };
    zw_pivot pivot;
    zw_buf text = ZW_BUF_INIT;
    const zw_figure_question question = { .query = "", .indicators = both, .n_indicators = 2 };
    assert_int_equal(make_study(&question, &s, &err), ZW_OK);
    assert_int_equal(zw_pivot_make(&s.set, zw_figure_by_find(ZW_STR("place")),
                                   zw_figure_by_find(ZW_STR("for")), s.arena, &pivot, &err),
                     ZW_OK);
    for (size_t i = 0; i < pivot.rows.n; i++) {
        zw_buf_printf(&text, "%s %s", pivot.rows.at[i].key, pivot.rows.at[i].indicator);
        for (size_t k = 0; k < pivot.n_columns; k++)
            zw_buf_printf(&text, " [%s %s]", pivot.columns[k],
                          pivot.rows.at[i].cells[k].text ? pivot.rows.at[i].cells[k].text : "");
        zw_buf_char(&text, '\n');
    }
    check_str(
        "places down, years across", zw_buf_view(&text),
        "福建省 户籍人口城镇化率 [2017 ] [2020 48; 50 !]\n"
        "山东省/济南市/章丘区 户籍人口城镇化率 [2017 ] [2020 52; 55 !]\n"
        "宁夏回族自治区 常住人口城镇化率 [2017 ] [2020 >=60]\n"
        "宁夏回族自治区 户籍人口城镇化率 [2017 43 (target); 41 (baseline)] [2020 47; 45 !]\n");
    assert_int_equal(pivot.conflicts, 3);
    zw_buf_free(&text);
    end_study(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(questions_choose_figures),
        cmocka_unit_test(statistics_keep_apart),
        cmocka_unit_test(contradictions_are_told),
        cmocka_unit_test(pivots_show_every_value),
    };
    return cmocka_run_group_tests(tests, make_index, remove_index);
}
