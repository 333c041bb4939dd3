/* The phrases around a number: the words before it and the noun behind it. */
#include "base/numeral_part.h"
#include "base/utf8.h"
#include "facts/figure_read.h"

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

/* （三）取得驾驶证: an item's number is no word of it. */
static void skip_item(zw_str text, zw_range *r)
{
    size_t len, at = r->start, digits;
    while (at < r->end && zw_is_blank(zw_utf8_at(text, at, &len)))
        at += len;
    for (digits = at; digits < r->end && zw_digit_value(zw_num_code(text, digits, &len)) >= 0;)
        digits += len;
    uint32_t mark = digits > at && digits < r->end ? zw_num_code(text, digits, &len) : 0;
    if (mark == '.' || mark == 0x3001) { /* 2.每所高校, 2、申请 */
        r->start = digits + len;
        return;
    }
    if (at >= r->end || zw_num_code(text, at, &len) != '(')
        return;
    size_t from = at + len;
    for (at = from; at < r->end && at - r->start < 20; at += len) {
        uint32_t c = zw_num_code(text, at, &len);
        if (c == ')' && at > from)
            r->start = at + len;
        if (zw_digit_value(c) < 0 && zw_han_number_of(c).kind == ZW_HAN_NONE)
            return;
    }
}

/* The longest tail word that ends the range, at most six characters. */
static size_t tail_word(const zw_figure_view *v, zw_range r)
{
    zw_str text = zw_figure_text_of(v);
    size_t at = r.end, len, found = 0;
    uint32_t i;
    for (int chars = 0; chars < 6 && at > r.start; chars++) {
        zw_utf8_before(text, at, &len);
        at -= len;
        zw_str word = { text.at + at, r.end - at };
        if (zw_trie_get(v->scan->lex.rules->tail, word, &i))
            found = word.n;
        else if (zw_trie_get(v->scan->lex.rules->cues, word, &i) &&
                 (v->scan->lex.rules->cue[i].kinds == CUE_NONE ||
                  v->scan->lex.rules->cue[i].kinds & (CUE_PLUS | CUE_MINUS)))
            return 0; /* 产能, 供应, 节约 end with 能, 应 and 约, but are other words */
    }
    return found;
}

/* 建设|用地, 办理|时限, 治理|率: with these the verb makes one noun. */
static bool is_compound(const zw_figure_view *v, zw_range rest)
{
    return zw_figure_view_listed(v, LIST_COMPOUND, MATCH_WHOLE, rest);
}

/* The lead word or the verb of doing (完成, 打造) that begins the range, if more than it is left.
 */
static size_t lead_word(const zw_figure_view *v, zw_range r)
{
    zw_str inside = { zw_figure_text_of(v).at, r.end };
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

/* 在|京连续缴纳社会保险: what is left of 在京 where 在 was read as a word of its own. */
static size_t rest_of_place(const zw_figure_view *v, zw_range r)
{
    zw_str text = { zw_figure_text_of(v).at, r.end }, in = ZW_STR("在");
    uint32_t i;
    if (r.start < in.n || !zw_str_starts((zw_str){ text.at + r.start - in.n, in.n }, in))
        return 0;
    size_t used = zw_trie_longest(v->scan->lex.rules->lead, text, r.start - in.n, &i);
    return used > in.n ? used - in.n : 0;
}

void zw_figure_strip(const zw_figure_view *v, zw_range *r)
{
    zw_str text = zw_figure_text_of(v);
    skip_item(text, r);
    r->start += rest_of_place(v, *r);
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
    zw_str part = zw_str_slice(zw_figure_text_of(v), r);
    return zw_str_find(part, zw_str_of(word), 0) < part.n;
}

static bool ends_with(const zw_figure_view *v, zw_range r, const char *word)
{
    return zw_str_ends(zw_str_trim(zw_str_slice(zw_figure_text_of(v), r)), zw_str_of(word));
}

/* 有培训意愿的农民工…培训覆盖率: what stands before the last 的 describes, unless 的 is part of the
 * ratio's own name (占同期新建建筑的比例). */
static void drop_description(const zw_figure_view *v, zw_range *r)
{
    zw_str text = zw_figure_text_of(v);
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
    bool bounds = v->limits && v->right_start > v->behind; /* 取水户和5万亩以上的灌区 */
    if (r.start == v->clause.start && !bounds)
        return false;
    for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
        if (ends_with(v, r, links[i]))
            return true;
    }
    return false;
}

/* 随迁子女在我区连续就读满3年, 登记记录证明其已居住半年以上: what lasts stands behind 在, 已. */
static void behind_preposition(const zw_figure_view *v, zw_range *r)
{
    static const struct {
        const char *word;
        size_t least; /* characters that must be left behind it */
    } words[] = { { "在", 4 }, { "其", 2 }, { "已", 2 }, { "拟", 2 } };
    zw_str inside = { zw_figure_text_of(v).at, r->end };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t at = zw_str_find(inside, zw_str_of(words[i].word), r->start), len;
        if (at > r->start && at < r->end && zw_utf8_before(inside, at, &len) == 0x6240) /* 所在 */
            at = zw_str_find(inside, zw_str_of(words[i].word), at + 1);
        if (at < r->end && zw_str_starts((zw_str){ inside.at + at, r->end - at }, ZW_STR("其他")))
            continue; /* 到其他城市居住半年 */
        if (at < r->end && r->end - at >= (words[i].least + 1) * strlen("在"))
            r->start = at + strlen("在");
    }
}

/* 公安机关应当在七日以内, 自受理之日起三十日内: whoever must keep it is not what it measures. */
static bool is_deadline(const zw_figure_view *v, zw_range r)
{
    bool age = v->n->unit && zw_str_ends(v->n->unit->word, ZW_STR("岁")); /* 年龄在45周岁以下 */
    return !age && v->within && zw_figure_view_listed(v, LIST_DEADLINE, MATCH_END, r);
}

/* 失地农民、在城镇就业居住5年以上人员: each of the list has its own bound. */
static void last_of_list(const zw_figure_view *v, zw_range *r)
{
    zw_str text = { zw_figure_text_of(v).at, r->end };
    for (size_t at = r->start; (at = zw_str_find(text, ZW_STR("、"), at)) < r->end;) {
        at += strlen("、");
        if (r->end - at > 2 * strlen("、"))
            r->start = at;
    }
}

/* 财政每年安排|奖补资金8000万元: who gives is no part of what is given. */
static void behind_giver(const zw_figure_view *v, zw_range *r)
{
    bool timed = v->n->unit && v->n->unit->flags & UNIT_TIME;
    for (size_t i = v->n->token; i-- > v->first;) {
        const zw_token *t = &v->scan->lex.tokens.at[i];
        if (t->at.start < r->start)
            return;
        if (t->kind == TK_CUE && t->cue->kinds & CUE_GIVE && t->at.end <= r->end &&
            !(timed && is_compound(v, (zw_range){ t->at.end, r->end }))) { /* 发放时间 */
            r->start = t->at.end;
            return;
        }
    }
}

/* 自有产权住房积20分: the verb of points. */
static void drop_score(const zw_figure_view *v, zw_range *r)
{
    static const char *const verbs[] = {
        "积", "计", "得", "加", "扣", "记", "可积", "可得", "可加"
    };
    if (!v->n->unit || !zw_str_eq(v->n->unit->word, ZW_STR("分")))
        return;
    for (size_t i = sizeof verbs / sizeof *verbs; i-- > 0;) {
        if (ends_with(v, *r, verbs[i])) {
            r->end -= strlen(verbs[i]);
            return;
        }
    }
}

/* 此后每年提高5个百分点: the words say how often, not what. */
static bool is_yearly(const zw_figure_view *v, zw_range r)
{
    return zw_figure_view_listed(v, LIST_YEARLY, MATCH_WHOLE, r);
}

/* 全区约200平方公里管线普查: the whole place is no indicator. */
static bool is_whole(const zw_figure_view *v, zw_range r)
{
    uint32_t kind;
    return zw_trie_get(v->scan->lex.rules->places, zw_str_slice(zw_figure_text_of(v), r), &kind) &&
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
    if (r.end - r.start > 3 * ZW_INDICATOR_BYTES)
        r.start = zw_utf8_boundary(zw_figure_text_of(v), r.end - 3 * ZW_INDICATOR_BYTES);
    bool bar = v->limits || v->before & CUE_FULL;
    if (bar && v->n->unit && v->n->unit->flags & UNIT_TIME) {
        last_of_list(v, &r);
        behind_preposition(v, &r);
        if (is_deadline(v, (zw_range){ r.start, v->n->at.start }))
            r.start = r.end;
    }
    size_t since = zw_str_find((zw_str){ zw_figure_text_of(v).at, r.end }, ZW_STR("之日起"),
                               r.start);
    if (since < r.end) /* 自手术之日起准予休假七天 */
        r.start = since + strlen("之日起");
    behind_giver(v, &r);
    drop_score(v, &r);
    zw_figure_strip(v, &r);
    drop_description(v, &r);
    zw_figure_strip(v, &r);
    if (is_yearly(v, r) || is_whole(v, r))
        r.start = r.end;
    return r;
}

/* The bracket that closes the one at token `open`; `open` itself where none does in the clause. */
static size_t close_of(const zw_figure_view *v, size_t open)
{
    const zw_token *tokens = v->scan->lex.tokens.at;
    for (size_t i = open + 1; i < v->end; i++) {
        if (tokens[i].kind == TK_CLOSE && tokens[i].depth == tokens[open].depth &&
            tokens[i].at.end <= v->clause.end)
            return i;
    }
    return open;
}

/* Where the noun phrase behind the number ends: at its clause's end, or before 和 or 、 that lead
 * to the next number (2个地区中心城市和…10个县域中心城市). */
static size_t right_end(const zw_figure_view *v)
{
    zw_str text = zw_figure_text_of(v);
    size_t end = v->clause.end;
    for (size_t i = v->n->token + 1; i < v->end; i++) {
        const zw_token *t = &v->scan->lex.tokens.at[i];
        if (t->at.start < v->right_start || t->depth > v->scan->lex.tokens.at[v->n->token].depth)
            continue;
        if (t->kind == TK_OPEN) {
            size_t close = close_of(v, i);
            zw_str rest = { text.at + v->scan->lex.tokens.at[close].at.end,
                            end - v->scan->lex.tokens.at[close].at.end };
            if (close == i || !zw_str_starts(rest, ZW_STR("的")))
                return t->at.start;
            i = close; /* 2万农村居民（含外来人口）的市民化 */
            continue;
        }
        if (t->kind != TK_NUMBER)
            continue;
        const zw_figure_number *n = &v->scan->lex.numbers.at[t->index];
        bool one = n->unit && n->unit->flags & UNIT_COUNT && n->value.low == 1;
        if (n->reject && one && t->at.end == v->clause.end) /* 30万千瓦的核电站一个 */
            return t->at.start;
        if (n->reject)
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
    bool distributed = (!v->n->shown || (v->n->unit && v->n->unit->family == FAMILY_MONEY)) &&
                       zw_figure_holds(v, (zw_range){ v->clause.start, v->n->at.start }, "分别");
    for (int i = 0; i < 8; i++) {
        size_t next = last.n->token + 1;
        next += last.after != NULL;
        next += distributed && next < last.end && last.scan->lex.tokens.at[next].kind == TK_LIST;
        if (next >= last.end || last.scan->lex.tokens.at[next].kind != TK_NUMBER)
            break;
        const zw_token *t = &last.scan->lex.tokens.at[next];
        zw_range gap = { last.behind, t->at.start };
        /* 处5万元以上20万元以下的罚款 */
        bool goes_on = zw_range_len(gap) == 0 && last.after;
        bool linked = zw_figure_holds(v, gap, "或") || zw_figure_holds(v, gap, "至");
        if (!linked && distributed) /* 分别给予100万元、50万元奖励 */
            linked = zw_figure_holds(v, gap, "、") || zw_figure_holds(v, gap, "和");
        if (!goes_on && (zw_range_len(gap) > strlen("以及") || !linked))
            break;
        zw_figure_number *n = &last.scan->lex.numbers.at[t->index];
        zw_figure_view_set(&last, last.scan, n);
    }
    return last;
}

/* 燃煤锅炉全部淘汰: of what is bounded only the noun. */
static size_t cut_predicate(const zw_figure_view *v, zw_range r)
{
    size_t len;
    for (size_t at = r.start; at < r.end; at += len) {
        zw_utf8_at(zw_figure_text_of(v), at, &len);
        bool far = at >= r.start + 2 * strlen("的");
        if (far && zw_figure_view_listed(v, LIST_PREDICATE, MATCH_START, (zw_range){ at, r.end }))
            return at;
    }
    return r.end;
}

/* 按照“500米成园”要求, 15分钟医疗圈的要求: what is asked for, not the asking. */
static void cut_quoted(const zw_figure_view *v, zw_range *r)
{
    zw_str inside = { zw_figure_text_of(v).at, r->end };
    size_t close = zw_str_find(inside, ZW_STR("”"), r->start);
    if (v->scan->lex.tokens.at[v->n->token].quoted && close < r->end)
        r->end = close;
    size_t asked = zw_figure_view_listed(v, LIST_ASKING, MATCH_END, *r);
    if (zw_range_len(*r) > asked)
        r->end -= asked;
}

zw_range zw_figure_right(const zw_figure_view *of)
{
    zw_figure_view linked = last_linked(of);
    const zw_figure_view *v = &linked;
    zw_str text = zw_figure_text_of(v);
    zw_range r = { v->right_start, right_end(v) };
    if (r.end < r.start)
        r.end = r.start;
    if (r.end - r.start > 2 * ZW_INDICATOR_BYTES)
        r.end = zw_utf8_boundary(text, r.start + 2 * ZW_INDICATOR_BYTES);
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
