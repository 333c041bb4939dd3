/* Memory that grows in its place, and arrays in it. */
#include "base/array.h"
#include "tests/unit/unit.h"

static void grows_and_keeps_what_it_holds(void **state)
{
    (void)state;
    zw_arena *arena = zw_arena_new();
    ZW_ARRAY(size_t) one = { 0 }, other = { 0 };
    for (int round = 0; round < 2; round++) {
        for (size_t i = 0; i < 300000; i++) {
            *zw_array_add(arena, &one) = i;
            *zw_array_add(arena, &other) = ~i;
            zw_arena_alloc(arena, i % 7);
        }
        for (size_t i = 0; i < 300000; i++)
            assert_true(one.at[i] == i && other.at[i] == ~i);
        /* All memory is the arena's again; arrays begin anew. */
        zw_arena_reset(arena);
        memset(&one, 0, sizeof one);
        memset(&other, 0, sizeof other);
    }
    zw_arena_free(arena);
}

static void gives_zeroes(void **state)
{
    (void)state;
    zw_arena *arena = zw_arena_new();
    ZW_ARRAY(char) array = { 0 };
    for (size_t i = 0; i < 1000000; i++) {
        char *c = zw_array_add(arena, &array);
        assert_int_equal(*c, 0);
        *c = 'x';
    }
    array.n = 10;
    assert_int_equal(*zw_array_add(arena, &array), 0);
    for (size_t size = 1; size < 1 << 22; size *= 3) {
        const char *bytes = zw_arena_alloc(arena, size);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(bytes[i], 0);
    }
    zw_arena_free(arena);
}

static void refuses_what_no_memory_holds(void **state)
{
    (void)state;
    zw_arena *arena = zw_arena_new();
    char *at = zw_arena_alloc(arena, 100);
    memcpy(at, "kept", 5);
    assert_null(zw_arena_alloc(arena, SIZE_MAX));
    assert_null(zw_arena_array(arena, SIZE_MAX / 2, 4));
    assert_null(zw_arena_grow(arena, at, 100, SIZE_MAX - 8));
    assert_string_equal(at, "kept");
    zw_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(grows_and_keeps_what_it_holds),
        cmocka_unit_test(gives_zeroes),
        cmocka_unit_test(refuses_what_no_memory_holds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
