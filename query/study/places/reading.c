#include "query/study/places/reading.h"

#include "base/utf8.h"
#include "query/study/wording/sentence.h"

#define LINES 40            /* of a list without numbers, at most */
#define HEADING_CHARS 24    /* of a sentence that is but a heading, at most */
#define SECTION_PASSAGES 12 /* below a heading that is one answer, at most */

typedef struct {
    zw_session *session;
    zw_arena *arena;
    zw_reading *reading;
    zw_err *err;
} reader;

static zw_status fold(const reader *r, zw_str text, zw_str *folded)
{
    return zw_segmenter_fold_exact(r->session->segmenter, text, r->arena, folded, NULL, r->err);
}

static const zw_passage_record *passage(const zw_reading *r, size_t piece)
{
    return &r->window.pieces.at[piece].record;
}

/* --- headings --------------------------------------------------------------------------------- */

static zw_status fold_headings(const reader *r, size_t piece)
{
    const zw_passage_record *p = passage(r->reading, piece);
    zw_buf all = ZW_BUF_INIT;
    for (size_t i = 0; i < p->n_headings; i++) {
        zw_buf_text(&all, p->headings[i]);
        zw_buf_char(&all, '\n');
    }
    zw_status s = zw_buf_failed(&all) ? zw_err_nomem(r->err)
                                      : fold(r, (zw_str){ all.at ? all.at : "", all.n },
                                             &r->reading->headings[piece]);
    zw_buf_free(&all);
    return s;
}

/* Whether b stands below the first n headings of a. */
static bool below(const zw_passage_record *a, const zw_passage_record *b, size_t n)
{
    bool same = b->n_headings >= n;
    for (size_t i = n; same && i-- > 0;)
        same = strcmp(a->headings[i], b->headings[i]) == 0;
    return same;
}

static bool leads(zw_str text)
{
    return zw_str_ends(text, ZW_STR("：")) || zw_str_ends(text, ZW_STR(":"));
}

/* 同时符合下列条件的，可申领居住证。（一）…: a lead without a colon, where items follow. */
static bool points_below(zw_str text)
{
    return zw_str_has(text, "下列") || zw_str_has(text, "以下");
}

static bool opens(const reader *r, size_t piece, size_t depth)
{
    const zw_passage_record *p = passage(r->reading, piece);
    return piece == 0 || !below(p, passage(r->reading, piece - 1), depth);
}

static zw_status add(const reader *r, zw_read_unit unit, zw_str words)
{
    size_t n = r->reading->units.n;
    zw_read_unit *slot = zw_array_add(r->arena, &r->reading->units);
    if (!slot)
        return zw_err_nomem(r->err);
    unit.lead = ZW_NO_LEAD;
    unit.end = n + 1;
    *slot = unit;
    return fold(r, words, &slot->folded);
}

/* A heading that begins with this passage, on a line of its own that ends before `from`, and has
 * little enough below it: 【申领条件】. */
static zw_status add_section(const reader *r, size_t piece, size_t depth, size_t from)
{
    const zw_reading *d = r->reading;
    const zw_passage_record *p = passage(d, piece);
    size_t end = piece + 1;
    while (end < d->window.pieces.n && end - piece <= SECTION_PASSAGES &&
           below(p, passage(d, end), depth))
        end++;
    if (end - piece > SECTION_PASSAGES)
        return ZW_OK;
    const zw_window_piece *first = &d->window.pieces.at[piece];
    const zw_window_piece *last = &d->window.pieces.at[end - 1];
    zw_read_unit unit = { .at = { first->start + from, last->start + last->record.text.n },
                          .piece = piece,
                          .depth = depth,
                          .section = true };
    return add(r, unit, zw_str_of(p->headings[depth - 1]));
}

/* The heading, from *k on, that stands on a line: without regard to blanks (第十条　申领…). */
static zw_status heading_of(const reader *r, const zw_passage_record *p, zw_str line, size_t *k)
{
    zw_str folded, heading;
    zw_status s = fold(r, line, &folded);
    for (; s == ZW_OK && *k < p->n_headings; ++*k) {
        s = fold(r, zw_str_of(p->headings[*k]), &heading);
        if (s == ZW_OK && heading.n && zw_str_find(folded, heading, 0) < folded.n)
            break;
    }
    return s;
}

/* The lines before a passage's own words: headings that open sections, and sentences that lead to
 * the list of which it is the first item. */
static zw_status add_lines_before(const reader *r, size_t piece)
{
    const zw_window_piece *w = &r->reading->window.pieces.at[piece];
    const zw_passage_record *p = &w->record;
    zw_str before = { p->text.at, p->body };
    zw_status s = ZW_OK;
    size_t depth = 0;
    for (size_t at = 0, end; s == ZW_OK && at < before.n; at = end + 1) {
        end = zw_str_find(before, ZW_STR("\n"), at);
        zw_str line = zw_str_trim(zw_str_slice(before, (zw_range){ at, end }));
        size_t k = depth;
        s = heading_of(r, p, line, &k);
        if (s != ZW_OK || k == p->n_headings)
            continue;
        depth = k + 1;
        if (leads(line)) {
            size_t start = w->start + (size_t)(line.at - p->text.at);
            zw_read_unit lead = {
                .at = { start, start + line.n }, .piece = piece, .depth = depth, .opens = true
            };
            s = add(r, lead, line);
        } else if (opens(r, piece, depth)) {
            s = add_section(r, piece, depth, end < before.n ? end + 1 : before.n);
        }
    }
    return s;
}

/* --- sentences -------------------------------------------------------------------------------- */

static zw_status add_sentences(const reader *r, size_t piece)
{
    const zw_window_piece *w = &r->reading->window.pieces.at[piece];
    size_t at = w->record.body;
    zw_range sentence;
    zw_status s = ZW_OK;
    if (w->record.table_row && at < w->record.text.n) {
        zw_read_unit row = { .at = { w->start + at, w->start + w->record.text.n },
                             .piece = piece,
                             .depth = w->record.n_headings };
        return add(r, row, zw_str_slice(w->record.text, (zw_range){ at, w->record.text.n }));
    }
    while (s == ZW_OK && zw_sentence_next(w->record.text, &at, &sentence)) {
        zw_read_unit unit = { .at = { w->start + sentence.start, w->start + sentence.end },
                              .piece = piece,
                              .depth = w->record.n_headings,
                              .opens = sentence.start == w->record.body };
        s = add(r, unit, zw_str_slice(w->record.text, sentence));
    }
    return s;
}

static bool ends_line(const zw_reading *r, const zw_read_unit *u)
{
    zw_str text = zw_str_slice(r->window.text, u->at);
    return zw_str_ends(text, ZW_STR("；")) || zw_str_ends(text, ZW_STR(";"));
}

/* The list of items below the lead's own heading: from `first` on, the last item as far as its
 * line: what follows on a new line belongs to the article. */
static size_t items_end(const zw_reading *r, size_t lead, size_t first)
{
    const zw_passage_record *p = passage(r, r->units.at[lead].piece);
    size_t end = first, from = first, deepest = 0, depth = r->units.at[lead].depth;
    for (; end < r->units.n; end++) {
        const zw_passage_record *q = passage(r, r->units.at[end].piece);
        if (q->n_headings <= depth || !below(p, q, depth))
            break;
        deepest = q->n_headings > deepest ? q->n_headings : deepest;
        if (r->units.at[end].piece != r->units.at[from].piece)
            from = end;
    }
    if (depth == 0 && deepest > 1)
        return first; /* 现将有关事项通知如下： leads the whole text, not a list */
    for (size_t i = from; i + 1 < end; i++) {
        zw_range between = { r->units.at[i].at.end, r->units.at[i + 1].at.start };
        if (between.end > between.start && zw_str_has(zw_str_slice(r->window.text, between), "\n"))
            return i + 1;
    }
    return end;
}

/* Lines that end with a semicolon, and the one behind them. */
static size_t lines_end(const zw_reading *r, size_t lead, size_t first)
{
    const zw_passage_record *p = passage(r, r->units.at[lead].piece);
    size_t end = first;
    while (end < r->units.n && end - first < LINES && !r->units.at[end].section) {
        const zw_passage_record *q = passage(r, r->units.at[end].piece);
        if (q->n_headings != p->n_headings || !below(p, q, p->n_headings))
            break;
        end++;
        if (!ends_line(r, &r->units.at[end - 1]))
            break;
    }
    return end;
}

/* （三）申领条件。 and what follows below it: a sentence that is but a heading is a section. */
static void find_section(zw_reading *r, size_t unit)
{
    zw_read_unit *u = &r->units.at[unit];
    const zw_window_piece *w = &r->window.pieces.at[u->piece];
    const zw_passage_record *p = &w->record;
    zw_str words = zw_str_slice(r->window.text, u->at);
    size_t end = u->piece + 1;
    if (u->section || u->lead != ZW_NO_LEAD || p->n_headings == 0 ||
        u->at.start != w->start + p->body)
        return;
    if (zw_str_ends(words, ZW_STR("。")))
        words.n -= strlen("。");
    if (zw_str_has(words, "，") || zw_utf8_count(words) > HEADING_CHARS)
        return; /* （三）有社会保险，提供三年以上缴纳凭证。 says something itself */
    while (end < r->window.pieces.n && end - u->piece <= SECTION_PASSAGES &&
           below(p, passage(r, end), p->n_headings))
        end++;
    const zw_window_piece *last = &r->window.pieces.at[end - 1];
    if (!zw_str_eq(words, zw_str_of(p->headings[p->n_headings - 1])) ||
        end - u->piece > SECTION_PASSAGES || last->start + last->record.text.n <= u->at.end + 1)
        return;
    u->section = true;
    u->at.end = last->start + last->record.text.n;
}

static void find_list(zw_reading *r, size_t lead)
{
    zw_read_unit *u = &r->units.at[lead];
    size_t first = lead + 1;
    zw_str text = zw_str_slice(r->window.text, u->at);
    bool colon = leads(text);
    if (u->section || first >= r->units.n || !(colon || points_below(text)))
        return;
    u->end = items_end(r, lead, first);
    if (u->end == first && colon)
        u->end = lines_end(r, lead, first);
    for (size_t i = first; i < u->end; i++) {
        r->units.at[i].lead = lead;
        r->units.at[i].opens = false;
    }
}

zw_status zw_reading_make(zw_session *session, const zw_doc_record *document, zw_arena *arena,
                          zw_reading *reading, zw_err *err)
{
    reader r = { session, arena, reading, err };
    *reading = (zw_reading){ .document = document };
    zw_status s = zw_window_range(session, document->id, 0, document->passages, arena,
                                  &reading->window, err);
    size_t n = reading->window.pieces.n;
    if (s == ZW_OK && !(reading->headings = zw_arena_array(arena, n + 1, sizeof(zw_str))))
        s = zw_err_nomem(err);
    if (s == ZW_OK)
        s = fold(&r, zw_str_of(document->meta.title), &reading->title);
    for (size_t i = 0; s == ZW_OK && i < n; i++) {
        s = fold_headings(&r, i);
        if (s == ZW_OK)
            s = add_lines_before(&r, i);
        if (s == ZW_OK)
            s = add_sentences(&r, i);
    }
    for (size_t i = 0; s == ZW_OK && i < reading->units.n; i++)
        find_list(reading, i);
    for (size_t i = 0; s == ZW_OK && i < reading->units.n; i++)
        find_section(reading, i);
    return s;
}

/* --- what is quoted --------------------------------------------------------------------------- */

static size_t chars_in(const zw_reading *r, zw_range at)
{
    return zw_utf8_count(zw_str_slice(r->window.text, at));
}

/* The first unit behind `unit` that is no part of it. */
static size_t end_of(const zw_reading *r, size_t unit)
{
    const zw_read_unit *u = &r->units.at[unit];
    size_t end = u->end;
    while (u->section && end < r->units.n && r->units.at[end].at.end <= u->at.end)
        end++;
    return end;
}

zw_range zw_reading_whole(const zw_reading *r, size_t unit, size_t chars, size_t *left)
{
    const zw_read_unit *u = &r->units.at[unit];
    size_t end = end_of(r, unit), i = unit + 1;
    zw_range whole = { u->at.start, u->section && i < end ? u->at.start : u->at.end };
    size_t used = chars_in(r, whole);
    *left = 0;
    for (; i < end; i++) {
        const zw_read_unit *next = &r->units.at[i];
        if (next->section || next->at.end <= whole.end)
            continue;
        used += chars_in(r, (zw_range){ whole.end, next->at.end });
        if (used > chars && *left == 0 && whole.end > whole.start)
            *left = 1;
        else if (*left)
            ++*left;
        else
            whole.end = next->at.end;
    }
    return whole;
}
