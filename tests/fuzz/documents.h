/* documents.h - what must hold of every document, whatever bytes it was read from. */
#ifndef ZW_TESTS_FUZZ_DOCUMENTS_H
#define ZW_TESTS_FUZZ_DOCUMENTS_H

#include "base/utf8.h"
#include "corpus/corpus.h"
#include "tests/fuzz/fuzz.h"

static inline const zw_read_options *fuzz_read_options(void)
{
    static zw_corpus_tables *tables;
    static zw_read_options options;
    zw_err err = { 0 };
    if (!tables)
        PROPERTY(zw_corpus_tables_open(&tables, &err) == ZW_OK);
    options.tables = tables;
    return &options;
}

/* A range of a document's text that begins and ends between characters. */
static inline void check_range(const zw_document *doc, zw_range r)
{
    PROPERTY(r.start <= r.end && r.end <= doc->text.n);
    PROPERTY(r.start == doc->text.n || zw_utf8_boundary(doc->text, r.start) == r.start);
    PROPERTY(r.end == doc->text.n || zw_utf8_boundary(doc->text, r.end) == r.end);
}

/* A span of the source whose bytes and code points say the same. */
static inline void check_span(const zw_document *doc, zw_span s)
{
    zw_str text = doc->source->text;
    PROPERTY(s.byte.start <= s.byte.end && s.byte.end <= text.n);
    PROPERTY(zw_utf8_bad(zw_str_slice(text, s.byte)) == zw_range_len(s.byte));
    PROPERTY(zw_utf8_count((zw_str){ text.at, s.byte.start }) == s.chr.start);
    PROPERTY(zw_utf8_count(zw_str_slice(text, s.byte)) == zw_range_len(s.chr));
}

static inline void check_sections(const zw_document *doc)
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

static inline void check_passages(const zw_document *doc)
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

static inline void check_document(const zw_document *doc)
{
    PROPERTY(zw_utf8_bad(doc->text) == doc->text.n);
    PROPERTY(zw_offset_map_new_len(doc->map) == doc->text.n);
    PROPERTY(zw_offset_map_old_end(doc->map) <= doc->source->text.n);
    PROPERTY(doc->meta.title && doc->id[0]);
    check_range(doc, doc->meta.title_at);
    check_sections(doc);
    check_passages(doc);
}

/* Reads bytes as a file of that name and checks what comes of it. */
static inline void check_file(const char *name, zw_str bytes)
{
    zw_arena *arena = zw_arena_new();
    zw_documents docs = { 0 };
    zw_err err = { 0 };
    if (zw_corpus_read_bytes(name, bytes, fuzz_read_options(), arena, &docs, &err) == ZW_OK) {
        PROPERTY(docs.documents.n > 0);
        for (size_t i = 0; i < docs.documents.n; i++)
            check_document(docs.documents.at[i]);
    } else {
        PROPERTY(err.code != ZW_OK && err.text[0]);
    }
    zw_arena_free(arena);
}

#endif
