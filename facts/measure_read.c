#include "base/utf8.h"
#include "facts/clause.h"
#include "facts/measure_cursor.h"

/* Whether one of the closers of a preposition stands at `at`; its length. */
static size_t closer_at(const zw_cursor *c, zw_str closers, size_t at)
{
    size_t best = 0;
    for (size_t i = 0; i < closers.n;) {
        size_t end = i;
        while (end < closers.n && closers.at[end] != ' ')
            end++;
        zw_str one = { closers.at + i, end - i }, rest = { c->text.at + at, c->text.n - at };
        if (one.n > best && zw_str_starts(rest, one))
            best = one.n;
        i = end + 1;
    }
    return best;
}

/* The end of a prepositional phrase whose preposition ends at `at`: behind the first closer that is
 * followed by a verb or the clause's end. SIZE_MAX when there is none. */
static size_t phrase_end(const zw_cursor *c, zw_str closers, size_t at)
{
    while (at < c->text.n) {
        size_t closed = zw_bracket_end(c->text, at);
        if (closed) {
            at = closed;
            continue;
        }
        size_t n = closer_at(c, closers, at);
        if (n && (at + n == c->text.n || zw_cursor_task(c, at + n)))
            return at + n;
        at = zw_cursor_step(c, at);
    }
    return SIZE_MAX;
}

static zw_reading take(zw_cursor *c, const zw_measure_word *w, size_t at, size_t len,
                       const char *rule)
{
    c->word = w;
    c->verb = at;
    c->verb_len = len;
    if (!c->fronted)
        c->start = at;
    c->rule = rule;
    return ZW_READ_VERB;
}

/* 通过 建设 … 项目: a verb right behind; 依托 … 发展 …: the first verb further on that no list goes
 * on behind (围绕 道路、绿化、公共服务 等项目 has none). */
static zw_reading read_open_phrase(zw_cursor *c, const zw_measure_word *preposition, size_t at)
{
    static const char *const lists[] = { "、", "和", "与", "及", "等", NULL };
    const zw_measure_word *w;
    size_t len;
    if (preposition->open == ZW_OPEN_NEXT && zw_cursor_verb(c, at, &len)) {
        c->at = at;
        c->phrase = true;
        return ZW_READ_LEAD;
    }
    while (preposition->open == ZW_OPEN_ANY) {
        size_t verb = zw_cursor_find_verb(c, at, &w, &len);
        if (verb == SIZE_MAX)
            break;
        if (verb > at && (c->modal || !(w->kinds & ZW_W_WEAK)) &&
            !zw_cursor_any(c, verb + len, lists)) {
            c->at = verb;
            c->phrase = true;
            return ZW_READ_LEAD;
        }
        at = verb + len;
    }
    c->at = c->text.n;
    return ZW_READ_LEAD;
}

/* How likely a verb behind 将 … is the one that disposes of the object. */
enum { IN_ATTRIBUTE = 1, WEAK_BEHIND, BEHIND, DISPOSES_IN_ATTRIBUTE, DISPOSES };

static int fronted_grade(const zw_measure_word *w, bool in_attribute)
{
    if (w->kinds & (ZW_W_BA | ZW_W_LIGHT))
        return in_attribute ? DISPOSES_IN_ATTRIBUTE : DISPOSES;
    if (in_attribute)
        return IN_ATTRIBUTE;
    return w->kinds & ZW_W_WEAK ? WEAK_BEHIND : BEHIND; /* 对 政务服务 开展 评估 */
}

/* Behind 要, 应当 … that has its task behind it (对 不合理限制 要 坚决 清理), else `at`. */
static size_t behind_modal(zw_cursor *c, size_t at)
{
    for (size_t i = at, len; i < c->text.n;) {
        const zw_measure_word *w = zw_cursor_word(c, i, &len);
        if (w && w->kinds & ZW_W_MODAL && zw_cursor_task(c, i + len)) {
            c->modal = true;
            return i + len;
        }
        size_t closed = zw_bracket_end(c->text, i);
        i = closed ? closed : w ? i + len : zw_cursor_step(c, i);
    }
    return at;
}

/* 对 已 列入 规划 的 项目, 将 从事 快递 的 人员: a verb that opens the object is its attribute, up
 * to 的. Without 的 before `of`, or with anything in front of the verb, `at`. */
static size_t behind_attribute(const zw_cursor *c, size_t at, size_t of)
{
    static const char *const done[] = { "已经", "已", "未", "拟", "尚未", NULL };
    size_t verb = at + zw_cursor_any(c, at, done), len;
    if (c->modal || !zw_cursor_verb(c, verb, &len))
        return at;
    size_t end = zw_str_find(c->text, ZW_STR("的"), verb);
    return end <= of && end < c->text.n ? end + strlen("的") : at;
}

/* 将 … 纳入 …, 对 … 进行 评估: the verb that disposes of the fronted object; what stands in an
 * attribute (将 建立劳动关系 的 农民工 …) or a list (将 开发区转型 等任务) is part of the object.
 */
static zw_reading read_fronted(zw_cursor *c, size_t at)
{
    static const char *const lists[] = { "、", "等", "和", "与", "及", NULL };
    const zw_measure_word *w, *best = NULL;
    size_t len, best_len = 0, verb = 0, of = zw_cursor_last_attribute(c, at);
    int grade = 0;
    at = behind_attribute(c, behind_modal(c, at), of);
    for (size_t i = at; grade < DISPOSES && (i = zw_cursor_find_verb(c, i, &w, &len)) != SIZE_MAX;
         i += len) {
        bool adverb = w->kinds & ZW_W_EITHER && zw_cursor_task(c, i + len); /* 统筹 安排 */
        int g = adverb || zw_cursor_any(c, i + len, lists) ? 0 : fronted_grade(w, i < of);
        if (g > grade) {
            grade = g;
            best = w;
            best_len = len;
            verb = i;
        }
    }
    if (grade <= IN_ATTRIBUTE)
        return ZW_READ_FRONTED;
    if (best->kinds & ZW_W_LIGHT) { /* 进行 评估: 评估 is what is done */
        const zw_measure_word *next = zw_cursor_verb(c, verb + best_len, &len);
        if (next)
            return take(c, next, verb + best_len, len, "fronted-light");
    }
    return take(c, best, verb, best_len, "fronted");
}

/* 市公安局, 各市、县（区）: who acts, and stays out of the measure. */
static bool is_actor(const zw_cursor *c, zw_str subject)
{
    return zw_str_starts(subject, ZW_STR("各")) || zw_measure_ends(c->words, subject, ZW_END_ACTOR);
}

/* 各地 治安户政、交通 管理 等部门: a verb with a list's end behind belongs to a name. */
static bool names_actor(const zw_cursor *c, const zw_measure_word *w, size_t behind)
{
    static const char *const ends[] = { "等", "、", "部门", "机关", "机构", "单位", NULL };
    return w->kinds & ZW_W_WEAK && zw_cursor_any(c, behind, ends) > 0;
}

/* 市公安局 建立 …, 各县区 要 加强 …: finds the verb behind a subject. */
static zw_reading read_subject(zw_cursor *c)
{
    enum { SUBJECT_MAX = 180 }; /* bytes */
    size_t begin = c->at, len;
    for (size_t i = begin; i < c->text.n && i - begin < SUBJECT_MAX;) {
        const zw_measure_word *w = zw_cursor_word(c, i, &len);
        zw_str subject = { c->text.at + begin, i - begin };
        bool actor = i > begin && w && is_actor(c, subject);
        if (w && i > begin && w->kinds & ZW_W_MODAL && zw_cursor_task(c, i + len)) {
            c->at = i + len;
            c->modal = true;
            c->subject = actor ? SIZE_MAX : begin;
            return ZW_READ_LEAD;
        }
        if (actor && !names_actor(c, w, i + len) && zw_cursor_task(c, i)) {
            c->at = i;
            return ZW_READ_LEAD;
        }
        size_t closed = zw_bracket_end(c->text, i);
        i = closed ? closed : w ? i + len : zw_cursor_step(c, i);
    }
    return ZW_READ_NOTHING;
}

/* Whether 将, 把, 对 at the word that ends at `at` fronts an object: 把 推进…的成效 作为 …. 将 with
 * a verb behind is 将来的将 unless something disposes of what stands between (将 开发 的 … 纳入 …);
 * 为 居民 提供 … is fronted, 为 推进 … a purpose.
 */
static bool is_fronting(const zw_cursor *c, size_t at)
{
    size_t len, of = strlen("将");
    bool task = zw_cursor_task(c, at);
    if (zw_cursor_starts(c, at - of, "为")) {
        if (task)
            return false;
    } else if (!zw_cursor_starts(c, at - of, "将") || !zw_cursor_verb(c, at, &len)) {
        return true;
    }
    while (at < c->text.n) {
        const zw_measure_word *w = zw_cursor_word(c, at, &len);
        if (w && w->kinds & ZW_W_BA && zw_cursor_verb(c, at, &len))
            return true;
        at = w ? at + len : zw_cursor_step(c, at);
    }
    return false;
}

/* 推进 甲工作 领导小组 要 发挥 …: the verb belongs to the name of who has to do something. What
 * stands behind 要, or 0. */
static size_t behind_named_actor(const zw_cursor *c, size_t at)
{
    static const char *const modals[] = { "应当", "应", "要", "必须", "须", NULL };
    size_t begin = at;
    for (size_t n; at < c->text.n; at = zw_cursor_step(c, at)) {
        zw_str name = { c->text.at + begin, at - begin };
        if ((n = zw_cursor_any(c, at, modals)) > 0 && zw_cursor_task(c, at + n) &&
            zw_measure_ends(c->words, name, ZW_END_ACTOR))
            return at + n;
    }
    return 0;
}

/* Steps over one word or phrase before the verb; ZW_READ_LEAD: go on. */
static zw_reading read_word(zw_cursor *c, const zw_measure_word *w, size_t len)
{
    size_t behind = c->at + len;
    if (w->kinds & ZW_W_FRONT && is_fronting(c, behind)) {
        c->start = c->at;
        c->fronted = true;
        return read_fronted(c, behind);
    }
    if (w->kinds & ZW_W_COVERB) {
        size_t end = phrase_end(c, w->closers, behind);
        if (end == SIZE_MAX && w->kinds & ZW_W_VERB && !(w->kinds & ZW_W_MEANS))
            return take(c, w, c->at, behind - c->at, "verb");
        if (end == SIZE_MAX) {
            size_t at = c->at;
            zw_reading r = read_open_phrase(c, w, behind);
            c->whole = c->at == c->text.n && w->kinds & ZW_W_MEANS; /* 利用 开发性金融工具 */
            return c->whole ? take(c, w, at, len, "verb") : r;
        }
        c->at = end;
        return ZW_READ_LEAD;
    }
    if (w->kinds & ZW_W_FRONT && w->kinds & ZW_W_NONE)
        return ZW_READ_NOTHING;
    if (w->kinds & ZW_W_EITHER && !zw_cursor_task(c, behind))
        return take(c, w, c->at, behind - c->at, "verb");
    if (w->kinds & (ZW_W_LEADS | ZW_W_MODAL | ZW_W_FRONT)) {
        c->led = true;
        c->effort |= (w->kinds & (ZW_W_PUSH | ZW_W_EITHER)) != 0;
        c->tail |= (w->kinds & ZW_W_TAIL) != 0;
        c->modal |= (w->kinds & ZW_W_MODAL) != 0;
        c->at = behind;
        return ZW_READ_LEAD;
    }
    if (w->kinds & (ZW_W_NONE))
        return ZW_READ_NOTHING;
    size_t task = behind_named_actor(c, behind);
    if (task && !(w->kinds & ZW_W_PIVOT)) {
        c->at = task;
        c->modal = true;
        return ZW_READ_LEAD;
    }
    bool listed = w->kinds & ZW_W_WEAK && !c->led && zw_cursor_starts(c, behind, "、");
    if (!listed && zw_cursor_verb(c, c->at, &len)) /* 规划、国土资源等部门 are a subject */
        return take(c, w, c->at, len, "verb");
    return read_subject(c);
}

zw_reading zw_cursor_read(zw_cursor *c)
{
    bool subject = false;
    for (int words = 0; words < 16; words++) {
        c->at = zw_cursor_skip_bullets(c, c->at);
        if (c->at >= c->text.n)
            return ZW_READ_LEAD;
        size_t len, time = zw_cursor_skip_time(c, c->at);
        if (time > c->at) {
            c->at = time;
            c->timed = true;
            continue;
        }
        const zw_measure_word *w = zw_cursor_word(c, c->at, &len);
        zw_reading r = ZW_READ_NOTHING;
        if (w)
            r = read_word(c, w, len);
        else if (!subject) {
            subject = true;
            r = read_subject(c);
        }
        if (r != ZW_READ_LEAD || (w && w->kinds & ZW_W_COVERB && c->at >= c->text.n))
            return r;
    }
    return ZW_READ_NOTHING;
}
