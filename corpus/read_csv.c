/* CSV: a record is a row of a table, its cells parted by tabs as in any other table.
 *
 * Nothing in the bytes tells CSV from text with commas, so here the name does. */
#include "corpus/encoding.h"
#include "corpus/reader.h"

static int bid(const zw_input *in)
{
    zw_str path = zw_str_of(in->path);
    bool named = zw_str_ends(path, ZW_STR(".csv")) || zw_str_ends(path, ZW_STR(".CSV"));
    return named && !memchr(in->bytes.at, '\0', in->bytes.n) ? 10 : 0;
}

/* One record from *at on, to `to`, which has room for as many bytes as it reads: cells lose their
 * quotes, tabs and line ends inside them become blanks. Returns the bytes written. */
static size_t take_record(zw_str text, size_t *at, char *to)
{
    size_t n = 0;
    bool quoted = false;
    for (; *at < text.n; ++*at) {
        char c = text.at[*at];
        if (c == '"' && quoted && *at + 1 < text.n && text.at[*at + 1] == '"')
            to[n++] = text.at[++*at];
        else if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            to[n++] = '\t';
        else if (c == '\n' && !quoted)
            break;
        else if (c == '\n' || c == '\t')
            to[n++] = ' ';
        else if (c != '\r')
            to[n++] = c;
    }
    *at += *at < text.n;
    return n;
}

static zw_status read_csv(const zw_input *in, zw_arena *arena, zw_draft *draft, zw_err *err)
{
    zw_decoded decoded;
    zw_status s = zw_decode(in->bytes, arena, &decoded, err);
    char *text = s == ZW_OK ? zw_arena_alloc(arena, decoded.text.n + 2) : NULL;
    if (s != ZW_OK)
        return s;
    if (!text)
        return zw_err_nomem(err);
    size_t n = 0;
    for (size_t at = 0; s == ZW_OK && at < decoded.text.n;) {
        size_t row = take_record(decoded.text, &at, text + n);
        bool cells = row && memchr(text + n, '\t', row);
        zw_line line = { .at = { n, n + row }, .kind = cells ? ZW_LINE_TABLE_ROW : ZW_LINE_TEXT };
        s = zw_draft_add_line(draft, arena, line, err);
        n += row;
        text[n++] = '\n';
    }
    draft->text = (zw_str){ text, n };
    draft->encoding = decoded.encoding;
    return s;
}

const zw_reader zw_reader_csv = { "csv", bid, read_csv };
