/* zhengwen - asks the index. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "query/command/run.h"

static int cmd_index(const zw_cli *cli);
static void say(const char *message);

#define LANGUAGE                                                                                    \
    "Words side by side are all wanted; where too few passages hold them all, some of them will\n"  \
    "do, and the answer says so. \"...\" is an exact run of characters. AND OR NOT ( ) -word\n"     \
    "+word (no synonyms) word* NEAR/20; fields: region:宁夏 year:2014..2020 agency:公安厅\n"   \
    "role:lead title: number: genre: measure: indicator: cites: ...; figures: 城镇化率>=60%.\n" \
    "Quote the whole query for the shell: zhengwen search '居住证 region:宁夏'\n"

#define GRID                                                                                          \
    "QUESTIONS has a line a column: its name, a tab, a query of words, \"quoted text\", AND OR "      \
    "NOT\n"                                                                                           \
    "and ( ); behind tabs what is wanted (passage, figure, figure:年,个月) and a query that the\n" \
    "documents answer in which to look. QUERY narrows the documents of all columns.\n"

static const zw_command commands[] = {
    { "search", zw_cmd_search, "QUERY...", "ranked passages, with the figures in them",
      zw_search_options, LANGUAGE, false },
    { "figures", zw_cmd_figures, "[QUERY...]", "a table of figures", zw_figures_options, LANGUAGE,
      false },
    { "timeline", zw_cmd_timeline, "INDICATOR [QUERY...]",
      "an indicator over the years, place by place", zw_timeline_options, NULL, false },
    { "coverage", zw_cmd_coverage, "[QUERY...]",
      "what the index holds, and what a query's absence means", zw_coverage_options, NULL, false },
    { "facets", zw_cmd_facets, "[QUERY...]", "count documents and passages by a field",
      zw_facets_options, LANGUAGE, false },
    { "compare", zw_cmd_compare, "QUERY...", "one topic in the words of many places",
      zw_compare_options, NULL, false },
    { "keywords", zw_cmd_keywords, "QUERY...", "phrases that tell what is found from the rest",
      zw_keywords_options, NULL, false },
    { "show", zw_cmd_show, "ID", "a passage (DOCID:n), or a document by id or number",
      zw_show_options, NULL, false },
    { "explain", zw_cmd_explain, "QUERY...", "how a query is understood and weighed",
      zw_explain_options, NULL, false },
    { "kwic", zw_cmd_kwic, "QUERY...", "a concordance: every occurrence with what is around it",
      zw_kwic_options, LANGUAGE, false },
    { "units", zw_cmd_units, "[QUERY...]", "sentences, items or passages with their facts, to code",
      zw_units_options, LANGUAGE, false },
    { "grid", zw_cmd_grid, "QUESTIONS [QUERY...]",
      "places down, questions across: what each place's document answers", zw_grid_options, GRID,
      false },
    { "agencies", zw_cmd_agencies, "[QUERY...]",
      "who is charged with what: leads, supports, answers", zw_agencies_options, LANGUAGE, false },
    { "cites", zw_cmd_cites, "[WHAT]",
      "who cites a text (a number, 《title》, id or query), and what it cites", zw_cites_options,
      NULL, false },
    { "diffusion", zw_cmd_diffusion, "QUERY...",
      "how a phrase, a measure or a citation spread from place to place", zw_diffusion_options,
      LANGUAGE, false },
    { "cite", zw_cmd_cite, "ID...", "documents and passages as references", zw_cite_options, NULL,
      false },
    { "verify", zw_cmd_verify, "[FILE...]", "check the quotations of a memo against the index",
      zw_verify_options, NULL, false },
    { "rerun", zw_cmd_rerun, "RECEIPT", "a command once more, and whether the answer is the same",
      NULL, NULL, false },
    { "index", cmd_index, "ARGUMENT...", "hand over to zhengwen-index", NULL, NULL, true },
    { "completion", zw_cmd_completion, "bash|zsh", "print the completion script of a shell", NULL,
      NULL, false },
    { NULL, NULL, NULL, NULL, NULL, NULL, false },
};

static const zw_option options[] = {
    { "db", 'd', "DIR", "the index (else $ZHENGWEN_DB); several parted by commas" },
    { "format", 'f', "text|json|ndjson|csv|tsv|xlsx|md|graphml", "how to print" },
    { "output", 'o', "FILE", "write to FILE, whole or not at all; x.csv names its format" },
    { "receipt", 0, "FILE", "write what it takes to get the answer again ('rerun')" },
    { "limit", 'n', "N", "at most N; 0 is all (text, json: 10; else all)" },
    { "offset", 0, "N", "leave out the first N" },
    { "lang", 0, "en|zh", "language of heads and messages (else LC_ALL, LC_MESSAGES, LANG)" },
    { "color", 0, "auto|always|never", "colour (auto: on a terminal, unless NO_COLOR)" },
    { NULL, 0, NULL, NULL },
};

const zw_program zw_this_program = {
    "zhengwen", ZW_VERSION, "ask policy documents", commands, options, say,
};

/* Beside this program, as both are installed and built; else on the path. */
static int cmd_index(const zw_cli *cli)
{
    char self[4096], path[4200], name[] = "zhengwen-index";
    ssize_t n = readlink("/proc/self/exe", self, sizeof self - 1);
    char **argv = calloc(cli->n + 2, sizeof *argv);
    if (!argv)
        return ZW_EXIT_BAD;
    argv[0] = name;
    memcpy(argv + 1, cli->operands, cli->n * sizeof *argv);
    if (n > 0) {
        self[n] = '\0';
        char *slash = strrchr(self, '/');
        snprintf(path, sizeof path, "%.*s/zhengwen-index", (int)(slash ? slash - self : 0), self);
        execv(path, argv);
    }
    execvp(name, argv);
    free(argv);
    fprintf(stderr, "zhengwen: 'zhengwen-index': %s\n", strerror(errno));
    return ZW_EXIT_BAD;
}

/* What was wrong with a command line: no option of it is known yet, so the environment says in
 * which language. */
static void say(const char *message)
{
    zw_run run = { .cli = NULL };
    zw_err err;
    if (zw_words_new(zw_lang_wanted(NULL), &run.words, &err) == ZW_OK)
        zw_say_turned(&run, message);
    else
        zw_run_say("%s", message);
    zw_words_free(run.words);
}
