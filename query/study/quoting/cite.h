/* cite.h - a document, or a passage of one, as a reference.
 *
 *     gbt7714-2025  GB/T 7714—2025: full-width ： ， （ ）; what is known by its address is
 * [EB/OL], else [A], the kind under which the standard counts documents of government gbt7714-2015
 * GB/T 7714—2015: half-width marks; [EB/OL] or [Z] bibtex        @misc, with date, url and urldate
 * for biblatex ris           GOVDOC csl-json      CSL 1.0.2: regulation; legislation when a
 * people's congress issued it
 *
 * The number (文号) stands where both standards put numbers of reports and standards, behind the
 * title. What is not known is left out: neither standard wants a word in place of a missing issuer
 * of a numbered list. A place within the document is told by its headings, where page numbers would
 * stand; the quotation goes to the notes. The day of access is told only with an address. */
#ifndef ZW_QUERY_STUDY_QUOTING_CITE_H
#define ZW_QUERY_STUDY_QUOTING_CITE_H

#include "store/record.h"

typedef struct {
    const char *key; /* ASCII, the same for the same document or passage */
    const char *title, *number;
    zw_names issuers;
    const char *date; /* of publication, else of signing; YYYY, YYYY-MM or YYYY-MM-DD; or NULL */
    const char *url;  /* or NULL */
    const char *accessed; /* YYYY-MM-DD */
    const char *place; /* within the document: 二、主要任务 （五）保障随迁子女入学; or NULL */
    const char *quotation; /* or NULL */
    const char *link;      /* id or permalink */
    bool law;              /* a people's congress issued it */
} zw_reference;

/* passage NULL: the document as a whole. quotation and link NULL: none, the document's id. */
zw_status zw_reference_of(const zw_doc_record *document, const zw_passage_record *passage,
                          const char *quotation, const char *link, const char *accessed,
                          zw_arena *arena, zw_reference *reference, zw_err *err);

typedef struct {
    const char *name;
    void (*write)(const zw_reference *reference, zw_buf *to);
    const char *before, *between, *after; /* a list of references */
} zw_cite_style;

extern const zw_cite_style zw_cite_styles[]; /* ends with a row whose name is NULL */
const zw_cite_style *zw_cite_style_find(const char *name);

#define ZW_CITE_STYLES "gbt7714-2025|gbt7714-2015|bibtex|ris|csl-json"

#endif
