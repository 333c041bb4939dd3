#include "facts/facts.h"

#include <stdint.h>
#include <stdlib.h>

#include "facts/agency.h"
#include "facts/agency_place.h"
#include "facts/citation.h"
#include "facts/figure.h"
#include "facts/figure_force.h"
#include "facts/governs.h"
#include "facts/measure.h"

struct zw_extractor {
    zw_gazetteer *gazetteer;
    zw_figure_rules *figures;
    zw_force_rules *forces;
    zw_agency_rules *agencies;
    zw_measure_rules *measures;
    zw_citation_rules *citations;
    zw_labels *labels;
    zw_version_rules *versions;
};

zw_status zw_extractor_open(zw_extractor **extractor, zw_err *err)
{
    zw_extractor *x = calloc(1, sizeof *x);
    if (!x)
        return zw_err_nomem(err);
    zw_status s = zw_gazetteer_open(&x->gazetteer, err);
    if (s == ZW_OK)
        s = zw_figure_rules_open(&x->figures, err);
    if (s == ZW_OK)
        s = zw_force_rules_open(&x->forces, err);
    if (s == ZW_OK)
        s = zw_agency_rules_open(&x->agencies, err);
    if (s == ZW_OK)
        s = zw_measure_rules_open(&x->measures, err);
    if (s == ZW_OK)
        s = zw_citation_rules_open(&x->citations, err);
    if (s == ZW_OK)
        s = zw_labels_open(&x->labels, err);
    if (s == ZW_OK)
        s = zw_version_rules_open(&x->versions, err);
    if (s != ZW_OK) {
        zw_extractor_free(x);
        return s;
    }
    *extractor = x;
    return ZW_OK;
}

void zw_extractor_free(zw_extractor *x)
{
    if (!x)
        return;
    zw_version_rules_free(x->versions);
    zw_labels_free(x->labels);
    zw_citation_rules_free(x->citations);
    zw_measure_rules_free(x->measures);
    zw_agency_rules_free(x->agencies);
    zw_force_rules_free(x->forces);
    zw_figure_rules_free(x->figures);
    zw_gazetteer_free(x->gazetteer);
    free(x);
}

const zw_gazetteer *zw_extractor_gazetteer(const zw_extractor *extractor)
{
    return extractor->gazetteer;
}

/* The headings around a place, innermost first. */
static size_t headings_at(const zw_document *doc, size_t at, zw_str *headings, size_t room)
{
    size_t n = 0;
    for (size_t i = zw_document_section_at(doc, at); i > 0 && n < room;
         i = doc->sections.at[i].parent)
        headings[n++] = zw_str_slice(doc->text, doc->sections.at[i].heading);
    return n;
}

static void bind_agencies(const zw_fact_context *context, zw_facts *facts)
{
    for (size_t i = 0; i < facts->agencies.n; i++) {
        zw_agency *a = &facts->agencies.at[i];
        a->region = zw_agency_place(context->gazetteer, zw_str_of(a->canonical), &context->region,
                                    context->arena);
    }
}

static void label_measures(const zw_labels *labels, const zw_document *doc, zw_facts *facts)
{
    for (size_t i = 0; i < facts->measures.n; i++) {
        zw_measure *m = &facts->measures.at[i];
        zw_str text = zw_str_slice(doc->text, m->place.at), headings[4];
        size_t n = headings_at(doc, m->place.at.start, headings, 4);
        m->n_topics = zw_labels_topics(labels, text, headings, n, m->topics);
        if (!zw_labels_instrument(labels, text, &m->instrument))
            m->instrument = (zw_label){ 0 };
    }
}

/* 宁夏回族自治区/银川市; 全国 is no place among others. false: memory is out. */
static bool split_path(const char *text, zw_arena *arena, zw_region_path *path)
{
    zw_str left = zw_str_of(text);
    *path = (zw_region_path){ 0 };
    if (zw_str_eq(left, ZW_STR("全国")))
        return true;
    while (left.n && path->n < ZW_REGION_DEPTH) {
        size_t end = zw_str_find(left, ZW_STR("/"), 0);
        char *name = zw_arena_str(arena, (zw_str){ left.at, end });
        if (!name)
            return false;
        path->names[path->n++] = name;
        end += end < left.n;
        left = (zw_str){ left.at + end, left.n - end };
    }
    return true;
}

/* The place that is given, else the one that the text tells. */
static bool place_document(const zw_gazetteer *gazetteer, const zw_document *doc, zw_arena *arena,
                           zw_facts *facts)
{
    const char *given = zw_given_value(&doc->given, "region");
    zw_region_governed(gazetteer, doc, arena, &facts->region);
    if (!given)
        return true;
    if (!facts->region.by_file)
        facts->by_text = facts->region;
    return split_path(given, arena, &facts->region);
}

zw_status zw_facts_extract(const zw_extractor *x, const zw_document *doc, zw_arena *arena,
                           zw_facts *facts, zw_err *err)
{
    *facts = (zw_facts){ 0 };
    zw_fact_context context = { .doc = doc, .gazetteer = x->gazetteer, .arena = arena };
    if (!place_document(x->gazetteer, doc, arena, facts))
        return zw_err_nomem(err);
    context.region = facts->region;
    zw_status s = zw_figures_find(x->figures, &context, facts, err);
    if (s == ZW_OK)
        s = zw_forces_find(x->forces, &context, facts, err);
    if (s == ZW_OK)
        s = zw_agencies_find(x->agencies, &context, facts, err);
    if (s == ZW_OK)
        s = zw_measures_find(x->measures, &context, facts, err);
    if (s == ZW_OK)
        s = zw_citations_find(x->citations, &context, facts, err);
    if (s == ZW_OK)
        s = zw_version_find(x->versions, doc->meta.title, doc->meta.validity, doc->text, arena,
                            &facts->version, err);
    bind_agencies(&context, facts);
    label_measures(x->labels, doc, facts);
    return s;
}

zw_fact_place zw_fact_place_of(const zw_fact_context *context, zw_range at, const char *rule)
{
    return (zw_fact_place){ at, zw_document_span(context->doc, at),
                            zw_document_passage_at(context->doc, at.start), rule };
}
