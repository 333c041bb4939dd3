/* How alike two wordings are, and where they differ. */
#include "query/study/wording/likeness.h"

#include "base/buffer.h"

#include "tests/unit/unit.h"

static void common_characters_are_counted(void **state)
{
    (void)state;
    static const struct row {
        const char *name, *a, *b;
        size_t lcs;
    } rows[] = {
        { "the same", "居住证制度", "居住证制度", 5 },
        { "nothing", "户籍", "土地", 0 },
        { "of nothing", "", "土地", 0 },
        { "a digit changed", "达到45%", "达到47%", 4 },
        { "a clause put in", "推广模式加大支持", "推广模式设立中心加大支持", 8 },
        { "order counts", "甲乙丙", "丙乙甲", 1 },
        { "beyond one word of bits",
          "围绕增加公共产品和公共服务供给在基础设施和公用事业领域大力推广政府和社会资本合作模式加大"
          "财税"
          "价格土地金融等方面的支持力度吸引社会资本参与建设运营",
          "围绕增加公共产品和公共服务供给在基础设施和公用事业领域大力推广政府和社会资本合作模式设立"
          "中心"
          "加大财税价格土地金融等方面的支持力度吸引社会资本参与建设运营",
          72 },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_arena *arena = zw_arena_new();
        zw_key a = zw_key_of(zw_str_of(rows[i].a), arena);
        zw_key b = zw_key_of(zw_str_of(rows[i].b), arena);
        zw_err err = { 0 };
        zw_key_table of_a, of_b;
        assert_int_equal(zw_key_prepare(a, arena, &of_a, &err), ZW_OK);
        assert_int_equal(zw_key_prepare(b, arena, &of_b, &err), ZW_OK);
        size_t lcs = zw_key_common(&of_a, b), other = zw_key_common(&of_b, a);
        assert_true(zw_key_likeness(&of_a, b) <= zw_key_likeness_bound(a.n, b.n));
        if (lcs != rows[i].lcs || lcs != other)
            fail_msg("%s: %zu, the other way %zu, wanted %zu", rows[i].name, lcs, other,
                     rows[i].lcs);
        zw_arena_free(arena);
    }
}

static void print(const zw_edits *edits, zw_str a, zw_str b, zw_buf *to)
{
    for (size_t i = 0; i < edits->n; i++) {
        const zw_edit *e = &edits->at[i];
        const char *marks[] = { "", "", "[-", "-]", "{+", "+}" };
        zw_buf_text(to, marks[e->kind * 2]);
        zw_buf_str(to, zw_str_slice(e->kind == ZW_EDIT_ADDED ? b : a, e->at));
        zw_buf_text(to, marks[e->kind * 2 + 1]);
    }
}

static void differences_are_told(void **state)
{
    (void)state;
    static const struct row {
        const char *name, *a, *b, *edits;
    } rows[] = {
        { "none", "居住证", "居住证", "居住证" },
        { "all", "户籍", "土地", "[-户籍-]{+土地+}" },
        { "a digit", "达到45%", "达到47%", "达到4[-5-]{+7+}%" },
        { "put in", "模式，加大支持", "模式，设立中心，加大支持", "模式，{+设立中心，+}加大支持" },
        { "left out", "不低于1年", "1年", "[-不低于-]1年" },
        { "a lone common character is changed with its neighbours", "实行居住证制度",
          "试行暂住证制度", "[-实行居-]{+试行暂+}住证制度" },
        { "at both ends", "甲乙丙丁", "乙丙", "[-甲-]乙丙[-丁-]" },
        { "of nothing", "", "土地", "{+土地+}" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_arena *arena = zw_arena_new();
        zw_edits edits = { 0 };
        zw_buf text = ZW_BUF_INIT;
        zw_err err = { 0 };
        zw_str a = zw_str_of(rows[i].a), b = zw_str_of(rows[i].b);
        assert_int_equal(zw_edits_of(a, b, arena, &edits, &err), ZW_OK);
        print(&edits, a, b, &text);
        check_str(rows[i].name, zw_buf_view(&text), rows[i].edits);
        zw_buf_free(&text);
        zw_arena_free(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(common_characters_are_counted),
                                        cmocka_unit_test(differences_are_told) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
