/* agency_place.h - whose body it is: the place that a body's name and its document bind it to.
 *
 * 自治区教育厅 in a plan of 宁夏 is 宁夏回族自治区's, 市公安局 in one of 钦州 is 钦州市's,
 * 石嘴山市财政局 is 石嘴山市's wherever it stands, and 财政部 is the nation's. A body without any
 * such word is of the level of the document that gives it a task. */
#ifndef ZW_FACTS_AGENCY_PLACE_H
#define ZW_FACTS_AGENCY_PLACE_H

#include "facts/region.h"

/* The full name of the place, 全国 for a national body, or NULL where neither the name nor the
 * document tells: bodies of many places (各市、县), a county's bodies in a province's plan.
 * governed is the path of the document's place. The name lives in arena or is a constant. */
const char *zw_agency_place(const zw_gazetteer *gazetteer, zw_str canonical,
                            const zw_region_path *governed, zw_arena *arena);

#endif
