/* Numbers as they are written in policy texts. */
#include <stdlib.h>

#include "base/numeral.h"
#include "tests/unit/unit.h"

static const struct row {
    const char *name, *text, *used; /* used: the part that is the number */
    double low, high;
    zw_num_kind kind;
    unsigned flags; /* that must be set, besides ZW_NUM_HAN */
} rows[] = {
    { "teens have no leading one", "十二条", "十二", 12, 12, ZW_NUM_CARDINAL, 0 },
    { "zero fills a gap", "一百零五个", "一百零五", 105, 105, ZW_NUM_CARDINAL, 0 },
    { "two before a scale is 两", "两千亩", "两千", 2000, 2000, ZW_NUM_CARDINAL, 0 },
    { "廿 is twenty", "廿五日", "廿五", 25, 25, ZW_NUM_CARDINAL, 0 },
    { "卅 is thirty", "卅年", "卅", 30, 30, ZW_NUM_CARDINAL, 0 },
    { "digits in a row are read one by one", "二〇一七年", "二〇一七", 2017, 2017, ZW_NUM_CARDINAL,
      ZW_NUM_ROW },
    { "a circle may stand for zero", "一九九○年", "一九九○", 1990, 1990, ZW_NUM_CARDINAL,
      ZW_NUM_ROW },
    { "the forms of cheques", "壹佰贰拾叁元", "壹佰贰拾叁", 123, 123, ZW_NUM_CARDINAL, 0 },
    { "陆 alone is land", "陆地", "", 0, 0, ZW_NUM_CARDINAL, 0 },
    { "the last digit takes the next scale", "三万五", "三万五", 35000, 35000, ZW_NUM_CARDINAL, 0 },
    { "but not behind a zero", "三万零五", "三万零五", 30005, 30005, ZW_NUM_CARDINAL, 0 },
    { "scales pile up", "一万三千五百亿元", "一万三千五百亿", 1.35e12, 1.35e12, ZW_NUM_CARDINAL,
      0 },
    { "万亿 is ten to the twelfth", "两万亿元", "两万亿", 2e12, 2e12, ZW_NUM_CARDINAL, 0 },
    { "a hundred and thousands of millions", "一亿二千三百四十五万六千七百八十九",
      "一亿二千三百四十五万六千七百八十九", 123456789, 123456789, ZW_NUM_CARDINAL, 0 },
    { "a point in characters", "三十五点六", "三十五点六", 35.6, 35.6, ZW_NUM_CARDINAL, 0 },
    { "zero point", "零点八五公顷", "零点八五", .85, .85, ZW_NUM_CARDINAL, 0 },
    { "a scale behind the point", "一点五亿元", "一点五亿", 1.5e8, 1.5e8, ZW_NUM_CARDINAL, 0 },
    { "a time of day has no point", "三点二十分", "三", 3, 3, ZW_NUM_CARDINAL, 0 },
    { "余 is more", "三十余万人", "三十余万", 3e5, 3e5, ZW_NUM_CARDINAL, ZW_NUM_MORE },
    { "多 is more", "二十多个", "二十多", 20, 20, ZW_NUM_CARDINAL, ZW_NUM_MORE },
    { "数 is a few", "数百家", "数百", 200, 900, ZW_NUM_CARDINAL, ZW_NUM_ABOUT },
    { "数 may end a word", "人数百余", "", 0, 0, ZW_NUM_CARDINAL, 0 },
    { "几 behind ten", "十几年", "十几", 11, 19, ZW_NUM_CARDINAL, ZW_NUM_ABOUT },
    { "几 before a scale", "几十万亩", "几十万", 2e5, 9e5, ZW_NUM_CARDINAL, ZW_NUM_ABOUT },
    { "几 alone is a question", "几个", "", 0, 0, ZW_NUM_CARDINAL, 0 },
    { "上 before a scale is reached", "上千名", "上千", 1000, 1000, ZW_NUM_CARDINAL,
      ZW_NUM_REACHED },
    { "neighbours are a range", "两三个", "两三", 2, 3, ZW_NUM_CARDINAL, ZW_NUM_RANGE },
    { "neighbours before a scale", "七八百户", "七八百", 700, 800, ZW_NUM_CARDINAL, ZW_NUM_RANGE },
    { "neighbours behind ten", "十五六岁", "十五六", 15, 16, ZW_NUM_CARDINAL, ZW_NUM_RANGE },
    { "三五 is a range too", "三五年", "三五", 3, 5, ZW_NUM_CARDINAL, ZW_NUM_RANGE },
    { "a bare scale says so", "百亿元", "百亿", 1e10, 1e10, ZW_NUM_CARDINAL, ZW_NUM_BARE },
    { "a bare 万", "万元", "万", 1e4, 1e4, ZW_NUM_CARDINAL, ZW_NUM_BARE },
    { "a half", "半年", "半", .5, .5, ZW_NUM_CARDINAL, ZW_NUM_BARE },

    { "digits", "1990平方公里", "1990", 1990, 1990, ZW_NUM_CARDINAL, 0 },
    { "a decimal scale is exact", "12.5万", "12.5万", 125000, 125000, ZW_NUM_CARDINAL, 0 },
    { "no noise of binary fractions", "0.29亿", "0.29亿", 29000000, 29000000, ZW_NUM_CARDINAL, 0 },
    { "a comma parts thousands", "1,100万", "1,100万", 11000000, 11000000, ZW_NUM_CARDINAL, 0 },
    { "a comma between two numbers does not", "12,2017", "12", 12, 12, ZW_NUM_CARDINAL, 0 },
    { "a full-width comma may part thousands", "5，883万吨", "5，883万", 58830000, 58830000,
      ZW_NUM_CARDINAL, 0 },
    { "but mostly parts clauses", "100，2017年", "100", 100, 100, ZW_NUM_CARDINAL, 0 },
    { "a dot in the middle", "21 · 2％", "21 · 2％", 21.2, 21.2, ZW_NUM_PERCENT, 0 },
    { "full width", "１２．５％", "１２．５％", 12.5, 12.5, ZW_NUM_PERCENT, 0 },
    { "blanks between digits", "1 9 9 3 年", "1 9 9 3", 1993, 1993, ZW_NUM_CARDINAL,
      ZW_NUM_SPACED },
    { "blanks around a point", "1 5 ．3 ％", "1 5 ．3 ％", 15.3, 15.3, ZW_NUM_PERCENT, 0 },
    { "columns of a table are not one number", "1 2 3\n", "1", 1, 1, ZW_NUM_CARDINAL, 0 },
    { "a blank before the scale", "9.07 万", "9.07 万", 90700, 90700, ZW_NUM_CARDINAL, 0 },
    { "多 between digits and scale", "100多亿元", "100多亿", 1e10, 1e10, ZW_NUM_CARDINAL,
      ZW_NUM_MORE },
    { "余 behind a blank", "16 万余人", "16 万余", 160000, 160000, ZW_NUM_CARDINAL, ZW_NUM_MORE },
    { "千 may be a scale", "3千人", "3千", 3000, 3000, ZW_NUM_CARDINAL, 0 },
    { "千 may begin the unit", "100千瓦", "100", 100, 100, ZW_NUM_CARDINAL, 0 },
    { "百 may begin the unit", "5百分点", "5", 5, 5, ZW_NUM_CARDINAL, 0 },
    { "two scaled numbers are one", "3万5千元", "3万5千", 35000, 35000, ZW_NUM_CARDINAL, 0 },
    { "a leading zero is a code", "0771", "0771", 771, 771, ZW_NUM_CARDINAL, ZW_NUM_ZERO },
    { "an identity number is a code", "110101199003070000", "110101199003070000",
      110101199003070000.0, 110101199003070000.0, ZW_NUM_CARDINAL, ZW_NUM_LONG },

    { "percent", "45%", "45%", 45, 45, ZW_NUM_PERCENT, 0 },
    { "percent in characters", "百分之三十五点六", "百分之三十五点六", 35.6, 35.6, ZW_NUM_PERCENT,
      0 },
    { "a hundred percent", "百分之百", "百分之百", 100, 100, ZW_NUM_PERCENT, 0 },
    { "permille", "5‰", "5‰", 5, 5, ZW_NUM_PERMILLE, 0 },
    { "permille in characters", "千分之六", "千分之六", 6, 6, ZW_NUM_PERMILLE, 0 },
    { "of ten thousand", "万分之二", "万分之二", 2, 2, ZW_NUM_PERMYRIAD, 0 },
    { "a third", "三分之一", "三分之一", 1.0 / 3, 1.0 / 3, ZW_NUM_FRACTION, 0 },
    { "a fraction in digits", "1/4以下", "1/4", .25, .25, ZW_NUM_FRACTION, 0 },
    { "no fraction above one", "11/6", "11", 11, 11, ZW_NUM_CARDINAL, 0 },
    { "two tenths", "两成以上", "两成", 20, 20, ZW_NUM_PERCENT, 0 },
    { "tenths and a half of one", "三成五", "三成五", 35, 35, ZW_NUM_PERCENT, 0 },
    { "成 begins other words", "3成立", "3", 3, 3, ZW_NUM_CARDINAL, 0 },
    { "half of it", "一半以上", "一半", .5, .5, ZW_NUM_FRACTION, 0 },

    { "a range with a dash", "10—15个", "10—15", 10, 15, ZW_NUM_CARDINAL, ZW_NUM_RANGE },
    { "a range with a hyphen", "1-2个", "1-2", 1, 2, ZW_NUM_CARDINAL, ZW_NUM_RANGE },
    { "a range with a wave", "10～15", "10～15", 10, 15, ZW_NUM_CARDINAL, ZW_NUM_RANGE },
    { "a range with 至", "三至五年", "三至五", 3, 5, ZW_NUM_CARDINAL, ZW_NUM_RANGE },
    { "a range of percents", "百分之五到百分之十", "百分之五到百分之十", 5, 10, ZW_NUM_PERCENT,
      ZW_NUM_RANGE },
    { "a range of percents said once", "百分之五至十", "百分之五至十", 5, 10, ZW_NUM_PERCENT,
      ZW_NUM_RANGE },
    { "the right end lends its scale", "5—7万人", "5—7万", 50000, 70000, ZW_NUM_CARDINAL,
      ZW_NUM_RANGE },
    { "the right end lends its percent", "10-15%", "10-15%", 10, 15, ZW_NUM_PERCENT, ZW_NUM_RANGE },
    { "both ends with their scale", "50万—100万元", "50万—100万", 5e5, 1e6, ZW_NUM_CARDINAL,
      ZW_NUM_RANGE },
    { "falling numbers are no range", "15-10", "15", 15, 15, ZW_NUM_CARDINAL, 0 },
    { "a telephone number is no range", "0771-2345678", "0771", 771, 771, ZW_NUM_CARDINAL,
      ZW_NUM_ZERO },
    { "a code of three parts is no range", "1-2-3", "1", 1, 1, ZW_NUM_CARDINAL, 0 },
    { "no numeral, nothing used", "国务院", "", 0, 0, ZW_NUM_CARDINAL, 0 },
    { "余 alone is the rest", "余下", "", 0, 0, ZW_NUM_CARDINAL, 0 },
    { "nothing at the end of a text", "", "", 0, 0, ZW_NUM_CARDINAL, 0 },
};

static void reads(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        const struct row *r = &rows[i];
        zw_numeral n;
        size_t used = zw_numeral_read(zw_str_of(r->text), 0, &n);
        check_str(r->name, (zw_str){ r->text, used }, r->used);
        if (n.low != r->low || n.high != r->high)
            fail_msg("%s: %.17g..%.17g wanted, %.17g..%.17g found", r->name, r->low, r->high, n.low,
                     n.high);
        if (used && (n.kind != r->kind || (n.flags & r->flags) != r->flags))
            fail_msg("%s: kind %d flags %u found", r->name, (int)n.kind, n.flags);
    }
}

/* Every prefix of every row, and a long line: nothing runs past the end or stands still. */
static void stays_inside(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        size_t n = strlen(rows[i].text);
        for (size_t end = 0; end <= n; end++) {
            zw_numeral numeral;
            char *copy = malloc(end + 1);
            memcpy(copy, rows[i].text, end);
            for (size_t at = 0; at <= end; at++)
                assert_true(zw_numeral_read((zw_str){ copy, end }, at, &numeral) <= end - at);
            free(copy);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(reads), cmocka_unit_test(stays_inside) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
