/* Figures as policy texts write them, each row a fact about the language. */
#include "facts/figure.h"
#include "tests/unit/document_fixture.h"

#define TARGET ZW_KIND_TARGET
#define BASE ZW_KIND_BASELINE
#define COND ZW_KIND_CONDITION
#define OTHER ZW_KIND_OTHER

static const struct row {
    const char *name, *text;
    size_t nth; /* the figure looked at, from 0 */
    double low, high;
    const char *unit, *cmp;
    zw_figure_kind kind;
    const char *indicator;
    char change;
    int year;
} rows[] = {
    { "a level to be reached by a year", "到2020年，常住人口城镇化率达到60%以上。", 0, 60, 60, "%",
      ">=", TARGET, "常住人口城镇化率", 0, 2020 },
    { "the year governs all of its sentence", "到2020年，森林覆盖率达到45%，绿化率达到40%。", 1, 40,
      40, "%", "=", TARGET, "绿化率", 0, 2020 },
    { "a past year makes a baseline", "2014年全县常住人口30.5万人。到2020年达到35万人。", 0, 305000,
      305000, "人", "=", BASE, "常住人口", 0, 2014 },
    { "a count of the noun behind", "到2018年，培育12家龙头企业。", 0, 12, 12, "家", "=", TARGET,
      "龙头企业", 0, 2018 },
    { "a scale without unit counts people", "到2020年，实现9.5万农业转移人口落户。", 0, 95000,
      95000, "人", "=", TARGET, "农业转移人口落户", 0, 2020 },
    { "a compound unit", "到2020年，路网密度提高到8公里/平方公里。", 0, 8, 8, "公里/平方公里", "=",
      TARGET, "路网密度", 0, 2020 },
    { "a bound on whom it concerns", "有序放开居住3年以上的农业转移人口落户。", 0, 3, 3, "年",
      ">=", COND, "居住", 0, 0 },
    { "a growth", "到2020年，财政收入年均增长10%。", 0, 10, 10, "%", "=", TARGET,
      "财政收入年均增长", '+', 2020 },
    { "提高到 is a level", "到2020年，比重由54%提高到60%。", 1, 60, 60, "%", "=", TARGET, "比重", 0,
      2020 },
    { "由 tells where it starts", "到2020年，比重由54%提高到60%。", 0, 54, 54, "%", "=", BASE,
      "比重", 0, 0 },
    { "a ceiling", "人均建设用地控制在110平方米以内。", 0, 110, 110, "平方米", "<=", TARGET,
      "人均建设用地", 0, 0 },
    { "the subject stands before its date", "国民收入1987年达到9153亿元。", 0, 915300000000,
      915300000000, "元", "=", BASE, "国民收入", 0, 1987 },
    { "a clause is the subject of the next", "工业总产值的比重，2012年上升为41%。", 0, 41, 41, "%",
      "=", BASE, "工业总产值的比重", 0, 2012 },
    { "the subject stands before what is compared with", "2014年灌溉面积比2013年增加了4亿亩。", 0,
      400000000, 400000000, "亩", "=", BASE, "灌溉面积", '+', 2014 },
    { "a growth in the list of growths", "到2020年，甲、乙排放量分别下降3.5%、2.9%。", 1, 2.9, 2.9,
      "%", "=", TARGET, "乙排放量", '-', 2020 },
    { "a deadline is to be kept to", "公安机关应当在15个工作日内审核。", 0, 15, 15, "个工作日",
      "<=", TARGET, "审核", 0, 0 },
    { "what is looked back on is a bar", "近5年内无刑事犯罪记录。", 0, 5, 5, "年", "<=", COND, NULL,
      0, 0 },
    { "the size of a town", "在城区人口50万至100万的城市合法稳定就业。", 0, 500000, 1000000, "人",
      "=", COND, "城区人口", 0, 0 },
    { "the size of a town whose conditions follow",
      "城区人口50万至100万的大城市的落户条件为有合法稳定就业。", 0, 500000, 1000000, "人", "=",
      COND, "城区人口", 0, 0 },
    { "a place of one character is no part of the name", "（二）在京连续缴纳社会保险7年及以上。", 0,
      7, 7, "年", ">=", COND, "连续缴纳社会保险", 0, 0 },
    { "in all", "缴纳医疗保险费的年限累计满15年的职工。", 0, 15, 15, "年", ">=", COND,
      "缴纳医疗保险费的年限", 0, 0 },
    { "an age", "迁户时其年龄在45周岁以下。", 0, 45, 45, "周岁", "<=", COND, "年龄", 0, 0 },
    { "a bound on who is given something", "总投资10亿元以上的补助200万元。", 0, 1000000000,
      1000000000, "元", ">=", COND, "总投资", 0, 0 },
    { "a bound with its bracket", "总投资3亿元（含）至10亿元的补助150万元。", 0, 300000000,
      300000000, "元", ">=", COND, "总投资", 0, 0 },
    { "控制在 about a level", "负债率控制在50%左右。", 0, 50, 50, "%", "~", TARGET, "负债率", 0,
      0 },
    { "a demand is a noun behind 的", "对参加社会保险年限的要求不得超过3年。", 0, 3, 3, "年",
      "<=", TARGET, "参加社会保险年限", 0, 0 },
    { "the noun behind the last of a list", "分别给予100万元、50万元奖励。", 0, 1000000, 1000000,
      "元", "=", TARGET, "奖励", 0, 0 },
    { "a bound on both ends", "上年营业收入10亿元到50亿元之间的企业，补贴上限为150万元。", 0,
      1000000000, 5000000000, "元", "=", COND, "上年营业收入", 0, 0 },
    { "the verb makes one noun with its ceiling",
      "上年营业收入10亿元到50亿元之间的企业，补贴上限为150万元。", 1, 1500000, 1500000, "元", "=",
      TARGET, "补贴上限", 0, 0 },
    { "a verb before 不少于 has its object behind", "每个专业重点建设不少于10门核心课程。", 0, 10,
      10, "门", ">=", TARGET, "核心课程", 0, 0 },
    { "截至 makes all of its sentence a state", "截至2017年7月，累计建成开通基站达196万个。", 0,
      1960000, 1960000, "个", "=", BASE, "基站", 0, 2017 },
    { "an item's number is no word", "2、城镇化率达到60%。", 0, 60, 60, "%", "=", TARGET,
      "城镇化率", 0, 0 },
    { "a case ends with 的 behind its bound", "场地面积在300平方米以内的，给予补贴。", 0, 300, 300,
      "平方米", "<=", COND, "场地面积", 0, 0 },
    { "a level of days", "办理时间压缩至6个工作日以内。", 0, 6, 6, "个工作日", "<=", TARGET,
      "办理时间", 0, 0 },
    { "a plan's end is its year", "“十三五”期间，完成危房改造3000户。", 0, 3000, 3000, "户", "=",
      TARGET, "危房改造", 0, 2020 },
};

static void reads(void **state)
{
    (void)state;
    zw_figure_rules *rules;
    zw_err err = { 0 };
    assert_int_equal(zw_figure_rules_open(&rules, &err), ZW_OK);
    zw_arena *arena = zw_arena_new();
    for (size_t i = 0; i < COUNT(rows); i++) {
        const struct row *r = &rows[i];
        zw_arena_reset(arena);
        zw_document *doc = document_fixture(arena, r->text);
        doc->meta.date = "2016-03-01";
        zw_fact_context context = { .doc = doc, .arena = arena };
        zw_facts facts = { 0 };
        assert_int_equal(zw_figures_find(rules, &context, &facts, &err), ZW_OK);
        if (facts.figures.n <= r->nth)
            fail_msg("%s: %zu figures found", r->name, facts.figures.n);
        const zw_figure *f = &facts.figures.at[r->nth];
        check_str(r->name, zw_str_of(f->unit), r->unit);
        check_str(r->name, zw_str_of(zw_cmp_name(f->cmp)), r->cmp);
        check_str(r->name, zw_str_of(zw_figure_kind_name(f->kind)), zw_figure_kind_name(r->kind));
        check_str(r->name, zw_str_of(f->indicator), r->indicator ? r->indicator : "");
        if (f->low != r->low || f->high != r->high || f->change != r->change || f->year != r->year)
            fail_msg("%s: %g..%g change %d year %d", r->name, f->low, f->high, f->change, f->year);
    }
    zw_arena_free(arena);
    zw_figure_rules_free(rules);
}

/* A row is an indicator, a column a year; a column without a year holds no values. */
static void reads_tables(void **state)
{
    (void)state;
    static const struct {
        double low;
        const char *unit, *indicator, *cmp;
        int year;
        zw_figure_kind kind;
    } wanted[] = {
        { 60.2, "%", "常住人口城镇化率", "=", 2020, BASE },
        { 65, "%", "常住人口城镇化率", "=", 2025, TARGET },
        { 29000000, "人", "城镇新增就业", "=", 2020, BASE },
        { 160000, "人", "城镇新增就业", ">=", 2025, TARGET },
    };
    zw_figure_rules *rules;
    zw_err err = { 0 };
    assert_int_equal(zw_figure_rules_open(&rules, &err), ZW_OK);
    zw_arena *arena = zw_arena_new();
    zw_document *doc = document_fixture(arena,
                                        "| 序号 | 指标 | 单位 | 2020年 | 2025年目标 | 属性 |\n"
                                        "| 1 | 常住人口城镇化率 | % | 60.2 | 65 | 预期性 |\n"
                                        "| 2 | 城镇新增就业（人） | | 0.29亿 | ≥16万 | 3项 |\n"
                                        "| | | | | | |\n");
    doc->meta.date = "2021-03-01";
    for (size_t i = 0; i < doc->passages.n; i++)
        doc->passages.at[i].table_row = true;
    zw_fact_context context = { .doc = doc, .arena = arena };
    zw_facts facts = { 0 };
    assert_int_equal(zw_figures_find(rules, &context, &facts, &err), ZW_OK);
    assert_int_equal(facts.figures.n, COUNT(wanted));
    for (size_t i = 0; i < COUNT(wanted); i++) {
        const zw_figure *f = &facts.figures.at[i];
        check_str("unit", zw_str_of(f->unit), wanted[i].unit);
        check_str("indicator", zw_str_of(f->indicator), wanted[i].indicator);
        check_str("comparator", zw_str_of(zw_cmp_name(f->cmp)), wanted[i].cmp);
        assert_true(f->low == wanted[i].low);
        assert_int_equal(f->year, wanted[i].year);
        assert_int_equal(f->kind, wanted[i].kind);
    }
    zw_arena_free(arena);
    zw_figure_rules_free(rules);
}

/* Whose figure it is, in a document of 六安市 in 安徽省. */
static void tells_places(void **state)
{
    (void)state;
    static const struct {
        const char *name, *text;
        size_t nth;
        const char *region;
    } wanted[] = {
        { "a place before the number", "到2020年，金寨县新增就业3万人。", 0, "金寨县" },
        { "a place holds for its sentence", "金寨县加快发展，到2020年人口达到20万人。", 0,
          "金寨县" },
        { "the document's own place is none", "到2020年，六安市新增就业3万人。", 0, "" },
        { "全市 ends a place", "金寨县落户2万人，全市落户9万人。", 1, "" },
        { "the others are no place", "金寨县城落户2万人，其余5万人落户到建制镇。", 1, "" },
        { "no place is told", "到2020年，新增就业3万人。", 0, "" },
    };
    zw_figure_rules *rules;
    zw_gazetteer *gazetteer;
    zw_err err = { 0 };
    assert_int_equal(zw_figure_rules_open(&rules, &err), ZW_OK);
    assert_int_equal(zw_gazetteer_open(&gazetteer, &err), ZW_OK);
    zw_arena *arena = zw_arena_new();
    for (size_t i = 0; i < COUNT(wanted); i++) {
        zw_document *doc = document_fixture(arena, wanted[i].text);
        zw_fact_context context = { .doc = doc,
                                    .gazetteer = gazetteer,
                                    .arena = arena,
                                    .region = { 2, { "安徽省", "六安市" } } };
        zw_facts facts = { 0 };
        assert_int_equal(zw_figures_find(rules, &context, &facts, &err), ZW_OK);
        if (facts.figures.n <= wanted[i].nth)
            fail_msg("%s: %zu figures", wanted[i].name, facts.figures.n);
        const char *region = facts.figures.at[wanted[i].nth].region;
        check_str(wanted[i].name, zw_str_of(region ? region : ""), wanted[i].region);
    }
    zw_arena_free(arena);
    zw_gazetteer_free(gazetteer);
    zw_figure_rules_free(rules);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(reads), cmocka_unit_test(reads_tables),
                                        cmocka_unit_test(tells_places) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
