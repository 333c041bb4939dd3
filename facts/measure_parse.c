#include "facts/measure_parse.h"

#include "base/utf8.h"

/* What a clause turned out to be. */
typedef enum {
    READ_NOTHING, /* no measure in it */
    READ_LEAD,    /* only what leads to a later clause: 到2020年; 按照 … 要求 */
    READ_FRONTED, /* a fronted object without its verb */
    READ_VERB,    /* a verb stands at c->verb */
} reading;

typedef struct {
    const zw_measure_words *words;
    zw_str text;  /* up to the end of the clause */
    size_t at;    /* how far it is read */
    size_t start; /* of the measure: the verb, or what is fronted */
    size_t verb;  /* where the verb stands */
    const zw_measure_word *word;
    size_t verb_len;
    bool effort;    /* 着力, 努力 … stood before the verb */
    bool modal;     /* 要, 应当 … */
    bool tail;      /* 有效, 更好地 … */
    bool timed;     /* 2020年, 年底前 … */
    bool led;       /* an adverb, 要 or a phrase stood before the verb */
    bool phrase;    /* the verb ended an open prepositional phrase */
    bool fronted;   /* 将, 把, 对 */
    size_t subject; /* SIZE_MAX, or where a subject that belongs to the measure starts */
    const char *rule;
} cursor;

static const zw_measure_word *word_at(const cursor *c, size_t at, size_t *len)
{
    return zw_measure_word_at(c->words, c->text, at, len);
}

static bool starts(const cursor *c, size_t at, const char *with)
{
    zw_str rest = { c->text.at + at, c->text.n - at };
    return zw_str_starts(rest, zw_str_of(with));
}

static size_t any_of(const cursor *c, size_t at, const char *const *list)
{
    for (; *list; list++)
        if (starts(c, at, *list))
            return strlen(*list);
    return 0;
}

static size_t step(const cursor *c, size_t at)
{
    size_t len;
    zw_utf8_at(c->text, at, &len);
    return at + len;
}

static bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

/* Behind an item's number that no section knows of: （一）, (1), 3., 二、. */
static size_t skip_number(const cursor *c, size_t at)
{
    static const char *const stops[] = { "、", ".", "．", ")", "）", NULL };
    static const char *const articles[] = { "条", "章", "节", NULL };
    static const char *const numerals[] = { "百", "零", "一", "二", "三", "四", "五",
                                            "六", "七", "八", "九", "十", NULL };
    bool open = starts(c, at, "(") || starts(c, at, "（");
    bool article = starts(c, at, "第");
    size_t i = open || article ? step(c, at) : at, from = i, n, len;
    while (i < c->text.n && (is_digit(zw_narrow(zw_utf8_at(c->text, i, &len))) ||
                             (len = any_of(c, i, numerals)) > 0))
        i += len;
    n = i > from ? any_of(c, i, article ? articles : stops) : 0;
    return n ? i + n : at;
}

/* Behind blanks and the marks that open a line of a list. */
static size_t skip_bullets(const cursor *c, size_t at)
{
    static const char *const bullets[] = { "—",    "–",    "－",   "-",    "•",    "●",    "■",
                                           "◆",    "·",    "*",    "一是", "二是", "三是", "四是",
                                           "五是", "六是", "七是", "八是", NULL };
    while (at < c->text.n) {
        size_t len;
        size_t number = skip_number(c, at);
        if (number > at)
            at = number;
        else if (zw_is_blank(zw_utf8_at(c->text, at, &len)) || (len = any_of(c, at, bullets)) > 0)
            at += len;
        else
            break;
    }
    return at;
}

/* Digits with the marks between them: 2016-2018, 2016—2018. */
static size_t skip_digits(const cursor *c, size_t at)
{
    size_t len;
    while (at < c->text.n) {
        uint32_t ch = zw_narrow(zw_utf8_at(c->text, at, &len));
        if (!is_digit(ch) && !(ch == '-' || ch == 0x2014 || ch == 0x2013 || ch == '~'))
            break;
        at += len;
    }
    return at;
}

/* Behind 2020年, 到2020年底前, 2016—2018年, 10月底前, “十三五”期间, 三年内; `at` when no time is
 * told there. */
static size_t skip_time(const cursor *c, size_t at)
{
    static const char *const before[] = { "截至", "到", "至", "自", "从", "于", "在", "每", NULL };
    static const char *const whole[] = {
        "“十", "\"十", "十二五", "十三五", "十四五", "十五五", NULL
    };
    static const char *const years[] = { "一年", "两年", "二年", "三年",     "四年",
                                         "五年", "六年", "十年", "三至五年", NULL };
    static const char *const units[] = { "年度", "年", "月份",     "月", "日",
                                         "季度", "周", "个工作日", NULL };
    static const char *const tails[] = { "底",   "末",   "初",   "内",   "以前", "之前",
                                         "前",   "以内", "期间", "时期", "间",   "起",
                                         "上半", "下半", "到",   "至",   "开始", NULL };
    size_t i = at + any_of(c, at, before), n = any_of(c, i, whole);
    if (n) {
        while (i < c->text.n && !starts(c, i, "五"))
            i = step(c, i);
        i = i < c->text.n ? i + strlen("五") : i;
        i += any_of(c, i, (const char *const[]){ "”", "\"", NULL });
        n = any_of(c, i, tails);
        return n ? i + n : at;
    }
    size_t end = at;
    for (;;) {
        size_t d = skip_digits(c, i);
        n = d > i ? any_of(c, d, units) : 0;
        if (!n) {
            d = i;
            n = any_of(c, i, years);
        }
        if (!n)
            return end;
        i = d + n;
        while ((n = any_of(c, i, tails)) > 0)
            i += n;
        end = i;
    }
}

/* A word directly behind a verb that shows it is no verb here: 培训 率, 建设 的. */
static bool spoils(const cursor *c, size_t at)
{
    static const char *const tails[] = { "的", "率", "了", "者", "性", "后", "过", NULL };
    return any_of(c, at, tails) > 0 && !starts(c, at, "后续");
}

/* The verb at `at`, NULL when none or when its word is a noun (建设用地). */
static const zw_measure_word *verb_at(const cursor *c, size_t at, size_t *len)
{
    const zw_measure_word *w = word_at(c, at, len);
    if (!w || !(w->kinds & ZW_W_VERB) || w->kinds & (ZW_W_NOUN | ZW_W_NONE) || spoils(c, at + *len))
        return NULL;
    return w;
}

/* Whether what leads and then a verb stands at `at`: behind an adverb, behind 要. */
static bool task_at(const cursor *c, size_t at)
{
    for (int i = 0; i < 6; i++) {
        size_t len, time = skip_time(c, at = skip_bullets(c, at));
        if (time > at) {
            at = time;
            continue;
        }
        const zw_measure_word *w = word_at(c, at, &len);
        if (!w)
            return false;
        if (w->kinds & (ZW_W_COVERB | ZW_W_FRONT) || verb_at(c, at, &len))
            return true;
        if (!(w->kinds & (ZW_W_LEADS | ZW_W_MODAL)))
            return false;
        at += len;
    }
    return false;
}

/* The next verb at or behind `at` that has something behind it and is not part of a word of ours;
 * SIZE_MAX when there is none. */
static size_t find_verb(const cursor *c, size_t at, const zw_measure_word **word, size_t *len)
{
    while (at < c->text.n) {
        const zw_measure_word *w = word_at(c, at, len);
        if (w && verb_at(c, at, len) && at + *len < c->text.n) {
            *word = w;
            return at;
        }
        size_t closed = zw_bracket_end(c->text, at);
        at = closed ? closed : w ? at + *len : step(c, at);
    }
    return SIZE_MAX;
}

/* Whether one of the closers of a preposition stands at `at`; its length. */
static size_t closer_at(const cursor *c, zw_str closers, size_t at)
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
static size_t phrase_end(const cursor *c, zw_str closers, size_t at)
{
    while (at < c->text.n) {
        size_t closed = zw_bracket_end(c->text, at);
        if (closed) {
            at = closed;
            continue;
        }
        size_t n = closer_at(c, closers, at);
        if (n && (at + n == c->text.n || task_at(c, at + n)))
            return at + n;
        at = step(c, at);
    }
    return SIZE_MAX;
}

static reading take(cursor *c, const zw_measure_word *w, size_t at, size_t len, const char *rule)
{
    c->word = w;
    c->verb = at;
    c->verb_len = len;
    if (!c->fronted)
        c->start = at;
    c->rule = rule;
    return READ_VERB;
}

/* 通过 建设 … 项目: a verb right behind; 依托 … 发展 …: the first verb further on that no list goes
 * on behind (围绕 道路、绿化、公共服务 等项目 has none). */
static reading read_open_phrase(cursor *c, const zw_measure_word *preposition, size_t at)
{
    static const char *const lists[] = { "、", "和", "与", "及", "等", NULL };
    const zw_measure_word *w;
    size_t len;
    if (preposition->open == ZW_OPEN_NEXT && verb_at(c, at, &len)) {
        c->at = at;
        c->phrase = true;
        return READ_LEAD;
    }
    while (preposition->open == ZW_OPEN_ANY) {
        size_t verb = find_verb(c, at, &w, &len);
        if (verb == SIZE_MAX)
            break;
        if (verb > at && (c->modal || !(w->kinds & ZW_W_WEAK)) && !any_of(c, verb + len, lists)) {
            c->at = verb;
            c->phrase = true;
            return READ_LEAD;
        }
        at = verb + len;
    }
    c->at = c->text.n;
    return READ_LEAD;
}

/* How likely a verb behind 将 … is the one that disposes of the object. */
enum { IN_ATTRIBUTE = 1, BEHIND, DISPOSES_IN_ATTRIBUTE, DISPOSES };

static int fronted_grade(const zw_measure_word *w, bool in_attribute)
{
    if (w->kinds & (ZW_W_BA | ZW_W_LIGHT))
        return in_attribute ? DISPOSES_IN_ATTRIBUTE : DISPOSES;
    return in_attribute ? IN_ATTRIBUTE : BEHIND;
}

static size_t last_attribute(const cursor *c, size_t at)
{
    size_t last = at;
    for (size_t of = at; (of = zw_str_find(c->text, ZW_STR("的"), of)) < c->text.n; of += 3)
        last = of;
    return last;
}

/* Behind 要, 应当 … that has its task behind it (对 不合理限制 要 坚决 清理), else `at`. */
static size_t behind_modal(cursor *c, size_t at)
{
    for (size_t i = at, len; i < c->text.n;) {
        const zw_measure_word *w = word_at(c, i, &len);
        if (w && w->kinds & ZW_W_MODAL && task_at(c, i + len)) {
            c->modal = true;
            return i + len;
        }
        size_t closed = zw_bracket_end(c->text, i);
        i = closed ? closed : w ? i + len : step(c, i);
    }
    return at;
}

/* 将 … 纳入 …, 对 … 进行 评估: the verb that disposes of the fronted object; what stands in an
 * attribute (将 建立劳动关系 的 农民工 …) or a list (将 开发区转型 等任务) is part of the object.
 */
static reading read_fronted(cursor *c, size_t at)
{
    static const char *const lists[] = { "、", "等", NULL };
    const zw_measure_word *w, *best = NULL;
    size_t len, best_len = 0, verb = 0, of = last_attribute(c, at);
    int grade = 0;
    for (size_t i = behind_modal(c, at);
         grade < DISPOSES && (i = find_verb(c, i, &w, &len)) != SIZE_MAX; i += len) {
        bool adverb = w->kinds & ZW_W_EITHER && task_at(c, i + len); /* 统筹 安排 */
        int g = adverb || any_of(c, i + len, lists) ? 0 : fronted_grade(w, i < of);
        if (g > grade) {
            grade = g;
            best = w;
            best_len = len;
            verb = i;
        }
    }
    if (grade <= IN_ATTRIBUTE)
        return READ_FRONTED;
    if (best->kinds & ZW_W_LIGHT) { /* 进行 评估: 评估 is what is done */
        const zw_measure_word *next = verb_at(c, verb + best_len, &len);
        if (next)
            return take(c, next, verb + best_len, len, "fronted-light");
    }
    return take(c, best, verb, best_len, "fronted");
}

/* 市公安局, 各市、县（区）: who acts, and stays out of the measure. */
static bool is_actor(const cursor *c, zw_str subject)
{
    return zw_str_starts(subject, ZW_STR("各")) || zw_measure_ends(c->words, subject, ZW_END_ACTOR);
}

/* 市公安局 建立 …, 各县区 要 加强 …: finds the verb behind a subject. */
static reading read_subject(cursor *c)
{
    enum { SUBJECT_MAX = 180 }; /* bytes */
    size_t begin = c->at, len;
    for (size_t i = begin; i < c->text.n && i - begin < SUBJECT_MAX;) {
        const zw_measure_word *w = word_at(c, i, &len);
        zw_str subject = { c->text.at + begin, i - begin };
        bool actor = i > begin && w && is_actor(c, subject);
        if (w && i > begin && w->kinds & ZW_W_MODAL && task_at(c, i + len)) {
            c->at = i + len;
            c->modal = true;
            c->subject = actor ? SIZE_MAX : begin;
            return READ_LEAD;
        }
        if (actor && task_at(c, i)) {
            c->at = i;
            return READ_LEAD;
        }
        size_t closed = zw_bracket_end(c->text, i);
        i = closed ? closed : w ? i + len : step(c, i);
    }
    return READ_NOTHING;
}

/* Whether 将, 把, 对 at the word that ends at `at` fronts an object: 把 推进…的成效 作为 …. 将 with
 * a verb behind is 将来的将 unless something disposes of what stands between (将 开发 的 … 纳入 …).
 */
static bool is_fronting(const cursor *c, size_t at)
{
    size_t len, of = strlen("将");
    if (at < of || !starts(c, at - of, "将") || !verb_at(c, at, &len))
        return true;
    while (at < c->text.n) {
        const zw_measure_word *w = word_at(c, at, &len);
        if (w && w->kinds & ZW_W_BA && verb_at(c, at, &len))
            return true;
        at = w ? at + len : step(c, at);
    }
    return false;
}

/* Steps over one word or phrase before the verb; READ_LEAD: go on. */
static reading read_word(cursor *c, const zw_measure_word *w, size_t len)
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
        if (end == SIZE_MAX)
            return read_open_phrase(c, w, behind);
        c->at = end;
        return READ_LEAD;
    }
    if (w->kinds & ZW_W_EITHER && !task_at(c, behind))
        return take(c, w, c->at, behind - c->at, "verb");
    if (w->kinds & (ZW_W_LEADS | ZW_W_MODAL | ZW_W_FRONT)) {
        c->led = true;
        c->effort |= (w->kinds & (ZW_W_PUSH | ZW_W_EITHER)) != 0;
        c->tail |= (w->kinds & ZW_W_TAIL) != 0;
        c->modal |= (w->kinds & ZW_W_MODAL) != 0;
        c->at = behind;
        return READ_LEAD;
    }
    if (w->kinds & (ZW_W_NONE))
        return READ_NOTHING;
    if (verb_at(c, c->at, &len))
        return take(c, w, c->at, len, "verb");
    return read_subject(c);
}

static reading read_clause(cursor *c)
{
    bool subject = false;
    for (int words = 0; words < 16; words++) {
        c->at = skip_bullets(c, c->at);
        if (c->at >= c->text.n)
            return READ_LEAD;
        size_t len, time = skip_time(c, c->at);
        if (time > c->at) {
            c->at = time;
            c->timed = true;
            continue;
        }
        const zw_measure_word *w = word_at(c, c->at, &len);
        reading r = READ_NOTHING;
        if (w)
            r = read_word(c, w, len);
        else if (!subject) {
            subject = true;
            r = read_subject(c);
        }
        if (r != READ_LEAD || (w && w->kinds & ZW_W_COVERB && c->at >= c->text.n))
            return r;
    }
    return READ_NOTHING;
}

/* Behind the verbs that share the object: 建立 健全, 鼓励 和 引导. */
static size_t object_start(const cursor *c)
{
    static const char *const joins[] = { "和", "、", "与", "并", NULL };
    size_t at = c->verb + c->verb_len, len;
    for (;;) {
        size_t join = any_of(c, at, joins);
        const zw_measure_word *w = verb_at(c, at + join, &len);
        if (!w)
            return at;
        at += join + len;
    }
}

/* Without the responsibility parentheses behind: …改造（市住建委牵头，…）. */
static size_t object_end(const cursor *c, size_t start)
{
    static const char *const roles[] = { "牵头", "负责", "责任", "配合", "单位", "落实", NULL };
    for (size_t i = start; i < c->text.n;) {
        size_t closed = zw_bracket_end(c->text, i);
        if (closed == c->text.n && (c->text.at[i] == '(' || starts(c, i, "（")))
            for (size_t at = i; at < closed; at = step(c, at))
                if (any_of(c, at, roles))
                    return i;
        i = closed ? closed : step(c, i);
    }
    return c->text.n;
}

static bool digit_behind(const cursor *c, size_t at, size_t end)
{
    size_t len;
    at = skip_bullets(c, at);
    return at < end && is_digit(zw_narrow(zw_utf8_at(c->text, at, &len)));
}

/* Whether a number follows a word of level: 覆盖率 达到 95%, 比例 不低于 30%; but 配建 幼儿园
 * 不少于 12所 builds. */
static bool states_level(const cursor *c, size_t start, size_t end)
{
    for (size_t i = start; i < end; i = step(c, i)) {
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

static size_t chars(const cursor *c, size_t start, size_t end)
{
    return start < end ? zw_utf8_count((zw_str){ c->text.at + start, end - start }) : 0;
}

/* 管理 标准 is a noun, 严格 管理 …, 规划 建设 …, 控制 …的… are verbs with objects. */
static bool shows_verb(const cursor *c, size_t object, size_t end)
{
    static const char *const marks[] = { "的", "、", "一批", "一", "等", "“", "《", NULL };
    if (c->led || c->phrase || c->fronted || c->modal || object > c->verb + c->verb_len)
        return true;
    if (chars(c, object, end) < 5)
        return false;
    for (size_t i = object; i < end; i = step(c, i))
        if (any_of(c, i, marks))
            return true;
    return false;
}

/* 形成以 … 为枢纽， 由 … 任组长，: the object's noun is still to come. */
static bool is_open_object(const cursor *c, size_t end)
{
    static const char *const openers[] = { "以", "由", "集", NULL };
    size_t object = object_start(c);
    if (!any_of(c, object, openers))
        return false;
    for (size_t i = object; i < end; i = step(c, i))
        if (starts(c, i, "的"))
            return false;
    return true;
}

/* Whether the clause with its verb says something to be done. */
static bool is_task(const cursor *c, const zw_measure_parser *p, const zw_clause *clause,
                    bool heading, size_t end)
{
    size_t object = object_start(c);
    zw_str whole = { c->text.at + c->start, end - c->start };
    if (!c->fronted && object < end && skip_time(c, object) == end)
        return false; /* 争取 到2017年 */
    if (!c->fronted && !p->condition && chars(c, object, end) < 2 &&
        chars(c, c->verb + c->verb_len, end) < 4)
        return false; /* 贯彻 落实; but 强化 扩面征缴 has an object made of verbs */
    if (!is_open_object(c, end) && zw_measure_ends(c->words, whole, ZW_END_EBB | ZW_END_EMPTY))
        return false;
    if (c->word->kinds & ZW_W_WEAK && !shows_verb(c, object, end))
        return false;
    if (!(c->word->kinds & ZW_W_PIVOT) && states_level(c, c->verb + c->verb_len, end))
        return false;
    if (c->word->kinds & ZW_W_MEANS && !c->fronted)
        return heading || c->effort || clause->first;
    if ((c->word->kinds & ZW_W_RESULT || c->tail) && !c->fronted)
        return heading || c->effort || !p->body || c->modal || c->timed || p->timed ||
               zw_measure_ends(c->words, whole, ZW_END_DELIVER);
    return true;
}

static bool opens_condition(const cursor *c, zw_range clause)
{
    static const char *const openers[] = { "凡", "对于", "对", NULL };
    zw_str whole = { c->text.at + clause.start, clause.end - clause.start };
    return any_of(c, clause.start, openers) > 0 ||
           (last_attribute(c, clause.start) > clause.start &&
            zw_measure_ends(c->words, whole, ZW_END_WHO));
}

static bool has_attribute(const cursor *c, zw_range clause)
{
    size_t of = zw_str_find(c->text, ZW_STR("的"), clause.start);
    return of < clause.end && of + strlen("的") < clause.end;
}

/* A clause without a task may bring the noun that the measure before it waits for. */
static zw_measure_reading close_object(zw_measure_parser *p, const cursor *c,
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

zw_measure_reading zw_measure_parse(zw_measure_parser *p, zw_str text, const zw_clause *clause,
                                    bool heading, zw_measure_found *found)
{
    cursor c = { .words = p->words,
                 .text = { text.at, clause->at.end },
                 .at = clause->at.start,
                 .subject = SIZE_MAX };
    if (clause->first)
        p->body = p->fronted = p->condition = p->timed = false;
    reading r = read_clause(&c);
    bool fronted = p->fronted, condition = p->condition && c.modal;
    size_t from = p->from;
    p->fronted = r == READ_FRONTED && !starts(&c, c.start, "对");
    p->timed |= r == READ_LEAD && c.timed;
    p->condition = r == READ_VERB ? condition
                                  : (r == READ_NOTHING || r == READ_FRONTED) &&
                                        opens_condition(&c, clause->at);
    p->from = clause->at.start;
    if (r == READ_FRONTED)
        p->from = c.start;
    if (r != READ_VERB) {
        p->body |= r != READ_LEAD;
        p->undisposed = false;
        return close_object(p, &c, clause, found);
    }
    size_t end = object_end(&c, c.verb);
    if (c.phrase && !c.fronted)
        c.rule = "phrase-verb";
    bool ok = is_task(&c, p, clause, heading, end);
    p->body = true;
    p->timed = p->condition = false;
    bool disposes = c.word->kinds & ZW_W_BA && c.verb == clause->at.start;
    if (ok && p->undisposed && disposes && !clause->first) { /* 将…推进情况，纳入 … 考核 */
        p->undisposed = false;
        *found = (zw_measure_found){ { clause->at.start, end }, c.word->text, c.rule };
        return ZW_MEASURE_LONGER;
    }
    p->undisposed = ok && c.fronted && !(c.word->kinds & ZW_W_BA) && !starts(&c, c.start, "对");
    p->open = ok && !clause->last && is_open_object(&c, end);
    p->run = 0;
    if (!ok)
        return ZW_MEASURE_NONE;
    size_t start = c.subject < c.start ? c.subject : c.start;
    if ((fronted && c.word->kinds & ZW_W_BA) || condition)
        start = from;
    *found = (zw_measure_found){ { start, end }, c.word->text, heading ? "heading" : c.rule };
    return ZW_MEASURE_FOUND;
}
