/* extract - what is found in a file, without an index. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "corpus/corpus.h"
#include "indexer/command.h"
#include "indexer/common.h"
#include "indexer/explain.h"
#include "indexer/tools.h"
#include "store/fact_json.h"

/* One run: what has been written so far and with which form. */
typedef struct {
    const struct form *form;
    zw_tools tools;
    zw_kit kit;
    zw_arena *kept;        /* the manifest's */
    zw_manifest *manifest; /* or NULL */
    zw_buf out;
    size_t documents;
    bool colour, left_out; /* rows of a file were left out */
} run;

/* A form of output: what stands before the first document, for each, and behind the last. */
typedef struct form {
    const char *name;
    void (*begin)(run *r);
    zw_status (*document)(run *r, const zw_document *doc, const zw_facts *facts, zw_arena *arena,
                          zw_err *err);
    void (*end)(run *r);
} form;

/* Gets every object of a document in turn and owns it. */
typedef void take_object(void *to, const char *list, cJSON *object);

static zw_status each_object(const zw_document *doc, const zw_facts *facts, take_object *take,
                             void *to, zw_arena *arena, zw_err *err)
{
    zw_doc_record record;
    zw_json_context c = zw_json_of_document(doc);
    zw_status s = zw_doc_record_of(doc, facts, arena, &record, err);
    if (s == ZW_OK)
        take(to, NULL, zw_json_document(&record));
    for (size_t i = 0; s == ZW_OK && i < doc->passages.n; i++) {
        zw_passage_record passage;
        s = zw_passage_record_of(doc, facts, i, arena, &passage, err);
        if (s == ZW_OK)
            take(to, "passages", zw_json_passage(&passage));
    }
    for (size_t i = 0; i < facts->figures.n; i++)
        take(to, "figures", zw_json_figure(&c, &facts->figures.at[i]));
    for (size_t i = 0; i < facts->agencies.n; i++)
        take(to, "agencies", zw_json_agency(&c, &facts->agencies.at[i]));
    for (size_t i = 0; i < facts->measures.n; i++)
        take(to, "measures", zw_json_measure(&c, &facts->measures.at[i]));
    for (size_t i = 0; i < facts->citations.n; i++)
        take(to, "citations", zw_json_citation(&c, &facts->citations.at[i]));
    return s;
}

static void add_object(run *r, cJSON *object)
{
    char *text = object ? cJSON_PrintUnformatted(object) : NULL;
    if (text)
        zw_buf_text(&r->out, text);
    else
        r->out.failed = true;
    free(text);
    cJSON_Delete(object);
}

static void take_line(void *to, const char *list, cJSON *object)
{
    (void)list;
    add_object(to, object);
    zw_buf_char(&((run *)to)->out, '\n');
}

static zw_status as_lines(run *r, const zw_document *doc, const zw_facts *facts, zw_arena *arena,
                          zw_err *err)
{
    return each_object(doc, facts, take_line, r, arena, err);
}

/* The document's object with its parts in lists of their own. */
static void take_part(void *to, const char *list, cJSON *object)
{
    cJSON **whole = to;
    if (!list) {
        *whole = object;
        return;
    }
    cJSON *parts = cJSON_GetObjectItem(*whole, list);
    if (!parts)
        parts = cJSON_AddArrayToObject(*whole, list);
    if (!cJSON_AddItemToArray(parts, object))
        cJSON_Delete(object);
}

static zw_status as_json(run *r, const zw_document *doc, const zw_facts *facts, zw_arena *arena,
                         zw_err *err)
{
    static const char *const lists[] = { "passages", "figures", "agencies", "measures",
                                         "citations" };
    cJSON *whole = NULL;
    zw_status s = each_object(doc, facts, take_part, &whole, arena, err);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        if (whole && !cJSON_GetObjectItem(whole, lists[i]))
            cJSON_AddArrayToObject(whole, lists[i]);
    }
    if (r->documents)
        zw_buf_text(&r->out, ",\n");
    add_object(r, whole);
    return s;
}

static void begin_json(run *r)
{
    zw_buf_text(&r->out, "{\"documents\":[\n");
}

static void end_json(run *r)
{
    zw_buf_text(&r->out, "\n]}\n");
}

static zw_status as_table(run *r, const zw_document *doc, const zw_facts *facts, zw_arena *arena,
                          zw_err *err)
{
    (void)err;
    zw_explain_table(doc, facts, arena, &r->out);
    return ZW_OK;
}

static void begin_table(run *r)
{
    zw_buf_text(&r->out, "document\tpart\ttype\tstart\tend\ttext\tmeaning\trule\n");
}

static zw_status as_text(run *r, const zw_document *doc, const zw_facts *facts, zw_arena *arena,
                         zw_err *err)
{
    (void)err;
    zw_explain_text(doc, facts, r->colour, arena, &r->out);
    return ZW_OK;
}

static zw_status as_html(run *r, const zw_document *doc, const zw_facts *facts, zw_arena *arena,
                         zw_err *err)
{
    (void)err;
    zw_explain_html(doc, facts, arena, &r->out);
    return ZW_OK;
}

/* The text that offsets count into; the parts of a file share it. */
static zw_status as_source(run *r, const zw_document *doc, const zw_facts *facts, zw_arena *arena,
                           zw_err *err)
{
    (void)facts;
    (void)arena;
    (void)err;
    if (doc->part_index == 0)
        zw_buf_str(&r->out, doc->source->text);
    return ZW_OK;
}

static void begin_html(run *r)
{
    zw_explain_html_begin(ZW_STR("zhengwen-index extract"), &r->out);
}

static void end_html(run *r)
{
    zw_explain_html_end(&r->out);
}

static const form forms[] = {
    { "ndjson", NULL, as_lines, NULL },        { "json", begin_json, as_json, end_json },
    { "table", begin_table, as_table, NULL },  { "text", NULL, as_text, NULL },
    { "html", begin_html, as_html, end_html }, { "source", NULL, as_source, NULL },
};

const zw_option zw_extract_options[] = {
    { "format", 0, "ndjson|json|table|text|html|source", "default: ndjson" },
    { "manifest", 0, "FILE.csv", "what is known of the files beside their text (a table)" },
    { "explain", 0, NULL, "the text with its facts and their rules beside it (text, or html)" },
    { NULL, 0, NULL, NULL },
};

static const form *form_of(const zw_cli *cli)
{
    const char *name = zw_cli_value(cli, "format");
    if (!name)
        name = zw_cli_has(cli, "explain") ? "text" : "ndjson";
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        if (strcmp(forms[i].name, name) == 0)
            return &forms[i];
    }
    return &forms[0];
}

static zw_status flush(run *r, zw_err *err)
{
    if (zw_buf_failed(&r->out))
        return zw_err_nomem(err);
    zw_str out = zw_buf_view(&r->out);
    if (out.n && (fwrite(out.at, 1, out.n, stdout) != out.n || fflush(stdout) != 0))
        return zw_err_set(err, ZW_E_IO, "standard output: %s", strerror(errno));
    zw_buf_clear(&r->out);
    return ZW_OK;
}

/* What the manifest says of the file, as in an index. */
static zw_status give(const run *r, const char *path, zw_givens *given, zw_err *err)
{
    bool failed = false;
    const char *absolute = r->manifest ? zw_absolute(path, r->kept) : NULL;
    *given = (zw_givens){ 0 };
    if (!r->manifest)
        return ZW_OK;
    if (!absolute || !zw_manifest_find(r->manifest, absolute, r->kept, given, &failed))
        return failed || !absolute ? zw_err_nomem(err) : ZW_OK;
    return ZW_OK;
}

/* What is wrong in the rows of a file: as add tells it. */
static void tell(const zw_reading *reading)
{
    for (size_t i = 0; i < reading->told.n; i++) {
        fputs("zhengwen-index: ", stderr);
        zw_print_visible(stderr, reading->told.at[i]);
        fputc('\n', stderr);
    }
}

static zw_status extract_file(run *r, const char *path, zw_err *err)
{
    zw_reading reading = { 0 };
    zw_givens given;
    zw_status s = give(r, path, &given, err);
    if (s == ZW_OK)
        s = zw_kit_read(&r->kit, path, &given, &reading, err);
    tell(&reading);
    r->left_out |= reading.left_out > 0;
    for (size_t i = 0; s == ZW_OK && i < reading.docs.documents.n; i++) {
        zw_facts facts;
        const zw_document *doc = reading.docs.documents.at[i];
        zw_arena_reset(r->kit.facts);
        s = zw_facts_extract(r->tools.extractor, doc, r->kit.facts, &facts, err);
        if (s == ZW_OK)
            s = r->form->document(r, doc, &facts, r->kit.facts, err);
        r->documents++;
        if (s == ZW_OK)
            s = flush(r, err);
    }
    return s;
}

/* One bad file never stops the others; it is told, and the exit status says so in the end. */
static int extract_all(run *r, const zw_cli *cli)
{
    zw_err err = { 0 };
    int status = ZW_EXIT_OK;
    if (r->form->begin)
        r->form->begin(r);
    for (size_t i = 0; i < cli->n; i++) {
        if (extract_file(r, cli->operands[i], &err) != ZW_OK)
            status = zw_fail(&err);
    }
    if (r->form->end)
        r->form->end(r);
    if (r->left_out && status == ZW_EXIT_OK)
        status = ZW_EXIT_BAD;
    return flush(r, &err) == ZW_OK ? status : zw_fail(&err);
}

static zw_status open_run(run *r, const char *manifest, zw_err *err)
{
    r->kept = zw_arena_new();
    zw_status s = r->kept ? zw_tools_open(&r->tools, err) : zw_err_nomem(err);
    if (s == ZW_OK)
        s = zw_kit_open(&r->tools, &r->kit, err);
    if (s == ZW_OK && manifest)
        s = zw_manifest_use(manifest, zw_extractor_gazetteer(r->tools.extractor), r->kit.segmenter,
                            r->kept, &r->manifest, err);
    return s;
}

int zw_cmd_extract(const zw_cli *cli)
{
    const char *plain = getenv("NO_COLOR");
    run r = { .form = form_of(cli), .colour = isatty(STDOUT_FILENO) && !(plain && *plain) };
    zw_err err = { 0 };
    zw_status s = cli->n ? ZW_OK : zw_err_set(&err, ZW_E_USAGE, "no file is named");
    if (s == ZW_OK)
        s = open_run(&r, zw_cli_value(cli, "manifest"), &err);
    int status = s == ZW_OK ? extract_all(&r, cli) : zw_fail(&err);
    zw_buf_free(&r.out);
    zw_kit_close(&r.kit);
    zw_tools_close(&r.tools);
    zw_arena_free(r.kept);
    return status;
}
