/* document_fixture.h - a document made of one string, for tests of what reads documents.
 *
 * The text is its own source, cleaned of nothing. Each line is a passage under one section. */
#ifndef ZW_TESTS_UNIT_DOCUMENT_FIXTURE_H
#define ZW_TESTS_UNIT_DOCUMENT_FIXTURE_H

#include "corpus/document.h"
#include "tests/unit/unit.h"

static inline void fixture_passage(zw_document *doc, size_t start, size_t end)
{
    zw_passage *p = zw_array_add(doc->arena, &doc->passages);
    assert_non_null(p);
    *p = (zw_passage){ .text = { start, end }, .body = start, .section = 0 };
}

/* Lives in the arena, as does a copy of text. */
static inline zw_document *document_fixture(zw_arena *arena, const char *text)
{
    zw_document *doc = zw_arena_alloc(arena, sizeof *doc);
    zw_source *source = zw_arena_alloc(arena, sizeof *source);
    assert_non_null(doc);
    assert_non_null(source);
    source->path = "fixture.txt";
    source->reader = "txt";
    source->encoding = "UTF-8";
    source->text = zw_str_of(zw_arena_strdup(arena, text));
    source->chars = zw_char_index_new(arena, source->text);
    doc->source = source;
    doc->arena = arena;
    doc->text = source->text;
    doc->meta.title = "fixture";
    zw_offset_map *map = zw_offset_map_new(arena, 0);
    assert_non_null(map);
    assert_true(zw_offset_map_keep(map, doc->text.n));
    doc->map = map;
    zw_section *root = zw_array_add(arena, &doc->sections);
    assert_non_null(root);
    *root = (zw_section){ .text = { 0, doc->text.n } };
    size_t start = 0;
    for (size_t i = 0; i < doc->text.n; i++) {
        if (doc->text.at[i] == '\n') {
            fixture_passage(doc, start, i + 1);
            start = i + 1;
        }
    }
    if (start < doc->text.n)
        fixture_passage(doc, start, doc->text.n);
    return doc;
}

#endif
