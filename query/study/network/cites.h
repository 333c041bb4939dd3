/* cites.h - who cites whom: from some texts down to those that cite them, up to those they cite.
 *
 * An edge is a text that cites another, once however often it does, told by the document that
 * stands for its versions if that one does it, else by the first that does. Levels are walked in
 * breadth: a text is gone on from where it is nearest, and once, so circles end. */
#ifndef ZW_QUERY_STUDY_NETWORK_CITES_H
#define ZW_QUERY_STUDY_NETWORK_CITES_H

#include "query/answer/match.h"
#include "query/study/network/cite_relation.h"
#include "query/study/network/works.h"

#define ZW_NO_EDGE SIZE_MAX

typedef struct {
    size_t from, to; /* the citing document, the cited work */
    size_t depth;    /* 1: of what was asked */
    size_t parent;   /* while it is walked: the edge before it, or ZW_NO_EDGE */
    bool down;       /* found going down: `from` is what is new, else `to` */
    bool again;      /* what is new was met before: it is not gone on from here */
    const zw_work_cite *cite;
    size_t others; /* more documents of the citing work that cite it: reposts, drafts */
} zw_cite_edge;

typedef ZW_ARRAY(zw_cite_edge) zw_cite_edges;

/* The works that a user names: by a document's id (or a passage's), a number, a title with or
 * without 《》; else those of all documents that a query finds. None: nothing is known by it. */
typedef ZW_ARRAY(size_t) zw_work_list;
zw_status zw_cites_named(zw_session *session, zw_works *works, const char *what, zw_arena *arena,
                         zw_work_list *found, zw_query_fault *fault, zw_err *err);

/* From works (roots) as many levels (0: all) down or up. Edges are added as a tree is read: each
 * with what was found from it behind it, those of one text by date. */
zw_status zw_cites_walk(const zw_works *works, const size_t *roots, size_t n, bool down,
                        size_t levels, zw_arena *arena, zw_cite_edges *edges, zw_err *err);

/* All there are, by the citing documents' dates. */
zw_status zw_cites_all(const zw_works *works, zw_arena *arena, zw_cite_edges *edges, zw_err *err);

/* The other documents of an edge's citing work that cite it too. */
zw_status zw_cites_others(const zw_works *works, const zw_cite_edge *edge, zw_arena *arena,
                          zw_names *ids, zw_err *err);

/* A text that is cited and not in the index. */
typedef struct {
    size_t work;
    const size_t *by; /* the documents that cite it, of each text one, by date */
    size_t n_by, places;
    const char *first_date, *last_date; /* of those */
} zw_missing_text;
typedef ZW_ARRAY(zw_missing_text) zw_missing_texts;

/* The most cited first. */
zw_status zw_cites_missing(const zw_works *works, zw_arena *arena, zw_missing_texts *texts,
                           zw_err *err);

/* --- the words -------------------------------------------------------------------------------- */

/* An edge with its passage: of several the first that says most. */
typedef struct {
    const zw_cite_edge *edge;
    zw_cite_relation relation;
    size_t times;                     /* how often it is cited there */
    const zw_passage_record *passage; /* NULL: only the title cites it */
    zw_str quotation;                 /* the sentence, as the source has it */
    zw_span source;
} zw_cite_quote;

typedef zw_status (*zw_cite_fn)(void *context, const zw_cite_quote *quote, zw_err *err);

/* Reads the passages of the citing documents and hands the edges out in their order; a quote lives
 * until the call returns. Edges that follow each other and are of one document cost one reading. */
zw_status zw_cites_quote(zw_session *session, zw_works *works, const zw_cite_edge *edges, size_t n,
                         zw_cite_fn fn, void *context, zw_err *err);

#endif
