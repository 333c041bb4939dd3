/* Departments named by what they see to: 市规划、国土资源等部门. */
#include "base/utf8.h"
#include "facts/agency_find.h"

#define MAX_PREFIX 90 /* bytes */
#define MAX_TOPIC 30  /* bytes of a topic that no table knows */

/* The length of the piece of a prefix at text[at], cut where a stem begins in it: 地市 in
 * 各地市场监管. */
static size_t prefix_piece(const zw_agency_finder *f, size_t at)
{
    static const zw_agency_word kinds[] = { ZW_WORD_ALL, ZW_WORD_UNIT, ZW_WORD_LEVEL };
    size_t len = 0, step;
    for (size_t i = 0; !len && i < COUNT(kinds); i++)
        len = zw_agency_word_at(f->words, kinds[i], f->text, at, NULL);
    for (size_t cut = 0; cut < len; cut += step) {
        size_t stem = zw_agency_word_at(f->words, ZW_WORD_STEM, f->text, at + cut, NULL);
        if (cut && cut + stem > len)
            return cut;
        zw_utf8_at(f->text, at + cut, &step);
    }
    return len;
}

/* A mark inside a prefix, before another piece of it. */
static size_t prefix_mark(const zw_agency_finder *f, size_t at)
{
    static const char *const marks[] = { "、", "（", "）", "(", ")" };
    for (size_t i = 0; i < COUNT(marks); i++) {
        if (zw_text_starts(f->text, at, marks[i]))
            return prefix_piece(f, at + strlen(marks[i])) ? strlen(marks[i]) : 0;
    }
    return 0;
}

/* 市, 县级以上人民政府 before what departments see to. */
static size_t topic_prefix(const zw_agency_finder *f, size_t at)
{
    size_t start = at, len = 1;
    while (len && at - start < MAX_PREFIX &&
           !zw_agency_word_at(f->words, ZW_WORD_STEM, f->text, at, NULL)) {
        len = prefix_piece(f, at);
        if (!len && at > start) /* 市、区县（自治县）人民政府 */
            len = prefix_mark(f, at);
        at += len;
    }
    return at;
}

/* A topic that no table knows, between marks: 房地 in 工商、房地、卫生等部门. */
static size_t unknown_topic(const zw_agency_finder *f, size_t at)
{
    size_t start = at, len;
    for (; at < f->text.n && at - start <= MAX_TOPIC; at += len) {
        uint32_t c = zw_utf8_at(f->text, at, &len);
        if (c == 0x3001 || (at > start && zw_text_starts(f->text, at, "等")))
            return at - start >= 6 ? at - start : 0;
        if (!zw_is_han(c) || zw_agency_word_at(f->words, ZW_WORD_MUST, f->text, at, NULL))
            return 0;
    }
    return 0;
}

static size_t topic_joiner(const zw_agency_finder *f, size_t at)
{
    static const char *const joiners[] = { "、", "和", "及", "以及" };
    for (size_t i = 0; i < COUNT(joiners); i++) {
        if (zw_text_starts(f->text, at, joiners[i]))
            return strlen(joiners[i]);
    }
    return 0;
}

/* What they see to: 规划、国土资源; returns where the list ends. Most of it must be known, and so
 * must its beginning. */
static size_t topics_at(const zw_agency_finder *f, size_t at, zw_range *topics, size_t room,
                        size_t *n)
{
    size_t unknown = 0;
    for (*n = 0; *n < room;) {
        size_t len = zw_agency_word_at(f->words, ZW_WORD_STEM, f->text, at, NULL);
        if (!len && *n > unknown * 2) {
            len = unknown_topic(f, at);
            unknown++;
        }
        if (!len)
            return at;
        topics[(*n)++] = (zw_range){ at, at + len };
        at += len;
        len = topic_joiner(f, at);
        if (!len)
            return at;
        at += len;
    }
    return at;
}

/* 等部门, 等有关行政主管部门: the length of it, 0 for none. */
static size_t departments_at(const zw_agency_finder *f, size_t at)
{
    static const char *const words[] = { "等",   "有关", "相关", "行政",
                                         "主管", "政府", "职能", "行业" };
    size_t start = at;
    for (bool more = true; more;) {
        if (zw_text_starts(f->text, at, "部门"))
            return at + strlen("部门") - start;
        more = false;
        for (size_t i = 0; !more && i < COUNT(words); i++) {
            if (zw_text_starts(f->text, at, words[i])) {
                at += strlen(words[i]);
                more = true;
            }
        }
    }
    return 0;
}

/* 省公安机关 in 财政、省公安机关等部门 is a body, 建设 in 财政、建设等部门 what one sees to. */
static bool is_whole(const zw_agency_finder *f, zw_range topic)
{
    zw_str name = zw_str_slice(f->text, topic);
    return zw_agency_word_at(f->words, ZW_WORD_STEM, name, 0, NULL) < name.n &&
           zw_agency_word_ends(f->words, ZW_WORD_TAIL, name) > 0;
}

size_t zw_agency_topic_list(zw_agency_finder *f, zw_agency_list *list, size_t at, size_t end)
{
    zw_range topics[24];
    size_t n, prefix = topic_prefix(f, at) - at;
    size_t p = topics_at(f, at + prefix, topics, COUNT(topics), &n);
    size_t tail = (n > 1 || zw_text_starts(f->text, p, "等")) && n && p < end ? departments_at(f, p)
                                                                              : 0;
    if (!tail)
        return at;
    for (size_t i = 0; i < n; i++) {
        zw_member *m = zw_array_add(list->arena, &list->members);
        bool whole = is_whole(f, topics[i]);
        if (!m ||
            !(m->canonical = zw_arena_printf(list->arena, "%.*s%.*s%s", whole ? 0 : (int)prefix,
                                             f->text.at + at, (int)zw_range_len(topics[i]),
                                             f->text.at + topics[i].start, whole ? "" : "部门"))) {
            f->failed = true;
            return at;
        }
        m->at = topics[i];
        m->kind = ZW_MEMBER_BODY;
        if (i == 0)
            m->at.start = at;
    }
    return p + tail;
}
