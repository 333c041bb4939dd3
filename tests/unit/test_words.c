/* Where words begin and end: ICU's cuts, and those the lexicon mends. */
#include "tests/unit/segment.h"

static const struct row {
    const char *name, *text, *words;
} rows[] = {
    { "an indicator", "城镇化率", "城镇化率" },
    { "the longest of the lexicon", "常住人口城镇化率达到60%", "常住人口城镇化率|达到|60|%" },
    { "ICU cuts 宅|基地", "农村宅基地制度", "农村|宅基地|制度" },
    { "ICU cuts 自治|区", "宁夏回族自治区", "宁夏回族自治区" },
    { "ICU cuts 以|人为|本", "坚持以人为本", "坚持|以人为本" },
    { "居住证", "持有居住证的", "持有|居住证|的" },
    { "户籍人口", "户籍人口规模", "户籍人口|规模" },
    { "a word of the lexicon across ICU's cuts stays out", "发展中国家", "发展|中|国家" },
    { "nor one that leaves a cut word's end over", "自然资源部门", "自然资源|部门" },
    { "with nothing left over it stands", "经自然资源部批准", "经|自然资源部|批准" },
    { "ICU cuts 优|化", "优化布局", "优化|布局" },
    { "the lexicon is folded as texts are", "戶籍人口", "户籍人口" },
    { "an old name of a place", "銀南地区", "银南地区" },
    { "a word of grammar does not cut a word", "合同有效", "合同|有效" },
    { "letters and digits are one", "COVID-19和A4纸", "covid|-|19|和|a4|纸" },
    { "a number with its point", "增长3.5%。", "增长|3.5|%|。" },
    { "a list number is no decimal", "1. 2016年", "1|.| |2016|年" },
    { "a ringed number stands alone", "①2016年", "1|2016|年" },
    { "letter-spacing is no cut", "通 知：", "通知|:" },
    { "blanks tile too", " 通知  各市 ", " |通知| |各市| " },
    { "nothing", "", "" },
};

static void cuts(void **state)
{
    segment_state *s = *state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_tokens words = { 0 };
        zw_str text = zw_str_of(rows[i].text);
        assert_int_equal(zw_segmenter_words(s->segmenter, text, s->arena, &words, NULL), ZW_OK);
        zw_buf found = ZW_BUF_INIT;
        size_t at = 0;
        for (size_t w = 0; w < words.n; w++) {
            zw_buf_text(&found, w ? "|" : "");
            zw_buf_str(&found, words.at[w].term);
            if (words.at[w].at.start != at)
                fail_msg("%s: word %zu starts at %zu", rows[i].name, w, words.at[w].at.start);
            at = words.at[w].at.end;
        }
        assert_int_equal(at, text.n);
        check_str(rows[i].name, zw_buf_view(&found), rows[i].words);
        zw_buf_free(&found);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(cuts) };
    return cmocka_run_group_tests(tests, segment_setup, segment_teardown);
}
