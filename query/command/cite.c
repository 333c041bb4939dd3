/* cite: documents and passages as references. */
#include <time.h>

#include "base/calendar.h"
#include "query/command/run.h"
#include "query/study/quoting/cite.h"

const zw_option zw_cite_options[] = {
    { "style", 's', ZW_CITE_STYLES, "the form (default gbt7714-2025)" },
    { "accessed", 0, "DATE", "the day of access, where an address is cited (default: today)" },
    { NULL, 0, NULL, NULL },
};

static const zw_column columns[] = {
    { "id", ZW_COLUMN_ID },      { "style", ZW_COLUMN_TEXT },  { "citation", ZW_COLUMN_QUOTE },
    { "title", ZW_COLUMN_TEXT }, { "number", ZW_COLUMN_TEXT }, { "date", ZW_COLUMN_TEXT },
    { "url", ZW_COLUMN_TEXT },
};

static const zw_sheet_form form = { "citations", columns, sizeof columns / sizeof *columns };

typedef struct {
    zw_run *run;
    const zw_cite_style *style;
    const char *accessed;
    char today[16];
    zw_sheet *sheet; /* NULL: the references alone */
    size_t cited, missing;
} citer;

static zw_status read_day(citer *c)
{
    const char *given = zw_cli_value(c->run->cli, "accessed");
    if (given && !zw_calendar_is_day(given))
        return zw_err_set(&c->run->err, ZW_E_USAGE, "'%s': a day is YYYY-MM-DD", given);
    time_t now = time(NULL);
    struct tm tm;
    if (!given &&
        (!localtime_r(&now, &tm) || !strftime(c->today, sizeof c->today, "%Y-%m-%d", &tm)))
        return zw_err_set(&c->run->err, ZW_E_IO, "the day of today cannot be told");
    c->accessed = given ? given : c->today;
    return ZW_OK;
}

/* Of a permalink the stretch, of a passage all of it. */
static const char *quotation_of(const zw_shown *shown, zw_arena *arena)
{
    zw_buf buf = ZW_BUF_INIT;
    const zw_passage_record *asked = shown->whole ? NULL : &shown->passages.at[shown->passage];
    if (asked && !shown->marked)
        return zw_arena_str(arena, zw_str_trim(asked->text));
    for (size_t i = 0; i < shown->passages.n; i++) {
        const zw_passage_record *p = &shown->passages.at[i];
        zw_range mark;
        if (zw_shown_mark(shown, p, &mark))
            zw_buf_str(&buf, zw_str_slice(p->text, mark));
    }
    char *text = zw_buf_failed(&buf) || buf.n == 0 ? NULL : zw_arena_copy(arena, buf.at, buf.n);
    zw_buf_free(&buf);
    return text;
}

static zw_status put_row(citer *c, const char *what, const zw_reference *r)
{
    zw_buf text = ZW_BUF_INIT;
    c->style->write(r, &text);
    const zw_cell cells[] = { zw_cell_text(what),
                              zw_cell_text(c->style->name),
                              zw_cell_str(zw_str_trim(zw_buf_view(&text))),
                              zw_cell_text(r->title),
                              zw_cell_text(r->number),
                              zw_cell_text(r->date),
                              zw_cell_text(r->url) };
    zw_status s = zw_buf_failed(&text) ? zw_err_nomem(&c->run->err)
                                       : zw_sheet_row(c->sheet, cells, &c->run->err);
    zw_buf_free(&text);
    return s;
}

static zw_status cite_one(citer *c, const char *what)
{
    zw_run *run = c->run;
    zw_shown shown;
    zw_reference r;
    zw_status s = zw_show(run->session, what, 0, run->arena, &shown, &run->err);
    if (s == ZW_E_NOTFOUND) {
        zw_say_turned(run, run->err.text);
        c->missing++;
        return ZW_OK;
    }
    if (s == ZW_OK)
        s = zw_reference_of(&shown.document, shown.whole ? NULL : &shown.passages.at[shown.passage],
                            quotation_of(&shown, run->arena), shown.whole ? NULL : what,
                            c->accessed, run->arena, &r, &run->err);
    if (s != ZW_OK)
        return s;
    if (c->sheet) {
        s = put_row(c, what, &r);
    } else {
        zw_buf_text(&run->out, c->cited ? c->style->between : c->style->before);
        c->style->write(&r, &run->out);
    }
    c->cited++;
    return s;
}

static zw_status cite(citer *c)
{
    zw_run *run = c->run;
    const char *style = zw_cli_value(run->cli, "style");
    c->style = zw_cite_style_find(style ? style : "gbt7714-2025");
    zw_status s = read_day(c);
    if (s == ZW_OK && run->format != ZW_AS_TEXT)
        s = zw_run_sheet(run, &form, &c->sheet);
    for (size_t i = 0; s == ZW_OK && i < run->cli->n; i++)
        s = cite_one(c, run->cli->operands[i]);
    if (s == ZW_OK && c->sheet)
        return zw_run_sheet_end(run, c->sheet, c->cited);
    if (s == ZW_OK && c->cited)
        zw_buf_text(&run->out, c->style->after);
    return s;
}

int zw_cmd_cite(const zw_cli *cli)
{
    zw_run run;
    citer c = { .run = &run };
    zw_status s = zw_run_begin(&run, cli, ZW_AS_TEXT);
    if (s == ZW_OK && cli->n == 0)
        s = zw_err_set(&run.err, ZW_E_USAGE, "an id is missing (see 'zhengwen cite --help')");
    if (s == ZW_OK)
        s = zw_run_open(&run);
    if (s == ZW_OK)
        s = cite(&c);
    zw_sheet_free(c.sheet);
    return zw_run_end(&run, s, c.cited > 0 && c.missing == 0);
}
