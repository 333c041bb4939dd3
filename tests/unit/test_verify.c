/* Quotations against an index: what is the same wording, what is not, and where it stands. */
#include "query/study/quoting/permalink.h"
#include "query/study/quoting/verify.h"
#include "tests/unit/index_fixture.h"

static const fixture_text texts[] = {
    { "a.txt",
      "宁夏回族自治区人民政府关于示例工作的通知\n宁政发〔2018〕992号\n\n"
      "一、鼓励采用PPP方式，改造城中村和棚户区。\n"
      "二、到2020年，城镇化率不低于55.5%，供水普及率达到98%以上，2016—2020年投资1,000亿元。\n"
      "三、健全户口登记制度，由自治区教育厅牵头；完善考核机制，按6∶4分担。\n"
      "宁夏回族自治区人民政府\n2018年5月2日\n" },
    { "b.txt", "福建省人民政府关于户籍改革的通知\n闽政〔2018〕1号\n\n"
               "一、放宽落户条件，实行居住证制度。\n二、健全户口登记制度。\n"
               "福建省人民政府\n2018年3月1日\n" },
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

/* status differs difference place-in-the-memo's-terms, of each part. */
static void told(const char *memo_text, zw_buf *to)
{
    zw_arena *arena = zw_arena_new();
    zw_memo memo;
    zw_err err = { 0 };
    assert_int_equal(zw_memo_read(zw_str_of(memo_text), arena, &memo, &err), ZW_OK);
    for (size_t i = 0; i < memo.quotations.n; i++) {
        zw_verdicts verdicts = { 0 };
        zw_str names[6];
        assert_int_equal(zw_verify(session, &memo.quotations.at[i], arena, &verdicts, &err), ZW_OK);
        for (size_t k = 0; k < verdicts.n; k++) {
            const zw_verdict *v = &verdicts.at[k];
            size_t n = zw_differs_names(&v->at, names);
            zw_buf_printf(to, "%s%s", to->n ? " | " : "", zw_found_name(v->at.found));
            for (size_t d = 0; d < n && v->at.found == ZW_FOUND_NORMALIZED; d++)
                zw_buf_printf(to, " %.*s", (int)names[d].n, names[d].at);
            if (v->at.difference)
                zw_buf_printf(to, " %s", v->at.difference);
            if (v->where != ZW_WHERE_ANY)
                zw_buf_printf(to, " %s", zw_where_name(v->where));
        }
    }
    zw_arena_free(arena);
}

static void quotations_are_told_apart(void **state)
{
    (void)state;
    static const struct row {
        const char *name, *memo, *wanted;
    } rows[] = {
        { "a run of characters", "“改造城中村和棚户区。”", "exact" },
        { "other marks of quotation", "「城镇化率」『户口』\"PPP方式\"", "exact | exact | exact" },
        { "a line end in the memo", "“改造城中村\n和棚户区”", "exact" },
        { "over the end of a passage", "> 改造城中村和棚户区。二、到2020年", "exact" },
        { "a blank", "“到 2020 年”", "normalized spacing" },
        { "full width", "“采用ＰＰＰ方式”", "normalized width" },
        { "letter case", "“采用ppp方式”", "normalized case" },
        { "traditional characters", "“健全戶口登記制度”", "normalized script" },
        { "a mark", "“采用PPP方式、改造城中村”", "normalized punctuation" },
        { "a dash between years", "“2016-2020年”", "normalized punctuation" },
        { "a comma in a thousand", "“投资1000亿元”", "normalized punctuation" },
        { "an altered digit", "“到2020年，城镇化率不低于55.6%”",
          "near 到2020年，城镇化率不低于[55.6→55.5]%" },
        { "another sign of a ratio", "“按6:4分担”", "normalized punctuation" },
        { "a lost sign", "“按64分担”", "near 按[64→6∶4]分担" },
        { "a lost point", "“城镇化率不低于555%”", "near 城镇化率不低于[555→55.5]%" },
        { "digits in another form", "“供水普及率达到9⑧%以上”", "near 供水普及率达到9[⑧→8]%以上" },
        { "a word left out", "“健全登记制度，由自治区教育厅牵头”",
          "near 健全[→户口]登记制度，由自治区教育厅牵头" },
        { "a word added", "“健全的户口登记制度，由自治区教育厅牵头”",
          "near 健全[的→]户口登记制度，由自治区教育厅牵头" },
        { "nothing like it", "“建设航天发射场和月球基地”", "absent" },
        { "an ellipsis", "“鼓励采用PPP方式……棚户区”", "exact | exact" },
        { "parts of two documents", "“由自治区教育厅牵头……放宽落户条件”", "exact | exact apart" },
        { "parts that one document has, though the first stands in two",
          "“健全户口登记制度……完善考核机制”", "exact | exact" },
        { "the document named before it", "《关于示例工作的通知》要求“改造城中村”", "exact named" },
        { "by its number", "根据闽政〔2018〕1号，“实行居住证制度”", "exact named" },
        { "with the number in brackets", "《某某通知》（闽政〔2018〕1号）：“实行居住证制度”",
          "exact named" },
        { "behind it", "“实行居住证制度”（闽政〔2018〕1号）", "exact named" },
        { "in another document", "根据闽政〔2018〕1号，“改造城中村”", "exact elsewhere" },
        { "near elsewhere, and far from what the named one says",
          "根据闽政〔2018〕1号，“健全户口登记制度，由教育厅”",
          "near 健全户口登记制度，由[→自治区]教育厅 elsewhere" },
        { "not in the index", "根据国发〔2014〕8号，“改造城中村”", "exact unknown" },
        { "of another sentence", "根据闽政〔2018〕1号办理。“改造城中村”", "exact" },
        { "a line of source", "> 实行居住证制度\n> ——闽政〔2018〕1号", "exact named" },
        { "the sentence that leads to a block", "闽政〔2018〕1号要求：\n\n> 实行居住证制度",
          "exact named" },
        { "emphasis in a block", "> 实行**居住证**制度[^1]", "exact" },
        { "no quotation in code", "```\nx = “y”\n```\n", "" },
        { "another mark behind one never closed", "“甲「实行居住证制度」", "exact" },
        { "a mark never closed", "“甲“实行居住证制度”", "exact" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_buf seen = ZW_BUF_INIT;
        told(rows[i].memo, &seen);
        check_str(rows[i].name, zw_buf_view(&seen), rows[i].wanted);
        zw_buf_free(&seen);
    }
}

static void places_in_the_memo(void **state)
{
    (void)state;
    zw_arena *arena = zw_arena_new();
    zw_memo memo;
    zw_err err = { 0 };
    const char *text = "\xEF\xBB\xBF甲\r\n乙“丙\r\n丁”戊\r\n\r\n> > 己\n“庚";
    assert_int_equal(zw_memo_read(zw_str_of(text), arena, &memo, &err), ZW_OK);
    assert_int_equal(memo.quotations.n, 2);
    check_str("joined", memo.quotations.at[0].text, "丙丁");
    assert_int_equal(memo.quotations.at[0].line, 2);
    assert_int_equal(memo.quotations.at[0].column, 3);
    assert_int_equal(memo.quotations.at[1].line, 5);
    assert_int_equal(memo.quotations.at[1].column, 5);
    assert_int_equal(memo.unclosed.n, 1);
    assert_int_equal(memo.unclosed.at[0].line, 6);
    zw_arena_free(arena);
}

static void permalinks(void **state)
{
    (void)state;
    static const struct row {
        const char *name, *text;
        bool is, whole;
        size_t passage, start, end;
    } rows[] = {
        { "a passage", "abc:12", true, true, 12, 0, 0 },
        { "a stretch", "abc:12@5-9", true, false, 12, 5, 9 },
        { "a document", "abc", false, false, 0, 0, 0 },
        { "no number", "abc:x", false, false, 0, 0, 0 },
        { "no end", "abc:1@5", false, false, 0, 0, 0 },
        { "backwards", "abc:1@9-5", false, false, 0, 0, 0 },
        { "more behind it", "abc:1@5-9x", false, false, 0, 0, 0 },
        { "a number too long", "abc:99999999999999999999", false, false, 0, 0, 0 },
    };
    zw_arena *arena = zw_arena_new();
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_permalink link;
        bool is = zw_permalink_read(rows[i].text, arena, &link);
        if (is != rows[i].is)
            fail_msg("%s: %d", rows[i].name, is);
        if (!is)
            continue;
        assert_string_equal(link.document, "abc");
        assert_int_equal(link.passage, rows[i].passage);
        assert_int_equal(link.whole, rows[i].whole);
        assert_int_equal(link.chars.start, rows[i].start);
        assert_int_equal(link.chars.end, rows[i].end);
    }
    zw_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(quotations_are_told_apart),
                                        cmocka_unit_test(places_in_the_memo),
                                        cmocka_unit_test(permalinks) };
    return cmocka_run_group_tests(tests, make_index, remove_index);
}
