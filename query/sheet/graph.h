/* graph.h - nodes and edges with attributes, written as they come: GraphML, or edges as CSV.
 *
 *     graphml   nodes and edges with typed attributes, for Gephi, yEd, igraph, networkx
 *     csv       a line an edge: Source, Target, Type and its attributes, as Gephi loads them; nodes
 *               are not told (a table of them is a sheet of its own)
 *
 * Attributes are columns, as those of a sheet: ids and texts are strings, numbers stay numbers, an
 * unknown value is left out. */
#ifndef ZW_QUERY_SHEET_GRAPH_H
#define ZW_QUERY_SHEET_GRAPH_H

#include "query/sheet/sheet.h"

typedef enum { ZW_GRAPH_GRAPHML, ZW_GRAPH_CSV } zw_graph_format;

typedef struct {
    const zw_column *node, *edge; /* attributes */
    size_t n_node, n_edge;
    bool directed;
} zw_graph_form;

typedef struct {
    zw_graph_format format;
    zw_buf *out;                                    /* gets the bytes */
    zw_status (*flush)(void *context, zw_err *err); /* empties `out` now and then; NULL: never */
    void *context;
} zw_graph_options;

typedef struct zw_graph zw_graph;

/* form and options must outlive the graph. The caller frees *graph with zw_graph_free, which writes
 * nothing. */
zw_status zw_graph_new(const zw_graph_form *form, const zw_graph_options *options, zw_graph **graph,
                       zw_err *err);
void zw_graph_free(zw_graph *graph); /* NULL is fine */

/* form->n_node cells. Any node may be told before or after edges of it. */
zw_status zw_graph_node(zw_graph *graph, const char *id, const zw_cell *cells, zw_err *err);

/* form->n_edge cells; source and target are ids of nodes. */
zw_status zw_graph_edge(zw_graph *graph, const char *source, const char *target,
                        const zw_cell *cells, zw_err *err);

/* The end; without it a graph is not whole. */
zw_status zw_graph_end(zw_graph *graph, zw_err *err);

#endif
