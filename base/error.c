#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Cuts a UTF-8 string that filled its room back to a whole character. */
static void cut_on_boundary(char *text, size_t room)
{
    size_t n = strlen(text);
    if (n + 1 < room)
        return;
    size_t start = n;
    while (start > 0 && ((unsigned char)text[start - 1] & 0xC0) == 0x80)
        start--;
    if (start == 0)
        return;
    unsigned char lead = (unsigned char)text[start - 1];
    size_t want = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (n - (start - 1) < want)
        text[start - 1] = '\0';
}

zw_status zw_err_set(zw_err *err, zw_status code, const char *format, ...)
{
    if (!err)
        return code;
    va_list args;
    va_start(args, format);
    vsnprintf(err->text, sizeof err->text, format, args);
    va_end(args);
    cut_on_boundary(err->text, sizeof err->text);
    err->code = code;
    return code;
}

/* As much of text as there is room for. */
static void append(zw_err *err, const char *text)
{
    size_t n = strlen(err->text), more = strlen(text), room = sizeof err->text - 1 - n;
    if (more > room)
        more = room;
    memcpy(err->text + n, text, more);
    err->text[n + more] = '\0';
}

zw_status zw_err_at(zw_err *err, const char *format, ...)
{
    if (!err)
        return ZW_E_IO;
    char was[sizeof err->text];
    memcpy(was, err->text, sizeof was);
    /* Of a path of 4,000 bytes less is shown, so that the reason stays. */
    size_t room = sizeof err->text - strlen(was) - 1;
    if (room < sizeof err->text / 2)
        room = sizeof err->text / 2;
    va_list args;
    va_start(args, format);
    vsnprintf(err->text, room, format, args);
    va_end(args);
    cut_on_boundary(err->text, room);
    append(err, ": ");
    append(err, was);
    cut_on_boundary(err->text, sizeof err->text);
    return err->code;
}

zw_status zw_err_nomem(zw_err *err)
{
    return zw_err_set(err, ZW_E_NOMEM, "out of memory");
}
