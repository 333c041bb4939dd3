/* Any markup behind <html> is refused with a reason or is a page that comes back over the wire as
 * it went, and whose matter lies in its text; any bytes that come back are a page or refused. */
#include <stdlib.h>

#include "corpus/html_wire.h"
#include "tests/fuzz/fuzz.h"

static zw_corpus_tables *tables;

static void check_page(zw_str bytes, zw_arena *arena)
{
    zw_html_page page;
    zw_draft draft = { 0 };
    zw_err err = { 0 };
    if (zw_html_from_wire(bytes, arena, &page, &err) != ZW_OK) {
        PROPERTY(err.code == ZW_E_FORMAT || err.code == ZW_E_NOMEM);
        return;
    }
    draft.text = zw_buf_view(&page.text);
    PROPERTY(zw_html_main(tables, &page, arena, &draft, &err) == ZW_OK);
    for (size_t i = 0; i < draft.lines.n; i++)
        PROPERTY(draft.lines.at[i].at.end <= draft.text.n);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    zw_str markup = fuzz_text(data, size);
    zw_arena *arena = zw_arena_new();
    zw_buf page = ZW_BUF_INIT, wire = ZW_BUF_INIT;
    zw_err err = { 0 };
    PROPERTY(arena && (tables || zw_corpus_tables_open(&tables, &err) == ZW_OK));
    zw_buf_text(&page, "<html>");
    zw_buf_str(&page, markup);
    if (zw_html_to_wire(zw_buf_view(&page), &wire, &err) == ZW_OK) {
        check_page(zw_buf_view(&wire), arena);
        if (size)
            wire.at[data[0] % (wire.n < 200 ? wire.n : 200)] ^= (char)(1 << data[size / 2] % 8);
        check_page(zw_buf_view(&wire), arena);
    } else {
        PROPERTY(err.text[0]);
    }
    zw_buf_free(&page);
    zw_buf_free(&wire);
    zw_arena_free(arena);
    return 0;
}
