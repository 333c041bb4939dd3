/* corpus_fixture.h - a text in a test's source taken apart as a file of that name would be. */
#ifndef ZW_TESTS_UNIT_CORPUS_FIXTURE_H
#define ZW_TESTS_UNIT_CORPUS_FIXTURE_H

#include "corpus/corpus.h"
#include "tests/unit/unit.h"

typedef struct {
    zw_arena *arena;
    zw_documents docs;
    zw_document *doc; /* the first */
    zw_status status;
    zw_err err;
} fixture;

static inline fixture take_bytes(const char *path, const char *bytes, size_t n)
{
    fixture f = { .arena = zw_arena_new() };
    f.status = zw_corpus_read_bytes(path, (zw_str){ bytes, n }, NULL, f.arena, &f.docs, &f.err);
    f.doc = f.status == ZW_OK ? f.docs.documents.at[0] : NULL;
    return f;
}

static inline fixture take(const char *path, const char *text)
{
    fixture f = take_bytes(path, text, strlen(text));
    if (f.status != ZW_OK)
        fail_msg("%s", f.err.text);
    return f;
}

static inline void drop(fixture *f)
{
    zw_arena_free(f->arena);
}

/* What holds for every document: spans inside, ascending, every passage a quotation. */
static inline void check_document(const char *row, const zw_document *doc)
{
    size_t behind = 0, start = 0;
    for (size_t i = 0; i < doc->sections.n; i++) {
        const zw_section *s = &doc->sections.at[i];
        if (s->text.start < start || s->text.end > doc->text.n || s->parent > i ||
            s->number.end > s->text.end || s->heading.end > s->text.end ||
            s->text.end > doc->sections.at[s->parent].text.end)
            fail_msg("%s: section %zu", row, i);
        start = s->text.start;
    }
    for (size_t i = 0; i < doc->passages.n; i++) {
        const zw_passage *p = &doc->passages.at[i];
        zw_span span = zw_document_span(doc, p->text);
        if (p->text.start < behind || p->text.end <= p->text.start || p->text.end > doc->text.n ||
            p->body < p->text.start || p->body >= p->text.end || p->section >= doc->sections.n ||
            span.byte.end > doc->source->text.n || span.chr.end <= span.chr.start)
            fail_msg("%s: passage %zu", row, i);
        behind = p->text.end;
    }
}

#endif
