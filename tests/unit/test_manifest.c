/* What a manifest says of files, and what is wrong in one. */
#define _XOPEN_SOURCE 700
#include "indexer/manifest.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "tests/unit/unit.h"

static zw_gazetteer *gazetteer;
static zw_lexicon *lexicon;
static zw_segmenter *segmenter;
static char folder[] = "/tmp/manifest-XXXXXX";

static void touch(const char *name)
{
    char path[256];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    fclose(f);
}

static int set_up(void **state)
{
    (void)state;
    if (!mkdtemp(folder) || chdir(folder) != 0 || mkdir("2016", 0700) != 0 ||
        mkdir("2016/深", 0700) != 0)
        return 1;
    touch("a.txt");
    touch("b.txt");
    touch("通知[2016].txt");
    touch("2016/c.html");
    touch("2016/深/d.html");
    return zw_gazetteer_open(&gazetteer, NULL) != ZW_OK ||
           zw_lexicon_open(&lexicon, NULL) != ZW_OK ||
           zw_segmenter_new(lexicon, &segmenter, NULL) != ZW_OK;
}

static int tear_down(void **state)
{
    (void)state;
    zw_segmenter_free(segmenter);
    zw_lexicon_free(lexicon);
    zw_gazetteer_free(gazetteer);
    char command[300];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    return chdir("/") != 0 || system(command) != 0;
}

static zw_manifest *read_text(zw_str text, zw_arena *arena)
{
    zw_manifest *m = NULL;
    zw_err err = { 0 };
    FILE *f = fopen("m.csv", "w");
    assert_non_null(f);
    fwrite(text.at, 1, text.n, f);
    fclose(f);
    if (zw_manifest_read("m.csv", gazetteer, segmenter, arena, &m, &err) != ZW_OK)
        fail_msg("%s", err.text);
    return m;
}

/* name=value, ... of a file in the folder; "none" when no row names it. */
static const char *said_of(const zw_manifest *m, const char *file, zw_arena *arena)
{
    zw_givens given;
    bool failed;
    const char *path = zw_arena_printf(arena, "%s/%s", folder, file);
    if (!zw_manifest_find(m, path, arena, &given, &failed))
        return "none";
    char *all = zw_arena_strdup(arena, "");
    for (size_t i = 0; i < given.n; i++)
        all = zw_arena_printf(arena, "%s%s%s=%s", all, i ? ", " : "", given.at[i].name,
                              given.at[i].value);
    return all;
}

static const struct row {
    const char *name, *text, *file, *said;
} rows[] = {
    { "a row tells of its file", "path,title\na.txt,甲\n", "a.txt", "title=甲" },
    { "a file that no row names is told nothing", "path,title\na.txt,甲\n", "b.txt", "none" },
    { "Chinese heads do as well", "路径,标题,发文字号\na.txt,甲,国发[2014]8号\n", "a.txt",
      "number=国发〔2014〕8号, title=甲" },
    { "heads fold width, case, script and blanks", "ＰＡＴＨ,Title , 標 題 甲\na.txt,甲,乙\n",
      "a.txt", "title=甲, x:标题甲=乙" },
    { "a byte order mark is no part of a head", "\xEF\xBB\xBFpath,title\na.txt,甲\n", "a.txt",
      "title=甲" },
    { "GB18030 is read", "path,title\na.txt,\xBC\xD7\xB5\xD8\xB7\xBD\xB5\xC4\xCD\xA8\xD6\xAA\n",
      "a.txt", "title=甲地方的通知" },
    { "a folder's row tells of all below it", "path,region\n2016,宁夏\n", "2016/深/d.html",
      "region=宁夏回族自治区" },
    { "the file's own row wins over its folder's", "path,date\n2016/c.html,2016-03\n2016,2015\n",
      "2016/c.html", "date=2016-03" },
    { "the deeper folder wins", "path,date\n2016/深,2017\n2016,2015\n", "2016/深/d.html",
      "date=2017" },
    { "an empty cell takes nothing away", "path,date,title\n2016,2015,甲\n2016/c.html,,乙\n",
      "2016/c.html", "date=2015, title=乙" },
    { "of two rows of one file the later wins", "path,title\na.txt,甲\na.txt,乙\n", "a.txt",
      "title=乙" },
    { "a pattern names files", "path,批次\n*.txt,第二批\n", "a.txt", "x:批次=第二批" },
    { "a star ends at a slash", "path,批次\n*.html,第二批\n", "2016/c.html", "none" },
    { "two stars do not", "path,批次\n**/*.html,第二批\n", "2016/深/d.html", "x:批次=第二批" },
    { "a file's row wins over a pattern's", "path,批次\na.txt,一\n*.txt,二\n", "a.txt",
      "x:批次=一" },
    { "a pattern that fits a folder holds below it", "path,批次\n20*,一\n", "2016/深/d.html",
      "x:批次=一" },
    { "a name that is there is no pattern", "path,批次\n通知[2016].txt,一\n", "通知[2016].txt",
      "x:批次=一" },
    { "paths of Windows", "path,批次\n2016\\c.html,一\n", "2016/c.html", "x:批次=一" },
    { "dates are told one way",
      "path,date,published,effective,repealed\n"
      "a.txt,2016年3月5日,2016/3/5,20160305,2016.03\n",
      "a.txt", "date=2016-03-05, effective=2016-03-05, published=2016-03-05, repealed=2016-03" },
    { "a spreadsheet's midnight is no part of a date", "path,date\na.txt,2016-03-05 00:00:00\n",
      "a.txt", "date=2016-03-05" },
    { "a place is told by its path", "path,region\na.txt,宁夏 银川\n", "a.txt",
      "region=宁夏回族自治区/银川市" },
    { "the whole country", "path,region\na.txt,国家\n", "a.txt", "region=全国" },
    { "joint issuers are parted by a blank", "path,issuer\na.txt,财政部、公安部；教育部\n", "a.txt",
      "issuer=财政部 公安部 教育部" },
    { "semicolons part the columns too", "path;title\na.txt;甲\n", "a.txt", "title=甲" },
    { "a column may be named as it is asked for", "path,x:批次\na.txt,一\n", "a.txt", "x:批次=一" },
    { "a file's rows may be documents", "路径,逐行\na.txt,正文\n", "a.txt", "rows=正文" },
    { "the text of a document is no column of a manifest", "path,正文\na.txt,甲\n", "a.txt",
      "x:正文=甲" },
    { "columns without head and cells are nothing", "path,title,,\na.txt,甲,,\n", "a.txt",
      "title=甲" },
};

static void files_are_told(void **state)
{
    (void)state;
    zw_arena *arena = zw_arena_new();
    for (size_t i = 0; i < COUNT(rows); i++) {
        const char *const *lines;
        zw_manifest *m = read_text(zw_str_of(rows[i].text), arena);
        if (zw_manifest_faults(m, &lines))
            fail_msg("%s: %s", rows[i].name, lines[0]);
        check_str(rows[i].name, zw_str_of(said_of(m, rows[i].file, arena)), rows[i].said);
    }
    zw_arena_free(arena);
}

static const struct {
    const char *name, *text, *fault;
} bad[] = {
    { "no path column", "title\n甲\n",
      "'m.csv': line 1: a column path (路径) is wanted, which names the files" },
    { "nothing at all", "\n\n", "'m.csv': line 1: a line with the columns' names is wanted" },
    { "a folder has no rows", "path,rows\n2016,是\n",
      "'m.csv': line 2, column rows: '是' is for files, but the row names a folder" },
    { "an id for the file of many documents", "path,rows,id\na.txt,是,X\n",
      "'m.csv': line 2, column id: 'X' is for one document, but each row of the file is one (a "
      "column id of that file's own gives them theirs)" },
    { "a day that is not in the calendar", "path,date\na.txt,2015-02-29\n",
      "'m.csv': line 2, column date: '2015-02-29' is no date: YYYY, YYYY-MM or YYYY-MM-DD is "
      "wanted" },
    { "words are no date", "path,日期\n\na.txt,去年\n",
      "'m.csv': line 3, column 日期: '去年' is no date: YYYY, YYYY-MM or YYYY-MM-DD is wanted" },
    { "a place misspelt", "path,region\na.txt,宁厦\n",
      "'m.csv': line 2, column region: '宁厦': no such place (is 宁夏回族自治区 meant?)" },
    { "a place of several", "path,region\na.txt,鼓楼区\n",
      "'m.csv': line 2, column region: '鼓楼区': several places are called so (write its province "
      "before it)" },
    { "an address", "path,url\na.txt,www.example.org\n",
      "'m.csv': line 2, column url: 'www.example.org' is no address: https://... is wanted, "
      "without blanks" },
    { "an id's form", "path,id\na.txt,甲1\n",
      "'m.csv': line 2, column id: '甲1': an id is 1 to 24 letters, digits, '.', '_' and '-', and "
      "begins with a letter or digit" },
    { "an id twice", "path,id\na.txt,A1\nb.txt,A1\n",
      "'m.csv': line 3, column id: 'A1' is the id of line 2 already" },
    { "a folder has no id", "path,id\n2016,A1\n",
      "'m.csv': line 2, column id: 'A1' is for one file, but the row names a folder" },
    { "a column twice", "path,title,标题\n",
      "'m.csv': line 1, column 标题: the same as column title, which stands before it" },
    { "a column's name", "path,a/b\n",
      "'m.csv': line 1, column a/b: a column's name has letters, digits, _, - and Chinese "
      "characters, at most 32 of them" },
    { "more cells than columns", "path,title\na.txt,甲,乙\n",
      "'m.csv': line 2: 3 cells, but there are 2 columns" },
    { "a cell without head", "path,title,\na.txt,甲,乙\n",
      "'m.csv': line 2: '乙' stands in a column without a head" },
    { "a row without path", "path,title\n,甲\n",
      "'m.csv': line 2, column path: the row names no file" },
};

static void faults_name_line_and_column(void **state)
{
    (void)state;
    zw_arena *arena = zw_arena_new();
    for (size_t i = 0; i < COUNT(bad); i++) {
        const char *const *lines;
        zw_manifest *m = read_text(zw_str_of(bad[i].text), arena);
        size_t n = zw_manifest_faults(m, &lines);
        if (n != 1)
            fail_msg("%s: %zu faults", bad[i].name, n);
        check_str(bad[i].name, zw_str_of(lines[0]), bad[i].fault);
    }
    zw_arena_free(arena);
}

static void missing_files_stop_nothing(void **state)
{
    (void)state;
    zw_arena *arena = zw_arena_new();
    const char *const *lines;
    char *const *paths;
    zw_manifest *m = read_text(ZW_STR("path,title\nx.txt,甲\na.txt,乙\n2016,\n"), arena);
    assert_int_equal(zw_manifest_faults(m, &lines), 0);
    assert_int_equal(zw_manifest_missing(m, &lines), 1);
    assert_string_equal(
        lines[0], "'m.csv': line 2, column path: 'x.txt': no such file (the row is left out)");
    assert_string_equal(said_of(m, "a.txt", arena), "title=乙");
    assert_int_equal(zw_manifest_paths(m, &paths), 2);
    zw_arena_free(arena);
}

static const struct {
    const char *pattern, *path;
    bool fits;
} globs[] = {
    { "/a/*.txt", "/a/b.txt", true },
    { "/a/*.txt", "/a/b/c.txt", false },
    { "/a/**", "/a/b/c.txt", true },
    { "/a/**/c.txt", "/a/c.txt", true },
    { "/a/**/c.txt", "/a/b/b/c.txt", true },
    { "/a/**/c.txt", "/a/bc.txt", false },
    { "/a/?.txt", "/a/甲.txt", true },
    { "/a/?.txt", "/a/甲乙.txt", false },
    { "/[甲乙]", "/甲", true },
    { "/[!甲乙]", "/甲", false },
    { "/[a-c]x", "/bx", true },
    { "/[", "/[", true },
    { "/*/x/*.t", "/a/x/b.t", true },
    { "/**/x/*.t", "/x/x/y/x/b.t", true },
    { "/a*b*c", "/aXbXbc", true },
    { "/a*b*c", "/aXbXbd", false },
    { "", "", true },
    { "*", "", true },
};

static void patterns_fit(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(globs); i++) {
        if (zw_glob_fits(zw_str_of(globs[i].pattern), zw_str_of(globs[i].path)) != globs[i].fits)
            fail_msg("'%s' and '%s'", globs[i].pattern, globs[i].path);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_are_told),
        cmocka_unit_test(faults_name_line_and_column),
        cmocka_unit_test(missing_files_stop_nothing),
        cmocka_unit_test(patterns_fit),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
