#include "segmenter/segmenter.h"

#include <stdlib.h>

#include "segmenter/terms.h"
#include "segmenter/words.h"

struct zw_segmenter {
    zw_fold *fold;
    zw_breaker *breaker;
};

zw_status zw_segmenter_new(const zw_lexicon *lexicon, zw_segmenter **made, zw_err *err)
{
    zw_segmenter *s = calloc(1, sizeof *s);
    if (!s)
        return zw_err_nomem(err);
    zw_status status = zw_fold_new(lexicon, &s->fold, err);
    if (status == ZW_OK)
        status = zw_breaker_new(lexicon, &s->breaker, err);
    if (status != ZW_OK) {
        zw_segmenter_free(s);
        return status;
    }
    *made = s;
    return ZW_OK;
}

void zw_segmenter_free(zw_segmenter *s)
{
    if (!s)
        return;
    zw_breaker_free(s->breaker);
    zw_fold_free(s->fold);
    free(s);
}

/* Units from i on that one piece of source became. */
static size_t piece_units(const zw_folded *f, size_t i)
{
    size_t n = 1;
    while (i + n < f->n && f->at[i + n].at == f->at[i].at)
        n++;
    return n;
}

static bool map_piece(zw_offset_map *map, zw_str text, const zw_folded *f, size_t i, size_t units)
{
    const zw_unit *u = &f->at[i];
    size_t end = i + units < f->n ? f->at[i + units].normal : f->normal.n;
    size_t made = end - u->normal;
    if (made == u->len && memcmp(f->normal.at + u->normal, text.at + u->at, made) == 0)
        return zw_offset_map_keep(map, made);
    return zw_offset_map_replace(map, made, u->len);
}

static bool map_all(zw_offset_map *map, zw_str text, const zw_folded *f)
{
    size_t old = 0;
    for (size_t i = 0, units; i < f->n; i += units) {
        units = piece_units(f, i);
        if (f->at[i].at > old && !zw_offset_map_replace(map, 0, f->at[i].at - old))
            return false;
        if (!map_piece(map, text, f, i, units))
            return false;
        old = f->at[i].at + f->at[i].len;
    }
    return old == text.n || zw_offset_map_replace(map, 0, text.n - old);
}

static zw_status fold_text(zw_segmenter *s, zw_str text, bool squeeze, zw_arena *arena,
                           zw_str *normal, zw_offset_map **map, zw_err *err)
{
    zw_folded f;
    zw_status status = zw_fold_run(s->fold, text, squeeze, &f, err);
    if (status != ZW_OK)
        return status;
    *normal = (zw_str){ zw_arena_copy(arena, f.normal.at, f.normal.n), f.normal.n };
    if (!normal->at)
        return zw_err_nomem(err);
    if (!map)
        return ZW_OK;
    *map = zw_offset_map_new(arena, 0);
    return *map && map_all(*map, text, &f) ? ZW_OK : zw_err_nomem(err);
}

zw_status zw_segmenter_normalise(zw_segmenter *s, zw_str text, zw_arena *arena, zw_str *normal,
                                 zw_offset_map **map, zw_err *err)
{
    return fold_text(s, text, false, arena, normal, map, err);
}

zw_status zw_segmenter_fold_exact(zw_segmenter *s, zw_str text, zw_arena *arena, zw_str *folded,
                                  zw_offset_map **map, zw_err *err)
{
    return fold_text(s, text, true, arena, folded, map, err);
}

/* Folds without blanks, finds the words and puts the normalised text where terms can point at. */
static zw_status analyse(zw_segmenter *s, zw_str text, zw_arena *arena, bool words, zw_folded *f,
                         zw_err *err)
{
    zw_status status = zw_fold_run(s->fold, text, true, f, err);
    if (status == ZW_OK && words)
        status = zw_breaker_run(s->breaker, f, err);
    if (status != ZW_OK)
        return status;
    f->normal.at = zw_arena_copy(arena, f->normal.at, f->normal.n);
    return f->normal.at ? ZW_OK : zw_err_nomem(err);
}

zw_status zw_segmenter_words(zw_segmenter *s, zw_str text, zw_arena *arena, zw_tokens *words,
                             zw_err *err)
{
    zw_folded f;
    zw_status status = analyse(s, text, arena, true, &f, err);
    if (status != ZW_OK)
        return status;
    return zw_tokens_of(&f, text.n, arena, words) ? ZW_OK : zw_err_nomem(err);
}

zw_status zw_segmenter_terms(zw_segmenter *s, zw_seg_mode mode, zw_str text, zw_arena *arena,
                             zw_terms *terms, zw_err *err)
{
    zw_folded f;
    zw_status status = analyse(s, text, arena, mode == ZW_SEG_QUERY, &f, err);
    if (status != ZW_OK)
        return status;
    return zw_terms_of(&f, mode, arena, terms) ? ZW_OK : zw_err_nomem(err);
}
