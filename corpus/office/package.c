#include "corpus/office/package.h"

#include <archive.h>
#include <archive_entry.h>
#include <libxml/xmlreader.h>
#include <stdlib.h>

typedef struct {
    zw_package *package;
    const char *name;
    struct archive *archive;
    size_t unpacked;
    zw_err *err;
    zw_status status;
} part;

struct zw_xml {
    xmlTextReader *reader;
    const zw_xml_events *events;
    void *to;
    xmlChar *values[8]; /* of attributes given out for this element */
    size_t n_values;
    int skip; /* the depth of the element that is skipped, or -1 */
    char complaint[200];
};

/* ---- ZIP ---- */

static zw_status open_zip(zw_str bytes, struct archive **archive, zw_err *err)
{
    *archive = archive_read_new();
    if (!*archive)
        return zw_err_nomem(err);
    if (archive_read_support_format_zip(*archive) != ARCHIVE_OK ||
        archive_read_open_memory(*archive, bytes.at, bytes.n) != ARCHIVE_OK)
        return zw_err_set(err, ZW_E_FORMAT, "a broken ZIP");
    return ZW_OK;
}

/* Moves to the entry of that name. */
static zw_status seek(struct archive *archive, const char *name, zw_err *err)
{
    struct archive_entry *entry;
    for (size_t n = 0;; n++) {
        int r = archive_read_next_header(archive, &entry);
        if (r == ARCHIVE_EOF)
            return ZW_E_NOTFOUND;
        if (r != ARCHIVE_OK && r != ARCHIVE_WARN)
            return zw_err_set(err, ZW_E_FORMAT, "a broken ZIP");
        if (n >= ZW_PACKAGE_MAX_ENTRIES)
            return zw_err_set(err, ZW_E_LIMIT, "more than %d parts", ZW_PACKAGE_MAX_ENTRIES);
        const char *is = archive_entry_pathname(entry);
        if (is && strcmp(is, name) == 0)
            return archive_entry_is_encrypted(entry)
                       ? zw_err_set(err, ZW_E_FORMAT, "encrypted, wants a password")
                       : ZW_OK;
    }
}

static int refuse(part *p, zw_status status, const char *why)
{
    if (p->status == ZW_OK)
        p->status = zw_err_set(p->err, status, "%s: %s", p->name, why);
    return -1;
}

/* For libxml2: the next bytes of the part. */
static int read_part(void *context, char *to, int room)
{
    part *p = context;
    la_ssize_t n = archive_read_data(p->archive, to, (size_t)room);
    if (n < 0)
        return refuse(p, ZW_E_FORMAT, "a broken ZIP");
    p->unpacked += (size_t)n;
    p->package->unpacked += (size_t)n;
    if (p->package->unpacked > ZW_PACKAGE_MAX_BYTES)
        return refuse(p, ZW_E_LIMIT, "unpacks to more than 256 MB");
    if (p->unpacked > ZW_PACKAGE_FREE_BYTES &&
        p->unpacked / ZW_PACKAGE_MAX_RATIO > p->package->bytes.n)
        return refuse(p, ZW_E_LIMIT, "unpacks to more than 200 times its size");
    return (int)n;
}

static int close_part(void *context)
{
    (void)context;
    return 0;
}

/* ---- XML ---- */

static void complain(void *context, xmlErrorPtr error)
{
    zw_xml *xml = context;
    if (xml->complaint[0] || !error || error->level < XML_ERR_ERROR)
        return;
    const char *message = error->message ? error->message : "broken";
    size_t n = strcspn(message, "\n");
    n = n < sizeof xml->complaint - 1 ? n : sizeof xml->complaint - 1;
    memcpy(xml->complaint, message, n);
    xml->complaint[n] = '\0';
}

const char *zw_xml_attribute(zw_xml *xml, const char *name)
{
    xmlChar *value = NULL;
    if (xmlTextReaderMoveToFirstAttribute(xml->reader) == 1) {
        do {
            if (strcmp((const char *)xmlTextReaderConstLocalName(xml->reader), name) == 0 &&
                !xmlTextReaderIsNamespaceDecl(xml->reader))
                value = xmlTextReaderValue(xml->reader);
        } while (!value && xmlTextReaderMoveToNextAttribute(xml->reader) == 1);
    }
    xmlTextReaderMoveToElement(xml->reader);
    if (!value || xml->n_values == sizeof xml->values / sizeof *xml->values) {
        xmlFree(value);
        return NULL;
    }
    return (const char *)(xml->values[xml->n_values++] = value);
}

void zw_xml_skip(zw_xml *xml)
{
    if (!xmlTextReaderIsEmptyElement(xml->reader))
        xml->skip = xmlTextReaderDepth(xml->reader);
}

bool zw_xml_is_drawing(zw_xml *xml)
{
    const xmlChar *space = xmlTextReaderConstNamespaceUri(xml->reader);
    return space && strstr((const char *)space, "drawingml/2006/main") != NULL;
}

static void free_values(zw_xml *xml)
{
    while (xml->n_values)
        xmlFree(xml->values[--xml->n_values]);
}

static void start_element(zw_xml *xml)
{
    const char *name = (const char *)xmlTextReaderConstLocalName(xml->reader);
    bool empty = xmlTextReaderIsEmptyElement(xml->reader);
    xml->events->start(xml->to, xml, name);
    free_values(xml);
    if (empty)
        xml->events->end(xml->to, name);
}

static void event(zw_xml *xml, int type)
{
    if (xml->skip >= 0) {
        if (type == XML_READER_TYPE_END_ELEMENT && xmlTextReaderDepth(xml->reader) <= xml->skip)
            xml->skip = -1;
        return;
    }
    if (type == XML_READER_TYPE_ELEMENT) {
        start_element(xml);
    } else if (type == XML_READER_TYPE_END_ELEMENT) {
        xml->events->end(xml->to, (const char *)xmlTextReaderConstLocalName(xml->reader));
    } else if (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA ||
               type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE) {
        const char *text = (const char *)xmlTextReaderConstValue(xml->reader);
        xml->events->text(xml->to, zw_str_of(text));
    }
}

/* libxml2 tells its own limits in words for whoever calls it. */
static zw_status refuse_xml(const zw_xml *xml, zw_err *err)
{
    static const struct {
        const char *said, *is;
    } limits[] = { { "Excessive depth", "more than 256 elements inside each other" },
                   { "huge text node", "more than 10 MB of text in one piece" } };
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
        if (strstr(xml->complaint, limits[i].said))
            return zw_err_set(err, ZW_E_LIMIT, "%s", limits[i].is);
    }
    return zw_err_set(err, ZW_E_FORMAT, "broken XML: %s",
                      xml->complaint[0] ? xml->complaint : "cut off");
}

static zw_status run(xmlTextReader *reader, const zw_xml_events *events, void *to, zw_err *err)
{
    zw_xml xml = { .reader = reader, .events = events, .to = to, .skip = -1 };
    int more;
    zw_status s = ZW_OK;
    if (!reader)
        return zw_err_nomem(err);
    xmlTextReaderSetStructuredErrorHandler(reader, complain, &xml);
    while ((more = xmlTextReaderRead(reader)) == 1) {
        int type = xmlTextReaderNodeType(reader);
        if (type == XML_READER_TYPE_DOCUMENT_TYPE || type == XML_READER_TYPE_ENTITY_REFERENCE) {
            s = zw_err_set(err, ZW_E_FORMAT, "a DTD, which no office program writes");
            break;
        }
        event(&xml, type);
    }
    return s == ZW_OK && more != 0 ? refuse_xml(&xml, err) : s;
}

enum { OPTIONS = XML_PARSE_NONET | XML_PARSE_COMPACT };

zw_status zw_xml_read(zw_str bytes, const zw_xml_events *events, void *to, zw_err *err)
{
    if (bytes.n > ZW_PACKAGE_MAX_BYTES)
        return zw_err_set(err, ZW_E_LIMIT, "more than 256 MB");
    xmlTextReader *reader = xmlReaderForMemory(bytes.n ? bytes.at : "", (int)bytes.n, NULL, NULL,
                                               OPTIONS);
    zw_status s = run(reader, events, to, err);
    xmlFreeTextReader(reader);
    return s;
}

zw_status zw_package_read(zw_package *package, const char *name, const zw_xml_events *events,
                          void *to, zw_err *err)
{
    part p = { .package = package, .name = name, .err = err };
    xmlTextReader *reader = NULL;
    zw_err bad = { 0 };
    zw_status s = open_zip(package->bytes, &p.archive, err);
    if (s == ZW_OK)
        s = seek(p.archive, name, err);
    if (s == ZW_OK) {
        reader = xmlReaderForIO(read_part, close_part, &p, NULL, NULL, OPTIONS);
        s = run(reader, events, to, &bad);
        if (p.status != ZW_OK)
            s = p.status; /* the reason behind what the parser complained of */
        else if (s != ZW_OK)
            s = zw_err_set(err, s, "%s: %s", name, bad.text);
    }
    xmlFreeTextReader(reader);
    archive_read_free(p.archive);
    return s;
}
