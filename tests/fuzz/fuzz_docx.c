/* A DOCX of any parts, each between two NUL bytes: body, styles, numbering, notes. Lines come out
 * that are UTF-8 and begin with their kind, or a reason; nothing of a part is run twice. */
#include "base/utf8.h"
#include "corpus/office/office.h"
#include "tests/fuzz/fuzz.h"
#include "tests/unit/zip.h"

static const char *const names[] = { "word/document.xml", "word/styles.xml", "word/numbering.xml",
                                     "word/footnotes.xml" };
enum { PARTS = sizeof names / sizeof *names };

static void check_lines(zw_str out)
{
    PROPERTY(zw_utf8_bad(out) == out.n);
    PROPERTY(out.n == 0 || out.at[out.n - 1] == '\n');
    for (size_t at = 0; at < out.n; at++) {
        PROPERTY(out.at[at] == 'T' || out.at[at] == 'R' || out.at[at] == 'B' ||
                 (out.at[at] == 'H' && out.at[at + 1] >= '1' && out.at[at + 1] <= '9'));
        while (out.at[at] != '\n')
            at++;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    zw_arena *arena = zw_arena_new();
    char *text = zw_arena_copy(arena, (const char *)data, size);
    zip_part parts[PARTS];
    size_t n = 0;
    for (size_t from = 0; n < PARTS && from <= size; n++) {
        parts[n] = (zip_part){ names[n], text + from, 0 };
        from += strlen(text + from) + 1;
    }
    zw_str package = zip_of(parts, n);
    zw_buf out = ZW_BUF_INIT;
    zw_err err = { 0 };
    if (zw_docx_read(package, &out, &err) == ZW_OK)
        check_lines(zw_buf_view(&out));
    else
        PROPERTY(err.code != ZW_OK && err.text[0]);
    zw_buf_free(&out);
    free((void *)package.at);
    zw_arena_free(arena);
    return 0;
}
