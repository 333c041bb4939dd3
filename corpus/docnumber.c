#include "corpus/docnumber.h"

#include "base/utf8.h"
#include "corpus/numbering.h"

#define PREFIX_CHARS 20

static size_t skip_blanks(zw_str s, size_t at)
{
    size_t len;
    while (at < s.n && s.at[at] != '\n' && zw_is_blank(zw_utf8_at(s, at, &len)))
        at += len;
    return at;
}

static bool is_open(uint32_t c)
{
    return zw_is_bracket_open(c) || c == 0x3008; /* 〈 */
}

static bool is_close(uint32_t c)
{
    return zw_is_bracket_close(c) || c == 0x3009;
}

/* Steps over `word` at *at. */
static bool take(zw_str s, size_t *at, const char *word)
{
    size_t from = skip_blanks(s, *at), n = strlen(word);
    if (s.n - from < n || memcmp(s.at + from, word, n) != 0)
        return false;
    *at = from + n;
    return true;
}

/* 195号, 第195号, 一百九十五号 behind the year; the end, or 0. */
static size_t serial_end(zw_str s, size_t at)
{
    take(s, &at, "第");
    at = skip_blanks(s, at);
    long value;
    size_t n = at < s.n ? zw_small_numeral(s, at, false, &value) : 0;
    if (!n && at < s.n)
        n = zw_small_numeral(s, at, true, &value);
    at += n;
    return n && take(s, &at, "号") ? at : 0;
}

/* 高 教〔2016〕55号: the first letter or two of the code with a blank behind. */
static bool letters_apart(zw_str s, size_t from, size_t at)
{
    size_t len, letters = 0;
    if (at <= from || !zw_is_blank(zw_utf8_before(s, at, &len)))
        return false;
    for (at -= len; at > from; at -= len, letters++) {
        if (!zw_is_han(zw_utf8_before(s, at, &len)) || letters == 2)
            return at <= from || (letters > 0 && s.at[at - 1] == '\n');
    }
    return letters > 0;
}

/* Letters of a number's code: Han characters and Latin letters, no signs. */
static size_t prefix_start(zw_str s, size_t from, size_t at)
{
    size_t len, end = at;
    for (int chars = 0; at > from && chars < PREFIX_CHARS; chars++) {
        uint32_t c = zw_utf8_before(s, at, &len);
        bool letter = zw_is_han(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        if (!letter && !(c == ' ' && chars == 0) && !letters_apart(s, from, at))
            break;
        at -= len;
    }
    zw_str run = { s.at + at, end - at };
    size_t head = zw_str_find(run, ZW_STR("文件"), 0);
    if (head < run.n) /* 甲市招生委员会文件甲招委〔2016〕8号 on one line */
        at += head + strlen("文件");
    zw_str day = ZW_STR("日"); /* 2004年8月30日上海市人民政府令第32号 */
    bool dated = at > from && zw_narrow(zw_utf8_before(s, at, &len)) <= '9' &&
                 zw_str_starts((zw_str){ s.at + at, s.n - at }, day);
    return skip_blanks(s, dated ? at + day.n : at);
}

/* 〔2017〕195号 with the bracket at `at`. */
static zw_doc_number bracketed(zw_str s, size_t from, size_t at)
{
    size_t len, i = at;
    zw_utf8_at(s, at, &len);
    i = skip_blanks(s, at + len);
    long year;
    size_t n = i < s.n ? zw_small_numeral(s, i, false, &year) : 0;
    if (!n && i < s.n && (n = zw_small_numeral(s, i, true, &year)) == 0)
        return (zw_doc_number){ 0 };
    i = skip_blanks(s, i + n);
    if (take(s, &i, "年"))
        i = skip_blanks(s, i);
    if (!n || year < 1949 || year > 2100 || i >= s.n ||
        !is_close(zw_narrow(zw_utf8_at(s, i, &len))))
        return (zw_doc_number){ 0 };
    size_t end = serial_end(s, i + len), start = prefix_start(s, from, at);
    bool square = zw_utf8_at(s, at, &len) == 0x3014; /* 〔2011〕第20号 below 甲省人民政府令 */
    if (!end || (start == at && !square))
        return (zw_doc_number){ 0 };
    return (zw_doc_number){ { start, end }, (int)year };
}

/* 令第685号, 公告第3号, 第12号 with 第 at `at`. */
static zw_doc_number plain(zw_str s, size_t from, size_t at)
{
    size_t end = serial_end(s, at), start = prefix_start(s, from, at);
    if (!end)
        return (zw_doc_number){ 0 };
    zw_str before = { s.at + start, at - start };
    before = zw_str_trim(before);
    if (zw_str_ends(before, ZW_STR("政府")) && take(s, &end, "令")) /* 甲市人民政府第68号令 */
        return (zw_doc_number){ { start, end }, 0 };
    if (before.n && !zw_str_ends(before, ZW_STR("令")) && !zw_str_ends(before, ZW_STR("公告")) &&
        !zw_str_ends(before, ZW_STR("通告")) && !zw_str_ends(before, ZW_STR("决定")))
        return (zw_doc_number){ 0 };
    return (zw_doc_number){ { start, end }, 0 };
}

zw_doc_number zw_doc_number_find(zw_str text, size_t from)
{
    for (size_t at = from, len; at < text.n; at += len) {
        uint32_t c = zw_narrow(zw_utf8_at(text, at, &len));
        zw_doc_number found = { 0 };
        if (is_open(c))
            found = bracketed(text, from, at);
        else if (c == 0x7B2C) /* 第 */
            found = plain(text, from, at);
        if (found.at.end > found.at.start)
            return found;
    }
    return (zw_doc_number){ { text.n, text.n }, 0 };
}

char *zw_doc_number_normal(zw_arena *arena, zw_str number)
{
    char *to = zw_arena_alloc(arena, number.n * 3 + 1);
    size_t n = 0;
    for (size_t at = 0, len; to && at < number.n; at += len) {
        uint32_t c = zw_utf8_at(number, at, &len), narrow = zw_narrow(c);
        if (zw_is_blank(c))
            continue;
        if (is_open(narrow))
            c = 0x3014;
        else if (is_close(narrow))
            c = 0x3015;
        else if (narrow >= '0' && narrow <= '9')
            c = narrow;
        n += zw_utf8_put(to + n, c);
    }
    return to;
}
