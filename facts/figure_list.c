/* Lists of numbers: units and subjects that are written once for several. */
#include "base/numeral_part.h"
#include "base/utf8.h"
#include "facts/figure_read.h"

static const zw_token *token(const zw_figure_view *v, size_t i)
{
    return &v->scan->lex.tokens.at[i];
}

static bool is_link(zw_str gap)
{
    static const char *const links[] = { "、", "和", "及", "以及", "或", "与", "，", "," };
    gap = zw_str_trim(gap);
    for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
        if (zw_str_eq(gap, zw_str_of(links[i])))
            return true;
    }
    return false;
}

/* 10、15、20个: a number without unit takes that of the next in the list. */
static void borrow_unit(zw_figure_lex *lex, zw_figure_number *n, const zw_figure_number *next)
{
    zw_str gap = { lex->text.at + n->at.end, next->at.start - n->at.end };
    bool points = n->shown && strcmp(n->shown, "个") == 0 && next->shown &&
                  strcmp(next->shown, "百分点") == 0 && is_link(gap);
    if (points) /* 31.1个和26.3个百分点 */
        n->shown = next->shown;
    if (n->shown || !next->shown || next->reject || !n->reject ||
        strcmp(n->reject, "no unit") != 0 || next->value.kind == ZW_NUM_FRACTION || !is_link(gap))
        return;
    if (n->value.flags & (ZW_NUM_HAN | ZW_NUM_BARE) ||
        (next->unit && next->unit->flags & UNIT_GENERAL && n->value.low < 10))
        return;
    n->unit = next->unit;
    n->shown = next->shown;
    n->reject = NULL;
}

/* 第1、2、3项: an ordinal hands on what it is. */
static void pass_reject(zw_figure_lex *lex, const zw_figure_number *n, zw_figure_number *next)
{
    zw_str gap = { lex->text.at + n->at.end, next->at.start - n->at.end };
    bool ordinal = n->reject && strncmp(n->reject, "an ordinal", strlen("an ordinal")) == 0;
    if (ordinal && !n->shown && is_link(gap))
        next->reject = n->reject;
}

static double leading(double value)
{
    while (value >= 10)
        value /= 10;
    return value;
}

/* 四、五十亿元, 百分之二、三: neighbours are one range. */
static void join_neighbours(zw_figure_lex *lex, zw_figure_number *n, zw_figure_number *next)
{
    zw_str gap = { lex->text.at + n->digits.end, next->at.start - n->digits.end };
    unsigned bars = ZW_NUM_RANGE | ZW_NUM_BARE;
    if (!zw_str_eq(gap, ZW_STR("、")) || !(n->value.flags & next->value.flags & ZW_NUM_HAN) ||
        (n->value.flags | next->value.flags) & bars)
        return;
    bool digit = n->value.kind == ZW_NUM_CARDINAL && n->value.low >= 1 && n->value.low <= 8;
    if (digit && !next->reject && next->value.low >= 20 &&
        n->value.low + 1 == leading(next->value.low)) {
        next->value.low *= n->value.low / (n->value.low + 1);
        next->value.flags |= ZW_NUM_RANGE;
        next->at.start = next->digits.start = n->at.start;
        lex->tokens.at[next->token].at.start = n->at.start;
        n->reject = "part of a range";
    } else if (n->value.kind == ZW_NUM_PERCENT && next->value.kind == ZW_NUM_CARDINAL &&
               next->reject && next->value.low == n->value.low + 1 && next->value.low < 10) {
        n->value.high = next->value.low;
        n->value.flags |= ZW_NUM_RANGE;
        n->at.end = next->digits.end;
        lex->tokens.at[n->token].at.end = n->at.end;
    }
}

void zw_figure_lists(zw_figure_lex *lex)
{
    for (size_t i = 1; i < lex->numbers.n; i++)
        join_neighbours(lex, &lex->numbers.at[i - 1], &lex->numbers.at[i]);
    for (size_t i = 1; i < lex->numbers.n; i++)
        pass_reject(lex, &lex->numbers.at[i - 1], &lex->numbers.at[i]);
    for (size_t i = lex->numbers.n; i-- > 1;)
        borrow_unit(lex, &lex->numbers.at[i - 1], &lex->numbers.at[i]);
}

static bool counts(const zw_figure_view *v, const zw_token *t, int depth)
{
    return t->kind == TK_NUMBER && t->depth == depth && !v->scan->lex.numbers.at[t->index].reject;
}

/* The place of the number among those behind 分别, and how many they are; false: no such list. */
static bool place_in_list(const zw_figure_view *v, size_t *dist, size_t *nth, size_t *total)
{
    int depth = token(v, v->n->token)->depth;
    size_t i = v->n->token;
    *nth = 0;
    for (;; i--) {
        if (i == v->first)
            return false;
        const zw_token *t = token(v, i - 1);
        if (t->kind == TK_CUE && t->cue->kinds & CUE_DIST)
            break;
        *nth += counts(v, t, depth);
    }
    *dist = i - 1;
    *total = *nth + 1;
    for (i = v->n->token + 1; i < v->end; i++)
        *total += counts(v, token(v, i), depth);
    return *total > 1;
}

/* The nth part of 、-和-及-parted words; false when there are not `total` of them. */
static bool nth_part(zw_str text, zw_range r, size_t nth, size_t total, zw_range *part)
{
    static const char *const links[] = { "、", "以及", "和", "及", "与" };
    size_t found = 0, from = r.start, at = r.start;
    *part = (zw_range){ r.start, r.start };
    while (at <= r.end) {
        size_t link = 0;
        for (size_t i = 0; i < sizeof links / sizeof *links && !link && at < r.end; i++) {
            zw_str w = zw_str_of(links[i]);
            if (at > r.start && zw_str_starts((zw_str){ text.at + at, r.end - at }, w))
                link = w.n;
        }
        if (link || at == r.end) {
            if (found++ == nth)
                *part = (zw_range){ from, at };
            from = at + link;
        }
        if (at == r.end)
            break;
        if (!link)
            zw_utf8_at(text, at, &link);
        at += link;
    }

    return found == total;
}

bool zw_figure_list_words(const zw_figure_view *v, zw_range *left)
{
    size_t dist, nth, total;
    if (!place_in_list(v, &dist, &nth, &total))
        return false;
    zw_range all = { v->clause.start, token(v, dist)->at.start };
    for (size_t i = dist; i-- > v->first;) {
        const zw_token *t = token(v, i);
        if (t->kind == TK_DATE || counts(v, t, t->depth)) {
            all.start = t->at.end;
            break;
        }
    }
    if (all.start >= all.end)
        return false;
    if (!nth_part(v->scan->lex.text, all, nth, total, left))
        *left = all;
    return true;
}

/* 到2017年和2020年，城镇化率分别达到71%和75%: one year each. */
const zw_date *zw_figure_list_date(const zw_figure_view *v)
{
    const zw_figure_scan *s = v->scan;
    size_t dist, nth, total, dates = 1;
    if (!s->sentence_date || !place_in_list(v, &dist, &nth, &total))
        return NULL;
    size_t last = s->sentence_date_token;
    while (last >= dates + s->sentence) {
        const zw_token *t = &s->lex.tokens.at[last - dates], *next = t + 1;
        zw_str gap = { s->lex.text.at + t->at.end, next->at.start - t->at.end };
        if (t->kind == TK_LIST)
            return NULL;
        if (t->kind != TK_DATE || !is_link(gap))
            break;
        dates++;
    }
    if (dates != total)
        return NULL;
    return &s->lex.dates.at[s->lex.tokens.at[last - dates + 1 + nth].index];
}
