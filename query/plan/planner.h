/* planner.h - what the parts of the plan share (internal). */
#ifndef ZW_QUERY_PLAN_PLANNER_H
#define ZW_QUERY_PLAN_PLANNER_H

#include "query/language/field.h"
#include "query/plan/plan.h"

typedef struct {
    zw_session *session;
    zw_xdb *db;
    zw_unit_type type;
    zw_arena *arena;
    zw_plan *plan;
    zw_query_fault *fault;
    zw_err *err;
    bool negative; /* inside NOT: nothing there is marked, nor weighs */
    bool loose;    /* the fall-back is being planned */
} zw_planner;

/* A part of the query: what the index is asked (it misses nothing), and the check without which
 * that brings too much (NULL: it is exact). */
typedef struct {
    zw_xquery query;
    zw_check *check;
} zw_part;

typedef ZW_ARRAY(zw_xquery) zw_xqueries;

zw_status zw_planner_note(zw_planner *p, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
bool zw_planner_push(zw_planner *p, zw_xqueries *list, zw_xquery query);

/* AND or OR of all; one alone is itself, none is everything (AND) or nothing (OR). */
zw_xquery zw_planner_join(zw_planner *p, zw_xop op, const zw_xqueries *list);

zw_status zw_planner_fold(zw_planner *p, zw_str text, zw_str *folded);
zw_check *zw_planner_check(zw_planner *p, zw_check_kind kind); /* NULL: out of memory */
zw_status zw_planner_check_text(zw_planner *p, zw_check *check, zw_str folded);
zw_status zw_planner_mark(zw_planner *p, zw_str folded, bool whole);

/* The terms of the words and their weight, as BM25 over passages alone would weigh it. */
zw_xquery zw_planner_term(zw_planner *p, zw_field_id field, zw_str term, double weight);

/* Any term that begins so, as one. */
zw_xquery zw_planner_prefix(zw_planner *p, zw_field_id field, zw_str begin, double weight);

/* Notes that a term weighs, and gives the query back. */
zw_xquery zw_planner_weighs(zw_planner *p, const zw_weighing *weighing);

/* What weighs since there were `from` of them adds only where the query holds. */
void zw_planner_within(zw_planner *p, size_t from, zw_xquery query);

/* --- words (plan_words.c) --- */

/* A word of the query; `side` ones are kept for the fall-back. */
zw_status zw_plan_word(zw_planner *p, const zw_node *node, bool side, zw_part *part);

/* An exact run of characters in a field; what it cannot tell is checked in the zone. */
zw_status zw_plan_run(zw_planner *p, zw_str text, zw_field_id field, zw_zone zone, zw_part *part);
zw_status zw_plan_near(zw_planner *p, const zw_node *node, zw_part *part);

/* Whether the terms alone decide a run: 法院 is one bigram and needs no check. */
zw_status zw_plan_run_query(zw_planner *p, zw_str text, zw_field_id field, zw_xquery *query,
                            bool *exact);

/* The words of a chunk in a field, each wanted but those of grammar; `folded` gets them. */
zw_status zw_plan_words_in(zw_planner *p, zw_str text, zw_field_id field, zw_xquery *query,
                           zw_strs *folded);

/* What the words ask when any of them will do: in the passage; headings only add. */
typedef struct {
    zw_xqueries wanted, more;
    ZW_ARRAY(zw_str) terms; /* asked for already */
} zw_loose;
zw_status zw_plan_loose(zw_planner *p, zw_str chunk, double weight, zw_loose *any);

#define ZW_ALSO_WEIGHT 0.8 /* a synonym tells a little less than the word itself */

/* --- names (plan_names.c) --- */

/* A value of a field that holds whole names. */
zw_status zw_plan_name(zw_planner *p, const zw_field *field, zw_str text, zw_xquery *query);

/* All values of a field in the index, without prefix. */
zw_status zw_plan_values(zw_planner *p, const zw_field *field, zw_strs *values);

/* The same that hold the text: genre:方案 finds 实施方案 and 工作方案. */
zw_status zw_plan_values_with(zw_planner *p, const zw_field *field, zw_str text, zw_xqueries *any);

bool zw_plan_is_value(zw_planner *p, const zw_field *field, zw_str term);

/* A body under any of its names; with ~ before it, what it came from and what became of it. */
zw_status zw_plan_body(zw_planner *p, const zw_field *field, zw_str text, zw_xquery *query);

/* A topic or an instrument; ZW_E_USAGE names those that are known. */
zw_status zw_plan_label(zw_planner *p, const zw_node *node, zw_xquery *query);

zw_status zw_plan_label_names(zw_planner *p, const zw_node *node, zw_strs *names);

/* What the fields of measures (measure:, verb:, topic:, instrument:) under a node, each of which
 * has to hold, want of one measure: a MEASURE check, or NULL without any. */
zw_status zw_plan_measure(zw_planner *p, const zw_node *node, zw_check **check);

/* How many such fields there are. */
size_t zw_plan_measure_fields(const zw_node *node);

/* A place, or a path of places (plan_region.c). */
zw_status zw_plan_region(zw_planner *p, const zw_field *field, zw_str text, zw_xquery *query);

/* Filters do not weigh. */
zw_xquery zw_plan_filter(zw_planner *p, zw_xquery query);

/* --- fields (plan_fields.c) --- */

/* x:NAME:value; ZW_E_USAGE for a name that no document has (plan_columns.c). */
zw_status zw_plan_column(zw_planner *p, const zw_node *node, zw_xquery *query);

/* Whether the words of a field have to stand in one text of several, which is checked. */
bool zw_plan_wants_one(const zw_field *field);
zw_status zw_plan_field(zw_planner *p, const zw_node *node, zw_part *part);
zw_status zw_plan_range(zw_planner *p, const zw_node *node, zw_part *part);
zw_status zw_plan_figure(zw_planner *p, const zw_node *node, zw_part *part);

/* agency:公安厅 role:lead: the same agency in that role. */
zw_status zw_plan_agency_in_role(zw_planner *p, zw_str agency, zw_str role, zw_part *part);

/* --- what units of the other type carry (plan_units.c) --- */

/* What only the unit of a document carries, as a query for all units of the documents that match.
 */
zw_status zw_plan_in_documents(zw_planner *p, zw_xquery *query);

/* Units that have one of many ids in a field. */
zw_status zw_plan_any_of(zw_planner *p, zw_field_id field, const zw_strs *ids, zw_xquery *query);

/* version:draft. */
zw_status zw_plan_version(zw_planner *p, zw_str value, zw_xquery *query);

bool zw_plan_is_of_others(const zw_planner *p, const zw_node *node);
zw_status zw_plan_of_others(zw_planner *p, const zw_node *node, zw_part *part);

#endif
