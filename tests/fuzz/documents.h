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

#endif
