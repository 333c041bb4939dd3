/* tools.h - what reading a file needs, and the reading of one: file to documents to facts to units.
 *
 * zw_tools are the tables, read-only and shared by threads; a zw_kit belongs to one thread. */
#ifndef ZW_INDEXER_TOOLS_H
#define ZW_INDEXER_TOOLS_H

#include "corpus/corpus.h"
#include "facts/facts.h"
#include "segmenter/segmenter.h"
#include "store/record.h"
#include "store/units.h"

typedef struct {
    zw_lexicon *lexicon;
    zw_extractor *extractor;
    zw_corpus_tables *tables;
} zw_tools;

/* The caller closes tools with zw_tools_close, opened or not. */
zw_status zw_tools_open(zw_tools *tools, zw_err *err);
void zw_tools_close(zw_tools *tools);

/* A file as it was found. */
typedef struct {
    zw_documents docs;
    ZW_ARRAY(const char *) told; /* what is wrong in its rows, whole lines, the first of them */
    size_t n_told, left_out;     /* all that is wrong; rows that are no documents for it */
} zw_reading;

typedef struct {
    const zw_tools *tools;
    zw_segmenter *segmenter;
    zw_arena *arena; /* what was read last lives here */
    zw_arena *facts; /* of the document whose units are being made */
} zw_kit;

zw_status zw_kit_open(const zw_tools *tools, zw_kit *kit, zw_err *err);
void zw_kit_close(zw_kit *kit);

/* Reads the file at path, of which a manifest says what is given; forgets what was read before.
 * With `rows` given its rows are its documents (records.h). */
zw_status zw_kit_read(zw_kit *kit, const char *path, const zw_givens *given, zw_reading *reading,
                      zw_err *err);

/* Makes the units of all documents read, each with the facts found in it, and sends them to sink;
 * counts are added up. */
zw_status zw_kit_units(zw_kit *kit, const zw_reading *reading, const zw_unit_sink *sink,
                       zw_unit_counts *counts, zw_err *err);

#endif
