/* The first byte says which: the XML of a DOCX, RTF, DOC. Whatever the rest, lines come out that
 * are UTF-8 and begin with their kind, or a reason. */
#include "base/utf8.h"
#include "corpus/office/office.h"
#include "tests/fuzz/fuzz.h"

static void check_lines(zw_str out)
{
    PROPERTY(zw_utf8_bad(out) == out.n);
    PROPERTY(out.n == 0 || out.at[out.n - 1] == '\n');
    for (size_t at = 0; at < out.n; at++) {
        PROPERTY(out.at[at] == 'T' || out.at[at] == 'R' ||
                 (out.at[at] == 'H' && out.at[at + 1] >= '1' && out.at[at + 1] <= '9'));
        while (out.at[at] != '\n')
            at++;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static zw_status (*const readers[])(zw_str, zw_buf *, zw_err *) = { zw_docx_read_xml,
                                                                        zw_rtf_read, zw_doc_read };
    zw_buf out = ZW_BUF_INIT;
    zw_err err = { 0 };
    if (size == 0)
        return 0;
    zw_str bytes = fuzz_text(data + 1, size - 1);
    if (readers[data[0] % 3](bytes, &out, &err) == ZW_OK)
        check_lines(zw_buf_view(&out));
    else
        PROPERTY(err.code != ZW_OK && err.text[0]);
    zw_buf_free(&out);
    return 0;
}
