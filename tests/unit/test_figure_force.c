/* Binding and expected targets, and the words of force. */
#include "facts/figure.h"
#include "facts/figure_force.h"
#include "tests/unit/document_fixture.h"

static const struct row {
    const char *name, *text;
    size_t nth; /* the figure looked at, from 0 */
    const char *force, *words;
} rows[] = {
    { "nothing is told", "到2020年，绿化率达到40%。", 0, "", "" },
    { "a bracket behind", "到2020年，绿化率达到40%（约束性），森林覆盖率达到45%（预期性）。", 0,
      "binding", "" },
    { "each its own bracket", "到2020年，绿化率达到40%（约束性），森林覆盖率达到45%（预期性）。", 1,
      "expected", "" },
    { "what leads a list governs it", "约束性指标：到2020年，能耗下降15%；绿化率达到40%。", 1,
      "binding", "" },
    { "the next lead takes over",
      "约束性指标：到2020年，能耗下降15%；预期性指标：到2020年，绿化率达到40%。", 1, "expected",
      "" },
    { "said of it behind the comma", "到2020年，绿化率达到40%，是预期性指标。", 0, "expected", "" },
    { "a class of other things", "到2020年，绿化率达到40%，落实约束性指标考核。", 0, "", "" },
    { "the year's expected targets", "今年主要预期目标是：生产总值增长7%；绿化率达到40%。", 1,
      "expected", "" },
    { "a name in quotes has no force", "到2020年，“两个确保”资金达到40亿元。", 0, "", "" },
    { "what falls by the year is no time", "努力使它逐年下降，到2020年绿化率达到40%。", 0, "", "" },
    { "what is denied is no class", "到2020年，绿化率达到40%，是非约束性指标。", 0, "", "" },
    { "力争 before a date governs", "力争到2020年，绿化率达到40%。", 0, "", "力争" },
    { "and the next number", "力争到2020年绿化率达到40%，森林覆盖率达到45%。", 1, "", "力争" },
    { "a nearer word takes over", "确保到2020年绿化率达到40%，力争达到45%。", 1, "", "力争" },
    { "a semicolon ends it", "力争到2020年绿化率达到40%；到2021年森林覆盖率达到45%。", 1, "", "" },
    { "确保 of something else", "确保安全，到2020年绿化率达到40%。", 0, "", "" },
    { "a bound is kept as written", "到2020年，绿化率不低于40%。", 0, "", "不低于" },
    { "both, in their order", "确保到2020年，绿化率不低于40%。", 0, "", "确保、不低于" },
    { "a bound is of its own number", "到2020年，绿化率不低于40%，森林覆盖率达到45%。", 1, "", "" },
    { "a state has no force", "2014年，绿化率为30%（预期性）。", 0, "", "" },
    { "a condition has none", "力争有序放开居住3年以上的农业转移人口落户。", 0, "", "" },
};

static void weighs(void **state)
{
    (void)state;
    zw_figure_rules *figures;
    zw_force_rules *rules;
    zw_err err = { 0 };
    assert_int_equal(zw_figure_rules_open(&figures, &err), ZW_OK);
    if (zw_force_rules_open(&rules, &err) != ZW_OK)
        fail_msg("%s", err.text);
    zw_arena *arena = zw_arena_new();
    for (size_t i = 0; i < COUNT(rows); i++) {
        const struct row *r = &rows[i];
        zw_arena_reset(arena);
        zw_document *doc = document_fixture(arena, r->text);
        doc->meta.date = "2016-03-01";
        zw_fact_context context = { .doc = doc, .arena = arena };
        zw_facts facts = { 0 };
        assert_int_equal(zw_figures_find(figures, &context, &facts, &err), ZW_OK);
        assert_int_equal(zw_forces_find(rules, &context, &facts, &err), ZW_OK);
        if (facts.figures.n <= r->nth)
            fail_msg("%s: %zu figures found", r->name, facts.figures.n);
        const zw_figure *f = &facts.figures.at[r->nth];
        check_str(r->name, zw_str_of(zw_force_name(f->force)), r->force);
        check_str(r->name, zw_str_of(f->force_words), r->words);
    }
    zw_arena_free(arena);
    zw_force_rules_free(rules);
    zw_figure_rules_free(figures);
}

static void under_a_heading(void **state)
{
    (void)state;
    zw_figure_rules *figures;
    zw_force_rules *rules;
    zw_err err = { 0 };
    assert_int_equal(zw_figure_rules_open(&figures, &err), ZW_OK);
    assert_int_equal(zw_force_rules_open(&rules, &err), ZW_OK);
    zw_arena *arena = zw_arena_new();
    static const char heading[] = "约束性指标";
    zw_document *doc = document_fixture(arena, "约束性指标\n到2020年，能耗下降15%。\n");
    zw_section *s = zw_array_add(arena, &doc->sections);
    assert_non_null(s);
    *s = (zw_section){ .level = 1,
                       .heading = { 0, sizeof heading - 1 },
                       .text = { 0, doc->text.n } };
    zw_fact_context context = { .doc = doc, .arena = arena };
    zw_facts facts = { 0 };
    assert_int_equal(zw_figures_find(figures, &context, &facts, &err), ZW_OK);
    assert_int_equal(zw_forces_find(rules, &context, &facts, &err), ZW_OK);
    assert_int_equal(facts.figures.n, 1);
    assert_int_equal(facts.figures.at[0].force, ZW_FORCE_BINDING);
    zw_arena_free(arena);
    zw_force_rules_free(rules);
    zw_figure_rules_free(figures);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(weighs),
                                        cmocka_unit_test(under_a_heading) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
