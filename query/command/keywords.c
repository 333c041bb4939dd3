/* keywords: the words and phrases that tell what a query finds from the rest. */
#include "query/command/run.h"
#include "query/command/say.h"
#include "query/study/wording/keyness.h"

const zw_option zw_keywords_options[] = {
    { "against", 0, "QUERY", "compare with what this finds (default: all that QUERY does not)" },
    { "own-words", 0, NULL, "leave out clauses that several places share word for word" },
    { "least", 0, "N", "phrases that QUERY finds N times or more (default 3)" },
    { "fewer", 0, NULL, "phrases that are rarer in QUERY's passages, too" },
    { NULL, 0, NULL, NULL },
};

static const zw_column columns[] = {
    { "phrase", ZW_COLUMN_QUOTE },         { "count", ZW_COLUMN_COUNT },
    { "documents", ZW_COLUMN_COUNT },      { "rest_count", ZW_COLUMN_COUNT },
    { "rest_documents", ZW_COLUMN_COUNT }, { "log_likelihood", ZW_COLUMN_NUMBER },
    { "log_ratio", ZW_COLUMN_NUMBER },     { "passage", ZW_COLUMN_ID },
};
static const zw_sheet_form form = { "phrases", columns, sizeof columns / sizeof *columns };

static double two_digits(double number)
{
    return (double)(long)(number * 100 + (number < 0 ? -0.5 : 0.5)) / 100;
}

static zw_status put_phrases(zw_run *run, const zw_keyness *k, zw_sheet *sheet)
{
    zw_status s = ZW_OK;
    size_t first = (size_t)run->offset, n = k->phrases.n;
    size_t last = run->limit && first + (size_t)run->limit < n ? first + (size_t)run->limit : n;
    for (size_t i = first; s == ZW_OK && i < last; i++) {
        const zw_key_phrase *p = &k->phrases.at[i];
        const zw_cell cells[] = {
            zw_cell_text(p->phrase),
            zw_cell_count(p->count),
            zw_cell_count(p->documents),
            zw_cell_count(p->rest_count),
            zw_cell_count(p->rest_documents),
            zw_cell_number(two_digits(p->likelihood)),
            zw_cell_number(two_digits(p->ratio)),
            zw_cell_text(p->passage),
        };
        s = zw_sheet_row(sheet, cells, &run->err);
    }
    return s;
}

static zw_status put_facts(zw_run *run, const zw_keyness *k, zw_sheet *sheet)
{
    const struct {
        const char *name;
        size_t count;
    } facts[] = {
        { "passages", k->passages },           { "characters", k->chars },
        { "rest_passages", k->rest_passages }, { "rest_characters", k->rest_chars },
        { "clauses_left_out", k->left_out },
    };
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < sizeof facts / sizeof *facts; i++)
        s = zw_sheet_fact(sheet, facts[i].name, zw_cell_count(facts[i].count), &run->err);
    return s;
}

static void say(const zw_run *run, const zw_keyness *k, size_t shown)
{
    zw_say_plan(run, &k->plan);
    zw_say(run, "keywords", zw_cell_count(k->chars), zw_cell_count(k->passages),
           zw_cell_count(k->rest_chars), zw_cell_count(k->rest_passages));
    if (k->forgotten)
        zw_say(run, "keywords forgotten", zw_cell_count(ZW_KEYNESS_MOST));
    if (shown && (size_t)run->offset + shown < k->phrases.n)
        zw_say_page(run, (size_t)run->offset, shown, k->phrases.n, false, "phrases");
}

static zw_status answer(zw_run *run, zw_keyness *k)
{
    long least = 3;
    zw_sheet *sheet = NULL;
    zw_status s = zw_cli_number(run->cli, "least", 2, 1000000, &least, &run->err);
    const zw_keyness_question question = { .query = run->query,
                                           .rest = zw_cli_value(run->cli, "against"),
                                           .least = (size_t)least,
                                           .own_words = zw_cli_has(run->cli, "own-words"),
                                           .fewer = zw_cli_has(run->cli, "fewer") };
    if (s == ZW_OK)
        s = zw_keyness_make(run->session, &question, k, &run->fault, &run->err);
    if (s == ZW_OK)
        s = zw_run_sheet(run, &form, &sheet);
    if (s == ZW_OK)
        s = put_facts(run, k, sheet);
    if (s == ZW_OK)
        s = put_phrases(run, k, sheet);
    if (s == ZW_OK) {
        say(run, k, zw_sheet_rows(sheet));
        s = zw_run_sheet_end(run, sheet, k->phrases.n);
    }
    zw_sheet_free(sheet);
    return s;
}

int zw_cmd_keywords(const zw_cli *cli)
{
    zw_run run;
    zw_keyness k = { 0 };
    zw_status s = zw_run_begin(&run, cli, ZW_AS_CSV);
    if (s == ZW_OK && cli->n == 0)
        s = zw_err_set(&run.err, ZW_E_USAGE, "a query is missing (see 'zhengwen keywords --help')");
    if (s == ZW_OK)
        s = zw_run_open(&run);
    if (s == ZW_OK)
        s = answer(&run, &k);
    bool found = k.phrases.n > 0;
    zw_keyness_free(&k);
    return zw_run_end(&run, s, found);
}
