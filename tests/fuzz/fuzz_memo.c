/* Quotations lie in their memo; a text is its own wording, character for character. */
#include "base/utf8.h"
#include "query/study/quoting/memo.h"
#include "query/study/wording/align.h"
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

static size_t lines_of(zw_str text)
{
    size_t n = 1;
    for (size_t i = 0; i < text.n; i++)
        n += text.at[i] == '\n';
    return n;
}

static void check_wording(zw_str text, zw_arena *arena)
{
    zw_skeleton s;
    zw_alignment a;
    zw_err err = { 0 };
    PROPERTY(zw_skeleton_of(segmenter, text, arena, &s, &err) == ZW_OK);
    for (size_t i = 0; i < s.n; i++) {
        PROPERTY(s.at[i].start <= s.at[i].end && s.at[i].end <= text.n);
        PROPERTY(i == 0 || s.at[i - 1].start <= s.at[i].start);
    }
    PROPERTY(zw_skeleton_find(&s, &s, 0) == 0 || s.n == 0);
    if (s.n == 0)
        return;
    PROPERTY(zw_skeleton_differs(&s, &s, 0) == 0);
    zw_range all = zw_skeleton_stretch(&s, &s, 0);
    PROPERTY(all.start <= all.end && all.end <= text.n);
    if (s.n > 200)
        return;
    PROPERTY(zw_align(&s, &s, arena, &a, &err) == ZW_OK);
    PROPERTY(a.distance == 0 && a.equal == s.n && zw_alignment_text(&a, &s, &s, arena));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    zw_str text = fuzz_text(data, size);
    zw_arena *arena = zw_arena_new();
    zw_memo memo;
    zw_err err = { 0 };
    open_once();
    zw_status s = zw_memo_read(text, arena, &memo, &err);
    PROPERTY(s == ZW_OK || (s == ZW_E_ENCODING && zw_utf8_bad(text) < text.n));
    for (size_t i = 0; s == ZW_OK && i < memo.quotations.n; i++) {
        const zw_quotation *q = &memo.quotations.at[i];
        PROPERTY(q->text.n > 0 && zw_utf8_bad(q->text) == q->text.n);
        PROPERTY(zw_utf8_bad(q->title) == q->title.n && zw_utf8_bad(q->number) == q->number.n);
        PROPERTY(q->line >= 1 && q->line <= lines_of(text) && q->column >= 1);
        check_wording(q->text, arena);
    }
    if (s == ZW_OK)
        check_wording(text, arena);
    zw_arena_free(arena);
    return 0;
}
