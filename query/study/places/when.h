/* when.h - the day of a document, as far as it is told.
 *
 * It is that of its signing; else that from which it holds or on which it was published, the
 * earlier one; else the year of its number. A text is signed before it takes effect and before it
 * is published, so 2016 with 自2016年4月15日起施行 is one of the days up to that; where it
 * takes effect on 1 January of the year that is told, that day is all that is known. The day of a
 * text without number and issuer that is the day of its page is that of publication. */
#ifndef ZW_QUERY_STUDY_PLACES_WHEN_H
#define ZW_QUERY_STUDY_PLACES_WHEN_H

#include "base/calendar.h"
#include "store/record.h"

typedef enum {
    ZW_DAY_NONE,
    ZW_DAY_SIGNED,
    ZW_DAY_EFFECTIVE,
    ZW_DAY_PUBLISHED,
    ZW_DAY_NUMBER, /* the year of 桂政发〔2005〕27号 */
} zw_day_of;

typedef struct {
    zw_day_of of;
    const char *text; /* as told: 2014, 2014-07, 2014-07-24; NULL: not told */
    zw_period period;
} zw_when;

/* false: memory is out. What is not told is of ZW_DAY_NONE. */
bool zw_when_of(const zw_metadata *meta, zw_arena *arena, zw_when *when);

/* "signed", "effective", "published", "number"; NULL of none. */
const char *zw_day_of_name(zw_day_of of);

#endif
