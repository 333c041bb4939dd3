/* Any bytes are refused with a reason or become documents whose sections nest, whose passages tile
 * without overlap, and whose every range has its place in the source. */
#include "tests/fuzz/documents.h"

static void check_sections(const zw_document *doc)
{
    PROPERTY(doc->sections.n > 0 && doc->sections.at[0].parent == 0);
    for (size_t i = 0; i < doc->sections.n; i++) {
        const zw_section *s = &doc->sections.at[i], *up = &doc->sections.at[s->parent];
        check_range(doc, s->text);
        check_range(doc, s->number);
        check_range(doc, s->heading);
        if (i == 0)
            continue;
        PROPERTY(s->parent < i && s->level == up->level + 1);
        PROPERTY(s->text.start >= doc->sections.at[i - 1].text.start);
        PROPERTY(s->text.start >= up->text.start && s->text.end <= up->text.end);
    }
}

static void check_passages(const zw_document *doc)
{
    size_t at = 0;
    for (size_t i = 0; i < doc->passages.n; i++) {
        const zw_passage *p = &doc->passages.at[i];
        check_range(doc, p->text);
        PROPERTY(p->text.start >= at && p->text.end > p->text.start);
        PROPERTY(p->body >= p->text.start && p->body < p->text.end);
        PROPERTY(p->section < doc->sections.n);
        PROPERTY(zw_document_passage_at(doc, p->body) == i);
        check_span(doc, zw_document_span(doc, p->text));
        at = p->text.end;
    }
}

static void check_document(const zw_document *doc)
{
    PROPERTY(zw_utf8_bad(doc->text) == doc->text.n);
    PROPERTY(zw_offset_map_new_len(doc->map) == doc->text.n);
    PROPERTY(zw_offset_map_old_end(doc->map) <= doc->source->text.n);
    PROPERTY(doc->meta.title && doc->id[0]);
    check_range(doc, doc->meta.title_at);
    check_sections(doc);
    check_passages(doc);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    zw_arena *arena = zw_arena_new();
    zw_documents docs = { 0 };
    zw_err err = { 0 };
    if (zw_corpus_read_bytes("fuzz.txt", fuzz_text(data, size), fuzz_read_options(), arena, &docs,
                             &err) == ZW_OK) {
        PROPERTY(docs.documents.n > 0);
        for (size_t i = 0; i < docs.documents.n; i++)
            check_document(docs.documents.at[i]);
    } else {
        PROPERTY(err.code != ZW_OK && err.text[0]);
    }
    zw_arena_free(arena);
    return 0;
}
