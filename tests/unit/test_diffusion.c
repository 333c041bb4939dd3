/* Who said a thing first: what adopts and what does not, days told in part, words and names. */
#include "query/study/places/diffusion.h"
#include "tests/unit/index_fixture.h"

#define ORDER(city, sign, day)                                                                          \
    city "市人民政府关于印发" city "市示范证管理办法的通知\n" sign                                      \
         "\n各区人民政府：\n现印发给你们。\n" city "市人民政府\n" day "\n" city                         \
         "市示范证管理办法\n第一条 根据《国家示范证条例》，制定本办法。\n" \
         "第二条 非本市户籍人员可以申领示范证，示范证每年签注一次。\n"      \
         "第三条 本办法自公布之日起施行。\n"

static const fixture_text texts[] = {
    { "nation.txt", "国务院关于示范证工作的意见\n国发〔2014〕925号\n\n各省人民政府：\n"
                    "一、全面推行示范证制度。\n国务院\n2014年7月24日\n" },
    { "nanning.txt", ORDER("南宁", "南府发〔2012〕91号", "2012年3月1日") },
    { "liuzhou.txt", ORDER("柳州", "柳政发〔2016〕92号", "2016年2月29日") },
    { "liuzhou2.txt", "柳州市公安局关于示范证签注的通知\n柳公通〔2017〕93号\n\n各分局：\n"
                      "一、示范证签注应当当场办理。\n柳州市公安局\n2017年3月1日\n" },
    { "guilin.txt", "桂林市示范证管理办法（征求意见稿）\n第一条 为了方便群众，制定本办法。\n"
                    "第二条 非本市户籍人员可以申领示范证。\n桂林市公安局\n2011年3月1日\n" },
    { "wuzhou.txt", "梧州市示范证办理指南\n一、示范证在派出所办理。\n2013年5月4日\n" },
    { "beihai.txt", "北海市示范证管理办法\n第一条 非本市户籍人员可以申领示范证。\n" },
    { "yulin.txt", "玉林市人民政府关于户籍的通知\n玉政发〔2013〕94号\n\n各区人民政府：\n"
                   "一、应当提交示范证明。\n玉林市人民政府\n2013年5月4日\n" },
    { "qinzhou.txt", "钦州市人民政府关于户口的通知\n钦政发〔2015〕97号\n\n各区人民政府：\n"
                     "一、放宽条件。\n二、落实《国务院关于示范证工作的意见》。\n"
                     "钦州市人民政府\n2015年6月4日\n" },
    { "law.txt", "示范证管理条例\n（2016年6月1日公布 自2016年7月1日起施行）\n"
                 "第一条 为了方便群众，制定本条例。\n第二条 公民可以申领示范证。\n" },
    { "office.txt", "关于示范证签注的通知\n\n各派出所：\n一、示范证应当签注。\n教育局\n"
                    "2016年3月1日\n" },
    { "hechi.txt", "河池市人民政府关于植树的通知\n河政发〔2013〕96号\n\n各区人民政府：\n"
                   "一、多种树。\n河池市人民政府\n2013年5月4日\n" },
    { "baise.txt", "百色市人民政府关于示范证的通知\n百政发〔2015〕95号\n\n各区人民政府：\n"
                   "一、贯彻《国家示范证条例》。\n二、示范证免费发放。\n百色市人民政府\n" },
};

static zw_arena *arena;
static zw_diffusion all;

static zw_status ask(const char *query, const char *against, zw_spread_by by, zw_diffusion *to)
{
    zw_diffusion_question question = { .query = query, .against = against, .by = by };
    zw_query_fault fault;
    zw_err err = { 0 };
    return zw_diffusion_make(session, &question, arena, to, &fault, &err);
}

static int make_all(void **state)
{
    (void)state;
    arena = zw_arena_new();
    return fixture_index_make(texts, COUNT(texts)) ||
           ask("示范证", "国发〔2014〕925号", ZW_SPREAD_PLACE, &all) != ZW_OK;
}

static int away(void **state)
{
    (void)state;
    zw_diffusion_free(&all);
    zw_arena_free(arena);
    return fixture_index_remove();
}

static const zw_diffusion_row *row_of(const zw_diffusion *d, const char *place)
{
    for (size_t i = 0; i < d->rows.n; i++) {
        if (strcmp(d->rows.at[i].name, place) == 0)
            return &d->rows.at[i];
    }
    fail_msg("no row of %s", place);
    return NULL;
}

static void places_are_told_apart(void **state)
{
    (void)state;
    static const struct {
        const char *name, *place, *state, *doubt, *date;
    } rows[] = {
        { "an order with number, issuer and day", "南宁市", "has", NULL, "2012-03-01" },
        { "the first of two", "柳州市", "has", NULL, "2016-02-29" },
        { "the year of the number where no day is told", "百色市", "has", NULL, "2015" },
        { "the country has a row of its own", ZW_COUNTRY, "has", NULL, "2014-07-24" },
        { "a draft adopts nothing", "桂林市", "unsure", "draft", "2011-03-01" },
        { "nor does a guide", "梧州市", "unsure", "informal", "2013-05-04" },
        { "nor what is not dated", "北海市", "unsure", "undated", NULL },
        { "示范证明 is no 示范证", "玉林市", "unsure", "synonym", "2013-05-04" },
        { "the name of another text is no clause", "钦州市", "unsure", "name", "2015-06-04" },
        { "documents that say nothing of it", "河池市", "no clause", NULL, NULL },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        const zw_diffusion_row *r = row_of(&all, rows[i].place);
        print_message("    %s\n", rows[i].name);
        assert_string_equal(zw_place_state_name(r->state), rows[i].state);
        const char *doubt = r->first ? zw_witness_doubt(r->first) : NULL;
        const char *date = r->first ? r->first->when.text : NULL;
        assert_string_equal(doubt ? doubt : "", rows[i].doubt ? rows[i].doubt : "");
        assert_string_equal(date ? date : "", rows[i].date ? rows[i].date : "");
    }
    assert_int_equal(all.has, 3);
    assert_int_equal(all.unsure, 5);
    assert_int_equal(all.no_clause, 1);
    assert_int_equal(row_of(&all, ZW_COUNTRY)->says, 2); /* a law of no place is the country's */
    assert_int_equal(all.placeless, 1);                  /* 教育局 may be anybody's */
}

static void ranks_and_lags_are_honest(void **state)
{
    (void)state;
    static const struct {
        const char *name, *place;
        size_t rank, rank_last;
        int least, most, parent_least, parent_most;
    } rows[] = {
        { "the first is none behind itself", "南宁市", 1, 1, 0, 0, -875, -875 },
        { "over two leap days", "柳州市", 3, 3, 1460, 1460, 585, 585 },
        { "a year may be any of its days", "百色市", 2, 2, 1036, 1400, 161, 525 },
        { "the country has no rank", ZW_COUNTRY, 0, 0, 875, 875, 0, 0 },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        const zw_diffusion_row *r = row_of(&all, rows[i].place);
        print_message("    %s\n", rows[i].name);
        assert_int_equal(r->rank, rows[i].rank);
        assert_int_equal(r->rank_last, rows[i].rank_last);
        assert_int_equal(r->lag.least, rows[i].least);
        assert_int_equal(r->lag.most, rows[i].most);
        assert_int_equal(r->parent_lag.least, rows[i].parent_least);
        assert_int_equal(r->parent_lag.most, rows[i].parent_most);
    }
}

static void rows_tell_what_is_cited_and_said(void **state)
{
    (void)state;
    const zw_diffusion_row *r = row_of(&all, "柳州市");
    assert_string_equal(r->cited.title, "国家示范证条例");
    assert_true(r->cited.basis);
    assert_int_equal(r->later, 1);
    assert_int_equal(r->says, 2);
    check_str("a sentence of its own, not the name of another text", r->quote.text,
              "第二条 非本市户籍人员可以申领示范证，示范证每年签注一次。");
    r = row_of(&all, "百色市");
    check_str("nor what is carried out", r->quote.text, "二、示范证免费发放。");
}

static void reuse_is_told(void **state)
{
    zw_diffusion d;
    (void)state;
    assert_int_equal(ask("示范证", NULL, ZW_SPREAD_PLACE, &d), ZW_OK);
    assert_true(row_of(&d, "柳州市")->reuse == 1); /* of 南宁, but for its name */
    assert_true(row_of(&d, "百色市")->reuse_document < 0.5);
    assert_true(row_of(&d, "南宁市")->reuse < 0); /* it is the first itself */
    zw_diffusion_free(&d);
}

static void provinces_have_what_lies_in_them(void **state)
{
    zw_diffusion d;
    (void)state;
    assert_int_equal(ask("示范证", NULL, ZW_SPREAD_PROVINCE, &d), ZW_OK);
    const zw_diffusion_row *r = row_of(&d, "广西壮族自治区");
    assert_string_equal(r->first->when.text, "2012-03-01");
    assert_int_equal(r->held, 10);
    assert_int_equal(d.has, 1);
    assert_int_equal(d.no_document, 33);
    zw_diffusion_free(&d);
}

static void citations_spread_too(void **state)
{
    zw_diffusion d;
    (void)state;
    assert_int_equal(ask("cites:国家示范证条例", NULL, ZW_SPREAD_PLACE, &d), ZW_OK);
    const zw_diffusion_row *r = row_of(&d, "南宁市");
    check_str("where it is cited", r->quote.text, "第一条 根据《国家示范证条例》，制定本办法。");
    assert_int_equal(row_of(&d, "百色市")->state, ZW_PLACE_HAS);
    assert_int_equal(row_of(&d, "梧州市")->state, ZW_PLACE_NO_CLAUSE);
    zw_diffusion_free(&d);
}

static void citations_are_resolved(void **state)
{
    zw_diffusion d;
    (void)state;
    assert_int_equal(ask("cites:国发〔2014〕925号", NULL, ZW_SPREAD_PLACE, &d), ZW_OK);
    const zw_diffusion_row *r = row_of(&d, "钦州市");
    assert_int_equal(r->state, ZW_PLACE_HAS);
    check_str("by its title alone", r->quote.text, "二、落实《国务院关于示范证工作的意见》。");
    assert_non_null(r->cited.document);
    zw_diffusion_free(&d);
}

static void filters_leave_out_documents(void **state)
{
    zw_diffusion d;
    (void)state;
    assert_int_equal(ask("示范证 region:柳州", NULL, ZW_SPREAD_PLACE, &d), ZW_OK);
    assert_int_equal(d.rows.n, 2); /* the country and 柳州 */
    assert_int_equal(row_of(&d, "柳州市")->held, 2);
    zw_diffusion_free(&d);
    assert_int_equal(ask("示范证 NOT year:2016 -issuer:公安局", NULL, ZW_SPREAD_PLACE, &d), ZW_OK);
    for (size_t i = 0; i < d.rows.n; i++)
        assert_string_not_equal(d.rows.at[i].name, "柳州市");
    assert_int_equal(row_of(&d, "南宁市")->held, 1);
    zw_diffusion_free(&d);
}

static void what_is_no_document_is_no_parent(void **state)
{
    zw_diffusion d;
    (void)state;
    assert_int_equal(ask("示范证", "国发〔1900〕1号", ZW_SPREAD_PLACE, &d), ZW_E_USAGE);
    zw_diffusion_free(&d);
}

/* --- the day of a document -------------------------------------------------------------------- */

static void days_are_told_as_far_as_they_are_known(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        zw_metadata meta;
        const char *of, *text, *first, *last;
    } rows[] = {
        { "a day", { .date = "2014-07-24" }, "signed", "2014-07-24", "2014-07-24", "2014-07-24" },
        { "a year", { .date = "2014" }, "signed", "2014", "2014-01-01", "2014-12-31" },
        { "a year is signed before it takes effect",
          { .date = "2016", .effective = "2016-04-15" },
          "signed",
          "2016",
          "2016-01-01",
          "2016-04-15" },
        { "effect on the first of January tells no more than that",
          { .date = "2014", .effective = "2014-01-01" },
          "effective",
          "2014-01-01",
          "2014-01-01",
          "2014-01-01" },
        { "without a day of signing, that of effect",
          { .effective = "2005-10-01", .published = "2015-07-03" },
          "effective",
          "2005-10-01",
          "2005-10-01",
          "2005-10-01" },
        { "or of publication, if that is earlier",
          { .effective = "2016-01-01", .published = "2015-12-03" },
          "published",
          "2015-12-03",
          "2015-12-03",
          "2015-12-03" },
        { "a page of 2015 with a text of 2005",
          { .published = "2015-07-03", .number = "桂政发〔2005〕27号" },
          "number",
          "2005",
          "2005-01-01",
          "2005-12-31" },
        { "the day of a page that nobody signed is the page's",
          { .date = "2012-01-10", .published = "2012-01-10" },
          "published",
          "2012-01-10",
          "2012-01-10",
          "2012-01-10" },
        { "nothing", { .number = "市政府令第170号" }, "", NULL, NULL, NULL },
        { "no date", { .date = "2015-02-30" }, "", NULL, NULL, NULL },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_when when;
        zw_period first = { 0 }, last = { 0 };
        print_message("    %s\n", rows[i].name);
        assert_true(zw_when_of(&rows[i].meta, arena, &when));
        const char *of = zw_day_of_name(when.of);
        assert_string_equal(of ? of : "", rows[i].of);
        if (!rows[i].text)
            continue;
        assert_string_equal(when.text, rows[i].text);
        assert_true(zw_calendar_period(rows[i].first, &first));
        assert_true(zw_calendar_period(rows[i].last, &last));
        assert_int_equal(when.period.first, first.first);
        assert_int_equal(when.period.last, last.last);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_are_told_apart),
        cmocka_unit_test(ranks_and_lags_are_honest),
        cmocka_unit_test(rows_tell_what_is_cited_and_said),
        cmocka_unit_test(reuse_is_told),
        cmocka_unit_test(provinces_have_what_lies_in_them),
        cmocka_unit_test(citations_spread_too),
        cmocka_unit_test(citations_are_resolved),
        cmocka_unit_test(filters_leave_out_documents),
        cmocka_unit_test(what_is_no_document_is_no_parent),
        cmocka_unit_test(days_are_told_as_far_as_they_are_known),
    };
    return cmocka_run_group_tests(tests, make_all, away);
}
