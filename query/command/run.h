/* run.h - what every command of zhengwen does first and last: options, index, errors, output. */
#ifndef ZW_QUERY_COMMAND_RUN_H
#define ZW_QUERY_COMMAND_RUN_H

#include "base/command.h"
#include "query/answer/output.h"
#include "query/language/parse.h"
#include "query/session.h"
#include "query/sheet/graph.h"
#include "query/sheet/phrase.h"
#include "query/sheet/receipt.h"
#include "query/sheet/sink.h"

typedef struct {
    const zw_cli *cli;
    zw_arena *arena;
    zw_session *session; /* NULL until zw_run_open */
    zw_format format;
    bool color;
    const char *where;  /* the index, once it was opened */
    char *query;        /* the operands with a blank between each */
    long offset, limit; /* limit 0: all */
    zw_buf out;
    zw_words *words;
    zw_sheet_options sheet;
    zw_graph_options graph;
    zw_tally *tally;    /* of the rows, where a receipt is wanted */
    zw_receipt receipt; /* filled when the rows are at their end */
    zw_err err;
    zw_query_fault fault;
    zw_sink sink;
    int write_errno; /* standard output could not be written */
} zw_run;

/* Reads what the options say. The format is that of --format, else that of the name of --output's
 * file (x.csv), else text on a terminal and `piped` elsewhere. */
zw_status zw_run_begin(zw_run *run, const zw_cli *cli, zw_format piped);

/* Opens the index that -d names. */
zw_status zw_run_open(zw_run *run);

/* Begins the table that answers this command: with its name, the query and what was looked at as
 * facts. The caller frees *sheet with zw_sheet_free. */
zw_status zw_run_sheet(zw_run *run, const zw_sheet_form *form, zw_sheet **sheet);

/* The same for a command that writes this format itself: its rows are only tallied for the receipt,
 * and where none is wanted *sheet is NULL. */
zw_status zw_run_sheet_beside(zw_run *run, const zw_sheet_form *form, zw_sheet **sheet);

/* Begins a network: GraphML where that is the format, else edges as CSV. Its rows are tallied by a
 * sheet beside it. The caller frees *graph with zw_graph_free. */
zw_status zw_run_graph(zw_run *run, const zw_graph_form *form, zw_graph **graph);

/* Its end, with how many rows there are in all. Where there are none, stderr says what was looked
 * at. */
zw_status zw_run_sheet_end(zw_run *run, zw_sheet *sheet, size_t total);

/* Fills run->receipt, and tells it to a sheet that has a place for it. */
zw_status zw_run_receipt(zw_run *run, zw_sheet *sheet, size_t total);

/* Writes the file that --receipt names; ZW_E_USAGE where the command made no rows to tell of. */
zw_status zw_run_receipt_save(zw_run *run);

/* Writes what was put out and frees everything; returns the exit status of `status`, having said
 * what is wrong. found false: ZW_EXIT_NOTHING. */
int zw_run_end(zw_run *run, zw_status status, bool found);

/* Writes out what has gathered, so that a long answer is not held in memory. */
zw_status zw_run_flush(zw_run *run);

/* To stderr, with the program's name before it, in the user's language: the message of words.tsv
 * with that key, its arguments cells: zw_say(run, "passages", zw_cell_count(n)). */
#define zw_say(run, key, ...)                                                                      \
    zw_say_cells(run, key, (const zw_cell[]){ { 0 }, __VA_ARGS__ },                                \
                 sizeof((const zw_cell[]){ { 0 }, __VA_ARGS__ }) / sizeof(zw_cell))
void zw_say_cells(const zw_run *run, const char *key, const zw_cell *cells, size_t n);

/* A sentence that a library made: an error, a note. */
void zw_say_turned(const zw_run *run, const char *english);

/* To stderr, with the program's name before it. */
void zw_run_say(const char *format, ...) __attribute__((format(printf, 1, 2)));

int zw_cmd_search(const zw_cli *cli);
int zw_cmd_figures(const zw_cli *cli);
int zw_cmd_facets(const zw_cli *cli);
int zw_cmd_timeline(const zw_cli *cli);
int zw_cmd_coverage(const zw_cli *cli);
int zw_cmd_show(const zw_cli *cli);
int zw_cmd_rerun(const zw_cli *cli);
int zw_cmd_compare(const zw_cli *cli);
int zw_cmd_keywords(const zw_cli *cli);
int zw_cmd_explain(const zw_cli *cli);
int zw_cmd_verify(const zw_cli *cli);
int zw_cmd_cite(const zw_cli *cli);
int zw_cmd_kwic(const zw_cli *cli);
int zw_cmd_units(const zw_cli *cli);
int zw_cmd_grid(const zw_cli *cli);
int zw_cmd_cites(const zw_cli *cli);
int zw_cmd_agencies(const zw_cli *cli);
int zw_cmd_diffusion(const zw_cli *cli);

extern const zw_option zw_timeline_options[], zw_coverage_options[];
extern const zw_option zw_search_options[], zw_figures_options[], zw_facets_options[],
    zw_show_options[], zw_explain_options[], zw_verify_options[], zw_cite_options[],
    zw_kwic_options[], zw_units_options[], zw_grid_options[], zw_cites_options[],
    zw_agencies_options[];
extern const zw_option zw_compare_options[], zw_keywords_options[];
extern const zw_option zw_diffusion_options[];

#endif
