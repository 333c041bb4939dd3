/* region.h - places by name and by year, and the path from the province down.
 *
 * The gazetteer knows every province, prefecture and county since 1981 with the years its name was
 * in use, what became of it, and short forms (宁夏, 广西, 内蒙古, 房山); townships come from a
 * second table that is read when first needed. Names that many places share are told apart by the
 * names around them. Read-only and shared by threads. */
#ifndef ZW_FACTS_REGION_H
#define ZW_FACTS_REGION_H

#include <stdint.h>

#include "base/array.h"
#include "base/error.h"
#include "base/str.h"

#define ZW_REGION_DEPTH 4 /* province, prefecture, county, township */

typedef struct {
    size_t n;                           /* 0: unknown */
    const char *names[ZW_REGION_DEPTH]; /* full names from the province down */
    bool by_file; /* of a document: the names of its file and folders say so, not its words */
} zw_region_path;

typedef struct zw_gazetteer zw_gazetteer;

zw_status zw_gazetteer_open(zw_gazetteer **gazetteer, zw_err *err);
void zw_gazetteer_free(zw_gazetteer *gazetteer);

/* The path of a place named in text (山东省义堂镇, 宁夏, 章丘市), with the names of `year` (0:
 * any). false: no such place, or several and nothing to tell them apart. */
bool zw_gazetteer_path(const zw_gazetteer *gazetteer, zw_str name, int year, zw_arena *arena,
                       zw_region_path *path);

/* The length in bytes of the longest place name that starts at text[at], 0 for none: names one
 * below the other count as one (广西壮族自治区钦州市). For running text, so neither townships nor
 * what is a word as well (老城区, 平安) nor short forms of counties. */
size_t zw_gazetteer_match(const zw_gazetteer *gazetteer, zw_str text, size_t at);

/* The full name of a place that is spelt nearly so (宁厦 for 宁夏回族自治区); empty: none is. */
zw_str zw_gazetteer_nearest(const zw_gazetteer *gazetteer, zw_str name);

/* Every full name, old and new, of the place a user names (章丘 gives 章丘市 and 章丘区): what a
 * query for a region must ask the index for. Empty: unknown. */
typedef ZW_ARRAY(const char *) zw_names;
zw_status zw_gazetteer_names(const zw_gazetteer *gazetteer, zw_str name, zw_arena *arena,
                             zw_names *names, zw_err *err);

/* A place as it is called today: 章丘市 of 2015 is 章丘区, 襄樊市 is 襄阳市. Paths that agree in
 * this are of one place. What was merged into another place, or is in no table, keeps its name. */
typedef struct {
    zw_region_path path;
    uint32_t code; /* 370114; of a township or zone, of the place it lies in; 0: unknown */
} zw_region_now;

/* false: memory is out. */
bool zw_gazetteer_now(const zw_gazetteer *gazetteer, const zw_region_path *path, zw_arena *arena,
                      zw_region_now *now);

/* All provinces (level 1) or prefectures (level 2) of today, by code. */
typedef ZW_ARRAY(zw_region_now) zw_regions;
zw_status zw_gazetteer_all(const zw_gazetteer *gazetteer, int level, zw_arena *arena,
                           zw_regions *regions, zw_err *err);

#endif
