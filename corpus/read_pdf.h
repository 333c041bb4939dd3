/* read_pdf.h - from what `pdftotext -layout` prints to the lines of a document (docs/formats.md).
 */
#ifndef ZW_CORPUS_READ_PDF_H
#define ZW_CORPUS_READ_PDF_H

#include "corpus/draft.h"

/* ZW_E_EMPTY: "no text layer, 8 pages". */
zw_status zw_pdf_lines(zw_str printed, zw_arena *arena, zw_draft *draft, zw_err *err);

#endif
