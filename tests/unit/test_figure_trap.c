/* Numerals that are no figures, and figures that look like none. Each row is a way of writing;
 * wanted lists the figures as values and units ("" for none). */
#include "facts/figure.h"
#include "tests/unit/document_fixture.h"

static const struct row {
    const char *name, *text, *wanted;
} rows[] = {
    /* numbers of items, articles, documents */
    { "a chapter", "第三章 保障措施", "" },
    { "an article", "第十二条 各级政府应当加强领导。", "" },
    { "articles in a row", "依照第十五条、第十六条处理。", "" },
    { "an article in digits", "按照第12条规定执行。", "" },
    { "ordinals in a list", "适用第1、2、3项的规定。", "" },
    { "an item in brackets", "（三）完善制度。", "" },
    { "an item with a comma", "三、强化保障", "" },
    { "an item with a point", "2.培育龙头企业。", "" },
    { "a circled item", "①加强组织领导。", "" },
    { "一是 begins a point", "一是强化监管，二是优化服务。", "" },
    { "a document number", "根据县政发〔2016〕35号文件精神。", "" },
    { "a document number in square brackets", "市府办[2015]128号", "" },
    { "an order", "省人民政府令第301号公布。", "" },
    { "a number of an appendix", "详见附件2。", "" },
    { "a number of a table", "见表3。", "" },
    { "a first batch", "公布第一批试点名单。", "" },
    { "a session", "第十八届三中全会精神", "" },
    { "a congress", "党的十九大报告提出要求。", "" },
    { "a plenary session", "十九届五中全会", "" },
    { "a stage", "第二阶段全面推开。", "" },
    { "the first place", "位居全省第1位。", "" },
    { "a rank", "排名前列，位列第3名。", "" },
    /* dates and times */
    { "a day", "2017年11月16日印发。", "" },
    { "a day in characters", "二〇一七年十一月十六日", "" },
    { "a month with a point", "印发日期：2017.11", "" },
    { "a period", "2016—2020年实施。", "" },
    { "a plan period", "“十三五”期间加快推进。", "" },
    { "plan periods in a row", "“十二五”和“十三五”时期", "" },
    { "the end of a year", "2020年底前全面建成。", "" },
    { "a quarter", "2018年第一季度完成。", "" },
    { "a half year", "2018年上半年启动。", "" },
    { "a month and a day", "自7月1日起施行。", "" },
    { "days of a month", "2019年1月2日至20日报名。", "" },
    { "the past years", "过去五年成绩显著。", "" },
    { "these years", "这两年变化很大。", "" },
    { "the coming years", "今后五年是关键时期。", "" },
    { "an anniversary", "建国七十周年之际", "" },
    { "a century", "21世纪的城市", "" },
    { "the decade", "九十年代以来", "" },
    { "one day will come", "一年一度的评选", "" },
    { "hours of duty", "实行24小时值班制度。", "" },
    /* names and slogans */
    { "three hundred millions of people", "实施“三个1亿人”城镇化方案。", "" },
    { "the Belt and the Road", "融入“一带一路”建设。", "" },
    { "five in one", "统筹“五位一体”总体布局。", "" },
    { "four comprehensives", "协调推进“四个全面”战略布局。", "" },
    { "three rights", "落实“三权分置”办法。", "" },
    { "agriculture, villages, peasants", "做好三农工作。", "" },
    { "one-stop", "推行一站式服务。", "" },
    { "one window", "实行一窗式受理。", "" },
    { "one chart", "绘好规划一张图。", "" },
    { "one plus six", "构建“1+6”城镇体系。", "" },
    { "eight plus N", "建设“8+N”平台。", "" },
    { "internet plus", "推进“互联网+”行动。", "" },
    { "four clean ups and one green", "推进“四清一绿”工程。", "" },
    { "several hundred percents", "落实“6个100%”要求。", "" },
    { "two hundred percents", "实现“两个100%”。", "" },
    { "a number of a technology", "4G网络全覆盖。", "" },
    { "the next technology", "布局5G基站和6G研发。", "" },
    { "fine dust", "降低PM2.5浓度。", "" },
    { "a class of scenic places", "创建5A级景区。", "" },
    { "a discharge standard", "达到一级A排放标准。", "" },
    { "a class of roads", "改造二级公路。", "" },
    { "classes in digits", "新建3级医院。", "" },
    { "industries", "发展第三产业和二、三产业。", "" },
    { "tiers of cities", "一线城市和二三线城市", "" },
    { "three tiers of government", "健全省市县三级联动机制。", "" },
    { "two tiers", "市、区两级政府", "" },
    { "a three-year drive", "实施三年行动计划。", "" },
    { "a three-year drive in digits", "打好3年攻坚战行动。", "" },
    { "a plan of years behind its dates", "实施2018年到2020年3年棚改攻坚计划。", "" },
    { "a five-year plan", "编制五年规划。", "" },
    { "compulsory schooling", "普及九年义务教育。", "" },
    { "a school year", "小学三年级学生", "" },
    { "a line of the underground", "推进地铁2号线建设。", "" },
    { "a house number", "位于建设路15号。", "" },
    { "a river's name", "十五里河治理", "" },
    { "a city named of numerals", "四川省、三亚市、六安市", "" },
    { "a telephone number", "联系电话：0771-2345678。", "" },
    { "a mobile number", "手机13812345678。", "" },
    { "a post code", "邮政编码：530000", "" },
    { "an identity number", "身份证号110101199003070000", "" },
    { "an address of mail", "邮箱abc123@example.cn", "" },
    { "a page number", "第15页", "" },
    { "a title holds its numbers", "印发《关于支持100个示范县的意见》。", "" },
    { "a title with years", "《城镇体系规划（2015—2030年）》", "" },
    /* articles and totals */
    { "an article", "建设一批项目。", "" },
    { "one of a kind", "成立一个领导小组。", "" },
    { "a set", "形成一套制度。", "" },
    { "one item", "作为一项重要工作。", "" },
    { "a few tasks", "完成四项重点任务。", "" },
    { "ten projects", "实施十大工程。", "" },
    { "nine fields", "聚焦九大领域。", "" },
    { "four urban districts", "覆盖四个城区。", "" },
    { "two sides", "从两个方面入手。", "" },
    { "sides in digits", "从3个方面入手。", "" },
    { "a unity", "推进城乡一体化。", "" },
    { "in general", "一般不予审批。", "" },
    { "unified", "统一规划、统一建设。", "" },
    { "one by one", "一户一策、一村一品。", "" },
    { "all sides", "千方百计扩大就业。", "" },
    { "the masses create", "大众创业、万众创新", "" },
    { "the people", "服务百姓、走进千家万户。", "" },
    { "once", "出现一度下滑。", "" },
    { "dual structure", "破解城乡二元结构。", "" },
    { "half finished", "半导体产业", "" },
    { "a shop of a hundred goods", "百货商场", "" },
    { "a denominator", "每万人拥有公交车辆。", "" },
    { "a bare scale in a name", "打造亿元级产业集群。", "" },
    { "a hundred miles of gallery", "建设百里生态长廊。", "" },
    { "parts of a machine", "汽车零部件产业", "" },
    { "a department by its number", "标准委工业二部", "" },
    { "parts of a whole", "由4个部分组成。", "" },
    { "a misprinted year", "到1262年初步构筑。", "" },
    { "a table run together", "264.4238.0-10%3", "" },

    /* what is a figure all the same */
    { "a count in digits", "支持2个地区中心城市发展。", "2 个" },
    { "a count of many in characters", "建成一百二十个社区。", "120 个" },
    { "a share", "占比超过45%。", "45 %" },
    { "a share in characters", "比重达到百分之六十。", "60 %" },
    { "two tenths", "压减两成以上。", "20 %" },
    { "a half", "减少一半以上。", "0.5 " },
    { "two thirds", "经三分之二以上代表同意。", "0.6667 " },
    { "permille", "人口自然增长率控制在6‰以内。", "6 ‰" },
    { "a percentage point", "提高1.5个百分点。", "1.5 百分点" },
    { "tenfold", "增长3.2倍。", "3.2 倍" },
    { "doubled", "收入翻一番。", "1 番" },
    { "people without 人", "城镇落户40万。", "400000 人" },
    { "money without 元", "地区生产总值突破1000亿。", "100000000000 元" },
    { "a bare scale beside a comparator", "培育营业收入超百亿元的企业。", "10000000000 元" },
    { "blanks inside", "面积 1990 平方公里。", "1990 平方公里" },
    { "spaced digits", "产量达到4 9 2 5 0 万吨。", "492500000 吨" },
    { "full width", "增长８．５％。", "8.5 %" },
    { "commas of thousands", "投资1,200万元。", "12000000 元" },
    { "a range", "新建2—3所学校。", "2-3 所" },
    { "a range with its unit twice", "补贴10万元至50万元。", "100000-500000 元" },
    { "a range of neighbours", "培育三四十家企业。", "30-40 家" },
    { "a compound unit", "供水能力达到61万吨/日。", "610000 吨/日" },
    { "a compound of two", "补助800元/人·月。", "800 元/人·月" },
    { "a compound of a hundred", "密度达到70公里/百平方公里。", "70 公里/百平方公里" },
    { "a boiler", "淘汰20蒸吨/小时以下锅炉。", "20 蒸吨/小时" },
    { "a speed", "接入能力达到100Mbps。", "100 Mbps" },
    { "more than a hundred million", "投入100多亿元。", "10000000000 元" },
    { "some three hundred thousand", "惠及三十余万人。", "300000 人" },
    { "hundreds", "带动数百家企业。", "200-900 家" },
    { "an age", "年满18周岁的居民", "18 周岁" },
    { "a deadline", "应当在三十日内答复。", "30 日" },
    { "working days", "在5个工作日内办结。", "5 个工作日" },
    { "half a year", "居住半年以上人员", "0.5 年" },
    { "a year and a half", "工期三年半。", "3.5 年" },
    { "minutes of a circle of life", "打造15分钟便民生活圈。", "15 分钟" },
    { "quoted, but measured", "按照“300米见绿”要求。", "300 米" },
    { "a list with one unit", "分别新增10、15、20个泊位。", "10 个; 15 个; 20 个" },
    { "a list of shares", "分别达到90%、96%、23%以上。", "90 %; 96 %; 23 %" },
    { "from and to", "由54%提高到60%。", "54 %; 60 %" },
    { "points written once", "分别提升31.1个和26.3个百分点。", "31.1 百分点; 26.3 百分点" },
    { "GDP before its number", "GDP1000亿元。", "100000000000 元" },
    { "degrees in digits", "电价下调0.05元/千瓦时。", "0.05 元/千瓦时" },
    { "persons of ability", "引进3万人才。", "30000 人" },
    { "a count of a count", "建设100个万亩基地。", "100 个" },
    { "points of a score", "总积分不低于100分。", "100 分" },
    { "a fine of two bounds", "处5万元以上20万元以下罚款。", "50000 元; 200000 元" },
    { "two lengths of time", "构建半小时或1小时通勤圈。", "0.5 小时; 1 小时" },
    { "bridged thousands", "产量达到5，883万吨。", "58830000 吨" },
};

static const char *listed(zw_arena *arena, const zw_facts *facts)
{
    const char *all = "";
    for (size_t i = 0; i < facts->figures.n; i++) {
        const zw_figure *f = &facts->figures.at[i];
        const char *high = f->high == f->low ? "" : zw_arena_printf(arena, "-%.12g", f->high);
        all = zw_arena_printf(arena, "%s%s%.12g%s %s", all, i ? "; " : "", f->low, high, f->unit);
    }
    return all;
}

static void tells_figures_from_names(void **state)
{
    (void)state;
    zw_figure_rules *rules;
    zw_err err = { 0 };
    assert_int_equal(zw_figure_rules_open(&rules, &err), ZW_OK);
    zw_arena *arena = zw_arena_new();
    int wrong = 0;
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_arena_reset(arena);
        zw_document *doc = document_fixture(arena, rows[i].text);
        zw_fact_context context = { .doc = doc, .arena = arena };
        zw_facts facts = { 0 };
        assert_int_equal(zw_figures_find(rules, &context, &facts, &err), ZW_OK);
        const char *found = listed(arena, &facts);
        if (strcmp(found, rows[i].wanted) != 0) {
            print_error("%s: %s: '%s' wanted, '%s' found\n", rows[i].name, rows[i].text,
                        rows[i].wanted, found);
            wrong++;
        }
    }
    assert_int_equal(wrong, 0);
    zw_arena_free(arena);
    zw_figure_rules_free(rules);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(tells_figures_from_names) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
