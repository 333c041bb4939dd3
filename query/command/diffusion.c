/* diffusion: how a phrase, a measure or a citation spread from place to place. */
#include "query/study/places/diffusion.h"
#include "query/command/run.h"
#include "query/command/say.h"
#include "query/command/text_diffusion.h"

const zw_option zw_diffusion_options[] = {
    { "places", 'p', "LIST",
      "the rows: all with documents (default), province, prefecture, a file" },
    { "by", 'b', "place|prefecture|province",
      "a place's own documents (default), or with them those of all that lies in it" },
    { "against", 0, "ID", "lag and reuse since this document too (an id or a number)" },
    { "show", 0, "places|documents",
      "a row a place (default), or each document that says it, with what it is" },
    { "bom", 0, NULL, "CSV for spreadsheets: a byte order mark, no cell a formula" },
    { NULL, 0, NULL, NULL },
};

typedef struct {
    zw_run *run;
    zw_sheet *sheet;
    zw_diffusion diffusion;
    bool documents;  /* not places */
    zw_arena *arena; /* of a row */
} spreader;

/* Spreadsheets show all digits of a number. */
static zw_cell share_cell(double share)
{
    return share < 0 ? zw_cell_text(NULL)
                     : zw_cell_number((double)(long)(share * 10000 + 0.5) / 10000);
}

static zw_cell text_cell(zw_str text)
{
    return text.n ? zw_cell_str(text) : zw_cell_text(NULL);
}

static const char *relation_of(const zw_witness *w)
{
    const zw_version_member *self = zw_version_self(&w->version);
    return zw_relation_name(self ? self->relation : ZW_RELATION_ORIGINAL);
}

/* --- places ----------------------------------------------------------------------------------- */

static const zw_column place_columns[] = {
    { "place", ZW_COLUMN_TEXT },
    { "region", ZW_COLUMN_TEXT },
    { "state", ZW_COLUMN_CODE },
    { "why", ZW_COLUMN_CODE },
    { "rank", ZW_COLUMN_COUNT },
    { "rank_last", ZW_COLUMN_COUNT },
    { "date", ZW_COLUMN_TEXT },
    { "date_of", ZW_COLUMN_CODE },
    { "lag", ZW_COLUMN_TEXT },
    { "lag_days", ZW_COLUMN_COUNT },
    { "lag_days_most", ZW_COLUMN_COUNT },
    { "parent_lag", ZW_COLUMN_TEXT },
    { "parent_lag_days", ZW_COLUMN_COUNT },
    { "parent_lag_days_most", ZW_COLUMN_COUNT },
    { "title", ZW_COLUMN_TEXT },
    { "number", ZW_COLUMN_TEXT },
    { "issuer", ZW_COLUMN_TEXT },
    { "version", ZW_COLUMN_CODE },
    { "quotation", ZW_COLUMN_QUOTE },
    { "cited", ZW_COLUMN_TEXT },
    { "cited_number", ZW_COLUMN_TEXT },
    { "cited_document", ZW_COLUMN_ID },
    { "reuse", ZW_COLUMN_NUMBER },
    { "reuse_document", ZW_COLUMN_NUMBER },
    { "later", ZW_COLUMN_COUNT },
    { "may_precede", ZW_COLUMN_COUNT },
    { "says", ZW_COLUMN_COUNT },
    { "drafts", ZW_COLUMN_COUNT },
    { "interpretations", ZW_COLUMN_COUNT },
    { "reposts", ZW_COLUMN_COUNT },
    { "informal", ZW_COLUMN_COUNT },
    { "documents", ZW_COLUMN_COUNT },
    { "first_date", ZW_COLUMN_TEXT },
    { "last_date", ZW_COLUMN_TEXT },
    { "document", ZW_COLUMN_ID },
    { "passage", ZW_COLUMN_ID },
    { "permalink", ZW_COLUMN_ID },
    { "start", ZW_COLUMN_COUNT },
    { "end", ZW_COLUMN_COUNT },
};

static const zw_sheet_form place_form = { "places", place_columns,
                                          sizeof place_columns / sizeof *place_columns };

/* A count that may be below 0: a document of 2003 may be earlier than one of 2003-06-19. */
static zw_cell days_cell(bool told, int32_t days)
{
    return told ? zw_cell_number(days) : zw_cell_text(NULL);
}

static zw_status lag_cell(spreader *x, bool told, const zw_when *from, const zw_when *to,
                          zw_cell *cell)
{
    zw_buf text = ZW_BUF_INIT;
    *cell = zw_cell_text(NULL);
    if (!told)
        return ZW_OK;
    zw_text_lag(x->run->words, from->period, to->period, &text);
    const char *copy = zw_buf_failed(&text) ? NULL : zw_arena_copy(x->arena, text.at, text.n);
    zw_buf_free(&text);
    *cell = zw_cell_text(copy);
    return copy ? ZW_OK : zw_err_nomem(&x->run->err);
}

static zw_status put_place(spreader *x, const zw_diffusion_row *r)
{
    const zw_diffusion *d = &x->diffusion;
    const zw_witness *w = r->first;
    const zw_metadata none = { 0 }, *m = w ? &w->document->meta : &none;
    const zw_cell null = zw_cell_text(NULL);
    zw_cell lag, parent_lag;
    zw_when parent = { 0 };
    zw_status s = lag_cell(x, r->lags && w != d->origin, r->lags ? &d->origin->when : NULL,
                           w ? &w->when : NULL, &lag);
    if (s == ZW_OK && r->parent_lags && !zw_when_of(&d->parent->meta, x->arena, &parent))
        s = zw_err_nomem(&x->run->err);
    if (s == ZW_OK)
        s = lag_cell(x, r->parent_lags, &parent, w ? &w->when : NULL, &parent_lag);
    if (s != ZW_OK)
        return s;
    const zw_cell cells[] = {
        zw_cell_text(r->name),
        zw_cell_text(r->region),
        zw_cell_text(zw_place_state_name(r->state)),
        zw_cell_text(r->state == ZW_PLACE_UNSURE ? zw_witness_doubt(w) : NULL),
        r->rank ? zw_cell_count(r->rank) : null,
        r->rank ? zw_cell_count(r->rank_last) : null,
        zw_cell_text(w ? w->when.text : NULL),
        zw_cell_text(w ? zw_day_of_name(w->when.of) : NULL),
        lag,
        days_cell(r->lags, r->lag.least),
        days_cell(r->lags, r->lag.most),
        parent_lag,
        days_cell(r->parent_lags, r->parent_lag.least),
        days_cell(r->parent_lags, r->parent_lag.most),
        zw_cell_text(m->title),
        zw_cell_text(m->number),
        zw_cell_text(m->issuer),
        zw_cell_text(w ? relation_of(w) : NULL),
        text_cell(r->quote.text),
        zw_cell_text(r->cited.title),
        zw_cell_text(r->cited.number),
        zw_cell_text(r->cited.document),
        share_cell(r->reuse),
        share_cell(r->reuse_document),
        r->state == ZW_PLACE_HAS ? zw_cell_count(r->later) : null,
        r->state == ZW_PLACE_HAS ? zw_cell_count(r->may_precede) : null,
        zw_cell_count(r->says),
        zw_cell_count(r->drafts),
        zw_cell_count(r->interpretations),
        zw_cell_count(r->reposts),
        zw_cell_count(r->informal),
        zw_cell_count(r->held),
        zw_cell_text(r->held_first),
        zw_cell_text(r->held_last),
        zw_cell_text(w ? w->document->id : NULL),
        zw_cell_text(r->quote.passage),
        zw_cell_text(r->quote.permalink),
        w ? zw_cell_count(r->quote.source.chr.start) : null,
        w ? zw_cell_count(r->quote.source.chr.end) : null,
    };
    return zw_sheet_row(x->sheet, cells, &x->run->err);
}

/* --- documents -------------------------------------------------------------------------------- */

static const zw_column document_columns[] = {
    { "place", ZW_COLUMN_TEXT },     { "adopts", ZW_COLUMN_FLAG },
    { "why", ZW_COLUMN_CODE },       { "date", ZW_COLUMN_TEXT },
    { "date_of", ZW_COLUMN_CODE },   { "title", ZW_COLUMN_TEXT },
    { "number", ZW_COLUMN_TEXT },    { "issuer", ZW_COLUMN_TEXT },
    { "version", ZW_COLUMN_CODE },   { "quotation", ZW_COLUMN_QUOTE },
    { "passages", ZW_COLUMN_COUNT }, { "document", ZW_COLUMN_ID },
    { "passage", ZW_COLUMN_ID },     { "permalink", ZW_COLUMN_ID },
    { "start", ZW_COLUMN_COUNT },    { "end", ZW_COLUMN_COUNT },
};

static const zw_sheet_form document_form = { "documents", document_columns,
                                             sizeof document_columns / sizeof *document_columns };

static const char *place_of(const zw_witness *w)
{
    const zw_region_path *region = &w->document->region;
    if (region->n)
        return region->names[region->n - 1];
    return zw_witness_of_country(w) ? ZW_COUNTRY : NULL;
}

static zw_status put_document(spreader *x, const zw_witness *w)
{
    const zw_metadata *m = &w->document->meta;
    zw_witness_quote quote;
    zw_status s = zw_diffusion_quote(x->run->session, &x->diffusion, w, x->arena, &quote,
                                     &x->run->err);
    if (s != ZW_OK)
        return s;
    const zw_cell cells[] = {
        zw_cell_text(place_of(w)),
        zw_cell_flag(zw_witness_adopts(w)),
        zw_cell_text(zw_witness_doubt(w)),
        zw_cell_text(w->when.text),
        zw_cell_text(zw_day_of_name(w->when.of)),
        zw_cell_text(m->title),
        zw_cell_text(m->number),
        zw_cell_text(m->issuer),
        zw_cell_text(relation_of(w)),
        text_cell(quote.text),
        zw_cell_count(w->passages),
        zw_cell_text(w->document->id),
        zw_cell_text(quote.passage),
        zw_cell_text(quote.permalink),
        zw_cell_count(quote.source.chr.start),
        zw_cell_count(quote.source.chr.end),
    };
    return zw_sheet_row(x->sheet, cells, &x->run->err);
}

/* --- the command ------------------------------------------------------------------------------ */

static zw_status put_rows(spreader *x)
{
    const zw_diffusion *d = &x->diffusion;
    size_t n = x->documents ? d->witnesses.n : d->rows.n, first = (size_t)x->run->offset;
    size_t max = (size_t)x->run->limit;
    zw_status s = ZW_OK;
    for (size_t i = first; s == ZW_OK && i < n && (!max || i < first + max); i++) {
        zw_arena_reset(x->arena);
        s = x->documents ? put_document(x, &d->witnesses.at[i]) : put_place(x, &d->rows.at[i]);
    }
    return s;
}

static zw_status put_facts(spreader *x)
{
    const zw_diffusion *d = &x->diffusion;
    const zw_doc_record *origin = d->origin ? d->origin->document : NULL;
    const struct {
        const char *name;
        zw_cell value;
    } facts[] = { { "first_date", zw_cell_text(origin ? d->origin->when.text : NULL) },
                  { "first_document", zw_cell_text(origin ? origin->id : NULL) },
                  { "against", zw_cell_text(d->parent ? d->parent->id : NULL) },
                  { "adopted", zw_cell_count(d->has) },
                  { "unsure", zw_cell_count(d->unsure) },
                  { "without_clause", zw_cell_count(d->no_clause) },
                  { "without_document", zw_cell_count(d->no_document) },
                  { "placeless", zw_cell_count(d->placeless) },
                  { "elsewhere", zw_cell_count(d->elsewhere) } };
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < sizeof facts / sizeof *facts; i++)
        s = zw_sheet_fact(x->sheet, facts[i].name, facts[i].value, &x->run->err);
    return s;
}

static void say_counts(const spreader *x)
{
    const zw_diffusion *d = &x->diffusion;
    zw_run *run = x->run;
    zw_say_plan(run, &d->plan);
    for (size_t i = 0; i < d->places->notes.n; i++)
        zw_say_turned(run, d->places->notes.at[i]);
    zw_say(run, "diffusion", zw_cell_count(d->has), zw_cell_count(d->unsure),
           zw_cell_count(d->no_clause), zw_cell_count(d->no_document));
    if (d->placeless)
        zw_say(run, "diffusion placeless", zw_cell_count(d->placeless));
    if (d->elsewhere)
        zw_say(run, "diffusion elsewhere", zw_cell_count(d->elsewhere));
}

static zw_status answer(spreader *x)
{
    zw_run *run = x->run;
    const zw_diffusion *d = &x->diffusion;
    const zw_sheet_form *form = x->documents ? &document_form : &place_form;
    bool text = run->format == ZW_AS_TEXT && !x->documents;
    zw_status s = text ? zw_run_sheet_beside(run, form, &x->sheet)
                       : zw_run_sheet(run, form, &x->sheet);
    if (s == ZW_OK && x->sheet)
        s = put_rows(x);
    if (s == ZW_OK && text && d->witnesses.n)
        s = zw_text_diffusion(run->session, d, run->words, run->color, (size_t)run->offset,
                              (size_t)run->limit, &run->out, &run->err);
    if (s == ZW_OK && x->sheet)
        s = put_facts(x);
    if (s == ZW_OK)
        s = zw_run_sheet_end(run, x->sheet, x->documents ? d->witnesses.n : d->has + d->unsure);
    /* a table of documents without one says so itself; one of places has its rows all the same */
    if (s == ZW_OK && !d->witnesses.n && !x->documents)
        s = zw_say_nothing_found(run);
    if (s == ZW_OK)
        say_counts(x);
    return s;
}

static zw_spread_by by_of(const zw_cli *cli)
{
    const char *by = zw_cli_value(cli, "by");
    return !by || strcmp(by, "place") == 0 ? ZW_SPREAD_PLACE
           : strcmp(by, "province") == 0   ? ZW_SPREAD_PROVINCE
                                           : ZW_SPREAD_PREFECTURE;
}

static zw_status diffusion(spreader *x)
{
    zw_run *run = x->run;
    const char *show = zw_cli_value(run->cli, "show");
    zw_diffusion_question question = { .query = run->query,
                                       .places = zw_cli_value(run->cli, "places"),
                                       .by = by_of(run->cli),
                                       .against = zw_cli_value(run->cli, "against") };
    x->documents = show && strcmp(show, "documents") == 0;
    if (!zw_cli_has(run->cli, "limit"))
        run->limit = 0;
    zw_status s = zw_run_open(run);
    if (s == ZW_OK)
        s = zw_diffusion_make(run->session, &question, run->arena, &x->diffusion, &run->fault,
                              &run->err);
    return s == ZW_OK ? answer(x) : s;
}

int zw_cmd_diffusion(const zw_cli *cli)
{
    zw_run run;
    spreader x = { .run = &run, .arena = zw_arena_new() };
    zw_status s = zw_run_begin(&run, cli, ZW_AS_TEXT);
    if (s == ZW_OK && !x.arena)
        s = zw_err_nomem(&run.err);
    if (s == ZW_OK && cli->n == 0)
        s = zw_err_set(&run.err, ZW_E_USAGE,
                       "a query is missing (see 'zhengwen diffusion --help')");
    if (s == ZW_OK)
        s = diffusion(&x);
    bool found = s == ZW_OK && x.diffusion.witnesses.n > 0;
    zw_sheet_free(x.sheet);
    zw_diffusion_free(&x.diffusion);
    zw_arena_free(x.arena);
    return zw_run_end(&run, s, found);
}
