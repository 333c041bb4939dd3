#include "store/fact_json.h"

#include <stdint.h>

static void add_text(cJSON *o, const char *key, const char *text)
{
    if (text)
        cJSON_AddStringToObject(o, key, text);
    else
        cJSON_AddNullToObject(o, key);
}

static void add_str(cJSON *o, const char *key, zw_str text, zw_arena *arena)
{
    add_text(o, key, zw_arena_str(arena, text));
}

static void add_span(cJSON *o, const zw_document *doc, zw_span span)
{
    cJSON_AddNumberToObject(o, "start", (double)span.chr.start);
    cJSON_AddNumberToObject(o, "end", (double)span.chr.end);
    cJSON_AddNumberToObject(o, "start_byte", (double)span.byte.start);
    cJSON_AddNumberToObject(o, "end_byte", (double)span.byte.end);
    add_str(o, "text", zw_str_slice(doc->source->text, span.byte), doc->arena);
}

static cJSON *fact(const char *type, const zw_document *doc, const zw_fact_place *place)
{
    cJSON *o = cJSON_CreateObject();
    cJSON_AddStringToObject(o, "type", type);
    add_text(o, "part", doc->part);
    add_span(o, doc, place->source);
    if (place->passage == SIZE_MAX)
        cJSON_AddNullToObject(o, "passage");
    else
        cJSON_AddNumberToObject(o, "passage", (double)place->passage);
    add_text(o, "rule", place->rule);
    return o;
}

static cJSON *cites(const zw_facts *facts)
{
    cJSON *list = cJSON_CreateArray();
    for (size_t i = 0; i < facts->citations.n; i++) {
        cJSON *cite = cJSON_CreateObject();
        add_text(cite, "title", facts->citations.at[i].title);
        add_text(cite, "number", facts->citations.at[i].number);
        cJSON_AddItemToArray(list, cite);
    }
    return list;
}

cJSON *zw_json_document(const zw_document *doc, const zw_facts *facts)
{
    const zw_metadata *m = &doc->meta;
    cJSON *o = cJSON_CreateObject();
    cJSON_AddStringToObject(o, "type", "document");
    add_text(o, "id", doc->id);
    add_text(o, "file", doc->source->path);
    add_text(o, "part", doc->part);
    add_text(o, "sha256", doc->source->sha256);
    add_text(o, "reader", doc->source->reader);
    add_text(o, "encoding", doc->source->encoding);
    add_text(o, "title", m->title);
    add_text(o, "number", m->number);
    add_text(o, "issuer", m->issuer);
    add_text(o, "date", m->date);
    add_text(o, "published", m->published);
    add_text(o, "effective", m->effective);
    add_text(o, "repealed", m->repealed);
    add_text(o, "validity", m->validity);
    add_text(o, "genre", m->genre);
    const zw_region_path *r = &facts->region;
    add_text(o, "region", r->n ? r->names[r->n - 1] : NULL);
    cJSON_AddItemToObject(o, "region_path", cJSON_CreateStringArray(r->names, (int)r->n));
    cJSON_AddItemToObject(o, "cites", cites(facts));
    return o;
}

static cJSON *heading_path(const zw_document *doc, size_t section)
{
    cJSON *path = cJSON_CreateArray();
    for (size_t i = section; i > 0; i = doc->sections.at[i].parent) {
        const zw_section *s = &doc->sections.at[i];
        zw_str number = zw_str_trim(zw_str_slice(doc->text, s->number));
        zw_str heading = zw_str_trim(zw_str_slice(doc->text, s->heading));
        char *text = zw_arena_printf(doc->arena, "%.*s%.*s", (int)number.n, number.at,
                                     (int)heading.n, heading.at);
        cJSON_InsertItemInArray(path, 0, cJSON_CreateString(text));
    }
    return path;
}

cJSON *zw_json_passage(const zw_document *doc, size_t passage)
{
    const zw_passage *p = &doc->passages.at[passage];
    cJSON *o = cJSON_CreateObject();
    cJSON_AddStringToObject(o, "type", "passage");
    add_text(o, "part", doc->part);
    cJSON_AddNumberToObject(o, "passage", (double)passage);
    add_span(o, doc, zw_document_span(doc, p->text));
    cJSON_AddItemToObject(o, "heading_path", heading_path(doc, p->section));
    add_str(o, "clean", zw_str_slice(doc->text, p->text), doc->arena);
    return o;
}

static void add_change(cJSON *o, char change)
{
    char text[2] = { change, '\0' };
    add_text(o, "change", change == '+' || change == '-' ? text : NULL);
}

cJSON *zw_json_figure(const zw_document *doc, const zw_figure *f)
{
    cJSON *o = fact("figure", doc, &f->place);
    cJSON_AddNumberToObject(o, "low", f->low);
    cJSON_AddNumberToObject(o, "high", f->high);
    add_text(o, "unit", f->unit);
    add_text(o, "cmp", zw_cmp_name(f->cmp));
    add_text(o, "kind", zw_figure_kind_name(f->kind));
    add_text(o, "indicator", f->indicator);
    add_change(o, f->change);
    if (f->year)
        cJSON_AddNumberToObject(o, "year", f->year);
    else
        cJSON_AddNullToObject(o, "year");
    add_text(o, "region", f->region);
    return o;
}

cJSON *zw_json_agency(const zw_document *doc, const zw_agency *a)
{
    cJSON *o = fact("agency", doc, &a->place);
    add_text(o, "canonical", a->canonical);
    add_text(o, "role", zw_role_name(a->role));
    add_text(o, "deadline", a->deadline);
    return o;
}

static cJSON *label(const zw_label *l)
{
    cJSON *o = cJSON_CreateObject();
    add_text(o, "name", l->name);
    if (l->side)
        add_text(o, "side", l->side);
    add_text(o, "word", l->word);
    cJSON_AddBoolToObject(o, "from_heading", l->from_heading);
    return o;
}

cJSON *zw_json_measure(const zw_document *doc, const zw_measure *m)
{
    cJSON *o = fact("measure", doc, &m->place);
    add_text(o, "verb", m->verb);
    add_text(o, "item", m->item);
    cJSON *topics = cJSON_AddArrayToObject(o, "topics");
    for (size_t i = 0; i < m->n_topics; i++)
        cJSON_AddItemToArray(topics, label(&m->topics[i]));
    cJSON_AddItemToObject(o, "instrument",
                          m->instrument.name ? label(&m->instrument) : cJSON_CreateNull());
    return o;
}

cJSON *zw_json_citation(const zw_document *doc, const zw_citation *c)
{
    cJSON *o = fact("citation", doc, &c->place);
    add_text(o, "title", c->title);
    add_text(o, "number", c->number);
    cJSON_AddBoolToObject(o, "basis", c->basis);
    return o;
}
