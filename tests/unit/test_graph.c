/* Nodes and edges in both formats. */
#include "query/sheet/graph.h"

#include "tests/unit/unit.h"

static const zw_column node[] = { { "name", ZW_COLUMN_TEXT }, { "level", ZW_COLUMN_COUNT } };
static const zw_column edge[] = { { "role", ZW_COLUMN_TEXT }, { "weight", ZW_COLUMN_NUMBER } };
static const zw_graph_form form = { node, edge, 2, 2, true };

static const struct row {
    const char *name;
    zw_graph_format format;
    const char *wanted;
} rows[] = {
    { "GraphML has typed attributes, an unknown value is left out", ZW_GRAPH_GRAPHML,
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
      "  <key id=\"n0\" for=\"node\" attr.name=\"name\" attr.type=\"string\"/>\n"
      "  <key id=\"n1\" for=\"node\" attr.name=\"level\" attr.type=\"long\"/>\n"
      "  <key id=\"e0\" for=\"edge\" attr.name=\"role\" attr.type=\"string\"/>\n"
      "  <key id=\"e1\" for=\"edge\" attr.name=\"weight\" attr.type=\"double\"/>\n"
      "  <graph id=\"g\" edgedefault=\"directed\">\n"
      "    <node id=\"a&amp;b\"><data key=\"n0\">公安厅&lt;1&gt;</data></node>\n"
      "    <edge id=\"e0\" source=\"a&amp;b\" target=\"c\"><data key=\"e0\">lead</data>"
      "<data key=\"e1\">0.5</data></edge>\n"
      "  </graph>\n</graphml>\n" },
    { "CSV has a line an edge", ZW_GRAPH_CSV,
      "Source,Target,Type,role,weight\r\na&b,c,Directed,lead,0.5\r\n" },
};

static void writes_graphs(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        zw_buf out = ZW_BUF_INIT;
        zw_graph *graph = NULL;
        zw_err err;
        const zw_graph_options options = { rows[i].format, &out, NULL, NULL };
        const zw_cell office[] = { zw_cell_text("公安厅<1>"), { 0 } };
        const zw_cell leads[] = { zw_cell_text("lead"), zw_cell_number(0.5) };
        assert_int_equal(zw_graph_new(&form, &options, &graph, &err), ZW_OK);
        assert_int_equal(zw_graph_node(graph, "a&b", office, &err), ZW_OK);
        assert_int_equal(zw_graph_edge(graph, "a&b", "c", leads, &err), ZW_OK);
        assert_int_equal(zw_graph_end(graph, &err), ZW_OK);
        check_str(rows[i].name, zw_buf_view(&out), rows[i].wanted);
        zw_graph_free(graph);
        zw_buf_free(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(writes_graphs) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
