#include <cjson/cJSON.h>
#include <stdlib.h>

#include "query/answer/output.h"
#include "store/fact_json.h"

/* cJSON answers NULL when memory is out and takes NULL where it stands for nothing, so what is
 * built is checked once, where it is printed: a part that failed is missing there, hence `failed`
 * for the parts we make ourselves. */

static void add_text(cJSON *o, const char *key, const char *text)
{
    if (text)
        cJSON_AddStringToObject(o, key, text);
    else
        cJSON_AddNullToObject(o, key);
}

static void add_str(cJSON *o, const char *key, zw_str text)
{
    cJSON_AddItemToObject(o, key, zw_json_string(text));
}

/* A number that is only told when it was counted. */
static void add_count(cJSON *o, const char *key, bool counted, size_t n)
{
    if (counted)
        cJSON_AddNumberToObject(o, key, (double)n);
    else
        cJSON_AddNullToObject(o, key);
}

static zw_status print(cJSON *o, bool line, zw_buf *to, zw_err *err)
{
    char *text = o ? line ? cJSON_PrintUnformatted(o) : cJSON_Print(o) : NULL;
    if (text)
        zw_buf_printf(to, "%s\n", text);
    zw_status s = text && !zw_buf_failed(to) ? ZW_OK : zw_err_nomem(err);
    free(text);
    cJSON_Delete(o);
    return s;
}

/* --- parts --------------------------------------------------------------------------------- */

static void add_span(cJSON *o, zw_span span)
{
    cJSON_AddNumberToObject(o, "start", (double)span.chr.start);
    cJSON_AddNumberToObject(o, "end", (double)span.chr.end);
    cJSON_AddNumberToObject(o, "start_byte", (double)span.byte.start);
    cJSON_AddNumberToObject(o, "end_byte", (double)span.byte.end);
}

static cJSON *strings(const zw_str *at, size_t n)
{
    cJSON *list = cJSON_CreateArray();
    for (size_t i = 0; i < n; i++)
        cJSON_AddItemToArray(list, zw_json_string(at[i]));
    return list;
}

static cJSON *matches_of(const zw_hit *hit)
{
    cJSON *list = cJSON_CreateArray();
    for (size_t i = 0; i < hit->marks.n; i++) {
        cJSON *match = cJSON_CreateObject();
        zw_span span = zw_passage_record_span(&hit->passage, hit->marks.at[i]);
        add_span(match, span);
        add_str(match, "text", zw_passage_record_quote(&hit->passage, span));
        cJSON_AddItemToArray(list, match);
    }
    return list;
}

static void add_facts(cJSON *o, const zw_passage_record *p)
{
    const zw_facts *f = &p->facts;
    zw_json_context c = zw_json_of_passage(p);
    cJSON *figures = cJSON_AddArrayToObject(o, "figures");
    cJSON *agencies = cJSON_AddArrayToObject(o, "agencies");
    cJSON *measures = cJSON_AddArrayToObject(o, "measures");
    cJSON *citations = cJSON_AddArrayToObject(o, "citations");
    for (size_t i = 0; i < f->figures.n; i++)
        cJSON_AddItemToArray(figures, zw_json_figure(&c, &f->figures.at[i]));
    for (size_t i = 0; i < f->agencies.n; i++)
        cJSON_AddItemToArray(agencies, zw_json_agency(&c, &f->agencies.at[i]));
    for (size_t i = 0; i < f->measures.n; i++)
        cJSON_AddItemToArray(measures, zw_json_measure(&c, &f->measures.at[i]));
    for (size_t i = 0; i < f->citations.n; i++)
        cJSON_AddItemToArray(citations, zw_json_citation(&c, &f->citations.at[i]));
}

/* --- versions ------------------------------------------------------------------------------ */

static void add_version_of(cJSON *o, const zw_version_place *place)
{
    const zw_version_member *self = zw_version_self(place);
    bool related = self && self->of != place->at;
    add_text(o, "relation", zw_relation_name(self ? self->relation : ZW_RELATION_ORIGINAL));
    add_text(o, "version_of", related ? place->group->at[self->of].id : NULL);
}

static cJSON *member_of(const zw_versions_group *group, size_t i)
{
    const zw_version_place place = { group, i };
    const zw_version_member *m = &group->at[i];
    cJSON *o = cJSON_CreateObject();
    add_text(o, "id", m->id);
    add_version_of(o, &place);
    add_text(o, "title", m->title);
    add_text(o, "number", m->number);
    add_text(o, "date", m->date);
    return o;
}

static void add_versions(cJSON *o, const zw_version_place *place)
{
    add_version_of(o, place);
    cJSON *list = cJSON_AddArrayToObject(o, "versions");
    for (size_t i = 0; place->group && i < place->group->n; i++)
        cJSON_AddItemToArray(list, member_of(place->group, i));
}

static cJSON *hit_of(const zw_hit *hit, size_t rank)
{
    cJSON *o = cJSON_CreateObject();
    cJSON_AddStringToObject(o, "type", "hit");
    cJSON_AddNumberToObject(o, "rank", (double)rank);
    add_text(o, "id", hit->passage.id);
    cJSON_AddNumberToObject(o, "score", hit->score);
    cJSON_AddItemToObject(o, "lacks", strings(hit->lacks.at, hit->lacks.n));
    cJSON_AddItemToObject(o, "document", zw_json_document(hit->document));
    add_versions(o, &hit->version);
    cJSON_AddNumberToObject(o, "others", (double)hit->others);
    cJSON_AddItemToObject(o, "passage", zw_json_passage(&hit->passage));
    cJSON_AddItemToObject(o, "matches", matches_of(hit));
    add_facts(o, &hit->passage);
    return o;
}

static cJSON *looked_of(const zw_looked *looked)
{
    cJSON *o = cJSON_CreateObject();
    add_text(o, "index", looked->where);
    cJSON_AddNumberToObject(o, "documents", (double)looked->documents);
    cJSON_AddNumberToObject(o, "passages", (double)looked->passages);
    cJSON_AddNumberToObject(o, "figures", (double)looked->figures);
    add_text(o, "first_year", *looked->first_year ? looked->first_year : NULL);
    add_text(o, "last_year", *looked->last_year ? looked->last_year : NULL);
    return o;
}

static cJSON *expanded_of(const zw_plan *plan)
{
    cJSON *list = cJSON_CreateArray();
    for (size_t i = 0; i < plan->words.n; i++) {
        const zw_query_word *word = &plan->words.at[i];
        if (word->also.n == 0)
            continue;
        cJSON *o = cJSON_CreateObject();
        add_str(o, "word", word->text);
        cJSON_AddItemToObject(o, "also", strings(word->also.at, word->also.n));
        cJSON_AddItemToArray(list, o);
    }
    return list;
}

static cJSON *unknown_of(const zw_plan *plan)
{
    cJSON *list = cJSON_CreateArray();
    for (size_t i = 0; i < plan->words.n; i++) {
        const zw_query_word *word = &plan->words.at[i];
        if (!word->known && !word->rank_only && word->also.n == 0)
            cJSON_AddItemToArray(list, zw_json_string(word->text));
    }
    return list;
}

/* What every answer begins with. */
static cJSON *answer_head(const zw_looked *looked, const zw_plan *plan, size_t total, size_t first)
{
    cJSON *o = cJSON_CreateObject();
    add_text(o, "query", looked->query);
    cJSON_AddItemToObject(o, "looked_at", looked_of(looked));
    cJSON_AddNumberToObject(o, "total", (double)total);
    cJSON_AddNumberToObject(o, "offset", (double)first);
    cJSON_AddItemToObject(o, "expanded", expanded_of(plan));
    cJSON_AddItemToObject(o, "unknown", unknown_of(plan));
    cJSON *notes = cJSON_AddArrayToObject(o, "notes");
    for (size_t i = 0; i < plan->notes.n; i++)
        cJSON_AddItemToArray(notes, cJSON_CreateString(plan->notes.at[i]));
    return o;
}

/* --- search -------------------------------------------------------------------------------- */

static void add_relaxed(cJSON *o, const zw_answer *answer)
{
    if (!answer->relaxed) {
        cJSON_AddNullToObject(o, "relaxed");
        return;
    }
    cJSON *relaxed = cJSON_AddObjectToObject(o, "relaxed");
    cJSON *words = cJSON_AddArrayToObject(relaxed, "words");
    for (size_t i = 0; i < answer->plan.words.n; i++) {
        const zw_query_word *word = &answer->plan.words.at[i];
        if (word->side && !word->rank_only)
            cJSON_AddItemToArray(words, zw_json_string(word->text));
    }
    cJSON_AddNumberToObject(relaxed, "total", (double)answer->partial);
}

zw_status zw_json_answer(const zw_answer *answer, const zw_looked *looked,
                         const zw_query_shares *shares, zw_buf *to, zw_err *err)
{
    cJSON *o = answer_head(looked, &answer->plan, answer->total, answer->first);
    if (answer->about)
        cJSON_AddBoolToObject(o, "total_is_estimate", true);
    add_count(o, "texts", answer->collapsed, answer->texts);
    add_relaxed(o, answer);
    cJSON *parts = cJSON_AddArrayToObject(o, "parts");
    for (size_t i = 0; i < shares->n; i++) {
        cJSON *part = cJSON_CreateObject();
        add_str(part, "query", shares->at[i].text);
        cJSON_AddNumberToObject(part, "total", (double)shares->at[i].total);
        cJSON_AddItemToArray(parts, part);
    }
    cJSON *hits = cJSON_AddArrayToObject(o, "hits");
    for (size_t i = 0; i < answer->hits.n; i++)
        cJSON_AddItemToArray(hits, hit_of(&answer->hits.at[i], answer->first + i + 1));
    return print(o, false, to, err);
}

zw_status zw_ndjson_answer(const zw_answer *answer, zw_buf *to, zw_err *err)
{
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < answer->hits.n; i++)
        s = print(hit_of(&answer->hits.at[i], answer->first + i + 1), true, to, err);
    return s;
}

/* --- figures ------------------------------------------------------------------------------- */

static cJSON *row_of(const zw_figure_row *r)
{
    char change[2] = { r->change, '\0' };
    cJSON *o = cJSON_CreateObject();
    cJSON_AddStringToObject(o, "type", "figure");
    add_text(o, "place", r->place);
    add_text(o, "region", r->region);
    add_text(o, "indicator", r->indicator);
    add_text(o, "cmp", zw_cmp_name(r->cmp));
    cJSON_AddNumberToObject(o, "low", r->low);
    cJSON_AddNumberToObject(o, "high", r->high);
    add_text(o, "unit", r->unit);
    add_text(o, "change", *change ? change : NULL);
    if (r->year)
        cJSON_AddNumberToObject(o, "year", r->year);
    else
        cJSON_AddNullToObject(o, "year");
    add_text(o, "kind", zw_figure_kind_name(r->kind));
    add_text(o, "force", zw_force_name(r->force));
    add_text(o, "force_words", r->force_words);
    add_span(o, r->value);
    add_text(o, "text", r->text);
    cJSON *quotation = cJSON_AddObjectToObject(o, "quotation");
    add_span(quotation, r->sentence);
    add_text(quotation, "text", r->quotation);
    add_text(o, "document", r->document);
    add_text(o, "passage", r->passage);
    add_text(o, "title", r->title);
    add_text(o, "number", r->number);
    add_text(o, "date", r->date);
    add_text(o, "headings", r->headings);
    add_text(o, "file", r->file);
    add_text(o, "sha256", r->sha256);
    add_text(o, "rule", r->rule);
    add_version_of(o, &r->version);
    cJSON_AddNumberToObject(o, "versions", (double)zw_version_count(&r->version));
    return o;
}

zw_status zw_json_figures(const zw_figure_table *table, const zw_looked *looked, zw_buf *to,
                          zw_err *err)
{
    cJSON *o = answer_head(looked, &table->plan, table->total, table->first);
    add_count(o, "left_out", table->collapsed, table->left_out);
    cJSON *rows = cJSON_AddArrayToObject(o, "figures");
    for (size_t i = 0; i < table->rows.n; i++)
        cJSON_AddItemToArray(rows, row_of(&table->rows.at[i]));
    return print(o, false, to, err);
}

zw_status zw_ndjson_figures(const zw_figure_table *table, zw_buf *to, zw_err *err)
{
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < table->rows.n; i++)
        s = print(row_of(&table->rows.at[i]), true, to, err);
    return s;
}

/* --- facets -------------------------------------------------------------------------------- */

static cJSON *facet_of(const zw_facets *facets, const zw_facet *f)
{
    cJSON *o = cJSON_CreateObject();
    cJSON_AddStringToObject(o, "type", "facet");
    cJSON_AddStringToObject(o, "by", facets->by);
    add_text(o, "value", *f->value ? f->value : NULL);
    add_text(o, "title", f->title);
    cJSON_AddNumberToObject(o, "documents", (double)f->documents);
    cJSON_AddNumberToObject(o, "passages", (double)f->passages);
    add_count(o, "texts", facets->collapsed, f->texts);
    return o;
}

zw_status zw_json_facets(const zw_facets *facets, const zw_looked *looked, bool lines, zw_buf *to,
                         zw_err *err)
{
    zw_status s = ZW_OK;
    for (size_t i = 0; lines && s == ZW_OK && i < facets->rows.n; i++)
        s = print(facet_of(facets, &facets->rows.at[i]), true, to, err);
    if (lines)
        return s;
    cJSON *o = answer_head(looked, &facets->plan, facets->passages, 0);
    cJSON_AddNumberToObject(o, "documents", (double)facets->documents);
    add_count(o, "texts", facets->collapsed, facets->texts);
    cJSON *rows = cJSON_AddArrayToObject(o, "facets");
    for (size_t i = 0; i < facets->rows.n; i++)
        cJSON_AddItemToArray(rows, facet_of(facets, &facets->rows.at[i]));
    return print(o, false, to, err);
}

/* --- show ---------------------------------------------------------------------------------- */

/* The stretch that was asked for. */
static void add_mark(cJSON *o, const zw_shown *shown, const zw_passage_record *p)
{
    zw_range at;
    if (!zw_shown_mark(shown, p, &at)) {
        cJSON_AddNullToObject(o, "marked");
        return;
    }
    zw_span span = zw_passage_record_span(p, at);
    cJSON *mark = cJSON_AddObjectToObject(o, "marked");
    add_span(mark, span);
    add_str(mark, "text", zw_passage_record_quote(p, span));
}

zw_status zw_json_shown(const zw_shown *shown, zw_buf *to, zw_err *err)
{
    cJSON *o = cJSON_CreateObject();
    cJSON_AddItemToObject(o, "document", zw_json_document(&shown->document));
    cJSON_AddItemToObject(o, "paths",
                          cJSON_CreateStringArray(shown->paths.at, (int)shown->paths.n));
    add_versions(o, &shown->version);
    if (shown->whole)
        cJSON_AddNullToObject(o, "asked");
    else
        add_text(o, "asked", shown->passages.at[shown->passage].id);
    cJSON *passages = cJSON_AddArrayToObject(o, "passages");
    for (size_t i = 0; i < shown->passages.n; i++) {
        const zw_passage_record *p = &shown->passages.at[i];
        cJSON *passage = zw_json_passage(p);
        add_text(passage, "id", p->id);
        add_facts(passage, p);
        add_mark(passage, shown, p);
        cJSON_AddItemToArray(passages, passage);
    }
    return print(o, false, to, err);
}
