#include "corpus/html_wire.h"

#include "base/utf8.h"

enum { STRINGS = 6, NONE = -1 };

/* Behind it: blocks, lines, strings, text. */
typedef struct {
    char magic[8];
    uint64_t blocks, lines, text;
    int64_t strings[STRINGS]; /* their bytes, or NONE */
} head;

static const char magic[8] = "zwpage1";

static void strings_of(zw_html_page *page, const char **strings[STRINGS])
{
    zw_metadata *m = &page->meta;
    const char **const all[STRINGS] = { &page->title, &m->title, &m->issuer,
                                        &m->number,   &m->date,  &m->published };
    memcpy(strings, all, sizeof all);
}

static void write_page(zw_html_page *page, zw_buf *out)
{
    const char **strings[STRINGS];
    head h = { .blocks = page->blocks.n, .lines = page->lines.n, .text = page->text.n };
    memcpy(h.magic, magic, sizeof magic);
    strings_of(page, strings);
    for (size_t i = 0; i < STRINGS; i++)
        h.strings[i] = *strings[i] ? (int64_t)strlen(*strings[i]) : NONE;
    zw_buf_add(out, &h, sizeof h);
    zw_buf_add(out, page->blocks.at, page->blocks.n * sizeof *page->blocks.at);
    zw_buf_add(out, page->lines.at, page->lines.n * sizeof *page->lines.at);
    for (size_t i = 0; i < STRINGS; i++)
        zw_buf_text(out, *strings[i] ? *strings[i] : "");
    zw_buf_str(out, zw_buf_view(&page->text));
}

zw_status zw_html_to_wire(zw_str utf8, zw_buf *out, zw_err *err)
{
    zw_html_page page = { 0 };
    zw_trie *words = NULL;
    zw_arena *arena = zw_arena_new();
    zw_status s = arena ? zw_html_words_open(arena, &words, err) : zw_err_nomem(err);
    zw_corpus_tables tables = { .html = words };
    if (s == ZW_OK)
        s = zw_html_parse(&tables, utf8, arena, &page, err);
    if (s == ZW_OK)
        write_page(&page, out);
    if (s == ZW_OK && zw_buf_failed(out))
        s = zw_err_nomem(err);
    zw_html_page_free(&page);
    zw_trie_free(words);
    zw_arena_free(arena);
    return s;
}

/* The next n things of a size, or NULL where so many are not left. */
static const char *take(zw_str *left, uint64_t n, size_t size)
{
    const char *at = left->at;
    if (n > left->n / size)
        return NULL;
    left->at += n * size;
    left->n -= n * size;
    return at;
}

static bool take_strings(const head *h, zw_str *left, zw_arena *arena, zw_html_page *page)
{
    const char **strings[STRINGS];
    strings_of(page, strings);
    for (size_t i = 0; i < STRINGS; i++) {
        if (h->strings[i] == NONE)
            continue;
        const char *at = h->strings[i] < 0 ? NULL : take(left, (uint64_t)h->strings[i], 1);
        zw_str s = { at, (size_t)h->strings[i] };
        if (!at || zw_utf8_bad(s) < s.n || memchr(at, '\0', s.n))
            return false;
        *strings[i] = zw_arena_str(arena, s);
        if (!*strings[i])
            return false;
    }
    return true;
}

/* A byte that is neither 0 nor 1 is no bool, and to look at it as one is undefined. */
static bool is_truth(const bool *from)
{
    unsigned char byte;
    memcpy(&byte, from, sizeof byte);
    return byte <= 1;
}

static bool is_page(const zw_html_page *page)
{
    size_t at = 0, n = page->text.n;
    for (size_t i = 0; i < page->blocks.n; i++) {
        const zw_html_block *b = &page->blocks.at[i];
        if ((i ? b->parent >= i : b->parent) || b->end <= i || b->end > page->blocks.n ||
            !is_truth(&b->chrome) || !is_truth(&b->para))
            return false;
    }
    for (size_t i = 0; i < page->lines.n; i++) {
        const zw_html_line *l = &page->lines.at[i];
        if (l->at.start < at || l->at.end < l->at.start || l->at.end > n ||
            l->block >= page->blocks.n || l->kind > ZW_LINE_TABLE_ROW)
            return false;
        at = l->at.end;
    }
    return zw_utf8_bad(zw_buf_view(&page->text)) == n;
}

/* An array of n things copied from bytes, where it is aligned. */
static bool copy_array(zw_arena *arena, const char *from, uint64_t n, size_t size, void **to)
{
    *to = from ? zw_arena_array(arena, (size_t)n + 1, size) : NULL;
    if (*to && n)
        memcpy(*to, from, (size_t)n * size);
    return *to != NULL;
}

zw_status zw_html_from_wire(zw_str bytes, zw_arena *arena, zw_html_page *page, zw_err *err)
{
    head h = { 0 };
    zw_str left = bytes;
    const char *at = take(&left, 1, sizeof h);
    void *blocks = NULL, *lines = NULL;
    *page = (zw_html_page){ 0 };
    if (at)
        memcpy(&h, at, sizeof h);
    bool good = memcmp(h.magic, magic, sizeof magic) == 0;
    good = good && copy_array(arena, take(&left, h.blocks, sizeof *page->blocks.at), h.blocks,
                              sizeof *page->blocks.at, &blocks);
    good = good && copy_array(arena, take(&left, h.lines, sizeof *page->lines.at), h.lines,
                              sizeof *page->lines.at, &lines);
    good = good && take_strings(&h, &left, arena, page) && left.n == h.text;
    if (good) {
        page->blocks.at = blocks;
        page->blocks.n = page->blocks.room = (size_t)h.blocks;
        page->lines.at = lines;
        page->lines.n = page->lines.room = (size_t)h.lines;
        page->text = (zw_buf){ .at = (char *)left.at, .n = left.n };
    }
    if (!good || !is_page(page))
        return zw_err_set(err, ZW_E_FORMAT, "what came back is no page");
    return ZW_OK;
}
