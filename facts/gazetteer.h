/* gazetteer.h - the tables behind region.h: places with their years, townships, zones.
 *
 * For facts/ alone. A place is known by its row number. Its code says where it lies: two digits of
 * province, two of prefecture, two of county. A name changes, so a code can have several rows, and
 * a place that moved has rows under several codes. */
#ifndef ZW_FACTS_GAZETTEER_H
#define ZW_FACTS_GAZETTEER_H

#include <pthread.h>
#include <stdint.h>

#include "base/trie.h"
#include "base/tsv.h"
#include "facts/region.h"

#define ZW_NO_PLACE UINT32_MAX
#define ZW_PLACE_NAMES 16 /* names that can start at one character, and places that share one */

typedef enum { ZW_PROVINCE = 1, ZW_PREFECTURE, ZW_COUNTY, ZW_AREA } zw_place_level;

typedef struct {
    zw_str name, successors; /* codes parted by blanks */
    uint32_t code;           /* of an area: of the place it lies in */
    zw_place_level level;
    int from, to; /* the years of the name; to 0: still in use */
} zw_place;

/* What a place is called. All of one name hang together from zw_place_names_of. */
typedef struct {
    zw_str name;
    uint32_t place, next; /* next: index + 1 in the same slot, 0 at the end */
    bool is_short;
} zw_place_name;

typedef struct {
    zw_str name;
    uint32_t county, next; /* next: index + 1 of another in the same slot */
} zw_township;

/* Read when first asked for, once, under its lock. */
typedef struct {
    pthread_mutex_t lock;
    bool read;
    zw_arena *arena;
    zw_township *at;
    uint32_t *slots; /* index + 1 */
    size_t n, n_slots;
} zw_townships;

typedef enum { ZW_ZONE_TAIL, ZW_ZONE_INNER } zw_zone_word;

typedef struct {
    zw_str text; /* 宁 */
    uint32_t code;
} zw_abbreviation;

struct zw_gazetteer {
    zw_arena *arena;
    zw_place *places; /* n_coded rows ascending by code, then the areas */
    size_t n, n_coded;
    zw_place_name *names; /* full and short */
    size_t n_names;
    uint32_t *slots;  /* by the hash of a name: index + 1 of the first */
    uint64_t *starts; /* a bit for the hash of each two characters a name starts with */
    zw_trie *zones;   /* word of a zone's name -> zw_zone_word */
    zw_trie *common;  /* names that are ordinary words */
    zw_abbreviation *abbreviations; /* of document numbers */
    size_t n_abbreviations;
    zw_townships *townships;
};

/* Every name that starts at text[at] gives its length, shortest first; at most `room`. */
size_t zw_place_names_at(const zw_gazetteer *g, zw_str text, size_t at, size_t *lengths,
                         size_t room);

/* The places of that name, one after the other: start with *i 0; NULL at the end. */
const zw_place_name *zw_place_name_next(const zw_gazetteer *g, zw_str name, uint32_t *i);

/* The row of that code in use in `year` (0: the newest), or ZW_NO_PLACE. */
uint32_t zw_place_by_code(const zw_gazetteer *g, uint32_t code, int year);

/* The place that one lies in, in the year given; ZW_NO_PLACE for a province. */
uint32_t zw_place_parent(const zw_gazetteer *g, uint32_t place, int year);

/* Whether place lies in the other by their codes. */
bool zw_place_under(const zw_place *place, const zw_place *over);

/* Whether b is what a was called next, in the same place. */
bool zw_place_renamed(const zw_place *a, const zw_place *b);

/* What a name is looked up with. */
typedef struct {
    const zw_gazetteer *gazetteer;
    zw_str text;
    int year; /* 0: any */
    zw_str
        hint; /* text whose own names tell places of one name apart (义堂镇: 临沂 stands in it) */
    bool exact; /* all of text is the name, not only its beginning */
} zw_place_query;

/* What was found: a place of the tables, and below it a name that is none of theirs. */
typedef struct {
    uint32_t place; /* or ZW_NO_PLACE */
    zw_str own;     /* a township or zone below it; empty: none */
    size_t used;    /* bytes of the text; 0: nothing found */
} zw_place_found;

/* The place named at text[at], read from the large to the small: 山东省|临沂市|兰山区|义堂镇 with
 * any of them left out. */
zw_place_found zw_place_resolve(const zw_place_query *query, size_t at);

/* Its path. false: nothing found, or memory is out. */
bool zw_place_path(const zw_place_query *query, const zw_place_found *found, zw_arena *arena,
                   zw_region_path *path);

zw_townships *zw_townships_new(void); /* NULL: out of memory */
void zw_townships_free(zw_townships *townships);

/* The county codes of all townships of that name, at most `room` of them; how many were found. */
size_t zw_townships_find(zw_townships *townships, zw_str name, uint32_t *counties, size_t room);

#endif
