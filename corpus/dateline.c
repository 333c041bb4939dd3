#include "corpus/dateline.h"

#include "base/utf8.h"
#include "corpus/docnumber.h"
#include "corpus/lines.h"

#define LINE_BYTES 400

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* 04:52, 15:43:00 and 14时02分 behind a date. */
static bool clock_at(zw_str s, size_t at)
{
    size_t len, digits = 0;
    while (at < s.n && (zw_is_blank(zw_utf8_at(s, at, &len)) || s.at[at] == '-'))
        at += s.at[at] == '-' ? 1 : len;
    for (; at < s.n && is_digit(s.at[at]) && digits < 3; digits++)
        at++;
    if (digits < 1 || digits > 2 || at + 1 >= s.n)
        return false;
    zw_str rest = { s.at + at, s.n - at };
    return ((rest.at[0] == ':' || rest.at[0] == '-') && is_digit(rest.at[1])) ||
           zw_str_starts(rest, ZW_STR("：")) || zw_str_starts(rest, ZW_STR("时"));
}

/* A word of the pages' own on the line, or 时间 and 日期 where a phrase begins: 报名时间 is matter.
 */
static bool has_word(const zw_corpus_tables *tables, zw_str s)
{
    uint32_t how;
    bool boundary = true;
    for (size_t at = 0, len; at < s.n; at += len) {
        uint32_t c = zw_utf8_at(s, at, &len);
        zw_str rest = { s.at + at, s.n - at };
        if (boundary &&
            (zw_str_starts(rest, ZW_STR("时间")) || zw_str_starts(rest, ZW_STR("日期"))))
            return true;
        boundary = !zw_is_han(c);
        zw_trie_walk walk = { 0 };
        while (zw_trie_next(tables->chrome, s, at, &walk, &how)) {
            if (how & ZW_CHROME_DATE)
                return true;
        }
    }
    return false;
}

static bool is_sentence(zw_str s)
{
    for (size_t at = 0, len; at < s.n; at += len) {
        uint32_t c = zw_narrow(zw_utf8_at(s, at, &len));
        if (c == 0x3002 || c == ',' || c == ';')
            return true;
    }
    return false;
}

/* 甲政发〔2014〕25号 发文时间：2014-11-03 is the document's own. */
static bool begins_with_number(zw_str s)
{
    zw_range at = zw_doc_number_find(s, 0).at;
    return at.end && at.start == 0 && zw_range_len(at);
}

bool zw_dateline(const zw_corpus_tables *tables, zw_str line, char iso[16])
{
    zw_date d = { 0 };
    size_t at = 0, len;
    line = zw_str_trim(line);
    if (!line.n || line.n > LINE_BYTES || is_sentence(line) || begins_with_number(line))
        return false;
    for (; at < line.n; at += len) {
        zw_utf8_at(line, at, &len);
        if (is_digit(line.at[at]) && zw_date_read(line, at, &d) && d.precision == ZW_DATE_DAY &&
            d.from.year && !d.before)
            break;
        if (d.used > len)
            len = d.used;
        d.used = 0;
    }
    if (at >= line.n)
        return false;
    /* Alone on its line a date is the page's in the form of machines; 2016年5月1日 signs. */
    zw_str date = { line.at + at, d.used };
    bool alone = at + d.used == line.n && !zw_str_has(date, "年") &&
                 (at == 0 || line.at[at - 1] == ' ');
    if (!alone && !clock_at(line, at + d.used) && !has_word(tables, line))
        return false;
    zw_date_iso(&d, iso);
    return true;
}
