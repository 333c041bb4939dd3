/* reform.h - which body's duties went to which in the State Council's reforms of institutions.
 *
 * 国土资源厅 ended in 自然资源厅 in 2018, 卫生厅 in 卫生和计划生育委员会 in 2013 and that in
 * 卫生健康委员会 in 2018. A body has forerunners and successors, never siblings: 工商行政管理局 and
 * 质量技术监督局 share a successor and do not find each other. Names are whole and without place
 * and level, as zw_agency_body gives them. Read-only and shared by threads. */
#ifndef ZW_FACTS_REFORM_H
#define ZW_FACTS_REFORM_H

#include "base/array.h"
#include "base/error.h"

typedef struct zw_reforms zw_reforms;

/* Levels of government, as bits: a reform may hold for some of them. */
enum { ZW_LEVEL_NATION = 1, ZW_LEVEL_PROVINCE = 2, ZW_LEVEL_LOCAL = 4, ZW_LEVEL_ALL = 7 };

typedef struct {
    const char *body; /* 国土资源厅 */
    int year;         /* of the reform that ended it or made it */
    bool ended;       /* a forerunner, until year; else a successor, from year */
    unsigned levels;
} zw_relative;

typedef ZW_ARRAY(zw_relative) zw_relatives;

/* Loads the table; the caller frees it with zw_reforms_free. */
zw_status zw_reforms_open(zw_reforms **reforms, zw_err *err);
void zw_reforms_free(zw_reforms *reforms); /* NULL is fine */

/* All that a body at some of the levels came from, and all that became of it, the nearest first.
 * The strings belong to reforms. */
zw_status zw_reforms_relatives(const zw_reforms *reforms, zw_str body, unsigned levels,
                               zw_arena *arena, zw_relatives *relatives, zw_err *err);

/* The levels that the prefix of a name may be of: 自治区, 市, 银川市, 国家; none tells nothing. */
unsigned zw_reform_levels(zw_str prefix);

#endif
