/* agencies: tasks and who is charged with them. */
#include <stdlib.h>

#include "query/command/agencies.h"
#include "query/command/say.h"
#include "query/study/quoting/permalink.h"

const zw_option zw_agencies_options[] = {
    { "matrix", 'm', NULL, "tasks down, bodies across, with the letter of the role" },
    { "by", 'b', "role|agency|document|place|level|year",
      "bodies down, and across how many tasks they have in each of these" },
    { "edges", 0, "tasks|together",
      "a network: bodies and their tasks, or who leads whom, counted" },
    { "whole-names", 0, NULL, "the bodies of each place apart (钦州市/公安局)" },
    { "top", 0, "N", "columns for the N bodies with most tasks (default 60; 0: all)" },
    { "bom", 0, NULL, "CSV for spreadsheets: a byte order mark, no cell a formula" },
    { NULL, 0, NULL, NULL },
};

static const zw_column columns[] = {
    { "task", ZW_COLUMN_QUOTE },        { "agency", ZW_COLUMN_TEXT },
    { "body", ZW_COLUMN_TEXT },         { "agency_place", ZW_COLUMN_TEXT },
    { "collective", ZW_COLUMN_FLAG },   { "role", ZW_COLUMN_CODE },
    { "deadline", ZW_COLUMN_TEXT },     { "quotation", ZW_COLUMN_QUOTE },
    { "headings", ZW_COLUMN_LIST },     { "title", ZW_COLUMN_TEXT },
    { "number", ZW_COLUMN_TEXT },       { "issuer", ZW_COLUMN_TEXT },
    { "place", ZW_COLUMN_TEXT },        { "level", ZW_COLUMN_CODE },
    { "date", ZW_COLUMN_TEXT },         { "named_as", ZW_COLUMN_QUOTE },
    { "named_start", ZW_COLUMN_COUNT }, { "named_end", ZW_COLUMN_COUNT },
    { "task_id", ZW_COLUMN_ID },        { "document", ZW_COLUMN_ID },
    { "passage", ZW_COLUMN_ID },        { "permalink", ZW_COLUMN_ID },
    { "start", ZW_COLUMN_COUNT },       { "end", ZW_COLUMN_COUNT },
};
static const zw_sheet_form form = { "duties", columns, sizeof columns / sizeof *columns };

/* --- rows ------------------------------------------------------------------------------------- */

typedef struct {
    zw_run *run;
    zw_sheet *sheet;
    zw_arena *arena; /* of a task */
    size_t tasks, total, shown;
    const zw_doc_record *document; /* the last, and its level */
    const char *level;
} lister;

static zw_cell headings_cell(const zw_passage_record *p, zw_arena *arena)
{
    zw_str *list = zw_arena_array(arena, p->n_headings + 1, sizeof *list);
    for (size_t i = 0; list && i < p->n_headings; i++)
        list[i] = zw_str_of(p->headings[i]);
    return zw_cell_list(list, list ? p->n_headings : 0);
}

static zw_status put_row(lister *l, const zw_duty_task *t, const zw_agency *a, zw_err *err)
{
    const zw_doc_record *d = t->document;
    const zw_passage_record *p = t->passage;
    const zw_cell cells[] = {
        zw_cell_text(t->name),
        zw_cell_text(a->canonical),
        zw_cell_text(zw_duty_body_name(a, false, l->arena)),
        zw_cell_text(a->region),
        zw_cell_flag(zw_duty_collective(a)),
        zw_cell_text(zw_role_name(a->role)),
        zw_cell_text(a->deadline),
        zw_cell_str(t->quotation),
        headings_cell(p, l->arena),
        zw_cell_text(d->meta.title),
        zw_cell_text(d->meta.number),
        zw_cell_text(d->meta.issuer),
        zw_cell_text(d->region.n ? d->region.names[d->region.n - 1] : NULL),
        zw_cell_text(l->level),
        zw_cell_text(d->meta.date),
        zw_cell_str(zw_passage_record_quote(p, a->place.source)),
        zw_cell_count(a->place.source.chr.start),
        zw_cell_count(a->place.source.chr.end),
        zw_cell_text(t->id),
        zw_cell_text(d->id),
        zw_cell_text(p->id),
        zw_cell_text(zw_permalink_text(p->id, t->source.chr, l->arena)),
        zw_cell_count(t->source.chr.start),
        zw_cell_count(t->source.chr.end),
    };
    return zw_sheet_row(l->sheet, cells, err);
}

/* lead 市发展改革委、市公安局; support … in the order of the text. */
static void put_bodies(const lister *l, const zw_duty_task *t)
{
    zw_buf *to = &l->run->out;
    const zw_agency *all = t->passage->facts.agencies.at + t->first;
    zw_buf_text(to, "   ");
    for (size_t i = 0; i < t->n; i++) {
        const char *role = zw_role_name(all[i].role);
        if (i == 0 || all[i].role != all[i - 1].role)
            zw_buf_printf(to, "%s%s ", i ? "; " : "",
                          zw_words_get(l->run->words, "value", role, role));
        else
            zw_buf_text(to, "、");
        zw_buf_text(to, all[i].canonical);
    }
    for (size_t i = 0; i < t->n; i++) {
        if (all[i].deadline) {
            zw_buf_printf(to, " · %s", all[i].deadline);
            break;
        }
    }
    zw_buf_char(to, '\n');
}

static void put_text(const lister *l, const zw_duty_task *t)
{
    zw_buf *to = &l->run->out;
    const zw_metadata *m = &t->document->meta;
    const zw_region_path *r = &t->document->region;
    const char *const parts[] = { m->number, r->n ? r->names[r->n - 1] : NULL, m->date };
    zw_buf_printf(to, "%s%s%s\n", l->run->color ? "\033[1m" : "", t->name,
                  l->run->color ? "\033[0m" : "");
    put_bodies(l, t);
    zw_buf_text(to, "   ");
    for (size_t i = 0; i < t->quotation.n; i++) {
        if (t->quotation.at[i] == '\t')
            zw_buf_text(to, " | ");
        else if ((unsigned char)t->quotation.at[i] >= ' ')
            zw_buf_char(to, t->quotation.at[i]);
    }
    zw_buf_printf(to, "\n   %s", m->title ? m->title : "—");
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        zw_buf_printf(to, "%s%s", parts[i] ? " · " : "", parts[i] ? parts[i] : "");
    zw_buf_printf(to, "\n   %s\n", zw_permalink_text(t->passage->id, t->source.chr, l->arena));
}

static bool on_page(const zw_run *run, size_t n)
{
    size_t first = (size_t)run->offset, max = (size_t)run->limit;
    return n >= first && (!max || n < first + max);
}

/* Pages of text count tasks, those of tables rows. */
static zw_status put_task(void *context, const zw_duty_task *t, zw_err *err)
{
    lister *l = context;
    bool text = l->run->format == ZW_AS_TEXT;
    zw_status s = ZW_OK;
    if (l->document != t->document)
        s = zw_duty_level(l->run->session, t->document, l->run->arena, &l->level, err);
    l->document = t->document;
    zw_arena_reset(l->arena);
    if (text && on_page(l->run, l->tasks)) {
        put_text(l, t);
        l->shown++;
    }
    for (size_t i = 0; s == ZW_OK && i < t->n; i++, l->total++) {
        if (!l->sheet || !on_page(l->run, text ? l->tasks : l->total))
            continue;
        l->shown += !text;
        s = put_row(l, t, &t->passage->facts.agencies.at[t->first + i], err);
    }
    l->tasks++;
    return s == ZW_OK && l->run->out.n > 65536 ? zw_run_flush(l->run) : s;
}

static zw_status list(zw_run *run, zw_plan *plan, bool *found)
{
    bool text = run->format == ZW_AS_TEXT;
    lister l = { .run = run, .arena = zw_arena_new() };
    zw_status s = !l.arena ? zw_err_nomem(&run->err)
                  : text   ? zw_run_sheet_beside(run, &form, &l.sheet)
                           : zw_run_sheet(run, &form, &l.sheet);
    if (s == ZW_OK)
        s = zw_duties(run->session, run->query, run->arena, put_task, &l, plan, &run->fault,
                      &run->err);
    if (s == ZW_OK && l.sheet)
        s = zw_sheet_fact(l.sheet, "tasks", zw_cell_count(l.tasks), &run->err);
    if (s == ZW_OK)
        s = zw_run_sheet_end(run, l.sheet, l.total);
    if (s == ZW_OK) {
        zw_say_plan(run, plan);
        zw_say(run, "agencies", zw_cell_count(l.tasks), zw_cell_count(l.total));
        size_t all = text ? l.tasks : l.total;
        if (l.shown && l.shown < all)
            zw_say_page(run, (size_t)run->offset, l.shown, all, false, text ? "tasks" : "rows");
    }
    *found = l.total > 0;
    zw_sheet_free(l.sheet);
    zw_arena_free(l.arena);
    return s;
}

/* --- the command ------------------------------------------------------------------------------ */

static zw_status agencies(zw_run *run, zw_plan *plan, bool *found)
{
    const zw_cli *cli = run->cli;
    bool network = run->format == ZW_AS_GRAPHML || zw_cli_has(cli, "edges");
    bool matrix = zw_cli_has(cli, "matrix") || zw_cli_has(cli, "by");
    if (network && matrix)
        return zw_err_set(&run->err, ZW_E_USAGE, "a network has no matrix: --matrix or --edges");
    zw_status s = zw_run_open(run);
    if (s != ZW_OK || !(network || matrix))
        return s == ZW_OK ? list(run, plan, found) : s;
    zw_duty_set set;
    s = zw_duty_set_make(run->session, run->query, zw_cli_has(cli, "whole-names"), run->arena, &set,
                         plan, &run->fault, &run->err);
    if (s == ZW_OK)
        s = network ? zw_duty_network(run, &set) : zw_duty_matrix(run, &set);
    if (s == ZW_OK) {
        zw_say_plan(run, plan);
        zw_say(run, "agencies matrix", zw_cell_count(set.rows.n), zw_cell_count(set.n_bodies));
    }
    *found = s == ZW_OK && set.rows.n > 0;
    return s;
}

int zw_cmd_agencies(const zw_cli *cli)
{
    zw_run run;
    zw_plan plan = { 0 };
    bool found = false;
    zw_status s = zw_run_begin(&run, cli, ZW_AS_CSV);
    if (s == ZW_OK)
        s = agencies(&run, &plan, &found);
    zw_plan_free(&plan);
    return zw_run_end(&run, s, found);
}
