/* Title, number, issuer, dates, validity, genre and year of documents in their many forms. */
#include "tests/unit/corpus_fixture.h"

#define BODY "各村要按照要求，多种树、少砍树，改善全县的生态环境。\n"

typedef struct {
    const char *name, *path, *source;
    const char *title, *number, *issuer, *date, *genre, *validity;
} row;

static void check_field(const char *name, const char *field, const char *found, const char *wanted)
{
    if ((found == NULL) != (wanted == NULL) || (found && strcmp(found, wanted) != 0))
        fail_msg("%s: %s '%s' wanted, '%s' found", name, field, wanted ? wanted : "none",
                 found ? found : "none");
}

static void check_rows(const row *rows, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const row *r = &rows[i];
        fixture f = take(r->path ? r->path : "a.txt", r->source);
        const zw_metadata *m = &f.doc->meta;
        check_field(r->name, "title", m->title, r->title);
        check_field(r->name, "number", m->number, r->number);
        check_field(r->name, "issuer", m->issuer, r->issuer);
        check_field(r->name, "date", m->date, r->date);
        check_field(r->name, "genre", m->genre, r->genre);
        check_field(r->name, "validity", m->validity, r->validity);
        drop(&f);
    }
}

static void reads_notices(void **state)
{
    (void)state;
    static const row rows[] = {
        { .name = "the full name is that of the signature; the genre that of what is attached",
          .source =
              "省政府办公厅关于印发植树行动方案的通知\n甲政办发[2017]19号\n各县人民政府：\n" BODY
              "甲省人民政府办公厅\n2017年11月6日\n（此件公开发布）\n甲省植树行动方案\n" BODY,
          .title = "省政府办公厅关于印发植树行动方案的通知",
          .number = "甲政办发〔2017〕19号",
          .issuer = "甲省人民政府办公厅",
          .date = "2017-11-06",
          .genre = "行动方案" },
        { .name = "joint issuers, letters apart, and two that nothing parts",
          .source = "关于植树的通知\n各县人民政府：\n" BODY
                    "国家林业局\n中 央 网 信 办\n水利部办公厅国家能源局办公室\n2017年11月6日\n",
          .title = "关于植树的通知",
          .issuer = "国家林业局 中央网信办 水利部办公厅 国家能源局办公室",
          .date = "2017-11-06",
          .genre = "通知" },
        { .name = "years on a line of their own belong to the title",
          .source = "甲市植树行动计划\n（2019—2021年）\n" BODY,
          .title = "甲市植树行动计划（2019—2021年）",
          .genre = "行动计划" },
        { .name = "a form attached to a guide is not what the document is",
          .source = "甲市植树管理指南（试行）\n" BODY "附件\n苗木质量要求\n" BODY,
          .title = "甲市植树管理指南（试行）",
          .genre = "指南",
          .validity = "试行" },
        { .name = "a history that the page broke into lines",
          .source = "甲市植树条例\n（2014年10月30日甲市第五届人民代表大会\n"
                    "常务委员会第三十二次会议通过）\n第一条 " BODY,
          .title = "甲市植树条例",
          .issuer = "甲市人民代表大会常务委员会",
          .date = "2014-10-30",
          .genre = "条例" },
        { .name = "a number right behind a date",
          .source = "甲市植树规定\n（2004年8月16日甲市人民政府第46次常务会议通过 "
                    "2004年8月30日甲市人民政府令第32号发布）\n第一条 " BODY,
          .title = "甲市植树规定",
          .number = "甲市人民政府令第32号",
          .issuer = "甲市人民政府",
          .date = "2004-08-30",
          .genre = "规定" },
        { .name = "whose report of work it is",
          .source = "1984年国务院政府工作报告\n各位代表：\n" BODY,
          .title = "1984年国务院政府工作报告",
          .issuer = "国务院",
          .genre = "政府工作报告" },
        { .name = "a title over two lines",
          .source = "甲市贯彻落实国家\n“百万株”植树部署实施方案\n" BODY,
          .title = "甲市贯彻落实国家“百万株”植树部署实施方案",
          .genre = "实施方案" },
        { .name = "a title inside the one line there is",
          .source = "甲省关于植树的实施意见(2016年)为改善环境,提出如下意见。" BODY,
          .title = "甲省关于植树的实施意见",
          .date = "2016",
          .genre = "实施意见" },
        { .name = "the issuer in the title when nobody signs",
          .source = "甲市人民政府关于植树的意见\n" BODY,
          .title = "甲市人民政府关于植树的意见",
          .issuer = "甲市人民政府",
          .genre = "意见" },
        { .name = "a place alone issues nothing",
          .source = "甲市关于植树的意见\n" BODY,
          .title = "甲市关于植树的意见",
          .genre = "意见" },
        { .name = "joint issuers",
          .source = "关于植树的通知\n" BODY
                    "甲省财政厅　甲省林业厅\n甲省水利厅\n二〇一六年三月十二日\n",
          .title = "关于植树的通知",
          .issuer = "甲省财政厅 甲省林业厅 甲省水利厅",
          .date = "2016-03-12",
          .genre = "通知" },
        { .name = "letters set apart are one name",
          .source = "关于植树的通知\n" BODY "甲 县 林 业 局\n2016 年 3 月 12 日\n",
          .title = "关于植树的通知",
          .issuer = "甲县林业局",
          .date = "2016-03-12",
          .genre = "通知" },
        { .name = "signer and date on one line",
          .source = "关于植树的通知\n" BODY "甲县人民政府办公室 2016年3月12日\n",
          .title = "关于植树的通知",
          .issuer = "甲县人民政府办公室",
          .date = "2016-03-12",
          .genre = "通知" },
        { .name = "the number in brackets behind the title",
          .source = "关于植树的指导意见(甲林【2015】13号）\n" BODY,
          .title = "关于植树的指导意见",
          .number = "甲林〔2015〕13号",
          .genre = "指导意见" },
        { .name = "the genre inside title marks",
          .source = "甲市人民政府关于印发《甲市植树管理办法（试行）》的通知\n" BODY,
          .title = "甲市人民政府关于印发《甲市植树管理办法（试行）》的通知",
          .issuer = "甲市人民政府",
          .genre = "管理办法" },
        { .name = "how long it holds stays in the title",
          .source = "甲市植树管理办法（试行）\n第一条 要植树。\n",
          .title = "甲市植树管理办法（试行）",
          .genre = "管理办法",
          .validity = "试行" },
        { .name = "a web page says the title twice",
          .source = "关于植树的通知\n关于植树的通知\n甲政发〔2016〕3号\n" BODY,
          .title = "关于植树的通知",
          .number = "甲政发〔2016〕3号",
          .genre = "通知" },
        { .name = "a short line that ends like a title goes on with it",
          .source = "《甲省植树条例》\n修正案（草案）\n" BODY,
          .title = "《甲省植树条例》修正案（草案）",
          .genre = "修正案",
          .validity = "草案" },
        { .name = "a page's head above the document's own title",
          .source = "甲市植树的若干意见\n甲市人民政府印发植树若干意见的通知（2005年8月1日）\n"
                    "甲府〔2005〕125号\n" BODY,
          .title = "甲市人民政府印发植树若干意见的通知",
          .number = "甲府〔2005〕125号",
          .issuer = "甲市人民政府",
          .date = "2005-08-01",
          .genre = "若干意见" },
        { .name = "the box of facts above a page",
          .source =
              "索 引 号：\t0001/2016\t发文机关：\t甲县人民政府\n文　　号：\t甲政发〔2016〕3号\t"
              "成文日期：\t2016年3月1日\n关于植树的通知\n" BODY,
          .title = "关于植树的通知",
          .number = "甲政发〔2016〕3号",
          .issuer = "甲县人民政府",
          .date = "2016-03-01",
          .genre = "通知" },
        { .name = "eight digits at the end of a file's name are no date unless the calendar has it",
          .path = "植树20231399.txt",
          .source = BODY,
          .title = "植树" },
        { .name = "a day at the end of a file's name is the date",
          .path = "植树(2023-12-09).txt",
          .source = BODY,
          .title = "植树",
          .date = "2023-12-09" },
        { .name = "a blank before the file's name is none of the title and moves no genre",
          .path = " 植树令.txt",
          .source = BODY,
          .title = "植树令",
          .genre = "令" },
        { .name = "nothing but a body has the file's name",
          .path = "x/甲县植树节(2016-03-12).txt",
          .source = "多种树，少砍树。\n",
          .title = "甲县植树节",
          .date = "2016-03-12" },
    };
    check_rows(rows, COUNT(rows));
}

static void reads_laws(void **state)
{
    (void)state;
    static const row rows[] = {
        { .name = "the history line below a law's title",
          .source = "甲省植树条例\n（2001年5月10日甲省第九届人民代表大会常务委员会第三次会议通过　"
                    "根据2004年8月28日甲省第十届人民代表大会常务委员会第八次会议《关于修改〈甲省植"
                    "树条例〉"
                    "的决定》修正）\n第一条 要植树。\n",
          .title = "甲省植树条例",
          .issuer = "甲省人民代表大会常务委员会",
          .date = "2004-08-28",
          .genre = "条例" },
        { .name = "an order gives its title to what it puts into force",
          .source = "甲省人民政府令\n第253号\n《甲省植树办法》已经省政府常务会议通过，现予公布。\n"
                    "省　长　　某某某\n二○一二年六月五日\n甲省植树办法\n第一条 要植树。\n",
          .title = "甲省植树办法",
          .number = "甲省人民政府令第253号",
          .issuer = "甲省人民政府",
          .date = "2012-06-05",
          .genre = "办法" },
        { .name = "the title tells which province",
          .source = "甲省植树办法\n（2019年11月20日省人民政府第46次常务会议通过 "
                    "甲省人民政府令第412号公布）\n第一条 要植树。\n",
          .title = "甲省植树办法",
          .number = "甲省人民政府令第412号",
          .issuer = "甲省人民政府",
          .date = "2019-11-20",
          .genre = "办法" },
        { .name = "a report to a congress",
          .source = "甲市政府工作报告\n——2022年4月6日在甲市第九届人民代表大会第一次会议上\n各位代表"
                    "：\n" BODY,
          .title = "甲市政府工作报告",
          .date = "2022-04-06",
          .genre = "政府工作报告" },
        { .name = "a joint order in a rule's history",
          .path = "a.md",
          .source = "# 植树办法\n\n2003年8月18日 林业局、海关总署第4号令公布\n\n第一条 要植树。\n",
          .title = "植树办法",
          .issuer = "林业局 海关总署",
          .date = "2003-08-18",
          .genre = "办法" },
        { .name = "a meeting in a rule's history",
          .path = "a.md",
          .source = "# 植树办法\n\n2008年7月17日 经林业部第6次部务会议通过\n\n第一条 要植树。\n",
          .title = "植树办法",
          .issuer = "林业部",
          .date = "2008-07-17",
          .genre = "办法" },
        { .name = "an order in a law's history",
          .path = "a.md",
          .source =
              "# 植树条例\n\n2011年7月26日 中华人民共和国国务院令第601号公布\n\n第一条 要植树。\n",
          .title = "植树条例",
          .number = "中华人民共和国国务院令第601号",
          .issuer = "国务院",
          .date = "2011-07-26",
          .genre = "条例" },
    };
    check_rows(rows, COUNT(rows));
}

static void reads_terms(void **state)
{
    (void)state;
    static const struct {
        const char *name, *source, *effective, *repealed;
    } rows[] = {
        { "the last article",
          "甲市植树办法\n第一条 要植树。\n第二条 本办法自2016年5月1日起施行。\n", "2016-05-01",
          NULL },
        { "the order",
          "甲省人民政府令\n第3号\n《甲省植树办法》已经通过，现予公布，自2012年10月1日起施行。\n"
          "甲省植树办法\n第一条 要植树。\n",
          "2012-10-01", NULL },
        { "how long it holds",
          "甲市植树办法\n第一条 要植树。\n第二条 "
          "本办法自2016年5月1日起施行，有效期至2021年4月30日。\n",
          "2016-05-01", "2021-04-30" },
        { "a date in the body is none", "甲市植树办法\n自2016年5月1日开始植树。\n", NULL, NULL },
        { "from the day it is issued",
          "甲市植树办法\n第一条 要植树。\n第二条 本办法自印发之日起施行。\n\n甲市人民政府\n"
          "2016年3月2日\n",
          "2016-03-02", NULL },
        { "on trial from a day on",
          "甲市植树办法\n第一条 要植树。\n第二条 本办法自2014年1月1日起试行。\n", "2014-01-01",
          NULL },
        { "that day is not told",
          "甲市植树办法\n第一条 要植树。\n第二条 本办法自公布之日起施行。\n", NULL, NULL },
        { "thirty days later is not that day",
          "甲市植树办法\n第一条 要植树。\n第二条 本办法自印发之日起30日后施行。\n\n甲市人民政府\n"
          "2016年3月2日\n",
          NULL, NULL },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        fixture f = take("a.txt", rows[i].source);
        check_field(rows[i].name, "effective", f.doc->meta.effective, rows[i].effective);
        check_field(rows[i].name, "repealed", f.doc->meta.repealed, rows[i].repealed);
        drop(&f);
    }
}

static void governs_by_the_title_year(void **state)
{
    (void)state;
    static const struct {
        const char *name, *source;
        int year;
    } rows[] = {
        { "one year governs", "甲市2022年植树重点任务\n" BODY, 2022 },
        { "a span does not", "甲市植树行动计划（2021—2023年）\n" BODY, 0 },
        { "no year, none", "甲市植树重点任务\n" BODY, 0 },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        fixture f = take("a.txt", rows[i].source);
        if (f.doc->meta.year != rows[i].year)
            fail_msg("%s: %d", rows[i].name, f.doc->meta.year);
        drop(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_notices),
        cmocka_unit_test(reads_laws),
        cmocka_unit_test(reads_terms),
        cmocka_unit_test(governs_by_the_title_year),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
