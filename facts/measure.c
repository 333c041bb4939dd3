#include "facts/measure.h"

#include <stdlib.h>

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
    size_t at, end; /* what is left of the passage */
    size_t section; /* the first that may begin at or behind `at` */
} segments;

typedef struct {
    zw_range at;
    bool heading;
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

static bool next_segment(segments *w, segment *seg)
{
    while (w->at < w->end) {
        size_t start = w->at, stop = next_start(w, w->at);
        if (stop > start) { /* the rest of a section's body */
            *seg = (segment){ { start, stop }, false };
            w->at = stop;
            return true;
        }
        const zw_section *s = &w->doc->sections.at[w->section++];
        if (zw_range_len(s->number))
            w->at = s->number.end;
        if (zw_range_len(s->heading) && s->heading.end > w->at) {
            *seg = (segment){ { w->at, s->heading.end }, true };
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

static bool add(finder *f, const zw_measure_found *found)
{
    const zw_fact_context *c = f->context;
    zw_measure *m = zw_array_add(c->arena, &f->facts->measures);
    if (!m)
        return false;
    zw_str item = zw_document_item_at(c->doc, found->at.start);
    m->place = zw_fact_place_of(c, found->at, found->rule);
    m->verb = found->verb;
    m->item = item.n ? zw_arena_str(c->arena, item) : NULL;
    return !item.n || m->item;
}

static bool find_in_segment(finder *f, segment seg)
{
    zw_measure_parser p = { .words = &f->rules->words };
    zw_clause_walk walk = zw_clause_walk_of(f->context->doc->text, seg.at);
    for (zw_clause clause; zw_clause_next(&walk, &clause);) {
        zw_measure_found found;
        if (zw_measure_parse(&p, f->context->doc->text, &clause, seg.heading, &found) &&
            !add(f, &found))
            return false;
    }
    return true;
}

zw_status zw_measures_find(const zw_measure_rules *rules, const zw_fact_context *context,
                           zw_facts *facts, zw_err *err)
{
    finder f = { rules, context, facts };
    const zw_document *doc = context->doc;
    segments walk = { doc, 0, 0, 0 };
    for (size_t i = 0; i < doc->passages.n; i++) {
        if (doc->passages.at[i].table_row)
            continue;
        walk.at = doc->passages.at[i].text.start;
        walk.end = doc->passages.at[i].text.end;
        for (segment seg; next_segment(&walk, &seg);)
            if (!find_in_segment(&f, seg))
                return zw_err_nomem(err);
    }
    return ZW_OK;
}
