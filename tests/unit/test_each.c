/* Walking over whole answers: everything once, in an order that documents alone decide. */
#include "query/study/each.h"
#include "tests/unit/index_fixture.h"

static const fixture_text texts[] = {
    { "a.txt", "宁夏回族自治区人民政府关于示例工作的通知\n宁政发〔2018〕992号\n\n"
               "一、鼓励采用PPP方式，改造城中村和棚户区。\n二、健全户口登记制度。\n"
               "宁夏回族自治区人民政府\n2018年5月2日\n" },
    { "b.txt", "福建省人民政府关于户籍改革的通知\n闽政〔2018〕1号\n\n"
               "一、放宽落户条件。\n福建省人民政府\n2018年3月1日\n" },
    { "c.txt", "福建省人民政府关于居住证的通知\n闽政〔2016〕1号\n\n"
               "一、实行居住证制度。\n福建省人民政府\n2016年3月1日\n" },
};

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

static zw_status note(void *context, const zw_passage_record *passage,
                      const zw_doc_record *document, zw_err *err)
{
    (void)err;
    zw_buf_printf(context, "%s:%zu ", document->meta.number, passage->index);
    return ZW_OK;
}

static zw_status stop(void *context, const zw_passage_record *passage,
                      const zw_doc_record *document, zw_err *err)
{
    (void)passage, (void)document;
    ++*(int *)context;
    return zw_err_set(err, ZW_E_LIMIT, "enough");
}

static void passages_come_by_place_and_date(void **state)
{
    (void)state;
    static const struct row {
        const char *name, *query, *wanted;
        size_t total;
    } rows[] = {
        { "places, dates, reading order", "",
          "宁政发〔2018〕992号:0 宁政发〔2018〕992号:1 闽政〔2016〕1号:0 闽政〔2018〕1号:0 ", 4 },
        { "what holds every word alone", "棚户区 改造", "宁政发〔2018〕992号:0 ", 1 },
        { "nothing", "城镇化率", "", 0 },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_arena *arena = zw_arena_new();
        zw_buf seen = ZW_BUF_INIT;
        zw_plan plan;
        size_t total;
        zw_query_fault fault;
        zw_err err = { 0 };
        assert_int_equal(zw_each_passage(session, rows[i].query, arena, note, &seen, &plan, &total,
                                         &fault, &err),
                         ZW_OK);
        check_str(rows[i].name, zw_buf_view(&seen), rows[i].wanted);
        assert_int_equal(total, rows[i].total);
        zw_plan_free(&plan);
        zw_buf_free(&seen);
        zw_arena_free(arena);
    }
}

static void documents_come_in_the_same_order(void **state)
{
    (void)state;
    zw_arena *arena = zw_arena_new();
    zw_doc_list documents = { 0 };
    zw_buf seen = ZW_BUF_INIT;
    zw_err err = { 0 };
    assert_int_equal(zw_each_document(session, arena, &documents, &err), ZW_OK);
    assert_int_equal(documents.n, 3);
    assert_string_equal(documents.at[1]->meta.number, "闽政〔2016〕1号");
    assert_int_equal(zw_each_of(session, documents.at[0], note, &seen, &err), ZW_OK);
    check_str("passages of one", zw_buf_view(&seen),
              "宁政发〔2018〕992号:0 宁政发〔2018〕992号:1 ");
    zw_buf_free(&seen);
    zw_arena_free(arena);
}

static void a_failure_ends_the_walk(void **state)
{
    (void)state;
    zw_arena *arena = zw_arena_new();
    zw_plan plan;
    size_t total;
    int calls = 0;
    zw_query_fault fault;
    zw_err err = { 0 };
    assert_int_equal(zw_each_passage(session, "", arena, stop, &calls, &plan, &total, &fault, &err),
                     ZW_E_LIMIT);
    assert_int_equal(calls, 1);
    zw_plan_free(&plan);
    zw_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(passages_come_by_place_and_date),
                                        cmocka_unit_test(documents_come_in_the_same_order),
                                        cmocka_unit_test(a_failure_ends_the_walk) };
    return cmocka_run_group_tests(tests, make_index, remove_index);
}
