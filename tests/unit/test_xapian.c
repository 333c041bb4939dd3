/* What store/xapian.h promises: errors are values, readers go on, damage is noticed. */
#define _XOPEN_SOURCE 700
#include "tests/unit/temp_folder.h"

#include <fcntl.h>
#include <math.h>
#include <unistd.h>

#include "store/xapian.h"

static char path[96];

static zw_xdb *writer(void)
{
    zw_xdb *db = NULL;
    snprintf(path, sizeof path, "%s/db", folder);
    assert_int_equal(zw_xdb_open_write(path, ZW_XDB_DURABLE, &db, NULL), ZW_OK);
    return db;
}

static zw_xdb *reader(void)
{
    zw_xdb *db = NULL;
    const char *paths[] = { path };
    assert_int_equal(zw_xdb_open(paths, 1, &db, NULL), ZW_OK);
    return db;
}

static void put(zw_xdb *db, const char *id, const char *data, double value)
{
    zw_xdoc *x = zw_xdoc_new();
    zw_xdoc_flag(x, "Q", zw_str_of(id));
    zw_xdoc_term(x, "", ZW_STR("户籍"), 2);
    zw_xdoc_number(x, 1, value);
    zw_xdoc_data(x, zw_str_of(data));
    assert_int_equal(zw_xdb_add(db, x, NULL, NULL), ZW_OK);
    zw_xdoc_free(x);
}

static void commit(zw_xdb *db)
{
    assert_int_equal(zw_xdb_commit(db, NULL), ZW_OK);
}

static uint64_t documents(zw_xdb *db)
{
    zw_xdb_size size = { 0 };
    assert_int_equal(zw_xdb_size_of(db, &size, NULL), ZW_OK);
    return size.documents;
}

/* ---- errors ---- */

static void write_file(const char *name, const char *text)
{
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    fputs(text, f);
    fclose(f);
}

static zw_status open_status(zw_err *err)
{
    zw_xdb *db = NULL;
    const char *paths[] = { path };
    zw_status s = zw_xdb_open(paths, 1, &db, err);
    assert_null(db);
    assert_true(err->text[0] != '\0');
    return s;
}

static void what_is_no_database_is_an_error_with_a_reason(void **state)
{
    (void)state;
    zw_err err = { 0 };
    snprintf(path, sizeof path, "%s/none", folder);
    assert_int_equal(open_status(&err), ZW_E_NOTFOUND);
    write_file("text", "居住证\n");
    assert_int_not_equal(open_status(&err), ZW_OK);
    write_file("stub", "auto /nonexistent\n");
    assert_int_equal(open_status(&err), ZW_E_NOTFOUND);
    write_file("iamglass", "no version\n");
    strcpy(path, folder);
    assert_int_equal(open_status(&err), ZW_E_CORRUPT);
}

static void a_database_cut_short_is_damaged(void **state)
{
    (void)state;
    zw_err err = { 0 };
    char version[128];
    zw_xdb *db = writer();
    put(db, "a", "one", 1);
    commit(db);
    zw_xdb_free(db);
    snprintf(version, sizeof version, "%s/iamglass", path);
    assert_int_equal(truncate(version, 20), 0);
    assert_int_equal(open_status(&err), ZW_E_CORRUPT);
    assert_int_equal(truncate(version, 0), 0);
    assert_int_equal(open_status(&err), ZW_E_CORRUPT);
}

static void a_second_writer_is_refused(void **state)
{
    (void)state;
    zw_err err = { 0 };
    zw_xdb *db = writer(), *other = NULL;
    assert_int_equal(zw_xdb_open_write(path, ZW_XDB_DURABLE, &other, &err), ZW_E_LOCKED);
    assert_null(other);
    zw_xdb_free(db);
    assert_int_equal(zw_xdb_open_write(path, ZW_XDB_DURABLE, &other, &err), ZW_OK);
    zw_xdb_free(other);
}

static void a_reader_cannot_write(void **state)
{
    (void)state;
    zw_err err = { 0 };
    zw_xdb *w = writer();
    commit(w);
    zw_xdb *db = reader();
    zw_xdoc *x = zw_xdoc_new();
    assert_int_equal(zw_xdb_add(db, x, NULL, &err), ZW_E_USAGE);
    assert_int_equal(zw_xdb_replace(db, ZW_STR("Qa"), x, &err), ZW_E_USAGE);
    assert_int_equal(zw_xdb_put(db, ZW_STR("key"), ZW_STR("value"), &err), ZW_E_USAGE);
    assert_int_equal(zw_xdb_delete(db, ZW_STR("Qa"), &err), ZW_E_USAGE);
    assert_int_equal(zw_xdb_commit(db, &err), ZW_E_USAGE);
    zw_xdoc_free(x);
    zw_xdb_free(db);
    zw_xdb_free(w);
}

static void what_is_not_there_is_not_found(void **state)
{
    (void)state;
    uint32_t docid = 0;
    zw_str text;
    zw_arena *arena = zw_arena_new();
    zw_xdb *db = writer();
    put(db, "a", "one", 1);
    assert_int_equal(zw_xdb_find(db, ZW_STR("Qb"), &docid, NULL), ZW_E_NOTFOUND);
    assert_int_equal(zw_xdb_data(db, 99, arena, &text, NULL), ZW_E_NOTFOUND);
    assert_int_equal(zw_xdb_value(db, 99, 1, arena, &text, NULL), ZW_E_NOTFOUND);
    assert_int_equal(zw_xdb_redata(db, 99, ZW_STR("x"), NULL), ZW_E_NOTFOUND);
    assert_int_equal(zw_xdb_delete(db, ZW_STR("Qb"), NULL), ZW_OK); /* nothing to do */
    assert_int_equal(zw_xdb_termfreq(db, ZW_STR("Qb")), 0);
    assert_int_equal(zw_xdb_termfreq(db, ZW_STR("")), 0);
    assert_int_equal(zw_xdb_get(db, ZW_STR("no key"), arena, &text, NULL), ZW_OK);
    assert_int_equal(text.n, 0);
    zw_xdb_free(db);
    zw_arena_free(arena);
}

/* ---- terms, values, queries ---- */

static void a_term_has_1_to_245_bytes(void **state)
{
    (void)state;
    static const struct {
        size_t n;
        zw_status status;
    } rows[] = { { 0, ZW_E_USAGE }, { 1, ZW_OK }, { 244, ZW_OK }, { 245, ZW_E_USAGE } };
    char term[300];
    memset(term, 'x', sizeof term);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        zw_err err = { 0 };
        zw_xdoc *x = zw_xdoc_new();
        zw_xdoc_term(x, rows[i].n ? "Z" : "", (zw_str){ term, rows[i].n }, 1);
        zw_xdoc_term(x, "", ZW_STR("later"), 1); /* the first failure stays */
        assert_int_equal(zw_xdoc_status(x, &err), rows[i].status);
        zw_xdb *db = writer();
        assert_int_equal(zw_xdb_add(db, x, NULL, &err), rows[i].status);
        zw_xdb_free(db);
        zw_xdoc_free(x);
    }
}

static void numbers_sort_as_bytes(void **state)
{
    (void)state;
    static const double rising[] = { -INFINITY, -1e300, -170000, -1.5,  -1e-300, 0,
                                     1e-300,    0.29,   1,       45.55, 170000,  INFINITY };
    char before[ZW_XNUMBER_MAX], now[ZW_XNUMBER_MAX];
    size_t n_before = 0;
    for (size_t i = 0; i < sizeof rising / sizeof *rising; i++) {
        size_t n = zw_xnumber_put(rising[i], now), least = n < n_before ? n : n_before;
        assert_true(n <= ZW_XNUMBER_MAX);
        assert_true(zw_xnumber_get((zw_str){ now, n }) == rising[i]);
        int c = memcmp(before, now, least);
        if (i)
            assert_true(c < 0 || (c == 0 && n_before < n));
        memcpy(before, now, n);
        n_before = n;
    }
}

static void hits_come_in_the_order_of_a_value(void **state)
{
    (void)state;
    zw_arena *arena = zw_arena_new();
    zw_xdb *db = writer();
    put(db, "a", "nine", 9);
    put(db, "b", "minus", -2);
    put(db, "c", "hundred", 100);
    zw_xtree *tree = zw_xtree_new();
    zw_xsearch search = ZW_XSEARCH_INIT;
    zw_xhits hits;
    search.query = zw_xquery_term(tree, "", ZW_STR("户籍"), 1);
    search.sort = ZW_XSORT_VALUE;
    search.sort_slot = 1;
    assert_int_equal(zw_xdb_search(db, &search, arena, &hits, NULL), ZW_OK);
    assert_int_equal(hits.n, 3);
    assert_true(zw_str_eq(hits.at[0].data, ZW_STR("minus")));
    assert_true(zw_str_eq(hits.at[1].data, ZW_STR("nine")));
    assert_true(zw_str_eq(hits.at[2].data, ZW_STR("hundred")));
    zw_xtree_free(tree);
    zw_xdb_free(db);
    zw_arena_free(arena);
}

static void a_failed_node_fails_its_query_with_the_reason(void **state)
{
    (void)state;
    char term[300];
    zw_err err = { 0 };
    zw_arena *arena = zw_arena_new();
    zw_xhits hits;
    memset(term, 'x', sizeof term);
    zw_xdb *db = writer();
    zw_xtree *tree = zw_xtree_new();
    zw_xquery bad = zw_xquery_term(tree, "", (zw_str){ term, sizeof term }, 1);
    zw_xquery all = zw_xquery_pair(tree, ZW_XOP_AND, zw_xquery_all(tree), bad);
    zw_xsearch search = ZW_XSEARCH_INIT;
    search.query = zw_xquery_scale(tree, all, 2);
    assert_int_not_equal(zw_xdb_search(db, &search, arena, &hits, &err), ZW_OK);
    assert_int_equal(zw_xtree_status(tree, &err), ZW_E_USAGE);
    assert_non_null(strstr(err.text, "300 bytes"));
    zw_xtree_free(tree);
    zw_xdb_free(db);
    zw_arena_free(arena);
}

/* ---- commits ---- */

static void what_was_not_committed_is_lost(void **state)
{
    (void)state;
    zw_xdb *db = writer();
    put(db, "a", "one", 1);
    commit(db);
    put(db, "b", "two", 2);
    zw_xdb_free(db);
    db = reader();
    assert_int_equal(documents(db), 1);
    zw_xdb_free(db);
}

/* Two commits on, the blocks that a reader stands on may be overwritten. */
static void a_reader_outlives_many_commits(void **state)
{
    (void)state;
    char id[32];
    zw_arena *arena = zw_arena_new();
    zw_xdb *w = writer();
    for (int i = 0; i < 300; i++) {
        snprintf(id, sizeof id, "first%d", i);
        put(w, id, id, i);
    }
    commit(w);
    zw_xdb *r = reader();
    zw_xtree *tree = zw_xtree_new();
    zw_xsearch search = ZW_XSEARCH_INIT;
    search.query = zw_xquery_term(tree, "", ZW_STR("户籍"), 1);
    search.max = 50;
    for (int round = 0; round < 12; round++) {
        zw_xhits hits;
        for (int i = 0; i < 100; i++) {
            snprintf(id, sizeof id, "round%d-%d", round, i);
            put(w, id, id, i);
        }
        assert_int_equal(zw_xdb_delete(w, ZW_STR("Qfirst1"), NULL), ZW_OK);
        commit(w);
        assert_int_equal(zw_xdb_search(r, &search, arena, &hits, NULL), ZW_OK);
        assert_int_equal(hits.n, 50);
    }
    assert_int_equal(zw_xdb_reopen(r, NULL), ZW_OK);
    assert_int_equal(documents(r), 300 + 1200 - 1);
    zw_xtree_free(tree);
    zw_xdb_free(r);
    zw_xdb_free(w);
    zw_arena_free(arena);
}

/* ---- damage ---- */

/* Changes one byte of the first place in a file that reads so. */
static void flip(const char *file, const char *text)
{
    static char bytes[1 << 20];
    char name[128];
    snprintf(name, sizeof name, "%s/%s", path, file);
    FILE *f = fopen(name, "r+b");
    assert_non_null(f);
    size_t n = fread(bytes, 1, sizeof bytes, f),
           at = zw_str_find((zw_str){ bytes, n }, zw_str_of(text), 0);
    assert_true(at < n);
    assert_int_equal(fseek(f, (long)at + 1, SEEK_SET), 0);
    fputc(bytes[at + 1] ^ 1, f);
    fclose(f);
}

static size_t faults(const char *file, const char *text, const char *said)
{
    size_t errors = 0;
    zw_str report = { 0 };
    zw_arena *arena = zw_arena_new();
    zw_xdb *db = writer();
    put(db, "a", "城镇化率达到60%", 60);
    put(db, "b", "落户10万人", 100000);
    commit(db);
    zw_xdb_free(db);
    if (file)
        flip(file, text);
    db = reader();
    assert_int_equal(zw_xdb_verify(db, &errors, arena, &report, NULL), ZW_OK);
    if (said && !strstr(report.at, said))
        fail_msg("'%s' wanted in '%s'", said, report.at);
    zw_str data;
    bool record = file && strcmp(file, "docdata.glass") == 0;
    assert_int_equal(zw_xdb_data(db, 1, arena, &data, NULL), record ? ZW_E_CORRUPT : ZW_OK);
    zw_xdb_free(db);
    zw_arena_free(arena);
    return errors;
}

static void a_whole_database_has_no_faults(void **state)
{
    (void)state;
    assert_int_equal(faults(NULL, NULL, NULL), 0);
}

static void a_flipped_byte_of_a_record_is_noticed_when_it_is_read(void **state)
{
    (void)state;
    assert_true(faults("docdata.glass", "城镇化率", "docdata") > 0);
}

static void a_flipped_byte_of_a_term_list_is_found_by_verifying(void **state)
{
    (void)state;
    assert_true(faults("termlist.glass", "户籍", "termlist") > 0);
}

static void a_flipped_byte_of_a_posting_is_found_by_verifying(void **state)
{
    (void)state;
    assert_true(faults("postlist.glass", "户籍", "termlist") > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_is_no_database_is_an_error_with_a_reason),
        TEST(a_database_cut_short_is_damaged),
        TEST(a_second_writer_is_refused),
        TEST(a_reader_cannot_write),
        TEST(what_is_not_there_is_not_found),
        TEST(a_term_has_1_to_245_bytes),
        TEST(numbers_sort_as_bytes),
        TEST(hits_come_in_the_order_of_a_value),
        TEST(a_failed_node_fails_its_query_with_the_reason),
        TEST(what_was_not_committed_is_lost),
        TEST(a_reader_outlives_many_commits),
        TEST(a_whole_database_has_no_faults),
        TEST(a_flipped_byte_of_a_record_is_noticed_when_it_is_read),
        TEST(a_flipped_byte_of_a_term_list_is_found_by_verifying),
        TEST(a_flipped_byte_of_a_posting_is_found_by_verifying),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
