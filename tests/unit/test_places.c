/* A row for each place: which documents are a place's own, and what no document of it says. */
#include <stdlib.h>

#include "query/study/places/places.h"
#include "tests/unit/index_fixture.h"

static const fixture_text texts[] = {
    { "a.txt", "济南市章丘市人民政府关于户籍改革的通知\n章政发〔2015〕9号\n\n"
               "一、放宽落户条件。\n章丘市人民政府\n2015年5月2日\n" },
    { "b.txt", "福建省人民政府关于户籍改革的通知\n闽政〔2018〕1号\n\n"
               "一、放宽落户条件。\n福建省人民政府\n2018年3月1日\n" },
    { "c.txt", "福建省人民政府关于居住证的通知\n闽政〔2016〕1号\n\n"
               "一、实行居住证制度。\n福建省人民政府\n2016年3月1日\n" },
    { "d.txt", "国务院关于户籍改革的意见\n国发〔2014〕25号\n\n"
               "一、放宽落户条件。\n国务院\n2014年7月24日\n" },
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

/* A list as a file, made and read. */
static zw_status read_list(const char *text, zw_arena *arena, zw_places **places, zw_err *err)
{
    char path[] = "/tmp/places-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    FILE *file = fdopen(fd, "w");
    fputs(text, file);
    fclose(file);
    zw_status s = zw_places_make(session, path, arena, places, err);
    unlink(path);
    return s;
}

static void print(const zw_places *places, zw_buf *to)
{
    for (size_t i = 0; i < places->rows.n; i++) {
        const zw_listed_place *row = &places->rows.at[i];
        zw_buf_printf(to, "%s%s=%s:%zu+%zu", i ? " " : "", row->asked,
                      row->key ? row->key->region : "?", row->documents, row->inside);
    }
}

static void lists_are_read(void **state)
{
    (void)state;
    static const struct row {
        const char *name, *list, *wanted;
        size_t notes;
    } rows[] = {
        { "short forms are places", "福建\n宁夏\n", "福建=福建省:2+0 宁夏=宁夏回族自治区:0+0", 0 },
        { "a former name is today's place", "章丘市\n", "章丘市=山东省/济南市/章丘区:1+0", 0 },
        { "what lies inside is counted apart", "山东省\n济南市\n",
          "山东省=山东省:0+1 济南市=山东省/济南市:0+1", 0 },
        { "the first column of a table", "place\tnote\n福建\t1\n", "福建=福建省:2+0", 0 },
        { "of CSV too, with a byte order mark", "\xEF\xBB\xBF地方,值\n\"福建\",2\n",
          "福建=福建省:2+0", 0 },
        { "comments and empty lines are none", "# 省\n\n福建省\r\n", "福建省=福建省:2+0", 0 },
        { "a path tells namesakes apart", "吉林省/长春市/朝阳区\n",
          "吉林省/长春市/朝阳区=吉林省/长春市/朝阳区:0+0", 0 },
        { "one of several is not guessed", "鼓楼区\n", "鼓楼区=?:0+0", 1 },
        { "an unknown place stays, and is told", "乌有市\n", "乌有市=?:0+0", 1 },
        { "two names of one place are one row", "章丘市\n章丘区\n",
          "章丘市=山东省/济南市/章丘区:1+0", 1 },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_arena *arena = zw_arena_new();
        zw_buf text = ZW_BUF_INIT;
        zw_places *places;
        zw_err err = { 0 };
        assert_int_equal(read_list(rows[i].list, arena, &places, &err), ZW_OK);
        print(places, &text);
        check_str(rows[i].name, zw_buf_view(&text), rows[i].wanted);
        if (places->notes.n != rows[i].notes)
            fail_msg("%s: %zu notes", rows[i].name, places->notes.n);
        zw_buf_free(&text);
        zw_arena_free(arena);
    }
}

static void lists_without_a_file(void **state)
{
    (void)state;
    zw_arena *arena = zw_arena_new();
    zw_places *places;
    zw_err err = { 0 };
    zw_buf text = ZW_BUF_INIT;
    assert_int_equal(zw_places_make(session, "all", arena, &places, &err), ZW_OK);
    print(places, &text);
    check_str("places with documents, by code", zw_buf_view(&text),
              "福建省=福建省:2+0 章丘区=山东省/济南市/章丘区:1+0");
    assert_int_equal(places->documents, 4);
    assert_int_equal(places->placeless, 1); /* the State Council's */
    assert_int_equal(zw_places_make(session, "province", arena, &places, &err), ZW_OK);
    assert_int_equal(places->rows.n, 34);
    assert_string_equal(places->rows.at[0].asked, "北京市");
    assert_int_equal(places->elsewhere, 0);
    assert_int_equal(zw_places_make(session, "/nowhere", arena, &places, &err), ZW_E_IO);
    zw_buf_free(&text);
    zw_arena_free(arena);
}

static void absence_has_kinds(void **state)
{
    (void)state;
    zw_arena *arena = zw_arena_new();
    zw_places *places;
    zw_place_found_count *counts, elsewhere;
    zw_plan plan;
    zw_query_fault fault;
    zw_err err = { 0 };
    zw_buf text = ZW_BUF_INIT;
    assert_int_equal(read_list("福建\n章丘\n宁夏\n", arena, &places, &err), ZW_OK);
    assert_int_equal(
        zw_places_ask(session, places, "居住证", arena, &counts, &elsewhere, &plan, &fault, &err),
        ZW_OK);
    for (size_t i = 0; i < places->rows.n; i++)
        zw_buf_printf(
            &text, "%s: %s. ", places->rows.at[i].asked,
            zw_place_state_name(zw_place_state_of(&places->rows.at[i], counts[i].passages)));
    check_str("states", zw_buf_view(&text), "福建: has. 章丘: no clause. 宁夏: no document. ");
    zw_plan_free(&plan);
    assert_int_equal(
        zw_places_ask(session, places, "落户", arena, &counts, &elsewhere, &plan, &fault, &err),
        ZW_OK);
    assert_int_equal(counts[0].documents, 1);
    assert_int_equal(counts[1].documents, 1);
    assert_int_equal(elsewhere.documents, 1);
    zw_plan_free(&plan);
    zw_buf_free(&text);
    zw_arena_free(arena);
}

static void names_in_a_document(void **state)
{
    (void)state;
    static const struct row {
        const char *name;
        zw_region_path document;
        const char *named, *wanted;
    } rows[] = {
        { "the document's place", { .n = 1, .names = { "福建省" } }, NULL, "福建省" },
        { "with the name of its year",
          { .n = 2, .names = { "湖北省", "襄樊市" } },
          NULL,
          "湖北省/襄阳市" },
        { "a zone below a city",
          { .n = 3, .names = { "江西省", "南昌市", "南昌高新区" } },
          NULL,
          "江西省/南昌市/南昌高新区" },
        { "a place inside", { .n = 1, .names = { "江苏省" } }, "鼓楼区", "江苏省/鼓楼区" },
        { "of namesakes the one inside",
          { .n = 2, .names = { "江苏省", "南京市" } },
          "鼓楼区",
          "江苏省/南京市/鼓楼区" },
        { "a place beside",
          { .n = 2, .names = { "江苏省", "南京市" } },
          "无锡市",
          "江苏省/无锡市" },
        { "a place elsewhere", { .n = 1, .names = { "江苏省" } }, "上海市", "上海市" },
        { "the place above", { .n = 2, .names = { "江苏省", "南京市" } }, "江苏省", "江苏省" },
        { "of no place", { 0 }, "宁夏", "宁夏回族自治区" },
    };
    zw_arena *arena = zw_arena_new();
    zw_place_keys *keys;
    zw_err err = { 0 };
    assert_int_equal(zw_place_keys_new(session, arena, &keys, &err), ZW_OK);
    for (size_t i = 0; i < COUNT(rows); i++) {
        const zw_place_key *key, *again;
        assert_int_equal(zw_place_key_of(keys, &rows[i].document, rows[i].named, &key, &err),
                         ZW_OK);
        assert_non_null(key);
        check_str(rows[i].name, zw_str_of(key->region), rows[i].wanted);
        assert_int_equal(zw_place_key_of(keys, &rows[i].document, rows[i].named, &again, &err),
                         ZW_OK);
        assert_ptr_equal(key, again);
    }
    zw_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_are_read),
        cmocka_unit_test(lists_without_a_file),
        cmocka_unit_test(absence_has_kinds),
        cmocka_unit_test(names_in_a_document),
    };
    return cmocka_run_group_tests(tests, make_index, remove_index);
}
