/* Which documents are versions of one text, and what each is to the others. The answer must not
 * depend on the order in which they were added, nor on what was removed in between. */
#define _XOPEN_SOURCE 700 /* mkdtemp, nftw */
#include <ftw.h>
#include <stdlib.h>

#include "store/group.h"
#include "store/lookup.h"
#include "store/schema.h"
#include "tests/unit/unit.h"

static zw_version_rules *rules;
static zw_arena *arena;

/* A text of `n` sentences of words of their own, told by the seed; the first `same` are those of
 * seed 1. */
static zw_str text_of(uint32_t seed, size_t n, size_t same)
{
    zw_buf buf = ZW_BUF_INIT;
    for (size_t i = 0; i < n; i++) {
        uint32_t x = ((i < same ? 1 : seed) * 1000 + (uint32_t)i) * 2654435761u;
        for (int k = 0; k < 20; k++, x = x * 1664525u + 1013904223u)
            zw_buf_code(&buf, 0x4E00 + (x >> 12) % 5000);
        zw_buf_text(&buf, "。");
    }
    zw_str text = { zw_arena_copy(arena, buf.at ? buf.at : "", buf.n), buf.n };
    zw_buf_free(&buf);
    return text;
}

typedef struct {
    const char *id, *title, *number, *issuer, *date, *place;
    uint32_t seed; /* of the text */
    size_t n, same;
} sample;

/* One text in all its versions, and what only looks like one. */
static const sample samples[] = {
    { "bare", "甲市居住证管理办法", NULL, NULL, NULL, "甲市", 1, 60, 60 },
    { "notice", "甲市人民政府关于印发《甲市居住证管理办法》的通知", "甲政发〔2015〕3号",
      "甲市人民政府", "2015-03-01", "甲市", 1, 66, 66 },
    { "draft", "甲市居住证管理办法（征求意见稿）", NULL, NULL, "2014-10-08", "甲市", 2, 60, 40 },
    { "later", "甲市居住证管理办法（2018年修正）", "甲政发〔2018〕9号", "甲市人民政府",
      "2018-05-02", "甲市", 3, 60, 50 },
    { "later-copy", "甲市居住证管理办法（2018年修正）", NULL, NULL, "2018-05", "甲市", 3, 60, 50 },
    { "told", "《甲市居住证管理办法》解读", NULL, NULL, "2015-03-05", "甲市", 4, 30, 0 },
    { "other-city", "乙市居住证管理办法", NULL, NULL, "2015-06-01", "乙市", 5, 60, 30 },
    { "other-text", "关于甲市居住证管理办法有关问题的通知", NULL, NULL, "2016-01-01", "甲市", 6, 40,
      0 },
    { "report-2015", "政府工作报告", NULL, NULL, "2015-01-20", "甲市", 7, 60, 4 },
    { "report-2016", "政府工作报告", NULL, NULL, "2016-01-20", "甲市", 8, 60, 4 },
};

static const struct wanted {
    const char *id, *relation, *of;
} family[] = {
    { "notice", "original", "notice" },  { "later", "amended", "notice" },
    { "later-copy", "repost", "later" }, { "bare", "repost", "notice" },
    { "draft", "draft", "notice" },      { "told", "interpretation", "notice" },
};

static zw_doc_record record_of(const sample *s)
{
    zw_doc_record r = {
        .id = s->id,
        .file = "f.txt",
        .sha256 = "00",
        .meta = { .title = s->title, .number = s->number, .issuer = s->issuer, .date = s->date }
    };
    r.region.n = s->place ? 1 : 0;
    r.region.names[0] = s->place;
    assert_int_equal(zw_version_find(rules, s->title, NULL, text_of(s->seed, s->n, s->same), arena,
                                     &r.version, NULL),
                     ZW_OK);
    return r;
}

/* ---- two documents ---- */

static void pairs_are_related_or_not(void **state)
{
    (void)state;
    static const struct row {
        const char *name;
        sample a, b;
        bool related, copies;
    } rows[] = {
        { "a repost with other layout",
          { "1", "甲市供水条例", NULL, NULL, NULL, "甲市", 1, 60, 60 },
          { "2", "甲市供水条例", NULL, NULL, "2015", "甲市", 1, 60, 60 },
          true,
          true },
        { "the same name and another text is another document",
          { "1", "甲市供水工作安排", NULL, NULL, "2015", "甲市", 1, 60, 60 },
          { "2", "甲市供水工作安排", NULL, NULL, "2016", "甲市", 2, 60, 2 },
          false,
          false },
        { "the same name in another place",
          { "1", "居住证管理办法", NULL, NULL, NULL, "甲市", 1, 60, 60 },
          { "2", "居住证管理办法", NULL, NULL, NULL, "乙市", 2, 60, 40 },
          false,
          false },
        { "a regulation written anew under its name is a later version",
          { "1", "甲市供水条例", NULL, NULL, "2010-09-17", "甲市", 1, 60, 60 },
          { "2", "甲市供水条例", NULL, NULL, "2024-05-10", "甲市", 2, 60, 0 },
          true,
          false },
        { "parts of one code share name and date, not their text",
          { "1", "甲市供水条例", NULL, NULL, "2024-05-10", "甲市", 1, 60, 60 },
          { "2", "甲市供水条例", NULL, NULL, "2024-05-10", "甲市", 2, 60, 0 },
          false,
          false },
        { "half the text under one name is a version, no copy",
          { "1", "甲市供水条例", NULL, NULL, "2015", "甲市", 1, 60, 60 },
          { "2", "甲市供水条例", NULL, NULL, "2019", "甲市", 2, 60, 30 },
          true,
          false },
        { "equal but for some words, years apart, is a version",
          { "1", "甲市供水条例", NULL, NULL, "2015-01-01", "甲市", 1, 60, 60 },
          { "2", "甲市供水条例", NULL, NULL, "2019-01-01", "甲市", 2, 60, 58 },
          true,
          false },
        { "two numbers are two documents, however alike",
          { "1", "关于表彰先进的通知", "甲政发〔2015〕1号", NULL, NULL, "甲市", 1, 60, 60 },
          { "2", "甲市关于表彰优秀的通知", "甲政发〔2015〕2号", NULL, NULL, "甲市", 2, 60, 59 },
          false,
          false },
        { "one number written in two ways",
          { "1", "甲市供水规定", "甲市人民政府令第70号", NULL, NULL, "甲市", 1, 60, 60 },
          { "2", "甲市供水规定", "市政府令第70号", NULL, NULL, "甲市", 1, 60, 60 },
          true,
          true },
        { "the same text under a newspaper's headline",
          { "1", "甲市供水规定", NULL, NULL, NULL, "甲市", 1, 60, 60 },
          { "2", "最新政策及所需材料", NULL, NULL, NULL, "甲市", 1, 60, 60 },
          true,
          true },
        { "an interpretation without words in common",
          { "1", "甲市供水规定", NULL, NULL, NULL, "甲市", 1, 60, 60 },
          { "2", "一图读懂《甲市供水规定》", NULL, NULL, NULL, "甲市", 2, 10, 0 },
          true,
          false },
        { "a decision to change is no version of what it changes",
          { "1", "甲市供水规定", NULL, NULL, NULL, "甲市", 1, 60, 60 },
          { "2", "关于修改《甲市供水规定》的决定", NULL, NULL, NULL, "甲市", 2, 30, 20 },
          false,
          false },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_doc_record a = record_of(&rows[i].a), b = record_of(&rows[i].b);
        bool related = zw_group_related(&a, &b);
        if (related != rows[i].related || related != zw_group_related(&b, &a))
            fail_msg("%s: related %d", rows[i].name, related);
        if (related && zw_group_copies(&a, &b) != rows[i].copies)
            fail_msg("%s: copies %d", rows[i].name, !rows[i].copies);
    }
}

/* ---- an index ---- */

static char folder[64];

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *walk)
{
    (void)st;
    (void)type;
    (void)walk;
    return remove(path);
}

static zw_xdb *database(void)
{
    zw_xdb *db = NULL;
    strcpy(folder, "/tmp/group-XXXXXX");
    assert_non_null(mkdtemp(folder));
    assert_int_equal(zw_xdb_open_write(folder, ZW_XDB_SCRATCH, &db, NULL), ZW_OK);
    return db;
}

static void drop(zw_xdb *db)
{
    zw_xdb_free(db);
    nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

static void put(zw_xdb *db, const sample *s)
{
    zw_doc_record r = record_of(s);
    zw_buf buf = ZW_BUF_INIT;
    const char *terms[ZW_LIKE_MAX];
    size_t n;
    zw_xdoc *x = zw_xdoc_new();
    zw_xdoc_flag(x, zw_fields[ZW_F_ID].prefix, zw_str_of(s->id));
    assert_int_equal(zw_like_terms(&r.version, s->number, arena, terms, &n, NULL), ZW_OK);
    for (size_t i = 0; i < n; i++)
        zw_xdoc_flag(x, zw_fields[ZW_F_LIKE].prefix, zw_str_of(terms[i]));
    assert_int_equal(zw_doc_record_write(&r, &buf, NULL), ZW_OK);
    zw_xdoc_data(x, zw_buf_view(&buf));
    assert_int_equal(zw_xdb_add(db, x, NULL, NULL), ZW_OK);
    zw_buf_free(&buf);
    zw_xdoc_free(x);
}

static void check_family(zw_xdb *db, const char *asked)
{
    zw_group g;
    zw_err err = { 0 };
    if (zw_group_of(db, zw_str_of(asked), arena, &g, &err) != ZW_OK)
        fail_msg("%s", err.text);
    assert_int_equal(g.n, COUNT(family));
    for (size_t i = 0; i < g.n; i++) {
        check_str(asked, zw_str_of(g.at[i].record->id), family[i].id);
        check_str(family[i].id, zw_str_of(zw_relation_name(g.at[i].relation)), family[i].relation);
        check_str(family[i].id, zw_str_of(g.at[g.at[i].of].record->id), family[i].of);
    }
}

static void groups_do_not_depend_on_the_order(void **state)
{
    (void)state;
    for (size_t round = 0; round < 12; round++) {
        zw_xdb *db = database();
        size_t n = COUNT(samples), step = round % 2 ? 3 : 7; /* both prime to n */
        for (size_t i = 0; i < n; i++)
            put(db, &samples[(i * step + round) % n]);
        for (size_t i = 0; i < COUNT(family); i++)
            check_family(db, family[i].id);
        drop(db);
    }
}

static void removing_leaves_the_group_of_the_rest(void **state)
{
    (void)state;
    zw_group g;
    zw_xdb *db = database();
    for (size_t i = 0; i < COUNT(samples); i++)
        put(db, &samples[i]);
    const char *term = zw_lookup_term(ZW_F_ID, ZW_STR("notice"), arena);
    assert_int_equal(zw_xdb_delete(db, zw_str_of(term), NULL), ZW_OK);
    assert_int_equal(zw_group_of(db, ZW_STR("bare"), arena, &g, NULL), ZW_OK);
    assert_int_equal(g.n, COUNT(family) - 1);
    check_str("what is not called amended", zw_str_of(g.at[0].record->id), "bare");
    put(db, &samples[1]);
    check_family(db, "bare");
    drop(db);
}

static void others_are_alone(void **state)
{
    (void)state;
    static const char *const alone[] = { "other-city", "other-text", "report-2015", "report-2016" };
    zw_xdb *db = database();
    for (size_t i = 0; i < COUNT(samples); i++)
        put(db, &samples[i]);
    for (size_t i = 0; i < COUNT(alone); i++) {
        zw_group g;
        assert_int_equal(zw_group_of(db, zw_str_of(alone[i]), arena, &g, NULL), ZW_OK);
        assert_int_equal(g.n, 1);
        assert_int_equal(g.at[0].relation, ZW_RELATION_ORIGINAL);
    }
    drop(db);
}

typedef struct {
    size_t groups, members;
} tally;

static zw_status count(void *with, const zw_group *group, zw_err *err)
{
    (void)err;
    tally *t = with;
    t->groups++;
    t->members += group->n;
    return ZW_OK;
}

static void a_walk_meets_each_group_once(void **state)
{
    (void)state;
    tally t = { 0, 0 };
    zw_xdb *db = database();
    for (size_t i = 0; i < COUNT(samples); i++)
        put(db, &samples[i]);
    assert_int_equal(zw_groups_walk(db, count, &t, NULL), ZW_OK);
    assert_int_equal(t.groups, 1);
    assert_int_equal(t.members, COUNT(family));
    drop(db);
}

/* A form that hundreds filled in is no group, and costs no more than another document. */
static void forms_are_no_group(void **state)
{
    (void)state;
    zw_group g;
    zw_xdb *db = database();
    for (size_t i = 0; i < 300; i++) {
        sample s = { zw_arena_printf(arena, "form-%zu", i),
                     "申报表填写说明要求",
                     NULL,
                     NULL,
                     NULL,
                     NULL,
                     1,
                     60,
                     60 };
        put(db, &s);
    }
    assert_int_equal(zw_group_of(db, ZW_STR("form-7"), arena, &g, NULL), ZW_OK);
    assert_int_equal(g.n, 1);
    drop(db);
}

/* ---- in force ---- */

static void dates_tell_what_was_in_force(void **state)
{
    (void)state;
    static const struct row {
        const char *name, *day, *id;
        zw_in_force found;
    } rows[] = {
        { "before the first", "2014-12-31", NULL, ZW_FORCE_NOT_YET },
        { "the first", "2016-01-01", "notice", ZW_FORCE_FOUND },
        { "the day of the change", "2018-05-02", "later", ZW_FORCE_FOUND },
        { "long after", "2024-01-01", "later", ZW_FORCE_FOUND },
    };
    zw_xdb *db = database();
    zw_group g;
    for (size_t i = 0; i < COUNT(samples); i++)
        put(db, &samples[i]);
    assert_int_equal(zw_group_of(db, ZW_STR("bare"), arena, &g, NULL), ZW_OK);
    for (size_t i = 0; i < COUNT(rows); i++) {
        size_t member = g.n;
        zw_in_force found = zw_group_in_force(&g, rows[i].day, &member);
        if (found != rows[i].found)
            fail_msg("%s: %d", rows[i].name, (int)found);
        if (rows[i].id)
            check_str(rows[i].name, zw_str_of(g.at[member].record->id), rows[i].id);
    }
    drop(db);
}

static void repealed_is_not_in_force(void **state)
{
    (void)state;
    size_t member;
    zw_doc_record r = { .id = "a", .meta = { .date = "2010", .repealed = "2015-06-01" } };
    zw_member m = { &r, ZW_RELATION_ORIGINAL, 0 };
    zw_group g = { &m, 1 };
    assert_int_equal(zw_group_in_force(&g, "2015-05-31", &member), ZW_FORCE_FOUND);
    assert_int_equal(zw_group_in_force(&g, "2015-06-01", &member), ZW_FORCE_REPEALED);
    r.meta = (zw_metadata){ .date = "2010", .validity = "已废止" };
    assert_int_equal(zw_group_in_force(&g, "2012-01-01", &member), ZW_FORCE_REPEALED);
    r.meta = (zw_metadata){ 0 };
    assert_int_equal(zw_group_in_force(&g, "2012-01-01", &member), ZW_FORCE_UNKNOWN);
}

static int open_tables(void **state)
{
    (void)state;
    arena = zw_arena_new();
    return arena && zw_version_rules_open(&rules, NULL) == ZW_OK ? 0 : 1;
}

static int close_tables(void **state)
{
    (void)state;
    zw_version_rules_free(rules);
    zw_arena_free(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pairs_are_related_or_not),
        cmocka_unit_test(groups_do_not_depend_on_the_order),
        cmocka_unit_test(removing_leaves_the_group_of_the_rest),
        cmocka_unit_test(others_are_alone),
        cmocka_unit_test(a_walk_meets_each_group_once),
        cmocka_unit_test(forms_are_no_group),
        cmocka_unit_test(dates_tell_what_was_in_force),
        cmocka_unit_test(repealed_is_not_in_force),
    };
    return cmocka_run_group_tests(tests, open_tables, close_tables);
}
