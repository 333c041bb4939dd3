/* A list of bodies, cut into its members and given full names. */
#include "facts/agency_list.h"

#include "base/date.h"
#include "base/utf8.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define MAX_MEMBER 150 /* bytes: 自治区推进新型城镇化工作领导小组办公室 has 57 */

static bool starts_with_any(zw_str text, size_t at, const char *const *words, size_t n, size_t *len)
{
    zw_str rest = { text.at + at, text.n - at };
    for (size_t i = 0; i < n; i++) {
        if (zw_str_starts(rest, zw_str_of(words[i]))) {
            *len = strlen(words[i]);
            return true;
        }
    }
    return false;
}

static bool is_open(uint32_t c)
{
    return c == '(' || c == 0xFF08 || c == 0x3008 || c == '<';
}

static bool is_close(uint32_t c)
{
    return c == ')' || c == 0xFF09 || c == 0x3009 || c == '>';
}

static bool is_pause(uint32_t c)
{
    static const uint32_t pauses[] = { 0x3001, 0xFF0C, ',',  0xFF1B, ';', 0x3002,
                                       0xFF1A, ':',    '\n', '\t',   '|', 0xFF0E };
    for (size_t i = 0; i < COUNT(pauses); i++) {
        if (c == pauses[i])
            return true;
    }
    return false;
}

static const char *const joiners[] = { "以及", "或者", "和", "及", "与", "或" };

static size_t joiner_at(zw_str text, size_t at)
{
    size_t len;
    return starts_with_any(text, at, joiners, COUNT(joiners), &len) ? len : 0;
}

/* Without a bracket at its end: 各县区政府(管委). */
static zw_str core_of(zw_str name)
{
    size_t len;
    if (!name.n || !is_close(zw_utf8_before(name, name.n, &len)))
        return name;
    size_t at = name.n - len;
    for (int depth = 1; at > 0 && depth > 0; at -= len) {
        uint32_t c = zw_utf8_before(name, at, &len);
        depth += is_close(c) - is_open(c);
    }
    return (zw_str){ name.at, at };
}

/* 县（区）, 县区政府: units and brackets with units in them, nothing else. */
static bool all_units(const zw_agency_list *list, zw_str name)
{
    bool any = false;
    for (size_t at = 0, len; at < name.n; at += len) {
        uint32_t c = zw_utf8_at(name, at, &len);
        if (is_open(c) || is_close(c) || c == 0x3001 || zw_is_blank(c))
            continue;
        len = zw_agency_word_at(list->words, ZW_WORD_UNIT, name, at, NULL);
        if (!len)
            return false;
        any = true;
    }
    return any;
}

static bool ends_in_unit(const zw_agency_list *list, zw_str name)
{
    static const char *const vague[] = { "级", "地", "有关", "相关" };
    for (size_t i = 0; i < COUNT(vague); i++) {
        if (zw_str_ends(name, zw_str_of(vague[i])))
            return zw_str_ends(name, ZW_STR("各地"));
    }
    return zw_agency_word_ends(list->words, ZW_WORD_UNIT, name) > 0;
}

static bool ends_in_tail(const zw_agency_list *list, zw_str name)
{
    size_t tail = zw_agency_word_ends(list->words, ZW_WORD_TAIL, name);
    return tail > 0 && tail < name.n && !zw_agency_word_ends(list->words, ZW_WORD_NOT, name);
}

/* The prefix of a list at the start of a name: 市 in 市公安局, none in 市场监管局. */
static size_t level_of(const zw_agency_list *list, zw_str name)
{
    size_t level = zw_agency_word_at(list->words, ZW_WORD_LEVEL, name, 0, NULL);
    if (!level || zw_agency_word_at(list->words, ZW_WORD_PLAIN, name, 0, NULL) > level)
        return 0;
    return level < name.n ? level : 0;
}

/* 组织各级法院 begins with a deed, 建设部门 with what the department sees to. */
static bool begins_with_deed(const zw_agency_list *list, zw_str name)
{
    size_t deed = zw_agency_word_at(list->words, ZW_WORD_TASK, name, 0, NULL);
    size_t stem = zw_agency_word_at(list->words, ZW_WORD_STEM, name, 0, NULL);
    zw_str rest = { name.at + deed, name.n - deed };
    return deed && (stem < deed || zw_agency_word_at(list->words, ZW_WORD_ALL, rest, 0, NULL));
}

/* A clause and no name: 最高人民法院已于2017年… */
static bool holds_clause(zw_str name)
{
    static const char *const words[] = { "的",   "是",   "已",   "于", "被",   "由", "按照", "根据",
                                         "应当", "可能", "并且", "到", "通过", "向", "并在" };
    for (size_t i = 0; i < COUNT(words); i++) {
        if (zw_str_find(name, zw_str_of(words[i]), 0) < name.n)
            return true;
    }
    return false;
}

/* 国务院财政部门, 省级能源主管部门: what a department sees to stands before its kind. */
static bool sees_to_something(const zw_agency_list *list, zw_str name)
{
    static const char *const kinds[] = { "部门", "机关", "机构", "主管", "行政", "管理", "监督" };
    for (bool more = true; more;) {
        if (zw_agency_word_ends(list->words, ZW_WORD_STEM, name))
            return true;
        more = false;
        for (size_t i = 0; !more && i < COUNT(kinds); i++) {
            if (zw_str_ends(name, zw_str_of(kinds[i]))) {
                name.n -= strlen(kinds[i]);
                more = true;
            }
        }
    }
    return false;
}

/* Running text names many things that end in 会 or 部: there a body shows by its beginning. */
static bool surely_body(const zw_agency_list *list, zw_str name)
{
    if (begins_with_deed(list, name) || holds_clause(name))
        return false;
    if (zw_str_ends(name, ZW_STR("单位"))) /* 建设单位, 用人单位: whoever builds, employs */
        return false;
    size_t level = level_of(list, name);
    zw_str rest = { name.at + level, name.n - level };
    size_t stem = zw_agency_word_at(list->words, ZW_WORD_STEM, rest, 0, NULL);
    if (stem) /* 建设政府 is no body */
        return level || !zw_str_ends(rest, ZW_STR("政府"));
    if (zw_str_ends(name, ZW_STR("部门")) || zw_str_ends(name, ZW_STR("机关")) ||
        zw_str_ends(name, ZW_STR("机构")))
        return sees_to_something(list, name) || (level && zw_str_eq(rest, ZW_STR("主管部门")));
    return level || zw_agency_word_at(list->words, ZW_WORD_OWN, name, 0, NULL) ||
           zw_gazetteer_match(list->gazetteer, name, 0);
}

static bool looks_like_place(const zw_agency_list *list, zw_str name)
{
    static const char *const tails[] = { "市", "县", "区", "旗", "州",
                                         "盟", "省", "镇", "乡", "新城" };
    size_t matched = zw_gazetteer_match(list->gazetteer, name, 0);
    if (name.n && matched == name.n)
        return true;
    if (list->strict)
        return false;
    for (size_t i = 0; i < COUNT(tails); i++) {
        if (zw_str_ends(name, zw_str_of(tails[i])))
            return name.n > 6;
    }
    return false;
}

static bool plain_characters(zw_str name)
{
    for (size_t at = 0, len; at < name.n; at += len) {
        uint32_t c = zw_utf8_at(name, at, &len);
        bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        bool quote = c == 0x201C || c == 0x201D || c == '"' || c == 0x2014 || c == '-' || c == '/';
        if (!zw_is_han(c) && !letter && !quote && !is_open(c) && !is_close(c) && !zw_is_blank(c) &&
            c != 0x3001 && c != '\n')
            return false;
    }
    return true;
}

/* 各, 各有关, 各试点: what a collective body begins with. */
static size_t all_words(const zw_agency_list *list, zw_str name)
{
    size_t at = 0, len;
    while (at < name.n && (len = zw_agency_word_at(list->words, ZW_WORD_ALL, name, at, NULL)) > 0)
        at += len;
    return at;
}

zw_member_kind zw_member_kind_of(const zw_agency_list *list, zw_range r)
{
    zw_str name = zw_str_trim(zw_str_slice(list->text, r));
    zw_str core = core_of(name);
    if (!name.n || name.n > MAX_MEMBER || !plain_characters(name))
        return ZW_MEMBER_NONE;
    size_t all = all_words(list, name);
    if (all && list->strict && all <= core.n &&
        holds_clause((zw_str){ core.at + all, core.n - all }))
        return ZW_MEMBER_NONE;
    if (all && core.n)
        return ends_in_tail(list, core) ||
                       (ends_in_unit(list, core) &&
                        (!list->strict || all_units(list, (zw_str){ core.at + all, core.n - all })))
                   ? ZW_MEMBER_ALL
                   : ZW_MEMBER_NONE;
    if (all_units(list, name))
        return ZW_MEMBER_UNITS;
    if (ends_in_tail(list, core) && (!list->strict || surely_body(list, core)))
        return ZW_MEMBER_BODY;
    return looks_like_place(list, core) ? ZW_MEMBER_PLACE : ZW_MEMBER_NONE;
}

/* 要, 核定, 可以; not 督查 in 督查室. */
static bool task_may_begin(const zw_agency_list *list, size_t at)
{
    uint32_t kind = ZW_NO_ROLE;
    size_t idle = zw_agency_word_at(list->words, ZW_WORD_IDLE, list->text, at, &kind);
    size_t task = zw_agency_word_at(list->words, ZW_WORD_TASK, list->text, at, NULL);
    return zw_agency_word_at(list->words, ZW_WORD_MUST, list->text, at, NULL) || task > idle ||
           (idle && kind == ZW_NO_ROLE);
}

/* Whether a name may end before what stands at `at`. */
static bool name_may_end(const zw_agency_list *list, size_t at)
{
    static const zw_agency_word loose[] = { ZW_WORD_VERB, ZW_WORD_WITH, ZW_WORD_SKIP };
    for (size_t i = 0; i < COUNT(loose); i++) {
        if (zw_agency_word_at(list->words, loose[i], list->text, at, NULL))
            return true;
    }
    if (list->tasks && task_may_begin(list, at))
        return true;
    return joiner_at(list->text, at) > 0;
}

/* Whether text[r] is a member to which what follows does not belong: 商 makes 省商务厅 of 省, and
 * only a whole name is joined by 会同. */
static bool ends_here(const zw_agency_list *list, zw_range r)
{
    zw_member_kind kind = zw_member_kind_of(list, r);
    bool with = zw_agency_word_at(list->words, ZW_WORD_WITH, list->text, r.end, NULL) > 0;
    if (list->tasks && !list->strict)
        return kind == ZW_MEMBER_BODY;
    return kind != ZW_MEMBER_NONE && !(with && kind == ZW_MEMBER_UNITS);
}

/* Whether the line end at `at` only breaks a name: 省⏎发展改革委, 省财政⏎厅. */
static bool breaks_name(const zw_agency_list *list, size_t start, size_t at, size_t end)
{
    zw_str piece = zw_str_trim(zw_str_slice(list->text, (zw_range){ start, at }));
    size_t len, next = at + 1;
    if (list->strict || !piece.n || piece.n > MAX_MEMBER || next >= end ||
        !zw_is_han(zw_utf8_at(list->text, next, &len)) || joiner_at(list->text, next))
        return false;
    size_t level = zw_agency_word_at(list->words, ZW_WORD_LEVEL, piece, 0, NULL);
    if (level == piece.n)
        return true;
    return (level || zw_agency_word_at(list->words, ZW_WORD_STEM, piece, 0, NULL)) &&
           zw_member_kind_of(list, (zw_range){ start, at }) == ZW_MEMBER_NONE &&
           !zw_agency_word_at(list->words, ZW_WORD_LEVEL, list->text, next, NULL);
}

size_t zw_member_end(const zw_agency_list *list, size_t at, size_t end)
{
    size_t start = at, len;
    int depth = 0;
    for (; at < end; at += len) {
        uint32_t c = zw_utf8_at(list->text, at, &len);
        if (is_close(c) && depth == 0)
            break;
        depth += is_open(c) - is_close(c);
        if (depth > 0)
            continue;
        if (c == '\n' && breaks_name(list, start, at, end))
            continue;
        if (is_pause(c))
            break;
        if (at > start && at - start <= MAX_MEMBER && name_may_end(list, at) &&
            ends_here(list, (zw_range){ start, at }))
            break;
    }
    return at;
}

static zw_range trimmed(zw_str text, zw_range r)
{
    zw_str inner = zw_str_trim(zw_str_slice(text, r));
    size_t start = (size_t)(inner.at - text.at);
    return inner.n ? (zw_range){ start, start + inner.n } : (zw_range){ r.start, r.start };
}

static zw_member *add_member(zw_agency_list *list, zw_range r, bool enumerated)
{
    zw_member *m = zw_array_add(list->arena, &list->members);
    if (!m)
        return NULL;
    m->at = trimmed(list->text, r);
    m->kind = zw_member_kind_of(list, m->at);
    m->enumerated = enumerated;
    m->role = ZW_NO_ROLE;
    return m;
}

/* What has been read of a group so far. */
typedef struct {
    size_t at, end;
    size_t pending;  /* members from here wait for their verb */
    size_t undated;  /* and from here for their deadline */
    uint32_t label;  /* the role of the label they stand behind */
    bool enumerated; /* the last separator was 、 */
    bool supports;   /* behind 会同 */
} group;

static void settle(zw_agency_list *list, group *g, uint32_t role)
{
    for (; g->pending < list->members.n; g->pending++) {
        zw_member *m = &list->members.at[g->pending];
        if (m->role == ZW_NO_ROLE || role != ZW_NO_ROLE)
            m->role = m->supports ? (uint32_t)ZW_ROLE_SUPPORT : role;
    }
    g->supports = false;
}

static bool take_label(zw_agency_list *list, group *g)
{
    uint32_t role;
    size_t len = zw_agency_word_at(list->words, ZW_WORD_LABEL, list->text, g->at, &role);
    if (!len)
        return false;
    zw_str rest = zw_str_slice(list->text, (zw_range){ g->at + len, g->end });
    size_t colon = 0, step;
    while (colon < rest.n && zw_is_blank(zw_utf8_at(rest, colon, &step)))
        colon += step;
    uint32_t c = colon < rest.n ? zw_utf8_at(rest, colon, &step) : 0;
    if (c != ':' && c != 0xFF1A && c != 0x3011 && c != ']')
        return false;
    settle(list, g, g->label);
    g->label = role;
    g->enumerated = false;
    g->at += len + colon + step;
    return true;
}

size_t zw_agency_deadline_at(zw_arena *arena, zw_str text, size_t at, const char **deadline)
{
    zw_date date;
    size_t used = zw_date_read(text, at, &date);
    if (!used || date.to.year == 0)
        return 0;
    bool month = date.to.month && date.precision <= ZW_DATE_QUARTER;
    *deadline = month ? zw_arena_printf(arena, "%04d-%02d", date.to.year, date.to.month)
                      : zw_arena_printf(arena, "%04d", date.to.year);
    return used;
}

/* 2017年12月底前完成 gives all members since the last date 2017-12. */
static bool take_date(zw_agency_list *list, group *g, bool *failed)
{
    const char *deadline;
    size_t used = zw_agency_deadline_at(list->arena, list->text, g->at, &deadline);
    if (!used)
        return false;
    *failed = !deadline;
    for (; g->undated < list->members.n; g->undated++)
        list->members.at[g->undated].deadline = deadline;
    g->at += used;
    return true;
}

static bool take_word(zw_agency_list *list, group *g)
{
    uint32_t role;
    size_t len = zw_agency_word_at(list->words, ZW_WORD_VERB, list->text, g->at, &role);
    size_t skipped = zw_agency_word_at(list->words, ZW_WORD_SKIP, list->text, g->at, NULL);
    if (len && len >= skipped) {
        settle(list, g, role);
        g->at += len;
        return true;
    }
    if (skipped) {
        g->at += skipped;
        return true;
    }
    /* 商 in 、商务局 follows no name */
    len = zw_agency_word_at(list->words, ZW_WORD_WITH, list->text, g->at, NULL);
    if (!len || list->members.n == g->pending ||
        list->members.at[list->members.n - 1].at.end != g->at)
        return false;
    g->supports = true;
    g->at += len;
    return true;
}

/* What stood before a colon was no member: 市级牵头单位 is a label all the same, 责任人 ends one.
 */
static uint32_t label_just_read(zw_agency_list *list, group *g)
{
    uint32_t role = ZW_NO_ROLE;
    if (list->members.n && list->members.at[list->members.n - 1].at.end == g->at) {
        zw_str name = zw_str_slice(list->text, list->members.at[--list->members.n].at);
        size_t len = zw_agency_word_ends(list->words, ZW_WORD_LABEL, name);
        zw_agency_word_at(list->words, ZW_WORD_LABEL, name, name.n - len, len ? &role : NULL);
        g->pending = g->pending < list->members.n ? g->pending : list->members.n;
        g->undated = g->undated < list->members.n ? g->undated : list->members.n;
    }
    settle(list, g, g->label);
    return role;
}

static bool take_separator(zw_agency_list *list, group *g)
{
    size_t len;
    uint32_t c = zw_utf8_at(list->text, g->at, &len);
    if (is_pause(c) || is_open(c) || is_close(c) || zw_is_blank(c) || c == '\n') {
        if (c == ':' || c == 0xFF1A) {
            g->label = label_just_read(list, g);
        } else if (c == ';' || c == 0xFF1B || c == 0x3002) {
            settle(list, g, g->label);
        }
        if (is_pause(c))
            g->enumerated = c == 0x3001;
        g->at += len;
        return true;
    }
    len = joiner_at(list->text, g->at);
    if (len)
        g->enumerated = true;
    else if (zw_str_starts(zw_str_slice(list->text, (zw_range){ g->at, g->end }), ZW_STR("由")))
        len = strlen("由");
    g->at += len;
    return len > 0;
}

bool zw_agency_list_group(zw_agency_list *list, zw_range r, uint32_t role)
{
    group g = { .at = r.start, .end = r.end, .label = role };
    g.pending = g.undated = list->members.n;
    bool failed = false;
    while (!failed && g.at < g.end) {
        if (take_label(list, &g) || take_date(list, &g, &failed) || take_word(list, &g) ||
            take_separator(list, &g))
            continue;
        size_t end = zw_member_end(list, g.at, g.end);
        if (end == g.at)
            zw_utf8_at(list->text, g.at, &end), end += g.at;
        zw_member *m = add_member(list, (zw_range){ g.at, end }, g.enumerated);
        if (!m)
            return false;
        m->supports = g.supports;
        g.at = end;
        g.enumerated = false;
    }
    settle(list, &g, g.label);
    return !failed;
}

/* Behind a body that is sure, less will do: 财政局、智慧城市建设办公室 are both. Where such a name
 * ends; `at` when there is none. */
static size_t follower_end(const zw_agency_list *list, size_t at, size_t end)
{
    zw_agency_list loose = *list;
    loose.strict = false;
    size_t stop = zw_member_end(&loose, at, end);
    zw_str name = zw_str_slice(list->text, (zw_range){ at, stop });
    bool body = !begins_with_deed(list, name) && !holds_clause(name) &&
                zw_member_kind_of(&loose, (zw_range){ at, stop }) == ZW_MEMBER_BODY;
    return body ? stop : at;
}

size_t zw_agency_list_bare(zw_agency_list *list, size_t at, size_t end, bool *failed)
{
    size_t done = at;
    bool enumerated = false;
    while (!*failed && at < end) {
        size_t stop = zw_member_end(list, at, end);
        zw_range r = { at, stop };
        zw_member_kind kind = stop > at ? zw_member_kind_of(list, r) : ZW_MEMBER_NONE;
        if (kind == ZW_MEMBER_NONE && enumerated &&
            (r.end = stop = follower_end(list, at, end)) > at)
            kind = ZW_MEMBER_BODY;
        if (kind == ZW_MEMBER_NONE)
            break;
        zw_member *m = add_member(list, r, enumerated);
        if (!m) {
            *failed = true;
            break;
        }
        m->kind = kind;
        done = at = stop;
        size_t len = joiner_at(list->text, at);
        if (!len && zw_str_starts(zw_str_slice(list->text, (zw_range){ at, end }), ZW_STR("、")))
            len = strlen("、");
        if (!len)
            break;
        at += len;
        enumerated = true;
    }
    return done;
}
