/* reader.h - one row a file format: who takes a file, and how it becomes a draft.
 *
 * Every reader bids on the first bytes and the name; the highest bid reads. A new format is a new
 * file and a new row in reader.c. */
#ifndef ZW_CORPUS_READER_H
#define ZW_CORPUS_READER_H

#include "corpus/corpus.h"
#include "corpus/draft.h"

typedef struct {
    const char *path; /* as it was named */
    zw_str bytes;     /* all of the file */
    const zw_corpus_tables *tables;
} zw_input;

typedef struct {
    const char *name;               /* "txt" */
    int (*bid)(const zw_input *in); /* 0: not mine; 100: certainly mine */
    zw_status (*read)(const zw_input *in, zw_arena *arena, zw_draft *draft, zw_err *err);
} zw_reader;

extern const zw_reader zw_reader_txt, zw_reader_markdown, zw_reader_pdf, zw_reader_docx,
    zw_reader_html, zw_reader_csv, zw_reader_doc, zw_reader_rtf, zw_reader_xlsx, zw_reader_odf;

/* The reader for a file. ZW_E_FORMAT says what the file is by its content where no reader takes
 * it: "PDF: no reader for it yet". */
zw_status zw_reader_pick(const zw_input *in, const zw_reader **reader, zw_err *err);

/* Fills in->bytes with all of the file at in->path. ZW_E_IO, ZW_E_LIMIT. */
zw_status zw_input_load(zw_input *in, const zw_read_options *options, zw_arena *arena, zw_err *err);

/* The source that a reader made of it. NULL: memory is out. */
zw_source *zw_source_of(const zw_input *in, const char *reader, const char *encoding, zw_str text,
                        zw_arena *arena);

#endif
