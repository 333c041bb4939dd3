/* Which text a document means: by number, by title, among texts of one title. */
#include "query/study/network/works.h"
#include "tests/unit/index_fixture.h"

#define NATION                                                                                                                          \
    "国务院关于推进示例城镇建设的若干意见\n国发〔2016〕908号\n\n各省、自治区、直辖市人民政府：\n" \
    "一、放宽落户条件。\n国务院\n2016年2月2日\n"

static const fixture_text texts[] = {
    { "nation.txt", NATION },
    { "repost.txt", NATION "（责任编辑：示例）\n" },
    { "fujian.txt", "福建省人民政府关于推进示例城镇建设的实施意见\n闽政〔2016〕931号\n\n"
                    "为贯彻落实《国务院关于推进示例城镇建设的若干意见》（国发[2016]908号）和"
                    "《国家示例城镇化规划（2014－2020年）》（中发〔2014〕904号），提出以下意见。\n"
                    "一、放宽落户条件，执行《居住证示例办法》。\n福建省人民政府\n2016年6月1日\n" },
    { "fuzhou.txt",
      "福州市人民政府关于示例落户的通知\n榕政〔2017〕912号\n\n"
      "根据国发﹝2016﹞908号文件和《国家示例城镇化规划（2014—2020年）》要求，通知如下。\n"
      "一、执行《居住证示例办法》和《国家示例城镇化规划（2006—2010年）》。\n"
      "福州市人民政府\n2017年3月1日\n" },
    { "permits.txt", "福建省人民政府关于印发居住证示例办法的通知\n闽政〔2015〕977号\n\n"
                     "第一条　为了方便群众，制定本办法。\n福建省人民政府\n2015年3月1日\n" },
    { "ningxia.txt", "宁夏回族自治区人民政府关于示例证件的通知\n宁政发〔2018〕992号\n\n"
                     "一、执行《居住证示例办法》。\n二、落实中发〔2014〕904号文件。\n"
                     "宁夏回族自治区人民政府\n2018年5月2日\n" },
};

static zw_works *works;

static int make(void **state)
{
    (void)state;
    zw_err err;
    int failed = fixture_index_make(texts, COUNT(texts));
    return failed || zw_works_open(session, &works, &err) != ZW_OK;
}

static int away(void **state)
{
    (void)state;
    zw_works_free(works);
    return fixture_index_remove();
}

static const zw_work_document *document_of(const char *number)
{
    for (size_t i = 0; i < zw_works_documents(works); i++) {
        const zw_work_document *d = zw_works_document(works, i);
        if (d->number && strcmp(d->number, number) == 0)
            return d;
    }
    return NULL;
}

static void documents_cite_texts(void **state)
{
    (void)state;
    static const struct row {
        const char *name, *number, *wanted;
    } rows[] = {
        { "a title with its number; a plan that is not there; a rule of the same province",
          "闽政〔2016〕931号", "闽政〔2015〕977号 国发〔2016〕908号* ?中发〔2014〕904号*" },
        { "a number alone, a title that others give the number of, a plan of other years",
          "榕政〔2017〕912号",
          "闽政〔2015〕977号 国发〔2016〕908号* ?中发〔2014〕904号* "
          "?国家示例城镇化规划（2006—2010年）" },
        { "another province's rule is not meant", "宁政发〔2018〕992号",
          "?居住证示例办法 ?中发〔2014〕904号" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        const zw_work_document *d = document_of(rows[i].number);
        assert_non_null(d);
        for (size_t k = 0; k < d->n_cites; k++) {
            const zw_work *w = zw_works_at(works, d->cites[k].work);
            char text[256];
            snprintf(text, sizeof text, "%s%s%s", w->n_documents ? "" : "?",
                     w->number ? w->number : w->title, d->cites[k].basis ? "*" : "");
            if (!strstr(rows[i].wanted, text))
                fail_msg("%s: '%s' is not wanted", rows[i].name, text);
        }
        size_t wanted = 1;
        for (const char *p = rows[i].wanted; *p; p++)
            wanted += *p == ' ';
        if (d->n_cites != wanted)
            fail_msg("%s: %zu texts, %zu wanted", rows[i].name, d->n_cites, wanted);
    }
}

static void a_text_is_found_by_what_it_is_called(void **state)
{
    (void)state;
    static const struct row {
        const char *name, *title, *number, *wanted;
        size_t documents, cited_by;
    } rows[] = {
        { "any brackets, and a repost is no other text", NULL, "国发(2016)908号",
          "国发〔2016〕908号", 2, 2 },
        { "without who issued it", "关于推进示例城镇建设的若干意见", NULL, "国发〔2016〕908号", 2,
          2 },
        { "what was handed on with a notice", "居住证示例办法", "", "闽政〔2015〕977号", 1, 2 },
        { "what is only cited, by its number", NULL, "中发〔2014〕904号", "中发〔2014〕904号", 0,
          3 },
        { "and by its title", "国家示例城镇化规划", NULL, "中发〔2014〕904号", 0, 3 },
        { "what nobody knows", "示例水库管理条例", NULL, NULL, 0, 0 },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        size_t work;
        zw_err err;
        assert_int_equal(zw_works_resolve(works, NULL, rows[i].title, rows[i].number, &work, &err),
                         ZW_OK);
        if ((work != SIZE_MAX) != (rows[i].wanted != NULL))
            fail_msg("%s: found %d", rows[i].name, work != SIZE_MAX);
        if (work == SIZE_MAX)
            continue;
        const zw_work *w = zw_works_at(works, work);
        check_str(rows[i].name, zw_str_of(w->number), rows[i].wanted);
        assert_int_equal(w->n_documents, rows[i].documents);
        assert_int_equal(w->n_cited_by, rows[i].cited_by);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(documents_cite_texts),
        cmocka_unit_test(a_text_is_found_by_what_it_is_called),
    };
    return cmocka_run_group_tests(tests, make, away);
}
