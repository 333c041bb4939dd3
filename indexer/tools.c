#include "indexer/tools.h"

#include "indexer/given.h"
#include "indexer/records.h"

zw_status zw_tools_open(zw_tools *tools, zw_err *err)
{
    *tools = (zw_tools){ 0 };
    zw_status s = zw_lexicon_open(&tools->lexicon, err);
    if (s == ZW_OK)
        s = zw_extractor_open(&tools->extractor, err);
    if (s == ZW_OK)
        s = zw_corpus_tables_open(&tools->tables, err);
    return s;
}

void zw_tools_close(zw_tools *tools)
{
    zw_corpus_tables_free(tools->tables);
    zw_extractor_free(tools->extractor);
    zw_lexicon_free(tools->lexicon);
    *tools = (zw_tools){ 0 };
}

zw_status zw_kit_open(const zw_tools *tools, zw_kit *kit, zw_err *err)
{
    *kit = (zw_kit){ .tools = tools, .arena = zw_arena_new(), .facts = zw_arena_new() };
    return kit->arena && kit->facts ? zw_segmenter_new(tools->lexicon, &kit->segmenter, err)
                                    : zw_err_nomem(err);
}

void zw_kit_close(zw_kit *kit)
{
    zw_segmenter_free(kit->segmenter);
    zw_arena_free(kit->arena);
    zw_arena_free(kit->facts);
    *kit = (zw_kit){ 0 };
}

zw_status zw_kit_read(zw_kit *kit, const char *path, const zw_givens *given, zw_reading *reading,
                      zw_err *err)
{
    zw_arena_reset(kit->arena);
    *reading = (zw_reading){ 0 };
    if (zw_given_value(given, "rows"))
        return zw_records_read(kit->tools, kit->segmenter, path, given, kit->arena, reading, err);
    zw_read_options options = { .tables = kit->tools->tables };
    zw_status s = zw_corpus_read(path, &options, kit->arena, &reading->docs, err);
    if (s == ZW_OK)
        s = zw_given_apply(given, zw_extractor_gazetteer(kit->tools->extractor), kit->arena,
                           &reading->docs, err);
    return s;
}

zw_status zw_kit_units(zw_kit *kit, const zw_reading *reading, const zw_unit_sink *sink,
                       zw_unit_counts *counts, zw_err *err)
{
    const zw_gazetteer *gazetteer = zw_extractor_gazetteer(kit->tools->extractor);
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < reading->docs.documents.n; i++) {
        const zw_document *doc = reading->docs.documents.at[i];
        zw_unit_counts one = { 0 };
        zw_facts facts;
        zw_arena_reset(kit->facts);
        s = zw_facts_extract(kit->tools->extractor, doc, kit->facts, &facts, err);
        if (s == ZW_OK)
            s = zw_units_make(kit->segmenter, gazetteer, doc, &facts, sink, &one, err);
        counts->passages += one.passages;
        counts->figures += one.figures;
    }
    return s;
}
