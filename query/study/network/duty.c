#include "query/study/network/duty.h"

#include "base/utf8.h"
#include "facts/agency_place.h"
#include "query/study/wording/sentence.h"

enum {
    LABEL = 12,   /* characters before the first body of a list: 牵头责任单位： */
    NAMED = 40,   /* of a task's name */
    SAYS = 5,     /* of a cell */
    REACH = 6000, /* bytes back to the bracket that a body stands in */
    NUMBER = 10,  /* of an item's number: （二十一） */
};

enum { NATION, PROVINCE, PREFECTURE, COUNTY, TOWNSHIP };

typedef struct {
    zw_session *session;
    zw_arena *arena; /* of a passage */
    zw_duty_fn fn;
    void *context;
} walker;

/* --- lists and sentences ---------------------------------------------------------------------- */

/* Where the bracket that text[at] stands in opens, not before `from`; SIZE_MAX: in none. */
static size_t bracket_of(zw_str text, size_t from, size_t at)
{
    size_t len;
    from = at > from + REACH ? at - REACH : from;
    for (int depth = 0; at > from; at -= len) {
        uint32_t c = zw_utf8_before(text, at, &len);
        if (zw_is_bracket_close(c))
            depth++;
        else if (zw_is_bracket_open(c) && depth-- == 0)
            return at - len;
    }
    return SIZE_MAX;
}

static size_t bracket_end(zw_str text, size_t open, size_t to)
{
    int depth = 0;
    for (size_t at = open, len; at < to; at += len) {
        uint32_t c = zw_utf8_at(text, at, &len);
        depth += zw_is_bracket_open(c) - zw_is_bracket_close(c);
        if (depth == 0)
            return at + len;
    }
    return to;
}

static size_t chars_in(zw_str text, size_t from, size_t to)
{
    size_t n = 0;
    for (size_t len; from < to; from += len, n++)
        zw_utf8_at(text, from, &len);
    return n;
}

/* 责任单位：市公安局: a label and nothing else before the first body. */
static bool labelled(zw_str text, size_t from, size_t at)
{
    size_t len;
    if (at <= from || chars_in(text, from, at) > LABEL)
        return false;
    uint32_t c = zw_utf8_before(text, at, &len);
    return c == ':' || c == 0xFF1A;
}

/* Bodies first .. end - 1 have one list, which stands at `list`; empty: they stand in running text,
 * in `sentence`. */
typedef struct {
    size_t first, end;
    zw_range sentence, list;
} named;

static zw_range list_of(zw_str text, zw_range sentence, size_t at)
{
    size_t open = bracket_of(text, sentence.start, at);
    if (open != SIZE_MAX)
        return (zw_range){ open, bracket_end(text, open, sentence.end) };
    if (labelled(text, sentence.start, at))
        return sentence;
    return (zw_range){ at, at };
}

/* 省住建厅牵头抓总，省财政厅负责资金: the second body has a task of its own; 财政局、规划局配合
 * goes with what stands before. */
static bool own_clause(const zw_passage_record *p, size_t agency)
{
    const zw_agency *a = &p->facts.agencies.at[agency];
    size_t end = a->place.at.start, start = a[-1].place.at.end, len, told = 0;
    if (a->role == ZW_ROLE_SUPPORT || a->role == ZW_ROLE_IMPLEMENT || start >= end)
        return false;
    uint32_t before = zw_utf8_before(p->text, end, &len);
    for (size_t at = start; at < end; at += len)
        told += zw_is_han(zw_utf8_at(p->text, at, &len));
    return told > 1 && (before == 0xFF0C || before == ',');
}

/* The bodies from `first` on that are named together. */
static named take(const zw_passage_record *p, size_t first, zw_range sentence)
{
    size_t at = p->facts.agencies.at[first].place.at.start;
    named n = { first, first + 1, sentence, list_of(p->text, sentence, at) };
    size_t stop = zw_range_len(n.list) ? n.list.end : sentence.end;
    while (n.end < p->facts.agencies.n && p->facts.agencies.at[n.end].place.at.start < stop) {
        size_t other = p->facts.agencies.at[n.end].place.at.start;
        if (!zw_range_len(n.list) && zw_range_len(list_of(p->text, sentence, other)))
            break; /* 市公安局办理落户（市财政局配合） */
        if (!zw_range_len(n.list) && own_clause(p, n.end)) {
            n.sentence.end = other;
            break;
        }
        n.end++;
    }
    return n;
}

/* --- names ------------------------------------------------------------------------------------ */

static bool is_numeral(uint32_t c)
{
    static const char digits[] = "〇零一二三四五六七八九十百";
    bool han = false;
    for (size_t at = 0, len; !han && at < sizeof digits - 1; at += len)
        han = zw_utf8_at(ZW_STR(digits), at, &len) == c;
    return han || zw_is_digit(c);
}

/* 、 . ） 条 項 项 behind a numeral. */
static bool ends_number(uint32_t c)
{
    return c == 0x3001 || c == '.' || c == 0xFF0E || zw_is_bracket_close(c) || c == 0x6761 ||
           c == 0x9879;
}

/* Without （五）, 1., 十二、, 第八条, ①. */
static zw_str without_number(zw_str text)
{
    size_t digits = 0, len = 0;
    for (size_t at = 0, n = 0; at < text.n && n < NUMBER; at += len, n++) {
        uint32_t c = zw_utf8_at(text, at, &len);
        bool circled = c >= 0x2460 && c <= 0x2473;
        if (circled || (digits && ends_number(c)))
            return zw_str_trim((zw_str){ text.at + at + len, text.n - at - len });
        if (is_numeral(c))
            digits++;
        else if (digits || !(zw_is_bracket_open(c) || c == 0x7B2C || zw_is_blank(c))) /* 第 */
            break;
    }
    return text;
}

static bool ends_name(uint32_t c)
{
    return c == 0x3002 || c == 0xFF1B || c == ';' || c == '\n' || c == 0xFF1A || c == ':';
}

/* 省住建厅牵头抓总，省财政厅…: the comma belongs to neither. */
static size_t without_comma(zw_str text, zw_range r)
{
    size_t len;
    while (r.end > r.start) {
        uint32_t c = zw_utf8_before(text, r.end, &len);
        if (c != 0xFF0C && c != ',' && !zw_is_blank(c))
            break;
        r.end -= len;
    }
    return r.end;
}

static const char *name_of(zw_str text, zw_arena *arena)
{
    zw_str rest = without_number(zw_str_trim(text));
    size_t at = 0, len, n = 0;
    for (; at < rest.n && n < NAMED; at += len, n++) {
        if (ends_name(zw_utf8_at(rest, at, &len)))
            break;
    }
    bool cut = at < rest.n && n == NAMED;
    at = cut ? at : without_comma(rest, (zw_range){ 0, at });
    return zw_arena_printf(arena, "%.*s%s", (int)at, rest.at ? rest.at : "", cut ? "…" : "");
}

/* --- tasks ------------------------------------------------------------------------------------ */

static bool is_blank(zw_str text, zw_range r)
{
    for (size_t at = r.start, len; at < r.end; at += len) {
        uint32_t c = zw_utf8_at(text, at, &len);
        if (zw_is_han(c))
            return false;
    }
    return true;
}

/* From `done`, behind the list before, where a list names them. */
static zw_range task_of(const zw_passage_record *p, const named *n, size_t done)
{
    if (!zw_range_len(n->list))
        return n->sentence;
    zw_range task = { done, n->list.start };
    size_t len;
    while (task.start < task.end) { /* ；完善就学政策 behind the list before */
        uint32_t c = zw_utf8_at(p->text, task.start, &len);
        if (!zw_is_blank(c) && c != '\n' && c != 0xFF1B && c != ';' && c != 0x3002 && c != 0xFF0C)
            break;
        task.start += len;
    }
    return is_blank(p->text, task) ? (zw_range){ n->list.start, n->list.start } : task;
}

static zw_status hand_out(walker *w, const zw_passage_record *p, const zw_doc_record *d,
                          const named *n, zw_range task, size_t k, zw_err *err)
{
    bool told = zw_range_len(task) > 0;
    bool before = told && task.start < n->sentence.start;
    zw_range all = { before ? task.start : n->sentence.start,
                     zw_range_len(n->list) ? n->list.end : n->sentence.end };
    while (all.start < all.end && strchr(" \n\t", p->text.at[all.start]))
        all.start++;
    all.end = without_comma(p->text, all);
    const char *heading = p->n_headings ? p->headings[p->n_headings - 1] : "";
    zw_duty_task t = { .passage = p, .document = d, .at = task, .first = n->first };
    t.n = n->end - n->first;
    t.id = k ? zw_arena_printf(w->arena, "%s.%zu", p->id, k) : p->id;
    t.name = name_of(told ? zw_str_slice(p->text, task) : zw_str_of(heading), w->arena);
    t.source = zw_passage_record_span(p, all);
    t.quotation = zw_passage_record_quote(p, t.source);
    return t.id && t.name ? w->fn(w->context, &t, err) : zw_err_nomem(err);
}

/* Calls `each` of the tasks of a passage; counts them where hand is false. */
static zw_status walk(walker *w, const zw_passage_record *p, const zw_doc_record *d, bool number,
                      bool hand, size_t *tasks, zw_err *err)
{
    size_t next = 0, i = 0, done = p->body;
    zw_range sentence;
    zw_status s = ZW_OK;
    *tasks = 0;
    while (s == ZW_OK && i < p->facts.agencies.n && zw_sentence_next(p->text, &next, &sentence)) {
        zw_range rest = sentence;
        while (s == ZW_OK && i < p->facts.agencies.n &&
               p->facts.agencies.at[i].place.at.start < sentence.end) {
            named n = take(p, i, rest);
            ++*tasks;
            if (hand)
                s = hand_out(w, p, d, &n, task_of(p, &n, done), number ? *tasks : 0, err);
            done = zw_range_len(n.list) ? n.list.end : done;
            rest.start = n.sentence.end < sentence.end ? n.sentence.end : rest.start;
            i = n.end;
        }
    }
    return s;
}

/* （三）实行登记制度 | 3 | 制定管理办法。 | 市公安局 | 2015年: the task of a row is the last cell
 * before its bodies that says something; where none does, the longest. */
static zw_range task_cell(const zw_passage_record *p)
{
    zw_range last = { p->body, p->body }, longest = last;
    size_t bodies = p->facts.agencies.at[0].place.at.start;
    for (size_t start = p->body, at = start; at <= p->text.n; at++) {
        if (at < p->text.n && p->text.at[at] != '\t' && p->text.at[at] != '|' &&
            p->text.at[at] != '\n')
            continue;
        zw_range cell = { start, at };
        if (at < bodies && zw_utf8_count(zw_str_slice(p->text, cell)) >= SAYS)
            last = cell;
        if ((at < bodies || start > bodies) && zw_range_len(cell) > zw_range_len(longest))
            longest = cell;
        start = at + 1;
    }
    return zw_range_len(last) ? last : longest;
}

static zw_status read_row(walker *w, const zw_passage_record *p, const zw_doc_record *d,
                          zw_err *err)
{
    zw_range whole = { p->body, p->text.n };
    const named n = { 0, p->facts.agencies.n, whole, whole };
    zw_range task = task_cell(p);
    return hand_out(w, p, d, &n, zw_range_len(task) ? task : (zw_range){ 0, 0 }, 0, err);
}

static zw_status read_passage(void *context, const zw_passage_record *p, const zw_doc_record *d,
                              zw_err *err)
{
    walker *w = context;
    size_t tasks;
    if (!p->facts.agencies.n)
        return ZW_OK;
    zw_arena_reset(w->arena);
    if (p->table_row)
        return read_row(w, p, d, err);
    zw_status s = walk(w, p, d, false, false, &tasks, err);
    return s == ZW_OK ? walk(w, p, d, tasks > 1, true, &tasks, err) : s;
}

zw_status zw_duties(zw_session *session, const char *query, zw_arena *arena, zw_duty_fn fn,
                    void *context, zw_plan *plan, zw_query_fault *fault, zw_err *err)
{
    walker w = { session, zw_arena_new(), fn, context };
    size_t total;
    *plan = (zw_plan){ 0 };
    zw_status s = w.arena ? zw_each_passage(session, query, arena, read_passage, &w, plan, &total,
                                            fault, err)
                          : zw_err_nomem(err);
    zw_arena_free(w.arena);
    return s;
}

bool zw_duty_collective(const zw_agency *agency)
{
    static const char *const words[] = { "各",   "有关", "相关", "以上", "所在地",
                                         "地方", "县级", "乡级", "乡镇", "、" };
    zw_str name = zw_str_of(agency->canonical);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (zw_str_has(name, words[i]))
            return true;
    }
    return false;
}

/* --- levels ----------------------------------------------------------------------------------- */

zw_status zw_duty_level(zw_session *session, const zw_doc_record *document, zw_arena *arena,
                        const char **level, zw_err *err)
{
    static const char *const names[] = { "nation", "province", "prefecture", "county", "township" };
    const zw_gazetteer *gazetteer;
    zw_region_now now;
    zw_region_path none = { 0 };
    *level = NULL;
    zw_status s = zw_session_gazetteer(session, &gazetteer, err);
    if (s != ZW_OK)
        return s;
    if (document->region.n == 0) {
        const char *issuer = document->meta.issuer;
        const char *place = issuer ? zw_agency_place(gazetteer, zw_str_of(issuer), &none, arena)
                                   : NULL;
        *level = place && strcmp(place, "全国") == 0 ? names[NATION] : NULL;
        return ZW_OK;
    }
    if (!zw_gazetteer_now(gazetteer, &document->region, arena, &now))
        return zw_err_nomem(err);
    size_t n = document->region.n;
    if (strcmp(document->region.names[0], "全国") == 0)
        n = NATION;
    else if (n < TOWNSHIP && now.code)
        n = now.code % 10000 == 0 ? PROVINCE : now.code % 100 == 0 ? PREFECTURE : COUNTY;
    *level = names[n < TOWNSHIP ? n : TOWNSHIP];
    return ZW_OK;
}
