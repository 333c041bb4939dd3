/* What a spreadsheet shows. Lines are those of paper.h. */
#include "corpus/office/cell_format.h"
#include "corpus/office/office.h"
#include "tests/unit/unit.h"
#include "tests/unit/zip.h"

static void shows_numbers_as_excel_does(void **state)
{
    (void)state;
    static const struct row {
        const char *name, *format;
        double value;
        const char *shown;
    } rows[] = {
        { "nothing asked for", "General", 0.60299999999999998, "0.603" },
        { "the last binary digits are not shown", "General", 0.30000000000000004, "0.3" },
        { "long numbers keep all digits", "General", 110105198001010000.0, "110105198001010000" },
        { "as a Chinese Excel calls it", "G/通用格式\"人\"", 12, "12人" },
        { "a share", "0.0%", 0.563, "56.3%" },
        { "half is rounded up, by decimal digits", "0.00", 1.005, "1.01" },
        { "rounding may make a digit more", "0.0", 99.95, "100.0" },
        { "thousands", "#,##0.00", -1234567.891, "-1,234,567.89" },
        { "in thousands", "#,##0,", 1234567, "1,235" },
        { "in 万 with one place", "0!.0,\"万\"", 123456, "12.3万" },
        { "by size", "[>=10000]0!.0,\"万\";0", 9999, "9999" },
        { "negative in brackets", "#,##0_);[Red](#,##0)", -1200, "(1,200)" },
        { "zero has words of its own", "0.00;-0.00;\"零\"", 0, "零" },
        { "a currency", "[$¥-804]#,##0.00", 1000, "¥1,000.00" },
        { "zeros in front", "000000", 12, "000012" },
        { "no zero at the end", "0.##", 0.5, "0.5" },
        { "no point without places", "0.##", 2, "2" },
        { "nothing is left of a negative", "0", -0.4, "0" },
        { "a power of ten", "0.00E+00", 12345, "1.23E+04" },
        { "nothing shown", ";;;", 5, "" },
        { "a day", "yyyy\"年\"m\"月\"d\"日\"", 43466, "2019年1月1日" },
        { "before the day that never was", "yyyy/m/d", 59, "1900/2/28" },
        { "a day that never was", "yyyy/m/d", 60, "1900/2/29" },
        { "a leap day", "yyyy-mm-dd", 43890, "2020-02-29" },
        { "a day and an hour", "yyyy/m/d h:mm", 43466.75, "2019/1/1 18:00" },
        { "m behind h is minutes", "h:mm", 0.5 + 7.0 / 1440, "12:07" },
        { "m before s is minutes", "mm:ss", 65.0 / 86400, "01:05" },
        { "in the afternoon", "上午/下午h\"时\"mm\"分\"", 0.75, "下午6时00分" },
        { "more hours than a day has", "[h]:mm", 1.5, "36:00" },
        { "a day of the week", "aaaa", 43466, "星期二" },
        { "a day in Chinese digits", "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", 43466,
          "二〇一九年一月一日" },
        { "a number in Chinese digits", "[DBNum1]General", 120, "一百二十" },
        { "for cheques", "[DBNum2]General", 120, "壹佰贰拾" },
        { "no day before the first", "yyyy/m/d", -5, "-5" },
        { "a fraction is shown as a decimal", "# ?/?", 0.5, "0.5" },
        { "a quotation that does not end", "0\"人", 3, "3人" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_buf to = ZW_BUF_INIT;
        zw_cell_show(zw_str_of(rows[i].format), rows[i].value, false, &to);
        check_str(rows[i].name, zw_buf_view(&to), rows[i].shown);
        zw_buf_free(&to);
    }
    zw_buf to = ZW_BUF_INIT;
    zw_cell_show(zw_cell_format_of(14), 42004, true, &to);
    check_str("days counted from 1904", zw_buf_view(&to), "2019/1/1");
    check_str("a format known by number", zw_cell_format_of(57), "yyyy\"年\"m\"月\"");
    check_str("a number that means nothing", zw_cell_format_of(163), "General");
    zw_buf_free(&to);
}

#define RELATIONS(inside) "<Relationships xmlns='r'>" inside "</Relationships>"
#define RELATION(id, type, target)                                                                 \
    "<Relationship Id='" id "' Type='http://x/" type "' Target='" target "'/>"
#define SHEET(rows) "<worksheet><sheetData>" rows "</sheetData></worksheet>"
#define ROW(n, cells) "<row r='" n "'>" cells "</row>"
#define SHARED(place, i) "<c r='" place "' t='s'><v>" i "</v></c>"
#define NUMBER(place, style, v) "<c r='" place "' s='" style "'><v>" v "</v></c>"

static const char workbook[] = "<workbook><sheets><sheet name='指标' sheetId='1' id='a'/>"
                               "<sheet name='选项' sheetId='2' state='hidden' id='b'/>"
                               "<sheet name='Sheet3' sheetId='3' id='c'/></sheets></workbook>";
static const char styles[] =
    "<styleSheet><numFmts><numFmt numFmtId='176' formatCode='0.0%'/></numFmts><cellStyleXfs><xf "
    "numFmtId='9'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='176'/><xf "
    "numFmtId='31'/></cellXfs></styleSheet>";
static const char strings[] =
    "<sst><si><t>主要指标</t></si><si><t>指标</t></si><si><r><t>城镇</t></r><r><t>化率</t></r>"
    "<rPh><t>pin</t></rPh></si><si><t>一、经济</t></si><si><t>合计\n（市）</t></si><si><t>区县</t>"
    "</si></sst>";
static const char first[] = SHEET(
    ROW("1", SHARED("A1", "0")) ROW("2", SHARED("A2", "1") NUMBER("B2", "0", "2015")
                                             NUMBER("D2", "0", "2020")) ROW("3", SHARED("A3", "3"))
        ROW("4", SHARED("A4", "2") NUMBER("B4", "1", "0.56") NUMBER("D4", "1", "0.6"))
            ROW("6", SHARED("A6", "4") "<c r='B6'><f>SUM(B4)</f><v>0.56</v></c>")
                ROW("8", SHARED("A8", "5") "<c r='B8' t='inlineStr'><is><t>日期</t></is></c>") ROW(
                    "9", "<c r='A9' t='str'><v>甲区</v></c>" NUMBER(
                             "B9", "2",
                             "43466") "<c r='C9' t='b'><v>1</v></c><c r='D9' t='e'><v>#N/A</v></c>"
                                      "<c r='XFD9' s='1'/>"));

static const zip_part parts[] = {
    { "_rels/.rels", RELATIONS(RELATION("r", "officeDocument", "xl/workbook.xml")), 0 },
    { "xl/workbook.xml", workbook, 0 },
    { "xl/_rels/workbook.xml.rels",
      RELATIONS(RELATION("a", "worksheet", "worksheets/sheet1.xml")
                    RELATION("b", "worksheet", "worksheets/sheet2.xml")
                        RELATION("c", "worksheet", "/xl/worksheets/sheet3.xml")
                            RELATION("s", "styles", "styles.xml")
                                RELATION("t", "sharedStrings", "sharedStrings.xml")),
      0 },
    { "xl/styles.xml", styles, 0 },
    { "xl/sharedStrings.xml", strings, 0 },
    { "xl/worksheets/sheet1.xml", first, 0 },
    { "xl/worksheets/sheet2.xml", SHEET(ROW("1", SHARED("A1", "1"))), 0 },
    { "xl/worksheets/sheet3.xml", SHEET(ROW("1", "<c><v>1</v></c><c><v>2</v></c>")), 0 },
};

static void reads_a_workbook(void **state)
{
    (void)state;
    zw_str zip = zip_of(parts, COUNT(parts));
    zw_buf out = ZW_BUF_INIT;
    zw_err err = { 0 };
    if (zw_xlsx_read(zip, &out, &err) != ZW_OK)
        fail_msg("%s", err.text);
    check_str("sheets, strings, formats, gaps", zw_buf_view(&out),
              "H1指标\nT主要指标\nB指标\t2015\t\t2020\nT一、经济\nR城镇化率\t56.0%\t\t60.0%\n"
              "R合计（市）\t0.56\nB区县\t日期\nR甲区\t2019年1月1日\tTRUE\t#N/A\nB1\t2\n"
              "T（未读取隐藏的工作表：选项）\n");
    /* Cut anywhere it is refused or read, never worse. */
    for (size_t n = 0; n < zip.n; n += 7) {
        char *cut = malloc(n + 1);
        zw_buf_clear(&out);
        memcpy(cut, zip.at, n);
        zw_xlsx_read((zw_str){ cut, n }, &out, &err);
        free(cut);
    }
    zw_buf_free(&out);
    free((char *)zip.at);
}

/* For sheets whose rows are documents nothing is folded: cells keep their lines. */
static void reads_rows(void **state)
{
    (void)state;
    zw_str zip = zip_of(parts, COUNT(parts));
    zw_buf out = ZW_BUF_INIT;
    zw_err err = { 0 };
    if (zw_xlsx_read_rows(zip, &out, &err) != ZW_OK)
        fail_msg("%s", err.text);
    check_str("rows by number, cells by column", zw_buf_view(&out),
              "S指标\nW1\nC0\t主要指标\nW2\nC0\t指标\nC1\t2015\nC3\t2020\nW3\nC0\t一、经济\n"
              "W4\nC0\t城镇化率\nC1\t56.0%\nC3\t60.0%\nW6\nC0\t合计\nC0\t（市）\nC1\t0.56\n"
              "W8\nC0\t区县\nC1\t日期\n"
              "W9\nC0\t甲区\nC1\t2019年1月1日\nC2\tTRUE\nC3\t#N/A\n"
              "SSheet3\nW1\nC0\t1\nC1\t2\n");
    zw_buf_free(&out);
    free((char *)zip.at);
}

static void refuses_bombs(void **state)
{
    (void)state;
    zip_part bomb[COUNT(parts)];
    memcpy(bomb, parts, sizeof bomb);
    bomb[5] = (zip_part){ "xl/worksheets/sheet1.xml", "<worksheet>", 64 };
    zw_str zip = zip_of(bomb, COUNT(bomb));
    zw_buf out = ZW_BUF_INIT;
    zw_err err = { 0 };
    assert_int_equal(zw_xlsx_read(zip, &out, &err), ZW_E_LIMIT);
    check_str("a sheet of nothing", zw_str_of(err.text),
              "xl/worksheets/sheet1.xml: unpacks to more than 200 times its size");
    zw_buf_free(&out);
    free((char *)zip.at);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shows_numbers_as_excel_does),
        cmocka_unit_test(reads_a_workbook),
        cmocka_unit_test(reads_rows),
        cmocka_unit_test(refuses_bombs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
