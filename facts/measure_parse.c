#include "facts/measure_parse.h"

#include "base/utf8.h"
#include "facts/measure_cursor.h"

/* Behind the verbs that share the object: 建立 健全, 鼓励 和 引导. */
static size_t object_start(const zw_cursor *c)
{
    static const char *const joins[] = { "和", "、", "与", "并", NULL };
    size_t at = c->verb + c->verb_len, len;
    for (;;) {
        size_t join = zw_cursor_any(c, at, joins);
        const zw_measure_word *w = zw_cursor_verb(c, at + join, &len);
        bool noun = w && w->kinds & ZW_W_WEAK && at + join + len == c->text.n; /* 开展 试点 */
        if (!w || noun)
            return at;
        at += join + len;
    }
}

/* Without the responsibility parentheses behind: …改造（市住建委牵头，…）. */
static size_t object_end(const zw_cursor *c, size_t start)
{
    static const char *const roles[] = { "牵头", "负责", "责任", "配合", "单位", "落实", NULL };
    for (size_t i = start; i < c->text.n;) {
        size_t closed = zw_bracket_end(c->text, i);
        if (closed == c->text.n && (c->text.at[i] == '(' || zw_cursor_starts(c, i, "（")))
            for (size_t at = i; at < closed; at = zw_cursor_step(c, at))
                if (zw_cursor_any(c, at, roles))
                    return i;
        i = closed ? closed : zw_cursor_step(c, i);
    }
    return c->text.n;
}

static bool digit_behind(const zw_cursor *c, size_t at, size_t end)
{
    size_t len;
    at = zw_cursor_skip_bullets(c, at);
    return at < end && zw_is_digit(zw_utf8_at(c->text, at, &len));
}

/* Whether a number follows a word of level: 覆盖率 达到 95%, 比例 不低于 30%; but 配建 幼儿园
 * 不少于 12所 builds. */
static bool states_level(const zw_cursor *c, size_t start, size_t end)
{
    for (size_t i = start; i < end; i = zw_cursor_step(c, i)) {
        size_t n = zw_measure_end_at(c->words, c->text, i, ZW_END_LEVEL);
        if (n && i > start && digit_behind(c, i + n, end))
            return true;
        zw_str before = { c->text.at + start, i - start };
        n = zw_measure_end_at(c->words, c->text, i, ZW_END_BOUND);
        if (n && digit_behind(c, i + n, end) && zw_measure_ends(c->words, before, ZW_END_GAUGE))
            return true;
    }
    return false;
}

static size_t chars(const zw_cursor *c, size_t start, size_t end)
{
    return start < end ? zw_utf8_count((zw_str){ c->text.at + start, end - start }) : 0;
}

/* 管理 标准 is a noun, 严格 管理 …, 规划 建设 …, 控制 …的… are verbs with objects. */
static bool shows_verb(const zw_cursor *c, size_t object, size_t end)
{
    static const char *const marks[] = { "的", "、", "一批", "一", "等", "“", "《", NULL };
    if (c->led || c->phrase || c->fronted || c->modal || object > c->verb + c->verb_len)
        return true;
    if (chars(c, object, end) < 5)
        return false;
    for (size_t i = object; i < end; i = zw_cursor_step(c, i))
        if (zw_cursor_any(c, i, marks))
            return true;
    return false;
}

/* 形成以 … 为枢纽， 由 … 任组长，: the object's noun is still to come. */
static bool is_open_object(const zw_cursor *c, size_t end)
{
    static const char *const openers[] = { "以", "由", "集", NULL };
    size_t object = object_start(c);
    if (!zw_cursor_any(c, object, openers))
        return false;
    for (size_t i = object; i < end; i = zw_cursor_step(c, i))
        if (zw_cursor_starts(c, i, "的"))
            return false;
    return true;
}

/* 作为, 用于, 列为 without 将 … say what something is, not what is done; 纳入 and 提供 can. */
static bool needs_front(const zw_cursor *c)
{
    static const char *const bound[] = { "作为", "为", "成", "于", "在", "到", "至", "向", NULL };
    zw_str verb = { c->text.at + c->verb, c->verb_len };
    if (!(c->word->kinds & ZW_W_BA) || c->fronted || c->joins)
        return false;
    for (size_t i = 0; bound[i]; i++)
        if (zw_str_ends(verb, zw_str_of(bound[i])))
            return true;
    return false;
}

/* 制定 本方案, 提出 如下意见: the document speaks of itself. */
static bool names_document(const zw_cursor *c, size_t object, size_t end)
{
    enum { LONGEST = 10 }; /* characters: 本实施方案 */
    static const char *const self[] = { "本", "如下", "以下", NULL };
    return zw_cursor_any(c, object, self) > 0 && chars(c, object, end) < LONGEST &&
           !zw_cursor_starts(c, object, "本地") && !zw_cursor_starts(c, object, "本区域");
}

/* 鼓励 民间资本 以 独资、合资 等方式，: a pivot whose clause ends with the manner. */
static bool awaits_verb(const zw_cursor *c, const zw_clause *clause)
{
    static const char *const manners[] = { "方式", "形式", "途径", "模式", "渠道", NULL };
    static const char *const openers[] = { "以", "通过", "采取", "采用", "利用", NULL };
    zw_str whole = { c->text.at, clause->at.end };
    bool manner = false, opened = false;
    for (size_t i = 0; manners[i]; i++)
        manner |= zw_str_ends(whole, zw_str_of(manners[i]));
    for (size_t i = object_start(c); manner && i < clause->at.end; i = zw_cursor_step(c, i))
        opened |= i > object_start(c) && zw_cursor_any(c, i, openers) > 0;
    return c->word->kinds & ZW_W_PIVOT && !clause->last && opened;
}

/* Whether the clause with its verb says something to be done. */
static bool is_task(const zw_cursor *c, const zw_measure_parser *p, const zw_clause *clause,
                    bool heading, size_t end)
{
    size_t object = object_start(c);
    zw_str whole = { c->text.at + c->start, end - c->start };
    if (!c->fronted && object < end && zw_cursor_skip_time(c, object) == end)
        return false; /* 争取 到2017年 */
    if (!c->fronted && !p->condition && chars(c, object, end) < 2 &&
        chars(c, c->verb + c->verb_len, end) < 4)
        return false; /* 贯彻 落实; but 强化 扩面征缴 has an object made of verbs */
    if (!is_open_object(c, end) && !awaits_verb(c, clause) &&
        zw_measure_ends(c->words, whole, ZW_END_EBB | ZW_END_EMPTY))
        return false;
    if (c->word->kinds & ZW_W_WEAK && !shows_verb(c, object, end))
        return false;
    if (!(c->word->kinds & ZW_W_PIVOT) && states_level(c, c->verb + c->verb_len, end))
        return false;
    if (needs_front(c) || names_document(c, object, end))
        return false;
    if (c->whole)
        return clause->last; /* 利用 甲平台，开展 乙: only a means */
    if (c->word->kinds & ZW_W_MEANS && !c->fronted)
        return heading || c->effort || clause->first || (clause->last && c->led);
    if (c->fronted && zw_cursor_starts(c, c->start, "为") && !c->led && !c->modal)
        return heading || clause->first; /* …，为 试点 提供 支撑 is what it is for */
    if ((c->word->kinds & ZW_W_RESULT || c->tail) && !c->fronted)
        return heading || c->effort || !p->body || c->modal || c->timed || p->timed ||
               zw_measure_ends(c->words, whole, ZW_END_DELIVER);
    return true;
}

static bool opens_condition(const zw_cursor *c, zw_range clause)
{
    static const char *const openers[] = { "凡", "对于", "对", NULL };
    zw_str whole = { c->text.at + clause.start, clause.end - clause.start };
    return zw_cursor_any(c, clause.start, openers) > 0 ||
           (zw_cursor_last_attribute(c, clause.start) > clause.start &&
            zw_measure_ends(c->words, whole, ZW_END_WHO));
}

static bool has_attribute(const zw_cursor *c, zw_range clause)
{
    size_t of = zw_str_find(c->text, ZW_STR("的"), clause.start);
    return of < clause.end && of + strlen("的") < clause.end;
}

/* A clause without a task may bring the noun that the measure before it waits for. */
static zw_measure_reading close_object(zw_measure_parser *p, const zw_cursor *c,
                                       const zw_clause *clause, zw_measure_found *found)
{
    enum { MOST = 3 }; /* clauses that an object may run on */
    if (!p->open || clause->first || ++p->run > MOST) {
        p->open = false;
        return ZW_MEASURE_NONE;
    }
    if (!has_attribute(c, clause->at))
        return ZW_MEASURE_NONE;
    p->open = false;
    found->at.end = clause->at.end;
    return ZW_MEASURE_LONGER;
}

/* 对于 …的人员，可以 …; 对 …的企业，给予 …: the clause says what they may or get. */
static bool hands_over(const zw_cursor *c)
{
    return c->modal || (c->word && c->word->kinds & (ZW_W_BA | ZW_W_LIGHT));
}

static bool defines(const zw_cursor *c, zw_range clause)
{
    for (size_t i = clause.start; i < clause.end; i = zw_cursor_step(c, i))
        if (zw_measure_end_at(c->words, c->text, i, ZW_END_DEFINES))
            return true;
    return false;
}

/* 报告 强调，…; 会议 指出，…: what is said is no task of this document. */
static bool reports(const zw_cursor *c, const zw_clause *clause)
{
    zw_str whole = { c->text.at + clause->at.start, clause->at.end - clause->at.start };
    return !clause->last && zw_measure_ends(c->words, whole, ZW_END_SAYS);
}

/* 推广应用 …，是 … 的需要: the clause before was what this one speaks about. */
static bool states_of_subject(const zw_measure_parser *p, const zw_cursor *c,
                              const zw_clause *clause)
{
    static const char *const copulas[] = { "是", "既是", "不仅是", "也是", "就是", NULL };
    return p->subject && !clause->first && zw_cursor_any(c, clause->at.start, copulas) > 0;
}

zw_measure_reading zw_measure_parse(zw_measure_parser *p, zw_str text, const zw_clause *clause,
                                    bool heading, zw_measure_found *found)
{
    zw_cursor c = { .words = p->words,
                    .text = { text.at, clause->at.end },
                    .at = clause->at.start,
                    .subject = SIZE_MAX };
    if (clause->first)
        p->body = p->fronted = p->condition = p->timed = p->reported = p->manner = false;
    bool undone = states_of_subject(p, &c, clause);
    p->subject = false;
    p->reported |= reports(&c, clause);
    if (undone || p->reported) {
        p->body = true;
        p->open = p->undisposed = p->fronted = p->condition = p->manner = false;
        return undone ? ZW_MEASURE_UNDONE : ZW_MEASURE_NONE;
    }
    zw_reading r = zw_cursor_read(&c);
    bool fronted = p->fronted, condition = p->condition && hands_over(&c);
    size_t from = p->from;
    p->fronted = r == ZW_READ_FRONTED && !zw_cursor_starts(&c, c.start, "对");
    p->timed |= r == ZW_READ_LEAD && c.timed;
    p->condition = r == ZW_READ_VERB ? condition
                                     : (r == ZW_READ_NOTHING || r == ZW_READ_FRONTED) &&
                                           opens_condition(&c, clause->at);
    p->from = clause->at.start;
    if (r == ZW_READ_FRONTED)
        p->from = c.start;
    if (r != ZW_READ_VERB) {
        p->body |= r != ZW_READ_LEAD;
        p->undisposed = false;
        return close_object(p, &c, clause, found);
    }
    size_t end = object_end(&c, c.verb);
    if (p->manner) { /* …，参与 公益事业: the verb that was waited for */
        p->manner = false;
        *found = (zw_measure_found){ { clause->at.start, end }, NULL, c.rule };
        return ZW_MEASURE_LONGER;
    }
    c.joins = fronted || p->undisposed;
    if (c.phrase && !c.fronted)
        c.rule = "phrase-verb";
    bool ok = !defines(&c, clause->at) && is_task(&c, p, clause, heading, end);
    p->body = true;
    p->timed = p->condition = false;
    bool disposes = c.word->kinds & ZW_W_BA && c.verb == clause->at.start;
    if (ok && p->undisposed && disposes && !clause->first) { /* 将…推进情况，纳入 … 考核 */
        p->undisposed = false;
        *found = (zw_measure_found){ { clause->at.start, end }, c.word->text, c.rule };
        return ZW_MEASURE_LONGER;
    }
    p->undisposed = ok && c.fronted && !(c.word->kinds & ZW_W_BA) &&
                    !zw_cursor_starts(&c, c.start, "对");
    p->open = ok && !clause->last && is_open_object(&c, end);
    p->run = 0;
    if (!ok)
        return ZW_MEASURE_NONE;
    p->subject = true;
    p->manner = awaits_verb(&c, clause);
    size_t start = c.subject < c.start ? c.subject : c.start;
    if ((fronted && c.word->kinds & ZW_W_BA) || condition)
        start = from;
    *found = (zw_measure_found){ { start, end }, c.word->text, heading ? "heading" : c.rule };
    return ZW_MEASURE_FOUND;
}
