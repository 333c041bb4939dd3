#include "query/sheet/graph.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "query/sheet/form.h"
#include "query/sheet/table.h"

#define FLUSH_AT (64 * 1024) /* bytes that may gather before they are written */

struct zw_graph {
    const zw_graph_form *form;
    const zw_graph_options *options;
    size_t edges;
};

static zw_status settle(const zw_graph *graph, size_t bytes, zw_err *err)
{
    const zw_graph_options *o = graph->options;
    if (zw_buf_failed(o->out))
        return zw_err_nomem(err);
    return o->flush && o->out->n >= bytes ? o->flush(o->context, err) : ZW_OK;
}

/* --- GraphML ---------------------------------------------------------------------------------- */

/* Of control characters XML allows tab and line ends alone, and of the rest not U+FFFE, U+FFFF. */
static void put_xml(zw_buf *to, zw_str text)
{
    for (size_t i = 0, len; i < text.n; i += len) {
        uint32_t c = zw_utf8_at(text, i, &len);
        if (c == '&')
            zw_buf_text(to, "&amp;");
        else if (c == '<')
            zw_buf_text(to, "&lt;");
        else if (c == '>')
            zw_buf_text(to, "&gt;");
        else if (c == '"')
            zw_buf_text(to, "&quot;");
        else if ((c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0xFFFE || c == 0xFFFF)
            zw_buf_code(to, 0xFFFD);
        else
            zw_buf_add(to, text.at + i, len);
    }
}

static const char *type_of(zw_column_kind kind)
{
    switch (kind) {
    case ZW_COLUMN_NUMBER:
        return "double";
    case ZW_COLUMN_COUNT:
        return "long";
    case ZW_COLUMN_FLAG:
        return "boolean";
    default:
        return "string";
    }
}

static void put_keys(zw_buf *to, const char *of, const zw_column *columns, size_t n)
{
    for (size_t i = 0; i < n; i++)
        zw_buf_printf(to, "  <key id=\"%c%zu\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n",
                      *of, i, of, columns[i].name, type_of(columns[i].kind));
}

static void put_data(zw_buf *to, char of, const zw_cell *cells, size_t n)
{
    zw_buf text = ZW_BUF_INIT;
    for (size_t i = 0; i < n; i++) {
        zw_buf_clear(&text);
        if (cells[i].kind == ZW_CELL_NULL)
            continue;
        if (cells[i].kind == ZW_CELL_FLAG)
            zw_buf_text(&text, cells[i].number != 0 ? "true" : "false");
        else
            zw_cell_print(&cells[i], &text);
        zw_buf_printf(to, "<data key=\"%c%zu\">", of, i);
        put_xml(to, zw_buf_view(&text));
        zw_buf_text(to, "</data>");
    }
    to->failed |= zw_buf_failed(&text);
    zw_buf_free(&text);
}

static void begin_graphml(const zw_graph *graph)
{
    const zw_graph_form *f = graph->form;
    zw_buf *to = graph->options->out;
    zw_buf_text(to, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
    put_keys(to, "node", f->node, f->n_node);
    put_keys(to, "edge", f->edge, f->n_edge);
    zw_buf_printf(to, "  <graph id=\"g\" edgedefault=\"%s\">\n",
                  f->directed ? "directed" : "undirected");
}

static void put_attribute(zw_buf *to, const char *name, const char *value)
{
    zw_buf_printf(to, " %s=\"", name);
    put_xml(to, zw_str_of(value));
    zw_buf_char(to, '"');
}

/* --- CSV -------------------------------------------------------------------------------------- */

static zw_table table_of(const zw_graph *graph)
{
    return (zw_table){ graph->options->out, ',', false, false };
}

static void put_cell(zw_table *table, const zw_cell *cell)
{
    zw_buf text = ZW_BUF_INIT;
    zw_cell_print(cell, &text);
    zw_table_str(table, zw_buf_view(&text));
    table->to->failed |= zw_buf_failed(&text);
    zw_buf_free(&text);
}

static void begin_csv(const zw_graph *graph)
{
    zw_table table = table_of(graph);
    zw_table_text(&table, "Source");
    zw_table_text(&table, "Target");
    zw_table_text(&table, "Type");
    for (size_t i = 0; i < graph->form->n_edge; i++)
        zw_table_text(&table, graph->form->edge[i].name);
    zw_table_end(&table);
}

static void put_csv_edge(const zw_graph *graph, const char *source, const char *target,
                         const zw_cell *cells)
{
    zw_table table = table_of(graph);
    zw_table_text(&table, source);
    zw_table_text(&table, target);
    zw_table_text(&table, graph->form->directed ? "Directed" : "Undirected");
    for (size_t i = 0; i < graph->form->n_edge; i++)
        put_cell(&table, &cells[i]);
    zw_table_end(&table);
}

/* --- graphs ----------------------------------------------------------------------------------- */

zw_status zw_graph_new(const zw_graph_form *form, const zw_graph_options *options, zw_graph **graph,
                       zw_err *err)
{
    zw_graph *g = calloc(1, sizeof *g);
    if (!g)
        return zw_err_nomem(err);
    *g = (zw_graph){ .form = form, .options = options };
    if (options->format == ZW_GRAPH_GRAPHML)
        begin_graphml(g);
    else
        begin_csv(g);
    *graph = g;
    return ZW_OK;
}

void zw_graph_free(zw_graph *graph)
{
    free(graph);
}

zw_status zw_graph_node(zw_graph *graph, const char *id, const zw_cell *cells, zw_err *err)
{
    zw_buf *to = graph->options->out;
    if (graph->options->format != ZW_GRAPH_GRAPHML)
        return ZW_OK;
    zw_buf_text(to, "    <node");
    put_attribute(to, "id", id);
    zw_buf_char(to, '>');
    put_data(to, 'n', cells, graph->form->n_node);
    zw_buf_text(to, "</node>\n");
    return settle(graph, FLUSH_AT, err);
}

zw_status zw_graph_edge(zw_graph *graph, const char *source, const char *target,
                        const zw_cell *cells, zw_err *err)
{
    zw_buf *to = graph->options->out;
    if (graph->options->format == ZW_GRAPH_CSV) {
        put_csv_edge(graph, source, target, cells);
        return settle(graph, FLUSH_AT, err);
    }
    zw_buf_printf(to, "    <edge id=\"e%zu\"", graph->edges++);
    put_attribute(to, "source", source);
    put_attribute(to, "target", target);
    zw_buf_char(to, '>');
    put_data(to, 'e', cells, graph->form->n_edge);
    zw_buf_text(to, "</edge>\n");
    return settle(graph, FLUSH_AT, err);
}

zw_status zw_graph_end(zw_graph *graph, zw_err *err)
{
    if (graph->options->format == ZW_GRAPH_GRAPHML)
        zw_buf_text(graph->options->out, "  </graph>\n</graphml>\n");
    return settle(graph, 1, err);
}
