/* versions.h - the versions of one text, for answers: to which group the document of a hit
 * belongs, what it is there, which of the group is the original, which was in force on a day.
 *
 * Groups are worked out from the index as they are asked for (store/group.h), each once for an
 * answer; when many were asked for, all are looked up at once, which reads only documents that
 * share something with another. */
#ifndef ZW_QUERY_ANSWER_VERSIONS_H
#define ZW_QUERY_ANSWER_VERSIONS_H

#include "query/session.h"
#include "store/group.h"

/* A member of a group, by what is shown of it. */
typedef struct {
    const char *id, *title, *number, *date; /* number, date: may be NULL */
    zw_relation relation;
    size_t of; /* a member's index; its own where it is related to none */
} zw_version_member;

/* The first member stands for the group: the original, if it has one. */
typedef struct {
    const zw_version_member *at;
    size_t n;
} zw_versions_group;

/* A document's place in its group. */
typedef struct {
    const zw_versions_group *group; /* NULL: an issued text without other versions */
    size_t at;
} zw_version_place;

typedef struct zw_versions zw_versions;

/* What it finds lives in arena. NULL: memory is out. */
zw_versions *zw_versions_new(zw_session *session, zw_arena *arena);

/* All groups at once. */
zw_status zw_versions_all(zw_versions *versions, zw_err *err);

/* Of a document whose record is at hand. */
zw_status zw_versions_of_record(zw_versions *versions, const zw_doc_record *record,
                                zw_version_place *place, zw_err *err);

/* ZW_E_NOTFOUND: no such document. */
zw_status zw_versions_of(zw_versions *versions, const char *doc_id, zw_version_place *place,
                         zw_err *err);

/* The member of a place; NULL where it is in no group. */
const zw_version_member *zw_version_self(const zw_version_place *place);

/* The document that stands for the group: the original's id, or doc_id itself. */
const char *zw_version_head(const zw_version_place *place, const char *doc_id);

/* How many versions there are, at least 1. */
size_t zw_version_count(const zw_version_place *place);

/* The ids of all documents that have a relation; of ZW_RELATION_ORIGINAL: of all that do not have
 * it, for those are fewer. */
typedef ZW_ARRAY(const char *) zw_version_ids;
zw_status zw_versions_with(zw_versions *versions, zw_relation relation, zw_version_ids *ids,
                           zw_err *err);

/* Which issued version of a document's text was in force on a day (YYYY-MM-DD); *id gets it where
 * one is told, also when it was repealed by then. */
zw_status zw_versions_in_force(zw_versions *versions, const char *doc_id, const char *day,
                               zw_in_force *found, const char **id, zw_err *err);

#endif
