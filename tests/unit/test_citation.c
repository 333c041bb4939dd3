/* What counts as a cited document, and what is known of it. */
#include "facts/citation.h"
#include "tests/unit/document_fixture.h"

static zw_citation_rules *rules;

static int open_tables(void **state)
{
    zw_err err = { 0 };
    *state = zw_arena_new();
    if (zw_citation_rules_open(&rules, &err) != ZW_OK)
        fail_msg("%s", err.text);
    return 0;
}

static int close_tables(void **state)
{
    zw_citation_rules_free(rules);
    zw_arena_free(*state);
    return 0;
}

/* title|number|basis, one behind the other. */
static const char *found(zw_arena *arena, const char *title, const char *text)
{
    zw_document *doc = document_fixture(arena, text);
    doc->meta.title = title;
    zw_fact_context context = { .doc = doc, .arena = arena };
    zw_facts facts = { 0 };
    assert_int_equal(zw_citations_find(rules, &context, &facts, NULL), ZW_OK);
    char *all = zw_arena_strdup(arena, "");
    for (size_t i = 0; i < facts.citations.n; i++) {
        const zw_citation *c = &facts.citations.at[i];
        all = zw_arena_printf(arena, "%s%s%s|%s%s", all, i ? " " : "", c->title,
                              c->number ? c->number : "", c->basis ? "|basis" : "");
    }
    return all;
}

static void finds_citations(void **state)
{
    static const struct row {
        const char *name, *text, *found;
    } rows[] = {
        { "a title", "凡涉及用水的，执行《城镇供水条例》。", "城镇供水条例|" },
        { "a title with its number", "参照《关于供水工作的通知》（示政发〔2017〕3号）办理。",
          "关于供水工作的通知|示政发〔2017〕3号" },
        { "square brackets around the year", "参照《关于供水的通知》(示政发[2017]3号)。",
          "关于供水的通知|示政发〔2017〕3号" },
        { "round brackets inside round ones", "参照《关于供水的通知》（示政发（2017）3号）。",
          "关于供水的通知|示政发〔2017〕3号" },
        { "full-width digits", "参照《关于供水的通知》（示政发〔２０１７〕３号）。",
          "关于供水的通知|示政发〔2017〕3号" },
        { "black brackets", "参照《关于供水的通知》（示政发【2017】3号）。",
          "关于供水的通知|示政发〔2017〕3号" },
        { "a number without a bracket of its own", "参照《关于供水的通知》示政发〔2017〕3号办理。",
          "关于供水的通知|示政发〔2017〕3号" },
        { "another number behind a title", "参照《供水管理规定》和示政发〔2017〕3号办理。",
          "供水管理规定| |示政发〔2017〕3号" },
        { "a short name behind the number",
          "参照《关于供水的通知》（示政发〔2017〕3号，以下简称《通知》）。",
          "关于供水的通知|示政发〔2017〕3号" },
        { "an order's number", "依《供水管理规定》（示例部令第12号）。",
          "供水管理规定|示例部令第12号" },
        { "a title inside a title", "见《关于印发〈供水规划〉的通知》。",
          "关于印发〈供水规划〉的通知|" },
        { "outer marks inside outer marks", "见《关于印发《供水规划》的通知》。",
          "关于印发《供水规划》的通知|" },
        { "a rider behind the genre", "见《供水管理办法（试行）》。", "供水管理办法（试行）|" },
        { "years behind the genre", "见《供水规划（2016—2020年）》。", "供水规划（2016—2020年）|" },
        { "a law", "严格执行《城市用水法》。", "城市用水法|" },
        { "a number alone", "按照示政发〔2017〕3号文件要求办理。", "|示政发〔2017〕3号|basis" },
        { "a document the text rests on", "根据《城镇供水条例》，制定本方案。",
          "城镇供水条例||basis" },
        { "two it rests on",
          "为贯彻落实《供水条例实施意见》和《用水管理办法》，结合实际，提出如下意见。",
          "供水条例实施意见||basis 用水管理办法||basis" },
        { "the sentence after rests on nothing",
          "根据《供水条例实施意见》办理。另见《用水管理办法》。",
          "供水条例实施意见||basis 用水管理办法|" },
        { "a newspaper", "刊于《示例日报》。", "" },
        { "a certificate", "申领《居住证》。", "" },
        { "a form", "填写《用水登记表》。", "" },
        { "back to one named before", "贯彻《意见》和《实施方案》。", "" },
        { "a document still to be made", "编制《城东区供水规划》。", "" },
        { "two still to be made", "编制《城东区供水规划》和《城西区供水规划》。", "" },
        { "one that was made", "出台了《城东区供水规划》。", "城东区供水规划|" },
        { "what this document hands on", "现将《城东区供水方案》印发给你们。", "" },
        { "its own title", "本《示例市供水规划》自印发之日起施行。", "" },
        { "a title that does not close", "见《供水规划，以及其他。", "" },
        { "a telephone number in brackets", "联系电话（2017）12345678。", "" },
    };
    for (size_t i = 0; i < COUNT(rows); i++)
        check_str(rows[i].name, zw_str_of(found(*state, "示例市供水规划", rows[i].text)),
                  rows[i].found);
    check_str(
        "what the title implements is another document",
        zw_str_of(found(*state, "示例市实施《供水条例》办法", "根据《供水条例》，制定本办法。")),
        "供水条例||basis");
    check_str(
        "the first article opens the text, whatever stands before it",
        zw_str_of(found(*state, "示例市供水规划",
                        "通过。\n公布。\n批准。\n目录。\n第一条 根据《供水条例》，制定本办法。\n"
                        "第二条 按照《用水条例》供水。\n")),
        "供水条例||basis 用水条例|");
    check_str(
        "what the title hands on is its own",
        zw_str_of(found(*state, "关于印发《供水办法》的通知", "《供水办法》自2017年起施行。")), "");
}

static void keeps_the_place(void **state)
{
    zw_document *doc = document_fixture(*state, "执行《供水条例》。");
    zw_fact_context context = { .doc = doc, .arena = *state };
    zw_facts facts = { 0 };
    assert_int_equal(zw_citations_find(rules, &context, &facts, NULL), ZW_OK);
    assert_int_equal(facts.citations.n, 1);
    check_str("the quotation is the title", zw_document_quote(doc, facts.citations.at[0].place.at),
              "供水条例");
    check_str("the rule", zw_str_of(facts.citations.at[0].place.rule), "title");
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(finds_citations),
                                        cmocka_unit_test(keeps_the_place) };
    return cmocka_run_group_tests(tests, open_tables, close_tables);
}
