/* Office formats: zhengwen-read takes them apart in a process of its own; its lines become a draft.
 */
#include "corpus/child.h"
#include "corpus/encoding.h"
#include "corpus/office_bid.h"
#include "corpus/reader.h"

#if defined(__SANITIZE_ADDRESS__)
#define MEMORY_MB 0
#else
#define MEMORY_MB 1024
#endif

/* Takes the letters before the lines off; the text keeps only what the document says. */
static zw_status take_lines(zw_str said, zw_arena *arena, zw_draft *draft, zw_err *err)
{
    char *text = zw_arena_alloc(arena, said.n + 1);
    size_t n = 0;
    zw_status s = text ? ZW_OK : zw_err_nomem(err);
    for (size_t at = 0, end; s == ZW_OK && at < said.n; at = end + 1) {
        const char *nl = memchr(said.at + at, '\n', said.n - at);
        end = nl ? (size_t)(nl - said.at) : said.n;
        zw_line line = { .kind = ZW_LINE_TEXT };
        if (said.at[at] == 'R' || said.at[at] == 'B') {
            line.kind = ZW_LINE_TABLE_ROW;
            line.level = said.at[at] == 'B' ? ZW_ROW_FIRST : ZW_ROW_FURTHER;
        }
        if (said.at[at] == 'H' && at + 1 < end) {
            line.kind = ZW_LINE_HEADING;
            line.level = (unsigned char)(said.at[++at] - '0');
        }
        at += at < end;
        memcpy(text + n, said.at + at, end - at);
        line.at = (zw_range){ n, n + end - at };
        n += end - at;
        text[n++] = '\n';
        s = zw_draft_add_line(draft, arena, line, err);
    }
    draft->text = (zw_str){ text, n };
    return s;
}

zw_status zw_office_read(const char *format, const char *name, zw_str bytes, zw_arena *arena,
                         zw_str *said, zw_err *err)
{
    const char *argv[] = { "zhengwen-read", format, NULL };
    zw_child child = { .argv = argv,
                       .input = bytes,
                       .limits = { .cpu_seconds = 20,
                                   .wall_seconds = 60,
                                   .memory_mb = MEMORY_MB,
                                   .output_mb = 256,
                                   .file_mb = 1 } };
    zw_status s = zw_child_run(&child, arena, said, err);
    if (s == ZW_E_NOTFOUND)
        return zw_err_set(err, ZW_E_IO, "%s: zhengwen-read is not installed beside this program",
                          name);
    return s;
}

static zw_status read_format(const zw_input *in, const char *format, const char *name,
                             zw_arena *arena, zw_draft *draft, zw_err *err)
{
    zw_str said;
    zw_decoded decoded;
    zw_status s = zw_office_read(format, name, in->bytes, arena, &said, err);
    if (s == ZW_OK && zw_str_trim(said).n == 0)
        return zw_err_set(err, ZW_E_EMPTY, "%s: no text in it", name);
    if (s == ZW_OK)
        s = zw_decode(said, arena, &decoded, err);
    if (s == ZW_OK)
        s = take_lines(decoded.text, arena, draft, err);
    draft->encoding = "UTF-8";
    return s == ZW_OK ? s : zw_err_at(err, "%s", name);
}

static int bid_docx(const zw_input *in)
{
    return zw_zip_names(in->bytes, "word/") ? 90 : 0;
}

static zw_status read_docx(const zw_input *in, zw_arena *arena, zw_draft *draft, zw_err *err)
{
    return read_format(in, "docx", "DOCX", arena, draft, err);
}

const zw_reader zw_reader_docx = { "docx", bid_docx, read_docx };

static int bid_doc(const zw_input *in)
{
    return zw_ole_names(in->bytes, "WordDocument") ? 90 : 0;
}

static zw_status read_doc(const zw_input *in, zw_arena *arena, zw_draft *draft, zw_err *err)
{
    return read_format(in, "doc", "DOC", arena, draft, err);
}

const zw_reader zw_reader_doc = { "doc", bid_doc, read_doc };

static int bid_rtf(const zw_input *in)
{
    return zw_str_starts(in->bytes, ZW_STR("{\\rtf")) ? 90 : 0;
}

static zw_status read_rtf(const zw_input *in, zw_arena *arena, zw_draft *draft, zw_err *err)
{
    return read_format(in, "rtf", "RTF", arena, draft, err);
}

const zw_reader zw_reader_rtf = { "rtf", bid_rtf, read_rtf };

static int bid_xlsx(const zw_input *in)
{
    return zw_zip_names(in->bytes, "xl/w") ? 90 : 0; /* workbook.xml, worksheets/ */
}

static zw_status read_xlsx(const zw_input *in, zw_arena *arena, zw_draft *draft, zw_err *err)
{
    return read_format(in, "xlsx", "XLSX", arena, draft, err);
}

const zw_reader zw_reader_xlsx = { "xlsx", bid_xlsx, read_xlsx };

/* Its first part says what it is, unpacked; else one XML file holds all. */
static int bid_odf(const zw_input *in)
{
    static const char *const kinds[] = { "mimetypeapplication/vnd.oasis.opendocument.text",
                                         "mimetypeapplication/vnd.oasis.opendocument.spreadsheet" };
    zw_str head = { in->bytes.at, in->bytes.n < 400 ? in->bytes.n : 400 };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (zw_str_starts(head, ZW_STR("PK\x03\x04")) && zw_str_has(head, kinds[i]))
            return 95;
    }
    return zw_str_starts(head, ZW_STR("<?xml")) && zw_str_has(head, "<office:document ") ? 95 : 0;
}

static zw_status read_odf(const zw_input *in, zw_arena *arena, zw_draft *draft, zw_err *err)
{
    return read_format(in, "odf", "OpenDocument", arena, draft, err);
}

const zw_reader zw_reader_odf = { "odf", bid_odf, read_odf };
