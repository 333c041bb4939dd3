/* Words found at a place: the longest, all of them, the whole text. */
#include "base/trie.h"
#include "tests/unit/unit.h"

static void finds_words(void **state)
{
    (void)state;
    zw_trie *trie;
    assert_int_equal(zw_trie_new(1, &trie, NULL), ZW_OK);
    static const char *const words[] = { "城镇", "城镇化", "城镇化率", "法院" };
    for (uint32_t i = 0; i < COUNT(words); i++)
        assert_int_equal(zw_trie_add(trie, zw_str_of(words[i]), i, NULL), ZW_OK);
    zw_str text = ZW_STR("新城镇化了");
    uint32_t value = 99;
    assert_int_equal(zw_trie_longest(trie, text, 3, &value), 9);
    assert_int_equal(value, 1);
    assert_int_equal(zw_trie_longest(trie, text, 0, &value), 0);
    zw_trie_walk walk = { 0 };
    assert_int_equal(zw_trie_next(trie, text, 3, &walk, &value), 6);
    assert_int_equal(zw_trie_next(trie, text, 3, &walk, &value), 9);
    assert_int_equal(zw_trie_next(trie, text, 3, &walk, &value), 0);
    assert_true(zw_trie_get(trie, ZW_STR("城镇化率"), &value));
    assert_int_equal(value, 2);
    assert_false(zw_trie_get(trie, ZW_STR("城镇化率高"), &value));
    assert_false(zw_trie_get(trie, ZW_STR("城"), &value));
    assert_int_equal(zw_trie_add(trie, ZW_STR(""), 1, NULL), ZW_E_FORMAT);
    zw_trie_free(trie);
}

static void grows(void **state)
{
    (void)state;
    zw_trie *trie;
    assert_int_equal(zw_trie_new(1, &trie, NULL), ZW_OK);
    char key[16];
    for (uint32_t i = 0; i < 20000; i++) {
        snprintf(key, sizeof key, "k%ux", i);
        assert_int_equal(zw_trie_add(trie, zw_str_of(key), i, NULL), ZW_OK);
    }
    for (uint32_t i = 0, value; i < 20000; i++) {
        snprintf(key, sizeof key, "k%ux", i);
        assert_true(zw_trie_get(trie, zw_str_of(key), &value));
        assert_int_equal(value, i);
    }
    zw_trie_free(trie);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(finds_words), cmocka_unit_test(grows) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
