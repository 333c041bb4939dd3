/* text_diffusion.h - a diffusion as a person reads it at a terminal. */
#ifndef ZW_QUERY_COMMAND_TEXT_DIFFUSION_H
#define ZW_QUERY_COMMAND_TEXT_DIFFUSION_H

#include "query/sheet/phrase.h"
#include "query/study/places/diffusion.h"

/* How much later b came than a, in words: 3 years 2 months, 17 days; 1 to 2 years where one of both
 * is told in part. */
void zw_text_lag(const zw_words *words, zw_period a, zw_period b, zw_buf *to);

/* Adoptions by day with a line of time, then places by what is to be said of them; at most `max`
 * adoptions (0: all) after the first `from`. */
zw_status zw_text_diffusion(zw_session *session, const zw_diffusion *diffusion,
                            const zw_words *words, bool color, size_t from, size_t max, zw_buf *to,
                            zw_err *err);

#endif
