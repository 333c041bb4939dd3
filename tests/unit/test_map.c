/* Texts to numbers. */
#include "base/map.h"

#include "tests/unit/unit.h"

static void holds_what_was_put_in(void **state)
{
    (void)state;
    zw_arena *arena = zw_arena_new();
    zw_map map = { .arena = arena };
    assert_null(zw_map_get(&map, ZW_STR("国发")));
    for (size_t i = 0; i < 5000; i++) {
        char key[32];
        snprintf(key, sizeof key, "国发〔2016〕%zu号", i);
        size_t *value = zw_map_add(&map, zw_str_of(key));
        assert_non_null(value);
        assert_int_equal(*value, 0);
        *value = i;
    }
    assert_int_equal(map.n, 5000);
    assert_int_equal(*zw_map_get(&map, ZW_STR("国发〔2016〕8号")), 8);
    assert_int_equal(*zw_map_add(&map, ZW_STR("国发〔2016〕4999号")), 4999);
    assert_null(zw_map_get(&map, ZW_STR("国发〔2016〕5000号")));
    assert_null(zw_map_get(&map, ZW_STR("")));
    zw_arena_free(arena);
}

static void one_text_is_kept_once(void **state)
{
    (void)state;
    zw_arena *arena = zw_arena_new();
    zw_map names = { .arena = arena };
    const char *name = zw_map_intern(&names, ZW_STR("宁夏回族自治区"));
    assert_string_equal(name, "宁夏回族自治区");
    for (size_t i = 0; i < 200; i++)
        assert_non_null(zw_map_intern(&names, zw_str_of(zw_arena_printf(arena, "%zu", i))));
    assert_ptr_equal(zw_map_intern(&names, zw_str_of("宁夏回族自治区")), name);
    assert_string_equal(zw_map_intern(&names, ZW_STR("")), "");
    zw_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(holds_what_was_put_in),
        cmocka_unit_test(one_text_is_kept_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
