/* Which terms a text stands under, and which a query asks for. */
#include "base/utf8.h"
#include "tests/unit/segment.h"

static const struct row {
    const char *name;
    zw_seg_mode mode;
    const char *text, *terms; /* < and > for an open start and end */
} rows[] = {
    { "bigrams, and the last alone", ZW_SEG_DOCUMENT, "户籍制", "户籍 籍制 制" },
    { "punctuation ends a run", ZW_SEG_DOCUMENT, "市、县", "市 县" },
    { "letter-spacing does not", ZW_SEG_DOCUMENT, "通 知", "通知 知" },
    { "nor does a line end", ZW_SEG_DOCUMENT, "居\n住", "居住 住" },
    { "words are no terms", ZW_SEG_DOCUMENT, "居住证，随迁子女", "居住 住证 证 随迁 迁子 子女 女" },
    { "a run of letters", ZW_SEG_DOCUMENT, "ＰＰＰ项目", "ppp 项目 目" },
    { "a decimal is itself and its halves", ZW_SEG_DOCUMENT, "3.5%", "3 3.5 5" },
    { "a date has pairs", ZW_SEG_DOCUMENT, "2017.11.16", "2017 2017.11 11 11.16 16" },
    { "nothing to find", ZW_SEG_DOCUMENT, "——！ ", "" },
    { "a query needs no single at the end", ZW_SEG_QUERY, "户籍", "户籍" },
    { "one character asks for all that start so", ZW_SEG_QUERY, "镇", "镇>" },
    { "a blank parts two words", ZW_SEG_QUERY, "户籍 人口", "户籍 人口" },
    { "letter-spacing does not", ZW_SEG_QUERY, "通 知", "通知" },
    { "a decimal is asked whole", ZW_SEG_QUERY, "3.5", "3.5" },
    { "question words alone stay", ZW_SEG_QUERY, "什么", "什么" },
    { "a phrase asks for no words", ZW_SEG_PHRASE, "居住证", "居住 住证" },
    { "a phrase over a blank", ZW_SEG_PHRASE, "居住 证", "居住 住证" },
    { "a phrase that ends in punctuation", ZW_SEG_PHRASE, "户籍。", "户籍 籍" },
    { "one character", ZW_SEG_PHRASE, "镇", "镇>" },
    { "letters may go on", ZW_SEG_PHRASE, "PP", "<pp>" },
    { "letters closed by a word", ZW_SEG_PHRASE, "PPP项目", "<ppp 项目" },
};

static zw_terms terms_of(segment_state *s, zw_seg_mode mode, zw_str text)
{
    zw_terms terms = { 0 };
    assert_int_equal(zw_segmenter_terms(s->segmenter, mode, text, s->arena, &terms, NULL), ZW_OK);
    return terms;
}

static void makes_terms(void **state)
{
    segment_state *s = *state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_terms terms = terms_of(s, rows[i].mode, zw_str_of(rows[i].text));
        zw_buf found = ZW_BUF_INIT;
        for (size_t t = 0; t < terms.n; t++) {
            zw_buf_text(&found, t ? " " : "");
            zw_buf_text(&found, terms.at[t].open_start ? "<" : "");
            zw_buf_str(&found, terms.at[t].text);
            zw_buf_text(&found, terms.at[t].open_end ? ">" : "");
        }
        check_str(rows[i].name, zw_buf_view(&found), rows[i].terms);
        zw_buf_free(&found);
    }
}

static void places_terms(void **state)
{
    segment_state *s = *state;
    zw_str text = ZW_STR("，户 籍ＰＰＰ");
    zw_terms terms = terms_of(s, ZW_SEG_DOCUMENT, text);
    assert_int_equal(terms.n, 3);
    check_str("a bigram over a blank", zw_str_slice(text, terms.at[0].at), "户 籍");
    check_str("a full-width run", zw_str_slice(text, terms.at[2].at), "ＰＰＰ");
}

static void weighs_query_terms(void **state)
{
    segment_state *s = *state;
    zw_terms terms = terms_of(s, ZW_SEG_QUERY, ZW_STR("居民教育是什么"));
    double inside = terms.at[0].weight, across = terms.at[1].weight;
    double grammar = terms.at[terms.n - 1].weight;
    assert_true(inside == 1 && across < inside && grammar < across && grammar > 0);
}

static bool holds(const zw_terms *terms, const zw_term *wanted)
{
    for (size_t i = 0; i < terms->n; i++) {
        zw_str have = terms->at[i].text;
        if (wanted->open_start ? zw_str_find(have, wanted->text, 0) < have.n
            : wanted->open_end ? zw_str_starts(have, wanted->text)
                               : zw_str_eq(have, wanted->text))
            return true;
    }
    return false;
}

static void check_held(const zw_terms *document, const zw_terms *asked, zw_str text)
{
    for (size_t i = 0; i < asked->n; i++) {
        if (!holds(document, &asked->at[i]))
            fail_msg("'%.*s' does not stand under '%.*s'", (int)text.n, text.at,
                     (int)asked->at[i].text.n, asked->at[i].text.at);
    }
}

/* A run longer than a term is found whole, from its start, and by any 120 bytes of it. */
static void cuts_long_runs(void **state)
{
    segment_state *s = *state;
    char text[1000];
    for (size_t i = 0; i < sizeof text; i++)
        text[i] = (char)('a' + (i * i / 7 + i) % 26);
    zw_str whole = { text, sizeof text };
    zw_terms document = terms_of(s, ZW_SEG_DOCUMENT, whole);
    assert_int_equal(document.n, 8);
    for (size_t i = 0; i < document.n; i++)
        assert_true(document.at[i].text.n <= 240);
    zw_terms asked = terms_of(s, ZW_SEG_QUERY, whole);
    check_held(&document, &asked, whole);
    for (size_t at = 0; at + 300 <= sizeof text; at += 7) {
        zw_str part = zw_str_slice(whole, (zw_range){ at, at + (at % 2 ? 300 : 120) });
        asked = terms_of(s, ZW_SEG_PHRASE, part);
        assert_int_equal(asked.n, 1);
        check_held(&document, &asked, part);
    }
}

/* Texts of pieces that fold, join and part in every way, the same on every run. */
static zw_str random_text(zw_arena *arena, uint32_t *seed, size_t pieces)
{
    static const char *const alphabet[] = {
        "户",     "戶", "籍", "镇", "〇", "𠮷",     "的",       "什么",    " ",
        "\u3000", "\n", "，", "。", "p",  "Ｐ",     "é",        "e\u0301", "3",
        "５",     ".",  "①",  "㎡", "ﾊﾞ", "\u200B", "城镇化率", "\xFF",
    };
    zw_buf buf = ZW_BUF_INIT;
    for (size_t i = 0; i < pieces; i++) {
        *seed = *seed * 1664525u + 1013904223u;
        zw_buf_text(&buf, alphabet[(*seed >> 16) % COUNT(alphabet)]);
    }
    zw_str text = { zw_arena_str(arena, zw_buf_view(&buf)), buf.n };
    zw_buf_free(&buf);
    return text;
}

/* What a query asks for was written, whatever stands around the words asked for. */
static void agrees(void **state)
{
    segment_state *s = *state;
    uint32_t seed = 1;
    for (int round = 0; round < 2000; round++) {
        zw_str text = random_text(s->arena, &seed, 12);
        char *whole = zw_arena_printf(s->arena, "户籍p3，%.*s。3p户籍", (int)text.n, text.at);
        zw_terms document = terms_of(s, ZW_SEG_DOCUMENT, zw_str_of(whole));
        zw_terms asked = terms_of(s, ZW_SEG_QUERY, text);
        check_held(&document, &asked, text);
        /* A phrase may begin and end anywhere: here what stands around goes on with its runs. */
        whole = zw_arena_printf(s->arena, "户籍p3%.*s3p户籍", (int)text.n, text.at);
        document = terms_of(s, ZW_SEG_DOCUMENT, zw_str_of(whole));
        asked = terms_of(s, ZW_SEG_PHRASE, text);
        check_held(&document, &asked, text);
        zw_arena_reset(s->arena);
    }
}

/* Each Han character starts one bigram or single, so those that start with it find them all. */
static void finds_each_character(void **state)
{
    segment_state *s = *state;
    uint32_t seed = 2;
    for (int round = 0; round < 2000; round++) {
        zw_str text = random_text(s->arena, &seed, 20);
        zw_terms terms = terms_of(s, ZW_SEG_DOCUMENT, text);
        size_t t = 0;
        for (size_t at = 0, len; at < text.n; at += len) {
            if (!zw_is_han(zw_utf8_at(text, at, &len)))
                continue;
            while (t < terms.n && (terms.at[t].kind == ZW_TERM_RUN || terms.at[t].at.start < at))
                t++;
            if (t == terms.n || terms.at[t].at.start != at)
                fail_msg("'%.*s': nothing starts at %zu", (int)text.n, text.at, at);
        }
        zw_arena_reset(s->arena);
    }
}

/* A line without end or punctuation gets through in linear time, and so does a query. */
static void bounds_long_texts(void **state)
{
    segment_state *s = *state;
    size_t n = 300000;
    char *text = malloc(n * 3);
    for (size_t i = 0; i < n; i++)
        memcpy(text + i * 3, i % 7 ? "户" : "籍", 3);
    for (int mode = ZW_SEG_DOCUMENT; mode <= ZW_SEG_PHRASE; mode++) {
        zw_terms terms = terms_of(s, (zw_seg_mode)mode, (zw_str){ text, n * 3 });
        assert_int_equal(terms.n, mode == ZW_SEG_DOCUMENT ? n : n - 1);
        zw_arena_reset(s->arena);
    }
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(makes_terms),
        cmocka_unit_test(places_terms),
        cmocka_unit_test(weighs_query_terms),
        cmocka_unit_test(cuts_long_runs),
        cmocka_unit_test(agrees),
        cmocka_unit_test(finds_each_character),
        cmocka_unit_test(bounds_long_texts),
    };
    return cmocka_run_group_tests(tests, segment_setup, segment_teardown);
}
