/* office.h - the formats that zhengwen-read knows: bytes of a file to lines (paper.h). */
#ifndef ZW_CORPUS_OFFICE_OFFICE_H
#define ZW_CORPUS_OFFICE_OFFICE_H

#include "base/buffer.h"
#include "base/error.h"
#include "base/str.h"
#include "corpus/office/package.h"

/* Append to out what paper.h describes. Errors: ZW_E_FORMAT, ZW_E_LIMIT, ZW_E_NOMEM. */
zw_status zw_docx_read(zw_str bytes, zw_buf *out, zw_err *err);
zw_status zw_odf_read(zw_str bytes, zw_buf *out, zw_err *err);
zw_status zw_xlsx_read(zw_str bytes, zw_buf *out, zw_err *err);
zw_status zw_doc_read(zw_str bytes, zw_buf *out, zw_err *err);
zw_status zw_rtf_read(zw_str bytes, zw_buf *out, zw_err *err);

/* The same for sheets, as rows. */
zw_status zw_xlsx_read_rows(zw_str bytes, zw_buf *out, zw_err *err);
zw_status zw_odf_read_rows(zw_str bytes, zw_buf *out, zw_err *err);

/* The XML of a DOCX's main part alone, without styles, numbering and notes (fuzzing). */
zw_status zw_docx_read_xml(zw_str xml, zw_buf *out, zw_err *err);

/* The XML of a sheet alone, without styles and shared strings (fuzzing). */
zw_status zw_xlsx_read_xml(zw_str xml, zw_buf *out, zw_err *err);

#endif
