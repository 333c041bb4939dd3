/* indicator.h - names of the same indicator: 户籍城镇化率 is 户籍人口城镇化率, and not
 * 常住人口城镇化率.
 *
 * The table is query/plan/indicators.tsv. Names are compared folded (width, case, variants).
 * Read-only once open. */
#ifndef ZW_QUERY_PLAN_INDICATOR_H
#define ZW_QUERY_PLAN_INDICATOR_H

#include "segmenter/segmenter.h"

typedef struct zw_indicators zw_indicators;

/* The embedded table, folded by the segmenter, which is needed only for that. The caller frees it
 * with zw_indicators_free. */
zw_status zw_indicators_open(zw_segmenter *segmenter, zw_indicators **indicators, zw_err *err);
void zw_indicators_free(zw_indicators *indicators); /* NULL is fine */

/* What of an indicator says what is measured, of one that tells a rise or fall:
 * 地区生产总值年均增长 is 地区生产总值. All of it where nothing else would be left. */
zw_str zw_indicator_stem(zw_str folded);

/* All names of one thing, the first being the one it goes by; n 0: the table does not know it. */
typedef struct {
    size_t n;
    const zw_str *names, *folded;
} zw_indicator_names;
zw_indicator_names zw_indicators_find(const zw_indicators *indicators, zw_str folded);

#endif
