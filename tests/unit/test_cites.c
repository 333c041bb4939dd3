/* The graph of citations: down and up, circles, what is not there. */
#include "query/study/network/cites.h"
#include "tests/unit/index_fixture.h"

#define NOTICE(issuer, about, number, body, date)                                                  \
    issuer "关于示例" about "的通知\n" number "\n\n" body "\n二、认真执行。\n" issuer "\n" date "\n"

/* 901 is cited by 902, that by 903, and 901 cites 903: a circle. */
static const fixture_text texts[] = {
    { "1.txt", NOTICE("安徽省人民政府", "城镇", "皖政〔2018〕901号",
                      "一、修改《合肥市人民政府关于示例住房的通知》（合政〔2016〕903号）。",
                      "2018年5月2日") },
    { "2.txt", NOTICE("安徽省财政厅", "资金", "皖财〔2018〕902号",
                      "一、根据皖政〔2018〕901号文件，安排资金。", "2018年6月2日") },
    { "3.txt", NOTICE("合肥市人民政府", "住房", "合政〔2016〕903号",
                      "一、贯彻落实《安徽省财政厅关于示例资金的通知》（皖财〔2018〕902号）和"
                      "《国家示例住房规划》。",
                      "2016年7月2日") },
    { "4.txt",
      NOTICE("黄山市人民政府", "旅游", "黄政〔2019〕904号", "一、放宽落户条件。", "2019年7月2日") },
};

static zw_works *works;

static int make(void **state)
{
    (void)state;
    zw_err err;
    int failed = fixture_index_make(texts, COUNT(texts));
    return failed || zw_works_open(session, &works, &err) != ZW_OK;
}

static int away(void **state)
{
    (void)state;
    zw_works_free(works);
    return fixture_index_remove();
}

static const char *short_name(const char *number)
{
    const char *at = number ? strstr(number, "90") : NULL;
    return at ? at : "???";
}

/* 1:902>901 implements; who cites whom, in the order of the edges. */
static zw_status note(void *context, const zw_cite_quote *q, zw_err *err)
{
    const zw_work_document *d = zw_works_document(works, q->edge->from);
    const zw_work *to = zw_works_at(works, q->edge->to);
    (void)err;
    assert_non_null(q->passage);
    zw_buf_printf(context, "%zu:%.3s>%.3s %s%s; ", q->edge->depth, short_name(d->number),
                  short_name(to->number), zw_cite_relation_name(q->relation),
                  q->edge->again ? " again" : "");
    return ZW_OK;
}

static const struct row {
    const char *name, *what, *wanted;
    bool down;
    size_t levels;
} rows[] = {
    { "who cites it", "皖政〔2018〕901号", "1:902>901 based_on; ", true, 1 },
    { "theirs in turn, and a circle ends", "皖政(2018)901号",
      "1:902>901 based_on; 2:903>902 implements; 3:901>903 amends again; ", true, 0 },
    { "what it cites, held or not", "合政〔2016〕903号",
      "1:903>902 implements; 1:903>??? implements; ", false, 1 },
    { "nobody", "黄政〔2019〕904号", "", true, 0 },
    { "a text that is only cited", "《国家示例住房规划》", "1:903>??? implements; ", true, 1 },
};

static void walks_down_and_up(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_arena *arena = zw_arena_new();
        zw_buf seen = ZW_BUF_INIT;
        zw_work_list roots = { 0 };
        zw_cite_edges edges = { 0 };
        zw_query_fault fault;
        zw_err err = { 0 };
        assert_int_equal(zw_cites_named(session, works, rows[i].what, arena, &roots, &fault, &err),
                         ZW_OK);
        assert_int_equal(roots.n, 1);
        assert_int_equal(zw_cites_walk(works, roots.at, roots.n, rows[i].down, rows[i].levels,
                                       arena, &edges, &err),
                         ZW_OK);
        assert_int_equal(zw_cites_quote(session, works, edges.at, edges.n, note, &seen, &err),
                         ZW_OK);
        check_str(rows[i].name, zw_buf_view(&seen), rows[i].wanted);
        zw_buf_free(&seen);
        zw_arena_free(arena);
    }
}

static void what_is_missing_is_counted(void **state)
{
    (void)state;
    zw_arena *arena = zw_arena_new();
    zw_missing_texts missing = { 0 };
    zw_err err;
    assert_int_equal(zw_cites_missing(works, arena, &missing, &err), ZW_OK);
    assert_int_equal(missing.n, 1);
    assert_int_equal(missing.at[0].n_by, 1);
    assert_string_equal(zw_works_at(works, missing.at[0].work)->title, "国家示例住房规划");
    zw_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(walks_down_and_up),
        cmocka_unit_test(what_is_missing_is_counted),
    };
    return cmocka_run_group_tests(tests, make, away);
}
