#include "query/language/lexer.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"

zw_status zw_query_refuse(zw_query_fault *fault, zw_err *err, zw_range at, const char *format, ...)
{
    char why[400];
    va_list args;
    va_start(args, format);
    vsnprintf(why, sizeof why, format, args);
    va_end(args);
    fault->at = at;
    return zw_err_set(err, ZW_E_USAGE, "%s", why);
}

typedef struct {
    zw_str query;
    zw_arena *arena;
    zw_lexemes *out;
    zw_query_fault *fault;
    zw_err *err;
} lexer;

/* What opens a quotation, what closes it, and what will do when that never comes. Input methods
 * hand out “ ” in pairs by their own count, so ”社会资本“ must do as well; yet "“十三五”期间" and
 * 「“十三五”期间」 keep the inner pair. */
static const struct quote {
    const char *open, *close, *else_close;
} quotes[] = {
    { "\"", "\"＂", "“”" }, { "＂", "\"＂", "“”" }, { "“", "”", "\"“＂" },
    { "”", "“", "\"”＂" },  { "「", "」", "" },     { "『", "』", "" },
};

static const struct comparator {
    const char *text;
    zw_cmp cmp;
} comparators[] = {
    /* longest first */
    { ">=", ZW_CMP_GE }, { "=>", ZW_CMP_GE }, { "<=", ZW_CMP_LE }, { "=<", ZW_CMP_LE },
    { "≥", ZW_CMP_GE },  { "≤", ZW_CMP_LE },  { "≧", ZW_CMP_GE },  { "≦", ZW_CMP_LE },
    { ">", ZW_CMP_GT },  { "<", ZW_CMP_LT },  { "=", ZW_CMP_EQ },
};

/* The code point at `at`, in its half-width form; 0 at the end. */
static uint32_t peek(const lexer *l, size_t at, size_t *len)
{
    *len = 0;
    return at < l->query.n ? zw_narrow(zw_utf8_at(l->query, at, len)) : 0;
}

/* Whether the query has `text` at `at`, width apart; *end gets the place behind it. */
static bool stands(const lexer *l, size_t at, zw_str text, size_t *end)
{
    size_t i = 0, have, want;
    while (i < text.n) {
        if (peek(l, at, &have) != zw_utf8_at(text, i, &want))
            return false;
        at += have;
        i += want;
    }
    *end = at;
    return true;
}

static const struct comparator *comparator_at(const lexer *l, size_t at, size_t *end)
{
    for (size_t i = 0; i < sizeof comparators / sizeof *comparators; i++) {
        if (stands(l, at, zw_str_of(comparators[i].text), end))
            return &comparators[i];
    }
    return NULL;
}

static const struct quote *quote_at(const lexer *l, size_t at)
{
    for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++) {
        zw_str open = zw_str_of(quotes[i].open);
        if (l->query.n - at >= open.n && memcmp(l->query.at + at, open.at, open.n) == 0)
            return &quotes[i];
    }
    return NULL;
}

static bool ends_word(const lexer *l, size_t at)
{
    size_t len, end;
    uint32_t c = peek(l, at, &len);
    return len == 0 || zw_is_blank(c) || c == '(' || c == ')' || comparator_at(l, at, &end) ||
           quote_at(l, at);
}

static zw_status add(lexer *l, zw_lexeme lexeme)
{
    zw_lexeme *to = zw_array_add(l->arena, l->out);
    if (!to)
        return zw_err_nomem(l->err);
    *to = lexeme;
    return ZW_OK;
}

/* The first of the characters in `any` at or after `at`, or the query's end. */
static size_t find_any(const lexer *l, size_t at, const char *any, size_t *len)
{
    zw_str closers = zw_str_of(any);
    for (*len = 0; at < l->query.n; at += *len) {
        zw_utf8_at(l->query, at, len);
        if (zw_str_find(closers, (zw_str){ l->query.at + at, *len }, 0) < closers.n)
            return at;
    }
    return l->query.n;
}

static zw_status lex_quoted(lexer *l, const struct quote *quote, size_t *at)
{
    size_t start = *at, from = start + strlen(quote->open), len;
    size_t to = find_any(l, from, quote->close, &len);
    if (to >= l->query.n)
        to = find_any(l, from, quote->else_close, &len);
    if (to >= l->query.n)
        return zw_query_refuse(l->fault, l->err, (zw_range){ start, from },
                               "the quote that opens here is never closed");
    *at = to + len;
    zw_str text = zw_str_slice(l->query, (zw_range){ from, to });
    if (zw_str_trim(text).n == 0)
        return zw_query_refuse(l->fault, l->err, (zw_range){ start, *at },
                               "nothing stands between the quotes");
    return add(l, (zw_lexeme){ .kind = ZW_LEX_QUOTED, .at = { start, *at }, .text = text });
}

/* The word without full-width letters, for the names of operators. */
static bool is_operator(const lexer *l, zw_range at, const char *name)
{
    size_t end;
    return stands(l, at.start, zw_str_of(name), &end) && end == at.end;
}

static zw_status lex_near(lexer *l, zw_range at, size_t digits)
{
    zw_lexeme near = { .kind = ZW_LEX_NEAR, .at = at };
    for (size_t i = digits, len; i < at.end; i += len) {
        uint32_t c = peek(l, i, &len);
        if (c < '0' || c > '9' || near.distance > 1000)
            return zw_query_refuse(l->fault, l->err, at,
                                   "NEAR wants a number of characters: NEAR/20");
        near.distance = near.distance * 10 + (c - '0');
    }
    if (near.distance == 0 || near.distance > 1000)
        return zw_query_refuse(l->fault, l->err, at,
                               "NEAR wants a number of characters from 1 to 1000: NEAR/20");
    return add(l, near);
}

static bool is_punctuation(uint32_t c)
{
    bool ascii = c > ' ' && c < 0x7F;
    bool letter = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    return (ascii && !letter) || (c >= 0x2010 && c <= 0x205E) || (c >= 0x3001 && c <= 0x3003) ||
           (c >= 0x3008 && c <= 0x301F) || (c >= 0xFE10 && c <= 0xFE6B) || c == 0xB7 ||
           c == 0x3030 || c == 0x30FB || (c >= 0xFF61 && c <= 0xFF65);
}

/* The ？ left over behind “居住证”？ or between blanks asks for nothing. What is the value of
 * something is kept, to be refused there. */
static bool is_left_over(const lexer *l, zw_range at)
{
    zw_lex_kind before = l->out->n ? l->out->at[l->out->n - 1].kind : ZW_LEX_END;
    bool wanted = before == ZW_LEX_FIELD || before == ZW_LEX_CMP || before == ZW_LEX_NOT ||
                  before == ZW_LEX_PLUS;
    for (size_t i = at.start, len; i < at.end; i += len) {
        uint32_t c = peek(l, i, &len);
        if (!is_punctuation(c) || c == '*')
            return false;
    }
    return !wanted;
}

static zw_status lex_word(lexer *l, zw_range at)
{
    size_t end;
    if (is_operator(l, at, "AND") || is_operator(l, at, "&&"))
        return add(l, (zw_lexeme){ .kind = ZW_LEX_AND, .at = at });
    if (is_operator(l, at, "OR") || is_operator(l, at, "||"))
        return add(l, (zw_lexeme){ .kind = ZW_LEX_OR, .at = at });
    if (is_operator(l, at, "NOT"))
        return add(l, (zw_lexeme){ .kind = ZW_LEX_NOT, .at = at });
    if (is_operator(l, at, "NEAR"))
        return add(l, (zw_lexeme){ .kind = ZW_LEX_NEAR, .at = at });
    if (stands(l, at.start, ZW_STR("NEAR/"), &end))
        return lex_near(l, at, end);
    if (is_left_over(l, at))
        return ZW_OK;
    zw_lexeme word = { .kind = ZW_LEX_WORD, .at = at, .text = zw_str_slice(l->query, at) };
    for (size_t i = at.start, len; i < at.end; i += len) {
        if (peek(l, i, &len) != '*')
            continue;
        if (i + len < at.end)
            return zw_query_refuse(l->fault, l->err, (zw_range){ i, i + len },
                                   "* stands only at the end of a word");
        word.star = true;
        word.text.n -= len;
    }
    return add(l, word);
}

/* Letters and Han only: 12:30 is a time, no field. */
static bool names_field(const lexer *l, zw_range at)
{
    for (size_t i = at.start, len; i < at.end; i += len) {
        uint32_t c = peek(l, i, &len);
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
        if (!letter && !zw_is_han(c))
            return false;
    }
    return at.end > at.start;
}

/* The name of a manifest's column behind "x:", as in x:批次: or x:2016-plan: - where it ends. */
static size_t column_ends(const lexer *l, zw_range field, size_t at)
{
    size_t start = at, len;
    if (!is_operator(l, field, "x") && !is_operator(l, field, "X"))
        return start;
    while (!ends_word(l, at)) {
        uint32_t c = peek(l, at, &len);
        bool letter = (c >= '0' && c <= '9') || c == '-' ||
                      names_field(l, (zw_range){ at, at + len });
        if (!letter)
            return c == ':' ? at : start;
        at += len;
    }
    return start;
}

static zw_status lex_field(lexer *l, zw_range name, size_t *at)
{
    zw_lexeme field = { .kind = ZW_LEX_FIELD, .text = zw_str_slice(l->query, name) };
    size_t end = column_ends(l, name, *at), len;
    if (end > *at) {
        field.column = zw_str_slice(l->query, (zw_range){ *at, end });
        peek(l, end, &len);
        *at = end + len;
    }
    field.at = (zw_range){ name.start, *at };
    return add(l, field);
}

static zw_status lex_run(lexer *l, size_t *at)
{
    size_t start = *at, end = start, len;
    while (!ends_word(l, end)) {
        if (peek(l, end, &len) == ':' && names_field(l, (zw_range){ start, end })) {
            *at = end + len;
            return lex_field(l, (zw_range){ start, end }, at);
        }
        end += len;
    }
    *at = end;
    return lex_word(l, (zw_range){ start, end });
}

/* - and + bind to what follows; between blanks they would mean nothing. */
static bool is_sign(const lexer *l, uint32_t c, size_t at)
{
    bool compares = l->out->n > 0 && l->out->at[l->out->n - 1].kind == ZW_LEX_CMP;
    size_t len;
    uint32_t next = peek(l, at, &len);
    bool number = compares && next >= '0' && next <= '9'; /* 增速>=-3% */
    return (c == '-' || c == '+' || c == 0x2212) && !number;
}

static zw_status lex_sign(lexer *l, uint32_t c, size_t len, size_t *at)
{
    zw_range sign = { *at, *at + len };
    size_t next_len;
    uint32_t next = peek(l, sign.end, &next_len);
    if (next_len == 0 || zw_is_blank(next) || next == ')')
        return zw_query_refuse(l->fault, l->err, sign,
                               c == '-'
                                   ? "'-' stands alone: -word leaves a word out"
                                   : "'+' stands alone: +word takes a word without its synonyms");
    *at = sign.end;
    return add(l, (zw_lexeme){ .kind = c == '-' ? ZW_LEX_NOT : ZW_LEX_PLUS, .at = sign });
}

static zw_status lex_one(lexer *l, size_t *at)
{
    size_t len, end;
    uint32_t c = peek(l, *at, &len);
    zw_range here = { *at, *at + len };
    const struct quote *quote = quote_at(l, *at);
    if (quote)
        return lex_quoted(l, quote, at);
    if (c == '(' || c == ')') {
        *at = here.end;
        return add(l, (zw_lexeme){ .kind = c == '(' ? ZW_LEX_OPEN : ZW_LEX_CLOSE, .at = here });
    }
    const struct comparator *cmp = comparator_at(l, *at, &end);
    if (cmp) {
        *at = end;
        return add(l,
                   (zw_lexeme){ .kind = ZW_LEX_CMP, .at = { here.start, end }, .cmp = cmp->cmp });
    }
    if (is_sign(l, c, here.end))
        return lex_sign(l, c == '+' ? '+' : '-', len, at);
    return lex_run(l, at);
}

zw_status zw_query_lex(zw_str query, zw_range part, zw_arena *arena, zw_lexemes *out,
                       zw_query_fault *fault, zw_err *err)
{
    lexer l = { { query.at, part.end }, arena, out, fault, err };
    size_t at = zw_utf8_bad(query), len;
    if (at < query.n)
        return zw_query_refuse(l.fault, l.err, (zw_range){ at, at + 1 },
                               "the query is not UTF-8 from here on");
    at = part.start;
    for (;;) {
        uint32_t c = peek(&l, at, &len);
        if (len == 0)
            return add(&l, (zw_lexeme){ .kind = ZW_LEX_END, .at = { at, at } });
        zw_status s = ZW_OK;
        if (zw_is_blank(c))
            at += len;
        else
            s = lex_one(&l, &at);
        if (s != ZW_OK)
            return s;
    }
}
