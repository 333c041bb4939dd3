#include "segmenter/words.h"

#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/utf16.h>

/* ICU is handed the text in windows: its dictionary works on a whole run of Han characters at
 * once, and a text without any punctuation must not grow that without limit. A window ends behind
 * a character that is not Han where there is one. */
#define WINDOW 8192

/* What a piece of a path costs. A lexicon word beats the ICU words it is made of, but not when it
 * leaves characters of cut words over: 发展|中|国家 stays, though 中国 is a word. */
#define COST_ICU 1.0f
#define COST_LEXICON 0.7f
#define COST_STOP 0.99f /* as ICU's, and before it: 有效 is not 有|效 */
#define COST_LEFT 2.5f

typedef struct {
    float cost;
    uint32_t from; /* where the word that ends here starts */
    uint8_t flags; /* of the units of that word, ZW_UNIT_WORD of its first */
} step;

struct zw_breaker {
    const zw_lexicon *lexicon;
    UBreakIterator *icu;
    UChar text[WINDOW * 2];
    step steps[WINDOW + 1];
};

zw_status zw_breaker_new(const zw_lexicon *lexicon, zw_breaker **made, zw_err *err)
{
    UErrorCode status = U_ZERO_ERROR;
    zw_breaker *b = calloc(1, sizeof *b);
    if (!b)
        return zw_err_nomem(err);
    b->lexicon = lexicon;
    b->icu = ubrk_open(UBRK_WORD, "zh", NULL, 0, &status);
    if (U_FAILURE(status)) {
        zw_breaker_free(b);
        return zw_err_set(err, ZW_E_IO, "ICU has no word breaks for zh: %s", u_errorName(status));
    }
    *made = b;
    return ZW_OK;
}

void zw_breaker_free(zw_breaker *b)
{
    if (!b)
        return;
    if (b->icu)
        ubrk_close(b->icu);
    free(b);
}

static size_t window_end(const zw_folded *f, size_t start)
{
    if (f->n - start <= WINDOW)
        return f->n;
    size_t end = start + WINDOW;
    while (end > start && f->at[end - 1].class == ZW_UNIT_HAN)
        end--;
    return end > start ? end : start + WINDOW;
}

static zw_status mark_icu(zw_breaker *b, const zw_folded *f, size_t start, size_t end, zw_err *err)
{
    UErrorCode status = U_ZERO_ERROR;
    int32_t n = 0, at = 0;
    for (size_t i = start; i < end; i++)
        U16_APPEND_UNSAFE(b->text, n, f->at[i].code);
    ubrk_setText(b->icu, b->text, n, &status);
    if (U_FAILURE(status))
        return zw_err_set(err, ZW_E_IO, "ICU word breaks: %s", u_errorName(status));
    int32_t next = ubrk_first(b->icu);
    for (size_t i = start; i < end && next != UBRK_DONE; i++) {
        if (at == next) {
            f->at[i].flags |= ZW_UNIT_WORD;
            next = ubrk_next(b->icu);
        }
        at += U16_LENGTH(f->at[i].code);
    }
    return ZW_OK;
}

static void offer(step *to, float cost, size_t from, uint8_t flags)
{
    if (cost < to->cost)
        *to = (step){ cost, (uint32_t)from, flags };
}

/* Every lexicon word that starts at unit i of the run. */
static void offer_lexicon(zw_breaker *b, const zw_folded *f, size_t run, size_t i, size_t end)
{
    if (!zw_lexicon_starts(b->lexicon, f->at[i].code))
        return;
    size_t byte = f->at[i].normal, used, to = i;
    uint32_t class;
    size_t last = end < f->n ? f->at[end].normal : f->normal.n;
    zw_str text = { f->normal.at, last };
    for (zw_trie_walk walk = { 0 };
         (used = zw_trie_next(b->lexicon->words, text, byte, &walk, &class)) > 0;) {
        while (to < end && f->at[to].normal < byte + used)
            to++;
        bool stop = class == ZW_WORD_STOP;
        offer(&b->steps[to - run], b->steps[i - run].cost + (stop ? COST_STOP : COST_LEXICON), i,
              stop ? ZW_UNIT_LEXICON | ZW_UNIT_STOP : ZW_UNIT_LEXICON);
    }
}

/* The cheapest way through a run of Han characters, over ICU's words and the lexicon's. */
static void mend_run(zw_breaker *b, const zw_folded *f, size_t run, size_t end)
{
    size_t n = end - run;
    for (size_t i = 1; i <= n; i++)
        b->steps[i].cost = 1e30f;
    b->steps[0].cost = 0;
    for (size_t i = run; i < end; i++) {
        float cost = b->steps[i - run].cost;
        bool starts = f->at[i].flags & ZW_UNIT_WORD;
        if (starts || i == run) {
            size_t to = i + 1;
            while (to < end && !(f->at[to].flags & ZW_UNIT_WORD))
                to++;
            offer(&b->steps[to - run], cost + COST_ICU, i, 0);
        }
        offer(&b->steps[i + 1 - run], cost + COST_LEFT, i, 0);
        offer_lexicon(b, f, run, i, end);
    }
    for (size_t i = n; i > 0; i = b->steps[i].from - run) {
        size_t from = b->steps[i].from;
        for (size_t u = from; u < run + i; u++)
            f->at[u].flags = (f->at[u].flags & ~ZW_UNIT_WORD) | b->steps[i].flags;
        f->at[from].flags |= ZW_UNIT_WORD;
    }
}

static bool is_digit(const zw_folded *f, size_t i)
{
    return i < f->n && f->at[i].code >= '0' && f->at[i].code <= '9';
}

/* Whether unit i goes on with what stands before it: a run of letters and digits is one word,
 * whatever ICU makes of it (COVID-19 is three), and so is 3.5. */
static bool goes_on(const zw_folded *f, size_t i)
{
    const zw_unit *u = &f->at[i];
    if (i == 0 || (u->flags & (ZW_UNIT_FRESH | ZW_UNIT_AFTER_BLANK)))
        return false;
    if (u->code == '.')
        return is_digit(f, i - 1) && is_digit(f, i + 1) && !(u[1].flags & ZW_UNIT_AFTER_BLANK);
    if (u->class != ZW_UNIT_RUN || (u[-1].flags & ZW_UNIT_LAST))
        return false;
    return u[-1].class == ZW_UNIT_RUN || (u[-1].code == '.' && !(u[-1].flags & ZW_UNIT_WORD));
}

static void mark_other(const zw_folded *f, size_t i)
{
    f->at[i].flags &= (uint8_t)~ZW_UNIT_WORD;
    if (!goes_on(f, i))
        f->at[i].flags |= ZW_UNIT_WORD;
}

zw_status zw_breaker_run(zw_breaker *b, const zw_folded *f, zw_err *err)
{
    for (size_t start = 0, end; start < f->n; start = end) {
        end = window_end(f, start);
        zw_status s = mark_icu(b, f, start, end, err);
        if (s != ZW_OK)
            return s;
        for (size_t i = start; i < end;) {
            size_t run = i;
            while (i < end && f->at[i].class == ZW_UNIT_HAN)
                i++;
            if (i > run)
                mend_run(b, f, run, i);
            else
                mark_other(f, i++);
        }
    }
    return ZW_OK;
}
