#include "query/study/wording/sentence.h"

#include "base/utf8.h"
#include "facts/clause.h"

static bool ends(uint32_t c)
{
    return c == 0x3002 || c == 0xFF1B || c == 0xFF01 || c == 0xFF1F || c == '\n' || c == ';' ||
           c == '!' || c == '?';
}

/* ” ’ 」 』 》 and brackets behind the last mark belong to the sentence. */
static bool closes(uint32_t c)
{
    return c == 0x201D || c == 0x2019 || c == 0x300D || c == 0x300F || c == 0x300B ||
           zw_is_bracket_close(c);
}

static size_t sentence_end(zw_str text, size_t at)
{
    size_t len;
    while (at < text.n) {
        size_t behind = zw_bracket_end(text, at);
        uint32_t c = zw_utf8_at(text, at, &len);
        if (behind > at) {
            at = behind;
            continue;
        }
        at += len;
        if (!ends(c))
            continue;
        while (c != '\n' && at < text.n && closes(zw_utf8_at(text, at, &len)))
            at += len;
        return at;
    }
    return at;
}

bool zw_sentence_next(zw_str text, size_t *at, zw_range *sentence)
{
    while (*at < text.n) {
        size_t end = sentence_end(text, *at);
        zw_str words = zw_str_trim(zw_str_slice(text, (zw_range){ *at, end }));
        *at = end;
        if (words.n == 0)
            continue;
        sentence->start = (size_t)(words.at - text.at);
        sentence->end = sentence->start + words.n;
        return true;
    }
    return false;
}
