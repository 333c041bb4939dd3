/* Bodies and tasks as a network. */
#include "query/command/agencies.h"

static const zw_column node[] = {
    { "label", ZW_COLUMN_TEXT },      { "kind", ZW_COLUMN_TEXT },  { "tasks", ZW_COLUMN_COUNT },
    { "collective", ZW_COLUMN_FLAG }, { "title", ZW_COLUMN_TEXT }, { "number", ZW_COLUMN_TEXT },
    { "place", ZW_COLUMN_TEXT },      { "level", ZW_COLUMN_TEXT }, { "date", ZW_COLUMN_TEXT },
};
#define NODE (sizeof node / sizeof *node)

/* Of the sheet; the graph's own begin behind source, target and type. */
static const zw_column task_edge[] = {
    { "source", ZW_COLUMN_TEXT },  { "target", ZW_COLUMN_ID },  { "type", ZW_COLUMN_TEXT },
    { "weight", ZW_COLUMN_COUNT }, { "role", ZW_COLUMN_CODE },  { "task", ZW_COLUMN_QUOTE },
    { "title", ZW_COLUMN_TEXT },   { "place", ZW_COLUMN_TEXT }, { "date", ZW_COLUMN_TEXT },
};
static const zw_column pair_edge[] = {
    { "source", ZW_COLUMN_TEXT },       { "target", ZW_COLUMN_TEXT },
    { "type", ZW_COLUMN_TEXT },         { "weight", ZW_COLUMN_COUNT },
    { "lead", ZW_COLUMN_COUNT },        { "support", ZW_COLUMN_COUNT },
    { "responsible", ZW_COLUMN_COUNT }, { "implement", ZW_COLUMN_COUNT },
};
#define TASK_EDGE (sizeof task_edge / sizeof *task_edge)
#define PAIR_EDGE (sizeof pair_edge / sizeof *pair_edge)
#define ENDS 3 /* source, target, type */

typedef struct {
    zw_run *run;
    const zw_duty_set *set;
    bool together;
    const zw_column *edge;
    size_t n_edge;
    zw_column own[TASK_EDGE];
    zw_graph_form form;
    zw_graph *graph;
    zw_sheet_form rows;
    zw_sheet *sheet;
    size_t total;
} network;

static zw_status put_body(network *n, const zw_duty_body *b)
{
    const zw_cell cells[NODE] = { zw_cell_text(b->name), zw_cell_text("agency"),
                                  zw_cell_count(b->tasks), zw_cell_flag(b->collective) };
    return zw_graph_node(n->graph, b->name, cells, &n->run->err);
}

static zw_status put_task(network *n, const zw_duty_row *r)
{
    const zw_cell cells[NODE] = {
        zw_cell_text(r->name),
        zw_cell_text("task"),
        { 0 },
        { 0 },
        zw_cell_text(r->title),
        zw_cell_text(r->number),
        zw_cell_text(r->place),
        zw_cell_text(r->level),
        zw_cell_text(r->date),
    };
    return zw_graph_node(n->graph, r->id, cells, &n->run->err);
}

static zw_status put_nodes(network *n)
{
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < n->set->n_bodies; i++)
        s = put_body(n, &n->set->bodies[i]);
    for (size_t i = 0; s == ZW_OK && !n->together && i < n->set->rows.n; i++)
        s = put_task(n, &n->set->rows.at[i]);
    return s;
}

/* cells: all of a row of the sheet. */
static zw_status put_edge(network *n, const char *source, const char *target, const zw_cell *cells)
{
    zw_status s = n->sheet ? zw_sheet_row(n->sheet, cells, &n->run->err) : ZW_OK;
    n->total++;
    if (s == ZW_OK && n->graph)
        s = zw_graph_edge(n->graph, source, target, cells + ENDS, &n->run->err);
    return s;
}

static zw_status put_part(network *n, const zw_duty_row *r, const zw_duty_part *part, zw_role role)
{
    const char *body = n->set->bodies[part->body].name;
    const zw_cell cells[TASK_EDGE] = {
        zw_cell_text(body),
        zw_cell_text(r->id),
        zw_cell_text("Directed"),
        zw_cell_count(1),
        zw_cell_text(zw_role_name(role)),
        zw_cell_text(r->name),
        zw_cell_text(r->title),
        zw_cell_text(r->place),
        zw_cell_text(r->date),
    };
    return put_edge(n, body, r->id, cells);
}

static zw_status put_parts(network *n, const zw_duty_row *r)
{
    zw_status s = ZW_OK;
    for (size_t i = 0; i < r->parts.n; i++) {
        for (unsigned role = 0; s == ZW_OK && role < ZW_ROLES; role++) {
            if (r->parts.at[i].roles >> role & 1)
                s = put_part(n, r, &r->parts.at[i], (zw_role)role);
        }
    }
    return s;
}

static zw_status put_pair(network *n, const zw_duty_pair *p)
{
    const char *from = n->set->bodies[p->from].name, *to = n->set->bodies[p->to].name;
    const zw_cell cells[PAIR_EDGE] = {
        zw_cell_text(from),
        zw_cell_text(to),
        zw_cell_text("Directed"),
        zw_cell_count(p->tasks),
        zw_cell_count(p->roles[ZW_ROLE_LEAD]),
        zw_cell_count(p->roles[ZW_ROLE_SUPPORT]),
        zw_cell_count(p->roles[ZW_ROLE_RESPONSIBLE]),
        zw_cell_count(p->roles[ZW_ROLE_IMPLEMENT]),
    };
    return put_edge(n, from, to, cells);
}

static zw_status put_edges(network *n)
{
    zw_status s = ZW_OK;
    if (n->together) {
        for (size_t i = 0; s == ZW_OK && i < n->set->pairs.n; i++)
            s = put_pair(n, &n->set->pairs.at[i]);
        return s;
    }
    for (size_t i = 0; s == ZW_OK && i < n->set->rows.n; i++)
        s = put_parts(n, &n->set->rows.at[i]);
    return s;
}

/* Gephi wants Weight in a table, and weight in GraphML. */
static zw_status begin(network *n)
{
    zw_run *run = n->run;
    bool xml = run->format == ZW_AS_GRAPHML;
    n->edge = n->together ? pair_edge : task_edge;
    n->n_edge = n->together ? PAIR_EDGE : TASK_EDGE;
    n->rows = (zw_sheet_form){ "edges", n->edge, n->n_edge };
    if (!xml && run->format != ZW_AS_CSV)
        return zw_run_sheet(run, &n->rows, &n->sheet);
    memcpy(n->own, n->edge + ENDS, (n->n_edge - ENDS) * sizeof *n->own);
    n->own[0].name = xml ? "weight" : "Weight";
    n->form = (zw_graph_form){ node, n->own, NODE, n->n_edge - ENDS, true };
    zw_status s = zw_run_graph(run, &n->form, &n->graph);
    return s == ZW_OK ? zw_run_sheet_beside(run, &n->rows, &n->sheet) : s;
}

zw_status zw_duty_network(zw_run *run, const zw_duty_set *set)
{
    const char *kind = zw_cli_value(run->cli, "edges");
    network n = { .run = run, .set = set };
    n.together = kind && strcmp(kind, "together") == 0;
    zw_status s = begin(&n);
    if (s == ZW_OK && n.graph)
        s = put_nodes(&n);
    if (s == ZW_OK)
        s = put_edges(&n);
    if (s == ZW_OK && n.graph)
        s = zw_graph_end(n.graph, &run->err);
    if (s == ZW_OK)
        s = zw_run_sheet_end(run, n.sheet, n.total);
    zw_graph_free(n.graph);
    zw_sheet_free(n.sheet);
    return s;
}
