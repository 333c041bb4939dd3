#include "segmenter/fold.h"

#include <stdlib.h>
#include <unicode/uchar.h>

#include "base/utf8.h"

/* A piece is what normalises together: a character and the marks behind it. Longer ones are cut,
 * which keeps the reordering of a million marks linear and the length of a piece in a byte. */
#define PIECE_CODES 60

#define CELLS 256

/* Room for more than this is given back after an enormous text. */
#define KEEP_UNITS ((size_t)1 << 20)

/* One code point of a page, filled from ICU when the page is first met: pages belong to the
 * thread, so nothing needs a lock, and a query fills two or three of them. */
typedef struct {
    uint32_t code; /* what it becomes; NOTHING: it goes */
    uint8_t class; /* of what it becomes */
    bool starts;   /* it never joins with what stands before it */
    bool expands;  /* into several, which ICU is asked for each time */
} cell;

#define NOTHING UINT32_MAX

struct zw_fold {
    const zw_lexicon *lexicon;
    const UNormalizer2 *nfkc;
    cell *pages[0x10000 / CELLS];
    cell beyond; /* of the last code point past U+FFFF */
    zw_unit *units;
    size_t n, room;
    char *normal;
    size_t normal_n;
    bool squeeze, blank;
    uint32_t blank_at;
    uint8_t blank_len, mark;
};

zw_status zw_fold_new(const zw_lexicon *lexicon, zw_fold **fold, zw_err *err)
{
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfkc = unorm2_getNFKCCasefoldInstance(&status);
    if (U_FAILURE(status))
        return zw_err_set(err, ZW_E_IO, "ICU has no NFKC_Casefold: %s", u_errorName(status));
    *fold = calloc(1, sizeof **fold);
    if (!*fold)
        return zw_err_nomem(err);
    (*fold)->lexicon = lexicon;
    (*fold)->nfkc = nfkc;
    return ZW_OK;
}

void zw_fold_free(zw_fold *fold)
{
    if (!fold)
        return;
    for (size_t i = 0; i < sizeof fold->pages / sizeof *fold->pages; i++)
        free(fold->pages[i]);
    free(fold->units);
    free(fold->normal);
    free(fold);
}

static uint8_t class_of(uint32_t code)
{
    if (zw_is_han(code))
        return ZW_UNIT_HAN;
    if (zw_is_blank(code))
        return ZW_UNIT_BLANK;
    uint32_t wanted = U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK;
    return U_MASK(u_charType((UChar32)code)) & wanted ? ZW_UNIT_RUN : ZW_UNIT_OTHER;
}

/* A number in a ring or a bracket of its own is no digit of the number beside it: ①2016年. */
static bool is_ringed(uint32_t code)
{
    return (code >= 0x2460 && code <= 0x24FF) || (code >= 0x2776 && code <= 0x2793) ||
           (code >= 0x3251 && code <= 0x325F) || (code >= 0x32B1 && code <= 0x32BF);
}

static cell make_cell(const zw_fold *f, uint32_t code)
{
    cell c = { .code = code };
    c.starts = unorm2_hasBoundaryBefore(f->nfkc, (UChar32)code);
    UChar from[2], to[32];
    int32_t n = 0;
    UErrorCode status = U_ZERO_ERROR;
    U16_APPEND_UNSAFE(from, n, code);
    int32_t made = unorm2_normalize(f->nfkc, from, n, to, 32, &status);
    if (code >= 0xD800 && code < 0xE000) {
        c.code = ZW_UTF8_BAD;
    } else if (made == 0) {
        c.code = NOTHING;
    } else {
        int32_t i = 0;
        U16_NEXT_UNSAFE(to, i, c.code);
        c.expands = U_FAILURE(status) || i < made || is_ringed(code);
        c.code = zw_lexicon_simplify(f->lexicon, c.code);
    }
    c.class = c.code == NOTHING ? ZW_UNIT_OTHER : class_of(c.code);
    return c;
}

static bool fill_page(zw_fold *f, uint32_t page)
{
    cell *cells = calloc(CELLS, sizeof *cells);
    if (!cells)
        return false;
    for (uint32_t i = 0; i < CELLS; i++)
        cells[i] = make_cell(f, page * CELLS + i);
    f->pages[page] = cells;
    return true;
}

/* NULL: out of memory. */
static const cell *cell_of(zw_fold *f, uint32_t code)
{
    if (code > 0xFFFF) {
        f->beyond = make_cell(f, code);
        return &f->beyond;
    }
    if (!f->pages[code / CELLS] && !fill_page(f, code / CELLS))
        return NULL;
    return &f->pages[code / CELLS][code % CELLS];
}

static bool grow(zw_fold *f)
{
    size_t room = f->room ? f->room * 2 : 1024;
    zw_unit *units = realloc(f->units, room * sizeof *units);
    if (units)
        f->units = units;
    char *normal = realloc(f->normal, room * 4);
    if (normal)
        f->normal = normal;
    if (!units || !normal)
        return false;
    f->room = room;
    return true;
}

static void give_back(zw_fold *f)
{
    free(f->units);
    free(f->normal);
    f->units = NULL;
    f->normal = NULL;
    f->room = 0;
}

static bool put(zw_fold *f, uint32_t code, uint8_t class, uint32_t at, uint8_t len, uint8_t flags)
{
    if (f->n == f->room && !grow(f))
        return false;
    zw_unit *u = &f->units[f->n++];
    *u = (zw_unit){ code, at, (uint32_t)f->normal_n, len, class, flags };
    f->normal_n += zw_utf8_put(f->normal + f->normal_n, code);
    return true;
}

/* Whether a blank that was squeezed stays one: between two words of Latin letters, and before a
 * mark, which would join with what stands before the blank and be another character (= and U+0338
 * are ≠). */
static bool parts(const zw_fold *f, uint32_t code, uint8_t class)
{
    if (f->n == 0)
        return false;
    return (class == ZW_UNIT_RUN && f->units[f->n - 1].class == ZW_UNIT_RUN) ||
           !unorm2_hasBoundaryBefore(f->nfkc, (UChar32)code);
}

/* Puts one normalised code point behind the others, blanks by the rule of `squeeze`. */
static bool emit(zw_fold *f, uint32_t code, uint8_t class, uint32_t at, uint8_t len)
{
    uint8_t flags = f->mark;
    if (f->squeeze) {
        if (class == ZW_UNIT_BLANK) {
            if (!f->blank) {
                f->blank_at = at;
                f->blank_len = len;
            }
            f->blank = true;
            return true;
        }
        if (f->blank) {
            flags |= ZW_UNIT_AFTER_BLANK;
            f->blank = false;
            if (parts(f, code, class) && !put(f, ' ', ZW_UNIT_BLANK, f->blank_at, f->blank_len, 0))
                return false;
        }
    }
    return put(f, code, class, at, len, flags);
}

/* A piece of several code points, or one that becomes several: ICU's work. */
static bool emit_piece(zw_fold *f, zw_str text, size_t at, size_t len)
{
    UChar from[PIECE_CODES * 2], to[PIECE_CODES * 20];
    int32_t n = 0, made, i = 0;
    uint32_t code = 0;
    for (size_t used = 0, step; used < len; used += step) {
        code = zw_utf8_at(text, at + used, &step);
        U16_APPEND_UNSAFE(from, n, code);
    }
    UErrorCode status = U_ZERO_ERROR;
    made = unorm2_normalize(f->nfkc, from, n, to, PIECE_CODES * 20, &status);
    if (U_FAILURE(status))
        return emit(f, ZW_UTF8_BAD, ZW_UNIT_OTHER, (uint32_t)at, (uint8_t)len);
    bool ringed = is_ringed(code), done = true;
    while (i < made && done) {
        f->mark = (ringed && i == 0) ? ZW_UNIT_FRESH : 0;
        U16_NEXT_UNSAFE(to, i, code);
        f->mark |= (ringed && i == made) ? ZW_UNIT_LAST : 0;
        code = zw_lexicon_simplify(f->lexicon, code);
        done = emit(f, code, class_of(code), (uint32_t)at, (uint8_t)len);
    }
    f->mark = 0;
    return done;
}

/* Where the piece that starts at `at` ends; its first code point is len bytes long. */
static bool piece_end(zw_fold *f, zw_str text, size_t at, size_t len, size_t *end)
{
    *end = at + len;
    for (int codes = 1; *end < text.n && codes < PIECE_CODES; codes++, *end += len) {
        const cell *next = cell_of(f, zw_utf8_at(text, *end, &len));
        if (!next)
            return false;
        if (next->starts)
            break;
    }
    return true;
}

/* Anything that is no plain ideograph; *at moves behind the piece. */
static bool fold_piece(zw_fold *f, zw_str text, size_t *at)
{
    size_t start = *at, len;
    const cell *c = cell_of(f, zw_utf8_at(text, start, &len));
    if (!c)
        return false;
    cell first = *c;
    /* An ASCII character behind it starts a piece of its own without a look. */
    if (start + len < text.n && (unsigned char)text.at[start + len] < 0x80)
        *at = start + len;
    else if (!piece_end(f, text, start, len, at))
        return false;
    if (first.expands || *at > start + len)
        return emit_piece(f, text, start, *at - start);
    return first.code == NOTHING || emit(f, first.code, first.class, (uint32_t)start, (uint8_t)len);
}

/* The plain ideograph at `at` (E3 90 80 to E9 BF BF), or 0. */
static inline uint32_t ideograph_at(zw_str text, size_t at)
{
    const unsigned char *p = (const unsigned char *)text.at + at;
    if (p[0] < 0xE3 || p[0] > 0xE9 || text.n - at < 3 || (p[1] & 0xC0) != 0x80 ||
        (p[2] & 0xC0) != 0x80)
        return 0;
    uint32_t code = (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
    return code >= ZW_HAN_FIRST && (code < 0x4DC0 || code >= 0x4E00) ? code : 0;
}

static bool fold_all(zw_fold *f, zw_str text)
{
    for (size_t at = 0; at < text.n;) {
        uint32_t code = ideograph_at(text, at);
        if (code) {
            code = f->lexicon->simplified[code - ZW_HAN_FIRST];
            if (!emit(f, code, ZW_UNIT_HAN, (uint32_t)at, 3))
                return false;
            at += 3;
        } else if (!fold_piece(f, text, &at)) {
            return false;
        }
    }
    return true;
}

zw_status zw_fold_run(zw_fold *f, zw_str text, bool squeeze, zw_folded *folded, zw_err *err)
{
    if (text.n >= UINT32_MAX / 8)
        return zw_err_set(err, ZW_E_LIMIT, "a text of %zu MB is longer than one call takes",
                          text.n >> 20);
    if (f->room > KEEP_UNITS && text.n < KEEP_UNITS)
        give_back(f);
    f->n = f->normal_n = 0;
    f->squeeze = squeeze;
    f->blank = false;
    f->mark = 0;
    if (!fold_all(f, text))
        return zw_err_nomem(err);
    *folded = (zw_folded){ f->units, f->n, { f->normal, f->normal_n } };
    return ZW_OK;
}
