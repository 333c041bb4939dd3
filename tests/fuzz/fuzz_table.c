/* The first byte says which: CSV, a table of a web page, of Markdown. Every cell of a row was in
 * the file, every row knows the first of its table, and a figure of a cell stays inside it. */
#include "tests/fuzz/draft.h"
#include "tests/fuzz/facts.h"
#include "tests/fuzz/text.h"

static zw_str file_text; /* squashed: what cells may be runs of */

static bool parts_cells(char c)
{
    return c == '\t' || c == '|';
}

static void check_cells(zw_str row, zw_arena *arena)
{
    for (size_t from = 0, at = 0; at <= row.n; at++) {
        if (at < row.n && !parts_cells(row.at[at]))
            continue;
        zw_str cell = squashed((zw_str){ row.at + from, at - from }, "\"|\\", arena);
        check_made_of(cell, file_text, 1);
        from = at + 1;
    }
}

static void check_rows(const zw_document *doc, zw_arena *arena)
{
    for (size_t i = 0; i < doc->passages.n; i++) {
        const zw_passage *p = &doc->passages.at[i];
        if (!p->table_row)
            continue;
        zw_str row = zw_str_slice(doc->text, (zw_range){ p->body, p->text.end });
        PROPERTY(!memchr(row.at, '\n', row.n));
        check_range(doc, p->header);
        PROPERTY(zw_range_len(p->header) && p->header.start <= p->body);
        check_cells(row, arena);
    }
}

static void check_table(const zw_document *doc, const zw_facts *facts, zw_arena *arena)
{
    size_t last = 0;
    check_passages(doc);
    check_rows(doc, arena);
    for (size_t i = 0; i < facts->figures.n; i++) {
        const zw_figure *f = &facts->figures.at[i];
        check_place(doc, &f->place, &last);
        if (strcmp(f->place.rule, "table-cell") != 0)
            continue;
        PROPERTY(f->place.passage < doc->passages.n);
        PROPERTY(doc->passages.at[f->place.passage].table_row);
        PROPERTY(f->indicator && f->indicator[0] && f->year > 0);
        for (size_t at = f->place.at.start; at < f->place.at.end; at++)
            PROPERTY(!parts_cells(doc->text.at[at]));
    }
}

/* Of a page the text that it shows: characters may be told as entities. */
static zw_str told_by(const char *name, zw_str bytes, zw_arena *arena)
{
    zw_documents docs = { 0 };
    zw_err err = { 0 };
    zw_status s = zw_corpus_read_bytes(name, bytes, fuzz_read_options(), arena, &docs, &err);
    return s == ZW_OK && strcmp(docs.source->reader, "csv") != 0 ? docs.source->text : bytes;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const names[] = { "fuzz.csv", "fuzz.html", "fuzz.md" };
    if (size == 0 || size > 4096)
        return 0;
    zw_arena *arena = zw_arena_new();
    const char *name = names[data[0] % 3];
    zw_str bytes = fuzz_utf8(data + 1, size - 1, arena);
    file_text = squashed(told_by(name, bytes, arena), "\"|\\", arena);
    each_facts(name, bytes, check_table);
    zw_arena_free(arena);
    return 0;
}
