/* What Word shows of a document, from the XML it is stored as. Lines are those of paper.h. */
#include "corpus/office/office.h"
#include "corpus/office/word.h"
#include "tests/unit/unit.h"
#include "tests/unit/zip.h"

#define W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
#define BODY(inside) "<w:document " W "><w:body>" inside "</w:body></w:document>"
#define P(inside) "<w:p>" inside "</w:p>"
#define R(text) "<w:r><w:t>" text "</w:t></w:r>"
#define CELL(inside) "<w:tc>" inside "</w:tc>"

static void shows_what_word_shows(void **state)
{
    (void)state;
    static const struct row {
        const char *name, *xml, *lines;
    } rows[] = {
        { "runs of a paragraph are one text", BODY(P(R("居住") R("证"))), "T居住证\n" },
        { "what was deleted is gone, what was put in stays",
          BODY(P(R("满") "<w:del><w:r><w:delText>3</w:delText></w:r></w:del>"
                         "<w:ins>" R("5") "</w:ins>" R("年"))),
          "T满5年\n" },
        { "what was moved stands where it went",
          BODY(
              P("<w:moveFrom>" R("甲") "</w:moveFrom>" R("乙") "<w:moveTo>" R("甲") "</w:moveTo>")),
          "T乙甲\n" },
        { "a deleted paragraph end joins two",
          BODY(P("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" R("城镇")) P(R("化率"))), "T城镇化率\n" },
        { "hidden text is not there",
          BODY(P("<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>" R("明"))), "T明\n" },
        { "vanish switched off hides nothing",
          BODY(P("<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>明</w:t></w:r>")), "T明\n" },
        { "a break inside a paragraph is a line end",
          BODY(P(R("一行") "<w:r><w:br/></w:r>" R("二行"))), "T一行\nT二行\n" },
        { "an outline level makes a heading",
          BODY(P("<w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr>" R("总则"))), "H2总则\n" },
        { "a row of a table has tabs between its cells",
          BODY("<w:tbl><w:tr>" CELL(P(R("指标"))) CELL(P(R("2020年"))) "</w:tr><w:tr>" CELL(
              P(R("城镇")) P(R("化率"))) CELL(P(R("60%"))) "</w:tr></w:tbl>"),
          "B指标\t2020年\nR城镇化率\t60%\n" },
        { "a cell over two columns leaves room for both",
          BODY("<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>" P(
              R("甲")) "</w:tc>" CELL(P(R("乙"))) "</w:tr></w:tbl>"),
          "B甲\t\t乙\n" },
        { "a table of one cell is a frame, not a table",
          BODY("<w:tbl><w:tr>" CELL(P(R("第一条")) P(R("第二条"))) "</w:tr></w:tbl>"),
          "T第一条\nT第二条\n" },
        { "a table in a frame is still a table",
          BODY("<w:tbl><w:tr>" CELL(P(R("表")) "<w:tbl><w:tr>" CELL(P(R("甲")))
                                        CELL(P(R("1"))) "</w:tr></w:tbl>") "</w:tr></w:tbl>"),
          "T表\nB甲\t1\n" },
        { "a text box is read once, before the paragraph that holds it",
          BODY(P(
              R("下") "<w:r><mc:AlternateContent "
                      "xmlns:mc=\"m\"><mc:Choice><w:txbxContent>" P(R(
                          "框")) "</w:txbxContent></"
                                 "mc:Choice><mc:Fallback><w:txbxContent>" P(R("框")) "</"
                                                                                     "w:"
                                                                                     "txbxCo"
                                                                                     "ntent>"
                                                                                     "</"
                                                                                     "mc:"
                                                                                     "Fallba"
                                                                                     "ck></"
                                                                                     "mc:"
                                                                                     "Altern"
                                                                                     "ateCon"
                                                                                     "tent><"
                                                                                     "/w:"
                                                                                     "r>" R("文"))),
          "T框\nT下文\n" },
        { "a field shows its result, not its code",
          BODY(P("<w:r><w:instrText>HYPERLINK</w:instrText></w:r>" R("网址"))), "T网址\n" },
        { "what stands above its word is no text",
          BODY(P("<w:r><w:ruby><w:rt>" R("pin") "</w:rt><w:rubyBase>" R(
              "拼") "</w:rubyBase></w:ruby></w:r>")),
          "T拼\n" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_buf out = ZW_BUF_INIT;
        zw_err err = { 0 };
        if (zw_docx_read_xml(zw_str_of(rows[i].xml), &out, &err) != ZW_OK)
            fail_msg("%s: %s", rows[i].name, err.text);
        check_str(rows[i].name, zw_buf_view(&out), rows[i].lines);
        zw_buf_free(&out);
    }
}

static void refuses_what_no_word_writes(void **state)
{
    (void)state;
    static const struct row {
        const char *name, *xml, *message;
    } rows[] = {
        { "entities that multiply",
          "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;&b;&b;\">]>" BODY(P(R("&c;"))),
          "a DTD, which no office program writes" },
        { "a file named by an entity",
          "<!DOCTYPE a [<!ENTITY x SYSTEM \"/etc/passwd\">]>" BODY(P(R("&x;"))),
          "a DTD, which no office program writes" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_buf out = ZW_BUF_INIT;
        zw_err err = { 0 };
        assert_int_equal(zw_docx_read_xml(zw_str_of(rows[i].xml), &out, &err), ZW_E_FORMAT);
        check_str(rows[i].name, zw_str_of(err.text), rows[i].message);
        zw_buf_free(&out);
    }
    zw_buf out = ZW_BUF_INIT;
    zw_err err = { 0 };
    assert_int_equal(zw_docx_read_xml(ZW_STR("<w:p " W "><w:r>"), &out, &err), ZW_E_FORMAT);
    assert_true(zw_str_starts(zw_str_of(err.text), ZW_STR("broken XML: ")));
    zw_buf_free(&out);
}

static void writes_numbers_as_word_does(void **state)
{
    (void)state;
    static const struct row {
        const char *format;
        int n;
        const char *text;
    } rows[] = {
        { "chineseCounting", 1, "一" },
        { "chineseCounting", 10, "十" },
        { "chineseCountingThousand", 12, "十二" },
        { "chineseCountingThousand", 105, "一百零五" },
        { "chineseCountingThousand", 110, "一百一十" },
        { "chineseCountingThousand", 1001, "一千零一" },
        { "ideographDigital", 10, "一〇" },
        { "chineseLegalSimplified", 10, "壹拾" },
        { "ideographTraditional", 3, "丙" },
        { "decimalEnclosedCircleChinese", 11, "⑪" },
        { "decimal", 12, "12" },
        { "decimalFullWidth", 3, "３" },
        { "upperRoman", 9, "IX" },
        { "lowerLetter", 28, "bb" },
        { "bullet", 1, "" },
        { "unheardOf", 7, "7" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_buf to = ZW_BUF_INIT;
        zw_word_number_write(rows[i].format, rows[i].n, &to);
        check_str(rows[i].format, zw_buf_view(&to), rows[i].text);
        zw_buf_free(&to);
    }
}

#define NUMBERED(level, text)                                                                      \
    P("<w:pPr><w:numPr><w:ilvl w:val=\"" level                                                     \
      "\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>" R(text))

static const zip_part parts[] = {
    { "../../etc/passwd", "a path that leads out is a name like any other", 0 },
    { "word/document.xml",
      BODY(P("<w:pPr><w:pStyle w:val=\"1\"/></w:pPr>" R("总体要求")) NUMBERED("0", "指导思想")
               NUMBERED("1", "甲") NUMBERED("1", "乙") NUMBERED("0", "目标") NUMBERED("1", "丙")
                   P(R("达到60%") "<w:r><w:footnoteReference w:id=\"2\"/></w:r>" R("以上"))
                       P("<w:pPr><w:pStyle w:val=\"T\"/></w:pPr>" R("总则") "<w:r><w:tab/></w:r>" R(
                           "1"))),
      0 },
    { "word/styles.xml",
      "<w:styles " W "><w:style w:styleId=\"1\"><w:name w:val=\"heading 1\"/><w:pPr>"
      "<w:outlineLvl w:val=\"0\"/></w:pPr></w:style><w:style w:styleId=\"T\"><w:name "
      "w:val=\"toc 1\"/></w:style></w:styles>",
      0 },
    { "word/numbering.xml",
      "<w:numbering " W "><w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:start "
      "w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl><w:lvl "
      "w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText "
      "w:val=\"（%2）\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId "
      "w:val=\"7\"/></w:num></w:numbering>",
      0 },
    { "word/footnotes.xml",
      "<w:footnotes " W
      "><w:footnote w:id=\"2\">" P(R("按常住人口。")) "</w:footnote></w:footnotes>",
      0 },
};

static void reads_a_whole_file(void **state)
{
    (void)state;
    zw_str zip = zip_of(parts, COUNT(parts));
    zw_buf out = ZW_BUF_INIT;
    zw_err err = { 0 };
    if (zw_docx_read(zip, &out, &err) != ZW_OK)
        fail_msg("%s", err.text);
    check_str("styles, numbers and notes", zw_buf_view(&out),
              "H1总体要求\nT一、指导思想\nT（一）甲\nT（二）乙\nT二、目标\nT（一）丙\n"
              "T达到60%以上\nT[1] 按常住人口。\nT总则……1\n");
    /* Cut anywhere it is refused or read, never worse. */
    for (size_t n = 0; n < zip.n; n += 7) {
        zw_buf_clear(&out);
        char *cut = malloc(n + 1);
        memcpy(cut, zip.at, n);
        zw_docx_read((zw_str){ cut, n }, &out, &err);
        free(cut);
    }
    zw_buf_free(&out);
    free((char *)zip.at);
}

static void refuses_bombs(void **state)
{
    (void)state;
    static const struct row {
        const char *name;
        size_t megabytes;
        const char *message;
    } rows[] = {
        { "a part that is nothing but empty elements", 64,
          "word/document.xml: unpacks to more than 200 times its size" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        zip_part part = { "word/document.xml", "<w:document " W ">", rows[i].megabytes };
        zw_str zip = zip_of(&part, 1);
        zw_buf out = ZW_BUF_INIT;
        zw_err err = { 0 };
        assert_int_not_equal(zw_docx_read(zip, &out, &err), ZW_OK);
        check_str(rows[i].name, zw_str_of(err.text), rows[i].message);
        zw_buf_free(&out);
        free((char *)zip.at);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shows_what_word_shows),
        cmocka_unit_test(refuses_what_no_word_writes),
        cmocka_unit_test(writes_numbers_as_word_does),
        cmocka_unit_test(reads_a_whole_file),
        cmocka_unit_test(refuses_bombs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
