/* place_key.h - places told apart and taken together: 章丘市 of 2015 and 章丘区 of 2020 are one.
 *
 * A document has the path of the place it governs, with the names of its year; a figure may be
 * about another place, which its sentence names. Both are taken to the place as it is called today,
 * and each path is looked up once. */
#ifndef ZW_QUERY_STUDY_PLACES_PLACE_KEY_H
#define ZW_QUERY_STUDY_PLACES_PLACE_KEY_H

#include "query/session.h"

typedef struct {
    zw_region_now now;
    const char *region; /* its path parted by '/': 山东省/济南市/章丘区. What places are known by */
    const char *name; /* the last of it */
} zw_place_key;

typedef struct zw_place_keys zw_place_keys;

/* Lives in arena; session must outlive it. */
zw_status zw_place_keys_new(zw_session *session, zw_arena *arena, zw_place_keys **keys,
                            zw_err *err);

/* The place of a document; or, where `named` is not NULL, the place that its text names so, which
 * lies in the document's own place if it can (南宁市 in a document of 广西). *key is NULL where
 * there is none: a document of the State Council is of no single place. */
zw_status zw_place_key_of(zw_place_keys *keys, const zw_region_path *document, const char *named,
                          const zw_place_key **key, zw_err *err);

/* The names of a path, parted by '/'; "" of none. NULL: out of memory. */
const char *zw_region_text(const zw_region_path *path, zw_arena *arena);

/* Orders by code, as lists of places are in China (北京, 天津, 河北 …); unknown ones last. */
int zw_place_key_order(const zw_place_key *a, const zw_place_key *b);

/* Whether the place lies in `over`, below it. */
bool zw_place_key_in(const zw_place_key *place, const zw_place_key *over);

#endif
