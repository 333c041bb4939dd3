#include "query/answer/show.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "query/study/quoting/permalink.h"

#include "store/lookup.h"

static zw_status passage_of(zw_session *session, const char *document, size_t n, zw_arena *arena,
                            zw_shown *shown, zw_err *err)
{
    char *id = zw_arena_printf(arena, "%s:%zu", document, n);
    zw_passage_record *record = id ? zw_array_add(arena, &shown->passages) : NULL;
    return record ? zw_index_passage(session->index, zw_str_of(id), arena, record, err)
                  : zw_err_nomem(err);
}

static zw_status show_document(zw_session *session, const char *id, zw_arena *arena,
                               zw_shown *shown, zw_err *err)
{
    zw_status s = zw_index_document(session->index, zw_str_of(id), arena, &shown->document, err);
    shown->whole = true;
    for (size_t i = 0; s == ZW_OK && i < shown->document.passages; i++)
        s = passage_of(session, shown->document.id, i, arena, shown, err);
    return s;
}

static zw_status show_passage(zw_session *session, const char *id, size_t n, size_t around,
                              zw_arena *arena, zw_shown *shown, zw_err *err)
{
    zw_status s = zw_index_document(session->index, zw_str_of(id), arena, &shown->document, err);
    if (s == ZW_OK && n >= shown->document.passages)
        return zw_err_set(err, ZW_E_NOTFOUND, "'%s:%zu': the document has %zu passages, from 0", id,
                          n, shown->document.passages);
    size_t from = n > around ? n - around : 0;
    for (size_t i = from; s == ZW_OK && i < shown->document.passages && i <= n + around; i++)
        s = passage_of(session, id, i, arena, shown, err);
    shown->passage = n - from;
    return s;
}

/* 宁政办发〔2017〕195号 in any brackets. */
static zw_status show_number(zw_session *session, const char *number, zw_arena *arena,
                             zw_shown *shown, zw_err *err)
{
    zw_terms terms = { 0 };
    zw_xtree *tree = zw_xtree_new();
    zw_xsearch search = ZW_XSEARCH_INIT;
    zw_xhits hits = { 0 };
    const uint32_t slots[] = { ZW_SLOT_DOCUMENT };
    zw_status s = zw_field_terms(&zw_fields[ZW_F_NUMBER], session->segmenter, ZW_SEG_QUERY,
                                 zw_str_of(number), arena, &terms, err);
    if (s == ZW_OK && tree && terms.n) {
        search.query = zw_xquery_pair(
            tree, ZW_XOP_AND,
            zw_xquery_term(tree, zw_fields[ZW_F_NUMBER].prefix, terms.at[0].text, 1),
            zw_xquery_term(tree, zw_fields[ZW_F_TYPE].prefix, ZW_STR(ZW_TYPE_DOCUMENT), 1));
        search.sort = ZW_XSORT_DOCID;
        search.value_slots = slots;
        search.n_value_slots = 1;
        search.no_data = true;
        s = zw_xdb_search(zw_index_db(session->index), &search, arena, &hits, err);
    }
    zw_xtree_free(tree);
    if (s != ZW_OK)
        return s;
    if (hits.n == 0)
        return zw_err_set(err, ZW_E_NOTFOUND,
                          "'%s': no document or passage of that id, and no document of that number",
                          number);
    if (hits.n > 1)
        return zw_err_set(err, ZW_E_USAGE,
                          "'%s': the number of %zu documents: ask 'search number:%s' for their ids",
                          number, hits.n, number);
    return show_document(session, zw_arena_str(arena, hits.at[0].values[0]), arena, shown, err);
}

/* --- a stretch of a passage --------------------------------------------------------------------
 */

/* The byte of text where character n begins. */
static size_t byte_of(zw_str text, size_t n)
{
    size_t at = 0;
    for (size_t len; n > 0 && at < text.n; n--, at += len)
        zw_utf8_at(text, at, &len);
    return at;
}

bool zw_shown_mark(const zw_shown *shown, const zw_passage_record *passage, zw_range *mark)
{
    zw_range in = passage->source.chr, want = shown->chars;
    if (!shown->marked || want.end <= in.start || want.start >= in.end)
        return false;
    size_t start = want.start > in.start ? want.start - in.start : 0;
    size_t end = (want.end < in.end ? want.end : in.end) - in.start;
    zw_range quote = { byte_of(passage->quote, start), byte_of(passage->quote, end) };
    *mark = zw_offset_map_new_of(passage->map, quote);
    return mark->start < mark->end;
}

/* The document must be the one that was linked to. */
static zw_status mark(const char *what, const zw_permalink *link, zw_shown *shown, zw_err *err)
{
    const zw_passage_record *p = &shown->passages.at[shown->passage];
    zw_range in = p->source.chr;
    shown->marked = !link->whole;
    shown->chars = link->chars;
    if (link->whole || (link->chars.start >= in.start && link->chars.start < in.end))
        return ZW_OK;
    return zw_err_set(err, ZW_E_NOTFOUND, "'%s': the passage stands at %zu-%zu", what, in.start,
                      in.end);
}

static int by_path(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Where else the document lies, and what else there is of its text. */
static zw_status add_others(zw_session *session, zw_arena *arena, zw_shown *shown, zw_err *err)
{
    zw_versions *versions = zw_versions_new(session, arena);
    const char *id = shown->document.id;
    if (!versions)
        return zw_err_nomem(err);
    zw_status s = zw_lookup_paths(zw_index_db(session->index), zw_str_of(id), arena, &shown->paths,
                                  err);
    if (s == ZW_OK && shown->paths.n)
        qsort(shown->paths.at, shown->paths.n, sizeof *shown->paths.at, by_path);
    return s == ZW_OK ? zw_versions_of_record(versions, &shown->document, &shown->version, err) : s;
}

static zw_status find(zw_session *session, const char *what, size_t around, zw_arena *arena,
                      zw_shown *shown, zw_err *err)
{
    zw_permalink link;
    *shown = (zw_shown){ 0 };
    if (zw_permalink_read(what, arena, &link)) {
        zw_status found = show_passage(session, link.document, link.passage, around, arena, shown,
                                       err);
        return found == ZW_OK ? mark(what, &link, shown, err) : found;
    }
    zw_status s = show_document(session, what, arena, shown, err);
    return s == ZW_E_NOTFOUND ? show_number(session, what, arena, shown, err) : s;
}

zw_status zw_show(zw_session *session, const char *what, size_t around, zw_arena *arena,
                  zw_shown *shown, zw_err *err)
{
    zw_status s = find(session, what, around, arena, shown, err);
    return s == ZW_OK ? add_others(session, arena, shown, err) : s;
}
