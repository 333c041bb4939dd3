/* facts.h - the facts of whatever text, and what must hold of the place of each. */
#ifndef ZW_TESTS_FUZZ_FACTS_H
#define ZW_TESTS_FUZZ_FACTS_H

#include "facts/facts.h"
#include "tests/fuzz/documents.h"

static inline const zw_extractor *fuzz_extractor(void)
{
    static zw_extractor *x;
    zw_err err = { 0 };
    if (!x)
        PROPERTY(zw_extractor_open(&x, &err) == ZW_OK);
    return x;
}

/* Facts of a kind ascend: *last is where the one before it starts. */
static inline void check_place(const zw_document *doc, const zw_fact_place *p, size_t *last)
{
    check_range(doc, p->at);
    check_span(doc, p->source);
    PROPERTY(p->at.end > p->at.start && p->at.start >= *last);
    PROPERTY(p->passage == SIZE_MAX || p->passage < doc->passages.n);
    PROPERTY(p->rule && p->rule[0]);
    *last = p->at.start;
}

/* Calls check with the facts of each document that the bytes are, as a file of that name. */
static inline void each_facts(const char *name, zw_str bytes,
                              void (*check)(const zw_document *, const zw_facts *, zw_arena *))
{
    zw_arena *arena = zw_arena_new();
    zw_documents docs = { 0 };
    zw_err err = { 0 };
    zw_corpus_read_bytes(name, bytes, fuzz_read_options(), arena, &docs, &err);
    for (size_t i = 0; i < docs.documents.n; i++) {
        zw_facts facts;
        PROPERTY(zw_facts_extract(fuzz_extractor(), docs.documents.at[i], arena, &facts, &err) ==
                 ZW_OK);
        check(docs.documents.at[i], &facts, arena);
    }
    zw_arena_free(arena);
}

#endif
