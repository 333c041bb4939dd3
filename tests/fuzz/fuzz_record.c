/* A stored record of any bytes is read or found corrupt; what is read is written the same again. */
#include "store/record.h"
#include "tests/fuzz/fuzz.h"

static void check_passage(zw_str data, zw_arena *arena)
{
    zw_passage_record record = { 0 }, again = { 0 };
    zw_err err = { 0 };
    if (zw_passage_record_read(data, arena, &record, &err) != ZW_OK) {
        PROPERTY(err.code == ZW_E_CORRUPT && err.text[0]);
        return;
    }
    zw_buf once = ZW_BUF_INIT, twice = ZW_BUF_INIT;
    PROPERTY(zw_passage_record_write(&record, &once, &err) == ZW_OK);
    PROPERTY(zw_passage_record_read(zw_buf_view(&once), arena, &again, &err) == ZW_OK);
    PROPERTY(zw_passage_record_write(&again, &twice, &err) == ZW_OK);
    PROPERTY(zw_str_eq(zw_buf_view(&once), zw_buf_view(&twice)));
    zw_buf_free(&once);
    zw_buf_free(&twice);
}

static void check_document(zw_str data, zw_arena *arena)
{
    zw_doc_record record = { 0 }, again = { 0 };
    zw_err err = { 0 };
    if (zw_doc_record_read(data, arena, &record, &err) != ZW_OK) {
        PROPERTY(err.code == ZW_E_CORRUPT && err.text[0]);
        return;
    }
    zw_buf once = ZW_BUF_INIT;
    PROPERTY(zw_doc_record_write(&record, &once, &err) == ZW_OK);
    PROPERTY(zw_doc_record_read(zw_buf_view(&once), arena, &again, &err) == ZW_OK);
    zw_buf_free(&once);
}

static void check_file(zw_str data, zw_arena *arena)
{
    zw_file_record record = { 0 }, again = { 0 };
    zw_err err = { 0 };
    if (zw_file_record_read(data, arena, &record, &err) != ZW_OK) {
        PROPERTY(err.code == ZW_E_CORRUPT && err.text[0]);
        return;
    }
    zw_buf once = ZW_BUF_INIT, twice = ZW_BUF_INIT;
    PROPERTY(zw_file_record_write(&record, &once, &err) == ZW_OK);
    PROPERTY(zw_file_record_read(zw_buf_view(&once), arena, &again, &err) == ZW_OK);
    PROPERTY(zw_file_record_write(&again, &twice, &err) == ZW_OK);
    PROPERTY(zw_str_eq(zw_buf_view(&once), zw_buf_view(&twice)));
    zw_buf_free(&once);
    zw_buf_free(&twice);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    zw_arena *arena = zw_arena_new();
    zw_figure_record figure;
    zw_err err = { 0 };
    zw_str bytes = fuzz_text(data, size);
    check_passage(bytes, arena);
    check_document(bytes, arena);
    check_file(bytes, arena);
    if (zw_figure_record_read(bytes, &figure, &err) != ZW_OK)
        PROPERTY(err.code == ZW_E_CORRUPT && err.text[0]);
    zw_arena_free(arena);
    return 0;
}
