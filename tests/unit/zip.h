/* zip.h - ZIP files made in a test from their parts. */
#ifndef ZW_TESTS_UNIT_ZIP_H
#define ZW_TESTS_UNIT_ZIP_H

#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>

#include "base/str.h"

typedef struct {
    const char *name, *text;
    size_t filler; /* so many megabytes of empty elements behind the text */
} zip_part;

/* The caller frees bytes.at. */
static inline zw_str zip_of(const zip_part *parts, size_t n)
{
    static char filler[1 << 20];
    size_t used = 0, room = 65536, filled = 0;
    for (size_t i = 0; i < n; i++) {
        room += 2 * strlen(parts[i].text);
        filled += parts[i].filler;
    }
    for (size_t i = 0; filled && i + 4 <= sizeof filler; i += 4)
        memcpy(filler + i, "<a/>", 4);
    room += filled ? 4 << 20 : 0;
    char *bytes = malloc(room);
    struct archive *a = archive_write_new();
    archive_write_set_format_zip(a);
    archive_write_open_memory(a, bytes, room, &used);
    for (size_t i = 0; i < n; i++) {
        struct archive_entry *e = archive_entry_new();
        archive_entry_set_pathname(e, parts[i].name);
        archive_entry_set_filetype(e, AE_IFREG);
        archive_entry_set_size(e, (la_int64_t)(strlen(parts[i].text) + (parts[i].filler << 20)));
        archive_write_header(a, e);
        archive_write_data(a, parts[i].text, strlen(parts[i].text));
        for (size_t k = 0; k < parts[i].filler; k++)
            archive_write_data(a, filler, sizeof filler);
        archive_entry_free(e);
    }
    archive_write_close(a);
    archive_write_free(a);
    return (zw_str){ bytes, used };
}

#endif
