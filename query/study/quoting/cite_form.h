/* cite_form.h - the forms of a reference that other programs read (internal to cite). */
#ifndef ZW_QUERY_STUDY_QUOTING_CITE_FORM_H
#define ZW_QUERY_STUDY_QUOTING_CITE_FORM_H

#include "query/study/quoting/cite.h"

void zw_cite_bibtex(const zw_reference *reference, zw_buf *to);
void zw_cite_ris(const zw_reference *reference, zw_buf *to);
void zw_cite_csl(const zw_reference *reference, zw_buf *to);

/* A text on one line: control characters become blanks. */
void zw_cite_line(zw_buf *to, const char *text);

/* Year, month, day as far as they are told; how many there are. */
size_t zw_cite_date(const char *date, int parts[3]);

#endif
