/* Tasks and the bodies named for them. */
#include "query/study/network/duty_set.h"
#include "tests/unit/index_fixture.h"

/* A document a row, told apart by its number. */
#define TEXT(number, body)                                                                         \
    "安徽省人民政府关于示例工作的通知\n皖政〔2018〕" number "号\n\n" body                          \
    "安徽省人民政府\n2018年5月2日\n"

static const fixture_text texts[] = {
    { "901.txt",
      TEXT("901", "一、放宽落户条件。全面放开落户限制。（省公安厅牵头，省财政厅、教育厅配合）\n") },
    { "902.txt",
      TEXT("902",
           "一、放宽落户条件（省公安厅牵头）；完善就学政策（省教育厅牵头，省财政厅配合）。\n") },
    { "903.txt", TEXT("903", "一、省公安厅牵头抓总，省财政厅负责资金监管，省教育厅负责入学。\n") },
    { "904.txt", TEXT("904", "一、省公安厅会同省财政厅制定实施细则。\n") },
    { "905.txt", TEXT("905", "一、放宽落户条件。\n责任单位：省公安厅、财政厅\n"
                             "二、完善制度。\n") },
};

static int make(void **state)
{
    (void)state;
    return fixture_index_make(texts, COUNT(texts));
}

static int away(void **state)
{
    (void)state;
    return fixture_index_remove();
}

static zw_status note(void *context, const zw_duty_task *t, zw_err *err)
{
    (void)err;
    zw_buf_printf(context, "%s:", t->name);
    for (size_t i = 0; i < t->n; i++) {
        const zw_agency *a = &t->passage->facts.agencies.at[t->first + i];
        zw_buf_printf(context, " %s %s", zw_role_name(a->role), a->canonical);
    }
    zw_buf_text(context, "\n");
    return ZW_OK;
}

static const struct row {
    const char *name, *number, *wanted;
} rows[] = {
    { "a list is of all that stands before it", "901",
      "放宽落户条件: lead 省公安厅 support 省财政厅 support 省教育厅\n" },
    { "each list has the task before it", "902",
      "放宽落户条件: lead 省公安厅\n完善就学政策: lead 省教育厅 support 省财政厅\n" },
    { "in running text each body has its clause", "903",
      "省公安厅牵头抓总: lead 省公安厅\n省财政厅负责资金监管: responsible 省财政厅\n"
      "省教育厅负责入学: responsible 省教育厅\n" },
    { "together in one clause", "904",
      "省公安厅会同省财政厅制定实施细则: responsible 省公安厅 support 省财政厅\n" },
    { "a line of its own has the task of what stands before", "905",
      "放宽落户条件: responsible 省公安厅 responsible 省财政厅\n" },
};

static void tasks_have_their_bodies(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_arena *arena = zw_arena_new();
        zw_buf seen = ZW_BUF_INIT;
        zw_plan plan;
        zw_query_fault fault;
        zw_err err = { 0 };
        const char *query = zw_arena_printf(arena, "number:皖政〔2018〕%s号", rows[i].number);
        assert_int_equal(zw_duties(session, query, arena, note, &seen, &plan, &fault, &err), ZW_OK);
        check_str(rows[i].name, zw_buf_view(&seen), rows[i].wanted);
        zw_plan_free(&plan);
        zw_buf_free(&seen);
        zw_arena_free(arena);
    }
}

static const zw_duty_pair *pair_of(const zw_duty_set *set, const char *from, const char *to)
{
    for (size_t i = 0; i < set->pairs.n; i++) {
        const zw_duty_pair *p = &set->pairs.at[i];
        if (strcmp(set->bodies[p->from].name, from) == 0 &&
            strcmp(set->bodies[p->to].name, to) == 0)
            return p;
    }
    return NULL;
}

static void bodies_are_counted(void **state)
{
    (void)state;
    zw_arena *arena = zw_arena_new();
    zw_duty_set set;
    zw_plan plan;
    zw_query_fault fault;
    zw_err err = { 0 };
    assert_int_equal(zw_duty_set_make(session, "", false, arena, &set, &plan, &fault, &err), ZW_OK);
    assert_int_equal(set.rows.n, 8);
    assert_int_equal(set.n_bodies, 3);
    assert_string_equal(set.bodies[0].name, "公安厅");
    assert_int_equal(set.bodies[0].tasks, 5);
    assert_int_equal(set.bodies[0].roles[ZW_ROLE_LEAD], 3);
    assert_int_equal(set.bodies[0].documents, 5);
    assert_int_equal(set.bodies[0].places, 1);
    assert_string_equal(set.rows.at[0].level, "province");
    const zw_duty_pair *p = pair_of(&set, "公安厅", "财政厅");
    assert_non_null(p);
    assert_int_equal(p->tasks, 3);
    assert_int_equal(p->roles[ZW_ROLE_SUPPORT], 2);
    assert_null(pair_of(&set, "财政厅", "公安厅"));
    zw_plan_free(&plan);
    zw_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tasks_have_their_bodies),
        cmocka_unit_test(bodies_are_counted),
    };
    return cmocka_run_group_tests(tests, make, away);
}
