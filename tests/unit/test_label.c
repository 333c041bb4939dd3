/* Measures and what they are about, by what means. */
#include "facts/label.h"
#include "tests/unit/unit.h"

static zw_labels *labels;

static int open_labels(void **state)
{
    (void)state;
    zw_err err = { 0 };
    if (zw_labels_open(&labels, &err) != ZW_OK)
        fail_msg("%s", err.text);
    return 0;
}

static int close_labels(void **state)
{
    (void)state;
    zw_labels_free(labels);
    return 0;
}

static void names_topics(void **state)
{
    (void)state;
    static const struct row {
        const char *name, *text, *heading, *first, *second;
    } rows[] = {
        { "a permit is a topic of its own", "落实居住证制度", "", "居住证", NULL },
        { "one thing, one topic", "发行地方政府债券", "", "投融资", NULL },
        { "two things at once keep both", "保障随迁子女凭居住证入学", "", "教育", "居住证" },
        { "the longest word alone counts", "盘活集体经营性建设用地", "", "农村产权", NULL },
        { "no word of its own: the heading decides", "清理有关文件", "户籍制度改革", "户籍", NULL },
        { "neither has a word", "做好有关工作", "其他", NULL, NULL },
        { "sewage is ecology", "新建一批污水处理厂", "", "生态环境", NULL },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_label found[ZW_TOPICS_MAX];
        zw_str heading = zw_str_of(rows[i].heading);
        size_t n = zw_labels_topics(labels, zw_str_of(rows[i].text), &heading, 1, found);
        const char *first = n > 0 ? found[0].name : "", *second = n > 1 ? found[1].name : "";
        check_str(rows[i].name, zw_str_of(first), rows[i].first ? rows[i].first : "");
        check_str(rows[i].name, zw_str_of(second), rows[i].second ? rows[i].second : "");
    }
}

static void names_instruments(void **state)
{
    (void)state;
    static const struct row {
        const char *name, *text, *side, *instrument;
    } rows[] = {
        { "money from the budget is supply", "设立市民化奖补专项资金", "供给型", "资金投入" },
        { "loans are environment", "引导金融机构发放小额贷款", "环境型", "金融支持" },
        { "PPP is demand", "推广政府和社会资本合作（PPP）模式", "需求型", "服务外包" },
        { "buying services is demand", "扩大政府购买服务范围", "需求型", "政府采购" },
        { "a tax is let off", "减免小微企业增值税等税费", "环境型", "税收优惠" },
        { "a training is supply", "开展农民工职业技能培训", "供给型", "人才培养" },
        { "a limit lifted is control", "全面放开落户限制", "环境型", "法规管制" },
        { "a plan is environment", "编制城镇体系规划", "环境型", "目标规划" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_label found;
        assert_true(zw_labels_instrument(labels, zw_str_of(rows[i].text), &found));
        check_str(rows[i].name, zw_str_of(found.side), rows[i].side);
        check_str(rows[i].name, zw_str_of(found.name), rows[i].instrument);
        assert_true(strstr(rows[i].text, found.word) != NULL);
    }
    zw_label none;
    assert_false(zw_labels_instrument(labels, ZW_STR("做好有关事项"), &none));
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(names_topics),
                                        cmocka_unit_test(names_instruments) };
    return cmocka_run_group_tests(tests, open_labels, close_labels);
}
