#include "corpus/split.h"

#include <stdlib.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "corpus/lines.h"
#include "corpus/numbering.h"

#define TITLE_CHARS_MIN 6
#define TITLE_CHARS_MAX 60
#define SHARED_CHARS 4
#define MEMBERS_MIN 3
#define BODY_BYTES_MIN 300 /* some hundred characters */

/* A line that may be a title, without its blanks. */
typedef struct {
    size_t para;
    zw_str text;
    zw_str tail; /* its last SHARED_CHARS characters */
} candidate;

typedef ZW_ARRAY(candidate) candidates;

static zw_str last_chars(zw_str s, size_t n)
{
    size_t at = s.n, len;
    while (n-- > 0 && at > 0) {
        zw_utf8_before(s, at, &len);
        at -= len;
    }
    return (zw_str){ s.at + at, s.n - at };
}

static bool looks_like_title(const zw_corpus_tables *tables, const zw_cleaned *all, size_t i,
                             size_t chars_min)
{
    const zw_para *p = &all->paras.at[i];
    zw_str s = zw_str_slice(all->text, p->text);
    zw_number number;
    if (p->kind == ZW_LINE_TABLE_ROW || s.n > TITLE_CHARS_MAX * 4 ||
        zw_str_starts(s, ZW_STR("表")) || zw_str_starts(s, ZW_STR("图")) ||
        zw_str_starts(s, ZW_STR("附件")))
        return false;
    size_t chars = zw_utf8_count(s);
    return chars >= chars_min && chars <= TITLE_CHARS_MAX && !zw_line_ends(s) &&
           !zw_number_at(tables, s, 0, &number);
}

static zw_status collect(const zw_corpus_tables *tables, const zw_cleaned *all, zw_arena *arena,
                         candidates *found, zw_err *err)
{
    for (size_t i = 0; i < all->paras.n; i++) {
        if (!looks_like_title(tables, all, i, TITLE_CHARS_MIN))
            continue;
        zw_str s = zw_line_squash(arena, zw_str_slice(all->text, all->paras.at[i].text));
        candidate *c = s.at && zw_title_ends(tables, s) ? zw_array_add(arena, found) : NULL;
        if (c)
            *c = (candidate){ i, s, last_chars(s, SHARED_CHARS) };
        else if (!s.at)
            return zw_err_nomem(err);
    }
    return ZW_OK;
}

static int compare(const void *a, const void *b)
{
    const candidate *x = a, *y = b;
    int order = zw_str_order(x->tail, y->tail);
    return order ? order : (x->para > y->para) - (x->para < y->para);
}

/* Whether numbering begins anew between two paragraphs, or there is none. */
static bool begins_anew(const zw_corpus_tables *tables, const zw_cleaned *all, size_t from,
                        size_t to)
{
    for (size_t i = from; i < to; i++) {
        zw_number number;
        zw_str s = zw_str_slice(all->text, all->paras.at[i].text);
        if (zw_number_at(tables, s, 0, &number) && number.value > 0)
            return number.value == 1;
    }
    return true;
}

static bool has_body(const zw_cleaned *all, size_t from, size_t to)
{
    if (from >= to)
        return false;
    size_t bytes = all->paras.at[to - 1].text.end - all->paras.at[from].text.start;
    for (size_t i = from; i < to && bytes >= BODY_BYTES_MIN; i++) {
        if (zw_line_ends(zw_str_slice(all->text, all->paras.at[i].text)))
            return true;
    }
    return false;
}

/* The head of a table or a form stands again and again word for word; titles of parts differ. */
static bool is_repeated(const candidate *group, size_t n, size_t i)
{
    return (i > 0 && zw_str_eq(group[i].text, group[i - 1].text)) ||
           (i + 1 < n && zw_str_eq(group[i].text, group[i + 1].text));
}

/* Whether every member of a group heads a body of its own. Members that stand right above another
 * (the cover's title above the first part's) do not count; *n gets what is left. */
static bool is_compilation(const zw_corpus_tables *tables, const zw_cleaned *all, candidate *group,
                           size_t *n)
{
    size_t kept = 0;
    for (size_t i = 0; i < *n; i++) {
        size_t end = i + 1 < *n ? group[i + 1].para : all->paras.n;
        if (!has_body(all, group[i].para + 1, end) || is_repeated(group, *n, i))
            continue;
        if (!begins_anew(tables, all, group[i].para + 1, end))
            return false;
        group[kept++] = group[i];
    }
    *n = kept;
    return kept >= MEMBERS_MIN;
}

/* How many bytes all titles of a group share at their end. */
static size_t shared_tail(const candidate *group, size_t n)
{
    size_t shared = group[0].text.n;
    for (size_t i = 1; i < n; i++) {
        zw_str a = group[0].text, b = group[i].text;
        size_t same = 0;
        while (same < a.n && same < b.n && a.at[a.n - 1 - same] == b.at[b.n - 1 - same])
            same++;
        shared = same < shared ? same : shared;
    }
    zw_str tail = { group[0].text.at + group[0].text.n - shared, shared };
    while (tail.n && ((unsigned char)tail.at[0] & 0xC0) == 0x80) {
        tail.at++;
        tail.n--;
    }
    return tail.n;
}

/* The bytes of a title before the tail that all share. What names a kind of place (市, 区, 县)
 * belongs to the name, once: 甲市…, 乙市… share 市, 甲市县城…, 乙县城… share 县. */
static size_t name_length(zw_str title, size_t tail)
{
    size_t n = title.n > tail ? title.n - tail : title.n, len, unused;
    if (n == title.n || !zw_is_place_kind(zw_utf8_at(title, n, &len)))
        return n;
    zw_str behind = { title.at + n + len, title.n - n - len };
    bool seat = zw_str_starts(behind, ZW_STR("城")) || zw_str_starts(behind, ZW_STR("区"));
    if (seat && n && zw_is_place_kind(zw_utf8_before(title, n, &unused)))
        return n; /* but 州 of 甲州市就近… is no kind of its own */
    return n + len;
}

static zw_status add_part(zw_arena *arena, zw_parts *parts, zw_part part, zw_err *err)
{
    zw_part *p = zw_array_add(arena, parts);
    if (!p)
        return zw_err_nomem(err);
    *p = part;
    return ZW_OK;
}

/* A title may begin on the lines above the one that ends it: 甲市居住证持有人随迁子女 /
 * 接受教育实施细则. */
static size_t title_start(const zw_corpus_tables *tables, const zw_cleaned *all, size_t para)
{
    for (size_t lines = 0; para > 0 && lines < 2; lines++) {
        zw_str s = zw_str_slice(all->text, all->paras.at[para - 1].text);
        if (!looks_like_title(tables, all, para - 1, 2) || zw_title_ends(tables, s) ||
            zw_date_line(s, NULL) || zw_issuer_ends(tables, s))
            break;
        para--;
    }
    return para;
}

static zw_status cut(const zw_corpus_tables *tables, const zw_cleaned *all, const candidate *group,
                     size_t n, zw_arena *arena, zw_parts *parts, zw_err *err)
{
    size_t tail = shared_tail(group, n), first = title_start(tables, all, group[0].para);
    zw_status s = ZW_OK;
    if (has_body(all, 0, first)) /* a covering notice is a document, a cover is none */
        s = add_part(arena, parts, (zw_part){ 0, first, NULL, 0 }, err);
    for (size_t i = 0; s == ZW_OK && i < n; i++) {
        size_t end = i + 1 < n ? title_start(tables, all, group[i + 1].para) : all->paras.n;
        zw_range lines = { all->paras.at[first].text.start, all->paras.at[group[i].para].text.end };
        zw_str title = zw_line_squash(arena, zw_str_slice(all->text, lines));
        if (!title.at)
            return zw_err_nomem(err);
        size_t name = name_length(title, tail);
        char *copy = zw_arena_copy(arena, title.at, name);
        if (!copy)
            return zw_err_nomem(err);
        s = add_part(arena, parts, (zw_part){ first, end, copy, 0 }, err);
        first = end;
    }
    return s;
}

static zw_status find_parts(const zw_corpus_tables *tables, const zw_cleaned *all, zw_arena *arena,
                            zw_parts *parts, zw_err *err)
{
    candidates found = { 0 };
    zw_status s = collect(tables, all, arena, &found, err);
    if (s != ZW_OK)
        return s;
    if (found.n)
        qsort(found.at, found.n, sizeof *found.at, compare);
    size_t best = 0, best_n = 0;
    for (size_t i = 0, end; i < found.n; i = end) {
        for (end = i + 1; end < found.n && zw_str_eq(found.at[i].tail, found.at[end].tail);)
            end++;
        size_t n = end - i;
        if (n >= MEMBERS_MIN && is_compilation(tables, all, &found.at[i], &n) && n > best_n) {
            best = i;
            best_n = n;
        }
    }
    if (best_n)
        return cut(tables, all, &found.at[best], best_n, arena, parts, err);
    return add_part(arena, parts, (zw_part){ 0, all->paras.n, NULL, 0 }, err);
}

/* The part in pieces of ZW_DOCUMENT_MAX_BYTES, or as it is. */
static zw_status add_pieces(const zw_cleaned *all, const zw_part *part, zw_arena *arena,
                            zw_parts *parts, zw_err *err)
{
    zw_part piece = *part;
    zw_status s = ZW_OK;
    for (size_t i = part->first; s == ZW_OK && i < part->end; i++) {
        size_t start = all->paras.at[piece.first].text.start;
        if (i == piece.first || all->paras.at[i].text.end - start <= ZW_DOCUMENT_MAX_BYTES)
            continue;
        piece.end = i;
        piece.piece++;
        s = add_part(arena, parts, piece, err);
        piece.first = i;
        piece.end = part->end;
        piece.name = zw_arena_printf(arena, "%s第%zu部分", part->name ? part->name : "",
                                     piece.piece + 1);
        if (s == ZW_OK && !piece.name)
            s = zw_err_nomem(err);
    }
    piece.piece += piece.piece > 0;
    return s == ZW_OK ? add_part(arena, parts, piece, err) : s;
}

zw_status zw_split(const zw_corpus_tables *tables, const zw_cleaned *all, zw_arena *arena,
                   zw_parts *parts, zw_err *err)
{
    zw_parts whole = { 0 };
    zw_status s = find_parts(tables, all, arena, &whole, err);
    for (size_t i = 0; s == ZW_OK && i < whole.n; i++)
        s = add_pieces(all, &whole.at[i], arena, parts, err);
    return s;
}

zw_status zw_part_take(const zw_cleaned *all, const zw_part *part, zw_arena *arena, zw_cleaned *own,
                       zw_err *err)
{
    if (part->first == 0 && part->end == all->paras.n) {
        *own = *all;
        return ZW_OK;
    }
    size_t from = all->paras.at[part->first].text.start;
    size_t to = all->paras.at[part->end - 1].text.end + 1;
    *own = (zw_cleaned){ .text = { all->text.at + from, to - from } };
    own->map = zw_offset_map_slice(arena, all->map, (zw_range){ from, to });
    if (!own->map)
        return zw_err_nomem(err);
    for (size_t i = part->first; i < part->end; i++) {
        zw_para *p = zw_array_add(arena, &own->paras);
        if (!p)
            return zw_err_nomem(err);
        *p = all->paras.at[i];
        p->text.start -= from;
        p->text.end -= from;
    }
    return ZW_OK;
}
