/* What an OpenDocument file shows, from its XML. Lines are those of paper.h. */
#include "corpus/office/office.h"
#include "tests/unit/unit.h"
#include "tests/unit/zip.h"

#define LEVEL(n, more) "<list-level-style-number level='" n "' " more "/>"
#define HAN "num-format='一, 二, 三, ...'"
#define DOCUMENT(inside)                                                                           \
    "<document><styles><outline-style><outline-level-style level='1' num-list-format='第%1%章' " \
    "num-format='一, 二, 三, ...'/></outline-style></styles><automatic-styles><style "          \
    "family='text' name='H'><text-properties display='none'/></style><style family='text' "        \
    "name='I' parent-style-name='H'/><style family='table' name='ta'><table-properties "           \
    "display='false'/></style><style family='paragraph' name='N' list-style-name=''/><list-style " \
    "name='L'>" LEVEL("1", HAN " num-suffix='、'")                                                 \
        LEVEL("2", HAN " num-prefix='（' num-suffix='）'")                                         \
            LEVEL("3", "num-format='1' num-suffix='.' display-levels='2'") "</list-style>"         \
                                                                           "<list-style "          \
                                                                           "name='B'><list-level-" \
                                                                           "style-bullet "         \
                                                                           "level='1'/></"         \
                                                                           "list-style></"         \
                                                                           "automatic-styles>"     \
                                                                           "<body>" inside         \
                                                                           "</body></document>"
#define TEXT(inside) DOCUMENT("<text>" inside "</text>")
#define SHEETS(inside) DOCUMENT("<spreadsheet>" inside "</spreadsheet>")
#define P(inside) "<p>" inside "</p>"
#define LIST(attributes, inside) "<list " attributes ">" inside "</list>"
#define ITEM(inside) "<list-item>" inside "</list-item>"
#define CELL(text) "<table-cell><p>" text "</p></table-cell>"

static void shows_what_is_shown(void **state)
{
    (void)state;
    static const struct row {
        const char *name, *xml, *lines;
    } rows[] = {
        { "spans of a paragraph are one text", TEXT(P("居<span>住</span>证")), "T居住证\n" },
        { "blanks in the file are one, counted ones are many",
          TEXT(P("a \n  b<s c='3'/>c<tab/>d<line-break/>e")), "Ta b   c\td\nTe\n" },
        { "hidden text is gone, by style and by what it is based on",
          TEXT(P("明<span style-name='H'>x</span><span style-name='I'>y</span>")), "T明\n" },
        { "what was deleted is gone, remarks too",
          TEXT("<tracked-changes><changed-region><deletion>" P(
              "旧") "</deletion></changed-region></tracked-changes>" P("满<change/>5年<annotation>"
                                                                       "<p>注</p></annotation>。")),
          "T满5年。\n" },
        { "a note stands behind its paragraph",
          TEXT(P("达到60%<note><note-citation>1</note-citation><note-body>" P(
              "按常住人口。") "</note-body></note>以上")),
          "T达到60%以上\nT[1] 按常住人口。\n" },
        { "a text box stands before its paragraph",
          TEXT(P("前<frame><text-box>" P("框") "</text-box><desc>图</desc></frame>后")),
          "T框\nT前后\n" },
        { "headings count by outline",
          TEXT("<h outline-level='1'>总则</h><h outline-level='1' style-name='N'>无号</h>"
               "<h outline-level='1'>附则</h>"),
          "H1第一章总则\nH1无号\nH1第二章附则\n" },
        { "lists count by level, each item once",
          TEXT(LIST("style-name='L'", ITEM(P("甲") LIST("", ITEM(P("乙") P("丙")) ITEM(
                                                                P("丁") LIST("", ITEM(P("戊"))))))
                                          ITEM(P("己") LIST("", ITEM(P("庚")))))),
          "T一、甲\nT（一）乙\nT丙\nT（二）丁\nT二.1. 戊\nT二、己\nT（一）庚\n" },
        { "a list goes on where it is said to, else begins anew",
          TEXT(LIST("style-name='L' id='x'", ITEM(P("甲")))
                   LIST("style-name='L' continue-numbering='true'", ITEM(P("乙")))
                       LIST("style-name='L'", ITEM(P("丙")))
                           LIST("style-name='L' continue-list='x'", ITEM(P("丁")))),
          "T一、甲\nT二、乙\nT一、丙\nT三、丁\n" },
        { "a number given goes before counting",
          TEXT(LIST("style-name='L'",
                    "<list-item start-value='9'>" P("甲") "</list-item>" ITEM(P("乙")))),
          "T九、甲\nT十、乙\n" },
        { "bullets and list headers have no number",
          TEXT(LIST("style-name='B'", ITEM(P("甲")))
                   LIST("style-name='L'", "<list-header>" P("乙") "</list-header>")),
          "T甲\nT乙\n" },
        { "covered and repeated cells keep columns",
          TEXT("<table><table-row>" CELL(
              "指标") "<table-cell number-columns-spanned='2'><p>目标</p>"
                      "</table-cell><covered-table-cell/>" CELL(
                          "属性") "</table-row><table-row>" CELL("率") "<table-cell "
                                                                       "number-columns-repeated='2'"
                                                                       "><p>5</p></"
                                                                       "table-cell><table-cell "
                                                                       "number-columns-repeated='"
                                                                       "16384'/></table-row></"
                                                                       "table>"),
          "B指标\t目标\t\t属性\nR率\t5\t5\n" },
        { "sheets have their names, hidden ones are named alone",
          SHEETS("<table name='Sheet1'><table-row>" CELL("a")
                     CELL("1") "</table-row></table><table name='收入'><table-row>" CELL("b")
                         CELL("2") "</table-row></table><table name='选项' "
                                   "style-name='ta'><table-row>" CELL("c") "</table-row></table>"),
          "Ba\t1\nH1收入\nBb\t2\nT（未读取隐藏的工作表：选项）\n" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_buf out = ZW_BUF_INIT;
        zw_err err = { 0 };
        if (zw_odf_read(zw_str_of(rows[i].xml), &out, &err) != ZW_OK)
            fail_msg("%s: %s", rows[i].name, err.text);
        check_str(rows[i].name, zw_buf_view(&out), rows[i].lines);
        zw_buf_free(&out);
    }
}

static void refuses(void **state)
{
    (void)state;
    static const struct row {
        const char *name;
        zip_part parts[2];
        const char *message;
    } rows[] = {
        { "encrypted",
          { { "META-INF/manifest.xml", "<manifest><encryption-data/></manifest>", 0 },
            { "content.xml", "?", 0 } },
          "encrypted, wants a password" },
        { "without content", { { "mimetype", "x", 0 }, { "a", "", 0 } }, "no part 'content.xml'" },
        { "a bomb",
          { { "mimetype", "x", 0 }, { "content.xml", "<a>", 64 } },
          "content.xml: unpacks to more than 200 times its size" },
        { "entities that multiply",
          { { "content.xml", "<!DOCTYPE a [<!ENTITY b 'bb'><!ENTITY c '&b;&b;'>]><a>&c;</a>", 0 },
            { "b", "", 0 } },
          "content.xml: a DTD, which no office program writes" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_str zip = zip_of(rows[i].parts, 2);
        zw_buf out = ZW_BUF_INIT;
        zw_err err = { 0 };
        assert_int_not_equal(zw_odf_read(zip, &out, &err), ZW_OK);
        check_str(rows[i].name, zw_str_of(err.text), rows[i].message);
        zw_buf_free(&out);
        free((char *)zip.at);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shows_what_is_shown),
        cmocka_unit_test(refuses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
