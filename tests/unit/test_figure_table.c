/* Tables of indicators, from the file to the figures: a row keeps its header. */
#include <stdio.h>

#include "base/buffer.h"
#include "facts/facts.h"
#include "tests/unit/corpus_fixture.h"

#define TITLE "<html><h1>甲市国民经济和社会发展第十三个五年规划纲要</h1>"
#define LEAD "<p>第一章　发展目标<p>到2020年，主要指标如下表所示，各项任务由各部门分工落实。"

static const struct row {
    const char *name, *path, *text, *figures; /* indicator year comparator low unit force; */
} rows[] = {
    { "columns are years, the unit has one of its own", "a.html",
      TITLE LEAD "<table><tr><th>指标<th>单位<th>2015年<th>2020年<th>属性"
                 "<tr><td>森林覆盖率<td>%<td>35<td>≥38<td>约束性</table>",
      "森林覆盖率 2015 = 35 % -; 森林覆盖率 2020 >= 38 % binding; " },
    { "the unit may stand in the name's brackets", "a.html",
      TITLE LEAD "<table><tr><th>指标<th>2015年<th>2020年"
                 "<tr><td>城镇新增就业（万人）<td>5<td>30</table>",
      "城镇新增就业 2015 = 50000 人 -; 城镇新增就业 2020 = 300000 人 -; " },
    { "a head of two rows, with cells that span both", "a.html",
      TITLE LEAD "<table><tr><td rowspan=2>类别<td rowspan=2>指标<td colspan=2>规划目标"
                 "<td rowspan=2>属性<tr><td>2015年<td>2020年"
                 "<tr><td rowspan=2>经济<td>地区生产总值（亿元）<td>1000<td>1500<td>预期性"
                 "<tr><td>城镇化率（%）<td>52.5<td>60以上<td>预期性</table>",
      "地区生产总值 2015 = 1e+11 元 -; 地区生产总值 2020 = 1.5e+11 元 expected; "
      "城镇化率 2015 = 52.5 % -; 城镇化率 2020 >= 60 % expected; " },
    { "the name stands in the last column that its head spans", "a.html",
      TITLE LEAD "<table><tr><th colspan=2>指标<th>2020年"
                 "<tr><td rowspan=2>就业<td>新增就业（人）<td>30<tr><td>失业率（%）<td>4以内"
                 "<tr><td>人口<td><td>900</table>",
      "新增就业 2020 = 30 人 -; 失业率 2020 <= 4 % -; 人口 2020 = 900  -; " },
    { "a table right behind another has a head of its own", "a.html",
      TITLE LEAD "<table><tr><th>指标<th>2020年<tr><td>城镇化率（%）<td>60</table>"
                 "<table><tr><th>指标<th>单位<th>2018年<tr><td>绿化率<td>%<td>40</table>",
      "城镇化率 2020 = 60 % -; 绿化率 2018 = 40 % -; " },
    { "Markdown: an empty first cell keeps its place", "a.md",
      "# 甲市国民经济和社会发展第十三个五年规划纲要\n\n到2020年，主要指标如下表所示。\n\n"
      "| 类别 | 指标 | 2020年 |\n| --- | --- | --- |\n| 经济 | 城镇化率（%） | 60 |\n"
      "| | 绿化率（%） | 40 |\n\n| 指标 | 2018年 |\n| --- | --- |\n| 绿地率（%） | 38 |\n",
      "城镇化率 2020 = 60 % -; 绿化率 2020 = 40 % -; 绿地率 2018 = 38 % -; " },
};

static void print(const zw_facts *facts, zw_buf *to)
{
    for (size_t i = 0; i < facts->figures.n; i++) {
        const zw_figure *f = &facts->figures.at[i];
        const char *force = zw_force_name(f->force);
        if (strcmp(f->place.rule, "table-cell") == 0)
            zw_buf_printf(to, "%s %d %s %g %s %s; ", f->indicator, f->year, zw_cmp_name(f->cmp),
                          f->low, f->unit, force ? force : "-");
    }
}

static void reads(void **state)
{
    (void)state;
    zw_extractor *extractor;
    zw_err err = { 0 };
    assert_int_equal(zw_extractor_open(&extractor, &err), ZW_OK);
    for (size_t i = 0; i < COUNT(rows); i++) {
        fixture f = take(rows[i].path, rows[i].text);
        zw_facts facts = { 0 };
        zw_buf found = ZW_BUF_INIT;
        f.doc->meta.date = "2016-03-01";
        assert_int_equal(zw_facts_extract(extractor, f.doc, f.arena, &facts, &err), ZW_OK);
        print(&facts, &found);
        check_str(rows[i].name, zw_buf_view(&found), rows[i].figures);
        zw_buf_free(&found);
        drop(&f);
    }
    zw_extractor_free(extractor);
}

/* Each row names the first of its table, also where that is itself. */
static void keeps_the_header(void **state)
{
    (void)state;
    fixture f = take("a.html", rows[4].text);
    static const char *const heads[] = { "指标\t2020年", "指标\t2020年", "指标\t单位\t2018年",
                                         "指标\t单位\t2018年" };
    size_t n = 0;
    for (size_t i = 0; i < f.doc->passages.n; i++) {
        const zw_passage *p = &f.doc->passages.at[i];
        if (!p->table_row) {
            assert_int_equal(zw_range_len(p->header), 0);
            continue;
        }
        assert_true(n < COUNT(heads));
        check_str("header", zw_str_slice(f.doc->text, p->header), heads[n++]);
    }
    assert_int_equal(n, COUNT(heads));
    drop(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(reads),
                                        cmocka_unit_test(keeps_the_header) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
