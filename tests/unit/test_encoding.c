/* Which encoding a file is in, and what becomes of bytes that are in none. */
#include "corpus/encoding.h"

#include <stdlib.h>

#include "tests/unit/unit.h"

#define HAN "各县人民政府要把居住证制度落实到位，并于年底前报告。"

static void decodes(void **state)
{
    (void)state;
    static const struct row {
        const char *name, *bytes;
        size_t n;
        const char *encoding, *text;
    } rows[] = {
        { "plain UTF-8", "居住证", 9, "UTF-8", "居住证" },
        { "the BOM is no text", "\xEF\xBB\xBF居住证", 12, "UTF-8", "居住证" },
        { "ASCII is UTF-8", "PPP\r\n", 5, "UTF-8", "PPP\r\n" },
        { "UTF-16 little endian with BOM", "\xFF\xFE\x45\x5C\x4F\x4F", 6, "UTF-16LE", "居住" },
        { "UTF-16 big endian with BOM", "\xFE\xFF\x5C\x45\x4F\x4F", 6, "UTF-16BE", "居住" },
        { "UTF-16 little endian without BOM", "\x45\x5C\x4F\x4F\xC1\x8B\x36\x52\xA6\x5E\x0A\x00",
          12, "UTF-16LE", "居住证制度\n" },
        { "a pair of surrogates is one character", "\xFF\xFE\x42\xD8\xB7\xDF", 6, "UTF-16LE",
          "𠮷" },
        { "GBK", "\xBE\xD3\xD7\xA1\xD6\xA4\xB5\xC4\xD6\xC6\xB6\xC8", 12, "GB18030",
          "居住证的制度" },
        { "four bytes of GB18030", "\xD7\xA1\x95\x34\xC8\x36\xB5\xC4\xC8\xCB", 10, "GB18030",
          "住𠲔的人" },
        { "Big5", "\xA9\x7E\xA6\xED\xAA\xBA\xA4\x48\xA1\x41\xB0\xEA\xAE\x61", 14, "Big5",
          "居住的人，國家" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_arena *arena = zw_arena_new();
        zw_decoded d;
        zw_err err = { 0 };
        if (zw_decode((zw_str){ rows[i].bytes, rows[i].n }, arena, &d, &err) != ZW_OK)
            fail_msg("%s: %s", rows[i].name, err.text);
        check_str(rows[i].name, zw_str_of(d.encoding), rows[i].encoding);
        check_str(rows[i].name, d.text, rows[i].text);
        zw_arena_free(arena);
    }
}

static void keeps_valid_text_where_it_is(void **state)
{
    (void)state;
    zw_arena *arena = zw_arena_new();
    zw_str bytes = ZW_STR("第一条\r\n第二条\r\n");
    zw_decoded d;
    assert_int_equal(zw_decode(bytes, arena, &d, NULL), ZW_OK);
    assert_ptr_equal(d.text.at, bytes.at);
    assert_int_equal(d.text.n, bytes.n);
    zw_arena_free(arena);
}

static void mends_a_few_bad_bytes(void **state)
{
    (void)state;
    zw_arena *arena = zw_arena_new();
    zw_decoded d;
    zw_err err = { 0 };
    assert_int_equal(zw_decode(ZW_STR(HAN "\xFF" HAN), arena, &d, &err), ZW_OK);
    check_str("one bad byte", d.text, HAN "\xEF\xBF\xBD" HAN);
    assert_int_equal(d.bad, 1);
    assert_int_equal(zw_decode(ZW_STR(HAN "\xE6\x96"), arena, &d, &err), ZW_OK);
    assert_int_equal(zw_decode(ZW_STR(HAN "\xFF" HAN "\xFE" HAN), arena, &d, &err), ZW_E_ENCODING);
    check_str("the message names the byte", zw_str_of(err.text),
              "byte 78 is not UTF-8, nor are 1 other places");
    err = (zw_err){ 0 };
    zw_str few = ZW_STR("人\xFF民\xFE政\xFD府文件办公厅\xFC");
    assert_int_equal(zw_decode(few, arena, &d, &err), ZW_E_ENCODING);
    check_str("a short text is named as what most of it is", zw_str_of(err.text),
              "byte 3 is not UTF-8, nor are 3 other places");
    zw_arena_free(arena);
}

static void refuses_what_is_no_text(void **state)
{
    (void)state;
    zw_arena *arena = zw_arena_new();
    zw_decoded d;
    zw_err err = { 0 };
    assert_int_equal(zw_decode(ZW_STR("ab\0cd\0\0ef"), arena, &d, &err), ZW_E_FORMAT);
    check_str("NULs", zw_str_of(err.text), "binary: a NUL at byte 2");
    char noise[4096];
    srand(7);
    for (size_t i = 0; i < sizeof noise; i++)
        noise[i] = (char)(rand() % 255 + 1);
    assert_int_equal(zw_decode((zw_str){ noise, sizeof noise }, arena, &d, &err), ZW_E_ENCODING);
    /* Lone surrogates in UTF-16 are bad places like any other. */
    assert_int_equal(zw_decode(ZW_STR("\xFF\xFE\x42\xD8\x42\xD8\x42\xD8\x45\x5C"), arena, &d, &err),
                     ZW_E_ENCODING);
    zw_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(decodes),
        cmocka_unit_test(keeps_valid_text_where_it_is),
        cmocka_unit_test(mends_a_few_bad_bytes),
        cmocka_unit_test(refuses_what_is_no_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
