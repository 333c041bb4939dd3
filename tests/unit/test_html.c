/* Web pages: what is text, which of it is the document, and what the page says about it. */
#include <stdlib.h>

#include "tests/unit/corpus_fixture.h"

#define BODY                                                                                            \
    "<p>各县（区）人民政府，市政府各部门：</p>"                                        \
    "<p>为了保障流动人口权益，推进基本公共服务均等化，制定如下意见。</p>" \
    "<p>一、扩大覆盖面。到2020年，居住证覆盖率达到90%以上，由市公安局牵头落实。</p>"
#define TEXT                                                                                       \
    "各县（区）人民政府，市政府各部门：\n"                                        \
    "为了保障流动人口权益，推进基本公共服务均等化，制定如下意见。\n" \
    "一、扩大覆盖面。到2020年，居住证覆盖率达到90%以上，由市公安局牵头落实。\n"
#define TITLE "甲市人民政府关于推进居住证制度的意见"

static void finds_the_matter(void **state)
{
    (void)state;
    static const struct row {
        const char *name, *html, *text;
    } rows[] = {
        { "a bare page", "<html><body><h1>" TITLE "</h1>" BODY, TITLE "\n" TEXT },
        { "scripts, styles, comments and forms show nothing",
          "<html><style>p{}</style><script>if(a<b)document.write('<p>c')</script><h1>" TITLE
          "</h1><!-- 注释 --><select><option>甲</select><input "
          "value=乙><textarea>丙</textarea>" BODY,
          TITLE "\n" TEXT },
        { "the site's bars of links stand around it",
          "<html><ul><li><a href=/>首页</a><li><a href=/a>机构职能</a><li><a "
          "href=/b>办事服务</a></ul>"
          "<div><h1>" TITLE "</h1>" BODY "</div><div><p>主办：甲市人民政府办公室</p></div>",
          TITLE "\n" TEXT },
        { "other news is a list of links behind the last sentence",
          "<html><div><h1>" TITLE "</h1>" BODY "<ul><li><a href=1>甲市部署今年重点工作任务</a>"
          "<li><a href=2>甲市召开常务会议研究</a></ul></div>",
          TITLE "\n" TEXT },
        { "what is attached is linked and stays",
          "<html><div><h1>" TITLE "</h1>" BODY "<p><a href=1.doc>附件：任务分工表</a></p></div>",
          TITLE "\n" TEXT "附件：任务分工表\n" },
        { "a class may say that a block shares, relates or signs",
          "<html><div><h1>" TITLE "</h1>" BODY
          "<div class=\"bd_share\"><p>把本文推荐给朋友，大家一起来看一看吧。</p></div></div>",
          TITLE "\n" TEXT },
        { "a block that holds nearly all is the matter whatever it is called",
          "<html><div class=nav><h1>" TITLE "</h1>" BODY "</div>", TITLE "\n" TEXT },
        { "what is not displayed is not read",
          "<html><div><h1>" TITLE "</h1>" BODY
          "<p style='color:red; display: none'>本文由系统自动生成，请勿转载。</p></div>",
          TITLE "\n" TEXT },
        { "the title may stand outside the block of the text",
          "<html><title>" TITLE "_甲市政府网</title><table><tr><td>" TITLE "<tr><td><div>" BODY
          "</div></table>",
          TITLE "\n" TEXT },
        { "the way to the page above the title is no text",
          "<html><title>" TITLE "-甲市政府网</title><div><p>政务公开 &gt; 政策文件<p>" TITLE BODY,
          TITLE "\n" TEXT },
        { "the number above the title is the document's",
          "<html><title>" TITLE "</title><div><p>甲政发〔2016〕4号<p>" TITLE BODY,
          "甲政发〔2016〕4号\n" TITLE "\n" TEXT },
        { "a paragraph that nothing closes is still the whole matter with those before it",
          "<html><div>为了公布本意见，经市政府同意，现印发给你们，请认真贯彻执行。<p>" TITLE
          "<br>第一条　本意见适用于本市，由市公安局负责解释。<br>第二条　本意见自发布之日起施行，"
          "有效期五年。<br>"
          "第三条　各区县参照本意见执行，制定具体办法，落实各项措施，确保取得实效。",
          "为了公布本意见，经市政府同意，现印发给你们，请认真贯彻执行。\n" TITLE
          "\n第一条　本意见适用于本市，由市公安局负责解释。\n第二条　本意见自发布之日起施行，"
          "有效期五年。\n第三条　各区县参照本意见执行，制定具体办法，落实各项措施，确保取得实效。"
          "\n" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        fixture f = take("a.html", rows[i].html);
        check_str(rows[i].name, f.doc->text, rows[i].text);
        check_document(rows[i].name, f.doc);
        drop(&f);
    }
}

static void renders_the_source(void **state)
{
    (void)state;
    static const struct row {
        const char *name, *html, *source;
    } rows[] = {
        { "blocks are parted by line ends", "<html><div>甲<p>乙<br>丙</div>丁",
          "甲\n乙\n丙\n丁\n" },
        { "elements inside a line are nothing", "<html>甲<b>乙</b><font>丙</font>", "甲乙丙\n" },
        { "blanks are one blank", "<html>a  b\n\t c", "a b c\n" },
        { "a line end between Han characters is the editor's", "<html>居住\n  证 办法",
          "居住证 办法\n" },
        { "entities are what they stand for", "<html>a&amp;b&#20013;&lt;p&gt;&middot;",
          "a&b中<p>·\n" },
        { "an unknown entity stays as it is written", "<html>a&x;b", "a&x;b\n" },
        { "pre keeps its lines", "<html><pre>甲\n乙</pre>", "甲\n乙\n" },
        { "a paragraph with nothing to see makes no line", "<html><p>甲<p>&nbsp;<p>乙",
          "甲\n乙\n" },
        { "furniture is addressable",
          "<html><div class=nav><a href=/>首页</a></div><div>为了保障权益，制定本办法。</div>",
          "首页\n为了保障权益，制定本办法。\n" },
        { "a row is a line, cells are parted by tabs",
          "<html><table><tr><th>指标<th>2020年<tr><td>城镇化率<td>60%</table>",
          "指标\t2020年\n城镇化率\t60%\n" },
        { "a cell that spans columns leaves the others empty",
          "<html><table><tr><td colspan=2>甲<td>乙<tr><td>1<td>2<td>3</table>",
          "甲\t\t乙\n1\t2\t3\n" },
        { "a cell that spans rows leaves its place below empty",
          "<html><table><tr><td rowspan=2>甲<td>1<tr><td>2<tr><td>乙<td>3</table>",
          "甲\t1\n\t2\n乙\t3\n" },
        { "the lines of a cell stay in it",
          "<html><table><tr><td>常住人口<br>城镇化率<td>60%</table>", "常住人口 城镇化率\t60%\n" },
        { "a table that holds a table lays out the page",
          "<html><table><tr><td>甲<td><table><tr><td>1<td>2</table>乙</table>", "甲\n1\t2\n乙\n" },
        { "a cell alone in its row is a line", "<html><table><tr><td>甲<tr><td>乙</table>",
          "甲\n乙\n" },
        { "nothing but markup is closed for what is left open",
          "<html><table><tr><td>甲<td>乙<p>丙", "甲\t乙 丙\n" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        fixture f = take("a.html", rows[i].html);
        check_str(rows[i].name, f.doc->source->text, rows[i].source);
        check_document(rows[i].name, f.doc);
        drop(&f);
    }
}

static void knows_a_page_by_its_content(void **state)
{
    (void)state;
    static const struct row {
        const char *name, *path, *bytes, *reader, *encoding;
    } rows[] = {
        { "saved as a PDF", "a.pdf", "\r\n<!DOCTYPE html><p>为了保障权益", "html", "UTF-8" },
        { "saved as a Word document", "a.doc", "<html xmlns:o=x><body><p>为了保障权益", "html",
          "UTF-8" },
        { "without an ending", "办法2016", "<!-- saved -->\n<HTML><p>为了保障权益", "html",
          "UTF-8" },
        { "a fragment", "a", "<div><table><tr><td>甲</table><p>为了保障权益<br>乙", "html",
          "UTF-8" },
        { "XHTML", "a", "<?xml version='1.0'?><!DOCTYPE html><html><p>为了", "html", "UTF-8" },
        { "a declared charset that the bytes belie", "a.htm",
          "<html><meta charset=gb2312><p>为了保障权益", "html", "UTF-8" },
        { "declared GB2312, but GB18030", "a.htm",
          "<html><meta charset=gb2312><p>\xce\xaa\xc1\xcb\xb1\xa3\xd5\xcf\xc8\xa8\xd2\xe6\x96\xac",
          "html", "GB18030" },
        { "markdown may hold tags", "a.md", "# 甲\n\n<p>乙</p>\n", "markdown", "UTF-8" },
        { "a text may begin with a sign", "a.txt", "<甲省条例>全文如下。", "txt", "UTF-8" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        fixture f = take(rows[i].path, rows[i].bytes);
        check_str(rows[i].name, zw_str_of(f.doc->source->reader), rows[i].reader);
        check_str(rows[i].name, zw_str_of(f.doc->source->encoding), rows[i].encoding);
        drop(&f);
    }
}

static void reads_what_the_page_tells(void **state)
{
    (void)state;
    fixture f = take(
        "a.html", "<html><head><title>政策文件_甲市政府网</title><body>"
                  "<table><tr><td>索 引 号：<td>000123/2016-00045<td>主题分类：<td>户籍管理"
                  "<tr><td>发文机关：<td>甲市人民政府<td>成文日期：<td>2016年03月11日"
                  "<tr><td>标　　题：<td colspan=3>" TITLE "<tr><td>发文字号：<td>甲政发〔2016〕4号"
                  "<td>发布日期：<td>2016年03月15日</table><div>" BODY "</div>");
    const zw_metadata *m = &f.doc->meta;
    check_str("the box's title", zw_str_of(m->title), TITLE);
    check_str("its number", zw_str_of(m->number), "甲政发〔2016〕4号");
    check_str("who issued it", zw_str_of(m->issuer), "甲市人民政府");
    check_str("when", zw_str_of(m->date), "2016-03-11");
    check_str("when published", zw_str_of(m->published), "2016-03-15");
    check_str("the box is no text", f.doc->text, TEXT);
    drop(&f);

    f = take("a.html", "<html><meta name=ArticleTitle content='" TITLE "'><meta name=PubDate "
                       "content='2016-03-15 08:30'><div><p>首页<p>文号：<p>甲政发〔2016〕4号" BODY);
    check_str("meta tags tell the title", zw_str_of(f.doc->meta.title), TITLE);
    check_str("and the day", zw_str_of(f.doc->meta.published), "2016-03-15");
    check_str("a label's value may stand below it", zw_str_of(f.doc->meta.number),
              "甲政发〔2016〕4号");
    drop(&f);

    f = take("a.html", "<html><div><h1>" TITLE "</h1><p><span>来源：甲市人民政府办公厅</span>"
                       "<span>日期：2016-04-28</span></p><p>2016-05-02 08:30:11</p>" BODY);
    check_str("the day in a line below the title", zw_str_of(f.doc->meta.published), "2016-04-28");
    check_str("which is no text", f.doc->text, TITLE "\n" TEXT);
    drop(&f);

    f = take("甲省居住证办法2016.html",
             "<html><title>甲省人民政府</title><p>第一条　为了保障权益。");
    check_str("the name of the site is no title", zw_str_of(f.doc->meta.title), "甲省居住证办法");
    drop(&f);
}

static void keeps_rows_as_rows(void **state)
{
    (void)state;
    fixture f = take("a.html",
                     "<html><h1>" TITLE "</h1>" BODY "<table><tr><th>指标<th>2015年<th>2020年"
                     "<tr><td rowspan=2>就业<td>5<td>30<tr><td>4<td>6</table>");
    size_t rows = 0;
    for (size_t i = 0; i < f.doc->passages.n; i++)
        rows += f.doc->passages.at[i].table_row;
    assert_int_equal(rows, 3);
    zw_str last = zw_document_quote(f.doc, f.doc->passages.at[f.doc->passages.n - 1].text);
    check_str("columns stay in their places", last, "\t4\t6");
    drop(&f);
}

/* head, so many times what is repeated, and tail. */
static char *repeated(const char *head, const char *again, size_t times, const char *tail,
                      size_t *n)
{
    size_t a = strlen(head), b = strlen(again), c = strlen(tail);
    char *to = malloc(a + b * times + c + 1);
    assert_non_null(to);
    memcpy(to, head, a);
    for (size_t i = 0; i < times; i++)
        memcpy(to + a + i * b, again, b);
    memcpy(to + a + b * times, tail, c + 1);
    *n = a + b * times + c;
    return to;
}

static void bounds_what_a_page_may_cost(void **state)
{
    (void)state;
    static const char end[] = "为了保障权益，制定本办法。";
    static const struct row {
        const char *name, *head, *again;
        size_t times;
        zw_status status;
        const char *message;
    } rows[] = {
        { "a megabyte of <div>", "<html>", "<div>", 200000, ZW_E_LIMIT,
          "'a.html': more than 2048 elements inside each other" },
        { "a tag with a hundred thousand attributes", "<html><p ", "a=1 ", 100000, ZW_E_LIMIT,
          "'a.html': more than 20000 attributes in one tag" },
        { "end tags that close nothing", "<html>", "</b>", 1000000, ZW_E_LIMIT, NULL },
        { "entities of its own are not expanded",
          "<!DOCTYPE html [<!ENTITY a 'bbbbbbbbbb'><!ENTITY c '&a;&a;&a;&a;&a;&a;'>]><html>", "&c;",
          10000, ZW_OK, NULL },
        { "spans that reach beyond any table", "<html><table><tr>",
          "<td rowspan=99999 colspan=99999>1", 3000, ZW_OK, NULL },
        { "paragraphs that nothing closes", "<html>", "<p>甲", 50000, ZW_OK, NULL },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        size_t n;
        char *page = repeated(rows[i].head, rows[i].again, rows[i].times, end, &n);
        fixture f = take_bytes("a.html", page, n);
        if (f.status != rows[i].status)
            fail_msg("%s: status %d, %s", rows[i].name, f.status, f.err.text);
        if (rows[i].message)
            check_str(rows[i].name, zw_str_of(f.err.text), rows[i].message);
        drop(&f);
        free(page);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_matter),
        cmocka_unit_test(renders_the_source),
        cmocka_unit_test(knows_a_page_by_its_content),
        cmocka_unit_test(reads_what_the_page_tells),
        cmocka_unit_test(keeps_rows_as_rows),
        cmocka_unit_test(bounds_what_a_page_may_cost),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
