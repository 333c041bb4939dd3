/* named.h - the documents that a sentence names: 《…》 and numbers such as 国发〔2014〕8号. */
#ifndef ZW_QUERY_STUDY_QUOTING_NAMED_H
#define ZW_QUERY_STUDY_QUOTING_NAMED_H

#include "query/session.h"

/* The name that belongs to a quotation at bytes start .. end of text: the nearest before it in its
 * sentence, else the nearest behind it. A title with a number right behind it
 * (《…》（国发〔2014〕8号）) gives both. Nothing found: both stay as they are. start == end: the
 * whole sentence that ends or begins there. */
void zw_named_in(zw_str text, size_t start, size_t end, zw_str *title, zw_str *number);

/* The ids of the documents of a number or a title (either may be without bytes), at most `max` of
 * each. A document has the title when its own title, or a heading in it, holds that wording. */
zw_status zw_named_find(zw_session *session, zw_str title, zw_str number, size_t max,
                        zw_arena *arena, zw_names *ids, zw_err *err);

#endif
