/* verify: the quotations of a memo against the index. */
#include <errno.h>
#include <stdio.h>

#include "base/utf8.h"
#include "query/command/run.h"
#include "query/study/quoting/verify.h"

const zw_option zw_verify_options[] = {
    { "lines", 0, NULL, "every line is a quotation" },
    { "csv", 0, "COLUMN", "the quotations are this column of a CSV table" },
    { "min", 0, "N", "pass over quotations of fewer characters (default 1: none)" },
    { "bom", 0, NULL, "CSV for spreadsheets: a byte order mark, no cell a formula" },
    { NULL, 0, NULL, NULL },
};

static const zw_column columns[] = {
    { "file", ZW_COLUMN_TEXT },        { "line", ZW_COLUMN_COUNT },
    { "column", ZW_COLUMN_COUNT },     { "status", ZW_COLUMN_TEXT },
    { "part", ZW_COLUMN_COUNT },       { "text", ZW_COLUMN_QUOTE },
    { "differs", ZW_COLUMN_LIST },     { "difference", ZW_COLUMN_QUOTE },
    { "quotation", ZW_COLUMN_QUOTE },  { "named", ZW_COLUMN_TEXT },
    { "where", ZW_COLUMN_TEXT },       { "title", ZW_COLUMN_TEXT },
    { "number", ZW_COLUMN_TEXT },      { "place", ZW_COLUMN_TEXT },
    { "date", ZW_COLUMN_TEXT },        { "document", ZW_COLUMN_ID },
    { "passages", ZW_COLUMN_LIST },    { "permalink", ZW_COLUMN_ID },
    { "start", ZW_COLUMN_COUNT },      { "end", ZW_COLUMN_COUNT },
    { "start_byte", ZW_COLUMN_COUNT }, { "end_byte", ZW_COLUMN_COUNT },
    { "places", ZW_COLUMN_COUNT },
};

static const zw_sheet_form form = { "quotations", columns, sizeof columns / sizeof *columns };

typedef struct {
    zw_run *run;
    zw_documents_seen *seen;
    zw_sheet *sheet; /* NULL: text */
    const char *file;
    zw_arena *arena; /* of one quotation */
    long shortest;
    size_t quotations, rows, counts[4], elsewhere, skipped;
} checker;

/* --- rows ------------------------------------------------------------------------------------- */

static zw_cell named_cell(const zw_quotation *q)
{
    return q->number.n  ? zw_cell_str(q->number)
           : q->title.n ? zw_cell_str(q->title)
                        : (zw_cell){ 0 };
}

static zw_status put_row(checker *c, const zw_verdict *v, const zw_doc_record *d)
{
    zw_str differs[6], passages[64];
    const zw_location *at = &v->at;
    bool found = at->found != ZW_FOUND_NOT;
    size_t n = at->passages.n < 64 ? at->passages.n : 64;
    for (size_t i = 0; i < n; i++)
        passages[i] = zw_str_of(at->passages.at[i]);
    const char *place = d && d->region.n ? d->region.names[d->region.n - 1] : NULL;
    zw_cell none = { 0 };
    const zw_cell cells[] = {
        zw_cell_text(c->file),
        zw_cell_count(v->quotation->line),
        zw_cell_count(v->quotation->column),
        zw_cell_text(zw_found_name(at->found)),
        v->part ? zw_cell_count(v->part) : none,
        zw_cell_str(v->text),
        zw_cell_list(differs, zw_differs_names(at, differs)),
        zw_cell_text(at->difference),
        zw_cell_text(at->text),
        named_cell(v->quotation),
        zw_cell_text(zw_where_name(v->where)),
        zw_cell_text(d ? d->meta.title : NULL),
        zw_cell_text(d ? d->meta.number : NULL),
        zw_cell_text(place),
        zw_cell_text(d ? d->meta.date : NULL),
        zw_cell_text(at->document),
        zw_cell_list(passages, n),
        zw_cell_text(v->permalink),
        found ? zw_cell_count(at->source.chr.start) : none,
        found ? zw_cell_count(at->source.chr.end) : none,
        found ? zw_cell_count(at->source.byte.start) : none,
        found ? zw_cell_count(at->source.byte.end) : none,
        zw_cell_count(at->places),
    };
    return zw_sheet_row(c->sheet, cells, &c->run->err);
}

/* --- for a person ----------------------------------------------------------------------------- */

static void flat(zw_buf *to, zw_str text)
{
    for (size_t i = 0; i < text.n; i++)
        zw_buf_char(to, (unsigned char)text.at[i] < ' ' || text.at[i] == 0x7F ? ' ' : text.at[i]);
}

static const char *label(const checker *c, const char *name, const char *english)
{
    return zw_words_get(c->run->words, "label", name, english);
}

/* A word of a closed list. */
static const char *value(const checker *c, const char *name)
{
    return zw_words_get(c->run->words, "value", name, name);
}

static void put_where(const checker *c, const zw_verdict *v)
{
    static const char *const names[] = { [ZW_WHERE_NAMED] = "in the document named beside it",
                                         [ZW_WHERE_ELSEWHERE] = "not in the document named "
                                                                "beside it",
                                         [ZW_WHERE_UNKNOWN] = "the document named beside it is "
                                                              "not in the index",
                                         [ZW_WHERE_APART] = "not in the document of the "
                                                            "quotation's other parts" };
    const zw_quotation *q = v->quotation;
    zw_buf *to = &c->run->out;
    if (v->where == ZW_WHERE_ANY)
        return;
    zw_buf_printf(to, "   %s", value(c, names[v->where]));
    if (v->where == ZW_WHERE_ELSEWHERE || v->where == ZW_WHERE_UNKNOWN) {
        zw_buf_text(to, ": ");
        flat(to, q->number.n ? q->number : q->title);
    }
    zw_buf_char(to, '\n');
}

static void put_source(const checker *c, const zw_verdict *v, const zw_doc_record *d)
{
    const zw_location *at = &v->at;
    zw_buf *to = &c->run->out;
    if (at->found == ZW_FOUND_NORMALIZED) {
        zw_buf_printf(to, "   %s: ", label(c, "source", "source"));
        flat(to, zw_str_of(at->text));
        zw_buf_char(to, '\n');
    }
    zw_buf_text(to, "   ");
    flat(to, zw_str_of(d->meta.title));
    if (d->meta.number)
        zw_buf_printf(to, " · %s", d->meta.number);
    if (d->meta.date)
        zw_buf_printf(to, " · %s", d->meta.date);
    zw_buf_printf(to, "\n   %s", v->permalink);
    if (at->places > 1)
        zw_buf_printf(to, " (%s: %zu%s)", label(c, "passages with it", "passages with it"),
                      at->places, at->many ? "+" : "");
    zw_buf_char(to, '\n');
}

static void put_text(const checker *c, const zw_verdict *v, const zw_doc_record *d)
{
    static const char *const colors[] = { "31;1", "33;1", "36;1", "32;1" };
    static const char *const names[] = { "ABSENT", "NEAR", "NORMALIZED", "EXACT" };
    zw_buf *to = &c->run->out;
    zw_str differs[6];
    size_t n = zw_differs_names(&v->at, differs);
    const char *name = value(c, names[v->at.found]);
    zw_buf_printf(to, "%s:%zu:%zu: ", c->file, v->quotation->line, v->quotation->column);
    if (v->part)
        zw_buf_printf(to, "%s %zu: ", label(c, "part", "part"), v->part);
    if (c->run->color)
        zw_buf_printf(to, "\033[%sm%s\033[0m", colors[v->at.found], name);
    else
        zw_buf_text(to, name);
    for (size_t i = 0; i < n; i++)
        zw_buf_printf(to, "%s%s", i ? ", " : " (", value(c, differs[i].at));
    zw_buf_text(to, n ? ")\n   " : "\n   ");
    flat(to, v->at.difference ? zw_str_of(v->at.difference) : v->text);
    zw_buf_char(to, '\n');
    put_where(c, v);
    if (d)
        put_source(c, v, d);
    zw_buf_char(to, '\n');
}

/* --- a memo ----------------------------------------------------------------------------------- */

static zw_status put(checker *c, const zw_verdict *v)
{
    const zw_doc_record *d = NULL;
    zw_status s = ZW_OK;
    c->rows++;
    c->counts[v->at.found]++;
    c->elsewhere += v->where == ZW_WHERE_ELSEWHERE || v->where == ZW_WHERE_APART;
    if (v->at.document)
        s = zw_documents_seen_get(c->seen, c->run->session, v->at.document, &d, &c->run->err);
    if (s == ZW_OK && c->sheet)
        return put_row(c, v, d);
    if (s == ZW_OK)
        put_text(c, v, d);
    return s == ZW_OK && c->run->out.n > 65536 ? zw_run_flush(c->run) : s;
}

static zw_status check_one(checker *c, const zw_quotation *q)
{
    zw_verdicts verdicts = { 0 };
    if (c->shortest > 1 && zw_utf8_count(q->text) < (size_t)c->shortest) {
        c->skipped++;
        return ZW_OK;
    }
    c->quotations++;
    zw_arena_reset(c->arena);
    zw_status s = zw_verify(c->run->session, q, c->arena, &verdicts, &c->run->err);
    for (size_t i = 0; s == ZW_OK && i < verdicts.n; i++)
        s = put(c, &verdicts.at[i]);
    return s;
}

static zw_status read_all(FILE *file, const char *name, zw_buf *to, zw_err *err)
{
    char block[65536];
    size_t n;
    while ((n = fread(block, 1, sizeof block, file)) > 0)
        zw_buf_add(to, block, n);
    if (ferror(file))
        return zw_err_set(err, ZW_E_IO, "'%s': %s", name, strerror(errno));
    return zw_buf_failed(to) ? zw_err_nomem(err) : ZW_OK;
}

static zw_status read_memo(checker *c, const char *name, zw_buf *bytes, zw_memo *memo)
{
    zw_run *run = c->run;
    bool standard = strcmp(name, "-") == 0;
    FILE *file = standard ? stdin : fopen(name, "rb");
    const char *column = zw_cli_value(run->cli, "csv");
    if (!file)
        return zw_err_set(&run->err, ZW_E_IO, "'%s': %s", name, strerror(errno));
    zw_status s = read_all(file, name, bytes, &run->err);
    if (!standard)
        fclose(file);
    if (s != ZW_OK)
        return s;
    zw_str text = zw_buf_view(bytes);
    if (column)
        s = zw_memo_read_csv(text, column, run->arena, memo, &run->err);
    else if (zw_cli_has(run->cli, "lines"))
        s = zw_memo_read_lines(text, run->arena, memo, &run->err);
    else
        s = zw_memo_read(text, run->arena, memo, &run->err);
    return s == ZW_OK ? s : zw_err_at(&run->err, "'%s'", c->file);
}

static zw_status check_file(checker *c, const char *name)
{
    zw_buf bytes = ZW_BUF_INIT;
    zw_memo memo;
    c->file = strcmp(name, "-") == 0 ? "standard input" : name;
    zw_status s = read_memo(c, name, &bytes, &memo);
    for (size_t i = 0; s == ZW_OK && i < memo.unclosed.n; i++)
        zw_say(c->run, "quotation unclosed", zw_cell_text(c->file),
               zw_cell_count(memo.unclosed.at[i].line), zw_cell_count(memo.unclosed.at[i].column));
    c->elsewhere += s == ZW_OK ? memo.unclosed.n : 0;
    for (size_t i = 0; s == ZW_OK && i < memo.quotations.n; i++)
        s = check_one(c, &memo.quotations.at[i]);
    zw_buf_free(&bytes);
    return s;
}

/* --- all -------------------------------------------------------------------------------------- */

static zw_status put_facts(checker *c)
{
    static const char *const names[] = { "absent", "near", "normalized", "exact" };
    zw_run *run = c->run;
    zw_cell_field counts[4];
    for (size_t i = 0; i < 4; i++)
        counts[i] = (zw_cell_field){ names[3 - i], zw_cell_count(c->counts[3 - i]) };
    zw_status s = zw_sheet_fact(c->sheet, "counts", zw_cell_fields(counts, 4), &run->err);
    if (s == ZW_OK)
        s = zw_sheet_fact(c->sheet, "quotations_checked", zw_cell_count(c->quotations), &run->err);
    return s == ZW_OK ? zw_sheet_fact(c->sheet, "passed_over", zw_cell_count(c->skipped), &run->err)
                      : s;
}

static void say_counts(const checker *c)
{
    if (c->quotations == 0)
        zw_say(c->run, "quotations none", zw_cell_count(0));
    else
        zw_say(c->run, "quotations", zw_cell_count(c->quotations), zw_cell_count(c->rows),
               zw_cell_count(c->counts[ZW_FOUND_EXACT]),
               zw_cell_count(c->counts[ZW_FOUND_NORMALIZED]),
               zw_cell_count(c->counts[ZW_FOUND_NEAR]), zw_cell_count(c->counts[ZW_FOUND_NOT]));
    if (c->skipped)
        zw_say(c->run, "quotations short", zw_cell_count(c->skipped),
               zw_cell_count((size_t)c->shortest));
}

static zw_status verify(checker *c)
{
    zw_run *run = c->run;
    const zw_cli *cli = run->cli;
    zw_status s = zw_cli_number(cli, "min", 1, 10000, &c->shortest, &run->err);
    c->seen = zw_documents_seen_new(run->arena);
    c->arena = zw_arena_new();
    if (s == ZW_OK && (!c->seen || !c->arena))
        s = zw_err_nomem(&run->err);
    if (s == ZW_OK && run->format != ZW_AS_TEXT)
        s = zw_run_sheet(run, &form, &c->sheet);
    if (s == ZW_OK && c->sheet)
        s = zw_sheet_fact(c->sheet, "near_at_least", zw_cell_number(ZW_LOCATE_NEAR), &run->err);
    if (s == ZW_OK && cli->n == 0)
        s = check_file(c, "-");
    for (size_t i = 0; s == ZW_OK && i < cli->n; i++)
        s = check_file(c, cli->operands[i]);
    if (s == ZW_OK && c->sheet)
        s = put_facts(c);
    if (s == ZW_OK && c->sheet)
        s = zw_run_sheet_end(run, c->sheet, c->rows);
    if (s == ZW_OK)
        say_counts(c);
    return s;
}

int zw_cmd_verify(const zw_cli *cli)
{
    zw_run run;
    checker c = { .run = &run, .shortest = 1 };
    zw_status s = zw_run_begin(&run, cli, ZW_AS_TEXT);
    if (s == ZW_OK)
        s = zw_run_open(&run);
    if (s == ZW_OK)
        s = verify(&c);
    zw_sheet_free(c.sheet);
    zw_arena_free(c.arena);
    return zw_run_end(&run, s,
                      c.rows > 0 && c.rows == c.counts[ZW_FOUND_EXACT] && c.elsewhere == 0);
}
