/* Markdown: front matter is metadata, comments are nothing, # is a heading, bars make table rows.
 */
#include "corpus/encoding.h"
#include "corpus/reader.h"

typedef struct {
    zw_draft *draft;
    zw_arena *arena;
    zw_err *err;
    bool in_comment;
    bool in_table;     /* the line before was a row */
    bool never_closed; /* no --> stands ahead: what opens is text */
} markdown;

static bool name_ends(const char *path, const char *ending)
{
    return zw_str_ends(zw_str_of(path), zw_str_of(ending));
}

/* Lines that begin with ## or ** in the first stretch of a file of another name. */
static size_t marked_lines(zw_str bytes)
{
    size_t n = 0, end = bytes.n < 65536 ? bytes.n : 65536;
    for (size_t at = 0; at + 2 < end; at++) {
        if ((at == 0 || bytes.at[at - 1] == '\n') &&
            (memcmp(bytes.at + at, "##", 2) == 0 || memcmp(bytes.at + at, "**", 2) == 0))
            n++;
    }
    return n;
}

static int bid(const zw_input *in)
{
    if (name_ends(in->path, ".md") || name_ends(in->path, ".markdown"))
        return 60;
    return marked_lines(in->bytes) >= 3 ? 20 : 0;
}

/* Without the quotes that YAML allows around a value. */
static zw_str unquote(zw_str value)
{
    value = zw_str_trim(value);
    if (value.n >= 2 && (value.at[0] == '"' || value.at[0] == '\'') &&
        value.at[value.n - 1] == value.at[0])
        return (zw_str){ value.at + 1, value.n - 2 };
    return value;
}

/* One `key: value` of the front matter into the metadata field it means, if any. */
static zw_status take_field(markdown *m, zw_str key, zw_str value)
{
    zw_metadata *meta = &m->draft->meta;
    const struct {
        const char *key;
        const char **field;
    } fields[] = {
        { "title", &meta->title },         { "标题", &meta->title },
        { "number", &meta->number },       { "文号", &meta->number },
        { "issuer", &meta->issuer },       { "发文机关", &meta->issuer },
        { "date", &meta->date },           { "publish_date", &meta->published },
        { "published", &meta->published }, { "effective_date", &meta->effective },
        { "effective", &meta->effective }, { "repealed", &meta->repealed },
        { "status", &meta->validity },     { "validity", &meta->validity },
        { "genre", &meta->genre },
    };
    value = unquote(value);
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        if (!value.n || *fields[i].field || !zw_str_eq(key, zw_str_of(fields[i].key)))
            continue;
        *fields[i].field = zw_arena_str(m->arena, value);
        return *fields[i].field ? ZW_OK : zw_err_nomem(m->err);
    }
    return ZW_OK;
}

/* Reads a front matter block and says where the text behind it begins; 0 where there is none. */
static zw_status front_matter(markdown *m, size_t *end)
{
    zw_str text = m->draft->text;
    size_t at = 0;
    zw_range line;
    *end = 0;
    if (!zw_draft_next_line(text, &at, &line) ||
        !zw_str_eq(zw_str_trim(zw_str_slice(text, line)), ZW_STR("---")))
        return ZW_OK;
    size_t first = at;
    bool closed = false;
    while (!closed && zw_draft_next_line(text, &at, &line)) {
        zw_str s = zw_str_trim(zw_str_slice(text, line));
        closed = zw_str_eq(s, ZW_STR("---")) || zw_str_eq(s, ZW_STR("..."));
    }
    if (!closed)
        return ZW_OK;
    *end = at;
    zw_status status = ZW_OK;
    for (at = first; status == ZW_OK && at < *end && zw_draft_next_line(text, &at, &line);) {
        zw_str s = zw_str_slice(text, line);
        size_t colon = zw_str_find(s, ZW_STR(":"), 0);
        if (colon < s.n)
            status = take_field(m, zw_str_trim((zw_str){ s.at, colon }),
                                (zw_str){ s.at + colon + 1, s.n - colon - 1 });
    }
    return status;
}

static bool is_table_rule(zw_str s)
{
    for (size_t i = 0; i < s.n; i++) {
        if (!strchr("|-: \t", s.at[i]))
            return false;
    }
    return s.n > 0 && memchr(s.at, '-', s.n) && memchr(s.at, '|', s.n);
}

/* Kind and level of a line, and how many bytes of markup stand before its text. */
static size_t mark_of(zw_str s, zw_line *line)
{
    size_t at = 0, n = 0;
    while (at < s.n && (s.at[at] == ' ' || s.at[at] == '\t'))
        at++;
    if (at < s.n && s.at[at] == '|') {
        line->kind = ZW_LINE_TABLE_ROW;
        return at;
    }
    while (at + n < s.n && s.at[at + n] == '#')
        n++;
    /* ##标题 without a blank is common in Chinese files. */
    bool tight = at + n < s.n && (unsigned char)s.at[at + n] < 0x80 && s.at[at + n] != ' ' &&
                 s.at[at + n] != '\t';
    if (n == 0 || n > 6 || tight)
        return at > 0 && at < s.n && s.at[at] == '>' ? at + 1 : 0;
    line->kind = ZW_LINE_HEADING;
    line->level = (unsigned char)n;
    return at + n;
}

/* Adds the stretch [start, end) of a line without its emphasis marks (** and __). */
static zw_status add_plain(markdown *m, zw_line line, bool glued)
{
    zw_str text = m->draft->text;
    size_t end = line.at.end, at = line.at.start;
    zw_status s = ZW_OK;
    do {
        size_t stop = at;
        while (stop + 1 < end && !(text.at[stop] == '*' && text.at[stop + 1] == '*'))
            stop++;
        bool mark = stop + 1 < end;
        line.at = (zw_range){ at, mark ? stop : end };
        line.glued = glued;
        s = zw_draft_add_line(m->draft, m->arena, line, m->err);
        glued = true;
        at = mark ? stop + 2 : end;
    } while (s == ZW_OK && at < end);
    return s;
}

/* Where the next comment opens in the line, its end where none does. A comment that nothing closes
 * is no comment: it would swallow the rest of the file. */
static size_t comment_open(markdown *m, zw_str line, size_t from)
{
    size_t open = m->never_closed ? line.n : zw_str_find(line, ZW_STR("<!--"), from);
    if (open < line.n && zw_str_find(m->draft->text, ZW_STR("-->"), open) == m->draft->text.n) {
        m->never_closed = true;
        return line.n;
    }
    return open;
}

/* One line: comments cut out, markup skipped. */
static zw_status add_line(markdown *m, zw_range at)
{
    zw_str text = { m->draft->text.at, at.end };
    zw_line line = { .kind = ZW_LINE_TEXT };
    bool glued = false, kept = false;
    zw_status s = ZW_OK;
    while (s == ZW_OK && at.start < at.end) {
        if (m->in_comment) {
            size_t close = zw_str_find(text, ZW_STR("-->"), at.start);
            m->in_comment = close == text.n;
            at.start = close == text.n ? at.end : close + 3;
            continue;
        }
        size_t open = comment_open(m, text, at.start);
        line.at = (zw_range){ at.start, open };
        if (!kept) {
            line.at.start += mark_of(zw_str_slice(text, line.at), &line);
            if (line.kind == ZW_LINE_TABLE_ROW)
                line.level = !m->in_table;
        }
        if (!is_table_rule(zw_str_trim(zw_str_slice(text, line.at)))) {
            s = add_plain(m, line, glued);
            glued = kept = true;
        }
        m->in_comment = open < text.n;
        at.start = open < text.n ? open + 4 : at.end;
    }
    m->in_table = line.kind == ZW_LINE_TABLE_ROW;
    if (s == ZW_OK && !kept && !m->in_comment) {
        line.at = (zw_range){ at.end, at.end };
        s = zw_draft_add_line(m->draft, m->arena, line, m->err);
    }
    return s;
}

static zw_status read_markdown(const zw_input *in, zw_arena *arena, zw_draft *draft, zw_err *err)
{
    zw_decoded decoded;
    zw_status s = zw_decode(in->bytes, arena, &decoded, err);
    if (s != ZW_OK)
        return s;
    draft->text = decoded.text;
    draft->encoding = decoded.encoding;
    markdown m = { .draft = draft, .arena = arena, .err = err };
    size_t at = 0;
    s = front_matter(&m, &at);
    zw_range line;
    while (s == ZW_OK && zw_draft_next_line(draft->text, &at, &line))
        s = add_line(&m, line);
    return s;
}

const zw_reader zw_reader_markdown = { "markdown", bid, read_markdown };
