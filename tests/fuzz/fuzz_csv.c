/* Of whatever bytes, the cells of a table lie in it one behind the other and lines ascend; what is
 * written back with every cell quoted reads as the same cells. And any pattern ends on any path. */
#include "base/buffer.h"
#include "base/csv.h"
#include "indexer/manifest.h"
#include "tests/fuzz/fuzz.h"

static void write_row(const zw_csv_row *row, zw_buf *to)
{
    for (size_t i = 0; i < row->cells.n; i++) {
        zw_str cell = row->cells.at[i].text;
        zw_buf_text(to, i ? ",\"" : "\"");
        for (size_t k = 0; k < cell.n; k++) {
            zw_buf_char(to, cell.at[k]);
            if (cell.at[k] == '"')
                zw_buf_char(to, '"');
        }
        zw_buf_char(to, '"');
    }
    zw_buf_char(to, '\n');
}

static bool read_all(zw_csv csv, zw_arena *arena, zw_buf *again)
{
    zw_csv_row row = { 0 };
    zw_err err = { 0 };
    size_t at = 0, line = 0;
    bool more = true;
    while (more && zw_csv_next(&csv, arena, &row, &more, &err) == ZW_OK) {
        PROPERTY(!more || row.line > line);
        line = row.line;
        for (size_t i = 0; i < row.cells.n; i++) {
            zw_range source = row.cells.at[i].source;
            PROPERTY(source.start >= at && source.end >= source.start && source.end <= csv.text.n);
            at = source.end;
        }
        if (more)
            write_row(&row, again);
    }
    PROPERTY(!more || err.text[0]);
    return !more;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    zw_str text = fuzz_text(data, size);
    zw_arena *arena = zw_arena_new();
    zw_buf once = ZW_BUF_INIT, twice = ZW_BUF_INIT;
    if (read_all(zw_csv_begin(text), arena, &once)) {
        zw_csv again = { .text = zw_buf_view(&once), .line = 1, .separator = ',' };
        PROPERTY(read_all(again, arena, &twice));
        PROPERTY(zw_str_eq(zw_buf_view(&once), zw_buf_view(&twice)));
    }
    zw_glob_fits((zw_str){ text.at, text.n / 4 },
                 (zw_str){ text.at + text.n / 4, text.n - text.n / 4 });
    zw_buf_free(&once);
    zw_buf_free(&twice);
    zw_arena_free(arena);
    return 0;
}
