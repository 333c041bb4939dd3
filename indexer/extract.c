/* extract - what is found in a file, without an index. */
#include <stdio.h>
#include <stdlib.h>

#include "corpus/corpus.h"
#include "indexer/command.h"
#include "store/fact_json.h"

static bool print_line(cJSON *o)
{
    char *text = o ? cJSON_PrintUnformatted(o) : NULL;
    bool ok = text && puts(text) >= 0;
    free(text);
    cJSON_Delete(o);
    return ok;
}

static zw_status print_document(const zw_document *doc, const zw_facts *facts, zw_arena *arena,
                                zw_err *err)
{
    zw_doc_record record;
    zw_json_context c = zw_json_of_document(doc);
    zw_status s = zw_doc_record_of(doc, facts, arena, &record, err);
    if (s == ZW_OK)
        print_line(zw_json_document(&record));
    for (size_t i = 0; s == ZW_OK && i < doc->passages.n; i++) {
        zw_passage_record passage;
        s = zw_passage_record_of(doc, facts, i, arena, &passage, err);
        if (s == ZW_OK)
            print_line(zw_json_passage(&passage));
    }
    for (size_t i = 0; i < facts->figures.n; i++)
        print_line(zw_json_figure(&c, &facts->figures.at[i]));
    for (size_t i = 0; i < facts->agencies.n; i++)
        print_line(zw_json_agency(&c, &facts->agencies.at[i]));
    for (size_t i = 0; i < facts->measures.n; i++)
        print_line(zw_json_measure(&c, &facts->measures.at[i]));
    for (size_t i = 0; i < facts->citations.n; i++)
        print_line(zw_json_citation(&c, &facts->citations.at[i]));
    return s;
}

static zw_status extract_file(const zw_extractor *x, const char *path, zw_arena *arena, zw_err *err)
{
    zw_documents docs = { 0 };
    zw_status s = zw_corpus_read(path, &(zw_read_options){ 0 }, arena, &docs, err);
    for (size_t i = 0; s == ZW_OK && i < docs.documents.n; i++) {
        zw_facts facts;
        s = zw_facts_extract(x, docs.documents.at[i], arena, &facts, err);
        if (s == ZW_OK)
            s = print_document(docs.documents.at[i], &facts, arena, err);
    }
    return s;
}

const zw_option zw_extract_options[] = {
    { "format", 0, "ndjson", "one JSON object a line" },
    { NULL, 0, NULL, NULL },
};

int zw_cmd_extract(const zw_cli *cli)
{
    zw_err err = { 0 };
    zw_extractor *x = NULL;
    zw_arena *arena = zw_arena_new();
    int status = ZW_EXIT_OK;
    if (!arena || zw_extractor_open(&x, &err) != ZW_OK)
        status = ZW_EXIT_BAD;
    for (size_t i = 0; status != ZW_EXIT_BAD && i < cli->n; i++) {
        zw_arena_reset(arena);
        if (extract_file(x, cli->operands[i], arena, &err) != ZW_OK) {
            fprintf(stderr, "zhengwen-index: %s\n", err.text);
            status = ZW_EXIT_BAD;
        }
    }
    zw_extractor_free(x);
    zw_arena_free(arena);
    return status;
}
