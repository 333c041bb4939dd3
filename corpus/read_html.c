/* HTML, by its content: pages saved as .html, and as .pdf, .doc or without an ending. */
#include "corpus/encoding.h"
#include "corpus/html_wire.h"
#include "corpus/lines.h"
#include "corpus/office_bid.h"
#include "corpus/reader.h"

#define HEAD 4096 /* bytes that tell what a file is */

/* The first bytes as small ASCII letters; NULs left out, so that UTF-16 shows its tags too. */
static zw_str head_of(zw_str bytes, char to[HEAD])
{
    size_t n = 0;
    for (size_t i = 0; i < bytes.n && i < 2 * HEAD && n < HEAD; i++) {
        char c = bytes.at[i];
        if (c)
            to[n++] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
    }
    return (zw_str){ to, n };
}

static bool has(zw_str s, const char *word)
{
    return zw_str_find(s, zw_str_of(word), 0) < s.n;
}

static int bid(const zw_input *in)
{
    static const char *const tags[] = { "<meta",  "<title", "<body", "<div", "<table",
                                        "<p",     "<br",    "<span", "<td",  "<font",
                                        "<style", "<a ",    "<ul",   "<h1",  "<h2" };
    char bytes[HEAD];
    zw_str head = head_of(in->bytes, bytes);
    if (zw_str_starts(head, ZW_STR("\xEF\xBB\xBF")) || zw_str_starts(head, ZW_STR("\xFF\xFE")) ||
        zw_str_starts(head, ZW_STR("\xFE\xFF"))) {
        size_t bom = head.at[0] == '\xEF' ? 3 : 2;
        head = (zw_str){ head.at + bom, head.n - bom };
    }
    head = zw_str_trim(head);
    if (!head.n || head.at[0] != '<')
        return 0;
    if (zw_str_starts(head, ZW_STR("<!doctype html")) || zw_str_starts(head, ZW_STR("<html")))
        return 90;
    if (has(head, "<html") || has(head, "<!doctype html"))
        return 80; /* behind <?xml …?>, a comment or a script */
    size_t seen = 0;
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        seen += has(head, tags[i]);
    return zw_str_starts(head, ZW_STR("<?xml")) ? 0 : seen >= 3 ? 55 : 0;
}

/* 2016-09-11 08:30, 2003年1月10日: a date is kept as dates are, else not at all. */
static zw_status mend_date(const char **date, zw_arena *arena, zw_err *err)
{
    zw_date d = { 0 };
    char iso[16];
    if (!*date)
        return ZW_OK;
    bool read = zw_date_read(zw_str_of(*date), 0, &d) > 0;
    zw_date_iso(&d, iso);
    *date = read ? zw_arena_strdup(arena, iso) : NULL;
    return read && !*date ? zw_err_nomem(err) : ZW_OK;
}

static zw_status take_page(const zw_input *in, const zw_html_page *page, zw_arena *arena,
                           zw_draft *draft, zw_err *err)
{
    draft->meta = page->meta;
    draft->text = zw_buf_view(&page->text);
    zw_status s = mend_date(&draft->meta.date, arena, err);
    if (s == ZW_OK)
        s = mend_date(&draft->meta.published, arena, err);
    return s == ZW_OK ? zw_html_main(in->tables, page, arena, draft, err) : s;
}

/* In a process of its own: libxml2 takes any markup, and a page that crashes it costs one file. */
static zw_status parse_page(zw_str utf8, zw_arena *arena, zw_html_page *page, zw_err *err)
{
    zw_str bytes;
    zw_status s = zw_office_read("html", "HTML", utf8, arena, &bytes, err);
    return s == ZW_OK ? zw_html_from_wire(bytes, arena, page, err) : s;
}

static zw_status read_html(const zw_input *in, zw_arena *arena, zw_draft *draft, zw_err *err)
{
    zw_decoded decoded;
    zw_html_page page = { 0 };
    zw_status s = zw_decode(in->bytes, arena, &decoded, err);
    if (s == ZW_OK)
        s = parse_page(decoded.text, arena, &page, err);
    if (s == ZW_OK && !page.lines.n)
        s = zw_err_set(err, ZW_E_EMPTY, "a page without text");
    if (s == ZW_OK)
        s = take_page(in, &page, arena, draft, err);
    draft->encoding = s == ZW_OK ? decoded.encoding : NULL;
    return s;
}

const zw_reader zw_reader_html = { "html", bid, read_html };
