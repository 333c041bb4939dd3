#include "corpus/metadata.h"

#include "base/utf8.h"
#include "corpus/gather.h"

static zw_str file_stem(const char *path)
{
    const char *slash = strrchr(path, '/');
    zw_str name = zw_str_of(slash ? slash + 1 : path);
    for (size_t i = name.n; i-- > 1;) {
        if (name.at[i] == '.' && name.n - i <= 9) {
            name.n = i;
            break;
        }
    }
    return name;
}

/* 条例2008-无省级, 办理指南2013: a year behind the name, and what somebody noted behind that. */
static size_t year_behind(zw_str name)
{
    size_t at = 0, len;
    for (; at + 4 <= name.n; at += len) {
        zw_utf8_at(name, at, &len);
        zw_str rest = { name.at + at, name.n - at };
        bool year = zw_str_starts(rest, ZW_STR("19")) || zw_str_starts(rest, ZW_STR("20"));
        for (size_t i = 2; year && i < 4; i++)
            year = rest.at[i] >= '0' && rest.at[i] <= '9';
        bool ends = rest.n == 4 || (rest.n > 4 && (rest.at[4] == '-' || rest.at[4] == '_'));
        if (at >= 9 && year && ends)
            return at;
    }
    return name.n;
}

zw_str zw_file_title(const char *path)
{
    zw_str name = zw_str_trim(file_stem(path));
    name.n = year_behind(name);
    size_t n = name.n;
    while (n && name.at[n - 1] > 0 && strchr("0123456789-_() ", name.at[n - 1]))
        n--;
    name.n = n < strlen("植树") ? name.n : n; /* 20231209 has nothing else */
    return zw_str_trim(name);
}

zw_str zw_gather_para(const zw_gatherer *g, size_t i)
{
    return zw_str_slice(g->frame->own->text, g->frame->own->paras.at[i].text);
}

const char *zw_gather_copy(zw_gatherer *g, zw_str s)
{
    const char *c = zw_arena_str(g->doc->arena, s);
    g->failed |= !c;
    return c;
}

zw_str zw_gather_file_name(const zw_gatherer *g)
{
    return file_stem(g->doc->source->path);
}

/* The document's own words go before those of its surroundings: signature, title, history, then
 * the page's box of facts, the format, the file's name. */
zw_status zw_metadata_find(const zw_corpus_tables *tables, const zw_frame *frame,
                           const zw_metadata *carried, zw_document *doc, zw_err *err)
{
    zw_gatherer g = { .tables = tables, .frame = frame, .doc = doc, .meta = &doc->meta };
    g.boxed = carried->issuer != NULL;
    char title_date[16] = "";
    zw_metadata *meta = &doc->meta;
    *meta = (zw_metadata){ .title = carried->title };
    zw_gather_title(&g, title_date);
    zw_gather_number(&g);
    zw_gather_signature(&g);
    if (!meta->issuer)
        zw_gather_issuer(&g);
    if (!meta->date && strlen(title_date) > 4)
        meta->date = zw_gather_copy(&g, zw_str_of(title_date));
    if (!meta->date)
        zw_gather_history(&g);
    if (!meta->date && *title_date) /* 规定(2002年): the history tells more */
        meta->date = zw_gather_copy(&g, zw_str_of(title_date));
    if (!g.failed)
        zw_gather_terms(&g);
    const char **const own[] = { &meta->number,    &meta->issuer,    &meta->date,
                                 &meta->published, &meta->effective, &meta->repealed,
                                 &meta->validity,  &meta->genre };
    const char *const other[] = { carried->number,    carried->issuer,    carried->date,
                                  carried->published, carried->effective, carried->repealed,
                                  carried->validity,  carried->genre };
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        *own[i] = *own[i] ? *own[i] : other[i];
    if (!g.failed && meta->issuer)
        zw_gather_whole_issuer(&g);
    if (!meta->date)
        zw_gather_file_date(&g);
    if (!g.failed && !meta->genre)
        zw_gather_genre(&g);
    if (!g.failed)
        meta->year = zw_gather_year(zw_str_of(meta->title));
    return g.failed ? zw_err_nomem(err) : ZW_OK;
}
