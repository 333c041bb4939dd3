/* Who shares wording with whom: fingerprints, templates and their holders, who said it first. */
#include "query/study/wording/compare.h"
#include "query/study/wording/reuse.h"
#include "query/study/wording/shingle.h"
#include "tests/unit/index_fixture.h"

#define SENTENCE "各地可以通过投资补助、贷款贴息等方式支持示范项目，鼓励和引导社会投资。"

static const fixture_text texts[] = {
    { "fujian.txt", "福建省人民政府关于示范项目的实施意见\n闽政〔2016〕991号\n\n"
                    "一、支持社会投资\n" SENTENCE "建设两岸融合发展示范区。\n"
                    "福建省人民政府\n2016年3月1日\n" },
    { "anhui.txt", "安徽省人民政府关于示范项目的实施意见\n皖政〔2015〕992号\n\n"
                   "一、支持社会投资\n" SENTENCE "巢湖流域先行治理水污染。\n"
                   "安徽省人民政府\n2015年7月8日\n" },
    { "hunan.txt", "湖南省人民政府关于示范项目的实施意见\n湘政〔2017〕993号\n\n"
                   "一、支持社会投资\n各市州可以通过投资补助、贷款贴息等方式支持示范项目，"
                   "鼓励、引导社会投资。\n湖南省人民政府\n2017年1月2日\n" },
    { "hainan.txt", "海南省人民政府关于旅游的实施意见\n琼政〔2014〕994号\n\n"
                    "一、发展海洋旅游\n开发西沙邮轮航线，建设免税购物中心。\n"
                    "海南省人民政府\n2014年1月2日\n" },
};

static void check_number(const char *row, long found, long wanted)
{
    if (found != wanted)
        fail_msg("%s: %ld wanted, %ld found", row, wanted, found);
}

static int make_index(void **state)
{
    (void)state;
    return fixture_index_make(texts, COUNT(texts));
}

static int remove_index(void **state)
{
    (void)state;
    return fixture_index_remove();
}

/* The text that shares most with what is asked; -1: none does. */
static int like_of(const char *const *held, size_t n, const char *asked)
{
    zw_arena *arena = zw_arena_new();
    zw_shingles *shingles = zw_shingles_new(arena);
    zw_err err = { 0 };
    uint32_t found[1];
    assert_non_null(shingles);
    for (size_t i = 0; i < n; i++)
        assert_int_equal(
            zw_shingles_add(shingles, (uint32_t)i, zw_key_of(zw_str_of(held[i]), arena), &err),
            ZW_OK);
    size_t like = zw_shingles_like(shingles, zw_key_of(zw_str_of(asked), arena), found, 1);
    int which = like ? (int)found[0] : -1;
    zw_arena_free(arena);
    return which;
}

static void fingerprints_find_common_wording(void **state)
{
    (void)state;
    static const char *const held[] = {
        "加快实施统一的城乡医疗救助制度",
        "切实维护进城落户农民土地承包权宅基地使用权",
        "建立财政转移支付同农业转移人口市民化挂钩机制",
    };
    static const struct row {
        const char *name, *asked;
        int like;
    } rows[] = {
        { "word for word", "切实维护进城落户农民土地承包权宅基地使用权", 1 },
        { "seven characters in a row are enough, wherever they stand", "要把农业转移人口市民化",
          2 },
        { "words put in between", "加快实施全省统一的城乡医疗救助和保险制度", 0 },
        { "the same characters in another order share nothing", "权用使地基宅权包承地土", -1 },
        { "nothing in common", "开发西沙邮轮航线建设免税购物中心", -1 },
        { "shorter than a shingle", "土地", -1 },
        { "empty", "", -1 },
    };
    for (size_t i = 0; i < COUNT(rows); i++)
        check_number(rows[i].name, like_of(held, COUNT(held), rows[i].asked), rows[i].like);
}

static void what_all_say_leads_nowhere(void **state)
{
    (void)state;
    static const char common[] = "各级人民政府办公厅要高度重视";
    const char *held[ZW_SHINGLE_COMMON + 1];
    for (size_t i = 0; i < COUNT(held); i++)
        held[i] = common;
    check_number("as many as may have it", like_of(held, ZW_SHINGLE_COMMON, common), 0);
    check_number("one more", like_of(held, COUNT(held), common), -1);
}

static const zw_holder *holder_named(const zw_comparison *c, const char *name)
{
    for (size_t i = 0; i < c->holders.n; i++) {
        if (strcmp(c->holders.at[i].name, name) == 0)
            return &c->holders.at[i];
    }
    return NULL;
}

static void a_topic_has_a_template(void **state)
{
    (void)state;
    static const struct row {
        const char *name, *holder;
        size_t shared, adapted, own, omitted;
    } rows[] = {
        { "one sentence shared, one its own", "福建省", 1, 0, 1, 0 },
        { "the earlier one too", "安徽省", 1, 0, 1, 0 },
        { "各地 became 各市州: adapted", "湖南省", 0, 1, 0, 0 },
    };
    zw_comparison c;
    zw_query_fault fault;
    zw_err err = { 0 };
    assert_int_equal(
        zw_compare_topic(session, "示范项目 社会投资", "province", NULL, &c, &fault, &err), ZW_OK);
    check_number("海南 has no passage on it", (long)c.holders.n, COUNT(rows));
    for (size_t i = 0; i < COUNT(rows); i++) {
        const zw_holder *h = holder_named(&c, rows[i].holder);
        assert_non_null(h);
        check_number(rows[i].name, (long)h->counts[ZW_WORDING_SHARED], (long)rows[i].shared);
        check_number(rows[i].name, (long)h->counts[ZW_WORDING_ADAPTED], (long)rows[i].adapted);
        check_number(rows[i].name, (long)h->counts[ZW_WORDING_NEW], (long)rows[i].own);
        check_number(rows[i].name, (long)h->counts[ZW_WORDING_OMITTED], (long)rows[i].omitted);
    }
    zw_comparison_free(&c);
}

static void reuse_tells_who_said_it_first(void **state)
{
    (void)state;
    static const struct row {
        const char *name, *date;
        bool first, whole;
    } rows[] = {
        { "the earliest is first", "2015-07-08", true, true },
        { "a later one", "2016-03-01", false, true },
        { "an adapted one has less of it", "2017-01-02", false, false },
    };
    zw_reuse reuse;
    zw_err err = { 0 };
    assert_int_equal(zw_reuse_find(session, SENTENCE, &reuse, &err), ZW_OK);
    check_number("海南 says nothing of it", (long)reuse.rows.n, COUNT(rows));
    for (size_t i = 0; i < COUNT(rows); i++) {
        const zw_reuse_row *row = &reuse.rows.at[i];
        check_str(rows[i].name, zw_str_of(row->document->meta.date), rows[i].date);
        check_number(rows[i].name, row->first, rows[i].first);
        check_number(rows[i].name, row->share == 1, rows[i].whole);
        check_number(rows[i].name, row->self, false);
    }
    zw_reuse_free(&reuse);
}

static void reuse_wants_a_clause(void **state)
{
    (void)state;
    zw_reuse reuse;
    zw_err err = { 0 };
    assert_int_equal(zw_reuse_find(session, "落户", &reuse, &err), ZW_E_USAGE);
    zw_reuse_free(&reuse);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fingerprints_find_common_wording),
        cmocka_unit_test(what_all_say_leads_nowhere),
        cmocka_unit_test(a_topic_has_a_template),
        cmocka_unit_test(reuse_tells_who_said_it_first),
        cmocka_unit_test(reuse_wants_a_clause),
    };
    return cmocka_run_group_tests(tests, make_index, remove_index);
}
