/* Bodies as the subjects of running text. */
#include "base/utf8.h"
#include "facts/agency_find.h"

#define MAX_CLAUSE 360 /* bytes in which a subject and its task must stand */

static size_t sentence_end(zw_str text, size_t at, size_t end)
{
    for (size_t len; at < end; at += len) {
        uint32_t c = zw_utf8_at(text, at, &len);
        if (c == 0x3002 || c == '\n')
            break;
    }
    return at;
}

/* 乡镇人民政府, 街道办事处 act; 政府 alone and 县区 do not. */
static bool governs(zw_str units)
{
    static const char *const ends[] = { "人民政府", "政府", "街道办事处", "管委会" };
    for (size_t i = 0; i < COUNT(ends); i++) {
        zw_str end = zw_str_of(ends[i]);
        if (zw_str_ends(units, end))
            return units.n > end.n || i == 2;
    }
    return false;
}

/* 其他有关行政管理部门: whoever it concerns. */
static bool is_concerned(const zw_agency_finder *f, zw_str name)
{
    static const char *const words[] = { "有关", "相关" };
    for (size_t i = 0; i < COUNT(words); i++) {
        size_t at = zw_str_find(name, zw_str_of(words[i]), 0);
        if (at < name.n && zw_agency_is_anybody(f->words, (zw_str){ name.at + at, name.n - at }))
            return true;
    }
    return false;
}

/* Whether a member may be a subject: named, or collective and not what everybody is. Of a place
 * more than a verb is wanted: 银川市采用… only tells. */
static bool may_act(const zw_agency_finder *f, const zw_member *m, bool bound)
{
    zw_str name = zw_str_slice(f->text, m->at);
    if (m->kind == ZW_MEMBER_NONE || (m->kind == ZW_MEMBER_PLACE && !bound) ||
        (m->kind == ZW_MEMBER_UNITS && !governs(name)))
        return false;
    return !is_concerned(f, name) && !zw_str_ends(name, ZW_STR("各地"));
}

/* Whether everybody is told: 各地区、各部门要…. Not where one of them is named (各县区、各部门要…),
 * nor where a rule of law binds them (第四条 各级政府…, 应当…). */
static bool tells_everybody(const zw_agency_finder *f, const zw_agency_list *list, size_t task)
{
    if (zw_str_ends(zw_document_item_at(f->context->doc, task), ZW_STR("条")))
        return false;
    if ((zw_text_starts(f->text, task, "应当") || zw_text_starts(f->text, task, "应")) &&
        !zw_text_starts(f->text, task, "应该") && !f->report)
        return false;
    for (size_t i = 0; i < list->members.n; i++) {
        if (!zw_agency_is_anybody(f->words, zw_str_slice(f->text, list->members.at[i].at)))
            return false;
    }
    return true;
}

/* Whether the predicate is an exhortation: 要高度重视, 要充分认识…的重要性. */
static bool exhorts(const zw_agency_finder *f, size_t at, size_t end)
{
    static const char *const adverbs[] = { "要", "应", "当", "须", "切实", "进一步", "也",
                                           "都", "必", "将", "还", "均",   "积极",   "认真" };
    for (bool more = true; more && at < end;) {
        if (zw_agency_word_at(f->words, ZW_WORD_EMPTY, f->text, at, NULL))
            return true;
        more = false;
        for (size_t i = 0; !more && i < COUNT(adverbs); i++) {
            if (zw_text_starts(f->text, at, adverbs[i])) {
                at += strlen(adverbs[i]);
                more = true;
            }
        }
    }
    return false;
}

/* Whether the subject is told to lead: 要牵头…, …并牵头…, 发挥牵头作用; not where another body is
 * named before 牵头. */
static bool leads(zw_str predicate)
{
    static const char *const before[] = { "要", "应", "当", "，", ",", "并", "发挥", "起", "积极" };
    zw_str lead = ZW_STR("牵头");
    for (size_t at = 0; (at = zw_str_find(predicate, lead, at)) < predicate.n; at += lead.n) {
        zw_str head = { predicate.at, at };
        for (size_t i = 0; i < COUNT(before); i++) {
            if (zw_str_ends(head, zw_str_of(before[i])))
                return true;
        }
    }
    return false;
}

/* …按职责分工落实，…: no more than that. */
static bool carries_out(zw_str predicate)
{
    static const char *const ends[] = { "，", ",", "；", "、" };
    size_t end = predicate.n;
    for (size_t i = 0; i < COUNT(ends); i++) {
        size_t at = zw_str_find(predicate, zw_str_of(ends[i]), 0);
        end = at < end ? at : end;
    }
    return end <= 36 && zw_str_ends((zw_str){ predicate.at, end }, ZW_STR("落实"));
}

static zw_role role_of(const zw_agency_list *list, zw_str predicate, uint32_t task)
{
    if (task != ZW_NO_ROLE)
        return (zw_role)task;
    if (leads(predicate))
        return ZW_ROLE_LEAD;
    if (carries_out(predicate))
        return ZW_ROLE_IMPLEMENT;
    zw_str near = { predicate.at, predicate.n < 90 ? predicate.n : 90 };
    if (list->members.at[0].kind == ZW_MEMBER_ALL && zw_str_has(near, "贯彻落实"))
        return ZW_ROLE_IMPLEMENT;
    return ZW_ROLE_RESPONSIBLE;
}

/* Behind a subject: 会同 and a second list, which supports. Returns where it ends. */
static size_t take_with(zw_agency_finder *f, zw_agency_list *list, size_t at, size_t end)
{
    size_t with = zw_agency_word_at(f->words, ZW_WORD_WITH, f->text, at, NULL), n = list->members.n;
    if (!with)
        return at;
    size_t stop = zw_agency_topic_list(f, list, at + with, end);
    if (stop == at + with)
        stop = zw_agency_list_bare(list, at + with, end, &f->failed);
    for (size_t i = n; i < list->members.n; i++)
        list->members.at[i].supports = true;
    return stop == at + with ? at : stop;
}

/* Behind 按照职责分工 the task may follow a comma. */
static size_t skip_words(const zw_agency_finder *f, size_t at)
{
    size_t len, start = at;
    while ((len = zw_agency_word_at(f->words, ZW_WORD_SKIP, f->text, at, NULL)) > 0)
        at += len;
    if (at > start && zw_text_starts(f->text, at, "，"))
        at += strlen("，");
    return at;
}

/* A task behind a subject, and none that only describes a noun: 公安机关签发的居住证,
 * 财政部门负责人. *bound tells whether it is more than a plain verb: a modal, or a role. */
static bool task_at(const zw_agency_finder *f, size_t at, uint32_t *role, bool *bound)
{
    *role = ZW_NO_ROLE;
    size_t must = zw_agency_word_at(f->words, ZW_WORD_MUST, f->text, at, NULL);
    *bound = must > 0;
    if (must)
        return true;
    size_t task = zw_agency_word_at(f->words, ZW_WORD_TASK, f->text, at, role);
    if (!task || zw_agency_word_at(f->words, ZW_WORD_IDLE, f->text, at, NULL) >= task)
        return false;
    *bound = *role != ZW_NO_ROLE;
    static const char *const nouns[] = { "的", "人", "同志", "了" };
    for (size_t i = 0; i < COUNT(nouns); i++) {
        if (zw_text_starts(f->text, at + task, nouns[i]))
            return false;
    }
    return true;
}

/* Whether a sure body can begin here at all: most clauses are done with after these look-ups. */
static bool may_begin(const zw_agency_finder *f, size_t at)
{
    static const zw_agency_word kinds[] = { ZW_WORD_LEVEL, ZW_WORD_STEM, ZW_WORD_ALL, ZW_WORD_OWN,
                                            ZW_WORD_UNIT };
    for (size_t i = 0; i < COUNT(kinds); i++) {
        if (zw_agency_word_at(f->words, kinds[i], f->text, at, NULL))
            return true;
    }
    return zw_gazetteer_match(f->context->gazetteer, f->text, at) > 0;
}

/* 市公安局：负责…, 市公安局。负责…: a list of duties, a body to a line. */
static size_t duty_at(const zw_agency_finder *f, size_t at)
{
    static const char *const marks[] = { "：", ":", "。" };
    for (size_t i = 0; i < COUNT(marks); i++) {
        uint32_t role;
        size_t p = at + strlen(marks[i]);
        if (zw_text_starts(f->text, at, marks[i]) &&
            zw_agency_word_at(f->words, ZW_WORD_TASK, f->text, p, &role) && role != ZW_NO_ROLE)
            return p;
    }
    return at;
}

static bool opens_clause(uint32_t c)
{
    return c == 0x3002 || c == 0xFF0C || c == ',' || c == 0xFF1B || c == ';' || c == '\n' ||
           c == 0xFF1A || c == ':' || c == 0xFF01 || c == 0x3015; /* 第七条〔信息系统〕 */
}

/* 市发改委要统筹重大政策研究，会同市公安局抓好试点: a later clause of the same subject, with no
 * body before 会同 that could be its own. */
static void take_later(zw_agency_finder *f, zw_agency_list *list, size_t from, size_t end)
{
    for (size_t at = from, len; at < end; at += len) {
        bool opens = opens_clause(zw_utf8_at(f->text, at, &len));
        size_t next = at + len + (zw_text_starts(f->text, at + len, "并") ? strlen("并") : 0);
        if (!opens || next >= end)
            continue;
        if (zw_text_starts(f->text, next, "会同")) {
            take_with(f, list, next, end);
            return;
        }
        if (may_begin(f, next))
            return;
    }
}

/* 各县区政府是护渠的责任主体: the clause ends in a label and gives its role. */
static bool is_called(const zw_agency_finder *f, size_t at, size_t end, uint32_t *role)
{
    if (!zw_text_starts(f->text, at, "是"))
        return false;
    size_t stop = at, limit = at + MAX_CLAUSE, len;
    while (stop < end && stop < limit && !opens_clause(zw_utf8_at(f->text, stop, &len)))
        stop += len;
    zw_str clause = zw_str_slice(f->text, (zw_range){ at, stop });
    size_t label = zw_agency_word_ends(f->words, ZW_WORD_LABEL, clause);
    return label > 6 &&
           zw_agency_word_at(f->words, ZW_WORD_LABEL, clause, clause.n - label, role) > 0;
}

/* Reads a clause that may begin with its subject; returns where the subject's task begins, or `at`
 * when there is none. */
static size_t subject(zw_agency_finder *f, size_t at, size_t end, const char *rule)
{
    if (!may_begin(f, at))
        return at;
    zw_agency_list list = zw_agency_finder_list(f, true);
    size_t clause = at + MAX_CLAUSE < end ? at + MAX_CLAUSE : end;
    size_t p = zw_agency_topic_list(f, &list, at, clause);
    if (p == at)
        p = zw_agency_list_bare(&list, at, clause, &f->failed);
    if (p == at || p >= end)
        return at;
    size_t next = take_with(f, &list, p, clause);
    bool with = next > p, bound = false;
    uint32_t role;
    p = duty_at(f, skip_words(f, next));
    /* 公安机关应当会同教育部门… */
    size_t must = zw_agency_word_at(f->words, ZW_WORD_MUST, f->text, p, NULL);
    if (must && !with)
        take_with(f, &list, p + must, clause);
    if (!is_called(f, p, clause, &role) && (!task_at(f, p, &role, &bound) || exhorts(f, p, end)))
        return at;
    if (zw_agency_only_tells(f, at, p, end, bound) || tells_everybody(f, &list, p))
        return at;
    if (list.members.at[list.members.n - 1].supports == false)
        take_later(f, &list, p, sentence_end(f->text, p, clause));
    if (!zw_agency_list_name(&list)) {
        f->failed = true;
        return at;
    }
    zw_str predicate = zw_str_slice(f->text, (zw_range){ p, sentence_end(f->text, p, clause) });
    zw_role own_role = role_of(&list, predicate, role);
    for (size_t i = 0; i < list.members.n; i++) {
        const zw_member *m = &list.members.at[i];
        if (may_act(f, m, bound || with))
            zw_agency_finder_add(f, m, m->supports ? ZW_ROLE_SUPPORT : own_role,
                                 m->supports ? "with" : rule);
    }
    return p;
}

/* 办公室设在市发改委，负责…: the seat has the task. */
static void seat(zw_agency_finder *f, size_t at, size_t end)
{
    zw_agency_list list = zw_agency_finder_list(f, true);
    size_t p = zw_agency_list_bare(&list, at, end, &f->failed);
    if (p == at || !(zw_text_starts(f->text, p, "，") || zw_text_starts(f->text, p, ",")))
        return;
    p = skip_words(f, p + (zw_text_starts(f->text, p, ",") ? 1 : strlen("，")));
    uint32_t role;
    bool bound;
    if (!task_at(f, p, &role, &bound) &&
        !zw_agency_word_at(f->words, ZW_WORD_WITH, f->text, p, NULL))
        return;
    if (!zw_agency_list_name(&list))
        f->failed = true;
    for (size_t i = 0; !f->failed && i < list.members.n; i++)
        zw_agency_finder_add(f, &list.members.at[i], ZW_ROLE_RESPONSIBLE, "seat");
}

static bool ends_before(zw_str text, size_t at, const char *word)
{
    return zw_str_ends((zw_str){ text.at, at }, zw_str_of(word));
}

/* 由 as a word of its own, not in 自由, 理由, 由于. */
static bool by_at(zw_str text, size_t at)
{
    static const char *const inside[] = { "自", "理", "缘", "事", "经", "来" };
    if (!zw_text_starts(text, at, "由") || zw_text_starts(text, at, "由于") ||
        zw_text_starts(text, at, "由此"))
        return false;
    for (size_t i = 0; i < COUNT(inside); i++) {
        size_t n = strlen(inside[i]);
        if (at >= n && zw_text_starts(text, at - n, inside[i]))
            return false;
    }
    return true;
}

static bool is_numeral(uint32_t c)
{
    static const uint32_t numerals[] = { 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94,
                                         0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341 };
    for (size_t i = 0; i < COUNT(numerals); i++) {
        if (c == numerals[i])
            return true;
    }
    return (c >= '0' && c <= '9') || (c >= 0x2460 && c <= 0x249B);
}

/* What may stand before the first word of a clause: （一）, 1., ①, 第三条, 一是. */
static bool is_numbering(uint32_t before, uint32_t c)
{
    switch (c) {
    case '(':
    case 0xFF08:
    case 0x7B2C: /* 第 */
        return true;
    case ')':
    case 0xFF09:
    case '.':
    case 0xFF0E:
    case 0x3001: /* 、 */
    case 0x662F: /* 是 */
    case 0x6761: /* 条 */
        return is_numeral(before);
    default:
        return is_numeral(c);
    }
}

/* Subjects begin clauses, and follow 由 anywhere. */
void zw_agency_find_subjects(zw_agency_finder *f, zw_range r)
{
    bool fresh = true;
    uint32_t c = 0, before;
    for (size_t at = r.start, len; !f->failed && at < r.end; at += len) {
        before = c;
        c = zw_utf8_at(f->text, at, &len);
        if (opens_clause(c)) {
            fresh = true;
        } else if (c == 0x7531 && by_at(f->text, at)) {
            subject(f, at + len, r.end, "by");
            fresh = false;
        } else if (c == 0x5728 &&
                   (ends_before(f->text, at, "设") || ends_before(f->text, at, "室"))) {
            seat(f, at + len, r.end);
            fresh = false;
        } else if (fresh && c == 0x8BF7) { /* 请各县水利局做好… */
            continue;
        } else if (fresh && !zw_is_blank(c) && !is_numbering(before, c)) {
            size_t p = subject(f, at, r.end, "subject");
            fresh = false;
            if (p > at)
                len = p - at;
        }
    }
}
