/* The binding and the writer: what is committed is there, what is not is not, one writes at a time.
 */
#define _XOPEN_SOURCE 700
#include "tests/unit/temp_folder.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/index.h"
#include "store/keys.h"
#include "store/lookup.h"
#include "store/writer.h"

static zw_xdoc *unit(const char *type, const char *id, const char *doc)
{
    zw_xdoc *x = zw_xdoc_new();
    zw_xdoc_flag(x, zw_fields[ZW_F_TYPE].prefix, zw_str_of(type));
    zw_xdoc_flag(x, zw_fields[ZW_F_ID].prefix, zw_str_of(id));
    zw_xdoc_flag(x, zw_fields[ZW_F_DOCUMENT].prefix, zw_str_of(doc));
    zw_xdoc_term(x, "", ZW_STR("户籍"), 2);
    return x;
}

static zw_file_record file_of(const char *path, const char **ids, size_t n)
{
    zw_file_record r = { .path = path, .sha256 = "00", .version = "test", .size = 1 };
    r.docs.at = ids;
    r.docs.n = n;
    return r;
}

/* One document of one passage, from one path. */
static void put(zw_writer *w, const char *path, const char *doc)
{
    const char *ids[] = { doc };
    zw_file_record file = file_of(path, ids, 1);
    zw_xdoc *x = unit(ZW_TYPE_PASSAGE, "p", doc);
    assert_int_equal(zw_writer_drop(w, doc, NULL), ZW_OK);
    assert_int_equal(zw_writer_add(w, x, NULL), ZW_OK);
    assert_int_equal(zw_writer_put(w, &file, NULL), ZW_OK);
    zw_xdoc_free(x);
}

static uint64_t passages(void)
{
    zw_index *index = NULL;
    if (zw_index_open(folder, "lexicon", &index, NULL) != ZW_OK)
        return 0;
    uint64_t n = zw_index_stats_of(index)->passages;
    zw_index_free(index);
    return n;
}

static zw_writer *writer(void)
{
    zw_writer *w = NULL;
    zw_err err = { 0 };
    if (zw_writer_open(folder, "lexicon", false, &w, &err) != ZW_OK)
        fail_msg("%s", err.text);
    return w;
}

static void commits_are_kept(void **state)
{
    (void)state;
    zw_writer *w = writer();
    put(w, "/a", "d1");
    assert_int_equal(zw_writer_commit(w, NULL), ZW_OK);
    put(w, "/b", "d2");
    zw_writer_free(w);
    assert_int_equal(passages(), 1);
}

static void killed_writers_lose_only_what_was_not_committed(void **state)
{
    (void)state;
    pid_t child = fork();
    if (child == 0) {
        zw_writer *w = writer();
        put(w, "/a", "d1");
        zw_writer_commit(w, NULL);
        put(w, "/b", "d2");
        raise(SIGKILL);
    }
    waitpid(child, NULL, 0);
    assert_int_equal(passages(), 1);
    zw_writer *w = writer();
    put(w, "/b", "d2");
    assert_int_equal(zw_writer_commit(w, NULL), ZW_OK);
    zw_writer_free(w);
    assert_int_equal(passages(), 2);
}

static void segment_of(zw_writer *w, const char *path, const char *doc, bool adopt)
{
    zw_segment *g;
    const char *ids[] = { doc };
    zw_file_record file = file_of(path, ids, 1);
    zw_xdoc *x = unit(ZW_TYPE_PASSAGE, "p", doc);
    assert_int_equal(zw_segment_new(w, &g, NULL), ZW_OK);
    assert_int_equal(zw_segment_add(g, x, NULL), ZW_OK);
    assert_int_equal(zw_segment_put(g, &file, NULL), ZW_OK);
    assert_int_equal(zw_segment_finish(g, NULL), ZW_OK);
    if (adopt)
        assert_int_equal(zw_writer_adopt(w, g, NULL), ZW_OK);
    zw_segment_free(g);
    zw_xdoc_free(x);
}

static void segments_join_when_adopted(void **state)
{
    (void)state;
    zw_writer *w = writer();
    segment_of(w, "/a", "d1", true);
    assert_int_equal(passages(), 1);
    segment_of(w, "/b", "d2", true);
    segment_of(w, "/c", "d3", false);
    assert_int_equal(passages(), 2);
    zw_writer_free(w); /* as if killed: the third is cleared away by the next */
    w = writer();
    assert_int_equal(zw_writer_parts(w), 3); /* with the empty one that XAPIANDB began with */
    assert_int_equal(zw_writer_merge(w, NULL), ZW_OK);
    assert_int_equal(zw_writer_parts(w), 1);
    assert_int_equal(passages(), 2);
    zw_writer_free(w);
}

static void stub(const char *text)
{
    char path[96];
    snprintf(path, sizeof path, "%s/XAPIANDB", folder);
    if (!text) {
        assert_int_equal(unlink(path), 0);
        return;
    }
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    fputs(text, f);
    fclose(f);
}

/* The parts it does not name are all there is: no writer may take them for rubbish. */
static void a_damaged_list_of_parts_costs_no_part(void **state)
{
    (void)state;
    static const struct {
        const char *name, *text;
    } rows[] = { { "gone", NULL },
                 { "empty", "" },
                 { "names a part that is not there", "auto part-9\n" },
                 { "says something else", "auqo part-1\n" } };
    zw_index *index = NULL;
    zw_writer *w = writer();
    put(w, "/a", "d1");
    assert_int_equal(zw_writer_commit(w, NULL), ZW_OK);
    zw_writer_free(w);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        zw_err err = { 0 };
        stub(rows[i].text);
        w = NULL;
        if (zw_writer_open(folder, "lexicon", false, &w, &err) == ZW_OK ||
            zw_writer_open(folder, "lexicon", true, &w, &err) == ZW_OK)
            fail_msg("%s: opened for writing", rows[i].name);
        if (zw_index_open(folder, "lexicon", &index, &err) == ZW_OK || !strstr(err.text, folder))
            fail_msg("%s: '%s'", rows[i].name, err.text);
        stub("auto part-1\n");
        assert_int_equal(passages(), 1);
    }
}

static void readers_see_a_merge(void **state)
{
    (void)state;
    bool changed;
    zw_index *index;
    zw_writer *w = writer();
    segment_of(w, "/a", "d1", true);
    assert_int_equal(zw_index_open(folder, "lexicon", &index, NULL), ZW_OK);
    segment_of(w, "/b", "d2", true);
    assert_int_equal(zw_writer_merge(w, NULL), ZW_OK);
    assert_int_equal(zw_index_refresh(index, &changed, NULL), ZW_OK);
    assert_true(changed);
    assert_int_equal(zw_index_stats_of(index)->passages, 2);
    assert_int_equal(zw_index_refresh(index, &changed, NULL), ZW_OK);
    assert_false(changed);
    zw_index_free(index);
    zw_writer_free(w);
}

/* The same bytes under two paths: the document stays as long as one of them does. */
static void copies_share_their_document(void **state)
{
    (void)state;
    const char *ids[] = { "d1" };
    zw_file_record copy = file_of("/copy", ids, 1);
    zw_writer *w = writer();
    put(w, "/a", "d1");
    assert_int_equal(zw_writer_put(w, &copy, NULL), ZW_OK);
    assert_int_equal(zw_writer_remove_file(w, "/a", NULL), ZW_OK);
    assert_int_equal(zw_writer_commit(w, NULL), ZW_OK);
    assert_int_equal(passages(), 1);
    assert_int_equal(zw_writer_remove_file(w, "/copy", NULL), ZW_OK);
    assert_int_equal(zw_writer_commit(w, NULL), ZW_OK);
    assert_int_equal(passages(), 0);
    assert_int_equal(zw_writer_remove_file(w, "/copy", NULL), ZW_E_NOTFOUND);
    zw_writer_free(w);
}

static void a_changed_file_gives_up_what_it_held(void **state)
{
    (void)state;
    zw_writer *w = writer();
    put(w, "/a", "d1");
    put(w, "/a", "d2");
    assert_int_equal(zw_writer_commit(w, NULL), ZW_OK);
    assert_int_equal(passages(), 1);
    zw_writer_free(w);
}

static void one_writes_at_a_time(void **state)
{
    (void)state;
    zw_writer *w = writer();
    pid_t child = fork();
    if (child == 0) {
        zw_writer *second = NULL;
        zw_err err = { 0 };
        zw_status s = zw_writer_open(folder, "lexicon", false, &second, &err);
        _exit(s == ZW_E_LOCKED && strstr(err.text, "process") ? 0 : 1);
    }
    int status = 1;
    waitpid(child, &status, 0);
    assert_int_equal(status, 0);
    zw_writer_free(w);
}

static void other_lexicons_are_refused(void **state)
{
    (void)state;
    zw_err err = { 0 };
    zw_index *index = NULL;
    zw_writer *w = writer();
    put(w, "/a", "d1");
    assert_int_equal(zw_writer_commit(w, NULL), ZW_OK);
    zw_writer_free(w);
    assert_int_equal(zw_index_open(folder, "another", &index, &err), ZW_E_VERSION);
    assert_non_null(strstr(err.text, "rebuild"));
    assert_int_equal(zw_writer_open(folder, "another", false, &w, &err), ZW_E_VERSION);
    assert_int_equal(zw_index_open_any(folder, &index, &err), ZW_OK);
    zw_index_free(index);
}

/* As a program of another form would have signed it. */
static void sign_as(const char *form)
{
    zw_arena *arena = zw_arena_new();
    zw_names parts;
    zw_index *index = NULL;
    zw_xdb *db = NULL;
    assert_int_equal(zw_index_open(folder, NULL, &index, NULL), ZW_OK);
    assert_int_equal(zw_index_parts(index, arena, &parts, NULL), ZW_OK);
    zw_index_free(index);
    assert_int_equal(zw_xdb_open_write(parts.at[0], ZW_XDB_DURABLE, &db, NULL), ZW_OK);
    assert_int_equal(zw_xdb_put(db, ZW_STR(ZW_KEY_SCHEMA), zw_str_of(form), NULL), ZW_OK);
    assert_int_equal(zw_xdb_commit(db, NULL), ZW_OK);
    zw_xdb_free(db);
    zw_arena_free(arena);
}

/* Whether all that opens an index but zw_index_open_any says `why`, and that says `any`. */
static void check_refused(const char *why, zw_status any)
{
    zw_err err = { 0 };
    zw_index *index = NULL;
    zw_writer *w = NULL;
    assert_int_equal(zw_index_open(folder, "lexicon", &index, &err), ZW_E_VERSION);
    assert_non_null(strstr(err.text, why));
    assert_int_equal(zw_writer_open(folder, "lexicon", false, &w, &err), ZW_E_VERSION);
    assert_non_null(strstr(err.text, why));
    assert_int_equal(zw_index_open_any(folder, &index, &err), any);
    if (any == ZW_OK)
        zw_index_free(index);
}

static void other_forms_are_named(void **state)
{
    (void)state;
    zw_writer *w = writer();
    put(w, "/a", "d1");
    assert_int_equal(zw_writer_commit(w, NULL), ZW_OK);
    zw_writer_free(w);
    sign_as("1");
    check_refused("form 1, this program reads form", ZW_OK);
}

static void newer_forms_are_named(void **state)
{
    (void)state;
    char newer[16];
    zw_writer *w = writer();
    put(w, "/a", "d1");
    assert_int_equal(zw_writer_commit(w, NULL), ZW_OK);
    zw_writer_free(w);
    snprintf(newer, sizeof newer, "%d", ZW_SCHEMA_VERSION + 1);
    sign_as(newer);
    check_refused("which a newer zhengwen made", ZW_OK);
}

static void strange_databases_are_left_alone(void **state)
{
    (void)state;
    char inside[300], lock[300];
    zw_err err = { 0 };
    zw_index *index = NULL;
    zw_writer *w = writer();
    put(w, "/a", "d1");
    assert_int_equal(zw_writer_commit(w, NULL), ZW_OK);
    zw_writer_free(w);
    sign_as("");
    check_refused("no zhengwen index", ZW_E_VERSION);
    /* and one whose files lie right in the folder */
    snprintf(inside, sizeof inside, "%s/part-1", folder);
    snprintf(lock, sizeof lock, "%s/part-1/lock", folder);
    assert_int_equal(zw_index_open(inside, "lexicon", &index, &err), ZW_E_VERSION);
    assert_int_equal(zw_writer_open(inside, "lexicon", false, &w, &err), ZW_E_VERSION);
    assert_int_equal(zw_writer_open(inside, "lexicon", true, &w, &err), ZW_E_VERSION);
    assert_non_null(strstr(err.text, "no zhengwen index"));
    assert_int_not_equal(access(lock, F_OK), 0);
}

static void a_file_is_no_index(void **state)
{
    (void)state;
    char path[300];
    zw_err err = { 0 };
    zw_index *index = NULL;
    zw_writer *w = NULL;
    snprintf(path, sizeof path, "%s/file", folder);
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    fclose(f);
    assert_int_equal(zw_index_open(path, NULL, &index, &err), ZW_E_NOTFOUND);
    assert_non_null(strstr(err.text, "an index is a folder"));
    assert_int_equal(zw_writer_open(path, "lexicon", false, &w, &err), ZW_E_IO);
    assert_non_null(strstr(err.text, "an index is a folder"));
}

static void nothing_there_is_said(void **state)
{
    (void)state;
    zw_err err = { 0 };
    zw_index *index = NULL;
    assert_int_equal(zw_index_open(folder, NULL, &index, &err), ZW_E_NOTFOUND);
    assert_non_null(strstr(err.text, "zhengwen-index add"));
    assert_int_equal(zw_index_open("/nonexistent", NULL, &index, &err), ZW_E_NOTFOUND);
    assert_int_equal(zw_index_open(" , ", NULL, &index, &err), ZW_E_USAGE);
}

/* Stock BM25 over all units, told these, weighs as BM25 over passages alone. */
static void weights_are_of_passages(void **state)
{
    (void)state;
    zw_index_stats stats = { .units = 400, .passages = 100 };
    zw_bm25 p = zw_index_bm25(&stats, 0.9, 0.4);
    double length = 2, over_all = length / 0.25; /* in average lengths of passages, of units */
    double wanted = 0.9 * (0.6 + 0.4 * length);
    double given = p.k1 * (1 - p.b + p.b * over_all);
    assert_true(given - wanted < 1e-12 && wanted - given < 1e-12);
    assert_true(zw_index_idf_scale(&stats, 3) < 1);
}

static void long_terms_are_refused(void **state)
{
    (void)state;
    char term[300];
    zw_err err = { 0 };
    memset(term, 'x', sizeof term);
    zw_xdoc *x = zw_xdoc_new();
    zw_xdoc_flag(x, "X", (zw_str){ term, sizeof term });
    assert_int_equal(zw_xdoc_status(x, &err), ZW_E_USAGE);
    zw_xdoc_free(x);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(commits_are_kept),
        TEST(killed_writers_lose_only_what_was_not_committed),
        TEST(segments_join_when_adopted),
        TEST(a_damaged_list_of_parts_costs_no_part),
        TEST(readers_see_a_merge),
        TEST(copies_share_their_document),
        TEST(a_changed_file_gives_up_what_it_held),
        TEST(one_writes_at_a_time),
        TEST(other_lexicons_are_refused),
        TEST(other_forms_are_named),
        TEST(newer_forms_are_named),
        TEST(strange_databases_are_left_alone),
        TEST(a_file_is_no_index),
        TEST(nothing_there_is_said),
        TEST(weights_are_of_passages),
        TEST(long_terms_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
