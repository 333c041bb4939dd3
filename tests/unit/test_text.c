/* UTF-8, slices, buffers, errors, digests, code points. */
#include "base/buffer.h"
#include "base/char_index.h"
#include "base/digest.h"
#include "base/error.h"
#include "base/utf8.h"
#include "tests/unit/unit.h"

static void finds_bad_bytes(void **state)
{
    (void)state;
    static const struct row {
        const char *name, *text;
        size_t bad;
    } rows[] = {
        { "all is well", "政文ab𠮷", 12 },         { "a lone continuation byte", "a\x80", 1 },
        { "cut in a character", "政\xE6\x96", 3 }, { "an overlong slash", "\xC0\xAF", 0 },
        { "a surrogate", "\xED\xA0\x80", 0 },      { "beyond U+10FFFF", "\xF4\x90\x80\x80", 0 },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        if (zw_utf8_bad(zw_str_of(rows[i].text)) != rows[i].bad)
            fail_msg("%s: %zu", rows[i].name, zw_utf8_bad(zw_str_of(rows[i].text)));
    }
}

static void steps_both_ways(void **state)
{
    (void)state;
    zw_str text = ZW_STR("a政𠮷");
    size_t len;
    assert_int_equal(zw_utf8_at(text, 1, &len), 0x653F);
    assert_int_equal(len, 3);
    assert_int_equal(zw_utf8_before(text, 8, &len), 0x20BB7);
    assert_int_equal(len, 4);
    assert_int_equal(zw_utf8_boundary(text, 3), 1);
    assert_int_equal(zw_utf8_count(text), 3);
}

static void counts_code_points(void **state)
{
    (void)state;
    zw_arena *arena = zw_arena_new();
    char text[1024];
    for (size_t i = 0; i + 4 <= 900; i += 4)
        memcpy(text + i, "a政", 4);
    zw_char_index *index = zw_char_index_new(arena, (zw_str){ text, 900 });
    assert_int_equal(zw_char_index_at(index, 0), 0);
    assert_int_equal(zw_char_index_at(index, 256), 128);
    assert_int_equal(zw_char_index_at(index, 601), 301);
    assert_int_equal(zw_char_index_at(index, 900), 450);
    zw_arena_free(arena);
}

static void trims_and_finds(void **state)
{
    (void)state;
    check_str("blanks of both widths", zw_str_trim(ZW_STR(" \u3000通知 \r\n")), "通知");
    check_str("nothing but blanks", zw_str_trim(ZW_STR(" \u3000 ")), "");
    assert_int_equal(zw_str_find(ZW_STR("a通知b通知"), ZW_STR("通知"), 2), 8);
    assert_int_equal(zw_str_find(ZW_STR("ab"), ZW_STR("abc"), 0), 2);
}

static void adds_where_to_errors(void **state)
{
    (void)state;
    zw_err err = { 0 };
    zw_err_set(&err, ZW_E_FORMAT, "line %d: bad", 3);
    assert_int_equal(zw_err_at(&err, "'%s'", "a.txt"), ZW_E_FORMAT);
    check_str("where comes first", zw_str_of(err.text), "'a.txt': line 3: bad");
    char long_text[700];
    for (size_t i = 0; i + 3 < sizeof long_text; i += 3)
        memcpy(long_text + i, "政", 4);
    zw_err_set(&err, ZW_E_IO, "x%s", long_text);
    assert_int_equal(zw_utf8_bad(zw_str_of(err.text)), strlen(err.text));
    assert_true(strlen(err.text) > 500);
}

static void digests(void **state)
{
    (void)state;
    char whole[ZW_SHA256_HEX], parts[ZW_SHA256_HEX];
    zw_sha256_hex(ZW_STR("abc"), whole);
    check_str("FIPS 180-4, one block", zw_str_of(whole),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    zw_sha256_hex_of((zw_str[]){ ZW_STR("a"), ZW_STR("bc") }, 2, parts);
    assert_string_equal(whole, parts);
}

static void buffers_grow(void **state)
{
    (void)state;
    zw_buf buf = ZW_BUF_INIT;
    for (int i = 0; i < 1000; i++)
        zw_buf_printf(&buf, "%d政", i % 10);
    assert_false(zw_buf_failed(&buf));
    assert_int_equal(buf.n, 4000);
    zw_buf_code(&buf, 0x20BB7);
    assert_string_equal(buf.at + 4000, "𠮷");
    zw_buf_free(&buf);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_bad_bytes),      cmocka_unit_test(steps_both_ways),
        cmocka_unit_test(counts_code_points),   cmocka_unit_test(trims_and_finds),
        cmocka_unit_test(adds_where_to_errors), cmocka_unit_test(digests),
        cmocka_unit_test(buffers_grow),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
