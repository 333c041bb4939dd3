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

/* The cues that lead straight up to the number: 力争|达到, 控制在, 年均|增长. */
static void take_cues_before(zw_figure_view *v)
{
    zw_str text = text_of(v);
    size_t i = v->n->token;
    v->left_end = v->n->at.start;
    bool adjacent = true;
    while (i > v->first) {
        const zw_token *t = token(v, --i);
        if (t->kind == TK_NUMBER || t->kind == TK_DATE)
            break;
        if (t->kind != TK_CUE || t->depth != token(v, v->n->token)->depth)
            continue;
        adjacent = adjacent && t->cue->kinds & LEADING && only_glue(text, t->at.end, v->left_end);
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
        v->limits = v->after->cue->after == ZW_CMP_GE || v->after->cue->after == ZW_CMP_LE;
    }
    v->right_start = v->behind + zw_num_blanks(text, v->behind, 2);
    if (zw_num_code(text, v->right_start, &len) == 0x7684) /* 的 */
        v->right_start += len;
}

/* Where the number's own words begin: behind the last date or number of the clause. */
static void find_left_start(zw_figure_view *v)
{
    v->left_start = v->clause.start;
    int depth = token(v, v->n->token)->depth;
    for (size_t i = v->n->token; i-- > v->first;) {
        const zw_token *t = token(v, i);
        if (t->depth != depth || (t->kind != TK_DATE && t->kind != TK_NUMBER))
            continue;
        if (t->kind == TK_NUMBER && v->scan->lex.numbers.at[t->index].reject)
            continue;
        v->left_start = t->at.end;
        const zw_token *next = token(v, i + 1);
        if (t->kind == TK_NUMBER && next->kind == TK_CUE && next->cue->kinds & CUE_AFTER &&
            next->at.start == t->at.end)
            v->left_start = next->at.end;
        break;
    }
    if (v->left_start > v->left_end)
        v->left_start = v->left_end;
}

/* 由54%提高到60%: 由 or 从 before it, a change to a level behind it. */
static bool is_from(const zw_figure_view *v)
{
    zw_str text = text_of(v);
    size_t len;
    if (v->n->at.start == 0)
        return false;
    zw_utf8_before(text, v->n->at.start, &len);
    size_t at = v->n->at.start - len;
    while (at > v->clause.start && zw_is_blank(zw_utf8_at(text, at, &len)))
        zw_utf8_before(text, at, &len), at -= len;
    zw_str before = { text.at + at, v->n->at.start - at };
    if (!zw_str_starts(before, ZW_STR("由")) && !zw_str_starts(before, ZW_STR("从")) &&
        !zw_str_starts(before, ZW_STR("的")))
        return false;
    for (size_t i = v->n->token + 1; i < v->end; i++) {
        const zw_token *t = token(v, i);
        if (t->kind == TK_NUMBER)
            return false;
        if (t->kind == TK_CUE && t->cue->kinds & CUE_LEVEL && i + 1 < v->end &&
            token(v, i + 1)->kind == TK_NUMBER)
            return zw_range_len(t->at) >= 2 * strlen("到");
    }
    return false;
}

void zw_figure_view_set(zw_figure_view *v, zw_figure_scan *scan, zw_figure_number *n)
{
    *v = (zw_figure_view){ .scan = scan, .n = n, .cmp = ZW_CMP_EQ, .rule = "number" };
    find_clause(v);
    take_cues_before(v);
    take_cue_behind(v);
    find_left_start(v);
    v->from = is_from(v);
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
    if (after && (!told || v->cmp == ZW_CMP_ABOUT))
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

void zw_figure_change(zw_figure_view *v)
{
    if (v->before & CUE_PLUS)
        v->change = '+';
    else if (v->before & CUE_MINUS)
        v->change = '-';
    else if (!(v->before & (CUE_LEVEL | CUE_CMP)))
        v->change = far_change(v);
}
