/* compare: a topic in the words of many places, or documents clause by clause. */
#include <stdio.h>

#include "query/command/run.h"
#include "query/command/say.h"
#include "query/command/text_compare.h"
#include "query/study/wording/compare.h"
#include "query/study/wording/reuse.h"

const zw_option zw_compare_options[] = {
    { "by", 'b', "region|province|prefecture|issuer|document|year|genre",
      "whose wordings are compared (default: region)" },
    { "against", 0, "ID", "compare with this document's clauses, not with the commonest wording" },
    { "documents", 0, NULL, "operands are documents (ids or numbers): the first with each other" },
    { "reuse", 0, NULL, "the operand is a passage's id or a text: who else says it, who first" },
    { "show", 0, "clauses|templates|holders",
      "which table: each clause (default), the shared wordings, a line a place" },
    { NULL, 0, NULL, NULL },
};

/* Spreadsheets show all digits of a number. */
static double four_digits(double share)
{
    return (double)(long)(share * 10000 + 0.5) / 10000;
}

/* --- clauses ---------------------------------------------------------------------------------- */

static const zw_column clause_columns[] = {
    { "place", ZW_COLUMN_TEXT },      { "wording", ZW_COLUMN_TEXT },
    { "template", ZW_COLUMN_TEXT },   { "likeness", ZW_COLUMN_NUMBER },
    { "quotation", ZW_COLUMN_QUOTE }, { "difference", ZW_COLUMN_QUOTE },
    { "elsewhere", ZW_COLUMN_FLAG },  { "title", ZW_COLUMN_TEXT },
    { "number", ZW_COLUMN_TEXT },     { "date", ZW_COLUMN_TEXT },
    { "headings", ZW_COLUMN_TEXT },   { "document", ZW_COLUMN_ID },
    { "passage", ZW_COLUMN_ID },      { "start", ZW_COLUMN_COUNT },
    { "end", ZW_COLUMN_COUNT },       { "template_text", ZW_COLUMN_QUOTE },
};
static const zw_sheet_form clause_form = { "clauses", clause_columns,
                                           sizeof clause_columns / sizeof *clause_columns };

static const char *template_name(const zw_comparison *c, size_t template, char name[48])
{
    if (template == ZW_NO_LEADER)
        return NULL;
    zw_template_place at = c->places[template];
    snprintf(name, 48, "%zu.%zu", at.number, at.sentence);
    return name;
}

static zw_status put_clause(zw_run *run, const zw_comparison *c, const zw_wording_row *row,
                            zw_sheet *sheet)
{
    char name[48];
    zw_buf changes = ZW_BUF_INIT;
    const zw_clause *clause = row->clause, *leader = zw_comparison_leader(c, row->template);
    const zw_doc_record *d = clause ? clause->document : NULL;
    zw_status s = zw_wording_difference(c, row, false, &changes, &run->err);
    const zw_cell cells[] = {
        zw_cell_text(c->holders.at[row->holder].name),
        zw_cell_text(zw_wording_name(row->wording)),
        zw_cell_text(template_name(c, row->template, name)),
        leader && clause ? zw_cell_number(four_digits(row->likeness)) : (zw_cell){ 0 },
        clause ? zw_cell_str(clause->text) : (zw_cell){ 0 },
        changes.n ? zw_cell_str(zw_buf_view(&changes)) : (zw_cell){ 0 },
        zw_cell_flag(row->elsewhere),
        zw_cell_text(d ? d->meta.title : NULL),
        zw_cell_text(d ? d->meta.number : NULL),
        zw_cell_text(d ? d->meta.date : NULL),
        zw_cell_text(clause ? clause->headings : NULL),
        zw_cell_text(d ? d->id : NULL),
        zw_cell_text(clause ? clause->passage : NULL),
        clause ? zw_cell_count(clause->source.chr.start) : (zw_cell){ 0 },
        clause ? zw_cell_count(clause->source.chr.end) : (zw_cell){ 0 },
        leader ? zw_cell_str(leader->text) : (zw_cell){ 0 },
    };
    if (s == ZW_OK)
        s = zw_buf_failed(&changes) ? zw_err_nomem(&run->err)
                                    : zw_sheet_row(sheet, cells, &run->err);
    zw_buf_free(&changes);
    return s;
}

static zw_status put_clauses(zw_run *run, const zw_comparison *c, zw_sheet *sheet)
{
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < c->rows.n; i++)
        s = put_clause(run, c, &c->rows.at[i], sheet);
    return s;
}

/* --- templates -------------------------------------------------------------------------------- */

static const zw_column template_columns[] = {
    { "template", ZW_COLUMN_TEXT }, { "holders", ZW_COLUMN_COUNT },
    { "adapted", ZW_COLUMN_COUNT }, { "quotation", ZW_COLUMN_QUOTE },
    { "place", ZW_COLUMN_TEXT },    { "title", ZW_COLUMN_TEXT },
    { "number", ZW_COLUMN_TEXT },   { "date", ZW_COLUMN_TEXT },
    { "document", ZW_COLUMN_ID },   { "passage", ZW_COLUMN_ID },
    { "start", ZW_COLUMN_COUNT },   { "end", ZW_COLUMN_COUNT },
};
static const zw_sheet_form template_form = { "templates", template_columns,
                                             sizeof template_columns / sizeof *template_columns };

static zw_status put_template(zw_run *run, const zw_comparison *c, size_t number, zw_sheet *sheet)
{
    char name[48];
    const zw_template *t = zw_templates_at(c->templates, number);
    const zw_clause *leader = t->leader;
    const zw_doc_record *d = leader->document;
    const char *place = d->region.n ? d->region.names[d->region.n - 1] : NULL;
    const zw_cell cells[] = {
        zw_cell_text(template_name(c, number, name)),
        zw_cell_count(t->exact),
        zw_cell_count(t->adapted),
        zw_cell_str(leader->text),
        zw_cell_text(place),
        zw_cell_text(d->meta.title),
        zw_cell_text(d->meta.number),
        zw_cell_text(d->meta.date),
        zw_cell_text(d->id),
        zw_cell_text(leader->passage),
        zw_cell_count(leader->source.chr.start),
        zw_cell_count(leader->source.chr.end),
    };
    return zw_sheet_row(sheet, cells, &run->err);
}

static zw_status put_templates(zw_run *run, const zw_comparison *c, zw_sheet *sheet)
{
    zw_status s = ZW_OK;
    for (size_t b = 0; s == ZW_OK && b < c->blocks.n; b++) {
        const zw_template_block *block = &c->blocks.at[b];
        for (size_t i = 0; s == ZW_OK && i < block->n; i++)
            s = put_template(run, c, c->order[block->first + i], sheet);
    }
    return s;
}

/* --- holders ---------------------------------------------------------------------------------- */

static const zw_column holder_columns[] = {
    { "place", ZW_COLUMN_TEXT },   { "documents", ZW_COLUMN_COUNT },
    { "shared", ZW_COLUMN_COUNT }, { "adapted", ZW_COLUMN_COUNT },
    { "new", ZW_COLUMN_COUNT },    { "omitted", ZW_COLUMN_COUNT },
    { "share", ZW_COLUMN_NUMBER },
};
static const zw_sheet_form holder_form = { "holders", holder_columns,
                                           sizeof holder_columns / sizeof *holder_columns };

static zw_status put_holders(zw_run *run, const zw_comparison *c, zw_sheet *sheet)
{
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < c->holders.n; i++) {
        const zw_holder *h = &c->holders.at[i];
        const zw_cell cells[] = {
            zw_cell_text(h->name),
            zw_cell_count(h->documents.n),
            zw_cell_count(h->counts[ZW_WORDING_SHARED]),
            zw_cell_count(h->counts[ZW_WORDING_ADAPTED]),
            zw_cell_count(h->counts[ZW_WORDING_NEW]),
            zw_cell_count(h->counts[ZW_WORDING_OMITTED]),
            h->chars ? zw_cell_number(four_digits((double)h->shared_chars / (double)h->chars))
                     : (zw_cell){ 0 },
        };
        s = zw_sheet_row(sheet, cells, &run->err);
    }
    return s;
}

/* --- reuse ------------------------------------------------------------------------------------ */

static const zw_column reuse_columns[] = {
    { "date", ZW_COLUMN_TEXT },       { "place", ZW_COLUMN_TEXT },    { "share", ZW_COLUMN_NUMBER },
    { "shared", ZW_COLUMN_COUNT },    { "adapted", ZW_COLUMN_COUNT }, { "first", ZW_COLUMN_FLAG },
    { "self", ZW_COLUMN_FLAG },       { "title", ZW_COLUMN_TEXT },    { "number", ZW_COLUMN_TEXT },
    { "issuer", ZW_COLUMN_TEXT },     { "headings", ZW_COLUMN_TEXT }, { "document", ZW_COLUMN_ID },
    { "passage", ZW_COLUMN_ID },      { "start", ZW_COLUMN_COUNT },   { "end", ZW_COLUMN_COUNT },
    { "quotation", ZW_COLUMN_QUOTE },
};
static const zw_sheet_form reuse_form = { "passages", reuse_columns,
                                          sizeof reuse_columns / sizeof *reuse_columns };

static zw_status put_reuse(zw_run *run, const zw_reuse_row *row, zw_sheet *sheet)
{
    const zw_doc_record *d = row->document;
    const zw_cell cells[] = {
        zw_cell_text(d->meta.date),
        zw_cell_text(d->region.n ? d->region.names[d->region.n - 1] : NULL),
        zw_cell_number(four_digits(row->share)),
        zw_cell_count(row->exact),
        zw_cell_count(row->adapted),
        zw_cell_flag(row->first),
        zw_cell_flag(row->self),
        zw_cell_text(d->meta.title),
        zw_cell_text(d->meta.number),
        zw_cell_text(d->meta.issuer),
        zw_cell_text(row->headings),
        zw_cell_text(d->id),
        zw_cell_text(row->passage),
        zw_cell_count(row->source.chr.start),
        zw_cell_count(row->source.chr.end),
        zw_cell_str(row->text),
    };
    return zw_sheet_row(sheet, cells, &run->err);
}

static zw_status answer_reuse(zw_run *run, bool *found)
{
    zw_reuse reuse;
    zw_sheet *sheet = NULL;
    zw_status s = zw_reuse_find(run->session, run->query, &reuse, &run->err);
    if (s == ZW_OK)
        s = zw_run_sheet(run, &reuse_form, &sheet);
    for (size_t i = 0; s == ZW_OK && i < reuse.rows.n; i++)
        s = put_reuse(run, &reuse.rows.at[i], sheet);
    if (s == ZW_OK && reuse.cut)
        zw_say(run, "reuse cut", zw_cell_count(ZW_REUSE_MOST));
    if (s == ZW_OK)
        s = zw_run_sheet_end(run, sheet, reuse.rows.n);
    *found = s == ZW_OK && reuse.rows.n > 0;
    zw_sheet_free(sheet);
    zw_reuse_free(&reuse);
    return s;
}

/* --- the command ------------------------------------------------------------------------------ */

static const struct view {
    const char *name;
    const zw_sheet_form *form;
    zw_status (*put)(zw_run *run, const zw_comparison *c, zw_sheet *sheet);
} views[] = {
    { "clauses", &clause_form, put_clauses },
    { "templates", &template_form, put_templates },
    { "holders", &holder_form, put_holders },
};

static const struct view *view_of(const zw_run *run)
{
    const char *name = zw_cli_value(run->cli, "show");
    for (size_t i = 0; name && i < sizeof views / sizeof *views; i++) {
        if (strcmp(views[i].name, name) == 0)
            return &views[i];
    }
    return NULL;
}

static zw_status put_table(zw_run *run, const zw_comparison *c, const struct view *view)
{
    zw_sheet *sheet = NULL;
    zw_status s = zw_run_sheet(run, view->form, &sheet);
    if (s == ZW_OK)
        s = view->put(run, c, sheet);
    if (s == ZW_OK)
        s = zw_run_sheet_end(run, sheet, zw_sheet_rows(sheet));
    zw_sheet_free(sheet);
    return s;
}

static zw_status compare(zw_run *run, zw_comparison *c)
{
    const char *by = zw_cli_value(run->cli, "by"), *against = zw_cli_value(run->cli, "against");
    if (!zw_cli_has(run->cli, "documents"))
        return zw_compare_topic(run->session, run->query, by ? by : "region", against, c,
                                &run->fault, &run->err);
    if (run->cli->n < 2)
        return zw_err_set(&run->err, ZW_E_USAGE,
                          "--documents: two documents or more are wanted, the first is compared "
                          "with the others");
    return zw_compare_documents(run->session, (const char *const *)run->cli->operands, run->cli->n,
                                c, &run->err);
}

static zw_status answer(zw_run *run, zw_comparison *c)
{
    const struct view *view = view_of(run);
    zw_status s = compare(run, c);
    if (s != ZW_OK)
        return s;
    zw_say_plan(run, &c->plan);
    if (run->format == ZW_AS_TEXT && !view && c->rows.n)
        return zw_text_comparison(c, run->words, run->color, (size_t)run->limit, &run->out,
                                  &run->err);
    return put_table(run, c, view ? view : &views[0]);
}

int zw_cmd_compare(const zw_cli *cli)
{
    zw_run run;
    zw_comparison c = { 0 };
    zw_status s = zw_run_begin(&run, cli, ZW_AS_CSV);
    if (s == ZW_OK && cli->n == 0)
        s = zw_err_set(&run.err, ZW_E_USAGE, "a query is missing (see 'zhengwen compare --help')");
    if (s == ZW_OK)
        s = zw_run_open(&run);
    bool found = false;
    if (s == ZW_OK && zw_cli_has(cli, "reuse"))
        s = answer_reuse(&run, &found);
    else if (s == ZW_OK)
        s = answer(&run, &c);
    found |= c.rows.n > 0;
    zw_comparison_free(&c);
    return zw_run_end(&run, s, found);
}
