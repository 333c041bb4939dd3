/* Offsets through dropping, joining and replacing. */
#include "base/offset_map.h"
#include "tests/unit/unit.h"

/* 新型农\n\n村ＰＰ社区 -> 新型农村pp社区, the old text starting at byte 100. */
static zw_offset_map *sample(zw_arena *arena)
{
    zw_offset_map *map = zw_offset_map_new(arena, 100);
    assert_true(zw_offset_map_keep(map, 9));
    assert_true(zw_offset_map_replace(map, 0, 2));
    assert_true(zw_offset_map_keep(map, 3));
    assert_true(zw_offset_map_replace(map, 1, 3));
    assert_true(zw_offset_map_replace(map, 1, 3));
    assert_true(zw_offset_map_keep(map, 6));
    return map;
}

static void to_old(void **state)
{
    (void)state;
    static const struct row {
        const char *name;
        zw_range in, out;
    } rows[] = {
        { "a kept piece", { 0, 3 }, { 100, 103 } },
        { "dropped text inside is inside", { 6, 12 }, { 106, 114 } },
        { "dropped text behind stays outside", { 6, 9 }, { 106, 109 } },
        { "dropped text before stays outside", { 9, 12 }, { 111, 114 } },
        { "a replaced piece goes as a whole", { 12, 13 }, { 114, 117 } },
        { "behind all of it", { 14, 20 }, { 120, 126 } },
        { "an empty range is empty", { 12, 12 }, { 114, 114 } },
        { "the end", { 20, 20 }, { 126, 126 } },
    };
    zw_arena *arena = zw_arena_new();
    zw_offset_map *map = sample(arena);
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_range r = zw_offset_map_old(map, rows[i].in);
        if (r.start != rows[i].out.start || r.end != rows[i].out.end)
            fail_msg("%s: %zu..%zu", rows[i].name, r.start, r.end);
    }
    zw_arena_free(arena);
}

static void to_new(void **state)
{
    (void)state;
    static const struct row {
        const char *name;
        zw_range in, out;
    } rows[] = {
        { "a kept piece", { 100, 103 }, { 0, 3 } },
        { "only dropped text is empty", { 109, 111 }, { 9, 9 } },
        { "across dropped text", { 106, 114 }, { 6, 12 } },
        { "a replaced piece", { 114, 117 }, { 12, 13 } },
        { "to the end", { 120, 126 }, { 14, 20 } },
    };
    zw_arena *arena = zw_arena_new();
    zw_offset_map *map = sample(arena);
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_range r = zw_offset_map_new_of(map, rows[i].in);
        if (r.start != rows[i].out.start || r.end != rows[i].out.end)
            fail_msg("%s: %zu..%zu", rows[i].name, r.start, r.end);
    }
    zw_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(to_old), cmocka_unit_test(to_new) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
