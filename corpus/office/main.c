/* zhengwen-read - reads one file from standard input and writes its lines (paper.h), of a web page
 * in UTF-8 what html_wire.h says.
 *
 * A program of its own so that a file that breaks or blows up its parser takes nothing with it; run
 * by corpus/child under limits. Exit status 0, or 1 (of a limit ZW_CHILD_LIMIT) with the reason on
 * standard error. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "corpus/child.h"
#include "corpus/html_wire.h"
#include "corpus/office/office.h"

static const struct {
    const char *format;
    zw_status (*read)(zw_str bytes, zw_buf *out, zw_err *err);
} formats[] = {
    { "docx", zw_docx_read },
    { "doc", zw_doc_read },
    { "rtf", zw_rtf_read },
    { "xlsx", zw_xlsx_read },
    { "odf", zw_odf_read },
    { "html", zw_html_to_wire },
    { "xlsx-rows", zw_xlsx_read_rows },
    { "odf-rows", zw_odf_read_rows },
};

static zw_status take_input(zw_buf *bytes, zw_err *err)
{
    char some[65536];
    ssize_t n;
    while ((n = read(STDIN_FILENO, some, sizeof some)) > 0 || (n < 0 && errno == EINTR)) {
        if (n > 0)
            zw_buf_add(bytes, some, (size_t)n);
    }
    if (n < 0)
        return zw_err_set(err, ZW_E_IO, "%s", strerror(errno));
    return zw_buf_failed(bytes) ? zw_err_nomem(err) : ZW_OK;
}

static zw_status work(const char *format, zw_buf *in, zw_buf *out, zw_err *err)
{
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        if (strcmp(formats[i].format, format) != 0)
            continue;
        zw_status s = take_input(in, err);
        return s == ZW_OK ? formats[i].read(zw_buf_view(in), out, err) : s;
    }
    return zw_err_set(err, ZW_E_USAGE, "'%s': no such format", format);
}

int main(int argc, char **argv)
{
    zw_buf in = ZW_BUF_INIT, out = ZW_BUF_INIT;
    zw_err err = { 0 };
    zw_status s = work(argc == 2 ? argv[1] : "", &in, &out, &err);
    if (s == ZW_OK && (fwrite(out.at, 1, out.n, stdout) != out.n || fflush(stdout) != 0))
        s = zw_err_set(&err, ZW_E_IO, "%s", strerror(errno));
    if (s != ZW_OK)
        fprintf(stderr, "%s\n", err.text);
    zw_buf_free(&in);
    zw_buf_free(&out);
    return s == ZW_OK ? 0 : s == ZW_E_LIMIT ? ZW_CHILD_LIMIT : 1;
}
