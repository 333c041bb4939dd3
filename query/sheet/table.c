#include "query/sheet/table.h"

#include "base/utf8.h"

static void begin_cell(zw_table *table)
{
    if (table->begun)
        zw_buf_char(table->to, table->separator);
    table->begun = true;
}

/* Blanks at either end are quoted too: some readers trim bare cells. */
static bool wants_quotes(zw_str text)
{
    for (size_t i = 0; i < text.n; i++) {
        char c = text.at[i];
        if (c == ',' || c == '"' || c == '\r' || c == '\n')
            return true;
    }
    return text.n > 0 && (text.at[0] == ' ' || text.at[text.n - 1] == ' ');
}

static void add_quoted(zw_buf *to, zw_str text)
{
    zw_buf_char(to, '"');
    for (size_t i = 0; i < text.n; i++) {
        if (text.at[i] == '"')
            zw_buf_char(to, '"');
        zw_buf_char(to, text.at[i]);
    }
    zw_buf_char(to, '"');
}

static void add_flat(zw_buf *to, zw_str text)
{
    for (size_t i = 0; i < text.n; i++) {
        char c = text.at[i];
        zw_buf_char(to, c == '\t' || c == '\r' || c == '\n' ? ' ' : c);
    }
}

/* A spreadsheet would calculate "=1+1" or "-0.5%至…"; a sign alone ("+") it leaves. */
static bool is_formula(zw_str text)
{
    size_t len;
    uint32_t first = text.n > 1 ? zw_narrow(zw_utf8_at(text, 0, &len)) : 0;
    return first == '=' || first == '+' || first == '-' || first == '@' || first == '\t' ||
           first == '\r';
}

void zw_table_str(zw_table *table, zw_str text)
{
    begin_cell(table);
    zw_buf guarded = ZW_BUF_INIT;
    if (table->spreadsheet && is_formula(text)) {
        zw_buf_char(&guarded, '\'');
        zw_buf_str(&guarded, text);
        text = zw_buf_view(&guarded);
        table->to->failed |= zw_buf_failed(&guarded);
    }
    if (table->separator == '\t')
        add_flat(table->to, text);
    else if (wants_quotes(text))
        add_quoted(table->to, text);
    else
        zw_buf_str(table->to, text);
    zw_buf_free(&guarded);
}

void zw_table_text(zw_table *table, const char *text)
{
    zw_table_str(table, zw_str_of(text));
}

void zw_table_number(zw_table *table, double number)
{
    begin_cell(table);
    zw_buf_printf(table->to, "%.15g", number);
}

void zw_table_end(zw_table *table)
{
    zw_buf_text(table->to, table->separator == '\t' ? "\n" : "\r\n");
    table->begun = false;
}
