/* The events of the parser to lines of text. */
#include <libxml/HTMLparser.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "corpus/html.h"

#define HEAD_BYTES 2000 /* of a title or of what a meta tag says */
#define SPAN_MAX 1000
#define STRAY_TAG 500 /* steps that an end tag costs that closes nothing */

/* An element that is open. */
typedef struct {
    unsigned char what;
    uint32_t block;  /* around it, to go back to */
    zw_html_row row; /* of a row; of a table the row that it stands in */
} element;

typedef struct {
    const zw_corpus_tables *tables;
    zw_arena *arena;
    zw_html_page *page;
    htmlParserCtxtPtr parser;
    zw_str input;
    size_t fed;
    element open[ZW_HTML_MAX_DEPTH];
    zw_html_table *inner[ZW_HTML_MAX_DEPTH]; /* tables that are open, made as they are needed */
    size_t depth, tables_open, skip, links, pre, in_title;
    uint32_t block;
    zw_html_line line; /* the open one */
    bool line_open;
    unsigned char level; /* of the heading that is open */
    bool headed;         /* it has a line already */
    bool blank, broken;  /* blanks wait to be written; a line end was among them */
    uint32_t last;       /* code point written */
    ZW_ARRAY(zw_html_cell) cells;
    zw_html_row row; /* the innermost open */
    bool in_row;
    zw_buf scratch, title;
    size_t tag_signs; /* blanks and = since the last event: no fewer than attributes */
    size_t work;
    zw_status status;
    const char *why;
    size_t limit;
} reader;

static void give_up(reader *r, zw_status status, const char *why, size_t limit)
{
    if (r->status != ZW_OK)
        return;
    r->status = status;
    r->why = why;
    r->limit = limit;
}

/* For what the parser calls, but not for what it reads from: it would free what it reads into. */
static void stop(reader *r, zw_status status, const char *why, size_t limit)
{
    give_up(r, status, why, limit);
    xmlStopParser(r->parser);
}

static void work(reader *r, size_t steps)
{
    r->work += steps;
    if (r->work > ZW_HTML_MAX_WORK)
        stop(r, ZW_E_LIMIT, "steps over attributes and stray end tags", ZW_HTML_MAX_WORK);
}

/* Lines. */

static void add_line(reader *r, zw_html_line line)
{
    if (r->page->lines.n >= ZW_READ_MAX_LINES) {
        stop(r, ZW_E_LIMIT, "lines", ZW_READ_MAX_LINES);
        return;
    }
    zw_html_line *new = zw_array_add(r->arena, &r->page->lines);
    if (!new)
        stop(r, ZW_E_NOMEM, NULL, 0);
    else
        *new = line;
}

static void end_line(reader *r)
{
    r->blank = r->broken = false;
    r->last = 0;
    if (!r->line_open)
        return;
    r->line_open = false;
    if (r->line.chars == 0) {
        r->page->text.n = r->line.at.start; /* <p>&nbsp;</p> only makes room */
        return;
    }
    r->line.at.end = r->page->text.n;
    r->headed = r->level > 0;
    add_line(r, r->line);
    zw_buf_char(&r->page->text, '\n');
}

static void begin_line(reader *r)
{
    r->line = (zw_html_line){ .at = { r->page->text.n, 0 },
                              .block = r->block,
                              .kind = r->level ? ZW_LINE_HEADING : ZW_LINE_TEXT,
                              .level = r->level };
    r->line_open = true;
}

static bool is_wide(uint32_t c)
{
    return c >= 0x2E80 && (c < 0xFE00 || c >= 0xFF00);
}

static bool is_stop(uint32_t c)
{
    return c == 0xFF0C || c == 0x3002 || c == 0xFF1B || c == 0xFF1A || c == 0x3001;
}

static void put(reader *r, uint32_t c, zw_str bytes)
{
    if (!r->line_open)
        begin_line(r);
    /* A line end between two Han characters is the editor's, not a blank of the text. */
    if (r->blank && r->last && !(r->broken && is_wide(r->last) && is_wide(c)))
        zw_buf_char(&r->page->text, ' ');
    r->blank = r->broken = false;
    r->last = c;
    zw_buf_str(&r->page->text, bytes);
    if (zw_is_blank(c))
        return;
    r->line.chars++;
    r->line.linked += r->links > 0;
    r->line.stops += is_stop(c);
}

static void on_characters(void *to, const xmlChar *chars, int n)
{
    reader *r = to;
    zw_str s = { (const char *)chars, n > 0 ? (size_t)n : 0 };
    r->tag_signs = 0;
    if (r->skip || r->status != ZW_OK)
        return;
    if (r->in_title) {
        if (r->title.n < HEAD_BYTES)
            zw_buf_str(&r->title, s);
        return;
    }
    for (size_t at = 0, len; at < s.n; at += len) {
        uint32_t c = zw_utf8_at(s, at, &len);
        bool end = c == '\n' || c == '\r' || c == '\f';
        if (end && r->pre)
            end_line(r);
        else if (end || c == ' ' || c == '\t')
            r->blank = true, r->broken |= end;
        else
            put(r, c, (zw_str){ s.at + at, len });
    }
}

/* Blocks. */

static zw_str attribute(const xmlChar **attributes, const char *name)
{
    for (size_t i = 0; attributes && attributes[i]; i += 2) {
        if (strcmp((const char *)attributes[i], name) == 0)
            return zw_str_of((const char *)attributes[i + 1]);
    }
    return (zw_str){ 0 };
}

/* Whether a word of a class or id (nav-list, share_box) names what stands around the matter. */
static bool is_chrome_class(const reader *r, zw_str names)
{
    size_t start = 0;
    for (size_t at = 0; names.n && at <= names.n && at < 1000; at++) {
        char c = at < names.n ? names.at[at] : ' ';
        if (c != ' ' && c != '-' && c != '_' && c != '\t' && c != '\n')
            continue;
        zw_str word = { names.at + start, at - start };
        if (word.n && zw_html_look_up(r->tables, "class", word) == ZW_HTML_CHROME)
            return true;
        start = at + 1;
    }
    return false;
}

/* style="display: none" */
static bool is_hidden(zw_str style)
{
    size_t at = style.n ? zw_str_find(style, ZW_STR("display"), 0) : 0;
    if (at == style.n)
        return false;
    zw_str rest = { style.at + at, style.n - at < 24 ? style.n - at : 24 };
    size_t none = zw_str_find(rest, ZW_STR("none"), 0);
    return none < rest.n && none < zw_str_find(rest, ZW_STR(";"), 0);
}

static void begin_block(reader *r, unsigned what, const xmlChar **attributes)
{
    end_line(r);
    if (r->page->blocks.n >= ZW_HTML_MAX_BLOCKS) {
        stop(r, ZW_E_LIMIT, "blocks", ZW_HTML_MAX_BLOCKS);
        return;
    }
    zw_html_block *new = zw_array_add(r->arena, &r->page->blocks);
    if (!new) {
        stop(r, ZW_E_NOMEM, NULL, 0);
        return;
    }
    *new = (zw_html_block){ .parent = r->block,
                            .para = what == ZW_HTML_PARA || what == ZW_HTML_HEADING };
    new->chrome = what == ZW_HTML_CHROME || is_chrome_class(r, attribute(attributes, "class")) ||
                  is_chrome_class(r, attribute(attributes, "id")) ||
                  is_hidden(attribute(attributes, "style"));
    r->block = (uint32_t)(r->page->blocks.n - 1);
    if (r->headed)
        r->level = 0; /* <h1>甲市住房办法 <div>: a heading that nothing closes */
}

/* Tables. */

static void begin_table(reader *r, element *e)
{
    zw_html_table **table = &r->inner[r->tables_open++];
    if (!*table && !(*table = zw_arena_alloc(r->arena, sizeof **table))) {
        stop(r, ZW_E_NOMEM, NULL, 0);
        return;
    }
    **table = (zw_html_table){ 0 };
    r->row.nested = r->in_row;
    e->row = r->row;
    e->row.nested = r->in_row;
    r->in_row = false;
}

static void end_table(reader *r, const element *e)
{
    r->tables_open--;
    r->in_row = e->row.nested;
    r->row = e->row;
}

static void begin_row(reader *r)
{
    r->row = (zw_html_row){ r->page->lines.n, r->cells.n, r->page->text.n, false };
    r->in_row = r->tables_open > 0;
}

static unsigned span_of(const xmlChar **attributes, const char *name)
{
    zw_str s = attribute(attributes, name);
    long n = s.n ? strtol(s.at, NULL, 10) : 1;
    return n < 1 ? 1 : n > SPAN_MAX ? SPAN_MAX : (unsigned)n;
}

static void begin_cell(reader *r, const xmlChar **attributes)
{
    if (!r->in_row)
        return;
    zw_html_cell *cell = zw_array_add(r->arena, &r->cells);
    if (!cell) {
        stop(r, ZW_E_NOMEM, NULL, 0);
        return;
    }
    unsigned columns = span_of(attributes, "colspan");
    *cell = (zw_html_cell){ .text = r->page->text.n,
                            .columns = columns > ZW_HTML_COLUMNS ? ZW_HTML_COLUMNS : columns,
                            .rows = span_of(attributes, "rowspan") };
    cell->end = cell->text;
}

/* The lines of the row's cells become one. */
static void join_row(reader *r, bool first)
{
    zw_html_page *page = r->page;
    zw_html_line line = { .at = { r->row.text, 0 },
                          .block = r->block,
                          .kind = ZW_LINE_TABLE_ROW,
                          .level = first ? ZW_ROW_FIRST : ZW_ROW_FURTHER };
    for (size_t i = r->row.first_line; i < page->lines.n; i++) {
        line.chars += page->lines.at[i].chars;
        line.linked += page->lines.at[i].linked;
        line.stops += page->lines.at[i].stops;
    }
    page->lines.n = r->row.first_line;
    page->text.n = r->row.text;
    zw_buf_str(&page->text, zw_buf_view(&r->scratch));
    line.at.end = page->text.n;
    add_line(r, line);
    zw_buf_char(&page->text, '\n');
}

static void end_row(reader *r)
{
    if (!r->in_row)
        return;
    size_t first = r->row.first_cell;
    for (size_t i = first; i < r->cells.n; i++)
        r->cells.at[i].end = i + 1 < r->cells.n ? r->cells.at[i + 1].text : r->page->text.n;
    zw_html_table *table = r->inner[r->tables_open - 1];
    bool begins = !table->data;
    if (r->cells.n > first && r->page->text.at &&
        zw_html_row_line(table, r->cells.at + first, r->cells.n - first, r->row.nested,
                         zw_buf_view(&r->page->text), &r->scratch))
        join_row(r, begins);
    r->cells.n = first;
    r->in_row = false;
}

/* The head. */

static void take_meta(reader *r, const xmlChar **attributes)
{
    zw_str name = attribute(attributes, "name"), value = attribute(attributes, "content");
    if (!name.n)
        name = attribute(attributes, "property");
    zw_metadata *meta = &r->page->meta;
    const char **const fields[ZW_HTML_WHATS] = {
        [ZW_HTML_TITLE] = &meta->title,         [ZW_HTML_ISSUER] = &meta->issuer,
        [ZW_HTML_NUMBER] = &meta->number,       [ZW_HTML_DATE] = &meta->date,
        [ZW_HTML_PUBLISHED] = &meta->published,
    };
    const char **field = fields[zw_html_look_up(r->tables, "meta", name)];
    value = zw_str_trim(value);
    if (!field || *field || !value.n || value.n > HEAD_BYTES || zw_utf8_bad(value) < value.n)
        return;
    *field = zw_arena_str(r->arena, value);
    if (!*field)
        stop(r, ZW_E_NOMEM, NULL, 0);
}

/* Elements. */

static void begin_element(reader *r, element *e, zw_str name, const xmlChar **attributes)
{
    switch (e->what) {
    case ZW_HTML_HEADING:
        r->headed = false;
        begin_block(r, e->what, attributes);
        r->level = name.n == 2 ? (unsigned char)(name.at[1] - '0') : 1;
        break;
    case ZW_HTML_BREAK:
        end_line(r);
        break;
    case ZW_HTML_PRE:
        begin_block(r, e->what, attributes);
        r->pre++;
        break;
    case ZW_HTML_TABLE:
        begin_block(r, e->what, attributes);
        begin_table(r, e);
        break;
    case ZW_HTML_ROW:
        begin_block(r, e->what, attributes);
        begin_row(r);
        break;
    case ZW_HTML_CELL:
        begin_block(r, e->what, attributes);
        begin_cell(r, attributes);
        break;
    case ZW_HTML_LINK:
        r->links++;
        break;
    case ZW_HTML_SKIP:
        r->skip++;
        break;
    case ZW_HTML_TITLE:
        r->in_title++;
        break;
    case ZW_HTML_META:
        take_meta(r, attributes);
        break;
    case 0:
        break;
    default:
        begin_block(r, e->what, attributes);
    }
}

static void end_element(reader *r, const element *e)
{
    bool block = e->what && e->what != ZW_HTML_LINK && e->what != ZW_HTML_SKIP &&
                 e->what != ZW_HTML_TITLE && e->what != ZW_HTML_META && e->what != ZW_HTML_BREAK;
    if (block)
        end_line(r);
    if (e->what == ZW_HTML_HEADING)
        r->level = 0, r->headed = false;
    else if (e->what == ZW_HTML_PRE)
        r->pre--;
    else if (e->what == ZW_HTML_ROW)
        end_row(r);
    else if (e->what == ZW_HTML_TABLE)
        end_table(r, e);
    else if (e->what == ZW_HTML_LINK)
        r->links--;
    else if (e->what == ZW_HTML_SKIP)
        r->skip--;
    else if (e->what == ZW_HTML_TITLE)
        r->in_title--;
    if (block)
        r->page->blocks.at[r->block].end = (uint32_t)r->page->blocks.n;
    r->block = e->block;
}

static void on_start(void *to, const xmlChar *tag, const xmlChar **attributes)
{
    reader *r = to;
    size_t n = 0;
    zw_str name = zw_str_of((const char *)tag);
    r->tag_signs = 0;
    while (attributes && attributes[n])
        n += 2;
    work(r, n * n / 8);
    if (r->status != ZW_OK)
        return;
    if (r->depth == ZW_HTML_MAX_DEPTH) {
        stop(r, ZW_E_LIMIT, "elements inside each other", ZW_HTML_MAX_DEPTH);
        return;
    }
    element *e = &r->open[r->depth++];
    *e = (element){ .what = (unsigned char)zw_html_look_up(r->tables, "tag", name),
                    .block = r->block };
    begin_element(r, e, name, attributes);
}

static void on_end(void *to, const xmlChar *tag)
{
    reader *r = to;
    (void)tag;
    r->tag_signs = 0;
    if (r->depth > 0 && r->status == ZW_OK)
        end_element(r, &r->open[--r->depth]);
}

static void on_comment(void *to, const xmlChar *text)
{
    (void)text;
    ((reader *)to)->tag_signs = 0;
}

/* An end tag that closes nothing is looked for among all elements that are open. */
static void on_error(void *to, xmlErrorPtr error)
{
    reader *r = to;
    if (error && error->code == XML_ERR_TAG_NAME_MISMATCH)
        work(r, STRAY_TAG + r->depth);
}

/* Hands out a little at a time, so that what one tag may hold is bounded: each attribute is
 * compared with all before it. */
static int feed(void *to, char *room, int n)
{
    reader *r = to;
    size_t left = r->input.n - r->fed, want = n > 0 ? (size_t)n : 0;
    want = want < left ? want : left;
    for (size_t i = 0; i < want; i++) {
        char c = r->input.at[r->fed + i];
        r->tag_signs += c == ' ' || c == '=' || c == '\n' || c == '\t' || c == '\r';
    }
    if (r->tag_signs > 2 * ZW_HTML_MAX_ATTRIBUTES)
        give_up(r, ZW_E_LIMIT, "attributes in one tag", ZW_HTML_MAX_ATTRIBUTES);
    if (r->status != ZW_OK)
        return 0;
    if (want)
        memcpy(room, r->input.at + r->fed, want);
    r->fed += want;
    return (int)want;
}

static int feed_close(void *from)
{
    (void)from;
    return 0;
}

static zw_status take_title(reader *r, zw_err *err)
{
    zw_str title = zw_str_trim(zw_buf_view(&r->title));
    if (!title.n)
        return ZW_OK;
    title.n = zw_utf8_bad(title); /* cut inside a character */
    r->page->title = zw_arena_str(r->arena, title);
    return r->page->title ? ZW_OK : zw_err_nomem(err);
}

static zw_status run(reader *r, zw_err *err)
{
    r->parser = htmlNewParserCtxt();
    zw_html_block *all = zw_array_add(r->arena, &r->page->blocks);
    if (!r->parser || !all)
        return zw_err_nomem(err);
    htmlSAXHandler *sax = r->parser->sax;
    *sax = (htmlSAXHandler){ .startElement = on_start,
                             .endElement = on_end,
                             .characters = on_characters,
                             .ignorableWhitespace = on_characters,
                             .comment = on_comment,
                             .serror = on_error,
                             .initialized = XML_SAX2_MAGIC };
    r->parser->userData = r;
    htmlCtxtReadIO(r->parser, feed, feed_close, r, NULL, "UTF-8",
                   HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
    while (r->depth > 0 && r->status == ZW_OK)
        end_element(r, &r->open[--r->depth]);
    end_line(r);
    r->page->blocks.at[0].end = (uint32_t)r->page->blocks.n;
    if (r->status == ZW_E_LIMIT)
        return zw_err_set(err, ZW_E_LIMIT, "more than %zu %s", r->limit, r->why);
    bool failed = zw_buf_failed(&r->page->text) || zw_buf_failed(&r->scratch) ||
                  zw_buf_failed(&r->title) || r->status != ZW_OK ||
                  r->parser->errNo == XML_ERR_NO_MEMORY;
    return failed ? zw_err_nomem(err) : take_title(r, err);
}

zw_status zw_html_parse(const zw_corpus_tables *tables, zw_str utf8, zw_arena *arena,
                        zw_html_page *page, zw_err *err)
{
    reader *r = zw_arena_alloc(arena, sizeof *r);
    *page = (zw_html_page){ 0 };
    if (!r)
        return zw_err_nomem(err);
    r->tables = tables;
    r->arena = arena;
    r->page = page;
    r->input = utf8;
    zw_status s = run(r, err);
    if (r->parser)
        htmlFreeParserCtxt(r->parser);
    zw_buf_free(&r->scratch);
    zw_buf_free(&r->title);
    return s;
}

void zw_html_page_free(zw_html_page *page)
{
    zw_buf_free(&page->text);
}
