/* agency_alias.h - one body under its many names: 市发改委, 自治区发展改革委.
 *
 * A body's name is told without the place and level before it and without abbreviation: both of
 * those are 发展和改革委员会. Bodies that took over another's duties are other bodies: 国土资源局
 * is not 自然资源局. Immutable once open. */
#ifndef ZW_FACTS_AGENCY_ALIAS_H
#define ZW_FACTS_AGENCY_ALIAS_H

#include "facts/region.h"

typedef struct zw_agency_aliases zw_agency_aliases;

/* Loads the tables; the caller frees them with zw_agency_aliases_free. */
zw_status zw_agency_aliases_open(zw_agency_aliases **aliases, zw_err *err);
void zw_agency_aliases_free(zw_agency_aliases *aliases); /* NULL is fine */

/* The body that a name stands for; a collective body (各市、县（区）) or a name no table knows
 * comes back as it is, its prefix apart. NULL: out of memory. */
const char *zw_agency_body(const zw_agency_aliases *aliases, const zw_gazetteer *gazetteer,
                           zw_str name, zw_arena *arena);

/* All names the tables know for a body, the one that zw_agency_body gives first (发展和改革委员会,
 * 发改委, 发展改革委 …). false: out of memory. */
typedef struct {
    const zw_str *at;
    size_t n;
} zw_agency_names;
bool zw_agency_names_of(const zw_agency_aliases *aliases, const char *body, zw_arena *arena,
                        zw_agency_names *names);

#endif
