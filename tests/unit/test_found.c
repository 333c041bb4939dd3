/* Title, number, issuer and dates of documents as they are found: pages copied into a text file,
 * guides without a title, letterheads, colophons. */
#include "tests/unit/corpus_fixture.h"

#define BODY "各村要按照要求，多种树、少砍树，改善全县的生态环境。\n"

static const struct row {
    const char *name, *path, *source;
    const char *title, *number, *issuer, *date, *published;
} rows[] = {
    { "the line below a headline dates the page", NULL,
      "甲市发放植树证\n2016年04月29日07:23 来源：甲新闻网 手机看新闻\n" BODY, "甲市发放植树证",
      NULL, NULL, NULL, "2016-04-29" },
    { "a question is a headline above the page's date", NULL,
      "植树证为什么差别那么大？\n2014年12月05日18:21     第104期\n" BODY,
      "植树证为什么差别那么大？", NULL, NULL, NULL, "2014-12-05" },
    { "the page's day is not that of the signature", NULL,
      "关于植树的通知\n2016-04-30\n各村：\n" BODY "甲县人民政府\n2016年4月25日\n", "关于植树的通知",
      NULL, "甲县人民政府", "2016-04-25", "2016-04-30" },
    { "a history with 发布 in it is no dateline", NULL,
      "甲市植树办法\n（2009年11月27日市政府第202号令发布）\n第一条 " BODY, "甲市植树办法",
      "市政府第202号令", "甲市政府", "2009-11-27", "2009-11-27" },
    { "labels in brackets", NULL,
      "【标 题】 关于植树的通知\n【文 号】 甲政发〔2008〕2号\n【颁布单位】 有关委局\n"
      "【颁布日期】 2008-4-20\n关于植树的通知\n各村：\n" BODY,
      "关于植树的通知", "甲政发〔2008〕2号", NULL, NULL, "2008-04-20" },
    { "a label's number without a known form", NULL,
      "甲市植树办法\n【发文字号】：甲府令8号\n第一条 " BODY, "甲市植树办法", "甲府令8号", NULL,
      NULL, NULL },
    { "生成日期 beside 发布日期", NULL,
      "发布机构: 甲市人民政府　　生成日期: 2010-06-08　　发布日期: 2013-12-16\n"
      "甲市植树办法\n第一条 " BODY,
      "甲市植树办法", NULL, "甲市人民政府", NULL, "2013-12-16" },
    { "a letterhead is no title", NULL,
      "甲省教育厅文件\n甲教〔2016〕23号\n关于在校园\n植树的意见\n各学校：\n" BODY
      "抄送：省考试院。\n甲省教育厅办公室 2016年3月17日印发\n",
      "关于在校园植树的意见", "甲教〔2016〕23号", "甲省教育厅", "2016-03-17", NULL },
    { "a letterhead and the number on one line", NULL,
      "甲市绿化委员会文件甲绿〔2016〕8 号\n关于植树的通知\n各村：\n" BODY, "关于植树的通知",
      "甲绿〔2016〕8号", "甲市绿化委员会", NULL, NULL },
    { "the first letters of the number stand apart", NULL,
      "甲县植树方案\n高 教〔2016〕55号\n一、要植树。\n", "甲县植树方案", "高教〔2016〕55号", NULL,
      NULL, NULL },
    { "an order with its number before 令", NULL,
      "甲市人民政府第68号令\n甲市人民政府\n《甲市植树规定》已经市人民政府常务会议通过，现予发布。\n"
      "市长 某某\n二00一年二月二十日\n甲市植树规定\n第一条 " BODY,
      "甲市植树规定", "甲市人民政府第68号令", NULL, "2001-02-20", NULL },
    { "an announcement that brings the whole law as changed", NULL,
      "甲市人民代表大会常务委员会公告\n第八十四号\n甲市人民代表大会常务委员会关于修改"
      "《甲市植树条例》的决定，已由会议通过，现予公布。\n甲市人民代表大会常务委员会\n2006年11月7日"
      "\n"
      "第一条 " BODY,
      "甲市植树条例", "甲市人民代表大会常务委员会公告第八十四号", "甲市人民代表大会常务委员会",
      "2006-11-07", NULL },
    { "who passes on and what is passed on", NULL,
      "甲市人民政府办公厅文件\n甲政办发[2003]29号\n甲市人民政府办公厅转发\n"
      "市林业局关于植树若干意见的通知\n各区：\n" BODY,
      "甲市人民政府办公厅转发市林业局关于植树若干意见的通知", "甲政办发〔2003〕29号",
      "甲市人民政府办公厅", NULL, NULL },
    { "digits before a name that signs", NULL,
      "甲区植树办法\n一、要植树。\n咨询电话：87778252，87778707 监督电话：87778270\n乙区教育局\n"
      "2016年4月29日\n",
      "甲区植树办法", NULL, "乙区教育局", "2016-04-29", NULL },
    { "a blank among the letters of one name", NULL,
      "关于植树的通知\n各村：\n" BODY "甲市教育委 员会\n2016年4月29日\n", "关于植树的通知", NULL,
      "甲市教育委员会", "2016-04-29", NULL },
    { "zeros typed as letters", NULL, "关于植树的通知\n各村：\n" BODY "二OO四年八月十五日\n",
      "关于植树的通知", NULL, NULL, "2004-08-15", NULL },
    { "a guide without a title is named by its file", "丙市植树证办理指南2013",
      "办理条件\n在本市植树半年以上\n符合以下三个条件之一\n1、有树。\n", "丙市植树证办理指南", NULL,
      NULL, "2013", NULL },
    { "parts of a guide are no part of its title", NULL,
      "植树证办理（首次）\n服务名称\n植树证办理（首次）\n办事依据\n《植树办法》。\n",
      "植树证办理（首次）", NULL, NULL, NULL, NULL },
    { "a place alone is no title", "甲市各区植树政策汇总.txt", "西城区\n所需材料\t五证齐全\n" BODY,
      "甲市各区植树政策汇总", NULL, NULL, NULL, NULL },
    { "the file is named after the line below a remark", "甲市植树办法.txt",
      "此文件经市政府法制办审查，决定予以登记。\n甲市植树办法\n甲文审〔2007〕46号\n第一条 " BODY,
      "甲市植树办法", "甲文审〔2007〕46号", NULL, NULL, NULL },
    { "a year and a remark behind the file's name", "甲市植树条例2008-无省级.txt", BODY,
      "甲市植树条例", NULL, NULL, NULL, NULL },
    { "a draft says so on a line of its own", NULL,
      "甲省人民政府关于\n修改《甲省植树办法》的决定\n（草案征求意见稿）\n" BODY,
      "甲省人民政府关于修改《甲省植树办法》的决定（草案征求意见稿）", NULL, "甲省人民政府", NULL,
      NULL },
};

static void check(const char *row, const char *field, const char *found, const char *wanted)
{
    if ((found == NULL) != (wanted == NULL) || (found && strcmp(found, wanted) != 0))
        fail_msg("%s: %s '%s' wanted, '%s' found", row, field, wanted ? wanted : "none",
                 found ? found : "none");
}

static void reads_what_pages_left(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        const struct row *r = &rows[i];
        fixture f = take(r->path ? r->path : "a.txt", r->source);
        const zw_metadata *m = &f.doc->meta;
        check(r->name, "title", m->title, r->title);
        check(r->name, "number", m->number, r->number);
        check(r->name, "issuer", m->issuer, r->issuer);
        check(r->name, "date", m->date, r->date);
        check(r->name, "published", m->published, r->published);
        check_document(r->name, f.doc);
        drop(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(reads_what_pages_left) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
