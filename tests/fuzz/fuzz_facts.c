/* Whatever the text, every fact stands inside it, in order, and its quotation is the source's. */
#include <math.h>

#include "facts/facts.h"
#include "tests/fuzz/documents.h"

static const zw_extractor *extractor(void)
{
    static zw_extractor *x;
    zw_err err = { 0 };
    if (!x)
        PROPERTY(zw_extractor_open(&x, &err) == ZW_OK);
    return x;
}

static void check_place(const zw_document *doc, const zw_fact_place *p, size_t *last)
{
    check_range(doc, p->at);
    check_span(doc, p->source);
    PROPERTY(p->at.end > p->at.start && p->at.start >= *last);
    PROPERTY(p->passage == SIZE_MAX || p->passage < doc->passages.n);
    PROPERTY(p->rule && p->rule[0]);
    *last = p->at.start;
}

static void check_figures(const zw_document *doc, const zw_facts *facts)
{
    size_t last = 0;
    for (size_t i = 0; i < facts->figures.n; i++) {
        const zw_figure *f = &facts->figures.at[i];
        check_place(doc, &f->place, &last);
        PROPERTY(isfinite(f->low) && isfinite(f->high) && f->low <= f->high);
        PROPERTY(f->unit && zw_cmp_name(f->cmp) && zw_figure_kind_name(f->kind));
        PROPERTY(f->year >= 0 && f->year < 10000);
    }
}

static void check_facts(const zw_document *doc, const zw_facts *facts)
{
    size_t last = 0;
    check_figures(doc, facts);
    for (size_t i = 0; i < facts->agencies.n; i++) {
        check_place(doc, &facts->agencies.at[i].place, &last);
        PROPERTY(facts->agencies.at[i].canonical[0] && zw_role_name(facts->agencies.at[i].role));
    }
    last = 0;
    for (size_t i = 0; i < facts->measures.n; i++) {
        check_place(doc, &facts->measures.at[i].place, &last);
        PROPERTY(facts->measures.at[i].verb[0]);
    }
    last = 0;
    for (size_t i = 0; i < facts->citations.n; i++)
        check_place(doc, &facts->citations.at[i].place, &last);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    zw_arena *arena = zw_arena_new();
    zw_documents docs = { 0 };
    zw_err err = { 0 };
    zw_corpus_read_bytes("fuzz.txt", fuzz_text(data, size), fuzz_read_options(), arena, &docs,
                         &err);
    for (size_t i = 0; i < docs.documents.n; i++) {
        zw_facts facts;
        PROPERTY(zw_facts_extract(extractor(), docs.documents.at[i], arena, &facts, &err) == ZW_OK);
        check_facts(docs.documents.at[i], &facts);
    }
    zw_arena_free(arena);
    return 0;
}
