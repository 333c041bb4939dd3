#include "store/fact_json.h"

#include <stdint.h>
#include <stdlib.h>

static void add_text(cJSON *o, const char *key, const char *text)
{
    if (text)
        cJSON_AddStringToObject(o, key, text);
    else
        cJSON_AddNullToObject(o, key);
}

/* cJSON copies what it is given and wants a NUL behind it, which a slice has not. */
cJSON *zw_json_string(zw_str text)
{
    char *copy = malloc(text.n + 1);
    if (!copy)
        return NULL;
    if (text.n)
        memcpy(copy, text.at, text.n);
    copy[text.n] = '\0';
    cJSON *string = cJSON_CreateString(copy);
    free(copy);
    return string;
}

static void add_str(cJSON *o, const char *key, zw_str text)
{
    cJSON_AddItemToObject(o, key, zw_json_string(text));
}

zw_json_context zw_json_of_document(const zw_document *doc)
{
    return (zw_json_context){ doc->part, doc->source->text, 0 };
}

zw_json_context zw_json_of_passage(const zw_passage_record *record)
{
    return (zw_json_context){ record->part, record->quote, record->source.byte.start };
}

/* A fact that reaches beyond its passage is shown as far as the passage goes. */
static zw_str quotation(const zw_json_context *c, zw_range r)
{
    size_t start = r.start < c->source_at ? 0 : r.start - c->source_at;
    size_t end = r.end < c->source_at ? 0 : r.end - c->source_at;
    end = end > c->source.n ? c->source.n : end;
    return zw_str_slice(c->source, (zw_range){ start > end ? end : start, end });
}

static void add_span(cJSON *o, const zw_json_context *c, zw_span span)
{
    cJSON_AddNumberToObject(o, "start", (double)span.chr.start);
    cJSON_AddNumberToObject(o, "end", (double)span.chr.end);
    cJSON_AddNumberToObject(o, "start_byte", (double)span.byte.start);
    cJSON_AddNumberToObject(o, "end_byte", (double)span.byte.end);
    add_str(o, "text", quotation(c, span.byte));
}

static cJSON *fact(const char *type, const zw_json_context *c, const zw_fact_place *place)
{
    cJSON *o = cJSON_CreateObject();
    cJSON_AddStringToObject(o, "type", type);
    add_text(o, "part", c->part);
    add_span(o, c, place->source);
    if (place->passage == SIZE_MAX)
        cJSON_AddNullToObject(o, "passage");
    else
        cJSON_AddNumberToObject(o, "passage", (double)place->passage);
    add_text(o, "rule", place->rule);
    return o;
}

/* All documents it refers to, or those alone that it carries out. */
static cJSON *cites(const zw_doc_record *record, bool basis)
{
    cJSON *list = cJSON_CreateArray();
    for (size_t i = 0; i < record->cites.n; i++) {
        if (basis && !record->cites.at[i].basis)
            continue;
        cJSON *cite = cJSON_CreateObject();
        add_text(cite, "title", record->cites.at[i].title);
        add_text(cite, "number", record->cites.at[i].number);
        cJSON_AddItemToArray(list, cite);
    }
    return list;
}

/* What a manifest gave: the names of the fields, what the text says in their place, its columns. */
static void add_given(cJSON *o, const zw_doc_record *r)
{
    add_text(o, "url", zw_given_value(&r->given, "url"));
    add_text(o, "topic", zw_given_value(&r->given, "topic"));
    cJSON *names = cJSON_AddArrayToObject(o, "given"), *found = cJSON_AddObjectToObject(o, "found"),
          *columns = cJSON_AddObjectToObject(o, "x");
    for (size_t i = 0; i < r->given.n; i++) {
        const zw_given *g = &r->given.at[i];
        if (strncmp(g->name, "x:", 2) == 0)
            add_text(columns, g->name + 2, g->value);
        else
            cJSON_AddItemToArray(names, cJSON_CreateString(g->name));
    }
    for (size_t i = 0; i < r->found.n; i++)
        add_text(found, r->found.at[i].name, r->found.at[i].value);
}

/* What told the place of a document. */
static const char *region_source(const zw_doc_record *r)
{
    if (zw_given_value(&r->given, "region"))
        return "manifest";
    return !r->region.n ? NULL : r->region.by_file ? "path" : "text";
}

cJSON *zw_json_document(const zw_doc_record *r)
{
    const zw_metadata *m = &r->meta;
    const zw_region_path *region = &r->region;
    cJSON *o = cJSON_CreateObject();
    cJSON_AddStringToObject(o, "type", "document");
    add_text(o, "id", r->id);
    add_text(o, "file", r->file);
    add_text(o, "part", r->part);
    add_text(o, "sha256", r->sha256);
    add_text(o, "reader", r->reader);
    add_text(o, "encoding", r->encoding);
    add_text(o, "title", m->title);
    add_text(o, "number", m->number);
    add_text(o, "issuer", m->issuer);
    add_text(o, "date", m->date);
    add_text(o, "published", m->published);
    add_text(o, "effective", m->effective);
    add_text(o, "repealed", m->repealed);
    add_text(o, "validity", m->validity);
    add_text(o, "genre", m->genre);
    add_text(o, "region", region->n ? region->names[region->n - 1] : NULL);
    cJSON_AddItemToObject(o, "region_path", cJSON_CreateStringArray(region->names, (int)region->n));
    add_text(o, "region_source", region_source(r));
    cJSON_AddItemToObject(o, "cites", cites(r, false));
    cJSON_AddItemToObject(o, "implements", cites(r, true));
    add_given(o, r);
    return o;
}

cJSON *zw_json_passage(const zw_passage_record *r)
{
    zw_json_context c = zw_json_of_passage(r);
    cJSON *o = cJSON_CreateObject();
    cJSON_AddStringToObject(o, "type", "passage");
    add_text(o, "part", r->part);
    cJSON_AddNumberToObject(o, "passage", (double)r->index);
    add_span(o, &c, r->source);
    cJSON_AddItemToObject(o, "heading_path",
                          cJSON_CreateStringArray(r->headings, (int)r->n_headings));
    add_str(o, "clean", r->text);
    return o;
}

static void add_change(cJSON *o, char change)
{
    char text[2] = { change, '\0' };
    add_text(o, "change", change == '+' || change == '-' ? text : NULL);
}

cJSON *zw_json_figure(const zw_json_context *c, const zw_figure *f)
{
    cJSON *o = fact("figure", c, &f->place);
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
    add_text(o, "force", zw_force_name(f->force));
    add_text(o, "force_words", f->force_words);
    return o;
}

cJSON *zw_json_agency(const zw_json_context *c, const zw_agency *a)
{
    cJSON *o = fact("agency", c, &a->place);
    add_text(o, "canonical", a->canonical);
    add_text(o, "body", a->body);
    add_text(o, "region", a->region);
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

cJSON *zw_json_measure(const zw_json_context *c, const zw_measure *m)
{
    cJSON *o = fact("measure", c, &m->place);
    add_text(o, "verb", m->verb);
    add_text(o, "item", m->item);
    cJSON *topics = cJSON_AddArrayToObject(o, "topics");
    for (size_t i = 0; i < m->n_topics; i++)
        cJSON_AddItemToArray(topics, label(&m->topics[i]));
    cJSON_AddItemToObject(o, "instrument",
                          m->instrument.name ? label(&m->instrument) : cJSON_CreateNull());
    return o;
}

cJSON *zw_json_citation(const zw_json_context *context, const zw_citation *c)
{
    cJSON *o = fact("citation", context, &c->place);
    add_text(o, "title", c->title);
    add_text(o, "number", c->number);
    cJSON_AddBoolToObject(o, "basis", c->basis);
    return o;
}
