/* Records made from a document that was just read. */
#include "store/record.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/utf8.h"

/* ---- a document ---- */

typedef struct {
    zw_cited cited;
    size_t order;
} mention;

static int compare_text(const char *a, const char *b)
{
    return strcmp(a ? a : "", b ? b : "");
}

static int by_name(const void *a, const void *b)
{
    const mention *x = a, *y = b;
    int c = compare_text(x->cited.title, y->cited.title);
    if (c == 0)
        c = compare_text(x->cited.number, y->cited.number);
    return c ? c : (x->order > y->order) - (x->order < y->order);
}

static int by_order(const void *a, const void *b)
{
    const mention *x = a, *y = b;
    return (x->order > y->order) - (x->order < y->order);
}

static bool same_document(const zw_cited *a, const zw_cited *b)
{
    return compare_text(a->title, b->title) == 0 && compare_text(a->number, b->number) == 0;
}

/* Each document cited once, in the order of first mention. */
static zw_status cite(const zw_facts *facts, zw_arena *arena, zw_doc_record *record, zw_err *err)
{
    size_t n = facts->citations.n, kept = 0;
    mention *all = zw_arena_array(arena, n + 1, sizeof *all);
    if (!all)
        return zw_err_nomem(err);
    for (size_t i = 0; i < n; i++) {
        const zw_citation *c = &facts->citations.at[i];
        all[i] = (mention){ { c->title, c->number, c->basis }, i };
    }
    qsort(all, n, sizeof *all, by_name);
    for (size_t i = 0; i < n; i++) {
        if (kept && same_document(&all[kept - 1].cited, &all[i].cited))
            all[kept - 1].cited.basis |= all[i].cited.basis;
        else
            all[kept++] = all[i];
    }
    qsort(all, kept, sizeof *all, by_order);
    for (size_t i = 0; i < kept; i++) {
        zw_cited *c = zw_array_add(arena, &record->cites);
        if (!c)
            return zw_err_nomem(err);
        *c = all[i].cited;
    }
    return ZW_OK;
}

/* 宁夏回族自治区/银川市; NULL in *text: none is told. false: memory is out. */
static bool join_region(const zw_region_path *region, zw_arena *arena, const char **text)
{
    *text = NULL;
    for (size_t i = 0; i < region->n; i++) {
        *text = i ? zw_arena_printf(arena, "%s/%s", *text, region->names[i]) : region->names[0];
        if (!*text)
            return false;
    }
    return true;
}

/* What the text says where the manifest has the last word. */
static zw_status find_given(const zw_document *doc, const zw_facts *facts, zw_arena *arena,
                            zw_doc_record *record, zw_err *err)
{
    record->given = doc->given;
    record->found = doc->found;
    if (!zw_given_value(&doc->given, "region"))
        return ZW_OK;
    zw_givens all = { 0 };
    for (size_t i = 0; i < doc->found.n; i++) {
        zw_given *g = zw_array_add(arena, &all);
        if (!g)
            return zw_err_nomem(err);
        *g = doc->found.at[i];
    }
    zw_given *region = zw_array_add(arena, &all);
    if (!region || !join_region(&facts->by_text, arena, &region->value))
        return zw_err_nomem(err);
    region->name = "region";
    record->found = all;
    return ZW_OK;
}

zw_status zw_doc_record_of(const zw_document *doc, const zw_facts *facts, zw_arena *arena,
                           zw_doc_record *record, zw_err *err)
{
    *record = (zw_doc_record){
        .id = doc->id,
        .file = doc->source->path,
        .part = doc->part,
        .sha256 = doc->source->sha256,
        .reader = doc->source->reader,
        .encoding = doc->source->encoding,
        .meta = doc->meta,
        .region = facts->region,
        .passages = doc->passages.n,
        .figures = facts->figures.n,
        .version = facts->version,
    };
    zw_status s = find_given(doc, facts, arena, record, err);
    return s == ZW_OK ? cite(facts, arena, record, err) : s;
}

/* ---- a passage ---- */

/* 第三章 重点任务, but 一、总体要求 and （二）主要目标. */
static bool needs_blank(zw_str number, zw_str heading)
{
    size_t len;
    return number.n && heading.n && zw_is_han(zw_utf8_before(number, number.n, &len));
}

static zw_status head(const zw_document *doc, size_t section, zw_arena *arena,
                      zw_passage_record *record, zw_err *err)
{
    size_t depth = 0;
    for (size_t i = section; i > 0; i = doc->sections.at[i].parent)
        depth++;
    const char **headings = zw_arena_array(arena, depth + 1, sizeof *headings);
    if (!headings)
        return zw_err_nomem(err);
    record->headings = headings;
    size_t free_at = depth;
    for (size_t i = section; i > 0; i = doc->sections.at[i].parent) {
        const zw_section *s = &doc->sections.at[i];
        zw_str number = zw_str_trim(zw_str_slice(doc->text, s->number));
        zw_str heading = zw_str_trim(zw_str_slice(doc->text, s->heading));
        if (number.n + heading.n == 0)
            continue;
        headings[--free_at] = zw_arena_printf(arena, "%.*s%s%.*s", (int)number.n, number.at,
                                              needs_blank(number, heading) ? " " : "",
                                              (int)heading.n, heading.at);
        if (!headings[free_at])
            return zw_err_nomem(err);
    }
    record->headings = headings + free_at;
    record->n_headings = depth - free_at;
    return ZW_OK;
}

/* The first piece of the document's map that reaches beyond byte `at` of its text. */
static size_t piece_at(const zw_offset_map *map, size_t at)
{
    size_t low = 0, high = zw_offset_map_pieces(map);
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        zw_map_piece p = zw_offset_map_piece(map, mid);
        if (p.new_at + p.new_n <= at)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

/* The part of the document's map under the passage, counted from the passage's own beginnings. */
static bool map_slice(const zw_document *doc, zw_range text, zw_offset_map *map)
{
    bool ok = true;
    size_t n = zw_offset_map_pieces(doc->map);
    for (size_t i = piece_at(doc->map, text.start); ok && i < n; i++) {
        zw_map_piece p = zw_offset_map_piece(doc->map, i);
        if (p.new_at >= text.end)
            break;
        size_t from = p.new_at < text.start ? text.start : p.new_at;
        size_t to = p.new_at + p.new_n > text.end ? text.end : p.new_at + p.new_n;
        ok = p.kept ? zw_offset_map_keep(map, to - from)
                    : zw_offset_map_replace(map, to - from, p.old_n);
    }
    return ok;
}

typedef struct {
    const void *at;
    size_t n, size; /* elements that begin with a zw_fact_place */
} fact_list;

static const zw_fact_place *place_of(const fact_list *list, size_t i)
{
    return (const zw_fact_place *)((const char *)list->at + i * list->size);
}

/* The first fact at or after byte `at` of the document's text. */
static size_t fact_from(const fact_list *list, size_t at)
{
    size_t low = 0, high = list->n;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (place_of(list, mid)->at.start < at)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

static size_t within(size_t at, zw_range r)
{
    return (at < r.start ? r.start : at > r.end ? r.end : at) - r.start;
}

/* Copies the facts of one kind that start in the passage, placed in its text. */
static bool take(fact_list list, zw_range text, zw_arena *arena, void *to, size_t *n)
{
    size_t from = fact_from(&list, text.start), until = fact_from(&list, text.end);
    char *copy = zw_arena_array(arena, until - from + 1, list.size);
    if (!copy)
        return false;
    if (until > from)
        memcpy(copy, place_of(&list, from), (until - from) * list.size);
    for (size_t i = 0; i < until - from; i++) {
        zw_fact_place *p = (zw_fact_place *)(copy + i * list.size);
        p->at = (zw_range){ within(p->at.start, text), within(p->at.end, text) };
    }
    memcpy(to, &copy, sizeof copy);
    *n = until - from;
    return true;
}

#define TAKE(kind)                                                                                 \
    take((fact_list){ facts->kind.at, facts->kind.n, sizeof *facts->kind.at }, text, arena,        \
         &record->facts.kind.at, &record->facts.kind.n)

static zw_status take_facts(const zw_facts *facts, zw_range text, zw_arena *arena,
                            zw_passage_record *record, zw_err *err)
{
    record->facts.region = facts->region;
    bool ok = TAKE(figures) && TAKE(agencies) && TAKE(measures) && TAKE(citations);
    return ok ? ZW_OK : zw_err_nomem(err);
}

zw_status zw_passage_record_of(const zw_document *doc, const zw_facts *facts, size_t passage,
                               zw_arena *arena, zw_passage_record *record, zw_err *err)
{
    const zw_passage *p = &doc->passages.at[passage];
    zw_offset_map *map = zw_offset_map_new(arena, 0);
    *record = (zw_passage_record){
        .doc_id = doc->id,
        .id = zw_arena_printf(arena, "%s:%zu", doc->id, passage),
        .index = passage,
        .part = doc->part,
        .text = zw_str_slice(doc->text, p->text),
        .body = p->body - p->text.start,
        .table_row = p->table_row,
        .source = zw_document_span(doc, p->text),
        .quote = zw_document_quote(doc, p->text),
        .map = map,
    };
    if (!map || !record->id || !map_slice(doc, p->text, map))
        return zw_err_nomem(err);
    zw_status s = head(doc, p->section, arena, record, err);
    return s == ZW_OK ? take_facts(facts, p->text, arena, record, err) : s;
}

/* ---- what a record answers ---- */

zw_span zw_passage_record_span(const zw_passage_record *r, zw_range text)
{
    zw_range old = zw_offset_map_old(r->map, text);
    size_t before = zw_utf8_count(zw_str_slice(r->quote, (zw_range){ 0, old.start }));
    size_t inside = zw_utf8_count(zw_str_slice(r->quote, old));
    size_t byte = r->source.byte.start, chr = r->source.chr.start + before;
    return (zw_span){ { byte + old.start, byte + old.end }, { chr, chr + inside } };
}

zw_str zw_passage_record_quote(const zw_passage_record *r, zw_span source)
{
    zw_range all = r->source.byte;
    return zw_str_slice(r->quote,
                        (zw_range){ within(source.byte.start, all), within(source.byte.end, all) });
}
