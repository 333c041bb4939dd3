/* Markdown: a table as GitHub reads it, for a memo or a README. Nothing of a cell is taken for
 * markup, so that the page shows the source's own words. */
#include "base/utf8.h"
#include "query/sheet/form.h"

static bool is_markup(char c)
{
    return c == '|' || c == '\\' || c == '`' || c == '*' || c == '<' || c == '[' || c == '~' ||
           c == '&';
}

static bool is_word(zw_str text, size_t at)
{
    char c = at < text.n ? text.at[at] : ' ';
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* _x_ is emphasis, start_byte is not. */
static bool is_emphasis(zw_str text, size_t at)
{
    return text.at[at] == '_' && !(at > 0 && is_word(text, at - 1) && is_word(text, at + 1));
}

static void put(zw_buf *to, zw_str text)
{
    text = zw_str_trim(text);
    for (size_t i = 0; i < text.n; i++) {
        char c = text.at[i];
        if (c == '\r' && i + 1 < text.n && text.at[i + 1] == '\n')
            continue;
        if (c == '\n' || c == '\r') {
            zw_buf_text(to, "<br>");
            continue;
        }
        if (is_markup(c) || is_emphasis(text, i))
            zw_buf_char(to, '\\');
        zw_buf_char(to, (unsigned char)c < ' ' ? ' ' : c);
    }
}

static void line_end(const zw_sheet *sheet, size_t column)
{
    zw_buf_text(sheet->options->out, column + 1 < sheet->form->n ? " | " : " |\n");
}

/* Numbers stand at the right. */
static zw_status begin(zw_sheet *sheet, zw_err *err)
{
    (void)err;
    zw_buf *out = sheet->options->out;
    zw_buf_text(out, "| ");
    for (size_t i = 0; i < sheet->form->n; i++) {
        put(out, zw_str_of(zw_sheet_head(sheet, i)));
        line_end(sheet, i);
    }
    zw_buf_text(out, "| ");
    for (size_t i = 0; i < sheet->form->n; i++) {
        zw_column_kind kind = sheet->form->columns[i].kind;
        zw_buf_text(out, kind == ZW_COLUMN_NUMBER || kind == ZW_COLUMN_COUNT ? "---:" : "---");
        line_end(sheet, i);
    }
    return ZW_OK;
}

static zw_status row(zw_sheet *sheet, const zw_cell *cells, zw_err *err)
{
    zw_buf *out = sheet->options->out, text = ZW_BUF_INIT;
    zw_buf_text(out, "| ");
    for (size_t i = 0; i < sheet->form->n; i++) {
        zw_buf_clear(&text);
        zw_cell_print(&cells[i], &text);
        put(out, zw_buf_view(&text));
        line_end(sheet, i);
    }
    bool failed = zw_buf_failed(&text);
    zw_buf_free(&text);
    return failed ? zw_err_nomem(err) : ZW_OK;
}

const zw_sheet_writer zw_sheet_as_markdown = { .begin = begin, .row = row };
