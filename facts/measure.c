#include "facts/measure.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "facts/clause.h"
#include "facts/measure_parse.h"

struct zw_measure_rules {
    zw_measure_words words;
};

zw_status zw_measure_rules_open(zw_measure_rules **rules, zw_err *err)
{
    zw_measure_rules *r = calloc(1, sizeof *r);
    if (!r)
        return zw_err_nomem(err);
    zw_status s = zw_measure_words_open(&r->words, err);
    if (s != ZW_OK) {
        zw_measure_rules_free(r);
        return s;
    }
    *rules = r;
    return ZW_OK;
}

void zw_measure_rules_free(zw_measure_rules *rules)
{
    if (!rules)
        return;
    zw_measure_words_close(&rules->words);
    free(rules);
}

/* A document is walked in segments: what stands between two item numbers, headings apart. */
typedef struct {
    const zw_document *doc;
    size_t at, end;   /* what is left of the passage */
    size_t section;   /* the first that may begin at or behind `at` */
    const bool *past; /* of each section */
} segments;

typedef struct {
    zw_range at;
    bool heading;
    bool past; /* under a heading such as 工作回顾: what was done, not what will be */
} segment;

static size_t section_start(const zw_section *s)
{
    return zw_range_len(s->number) ? s->number.start : s->heading.start;
}

static bool has_start(const zw_section *s)
{
    return zw_range_len(s->number) > 0 || zw_range_len(s->heading) > 0;
}

/* Where the next section behind `at` begins, at most the passage's end. */
static size_t next_start(segments *w, size_t at)
{
    const zw_document *doc = w->doc;
    while (w->section < doc->sections.n && (!has_start(&doc->sections.at[w->section]) ||
                                            section_start(&doc->sections.at[w->section]) < at))
        w->section++;
    if (w->section == doc->sections.n)
        return w->end;
    size_t start = section_start(&doc->sections.at[w->section]);
    return start < w->end ? start : w->end;
}

static bool is_past(const segments *w, size_t at)
{
    return w->past[zw_document_section_at(w->doc, at)];
}

static bool next_segment(segments *w, segment *seg)
{
    while (w->at < w->end) {
        size_t start = w->at, stop = next_start(w, w->at);
        if (stop > start) { /* the rest of a section's body */
            *seg = (segment){ { start, stop }, false, is_past(w, start) };
            w->at = stop;
            return true;
        }
        const zw_section *s = &w->doc->sections.at[w->section++];
        if (zw_range_len(s->number))
            w->at = s->number.end;
        if (zw_range_len(s->heading) && s->heading.end > w->at) {
            *seg = (segment){ { w->at, s->heading.end }, true, false };
            if (seg->at.end > w->end)
                seg->at.end = w->end;
            w->at = seg->at.end;
            return true;
        }
    }
    return false;
}

typedef struct {
    const zw_measure_rules *rules;
    const zw_fact_context *context;
    zw_facts *facts;
} finder;

/* The number of the innermost item that has one; a dash (——) marks an item and numbers none. */
static zw_str item_at(const zw_document *doc, size_t at)
{
    for (size_t i = zw_document_section_at(doc, at); i > 0; i = doc->sections.at[i].parent) {
        zw_str number = zw_str_trim(zw_str_slice(doc->text, doc->sections.at[i].number));
        if (number.n && !zw_str_starts(number, ZW_STR("—")) && !zw_str_starts(number, ZW_STR("-")))
            return number;
    }
    return (zw_str){ 0 };
}

static bool add(finder *f, const zw_measure_found *found)
{
    const zw_fact_context *c = f->context;
    zw_measure *m = zw_array_add(c->arena, &f->facts->measures);
    if (!m)
        return false;
    zw_str item = item_at(c->doc, found->at.start);
    m->place = zw_fact_place_of(c, found->at, found->rule);
    m->verb = found->verb;
    m->item = item.n ? zw_arena_str(c->arena, item) : NULL;
    return !item.n || m->item;
}

static void lengthen(finder *f, const zw_measure_found *more)
{
    zw_measure *last = &f->facts->measures.at[f->facts->measures.n - 1];
    zw_range at = { last->place.at.start, more->at.end };
    if (more->verb)
        last->verb = more->verb;
    last->place = zw_fact_place_of(f->context, at, last->place.rule);
}

static bool find_in_segment(finder *f, segment seg)
{
    zw_measure_parser p = { .words = &f->rules->words };
    zw_str text = f->context->doc->text;
    zw_clause_walk walk = zw_clause_walk_of(text, seg.at);
    for (zw_clause clause; zw_clause_next(&walk, &clause);) {
        zw_measure_found found = { 0 };
        zw_measure_reading r = zw_measure_parse(&p, text, &clause, seg.heading, &found);
        if (r == ZW_MEASURE_FOUND && !add(f, &found))
            return false;
        if (r == ZW_MEASURE_LONGER)
            lengthen(f, &found);
        if (r == ZW_MEASURE_UNDONE)
            f->facts->measures.n--;
    }
    return true;
}

static bool heading_tells_past(const zw_measure_words *words, zw_str heading)
{
    for (size_t i = 0, len; i < heading.n; i += len) {
        if (zw_measure_end_at(words, heading, i, ZW_END_PAST))
            return true;
        zw_utf8_at(heading, i, &len);
    }
    return false;
}

/* For each section whether it or one around it tells the past; NULL: out of memory. */
static const bool *find_past(const finder *f)
{
    const zw_document *doc = f->context->doc;
    bool *past = zw_arena_array(f->context->arena, doc->sections.n + 1, sizeof *past);
    for (size_t i = 1; past && i < doc->sections.n; i++) {
        const zw_section *s = &doc->sections.at[i];
        past[i] = past[s->parent] ||
                  heading_tells_past(&f->rules->words, zw_str_slice(doc->text, s->heading));
    }
    return past;
}

zw_status zw_measures_find(const zw_measure_rules *rules, const zw_fact_context *context,
                           zw_facts *facts, zw_err *err)
{
    finder f = { rules, context, facts };
    const zw_document *doc = context->doc;
    segments walk = { .doc = doc, .past = find_past(&f) };
    if (!walk.past)
        return zw_err_nomem(err);
    for (size_t i = 0; i < doc->passages.n; i++) {
        if (doc->passages.at[i].table_row)
            continue;
        walk.at = doc->passages.at[i].text.start;
        walk.end = doc->passages.at[i].text.end;
        for (segment seg; next_segment(&walk, &seg);)
            if (!seg.past && !find_in_segment(&f, seg))
                return zw_err_nomem(err);
    }
    return ZW_OK;
}
