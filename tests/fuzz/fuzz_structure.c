/* Passages tile the body: every character of it stands in one, none of the frame around it does,
 * and no passage reaches over the beginning of an item. */
#include "corpus/structure.h"
#include "tests/fuzz/documents.h"
#include "tests/fuzz/draft.h"

static zw_document document_of(const zw_draft *draft, const zw_cleaned *cleaned, zw_arena *arena)
{
    zw_source *source = zw_arena_alloc(arena, sizeof *source);
    PROPERTY(source);
    *source = (zw_source){ .path = "fuzz.txt",
                           .reader = "txt",
                           .encoding = draft->encoding,
                           .text = draft->text,
                           .chars = zw_char_index_new(arena, draft->text) };
    PROPERTY(source->chars);
    return (zw_document){
        .source = source, .arena = arena, .text = cleaned->text, .map = cleaned->map
    };
}

static bool is_blank(const zw_document *doc, size_t from, size_t to)
{
    return to <= from || zw_str_trim((zw_str){ doc->text.at + from, to - from }).n == 0;
}

/* The part of r that no passage from *next on covers is blank; moves *next behind r. */
static void check_covered(const zw_document *doc, zw_range r, size_t *next)
{
    size_t at = r.start;
    while (*next < doc->passages.n && doc->passages.at[*next].text.start < r.end) {
        zw_range p = doc->passages.at[*next].text;
        PROPERTY(is_blank(doc, at, p.start));
        at = p.end > at ? p.end : at;
        if (p.end >= r.end)
            break;
        ++*next;
    }
    PROPERTY(is_blank(doc, at, r.end));
}

static void check_tiling(const zw_document *doc, const zw_frame *frame)
{
    size_t next = 0;
    for (size_t i = 0; i < frame->own->paras.n; i++) {
        zw_range r = frame->own->paras.at[i].text;
        while (next < doc->passages.n && doc->passages.at[next].text.end <= r.start)
            next++;
        if (frame->roles[i] == ZW_PARA_BODY) {
            r.start = r.start < frame->body ? frame->body : r.start;
            if (r.start < r.end)
                check_covered(doc, r, &next);
        } else if (next < doc->passages.n) {
            PROPERTY(doc->passages.at[next].text.start >= r.end);
        }
    }
}

static void check_items(const zw_document *doc)
{
    size_t section = 1;
    for (size_t i = 0; i < doc->passages.n; i++) {
        const zw_passage *p = &doc->passages.at[i];
        const zw_section *own = &doc->sections.at[p->section];
        PROPERTY(own->text.start <= p->body && p->body < own->text.end);
        while (section < doc->sections.n && doc->sections.at[section].text.start <= p->body)
            section++;
        PROPERTY(section == doc->sections.n || doc->sections.at[section].text.start >= p->text.end);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    zw_arena *arena = zw_arena_new();
    const zw_corpus_tables *tables = fuzz_read_options()->tables;
    zw_draft draft = fuzz_draft(fuzz_utf8(data, size, arena), arena);
    zw_cleaned cleaned;
    zw_frame frame;
    zw_err err = { 0 };
    PROPERTY(zw_clean(tables, &draft, arena, &cleaned, &err) == ZW_OK);
    if (cleaned.paras.n) {
        zw_document doc = document_of(&draft, &cleaned, arena);
        PROPERTY(zw_frame_find(tables, &cleaned, ZW_STR("甲市植树办法"), arena, &frame, &err) ==
                 ZW_OK);
        PROPERTY(zw_structure(tables, &frame, &doc, &err) == ZW_OK);
        check_sections(&doc);
        check_passages(&doc);
        check_tiling(&doc, &frame);
        check_items(&doc);
    }
    zw_arena_free(arena);
    return 0;
}
