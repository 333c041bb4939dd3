/* A table that is accepted has every cell inside the text, and no tab or line end in any. */
#include "base/tsv.h"
#include "tests/fuzz/fuzz.h"

static void check_cell(zw_str text, zw_str cell)
{
    PROPERTY(cell.n == 0 || (cell.at >= text.at && cell.at + cell.n <= text.at + text.n));
    for (size_t i = 0; i < cell.n; i++)
        PROPERTY(cell.at[i] != '\t' && cell.at[i] != '\n');
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    zw_str text = fuzz_text(data, size);
    zw_arena *arena = zw_arena_new();
    zw_tsv table;
    zw_err err = { 0 };
    if (zw_tsv_parse("fuzz.tsv", text, "word kind", arena, &table, &err) == ZW_OK) {
        PROPERTY(table.columns == 2);
        for (size_t row = 0; row < table.rows; row++) {
            PROPERTY(table.lines[row] > (row ? table.lines[row - 1] : 0));
            for (size_t column = 0; column < table.columns; column++)
                check_cell(text, zw_tsv_cell(&table, row, column));
            long number;
            zw_tsv_int(&table, row, 1, &number, &err);
        }
    } else {
        PROPERTY(err.code != ZW_OK && err.text[0]);
    }
    zw_arena_free(arena);
    return 0;
}
