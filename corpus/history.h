/* history.h - the line below a law's title that says when and by whom it was passed, published,
 * changed: （1995年5月10日第八届全国人民代表大会常务委员会第十三次会议通过
 * 根据2004年8月28日…修正）. */
#ifndef ZW_CORPUS_HISTORY_H
#define ZW_CORPUS_HISTORY_H

#include "base/date.h"
#include "corpus/tables.h"

typedef struct {
    zw_date date;
    enum {
        ZW_EVENT_PASSED,
        ZW_EVENT_PUBLISHED,
        ZW_EVENT_CHANGED,
        ZW_EVENT_EFFECTIVE,
        ZW_EVENT_DELIVERED /* a report, to a congress */
    } what;
    zw_range who; /* in the line: 全国人民代表大会常务委员会; empty: not told */
    zw_range province; /* what stands before 第九届: 河南省 of 河南省第九届人民代表大会 */
} zw_event;

/* The next event of the line at or after *at; false when there is none. */
bool zw_history_next(const zw_corpus_tables *tables, zw_str line, size_t *at, zw_event *event);

#endif
