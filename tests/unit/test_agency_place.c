/* Bodies and the places they are bound to. */
#include "facts/agency_place.h"
#include "tests/unit/unit.h"

static void binds_bodies(void **state)
{
    (void)state;
    static const struct row {
        const char *name, *body, *place;
        zw_region_path governed;
    } rows[] = {
        { "a level word is the document's level",
          "市公安局",
          "钦州市",
          { .n = 2, .names = { "广西壮族自治区", "钦州市" } } },
        { "the region above a city's plan",
          "自治区教育厅",
          "广西壮族自治区",
          { .n = 2, .names = { "广西壮族自治区", "钦州市" } } },
        { "a city that is a county has its own",
          "市财政局",
          "章丘市",
          { .n = 3, .names = { "山东省", "济南市", "章丘市" } } },
        { "a municipality is a city", "市发展改革委", "北京市", { .n = 1, .names = { "北京市" } } },
        { "a district of a municipality",
          "区住房城乡建设委",
          "房山区",
          { .n = 2, .names = { "北京市", "房山区" } } },
        { "a place in the name wins",
          "石嘴山市财政局",
          "石嘴山市",
          { .n = 1, .names = { "宁夏回族自治区" } } },
        { "a short place in the name",
          "宁夏通信管理局",
          "宁夏回族自治区",
          { .n = 1, .names = { "宁夏回族自治区" } } },
        { "no word: the document's level", "民政厅", "山西省", { .n = 1, .names = { "山西省" } } },
        { "a ministry is the nation's", "财政部", "全国", { .n = 0, .names = { NULL } } },
        { "a ministry stays so in a local plan",
          "财政部",
          "全国",
          { .n = 1, .names = { "山西省" } } },
        { "a party department is local", "组织部", "山西省", { .n = 1, .names = { "山西省" } } },
        { "bodies of many places have none",
          "各市、县（区）",
          NULL,
          { .n = 1, .names = { "宁夏回族自治区" } } },
        { "whose county is not told", "县教育局", NULL, { .n = 1, .names = { "宁夏回族自治区" } } },
    };
    zw_gazetteer *gazetteer;
    zw_arena *arena = zw_arena_new();
    assert_int_equal(zw_gazetteer_open(&gazetteer, NULL), ZW_OK);
    for (size_t i = 0; i < COUNT(rows); i++) {
        const char *place = zw_agency_place(gazetteer, zw_str_of(rows[i].body), &rows[i].governed,
                                            arena);
        check_str(rows[i].name, zw_str_of(place ? place : ""), rows[i].place ? rows[i].place : "");
    }
    zw_gazetteer_free(gazetteer);
    zw_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(binds_bodies) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
