/* metadata.h - title, number, issuer, dates, validity and genre of a document. */
#ifndef ZW_CORPUS_METADATA_H
#define ZW_CORPUS_METADATA_H

#include "corpus/frame.h"

/* Fills doc->meta from the frame, then from what the format carried, then from the file's name. */
zw_status zw_metadata_find(const zw_corpus_tables *tables, const zw_frame *frame,
                           const zw_metadata *carried, zw_document *doc, zw_err *err);

/* What a file is called: its name without folder, ending, and the year that often stands behind. */
zw_str zw_file_title(const char *path);

#endif
