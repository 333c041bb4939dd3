/* duty_set.h - all tasks of an answer with their bodies: what is counted and put across a sheet.
 *
 * A body is known by its name without place and abbreviation (发展和改革委员会 for 市发改委,
 * 自治区发展改革委 and 国家发展改革委), or, whole, with the place before it
 * (钦州市/发展和改革委员会). Some hundred bytes a task and a body of it are kept. */
#ifndef ZW_QUERY_STUDY_NETWORK_DUTY_SET_H
#define ZW_QUERY_STUDY_NETWORK_DUTY_SET_H

#include "query/study/network/duty.h"

#define ZW_ROLES (ZW_ROLE_IMPLEMENT + 1)

typedef struct {
    const char *name;
    bool collective;
    size_t tasks, roles[ZW_ROLES]; /* tasks, and those in each role */
    size_t documents, places;
} zw_duty_body;

/* A body of a task, once. */
typedef struct {
    size_t body;
    unsigned roles; /* bits 1 << zw_role */
} zw_duty_part;

typedef struct {
    const char *id, *name, *headings; /* headings: 一、… > （一）…; NULL: none */
    const char *document, *passage, *title, *number, *place, *level, *date; /* may be NULL */
    size_t start, end;            /* of the task with its list, in code points of the source */
    ZW_ARRAY(zw_duty_part) parts; /* as they are named */
} zw_duty_row;

/* Two bodies of one task: `from` leads, or is named first where nobody does. */
typedef struct {
    size_t from, to;
    size_t tasks, roles[ZW_ROLES]; /* by what `to` does; lead: it leads too */
} zw_duty_pair;

typedef struct {
    zw_duty_body *bodies; /* those of most tasks first */
    size_t n_bodies;
    ZW_ARRAY(zw_duty_row) rows;
    ZW_ARRAY(zw_duty_pair) pairs; /* by from, to */
} zw_duty_set;

/* All lives in arena but the plan, which the caller frees. */
zw_status zw_duty_set_make(zw_session *session, const char *query, bool whole, zw_arena *arena,
                           zw_duty_set *set, zw_plan *plan, zw_query_fault *fault, zw_err *err);

/* What a body is known by. NULL: memory is out. */
const char *zw_duty_body_name(const zw_agency *agency, bool whole, zw_arena *arena);

#endif
