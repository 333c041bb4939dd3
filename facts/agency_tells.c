/* Clauses whose subject is a body and that give it no task: what was done, what was issued, and
 * names of nobody in particular. */
#include "base/date.h"
#include "base/utf8.h"
#include "facts/agency_find.h"

#define MAX_DATE_CLAUSE 60 /* bytes */
#define MAX_PREDICATE 300
#define MAX_ANNOUNCED 120

bool zw_agency_is_anybody(const zw_agency_words *words, zw_str name)
{
    for (size_t at = 0, len; at < name.n; at += len) {
        len = zw_agency_word_at(words, ZW_WORD_ANY, name, at, NULL);
        if (!len && !zw_is_blank(zw_utf8_at(name, at, &len)) && name.at[at] != '\n')
            return false;
    }
    return name.n > 0;
}

bool zw_agency_in_report(const zw_agency_words *words, const zw_document *doc)
{
    zw_str genre = zw_str_of(doc->meta.genre), title = zw_str_of(doc->meta.title);
    return zw_agency_word_ends(words, ZW_WORD_TELL, genre) ||
           zw_agency_word_ends(words, ZW_WORD_TELL, title);
}

static bool heading_tells_past(const zw_agency_words *words, zw_str heading)
{
    for (size_t i = 0; i < words->n_end[ZW_WORD_PAST]; i++) {
        if (zw_str_find(heading, words->end[ZW_WORD_PAST][i], 0) < heading.n)
            return true;
    }
    return false;
}

const bool *zw_agency_past_sections(const zw_agency_words *words, const zw_document *doc,
                                    zw_arena *arena)
{
    bool *past = zw_arena_array(arena, doc->sections.n + 1, sizeof *past);
    for (size_t i = 1; past && i < doc->sections.n; i++) {
        const zw_section *s = &doc->sections.at[i];
        past[i] = past[s->parent] || heading_tells_past(words, zw_str_slice(doc->text, s->heading));
    }
    return past;
}

static bool ends_clause(uint32_t c)
{
    return c == 0x3002 || c == 0xFF0C || c == ',' || c == 0xFF1B || c == ';' || c == 0xFF01 ||
           c == 0xFF1A || c == ':';
}

/* 制定了, 取得了: 了 as the mark of what is done; not in 了解, 为了, 除了. */
static bool is_done(zw_str text, size_t at, size_t end)
{
    static const char *const before[] = { "为", "除", "罢", "免", "受" };
    static const char *const behind[] = { "了解", "了结", "了然" };
    zw_str mark = ZW_STR("了"), clause = { text.at, end };
    for (; (at = zw_str_find(clause, mark, at)) < end; at += mark.n) {
        bool other = false;
        for (size_t i = 0; i < COUNT(before); i++)
            other |= zw_str_ends((zw_str){ text.at, at }, zw_str_of(before[i]));
        for (size_t i = 0; i < COUNT(behind); i++)
            other |= zw_text_starts(text, at, behind[i]);
        if (!other)
            return true;
    }
    return false;
}

/* 印发《关于…的通知》: it is out. */
static bool is_issued(const zw_agency_finder *f, size_t task)
{
    size_t issue = zw_agency_word_at(f->words, ZW_WORD_ISSUE, f->text, task, NULL);
    return issue && zw_text_starts(f->text, task + issue, "《");
}

/* 由某协会发布的榜单, 由交通部负责施工的，…: the clause is an attribute or a condition. */
static bool is_attribute(const zw_agency_finder *f, size_t task, size_t stop)
{
    if (zw_str_ends((zw_str){ f->text.at, stop }, ZW_STR("的")))
        return true;
    for (size_t len = 1; len;) {
        len = zw_agency_word_at(f->words, ZW_WORD_ISSUE, f->text, task, NULL);
        if (!len)
            len = zw_agency_word_at(f->words, ZW_WORD_TASK, f->text, task, NULL);
        task += len;
        if (len && zw_text_starts(f->text, task, "的"))
            return true;
    }
    return false;
}

/* 2022年7月，市场监管局…: the clause before is a month or a day and not a term (7月底前). */
static bool follows_day(zw_str text, size_t at)
{
    size_t start = at, len;
    uint32_t c = start ? zw_utf8_before(text, start, &len) : 0;
    if (c != 0xFF0C && c != ',')
        return false;
    size_t stop = start - len;
    for (start = stop; start > 0 && stop - start < MAX_DATE_CLAUSE; start -= len) {
        c = zw_utf8_before(text, start, &len);
        if (ends_clause(c) || c == '\n')
            break;
    }
    zw_date date;
    while (start < stop && zw_is_blank(zw_utf8_at(text, start, &len)))
        start += len;
    size_t used = zw_date_read(text, start, &date);
    return used && start + used == stop && !date.before && !date.end &&
           date.precision <= ZW_DATE_MONTH;
}

/* 某部联合开展2022年度…行动。有关事项通知如下：, the notice says what others do. */
static bool is_announced(zw_str text, size_t stop, size_t end)
{
    static const char *const words[] = { "通知如下", "公告如下", "通告如下", "函告如下" };
    end = stop + MAX_ANNOUNCED < end ? stop + MAX_ANNOUNCED : end;
    for (size_t i = 0; i < COUNT(words); i++) {
        if (zw_str_find((zw_str){ text.at, end }, zw_str_of(words[i]), stop) < end)
            return true;
    }
    return false;
}

static size_t clause_end(zw_str text, size_t at, size_t end)
{
    size_t limit = at + MAX_PREDICATE, len;
    while (at < end && at < limit && !ends_clause(zw_utf8_at(text, at, &len)))
        at += len;
    return at;
}

bool zw_agency_only_tells(const zw_agency_finder *f, size_t at, size_t task, size_t end, bool bound)
{
    /* 某局依据《…》，组织编制了…: the sentence tells; behind a modal, its first clause does. */
    size_t clause = clause_end(f->text, task, end), stop = clause, len;
    for (size_t limit = task + MAX_PREDICATE; !bound && stop < end && stop < limit; stop += len) {
        if (zw_utf8_at(f->text, stop, &len) == 0x3002)
            break;
    }
    if (is_done(f->text, task, stop) || is_attribute(f, task, clause))
        return true;
    return !bound && (f->report || f->past || is_issued(f, task) || follows_day(f->text, at) ||
                      is_announced(f->text, stop, end));
}
