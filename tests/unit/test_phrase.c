/* Messages in two languages. */
#include "query/sheet/phrase.h"

#include "tests/unit/unit.h"

static const struct {
    const char *name, *pattern, *wanted;
} phrases[] = {
    { "places are filled in any order", "{2} 份文件的 {1} 个段落", "3 份文件的 12 个段落" },
    { "many are several", "{1} {1|passage|passages}", "12 passages" },
    { "a brace that is no place is itself", "{x} {", "{x} {" },
    { "what was not given is nothing", "[{9}]", "[]" },
};

static void fills_places(void **state)
{
    (void)state;
    const zw_cell arguments[] = { zw_cell_count(12), zw_cell_count(3) };
    for (size_t i = 0; i < COUNT(phrases); i++) {
        zw_buf buf = ZW_BUF_INIT;
        zw_phrase_put(phrases[i].pattern, arguments, COUNT(arguments), &buf);
        check_str(phrases[i].name, zw_buf_view(&buf), phrases[i].wanted);
        zw_buf_free(&buf);
    }
    const zw_cell one = zw_cell_count(1);
    zw_buf buf = ZW_BUF_INIT;
    zw_phrase_put("{1} {1|passage|passages}", &one, 1, &buf);
    check_str("one is one", zw_buf_view(&buf), "1 passage");
    zw_buf_free(&buf);
}

static const struct {
    const char *name, *english, *chinese;
} sentences[] = {
    { "an error is known by its words", "the range 2020..2010 runs backwards",
      "范围 2020..2010 前后颠倒" },
    { "the pattern that tells more is taken",
      "'2016-13' is no date: 2016, 2016-03, 2016-03-21, "
      "2016-01..2016-12, 2018..",
      "“2016-13”不是日期；日期写作 2016、2016-03、2016-03-21、2016-01..2016-12、2018.." },
    { "what stands before a known sentence stays", "'a.idx': out of memory", "'a.idx': 内存不足" },
    { "a note of a query", "region:福建 is 福建省", "region:福建 即 福建省" },
    { "no known sentence stays as it is", "something else", "something else" },
    { "nothing is nothing", "", "" },
};

static void turns_sentences(void **state)
{
    (void)state;
    zw_words *words = NULL, *english = NULL;
    zw_err err;
    assert_int_equal(zw_words_new(ZW_LANG_ZH, &words, &err), ZW_OK);
    assert_int_equal(zw_words_new(ZW_LANG_EN, &english, &err), ZW_OK);
    for (size_t i = 0; i < COUNT(sentences); i++) {
        zw_buf buf = ZW_BUF_INIT;
        zw_words_turn(words, zw_str_of(sentences[i].english), &buf);
        check_str(sentences[i].name, zw_buf_view(&buf), sentences[i].chinese);
        zw_buf_clear(&buf);
        zw_words_turn(english, zw_str_of(sentences[i].english), &buf);
        check_str("English stays English", zw_buf_view(&buf), sentences[i].english);
        zw_buf_free(&buf);
    }
    zw_words_free(english);
    zw_words_free(words);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(fills_places),
                                        cmocka_unit_test(turns_sentences) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
