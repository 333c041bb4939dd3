/* The commands that answer a query: search, figures, facets. */
#include <stdio.h>

#include "query/command/figures.h"
#include "query/command/run.h"
#include "query/command/say.h"

const zw_option zw_search_options[] = {
    { "sort", 0, "relevance|date", "by relevance (default) or the newest first" },
    { "strict", 0, NULL, "only passages with every word: never relax" },
    { "collapse", 0, NULL, "one passage for all versions of a text" },
    { "bom", 0, NULL, "CSV for spreadsheets: a byte order mark, no cell a formula" },
    { NULL, 0, NULL, NULL },
};

const zw_option zw_facets_options[] = {
    { "by", 'b',
      "region|province|prefecture|year|genre|issuer|document|agency|role|verb|topic|instrument|"
      "indicator|unit|force|cites|x:NAME",
      "what to count by (default: region)" },
    { "collapse", 0, NULL, "count texts too: all versions of one once" },
    { "bom", 0, NULL, "CSV for spreadsheets: a byte order mark, no cell a formula" },
    { NULL, 0, NULL, NULL },
};

/* What is more than rows has a form of its own; the rest are rows of a sheet. */
static bool is_sheet(const zw_run *run)
{
    return run->format != ZW_AS_TEXT && run->format != ZW_AS_JSON && run->format != ZW_AS_NDJSON;
}

/* --- search ------------------------------------------------------------------------------- */

static void say_relaxed(const zw_run *run, const zw_answer *answer)
{
    zw_buf words = ZW_BUF_INIT;
    for (size_t i = 0; i < answer->plan.words.n; i++) {
        const zw_query_word *word = &answer->plan.words.at[i];
        if (word->side && !word->rank_only)
            zw_buf_printf(&words, "%s%.*s", words.n ? ", " : "", (int)word->text.n, word->text.at);
    }
    zw_say(run, "relaxed", zw_cell_count(answer->total), zw_cell_str(zw_buf_view(&words)),
           zw_cell_count(answer->partial));
    zw_buf_free(&words);
}

/* Passages are many, the texts they are of fewer. */
static void say_collapsed(const zw_run *run, const zw_answer *answer)
{
    if (answer->shown && answer->texts > answer->first + answer->shown)
        zw_say_page(run, answer->first, answer->shown, answer->texts, false, "texts");
    if (answer->shown)
        zw_say(run, "passages of texts", zw_cell_count(answer->total),
               zw_cell_count(answer->texts));
}

static void say_answer(const zw_run *run, const zw_answer *answer)
{
    zw_say_plan(run, &answer->plan);
    if (answer->relaxed)
        say_relaxed(run, answer);
    else if (answer->collapsed)
        say_collapsed(run, answer);
    else if (answer->shown && answer->total > answer->first + answer->shown)
        zw_say_page(run, answer->first, answer->shown, answer->total, answer->about, "passages");
    else if (answer->shown && run->format == ZW_AS_TEXT)
        zw_say(run, "passages", zw_cell_count(answer->total));
}

static zw_status put_answer(zw_run *run, const zw_answer *answer, const zw_looked *looked,
                            const zw_query_shares *shares)
{
    switch (run->format) {
    case ZW_AS_JSON:
        return zw_json_answer(answer, looked, shares, &run->out, &run->err);
    case ZW_AS_NDJSON:
        return zw_ndjson_answer(answer, &run->out, &run->err);
    case ZW_AS_TEXT:
        zw_text_answer(answer, run->words, run->color, &run->out);
        return ZW_OK;
    default:
        return ZW_OK; /* the hits were put into a sheet as they came */
    }
}

/* --- hits as rows, none of which is kept --- */

typedef struct {
    zw_sheet *sheet;
    zw_arena *scratch;
} hit_rows;

static zw_status put_hit(void *context, const zw_hit *hit, size_t rank, zw_err *err)
{
    hit_rows *rows = context;
    zw_arena_reset(rows->scratch);
    return zw_sheet_hit(rows->sheet, hit, rank, rows->scratch, err);
}

static zw_status search_rows(zw_run *run, zw_question *question, zw_answer *answer)
{
    hit_rows rows = { NULL, zw_arena_new() };
    zw_status s = rows.scratch ? zw_run_sheet(run, &zw_hits_form, &rows.sheet)
                               : zw_err_nomem(&run->err);
    question->each = put_hit;
    question->context = &rows;
    if (s == ZW_OK)
        s = zw_answer_make(run->session, question, run->arena, answer, &run->fault, &run->err);
    if (s == ZW_OK)
        s = zw_run_sheet_end(run, rows.sheet, answer->total);
    zw_sheet_free(rows.sheet);
    zw_arena_free(rows.scratch);
    return s;
}

/* For the receipt of an answer that is written in a form of its own. */
static zw_status tally_hits(zw_run *run, const zw_answer *answer)
{
    hit_rows rows = { NULL, zw_arena_new() };
    zw_status s = rows.scratch ? zw_run_sheet_beside(run, &zw_hits_form, &rows.sheet)
                               : zw_err_nomem(&run->err);
    for (size_t i = 0; s == ZW_OK && rows.sheet && i < answer->hits.n; i++)
        s = put_hit(&rows, &answer->hits.at[i], answer->first + i + 1, &run->err);
    if (s == ZW_OK)
        s = zw_run_sheet_end(run, rows.sheet, answer->total);
    zw_sheet_free(rows.sheet);
    zw_arena_free(rows.scratch);
    return s;
}

static zw_status search(zw_run *run, zw_answer *answer)
{
    const char *sort = zw_cli_value(run->cli, "sort");
    zw_question question = { .query = run->query,
                             .first = (size_t)run->offset,
                             .max = (size_t)run->limit,
                             .strict = zw_cli_has(run->cli, "strict"),
                             .collapse = zw_cli_has(run->cli, "collapse"),
                             .order = sort && strcmp(sort, "date") == 0 ? ZW_ORDER_DATE
                                                                        : ZW_ORDER_RELEVANCE };
    zw_looked looked;
    zw_query_shares shares = { 0 };
    zw_status s = is_sheet(run) ? search_rows(run, &question, answer)
                                : zw_answer_make(run->session, &question, run->arena, answer,
                                                 &run->fault, &run->err);
    if (s == ZW_OK)
        s = zw_looked_at(run->session, run->query, run->arena, &looked, &run->err);
    if (s == ZW_OK && answer->total == 0)
        s = zw_query_shares_of(run->session, run->query, ZW_UNIT_PASSAGES, run->arena, &shares,
                               &run->err);
    if (s == ZW_OK)
        s = put_answer(run, answer, &looked, &shares);
    if (s == ZW_OK && !is_sheet(run))
        s = tally_hits(run, answer);
    if (s == ZW_OK && answer->total == 0 && !answer->relaxed && !is_sheet(run))
        s = zw_say_nothing_found(run);
    if (s != ZW_OK)
        return s;
    say_answer(run, answer);
    zw_say_shares(run, &shares, "passages");
    return s;
}

int zw_cmd_search(const zw_cli *cli)
{
    zw_run run;
    zw_answer answer = { 0 };
    zw_status s = zw_run_begin(&run, cli, ZW_AS_TEXT);
    if (s == ZW_OK && cli->n == 0)
        s = zw_err_set(&run.err, ZW_E_USAGE, "a query is missing (see 'zhengwen search --help')");
    if (s == ZW_OK)
        s = zw_run_open(&run);
    if (s == ZW_OK)
        s = search(&run, &answer);
    bool found = answer.shown > 0;
    zw_answer_free(&answer);
    return zw_run_end(&run, s, found);
}

/* --- figures ------------------------------------------------------------------------------ */

/* As the answer, or beside one that was written in a form of its own. */
static zw_status put_figure_rows(zw_run *run, const zw_figure_table *figures)
{
    zw_sheet *sheet = NULL;
    zw_status s = is_sheet(run) ? zw_run_sheet(run, &zw_figures_form, &sheet)
                                : zw_run_sheet_beside(run, &zw_figures_form, &sheet);
    for (size_t i = 0; s == ZW_OK && sheet && i < figures->rows.n; i++)
        s = zw_sheet_figure(sheet, &figures->rows.at[i], &run->err);
    if (s == ZW_OK)
        s = zw_run_sheet_end(run, sheet, figures->total);
    zw_sheet_free(sheet);
    return s;
}

static zw_status put_figures(zw_run *run, const zw_figure_table *figures, const zw_looked *looked)
{
    zw_status s = ZW_OK;
    if (run->format == ZW_AS_JSON)
        s = zw_json_figures(figures, looked, &run->out, &run->err);
    else if (run->format == ZW_AS_NDJSON)
        s = zw_ndjson_figures(figures, &run->out, &run->err);
    else if (run->format == ZW_AS_TEXT)
        zw_text_figures(figures, run->words, run->color, &run->out);
    return s == ZW_OK ? put_figure_rows(run, figures) : s;
}

static void say_figures(const zw_run *run, const zw_figure_table *table)
{
    zw_say_plan(run, &table->plan);
    if (table->rows.n && table->first + table->rows.n < table->total)
        zw_say_page(run, table->first, table->rows.n, table->total, false, "figures");
    else if (table->rows.n && run->format == ZW_AS_TEXT)
        zw_say(run, "figures", zw_cell_count(table->total));
    if (table->left_out)
        zw_say(run, "figures left out", zw_cell_count(table->left_out));
    if (table->contained)
        zw_say(run, "figures contained", zw_cell_count(table->contained));
}

static zw_status figures(zw_run *run, zw_figure_table *table)
{
    zw_looked looked;
    zw_query_shares shares = { 0 };
    zw_figure_question question;
    zw_status s = zw_figure_question_of(run, &question);
    question.first = (size_t)run->offset;
    question.max = (size_t)run->limit;
    if (s == ZW_OK)
        s = zw_figures_ask(run->session, &question, run->arena, table, &run->fault, &run->err);
    if (s == ZW_OK)
        s = zw_looked_at(run->session, run->query, run->arena, &looked, &run->err);
    if (s == ZW_OK)
        s = put_figures(run, table, &looked);
    if (s == ZW_OK && table->total == 0)
        s = zw_query_shares_of(run->session, run->query, ZW_UNIT_FIGURES, run->arena, &shares,
                               &run->err);
    if (s == ZW_OK && table->total == 0 && !is_sheet(run))
        s = zw_say_nothing_found(run);
    if (s != ZW_OK)
        return s;
    say_figures(run, table);
    zw_say_shares(run, &shares, "figures");
    return s;
}

int zw_cmd_figures(const zw_cli *cli)
{
    zw_run run;
    zw_figure_table table = { 0 };
    if (zw_figures_study_wanted(cli))
        return zw_cmd_figures_study(cli);
    zw_status s = zw_run_begin(&run, cli, ZW_AS_CSV);
    if (s == ZW_OK)
        s = zw_run_open(&run);
    if (s == ZW_OK)
        s = figures(&run, &table);
    bool found = table.rows.n > 0;
    zw_figure_table_free(&table);
    return zw_run_end(&run, s, found);
}

/* --- facets ------------------------------------------------------------------------------- */

static zw_status put_facet_rows(zw_run *run, const zw_facets *facets)
{
    zw_facets_columns columns;
    zw_sheet *sheet = NULL;
    zw_facets_form(facets, &columns);
    zw_status s = is_sheet(run) ? zw_run_sheet(run, &columns.form, &sheet)
                                : zw_run_sheet_beside(run, &columns.form, &sheet);
    if (s == ZW_OK && sheet)
        s = zw_sheet_facets(sheet, facets, &run->err);
    if (s == ZW_OK)
        s = zw_run_sheet_end(run, sheet, facets->passages);
    zw_sheet_free(sheet);
    return s;
}

static zw_status put_facets(zw_run *run, const zw_facets *facets, const zw_looked *looked)
{
    bool lines = run->format == ZW_AS_NDJSON;
    zw_status s = ZW_OK;
    if (run->format == ZW_AS_JSON || lines)
        s = zw_json_facets(facets, looked, lines, &run->out, &run->err);
    else if (run->format == ZW_AS_TEXT)
        zw_text_facets(facets, run->words, run->color, &run->out);
    return s == ZW_OK ? put_facet_rows(run, facets) : s;
}

/* All of them, unless fewer were asked for. */
static void cut_facets(const zw_run *run, zw_facets *facets)
{
    size_t n = facets->rows.n, skip = (size_t)run->offset < n ? (size_t)run->offset : n;
    size_t limit = zw_cli_has(run->cli, "limit") ? (size_t)run->limit : 0;
    facets->rows.at += skip;
    facets->rows.n = limit && limit < n - skip ? limit : n - skip;
}

static zw_status count_facets(zw_run *run, zw_facets *facets)
{
    const char *by = zw_cli_value(run->cli, "by");
    zw_looked looked;
    zw_status s = zw_facets_answer(run->session, run->query, by ? by : "region",
                                   zw_cli_has(run->cli, "collapse"), run->arena, facets,
                                   &run->fault, &run->err);
    if (s == ZW_OK)
        s = zw_looked_at(run->session, run->query, run->arena, &looked, &run->err);
    cut_facets(run, facets);
    if (s == ZW_OK)
        s = put_facets(run, facets, &looked);
    if (s == ZW_OK && facets->passages == 0 && !is_sheet(run))
        s = zw_say_nothing_found(run);
    if (s != ZW_OK)
        return s;
    zw_say_plan(run, &facets->plan);
    if (run->format == ZW_AS_TEXT && facets->passages)
        zw_say(run, "passages of documents", zw_cell_count(facets->passages),
               zw_cell_count(facets->documents));
    if (run->format == ZW_AS_TEXT && facets->passages && facets->collapsed)
        zw_say(run, "texts", zw_cell_count(facets->texts));
    return s;
}

int zw_cmd_facets(const zw_cli *cli)
{
    zw_run run;
    zw_facets facets = { 0 };
    zw_status s = zw_run_begin(&run, cli, ZW_AS_CSV);
    if (s == ZW_OK)
        s = zw_run_open(&run);
    if (s == ZW_OK)
        s = count_facets(&run, &facets);
    bool found = facets.passages > 0;
    zw_facets_free(&facets);
    return zw_run_end(&run, s, found);
}
