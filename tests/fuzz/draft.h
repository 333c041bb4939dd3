/* draft.h - a draft made of whatever bytes, as a reader would hand it on.
 *
 * A line that begins with one of these control characters is what a format's own marks make of it:
 * \001 a heading, \002 a row, \003 a row that begins a table, \004 the line before it goes on. */
#ifndef ZW_TESTS_FUZZ_DRAFT_H
#define ZW_TESTS_FUZZ_DRAFT_H

#include "base/utf8.h"
#include "corpus/draft.h"
#include "tests/fuzz/fuzz.h"

/* As UTF-8: a byte that is none becomes U+FFFD, as decoding would have it. */
static inline zw_str fuzz_utf8(const uint8_t *data, size_t size, zw_arena *arena)
{
    zw_str bytes = fuzz_text(data, size);
    char *to = zw_arena_alloc(arena, 3 * size + 1);
    size_t n = 0, len;
    PROPERTY(to);
    for (size_t at = 0; at < size; at += len)
        n += zw_utf8_put(to + n, zw_utf8_at(bytes, at, &len));
    return (zw_str){ to, n };
}

static inline zw_draft fuzz_draft(zw_str text, zw_arena *arena)
{
    zw_draft draft = { .encoding = "UTF-8", .text = text };
    zw_err err = { 0 };
    zw_range at;
    for (size_t next = 0; zw_draft_next_line(text, &next, &at);) {
        char mark = at.start < at.end ? text.at[at.start] : 0;
        zw_line line = { .at = at };
        if (mark >= 1 && mark <= 4)
            line.at.start++;
        line.kind = mark == 1                ? ZW_LINE_HEADING
                    : mark == 2 || mark == 3 ? ZW_LINE_TABLE_ROW
                                             : ZW_LINE_TEXT;
        line.level = mark == 1 || mark == 3;
        line.glued = mark == 4 && draft.lines.n > 0;
        PROPERTY(zw_draft_add_line(&draft, arena, line, &err) == ZW_OK);
    }
    return draft;
}

#endif
