/* Measures: what of a sentence is something to be done, from where to where, by which verb. */
#include "base/buffer.h"
#include "facts/measure.h"
#include "tests/unit/document_fixture.h"

/* wanted: verb|text of each measure, parted by ';'. */
static const struct row {
    const char *name, *text, *wanted;
} rows[] = {
    { "a verb and its object", "建立信用档案制度。", "建立|建立信用档案制度" },
    { "an adverb stays out", "全面推行河湖长制。", "推行|推行河湖长制" },
    { "several adverbs stay out", "进一步积极稳妥有序推进撤村建居。", "推进|推进撤村建居" },
    { "each clause is its own", "新建小学8所，改造操场12个；配齐音体美教师。",
      "新建|新建小学8所;改造|改造操场12个;配齐|配齐音体美教师" },
    { "the mark 、 parts no measures", "完善供水、排水、供热等设施。",
      "完善|完善供水、排水、供热等设施" },
    { "verbs with one object are one", "建立健全联席会议制度。", "建立|建立健全联席会议制度" },
    { "verbs joined by 和", "鼓励和引导民营医院连锁发展。", "鼓励|鼓励和引导民营医院连锁发展" },
    { "加快 before a verb is an adverb", "加快发展冷链物流。", "发展|发展冷链物流" },
    { "加快 before a noun is the verb", "加快滨河新区建设。", "加快|加快滨河新区建设" },
    { "统筹 before a verb is an adverb", "统筹安排涉农资金。", "安排|安排涉农资金" },
    { "统筹 before a noun is the verb", "统筹县域教育资源。", "统筹|统筹县域教育资源" },
    { "统一 before a noun is the verb", "统一全省公租房申请文书。", "统一|统一全省公租房申请文书" },
    { "time stays out", "到2022年底前，基本建成环城绿道。", "建成|建成环城绿道" },
    { "time in the clause stays out", "2019年10月底前出台实施细则。", "出台|出台实施细则" },
    { "a plan period stays out", "“十四五”期间新建公园30个。", "新建|新建公园30个" },
    { "years in words stay out", "三年内消除城区黑臭水体。", "消除|消除城区黑臭水体" },
    { "a phrase with its closer stays out", "按照“一县一策”的要求制定整改方案。",
      "制定|制定整改方案" },
    { "a phrase of its own clause is none", "根据各地财力状况，设立风险补偿基金。",
      "设立|设立风险补偿基金" },
    { "a phrase without closer ends at the verb", "依托职业院校建设实训基地。",
      "建设|建设实训基地" },
    { "a phrase of place", "在沿江地区实施岸线整治工程。", "实施|实施岸线整治工程" },
    { "a list in a phrase has no verb", "围绕道路、绿化、照明等项目，发行专项债券。",
      "发行|发行专项债券" },
    { "通过 with a verb right behind", "通过开展结对帮扶活动，带动村民增收。",
      "开展|开展结对帮扶活动" },
    { "通过 … 方式 stays out", "通过发放消费券等方式支持住宿餐饮企业。", "支持|支持住宿餐饮企业" },
    { "a bound on the object is no level", "配建托位不少于60个。", "配建|配建托位不少于60个" },
    { "who it is about may be a clause before", "租住满两年的家庭，可以申请购买所租住房。",
      "申请|租住满两年的家庭，可以申请购买所租住房" },
    { "自治区 does not open with 自", "自治区财政每年安排奖补资金。", "安排|安排奖补资金" },
    { "会同 and who it names stay out", "省水利厅要会同省财政厅开展用水审计。",
      "开展|开展用水审计" },
    { "将 skips verbs that the object is made of", "将城中村改造任务纳入年度考核。",
      "纳入|将城中村改造任务纳入年度考核" },
    { "将 with from and to", "将审批时间由20天压缩到5个工作日以内。",
      "压缩|将审批时间由20天压缩到5个工作日以内" },
    { "将 keeps its object", "将随迁老人纳入社区养老服务范围。",
      "纳入|将随迁老人纳入社区养老服务范围" },
    { "a verb inside the fronted object", "将从事快递工作的人员纳入工伤保险。",
      "纳入|将从事快递工作的人员纳入工伤保险" },
    { "将 with the verb in the next clause", "将户口在县城的居民，登记为城镇居民。",
      "登记|将户口在县城的居民，登记为城镇居民" },
    { "the binder 为 is not the verb", "把闲置校舍改造为幼儿园。", "改造|把闲置校舍改造为幼儿园" },
    { "对 keeps its object", "对困难家庭给予临时救助。", "给予|对困难家庭给予临时救助" },
    { "进行 hands on its verb", "对老旧电梯进行评估检测。", "评估|对老旧电梯进行评估检测" },
    { "a name that opens with a verb acts", "推行林长制工作领导小组要建立会商机制。",
      "建立|建立会商机制" },
    { "a verb in a list of names is none", "各地户政、交通管理等部门要开展入户调查。",
      "开展|开展入户调查" },
    { "a manner waits for its verb", "鼓励村集体以入股、合作等方式，参与民宿开发。",
      "鼓励|鼓励村集体以入股、合作等方式，参与民宿开发" },
    { "what was said is no task", "会议强调，推进水价改革，完善用水统计。", "" },
    { "what 是 speaks of is no task", "推广电子证照，是改善服务的需要。", "" },
    { "为 with what is provided", "主动为残疾职工提供上门服务。", "提供|为残疾职工提供上门服务" },
    { "为 behind tells a purpose", "建立会商机制，为防汛调度提供依据。", "建立|建立会商机制" },
    { "利用 with a verb behind is a means", "利用农闲时间开展技能培训。", "开展|开展技能培训" },
    { "利用 without one is what is done", "充分利用闲置厂房。", "利用|利用闲置厂房" },
    { "年年底 is a time", "到2018年年底，全面完成旱厕改造。", "完成|完成旱厕改造" },
    { "an actor with 要 stays out", "各县区要落实配套资金。", "落实|落实配套资金" },
    { "an actor without 要 stays out", "市财政局每年安排专项经费。", "安排|安排专项经费" },
    { "不 is no task", "不得擅自改变土地用途。", "" },
    { "who may do it belongs to the measure", "持证人可以在居住地申请驾驶证。",
      "申请|持证人可以在居住地申请驾驶证" },
    { "a condition goes with what it asks for", "凡与上位法抵触的，要立即清理、停止执行。",
      "清理|凡与上位法抵触的，要立即清理、停止执行" },
    { "an exhortation is none", "坚持以人民为中心，牢固树立绿色发展理念。", "" },
    { "a purpose is none", "为改善人居环境，开展村庄清洁行动。", "开展|开展村庄清洁行动" },
    { "以 with its end is none", "以产业带动就业。", "" },
    { "a result behind is none", "推广节水灌溉，提高用水效率，促进农民增收。",
      "推广|推广节水灌溉" },
    { "a result that leads is one", "提高基层医疗服务水平。", "提高|提高基层医疗服务水平" },
    { "a result with effort is one", "整合网点，着力提升窗口效能。",
      "整合|整合网点;提升|提升窗口效能" },
    { "a result that is handed over is one", "开展试点，形成城乡统一的供水管理制度。",
      "开展|开展试点;形成|形成城乡统一的供水管理制度" },
    { "有效 marks a result", "加强路面巡查，有效化解出行矛盾。", "加强|加强路面巡查" },
    { "a level of an indicator is none", "农村卫生厕所普及率达到90%，绿化覆盖率提高到40%。", "" },
    { "a verb's noun with a level is none", "培训合格率达到85%。", "" },
    { "管理办法 is a noun", "管理办法由市住房局另行制定。", "" },
    { "建设用地 is a noun", "建设用地指标优先用于民生项目。", "" },
    { "管理标准 is a noun", "管理标准。", "" },
    { "严格 makes 管理 a verb", "严格管理村级债务。", "管理|管理村级债务" },
    { "what was done is none", "完成了土地确权登记。", "" },
    { "a subordinate clause is none", "建立工作台账后，符合规定条件的，", "" },
    { "an assurance is none", "确保各项任务落到实处。", "" },
    { "responsibility behind stays out", "新建停车场5个（市住建局牵头，市财政局配合）。",
      "新建|新建停车场5个" },
    { "brackets inside stay", "推广政府和社会资本合作（PPP）模式。",
      "推广|推广政府和社会资本合作（PPP）模式" },
    { "commas in quotation marks part nothing", "落实“管行业，管安全”的责任制度。",
      "落实|落实“管行业，管安全”的责任制度" },
    { "quotation marks of two kinds pair", "推行“一窗受理，集成办理\"模式，压减材料。",
      "推行|推行“一窗受理，集成办理\"模式;压减|压减材料" },
    { "a quotation mark without its pair is survived", "落实“双减政策，规范校外培训。扩建“校舍。",
      "落实|落实“双减政策;规范|规范校外培训;扩建|扩建“校舍" },
    { "a noun in the fronted object is no verb", "对全市政务服务开展第三方评估。",
      "开展|对全市政务服务开展第三方评估" },
    { "parentheses before it stay out", "（省水利厅牵头）修编防洪规划。", "修编|修编防洪规划" },
    { "a definition is none", "示范应用主体是指申请示范的企业。", "" },
    { "对 in the clause before belongs to 给予", "对首次上规的企业，给予奖励。",
      "给予|对首次上规的企业，给予奖励" },
    { "a verb behind 被 is no task", "对选择产权调换的被拆迁人，给予搬迁补助。",
      "给予|对选择产权调换的被拆迁人，给予搬迁补助" },
    { "后备 is no 后", "加强后备人才培养。", "加强|加强后备人才培养" },
    { "用于 without 将 is none", "主要用于道路养护。", "" },
    { "各地 may be the subject", "各地加强资金监管。", "加强|加强资金监管" },
    { "a verb that opens the fronted object is none", "对已列入计划的危房，明确责任人。",
      "明确|明确责任人" },
    { "bodies named by verbs", "规划、住建等部门制定导则。", "制定|制定导则" },
    { "the document itself is no object", "结合我省实际，制定本实施方案。", "" },
    { "nouns made of verbs in the fronted object", "对门牌的编制和使用实施监督。",
      "实施|对门牌的编制和使用实施监督" },
    { "an object runs on to its noun", "形成以枢纽站为中心，换乘便捷的公交网络。",
      "形成|形成以枢纽站为中心，换乘便捷的公交网络" },
    { "half-width marks", "新建粮库3座,扩建码头2处;完善疏港公路.",
      "新建|新建粮库3座;扩建|扩建码头2处;完善|完善疏港公路" },
    { "an item number stays out", "（三）推进殡葬改革。", "推进|推进殡葬改革" },
    { "a broken bracket is survived", "建设（物流园，完善《配套设施",
      "建设|建设（物流园;完善|完善《配套设施" },
    { "nothing gives nothing", "。，；", "" },
};

static void write_found(zw_buf *buf, const zw_document *doc, const zw_facts *facts)
{
    for (size_t i = 0; i < facts->measures.n; i++) {
        const zw_measure *m = &facts->measures.at[i];
        zw_str text = zw_str_slice(doc->text, m->place.at);
        zw_buf_printf(buf, "%s%s|%.*s", i ? ";" : "", m->verb, (int)text.n, text.at);
    }
}

static void finds_measures(void **state)
{
    (void)state;
    zw_measure_rules *rules;
    zw_arena *arena = zw_arena_new();
    assert_int_equal(zw_measure_rules_open(&rules, NULL), ZW_OK);
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_document *doc = document_fixture(arena, rows[i].text);
        zw_fact_context context = { .doc = doc, .arena = arena };
        zw_facts facts = { 0 };
        assert_int_equal(zw_measures_find(rules, &context, &facts, NULL), ZW_OK);
        zw_buf found = ZW_BUF_INIT;
        write_found(&found, doc, &facts);
        check_str(rows[i].name, zw_buf_view(&found), rows[i].wanted);
        zw_buf_free(&found);
        zw_arena_reset(arena);
    }
    zw_measure_rules_free(rules);
    zw_arena_free(arena);
}

static zw_section *add_section(zw_document *doc, size_t parent, const char *number,
                               const char *heading)
{
    zw_section *s = zw_array_add(doc->arena, &doc->sections);
    assert_non_null(s);
    size_t at = zw_str_find(doc->text, zw_str_of(number), 0);
    size_t end = at + strlen(number) + strlen(heading);
    *s = (zw_section){ .parent = parent,
                       .number = { at, at + strlen(number) },
                       .heading = { at + strlen(number), end },
                       .text = { at, doc->text.n } };
    return s;
}

static void knows_sections(void **state)
{
    (void)state;
    zw_measure_rules *rules;
    zw_arena *arena = zw_arena_new();
    assert_int_equal(zw_measure_rules_open(&rules, NULL), ZW_OK);
    zw_document *doc = document_fixture(
        arena,
        "一、去年工作回顾。新建学校3所。二、扩大绿色空间(一)修建绿道。提升城市品质，增强活力。");
    zw_section *past = add_section(doc, 0, "一、", "去年工作回顾");
    past->text.end = zw_str_find(doc->text, ZW_STR("二、"), 0);
    add_section(doc, 0, "二、", "扩大绿色空间");
    add_section(doc, 2, "(一)", "修建绿道");
    zw_fact_context context = { .doc = doc, .arena = arena };
    zw_facts facts = { 0 };
    assert_int_equal(zw_measures_find(rules, &context, &facts, NULL), ZW_OK);
    zw_buf found = ZW_BUF_INIT;
    write_found(&found, doc, &facts);
    check_str("headings are measures, the past is none", zw_buf_view(&found),
              "扩大|扩大绿色空间;修建|修建绿道;提升|提升城市品质");
    assert_string_equal(facts.measures.at[0].item, "二、");
    assert_string_equal(facts.measures.at[2].item, "(一)");
    assert_string_equal(facts.measures.at[0].place.rule, "heading");
    zw_buf_free(&found);
    zw_measure_rules_free(rules);
    zw_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(finds_measures),
                                        cmocka_unit_test(knows_sections) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
