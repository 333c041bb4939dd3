#include "corpus/frame_lines.h"

#include "base/utf8.h"
#include "corpus/docnumber.h"
#include "corpus/lines.h"
#include "corpus/numbering.h"

#define ADDRESSEE_CHARS 200
#define HEAD_CHARS 40

bool zw_line_is_number(zw_str s)
{
    static const char *const labels[] = { "文号：", "文号:", "发文字号：", "文　　号：" };
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        if (zw_str_starts(s, zw_str_of(labels[i])))
            return true;
    }
    zw_doc_number number = zw_doc_number_find(s, 0);
    size_t len;
    if (s.n < 120 && zw_range_len(number.at) > 0 && number.at.start == 0 && number.at.end < s.n &&
        zw_is_blank(zw_utf8_at(s, number.at.end, &len)))
        return true; /* 甲政发〔2014〕25号 　发文时间： 2014-11-03 */
    return s.n < 120 && number.at.end + 3 >= s.n && zw_range_len(number.at) > 0 &&
           (number.at.start < 20 || /* also （甲政办〔2021〕82号） */
            zw_str_ends((zw_str){ s.at, number.at.start }, ZW_STR("文件")));
}

/* （1995年5月10日…通过…修正）, 2017年9月1日 国务院令第685号公布. */
bool zw_line_is_history(zw_str s)
{
    static const char *const words[] = { "通过", "公布", "修正", "修订",   "发布", "施行",
                                         "批准", "印发", "签署", "会议上", "修改" };
    size_t len, at = 0;
    if (s.n == 0 || s.n > 3000 || !zw_str_has(s, "年") || !zw_str_has(s, "日"))
        return false;
    uint32_t c = zw_narrow(zw_utf8_at(s, 0, &len));
    bool bracket = c == '(';
    at = bracket ? len : 0;
    while (at < s.n && (zw_is_blank(c = zw_utf8_at(s, at, &len)) || c == 0x2014))
        at += len; /* ——2022年4月6日在甲市第九届人民代表大会第一次会议上 */
    if (at >= s.n || !(zw_small_numeral(s, at, false, &(long){ 0 }) ||
                       zw_small_numeral(s, at, true, &(long){ 0 })))
        return false;
    zw_str tail = s.n > 60 ? (zw_str){ s.at + s.n - 60, 60 } : s;
    if (zw_str_has(tail, "。") && !bracket)
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (zw_str_has(tail, words[i]))
            return true;
    }
    return false;
}

size_t zw_line_han(zw_str s)
{
    size_t n = 0;
    for (size_t at = 0, len; at < s.n; at += len)
        n += zw_is_han(zw_utf8_at(s, at, &len));
    return n;
}

/* 附件, 附件1, 附件二：, 附 1: a line of its own that says that something attached begins. */
bool zw_line_is_attachment(zw_str s)
{
    size_t at = zw_str_starts(s, ZW_STR("附件")) ? 6 : zw_str_starts(s, ZW_STR("附")) ? 3 : 0, len;
    if (!at)
        return false;
    while (at < s.n && zw_is_blank(zw_utf8_at(s, at, &len)))
        at += len;
    if (at < s.n) {
        size_t n = zw_small_numeral(s, at, true, &(long){ 0 });
        at += n ? n : zw_small_numeral(s, at, false, &(long){ 0 });
    }
    return at == s.n || (at + (zw_utf8_at(s, at, &len), len) == s.n &&
                         zw_narrow(zw_utf8_at(s, at, &len)) == ':');
}

/* 附件1：查处操作规程: label and title on one line; the line, or what stands behind its label. */
zw_str zw_line_behind_label(zw_str s)
{
    for (size_t at = 0, len; at < s.n && at < 24; at += len) {
        uint32_t c = zw_narrow(zw_utf8_at(s, at, &len));
        if ((c == ':' || zw_is_blank(c)) && zw_line_is_attachment((zw_str){ s.at, at }))
            return zw_str_trim((zw_str){ s.at + at + len, s.n - at - len });
    }
    return s;
}

/* 为贯彻落实《…》，现提出以下实施意见： is a sentence that opens the text. */
static bool opens_text(zw_str s)
{
    static const char *const words[] = { "《", "现将", "现就", "如下", "以下", "印发给" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (zw_str_has(s, words[i]))
            return true;
    }
    return zw_str_starts(s, ZW_STR("为")) || zw_str_starts(s, ZW_STR("根据")) ||
           zw_str_starts(s, ZW_STR("按照"));
}

bool zw_line_is_addressee(zw_str s)
{
    static const char *const whom[] = { "各", "政府", "委", "局", "厅",   "部",  "单位",
                                        "办", "公司", "院", "处", "代表", "同志" };
    size_t len;
    if (s.n == 0 || zw_utf8_count(s) > ADDRESSEE_CHARS ||
        zw_narrow(zw_utf8_before(s, s.n, &len)) != ':' || zw_str_has(s, "。") || opens_text(s))
        return false;
    for (size_t i = 0; i < sizeof whom / sizeof *whom; i++) {
        if (zw_str_has(s, whom[i]))
            return true;
    }
    return false;
}

bool zw_line_is_colophon(zw_str s)
{
    static const char *const words[] = { "主题词", "抄送", "抄报", "报送", "主送", "分送" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t n = strlen(words[i]), len;
        if (zw_str_starts(s, zw_str_of(words[i])) && n < s.n &&
            zw_narrow(zw_utf8_at(s, n, &len)) == ':')
            return true;
    }
    return false;
}

/* 省　长　　某某某, 总理 某某某: a person signs. */
bool zw_line_is_person(zw_str s)
{
    static const char *const offices[] = { "总理", "省长", "市长", "县长", "区长", "州长", "主席",
                                           "部长", "局长", "主任", "厅长", "署长", "会长", "院长" };
    char squashed[64];
    size_t n = 0;
    if (s.n > 60)
        return false;
    for (size_t at = 0, len; at < s.n; at += len) {
        if (!zw_is_blank(zw_utf8_at(s, at, &len))) {
            memcpy(squashed + n, s.at + at, len);
            n += len;
        }
    }
    for (size_t i = 0; i < sizeof offices / sizeof *offices; i++) {
        size_t at = zw_str_find((zw_str){ squashed, n }, zw_str_of(offices[i]), 0);
        if (at <= 6 && at < n)
            return true;
    }
    return false;
}

/* The line up to the first tab, colon or blank. */
static zw_str first_cell(zw_str s)
{
    size_t at = 0, len;
    for (uint32_t c; at < s.n; at += len) {
        c = zw_utf8_at(s, at, &len);
        if (zw_narrow(c) == ':' || zw_is_blank(c))
            break;
    }
    return (zw_str){ s.at, at };
}

bool zw_line_is_part_head(const zw_corpus_tables *tables, zw_str s)
{
    return zw_trie_get(tables->heads, first_cell(s), &(uint32_t){ 0 });
}

bool zw_line_is_letterhead(const zw_corpus_tables *tables, zw_str s)
{
    zw_str file = ZW_STR("文件");
    if (!zw_str_ends(s, file) || zw_utf8_count(s) > HEAD_CHARS || zw_str_has(s, "关于"))
        return false;
    return zw_issuer_ends(tables, zw_str_trim((zw_str){ s.at, s.n - file.n }));
}

bool zw_line_is_place(zw_str s)
{
    size_t len;
    return s.n && zw_utf8_count(s) <= 4 && zw_line_han(s) == zw_utf8_count(s) &&
           zw_is_place_kind(zw_utf8_before(s, s.n, &len));
}
