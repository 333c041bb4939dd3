#include "base/buffer.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"

void zw_buf_free(zw_buf *buf)
{
    free(buf->at);
    *buf = ZW_BUF_INIT;
}

void zw_buf_clear(zw_buf *buf)
{
    buf->n = 0;
    buf->failed = false;
    if (buf->at)
        buf->at[0] = '\0';
}

/* Room for n more bytes and a NUL. */
static bool reserve(zw_buf *buf, size_t n)
{
    if (buf->failed)
        return false;
    if (buf->room - buf->n > n)
        return true;
    size_t want = buf->room ? buf->room : 64;
    while (want - buf->n <= n) {
        if (want > SIZE_MAX / 2)
            return !(buf->failed = true);
        want *= 2;
    }
    char *grown = realloc(buf->at, want);
    if (!grown)
        return !(buf->failed = true);
    buf->at = grown;
    buf->room = want;
    return true;
}

void zw_buf_add(zw_buf *buf, const void *bytes, size_t n)
{
    if (!reserve(buf, n))
        return;
    if (n)
        memcpy(buf->at + buf->n, bytes, n);
    buf->n += n;
    buf->at[buf->n] = '\0';
}

void zw_buf_str(zw_buf *buf, zw_str text)
{
    zw_buf_add(buf, text.at, text.n);
}

void zw_buf_text(zw_buf *buf, const char *text)
{
    zw_buf_add(buf, text, strlen(text));
}

void zw_buf_char(zw_buf *buf, char c)
{
    zw_buf_add(buf, &c, 1);
}

void zw_buf_code(zw_buf *buf, unsigned code_point)
{
    char bytes[4];
    zw_buf_add(buf, bytes, zw_utf8_put(bytes, code_point));
}

void zw_buf_printf(zw_buf *buf, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (n < 0) {
        buf->failed = true;
    } else if (reserve(buf, (size_t)n)) {
        vsnprintf(buf->at + buf->n, (size_t)n + 1, format, again);
        buf->n += (size_t)n;
    }
    va_end(again);
}
