/* OpenDocument: texts (ODT) and tables (ODS), in a ZIP or as one flat XML file. */
#include <stdlib.h>

#include "corpus/office/cell_format.h"
#include "corpus/office/odf_list.h"
#include "corpus/office/office.h"
#include "corpus/office/paper.h"

enum {
    PARAGRAPHS_MAX = 4, /* inside each other, by notes and text boxes */
    LISTS_MAX = 16,     /* inside each other */
    STYLE_CHAIN = 16,   /* a style based on itself goes round */
    REPEAT_MAX = 64,    /* cells alike that stand for themselves */
    BLANKS_MAX = 40,
};

typedef enum {
    IGNORED,
    SKIPPED,
    BODY,
    STYLE,
    TEXT_PROPERTIES,
    TABLE_PROPERTIES,
    SPREADSHEET,
    SECTION,
    CONTENTS,
    PARAGRAPH,
    HEADING,
    SPAN,
    LIST,
    ITEM,
    ITEM_HEADER,
    BLANKS,
    TAB,
    BREAK,
    NOTE,
    CITATION,
    NOTE_BODY,
    TABLE,
    ROW,
    CELL,
    COVERED,
} tag;

static const struct {
    const char *name;
    tag tag;
} tags[] = { /* in the order of strcmp */
             { "annotation", SKIPPED },
             { "body", BODY },
             { "covered-table-cell", COVERED },
             { "desc", SKIPPED },
             { "forms", SKIPPED },
             { "h", HEADING },
             { "hidden-text", SKIPPED },
             { "line-break", BREAK },
             { "list", LIST },
             { "list-header", ITEM_HEADER },
             { "list-item", ITEM },
             { "master-styles", SKIPPED },
             { "note", NOTE },
             { "note-body", NOTE_BODY },
             { "note-citation", CITATION },
             { "number", SKIPPED },
             { "object", SKIPPED },
             { "p", PARAGRAPH },
             { "ruby-text", SKIPPED },
             { "s", BLANKS },
             { "scripts", SKIPPED },
             { "section", SECTION },
             { "shapes", SKIPPED },
             { "span", SPAN },
             { "spreadsheet", SPREADSHEET },
             { "style", STYLE },
             { "tab", TAB },
             { "table", TABLE },
             { "table-cell", CELL },
             { "table-of-content", CONTENTS },
             { "table-of-content-source", SKIPPED },
             { "table-properties", TABLE_PROPERTIES },
             { "table-row", ROW },
             { "text-properties", TEXT_PROPERTIES },
             { "title", SKIPPED },
             { "tracked-changes", SKIPPED }
};

typedef struct {
    const char *key; /* "paragraph P1" */
    const char *parent, *list;
    bool hidden, no_table;
} style;

typedef struct {
    zw_buf text, notes;
    int level; /* of a heading; 0: none */
} paragraph;

typedef struct {
    zw_odf_count *count; /* NULL: no style of its own or of those around it */
    const char *style;
    bool waits; /* its item has no paragraph yet */
    int start;  /* of the item; -1: as it comes */
} list;

typedef struct {
    zw_arena *arena;
    zw_paper *paper;
    zw_odf_lists lists;
    ZW_ARRAY(style) styles;
    style *style;
    zw_odf_count *outline;
    bool in_body, spreadsheet, in_contents, in_citation;
    paragraph paragraphs[PARAGRAPHS_MAX];
    size_t depth;
    size_t note_at; /* the depth of the paragraph whose note is read; 0: none */
    zw_buf citation, note;
    list nest[LISTS_MAX];
    size_t n_lists;
    unsigned repeat; /* of the cell */
    unsigned alike;  /* rows that the row at hand stands for */
    bool failed;
} reader;

static int compare_tag(const void *name, const void *row)
{
    return strcmp(name, *(const char *const *)row);
}

static tag tag_of(const char *name)
{
    const void *row = bsearch(name, tags, sizeof tags / sizeof *tags, sizeof *tags, compare_tag);
    return row ? tags[(size_t)((const char *)row - (const char *)tags) / sizeof *tags].tag
               : IGNORED;
}

static const char *value(reader *r, zw_xml *xml, const char *name)
{
    const char *v = zw_xml_attribute(xml, name);
    const char *own = v ? zw_arena_strdup(r->arena, v) : NULL;
    r->failed |= v && !own;
    return own;
}

static int number_of(zw_xml *xml, const char *name, int otherwise)
{
    const char *v = zw_xml_attribute(xml, name);
    long n = v ? strtol(v, NULL, 10) : otherwise;
    return n >= 0 && n <= 1000000 ? (int)n : otherwise;
}

static bool is(const char *value, const char *what)
{
    return value && strcmp(value, what) == 0;
}

/* ---- styles ---- */

static const char *style_key(reader *r, const char *family, const char *name)
{
    return family && name ? zw_arena_printf(r->arena, "%s %s", family, name) : NULL;
}

static void start_style(reader *r, zw_xml *xml)
{
    const char *family = zw_xml_attribute(xml, "family");
    const char *key = style_key(r, family, zw_xml_attribute(xml, "name"));
    r->style = key ? zw_array_add(r->arena, &r->styles) : NULL;
    r->failed |= key && !r->style;
    if (r->style)
        *r->style = (style){ .key = key,
                             .parent = style_key(r, family,
                                                 zw_xml_attribute(xml, "parent-style-name")),
                             .list = value(r, xml, "list-style-name") };
}

static int by_key(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static const style *style_of(const reader *r, const char *key)
{
    return key && r->styles.n
               ? bsearch(&key, r->styles.at, r->styles.n, sizeof *r->styles.at, by_key)
               : NULL;
}

static const style *style_at(reader *r, zw_xml *xml, const char *family)
{
    return style_of(r, style_key(r, family, zw_xml_attribute(xml, "style-name")));
}

/* The style's own word for its list, or that of what it is based on; NULL: nothing said. */
static const char *list_of(const reader *r, const style *s)
{
    for (size_t i = 0; s && i < STYLE_CHAIN; i++) {
        if (s->list)
            return s->list;
        s = style_of(r, s->parent);
    }
    return NULL;
}

static bool is_hidden(const reader *r, const style *s)
{
    bool hidden = false;
    for (size_t i = 0; s && !hidden && i < STYLE_CHAIN; i++) {
        hidden = s->hidden;
        s = style_of(r, s->parent);
    }
    return hidden;
}

static void start_styles(reader *r, zw_xml *xml, tag t, const char *name)
{
    if (zw_odf_lists_start(&r->lists, xml, name))
        return;
    if (t == STYLE)
        start_style(r, xml);
    else if (t == TEXT_PROPERTIES && r->style)
        r->style->hidden |= is(zw_xml_attribute(xml, "display"), "none");
    else if (t == TABLE_PROPERTIES && r->style)
        r->style->no_table |= is(zw_xml_attribute(xml, "display"), "false");
}

/* ---- lists ---- */

static list *innermost(reader *r)
{
    return r->n_lists && r->n_lists <= LISTS_MAX ? &r->nest[r->n_lists - 1] : NULL;
}

/* A list inside another counts with it. */
static void start_list(reader *r, zw_xml *xml)
{
    list *outer = innermost(r);
    if (++r->n_lists > LISTS_MAX)
        return;
    list *l = innermost(r);
    const char *own = value(r, xml, "style-name"), *after = value(r, xml, "continue-list");
    *l = (list){ .style = own ? own : outer ? outer->style : NULL, .start = -1 };
    bool goes_on = is(zw_xml_attribute(xml, "continue-numbering"), "true");
    if (outer && outer->count && (!own || is(own, outer->style)))
        l->count = outer->count;
    else if (l->style)
        l->count = zw_odf_list_begin(&r->lists, l->style, value(r, xml, "id"), after, goes_on);
}

static void start_item(reader *r, zw_xml *xml, bool numbered)
{
    list *l = innermost(r);
    if (!l)
        return;
    l->waits = numbered;
    l->start = number_of(xml, "start-value", -1);
}

/* The first paragraph of an item has its number. */
static void number_item(reader *r, const style *s, zw_buf *to)
{
    list *l = innermost(r);
    if (!l || !l->waits)
        return;
    l->waits = false;
    const char *own = l->style ? l->style : list_of(r, s);
    if (!l->count && own && *own)
        l->count = zw_odf_list_begin(&r->lists, own, NULL, NULL, false);
    if (l->count)
        zw_odf_list_number(&r->lists, l->count, (int)r->n_lists - 1, l->start, to);
}

static void number_heading(reader *r, zw_xml *xml, const style *s, int level, zw_buf *to)
{
    const char *own = list_of(r, s);
    if (is(own, "") || is(zw_xml_attribute(xml, "is-list-header"), "true"))
        return;
    if (!r->outline)
        r->outline = zw_odf_list_begin(&r->lists, "outline", NULL, NULL, false);
    bool anew = is(zw_xml_attribute(xml, "restart-numbering"), "true");
    if (r->outline)
        zw_odf_list_number(&r->lists, r->outline, level - 1,
                           number_of(xml, "start-value", anew ? 1 : -1), to);
}

/* ---- paragraphs ---- */

static paragraph *current(reader *r)
{
    return r->depth && r->depth <= PARAGRAPHS_MAX ? &r->paragraphs[r->depth - 1] : NULL;
}

static void start_paragraph(reader *r, zw_xml *xml, bool heading)
{
    const style *s = style_at(r, xml, "paragraph");
    if (is_hidden(r, s)) {
        zw_xml_skip(xml);
        return;
    }
    if (++r->depth > PARAGRAPHS_MAX)
        return;
    paragraph *p = current(r);
    zw_buf_clear(&p->text);
    zw_buf_clear(&p->notes);
    p->level = heading ? number_of(xml, "outline-level", 1) : 0;
    if (r->note_at)
        return;
    if (r->n_lists)
        number_item(r, s, &p->text);
    else if (heading)
        number_heading(r, xml, s, p->level, &p->text);
}

static void put_line(reader *r, const paragraph *p)
{
    zw_str text = zw_buf_view(&p->text);
    bool words = zw_str_trim(text).n > 0;
    zw_paper_line(r->paper, p->level && words ? 'H' : 'T', p->level, text);
    if (p->notes.n)
        zw_paper_line(r->paper, 'T', 0, (zw_str){ p->notes.at, p->notes.n - 1 });
}

static void end_paragraph(reader *r)
{
    paragraph *p = current(r);
    bool of_note = r->note_at && r->depth == r->note_at + 1;
    if (r->depth)
        r->depth--;
    if (!p)
        return;
    r->failed |= zw_buf_failed(&p->text) || zw_buf_failed(&p->notes);
    if (!of_note) {
        put_line(r, p);
        return;
    }
    zw_buf_text(&r->note, r->note.n ? " " : "");
    zw_buf_str(&r->note, zw_str_trim(zw_buf_view(&p->text)));
}

static void say(reader *r, zw_str text)
{
    if (r->in_citation)
        zw_buf_str(&r->citation, text);
    else if (current(r))
        zw_buf_str(&current(r)->text, text);
}

static void say_blanks(reader *r, zw_xml *xml)
{
    int n = number_of(xml, "c", 1);
    for (int i = 0; i < n && i < BLANKS_MAX; i++)
        say(r, ZW_STR(" "));
}

/* ---- notes: a line of its own behind the paragraph; no mark in the text, which would cut words
 * and lengthen numbers (60%1) ---- */

static void start_note(reader *r)
{
    if (r->note_at || !current(r))
        return;
    r->note_at = r->depth;
    zw_buf_clear(&r->citation);
    zw_buf_clear(&r->note);
}

static void end_note(reader *r)
{
    if (!r->note_at || r->depth != r->note_at)
        return;
    paragraph *p = current(r);
    r->note_at = 0;
    if (!r->note.n)
        return;
    zw_buf_printf(&p->notes, "[%.*s] ", (int)r->citation.n, r->citation.n ? r->citation.at : "");
    zw_buf_str(&p->notes, zw_buf_view(&r->note));
    zw_buf_char(&p->notes, '\n');
}

/* ---- tables ---- */

/* Tables of a spreadsheet are its sheets. */
static void start_table(reader *r, zw_xml *xml)
{
    const style *s = style_at(r, xml, "table");
    if (r->spreadsheet && s && s->no_table) {
        const char *name = zw_xml_attribute(xml, "name");
        zw_buf line = ZW_BUF_INIT;
        zw_buf_printf(&line, "（未读取隐藏的工作表：%s）", name ? name : "");
        zw_paper_line(r->paper, 'T', 0, zw_buf_view(&line));
        zw_buf_free(&line);
        zw_xml_skip(xml);
        return;
    }
    const char *name = r->spreadsheet ? zw_xml_attribute(xml, "name") : NULL;
    if (name)
        zw_paper_sheet(r->paper, name);
    if (name && zw_sheet_is_named(name))
        zw_paper_line(r->paper, 'H', 1, zw_str_of(name));
    zw_paper_table(r->paper);
}

static void start_cell(reader *r, zw_xml *xml)
{
    int n = number_of(xml, "number-columns-repeated", 1);
    r->repeat = n < 1 ? 1 : n > REPEAT_MAX ? REPEAT_MAX : (unsigned)n;
}

static void end_cell(reader *r)
{
    zw_paper_cell_end(r->paper, 1);
    for (unsigned i = 1; i < r->repeat; i++)
        zw_paper_cell_again(r->paper);
    r->repeat = 1;
}

static void end_row(reader *r)
{
    zw_paper_row_end(r->paper);
    zw_paper_rows_alike(r->paper, r->alike);
    r->alike = 1;
}

/* ---- events ---- */

static void start_body(reader *r)
{
    r->in_body = true;
    if (r->styles.n)
        qsort(r->styles.at, r->styles.n, sizeof *r->styles.at, by_key);
}

static void start_text(reader *r, zw_xml *xml, tag t)
{
    switch (t) {
    case PARAGRAPH:
    case HEADING:
        start_paragraph(r, xml, t == HEADING);
        break;
    case SPAN:
        if (is_hidden(r, style_at(r, xml, "text")))
            zw_xml_skip(xml);
        break;
    case BLANKS:
        say_blanks(r, xml);
        break;
    case TAB: /* a contents list's tabs are shown as dots */
        say(r, r->in_contents ? ZW_STR("……") : ZW_STR("\t"));
        break;
    case BREAK:
        say(r, ZW_STR("\n"));
        break;
    case NOTE:
        start_note(r);
        break;
    case CITATION:
        r->in_citation = true;
        break;
    default:
        break;
    }
}

static void start(void *to, zw_xml *xml, const char *name)
{
    reader *r = to;
    tag t = tag_of(name);
    if (t == SKIPPED)
        zw_xml_skip(xml);
    else if (t == BODY)
        start_body(r);
    else if (!r->in_body)
        start_styles(r, xml, t, name);
    else if (t == SECTION && is(zw_xml_attribute(xml, "display"), "none"))
        zw_xml_skip(xml);
    else if (t == SPREADSHEET || t == CONTENTS)
        *(t == CONTENTS ? &r->in_contents : &r->spreadsheet) = true;
    else if (t == LIST)
        start_list(r, xml);
    else if (t == ITEM || t == ITEM_HEADER)
        start_item(r, xml, t == ITEM);
    else if (t == TABLE)
        start_table(r, xml);
    else if (t == ROW)
        r->alike = (unsigned)number_of(xml, "number-rows-repeated", 1);
    else if (t == CELL || t == COVERED)
        start_cell(r, xml);
    else
        start_text(r, xml, t);
}

static void end(void *to, const char *name)
{
    reader *r = to;
    tag t = tag_of(name);
    if (!r->in_body)
        zw_odf_lists_end(&r->lists, name);
    else if (t == PARAGRAPH || t == HEADING)
        end_paragraph(r);
    else if (t == CITATION)
        r->in_citation = false;
    else if (t == NOTE)
        end_note(r);
    else if (t == CONTENTS)
        r->in_contents = false;
    else if (t == LIST)
        r->n_lists -= r->n_lists > 0;
    else if (t == CELL || t == COVERED)
        end_cell(r);
    else if (t == ROW)
        end_row(r);
    else if (t == TABLE)
        zw_paper_table_end(r->paper);
    else if (t == BODY)
        r->in_body = false;
}

/* Line ends and tabs in the file are blanks, several are one. */
static void text(void *to, zw_str s)
{
    reader *r = to;
    size_t from = 0;
    if (!r->in_body || !r->depth)
        return;
    for (size_t at = 0; at <= s.n; at++) {
        if (at < s.n && !strchr(" \t\r\n", s.at[at]))
            continue;
        say(r, (zw_str){ s.at + from, at - from });
        if (at < s.n && (at == from || at + 1 < s.n))
            say(r, ZW_STR(" "));
        while (at + 1 < s.n && strchr(" \t\r\n", s.at[at + 1]))
            at++;
        from = at + 1;
    }
}

static const zw_xml_events events = { start, end, text };

/* ---- the whole ---- */

static void start_manifest(void *to, zw_xml *xml, const char *name)
{
    (void)xml;
    if (strcmp(name, "encryption-data") == 0)
        *(bool *)to = true;
}

static void ignore_end(void *to, const char *name)
{
    (void)to;
    (void)name;
}

static void ignore_text(void *to, zw_str s)
{
    (void)to;
    (void)s;
}

static zw_status read_parts(zw_package *package, reader *r, zw_err *err)
{
    static const zw_xml_events manifest = { start_manifest, ignore_end, ignore_text };
    bool encrypted = false;
    zw_status s = zw_package_read(package, "META-INF/manifest.xml", &manifest, &encrypted, err);
    if (encrypted)
        return zw_err_set(err, ZW_E_FORMAT, "encrypted, wants a password");
    if (s == ZW_OK || s == ZW_E_NOTFOUND)
        s = zw_package_read(package, "styles.xml", &events, r, err);
    r->in_body = false;
    if (s == ZW_OK || s == ZW_E_NOTFOUND)
        s = zw_package_read(package, "content.xml", &events, r, err);
    return s == ZW_E_NOTFOUND ? zw_err_set(err, ZW_E_FORMAT, "no part 'content.xml'") : s;
}

static void free_reader(reader *r)
{
    for (size_t i = 0; i < PARAGRAPHS_MAX; i++) {
        zw_buf_free(&r->paragraphs[i].text);
        zw_buf_free(&r->paragraphs[i].notes);
    }
    zw_buf_free(&r->citation);
    zw_buf_free(&r->note);
    zw_paper_free(r->paper);
    zw_arena_free(r->arena);
}

static zw_status read_file(zw_str bytes, bool as_rows, zw_buf *out, zw_err *err)
{
    zw_package package = { .bytes = bytes };
    reader r = { .arena = zw_arena_new(), .repeat = 1 };
    r.lists.arena = r.arena;
    zw_status s = r.arena ? zw_paper_new(out, &r.paper, err) : zw_err_nomem(err);
    if (s == ZW_OK && as_rows)
        zw_paper_as_rows(r.paper);
    if (s == ZW_OK && zw_str_starts(bytes, ZW_STR("PK")))
        s = read_parts(&package, &r, err);
    else if (s == ZW_OK)
        s = zw_xml_read(bytes, &events, &r, err);
    if (s == ZW_OK && (r.failed || r.lists.failed || zw_buf_failed(&r.note)))
        s = zw_err_nomem(err);
    if (s == ZW_OK)
        s = zw_paper_end(r.paper, err);
    free_reader(&r);
    return s;
}

zw_status zw_odf_read(zw_str bytes, zw_buf *out, zw_err *err)
{
    return read_file(bytes, false, out, err);
}

zw_status zw_odf_read_rows(zw_str bytes, zw_buf *out, zw_err *err)
{
    return read_file(bytes, true, out, err);
}
