#include "corpus/reader.h"

#include "corpus/office_bid.h"

static const zw_reader *const readers[] = { &zw_reader_txt,  &zw_reader_markdown, &zw_reader_pdf,
                                            &zw_reader_docx, &zw_reader_doc,      &zw_reader_rtf,
                                            &zw_reader_html, &zw_reader_csv,      &zw_reader_xlsx,
                                            &zw_reader_odf };

/* What a file is that no reader takes, and what to do about it. */
static const struct {
    const char *magic;
    size_t n;
    const char *name;
} formats[] = {
    { "%PDF-", 5, "PDF" },
    { "PK\x03\x04", 4, "ZIP" },
    { "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8, "OLE file" },
    { "{\\rtf", 5, "RTF" },
    { "\x89PNG", 4, "PNG image" },
    { "\xFF\xD8\xFF", 3, "JPEG image" },
    { "GIF8", 4, "GIF image" },
    { "\x1F\x8B", 2, "gzip" },
    { "Rar!", 4, "RAR" },
    { "7z\xBC\xAF", 4, "7z" },
    { "\x7F"
      "ELF",
      4, "ELF program" },
    { "\x00\x05\x16\x07", 4, "AppleDouble" },
    { "Bud1", 4, "DS_Store" },
    { "\x00\x00\x00\x01"
      "Bud1",
      8, "DS_Store" },
};

/* The letters of a tag at the first byte that is no blank, whatever their case. */
static bool opens_with(zw_str bytes, const char *tag)
{
    size_t at = zw_str_starts(bytes, ZW_STR("\xEF\xBB\xBF")) ? 3 : 0;
    while (at < bytes.n && strchr(" \t\r\n", bytes.at[at]) && bytes.at[at])
        at++;
    for (; *tag; tag++, at++) {
        char c = at < bytes.n ? bytes.at[at] : 0;
        if ((c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c) != *tag)
            return false;
    }
    return true;
}

/* What a container holds, by the name of a part or a stream. */
static const struct {
    const char *part, *stream, *name;
} contents[] = {
    { "OFD.xml", NULL, "OFD (版式文件; saved as PDF it can be read)" },
    { "ppt/", NULL, "PPTX (slides)" },
    { "xl/", NULL, "XLSB (saved as XLSX it can be read)" },
    { "content.xml", NULL, "OpenDocument of another kind than text or tables" },
    { "uof.xml", NULL, "UOF (saved as DOCX or ODT it can be read)" },
    { "META-INF/container.xml", NULL, "EPUB" },
    { NULL, "EncryptedPackage", "encrypted Office file, wants a password" },
    { NULL, "Workbook", "XLS or ET (saved as XLSX it can be read)" },
    { NULL, "Book", "XLS of Excel 95 or before (saved as XLSX it can be read)" },
    { NULL, "PowerPoint Document", "PPT or DPS (slides)" },
    { NULL, "VisioDocument", "Visio" },
    { NULL, "__properties_version1.0", "Outlook message" },
};

static const char *content_of(zw_str bytes)
{
    for (size_t i = 0; i < sizeof contents / sizeof *contents; i++) {
        if (contents[i].part ? zw_zip_names(bytes, contents[i].part)
                             : zw_ole_names(bytes, contents[i].stream))
            return contents[i].name;
    }
    return NULL;
}

static const char *other_format(zw_str bytes)
{
    const char *content = content_of(bytes);
    if (content)
        return content;
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        if (zw_str_starts(bytes, (zw_str){ formats[i].magic, formats[i].n }))
            return formats[i].name;
    }
    zw_str head = { bytes.at, bytes.n < 2000 ? bytes.n : 2000 };
    if (opens_with(bytes, "<?xml"))
        return zw_str_has(head, "<uof:UOF") || zw_str_has(head, "<uof ")
                   ? "UOF (saved as DOCX or ODT it can be read)"
                   : "XML";
    return NULL;
}

zw_status zw_reader_pick(const zw_input *in, const zw_reader **reader, zw_err *err)
{
    int best = 0;
    *reader = NULL;
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
        int bid = readers[i]->bid(in);
        if (bid > best) {
            best = bid;
            *reader = readers[i];
        }
    }
    /* Plain text is the bid of last resort: a format known by its magic goes before it. */
    const char *other = best < 50 ? other_format(in->bytes) : NULL;
    if (other || !*reader)
        return zw_err_set(err, ZW_E_FORMAT, "%s: no reader for it yet", other ? other : "unknown");
    return ZW_OK;
}
