#include "corpus/metadata.h"

#include "corpus/gather.h"

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
    const char *path = g->doc->source->path;
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

/* The document's own words go before those of its surroundings: signature, title, history, then
 * the page's box of facts, the format, the file's name. */
zw_status zw_metadata_find(const zw_corpus_tables *tables, const zw_frame *frame,
                           const zw_metadata *carried, zw_document *doc, zw_err *err)
{
    zw_gatherer g = { tables, frame, doc, &doc->meta, false };
    char title_date[16] = "";
    zw_metadata *meta = &doc->meta;
    *meta = (zw_metadata){ .title = carried->title };
    zw_gather_title(&g, title_date);
    zw_gather_number(&g);
    zw_gather_signature(&g);
    if (!meta->issuer)
        zw_gather_issuer(&g);
    if (!meta->date && *title_date)
        meta->date = zw_gather_copy(&g, zw_str_of(title_date));
    if (!meta->date)
        zw_gather_history(&g);
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
