/* The tree of sections and the passages that a document is cut into. */
#include "base/buffer.h"
#include "tests/unit/corpus_fixture.h"

/* "1 一、 总体要求|2 （一） 目标|": depth, number, heading of each section. */
static void outline(const zw_document *doc, zw_buf *to)
{
    for (size_t i = 1; i < doc->sections.n; i++) {
        const zw_section *s = &doc->sections.at[i];
        zw_buf_printf(to, "%d ", s->level);
        zw_buf_str(to, zw_str_slice(doc->text, s->number));
        zw_buf_char(to, ' ');
        zw_buf_str(to, zw_str_slice(doc->text, s->heading));
        zw_buf_char(to, '|');
    }
    zw_buf_text(to, "");
}

#define T "关于植树的意见\n"

static void builds_trees(void **state)
{
    (void)state;
    static const struct row {
        const char *name, *source, *outline;
    } rows[] = {
        { "levels nest as the document nests them",
          T "一、要求\n（一）目标\n多种树。\n（二）原则\n少砍树。\n二、任务\n1.选苗\n选好。\n(1)"
            "松树。\n2.栽种\n种好。\n",
          "1 一、 要求|2 （一） 目标|2 （二） 原则|1 二、 任务|2 1. 选苗|3 (1) |2 2. 栽种|" },
        { "digits above Chinese numerals are as good",
          T "1.要求\n一、目标\n多种树。\n二、原则\n少砍树。\n2.任务\n一、选苗\n选好。\n",
          "1 1. 要求|2 一、 目标|2 二、 原则|1 2. 任务|2 一、 选苗|" },
        { "a level that one item leaves out comes back where it was",
          T "一、要求\n（一）目标\n1.近期\n快种。\n二、任务\n1.选苗\n选好。\n（二）栽种\n种好。\n",
          "1 一、 要求|2 （一） 目标|3 1. 近期|1 二、 任务|2 1. 选苗|2 （二） 栽种|" },
        { "chapters, sections, articles have their order",
          "甲县植树条例\n第一章 总则\n第一条 要植树。\n第二章 管理\n第一节 苗木\n第二条 "
          "要选苗。\n第三章 附则\n第三条 要执行。\n",
          "1 第一章 总则|2 第一条 |1 第二章 管理|2 第一节 苗木|3 第二条 |1 第三章 附则|2 第三条 "
          "|" },
        { "a short first sentence is the heading",
          T "（一） 全面选苗。各村要选好苗。（县林业局负责）\n（二）组织栽种。各村要种好树。\n",
          "1 （一） 全面选苗|1 （二） 组织栽种|" },
        { "a first sentence that fills its line is one too when the item goes on",
          T "（一）全面选苗。\n各村要选好苗，交乡里验收。\n（二）组织栽种。\n各村要种好树，交乡里验"
            "收。\n",
          "1 （一） 全面选苗|1 （二） 组织栽种|" },
        { "an article's first sentence is none",
          "甲县植树条例\n第一条 每年植树。植树要多。\n第二条 少砍树。\n", "1 第一条 |1 第二条 |" },
        { "items inside one line",
          "甲县关于植树的意见为改善环境,提出如下意见。一、要求多种树。二、推进选苗栽种(一)"
          "选苗。要选好。(二)栽种。要种好。三、落实责任(三)检查。要查好。",
          "1 一、 |1 二、 推进选苗栽种|2 (一) 选苗|2 (二) 栽种|1 三、 落实责任|2 (三) 检查|" },
        { "a reference is no item",
          T "依照本办法第(一)项、第(二)项的规定。由(2016年)预算列支。（三）只此一处，也不是。\n",
          "" },
        { "a figure at the start of a line is no item", T "1.5万株树苗。\n2016.3.12是植树节。\n",
          "" },
        { "numbers of parts of numbers",
          "植树技术标准\n1 总则\n1.1 范围\n适用于甲县。\n1.2 依据\n1.2.1 "
          "国家标准\n按国家标准。\n1.3 术语\n1.5 万株为一片。\n",
          "1 1.1 范围|1 1.2 依据|2 1.2.1 国家标准|1 1.3 术语|" },
        { "headings without number stand on short lines",
          T "一、要求\n指导思想\n以植树造林为抓手，改善全县的生态环境，造福群众。\n基本原则\n坚持因"
            "地制宜、分类指导、适地适树的原则，讲求实效。\n二、任务\n多种。\n",
          "1 一、 要求|2  指导思想|2  基本原则|1 二、 任务|" },
        { "a dash marks one paragraph",
          T "一、目标\n——城市。要绿起来。\n——乡村。要美起来。\n以上目标年底完成。\n",
          "1 一、 目标|2 —— 城市|2 —— 乡村|" },
        { "closing words belong to no item",
          T "一、要求\n（一）选苗。选好。\n（二）栽种。种好。\n（三）管护。管好。\n各地要高度重视，"
            "抓好落实。\n",
          "1 一、 要求|2 （一） 选苗|2 （二） 栽种|2 （三） 管护|1  |" },
        { "an attachment's label and title on one line",
          "甲市执法规范\n一、要规范。\n二、要文明。\n附件1：查验操作规程\n一、要查证件。\n",
          "1 一、 |1 二、 |1  附件1：查验操作规程|2 一、 |" },
        { "below an item that is a heading alone, closing words are the item's",
          T "一、选苗。\n二、栽种。\n三、其他\n本意见自2016年4月1日起施行。\n",
          "1 一、 |1 二、 |1 三、 其他|" },
        { "what leads to a list that begins anew heads it, and is no more of the last item",
          "甲县植树条例\n第一条 "
          "有苗的：\n（一）松树；\n（二）柏树。\n没有苗的，应当符合下列条件：\n"
          "（一）有地；\n（二）有人。\n第二条 要植树。\n",
          "1 第一条 有苗的|2 （一） |2 （二） |2  没有苗的，应当符合下列条件|3 （一） |3 （二） "
          "|1 "
          "第二条 |" },
        { "a short line above a list that begins anew heads it",
          T "一、要求\n（一）苗要壮。\n（二）坑要深。\n所需工具\n（一）锹。\n（二）桶。\n",
          "1 一、 要求|2 （一） |2 （二） |2  所需工具|3 （一） |3 （二） |" },
        { "the upper of two headings without number",
          T "植树的村民各备材料。\n自家门前植树的村民\n所需材料\n一、苗木；\n二、工具。\n在公地植树"
            "的村民\n"
            "所需材料\n一、申请；\n二、苗木。\n",
          "1  自家门前植树的村民|2  所需材料|3 一、 |3 二、 |1  在公地植树的村民|2  所需材料|3 "
          "一、 |3 二、 "
          "|" },
        { "an article behind items of a chapter is beside them",
          "甲县植树条例\n第一章 总则\n第一条 要植树。\n第二章 "
          "资金\n（一）财政拨款；\n（二）其他。\n"
          "第三条 要节约。\n",
          "1 第一章 总则|2 第一条 |1 第二章 资金|2 （一） |2 （二） |2 第三条 |" },
        { "a question heads its answer",
          T "（一）问：没有地，应当如何植树？\n答：去公地。\n（二）问：没有苗呢？\n答：去苗圃。\n",
          "1 （一） 问：没有地，应当如何植树|1 （二） 问：没有苗呢|" },
        { "a chapter's heading on the line below its number",
          "甲县植树条例\n第一章\n总则\n第一条 要植树。\n第二章\n树苗\n第二条 要选苗。\n",
          "1 第一章 总则|2 第一条 |1 第二章 树苗|2 第二条 |" },
        { "an article's items are its own, whatever the notice above counted",
          "关于印发植树办法的通知\n各村：\n（一）要执行。\n（二）要检查。\n甲县人民政府\n2016年3月1"
          "日\n甲县植树办法\n"
          "第一条 下列树种：\n（一）松树。\n（二）柏树。\n第二条 要种好。\n",
          "1 （一） |1 （二） |1  甲县植树办法|2 第一条 下列树种|3 （一） |3 （二） |2 第二条 |" },
        { "a formula is no heading", T "一、补助\n补助=株数×单价\n株数以验收为准，每年核一次。\n",
          "1 一、 补助|" },
        { "二、三 is no item",
          T "一、目标\n——产业。提高比重；二、三产业要过半。\n二、任务\n多种树。\n",
          "1 一、 目标|2 —— 产业|1 二、 任务|" },
        { "an item inside a dash's paragraph stays in it",
          T "一、目标\n——树种有两种：①松树；②柏树。\n要种好。\n二、任务\n多种树。\n",
          "1 一、 目标|2 —— |3 ① |3 ② 柏树|1 二、 任务|" },
        { "what is attached begins anew",
          "关于印发植树方案的通知\n各村：\n现将方案印发给你们。\n一、要执行。\n甲县人民政府\n2016年"
          "3月1日\n甲县植树方案\n一、选苗\n要选好。\n二、栽种\n要种好。\n",
          "1 一、 |1  甲县植树方案|2 一、 选苗|2 二、 栽种|" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        fixture f = take("a.txt", rows[i].source);
        zw_buf found = ZW_BUF_INIT;
        outline(f.doc, &found);
        check_str(rows[i].name, zw_buf_view(&found), rows[i].outline);
        check_document(rows[i].name, f.doc);
        zw_buf_free(&found);
        drop(&f);
    }
}

/* Passages with [ ] around the headings that lead to them and | behind each. */
static void cut_of(const zw_document *doc, zw_buf *to)
{
    for (size_t i = 0; i < doc->passages.n; i++) {
        const zw_passage *p = &doc->passages.at[i];
        if (p->body > p->text.start) {
            zw_buf_char(to, '[');
            zw_buf_str(to,
                       zw_str_trim(zw_str_slice(doc->text, (zw_range){ p->text.start, p->body })));
            zw_buf_char(to, ']');
        }
        zw_buf_str(to, zw_str_slice(doc->text, (zw_range){ p->body, p->text.end }));
        zw_buf_char(to, '|');
    }
    zw_buf_text(to, "");
}

static void cuts_passages(void **state)
{
    (void)state;
    static const struct row {
        const char *name, *source, *passages;
    } rows[] = {
        { "headings lead to the first passage below",
          T "一、要求\n（一）目标\n多种树。\n（二）原则\n少砍树。\n",
          "[一、要求\n（一）目标]多种树。|[（二）原则]少砍树。|" },
        { "an item's paragraphs are one passage",
          T "（一）选苗。要选好。\n苗要壮。\n（二）栽种。要种好。\n",
          "（一）选苗。要选好。\n苗要壮。|（二）栽种。要种好。|" },
        { "who answers for an item stands in its passage",
          T "（一）选苗。要选好。（县林业局负责，6月底前完成）\n（二）栽种。要种好。\n",
          "（一）选苗。要选好。（县林业局负责，6月底前完成）|（二）栽种。要种好。|" },
        { "paragraphs outside items stand alone", T "多种树。\n少砍树。\n", "多种树。|少砍树。|" },
        { "the frame is in none",
          "关于植树的通知\n甲政发〔2016〕3号\n各村民委员会：\n多种树。\n甲县人民政府\n2016年3月1日"
          "\n（此件公开发布）\n",
          "多种树。|" },
        { "a sentence that opens the text is no addressee",
          "关于植树的意见\n甲政发〔2016〕3号\n各区人民政府：\n为贯彻《县政府关于植树的意见》，"
          "现提出以下意见：\n一、多种树。\n",
          "为贯彻《县政府关于植树的意见》，现提出以下意见：|一、多种树。|" },
        { "what stands behind an article's list is the article's",
          "甲县植树条例\n第一条 下列树种：\n（一）松树；\n（二）柏树。\n前款树种由县里公布。\n",
          "[第一条 下列树种：]（一）松树；|（二）柏树。|前款树种由县里公布。|" },
        { "but not in the middle of the list",
          "甲县植树条例\n第一条 "
          "下列树种：\n（一）松树。\n（二）柏树。\n柏树要耐旱。\n（三）杨树。\n",
          "[第一条 下列树种：]（一）松树。|（二）柏树。\n柏树要耐旱。|（三）杨树。|" },
        { "what the printing office put below is in none",
          T
          "一、多种树。\n主题词：林业 通知\n抄送：县委办公室。\n甲县政府办公室 2016年3月2日印发\n",
          "一、多种树。|" },
        { "a heading with nothing below is a passage", T "一、要求\n多种树。\n二、附件略\n",
          "[一、要求]多种树。|二、附件略|" },
        { "headings with nothing below lead to the innermost",
          T "一、要求\n（一）目标\n甲县人民政府\n2016年3月1日\n", "[一、要求]（一）目标|" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        fixture f = take("a.txt", rows[i].source);
        zw_buf found = ZW_BUF_INIT;
        cut_of(f.doc, &found);
        check_str(rows[i].name, zw_buf_view(&found), rows[i].passages);
        zw_buf_free(&found);
        drop(&f);
    }
}

static void cuts_long_items_at_sentences(void **state)
{
    (void)state;
    zw_buf text = ZW_BUF_INIT;
    zw_buf_text(&text, T "（一）选苗。");
    for (int i = 0; i < 120; i++)
        zw_buf_text(&text, "各村要选好苗，种好树。");
    zw_buf_text(&text, "（县林业局负责）\n");
    fixture f = take("a.txt", text.at);
    assert_int_equal(f.doc->passages.n, 3);
    for (size_t i = 0; i < 3; i++) {
        zw_str s = zw_str_slice(f.doc->text, f.doc->passages.at[i].text);
        assert_true(s.n > 900 && s.n < 1700);
        assert_true(zw_str_ends(s, i < 2 ? ZW_STR("。") : ZW_STR("（县林业局负责）")));
    }
    zw_buf_free(&text);
    drop(&f);
}

static void knows_the_item_around(void **state)
{
    (void)state;
    fixture f = take("a.txt", T "二、任务\n（五）选苗\n要选好。\n——松树。\n");
    size_t at = zw_str_find(f.doc->text, ZW_STR("选好"), 0);
    check_str("item", zw_document_item_at(f.doc, at), "（五）");
    drop(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(builds_trees),
        cmocka_unit_test(cuts_passages),
        cmocka_unit_test(cuts_long_items_at_sentences),
        cmocka_unit_test(knows_the_item_around),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
