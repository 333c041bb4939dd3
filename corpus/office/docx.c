/* DOCX: the paragraphs of the main part as Word shows them with all changes accepted. */
#include <stdlib.h>

#include "corpus/office/office.h"
#include "corpus/office/paper.h"
#include "corpus/office/relations.h"
#include "corpus/office/word.h"

enum { PARAGRAPHS_MAX = 4 /* inside each other, by text boxes */ };

typedef enum {
    IGNORED,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    STYLE,
    NUMBER_ID,
    NUMBER_LEVEL,
    OUTLINE,
    RUN,
    RUN_PROPERTIES,
    RUN_STYLE,
    VANISH,
    DELETED,
    SKIPPED,
    TEXT,
    TAB,
    BREAK,
    HYPHEN,
    SYMBOL,
    FOOTNOTE_MARK,
    ENDNOTE_MARK,
    TEXT_BOX,
    TABLE,
    ROW,
    CELL,
    SPAN,
    NOTE,
} tag;

static const struct {
    const char *name;
    tag tag;
} tags[] = { /* in the order of strcmp */
             { "Fallback", SKIPPED },
             { "br", BREAK },
             { "cr", BREAK },
             { "del", DELETED },
             { "endnote", NOTE },
             { "endnoteReference", ENDNOTE_MARK },
             { "footnote", NOTE },
             { "footnoteReference", FOOTNOTE_MARK },
             { "gridSpan", SPAN },
             { "ilvl", NUMBER_LEVEL },
             { "moveFrom", SKIPPED },
             { "noBreakHyphen", HYPHEN },
             { "numId", NUMBER_ID },
             { "outlineLvl", OUTLINE },
             { "p", PARAGRAPH },
             { "pPr", PARAGRAPH_PROPERTIES },
             { "pPrChange", SKIPPED },
             { "pStyle", STYLE },
             { "r", RUN },
             { "rPr", RUN_PROPERTIES },
             { "rPrChange", SKIPPED },
             { "rStyle", RUN_STYLE },
             { "rt", SKIPPED },
             { "sym", SYMBOL },
             { "t", TEXT },
             { "tab", TAB },
             { "tbl", TABLE },
             { "tc", CELL },
             { "tr", ROW },
             { "txbxContent", TEXT_BOX },
             { "vanish", VANISH }
};

typedef struct {
    zw_buf text;
    zw_word_style style; /* with what the paragraph itself says */
    zw_buf notes;        /* a line a note it refers to */
    bool goes_on;        /* its end was deleted: the next paragraph belongs to it */
} paragraph;

typedef struct {
    zw_word *word;
    zw_paper *paper;
    paragraph paragraphs[PARAGRAPHS_MAX];
    size_t depth;
    bool in_properties, in_run_properties, in_text, hidden;
    unsigned span;
    const char *note; /* being read: its id */
    bool endnotes;
    zw_buf note_text;
    int n_footnotes, n_endnotes; /* marks so far */
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

static paragraph *current(reader *r)
{
    size_t depth = r->depth < PARAGRAPHS_MAX ? r->depth : PARAGRAPHS_MAX;
    return depth ? &r->paragraphs[depth - 1] : NULL;
}

static void say(reader *r, const char *text)
{
    if (current(r) && !r->hidden)
        zw_buf_text(&current(r)->text, text);
}

/* ---- paragraphs ---- */

static void start_paragraph(reader *r)
{
    if (++r->depth > PARAGRAPHS_MAX)
        return;
    paragraph *p = current(r);
    if (!p->goes_on)
        zw_buf_clear(&p->text);
    zw_buf_clear(&p->notes);
    p->goes_on = false;
    p->style = (zw_word_style){ .level = -1, .outline = -1, .hidden = -1 };
    r->hidden = false;
}

static void end_paragraph(reader *r)
{
    paragraph *p = current(r);
    if (!p || r->depth-- > PARAGRAPHS_MAX)
        return;
    r->failed |= zw_buf_failed(&p->text) || zw_buf_failed(&p->notes);
    if (p->goes_on)
        return;
    int outline = p->style.outline;
    zw_str text = zw_buf_view(&p->text);
    if (r->note) {
        zw_buf_text(&r->note_text, r->note_text.n ? " " : "");
        zw_buf_str(&r->note_text, zw_str_trim(text));
        return;
    }
    bool heading = outline >= 0 && outline < 9 && zw_str_trim(text).n;
    zw_paper_line(r->paper, heading ? 'H' : 'T', outline + 1, text);
    if (p->notes.n)
        zw_paper_line(r->paper, 'T', 0, (zw_str){ p->notes.at, p->notes.n - 1 });
}

/* Its properties are known before its first run: what stands in front of the text is written. */
static void end_properties(reader *r)
{
    paragraph *p = current(r);
    r->in_properties = false;
    if (!p || r->depth > PARAGRAPHS_MAX || p->text.n)
        return;
    if (p->style.number && strcmp(p->style.number, "0") != 0)
        zw_word_count(r->word, p->style.number, p->style.level, &p->text);
}

/* What the paragraph says itself goes before its style, wherever it stands. */
static void take_style(reader *r, const char *id)
{
    paragraph *p = current(r);
    if (!p || !id)
        return;
    zw_word_style s = zw_word_style_of(r->word, id), own = p->style;
    p->style = s;
    p->style.number = own.number ? own.number : s.number;
    p->style.level = own.level >= 0 ? own.level : s.level;
    p->style.outline = own.outline >= 0 ? own.outline : s.outline;
}

static int integer(zw_xml *xml)
{
    const char *v = zw_xml_attribute(xml, "val");
    long n = v ? strtol(v, NULL, 10) : -1;
    return n >= 0 && n < 100 ? (int)n : -1;
}

static bool is_on(zw_xml *xml)
{
    const char *v = zw_xml_attribute(xml, "val");
    return !v || !(strcmp(v, "0") == 0 || strcmp(v, "false") == 0 || strcmp(v, "off") == 0);
}

static void start_property(reader *r, zw_xml *xml, tag t)
{
    paragraph *p = current(r);
    const char *v;
    if (t == STYLE) {
        take_style(r, zw_xml_attribute(xml, "val"));
    } else if (t == NUMBER_ID && (v = zw_xml_attribute(xml, "val")) != NULL) {
        p->style.number = zw_arena_strdup(r->word->arena, v);
        r->failed |= !p->style.number;
    } else if (t == NUMBER_LEVEL) {
        p->style.level = integer(xml);
    } else if (t == OUTLINE) {
        p->style.outline = integer(xml);
    } else if (t == DELETED) {
        p->goes_on = r->depth <= PARAGRAPHS_MAX;
    }
}

/* ---- runs ---- */

static void start_run_property(reader *r, zw_xml *xml, tag t)
{
    if (t == VANISH)
        r->hidden = is_on(xml);
    else if (t == RUN_STYLE && zw_word_style_of(r->word, zw_xml_attribute(xml, "val")).hidden == 1)
        r->hidden = true;
}

/* The contents list's tabs are shown as dots: 第一章 总则……1. */
static void tab(reader *r)
{
    const char *name = current(r) ? current(r)->style.name : NULL;
    say(r, name && strncmp(name, "toc ", 4) == 0 ? "……" : "\t");
}

static void symbol(reader *r, zw_xml *xml)
{
    const char *v = zw_xml_attribute(xml, "char");
    unsigned long c = v ? strtoul(v, NULL, 16) : 0;
    bool private = c < 0x20 || (c >= 0xD800 && c < 0xF900) || c > 0xFFFD;
    if (!private && current(r) && !r->hidden)
        zw_buf_code(&current(r)->text, (unsigned)c);
}

static int by_id(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The note follows its paragraph as a line of its own. The mark in the text is left out: it would
 * cut words and lengthen numbers (60%1). */
static void note_mark(reader *r, zw_xml *xml, bool endnote)
{
    const char *id = zw_xml_attribute(xml, "id");
    const zw_word_note *notes = endnote ? r->word->endnotes.at : r->word->footnotes.at;
    size_t n = endnote ? r->word->endnotes.n : r->word->footnotes.n;
    paragraph *p = current(r);
    if (!id || !n || !p || r->hidden)
        return;
    const zw_word_note *note = bsearch(&id, notes, n, sizeof *notes, by_id);
    if (!note || !note->text.n)
        return;
    int number = endnote ? ++r->n_endnotes : ++r->n_footnotes;
    zw_buf_char(&p->notes, '[');
    zw_word_number_write(endnote ? "lowerRoman" : "decimal", number, &p->notes);
    zw_buf_text(&p->notes, "] ");
    zw_buf_str(&p->notes, note->text);
    zw_buf_char(&p->notes, '\n');
}

/* ---- events ---- */

static void start_content(reader *r, zw_xml *xml, tag t)
{
    switch (t) {
    case RUN:
        r->hidden = current(r) && current(r)->style.hidden == 1;
        break;
    case TEXT:
        r->in_text = !r->hidden && !zw_xml_is_drawing(xml);
        break;
    case TAB:
        tab(r);
        break;
    case BREAK:
        say(r, "\n");
        break;
    case HYPHEN:
        say(r, "-");
        break;
    case SYMBOL:
        symbol(r, xml);
        break;
    case FOOTNOTE_MARK:
    case ENDNOTE_MARK:
        note_mark(r, xml, t == ENDNOTE_MARK);
        break;
    case NOTE:
        r->note = zw_xml_attribute(xml, "id");
        r->note = r->note ? zw_arena_strdup(r->word->arena, r->note) : NULL;
        zw_buf_clear(&r->note_text);
        break;
    case TABLE:
        zw_paper_table(r->paper);
        break;
    case CELL:
        r->span = 1;
        break;
    case SPAN:
        r->span = integer(xml) > 0 ? (unsigned)integer(xml) : 1;
        break;
    case DELETED:
    case SKIPPED:
        zw_xml_skip(xml);
        break;
    default:
        break;
    }
}

static void start(void *to, zw_xml *xml, const char *name)
{
    reader *r = to;
    tag t = tag_of(name);
    if (zw_xml_is_drawing(xml) || t == IGNORED)
        return;
    if (t == SKIPPED)
        zw_xml_skip(xml);
    else if (t == PARAGRAPH)
        start_paragraph(r);
    else if (t == PARAGRAPH_PROPERTIES)
        r->in_properties = true;
    else if (r->in_properties && current(r))
        start_property(r, xml, t);
    else if (t == RUN_PROPERTIES)
        r->in_run_properties = true;
    else if (r->in_run_properties)
        start_run_property(r, xml, t);
    else
        start_content(r, xml, t);
}

static void keep_note(reader *r)
{
    zw_word_note *note = NULL;
    if (r->note && r->endnotes)
        note = zw_array_add(r->word->arena, &r->word->endnotes);
    else if (r->note)
        note = zw_array_add(r->word->arena, &r->word->footnotes);
    if (!note)
        return;
    note->id = r->note;
    note->text.at = zw_arena_str(r->word->arena, zw_buf_view(&r->note_text));
    note->text.n = note->text.at ? r->note_text.n : 0;
    r->note = NULL;
}

static void end(void *to, const char *name)
{
    reader *r = to;
    switch (tag_of(name)) {
    case PARAGRAPH:
        end_paragraph(r);
        break;
    case PARAGRAPH_PROPERTIES:
        end_properties(r);
        break;
    case RUN_PROPERTIES:
        r->in_run_properties = false;
        break;
    case TEXT:
        r->in_text = false;
        break;
    case NOTE:
        keep_note(r);
        break;
    case CELL:
        zw_paper_cell_end(r->paper, r->span);
        break;
    case ROW:
        zw_paper_row_end(r->paper);
        break;
    case TABLE:
        zw_paper_table_end(r->paper);
        break;
    default:
        break;
    }
}

static void text(void *to, zw_str s)
{
    reader *r = to;
    if (r->in_text && current(r))
        zw_buf_str(&current(r)->text, s);
}

static const zw_xml_events events = { start, end, text };

/* ---- the whole ---- */

static zw_status open_reader(zw_word *word, zw_buf *out, reader *r, zw_err *err)
{
    *r = (reader){ .word = word, .span = 1 };
    return zw_paper_new(out, &r->paper, err);
}

static zw_status close_reader(reader *r, zw_status s, zw_err *err)
{
    if (s == ZW_OK && r->failed)
        s = zw_err_nomem(err);
    if (s == ZW_OK)
        s = zw_paper_end(r->paper, err);
    for (size_t i = 0; i < PARAGRAPHS_MAX; i++) {
        zw_buf_free(&r->paragraphs[i].text);
        zw_buf_free(&r->paragraphs[i].notes);
    }
    zw_buf_free(&r->note_text);
    zw_paper_free(r->paper);
    return s;
}

/* Where the relations say that the main part stands: word/document.xml, but for some programs. */
static zw_status main_part(zw_package *package, zw_arena *arena, const char **part,
                           const char **folder, zw_err *err)
{
    zw_relations relations;
    zw_status s = zw_relations_read(package, "", arena, &relations, err);
    if (s != ZW_OK)
        return s;
    *part = zw_relation_of_type(&relations, "/officeDocument");
    *part = *part ? *part : "word/document.xml";
    *folder = zw_part_folder(arena, *part);
    return *folder ? ZW_OK : zw_err_nomem(err);
}

static zw_status read_notes(zw_package *package, const char *folder, bool endnotes, zw_word *word,
                            zw_err *err)
{
    reader r;
    zw_buf nowhere = ZW_BUF_INIT;
    const char *name = zw_arena_printf(word->arena, "%s%s", folder,
                                       endnotes ? "endnotes.xml" : "footnotes.xml");
    zw_status s = name ? open_reader(word, &nowhere, &r, err) : zw_err_nomem(err);
    if (s != ZW_OK)
        return s;
    r.endnotes = endnotes;
    s = zw_package_read(package, name, &events, &r, err);
    s = close_reader(&r, s == ZW_E_NOTFOUND ? ZW_OK : s, err);
    zw_buf_free(&nowhere);
    zw_word_note *notes = endnotes ? word->endnotes.at : word->footnotes.at;
    size_t n = endnotes ? word->endnotes.n : word->footnotes.n;
    if (n)
        qsort(notes, n, sizeof *notes, by_id);
    return s;
}

zw_status zw_docx_read_xml(zw_str xml, zw_buf *out, zw_err *err)
{
    zw_word word = { .arena = zw_arena_new() };
    reader r = { 0 };
    zw_status s = word.arena ? open_reader(&word, out, &r, err) : zw_err_nomem(err);
    if (s == ZW_OK)
        s = close_reader(&r, zw_xml_read(xml, &events, &r, err), err);
    zw_arena_free(word.arena);
    return s;
}

static zw_status read_main(zw_package *package, zw_arena *arena, zw_buf *out, zw_err *err)
{
    zw_word word;
    reader r;
    const char *part, *folder;
    zw_status s = main_part(package, arena, &part, &folder, err);
    if (s == ZW_OK)
        s = zw_word_open(package, folder, arena, &word, err);
    for (int endnotes = 0; s == ZW_OK && endnotes < 2; endnotes++)
        s = read_notes(package, folder, endnotes, &word, err);
    if (s == ZW_OK)
        s = open_reader(&word, out, &r, err);
    if (s != ZW_OK)
        return s;
    s = close_reader(&r, zw_package_read(package, part, &events, &r, err), err);
    return s == ZW_E_NOTFOUND ? zw_err_set(err, ZW_E_FORMAT, "no part '%s'", part) : s;
}

zw_status zw_docx_read(zw_str bytes, zw_buf *out, zw_err *err)
{
    zw_package package = { .bytes = bytes };
    zw_arena *arena = zw_arena_new();
    zw_status s = arena ? read_main(&package, arena, out, err) : zw_err_nomem(err);
    zw_arena_free(arena);
    return s;
}
