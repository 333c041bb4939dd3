/* package.h - the parts of a ZIP file, each read as a stream of XML events; nothing goes to disk.
 *
 * A bomb is refused while it unpacks: more than ZW_PACKAGE_MAX_BYTES in all, or a part that is both
 * larger than ZW_PACKAGE_FREE_BYTES and ZW_PACKAGE_MAX_RATIO times its packed size. A DTD is
 * refused: no office program writes one, and without it there are no entities to expand. */
#ifndef ZW_CORPUS_OFFICE_PACKAGE_H
#define ZW_CORPUS_OFFICE_PACKAGE_H

#include "base/error.h"
#include "base/str.h"

#define ZW_PACKAGE_MAX_BYTES ((size_t)256 << 20)
#define ZW_PACKAGE_FREE_BYTES ((size_t)8 << 20)
#define ZW_PACKAGE_MAX_RATIO 200
#define ZW_PACKAGE_MAX_ENTRIES 20000

typedef struct {
    zw_str bytes;
    size_t unpacked; /* so far, by all parts */
} zw_package;

/* The start and end of an element and the text between; attributes through zw_xml_attribute, valid
 * inside the call. Names come without prefix. */
typedef struct zw_xml zw_xml;

typedef struct {
    void (*start)(void *to, zw_xml *xml, const char *name);
    void (*end)(void *to, const char *name);
    void (*text)(void *to, zw_str text);
} zw_xml_events;

/* The value of an attribute, of any prefix; NULL where there is none. */
const char *zw_xml_attribute(zw_xml *xml, const char *name);

/* From inside start: no event comes from inside this element, its end included. */
void zw_xml_skip(zw_xml *xml);

/* Whether the element at hand is of drawing, whose names are those of text too. */
bool zw_xml_is_drawing(zw_xml *xml);

/* Sends the events of the part of that name. Errors: ZW_E_NOTFOUND (no such part; err untouched),
 * ZW_E_LIMIT, ZW_E_FORMAT, ZW_E_NOMEM. */
zw_status zw_package_read(zw_package *package, const char *part, const zw_xml_events *events,
                          void *to, zw_err *err);

/* The same for XML in memory (flat files, fuzzing). */
zw_status zw_xml_read(zw_str bytes, const zw_xml_events *events, void *to, zw_err *err);

#endif
