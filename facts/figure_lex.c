#include "facts/figure_lex.h"

#include "base/numeral_part.h"
#include "base/utf8.h"

/* 人口：103万: a colon before a digit stands for 为. */
static bool is_equal_sign(const zw_figure_lex *lex, uint32_t c, size_t at, size_t len)
{
    size_t ignored, behind = at + len + zw_num_blanks(lex->text, at + len, 2);
    return (c == ':' || c == 0xFF1A) && behind < lex->passage.end &&
           zw_digit_value(zw_num_code(lex->text, behind, &ignored)) >= 0;
}

static zw_token *add(zw_figure_lex *lex, zw_token_kind kind, size_t from, size_t to)
{
    zw_token *t = zw_array_add(lex->scratch, &lex->tokens);
    if (!t) {
        lex->nomem = true;
        return NULL;
    }
    *t = (zw_token){ .kind = kind,
                     .at = { from, to },
                     .depth = lex->depth,
                     .quoted = lex->quotes > 0,
                     .titled = lex->titles > 0 };
    return t;
}

static void add_stop(zw_figure_lex *lex, size_t at, size_t len, int stop)
{
    zw_token *t = add(lex, TK_STOP, at, at + len);
    if (t)
        t->stop = stop;
    if (stop == STOP_SENTENCE) /* a bracket left open ends with its sentence */
        lex->depth = lex->quotes = lex->titles = 0;
}

/* Punctuation at `at`; false: none that matters here. */
static bool lex_mark(zw_figure_lex *lex, uint32_t c, size_t at, size_t len)
{
    switch (c) {
    case 0xFF0C:
    case ',':
    case 0xFF1A:
    case ':':
        add_stop(lex, at, len, STOP_CLAUSE);
        return true;
    case 0xFF1B:
    case ';':
        add_stop(lex, at, len, STOP_SEMICOLON);
        return true;
    case 0x3002:
    case 0xFF01:
    case '!':
    case 0xFF1F:
    case '?':
    case '\n':
    case '|':
    case '\t':
        add_stop(lex, at, len, STOP_SENTENCE);
        return true;
    case 0x3001:
        add(lex, TK_LIST, at, at + len);
        return true;
    case '(':
    case 0xFF08:
    case 0x3014:
    case '[':
    case 0x3010:
        add(lex, TK_OPEN, at, at + len);
        lex->depth++;
        return true;
    case ')':
    case 0xFF09:
    case 0x3015:
    case ']':
    case 0x3011:
        lex->depth -= lex->depth > 0;
        add(lex, TK_CLOSE, at, at + len);
        return true;
    case 0x201C:
        lex->quotes++;
        return true;
    case 0x201D:
        lex->quotes -= lex->quotes > 0;
        return true;
    case 0x300A:
        lex->titles++;
        return true;
    case 0x300B:
        lex->titles -= lex->titles > 0;
        return true;
    default:
        return false;
    }
}

static size_t lex_date(zw_figure_lex *lex, size_t at)
{
    zw_date date;
    zw_str inside = { lex->text.at, lex->passage.end };
    if (!zw_date_read(inside, at, &date))
        return 0;
    zw_date *d = zw_array_add(lex->scratch, &lex->dates);
    zw_token *t = d ? add(lex, TK_DATE, at, at + date.used) : NULL;
    if (!t) {
        lex->nomem = true;
        return date.used;
    }
    *d = date;
    t->index = (uint32_t)(lex->dates.n - 1);
    return date.used;
}

/* 由10万元到50万元 tells two levels, 10万元到50万元 one range. */
static bool starts_from(const zw_figure_lex *lex, size_t at)
{
    size_t len;
    for (int i = 0; i < 12 && at > lex->passage.start; i++) {
        uint32_t c = zw_utf8_before(lex->text, at, &len);
        at -= len;
        if (c == 0x7531 || c == 0x4ECE) /* 由从 */
            return true;
        if (c == 0xFF0C || c == 0x3002 || c == 0xFF1B)
            return false;
    }
    return false;
}

/* 3年—5年, 10万元至50万元: one range with its unit written twice. */
static void join_units(zw_figure_lex *lex, zw_figure_number *n)
{
    zw_str text = { lex->text.at, lex->passage.end };
    size_t len, at = n->at.end + zw_num_blanks(text, n->at.end, 1);
    uint32_t c = zw_num_code(text, at, &len);
    static const uint32_t signs[] = { '-', '~', 0x2013, 0x2014, 0x2015, 0x2212, 0x301C, 0x81F3 };
    bool sign = false;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        sign |= c == signs[i];
    sign |= c == 0x5230 && !starts_from(lex, n->at.start); /* 到 */
    unsigned bars = ZW_NUM_RANGE | ZW_NUM_BARE | ZW_NUM_LONG | ZW_NUM_ZERO;
    if (!sign || !n->unit || n->value.flags & bars)
        return;
    zw_figure_number second = { .digits.start = at + len + zw_num_blanks(text, at + len, 1) };
    size_t used = zw_numeral_read(text, second.digits.start, &second.value);
    second.digits.end = second.digits.start + used;
    if (!used || second.value.flags & bars || second.value.low <= n->value.low)
        return;
    zw_figure_unit_read(lex, &second);
    if (!second.shown || strcmp(second.shown, n->shown) != 0)
        return;
    n->value.high = second.value.high;
    n->value.flags |= ZW_NUM_RANGE | second.value.flags;
    n->at.end = second.at.end;
}

/* 三年半, 3年多, 10公里余. */
static void take_tail(zw_figure_lex *lex, zw_figure_number *n)
{
    size_t len;
    zw_str text = { lex->text.at, lex->passage.end };
    uint32_t c = zw_num_code(text, n->at.end, &len);
    if (n->unit && n->unit->flags & UNIT_TIME && c == 0x534A) { /* 半 */
        n->value.low += .5;
        n->value.high += .5;
        n->at.end += len;
    } else if (n->unit && !(n->unit->flags & UNIT_COUNT) && (c == 0x591A || c == 0x4F59)) {
        n->value.flags |= ZW_NUM_MORE;
        n->at.end += len;
    }
}

static size_t lex_number(zw_figure_lex *lex, size_t at)
{
    zw_str text = { lex->text.at, lex->passage.end };
    zw_figure_number found = { .digits.start = at };
    size_t used = zw_numeral_read(text, at, &found.value);
    if (!used)
        return 0;
    found.digits.end = at + used;
    found.at = found.digits;
    zw_figure_unit_read(lex, &found);
    join_units(lex, &found);
    take_tail(lex, &found);
    zw_figure_number_judge(lex, &found, lex->quotes > 0, lex->titles > 0);
    zw_figure_number *n = zw_array_add(lex->scratch, &lex->numbers);
    zw_token *t = n ? add(lex, TK_NUMBER, found.at.start, found.at.end) : NULL;
    if (!t) {
        lex->nomem = true;
        return used;
    }
    found.token = lex->tokens.n - 1;
    *n = found;
    t->index = (uint32_t)(lex->numbers.n - 1);
    return found.at.end - at;
}

static size_t lex_cue(zw_figure_lex *lex, size_t at)
{
    uint32_t i;
    zw_str text = { lex->text.at, lex->passage.end };
    size_t used = zw_trie_longest(lex->rules->cues, text, at, &i);
    if (!used || lex->rules->cue[i].kinds == CUE_NONE)
        return used;
    zw_token *t = add(lex, TK_CUE, at, at + used);
    if (t)
        t->cue = &lex->rules->cue[i];
    return used;
}

static bool is_letter(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Latin words, codes and addresses: the letters only, so that GDP1000亿元 keeps its number. */
static size_t skip_letters(zw_str text, size_t at)
{
    size_t end = at, len;
    while (end < text.n && is_letter(zw_num_code(text, end, &len)))
        end += len;
    return end - at;
}

static size_t lex_numeral(zw_figure_lex *lex, size_t at)
{
    size_t used = lex_date(lex, at);
    uint32_t ignored;
    zw_str text = { lex->text.at, lex->passage.end };
    if (!used)
        used = zw_trie_longest(lex->rules->names, text, at, &ignored);
    return used ? used : lex_number(lex, at);
}

static bool begins_numeral(uint32_t c)
{
    if (c < 0x80)
        return c >= '0' && c <= '9';
    return zw_digit_value(c) >= 0 || c == 0x534A || zw_han_number_of(c).kind != ZW_HAN_NONE;
}

static size_t lex_one(zw_figure_lex *lex, size_t at)
{
    zw_str text = { lex->text.at, lex->passage.end };
    size_t len, used = 0;
    uint32_t c = zw_utf8_at(text, at, &len);
    if (c == 0x201C || c == '"') /* “十三五” */
        used = lex_date(lex, at);
    if (used)
        return used;
    if (begins_numeral(c) && (used = lex_numeral(lex, at)) > 0)
        return used;
    if (is_equal_sign(lex, c, at, len) && (used = lex_cue(lex, at)) > 0)
        return used;
    if (zw_narrow(c) == '(' && (used = lex_cue(lex, at)) > 0) /* （含）以上 */
        return used;
    if (lex_mark(lex, c, at, len))
        return len;
    if (is_letter(zw_narrow(c)))
        return skip_letters(text, at);
    if (c > 0x7F && (used = lex_cue(lex, at)) > 0)
        return used;
    return len;
}

bool zw_figure_lex_run(zw_figure_lex *lex)
{
    for (size_t at = lex->passage.start; at < lex->passage.end && !lex->nomem;)
        at += lex_one(lex, at);
    return !lex->nomem;
}
