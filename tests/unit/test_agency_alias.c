/* One body under its many names. */
#include "facts/agency_alias.h"
#include "tests/unit/unit.h"

static zw_agency_aliases *aliases;
static zw_gazetteer *gazetteer;

static int open_tables(void **state)
{
    zw_err err = { 0 };
    *state = zw_arena_new();
    if (zw_agency_aliases_open(&aliases, &err) != ZW_OK ||
        zw_gazetteer_open(&gazetteer, &err) != ZW_OK)
        fail_msg("%s", err.text);
    return 0;
}

static int close_tables(void **state)
{
    zw_agency_aliases_free(aliases);
    zw_gazetteer_free(gazetteer);
    zw_arena_free(*state);
    return 0;
}

static const struct {
    const char *name, *text, *body;
} rows[] = {
    { "a stem and a tail for short", "市发改委", "发展和改革委员会" },
    { "a stem that is half short", "自治区发展改革委", "发展和改革委员会" },
    { "in full", "省发展和改革委员会", "发展和改革委员会" },
    { "another tail", "县发改局", "发展和改革局" },
    { "of the nation", "国家发展改革委", "发展和改革委员会" },
    { "of a place", "银川市住建局", "住房和城乡建设局" },
    { "of a place in a place", "银川市兴庆区住房城乡建设局", "住房和城乡建设局" },
    { "of a level", "市人力资源社会保障局", "人力资源和社会保障局" },
    { "two words for short", "区人社局", "人力资源和社会保障局" },
    { "a word that begins like a level", "市场监管局", "市场监督管理局" },
    { "… behind a level", "市市场监管局", "市场监督管理局" },
    { "a name that needs no table", "省教育厅", "教育厅" },
    { "a ministry", "公安部", "公安部" },
    { "a government", "银川市政府", "人民政府" },
    { "a government in full", "市人民政府", "人民政府" },
    { "its office", "省政府办公厅", "人民政府办公厅" },
    { "the office of the State Council", "国务院办公厅", "国务院办公厅" },
    { "a tail in full", "乡镇街道办事处", "乡镇街道办事处" },
    { "a body of the party", "自治区党委宣传部", "宣传部" },
    { "another", "市委政法委", "政法委员会" },
    { "a name that is short as a whole", "市编办", "机构编制委员会办公室" },
    { "a bureau of the tax administration", "省税务局", "税务局" },
    { "an office", "市金融办", "金融工作办公室" },
    { "a department", "市住建部门", "住房和城乡建设部门" },
    { "a collective body is left whole", "各县区政府、管委", "各县区政府、管委" },
    { "a class of bodies", "省级工信主管部门", "工业和信息化部门" },
    { "another", "县级以上人民政府住房城乡建设行政主管部门", "住房和城乡建设部门" },
    { "行政 in what a body sees to", "司法行政部门", "司法行政部门" },
    { "two bodies have no prefix", "市和区、县人民政府", "市和区、县人民政府" },
    { "a level once", "市市政委", "市政委员会" },
    { "a name that is all prefix", "国家局", "国家局" },
    { "a word that begins like a level", "区块链中心", "区块链中心" },
    { "several levels are no prefix", "市、区政府", "市、区人民政府" },
    { "nothing", "", "" },
};

static void tells_the_body(void **state)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check_str(rows[i].name,
                  zw_str_of(zw_agency_body(aliases, gazetteer, zw_str_of(rows[i].text), *state)),
                  rows[i].body);
}

static const char *body_of(const char *name, zw_arena *arena)
{
    return zw_agency_body(aliases, gazetteer, zw_str_of(name), arena);
}

static void compares(void **state)
{
    assert_string_equal(body_of("省发改委", *state), body_of("市发展和改革委员会", *state));
    assert_string_not_equal(body_of("市国土资源局", *state), body_of("市自然资源局", *state));
}

static bool named(const zw_agency_names *names, const char *name)
{
    for (size_t i = 0; i < names->n; i++) {
        if (zw_str_eq(names->at[i], zw_str_of(name)))
            return true;
    }
    return false;
}

static void names_all(void **state)
{
    zw_agency_names names;
    assert_true(zw_agency_names_of(aliases, "发展和改革委员会", *state, &names));
    check_str("the body first", names.at[0], "发展和改革委员会");
    assert_true(named(&names, "发改委") && named(&names, "发展改革委员会"));
    for (size_t i = 0; i < names.n; i++)
        check_str("each is of the body",
                  zw_str_of(zw_agency_body(aliases, gazetteer, names.at[i], *state)),
                  "发展和改革委员会");
    assert_true(zw_agency_names_of(aliases, "教育厅", *state, &names));
    assert_int_equal(names.n, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(tells_the_body),
                                        cmocka_unit_test(compares), cmocka_unit_test(names_all) };
    return cmocka_run_group_tests(tests, open_tables, close_tables);
}
