#include "corpus/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/utf16.h>

#include "base/buffer.h"
#include "base/utf8.h"

#define SAMPLE ((size_t)64 * 1024)

/* What comes of trying one encoding. */
typedef struct {
    size_t bad, first_bad; /* places that the encoding does not explain; byte of the first */
    size_t chars;
    zw_buf text;
} trial;

typedef struct {
    const char *start;
    trial *to;
} callback_context;

static void count_bad(const void *context, UConverterToUnicodeArgs *args, const char *units,
                      int32_t length, UConverterCallbackReason reason, UErrorCode *code)
{
    (void)units;
    if (reason > UCNV_IRREGULAR)
        return;
    const callback_context *c = context;
    if (c->to->bad++ == 0) {
        /* args->source stands behind the bytes in question; a truncated end is at the very end. */
        size_t behind = (size_t)(args->source - c->start);
        c->to->first_bad = behind >= (size_t)length ? behind - (size_t)length : 0;
    }
    static const UChar replacement = 0xFFFD;
    *code = U_ZERO_ERROR;
    ucnv_cbToUWriteUChars(args, &replacement, 1, 0, code);
}

/* Appends UTF-16 as UTF-8; a high surrogate at the very end is left for the next call. */
static int32_t append_utf16(trial *t, const UChar *units, int32_t n, bool last)
{
    int32_t i = 0;
    while (i < n) {
        if (!last && i == n - 1 && U16_IS_LEAD(units[i]))
            break;
        UChar32 c;
        U16_NEXT(units, i, n, c);
        if (U_IS_SURROGATE(c)) {
            t->bad++;
            c = 0xFFFD;
        }
        zw_buf_code(&t->text, (unsigned)c);
        t->chars++;
    }
    return i;
}

static bool convert(UConverter *conv, zw_str bytes, trial *t)
{
    UChar units[4096];
    int32_t held = 0;
    const char *from = bytes.at, *end = bytes.at + bytes.n;
    UErrorCode code;
    do {
        UChar *to = units + held;
        code = U_ZERO_ERROR;
        ucnv_toUnicode(conv, &to, units + 4096, &from, end, NULL, true, &code);
        if (U_FAILURE(code) && code != U_BUFFER_OVERFLOW_ERROR)
            return false;
        int32_t n = (int32_t)(to - units);
        int32_t used = append_utf16(t, units, n, code != U_BUFFER_OVERFLOW_ERROR);
        held = n - used;
        if (held)
            units[0] = units[used];
    } while (code == U_BUFFER_OVERFLOW_ERROR);
    return true;
}

/* Decodes bytes with an ICU converter; bad places are counted and become U+FFFD. */
static zw_status try_icu(const char *name, zw_str bytes, trial *t, zw_err *err)
{
    *t = (trial){ .first_bad = bytes.n };
    UErrorCode code = U_ZERO_ERROR;
    UConverter *conv = ucnv_open(name, &code);
    if (U_FAILURE(code))
        return zw_err_set(err, ZW_E_ENCODING, "ICU has no converter %s", name);
    callback_context context = { bytes.at, t };
    ucnv_setToUCallBack(conv, count_bad, &context, NULL, NULL, &code);
    bool ok = U_SUCCESS(code) && convert(conv, bytes, t);
    ucnv_close(conv);
    if (zw_buf_failed(&t->text))
        return zw_err_nomem(err);
    return ok ? ZW_OK : zw_err_set(err, ZW_E_ENCODING, "conversion from %s failed", name);
}

static bool few_bad(const trial *t)
{
    return t->bad <= 1 + t->chars / ZW_DECODE_CHARS_A_BAD;
}

static zw_status too_bad(const trial *t, const char *encoding, zw_err *err)
{
    return zw_err_set(err, ZW_E_ENCODING, "byte %zu is not %s, nor are %zu other places",
                      t->first_bad, encoding, t->bad - 1);
}

static zw_status give(trial *t, const char *encoding, zw_arena *arena, zw_decoded *decoded,
                      zw_err *err)
{
    if (!few_bad(t))
        return too_bad(t, encoding, err);
    char *copy = zw_arena_copy(arena, t->text.at, t->text.n);
    if (!copy)
        return zw_err_nomem(err);
    *decoded = (zw_decoded){ { copy, t->text.n }, encoding, t->bad };
    return ZW_OK;
}

static zw_status decode_icu(const char *name, zw_str bytes, zw_arena *arena, zw_decoded *decoded,
                            zw_err *err)
{
    trial t;
    zw_status s = try_icu(name, bytes, &t, err);
    if (s == ZW_OK)
        s = give(&t, name, arena, decoded, err);
    zw_buf_free(&t.text);
    return s;
}

/* Counts what is wrong with bytes as UTF-8; *multi gets the well-formed multi-byte characters. */
static void weigh_utf8(zw_str bytes, trial *t, size_t *multi)
{
    *t = (trial){ .first_bad = bytes.n };
    *multi = 0;
    size_t behind = 0; /* a bad place goes to here: what is left of a cut character is one */
    for (size_t at = 0, len; at < bytes.n; at += len) {
        uint32_t c = zw_utf8_at(bytes, at, &len);
        if (c == ZW_UTF8_BAD && len == 1) {
            if (t->bad == 0)
                t->first_bad = at;
            t->bad += t->bad == 0 || behind != at;
            behind = at + 1;
        } else if (len > 1) {
            ++*multi;
        }
        t->chars++;
    }
}

static zw_status mend_utf8(zw_str bytes, trial *t, zw_arena *arena, zw_decoded *decoded,
                           zw_err *err)
{
    if (!few_bad(t))
        return too_bad(t, "UTF-8", err);
    for (size_t at = 0, len; at < bytes.n; at += len)
        zw_buf_code(&t->text, zw_utf8_at(bytes, at, &len));
    zw_status s = zw_buf_failed(&t->text) ? zw_err_nomem(err)
                                          : give(t, "UTF-8", arena, decoded, err);
    zw_buf_free(&t->text);
    return s;
}

/* Characters that stand in any page of official Chinese, simplified and traditional. */
static bool is_common(uint32_t c)
{
    static const char common[] =
        "的一是在不和有人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过"
        "子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两"
        "体"
        "制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线"
        "内"
        "数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通並"
        "國個這為時來們說產對會發動過種後學經進著電裡現實機當點從業應開還與關條結問無員財務規劃區"
        "縣";
    char put[4];
    size_t n = zw_utf8_put(put, c);
    return n == 3 && zw_str_find(ZW_STR(common), (zw_str){ put, n }, 0) < sizeof common - 1;
}

/* How many of the Han characters are common ones, in thousandths. */
static size_t commonness(zw_str text)
{
    size_t han = 0, common = 0;
    for (size_t at = 0, len; at < text.n && han < 4000; at += len) {
        uint32_t c = zw_utf8_at(text, at, &len);
        if (!zw_is_han(c))
            continue;
        han++;
        common += is_common(c);
    }
    return han ? common * 1000 / han : 0;
}

static zw_status decode_east_asian(zw_str bytes, zw_arena *arena, zw_decoded *decoded, zw_err *err)
{
    static const char *const names[] = { "GB18030", "Big5" };
    zw_str sample = { bytes.at, bytes.n < SAMPLE ? bytes.n : SAMPLE };
    size_t best = 0;
    long best_score = -1;
    for (size_t i = 0; i < 2; i++) {
        trial t;
        zw_status s = try_icu(names[i], sample, &t, err);
        long score = s == ZW_OK ? (long)commonness(zw_buf_view(&t.text)) : 0;
        score -= few_bad(&t) ? 0 : 1000;
        zw_buf_free(&t.text);
        if (s != ZW_OK)
            return s;
        if (score > best_score) {
            best = i;
            best_score = score;
        }
    }
    return decode_icu(names[best], bytes, arena, decoded, err);
}

/* Whether two-byte units read as text: letters and signs that Chinese files use. */
static bool reads_as_utf16(zw_str bytes, bool big)
{
    size_t n = bytes.n < SAMPLE ? bytes.n / 2 : SAMPLE / 2, good = 0;
    for (size_t i = 0; i < n; i++) {
        unsigned char a = (unsigned char)bytes.at[2 * i], b = (unsigned char)bytes.at[2 * i + 1];
        unsigned u = big ? (unsigned)a << 8 | b : (unsigned)b << 8 | a;
        good += (u >= 0x20 && u < 0x7F) || u == '\n' || u == '\r' || u == '\t' ||
                (u >= 0x2010 && u < 0x2040) || (u >= 0x3000 && u < 0x3020) ||
                (u >= 0x4E00 && u < 0xA000) || (u >= 0xFF00 && u < 0xFF60);
    }
    return n > 0 && bytes.n % 2 == 0 && good * 20 >= n * 19;
}

static zw_status decode_8_bit(zw_str bytes, zw_arena *arena, zw_decoded *decoded, zw_err *err)
{
    size_t bad = zw_utf8_bad(bytes);
    if (bad == bytes.n) {
        *decoded = (zw_decoded){ bytes, "UTF-8", 0 };
        return ZW_OK;
    }
    /* UTF-8 with a bad byte often passes for GB18030 as well, but GB18030 hardly ever gives well
     * formed three-byte characters in a row: 20 good ones a bad one settle it. */
    trial t;
    size_t multi;
    weigh_utf8(bytes, &t, &multi);
    if (multi >= 20 * t.bad)
        return mend_utf8(bytes, &t, arena, decoded, err);
    zw_status s = decode_east_asian(bytes, arena, decoded, err);
    if (s == ZW_E_ENCODING && multi > 2 * t.bad) /* nothing reads well: name UTF-8's bad places */
        return mend_utf8(bytes, &t, arena, decoded, err);
    return s;
}

zw_status zw_decode(zw_str bytes, zw_arena *arena, zw_decoded *decoded, zw_err *err)
{
    static const struct {
        const char *bom;
        size_t n;
        const char *name;
    } boms[] = { { "\xEF\xBB\xBF", 3, NULL },
                 { "\xFF\xFE", 2, "UTF-16LE" },
                 { "\xFE\xFF", 2, "UTF-16BE" } };
    for (size_t i = 0; i < sizeof boms / sizeof *boms; i++) {
        if (!zw_str_starts(bytes, (zw_str){ boms[i].bom, boms[i].n }))
            continue;
        zw_str rest = { bytes.at + boms[i].n, bytes.n - boms[i].n };
        return boms[i].name ? decode_icu(boms[i].name, rest, arena, decoded, err)
                            : decode_8_bit(rest, arena, decoded, err);
    }
    bool nul = bytes.n && memchr(bytes.at, 0, bytes.n);
    if (nul || zw_utf8_bad(bytes) < bytes.n) {
        if (reads_as_utf16(bytes, false))
            return decode_icu("UTF-16LE", bytes, arena, decoded, err);
        if (reads_as_utf16(bytes, true))
            return decode_icu("UTF-16BE", bytes, arena, decoded, err);
    }
    if (nul)
        return zw_err_set(err, ZW_E_FORMAT, "binary: a NUL at byte %zu",
                          (size_t)((const char *)memchr(bytes.at, 0, bytes.n) - bytes.at));
    return decode_8_bit(bytes, arena, decoded, err);
}
