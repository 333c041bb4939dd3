/* A page over the wire, and what must not be taken for one. */
#include "corpus/html_wire.h"
#include "tests/unit/unit.h"

static const char markup[] =
    "<html><head><title>甲市住房办法_甲市政府网</title><meta name=PubDate "
    "content=2016-09-11></head>"
    "<body><div class=nav><a href=1>首页</a></div><h1>甲市住房办法</h1><p>第一条 "
    "为了保障权益，制定本办法。</p><table><tr><td>指标<td>2020年<tr><td>城镇化率<td>60%</table>";

static zw_buf wire_of(const char *html)
{
    zw_buf wire = ZW_BUF_INIT;
    zw_err err = { 0 };
    if (zw_html_to_wire(zw_str_of(html), &wire, &err) != ZW_OK)
        fail_msg("%s", err.text);
    return wire;
}

static void comes_back_as_it_went(void **state)
{
    (void)state;
    zw_arena *arena = zw_arena_new();
    zw_buf wire = wire_of(markup);
    zw_html_page page;
    zw_err err = { 0 };
    assert_int_equal(zw_html_from_wire(zw_buf_view(&wire), arena, &page, &err), ZW_OK);
    check_str(
        "text", zw_buf_view(&page.text),
        "首页\n甲市住房办法\n第一条 为了保障权益，制定本办法。\n指标\t2020年\n城镇化率\t60%\n");
    check_str("title", zw_str_of(page.title), "甲市住房办法_甲市政府网");
    check_str("meta", zw_str_of(page.meta.published), "2016-09-11");
    assert_null(page.meta.issuer);
    assert_int_equal(page.lines.n, 5);
    assert_int_equal(page.lines.at[3].level, ZW_ROW_FIRST);
    assert_int_equal(page.lines.at[4].level, ZW_ROW_FURTHER);
    zw_buf_free(&wire);
    zw_arena_free(arena);
}

static unsigned char byte_of(const bool *from)
{
    unsigned char byte;
    memcpy(&byte, from, sizeof byte);
    return byte;
}

/* Cut anywhere, or any bit of it turned: a page within its text, or refused. */
static void refuses_what_is_no_page(void **state)
{
    (void)state;
    zw_arena *arena = zw_arena_new();
    zw_buf wire = wire_of(markup);
    zw_html_page page;
    zw_err err;
    for (size_t n = 0; n < wire.n; n++)
        assert_int_equal(zw_html_from_wire((zw_str){ wire.at, n }, arena, &page, &err),
                         ZW_E_FORMAT);
    for (size_t bit = 0; bit < 8 * wire.n; bit++) {
        wire.at[bit / 8] ^= (char)(1 << bit % 8);
        zw_arena_reset(arena);
        if (zw_html_from_wire(zw_buf_view(&wire), arena, &page, &err) == ZW_OK) {
            for (size_t i = 0; i < page.lines.n; i++)
                assert_true(page.lines.at[i].at.end <= page.text.n &&
                            page.lines.at[i].block < page.blocks.n);
            for (size_t i = 0; i < page.blocks.n; i++)
                assert_true(byte_of(&page.blocks.at[i].chrome) <= 1 &&
                            byte_of(&page.blocks.at[i].para) <= 1);
        }
        wire.at[bit / 8] ^= (char)(1 << bit % 8);
    }
    zw_buf_free(&wire);
    zw_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comes_back_as_it_went),
        cmocka_unit_test(refuses_what_is_no_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
