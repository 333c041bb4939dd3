/* explain: what a query is understood as, what the index is asked, and how hits were weighed. */
#include "query/command/run.h"
#include "query/plan/weigh.h"

const zw_option zw_explain_options[] = {
    { "hits", 0, "N", "how the first N hits were weighed (default 3)" },
    { "hit", 0, "ID", "how this passage was weighed, whatever its rank" },
    { NULL, 0, NULL, NULL },
};

static const char *const term_kinds[] = { [ZW_TERM_BIGRAM] = "bigram",
                                          [ZW_TERM_WORD] = "value",
                                          [ZW_TERM_SINGLE] = "single",
                                          [ZW_TERM_RUN] = "run" };

static void explain_words(zw_run *run, const zw_answer *answer)
{
    zw_xdb *db = zw_index_db(run->session->index);
    const zw_index_stats *stats = zw_index_stats_of(run->session->index);
    for (size_t i = 0; i < answer->plan.words.n; i++) {
        const zw_query_word *word = &answer->plan.words.at[i];
        zw_buf_printf(&run->out, "word %.*s%s%s\n", (int)word->text.n, word->text.at,
                      word->side ? ", may be relaxed" : "",
                      word->rank_only ? ", grammar: ranks, is not demanded" : "");
        for (size_t k = 0; k < word->terms.n; k++) {
            const zw_term *t = &word->terms.at[k];
            uint64_t freq = zw_xdb_termfreq(db, t->text);
            zw_buf_printf(&run->out, "  %.*s%s  %s  weight %.2f  in %llu passages  idf x%.3f\n",
                          (int)t->text.n, t->text.at, t->open_end ? "…" : "", term_kinds[t->kind],
                          (double)t->weight, (unsigned long long)freq,
                          zw_index_idf_scale(stats, freq));
        }
        for (size_t k = 0; k < word->also.n; k++)
            zw_buf_printf(&run->out, "  also %.*s\n", (int)word->also.at[k].n, word->also.at[k].at);
    }
    for (size_t i = 0; i < answer->plan.notes.n; i++)
        zw_buf_printf(&run->out, "note %s\n", answer->plan.notes.at[i]);
}

static zw_status explain_query(zw_run *run, const char *label, zw_xquery query)
{
    zw_str text;
    if (!query)
        return ZW_OK;
    zw_status s = zw_xquery_text(query, run->arena, &text, &run->err);
    if (s == ZW_OK)
        zw_buf_printf(&run->out, "%s %.*s\n", label, (int)text.n, text.at);
    return s;
}

static void explain_check(zw_run *run, const zw_check *check, int depth)
{
    static const char *const names[] = {
        [ZW_CHECK_RUN] = "run",       [ZW_CHECK_NEAR] = "near",
        [ZW_CHECK_FIGURE] = "figure", [ZW_CHECK_SET] = "what the index decides",
        [ZW_CHECK_AND] = "all of",    [ZW_CHECK_OR] = "any of",
        [ZW_CHECK_NOT] = "not"
    };
    zw_buf_printf(&run->out, "%*scheck %s", 2 * depth, "", names[check->kind]);
    for (size_t i = 0; i < check->texts.n; i++)
        zw_buf_printf(&run->out, " \"%.*s\"", (int)check->texts.at[i].n, check->texts.at[i].at);
    zw_buf_char(&run->out, '\n');
    for (size_t i = 0; i < check->kids.n; i++)
        explain_check(run, check->kids.at[i], depth + 1);
}

static void explain_term(zw_run *run, const zw_weighed_term *t)
{
    const zw_weighing *w = t->weighing;
    zw_buf_printf(&run->out, "  %8.4f  %.*s%s in %s, weight %.3f", t->score, (int)w->term.n,
                  w->term.at, w->open_end ? "…" : "", w->field->name, w->weight);
    if (t->df)
        zw_buf_printf(&run->out, ", %llu here, in %llu passages", (unsigned long long)t->tf,
                      (unsigned long long)t->df);
    zw_buf_char(&run->out, '\n');
}

static zw_status explain_hit(zw_run *run, const zw_plan *plan, const zw_hit *hit, size_t rank)
{
    zw_weighed weighed;
    zw_status s = zw_weigh(run->session, plan, hit, run->arena, &weighed, &run->err);
    if (s != ZW_OK)
        return s;
    zw_buf_text(&run->out, "hit ");
    if (rank)
        zw_buf_printf(&run->out, "%zu ", rank);
    zw_buf_printf(&run->out, "%s score %.4f%s", hit->passage.id, hit->score,
                  hit->partial ? ", some of the words" : "");
    for (size_t i = 0; i < hit->lacks.n; i++)
        zw_buf_printf(&run->out, "%s%.*s", i ? ", " : ", without ", (int)hit->lacks.at[i].n,
                      hit->lacks.at[i].at);
    zw_buf_printf(&run->out, "\n  length %llu, on average %.1f; k1 %.3f, b %.3f\n",
                  (unsigned long long)weighed.length, weighed.average, weighed.bm25.k1,
                  weighed.bm25.b);
    for (size_t i = 0; i < weighed.terms.n; i++)
        explain_term(run, &weighed.terms.at[i]);
    zw_buf_printf(&run->out, "  %8.4f  together\n", weighed.sum);
    return s;
}

static zw_status explain(zw_run *run, zw_answer *answer)
{
    long hits = 3;
    zw_status s = zw_cli_number(run->cli, "hits", 1, 1000, &hits, &run->err);
    const char *only = zw_cli_value(run->cli, "hit");
    zw_question question = {
        .query = run->query, .max = only ? 1 : (size_t)hits, .terms = true, .only = only
    };
    if (s == ZW_OK)
        s = zw_answer_make(run->session, &question, run->arena, answer, &run->fault, &run->err);
    if (s != ZW_OK)
        return s;
    zw_buf_text(&run->out, "tree ");
    zw_query_print(answer->tree, &run->out);
    zw_buf_char(&run->out, '\n');
    explain_words(run, answer);
    s = explain_query(run, "asks", answer->plan.strict);
    if (s == ZW_OK)
        s = explain_query(run, "else", answer->plan.loose);
    if (answer->plan.check)
        explain_check(run, answer->plan.check, 0);
    if (!only)
        zw_buf_printf(&run->out, "total %zu\n", answer->total);
    for (size_t i = 0; s == ZW_OK && i < answer->hits.n; i++)
        s = explain_hit(run, &answer->plan, &answer->hits.at[i], only ? 0 : i + 1);
    if (s == ZW_OK && only && answer->hits.n == 0)
        zw_say(run, "not found by query", zw_cell_text(only));
    return s;
}

int zw_cmd_explain(const zw_cli *cli)
{
    zw_run run;
    zw_answer answer = { 0 };
    zw_status s = zw_run_begin(&run, cli, ZW_AS_TEXT);
    if (s == ZW_OK)
        s = zw_run_open(&run);
    if (s == ZW_OK)
        s = explain(&run, &answer);
    bool found = answer.hits.n > 0 || !zw_cli_has(cli, "hit");
    zw_answer_free(&answer);
    return zw_run_end(&run, s, found);
}
