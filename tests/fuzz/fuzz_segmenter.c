/* Normalising is idempotent, words tile, and what a phrase demands every text that holds it has. */
#include "base/utf8.h"
#include "segmenter/segmenter.h"
#include "tests/fuzz/fuzz.h"

static zw_segmenter *segmenter;

static void open_once(void)
{
    static zw_lexicon *lexicon;
    zw_err err = { 0 };
    if (segmenter)
        return;
    PROPERTY(zw_lexicon_open(&lexicon, &err) == ZW_OK);
    PROPERTY(zw_segmenter_new(lexicon, &segmenter, &err) == ZW_OK);
}

typedef zw_status form(zw_segmenter *, zw_str, zw_arena *, zw_str *, zw_offset_map **, zw_err *);

static void check_form(form *make, zw_str text, zw_arena *arena)
{
    zw_str once, twice;
    zw_offset_map *map;
    zw_err err = { 0 };
    PROPERTY(make(segmenter, text, arena, &once, &map, &err) == ZW_OK);
    PROPERTY(zw_utf8_bad(once) == once.n);
    PROPERTY(zw_offset_map_new_len(map) == once.n && zw_offset_map_old_end(map) <= text.n);
    PROPERTY(make(segmenter, once, arena, &twice, NULL, &err) == ZW_OK);
    PROPERTY(zw_str_eq(once, twice));
}

static void check_words(zw_str text, zw_arena *arena)
{
    zw_tokens words = { 0 };
    zw_err err = { 0 };
    PROPERTY(zw_segmenter_words(segmenter, text, arena, &words, &err) == ZW_OK);
    size_t at = 0;
    for (size_t i = 0; i < words.n; i++) {
        /* Of the three words that one ㈱ becomes the first has its range, the others are empty. */
        PROPERTY(words.at[i].at.start == at && words.at[i].at.end >= at);
        at = words.at[i].at.end;
    }
    PROPERTY(at == text.n);
}

static zw_terms terms_of(zw_seg_mode mode, zw_str text, zw_arena *arena)
{
    zw_terms terms = { 0 };
    zw_err err = { 0 };
    PROPERTY(zw_segmenter_terms(segmenter, mode, text, arena, &terms, &err) == ZW_OK);
    for (size_t i = 0; i < terms.n; i++) {
        const zw_term *t = &terms.at[i];
        PROPERTY(t->text.n > 0 && t->text.n <= 240 && zw_utf8_bad(t->text) == t->text.n);
        PROPERTY(t->at.start < t->at.end && t->at.end <= text.n && t->weight > 0);
    }
    return terms;
}

static bool holds(const zw_terms *terms, const zw_term *wanted)
{
    for (size_t i = 0; i < terms->n; i++) {
        zw_str have = terms->at[i].text;
        if (wanted->open_start ? zw_str_find(have, wanted->text, 0) < have.n
            : wanted->open_end ? zw_str_starts(have, wanted->text)
                               : zw_str_eq(have, wanted->text))
            return true;
    }
    return false;
}

/* A place to cut text: before a character that cannot join with the one before it. */
static size_t cut_at(zw_str text, size_t at)
{
    size_t len;
    for (at = at < text.n ? zw_utf8_boundary(text, at) : text.n; at < text.n; at += len) {
        uint32_t c = zw_utf8_at(text, at, &len);
        if (c < 0x80 || zw_is_han(c))
            break;
    }
    return at;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    open_once();
    if (size < 2)
        return 0;
    zw_str text = fuzz_text(data + 2, size - 2);
    zw_arena *arena = zw_arena_new();
    check_form(zw_segmenter_normalise, text, arena);
    check_form(zw_segmenter_fold_exact, text, arena);
    check_words(text, arena);
    zw_terms document = terms_of(ZW_SEG_DOCUMENT, text, arena);
    terms_of(ZW_SEG_QUERY, text, arena);
    zw_range part = { cut_at(text, data[0]), cut_at(text, (size_t)data[0] + data[1]) };
    if (zw_utf8_bad(text) == text.n && part.start < part.end) {
        zw_terms phrase = terms_of(ZW_SEG_PHRASE, zw_str_slice(text, part), arena);
        for (size_t i = 0; i < phrase.n; i++)
            PROPERTY(holds(&document, &phrase.at[i]));
    }
    zw_arena_free(arena);
    return 0;
}
