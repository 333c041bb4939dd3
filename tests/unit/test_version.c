/* What a title says of a document as one of several versions, and when texts are alike. */
#include "facts/version.h"

#include "base/buffer.h"
#include "tests/unit/unit.h"

static zw_version_rules *rules;

static int open_tables(void **state)
{
    zw_err err = { 0 };
    *state = zw_arena_new();
    if (zw_version_rules_open(&rules, &err) != ZW_OK)
        fail_msg("%s", err.text);
    return 0;
}

static int close_tables(void **state)
{
    zw_version_rules_free(rules);
    zw_arena_free(*state);
    return 0;
}

static zw_version version_of(zw_arena *arena, const char *title, const char *text)
{
    zw_version v;
    assert_int_equal(
        zw_version_find(rules, title, NULL, zw_str_of(text ? text : ""), arena, &v, NULL), ZW_OK);
    return v;
}

static void titles_give_keys(void **state)
{
    static const struct row {
        const char *name, *title, *key;
    } rows[] = {
        { "a bare title", "甲市居住证管理办法", "甲市居住证管理办法" },
        { "an edition in brackets", "甲市居住证管理办法（2016年修正）", "甲市居住证管理办法" },
        { "a year's edition", "产业结构指导目录（2019年本）", "产业结构指导目录" },
        { "two brackets", "甲市居住证管理办法（试行）（征求意见稿）", "甲市居住证管理办法" },
        { "a bracket that is part of the name", "甲市居住证工作规范（居住证办理）",
          "甲市居住证工作规范居住证办理" },
        { "for the time being", "甲市居住证管理暂行办法", "甲市居住证管理办法" },
        { "brought by a notice", "甲市人民政府关于印发《甲市居住证管理办法（试行）》的通知",
          "甲市居住证管理办法" },
        { "brought without title marks", "甲市人民政府关于印发甲市居住证管理办法的通知",
          "甲市居住证管理办法" },
        { "brought, with title marks in the name",
          "印发甲省引进人才实行《甲省居住证》暂行办法的通知", "甲省引进人才实行甲省居住证办法" },
        { "title marks in title marks",
          "甲市人民政府关于印发《〈甲市养老保险办法〉实施细则》的通知",
          "甲市养老保险办法实施细则" },
        { "two ways to write title marks", "甲省实施〈居住证暂行条例〉办法",
          "甲省实施居住证条例办法" },
        { "the issuer before 关于", "甲市人民政府关于进一步推进户籍制度改革的实施意见",
          "进一步推进户籍制度改革的实施意见" },
        { "关于 alone", "关于进一步推进户籍制度改革的实施意见",
          "进一步推进户籍制度改革的实施意见" },
        { "关于 inside what is brought", "甲市人民政府印发《关于加强人口管理的若干意见》的通知",
          "加强人口管理的若干意见" },
        { "the state's name", "中华人民共和国居民身份证法", "居民身份证法" },
        { "an interpretation", "《甲市居住证管理办法》解读", "甲市居住证管理办法" },
        { "an interpretation without title marks", "甲市居住证管理办法解读", "甲市居住证管理办法" },
        { "a picture that explains", "一图读懂《甲市居住证管理办法》", "甲市居住证管理办法" },
        { "an interpretation of an interpretation", "关于《甲市居住证管理办法解读》的解读文本",
          "甲市居住证管理办法" },
        { "answers to the press", "甲局就《甲市居住证管理办法》热点问题答记者问",
          "甲市居住证管理办法" },
        { "comments are asked for", "关于公开征求《甲市居住证管理办法（征求意见稿）》意见的通知",
          "甲市居住证管理办法" },
        { "comments are asked for behind it",
          "甲局就《甲市居住证管理办法（修正草案）》公开征求意见", "甲市居住证管理办法" },
        { "a change", "甲市人民政府关于修改《甲市居住证管理办法》的决定", "甲市居住证管理办法" },
        { "a draft change", "《甲市居住证管理办法》修正案（草案）", "甲市居住证管理办法" },
        { "about another, not a version of it", "关于落实《甲市居住证管理办法》有关问题的通知",
          "落实甲市居住证管理办法有关问题的通知" },
        { "a page's label", "【标题】关于放宽限价商品住房购买条件的通知",
          "放宽限价商品住房购买条件的通知" },
        { "width and blanks", "甲市 2016 年普通高中招生工作规定",
          "甲市2016年普通高中招生工作规定" },
        { "a short law", "中华人民共和国公司法", "公司法" },
        { "a word for a kind of document names none", "实施方案", NULL },
        { "nor does a report of any year", "政府工作报告", NULL },
        { "no title", "", NULL },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_version v = version_of(*state, rows[i].title, NULL);
        if (!v.key != !rows[i].key || (v.key && strcmp(v.key, rows[i].key) != 0))
            fail_msg("%s: '%s' wanted, '%s' found", rows[i].name, rows[i].key ? rows[i].key : "",
                     v.key ? v.key : "");
    }
}

static void titles_tell_the_form(void **state)
{
    static const struct row {
        const char *name, *title, *text;
        zw_form form;
        bool amended;
    } rows[] = {
        { "issued", "甲市居住证管理办法", "", ZW_FORM_ISSUED, false },
        { "amended", "甲市居住证管理办法（2016年修正）", "", ZW_FORM_ISSUED, true },
        { "a draft", "甲市居住证管理办法（征求意见稿）", "", ZW_FORM_DRAFT, false },
        { "a draft of a revision", "甲市居住证管理办法（修订草案）", "", ZW_FORM_DRAFT, false },
        { "a draft without brackets", "甲市居住证管理办法征求意见稿", "", ZW_FORM_DRAFT, false },
        { "comments are asked for", "关于征求《甲市居住证管理办法》意见的公告", "", ZW_FORM_DRAFT,
          false },
        { "asking for opinions of the people is no draft", "关于加强信访工作的意见", "",
          ZW_FORM_ISSUED, false },
        { "the text opens with it", "甲市居住证管理办法", "现公开征求意见和建议。", ZW_FORM_DRAFT,
          false },
        { "the text opens with it in brackets", "甲市居住证管理办法", "（征求意见稿）第一条",
          ZW_FORM_DRAFT, false },
        { "a draft that the text names is another", "甲市居住证将有新规",
          "记者从《甲市居住证管理办法（征求意见稿）》获悉", ZW_FORM_ISSUED, false },
        { "news of a draft is none", "甲市居住证将有新规", "昨日就办法公开征求意见。",
          ZW_FORM_ISSUED, false },
        { "a draft of a change, told by the text",
          "甲市人民政府关于修改《甲市居住证管理办法》的决定", "（草案征求意见稿）", ZW_FORM_DRAFT,
          false },
        { "an interpretation", "《甲市居住证管理办法》政策解读", "", ZW_FORM_INTERPRETATION,
          false },
        { "an interpretation of a draft", "《甲市居住证管理办法（征求意见稿）》起草说明", "",
          ZW_FORM_INTERPRETATION, false },
        { "the law's own word 解释 explains nothing", "最高人民法院关于适用《甲法》的解释", "",
          ZW_FORM_ISSUED, false },
        { "a change", "甲市人民政府关于修改《甲市居住证管理办法》的决定", "", ZW_FORM_CHANGE,
          false },
        { "a change without title marks", "中华人民共和国宪法修正案", "", ZW_FORM_CHANGE, false },
        { "a draft of a change", "《甲市居住证管理办法》修正案（草案）", "", ZW_FORM_DRAFT, false },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_version v = version_of(*state, rows[i].title, rows[i].text);
        if (v.form != rows[i].form || v.amended != rows[i].amended)
            fail_msg("%s: form %d amended %d", rows[i].name, (int)v.form, v.amended);
    }
}

/* n sentences, each of its own words; every `changed`th (0: none) of others. */
static zw_str sentences(zw_arena *arena, size_t n, size_t changed, const char *between)
{
    zw_buf buf = ZW_BUF_INIT;
    for (size_t i = 0; i < n; i++) {
        uint32_t seed = (uint32_t)(changed && i % changed == 0 ? i + 5000 : i) * 2654435761u;
        for (int k = 0; k < 20; k++, seed = seed * 1664525u + 1013904223u)
            zw_buf_code(&buf, 0x4E00 + (seed >> 12) % 5000);
        zw_buf_text(&buf, between);
    }
    zw_str copy = { zw_arena_copy(arena, buf.at, buf.n), buf.n };
    zw_buf_free(&buf);
    return copy;
}

static zw_sketch sketch_of(zw_arena *arena, zw_str text)
{
    return zw_sketch_of(text, zw_arena_alloc(arena, ZW_SKETCH_BYTES));
}

static void sketches_tell_what_is_alike(void **state)
{
    zw_arena *arena = *state;
    zw_sketch a = sketch_of(arena, sentences(arena, 200, 0, "。"));
    zw_sketch spaced = sketch_of(arena, sentences(arena, 200, 0, "，\n　 "));
    zw_sketch changed = sketch_of(arena, sentences(arena, 200, 10, "。"));
    zw_sketch begun = sketch_of(arena, sentences(arena, 50, 0, "。"));
    zw_sketch none = sketch_of(arena, ZW_STR(""));
    assert_int_equal(a.letters, 4000);
    assert_true(zw_sketch_alike(&a, &a) == 1);
    assert_true(zw_sketch_alike(&a, &spaced) == 1); /* signs and blanks do not count */
    double tenth = zw_sketch_alike(&a, &changed);   /* nine tenths of either: 0.82 of both */
    assert_true(tenth > 0.68 && tenth < 0.92);
    assert_true(zw_sketch_inside(&a, &begun) > 0.6); /* all of the shorter, within the error */
    assert_true(zw_sketch_alike(&a, &begun) < 0.4);
    assert_true(zw_sketch_alike(&a, &none) == 0 && zw_sketch_inside(&none, &a) == 0);
}

static void bands_of_equal_texts_are_equal(void **state)
{
    zw_arena *arena = *state;
    zw_sketch a = sketch_of(arena, sentences(arena, 100, 0, "。"));
    zw_sketch b = sketch_of(arena, sentences(arena, 100, 0, " "));
    zw_sketch brief = sketch_of(arena, sentences(arena, 2, 0, "。"));
    for (size_t i = 0; i < ZW_SKETCH_BANDS; i++) {
        uint64_t x = 0, y = 1;
        assert_true(zw_sketch_band(&a, i, &x) && zw_sketch_band(&b, i, &y));
        assert_true(x == y);
        assert_false(zw_sketch_band(&brief, i, &x));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(titles_give_keys),
        cmocka_unit_test(titles_tell_the_form),
        cmocka_unit_test(sketches_tell_what_is_alike),
        cmocka_unit_test(bands_of_equal_texts_are_equal),
    };
    return cmocka_run_group_tests(tests, open_tables, close_tables);
}
