/* What counts as the same character, and where each came from. */
#include "base/utf8.h"
#include "tests/unit/segment.h"

static const struct row {
    const char *name, *text, *normal, *exact;
} rows[] = {
    { "full-width letters are letters", "ＰＰＰ", "ppp", "ppp" },
    { "letter case is folded", "G60科创走廊", "g60科创走廊", "g60科创走廊" },
    { "traditional is simplified", "戶籍", "户籍", "户籍" },
    { "two traditional forms of one", "臺灣台湾", "台湾台湾", "台湾台湾" },
    { "著 stays: 著作权 is simplified", "著作权", "著作权", "著作权" },
    { "a compatibility ideograph", "\uF9DB", "率", "率" },
    { "its simplified form after it", "\uF9BA", "了", "了" },
    { "a unit in one character", "㎡", "m2", "m2" },
    { "a superscript", "m²", "m2", "m2" },
    { "zero as an ideograph", "二〇二〇", "二〇二〇", "二〇二〇" },
    { "zero as a circle", "二○一七", "二〇一七", "二〇一七" },
    { "full-width digits", "２０２０．５％", "2020.5%", "2020.5%" },
    { "full-width punctuation", "（试行），：；", "(试行),:;", "(试行),:;" },
    { "Chinese punctuation stays", "《通知》。、", "《通知》。、", "《通知》。、" },
    { "an accent composed", "e\u0301", "é", "é" },
    { "an accent in one", "É", "é", "é" },
    { "a rare character", "𠮷", "𠮷", "𠮷" },
    { "half-width katakana with its mark", "ﾊﾞｽ", "バス", "バス" },
    { "a mark on an ideograph stays behind it", "政\u0301a", "政\u0301a", "政\u0301a" },
    { "marks are put in order", "a\u0301\u0323", "ạ\u0301", "ạ\u0301" },
    { "Korean letters compose", "\u1112\u1161\u11ab", "한", "한" },
    { "a soft hyphen goes", "co\u00ADop", "coop", "coop" },
    { "a variation selector goes", "城\uFE00镇", "城镇", "城镇" },
    { "a zero-width blank goes", "城\u200B镇", "城镇", "城镇" },
    { "a byte order mark goes", "\uFEFF通知", "通知", "通知" },
    { "a lone byte", "a\xFF政", "a\uFFFD政", "a\uFFFD政" },
    { "a cut character", "政\xE6\x96", "政\uFFFD\uFFFD", "政\uFFFD\uFFFD" },
    { "a surrogate in UTF-8", "\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD", "\uFFFD\uFFFD\uFFFD" },
    { "letter-spacing", "通 知", "通 知", "通知" },
    { "a wide blank", "通\u3000知", "通 知", "通知" },
    { "a line end", "居住\r\n证", "居住\r\n证", "居住证" },
    { "a page break", "居住\f证", "居住\f证", "居住证" },
    { "blanks beside a number", "到 2020 年", "到 2020 年", "到2020年" },
    { "blanks beside punctuation", "通知 ， 各市", "通知 , 各市", "通知,各市" },
    { "one blank stays between letters", "public \u00A0 Private", "public   private",
      "public private" },
    { "and between numbers", "10  20", "10  20", "10 20" },
    { "before a mark, which would join with what stands before the blank", "a= \u0338b",
      "a= \u0338b", "a= \u0338b" },
    { "edges have none", "  通知 ", "  通知 ", "通知" },
    { "a ringed number", "①2016", "12016", "12016" },
    { "a bracketed number", "㈠", "(一)", "(一)" },
    { "dots in one", "…", "...", "..." },
    { "nothing", "", "", "" },
};

static void folds(void **state)
{
    segment_state *s = *state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_str normal, exact, again;
        zw_offset_map *map;
        zw_str text = zw_str_of(rows[i].text);
        assert_int_equal(zw_segmenter_normalise(s->segmenter, text, s->arena, &normal, &map, NULL),
                         ZW_OK);
        check_str(rows[i].name, normal, rows[i].normal);
        assert_int_equal(zw_offset_map_new_len(map), normal.n);
        assert_int_equal(zw_offset_map_old_end(map), text.n);
        assert_int_equal(zw_segmenter_fold_exact(s->segmenter, text, s->arena, &exact, &map, NULL),
                         ZW_OK);
        check_str(rows[i].name, exact, rows[i].exact);
        assert_int_equal(zw_offset_map_new_len(map), exact.n);
        assert_int_equal(zw_offset_map_old_end(map), text.n);
        zw_segmenter_fold_exact(s->segmenter, exact, s->arena, &again, NULL, NULL);
        check_str(rows[i].name, again, rows[i].exact);
    }
}

static const struct find {
    const char *name, *text, *phrase, *found; /* NULL: not there */
} finds[] = {
    { "letter-spaced in the text", "关于印发 通 知 的", "通知", "通 知" },
    { "letter-spaced in the phrase", "关于印发通知的", "通 知", "通知" },
    { "over a line end", "持有居住\n证的人", "居住证", "居住\n证" },
    { "over a page break", "持有居\n\f\n住证的人", "居住证", "居\n\f\n住证" },
    { "of another width", "推广ＰＰＰ项目", "ppp 项目", "ＰＰＰ项目" },
    { "of another script", "戶籍制度", "户籍", "戶籍" },
    { "half of one character", "100㎡", "m", "㎡" },
    { "punctuation counts", "城镇、化率", "城镇化率", NULL },
    { "letters do not run together", "public private", "publicprivate", NULL },
};

static void finds_phrases(void **state)
{
    segment_state *s = *state;
    for (size_t i = 0; i < COUNT(finds); i++) {
        zw_str text = zw_str_of(finds[i].text), in, what;
        zw_offset_map *map;
        zw_segmenter_fold_exact(s->segmenter, text, s->arena, &in, &map, NULL);
        zw_segmenter_fold_exact(s->segmenter, zw_str_of(finds[i].phrase), s->arena, &what, NULL,
                                NULL);
        size_t at = zw_str_find(in, what, 0);
        if ((at == in.n) != (finds[i].found == NULL))
            fail_msg("%s", finds[i].name);
        if (at < in.n) {
            zw_range old = zw_offset_map_old(map, (zw_range){ at, at + what.n });
            check_str(finds[i].name, zw_str_slice(text, old), finds[i].found);
        }
    }
}

/* One base character under more marks than any text has: cut, in linear time. */
static void bounds_marks(void **state)
{
    segment_state *s = *state;
    size_t marks = 200000;
    char *text = malloc(1 + marks * 2);
    text[0] = 'a';
    for (size_t i = 0; i < marks; i++)
        memcpy(text + 1 + i * 2, i % 2 ? "\u0301" : "\u0323", 2);
    zw_str normal;
    assert_int_equal(zw_segmenter_normalise(s->segmenter, (zw_str){ text, 1 + marks * 2 }, s->arena,
                                            &normal, NULL, NULL),
                     ZW_OK);
    assert_int_equal(zw_utf8_bad(normal), normal.n);
    free(text);
}

/* No code point breaks the map or comes out changed a second time. */
static void folds_every_code_point(void **state)
{
    segment_state *s = *state;
    for (uint32_t code = 1; code <= 0x10FFFF; code += code < 0x30000 ? 1 : 4099) {
        char bytes[8];
        zw_str text = { bytes, zw_utf8_put(bytes, code) }, normal, again;
        zw_offset_map *map;
        zw_segmenter_normalise(s->segmenter, text, s->arena, &normal, &map, NULL);
        zw_segmenter_normalise(s->segmenter, normal, s->arena, &again, NULL, NULL);
        if (!zw_str_eq(normal, again) || zw_offset_map_old_end(map) != text.n ||
            zw_offset_map_new_len(map) != normal.n)
            fail_msg("U+%04X", code);
        zw_arena_reset(s->arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(folds),
        cmocka_unit_test(finds_phrases),
        cmocka_unit_test(bounds_marks),
        cmocka_unit_test(folds_every_code_point),
    };
    return cmocka_run_group_tests(tests, segment_setup, segment_teardown);
}
