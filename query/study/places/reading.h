/* reading.h - a document read as a person reads it for an answer: sentence by sentence, knowing
 * which sentence leads a list and which heading stands over what.
 *
 * 第九条 申请居住证应当符合下列条件：（一）…；（二）…。 is a sentence that ends with a colon, and
 * its list: the items below its heading, or the lines behind it that end with a semicolon. What is
 * read is held in memory: a document at a time. */
#ifndef ZW_QUERY_STUDY_PLACES_READING_H
#define ZW_QUERY_STUDY_PLACES_READING_H

#include "query/study/quoting/window.h"

#define ZW_NO_LEAD SIZE_MAX

typedef struct {
    zw_range at;   /* bytes of the window's text */
    size_t piece;  /* the passage it stands in (a section: the first) */
    zw_str folded; /* of a section: its heading */
    size_t lead;   /* the sentence that leads its list, or ZW_NO_LEAD */
    size_t end;    /* of a lead: the sentence behind its list's last; else its own number + 1 */
    size_t depth;  /* of the headings over it; of a heading or lead that is one, with itself */
    bool section;  /* no sentence but all that stands below a heading */
    bool opens;    /* it opens its passage and is no item: 第十条 申领居住证应当… */
} zw_read_unit;

typedef struct {
    const zw_doc_record *document;
    zw_window window;
    ZW_ARRAY(zw_read_unit) units; /* sentences in reading order, sections before their first */
    zw_str *headings;             /* of each piece: all that lead to it, folded */
    zw_str title;                 /* folded */
} zw_reading;

/* All lives in arena; document must outlive it. */
zw_status zw_reading_make(zw_session *session, const zw_doc_record *document, zw_arena *arena,
                          zw_reading *reading, zw_err *err);

/* A unit with its list, from the beginning of the lead to the end of the last item: at most `chars`
 * code points, ending behind a sentence; *left gets how many sentences do not fit. */
zw_range zw_reading_whole(const zw_reading *reading, size_t unit, size_t chars, size_t *left);

#endif
