/* What is the document's own text, and where its lines go on. */

#include "tests/unit/corpus_fixture.h"

#define BODY "各村要按本通知办理。\n"
#define NOTICE "关于植树的通知\n"

static void cleans(void **state)
{
    (void)state;
    static const struct row {
        const char *name, *source, *text;
    } rows[] = {
        { "a page break in a sentence is closed",
          NOTICE "一要多种树。二要建设新型农\n\n村社区，改善环境。\n",
          NOTICE "一要多种树。二要建设新型农村社区，改善环境。\n" },
        { "a page number between is transparent",
          NOTICE "一要多种树。二要建设新型农\n\n— 12 —\n\n村社区，改善环境。\n",
          NOTICE "一要多种树。二要建设新型农村社区，改善环境。\n" },
        { "a long line with commas is no heading",
          NOTICE
          "以建设美丽乡村为目标，以植树造林为先导，以道路和河湖两岸的生态环\n\n境建设为依托。\n",
          NOTICE
          "以建设美丽乡村为目标，以植树造林为先导，以道路和河湖两岸的生态环境建设为依托。\n" },
        { "but a long heading with a number is",
          NOTICE
          "（二）以植树造林为重点，推进道路和河湖两岸的绿化，完善成本分担机制\n\n各村要出工。\n",
          NOTICE
          "（二）以植树造林为重点，推进道路和河湖两岸的绿化，完善成本分担机制\n各村要出工。\n" },
        { "who answers for an item ends it",
          NOTICE "（一）选苗。要选好苗。（林业局负责）\n\n各地要高度重视。\n",
          NOTICE "（一）选苗。要选好苗。（林业局负责）\n各地要高度重视。\n" },
        { "a heading before a blank line stays alone", NOTICE "总体要求\n\n" BODY,
          NOTICE "总体要求\n" BODY },
        { "a line that ends with a comma goes on",
          NOTICE "为了改善环境，建设美丽乡村，\n现就植树通知如下。\n",
          NOTICE "为了改善环境，建设美丽乡村，现就植树通知如下。\n" },
        { "a title mark left open goes on", NOTICE "现将《关于加强\n植树造林的意见》转发给你们。\n",
          NOTICE "现将《关于加强植树造林的意见》转发给你们。\n" },
        { "an item never joins the line above it",
          NOTICE "下列各项由县里负责落实到位，\n（一）选苗；\n（二）栽种。\n",
          NOTICE "下列各项由县里负责落实到位，\n（一）选苗；\n（二）栽种。\n" },
        { "lines of one width are one paragraph",
          NOTICE "　　为了加强本县的植树造林工作，改善生态环境，提高人民\n"
                 "群众的生活质量，根据有关法律法规的规定，结合本县的实际情\n"
                 "况，制定本办法，请各乡镇人民政府和县直各单位认真贯彻执行\n"
                 "并且把执行当中遇到的问题及时向县林业局报告，由县林业局汇\n"
                 "总以后提交县人民政府常务会议研究，研究的结果由县林业局通\n"
                 "知各乡镇。\n",
          NOTICE "为了加强本县的植树造林工作，改善生态环境，提高人民"
                 "群众的生活质量，根据有关法律法规的规定，结合本县的实际情"
                 "况，制定本办法，请各乡镇人民政府和县直各单位认真贯彻执行"
                 "并且把执行当中遇到的问题及时向县林业局报告，由县林业局汇"
                 "总以后提交县人民政府常务会议研究，研究的结果由县林业局通"
                 "知各乡镇。\n" },
        { "a line end between Latin words was a blank",
          NOTICE "按照公私合作的办法，推广 PPP。实施 smart\n\ncity 项目，逐步推开。\n",
          NOTICE "按照公私合作的办法，推广 PPP。实施 smart city 项目，逐步推开。\n" },
        { "buttons of a page go",
          "我要收藏\n【打印】 【关闭窗口】\n【字体：大 中 小】\n" NOTICE BODY, NOTICE BODY },
        { "where one is on a site goes", "当前位置：首页 > 政务公开 > 通知\n" NOTICE BODY,
          NOTICE BODY },
        { "a word of chrome inside a sentence stays", NOTICE "材料应当打印后交村里。\n",
          NOTICE "材料应当打印后交村里。\n" },
        { "a contents page with leaders goes",
          NOTICE "目　录\n一、要求........1\n二、任务........3\n\n一、要求\n" BODY
                 "二、任务\n" BODY,
          NOTICE "一、要求\n" BODY "二、任务\n" BODY },
        { "a contents page without leaders ends where its first line stands again",
          "甲县植树条例\n目录\n第一章　总则\n第二章　附则\n第一章　总　则\n第一条　要植树。\n第二章"
          "　附　则\n",
          "甲县植树条例\n第一章　总　则\n第一条　要植树。\n第二章　附　则\n" },
        { "a contents page without leaders ends at a preface",
          "甲县植树规划\n目录\n一、植树的要求\n二、植树的任务\n三、植树的保障\n植树造林，造福后人。"
          "\n"
          "一、植树的要求\n多种树。\n二、植树的任务\n少砍树。\n",
          "甲县植树规划\n植树造林，造福后人。\n一、植树的要求\n多种树。\n二、植树的任务\n少砍树。"
          "\n" },
        { "an item is no line of a page, whatever it says",
          NOTICE "一、资金的来源：\n（一）财政拨款；\n（二）捐款。\n",
          NOTICE "一、资金的来源：\n（一）财政拨款；\n（二）捐款。\n" },
        { "what shows nothing goes", "关于\xE2\x80\x8B植树的通知\n\f各村要\xC2\xAD种树。\n",
          "关于植树的通知\n各村要种树。\n" },
        { "blanks before digits stay", NOTICE "全县面积 1990 平方公里。\n",
          NOTICE "全县面积 1990 平方公里。\n" },
        { "line ends of any system", "关于植树的通知\r\n各村要种树。\r\n县里检查。\r",
          "关于植树的通知\n各村要种树。\n县里检查。\n" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        fixture f = take("a.txt", rows[i].source);
        check_str(rows[i].name, f.doc->text, rows[i].text);
        check_document(rows[i].name, f.doc);
        drop(&f);
    }
}

static void maps_every_byte_back(void **state)
{
    (void)state;
    const char *source = "打印\r\n关于植树的通知\r\n\r\n要种树。要\xE2\x80\x8B建设新型农\r\n\r\n"
                         "- 3 -\r\n\r\n村社区。县里要检查。\r\n";
    fixture f = take("a.txt", source);
    zw_str text = f.doc->text;
    size_t at = zw_str_find(text, ZW_STR("新型农村社区"), 0);
    check_str("joined over the break of a page",
              zw_document_quote(f.doc, (zw_range){ at, at + 18 }),
              "新型农\r\n\r\n- 3 -\r\n\r\n村社区");
    zw_span span = zw_document_span(f.doc, (zw_range){ at, at + 9 });
    assert_int_equal(span.chr.start, 23);
    assert_int_equal(span.chr.end, 26);
    for (size_t i = 0; i < text.n; i++) {
        zw_str one = zw_document_quote(f.doc, (zw_range){ i, i + 1 });
        if (text.at[i] != '\n' && (one.n != 1 || one.at[0] != text.at[i]))
            fail_msg("byte %zu", i);
    }
    drop(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cleans),
        cmocka_unit_test(maps_every_byte_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
