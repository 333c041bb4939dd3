/* sentence.h - a passage's sentences, one after the other.
 *
 * A sentence ends behind 。！？； or at the end of a line, with the marks that close a quotation or
 * bracket behind it. Nothing ends inside brackets or title marks: （公安厅牵头；教育厅配合） is one
 * piece. Linear. */
#ifndef ZW_QUERY_STUDY_WORDING_SENTENCE_H
#define ZW_QUERY_STUDY_WORDING_SENTENCE_H

#include "base/str.h"

/* The next sentence at or after *at, without blanks at its edges; *at moves behind it. false: there
 * is none. */
bool zw_sentence_next(zw_str text, size_t *at, zw_range *sentence);

#endif
