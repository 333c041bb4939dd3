/* What the words around a citation say. */
#include "query/study/network/cite_relation.h"

#include "tests/unit/unit.h"

/* The citation asked for is 甲意见. */
static const struct row {
    const char *name, *text;
    zw_cite_relation relation;
} rows[] = {
    { "carried out", "为贯彻落实《甲意见》，现提出以下意见。", ZW_CITE_IMPLEMENTS },
    { "the ground it stands on", "根据《甲意见》有关规定，制定本办法。", ZW_CITE_BASED_ON },
    { "a list of grounds", "根据《乙法》（以下简称《乙》）、《丙条例》和《甲意见》，制定本办法。",
      ZW_CITE_BASED_ON },
    { "who issued it may stand between", "按照国务院转发的《甲意见》部署，", ZW_CITE_BASED_ON },
    { "the word of a clause before is not its own", "落实工作责任，完善《甲意见》配套措施。",
      ZW_CITE_MENTIONS },
    { "a clause that leads to it", "为贯彻落实党中央决策部署和《甲意见》，", ZW_CITE_IMPLEMENTS },
    { "repealed with others", "《乙办法》、《甲意见》（甲发〔2010〕1号）同时废止。",
      ZW_CITE_REPEALS },
    { "what stands inside of titles says nothing",
      "现就《关于落实乙方案的通知》和《甲意见》有关事项通知如下。", ZW_CITE_MENTIONS },
    { "changed", "对《甲意见》作如下修改：", ZW_CITE_AMENDS },
    { "only behind it", "《甲意见》要求各地放宽落户条件。", ZW_CITE_BASED_ON },
    { "of another title behind it", "《甲意见》与《乙意见》要求各地放宽落户条件。",
      ZW_CITE_MENTIONS },
    { "the sentence before is another", "贯彻落实党的决策。《甲意见》印发以来", ZW_CITE_MENTIONS },
    { "handed on", "省政府办公厅转发《甲意见》的通知", ZW_CITE_PASSES_ON },
    { "issued and in force is not carried out", "去年国务院颁布实施《甲意见》。",
      ZW_CITE_MENTIONS },
    { "a notice that has it carried out", "关于做好《甲意见》贯彻实施工作的通知",
      ZW_CITE_IMPLEMENTS },
    { "a model", "参照《甲意见》执行。", ZW_CITE_REFERS },
};

static void relations_are_told(void **state)
{
    (void)state;
    zw_arena *arena = zw_arena_new();
    zw_cite_words *words;
    zw_err err = { 0 };
    zw_str title = ZW_STR("甲意见");
    if (zw_cite_words_load(arena, &words, &err) != ZW_OK)
        fail_msg("%s", err.text);
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_str text = zw_str_of(rows[i].text);
        size_t at = zw_str_find(text, title, 0);
        zw_cite_relation found = zw_cite_relation_in(words, text, (zw_range){ at, at + title.n });
        check_str(rows[i].name, zw_str_of(zw_cite_relation_name(found)),
                  zw_cite_relation_name(rows[i].relation));
    }
    zw_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(relations_are_told) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
