/* The first byte says which: the XML of a DOCX, RTF, DOC, flat OpenDocument, the XML of a sheet, or
 * a number format with the number that it shows. Whatever the rest, lines come out that are UTF-8
 * and begin with their kind, or a reason. */
#include "base/utf8.h"
#include "corpus/office/cell_format.h"
#include "corpus/office/office.h"
#include "tests/fuzz/fuzz.h"

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

/* Eight bytes of number, then its format, as a line. */
static zw_status show(zw_str bytes, zw_buf *out, zw_err *err)
{
    double number = 0;
    (void)err;
    if (bytes.n >= sizeof number)
        memcpy(&number, bytes.at, sizeof number);
    size_t from = bytes.n < sizeof number ? bytes.n : sizeof number;
    zw_str format = { bytes.at + from, bytes.n - from };
    format.n = zw_utf8_bad(format);
    zw_buf shown = ZW_BUF_INIT;
    zw_cell_show(format, number, from & 1, &shown);
    PROPERTY(zw_utf8_bad(zw_buf_view(&shown)) == shown.n && shown.n < 64 * format.n + 400);
    zw_buf_free(&shown);
    zw_buf_text(out, "T\n");
    return ZW_OK;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static zw_status (*const readers[])(zw_str, zw_buf *, zw_err *) = {
        zw_docx_read_xml, zw_rtf_read, zw_doc_read, zw_odf_read, zw_xlsx_read_xml, show
    };
    zw_buf out = ZW_BUF_INIT;
    zw_err err = { 0 };
    if (size == 0)
        return 0;
    zw_str bytes = fuzz_text(data + 1, size - 1);
    if (readers[data[0] % 6](bytes, &out, &err) == ZW_OK)
        check_lines(zw_buf_view(&out));
    else
        PROPERTY(err.code != ZW_OK && err.text[0]);
    zw_buf_free(&out);
    return 0;
}
