#include "query/study/quoting/named.h"

#include "base/utf8.h"
#include "query/study/wording/skeleton.h"

#define SENTENCE 2000 /* bytes around a quotation that are its sentence at most */
#define PREFIX 16     /* Han characters before 〔2014〕8号 */
#define HEADED 200    /* passages whose headings are looked at */

/* --- names in a sentence ---------------------------------------------------------------------- */

typedef struct {
    zw_range title, number; /* empty: none */
    size_t end;
} name;

static bool ends_sentence(uint32_t c)
{
    return c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == '!' || c == '?';
}

static size_t sentence_start(zw_str text, size_t at)
{
    size_t start = at, len;
    while (start > 0 && at - start < SENTENCE && !ends_sentence(zw_utf8_before(text, start, &len)))
        start -= len;
    return start;
}

static size_t sentence_end(zw_str text, size_t at)
{
    size_t end = at, len;
    while (end < text.n && end - at < SENTENCE && !ends_sentence(zw_utf8_at(text, end, &len)))
        end += len;
    return end;
}

/* 《…》 at text[at] with what it holds, other titles too. */
static bool title_at(zw_str text, size_t at, size_t end, zw_range *title)
{
    size_t depth = 0, len;
    if (zw_utf8_at(text, at, &len) != 0x300A)
        return false;
    for (size_t i = at; i < end; i += len) {
        uint32_t c = zw_utf8_at(text, i, &len);
        depth += c == 0x300A;
        if (c == 0x300B && --depth == 0) {
            *title = (zw_range){ at + 3, i };
            return true;
        }
    }
    return false;
}

static size_t digits_at(zw_str text, size_t at, size_t end, size_t *count)
{
    size_t len;
    for (*count = 0; at < end && zw_is_digit(zw_utf8_at(text, at, &len)); ++*count)
        at += len;
    return at;
}

/* 国发〔2014〕8号 whose bracket opens at text[at]. */
static bool number_at(zw_str text, size_t at, size_t end, zw_range *number)
{
    size_t len, count, start = at;
    if (!zw_is_bracket_open(zw_utf8_at(text, at, &len)))
        return false;
    at = digits_at(text, at + len, end, &count);
    if (count != 4 || at >= end || !zw_is_bracket_close(zw_utf8_at(text, at, &len)))
        return false;
    at += len;
    if (zw_str_starts(zw_str_slice(text, (zw_range){ at, end }), ZW_STR("第")))
        at += 3;
    at = digits_at(text, at, end, &count);
    if (count == 0 || !zw_str_starts(zw_str_slice(text, (zw_range){ at, end }), ZW_STR("号")))
        return false;
    for (size_t n = 0; n < PREFIX && start > 0; n++) {
        if (!zw_is_han(zw_utf8_before(text, start, &len)))
            break;
        start -= len;
    }
    *number = (zw_range){ start, at + 3 };
    return true;
}

/* The name that begins at text[at]: a title with the number behind it, or a number alone. */
static bool name_at(zw_str text, size_t at, size_t end, name *found)
{
    size_t len = 0;
    *found = (name){ 0 };
    if (number_at(text, at, end, &found->number)) {
        found->end = found->number.end;
        return true;
    }
    if (!title_at(text, at, end, &found->title))
        return false;
    found->end = found->title.end + 3;
    /* （国发〔2014〕8号）: the first bracket is the memo's */
    for (size_t i = found->end, n = 0; i < end && n < PREFIX + 2; i += len, n++) {
        uint32_t c = zw_utf8_at(text, i, &len);
        if (number_at(text, i, end, &found->number)) {
            found->end = found->number.end;
            break;
        }
        if (!zw_is_han(c) && !(n == 0 && zw_is_bracket_open(c)))
            break;
    }
    return true;
}

static bool find_name(zw_str text, zw_range in, bool last, name *found)
{
    bool any = false;
    for (size_t i = in.start, len; i < in.end;) {
        name n;
        if (name_at(text, i, in.end, &n)) {
            *found = n;
            any = true;
            if (!last)
                return true;
            i = n.end;
            continue;
        }
        zw_utf8_at(text, i, &len);
        i += len;
    }
    return any;
}

void zw_named_in(zw_str text, size_t start, size_t end, zw_str *title, zw_str *number)
{
    name n;
    size_t len, before = start;
    if (start == end && start > 0 && ends_sentence(zw_utf8_before(text, start, &len)))
        before -= len;
    if (!find_name(text, (zw_range){ sentence_start(text, before), before }, true, &n) &&
        !find_name(text, (zw_range){ end, sentence_end(text, end) }, false, &n))
        return;
    *title = zw_str_slice(text, n.title);
    *number = zw_str_slice(text, n.number);
}

/* --- documents -------------------------------------------------------------------------------- */

typedef struct {
    zw_session *session;
    zw_arena *arena;
    zw_names *ids;
    size_t max;
    zw_err *err;
} finder;

static zw_status add_id(const finder *f, zw_str id)
{
    for (size_t i = 0; i < f->ids->n; i++) {
        if (zw_str_eq(zw_str_of(f->ids->at[i]), id))
            return ZW_OK;
    }
    const char **slot = zw_array_add(f->arena, f->ids);
    if (slot)
        *slot = zw_arena_str(f->arena, id);
    return slot && *slot ? ZW_OK : zw_err_nomem(f->err);
}

/* Units of a type that have all terms of a field. */
static zw_status units_with(const finder *f, zw_field_id field, const char *type,
                            const zw_terms *terms, size_t max, zw_xhits *hits)
{
    static const uint32_t slots[] = { ZW_SLOT_DOCUMENT };
    zw_xtree *tree = zw_xtree_new();
    zw_xsearch search = ZW_XSEARCH_INIT;
    zw_xquery all = tree ? zw_xquery_term(tree, zw_fields[ZW_F_TYPE].prefix, zw_str_of(type), 1)
                         : NULL;
    for (size_t i = 0; i < terms->n; i++) {
        const zw_term *t = &terms->at[i];
        if (!t->open_start && !t->open_end)
            all = zw_xquery_pair(tree, ZW_XOP_AND, all,
                                 zw_xquery_term(tree, zw_fields[field].prefix, t->text, 1));
    }
    search.query = all;
    search.max = max;
    search.sort = ZW_XSORT_DOCID;
    search.value_slots = slots;
    search.n_value_slots = 1;
    zw_status s = tree ? zw_xdb_search(zw_index_db(f->session->index), &search, f->arena, hits,
                                       f->err)
                       : zw_err_nomem(f->err);
    zw_xtree_free(tree);
    return s;
}

/* 根据国发〔2014〕8号: the number may begin at any of the Han characters. */
static zw_status by_number(const finder *f, zw_str number)
{
    zw_status s = ZW_OK;
    for (size_t len; s == ZW_OK && number.n; number.at += len, number.n -= len) {
        zw_terms terms = { 0 };
        zw_xhits hits = { 0 };
        s = zw_field_terms(&zw_fields[ZW_F_NUMBER], f->session->segmenter, ZW_SEG_QUERY, number,
                           f->arena, &terms, f->err);
        if (s == ZW_OK && terms.n)
            s = units_with(f, ZW_F_NUMBER, ZW_TYPE_DOCUMENT, &terms, f->max, &hits);
        for (size_t i = 0; s == ZW_OK && i < hits.n; i++)
            s = add_id(f, hits.at[i].values[0]);
        if (hits.n || !zw_is_han(zw_utf8_at(number, 0, &len)))
            break;
    }
    return s;
}

static zw_status holds(const finder *f, zw_str text, const zw_skeleton *wording, bool *yes)
{
    zw_skeleton whole;
    zw_status s = zw_skeleton_of(f->session->segmenter, text, f->arena, &whole, f->err);
    *yes = s == ZW_OK && zw_skeleton_find(&whole, wording, 0) < whole.n;
    return s;
}

static zw_status titled(const finder *f, const zw_xhit *hit, const zw_skeleton *wording, bool *yes)
{
    zw_doc_record d;
    zw_status s = zw_doc_record_read(hit->data, f->arena, &d, f->err);
    return s == ZW_OK ? holds(f, zw_str_of(d.meta.title), wording, yes) : s;
}

static zw_status headed(const finder *f, const zw_xhit *hit, const zw_skeleton *wording, bool *yes)
{
    zw_passage_record p;
    zw_status s = zw_passage_record_read(hit->data, f->arena, &p, f->err);
    *yes = false;
    for (size_t i = 0; s == ZW_OK && !*yes && i < p.n_headings; i++)
        s = holds(f, zw_str_of(p.headings[i]), wording, yes);
    return s;
}

static zw_status by_title(const finder *f, zw_str title)
{
    static const struct zone {
        zw_field_id field;
        const char *type;
        size_t max;
        zw_status (*test)(const finder *f, const zw_xhit *hit, const zw_skeleton *w, bool *yes);
    } zones[] = { { ZW_F_TITLE, ZW_TYPE_DOCUMENT, HEADED, titled },
                  { ZW_F_HEADING, ZW_TYPE_PASSAGE, HEADED, headed } };
    zw_terms terms = { 0 };
    zw_skeleton wording;
    zw_status s = zw_segmenter_terms(f->session->segmenter, ZW_SEG_PHRASE, title, f->arena, &terms,
                                     f->err);
    if (s == ZW_OK)
        s = zw_skeleton_of(f->session->segmenter, title, f->arena, &wording, f->err);
    for (size_t z = 0; s == ZW_OK && terms.n && z < 2; z++) {
        zw_xhits hits = { 0 };
        s = units_with(f, zones[z].field, zones[z].type, &terms, zones[z].max, &hits);
        for (size_t i = 0; s == ZW_OK && i < hits.n && f->ids->n < f->max; i++) {
            bool yes;
            s = zones[z].test(f, &hits.at[i], &wording, &yes);
            if (s == ZW_OK && yes)
                s = add_id(f, hits.at[i].values[0]);
        }
    }
    return s;
}

zw_status zw_named_find(zw_session *session, zw_str title, zw_str number, size_t max,
                        zw_arena *arena, zw_names *ids, zw_err *err)
{
    finder f = { session, arena, ids, max, err };
    zw_status s = number.n ? by_number(&f, number) : ZW_OK;
    if (s == ZW_OK && title.n && ids->n == 0)
        s = by_title(&f, title);
    return s;
}
