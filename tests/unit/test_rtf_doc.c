/* RTF and DOC: what is shown, and that nothing broken does harm. Lines are those of paper.h. */
#include <stdlib.h>

#include "base/utf8.h"
#include "corpus/office/office.h"
#include "tests/unit/unit.h"

static void reads_rtf(void **state)
{
    (void)state;
    static const struct row {
        const char *name, *rtf, *lines;
    } rows[] = {
        { "bytes are of the code page of their font",
          "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl\\f0\\fcharset0 A;\\f1\\fcharset134 B;}"
          "\\f1 \\'c9\\'c2\\'ce\\'f7\\f0 A\\par}",
          "T陕西A\nT\n" },
        { "the page of the file is that of fonts without one",
          "{\\rtf1\\ansicpg936 \\'d5\\'fe\\'b2\\'df\\par}", "T政策\nT\n" },
        { "a code point, and the bytes that stand for it left out",
          "{\\rtf1\\uc1 \\u25919?\\u31574\\'3f\\par}", "T政策\nT\n" },
        { "two halves of a rare character", "{\\rtf1 \\u-10174?\\u-8700?\\par}",
          "T\xF0\xA0\xA8\x84\nT\n" },
        { "a backslash before a line end ends a paragraph", "{\\rtf1 a\\\nb}", "Ta\nTb\n" },
        { "pictures and what a reader need not know are no text",
          "{\\rtf1 a{\\pict 0102}{\\*\\unknown x}{\\info{\\title t}}b}", "Tab\n" },
        { "hidden and deleted text", "{\\rtf1 a{\\v b}{\\deleted c}d\\v e\\v0 f}", "Tadf\n" },
        { "a field shows its result", "{\\rtf1 {\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt y}}}",
          "Ty\n" },
        { "cells of a row", "{\\rtf1\\trowd\\intbl a\\cell\\intbl b\\cell\\row\\pard c\\par}",
          "Ba\tb\nTc\nT\n" },
        { "a note stands behind its paragraph, a text box before it",
          "{\\rtf1 a{\\super{\\*\\footnote\\chftn\\tab b\\par}}{\\shp{\\*\\shpinst x{\\shptxt "
          "c\\par d}}"
          "{\\shprslt c}}e\\par f{\\footnote g}}",
          "Tc\nTd\nTae\nT[1] b\nTf\nT[2] g\n" },
        { "groups that never end", "{\\rtf1{{{a", "Ta\n" },
        { "groups that never began", "{\\rtf1 a}}}}b", "Tab\n" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_buf out = ZW_BUF_INIT;
        zw_err err = { 0 };
        if (zw_rtf_read(zw_str_of(rows[i].rtf), &out, &err) != ZW_OK)
            fail_msg("%s: %s", rows[i].name, err.text);
        check_str(rows[i].name, zw_buf_view(&out), rows[i].lines);
        zw_buf_free(&out);
    }
}

/* ---- a DOC of five sectors: directory, chains, the file, its table ---- */

enum {
    DIRECTORY = 512,
    FAT = 1024,
    WORD = 1536,            /* four sectors: header (three) and text */
    TEXT = 1536,            /* in the stream, its fourth sector */
    PROPERTIES = 2048,      /* the fifth */
    TABLE = WORD + 5 * 512, /* one sector */
    DOC_SIZE = TABLE + 512,
};

static void put16(char *at, unsigned n)
{
    at[0] = (char)(n & 0xFF);
    at[1] = (char)(n >> 8 & 0xFF);
}

static void put32(char *at, unsigned n)
{
    put16(at, n & 0xFFFF);
    put16(at + 2, n >> 16);
}

static void put_entry(char *entry, const char *name, unsigned first, unsigned size)
{
    for (size_t i = 0; name[i]; i++)
        put16(entry + 2 * i, (unsigned char)name[i]);
    put16(entry + 64, (unsigned)(2 * strlen(name) + 2));
    put32(entry + 116, first);
    put32(entry + 120, size);
}

/* Text in two pieces: UTF-16, then bytes. */
static void make_doc(char *doc, const uint16_t *wide, unsigned n_wide, const char *narrow)
{
    unsigned n = (unsigned)strlen(narrow), behind = TEXT + 2 * n_wide;
    memset(doc, 0, DOC_SIZE);
    memcpy(doc, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    put16(doc + 30, 9);
    put16(doc + 32, 6);
    put32(doc + 48, 0);          /* the directory */
    put32(doc + 60, 0xFFFFFFFE); /* no small sectors */
    put32(doc + 68, 0xFFFFFFFE);
    put32(doc + 76, 1); /* the chains */
    put32(doc + 80, 0xFFFFFFFF);
    put_entry(doc + DIRECTORY, "Root Entry", 0xFFFFFFFE, 0);
    put_entry(doc + DIRECTORY + 128, "WordDocument", 2, 5 * 512);
    put_entry(doc + DIRECTORY + 256, "0Table", 7, 512);
    for (unsigned i = 2; i < 6; i++)
        put32(doc + FAT + 4 * i, i + 1);
    put32(doc + FAT, 0xFFFFFFFE);
    put32(doc + FAT + 4 * 6, 0xFFFFFFFE);
    put32(doc + FAT + 4 * 7, 0xFFFFFFFE);
    char *word = doc + WORD, *table = doc + TABLE;
    put16(word, 0xA5EC);
    put32(word + 0x4C, n_wide + n);
    put32(word + 0x102, 100); /* one page of paragraphs' properties */
    put32(word + 0x106, 12);
    put32(word + 0x1A2, 0);
    put32(word + 0x1A6, 33);
    for (unsigned i = 0; i < n_wide; i++)
        put16(word + TEXT + 2 * i, wide[i]);
    memcpy(word + behind, narrow, n);
    table[0] = 2;
    put32(table + 1, 28);
    put32(table + 9, n_wide);
    put32(table + 13, n_wide + n);
    put32(table + 19, TEXT);
    put32(table + 27, (behind * 2) | 0x40000000);
    put32(table + 100, TEXT);
    put32(table + 104, behind + n);
    put32(table + 108, PROPERTIES / 512);
    /* Two stretches: the last byte of the text ends a row. */
    char *page = word + PROPERTIES;
    put32(page, TEXT);
    put32(page + 4, behind + n - 1);
    put32(page + 8, behind + n);
    page[12] = 100;
    page[25] = 110;
    page[511] = 2;
    page[200] = 1; /* a style and nothing else */
    page[220] = 5;
    memcpy(page + 221, "\0\0\x16\x24\x01\x17\x24\x01\0", 9);
}

static void reads_doc(void **state)
{
    (void)state;
    static const uint16_t wide[] = { 0x653F, 0x7B56, 0x0D, 0x57CE, 0x0B, 0x9547, 0x0D };
    static const struct row {
        const char *name, *narrow, *lines;
    } rows[] = {
        { "pieces of bytes and of UTF-16", "abc\r", "T政策\nT城\nT镇\nTabc\n" },
        { "field codes are no text", "\x13HYPERLINK x\x14y\x15z\r", "T政策\nT城\nT镇\nTyz\n" },
        { "an empty cell is no end of a row",
          "a\x07\x07"
          "b\x07\x07",
          "T政策\nT城\nT镇\nBa\t\tb\n" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        char doc[DOC_SIZE];
        zw_buf out = ZW_BUF_INIT;
        zw_err err = { 0 };
        make_doc(doc, wide, COUNT(wide), rows[i].narrow);
        if (zw_doc_read((zw_str){ doc, sizeof doc }, &out, &err) != ZW_OK)
            fail_msg("%s: %s", rows[i].name, err.text);
        check_str(rows[i].name, zw_buf_view(&out), rows[i].lines);
        zw_buf_free(&out);
    }
}

/* Every length, and every byte turned over, in memory of just that size. */
static void survives_damage(void **state)
{
    (void)state;
    static const uint16_t wide[] = { 0x653F, 0x0D };
    char doc[DOC_SIZE];
    make_doc(doc, wide, COUNT(wide), "a\x07\x07\x13x\x14y\x15\r");
    for (size_t i = 0; i < 2 * (size_t)DOC_SIZE; i += 3) {
        size_t n = i < DOC_SIZE ? i : DOC_SIZE;
        char *copy = malloc(n + 1);
        zw_buf out = ZW_BUF_INIT;
        zw_err err = { 0 };
        memcpy(copy, doc, n);
        if (i >= DOC_SIZE)
            copy[i - DOC_SIZE] = (char)~copy[i - DOC_SIZE];
        if (zw_doc_read((zw_str){ copy, n }, &out, &err) == ZW_OK)
            assert_int_equal(zw_utf8_bad(zw_buf_view(&out)), out.n);
        else
            assert_true(err.text[0]);
        zw_buf_free(&out);
        free(copy);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_rtf),
        cmocka_unit_test(reads_doc),
        cmocka_unit_test(survives_damage),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
