/* What became of which body, and the names that tell it. */
#include "base/tsv.h"
#include "facts/agency_alias.h"
#include "facts/reform.h"
#include "tests/unit/unit.h"

extern const char reforms_tsv[], reforms_tsv_end[];

static zw_reforms *reforms;

static int open_reforms(void **state)
{
    (void)state;
    zw_err err = { 0 };
    if (zw_reforms_open(&reforms, &err) != ZW_OK)
        fail_msg("%s", err.text);
    return 0;
}

static int close_reforms(void **state)
{
    (void)state;
    zw_reforms_free(reforms);
    return 0;
}

static const struct row {
    const char *name, *body;
    unsigned levels;
    const char *relative;
    int year; /* 0: no relative */
    bool ended;
} rows[] = {
    { "a department renamed", "自然资源厅", ZW_LEVEL_ALL, "国土资源厅", 2018, true },
    { "the other way round", "国土资源厅", ZW_LEVEL_ALL, "自然资源厅", 2018, false },
    { "the bureau is not the department", "自然资源厅", ZW_LEVEL_ALL, "国土资源局", 0, false },
    { "through two reforms", "卫生健康委员会", ZW_LEVEL_PROVINCE, "卫生厅", 2013, true },
    { "a merger has several forerunners", "市场监督管理局", ZW_LEVEL_LOCAL, "质量技术监督局", 2018,
      true },
    { "those are no relatives of each other", "工商行政管理局", ZW_LEVEL_ALL, "质量技术监督局", 0,
      false },
    { "what holds for the nation alone", "发展和改革委员会", ZW_LEVEL_LOCAL, "经济贸易委员会", 0,
      false },
    { "and holds there", "发展和改革委员会", ZW_LEVEL_NATION, "经济贸易委员会", 2003, true },
    { "from plan to reform", "发展和改革委员会", ZW_LEVEL_ALL, "计划委员会", 1998, true },
    { "a body that never changed", "公安厅", ZW_LEVEL_ALL, "公安局", 0, false },
    { "regulators of finance", "金融监督管理总局", ZW_LEVEL_NATION, "中国保险监督管理委员会", 2018,
      true },
};

static void tells_relatives(void **state)
{
    (void)state;
    zw_arena *arena = zw_arena_new();
    zw_err err = { 0 };
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_relatives all;
        const zw_relative *found = NULL;
        assert_int_equal(zw_reforms_relatives(reforms, zw_str_of(rows[i].body), rows[i].levels,
                                              arena, &all, &err),
                         ZW_OK);
        for (size_t k = 0; k < all.n; k++) {
            if (strcmp(all.at[k].body, rows[i].relative) == 0)
                found = &all.at[k];
        }
        if ((found ? found->year : 0) != rows[i].year || (found && found->ended != rows[i].ended))
            fail_msg("%s: year %d", rows[i].name, found ? found->year : 0);
    }
    zw_arena_free(arena);
}

static void check_whole(const zw_agency_aliases *aliases, const zw_gazetteer *gazetteer,
                        zw_str name, zw_arena *arena)
{
    const char *body = zw_agency_body(aliases, gazetteer, name, arena);
    check_str("whole names alone are found again", name, body);
}

static void names_are_whole(void **state)
{
    (void)state;
    zw_arena *arena = zw_arena_new();
    zw_agency_aliases *aliases;
    zw_gazetteer *gazetteer;
    zw_tsv t;
    zw_err err = { 0 };
    assert_int_equal(zw_agency_aliases_open(&aliases, &err), ZW_OK);
    assert_int_equal(zw_gazetteer_open(&gazetteer, &err), ZW_OK);
    assert_int_equal(zw_tsv_parse("reforms.tsv", ZW_EMBEDDED(reforms_tsv), "old new year level",
                                  arena, &t, &err),
                     ZW_OK);
    for (size_t i = 0; i < t.rows; i++) {
        check_whole(aliases, gazetteer, zw_tsv_cell(&t, i, 0), arena);
        check_whole(aliases, gazetteer, zw_tsv_cell(&t, i, 1), arena);
    }
    zw_gazetteer_free(gazetteer);
    zw_agency_aliases_free(aliases);
    zw_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(tells_relatives),
                                        cmocka_unit_test(names_are_whole) };
    return cmocka_run_group_tests(tests, open_reforms, close_reforms);
}
