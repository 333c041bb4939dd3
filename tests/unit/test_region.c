/* Places, their paths and the names a query must ask for. */
#include "facts/governs.h"
#include "facts/region.h"
#include "tests/unit/unit.h"

static zw_gazetteer *gazetteer;

static int open_tables(void **state)
{
    zw_err err = { 0 };
    *state = zw_arena_new();
    if (zw_gazetteer_open(&gazetteer, &err) != ZW_OK)
        fail_msg("%s", err.text);
    return 0;
}

static int close_tables(void **state)
{
    zw_gazetteer_free(gazetteer);
    zw_arena_free(*state);
    return 0;
}

static const char *joined(zw_arena *arena, const char *const *names, size_t n)
{
    char *all = zw_arena_strdup(arena, "");
    for (size_t i = 0; i < n; i++)
        all = zw_arena_printf(arena, "%s%s%s", all, i ? " " : "", names[i]);
    return all;
}

static void finds_paths(void **state)
{
    static const struct row {
        const char *name, *text;
        int year;
        const char *path; /* NULL: no such place */
    } rows[] = {
        { "a province", "山西省", 0, "山西省" },
        { "a short form of a province", "宁夏", 0, "宁夏回族自治区" },
        { "a city under its region", "钦州市", 0, "广西壮族自治区 钦州市" },
        { "a municipality has no prefecture", "北京市房山区", 0, "北京市 房山区" },
        { "a county city gets the prefecture left out", "福建省邵武市", 0, "福建省 南平市 邵武市" },
        { "a name that has gone", "山东省章丘市", 2015, "山东省 济南市 章丘市" },
        { "a name that has gone, in no year", "章丘市", 0, "山东省 济南市 章丘市" },
        { "a county that became a city", "广西壮族自治区平果县", 2015,
          "广西壮族自治区 百色市 平果县" },
        { "a county under a prefecture of its own name", "贵州省遵义县", 2015,
          "贵州省 遵义市 遵义县" },
        { "one name, two levels: the year tells", "巢湖市", 2005, "安徽省 巢湖市" },
        { "one name, two levels: today's", "巢湖市", 2020, "安徽省 合肥市 巢湖市" },
        { "the prefecture's name of that year", "宜城市", 2005, "湖北省 襄樊市 宜城市" },
        { "the prefecture's name of today", "宜城市", 2020, "湖北省 襄阳市 宜城市" },
        { "a township gets all above it", "山东省义堂镇", 0, "山东省 临沂市 兰山区 义堂镇" },
        { "a town in a municipality", "天津市中北镇", 0, "天津市 西青区 中北镇" },
        { "towns of one name: what is sure", "山东省城关镇", 0, "山东省 城关镇" },
        { "an autonomous county in short", "湖南省芷江县", 0, "湖南省 怀化市 芷江侗族自治县" },
        { "an autonomous county in short", "门源县", 0, "青海省 海北藏族自治州 门源回族自治县" },
        { "an autonomous prefecture in short", "云南省红河州", 0, "云南省 红河哈尼族彝族自治州" },
        { "a zone behind a short form", "江西省南昌高新区", 0, "江西省 南昌市 南昌高新区" },
        { "a zone behind two names", "江苏省苏州工业园区", 0, "江苏省 苏州市 苏州工业园区" },
        { "a new area of its own name", "陕西省西咸新区", 0, "陕西省 西咸新区" },
        { "a new area that is a district", "上海市浦东新区（临港地区）", 0, "上海市 浦东新区" },
        { "a zone older than the district of its name", "深圳市光明新区", 2015,
          "广东省 深圳市 光明新区" },
        { "a town called as its county", "湖南省芷江镇", 0, "湖南省 怀化市 芷江侗族自治县 芷江镇" },
        { "a city of the corps", "新疆生产建设兵团阿拉尔市", 0, "新疆维吾尔自治区 阿拉尔市" },
        { "two places: the first", "湖南省津市市—澧县", 0, "湖南省 常德市 津市市" },
        { "a county under its province itself", "湖北省仙桃市", 0, "湖北省 仙桃市" },
        { "of many of one name the place above tells", "吉林省长春市朝阳区", 0,
          "吉林省 长春市 朝阳区" },
        { "the larger of one short form", "吉林", 0, "吉林省" },
        { "many of one name and nothing to tell", "鼓楼区", 0, NULL },
        { "no place", "有关部门", 0, NULL },
        { "nothing", "", 0, NULL },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_region_path path;
        bool found = zw_gazetteer_path(gazetteer, zw_str_of(rows[i].text), rows[i].year, *state,
                                       &path);
        if (found != (rows[i].path != NULL))
            fail_msg("%s: %s: %sfound", rows[i].name, rows[i].text, found ? "" : "not ");
        if (found)
            check_str(rows[i].text, zw_str_of(joined(*state, path.names, path.n)), rows[i].path);
    }
}

static void matches_in_text(void **state)
{
    (void)state;
    static const struct row {
        const char *name, *text, *matched;
    } rows[] = {
        { "a full name", "平罗县农村土地制度改革", "平罗县" },
        { "names one under the other", "广西壮族自治区钦州市政府", "广西壮族自治区钦州市" },
        { "a short form of a province", "宁夏通信管理局", "宁夏" },
        { "an ordinary word", "老城区改造", "" },
        { "a county's short form is a word too often", "平安建设", "" },
        { "no name", "全面深化改革", "" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        size_t n = zw_gazetteer_match(gazetteer, zw_str_of(rows[i].text), 0);
        check_str(rows[i].name, (zw_str){ rows[i].text, n }, rows[i].matched);
    }
    zw_str text = ZW_STR("建成县域经济");
    assert_int_equal(zw_gazetteer_match(gazetteer, text, strlen("建")), 0);
}

static void names_for_queries(void **state)
{
    static const struct row {
        const char *name, *text, *names;
    } rows[] = {
        { "a short form", "宁夏", "宁夏回族自治区" },
        { "all that a place was called", "章丘", "章丘区 章丘县 章丘市" },
        { "from the old name to the new", "平果县", "平果县 平果市" },
        { "from the new name to the old", "襄阳市", "襄阳市 襄樊市" },
        { "another word for an area", "兵团", "新疆生产建设兵团" },
        { "a merger is no renaming", "崇文区", "崇文区" },
        { "a township is asked for as it is", "山东省义堂镇", "义堂镇" },
        { "no place", "高质量", "" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_names names;
        assert_int_equal(
            zw_gazetteer_names(gazetteer, zw_str_of(rows[i].text), *state, &names, NULL), ZW_OK);
        check_str(rows[i].name, zw_str_of(joined(*state, names.at, names.n)), rows[i].names);
    }
}

static void governs(void **state)
{
    static const struct row {
        const char *name, *part, *title, *issuer, *number, *text, *path, *file;
    } rows[] = {
        { "the part of a compilation", "山东省义堂镇", "试点工作方案要点", NULL, NULL, "",
          "山东省 临沂市 兰山区 义堂镇", NULL },
        { "towns of one name: the text tells", "河南省城关镇", "要点", NULL, NULL,
          "城关镇地处洛阳市汝阳县北部。", "河南省 洛阳市 汝阳县 城关镇", NULL },
        { "the title", NULL, "青海省关于促进牧区发展的示例意见", NULL, NULL, "", "青海省", NULL },
        { "the title behind a year", NULL, "2019年银川市供水工作示例要点", NULL, NULL, "",
          "宁夏回族自治区 银川市", NULL },
        { "the issuer", NULL, "关于做好供水工作的示例通知", "宁夏回族自治区人民政府办公厅", NULL,
          "", "宁夏回族自治区", NULL },
        { "the number", NULL, "自治区人民政府关于供水的示例通知", NULL, "宁政发〔2019〕900号",
          "自治区人民政府研究了供水。", "宁夏回族自治区", NULL },
        { "one abbreviation, two places", NULL, "市人民政府关于供水的示例通知", NULL,
          "宁政发〔2019〕900号", "我市供水，全市用水。", "江苏省 南京市", NULL },
        { "the opening", NULL, "关于做好供水工作的示例通知", NULL, NULL,
          "结合平凉市实际。平凉市各部门照办。", "甘肃省 平凉市", NULL },
        { "a short form inside the title, when nothing else tells", NULL, "数字山东示例方案", NULL,
          NULL, "", "山东省", NULL },
        { "the place above when it is named too", NULL, "示例措施", NULL, NULL,
          "青岛市供水。崂山区用水，崂山区节水。", "山东省 青岛市", NULL },
        { "addressed to every province", NULL, "示例通知", NULL, NULL,
          "各省、自治区、直辖市：河北省试点，河北省推广。", "", NULL },
        { "a ministry's office", NULL, "示例通知", "交通运输部办公厅", NULL, "天津市，天津市。", "",
          NULL },
        { "the whole country", NULL, "国务院关于支持福建省发展的示例意见", NULL, NULL,
          "福建省，福建省。", "", NULL },
        { "a ministry", NULL, "财政部关于河北省供水的示例通知", NULL, NULL, "", "", NULL },
        { "the folder, where the text says nothing", NULL, "示例手册", NULL, NULL, "要供水。",
          "* 河南省 郑州市", "政策/郑州/教育/示例手册.pdf" },
        { "the file's name, where the text names a place above in passing", NULL, "示例指南", NULL,
          NULL, "辽宁省供水。辽宁省用水。", "* 辽宁省 沈阳市", "沈阳供水指南2013" },
        { "the text wins over the folder", NULL, "河南省供水示例意见", NULL, NULL, "", "河南省",
          "郑州/河南省供水示例意见.docx" },
        { "a folder that is no place", NULL, "示例手册", NULL, NULL, "", "", "政策/五城/手册.pdf" },
        { "news of many places", NULL, "29省份出台供水示例方案", NULL, NULL,
          "呼和浩特市供水。呼和浩特市用水。", "", NULL },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_source source = { .path = rows[i].file ? rows[i].file : "a.txt" };
        zw_document doc = { .source = &source,
                            .part = rows[i].part,
                            .text = zw_str_of(rows[i].text) };
        doc.meta.title = rows[i].title;
        doc.meta.issuer = rows[i].issuer;
        doc.meta.number = rows[i].number;
        zw_region_path path;
        zw_region_governed(gazetteer, &doc, *state, &path);
        const char *found = zw_arena_printf(*state, "%s%s", path.by_file ? "* " : "",
                                            joined(*state, path.names, path.n));
        check_str(rows[i].name, zw_str_of(found), rows[i].path);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_paths),
        cmocka_unit_test(matches_in_text),
        cmocka_unit_test(names_for_queries),
        cmocka_unit_test(governs),
    };
    return cmocka_run_group_tests(tests, open_tables, close_tables);
}
