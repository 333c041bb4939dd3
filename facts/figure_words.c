/* What a number measures: the words before it or the noun behind it. */
#include "base/numeral_part.h"
#include "base/utf8.h"
#include "facts/figure_read.h"

#define MOST_BYTES 120 /* forty characters: a longer "indicator" is a sentence */

static zw_str text_of(const zw_figure_view *v)
{
    return (zw_str){ v->scan->lex.text.at, v->scan->lex.passage.end };
}

static zw_range none(void)
{
    return (zw_range){ 0, 0 };
}

static bool is_edge(uint32_t c)
{
    static const uint32_t marks[] = { '"',    0x201C, 0x201D, 0x3001, 0xFF0C, ',',
                                      0x2014, '-',    0x300A, 0x300B, 0x2018, 0x2019,
                                      '(',    ')',    0xFF08, 0xFF09, '.',    0xB7,
                                      0x2500, 0xFF1A, ':',    0x25CF, 0xFF0D, ';' };
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (c == marks[i])
            return true;
    }
    return zw_is_blank(c);
}

static void trim(zw_str text, zw_range *r)
{
    size_t len;
    while (r->start < r->end && is_edge(zw_utf8_at(text, r->start, &len)))
        r->start += len;
    while (r->start < r->end && is_edge(zw_utf8_before(text, r->end, &len)))
        r->end -= len;
}

/* The longest tail word that ends the range, at most six characters. */
static size_t tail_word(const zw_figure_view *v, zw_range r)
{
    zw_str text = text_of(v);
    size_t at = r.end, len, found = 0;
    uint32_t i;
    for (int chars = 0; chars < 6 && at > r.start; chars++) {
        zw_utf8_before(text, at, &len);
        at -= len;
        zw_str word = { text.at + at, r.end - at };
        if (zw_trie_get(v->scan->lex.rules->tail, word, &i))
            found = word.n;
        else if (zw_trie_get(v->scan->lex.rules->cues, word, &i) &&
                 v->scan->lex.rules->cue[i].kinds == CUE_NONE)
            return 0; /* 产能, 供应 end with 能 and 应, but are nouns */
    }
    return found;
}

/* 建设|用地, 办理|时限, 治理|率: with these the verb makes one noun. */
static bool is_compound(const zw_figure_view *v, zw_range rest)
{
    static const char *const nouns[] = { "用地", "规模", "面积", "强度", "数量", "人数", "总量",
                                         "时限", "时间", "能力", "水平", "标准", "半径", "率",
                                         "周期", "比例", "比重", "成本", "项目", "任务" };
    zw_str text = zw_str_slice(text_of(v), rest);
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++) {
        if (zw_str_eq(text, zw_str_of(nouns[i])))
            return true;
    }
    return false;
}

/* The lead word or the verb of doing (完成, 打造) that begins the range, if more than it is left.
 */
static size_t lead_word(const zw_figure_view *v, zw_range r)
{
    zw_str inside = { text_of(v).at, r.end };
    uint32_t i;
    size_t used = zw_trie_longest(v->scan->lex.rules->lead, inside, r.start, &i);
    size_t cue = zw_trie_longest(v->scan->lex.rules->cues, inside, r.start, &i);
    unsigned kinds = cue ? v->scan->lex.rules->cue[i].kinds : 0;
    if (cue >= used && kinds & CUE_DO && is_compound(v, (zw_range){ r.start + cue, r.end }))
        return 0;
    if (cue >= used && kinds & CUE_DO &&
        !(kinds & CUE_LEVEL)) /* 新增 and 增加 stay: they are part of the name */
        return cue;
    if (cue > used)
        return 0;
    /* 全市人口: too little would be left */
    bool whole = used && zw_str_starts((zw_str){ inside.at + r.start, used }, ZW_STR("全"));
    return whole && r.end - r.start - used <= 2 * strlen("全") ? 0 : used;
}

static void strip(const zw_figure_view *v, zw_range *r)
{
    zw_str text = text_of(v);
    for (size_t used = 1; used > 0 && r->start < r->end;) {
        trim(text, r);
        used = tail_word(v, *r);
        r->end -= used;
    }
    for (size_t used = 1; used > 0 && r->start < r->end;) {
        trim(text, r);
        used = r->start < r->end ? lead_word(v, *r) : 0;
        r->start += used;
    }
}

bool zw_figure_holds(const zw_figure_view *v, zw_range r, const char *word)
{
    zw_str part = zw_str_slice(text_of(v), r);
    return zw_str_find(part, zw_str_of(word), 0) < part.n;
}

static bool ends_with(const zw_figure_view *v, zw_range r, const char *word)
{
    return zw_str_ends(zw_str_trim(zw_str_slice(text_of(v), r)), zw_str_of(word));
}

/* 有培训意愿的农民工…培训覆盖率: what stands before the last 的 describes, unless 的 is part of the
 * ratio's own name (占同期新建建筑的比例). */
static void drop_description(const zw_figure_view *v, zw_range *r)
{
    zw_str text = text_of(v);
    zw_range part = *r;
    for (size_t at = r->start; (at = zw_str_find(text, ZW_STR("的"), at)) < r->end;) {
        at += strlen("的");
        part.start = at;
    }
    bool enough = zw_range_len(part) >= 6 * strlen("的");
    bool plain = zw_range_len(*r) <= 18 * strlen("的") && !zw_figure_holds(v, *r, "、");
    if (part.start > r->start && enough && !plain && !zw_figure_holds(v, *r, "占"))
        *r = part;
}

/* 92%的中级法院和84%基层法院: the words before 和 are those of the number before. */
static bool belongs_before(const zw_figure_view *v, zw_range r)
{
    static const char *const links[] = { "和", "及", "与", "、", "或" };
    if (r.start == v->clause.start)
        return false;
    for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
        if (ends_with(v, r, links[i]))
            return true;
    }
    return false;
}

/* 随迁子女在我区连续就读满3年: what lasts stands behind 在. */
static void behind_preposition(const zw_figure_view *v, zw_range *r)
{
    zw_str inside = { text_of(v).at, r->end };
    size_t at = zw_str_find(inside, ZW_STR("在"), r->start);
    if (at < r->end && r->end - at >= 5 * strlen("在"))
        r->start = at + strlen("在");
}

/* 公安机关应当在七日以内, 自受理之日起三十日内: whoever must keep it is not what it measures. */
static bool is_deadline(const zw_figure_view *v, zw_range r)
{
    static const char *const ends[] = { "在", "于", "起", "后", "应当", "的" };
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        if (ends_with(v, r, ends[i]))
            return v->after && v->after->cue->after == ZW_CMP_LE;
    }
    return false;
}

/* 失地农民、在城镇就业居住5年以上人员: each of the list has its own bound. */
static void last_of_list(const zw_figure_view *v, zw_range *r)
{
    zw_str text = { text_of(v).at, r->end };
    for (size_t at = r->start; (at = zw_str_find(text, ZW_STR("、"), at)) < r->end;) {
        at += strlen("、");
        if (r->end - at > 2 * strlen("、"))
            r->start = at;
    }
}

/* 财政每年安排|奖补资金8000万元: who gives is no part of what is given. */
static void behind_giver(const zw_figure_view *v, zw_range *r)
{
    for (size_t i = v->n->token; i-- > v->first;) {
        const zw_token *t = &v->scan->lex.tokens.at[i];
        if (t->at.start < r->start)
            return;
        if (t->kind == TK_CUE && t->cue->kinds & CUE_GIVE && t->at.end <= r->end) {
            r->start = t->at.end;
            return;
        }
    }
}

/* 此后每年提高5个百分点: the words say how often, not what. */
static bool is_yearly(const zw_figure_view *v, zw_range r)
{
    static const char *const words[] = { "每年", "年均", "年",     "每月", "各",   "其中",
                                         "共",   "规模", "总规模", "金额", "总额", "连续" };
    zw_str text = zw_str_slice(text_of(v), r);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (zw_str_eq(text, zw_str_of(words[i])))
            return true;
    }
    return false;
}

/* 全区约200平方公里管线普查: the whole place is no indicator. */
static bool is_whole(const zw_figure_view *v, zw_range r)
{
    uint32_t kind;
    return zw_trie_get(v->scan->lex.rules->places, zw_str_slice(text_of(v), r), &kind) &&
           kind == PLACE_WHOLE;
}

/* The words before the number that name what it measures. */
zw_range zw_figure_left(const zw_figure_view *v)
{
    zw_range r = { v->left_start, v->left_end };
    zw_range listed;
    if (zw_figure_list_words(v, &listed))
        r = listed;
    else if ((v->n->value.kind == ZW_NUM_CARDINAL && ends_with(v, r, "的")) ||
             belongs_before(v, r)) /* 范围内的20蒸吨/小时锅炉: only a description */
        r.start = r.end;
    if (r.end - r.start > 3 * MOST_BYTES)
        r.start = zw_utf8_boundary(text_of(v), r.end - 3 * MOST_BYTES);
    bool bar = v->limits || v->before & CUE_FULL;
    if (bar && v->n->unit && v->n->unit->flags & UNIT_TIME) {
        last_of_list(v, &r);
        behind_preposition(v, &r);
        if (is_deadline(v, r))
            r.start = r.end;
    }
    behind_giver(v, &r);
    strip(v, &r);
    drop_description(v, &r);
    strip(v, &r);
    if (is_yearly(v, r) || is_whole(v, r))
        r.start = r.end;
    return r;
}

/* Where the noun phrase behind the number ends: at its clause's end, or before 和 or 、 that lead
 * to the next number (2个地区中心城市和…10个县域中心城市). */
static size_t right_end(const zw_figure_view *v)
{
    zw_str text = text_of(v);
    size_t end = v->clause.end;
    for (size_t i = v->n->token + 1; i < v->end; i++) {
        const zw_token *t = &v->scan->lex.tokens.at[i];
        if (t->at.start < v->right_start || t->depth > v->scan->lex.tokens.at[v->n->token].depth)
            continue;
        if (t->kind == TK_OPEN)
            return t->at.start;
        if (t->kind != TK_NUMBER || v->scan->lex.numbers.at[t->index].reject)
            continue;
        zw_range gap = { v->right_start, t->at.start };
        static const char *const links[] = { "和", "、", "以及", "及" };
        for (size_t k = 0; k < sizeof links / sizeof *links; k++) {
            size_t at = zw_str_find(text, zw_str_of(links[k]), gap.start);
            if (at < gap.end)
                return at;
        }
        return zw_figure_holds(v, (zw_range){ t->at.end, end }, "的") ? end : gap.end;
    }
    return end;
}

/* 半小时或1小时通勤圈: the numbers of a list share the noun behind the last. */
static zw_figure_view last_linked(const zw_figure_view *v)
{
    zw_figure_view last = *v;
    for (int i = 0; i < 8; i++) {
        size_t next = last.n->token + 1;
        next += last.after != NULL;
        if (next >= last.end || last.scan->lex.tokens.at[next].kind != TK_NUMBER)
            break;
        const zw_token *t = &last.scan->lex.tokens.at[next];
        zw_range gap = { last.behind, t->at.start };
        /* 处5万元以上20万元以下的罚款 */
        bool goes_on = zw_range_len(gap) == 0 && last.after;
        if (!goes_on && (zw_range_len(gap) > strlen("以及") ||
                         !(zw_figure_holds(v, gap, "或") || zw_figure_holds(v, gap, "至"))))
            break;
        zw_figure_number *n = &last.scan->lex.numbers.at[t->index];
        zw_figure_view_set(&last, last.scan, n);
    }
    return last;
}

/* 燃煤锅炉全部淘汰: of what is bounded only the noun. */
static size_t cut_predicate(const zw_figure_view *v, zw_range r)
{
    static const char *const verbs[] = { "全部", "拆除", "淘汰", "改造", "实现", "纳入", "可以",
                                         "应当", "必须", "由",   "按",   "给予", "予以" };
    zw_str inside = { text_of(v).at, r.end };
    size_t end = r.end;
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        size_t at = zw_str_find(inside, zw_str_of(verbs[i]), r.start);
        if (at >= r.start + 2 * strlen("的") && at < end)
            end = at;
    }
    return end;
}

/* 按照“500米成园”要求, 15分钟医疗圈的要求: what is asked for, not the asking. */
static void cut_quoted(const zw_figure_view *v, zw_range *r)
{
    static const char *const tails[] = { "的要求", "要求", "的目标", "的标准", "的原则" };
    zw_str inside = { text_of(v).at, r->end };
    size_t close = zw_str_find(inside, ZW_STR("”"), r->start);
    if (v->scan->lex.tokens.at[v->n->token].quoted && close < r->end)
        r->end = close;
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
        if (ends_with(v, *r, tails[i]) && zw_range_len(*r) > strlen(tails[i]))
            r->end -= strlen(tails[i]);
    }
}

zw_range zw_figure_right(const zw_figure_view *of)
{
    zw_figure_view linked = last_linked(of);
    const zw_figure_view *v = &linked;
    zw_str text = text_of(v);
    zw_range r = { v->right_start, right_end(v) };
    if (r.end < r.start)
        r.end = r.start;
    if (r.end - r.start > 2 * MOST_BYTES)
        r.end = zw_utf8_boundary(text, r.start + 2 * MOST_BYTES);
    /* 43个功能齐全、特色突出的名镇: the noun stands behind the last 的; a short description stays
     */
    bool short_one = zw_range_len(r) <= 14 * strlen("的") && !zw_figure_holds(v, r, "、");
    for (size_t at = r.start; !short_one && (at = zw_str_find(text, ZW_STR("的"), at)) < r.end;) {
        at += strlen("的");
        if (r.end - at >= 2 * strlen("的"))
            r.start = at;
    }
    if (v->limits && v->n->value.kind == ZW_NUM_CARDINAL &&
        !(v->n->unit && v->n->unit->flags & UNIT_COUNT))
        r.end = cut_predicate(v, r);
    size_t used_for = zw_str_find((zw_str){ text.at, r.end }, ZW_STR("用于"), r.start);
    if (used_for > r.start && used_for < r.end)
        r.end = used_for;
    cut_quoted(v, &r);
    trim(text, &r);
    return r;
}

const char *zw_figure_noun_unit(const zw_figure_view *v, zw_range r)
{
    const zw_figure_rules *rules = v->scan->lex.rules;
    zw_str inside = { text_of(v).at, r.end };
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

/* Text without what stands in brackets, and without blanks: 光纤入户(FTTH覆盖) is 光纤入户. */
static const char *copy(const zw_figure_view *v, zw_range r, zw_range more)
{
    zw_str text = text_of(v);
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
            if (depth == 0 && !zw_is_blank(c) && c != 0x201C && c != 0x201D) {
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

/* 到2020年达到66%; 力争突破1000亿元: no words of its own, so the figure before lends its. */
static const char *inherited(zw_figure_view *v)
{
    const zw_figure *last = v->scan->last;
    if (!last || !last->indicator)
        return NULL;
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
    static const char *const changes[] = { "提高", "增长", "下降", "提升", "增加", "降低",
                                           "减少", "扩大", "缩小", "上升", "改善" };
    bool changed = false;
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++)
        changed |= ends_with(v, r, changes[i]);
    if (!changed || zw_range_len(r) > MOST_BYTES)
        return (zw_range){ 0, 0 };
    r.end -= strlen("提高");
    strip(v, &r);
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
    static const char *const starts[] = { "全覆盖", "覆盖", "全部", "实现", "达到", "纳入", "完成",
                                          "列入",   "用于", "得到", "可",   "左右", "以上" };
    zw_str text = zw_str_slice(text_of(v), right);
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
        if (zw_str_starts(text, zw_str_of(starts[i])))
            return v->n->value.kind == ZW_NUM_CARDINAL;
    }
    return false;
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
    if (zw_range_len(r) > 2 * MOST_BYTES)
        return none();
    strip(v, &r);
    return r;
}

/* （三）城市污水处理率。2020年达到95%: a heading that names a quantity. */
static bool is_measure_noun(const zw_figure_view *v, zw_range r)
{
    static const char *const ends[] = { "率",   "比例", "比重", "面积", "人口", "能力",
                                        "数",   "量",   "额",   "里程", "密度", "时间",
                                        "用地", "收入", "值",   "规模", "水平", "程度",
                                        "强度", "指数", "系数", "落户", "期限" };
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        if (ends_with(v, r, ends[i]))
            return true;
    }
    return false;
}

static bool is_place_noun(const zw_figure_view *v, zw_range right)
{
    static const char *const ends[] = { "城", "镇", "县", "市", "区", "乡", "村", "城市", "权限" };
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        if (ends_with(v, right, ends[i]))
            return true;
    }
    return false;
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

/* Whether what the number counts is the noun behind it: 打造10个特色小镇, 80%以上政府服务事项,
 * 1小时通勤圈, 20蒸吨/小时以下锅炉. */
static bool counts_behind(const zw_figure_view *v, zw_range left, zw_range right)
{
    const zw_unit *u = v->n->unit;
    bool of = v->right_start > v->behind + zw_num_blanks(text_of(v), v->behind, 2);
    bool named = zw_range_len(left) > 0, led = v->before & LED;
    if (zw_range_len(right) < 2 * strlen("个") || (named && is_predicate(v, right)))
        return false;
    if (u && u->flags & UNIT_TIME && !is_short_time(u))
        return false;
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
    static const char *const rates[] = { "增速", "增长率",   "增幅",       "涨幅",
                                         "降幅", "年均增速", "年均增长率", "同比",
                                         "平均", "同比增长", "年均增长" };
    zw_str name = zw_str_slice(text_of(v), r);
    for (size_t i = 0; i < sizeof rates / sizeof *rates; i++) {
        if (zw_str_eq(name, zw_str_of(rates[i])))
            return true;
    }
    return false;
}

static const char *indicator_of(zw_figure_view *v, zw_range left, zw_range right)
{
    bool percent = v->n->value.kind != ZW_NUM_CARDINAL;
    v->object = !v->each && counts_behind(v, left, right);
    if (v->object) {
        v->rule = "counts-noun-behind";
        return copy(v, right, none());
    }
    /* 随迁子女100%可在公办学校就读 */
    if (percent && zw_range_len(left) && zw_range_len(right) && v->right_start == v->behind &&
        !(v->before & LED)) {
        v->rule = "share-of-subject";
        return copy(v, left, right);
    }
    zw_range named = left;
    if (v->before & (CUE_PLUS | CUE_MINUS) && zw_range_len(left) && left.end <= v->left_end &&
        !(v->before & CUE_DIST)) {
        named.end = v->n->at.start; /* 工农业总产值|年均增长 */
        strip(v, &named);
    }
    if (zw_range_len(named) && !is_rate_only(v, named)) {
        v->rule = "named-before";
        return copy(v, named, none());
    }
    if (v->n->unit && v->n->unit->family == FAMILY_PEOPLE && v->limits && is_place_noun(v, right))
        return "人口"; /* 5万人以下的县城 */
    named = naming_verb(v);
    if (zw_range_len(named) && zw_range_len(right) == 0) {
        v->rule = "named-by-verb";
        return copy(v, named, none());
    }
    named = before_bracket(v);
    if (zw_range_len(named)) {
        v->rule = "named-before-bracket";
        return copy(v, named, none());
    }
    const char *name = zw_range_len(right) && v->limits ? NULL : inherited(v);
    if (name)
        return name;
    if (zw_range_len(right) && v->limits && !(v->n->unit && v->n->unit->flags & UNIT_TIME)) {
        v->rule = "noun-behind";
        return copy(v, right, none());
    }
    named = v->scan->title;
    if (is_measure_noun(v, named) && !v->object) {
        strip(v, &named);
        v->rule = "named-by-heading";
        return copy(v, named, none());
    }
    named = clause_before(v);
    if (zw_range_len(named) > 2 * strlen("个")) {
        v->rule = "named-in-clause-before";
        return copy(v, named, none());
    }
    if (zw_range_len(right) && !(v->n->unit && v->n->unit->flags & UNIT_TIME)) {
        v->rule = "noun-behind";
        return copy(v, right, none());
    }
    return "";
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
    zw_str each = zw_str_slice(text_of(v), *left);
    static const char *const years[] = { "每年", "每月", "每日", "每个",   "每人", "每户",
                                         "每千", "每万", "每百", "每平方", "每亩", "每公顷" };
    v->each = zw_str_starts(each, ZW_STR("每"));
    for (size_t i = 0; v->each && i < sizeof years / sizeof *years; i++)
        v->each = !zw_str_starts(each, zw_str_of(years[i]));
    if (v->each)
        left->start += strlen("每");
    bool object = !v->each && counts_behind(v, *left, zw_figure_right(v));
    size_t used = object ? 0 : zw_figure_place_at(s, *left);
    zw_str name = { text_of(v).at + left->start, used };
    if (used) {
        left->start += used;
        strip(v, left);
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
    zw_range left = zw_figure_left(v), right = leads_on(v) ? none() : zw_figure_right(v);
    if (!split_place(v, &left, f))
        return false;
    const char *name = indicator_of(v, left, right);
    if (!name)
        return false;
    size_t n = strlen(name);
    f->indicator = n > strlen("率") && n <= 2 * MOST_BYTES ? name : NULL;
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
