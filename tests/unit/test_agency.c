/* Who is given a task, in which role, until when; and who is not. */
#include "facts/agency.h"
#include "tests/unit/document_fixture.h"

static zw_agency_rules *rules;
static zw_gazetteer *gazetteer;

static int open_tables(void **state)
{
    zw_err err = { 0 };
    *state = zw_arena_new();
    if (zw_agency_rules_open(&rules, &err) != ZW_OK || zw_gazetteer_open(&gazetteer, &err) != ZW_OK)
        fail_msg("%s", err.text);
    return 0;
}

static int close_tables(void **state)
{
    zw_agency_rules_free(rules);
    zw_gazetteer_free(gazetteer);
    zw_arena_free(*state);
    return 0;
}

static void find(zw_arena *arena, const char *text, zw_facts *facts)
{
    zw_fact_context context = { .doc = document_fixture(arena, text),
                                .gazetteer = gazetteer,
                                .arena = arena };
    *facts = (zw_facts){ 0 };
    assert_int_equal(zw_agencies_find(rules, &context, facts, NULL), ZW_OK);
}

/* canonical:role@deadline, one behind the other. */
static const char *told(zw_arena *arena, const zw_facts *facts)
{
    char *all = zw_arena_strdup(arena, "");
    for (size_t i = 0; i < facts->agencies.n; i++) {
        const zw_agency *a = &facts->agencies.at[i];
        all = zw_arena_printf(arena, "%s%s%s:%s%s%s", all, i ? " " : "", a->canonical,
                              zw_role_name(a->role), a->deadline ? "@" : "",
                              a->deadline ? a->deadline : "");
    }
    return all;
}

static const char *found(zw_arena *arena, const char *text)
{
    zw_facts facts;
    find(arena, text, &facts);
    return told(arena, &facts);
}

static const struct row {
    const char *name, *text, *found;
} groups[] = {
    { "a name broken by a line end", "修渠。（省\n水利厅牵头，省财政\n厅配合）",
      "省水利厅:lead 省财政厅:support" },
    { "a department behind governments", "修渠。（责任单位：各设区市人民政府、省水利厅）",
      "各设区市人民政府:responsible 省水利厅:responsible" },
    { "a collective body in two pieces", "修渠。（责任单位：各市、县人民政府）",
      "各市、县人民政府:responsible" },
    { "the kind of a place is shared too", "修渠。（牵头单位：济南、青岛、烟台市政府）",
      "济南市政府:lead 青岛市政府:lead 烟台市政府:lead" },
    { "whose product it is", "护渠通（北京市某某科技有限公司）\n", "" },
    { "a bracket that explains a name", "推荐单位（地方水利局）\n", "" },
    { "one body and a verb", "修好水渠。（省水利厅负责）", "省水利厅:responsible" },
    { "a prefix is carried along the list", "修好水渠。（自治区水利厅、财政厅、农牧厅负责）",
      "自治区水利厅:responsible 自治区财政厅:responsible 自治区农牧厅:responsible" },
    { "roles by verbs", "修好水渠。（省水利厅牵头，省财政厅、农业厅配合，各市、县（区）落实）",
      "省水利厅:lead 省财政厅:support 省农业厅:support 各市、县（区）:implement" },
    { "roles by labels", "修好水渠。(牵头单位:市水利局;参加单位:市财政局、农业局)",
      "市水利局:lead 市财政局:support 市农业局:support" },
    { "a label outside brackets", "修好水渠。\n责任单位：市水利局、财政局。",
      "市水利局:responsible 市财政局:responsible" },
    { "a label in brackets of its own", "修好水渠。\n【责任单位】市水利局、财政局",
      "市水利局:responsible 市财政局:responsible" },
    { "bodies alone behind a sentence", "修好水渠。【省水利厅、财政厅】",
      "省水利厅:responsible 省财政厅:responsible" },
    { "bodies alone inside a sentence", "主管部门（省水利厅）批准后修渠。", "" },
    { "a month as deadline", "修好水渠。（省水利厅负责，2018年6月底前完成）",
      "省水利厅:responsible@2018-06" },
    { "a year as deadline", "修好水渠。（省水利厅负责，2018年底前完成）",
      "省水利厅:responsible@2018" },
    { "a deadline for all in the bracket", "修好水渠。（省水利厅牵头，财政厅配合，2018年以前完成）",
      "省水利厅:lead@2018 省财政厅:support@2018" },
    { "a labelled deadline", "修好水渠。（责任单位：市水利局；完成时限：2019年3月）",
      "市水利局:responsible@2019-03" },
    { "a collective body in pieces", "修好水渠。（牵头单位：市水利局；参加单位：各县区政府、管委）",
      "市水利局:lead 各县区政府、管委:support" },
    { "two collective bodies", "修好水渠。（省水利厅牵头，各部门、各市政府配合）",
      "省水利厅:lead 各部门:support 各市政府:support" },
    { "a body with a place's name takes no prefix",
      "修好水渠。（自治区水利厅、宁夏通信管理局、财政厅负责）",
      "自治区水利厅:responsible 宁夏通信管理局:responsible 自治区财政厅:responsible" },
    { "a company takes no prefix", "修好水渠。（市水利局、国网钦州供电公司配合）",
      "市水利局:support 国网钦州供电公司:support" },
    { "a ministry takes no prefix", "修好水渠。（国家发展改革委、水利部、财政部负责）",
      "国家发展改革委:responsible 水利部:responsible 财政部:responsible" },
    { "places that carry out", "修好水渠。（省水利厅牵头，银川市、吴忠市落实）",
      "省水利厅:lead 银川市:implement 吴忠市:implement" },
    { "places that share an ending", "修好水渠。（牵头单位：平罗县、盐池县政府）",
      "平罗县政府:lead 盐池县政府:lead" },
    { "a place's name is carried", "修好水渠。（银川市水务局、财政局负责）",
      "银川市水务局:responsible 银川市财政局:responsible" },
    { "市 begins a name and is no prefix", "修好水渠。（市水利局、市政管理局、市场监管局负责）",
      "市水利局:responsible 市市政管理局:responsible 市市场监管局:responsible" },
    { "the party's bodies stand under its committee",
      "修好水渠。（省委宣传部、组织部、水利厅负责）",
      "省委宣传部:responsible 省委组织部:responsible 省水利厅:responsible" },
    { "商 in 省商务厅 ends nothing", "修好水渠。（省商务厅牵头，省水利厅配合）",
      "省商务厅:lead 省水利厅:support" },
    { "商 in 商务局 joins nothing", "修好水渠。（市水利局、商务局、卫计委负责）",
      "市水利局:responsible 市商务局:responsible 市卫计委:responsible" },
    { "and so on", "修好水渠。（牵头单位：市水利局、财政局等；配合单位：市农业局）",
      "市水利局:lead 市财政局:lead 市农业局:support" },
    { "by their duties", "修好水渠。（水利部牵头，国务院相关部门及各地区按职责分工负责）",
      "水利部:lead 国务院相关部门:responsible 各地区:responsible" },
    { "joined by 会同", "修好水渠。（由省水利厅会同省财政厅负责）",
      "省水利厅:responsible 省财政厅:support" },
    { "tortoise-shell brackets", "修好水渠。〔责任单位：市水利局〕", "市水利局:responsible" },
    { "a label with words before it", "修好水渠。（市级牵头单位：市水利局；责任领导：张三）",
      "市水利局:lead" },
    { "departments of the city as a whole", "修好水渠。（市水利局牵头，市直有关部门配合）",
      "市水利局:lead 市直有关部门:support" },
    { "an aside is no group", "落实居住条件（含租赁）和用水条件（不含商用）。", "" },
    { "an aside with a verb is no group", "渠道（由农户负责看护）每年清淤。", "" },
};

static const struct row texts[] = {
    { "a subject with a modal", "市水利局要在年内修好水渠。", "市水利局:responsible" },
    { "a subject with 负责", "市绩效办负责考评水渠。", "市绩效办:responsible" },
    { "a subject that leads", "市水利局牵头修渠。", "市水利局:lead" },
    { "a subject that leads further on", "市政府督查室要查看水渠并牵头定期通报。",
      "市政府督查室:lead" },
    { "a modal before 会同", "市水利局应当会同市财政局核定水价。",
      "市水利局:responsible 市财政局:support" },
    { "会同 in a later clause", "市水利局要统筹护渠工作，会同市财政局核定水价。",
      "市水利局:responsible 市财政局:support" },
    { "a level before what departments see to",
      "县级以上人民政府水利、财政等有关部门应当核定水价。",
      "县级以上人民政府水利部门:responsible 县级以上人民政府财政部门:responsible" },
    { "an article's number", "第四条　市水利局负责修渠。", "市水利局:responsible" },
    { "a department of the State Council", "国务院水利部门会同有关部门制定渠规。",
      "国务院水利部门:responsible" },
    { "who leads is the one before 牵头", "各县区要修渠，市水利局牵头调度。",
      "各县区:responsible 市水利局:lead" },
    { "called responsible", "各县区政府是护渠的责任主体，要定期清淤。", "各县区政府:responsible" },
    { "called something else", "市水利局是先进集体。", "" },
    { "no more than carrying out", "市水利局、财政局等部门按职责抓好落实，各县区要修渠。",
      "市水利局:implement 市财政局:implement 各县区:responsible" },
    { "carrying out something", "市财政局落实配套资金。", "市财政局:responsible" },
    { "by their duties, in support", "省水利厅、省财政厅按照职责配合。",
      "省水利厅:support 省财政厅:support" },
    { "departments of a trade", "水利、农业等行业主管部门负责护渠。",
      "水利部门:responsible 农业部门:responsible" },
    { "是 as a verb", "这是各县区要做的。", "" },
    { "会同 between two", "市水利局会同市财政局核定水价。",
      "市水利局:responsible 市财政局:support" },
    { "a prefix through 会同", "市、县区水利部门会同财政部门核定水价。",
      "市、县区水利部门:responsible 市、县区财政部门:support" },
    { "由", "水价由各县区政府(管委)确定。", "各县区政府(管委):responsible" },
    { "由 inside a word", "理由市水利局要说明。", "" },
    { "departments by what they see to", "规划、国土资源等部门根据水系图划定渠线。",
      "规划部门:responsible 国土资源部门:responsible" },
    { "a collective subject", "各县区要建立护渠制度。", "各县区:responsible" },
    { "two collective subjects", "各部门、各乡镇按照职责分工，将护渠纳入日程。",
      "各部门:responsible 各乡镇:responsible" },
    { "collective and carrying out", "各市、县（区）要研究贯彻落实的办法。",
      "各市、县（区）:implement" },
    { "the seat of an office", "办公室设在市水利局，负责日常工作。", "市水利局:responsible" },
    { "a seat without a task", "办公室设在市水利局。", "" },
    { "an exhortation", "各部门要高度重视护渠工作。", "" },
    { "everybody", "各地、有关部门要积极护渠。", "" },
    { "a body that is only mentioned", "水渠曾由市水利局的职工看护，市水利局大楼在渠边。", "" },
    { "a verb that describes a noun", "市水利局核发的证件有效。", "" },
    { "people of a body", "市水利局负责人到场。", "" },
    { "a word that ends like a body", "全社会要爱护水渠。西部要修渠。干部要护渠。", "" },
    { "a body that only a list makes sure", "水利局、护渠办公室等按职能分别负责修渠。",
      "水利局:responsible 护渠办公室:responsible" },
    { "a task ends what follows in a list", "街道办事处、村民委员会应当配合公安机关。",
      "街道办事处:responsible 村民委员会:responsible" },
    { "departments of everybody", "各地相关部门要协同护渠。", "" },
    { "布局 is no 局", "市水利工程布局应兼顾上下游。", "" },
    { "部署 is no 署", "省水利工作部署要落细。", "" },
    { "enterprises", "用水企业要节约用水。", "" },
    { "an item's number", "（四）建立护渠制度。", "" },
    { "a subject behind an item's number", "1.市水利局负责修渠。", "市水利局:responsible" },
    { "a subject behind 一是", "一是市水利局要修渠。", "市水利局:responsible" },
    { "a list of duties", "市水利局：负责修渠。\n市财政局：负责拨款。",
      "市水利局:responsible 市财政局:responsible" },
    { "participants", "由市水利局牵头，市财政局参加，年内修渠。",
      "市水利局:lead 市财政局:support" },
    { "whoever builds is no agency", "建设单位应当公示。", "" },
    { "everybody", "各级政府要护渠。各地区、各部门都要修渠。", "" },
    { "everybody beside one who is named", "各县区、各部门要制定护渠方案。",
      "各县区:responsible 各部门:responsible" },
    { "everybody bound by a rule", "各级人民政府应当将护渠经费纳入预算。",
      "各级人民政府:responsible" },
    { "everybody of one kind", "各级水利部门要制定护渠方案。", "各级水利部门:responsible" },
    { "whoever it concerns", "由市水利局和其他有关行政管理部门制定办法。", "市水利局:responsible" },
    { "what is done has 了", "市水利局组织编制了《护渠规划》。", "" },
    { "… behind what it rests on", "市水利局依据渠情，组织编制了《护渠规划》。", "" },
    { "了 in another word", "市水利局要为了解渠情开展调查。", "市水利局:responsible" },
    { "a document that is out", "市水利局印发《护渠办法》。", "" },
    { "an event of a day", "2022年7月，市水利局开展护渠检查。", "" },
    { "a term", "2022年7月底前，市水利局开展护渠检查。", "市水利局:responsible" },
    { "an attribute", "入围由市水利局发布的名单的村。", "" },
    { "a deed before a body", "组织行业协会开展宣传。建设政府治理数据库。", "" },
    { "改革 as what befell a body", "市级水利机构改革稳步推进。", "" },
    { "departments of all places", "各地市场监管、水利主管部门制定护渠办法。",
      "各地市场监管部门:responsible 各地水利部门:responsible" },
    { "a department no table knows among others", "水利、财政、渠政、农业等部门负责护渠。",
      "水利部门:responsible 财政部门:responsible 渠政部门:responsible 农业部门:responsible" },
    { "的 in a level", "设区的市级以上地方人民政府应当护渠。",
      "设区的市级以上地方人民政府:responsible" },
    { "who is asked", "请各区市水利局做好护渠工作。", "各区市水利局:responsible" },
    { "marks in a prefix", "市、区县（自治县）人民政府水利、财政等有关部门做好护渠工作。",
      "市、区县（自治县）人民政府水利部门:responsible "
      "市、区县（自治县）人民政府财政部门:responsible" },
    { "departments behind 会同", "市水利局会同财政、农业等部门开展护渠检查。",
      "市水利局:responsible 财政部门:support 农业部门:support" },
    { "what another does is a condition", "渠道由水利部负责施工的，共有十一条。", "" },
    { "会 of what tends to be is no body", "各地一般会对水渠开展检查。", "" },
    { "units are carried to what sees to something", "各镇人民政府、便民服务中心设立窗口。",
      "各镇人民政府:responsible 便民服务中心:responsible" },
    { "a body among what departments see to", "市水利局会同财政、省农业厅等部门开展护渠检查。",
      "市水利局:responsible 财政部门:support 省农业厅:support" },
    { "a subject behind an article's name", "第七条〔护渠〕市水利局应当修渠。",
      "市水利局:responsible" },
    { "what a notice is about", "市水利局联合市财政局开展护渠行动。有关事项通知如下：", "" },
    { "one department before 等", "水利等部门开展护渠检查。", "水利部门:responsible" },
    { "a permission is no task", "公安机关可以委托服务站办理。", "" },
    { "what was done is no task", "市水利局建成了水渠。", "" },
};

static void finds_groups(void **state)
{
    for (size_t i = 0; i < COUNT(groups); i++)
        check_str(groups[i].name, zw_str_of(found(*state, groups[i].text)), groups[i].found);
}

static void finds_subjects(void **state)
{
    for (size_t i = 0; i < COUNT(texts); i++)
        check_str(texts[i].name, zw_str_of(found(*state, texts[i].text)), texts[i].found);
}

static void reads_tables(void **state)
{
    static const char text[] = "| 序号 | 任务 | 牵头单位 | 配合单位 | 完成时限 |\n"
                               "| 1 | 修渠 | 市水利局 | 市财政局、农业局 | 2018年6月 |\n"
                               "| 2 | 护渠 | 各县区政府 | | 长期 |\n";
    zw_document *doc = document_fixture(*state, text);
    for (size_t i = 0; i < doc->passages.n; i++)
        doc->passages.at[i].table_row = true;
    zw_fact_context context = { .doc = doc, .gazetteer = gazetteer, .arena = *state };
    zw_facts facts = { 0 };
    assert_int_equal(zw_agencies_find(rules, &context, &facts, NULL), ZW_OK);
    check_str("columns give roles and deadlines", zw_str_of(told(*state, &facts)),
              "市水利局:lead@2018-06 市财政局:support@2018-06 市农业局:support@2018-06 "
              "各县区政府:lead");
}

static void names_its_rule(void **state)
{
    zw_facts facts;
    find(*state, "市水利局要修渠。（市财政局配合）", &facts);
    assert_int_equal(facts.agencies.n, 2);
    check_str("running text", zw_str_of(facts.agencies.at[0].place.rule), "subject");
    check_str("a bracket", zw_str_of(facts.agencies.at[1].place.rule), "parenthesis");
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(finds_groups),
                                        cmocka_unit_test(finds_subjects),
                                        cmocka_unit_test(reads_tables),
                                        cmocka_unit_test(names_its_rule) };
    return cmocka_run_group_tests(tests, open_tables, close_tables);
}
