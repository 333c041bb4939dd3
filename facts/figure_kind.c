/* Whether a figure is a target, a state, a threshold or none of these. */
#include "base/numeral_part.h"
#include "base/utf8.h"
#include "facts/figure_read.h"

static zw_str text_of(const zw_figure_view *v)
{
    return (zw_str){ v->scan->lex.text.at, v->scan->lex.passage.end };
}

static bool any(const zw_figure_view *v, zw_range r, const char *const *words)
{
    for (; *words; words++) {
        if (zw_figure_holds(v, r, *words))
            return true;
    }
    return false;
}

/* A noun that begins right behind the number, and its 以上 and 的. */
static bool noun_behind(const zw_figure_view *v)
{
    static const char *const verbs[] = { "目标", "要求", "水平", "标准", "比例", "速度", "增长",
                                         "增速", "完成", "达到", "实现", "任务", "时间", NULL };
    zw_range r = zw_figure_right(v);
    size_t len;
    if (v->right_start >= v->clause.end || zw_range_len(r) == 0)
        return false;
    uint32_t c = zw_num_code(text_of(v), v->right_start, &len);
    if (zw_digit_value(c) >= 0) /* 200元以上500元以下罚款 */
        c = zw_num_code(text_of(v), r.start, &len);
    if (!zw_is_han(c))
        return false;
    for (size_t i = 0; verbs[i]; i++) {
        if (zw_str_starts(zw_str_slice(text_of(v), r), zw_str_of(verbs[i])))
            return false;
    }
    return true;
}

/* 66人以上超大班额, 产值超过10亿元的企业, 500米内全覆盖: a bound on the noun behind. A count of
 * that noun (1500家以上的机构, 80%以上政府服务事项) is none. */
static bool bounds_noun(const zw_figure_view *v)
{
    const zw_unit *u = v->n->unit;
    if ((u && u->flags & UNIT_TIME) || v->earlier & CUE_GIVE)
        return false;
    bool bounded = v->limits;
    bool of = v->right_start > v->behind + zw_num_blanks(text_of(v), v->behind, 2);
    if (!bounded && !(v->before & CUE_CMP && (of || v->n->value.flags & ZW_NUM_BARE)))
        return false;
    if (v->n->value.kind != ZW_NUM_CARDINAL || !noun_behind(v))
        return false;
    if (u && u->flags & UNIT_COUNT && u->family != FAMILY_PEOPLE)
        return false;
    if (u && u->family == FAMILY_PEOPLE) {
        zw_range right = zw_figure_right(v);
        const char *people = zw_figure_noun_unit(v, right);
        return !people;
    }
    return true;
}

/* 年龄不超过45周岁: an age always tells whom. */
static bool is_age(const zw_figure_view *v)
{
    return v->n->unit && zw_str_ends(v->n->unit->word, ZW_STR("岁")) &&
           (v->limits || v->before & CUE_CMP);
}

/* 近5年内无犯罪记录, 最近连续3个纳税年度内: what is looked back on. */
static bool is_window(const zw_figure_view *v)
{
    static const char *const lacks[] = { "无", "未", "没有", "不存在", "曾", "有过", NULL };
    zw_str head = { text_of(v).at + v->clause.start, v->n->at.start - v->clause.start };
    return v->before & CUE_CMP || zw_str_ends(head, ZW_STR("最近")) ||
           zw_str_ends(head, ZW_STR("连续")) ||
           any(v, (zw_range){ v->behind, v->clause.end }, lacks);
}

/* 居住5年以上, 居住十五日以下的, 三十日内办理签注的: times that tell whom or when. 三十日内办结 is
 * to be kept to. */
static bool bounds_time(const zw_figure_view *v)
{
    static const char *const starts[] = { "之日起", "自", "收到", "接到", "届满", "逾期", NULL };
    if (!v->n->unit || !(v->n->unit->flags & UNIT_TIME) || v->object)
        return false;
    if (v->limits && !v->within)
        return true;
    if (v->within)
        return zw_str_ends(zw_str_trim(zw_str_slice(text_of(v), v->clause)), ZW_STR("的")) ||
               is_window(v);
    return any(v, (zw_range){ v->clause.start, v->n->at.start }, starts);
}

/* 面积在300平方米以内的，给予补贴: a clause that ends with 的 right behind its bound is a case. */
static bool ends_case(const zw_figure_view *v)
{
    bool of = v->right_start > v->behind + zw_num_blanks(text_of(v), v->behind, 2);
    bool bounded = v->limits || v->before & (CUE_CMP | CUE_LEVEL);
    return of && bounded && v->right_start == v->clause.end && v->end < v->scan->lex.tokens.n &&
           v->scan->lex.tokens.at[v->end].stop == STOP_CLAUSE;
}

/* 公交站点500米内全覆盖: how near a thing must be to count. */
static bool is_reach(const zw_figure_view *v)
{
    return v->n->unit && v->n->unit->family == FAMILY_LENGTH &&
           zw_figure_holds(v, (zw_range){ v->behind, v->clause.end }, "覆盖");
}

static bool is_time(const zw_figure_view *v)
{
    return v->n->unit && v->n->unit->flags & UNIT_TIME;
}

static bool is_past(const zw_figure_view *v)
{
    int year = v->date ? v->date->to.year : 0;
    if (!year || !v->scan->year || v->date->before)
        return false;
    return year < v->scan->year || (year == v->scan->year && (v->before | v->earlier) & CUE_BASE);
}

static bool is_coming(const zw_figure_view *v)
{
    int year = v->date ? v->date->to.year : 0;
    if (!year || !v->date_here)
        return false;
    if (v->scan->review && !v->forward && year <= v->scan->year)
        return false;
    if (v->scan->year)
        return year >= v->scan->year;
    if ((v->before | v->earlier) & CUE_BASE && !v->forward) /* 2015年底，全市尚有棚户区2万户 */
        return false;
    return v->forward || v->scan->heading == ZW_KIND_TARGET || !v->scan->preamble;
}

static zw_figure_kind by_date(const zw_figure_view *v)
{
    if ((is_past(v) && v->date_here) ||
        (v->scan->sentence_until && v->date == v->scan->sentence_date))
        return ZW_KIND_BASELINE;
    return is_coming(v) ? ZW_KIND_TARGET : ZW_KIND_OTHER;
}

/* 达到2980亿元，同比增长11%: only what is over can be compared so. */
static bool compares_behind(const zw_figure_view *v)
{
    static const char *const words[] = { "同比", "比上年", "比去年", "较上年", "较去年", "环比" };
    zw_str rest = { text_of(v).at + v->clause.end, v->scan->lex.passage.end - v->clause.end };
    size_t len;
    if (!rest.n || (v->before | v->earlier) & CUE_TARGET)
        return false;
    zw_utf8_at(rest, 0, &len);
    rest = (zw_str){ rest.at + len, rest.n - len };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (zw_str_starts(rest, zw_str_of(words[i])))
            return true;
    }
    return false;
}

static zw_figure_kind by_cue(const zw_figure_view *v)
{
    unsigned cues = v->before | v->earlier;
    static const char *const done[] = { "了", "同比", NULL };
    if (cues & CUE_BASE || any(v, v->clause, done) || compares_behind(v))
        return ZW_KIND_BASELINE;
    if (cues & CUE_TARGET)
        return ZW_KIND_TARGET;
    return ZW_KIND_OTHER;
}

static zw_figure_kind by_place(const zw_figure_view *v)
{
    if (v->scan->heading != ZW_KIND_OTHER)
        return v->scan->heading;
    bool summed = !v->date && !(v->before & CUE_CMP) &&
                  zw_figure_holds(v, (zw_range){ v->clause.start, v->n->at.start }, "累计");
    return v->scan->preamble || v->scan->review || summed ? ZW_KIND_BASELINE : ZW_KIND_OTHER;
}

/* 打造10个小镇: the clause is an order. */
static bool is_ordered(const zw_figure_view *v)
{
    return (v->before | v->earlier) & (CUE_DO | CUE_FAR);
}

/* 53个建制镇: a count that nothing orders only tells what there is. */
static bool is_count(const zw_figure_view *v)
{
    return v->object && v->n->unit && v->n->unit->flags & UNIT_COUNT;
}

/* 本科80分, 每次积2分: what a table of points gives. */
static bool gives_points(const zw_figure_view *v)
{
    return v->n->unit && zw_str_eq(v->n->unit->word, ZW_STR("分")) && !v->limits &&
           !(v->before & CUE_CMP && v->cmp == ZW_CMP_GE);
}

/* 15个工作日内审核完毕, 五日内报送: a limit for whoever has to act. 五年内 of a plan is none. */
static bool is_deadline(const zw_figure_view *v)
{
    bool of = v->right_start > v->behind + zw_num_blanks(text_of(v), v->behind, 2);
    bool years = v->n->unit && zw_str_eq(v->n->unit->word, ZW_STR("年"));
    /* 时间压缩至6日以内 is a level, 在15日内完成 is not */
    zw_str head = { text_of(v).at + v->clause.start, v->n->at.start - v->clause.start };
    bool led = v->before & (CUE_LEVEL | CUE_CMP | CUE_MINUS) && !zw_str_ends(head, ZW_STR("在"));
    return is_time(v) && v->within && !led && !v->object && !of && (!years || v->scan->law);
}

zw_figure_kind zw_figure_kind_find(zw_figure_view *v)
{
    if (v->from)
        return ZW_KIND_BASELINE;
    if (v->before & CUE_FULL || (v->each && v->n->value.low <= 1) || is_age(v) || bounds_time(v) ||
        ends_case(v) || v->grants || v->sized || bounds_noun(v) || is_reach(v))
        return ZW_KIND_CONDITION;
    if (!v->after && zw_figure_holds(v, (zw_range){ v->clause.start, v->n->at.start }, "有效期"))
        return ZW_KIND_OTHER;
    if (is_deadline(v))
        return ZW_KIND_TARGET;
    if (v->scan
            ->law) /* 拘传的时间不得超过十二小时 is to be kept to; a fine is for whom it concerns */
        return (v->before & CUE_CMP && !v->limits && !noun_behind(v)) || gives_points(v)
                   ? ZW_KIND_TARGET
                   : ZW_KIND_CONDITION;
    zw_figure_kind kind = by_date(v);
    if (kind == ZW_KIND_OTHER)
        kind = by_cue(v);
    bool led = v->before & (CUE_LEVEL | CUE_CMP | CUE_PLUS | CUE_MINUS);
    if (is_time(v) && !v->object && !led) /* but 审查周期压缩至18个月 */
        return kind == ZW_KIND_BASELINE ? kind : ZW_KIND_OTHER;
    if (kind == ZW_KIND_OTHER)
        kind = by_place(v);
    if (kind == ZW_KIND_OTHER && (v->before & (CUE_CMP | CUE_LEVEL | CUE_PLUS | CUE_MINUS) ||
                                  v->limits || is_ordered(v) || !is_count(v)))
        kind = ZW_KIND_TARGET;
    return kind;
}
