/* What a number measures: which of the phrases around it names it. */
#include "base/numeral_part.h"
#include "base/utf8.h"
#include "facts/figure_read.h"

static zw_range none(void)
{
    return (zw_range){ 0, 0 };
}

const char *zw_figure_noun_unit(const zw_figure_view *v, zw_range r)
{
    const zw_figure_rules *rules = v->scan->lex.rules;
    zw_str inside = { zw_figure_text_of(v).at, r.end };
    const char *unit = NULL;
    size_t len;
    uint32_t row;
    for (size_t at = r.start; at < r.end; at += len) {
        zw_utf8_at(inside, at, &len);
        if (zw_trie_longest(rules->nouns, inside, at, &row))
            unit = zw_str_eq(zw_tsv_cell(&rules->noun_table, row, 1), ZW_STR("元")) ? "元" : "人";
    }
    return unit;
}

/* “”《》: left out of names. */
static bool is_quote(uint32_t c)
{
    return c == 0x201C || c == 0x201D || c == 0x300A || c == 0x300B;
}

/* Text without what stands in brackets, and without blanks: 光纤入户(FTTH覆盖) is 光纤入户. */
static const char *copy(const zw_figure_view *v, zw_range r, zw_range more)
{
    zw_str text = zw_figure_text_of(v);
    char *to = zw_arena_alloc(v->scan->context->arena, zw_range_len(r) + zw_range_len(more) + 1);
    size_t n = 0, len;
    if (!to)
        return NULL;
    zw_range parts[] = { r, more };
    for (size_t i = 0; i < 2; i++) {
        int depth = 0;
        for (size_t at = parts[i].start; at < parts[i].end; at += len) {
            uint32_t c = zw_narrow(zw_utf8_at(text, at, &len));
            depth += c == '(';
            if (depth == 0 && !zw_is_blank(c) && !is_quote(c)) {
                memcpy(to + n, text.at + at, len);
                n += len;
            }
            depth -= c == ')' && depth > 0;
        }
    }
    to[n] = '\0';
    return to;
}

static const char *cut_growth(const zw_figure_view *v, const char *name)
{
    static const char *const tails[] = { "年均增长", "年均增速", "增长", "增速" };
    zw_str s = zw_str_of(name);
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
        zw_str t = zw_str_of(tails[i]);
        if (s.n > t.n && zw_str_ends(s, t))
            return zw_arena_copy(v->scan->context->arena, name, s.n - t.n);
    }
    return name;
}

static bool is_time_unit(const zw_figure_view *v, const char *unit)
{
    uint32_t i;
    const zw_figure_rules *rules = v->scan->lex.rules;
    return zw_trie_get(rules->units, zw_str_of(unit), &i) && rules->unit[i].flags & UNIT_TIME;
}

/* 到2020年达到66%; 力争突破1000亿元: no words of its own, so the figure before lends its. */
static const char *inherited(zw_figure_view *v)
{
    const zw_figure *last = v->scan->last;
    if (!last || !last->indicator || (v->n->unit && zw_str_ends(v->n->unit->word, ZW_STR("岁"))))
        return NULL; /* an age is that of whoever follows */
    if (v->n->unit && v->n->unit->flags & UNIT_TIME && !is_time_unit(v, last->unit))
        return NULL; /* 不超过10平方米的标准，给予三年补贴 */
    v->rule = "indicator-inherited";
    return v->change ? last->indicator : cut_growth(v, last->indicator);
}

/* 二、三产业从业人员比重不断提高，期末达到80%: the clause before names it. */
static zw_range clause_before(const zw_figure_view *v)
{
    const zw_figure_lex *lex = &v->scan->lex;
    if (v->first == 0 || lex->tokens.at[v->first - 1].stop != STOP_CLAUSE)
        return (zw_range){ 0, 0 };
    zw_range r = { v->scan->lex.passage.start, lex->tokens.at[v->first - 1].at.start };
    for (size_t i = v->first - 1, steps = 0; i > 0 && steps < 16; i--, steps++) {
        const zw_token *t = &lex->tokens.at[i - 1];
        bool counted = t->kind == TK_NUMBER && !lex->numbers.at[t->index].reject;
        if (t->kind == TK_STOP || t->kind == TK_DATE || counted) {
            r.start = t->at.end;
            break;
        }
    }
    size_t changed = zw_figure_view_listed(v, LIST_CHANGED, MATCH_END, r);
    if (!changed || zw_range_len(r) > ZW_INDICATOR_BYTES)
        return (zw_range){ 0, 0 };
    r.end -= changed;
    zw_figure_strip(v, &r);
    return r;
}

/* 15分钟生活圈, 1小时通勤圈 name what the time reaches; 三年 names nothing. */
static bool is_short_time(const zw_unit *u)
{
    return zw_str_ends(u->word, ZW_STR("小时")) || zw_str_ends(u->word, ZW_STR("分钟"));
}

/* 站点500米内全覆盖: what follows says what becomes of what stands before. */
static bool is_predicate(const zw_figure_view *v, zw_range right)
{
    return v->n->value.kind == ZW_NUM_CARDINAL &&
           zw_figure_view_listed(v, LIST_BECOMES, MATCH_START, right);
}

#define LED (CUE_LEVEL | CUE_CMP | CUE_PLUS | CUE_MINUS)

/* 合法稳定住所（含租赁）（6个月以上）: a bracket tells of what stands before it. */
static zw_range before_bracket(const zw_figure_view *v)
{
    const zw_figure_lex *lex = &v->scan->lex;
    zw_range r = none();
    if (v->first == 0 || lex->tokens.at[v->first - 1].kind != TK_OPEN)
        return r;
    int depth = lex->tokens.at[v->first - 1].depth;
    r = (zw_range){ lex->passage.start, lex->tokens.at[v->first - 1].at.start };
    for (size_t i = v->first - 1, steps = 0; i > 0 && steps < 24; i--, steps++) {
        const zw_token *t = &lex->tokens.at[i - 1];
        if (t->depth <= depth &&
            (t->kind == TK_STOP || t->kind == TK_DATE || t->kind == TK_NUMBER)) {
            r.start = t->at.end;
            break;
        }
    }
    if (zw_range_len(r) > 2 * ZW_INDICATOR_BYTES)
        return none();
    zw_figure_strip(v, &r);
    return r;
}

/* （三）城市污水处理率。2020年达到95%: a heading that names a quantity. */
static bool is_measure_noun(const zw_figure_view *v, zw_range r)
{
    return zw_figure_view_listed(v, LIST_QUANTITY, MATCH_END, r);
}

static bool is_place_noun(const zw_figure_view *v, zw_range right)
{
    return zw_figure_view_listed(v, LIST_SETTLEMENT, MATCH_END, right);
}

/* Whether a settlement's name begins the text, behind two characters at most: 大城市, 特大城市. */
static bool begins_with_settlement(const zw_figure_view *v, zw_str text)
{
    size_t len;
    for (size_t at = 0, n = 0; at < text.n && n < 3; at += len, n++) {
        zw_str rest = { text.at + at, text.n - at };
        if (zw_figure_listed(v->scan->lex.rules, LIST_SETTLEMENT, MATCH_START, rest))
            return true;
        zw_utf8_at(text, at, &len);
    }
    return false;
}

/* 城区人口50万至100万的城市, 城区人口100万至500万的大城市的落户条件 */
static bool is_size(const zw_figure_view *v, zw_range left, zw_range right)
{
    zw_str text = zw_figure_text_of(v), of = ZW_STR("的");
    bool people = !v->n->shown || (v->n->unit && v->n->unit->family == FAMILY_PEOPLE);
    zw_str name = zw_str_trim(zw_str_slice(text, left));
    size_t at = v->behind + zw_num_blanks(text, v->behind, 2);
    zw_str behind = zw_str_slice(text, (zw_range){ at, text.n });
    if (!people || !zw_str_ends(name, ZW_STR("人口")))
        return false;
    if (zw_str_starts(behind, of))
        return begins_with_settlement(v, (zw_str){ behind.at + of.n, behind.n - of.n });
    return v->right_start > at && zw_figure_listed(v->scan->lex.rules, LIST_SETTLEMENT, MATCH_START,
                                                   zw_str_slice(text, right));
}

/* 2016年开工6500套: the verb itself where nothing else names the figure. */
static zw_range naming_verb(const zw_figure_view *v)
{
    for (size_t i = v->n->token; i-- > v->first;) {
        const zw_token *t = &v->scan->lex.tokens.at[i];
        if (t->at.end > v->left_end)
            continue;
        bool names = t->kind == TK_CUE && t->cue->kinds & CUE_NAMES &&
                     t->at.start >= v->left_start && v->left_end - t->at.end <= 1;
        return names ? t->at : none();
    }
    return none();
}

/* 每个专业重点建设不少于10门课程: a verb right before 不少于 has its object behind the number. */
static bool ends_in_order(const zw_figure_view *v)
{
    if (!(v->before & CUE_CMP) || !v->n->unit || !(v->n->unit->flags & UNIT_COUNT))
        return false;
    for (size_t i = v->n->token; i-- > v->first;) {
        const zw_token *t = &v->scan->lex.tokens.at[i];
        if (t->at.end > v->left_end)
            continue;
        return t->kind == TK_CUE && t->cue->kinds & CUE_DO && v->left_end - t->at.end <= 1;
    }
    return false;
}

/* Whether what the number counts is the noun behind it: 打造10个特色小镇, 80%以上政府服务事项,
 * 1小时通勤圈, 20蒸吨/小时以下锅炉. */
static bool counts_behind(const zw_figure_view *v, zw_range left, zw_range right)
{
    const zw_unit *u = v->n->unit;
    bool of = v->right_start > v->behind + zw_num_blanks(zw_figure_text_of(v), v->behind, 2);
    bool named = zw_range_len(left) > 0 && !ends_in_order(v), led = v->before & LED;
    if (zw_range_len(right) < 2 * strlen("个") || (named && is_predicate(v, right)))
        return false;
    if (u && u->flags & UNIT_TIME && (v->limits || !is_short_time(u)))
        return false; /* 24小时内上报, 三年 */
    if (u && u->flags & UNIT_COUNT && u->family != FAMILY_PEOPLE)
        return !(named && led) || zw_range_len(left) < 2 * strlen("个");
    if (!v->n->shown || (u && u->family == FAMILY_PEOPLE))
        return !(named && (led || (v->limits && zw_figure_noun_unit(v, left)))) &&
               !(v->limits && of && !zw_figure_noun_unit(v, right) && v->n->shown);
    if (v->n->value.kind != ZW_NUM_CARDINAL)
        return !named;
    return !named || (!led && !of);
}

/* 年均增速达16%: the rate of what was named before. */
static bool is_rate_only(const zw_figure_view *v, zw_range r)
{
    return zw_figure_view_listed(v, LIST_RATE, MATCH_WHOLE, r);
}

/* Whether the token says when: a date, or a span such as 前三年 that is no figure. */
static bool says_when(const zw_figure_view *v, const zw_token *t)
{
    if (t->kind != TK_NUMBER)
        return t->kind == TK_DATE;
    const zw_figure_number *n = &v->scan->lex.numbers.at[t->index];
    return n->reject && n->unit && n->unit->flags & UNIT_TIME;
}

/* 工业所占的比重，一九五七年上升为56%: a clause that is nothing but the subject of the next. */
static zw_range subject_clause(const zw_figure_view *v)
{
    const zw_token *tokens = v->scan->lex.tokens.at;
    zw_range r = { v->scan->lex.passage.start, 0 };
    if (v->first == 0 || tokens[v->first - 1].stop != STOP_CLAUSE)
        return none();
    r.end = tokens[v->first - 1].at.start;
    for (size_t i = v->first - 1, steps = 0; i-- > 0 && steps < 16; steps++) {
        if (tokens[i].kind == TK_NUMBER || tokens[i].kind == TK_DATE)
            return none();
        if (tokens[i].kind == TK_STOP) {
            r.start = tokens[i].at.end;
            break;
        }
    }
    return zw_figure_view_listed(v, LIST_QUANTITY, MATCH_END, r) ? r : none();
}

/* 国民收入1987年达到9153亿元, 灌溉面积比一九五七年增加了4亿亩: the subject stands before the date.
 */
static zw_range before_date(const zw_figure_view *v)
{
    const zw_token *tokens = v->scan->lex.tokens.at;
    bool found = false;
    zw_range r = v->clause;
    for (size_t i = v->n->token; i-- > v->first;) {
        const zw_token *t = &tokens[i];
        bool counted = t->kind == TK_NUMBER && !v->scan->lex.numbers.at[t->index].reject;
        if (says_when(v, t)) {
            zw_range between = { t->at.end, r.end };
            if (found && zw_range_len(between) <= ZW_INDICATOR_BYTES)
                zw_figure_strip(v, &between); /* 从1953年至1980年的二十八年间 */
            if (found && zw_range_len(between) > 0) {
                r.start = between.start;
                break;
            }
            r.end = t->at.start;
            found = true;
        } else if (counted || t->kind == TK_OPEN || t->kind == TK_CLOSE) {
            r.start = t->at.end;
            break;
        }
    }
    if (!found || zw_range_len(r) > ZW_INDICATOR_BYTES)
        return none();
    bool leads = r.start == v->clause.start;
    zw_figure_strip(v, &r);
    if (zw_range_len(r) == 0 && leads) {
        r = subject_clause(v);
        if (zw_range_len(r) > ZW_INDICATOR_BYTES)
            return none();
        zw_figure_strip(v, &r);
    }
    return r;
}

/* 15个工作日内审核, 20日内完成证件制作, 3年内不再受理: what has to be done in the time. */
static zw_range act_of(const zw_figure_view *v, zw_range right)
{
    static const char *const adverbs[] = { "不再", "不予", "不得", "重新", "继续", "逐级", NULL };
    zw_str text = zw_str_slice(zw_figure_text_of(v), right), done = ZW_STR("完成");
    size_t two = 2 * strlen("个");
    if (!v->limits || v->cmp != ZW_CMP_LE || !v->n->unit || !(v->n->unit->flags & UNIT_TIME) ||
        text.n < two)
        return none();
    if (zw_str_starts(text, done) && text.n <= 10 * strlen("个"))
        return (zw_range){ right.start + done.n, right.end };
    for (size_t i = 0; adverbs[i]; i++) {
        if (zw_str_starts(text, zw_str_of(adverbs[i])) && text.n >= 2 * two)
            return (zw_range){ right.start, right.start + 2 * two };
    }
    bool whole = right.start <= v->right_start + 1;
    return whole && text.n <= 6 * strlen("个") ? right : none();
}

/* 随迁子女100%可在公办学校就读 */
static bool is_share(const zw_figure_view *v, zw_range left, zw_range right)
{
    return v->n->value.kind != ZW_NUM_CARDINAL && zw_range_len(left) && zw_range_len(right) &&
           v->right_start == v->behind && !(v->before & LED);
}

/* 工农业总产值|年均增长: the words before the number, with the change when it names nothing else.
 */
static zw_range named_before(const zw_figure_view *v, zw_range left)
{
    zw_range named = left;
    if (v->before & (CUE_PLUS | CUE_MINUS) && zw_range_len(left) && left.end <= v->left_end &&
        !(v->before & CUE_DIST)) {
        named.end = v->n->at.start;
        zw_figure_strip(v, &named);
    }
    return zw_range_len(named) && !is_rate_only(v, named) ? named : none();
}

static bool is_time(const zw_figure_view *v)
{
    return v->n->unit && v->n->unit->flags & UNIT_TIME;
}

/* Under a rule, by words that are not the number's own noun: a verb, a bracket, a date, a clause.
 */
static zw_range named_around(zw_figure_view *v, zw_range right)
{
    const size_t two = 2 * strlen("个");
    zw_range named = naming_verb(v);
    v->rule = "named-by-verb";
    if (zw_range_len(named) && zw_range_len(right) == 0)
        return named;
    v->rule = "named-before-bracket";
    if (zw_range_len(named = before_bracket(v)))
        return named;
    v->rule = "named-before-date";
    named = v->own_date ? none() : before_date(v);
    if (zw_range_len(named) >= two && (v->before & LED || zw_range_len(right) == 0))
        return named;
    v->rule = "named-in-clause-before";
    named = clause_before(v);
    return zw_range_len(named) > two ? named : none();
}

/* Where nothing before the number names it: what it inherits, its noun, its act, its heading. */
static const char *named_otherwise(zw_figure_view *v, zw_range right)
{
    bool timed = v->limits && !(v->before & LED) && v->cmp == ZW_CMP_LE && is_time(v);
    const char *name = timed || (zw_range_len(right) && v->limits) ? NULL : inherited(v);
    if (name)
        return name;
    bool lasting = v->cmp == ZW_CMP_GE && v->limits; /* 具有2年以上驾驶经历 */
    bool noun = zw_range_len(right) && !is_time(v);
    zw_range act = act_of(v, right), title = v->scan->title;
    if (noun && v->limits) {
        v->rule = "noun-behind";
        return copy(v, right, none());
    }
    if (zw_range_len(act)) {
        v->rule = "named-by-act";
        return copy(v, act, none());
    }
    if (is_measure_noun(v, title) && !v->object) {
        zw_figure_strip(v, &title);
        v->rule = "named-by-heading";
        return copy(v, title, none());
    }
    if (noun || (zw_range_len(right) && lasting)) {
        v->rule = "noun-behind";
        return copy(v, right, none());
    }
    return "";
}

static const char *indicator_of(zw_figure_view *v, zw_range left, zw_range right)
{
    bool fee = v->each && v->n->unit && v->n->unit->family == FAMILY_MONEY &&
               zw_range_len(right) >= 2 * strlen("费"); /* 每证收缴10元工本费 */
    v->object = fee || (!v->each && !v->grants && !v->sized && counts_behind(v, left, right));
    if (v->object) {
        v->rule = "counts-noun-behind";
        return copy(v, right, none());
    }
    if (is_share(v, left, right)) {
        v->rule = "share-of-subject";
        return copy(v, left, right);
    }
    zw_range named = named_before(v, left);
    if (zw_range_len(named)) {
        v->rule = "named-before";
        return copy(v, named, none());
    }
    if (v->n->unit && v->n->unit->family == FAMILY_PEOPLE && v->limits && is_place_noun(v, right))
        return "人口"; /* 5万人以下的县城 */
    const char *rule = v->rule;
    named = named_around(v, right);
    if (zw_range_len(named))
        return copy(v, named, none());
    v->rule = rule;
    return named_otherwise(v, right);
}

/* 比1980年的173亿元增加39亿元: what follows is no noun of this number. */
static bool leads_on(const zw_figure_view *v)
{
    size_t i = v->n->token + 1;
    if (v->from)
        return true;
    if (i >= v->end)
        return false;
    const zw_token *t = &v->scan->lex.tokens.at[i];
    return t->kind == TK_CUE && t->at.start == v->n->at.end &&
           t->cue->kinds & (CUE_PLUS | CUE_MINUS | CUE_LEVEL | CUE_CMP);
}

/* 灵山县城落户8万人: the place goes to the region, its own one goes away. */
static bool split_place(zw_figure_view *v, zw_range *left, zw_figure *f)
{
    const zw_figure_scan *s = v->scan;
    zw_str each = zw_str_slice(zw_figure_text_of(v), *left);
    v->each = zw_str_starts(each, ZW_STR("每")) &&
              !zw_figure_view_listed(v, LIST_EACH, MATCH_START, *left);
    if (v->each)
        left->start += strlen("每");
    bool object = !v->each && !v->grants && !v->sized &&
                  counts_behind(v, *left, zw_figure_right(v));
    bool lasts = v->limits && v->n->unit &&
                 v->n->unit->flags & UNIT_TIME; /* 到其他城市居住半年以上 */
    size_t used = object || lasts ? 0 : zw_figure_place_at(s, *left);
    zw_str name = { zw_figure_text_of(v).at + left->start, used };
    if (used) {
        left->start += used;
        zw_figure_strip(v, left);
    } else if (zw_figure_place_whole(s, *left)) {
        return true;
    } else {
        name = s->sentence_place;
        bool here = name.n && name.at >= s->lex.text.at + v->clause.start;
        if (here && (object || (v->limits && v->n->unit && v->n->unit->flags & UNIT_TIME)))
            return true; /* 增强固原市、中卫市2个中心城市 */
    }
    v->split = used && zw_range_len(*left) == 0 && s->last && !(v->before & LED);
    if (name.n == 0 || zw_figure_place_own(s, name))
        return true;
    f->region = zw_arena_str(s->context->arena, name);
    return f->region != NULL;
}

bool zw_figure_words(zw_figure_view *v, zw_figure *f)
{
    bool folds = v->n->unit && zw_str_eq(v->n->unit->word, ZW_STR("番")); /* 翻两番的目标 */
    bool bare = leads_on(v) || v->grants || folds;
    zw_range left = zw_figure_left(v), right = bare ? none() : zw_figure_right(v);
    v->sized = is_size(v, left, right);
    if (!split_place(v, &left, f))
        return false;
    const char *name = indicator_of(v, left, right);
    if (!name)
        return false;
    size_t n = strlen(name);
    f->indicator = n > strlen("率") && n <= 2 * ZW_INDICATOR_BYTES ? name : NULL;
    if (!v->n->shown) {
        const char *unit = zw_figure_noun_unit(v, right);
        if (!unit)
            unit = zw_figure_noun_unit(v, (zw_range){ v->clause.start, v->n->at.start });
        if (!unit && v->scan->last && zw_range_len(right) == 0 &&
            (strcmp(v->scan->last->unit, "人") == 0 || strcmp(v->scan->last->unit, "元") == 0))
            unit = v->scan->last->unit;
        f->unit = unit;
    }
    return true;
}
