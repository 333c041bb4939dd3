#include "corpus/rows.h"

#include <stdlib.h>

#include "base/csv.h"
#include "base/utf8.h"
#include "corpus/clean.h"
#include "corpus/encoding.h"
#include "corpus/frame.h"
#include "corpus/metadata.h"
#include "corpus/office_bid.h"
#include "corpus/reader.h"
#include "corpus/structure.h"

/* The text of all rows while it is put together: it never gets longer than what was read. */
typedef struct {
    zw_arena *arena;
    zw_rows *rows;
    char *text;
    size_t n;
    bool failed;
} sheet_text;

/* ---- rows ---- */

static void begin_sheet(sheet_text *t, zw_str name)
{
    const char **slot = zw_array_add(t->arena, &t->rows->sheets);
    if (slot)
        *slot = zw_arena_str(t->arena, name);
    t->failed |= !slot || !*slot;
}

static void begin_row(sheet_text *t, size_t number, size_t line)
{
    zw_row *r = zw_array_add(t->arena, &t->rows->rows);
    t->failed |= !r;
    if (r)
        *r = (zw_row){ t->rows->sheets.n - 1, number, line, t->rows->cells.n, 0 };
}

static zw_row *last_row(const sheet_text *t)
{
    return &t->rows->rows.at[t->rows->rows.n - 1];
}

static void begin_cell(sheet_text *t, size_t column)
{
    zw_row_cell *c = zw_array_add(t->arena, &t->rows->cells);
    t->failed |= !c;
    if (!c)
        return;
    if (last_row(t)->n_cells++)
        t->text[t->n++] = '\t';
    *c = (zw_row_cell){ column, { t->n, t->n } };
}

static void add_words(sheet_text *t, zw_str words)
{
    for (size_t i = 0; i < words.n; i++) {
        char c = words.at[i];
        if (c == '\r' && i + 1 < words.n && words.at[i + 1] == '\n')
            continue;
        t->text[t->n++] = c == '\t' ? ' ' : c == '\r' ? '\n' : c;
    }
    t->rows->cells.at[t->rows->cells.n - 1].at.end = t->n;
}

/* ---- CSV ---- */

static void put_record(sheet_text *t, const zw_csv_row *record, size_t number)
{
    begin_row(t, number, record->line);
    for (size_t i = 0; i < record->cells.n && !t->failed; i++) {
        zw_str words = zw_str_trim(record->cells.at[i].text);
        if (words.n == 0)
            continue;
        begin_cell(t, i);
        if (!t->failed)
            add_words(t, words);
    }
    if (!t->failed && last_row(t)->n_cells == 0)
        t->rows->rows.n--;
    else
        t->text[t->n++] = '\n';
}

static zw_status read_csv(sheet_text *t, zw_str text, zw_err *err)
{
    zw_csv csv = zw_csv_begin(text);
    zw_csv_row record = { 0 };
    bool more = true;
    zw_status s = ZW_OK;
    begin_sheet(t, ZW_STR(""));
    t->text = zw_arena_alloc(t->arena, text.n + 2);
    t->failed |= !t->text;
    for (size_t number = 1; s == ZW_OK && more && !t->failed; number++) {
        size_t line = csv.line;
        s = zw_csv_next(&csv, t->arena, &record, &more, err);
        if (s == ZW_OK && more) {
            number += record.line - line; /* empty lines are rows, too */
            put_record(t, &record, number);
        }
    }
    return s;
}

/* ---- what zhengwen-read says ---- */

/* C and the column, a tab, words: a further line of the same cell, or a new one. */
static void put_line(sheet_text *t, zw_str line)
{
    char *behind;
    size_t column = strtoul(line.at + 1, &behind, 10);
    zw_str words = { behind + 1, line.n - (size_t)(behind + 1 - line.at) };
    const zw_row *row = last_row(t);
    bool further = row->n_cells && t->rows->cells.at[t->rows->cells.n - 1].column == column;
    if (further)
        t->text[t->n++] = '\n';
    else
        begin_cell(t, column);
    if (!t->failed)
        add_words(t, words);
}

static void end_row(sheet_text *t)
{
    if (t->rows->rows.n && t->n && t->text[t->n - 1] != '\n')
        t->text[t->n++] = '\n';
}

static bool is_number(const char *at, char behind)
{
    size_t digits = strspn(at, "0123456789");
    return digits > 0 && digits < 10 && at[digits] == behind;
}

/* Whoever read a hostile file is not to be trusted: what is no line of paper.h is refused. */
static bool take_line(sheet_text *t, zw_str line)
{
    bool sheet = t->rows->sheets.n > 0;
    bool row = t->rows->rows.n > 0 && last_row(t)->sheet + 1 == t->rows->sheets.n;
    switch (line.n ? line.at[0] : 0) {
    case 'S':
        end_row(t);
        begin_sheet(t, (zw_str){ line.at + 1, line.n - 1 });
        return true;
    case 'W':
        end_row(t);
        if (sheet && is_number(line.at + 1, '\n'))
            begin_row(t, strtoul(line.at + 1, NULL, 10), 0);
        return sheet;
    case 'C':
        if (row && is_number(line.at + 1, '\t'))
            put_line(t, line);
        return row && is_number(line.at + 1, '\t');
    default:
        return false;
    }
}

static zw_status read_office(sheet_text *t, const char *format, zw_str bytes, zw_err *err)
{
    zw_str said;
    zw_decoded decoded = { 0 };
    const char *name = strcmp(format, "odf-rows") == 0 ? "OpenDocument" : "XLSX";
    zw_status s = zw_office_read(format, name, bytes, t->arena, &said, err);
    if (s == ZW_OK && said.n)
        s = zw_decode(said, t->arena, &decoded, err);
    if (s != ZW_OK)
        return zw_err_at(err, "%s", name);
    zw_str text = decoded.text;
    t->text = zw_arena_alloc(t->arena, text.n + 2);
    t->failed |= !t->text;
    bool good = true;
    for (size_t at = 0, end; good && at < text.n && !t->failed; at = end + 1) {
        end = zw_str_find(text, ZW_STR("\n"), at);
        good = end < text.n && take_line(t, zw_str_slice(text, (zw_range){ at, end }));
    }
    if (!good)
        return zw_err_set(err, ZW_E_FORMAT, "%s: what came back are no rows", name);
    if (!t->failed)
        end_row(t);
    return s;
}

/* ---- the whole ---- */

static zw_status give_source(const zw_input *in, sheet_text *t, const char *reader,
                             const char *encoding, zw_err *err)
{
    zw_str all = { t->text, t->n };
    if (!t->failed)
        t->rows->source = zw_source_of(in, reader, encoding, all, t->arena);
    return t->rows->source ? ZW_OK : zw_err_nomem(err);
}

static zw_status take_csv(const zw_input *in, sheet_text *t, zw_err *err)
{
    zw_decoded decoded;
    zw_status s = zw_decode(in->bytes, t->arena, &decoded, err);
    if (s == ZW_OK)
        s = read_csv(t, decoded.text, err);
    return s == ZW_OK ? give_source(in, t, "csv", decoded.encoding, err) : s;
}

/* What stands in cells may look like Markdown, or like a page. */
static zw_status take_rows(const zw_input *in, sheet_text *t, zw_err *err)
{
    const zw_reader *reader = NULL;
    zw_status s = zw_reader_pick(in, &reader, err);
    if (s != ZW_OK)
        return s;
    bool named = zw_str_ends(zw_str_of(in->path), ZW_STR(".csv"));
    if (reader == &zw_reader_csv || reader == &zw_reader_txt || reader == &zw_reader_markdown ||
        (reader == &zw_reader_html && named))
        return take_csv(in, t, err);
    if (reader != &zw_reader_xlsx && reader != &zw_reader_odf)
        return zw_err_set(err, ZW_E_FORMAT,
                          "its rows are to be documents, but it is no CSV, XLSX or ODS (%s)",
                          reader->name);
    s = read_office(t, reader == &zw_reader_xlsx ? "xlsx-rows" : "odf-rows", in->bytes, err);
    return s == ZW_OK ? give_source(in, t, reader->name, "UTF-8", err) : s;
}

zw_status zw_rows_read_csv(zw_str bytes, zw_arena *arena, zw_rows *rows, zw_err *err)
{
    zw_input in = { .path = "rows.csv", .bytes = bytes };
    sheet_text t = { .arena = arena, .rows = rows };
    *rows = (zw_rows){ 0 };
    return take_csv(&in, &t, err);
}

zw_status zw_rows_read(const char *path, const zw_read_options *options, zw_arena *arena,
                       zw_rows *rows, zw_err *err)
{
    zw_input in = { .path = path, .tables = options->tables };
    sheet_text t = { .arena = arena, .rows = rows };
    *rows = (zw_rows){ 0 };
    zw_status s = zw_input_load(&in, options, arena, err);
    if (s == ZW_OK && zw_str_trim(in.bytes).n == 0)
        s = zw_err_set(err, ZW_E_EMPTY, "nothing in it");
    if (s == ZW_OK)
        s = take_rows(&in, &t, err);
    return s == ZW_OK ? s : zw_err_at(err, "'%s'", path);
}

/* ---- documents ---- */

/* The lines of the cell as a draft of its own. */
static zw_status draft_of(const zw_rows *rows, zw_range text, zw_arena *arena, zw_draft *draft,
                          zw_err *err)
{
    zw_status s = ZW_OK;
    *draft = (zw_draft){ .encoding = rows->source->encoding,
                         .text = zw_str_slice(rows->source->text, text) };
    zw_line line = { .kind = ZW_LINE_TEXT };
    for (size_t at = 0; s == ZW_OK && zw_draft_next_line(draft->text, &at, &line.at);)
        s = zw_draft_add_line(draft, arena, line, err);
    return s == ZW_OK ? zw_draft_cut_lines(draft, arena, err) : s;
}

/* The same map from the beginning of the source text on. */
static zw_offset_map *shift(const zw_offset_map *map, size_t by, zw_arena *arena)
{
    zw_offset_map *moved = zw_offset_map_new(arena, by);
    for (size_t i = 0; moved && i < zw_offset_map_pieces(map); i++) {
        zw_map_piece p = zw_offset_map_piece(map, i);
        bool ok = p.kept ? zw_offset_map_keep(moved, p.new_n)
                         : zw_offset_map_replace(moved, p.new_n, p.old_n);
        moved = ok ? moved : NULL;
    }
    return moved;
}

/* Without blanks and line ends. */
static zw_str squeezed(zw_arena *arena, zw_str s)
{
    char *to = zw_arena_alloc(arena, s.n + 1);
    size_t n = 0;
    for (size_t at = 0, len; to && at < s.n; at += len) {
        uint32_t c = zw_utf8_at(s, at, &len);
        if (c <= ' ' || zw_is_blank(c))
            continue;
        memcpy(to + n, s.at + at, len);
        n += len;
    }
    return (zw_str){ to ? to : "", n };
}

/* A first line that is not the title which the row tells is text like any other: rows often hold
 * an excerpt, and 支持返乡创业 at its head would be in no passage. */
static void keep_title(const zw_row_text *text, zw_frame *frame, zw_arena *arena)
{
    zw_str own = squeezed(arena, zw_str_slice(frame->own->text, frame->title));
    zw_str told = squeezed(arena, zw_str_of(text->name));
    if (!text->titled || !own.n || zw_str_find(own, told, 0) < own.n ||
        zw_str_find(told, own, 0) < told.n)
        return;
    for (size_t i = 0; i < frame->own->paras.n; i++) {
        if (frame->roles[i] == ZW_PARA_TITLE)
            frame->roles[i] = ZW_PARA_BODY;
    }
    frame->title = (zw_range){ 0, 0 };
    frame->body = 0;
}

/* What the file's name says is said of the sheet, not of a row. */
static zw_status find_metadata(const zw_corpus_tables *tables, const zw_frame *frame,
                               const zw_row_text *text, zw_document *doc, zw_err *err)
{
    zw_metadata carried = { .title = text->titled ? text->name : NULL };
    const zw_source *source = doc->source;
    zw_source nameless = *source;
    nameless.path = "";
    doc->source = &nameless;
    zw_status s = zw_metadata_find(tables, frame, &carried, doc, err);
    doc->source = source;
    if (doc->meta.named_by_file)
        doc->meta.title = text->name;
    return s;
}

/* The frame is found as that of any document, but a row may hold a few words that look like nothing
 * but a frame; then all of it is text. */
static zw_status cut(const zw_corpus_tables *tables, const zw_row_text *text, const zw_cleaned *own,
                     zw_document *doc, zw_frame *frame, zw_err *err)
{
    zw_status s = zw_frame_find(tables, own, zw_str_of(text->name), doc->arena, frame, err);
    if (s == ZW_OK)
        keep_title(text, frame, doc->arena);
    if (s == ZW_OK)
        s = zw_structure(tables, frame, doc, err);
    if (s != ZW_OK || doc->passages.n)
        return s;
    doc->sections.n = 0;
    s = zw_frame_none(own, doc->arena, frame, err);
    return s == ZW_OK ? zw_structure(tables, frame, doc, err) : s;
}

zw_status zw_rows_document(const zw_rows *rows, const zw_row_text *text,
                           const zw_corpus_tables *tables, zw_arena *arena, zw_document **doc,
                           zw_err *err)
{
    zw_draft draft;
    zw_frame frame;
    zw_document *d = zw_arena_alloc(arena, sizeof *d);
    zw_cleaned *own = zw_arena_alloc(arena, sizeof *own);
    if (!d || !own)
        return zw_err_nomem(err);
    zw_status s = draft_of(rows, text->text, arena, &draft, err);
    if (s == ZW_OK)
        s = zw_clean(tables, &draft, arena, own, err);
    if (s == ZW_OK && own->paras.n == 0)
        return zw_err_set(err, ZW_E_EMPTY, "nothing but blanks and page furniture");
    if (s == ZW_OK && !(own->map = shift(own->map, text->text.start, arena)))
        return zw_err_nomem(err);
    *d = (zw_document){
        .source = rows->source, .arena = arena, .text = own->text, .map = own->map
    };
    if (s == ZW_OK)
        s = cut(tables, text, own, d, &frame, err);
    if (s == ZW_OK)
        s = find_metadata(tables, &frame, text, d, err);
    *doc = d;
    return s;
}
