/* cites: which documents cite a text, and theirs in turn; what it cites; what is not in the index.
 */
#include <stdlib.h>

#include "query/command/run.h"
#include "query/command/say.h"
#include "query/study/network/cites.h"
#include "query/study/quoting/permalink.h"

const zw_option zw_cites_options[] = {
    { "down", 0, NULL, "the documents that cite it (default: both directions)" },
    { "up", 0, NULL, "the texts that it cites" },
    { "depth", 0, "N", "so many levels; 0 is all (default 1)" },
    { "unresolved", 0, NULL, "what is cited and not in the index: how often, and by whom" },
    { "edges", 0, NULL, "edges for Gephi: Source, Target, Type, Weight" },
    { "bom", 0, NULL, "CSV for spreadsheets: a byte order mark, no cell a formula" },
    { NULL, 0, NULL, NULL },
};

static const zw_column columns[] = {
    { "direction", ZW_COLUMN_CODE },     { "depth", ZW_COLUMN_COUNT },
    { "citation_kind", ZW_COLUMN_CODE }, { "title", ZW_COLUMN_TEXT },
    { "number", ZW_COLUMN_TEXT },        { "issuer", ZW_COLUMN_TEXT },
    { "place", ZW_COLUMN_TEXT },         { "date", ZW_COLUMN_TEXT },
    { "genre", ZW_COLUMN_TEXT },         { "version", ZW_COLUMN_CODE },
    { "document", ZW_COLUMN_ID },        { "copies", ZW_COLUMN_LIST },
    { "cited_title", ZW_COLUMN_TEXT },   { "cited_number", ZW_COLUMN_TEXT },
    { "cited_date", ZW_COLUMN_TEXT },    { "cited_document", ZW_COLUMN_ID },
    { "cited_as", ZW_COLUMN_QUOTE },     { "times", ZW_COLUMN_COUNT },
    { "quotation", ZW_COLUMN_QUOTE },    { "headings", ZW_COLUMN_LIST },
    { "passage", ZW_COLUMN_ID },         { "permalink", ZW_COLUMN_ID },
    { "start", ZW_COLUMN_COUNT },        { "end", ZW_COLUMN_COUNT },
};
static const zw_sheet_form form = { "citations", columns, sizeof columns / sizeof *columns };

static const zw_column edge_columns[] = {
    { "source", ZW_COLUMN_ID },    { "target", ZW_COLUMN_ID },          { "type", ZW_COLUMN_TEXT },
    { "weight", ZW_COLUMN_COUNT }, { "citation_kind", ZW_COLUMN_CODE }, { "date", ZW_COLUMN_TEXT },
    { "document", ZW_COLUMN_ID },  { "passage", ZW_COLUMN_ID },
};
static const zw_sheet_form edge_form = { "edges", edge_columns,
                                         sizeof edge_columns / sizeof *edge_columns };

static const zw_column missing_columns[] = {
    { "number", ZW_COLUMN_TEXT },     { "title", ZW_COLUMN_QUOTE },
    { "cited_by", ZW_COLUMN_COUNT },  { "places", ZW_COLUMN_COUNT },
    { "first_date", ZW_COLUMN_TEXT }, { "last_date", ZW_COLUMN_TEXT },
    { "titles", ZW_COLUMN_LIST },     { "documents", ZW_COLUMN_LIST },
};
static const zw_sheet_form missing_form = { "texts", missing_columns,
                                            sizeof missing_columns / sizeof *missing_columns };

/* Names that Gephi and networkx know. */
static const zw_column graph_node[] = {
    { "label", ZW_COLUMN_TEXT },     { "title", ZW_COLUMN_TEXT },
    { "number", ZW_COLUMN_TEXT },    { "issuer", ZW_COLUMN_TEXT },
    { "place", ZW_COLUMN_TEXT },     { "date", ZW_COLUMN_TEXT },
    { "in_index", ZW_COLUMN_FLAG },  { "documents", ZW_COLUMN_COUNT },
    { "cited_by", ZW_COLUMN_COUNT },
};
static const zw_column graph_edge[] = {
    { "weight", ZW_COLUMN_COUNT }, { "relation", ZW_COLUMN_TEXT }, { "date", ZW_COLUMN_TEXT },
    { "document", ZW_COLUMN_ID },  { "passage", ZW_COLUMN_ID },
};
static const zw_column csv_edge[] = {
    { "Weight", ZW_COLUMN_COUNT }, { "relation", ZW_COLUMN_TEXT }, { "date", ZW_COLUMN_TEXT },
    { "document", ZW_COLUMN_ID },  { "passage", ZW_COLUMN_ID },
};
#define GRAPH_NODE (sizeof graph_node / sizeof *graph_node)
#define GRAPH_EDGE (sizeof graph_edge / sizeof *graph_edge)

#define ROOTS 10 /* texts asked for that are listed */

typedef struct {
    zw_run *run;
    zw_works *works;
    zw_work_list roots;
    bool all, down, up, edges_only;
    size_t n_down; /* edges before those that go up */
    zw_cite_edges edges;
    zw_sheet *sheet;
    zw_graph_form graph_form;
    zw_graph *graph;
    bool *in_graph;     /* works */
    zw_arena *arena;    /* of a row */
    size_t shown, last; /* last: the document of the row before */
} citer;

/* --- names ------------------------------------------------------------------------------------ */

static const char *place_of(const zw_work_document *d)
{
    return d && d->region.n ? d->region.names[d->region.n - 1] : NULL;
}

/* 《…》 with its number, as somebody cites it. */
static const char *written(citer *c, const char *title, const char *number)
{
    bool both = title && *title && number && *number;
    if (both)
        return zw_arena_printf(c->arena, "《%s》（%s）", title, number);
    if (title && *title)
        return zw_arena_printf(c->arena, "《%s》", title);
    return number ? number : "";
}

/* By what a work is known in a network: its document's id, or what it is called. */
static const char *node_of(citer *c, size_t work)
{
    const zw_work_document *d = zw_work_head(c->works, work);
    const zw_work *w = zw_works_at(c->works, work);
    if (d)
        return d->id;
    return w->number ? w->number : written(c, w->title, NULL);
}

/* --- tables ----------------------------------------------------------------------------------- */

static zw_status copies_cell(citer *c, const zw_cite_edge *e, zw_cell *cell, zw_err *err)
{
    zw_names ids = { 0 };
    zw_status s = zw_cites_others(c->works, e, c->arena, &ids, err);
    zw_str *list = s == ZW_OK ? zw_arena_array(c->arena, ids.n + 1, sizeof *list) : NULL;
    if (!list)
        return s == ZW_OK ? zw_err_nomem(err) : s;
    for (size_t i = 0; i < ids.n; i++)
        list[i] = zw_str_of(ids.at[i]);
    *cell = zw_cell_list(list, ids.n);
    return ZW_OK;
}

static zw_cell headings_cell(citer *c, const zw_passage_record *p)
{
    size_t n = p ? p->n_headings : 0;
    zw_str *list = zw_arena_array(c->arena, n + 1, sizeof *list);
    for (size_t i = 0; list && i < n; i++)
        list[i] = zw_str_of(p->headings[i]);
    return zw_cell_list(list, list ? n : 0);
}

static zw_status put_row(citer *c, const zw_cite_quote *q, zw_err *err)
{
    const zw_cite_edge *e = q->edge;
    const zw_work_document *d = zw_works_document(c->works, e->from);
    const zw_work_document *to = zw_work_head(c->works, e->to);
    const zw_work *cited = zw_works_at(c->works, e->to);
    const zw_passage_record *p = q->passage;
    const zw_cell null = { 0 };
    zw_cell copies;
    zw_status s = copies_cell(c, e, &copies, err);
    const zw_cell cells[] = {
        c->all ? null : zw_cell_text(e->down ? "down" : "up"),
        c->all ? null : zw_cell_count(e->depth),
        zw_cell_text(zw_cite_relation_name(q->relation)),
        zw_cell_text(d->title),
        zw_cell_text(d->number),
        zw_cell_text(d->issuer),
        zw_cell_text(place_of(d)),
        zw_cell_text(d->date),
        zw_cell_text(d->genre),
        zw_cell_text(zw_relation_name(d->relation)),
        zw_cell_text(d->id),
        copies,
        zw_cell_text(cited->title),
        zw_cell_text(cited->number),
        zw_cell_text(to ? to->date : NULL),
        zw_cell_text(to ? to->id : NULL),
        zw_cell_text(written(c, e->cite->title, e->cite->number)),
        zw_cell_count(q->times),
        p ? zw_cell_str(q->quotation) : null,
        headings_cell(c, p),
        zw_cell_text(p ? p->id : NULL),
        zw_cell_text(p ? zw_permalink_text(p->id, q->source.chr, c->arena) : NULL),
        p ? zw_cell_count(q->source.chr.start) : null,
        p ? zw_cell_count(q->source.chr.end) : null,
    };
    return s == ZW_OK ? zw_sheet_row(c->sheet, cells, err) : s;
}

static zw_status put_edge_row(citer *c, const zw_cite_quote *q, zw_err *err)
{
    const zw_work_document *d = zw_works_document(c->works, q->edge->from);
    const zw_cell cells[] = {
        zw_cell_text(node_of(c, d->work)),
        zw_cell_text(node_of(c, q->edge->to)),
        zw_cell_text("Directed"),
        zw_cell_count(q->times ? q->times : 1),
        zw_cell_text(zw_cite_relation_name(q->relation)),
        zw_cell_text(d->date),
        zw_cell_text(d->id),
        zw_cell_text(q->passage ? q->passage->id : NULL),
    };
    return zw_sheet_row(c->sheet, cells, err);
}

/* --- networks --------------------------------------------------------------------------------- */

static zw_status put_node(citer *c, size_t work, zw_err *err)
{
    const zw_work *w = zw_works_at(c->works, work);
    const zw_work_document *d = zw_work_head(c->works, work);
    const char *label = w->title && *w->title ? w->title : w->number;
    if (c->in_graph[work])
        return ZW_OK;
    c->in_graph[work] = true;
    const zw_cell cells[GRAPH_NODE] = {
        zw_cell_text(label),          zw_cell_text(w->title),
        zw_cell_text(w->number),      zw_cell_text(d ? d->issuer : NULL),
        zw_cell_text(place_of(d)),    zw_cell_text(d ? d->date : NULL),
        zw_cell_flag(d != NULL),      zw_cell_count(w->n_documents),
        zw_cell_count(w->n_cited_by),
    };
    return zw_graph_node(c->graph, node_of(c, work), cells, err);
}

static zw_status put_edge(citer *c, const zw_cite_quote *q, zw_err *err)
{
    const zw_work_document *d = zw_works_document(c->works, q->edge->from);
    const zw_cell cells[GRAPH_EDGE] = {
        zw_cell_count(q->times ? q->times : 1),
        zw_cell_text(zw_cite_relation_name(q->relation)),
        zw_cell_text(d->date),
        zw_cell_text(d->id),
        zw_cell_text(q->passage ? q->passage->id : NULL),
    };
    zw_status s = put_node(c, d->work, err);
    if (s == ZW_OK)
        s = put_node(c, q->edge->to, err);
    if (s == ZW_OK)
        s = zw_graph_edge(c->graph, node_of(c, d->work), node_of(c, q->edge->to), cells, err);
    return s;
}

/* --- text ------------------------------------------------------------------------------------- */

static void style(const citer *c, const char *code)
{
    if (c->run->color)
        zw_buf_text(&c->run->out, code);
}

static const char *value(const citer *c, const char *name)
{
    return zw_words_get(c->run->words, "value", name, name);
}

static const char *label(const citer *c, const char *name)
{
    return zw_words_get(c->run->words, "label", name, name);
}

static void put_name(const citer *c, const char *title, const char *number, const char *place,
                     const char *date)
{
    const char *const parts[] = { number, place, date };
    zw_buf *to = &c->run->out;
    const char *name = title && *title ? title : number;
    zw_buf_text(to, name ? name : "—");
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (parts[i] && parts[i] != name)
            zw_buf_printf(to, " · %s", parts[i]);
    }
}

static void put_document(const citer *c, const zw_work_document *d)
{
    put_name(c, d->title, d->number, place_of(d), d->date);
    if (d->relation != ZW_RELATION_ORIGINAL)
        zw_buf_printf(&c->run->out, " · %s", value(c, zw_relation_name(d->relation)));
}

static void put_work(const citer *c, size_t work)
{
    const zw_work *w = zw_works_at(c->works, work);
    const zw_work_document *d = zw_work_head(c->works, work);
    if (d)
        put_document(c, d);
    else
        put_name(c, w->title, w->number, NULL, NULL);
    if (!d)
        zw_buf_printf(&c->run->out, " · %s", label(c, "not in the index"));
}

static void indent(const citer *c, size_t by)
{
    zw_buf_printf(&c->run->out, "%*s", (int)(3 * (by < 20 ? by : 20)), "");
}

/* A quotation on one line. */
static void put_quotation(const citer *c, zw_str text, size_t by)
{
    zw_buf *to = &c->run->out;
    indent(c, by);
    for (size_t i = 0; i < text.n; i++) {
        bool blank = (unsigned char)text.at[i] < ' ';
        if (!blank)
            zw_buf_char(to, text.at[i]);
    }
    zw_buf_char(to, '\n');
}

static void put_head(citer *c, const zw_cite_edge *e)
{
    zw_buf *to = &c->run->out;
    bool first = c->all ? c->last != e->from : c->shown == 1;
    bool turn = !c->all && e == c->edges.at + c->n_down && c->n_down;
    if (c->all && first) {
        zw_buf_text(to, c->shown > 1 ? "\n" : "");
        style(c, "\033[1m");
        put_document(c, zw_works_document(c->works, e->from));
        style(c, "\033[0m");
        zw_buf_char(to, '\n');
    }
    if (!c->all && (first || turn)) {
        zw_buf_text(to, turn ? "\n" : "");
        zw_buf_printf(to, "%s\n", label(c, e->down ? "cited by" : "cites"));
    }
    c->last = e->from;
}

/* Where several texts were asked for, which of them is cited, or cites. */
static void put_other_end(const citer *c, const zw_cite_edge *e)
{
    const zw_work *w = zw_works_at(c->works, e->to);
    const char *title = e->down ? w->title : zw_works_document(c->works, e->from)->title;
    zw_buf_printf(&c->run->out, " %s %s", e->down ? "→" : "←",
                  title && *title ? title
                  : w->number     ? w->number
                                  : "—");
}

static void put_text(citer *c, const zw_cite_quote *q)
{
    const zw_cite_edge *e = q->edge;
    zw_buf *to = &c->run->out;
    put_head(c, e);
    indent(c, e->depth);
    if (e->down && !c->all)
        put_document(c, zw_works_document(c->works, e->from));
    else
        put_work(c, e->to);
    style(c, "\033[2m");
    zw_buf_printf(to, " · %s", value(c, zw_cite_relation_name(q->relation)));
    style(c, "\033[0m");
    if (e->depth == 1 && c->roots.n > 1)
        put_other_end(c, e);
    if (e->others)
        zw_buf_printf(to, " · %s %zu", label(c, "versions"), e->others + 1);
    if (e->again && !c->all)
        zw_buf_printf(to, " · %s", label(c, "shown elsewhere"));
    zw_buf_char(to, '\n');
    if (!q->passage)
        return;
    put_quotation(c, q->quotation, e->depth + 1);
    indent(c, e->depth + 1);
    zw_buf_printf(to, "%s\n", zw_permalink_text(q->passage->id, q->source.chr, c->arena));
}

/* What was asked for, before its citations; of a query that finds many only how many they are. */
static void put_roots(citer *c)
{
    zw_buf *to = &c->run->out;
    if (c->roots.n > ROOTS) {
        zw_buf_printf(to, "%zu %s\n", c->roots.n,
                      zw_words_get(c->run->words, "things", "texts", "texts"));
        return;
    }
    for (size_t i = 0; i < c->roots.n; i++) {
        const zw_work *w = zw_works_at(c->works, c->roots.at[i]);
        const zw_work_document *d = zw_work_head(c->works, c->roots.at[i]);
        style(c, "\033[1m");
        put_work(c, c->roots.at[i]);
        style(c, "\033[0m");
        if (w->n_documents > 1)
            zw_buf_printf(to, " · %s %zu", label(c, "versions"), w->n_documents);
        if (d)
            zw_buf_printf(to, "\n   %s", d->id);
        zw_buf_char(to, '\n');
    }
}

/* --- the answer ------------------------------------------------------------------------------- */

static zw_status put(void *context, const zw_cite_quote *q, zw_err *err)
{
    citer *c = context;
    zw_arena_reset(c->arena);
    c->shown++;
    if (c->run->format == ZW_AS_TEXT && !c->edges_only)
        put_text(c, q);
    zw_status s = c->graph ? put_edge(c, q, err) : ZW_OK;
    if (s == ZW_OK && c->sheet)
        s = c->edges_only ? put_edge_row(c, q, err) : put_row(c, q, err);
    return s == ZW_OK && c->run->out.n > 65536 ? zw_run_flush(c->run) : s;
}

static zw_status find_edges(citer *c)
{
    zw_run *run = c->run;
    long depth = 1;
    zw_status s = zw_cli_number(run->cli, "depth", 0, 1000, &depth, &run->err);
    if (s == ZW_OK && c->all)
        return zw_cites_all(c->works, run->arena, &c->edges, &run->err);
    if (s == ZW_OK)
        s = zw_cites_named(run->session, c->works, run->query, run->arena, &c->roots, &run->fault,
                           &run->err);
    if (s == ZW_OK && c->down)
        s = zw_cites_walk(c->works, c->roots.at, c->roots.n, true, (size_t)depth, run->arena,
                          &c->edges, &run->err);
    c->n_down = c->edges.n;
    if (s == ZW_OK && c->up)
        s = zw_cites_walk(c->works, c->roots.at, c->roots.n, false, (size_t)depth, run->arena,
                          &c->edges, &run->err);
    return s;
}

static zw_status begin_graph(citer *c)
{
    zw_run *run = c->run;
    bool xml = run->format == ZW_AS_GRAPHML;
    c->graph_form = (zw_graph_form){ graph_node, xml ? graph_edge : csv_edge, GRAPH_NODE,
                                     GRAPH_EDGE, true };
    c->in_graph = zw_arena_array(run->arena, zw_works_count(c->works) + 1, sizeof *c->in_graph);
    if (!c->in_graph)
        return zw_err_nomem(&run->err);
    zw_status s = zw_run_graph(run, &c->graph_form, &c->graph);
    return s == ZW_OK ? zw_run_sheet_beside(run, &edge_form, &c->sheet) : s;
}

static zw_status begin(citer *c)
{
    zw_run *run = c->run;
    c->edges_only = zw_cli_has(run->cli, "edges") || run->format == ZW_AS_GRAPHML;
    if (run->format == ZW_AS_GRAPHML || (c->edges_only && run->format == ZW_AS_CSV))
        return begin_graph(c);
    if (run->format == ZW_AS_TEXT && !c->edges_only) {
        put_roots(c);
        return zw_run_sheet_beside(run, &form, &c->sheet);
    }
    return zw_run_sheet(run, c->edges_only ? &edge_form : &form, &c->sheet);
}

static void say(citer *c)
{
    const zw_run *run = c->run;
    size_t held = 0, missing = 0;
    if (!c->all && !c->roots.n) {
        zw_say(run, "cites unknown", zw_cell_text(run->query));
        return;
    }
    for (size_t i = 0; i < c->edges.n; i++) {
        held += zw_work_head(c->works, c->edges.at[i].to) != NULL;
        missing += zw_work_head(c->works, c->edges.at[i].to) == NULL;
    }
    zw_say(run, "cites", zw_cell_count(c->edges.n), zw_cell_count(held), zw_cell_count(missing));
    if (c->shown < c->edges.n)
        zw_say_page(run, (size_t)run->offset, c->shown, c->edges.n, false, "citations");
}

static zw_status answer_edges(citer *c)
{
    zw_run *run = c->run;
    zw_status s = find_edges(c);
    if (s == ZW_OK)
        s = begin(c);
    size_t first = (size_t)run->offset < c->edges.n ? (size_t)run->offset : c->edges.n;
    size_t n = c->edges.n - first;
    if (run->limit && n > (size_t)run->limit)
        n = (size_t)run->limit;
    if (s == ZW_OK)
        s = zw_cites_quote(run->session, c->works, c->edges.at + first, n, put, c, &run->err);
    for (size_t i = 0; s == ZW_OK && c->graph && i < c->roots.n; i++)
        s = put_node(c, c->roots.at[i], &run->err);
    if (s == ZW_OK && c->graph)
        s = zw_graph_end(c->graph, &run->err);
    if (s == ZW_OK)
        s = zw_run_sheet_end(run, c->sheet, c->edges.n);
    if (s == ZW_OK)
        say(c);
    return s;
}

/* --- what is not in the index ----------------------------------------------------------------- */

static zw_status put_missing(citer *c, const zw_missing_text *m)
{
    const zw_work *w = zw_works_at(c->works, m->work);
    zw_arena_reset(c->arena);
    zw_str *titles = zw_arena_array(c->arena, w->n_cited_by + 1, sizeof *titles);
    zw_str *ids = zw_arena_array(c->arena, w->n_cited_by + 1, sizeof *ids);
    if (!titles || !ids)
        return zw_err_nomem(&c->run->err);
    for (size_t i = 0; i < m->n_by; i++) {
        const zw_work_document *d = zw_works_document(c->works, m->by[i]);
        titles[i] = zw_str_of(d->title ? d->title : "—");
        ids[i] = zw_str_of(d->id);
    }
    const zw_cell cells[] = {
        zw_cell_text(w->number),       zw_cell_text(w->title),      zw_cell_count(m->n_by),
        zw_cell_count(m->places),      zw_cell_text(m->first_date), zw_cell_text(m->last_date),
        zw_cell_list(titles, m->n_by), zw_cell_list(ids, m->n_by),
    };
    return zw_sheet_row(c->sheet, cells, &c->run->err);
}

static void put_missing_text(citer *c, const zw_missing_text *m)
{
    const zw_work *w = zw_works_at(c->works, m->work);
    zw_buf *to = &c->run->out;
    zw_buf_printf(to, "%4zu  ", m->n_by);
    style(c, "\033[1m");
    put_name(c, w->title, w->number, NULL, NULL);
    style(c, "\033[0m");
    zw_buf_char(to, '\n');
    for (size_t i = 0; i < m->n_by; i++) {
        indent(c, 3);
        put_document(c, zw_works_document(c->works, m->by[i]));
        zw_buf_char(to, '\n');
    }
}

static zw_status answer_missing(citer *c, size_t *total)
{
    zw_run *run = c->run;
    zw_missing_texts missing = { 0 };
    zw_status s = zw_cites_missing(c->works, run->arena, &missing, &run->err);
    bool text = run->format == ZW_AS_TEXT;
    *total = missing.n;
    if (s == ZW_OK)
        s = text ? zw_run_sheet_beside(run, &missing_form, &c->sheet)
                 : zw_run_sheet(run, &missing_form, &c->sheet);
    size_t first = (size_t)run->offset;
    for (size_t i = first; s == ZW_OK && i < missing.n; i++) {
        if (run->limit && i >= first + (size_t)run->limit)
            break;
        c->shown++;
        if (text)
            put_missing_text(c, &missing.at[i]);
        if (c->sheet)
            s = put_missing(c, &missing.at[i]);
    }
    if (s == ZW_OK)
        s = zw_run_sheet_end(run, c->sheet, missing.n);
    if (s == ZW_OK)
        zw_say(run, "cites missing", zw_cell_count(missing.n));
    if (s == ZW_OK && c->shown < missing.n)
        zw_say_page(run, first, c->shown, missing.n, false, "texts");
    return s;
}

/* --- the command ------------------------------------------------------------------------------ */

static zw_status cites(citer *c, bool *found)
{
    zw_run *run = c->run;
    bool missing = zw_cli_has(run->cli, "unresolved");
    size_t total = 0;
    c->down = zw_cli_has(run->cli, "down") || !zw_cli_has(run->cli, "up");
    c->up = zw_cli_has(run->cli, "up") || !zw_cli_has(run->cli, "down");
    c->all = !*run->query || strcmp(run->query, "*") == 0;
    if (missing && !c->all)
        return zw_err_set(&run->err, ZW_E_USAGE, "--unresolved is of the whole index");
    if (!c->all && !zw_cli_has(run->cli, "limit"))
        run->limit = 0; /* a tree that is cut off leads nowhere */
    zw_status s = zw_works_open(run->session, &c->works, &run->err);
    if (s == ZW_OK && missing)
        s = answer_missing(c, &total);
    else if (s == ZW_OK)
        s = answer_edges(c);
    *found = total + c->edges.n > 0;
    return s;
}

int zw_cmd_cites(const zw_cli *cli)
{
    zw_run run;
    bool found = false;
    citer c = { .run = &run, .arena = zw_arena_new() };
    zw_status s = zw_run_begin(&run, cli, ZW_AS_TEXT);
    if (s == ZW_OK && !c.arena)
        s = zw_err_nomem(&run.err);
    if (s == ZW_OK)
        s = zw_run_open(&run);
    if (s == ZW_OK)
        s = cites(&c, &found);
    zw_graph_free(c.graph);
    zw_sheet_free(c.sheet);
    zw_works_free(c.works);
    zw_arena_free(c.arena);
    return zw_run_end(&run, s, found);
}
