/* Sentences in the form in which wordings are compared. */
#include "query/study/each.h"
#include "query/study/wording/clause.h"
#include "tests/unit/index_fixture.h"

static const fixture_text texts[] = {
    { "a.txt",
      "福建省人民政府关于示例改革的实施意见\n闽政〔2016〕991号\n\n"
      "一、推进户籍改革\n"
      "（一）放宽落户条件。福建省实行居住证制度；保障“随迁子女”入学。”到2020年，达到45.5%！\n"
      "福建省人民政府\n2016年3月1日\n" },
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

static void print_key(zw_key key, zw_buf *to)
{
    for (size_t i = 0; i < key.n; i++) {
        if (key.at[i] == ZW_KEY_OWN_PLACE)
            zw_buf_char(to, '_');
        else
            zw_buf_code(to, key.at[i]);
    }
}

static void keys_keep_what_is_said(void **state)
{
    (void)state;
    static const struct row {
        const char *name, *text, *key;
    } rows[] = {
        { "punctuation and blanks go", "推广政府和社会资本合作（PPP）模式，加大 支持。",
          "推广政府和社会资本合作ppp模式加大支持" },
        { "an item number goes", "（三）放宽落户条件", "放宽落户条件" },
        { "with a Chinese comma", "三、放宽落户条件", "放宽落户条件" },
        { "with a point", "3.放宽落户条件", "放宽落户条件" },
        { "in a circle", "③放宽落户条件", "放宽落户条件" },
        { "of an article", "第十二条 放宽落户条件", "放宽落户条件" },
        { "a number that is none stays", "3.5万人落户", "3.5万人落户" },
        { "a point and percent stay", "达到45.5%。", "达到45.5%" },
        { "the own place is any place", "福建省实行，福建率先", "_实行_率先" },
        { "another place stays", "宁夏实行", "宁夏实行" },
        { "traditional is simplified", "戶籍制度", "户籍制度" },
    };
    const char *const region[] = { "福建省" };
    zw_doc_record document = { .region = { .n = 1, .names = { region[0] } } };
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_arena *arena = zw_arena_new();
        zw_buf text = ZW_BUF_INIT;
        zw_key key;
        zw_err err = { 0 };
        assert_int_equal(
            zw_clause_key(session, zw_str_of(rows[i].text), &document, arena, &key, &err), ZW_OK);
        print_key(key, &text);
        check_str(rows[i].name, zw_buf_view(&text), rows[i].key);
        zw_buf_free(&text);
        zw_arena_free(arena);
    }
}

static void passages_become_sentences(void **state)
{
    (void)state;
    zw_arena *arena = zw_arena_new();
    zw_doc_record document;
    zw_passage_record passage;
    zw_clauses clauses = { 0 };
    zw_buf seen = ZW_BUF_INIT;
    zw_err err = { 0 };
    zw_doc_list documents = { 0 };
    assert_int_equal(zw_each_document(session, arena, &documents, &err), ZW_OK);
    document = *documents.at[0];
    const char *id = zw_arena_printf(arena, "%s:0", document.id);
    assert_int_equal(zw_index_passage(session->index, zw_str_of(id), arena, &passage, &err), ZW_OK);
    assert_int_equal(zw_clauses_add(session, &passage, &document, arena, &clauses, &err), ZW_OK);
    for (size_t i = 0; i < clauses.n; i++) {
        zw_buf_printf(&seen, "%zu:%.*s|", clauses.at[i].sentence, (int)clauses.at[i].text.n,
                      clauses.at[i].text.at);
        zw_str quote = zw_passage_record_quote(&passage, clauses.at[i].source);
        check_str("the source's words", quote, zw_arena_str(arena, clauses.at[i].text));
    }
    check_str("sentences", zw_buf_view(&seen),
              "0:（一）放宽落户条件。|1:福建省实行居住证制度；|2:保障“随迁子女”入学。”|"
              "3:到2020年，达到45.5%！|");
    zw_buf_free(&seen);
    zw_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(keys_keep_what_is_said),
                                        cmocka_unit_test(passages_become_sentences) };
    return cmocka_run_group_tests(tests, make_index, remove_index);
}
