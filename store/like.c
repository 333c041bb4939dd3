/* Whether two documents are versions of one text. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "store/group.h"

static const struct {
    double issued;   /* of the shorter text in common, for one key */
    double like;     /* of both texts in common, for titles that are near */
    double equal;    /* of both texts in common, for any titles */
    double numbered; /* of both texts in common, for one number */
    double draft;    /* of both, for a draft under another title */
    double copy;     /* of both, for copies */
    double attached; /* of the shorter one, for copies with and without their notice */
} least = { 0.3, 0.8, 0.95, 0.2, 0.5, 0.85, 0.9 };

enum {
    COPY_DAYS = 100,    /* between the dates that copies give: of signing, of publishing */
    TITLE_LEAST = 8 * 3 /* bytes of a key that another holds */
};

/* ---- terms ---- */

/* FNV-1a: a term is as long for a long title as for a short one. */
static uint64_t hash_of(const char *text)
{
    uint64_t h = 0xCBF29CE484222325u;
    for (; *text; text++)
        h = (h ^ (unsigned char)*text) * 0x100000001B3u;
    return h;
}

static zw_status add(char what, unsigned of, uint64_t value, zw_arena *arena, const char **terms,
                     size_t *n, zw_err *err)
{
    terms[*n] = zw_arena_printf(arena, "%c%x%016" PRIx64, what, of, value);
    return terms[*n] ? ((*n)++, ZW_OK) : zw_err_nomem(err);
}

zw_status zw_like_terms(const zw_version *v, const char *number, zw_arena *arena,
                        const char *terms[ZW_LIKE_MAX], size_t *n, zw_err *err)
{
    zw_status s = ZW_OK;
    uint64_t band;
    *n = 0;
    for (unsigned i = 0; s == ZW_OK && i < ZW_SKETCH_BANDS; i++) {
        if (zw_sketch_band(&v->sketch, i, &band))
            s = add('b', i, band, arena, terms, n, err);
    }
    if (s == ZW_OK && v->key)
        s = add('k', 0, hash_of(v->key), arena, terms, n, err);
    if (s == ZW_OK && number && *number)
        s = add('n', 0, hash_of(number), arena, terms, n, err);
    if (s == ZW_OK && v->form != ZW_FORM_ISSUED) {
        terms[*n] = zw_arena_printf(arena, "f%d", (int)v->form);
        s = terms[*n] ? ((*n)++, ZW_OK) : zw_err_nomem(err);
    }
    return s;
}

/* ---- what may be of one text ---- */

static bool same(const char *a, const char *b)
{
    return a && b && strcmp(a, b) == 0;
}

/* 市政府令第170号 and 甲市人民政府令第170号 may be one number, 第170号 and 第171号 are two. */
static bool differ(const char *a, const char *b)
{
    static const char digits[] = "0123456789";
    for (;;) {
        a = a ? strpbrk(a, digits) : NULL;
        b = b ? strpbrk(b, digits) : NULL;
        if (!a || !b)
            return false;
        size_t n = strspn(a, digits), m = strspn(b, digits);
        if (n != m || memcmp(a, b, n) != 0)
            return true;
        a += n;
        b += n;
    }
}

/* One holds the other, or is not known: 广东省 and 广东省/广州市. */
static bool places_agree(const zw_region_path *a, const zw_region_path *b)
{
    for (size_t i = 0; i < a->n && i < b->n; i++) {
        if (strcmp(a->names[i], b->names[i]) != 0)
            return false;
    }
    return true;
}

/* 甲市流动人口居住登记 and 甲市流动人口居住登记办法. A title that names nothing stands in the
 * way of nothing. */
static bool titles_near(const char *a, const char *b)
{
    if (!a || !b || strcmp(a, b) == 0)
        return true;
    zw_str x = zw_str_of(a), y = zw_str_of(b), brief = x.n < y.n ? x : y;
    return brief.n >= TITLE_LEAST && zw_str_has(x.n < y.n ? y : x, x.n < y.n ? a : b);
}

/* Days since some day, near enough; a month or day that is not told is its first. */
static int day_of(const char *date)
{
    int y = atoi(date), m = strlen(date) >= 7 ? atoi(date + 5) : 1,
        d = strlen(date) >= 10 ? atoi(date + 8) : 1;
    return y * 365 + m * 30 + d;
}

static bool dates_clash(const char *a, const char *b)
{
    if (!a || !b)
        return false;
    size_t n = strlen(a) < strlen(b) ? strlen(a) : strlen(b);
    return strncmp(a, b, n) != 0 && abs(day_of(a) - day_of(b)) > COPY_DAYS;
}

/* Both told and the same, or none told and one issuer. */
static bool one_authority(const zw_doc_record *a, const zw_doc_record *b)
{
    if (a->region.n == 0 && b->region.n == 0)
        return same(a->meta.issuer, b->meta.issuer);
    return a->region.n == b->region.n && places_agree(&a->region, &b->region);
}

/* 甲市科学技术进步条例 of 2010 and of 2024 may have no sentence in common, and are one regulation:
 * of a 条例 only one is in force in a place. */
static bool replaces(const zw_doc_record *a, const zw_doc_record *b)
{
    return a->version.standing && one_authority(a, b) && dates_clash(a->meta.date, b->meta.date);
}

bool zw_group_related(const zw_doc_record *a, const zw_doc_record *b)
{
    const zw_version *v = &a->version, *w = &b->version;
    bool key = same(v->key, w->key), number = same(a->meta.number, b->meta.number);
    bool issued = v->form == ZW_FORM_ISSUED && w->form == ZW_FORM_ISSUED;
    bool explains = v->form == ZW_FORM_INTERPRETATION || w->form == ZW_FORM_INTERPRETATION;
    double alike = zw_sketch_alike(&v->sketch, &w->sketch);
    if (!places_agree(&a->region, &b->region))
        return number && alike >= least.like;
    if (v->form == ZW_FORM_CHANGE || w->form == ZW_FORM_CHANGE)
        return v->form == w->form && alike >= least.like;
    if (number && !explains && (key || alike >= least.numbered))
        return true;
    if (issued && key)
        return zw_sketch_inside(&v->sketch, &w->sketch) >= least.issued || replaces(a, b);
    if (key)
        return true;
    if (differ(a->meta.number, b->meta.number) || (explains && v->form != w->form))
        return false;
    if (!titles_near(v->key, w->key))
        return alike >= least.equal;
    return alike >= (issued ? least.like : least.draft) ||
           zw_sketch_inside(&v->sketch, &w->sketch) >= least.attached;
}

/* ---- copies ---- */

bool zw_group_copies(const zw_doc_record *a, const zw_doc_record *b)
{
    const zw_version *v = &a->version, *w = &b->version;
    double alike = zw_sketch_alike(&v->sketch, &w->sketch);
    if (v->form != w->form || differ(a->meta.number, b->meta.number))
        return false;
    if (dates_clash(a->meta.date, b->meta.date) || v->amended != w->amended)
        return alike == 1 && v->sketch.letters == w->sketch.letters;
    return alike >= least.copy || (titles_near(v->key, w->key) &&
                                   zw_sketch_inside(&v->sketch, &w->sketch) >= least.attached);
}
