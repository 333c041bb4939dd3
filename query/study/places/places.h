/* places.h - "for each place": a list of places, and which documents of the index are of each.
 *
 * A study that gives each place a row has to tell three things apart: the place has what was asked
 * for, it has documents but none that says it, it has no document at all. The list is told by
 *
 *     all          the places that have documents in the index
 *     province     every province of today
 *     prefecture   every prefecture of today
 *     FILE         names, one a line: 福建, 章丘市, 吉林省/长春市/朝阳区. Of a table the first
 * column is read; empty lines, lines that begin with '#' and a head (place, region, name, 地方,
 * 地区, 名称) are left out
 *
 * A document belongs to the place that it governs, under whatever name it had, not to those above
 * it: what 章丘 plans is no plan of 山东. Those below are counted (`inside`). */
#ifndef ZW_QUERY_STUDY_PLACES_PLACES_H
#define ZW_QUERY_STUDY_PLACES_PLACES_H

#include "query/study/each.h"
#include "query/study/places/place_key.h"

typedef struct {
    const char *asked;       /* as the list has it; the name where the index or a level gave it */
    const zw_place_key *key; /* NULL: no such place is known, or several and not told which */
    size_t documents;        /* of the place itself */
    size_t inside;           /* of places in it */
    const char *first_date, *last_date; /* of its own documents; NULL: none is dated */
} zw_listed_place;

typedef struct {
    ZW_ARRAY(zw_listed_place) rows; /* in the order of the list; without a file, by code */
    ZW_ARRAY(const char *) notes;   /* names that are not known, or of the same place */
    size_t documents;               /* of the index */
    size_t placeless;               /* of them, those of no single place (the State Council's) */
    size_t elsewhere;               /* those of places neither listed nor in a listed one */
    zw_place_keys *keys;
    size_t *sorted, n_sorted; /* rows whose place is known, by its region */
} zw_places;

/* Reads the list and counts the documents. All lives in arena. */
zw_status zw_places_make(zw_session *session, const char *list, zw_arena *arena, zw_places **places,
                         zw_err *err);

#define ZW_NOT_LISTED SIZE_MAX

/* The row of a place, or ZW_NOT_LISTED; key may be NULL. */
size_t zw_places_find(const zw_places *places, const zw_place_key *key);

/* The row of the place that a document governs, or that its text names (zw_place_key_of). */
zw_status zw_places_find_in(const zw_places *places, const zw_region_path *document,
                            const char *named, size_t *row, zw_err *err);

/* What can be said of a place and a question. */
typedef enum {
    ZW_PLACE_HAS,
    ZW_PLACE_UNSURE, /* its documents use the words, but what was asked for was not read in them */
    ZW_PLACE_NO_CLAUSE, /* it has documents, none says it */
    ZW_PLACE_NO_DOCUMENT
} zw_place_state;

/* `found`: how often the place's documents answer. Never UNSURE: only the asker knows that. */
zw_place_state zw_place_state_of(const zw_listed_place *place, size_t found);

/* "has", "unsure", "no clause", "no document". */
const char *zw_place_state_name(zw_place_state state);

/* How many documents and passages of each place hold all that a query wants. */
typedef struct {
    size_t documents, passages;
} zw_place_found_count;

/* One for each row, in arena; *plan as of zw_each_passage. `elsewhere` (may be NULL) gets what no
 * row has. */
zw_status zw_places_ask(zw_session *session, const zw_places *places, const char *query,
                        zw_arena *arena, zw_place_found_count **counts,
                        zw_place_found_count *elsewhere, zw_plan *plan, zw_query_fault *fault,
                        zw_err *err);

#endif
