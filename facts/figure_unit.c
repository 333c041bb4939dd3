/* Units behind numbers, and the numbers that measure nothing. */
#include "base/numeral_part.h"
#include "base/utf8.h"
#include "facts/figure_lex.h"

static zw_str inside(const zw_figure_lex *lex)
{
    return (zw_str){ lex->text.at, lex->passage.end };
}

/* The longest unit at `at` that is not the head of another word. */
static const zw_unit *unit_at(const zw_figure_lex *lex, size_t at, size_t *used)
{
    zw_str text = inside(lex);
    zw_trie_walk walk = { 0 };
    uint32_t i;
    size_t n;
    const zw_unit *best = NULL;
    while ((n = zw_trie_next(lex->rules->units, text, at, &walk, &i)) > 0) {
        const zw_unit *u = &lex->rules->unit[i];
        size_t len = 0;
        if (at + n < text.n)
            zw_utf8_at(text, at + n, &len);
        zw_str behind = { text.at + at + n, len };
        if (len > 1 && zw_str_find(u->not_before, behind, 0) < u->not_before.n)
            continue;
        bool latin = (unsigned char)u->word.at[u->word.n - 1] < 0x80;
        if (latin && len == 1 && ((behind.at[0] | 32) >= 'a' && (behind.at[0] | 32) <= 'z'))
            continue; /* 5m of 5mm, 3k of 3kmh */
        best = u;
        *used = n;
    }
    return best;
}

/* /平方公里, /人·月, /百户: the part of a compound unit behind its slash. */
static size_t per_part(const zw_figure_lex *lex, size_t at, zw_range *part)
{
    zw_str text = inside(lex);
    size_t end = at + zw_num_blanks(text, at, 2), len, used;
    if (zw_num_code(text, end, &len) != '/')
        return 0;
    end += len;
    end += zw_num_blanks(text, end, 2);
    part->start = end;
    const zw_unit *u;
    for (;;) {
        u = unit_at(lex, end, &used); /* 千瓦时 before 千 and 瓦时 */
        uint32_t c = zw_num_code(text, end, &len);
        if (u || (c != 0x767E && c != 0x5343 && c != 0x4E07)) /* 百千万 */
            break;
        end += len;
    }
    if (!u && zw_num_code(text, end, &len) == 0x6708) /* 月 */
        used = len;
    else if (!u)
        return 0;
    end += used;
    uint32_t dot = zw_num_code(text, end, &len);
    if ((dot == 0xB7 || dot == 0x2022 || dot == 0x30FB) && end + len < text.n) {
        size_t second = 0;
        if (unit_at(lex, end + len, &second) || zw_num_code(text, end + len, &second) == 0x6708)
            end += len + second;
    }
    part->end = end;
    return end - at;
}

static void read_word_unit(zw_figure_lex *lex, zw_figure_number *n, size_t at)
{
    size_t used;
    zw_range part;
    n->unit = unit_at(lex, at, &used);
    if (!n->unit)
        return;
    n->at.end = at + used;
    zw_str shown = n->unit->shown;
    size_t per = per_part(lex, n->at.end, &part);
    n->at.end += per;
    if (per)
        n->shown = zw_arena_printf(lex->arena, "%.*s/%.*s", (int)shown.n, shown.at,
                                   (int)zw_range_len(part), lex->text.at + part.start);
    else
        n->shown = zw_arena_str(lex->arena, shown);
    lex->nomem |= !n->shown;
}

void zw_figure_unit_read(zw_figure_lex *lex, zw_figure_number *n)
{
    static const char *const signs[] = { NULL, "%", "‰", "‱", "" };
    n->at = (zw_range){ n->digits.start, n->digits.end };
    n->shown = signs[n->value.kind];
    if (n->value.kind != ZW_NUM_CARDINAL && n->value.kind != ZW_NUM_FRACTION)
        return;
    read_word_unit(lex, n, n->digits.end + zw_num_blanks(inside(lex), n->digits.end, 2));
}

static uint32_t code_before(const zw_figure_lex *lex, size_t at, size_t *len)
{
    while (at > lex->passage.start) {
        uint32_t c = zw_utf8_before(lex->text, at, len);
        if (!zw_is_blank(c) || c == '\n')
            return zw_narrow(c);
        at -= *len;
    }
    return 0;
}

/* A word of the trie that ends at `at`. */
static bool trap_before(const zw_figure_lex *lex, const zw_trie *words, size_t at)
{
    size_t from = at, len;
    uint32_t ignored;
    while (from > lex->passage.start && zw_is_blank(zw_utf8_before(lex->text, from, &len)))
        from -= len;
    at = from;
    for (int i = 0; i < 4 && from > lex->passage.start; i++) {
        zw_utf8_before(lex->text, from, &len);
        from -= len;
        if (zw_trie_get(words, (zw_str){ lex->text.at + from, at - from }, &ignored))
            return true;
    }
    return false;
}

static bool is_letter(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The cells of a table run together: 264.4238.0-10%3. */
static bool is_glued(const zw_figure_lex *lex, size_t at)
{
    size_t len, from = lex->passage.start;
    zw_str text = inside(lex);
    if (at == from)
        return false;
    uint32_t c = zw_utf8_before(text, at, &len);
    if ((c == '.' || c == '-') && at - len > from)
        c = zw_utf8_before(text, at - len, &len);
    return zw_digit_value(c) >= 0;
}

/* 4G, PM2.5, 1+6, 8+N, A4: letters and plus signs make a name of a number. */
static bool is_code(const zw_figure_lex *lex, const zw_figure_number *n)
{
    size_t len;
    uint32_t before = code_before(lex, n->at.start, &len);
    uint32_t behind = zw_num_code(inside(lex), n->at.end, &len);
    if (is_glued(lex, n->at.start))
        return true;
    if (before == '+' || behind == '+' || before == '_' || behind == '@' || before == '@')
        return true;
    bool measured = n->shown || n->value.flags & ZW_NUM_SCALED;
    return !measured && (is_letter(before) || is_letter(behind) || before == '-' || behind == '-' ||
                         before == '.' || behind == '.');
}

/* 一个, 三项, 四个: an article, or the sum of a list. Written with a digit it is a count. */
static bool totals(const zw_figure_number *n)
{
    unsigned told = ZW_NUM_RANGE | ZW_NUM_MORE | ZW_NUM_ABOUT | ZW_NUM_REACHED;
    if (!n->unit || !(n->value.flags & ZW_NUM_HAN) || n->value.flags & told ||
        n->value.kind != ZW_NUM_CARDINAL)
        return false;
    if (n->value.low == 1 && n->unit->flags & UNIT_COUNT)
        return true;
    return n->unit->flags & UNIT_GENERAL && n->value.low < 20;
}

/* 零部件: 零 is no count; 到1262年: a year that is misprinted. */
static bool is_no_count(const zw_figure_number *n)
{
    if (n->value.flags & ZW_NUM_HAN)
        return n->value.high == 0;
    return n->unit && zw_str_eq(n->unit->word, ZW_STR("年")) && n->value.low >= 1000 &&
           !(n->value.flags & ZW_NUM_SCALED);
}

/* 满一年, 不超过一年, 有效期为一年: here one is a length. */
static bool is_term(const zw_figure_lex *lex, size_t at)
{
    static const char *const ends[] = { "满",       "为期",     "期限为", "期限",   "有效期为",
                                        "有效期是", "有效期",   "时间为", "不超过", "不得超过",
                                        "不少于",   "不得少于", "至少",   "缩短到", "缩短至",
                                        "延长",     "超过",     "不足",   "不低于", "最长" };
    zw_str before = { lex->text.at + lex->passage.start, at - lex->passage.start };
    before = zw_str_trim(before);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        if (zw_str_ends(before, zw_str_of(ends[i])))
            return true;
    }
    return false;
}

/* 过去五年, 这两年: when it was; 一年 alone is one among years. */
static bool tells_when(const zw_figure_lex *lex, const zw_figure_number *n)
{
    if (!n->unit || !(n->unit->flags & UNIT_TIME))
        return false;
    uint32_t i;
    size_t used = zw_trie_longest(lex->rules->cues, inside(lex), n->at.end, &i);
    bool bounded = used && lex->rules->cue[i].kinds & CUE_AFTER;
    zw_str before = { lex->text.at + lex->passage.start, n->at.start - lex->passage.start };
    if (zw_str_ends(before, ZW_STR("这")) || zw_str_ends(before, ZW_STR("那")))
        return true; /* 在这一年内 */
    if (!bounded && trap_before(lex, lex->rules->time, n->at.start))
        return true;
    return n->value.flags & ZW_NUM_HAN && n->value.low == 1 && n->value.high == 1 && !bounded &&
           !is_term(lex, n->at.start);
}

/* 19日在新闻发布会上, 22日上午: a day whose month was told before. */
static bool is_day(const zw_figure_lex *lex, const zw_figure_number *n)
{
    static const char *const behind[] = { "在",   "上午", "下午", "晚", "凌晨",
                                          "召开", "举行", "电",   "讯", "报道" };
    zw_str rest = { lex->text.at + n->at.end, lex->passage.end - n->at.end };
    if (!n->unit || !zw_str_eq(n->unit->word, ZW_STR("日")) || n->value.high > 31)
        return false;
    for (size_t i = 0; i < sizeof behind / sizeof *behind; i++) {
        if (zw_str_starts(rest, zw_str_of(behind[i])))
            return true;
    }
    return false;
}

/* 1年以上（含1年）: the bracket says again where the figure begins. */
static bool is_repeated(const zw_figure_lex *lex, const zw_figure_number *n)
{
    size_t len, at = n->at.start;
    zw_str before = { lex->text.at + lex->passage.start, at - lex->passage.start };
    before = zw_str_trim(before);
    zw_str holds = ZW_STR("含");
    if (!zw_str_ends(before, holds) || n->at.end >= lex->passage.end ||
        zw_narrow(zw_utf8_at(lex->text, n->at.end, &len)) != ')')
        return false;
    before = zw_str_trim((zw_str){ before.at, before.n - holds.n });
    return before.n && zw_narrow(zw_utf8_before(before, before.n, &len)) == '(';
}

/* “三个1亿人”: the count of a slogan; and what is counted (1000个万亩基地) is no figure. */
static bool counts_number(const zw_figure_lex *lex, const zw_figure_number *n)
{
    size_t len;
    uint32_t c = zw_num_code(inside(lex), n->at.end, &len);
    return n->unit && n->unit->flags & UNIT_GENERAL && n->value.flags & ZW_NUM_HAN &&
           zw_digit_value(c) >= 0;
}

static bool follows_general(const zw_figure_lex *lex, const zw_figure_number *n)
{
    if (!lex->numbers.n)
        return false;
    const zw_figure_number *last = &lex->numbers.at[lex->numbers.n - 1];
    return last->at.end == n->at.start && last->unit && last->unit->flags & UNIT_GENERAL;
}

void zw_figure_number_judge(const zw_figure_lex *lex, zw_figure_number *n, bool quoted, bool titled)
{
    zw_str text = inside(lex);
    uint32_t trap;
    size_t behind = n->digits.end + zw_num_blanks(text, n->digits.end, 2);
    bool han = n->value.flags & ZW_NUM_HAN, bare = n->value.flags & ZW_NUM_BARE;
    bool general = n->unit && n->unit->flags & UNIT_GENERAL;
    if (titled)
        n->reject = "in a title";
    else if (n->value.flags & (ZW_NUM_ZERO | ZW_NUM_LONG))
        n->reject = "a code";
    else if (trap_before(lex, lex->rules->before, n->at.start))
        n->reject = "an ordinal, a label or a denominator";
    else if (n->value.kind == ZW_NUM_CARDINAL &&
             zw_trie_longest(lex->rules->behind, text, behind, &trap) && (han || trap == TRAP_ANY))
        n->reject = "part of a name";
    else if (is_code(lex, n))
        n->reject = "a code or a name";
    else if (counts_number(lex, n) || follows_general(lex, n))
        n->reject = "a slogan";
    else if (quoted && (han || general || !n->shown))
        n->reject = "in quotes";
    else if (is_no_count(n))
        n->reject = "zero or a year";
    else if (is_repeated(lex, n))
        n->reject = "said again in brackets";
    else if (tells_when(lex, n) || is_day(lex, n))
        n->reject = "a time, not a length of time";
    else if (n->unit && n->unit->flags & UNIT_DIGITS && han)
        n->reject = "an adverb or a name";
    else if (totals(n))
        n->reject = "an article or the sum of a list";
    else if (!n->shown && !(n->value.flags & ZW_NUM_SCALED) && !han)
        n->reject = "no unit";
    else if (!n->shown && n->value.low < (bare ? 1e8 : han ? 1e4 : 1000))
        n->reject = "no unit";
}
