/* Agencies with a task: in groups set apart for them, and as the subjects of running text. */
#include "facts/agency.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "facts/agency_list.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define MAX_GROUP 2400 /* bytes of a bracket or a line of responsibility */
#define MAX_DEPTH 4    /* brackets in brackets; deeper is no group, and must not cost a scan each */
#define MAX_CLAUSE 360 /* bytes in which a subject and its task must stand */

struct zw_agency_rules {
    zw_agency_words words;
};

zw_status zw_agency_rules_open(zw_agency_rules **rules, zw_err *err)
{
    zw_agency_rules *r = calloc(1, sizeof *r);
    if (!r)
        return zw_err_nomem(err);
    zw_status s = zw_agency_words_load(&r->words, err);
    if (s != ZW_OK) {
        zw_agency_rules_free(r);
        return s;
    }
    *rules = r;
    return ZW_OK;
}

void zw_agency_rules_free(zw_agency_rules *rules)
{
    if (!rules)
        return;
    zw_agency_words_free(&rules->words);
    free(rules);
}

/* The work on one document. */
typedef struct {
    const zw_agency_words *words;
    const zw_fact_context *context;
    zw_facts *facts;
    zw_str text;
    bool failed;
} finder;

static zw_agency_list new_list(const finder *f, bool strict)
{
    return (zw_agency_list){ .words = f->words,
                             .gazetteer = f->context->gazetteer,
                             .arena = f->context->arena,
                             .text = f->text,
                             .strict = strict };
}

static void add_fact(finder *f, const zw_member *m, zw_role role, const char *rule)
{
    zw_agency *a = zw_array_add(f->context->arena, &f->facts->agencies);
    if (!a) {
        f->failed = true;
        return;
    }
    a->place = zw_fact_place_of(f->context, m->at, rule);
    a->canonical = m->canonical;
    a->role = role;
    a->deadline = m->deadline;
}

/* -- groups: （…牵头，…配合）, 责任单位：… -------------------------------------------------------
 */

/* Adds what a group gave to its members; false when it gave nothing. */
static bool add_group(finder *f, zw_agency_list *list, uint32_t otherwise, const char *rule)
{
    bool any = false;
    if (!zw_agency_list_name(list))
        f->failed = true;
    for (size_t i = 0; !f->failed && i < list->members.n; i++) {
        zw_member *m = &list->members.at[i];
        uint32_t role = m->role == ZW_NO_ROLE ? otherwise : m->role;
        if (m->kind == ZW_MEMBER_NONE || role == ZW_NO_ROLE)
            continue;
        add_fact(f, m, (zw_role)role, rule);
        any = true;
    }
    return any;
}

static bool is_open(uint32_t c)
{
    return c == '(' || c == 0xFF08 || c == 0x3010 || c == '[' || c == 0xFF3B;
}

static bool is_close(uint32_t c)
{
    return c == ')' || c == 0xFF09 || c == 0x3011 || c == ']' || c == 0xFF3D;
}

/* Where the bracket that opens at `at` closes, or SIZE_MAX when not within a group's length. */
static size_t bracket_end(zw_str text, size_t at)
{
    size_t stop = at + MAX_GROUP < text.n ? at + MAX_GROUP : text.n, len;
    for (int depth = 0; at < stop && depth <= MAX_DEPTH; at += len) {
        uint32_t c = zw_utf8_at(text, at, &len);
        depth += is_open(c) - is_close(c);
        if (depth == 0)
            return at;
    }
    return SIZE_MAX;
}

/* Whether a bracket closes a sentence or stands behind one: there a bare list of bodies says who is
 * responsible. */
static bool at_sentence_end(zw_str text, size_t open, size_t close)
{
    size_t len;
    uint32_t before = open ? zw_utf8_before(text, open, &len) : '\n';
    zw_utf8_at(text, close, &len);
    uint32_t after = close + len < text.n ? zw_utf8_at(text, close + len, &len) : '\n';
    return before == 0x3002 || after == 0x3002 || after == '\n' || before == 0xFF1B ||
           after == 0xFF1B;
}

/* Named bodies and nothing else; not what a rule calls its article: （受理机构）. */
static bool all_bodies(zw_agency_list *list)
{
    list->strict = true;
    for (size_t i = 0; i < list->members.n; i++) {
        const zw_member *m = &list->members.at[i];
        if (m->role != ZW_NO_ROLE || m->kind == ZW_MEMBER_NONE || m->kind == ZW_MEMBER_UNITS ||
            m->kind == ZW_MEMBER_PLACE || (i == 0 && zw_member_kind_of(list, m->at) != m->kind))
            return false;
    }
    return list->members.n > 0;
}

static size_t line_end(zw_str text, size_t at)
{
    size_t stop = at + MAX_GROUP < text.n ? at + MAX_GROUP : text.n, len;
    for (int depth = 0; at < stop; at += len) {
        uint32_t c = zw_utf8_at(text, at, &len);
        depth += is_open(c) - is_close(c);
        if (c == '\n' || c == 0x3002 || depth < 0)
            break;
    }
    return at;
}

/* 责任单位：省财政厅、…: from behind the colon to the end of the sentence. */
static size_t label_group(finder *f, size_t at, uint32_t role)
{
    zw_agency_list list = new_list(f, false);
    size_t end = line_end(f->text, at);
    if (!zw_agency_list_group(&list, (zw_range){ at, end }, role))
        f->failed = true;
    add_group(f, &list, ZW_NO_ROLE, "label");
    return end;
}

/* Returns where reading goes on: behind the bracket when it was a group, else behind its opening.
 */
static size_t bracket_group(finder *f, size_t open)
{
    size_t len, close = bracket_end(f->text, open);
    zw_utf8_at(f->text, open, &len);
    if (close == SIZE_MAX)
        return open + len;
    zw_range inside = { open + len, close };
    uint32_t role;
    zw_str content = zw_str_trim(zw_str_slice(f->text, inside));
    size_t label = zw_agency_word_at(f->words, ZW_WORD_LABEL, content, 0, &role);
    if (label && label == content.n) {
        zw_utf8_at(f->text, close, &len);
        return label_group(f, close + len, role);
    }
    zw_agency_list list = new_list(f, false);
    size_t first = (size_t)(content.at - f->text.at);
    if (zw_str_starts(content, ZW_STR("由")))
        first += strlen("由");
    if (!label &&
        zw_member_kind_of(&list, (zw_range){ first, zw_member_end(&list, first, close) }) ==
            ZW_MEMBER_NONE)
        return open + len;
    if (!zw_agency_list_group(&list, inside, ZW_NO_ROLE))
        f->failed = true;
    bool bare = all_bodies(&list) && at_sentence_end(f->text, open, close);
    uint32_t otherwise = bare ? (uint32_t)ZW_ROLE_RESPONSIBLE : ZW_NO_ROLE;
    return add_group(f, &list, otherwise, bare ? "list" : "parenthesis") ? close : open + len;
}

/* The role of the label that ends before a colon at `at`; false when there is none. */
static bool label_before(const finder *f, size_t at, uint32_t *role)
{
    zw_str head = { f->text.at + (at > 30 ? at - 30 : 0), at > 30 ? 30 : at };
    size_t n = zw_agency_word_ends(f->words, ZW_WORD_LABEL, zw_str_trim(head));
    head = zw_str_trim(head);
    return n > 6 && zw_agency_word_at(f->words, ZW_WORD_LABEL, head, head.n - n, role);
}

static void find_groups(finder *f, zw_range r)
{
    for (size_t at = r.start, len; !f->failed && at < r.end;) {
        uint32_t c = zw_utf8_at(f->text, at, &len), role;
        if (is_open(c))
            at = bracket_group(f, at);
        else if ((c == ':' || c == 0xFF1A) && label_before(f, at, &role))
            at = label_group(f, at + len, role);
        else
            at += len;
    }
}

/* -- running text: 市公安局要…, 由市财政局牵头, …会同… ----------------------------------------- */

static bool starts(zw_str text, size_t at, const char *word)
{
    zw_str w = zw_str_of(word);
    return text.n - at >= w.n && memcmp(text.at + at, w.at, w.n) == 0;
}

static size_t sentence_end(zw_str text, size_t at, size_t end)
{
    for (size_t len; at < end; at += len) {
        uint32_t c = zw_utf8_at(text, at, &len);
        if (c == 0x3002 || c == '\n')
            break;
    }
    return at;
}

/* 规划、国土资源等部门: departments named by what they see to. Returns where the list ends, `at`
 * when it is none. */
static size_t topic_list(finder *f, zw_agency_list *list, size_t at, size_t end)
{
    zw_range topics[16];
    size_t n = 0, p = at, len;
    while (n < COUNT(topics) &&
           (len = zw_agency_word_at(f->words, ZW_WORD_STEM, f->text, p, NULL)) > 0) {
        topics[n++] = (zw_range){ p, p + len };
        p += len;
        if (starts(f->text, p, "、"))
            p += strlen("、");
        else if (starts(f->text, p, "和") || starts(f->text, p, "及"))
            p += strlen("和");
        else
            break;
    }
    if (n < 2 || p >= end)
        return at;
    static const char *const ends[] = { "等部门",     "等相关部门", "等有关部门",
                                        "等行政部门", "等主管部门", "部门" };
    for (size_t i = 0; i < COUNT(ends); i++) {
        if (!starts(f->text, p, ends[i]))
            continue;
        for (size_t j = 0; j < n; j++) {
            zw_member *m = zw_array_add(list->arena, &list->members);
            if (!m || !(m->canonical = zw_arena_printf(list->arena, "%.*s部门",
                                                       (int)zw_range_len(topics[j]),
                                                       f->text.at + topics[j].start))) {
                f->failed = true;
                return at;
            }
            m->at = topics[j];
            m->kind = ZW_MEMBER_BODY;
        }
        return p + strlen(ends[i]);
    }
    return at;
}

/* Whether a member may be a subject: named, or collective and not what everybody is. Of a place
 * more than a verb is wanted: 银川市采用… only tells. */
static bool may_act(const finder *f, const zw_member *m, bool bound)
{
    zw_str name = zw_str_slice(f->text, m->at);
    if (m->kind == ZW_MEMBER_UNITS || m->kind == ZW_MEMBER_NONE ||
        (m->kind == ZW_MEMBER_PLACE && !bound))
        return false;
    return zw_agency_word_at(f->words, ZW_WORD_VAGUE, name, 0, NULL) != name.n &&
           !zw_str_ends(name, ZW_STR("各地")) && !starts(name, 0, "有关") &&
           !starts(name, 0, "相关");
}

static bool has(zw_str text, const char *word)
{
    return zw_str_find(text, zw_str_of(word), 0) < text.n;
}

/* Whether the predicate is an exhortation: 要高度重视, 要充分认识…的重要性. */
static bool exhorts(const finder *f, size_t at, size_t end)
{
    static const char *const adverbs[] = { "要",     "应", "当", "须", "切实",
                                           "进一步", "也", "都", "必" };
    for (bool more = true; more && at < end;) {
        if (zw_agency_word_at(f->words, ZW_WORD_EMPTY, f->text, at, NULL))
            return true;
        more = false;
        for (size_t i = 0; !more && i < COUNT(adverbs); i++) {
            if (starts(f->text, at, adverbs[i])) {
                at += strlen(adverbs[i]);
                more = true;
            }
        }
    }
    return false;
}

static zw_role role_of(const zw_agency_list *list, zw_str predicate, uint32_t task)
{
    if (task != ZW_NO_ROLE)
        return (zw_role)task;
    if (has(predicate, "牵头"))
        return ZW_ROLE_LEAD;
    zw_str near = { predicate.at, predicate.n < 90 ? predicate.n : 90 };
    if (list->members.at[0].kind == ZW_MEMBER_ALL && has(near, "贯彻落实"))
        return ZW_ROLE_IMPLEMENT;
    return ZW_ROLE_RESPONSIBLE;
}

/* Behind a subject: 会同 and a second list, which supports. Returns where it ends. */
static size_t take_with(finder *f, zw_agency_list *list, size_t at, size_t end)
{
    size_t with = zw_agency_word_at(f->words, ZW_WORD_WITH, f->text, at, NULL), n = list->members.n;
    if (!with)
        return at;
    size_t stop = zw_agency_list_bare(list, at + with, end, &f->failed);
    for (size_t i = n; i < list->members.n; i++)
        list->members.at[i].supports = true;
    return stop == at + with ? at : stop;
}

/* Behind 按照职责分工 the task may follow a comma. */
static size_t skip_words(const finder *f, size_t at)
{
    size_t len, start = at;
    while ((len = zw_agency_word_at(f->words, ZW_WORD_SKIP, f->text, at, NULL)) > 0)
        at += len;
    if (at > start && starts(f->text, at, "，"))
        at += strlen("，");
    return at;
}

/* A task behind a subject, and none that only describes a noun: 公安机关签发的居住证,
 * 财政部门负责人. *bound tells whether it is more than a plain verb: a modal, or a role. */
static bool task_at(const finder *f, size_t at, uint32_t *role, bool *bound)
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
        if (starts(f->text, at + task, nouns[i]))
            return false;
    }
    return true;
}

/* Whether a sure body can begin here at all: most clauses are done with after these look-ups. */
static bool may_begin(const finder *f, size_t at)
{
    static const zw_agency_word kinds[] = { ZW_WORD_LEVEL, ZW_WORD_STEM, ZW_WORD_ALL, ZW_WORD_OWN,
                                            ZW_WORD_UNIT };
    for (size_t i = 0; i < COUNT(kinds); i++) {
        if (zw_agency_word_at(f->words, kinds[i], f->text, at, NULL))
            return true;
    }
    return zw_gazetteer_match(f->context->gazetteer, f->text, at) > 0;
}

/* Reads a clause that may begin with its subject; returns where the subject's task begins, or `at`
 * when there is none. */
static size_t subject(finder *f, size_t at, size_t end, const char *rule)
{
    if (!may_begin(f, at))
        return at;
    zw_agency_list list = new_list(f, true);
    size_t clause = at + MAX_CLAUSE < end ? at + MAX_CLAUSE : end;
    size_t p = topic_list(f, &list, at, clause);
    if (p == at)
        p = zw_agency_list_bare(&list, at, clause, &f->failed);
    if (p == at || p >= end)
        return at;
    size_t next = take_with(f, &list, p, clause);
    bool with = next > p, bound;
    uint32_t role;
    p = skip_words(f, next);
    if (!task_at(f, p, &role, &bound) || exhorts(f, p, end))
        return at;
    if (!zw_agency_list_name(&list)) {
        f->failed = true;
        return at;
    }
    zw_str predicate = zw_str_slice(f->text, (zw_range){ p, sentence_end(f->text, p, clause) });
    zw_role own_role = role_of(&list, predicate, role);
    for (size_t i = 0; i < list.members.n; i++) {
        const zw_member *m = &list.members.at[i];
        if (may_act(f, m, bound || with))
            add_fact(f, m, m->supports ? ZW_ROLE_SUPPORT : own_role, m->supports ? "with" : rule);
    }
    return p;
}

/* 办公室设在市发改委，负责…: the seat has the task. */
static void seat(finder *f, size_t at, size_t end)
{
    zw_agency_list list = new_list(f, true);
    size_t p = zw_agency_list_bare(&list, at, end, &f->failed);
    if (p == at || !(starts(f->text, p, "，") || starts(f->text, p, ",")))
        return;
    p += starts(f->text, p, ",") ? 1 : strlen("，");
    if (!starts(f->text, p, "负责") && !starts(f->text, p, "承担") &&
        !starts(f->text, p, "具体负责"))
        return;
    if (!zw_agency_list_name(&list))
        f->failed = true;
    for (size_t i = 0; !f->failed && i < list.members.n; i++)
        add_fact(f, &list.members.at[i], ZW_ROLE_RESPONSIBLE, "seat");
}

static bool ends_before(zw_str text, size_t at, const char *word)
{
    return zw_str_ends((zw_str){ text.at, at }, zw_str_of(word));
}

/* 由 as a word of its own, not in 自由, 理由, 由于. */
static bool by_at(zw_str text, size_t at)
{
    static const char *const inside[] = { "自", "理", "缘", "事", "经", "来" };
    if (!starts(text, at, "由") || starts(text, at, "由于") || starts(text, at, "由此"))
        return false;
    for (size_t i = 0; i < COUNT(inside); i++) {
        size_t n = strlen(inside[i]);
        if (at >= n && starts(text, at - n, inside[i]))
            return false;
    }
    return true;
}

static bool opens_clause(uint32_t c)
{
    return c == 0x3002 || c == 0xFF0C || c == ',' || c == 0xFF1B || c == ';' || c == '\n' ||
           c == 0xFF1A || c == ':' || c == 0xFF01;
}

/* Subjects begin clauses, and follow 由 anywhere. */
static void find_subjects(finder *f, zw_range r)
{
    bool fresh = true;
    for (size_t at = r.start, len; !f->failed && at < r.end; at += len) {
        uint32_t c = zw_utf8_at(f->text, at, &len);
        if (opens_clause(c)) {
            fresh = true;
        } else if (c == 0x7531 && by_at(f->text, at)) {
            subject(f, at + len, r.end, "by");
            fresh = false;
        } else if (c == 0x5728 &&
                   (ends_before(f->text, at, "设") || ends_before(f->text, at, "室"))) {
            seat(f, at + len, r.end);
            fresh = false;
        } else if (fresh && !zw_is_blank(c)) {
            size_t p = subject(f, at, r.end, "subject");
            fresh = false;
            if (p > at)
                len = p - at;
        }
    }
}

static int by_place(const void *a, const void *b)
{
    const zw_agency *x = a, *y = b;
    if (x->place.at.start != y->place.at.start)
        return x->place.at.start < y->place.at.start ? -1 : 1;
    return strcmp(x->place.rule, y->place.rule);
}

/* In order, and each place once: what stands in a group is not a subject too. */
static void sort_facts(zw_facts *facts)
{
    if (!facts->agencies.n)
        return;
    qsort(facts->agencies.at, facts->agencies.n, sizeof *facts->agencies.at, by_place);
    size_t n = 0;
    for (size_t i = 0; i < facts->agencies.n; i++) {
        const zw_agency *a = &facts->agencies.at[i];
        if (n && a->place.at.start < facts->agencies.at[n - 1].place.at.end)
            continue;
        facts->agencies.at[n++] = *a;
    }
    facts->agencies.n = n;
}

zw_status zw_agencies_find(const zw_agency_rules *rules, const zw_fact_context *context,
                           zw_facts *facts, zw_err *err)
{
    finder f = { .words = &rules->words, .context = context, .facts = facts };
    f.text = context->doc->text;
    for (size_t i = 0; !f.failed && i < context->doc->passages.n; i++) {
        const zw_passage *p = &context->doc->passages.at[i];
        find_groups(&f, p->text);
        find_subjects(&f, (zw_range){ p->body, p->text.end });
    }
    if (f.failed)
        return zw_err_nomem(err);
    sort_facts(facts);
    return ZW_OK;
}
