/* Cleaning invents nothing: every byte it keeps is the byte of the source that the map names, what
 * it drops inside a line shows nothing, and its paragraphs tile the text. */
#include "corpus/clean.h"
#include "tests/fuzz/documents.h"
#include "tests/fuzz/draft.h"
#include "tests/fuzz/text.h"

static bool one_line(zw_str s)
{
    zw_range line;
    size_t at = 0;
    return zw_draft_next_line(s, &at, &line) && at == s.n && zw_range_len(line) == s.n;
}

static void check_kept(zw_str text, zw_str source, zw_map_piece p)
{
    zw_str kept = { text.at + p.new_at, p.new_n };
    PROPERTY(p.new_n == p.old_n);
    PROPERTY(zw_str_eq(kept, (zw_str){ source.at + p.old_at, p.old_n }));
    size_t len;
    for (size_t at = 0; at < kept.n; at += len) {
        uint32_t c = zw_utf8_at(kept, at, &len);
        PROPERTY(c == '\t' || c == '\n' || !shows_nothing(c));
    }
}

/* What was put in is the end of a paragraph, or the blank between two Latin words. */
static void check_replaced(zw_str text, zw_map_piece p)
{
    for (size_t i = 0; i < p.new_n; i++)
        PROPERTY(text.at[p.new_at + i] == '\n' || text.at[p.new_at + i] == ' ');
}

static bool is_mark(zw_str source, size_t at)
{
    return (at == 0 || source.at[at - 1] == '\n') && source.at[at] >= 1 && source.at[at] <= 4;
}

/* Between two pieces kept of one line lies nothing that shows. */
static void check_dropped(zw_str source, size_t start, size_t end)
{
    zw_str gone = { source.at + start, end - start };
    size_t len;
    for (size_t at = 0; at < gone.n; at += len) {
        uint32_t c = zw_utf8_at(gone, at, &len);
        PROPERTY(shows_nothing(c) || zw_is_blank(c) || is_mark(source, start + at));
    }
}

static void check_map(zw_str text, zw_str source, const zw_offset_map *map)
{
    size_t new_at = 0, old_at = 0, kept_end = SIZE_MAX;
    for (size_t i = 0; i < zw_offset_map_pieces(map); i++) {
        zw_map_piece p = zw_offset_map_piece(map, i);
        PROPERTY(p.new_at == new_at && p.old_at == old_at);
        new_at += p.new_n;
        old_at += p.old_n;
        PROPERTY(new_at <= text.n && old_at <= source.n);
        if (!p.kept) {
            check_replaced(text, p);
            continue;
        }
        check_kept(text, source, p);
        if (kept_end < p.old_at && one_line((zw_str){ source.at + kept_end, p.old_at - kept_end }))
            check_dropped(source, kept_end, p.old_at);
        kept_end = source.at[old_at - 1] == '\n' ? SIZE_MAX : old_at;
    }
    PROPERTY(new_at == text.n);
}

static void check_paragraphs(const zw_cleaned *cleaned)
{
    size_t at = 0;
    for (size_t i = 0; i < cleaned->paras.n; i++) {
        zw_range r = cleaned->paras.at[i].text;
        PROPERTY(r.start >= at && r.end < cleaned->text.n && cleaned->text.at[r.end] == '\n');
        PROPERTY(zw_str_trim(zw_str_slice(cleaned->text, r)).n > 0);
        PROPERTY(zw_str_trim((zw_str){ cleaned->text.at + at, r.start - at }).n == 0);
        at = r.end + 1;
    }
    PROPERTY(zw_str_trim((zw_str){ cleaned->text.at + at, cleaned->text.n - at }).n == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    zw_arena *arena = zw_arena_new();
    zw_draft draft = fuzz_draft(fuzz_utf8(data, size, arena), arena);
    zw_cleaned cleaned;
    zw_err err = { 0 };
    PROPERTY(zw_clean(fuzz_read_options()->tables, &draft, arena, &cleaned, &err) == ZW_OK);
    PROPERTY(zw_utf8_bad(cleaned.text) == cleaned.text.n);
    check_map(cleaned.text, draft.text, cleaned.map);
    check_paragraphs(&cleaned);
    zw_arena_free(arena);
    return 0;
}
