/* When a file is several documents, and what each is called. */
#include "base/buffer.h"
#include "corpus/split.h"
#include "tests/unit/corpus_fixture.h"

/* The body of a part: numbered from one, long enough to be one. */
#define PART                                                                                                                                \
    "本方案由县里组织实施，各乡镇和有关单位要密切配合，确保完成任务。\n一、总体目标\n"                \
    "到年底，全县森林覆盖率有明显提高，群众生产生活环境有明显改善，山更绿、水更清。\n二、任务\n" \
    "要选好苗、种好树、管好林，明确责任单位和责任人，建立台账，定期检查，及时通报。\n"

static void names_of(const zw_documents *docs, zw_buf *to)
{
    for (size_t i = 0; i < docs->documents.n; i++) {
        const zw_document *d = docs->documents.at[i];
        zw_buf_printf(to, "%s=%s|", d->part ? d->part : "-", d->meta.title);
    }
}

static void splits(void **state)
{
    (void)state;
    static const struct row {
        const char *name, *source, *parts;
    } rows[] = {
        { "titles with one end head the parts",
          "甲市试点方案汇编\n\n山河县绿化试点工作 方案\n" PART "湖海县绿化试点工作 方案\n" PART
          "林泉区（新城）绿化试点工作 方案\n" PART,
          "山河县=山河县绿化试点工作方案|湖海县=湖海县绿化试点工作方案|"
          "林泉区（新城）=林泉区（新城）绿化试点工作方案|" },
        { "a covering notice is a document of its own",
          "关于印发三个县方案的通知\n各县人民政府：\n" PART "山河县绿化工作方案\n" PART
          "湖海县绿化工作方案\n" PART "林泉县绿化工作方案\n" PART,
          "-=关于印发三个县方案的通知|山河县=山河县绿化工作方案|湖海县=湖海县绿化工作方案|"
          "林泉县=林泉县绿化工作方案|" },
        { "a title over two lines",
          "山河县绿化实施细则\n" PART "湖海县绿化实施细则\n" PART
          "林泉县和\n周边乡镇绿化实施细则\n" PART,
          "山河县=山河县绿化实施细则|湖海县=湖海县绿化实施细则|"
          "林泉县和周边乡镇=林泉县和周边乡镇绿化实施细则|" },
        { "州 before 市 is part of the name",
          "甲州市绿化工作方案\n" PART "乙海市绿化工作方案\n" PART "丙泉市绿化工作方案\n" PART,
          "甲州市=甲州市绿化工作方案|乙海市=乙海市绿化工作方案|"
          "丙泉市=丙泉市绿化工作方案|" },
        { "a town's name keeps its kind before 县城",
          "山河市县城绿化工作方案\n" PART "湖海市县城绿化工作方案\n" PART
          "林泉县城绿化工作方案\n" PART,
          "山河市=山河市县城绿化工作方案|湖海市=湖海市县城绿化工作方案|"
          "林泉县=林泉县城绿化工作方案|" },
        { "two are too few", "山河县绿化工作方案\n" PART "湖海县绿化工作方案\n" PART,
          "-=山河县绿化工作方案|" },
        { "numbers that go on make one document",
          "山河县绿化工作方案\n一、目标\n" PART "山河县选苗工作方案\n二、任务\n" PART
          "山河县管护工作方案\n三、保障\n" PART,
          "-=山河县绿化工作方案|" },
        { "the head of a form that stands again and again is no title",
          "关于报表的通知\n" PART "甲县绿化进度报告\n" PART "甲县绿化进度报告\n" PART
          "甲县绿化进度报告\n" PART,
          "-=关于报表的通知|" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        fixture f = take("a.txt", rows[i].source);
        zw_buf found = ZW_BUF_INIT;
        names_of(&f.docs, &found);
        check_str(rows[i].name, zw_buf_view(&found), rows[i].parts);
        for (size_t k = 0; k < f.docs.documents.n; k++)
            check_document(rows[i].name, f.docs.documents.at[k]);
        zw_buf_free(&found);
        drop(&f);
    }
}

/* Every part counts from its own start but points into the one source. */
static void parts_share_the_source(void **state)
{
    (void)state;
    fixture f = take("a.txt", "山河县绿化工作方案\n" PART "湖海县绿化工作方案\n" PART
                              "林泉县绿化工作方案\n" PART);
    assert_int_equal(f.docs.documents.n, 3);
    zw_document *last = f.docs.documents.at[2];
    assert_int_equal(last->part_index, 2);
    assert_string_not_equal(last->id, f.doc->id);
    check_str("quotation", zw_document_quote(last, (zw_range){ 0, 27 }), "林泉县绿化工作方案");
    assert_true(zw_document_span(last, (zw_range){ 0, 27 }).byte.start > last->text.n);
    drop(&f);
}

/* A title and more text than a document has, in paragraphs or on one line. */
static zw_buf huge(bool lines)
{
    zw_buf text = ZW_BUF_INIT;
    zw_buf_text(&text, "山河县绿化工作方案\n");
    while (text.n < 2 * ZW_DOCUMENT_MAX_BYTES + 1000) {
        for (size_t i = 0; i < 100; i++)
            zw_buf_text(&text, "各乡镇和有关单位要密切配合，确保完成任务。");
        zw_buf_text(&text, lines ? "\n" : "");
    }
    return text;
}

/* What one document holds in memory is bounded; nothing of it is lost. */
static void cuts_what_is_too_long(void **state)
{
    for (int lines = 0; lines < 2; lines++) {
        const char *row = lines ? "many lines" : "one line";
        zw_buf text = huge(lines);
        fixture f = take("a.txt", text.at);
        size_t bytes = 0;
        (void)state;
        assert_int_equal(f.docs.documents.n, 3);
        for (size_t i = 0; i < 3; i++) {
            const zw_document *d = f.docs.documents.at[i];
            static const char *const parts[] = { "", "第2部分", "第3部分" };
            check_document(row, d);
            check_str(row, zw_str_of(d->part ? d->part : ""), parts[i]);
            check_str(row, zw_str_of(d->meta.title), "山河县绿化工作方案");
            assert_true(d->text.n <= ZW_DOCUMENT_MAX_BYTES + 1);
            check_str("cut behind a sentence", (zw_str){ d->text.at + d->text.n - 4, 3 }, "。");
            bytes += d->text.n;
        }
        assert_true(bytes >= text.n - 1);
        zw_buf_free(&text);
        drop(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(splits),
        cmocka_unit_test(parts_share_the_source),
        cmocka_unit_test(cuts_what_is_too_long),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
