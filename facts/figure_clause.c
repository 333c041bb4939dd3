/* The clause around a number, its comparator and its change. */
#include "base/numeral_part.h"
#include "base/utf8.h"
#include "facts/figure_read.h"

/* A clause is looked at this many tokens to either side, so that a text without punctuation costs
 * no more than its length. */
#define REACH 48

static const zw_token *token(const zw_figure_view *v, size_t i)
{
    return &v->scan->lex.tokens.at[i];
}

static zw_str text_of(const zw_figure_view *v)
{
    return (zw_str){ v->scan->lex.text.at, v->scan->lex.passage.end };
}

static bool ends_clause(const zw_token *t, int depth)
{
    if (t->kind == TK_STOP)
        return t->depth <= depth || t->stop == STOP_SENTENCE;
    return (t->kind == TK_OPEN || t->kind == TK_CLOSE) && t->depth < depth;
}

static void find_clause(zw_figure_view *v)
{
    size_t i = v->n->token, n = v->scan->lex.tokens.n, steps;
    int depth = token(v, i)->depth;
    zw_range passage = v->scan->lex.passage;
    v->clause = passage;
    for (steps = 0; i > 0 && steps < REACH && !ends_clause(token(v, i - 1), depth); steps++)
        i--;
    v->first = i;
    if (i > 0)
        v->clause.start = token(v, i - 1)->at.end;
    i = v->n->token + 1;
    for (steps = 0; i < n && steps < REACH && !ends_clause(token(v, i), depth); steps++)
        i++;
    v->end = i;
    if (i < n)
        v->clause.end = token(v, i)->at.start;
}

/* Whether only blanks, quotes and small words (了, 的) stand between. */
static bool only_glue(zw_str text, size_t from, size_t to)
{
    static const char glue[] = "了“”\"的人民币每年年总共各";
    size_t len;
    for (; from < to; from += len) {
        uint32_t c = zw_utf8_at(text, from, &len);
        zw_str one = { text.at + from, len };
        if (!zw_is_blank(c) && zw_str_find(ZW_STR(glue), one, 0) == sizeof glue - 1)
            return false;
    }
    return true;
}

#define LEADING (CUE_CMP | CUE_LEVEL | CUE_PLUS | CUE_MINUS | CUE_DIST | CUE_TARGET | CUE_BASE)

/* 三营等43个: the 三 is a number that counts nothing. */
static bool is_figure(const zw_figure_view *v, const zw_token *t)
{
    return !v->scan->lex.numbers.at[t->index].reject;
}

/* 不得超过新建住房总面积的10%: what the share is of may stand between. */
static bool is_share_of(const zw_figure_view *v, size_t from, size_t to)
{
    if (v->n->value.kind == ZW_NUM_CARDINAL || to - from > 20 * strlen("的"))
        return false;
    return zw_str_ends(zw_str_trim((zw_str){ text_of(v).at + from, to - from }), ZW_STR("的"));
}

/* What may stand before 总面积的10%: 不得超过, 上升到. 占 stays in the name: 林地面积占总面积的45%.
 */
static bool is_share_cue(const zw_figure_view *v, const zw_token *t)
{
    zw_str word = zw_str_slice(v->scan->lex.text, t->at);
    bool level = t->cue->kinds & CUE_LEVEL && word.n >= 2 * strlen("到") &&
                 !zw_str_starts(word, ZW_STR("占"));
    return level || t->cue->kinds & CUE_CMP;
}

/* 对参保年限的要求不得超过3年: here 要求 is a noun. */
static bool asks(const zw_figure_view *v, const zw_token *t)
{
    zw_str head = { text_of(v).at + v->clause.start, t->at.start - v->clause.start };
    return zw_str_eq(zw_str_slice(v->scan->lex.text, t->at), ZW_STR("要求")) &&
           zw_str_ends(head, ZW_STR("的"));
}

/* The cues that lead straight up to the number: 力争|达到, 控制在, 年均|增长. */
static void take_cues_before(zw_figure_view *v)
{
    zw_str text = text_of(v);
    size_t i = v->n->token;
    v->left_end = v->n->at.start;
    bool adjacent = true;
    while (i > v->first) {
        const zw_token *t = token(v, --i);
        if (t->kind == TK_DATE || (t->kind == TK_NUMBER && is_figure(v, t)))
            break;
        if (t->kind != TK_CUE || t->depth != token(v, v->n->token)->depth)
            continue;
        if (asks(v, t))
            break;
        if (!is_share_cue(v, t) && is_share_of(v, t->at.end, v->left_end)) {
            v->earlier |= t->cue->kinds; /* 新建 of 新建住房总面积的10% */
            continue;
        }
        adjacent = adjacent && t->cue->kinds & LEADING &&
                   (only_glue(text, t->at.end, v->left_end) ||
                    (is_share_cue(v, t) && is_share_of(v, t->at.end, v->left_end)));
        if (!adjacent) {
            v->earlier |= t->cue->kinds;
            continue;
        }
        if (t->cue->kinds & CUE_CMP && !(v->before & CUE_CMP))
            v->cmp = t->cue->before;
        v->before |= t->cue->kinds;
        v->left_end = t->at.start;
    }
}

static void take_cue_behind(zw_figure_view *v)
{
    zw_str text = text_of(v);
    size_t i = v->n->token + 1, len;
    v->behind = v->n->at.end;
    /* 达到66人（含）以上 */
    if (i < v->end && token(v, i)->kind == TK_CUE && token(v, i)->cue->kinds & CUE_AFTER &&
        only_glue(text, v->n->at.end, token(v, i)->at.start)) {
        v->after = token(v, i);
        v->behind = v->after->at.end;
        zw_str word = zw_str_slice(v->scan->lex.text, v->after->at);
        v->within = v->after->cue->after == ZW_CMP_LE && zw_str_ends(word, ZW_STR("内"));
        /* 1亿元至10亿元之间的企业 is bounded on both ends */
        v->limits = v->within || v->after->cue->after == ZW_CMP_GE ||
                    v->after->cue->after == ZW_CMP_LE || v->after->cue->after == ZW_CMP_EQ;
    }
    v->right_start = v->behind + zw_num_blanks(text, v->behind, 2);
    if (zw_num_code(text, v->right_start, &len) == 0x7684) /* 的 */
        v->right_start += len;
}

/* （含）至 */
static bool leads_to_upper_end(const zw_figure_view *v, const zw_token *t)
{
    zw_str word = zw_str_slice(v->scan->lex.text, t->at);
    return t->kind == TK_CUE && t->cue->kinds & CUE_AFTER &&
           (zw_str_ends(word, ZW_STR("至")) || zw_str_ends(word, ZW_STR("到")) ||
            zw_str_ends(word, ZW_STR("—")));
}

/* Whether behind the number that token i is stands what is given: 的补助150万元. */
static bool is_given(const zw_figure_view *v, size_t i, size_t behind)
{
    zw_str text = text_of(v);
    uint32_t cue;
    size_t at = behind + zw_num_blanks(text, behind, 2);
    if (!zw_str_starts((zw_str){ text.at + at, text.n - at }, ZW_STR("的")))
        return false;
    at += strlen("的");
    size_t used = zw_trie_longest(v->scan->lex.rules->cues, text, at, &cue);
    if (!used || !(v->scan->lex.rules->cue[cue].kinds & (CUE_GIVE | CUE_NAMES)))
        return false;
    for (i++; i < v->end && token(v, i)->kind == TK_CUE;)
        i++;
    return i < v->end && token(v, i)->kind == TK_NUMBER;
}

/* 投资3亿元以上的补助200万元, 3亿元（含）至10亿元的补助150万元: the numbers are bounds, and what is
 * given stands behind them. */
static void find_grant(zw_figure_view *v)
{
    size_t i = v->n->token;
    bool upper = i > v->first && leads_to_upper_end(v, token(v, i - 1));
    bool lower = v->after && leads_to_upper_end(v, v->after) && i + 2 < v->end &&
                 token(v, i + 2)->kind == TK_NUMBER;
    if (lower)
        v->grants = is_given(v, i + 2, token(v, i + 2)->at.end);
    else if (upper || v->limits)
        v->grants = is_given(v, i, v->behind);
}

/* 第五十条 at the head of a clause is no word of it. */
static bool is_article(const zw_figure_view *v, const zw_token *t)
{
    const zw_figure_number *n = &v->scan->lex.numbers.at[t->index];
    return n->unit && zw_str_eq(n->unit->word, ZW_STR("条")) &&
           t->at.start - v->clause.start <= strlen("第");
}

/* 十年来我国…, 在这两年间…: a span of time that is no figure, but no word of the indicator. */
static bool is_span(const zw_figure_view *v, const zw_token *t)
{
    const zw_figure_number *n = &v->scan->lex.numbers.at[t->index];
    return n->unit && zw_str_eq(n->unit->word, ZW_STR("年")) && n->value.low > 1;
}

static size_t span_tail(const zw_figure_view *v, const zw_token *t)
{
    static const char *const tails[] = { "多来", "以来", "间", "来", "中", "里", "内" };
    zw_str rest = { text_of(v).at + t->at.end,
                    v->left_end > t->at.end ? v->left_end - t->at.end : 0 };
    if (t->kind != TK_NUMBER || is_figure(v, t) || !is_span(v, t))
        return 0;
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
        if (zw_str_starts(rest, zw_str_of(tails[i])))
            return strlen(tails[i]);
    }
    return 0;
}

/* Where the number's own words begin: behind the last date or number of the clause. */
static void find_left_start(zw_figure_view *v, size_t before)
{
    v->left_start = v->clause.start;
    int depth = token(v, v->n->token)->depth;
    for (size_t i = before; i-- > v->first;) {
        const zw_token *t = token(v, i);
        if (t->depth != depth || (t->kind != TK_DATE && t->kind != TK_NUMBER))
            continue;
        if (t->kind == TK_NUMBER && !is_figure(v, t) && !is_article(v, t) && !is_span(v, t))
            continue;
        v->left_start = t->at.end + span_tail(v, t);
        const zw_token *next = token(v, i + 1);
        if (t->kind == TK_NUMBER && next->kind == TK_CUE && next->cue->kinds & CUE_AFTER &&
            next->at.start == t->at.end)
            v->left_start = next->at.end;
        break;
    }
    if (v->left_start > v->left_end)
        v->left_start = v->left_end;
}

/* The end of the text before `at` without blanks and 的, 为. */
static size_t before_glue(zw_str text, size_t from, size_t at)
{
    static const char *const glue[] = { "的",   "为",   " ",    "　",       "每人",
                                        "人均", "每户", "每亩", "每人每年", "每人每月",
                                        "每月", "上年", "去年", "上年末",   "目前",
                                        "现在", "原来", "现行", "上年同期", "原先" };
    for (size_t i = 0; i < sizeof glue / sizeof *glue; i++) {
        zw_str w = zw_str_of(glue[i]), head = { text.at + from, at - from };
        if (zw_str_ends(head, w)) {
            at -= w.n;
            i = (size_t)-1;
        }
    }
    return at;
}

/* Behind the number, at most over a bracket, a level it goes to: 提高到60%, 增长到2021年的9万亿元.
 */
static bool goes_on(const zw_figure_view *v)
{
    size_t i = v->n->token + 1;
    if (i < v->end && token(v, i)->kind == TK_CUE && token(v, i)->cue->kinds & CUE_AFTER)
        i++;
    if (i + 1 >= v->end)
        return false;
    const zw_token *level = token(v, i), *next = token(v, i + 1);
    bool to = level->kind == TK_CUE && level->cue->kinds & CUE_LEVEL &&
              zw_range_len(level->at) >= 2 * strlen("到") &&
              level->at.start - v->n->at.end <= 3 * strlen("到");
    if (next->kind == TK_NUMBER) { /* 三年融资达到100亿元 goes nowhere */
        const char *shown = v->scan->lex.numbers.at[next->index].shown;
        if (shown && v->n->shown && strcmp(shown, v->n->shown) != 0)
            return false;
    }
    return to && (next->kind == TK_NUMBER || next->kind == TK_DATE) &&
           next->at.start - level->at.end <= 4 * strlen("到");
}

/* 由54%提高到60%, 从2012年的42%提高到73%: where it starts. Sets where the subject ends. */
static void find_from(zw_figure_view *v)
{
    if (!goes_on(v))
        return;
    zw_str text = text_of(v);
    size_t at = before_glue(text, v->clause.start, v->n->at.start);
    size_t i = v->n->token;
    if (i > v->first && token(v, i - 1)->kind == TK_DATE && token(v, i - 1)->at.end == at) {
        v->own_date = &v->scan->lex.dates.at[token(v, i - 1)->index];
        at = before_glue(text, v->clause.start, token(v, i - 1)->at.start);
    }
    zw_str head = { text.at + v->clause.start, at - v->clause.start };
    v->from = true;
    if (zw_str_ends(head, ZW_STR("由")) || zw_str_ends(head, ZW_STR("从")))
        at -= strlen("由");
    else if (v->own_date)
        return;
    v->left_end = at;
    find_left_start(v, i - (v->own_date != NULL));
}

/* 提高到2021年的73%: where it goes, with a date of its own between. */
static void find_to(zw_figure_view *v)
{
    size_t i = v->n->token;
    zw_str text = text_of(v);
    if (i < v->first + 2 || token(v, i - 1)->kind != TK_DATE)
        return;
    const zw_token *date = token(v, i - 1), *level = token(v, i - 2);
    if (level->kind != TK_CUE || !(level->cue->kinds & CUE_LEVEL) ||
        level->at.end != date->at.start ||
        before_glue(text, date->at.end, v->n->at.start) != date->at.end)
        return;
    v->own_date = &v->scan->lex.dates.at[date->index];
    v->before |= level->cue->kinds;
    v->left_end = level->at.start;
    find_left_start(v, i - 2);
}

void zw_figure_view_set(zw_figure_view *v, zw_figure_scan *scan, zw_figure_number *n)
{
    *v = (zw_figure_view){ .scan = scan, .n = n, .cmp = ZW_CMP_EQ, .rule = "number" };
    find_clause(v);
    take_cues_before(v);
    take_cue_behind(v);
    find_left_start(v, v->n->token);
    find_to(v);
    find_from(v);
    find_grant(v);
}

/* 分别达到90%、96%、23%以上: what is said of the last of a list holds for all. */
static const zw_token *shared_after(const zw_figure_view *v)
{
    bool dist = false;
    for (size_t i = v->n->token; i-- > v->first && !dist;)
        dist = token(v, i)->kind == TK_CUE && token(v, i)->cue->kinds & CUE_DIST;
    if (!dist)
        return NULL;
    for (size_t i = v->n->token + 1; i < v->end; i++) {
        const zw_token *t = token(v, i);
        if (t->kind == TK_CUE && t->cue->kinds & CUE_AFTER)
            return t;
        if (t->kind != TK_NUMBER && t->kind != TK_LIST)
            return NULL;
    }
    return NULL;
}

void zw_figure_compare(zw_figure_view *v)
{
    unsigned flags = v->n->value.flags;
    const zw_token *after = v->after ? v->after : shared_after(v);
    bool told = v->before & CUE_CMP;
    bool about = after && after->cue->after == ZW_CMP_ABOUT && v->cmp == ZW_CMP_LE;
    if (after && (!told || about || v->cmp == ZW_CMP_ABOUT)) /* 控制在3%左右 is about 3% */
        v->cmp = after->cue->after;
    if (after || told)
        return;
    if (flags & ZW_NUM_MORE)
        v->cmp = ZW_CMP_GT;
    else if (flags & ZW_NUM_REACHED)
        v->cmp = ZW_CMP_GE;
    else if (flags & ZW_NUM_ABOUT)
        v->cmp = ZW_CMP_ABOUT;
}

/* 新增停车位3万个: a change whose noun stands before the number. */
static char far_change(const zw_figure_view *v)
{
    int depth = token(v, v->n->token)->depth;
    for (size_t i = v->n->token; i-- > v->first;) {
        const zw_token *t = token(v, i);
        if (t->kind == TK_NUMBER || t->kind == TK_DATE)
            return 0;
        if (t->kind == TK_CUE && t->depth == depth && t->cue->kinds & CUE_FAR)
            return t->cue->kinds & CUE_PLUS ? '+' : '-';
    }
    return 0;
}

/* 分别下降3.5%、2.9%: the change is told once for all. */
static unsigned shared_change(const zw_figure_view *v)
{
    unsigned kinds = 0;
    for (size_t i = v->n->token; i-- > v->first;) {
        const zw_token *t = token(v, i);
        if (t->kind == TK_DATE)
            return 0;
        if (t->kind != TK_CUE)
            continue;
        kinds |= t->cue->kinds;
        if (t->cue->kinds & CUE_DIST)
            return kinds & CUE_LEVEL ? 0 : kinds & (CUE_PLUS | CUE_MINUS | CUE_DIST);
    }
    return 0;
}

/* 增长29.2%、39.4%和23.9%: as of the one before in the list. */
static char listed_change(const zw_figure_view *v)
{
    static const char *const links[] = { "、", "和", "及", "以及" };
    const zw_figure *last = v->scan->last;
    size_t i = v->n->token;
    if (!last || !last->change || v->n->value.kind == ZW_NUM_CARDINAL || i == 0 || v->before)
        return 0;
    i -= token(v, i - 1)->kind == TK_LIST;
    if (i == 0 || token(v, i - 1)->kind != TK_NUMBER || strcmp(last->unit, v->n->shown) != 0)
        return 0;
    zw_str gap = { text_of(v).at + token(v, i - 1)->at.end,
                   v->n->at.start - token(v, i - 1)->at.end };
    for (size_t k = 0; k < sizeof links / sizeof *links; k++) {
        if (zw_str_eq(zw_str_trim(gap), zw_str_of(links[k])))
            return last->change;
    }
    return 0;
}

void zw_figure_change(zw_figure_view *v)
{
    v->change = listed_change(v);
    v->before |= shared_change(v);
    if (v->before & CUE_PLUS)
        v->change = '+';
    else if (v->before & CUE_MINUS)
        v->change = '-';
    else if (!v->change && !(v->before & (CUE_LEVEL | CUE_CMP)))
        v->change = far_change(v);
}
