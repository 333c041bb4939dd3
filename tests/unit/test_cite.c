/* References: what each form wants, what is escaped, what is left out. */
#include "query/study/quoting/cite.h"
#include "tests/unit/unit.h"

static const char *const one[] = { "国务院" };
static const char *const four[] = { "甲部", "乙部", "丙部", "丁部" };

static const zw_reference whole = { .key = "zw1",
                                    .title = "关于示例的意见",
                                    .number = "国发〔2016〕8号",
                                    .issuers = { (const char **)one, 1, 1 },
                                    .date = "2016-02-06",
                                    .accessed = "2026-11-22",
                                    .link = "1" };
static const zw_reference online = { .key = "zw1",
                                     .title = "关于示例的意见",
                                     .issuers = { (const char **)four, 4, 4 },
                                     .date = "2016-02",
                                     .url = "https://www.gov.cn/a_b?c=1&d={e}%20f",
                                     .accessed = "2026-11-22",
                                     .place = "二、主要任务",
                                     .link = "1" };
static const zw_reference bare = {
    .key = "zw1", .title = "某方案", .accessed = "2026-11-22", .link = "1"
};
static const zw_reference odd = {
    .key = "zw1", .title = "50% & {甲}_乙 \\ \"丙\"\n#1 ~^$", .accessed = "2026-11-22", .link = "1"
};
static const zw_reference law = {
    .key = "zw1", .title = "某法", .accessed = "2026-11-22", .link = "1", .law = true
};

static void references(void **state)
{
    (void)state;
    static const struct row {
        const char *name, *style;
        const zw_reference *reference;
        const char *wanted;
    } rows[] = {
        { "2025: full-width marks, [A]", "gbt7714-2025", &whole,
          "国务院. 关于示例的意见：国发〔2016〕8号[A]. 2016-02-06.\n" },
        { "2015: half-width marks, [Z]", "gbt7714-2015", &whole,
          "国务院. 关于示例的意见: 国发〔2016〕8号[Z]. 2016-02-06.\n" },
        { "three issuers and 等; address and day of access", "gbt7714-2025", &online,
          "甲部，乙部，丙部，等. 关于示例的意见[EB/OL]. 二、主要任务（2016-02）[2026-11-22]. "
          "https://www.gov.cn/a_b?c=1&d={e}%20f.\n" },
        { "the same in 2015", "gbt7714-2015", &online,
          "甲部, 乙部, 丙部, 等. 关于示例的意见[EB/OL]. 二、主要任务(2016-02)[2026-11-22]. "
          "https://www.gov.cn/a_b?c=1&d={e}%20f.\n" },
        { "what is not known is left out", "gbt7714-2025", &bare, "某方案[A].\n" },
        { "TeX: signs escaped, no brace left", "bibtex", &odd,
          "@misc{zw1,\n  title = {{50\\% \\& \\textbraceleft{}甲\\textbraceright{}\\_乙 "
          "\\textbackslash{} \"丙\" \\#1 \\textasciitilde{}\\textasciicircum{}\\$}},\n"
          "  language = {chinese}\n}\n" },
        { "TeX: bodies in braces, an address as it stands", "bibtex", &online,
          "@misc{zw1,\n  author = {{甲部} and {乙部} and {丙部} and {丁部}},\n"
          "  title = {{关于示例的意见}},\n  year = {2016},\n  month = {2},\n  date = {2016-02},\n"
          "  url = {https://www.gov.cn/a_b?c=1&d=%7Be%7D%20f},\n  urldate = {2026-11-22},\n"
          "  note = {二、主要任务},\n  language = {chinese}\n}\n" },
        { "RIS: a day not told stays empty", "ris", &online,
          "TY  - GOVDOC\r\nID  - zw1\r\nAU  - 甲部\r\nAU  - 乙部\r\nAU  - 丙部\r\nAU  - 丁部\r\n"
          "TI  - 关于示例的意见\r\nPY  - 2016\r\nDA  - 2016/02//\r\n"
          "UR  - https://www.gov.cn/a_b?c=1&d={e}%20f\r\nY2  - 2026/11/22/\r\nLA  - zh\r\n"
          "N1  - 二、主要任务\r\nER  - \r\n" },
        { "JSON: quotes and line ends escaped", "csl-json", &odd,
          "  {\n    \"id\": \"zw1\",\n    \"type\": \"regulation\",\n"
          "    \"title\": \"50% & {甲}_乙 \\\\ \\\"丙\\\"\\u000a#1 ~^$\",\n"
          "    \"language\": \"zh-CN\"\n  }" },
        { "JSON: a law", "csl-json", &law,
          "  {\n    \"id\": \"zw1\",\n    \"type\": \"legislation\",\n    \"title\": \"某法\",\n"
          "    \"language\": \"zh-CN\"\n  }" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_buf seen = ZW_BUF_INIT;
        zw_cite_style_find(rows[i].style)->write(rows[i].reference, &seen);
        check_str(rows[i].name, zw_buf_view(&seen), rows[i].wanted);
        zw_buf_free(&seen);
    }
    assert_null(zw_cite_style_find("apa"));
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(references) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
