/* Which lines of a page are the document: the block that holds most of the running text, and the
 * title above it.
 *
 * Running text weighs by its characters outside links. From the page downwards the block is taken
 * that still holds nearly all of its parent's weight; what links line after line, and what is told
 * by tag or class to stand around the matter, is left out. */
#include "base/utf8.h"
#include "corpus/dateline.h"
#include "corpus/docnumber.h"
#include "corpus/html.h"
#include "corpus/labels.h"
#include "corpus/lines.h"

#define NEARLY_ALL 85    /* percent of the parent's weight */
#define NUMBER_ABOVE 4   /* lines above the matter that may be its number */
#define TITLE_ABOVE 60   /* lines above the matter that may be its title */
#define TITLE_HAN 6      /* Han characters at least */
#define TITLE_CHARS 120  /* and so many characters at most */
#define LABELS_INSIDE 24 /* first lines of the matter that may belong to its box of facts */
#define LONG_LINE 30     /* characters of a line that is no button */
#define LINK_RUN 3       /* so many lines of links in a row are a list of links */

typedef struct {
    const zw_corpus_tables *tables;
    const zw_html_page *page;
    zw_draft *draft;
    zw_arena *arena;
    zw_err *err;
    size_t *weight;          /* of each block with all below it */
    bool *around;            /* of each block: it stands around the matter */
    size_t first, end;       /* lines of the matter */
    size_t body;             /* the first line of running text in it */
    size_t last;             /* and the last */
    size_t title, title_end; /* lines; none: equal */
    bool *told;              /* of each line: it told metadata and is no text */
    zw_str name;             /* what the page says its title is, without blanks; or empty */
} finder;

static zw_str line_text(const finder *f, size_t i)
{
    return zw_str_slice(f->draft->text, f->page->lines.at[i].at);
}

static bool is_linked(const zw_html_line *line)
{
    return line->linked * 10 >= line->chars * 6;
}

static size_t weight_of(const zw_html_line *line)
{
    size_t own = line->chars - line->linked;
    if (line->linked * 2 > line->chars)
        return 0;
    if (line->kind == ZW_LINE_TABLE_ROW)
        return own / 2;
    return line->stops ? own : own >= LONG_LINE ? own / 2 : own / 4;
}

static bool is_running(const zw_html_line *line)
{
    return line->stops && line->chars >= LONG_LINE && !is_linked(line) &&
           line->kind != ZW_LINE_TABLE_ROW;
}

/* Sums up, then leaves out what its tag or class says stands around the matter; a block that holds
 * half of the page is the matter whatever it is called. */
static void weigh(finder *f)
{
    const zw_html_page *page = f->page;
    size_t n = page->blocks.n;
    for (int pass = 0; pass < 2; pass++) {
        memset(f->weight, 0, n * sizeof *f->weight);
        for (size_t i = 0; i < page->lines.n; i++) {
            uint32_t block = page->lines.at[i].block;
            f->weight[block] += f->around[block] ? 0 : weight_of(&page->lines.at[i]);
        }
        for (size_t i = n; i-- > 1;)
            f->weight[page->blocks.at[i].parent] += f->weight[i];
        for (size_t i = 1; i < n && pass == 0; i++) {
            const zw_html_block *b = &page->blocks.at[i];
            f->around[i] = f->around[b->parent] || (b->chrome && f->weight[i] * 2 <= f->weight[0]);
        }
    }
}

static size_t main_block(const finder *f)
{
    size_t main = 0;
    for (size_t i = 1; i < f->page->blocks.n; i++) {
        if (f->page->blocks.at[i].parent == main && !f->page->blocks.at[i].para &&
            f->weight[i] > 0 && f->weight[i] * 100 >= f->weight[main] * NEARLY_ALL)
            main = i;
    }
    return main;
}

static void find_matter(finder *f)
{
    size_t main = main_block(f), end = f->page->blocks.at[main].end;
    f->first = f->end = f->body = f->last = f->page->lines.n;
    for (size_t i = 0; i < f->page->lines.n; i++) {
        const zw_html_line *line = &f->page->lines.at[i];
        if (line->block < main || line->block >= end)
            continue;
        f->first = f->first < i ? f->first : i;
        f->end = i + 1;
        if (f->around[line->block] || !is_running(line))
            continue;
        f->body = f->body < i ? f->body : i;
        f->last = i;
    }
    if (f->body == f->page->lines.n)
        f->body = f->first;
}

/* The title. */

static size_t han_of(zw_str s)
{
    size_t n = 0;
    for (size_t at = 0, len; at < s.n; at += len)
        n += zw_is_han(zw_utf8_at(s, at, &len));
    return n;
}

static bool is_title_candidate(const finder *f, size_t i)
{
    const zw_html_line *line = &f->page->lines.at[i];
    return line->chars >= TITLE_HAN && line->chars <= TITLE_CHARS &&
           line->kind != ZW_LINE_TABLE_ROW;
}

/* What the page calls itself holds the line: 甲市住房办法-政府规章-甲市政府网. */
static bool is_named(finder *f, size_t i)
{
    if (!f->name.n || !is_title_candidate(f, i))
        return false;
    zw_str s = zw_line_squash(f->arena, line_text(f, i));
    return s.at && han_of(s) >= TITLE_HAN && zw_str_find(f->name, s, 0) < f->name.n;
}

/* The last line before the running text that the page is named by, or that is marked as heading;
 * the name of the site and of its column stand in the page's name too, but further up. */
static void find_title(finder *f)
{
    size_t from = f->body > TITLE_ABOVE ? f->body - TITLE_ABOVE : 0;
    f->title = f->title_end = 0;
    for (int pass = 0; pass < 2 && f->title == f->title_end; pass++) {
        for (size_t i = f->body + (f->body < f->page->lines.n); i-- > from;) {
            const zw_html_line *line = &f->page->lines.at[i];
            bool here = pass == 0 ? is_named(f, i)
                                  : line->kind == ZW_LINE_HEADING && line->level <= 3 &&
                                        !is_linked(line) && is_title_candidate(f, i) &&
                                        zw_title_ends(f->tables, line_text(f, i));
            if (!here)
                continue;
            f->title = i;
            f->title_end = i + 1;
            while (pass == 0 && f->title > from && is_named(f, f->title - 1))
                f->title--;
            break;
        }
    }
}

/* The lines. */

static zw_status add(finder *f, size_t i)
{
    const zw_html_line *line = &f->page->lines.at[i];
    zw_line new = { .at = line->at, .kind = line->kind, .level = line->level };
    if (line->kind == ZW_LINE_HEADING && line->chars > TITLE_CHARS) {
        new.kind = ZW_LINE_TEXT;
        new.level = 0;
    }
    return zw_draft_add_line(f->draft, f->arena, new, f->err);
}

static bool is_around(const finder *f, size_t i)
{
    return f->around[f->page->lines.at[i].block];
}

/* One of several lines of links, or links behind the last sentence: other news. What is attached
 * is linked too, and stays. */
static bool is_links(const finder *f, size_t i)
{
    if (!is_linked(&f->page->lines.at[i]) || zw_str_starts(line_text(f, i), ZW_STR("附")))
        return false;
    size_t from = i, to = i;
    while (from > f->first && i - from < LINK_RUN && is_linked(&f->page->lines.at[from - 1]))
        from--;
    while (to + 1 < f->end && to - i < LINK_RUN && is_linked(&f->page->lines.at[to + 1]))
        to++;
    return to - from + 1 >= LINK_RUN || i < f->body || i > f->last;
}

/* A line, or a label alone on its line with its value on the next, into the metadata. *used gets
 * how many lines that took, 0 for none. */
static zw_status read_label(finder *f, size_t i, size_t *used)
{
    zw_str s = line_text(f, i);
    size_t len;
    *used = zw_labels_read(f->tables, s, f->arena, &f->draft->meta);
    if (!s.n || s.n > 60 || i + 1 >= f->page->lines.n ||
        zw_narrow(zw_utf8_before(s, s.n, &len)) != ':')
        return ZW_OK;
    zw_str value = line_text(f, i + 1);
    char *both = value.n > 400 ? NULL
                               : zw_arena_printf(f->arena, "%.*s\t%.*s", (int)s.n, s.at,
                                                 (int)value.n, value.at);
    if (!both)
        return value.n > 400 ? ZW_OK : zw_err_nomem(f->err);
    if (zw_labels_read(f->tables, zw_str_of(both), f->arena, &f->draft->meta))
        *used = 2;
    return ZW_OK;
}

/* 来源：甲市人民政府办公厅日期：2008-04-28: when the page was put up. */
static zw_status read_day(finder *f, size_t i, size_t *used)
{
    char iso[16];
    if (!zw_dateline(f->tables, line_text(f, i), iso))
        return ZW_OK;
    *used = 1;
    if (!f->draft->meta.published)
        f->draft->meta.published = zw_arena_strdup(f->arena, iso);
    return f->draft->meta.published ? ZW_OK : zw_err_nomem(f->err);
}

/* The boxes of facts: above the matter, below it, and in its first lines. */
static zw_status read_labels(finder *f)
{
    zw_status s = ZW_OK;
    for (size_t i = 0, used; s == ZW_OK && i < f->page->lines.n; i += used ? used : 1) {
        bool inside = i >= f->first && i < f->end;
        used = 0;
        if (inside && (i >= f->first + LABELS_INSIDE || i > f->body))
            continue;
        s = read_label(f, i, &used);
        if (s == ZW_OK && !used && i < f->body)
            s = read_day(f, i, &used);
        for (size_t k = 0; k < used; k++)
            f->told[i + k] = true;
    }
    return s;
}

/* Above the title stand the way to the page and its buttons, but also, in old notices, the
 * document's number. */
static bool is_before_title(const finder *f, size_t i)
{
    return i < f->title && !zw_range_len(zw_doc_number_find(line_text(f, i), 0).at);
}

static bool is_left_out(const finder *f, size_t i)
{
    if (i >= f->title && i < f->title_end)
        return false;
    if (f->told[i] || is_around(f, i))
        return true;
    if (i < f->first)
        return is_linked(&f->page->lines.at[i]);
    return is_links(f, i) || is_before_title(f, i);
}

/* The title, or else the number of an order (第281号) whose head is a picture, may stand above the
 * matter. */
static size_t first_line(const finder *f)
{
    if (f->title_end > f->title && f->title < f->first)
        return f->title;
    for (size_t i = f->first; i-- > 0 && i + NUMBER_ABOVE >= f->first;) {
        zw_str s = line_text(f, i);
        zw_range at = zw_doc_number_find(s, 0).at;
        if (at.start == 0 && at.end && at.end == s.n)
            return i;
    }
    return f->first;
}

static zw_status add_lines(finder *f)
{
    zw_status s = ZW_OK;
    for (size_t i = first_line(f); i < f->end && s == ZW_OK; i++) {
        if (!is_left_out(f, i))
            s = add(f, i);
    }
    return s;
}

/* The title that the page's metadata or its <title> gives, for a document without one of its own:
 * of 甲市住房办法-政府规章-甲市政府网 the first piece that ends like one, else the longest. */
static zw_status take_title(finder *f)
{
    static const char parts[] = "_|>";
    if (f->draft->meta.title || !f->page->title)
        return ZW_OK;
    zw_str s = zw_str_of(f->page->title), best = { 0 };
    bool whole = false;
    for (size_t at = 0, start = 0; at <= s.n && !whole; at++) {
        bool dash = at < s.n && (s.at[at] == '-' || s.at[at] == ' ');
        if (at < s.n && !strchr(parts, s.at[at]) && !dash)
            continue;
        zw_str piece = zw_str_trim((zw_str){ s.at + start, at - start });
        whole = piece.n && zw_title_ends(f->tables, piece);
        if (whole || piece.n > best.n)
            best = piece;
        start = at + 1;
    }
    bool site = !whole && zw_issuer_ends(f->tables, best); /* 甲省人民政府 */
    if (!best.n || site)
        return ZW_OK;
    f->draft->meta.title = zw_arena_str(f->arena, best);
    return f->draft->meta.title ? ZW_OK : zw_err_nomem(f->err);
}

static zw_status name_page(finder *f)
{
    const char *name = f->draft->meta.title ? f->draft->meta.title : f->page->title;
    if (!name)
        return ZW_OK;
    f->name = zw_line_squash(f->arena, zw_str_of(name));
    return f->name.at ? ZW_OK : zw_err_nomem(f->err);
}

zw_status zw_html_main(const zw_corpus_tables *tables, const zw_html_page *page, zw_arena *arena,
                       zw_draft *draft, zw_err *err)
{
    finder f = { .tables = tables, .page = page, .draft = draft, .arena = arena, .err = err };
    f.weight = zw_arena_array(arena, page->blocks.n, sizeof *f.weight);
    f.around = zw_arena_array(arena, page->blocks.n, sizeof *f.around);
    f.told = zw_arena_array(arena, page->lines.n, sizeof *f.told);
    if (!f.weight || !f.around || !f.told)
        return zw_err_nomem(err);
    weigh(&f);
    find_matter(&f);
    zw_status s = read_labels(&f);
    if (s == ZW_OK)
        s = name_page(&f);
    if (s == ZW_OK)
        find_title(&f);
    if (s == ZW_OK)
        s = add_lines(&f);
    return s == ZW_OK ? take_title(&f) : s;
}
