/* A row of a table: a record whose cells stand on one line, or a part of a page's layout. */
#include "base/utf8.h"
#include "corpus/html.h"

#define RECORD_CELL 1500 /* bytes; a longer cell is running text: the columns of a page */

static zw_str cell_text(zw_str text, const zw_html_cell *cell)
{
    return zw_str_trim((zw_str){ text.at + cell->text, cell->end - cell->text });
}

/* A row with one cell is one only among others: 一、经济发展 above the rows of its group. */
static bool is_record(const zw_html_table *table, const zw_html_cell *cells, size_t n, bool nested,
                      zw_str text)
{
    size_t filled = 0;
    for (size_t i = 0; i < n; i++) {
        zw_str s = cell_text(text, &cells[i]);
        if (s.n > RECORD_CELL)
            return false;
        filled += s.n > 0;
    }
    return !nested && (filled >= 2 || (filled == 1 && table->data));
}

/* The lines of a cell with blanks between them: 常住人口 / 城镇化率 is 常住人口 城镇化率. */
static void add_cell(zw_buf *line, zw_str s)
{
    for (size_t at = 0; at < s.n; at++)
        zw_buf_char(line, s.at[at] == '\n' || s.at[at] == '\t' ? ' ' : s.at[at]);
}

/* Empty cells for what reaches down from above, before the next own cell. */
static size_t pass_spanned(zw_html_table *table, size_t column, zw_buf *line)
{
    while (column < ZW_HTML_COLUMNS && table->left[column]) {
        table->left[column++]--;
        zw_buf_char(line, '\t');
    }
    return column;
}

bool zw_html_row_line(zw_html_table *table, const zw_html_cell *cells, size_t n, bool nested,
                      zw_str text, zw_buf *line)
{
    bool record = is_record(table, cells, n, nested, text);
    size_t column = 0;
    zw_buf_clear(line);
    for (size_t i = 0; i < n; i++) {
        column = pass_spanned(table, column, line);
        add_cell(line, cell_text(text, &cells[i]));
        for (unsigned k = 0; k < cells[i].columns; k++, column++) {
            if (column < ZW_HTML_COLUMNS)
                table->left[column] = (unsigned short)(cells[i].rows - 1);
            zw_buf_char(line, '\t');
        }
    }
    pass_spanned(table, column, line);
    while (line->n && line->at[line->n - 1] == '\t')
        line->n--;
    table->data |= record;
    return record;
}
