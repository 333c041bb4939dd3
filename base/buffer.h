/* buffer.h - a growable string of bytes with a sticky failure.
 *
 * Appending never needs a check of its own: once memory is out the buffer stays failed, later
 * appends do nothing, and the one check at the end (zw_buf_failed) tells. */
#ifndef ZW_BASE_BUFFER_H
#define ZW_BASE_BUFFER_H

#include <stdbool.h>

#include "base/str.h"

typedef struct {
    char *at; /* always NUL-terminated once anything was appended */
    size_t n, room;
    bool failed;
} zw_buf;

#define ZW_BUF_INIT ((zw_buf){ 0 })

void zw_buf_free(zw_buf *buf);  /* and ready for use again */
void zw_buf_clear(zw_buf *buf); /* length 0, memory kept, failure forgotten */

void zw_buf_add(zw_buf *buf, const void *bytes, size_t n);
void zw_buf_str(zw_buf *buf, zw_str text);
void zw_buf_text(zw_buf *buf, const char *text);
void zw_buf_char(zw_buf *buf, char c);
void zw_buf_code(zw_buf *buf, unsigned code_point); /* as UTF-8 */
void zw_buf_printf(zw_buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));

static inline bool zw_buf_failed(const zw_buf *buf)
{
    return buf->failed;
}

static inline zw_str zw_buf_view(const zw_buf *buf)
{
    return (zw_str){ buf->at, buf->n };
}

#endif
