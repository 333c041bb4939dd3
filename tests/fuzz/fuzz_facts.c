/* Whatever the text, every fact stands inside it, in order, and its quotation is the source's. */
#include "tests/fuzz/facts.h"

static void check_facts(const zw_document *doc, const zw_facts *facts, zw_arena *arena)
{
    size_t last = 0;
    (void)arena;
    for (size_t i = 0; i < facts->figures.n; i++)
        check_place(doc, &facts->figures.at[i].place, &last);
    last = 0;
    for (size_t i = 0; i < facts->agencies.n; i++)
        check_place(doc, &facts->agencies.at[i].place, &last);
    last = 0;
    for (size_t i = 0; i < facts->measures.n; i++) {
        const zw_measure *m = &facts->measures.at[i];
        check_place(doc, &m->place, &last);
        PROPERTY(m->verb[0] && m->n_topics <= ZW_TOPICS_MAX);
    }
    last = 0;
    for (size_t i = 0; i < facts->citations.n; i++)
        check_place(doc, &facts->citations.at[i].place, &last);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    each_facts("fuzz.txt", fuzz_text(data, size), check_facts);
    return 0;
}
