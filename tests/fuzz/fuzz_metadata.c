/* What is told of a document was found in it: every field is put together from a run or two of its
 * text or of its file's name (the first line here), and every date is one. */
#include "base/buffer.h"
#include "tests/fuzz/documents.h"
#include "tests/fuzz/draft.h"
#include "tests/fuzz/text.h"

#define NAME_MAX_BYTES 120

/* Of `most` runs at most; brackets are normalised in numbers. */
static void check_runs(const char *field, zw_str text, size_t most, zw_arena *arena)
{
    if (field) {
        zw_str s = zw_str_of(field);
        PROPERTY(s.n > 0 && zw_utf8_bad(s) == s.n);
        check_made_of(squashed(s, "()[]", arena), text, most);
    }
}

static void check_date(const char *date)
{
    int year = 0, month = 1, day = 1, n = 0;
    if (!date)
        return;
    size_t fields = (size_t)sscanf(date, "%4d%n-%2d%n-%2d%n", &year, &n, &month, &n, &day, &n);
    PROPERTY(strlen(date) == (fields == 1   ? 4u
                              : fields == 2 ? 7u
                                            : 10u) &&
             (size_t)n == strlen(date));
    PROPERTY(year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= 31);
}

/* 〔〕 and all other brackets of numbers go, for either side may have another kind. */
static zw_str without_brackets(zw_str s, zw_arena *arena)
{
    static const char *const brackets[] = { "〔", "〕", "【", "】", "〈", "〉" };
    char *to = zw_arena_alloc(arena, s.n + 1);
    size_t n = 0, len;
    PROPERTY(to);
    for (size_t at = 0; at < s.n; at += len) {
        bool gone = false;
        zw_utf8_at(s, at, &len);
        for (size_t i = 0; i < sizeof brackets / sizeof *brackets; i++)
            gone |= zw_str_starts((zw_str){ s.at + at, s.n - at }, zw_str_of(brackets[i]));
        if (!gone) {
            memcpy(to + n, s.at + at, len);
            n += len;
        }
    }
    return (zw_str){ to, n };
}

/* What a document's fields may be made of: its text, the box of facts above it, its file's name. */
static zw_str all_told(const zw_document *doc, zw_arena *arena)
{
    zw_buf told = ZW_BUF_INIT;
    zw_buf_printf(&told, "%s\n全国\n", doc->source->path);
    zw_buf_str(&told, doc->source->text);
    zw_buf_char(&told, '\n');
    zw_buf_str(&told, doc->text);
    zw_str s = squashed(zw_buf_view(&told), "()[]", arena);
    zw_buf_free(&told);
    return s;
}

static void check_metadata(const zw_document *doc, zw_arena *arena)
{
    const zw_metadata *m = &doc->meta;
    zw_str own = all_told(doc, arena);
    check_runs(m->title, own, 1, arena);
    check_runs(m->genre, own, 1, arena);
    check_runs(m->validity, own, 1, arena);
    /* 全国 + province + body; 甲省 of the title before it */
    check_runs(m->issuer, own, 16, arena);
    if (m->number) { /* 国务院令 above 第663号 */
        zw_str number = without_brackets(squashed(zw_str_of(m->number), "()[]", arena), arena);
        check_made_of(number, without_brackets(own, arena), 2);
    }
    const char *const dates[] = { m->date, m->published, m->effective, m->repealed };
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++)
        check_date(dates[i]);
    PROPERTY(m->year == 0 || (m->year > 1000 && m->year < 10000));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    zw_arena *arena = zw_arena_new();
    zw_documents docs = { 0 };
    zw_err err = { 0 };
    zw_str all = fuzz_utf8(data, size < 4096 ? size : 4096, arena);
    size_t end = 0;
    while (end < all.n && end < NAME_MAX_BYTES && all.at[end] != '\n' && all.at[end])
        end++;
    const char *name = zw_arena_printf(arena, "%.*s.txt", (int)end, all.at);
    zw_str bytes = { all.at + end, all.n - end };
    if (name &&
        zw_corpus_read_bytes(name, bytes, fuzz_read_options(), arena, &docs, &err) == ZW_OK) {
        for (size_t i = 0; i < docs.documents.n; i++)
            check_metadata(docs.documents.at[i], arena);
    }
    zw_arena_free(arena);
    return 0;
}
