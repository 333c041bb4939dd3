/* encoding.h - the bytes of a text file to UTF-8.
 *
 * Known: UTF-8, UTF-16 LE and BE (all with and without BOM), GB18030 (and so GBK, GB2312), Big5.
 * A BOM decides; else validity does; where GB18030 and Big5 are both valid, how common the
 * characters are that come out. Valid UTF-8 stays as it is, less its BOM, so offsets are those any
 * other program counts. */
#ifndef ZW_CORPUS_ENCODING_H
#define ZW_CORPUS_ENCODING_H

#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"

/* Bad bytes become U+FFFD while they are few: one, and one more for every so many characters.
 * With more, ZW_E_ENCODING names the first. */
#define ZW_DECODE_CHARS_A_BAD 1000

typedef struct {
    zw_str text;          /* UTF-8; a slice of the bytes given where nothing had to change */
    const char *encoding; /* static: "UTF-8", "UTF-16LE", "GB18030" ... */
    size_t bad;           /* places replaced with U+FFFD */
} zw_decoded;

/* Errors: ZW_E_ENCODING, ZW_E_FORMAT (NUL bytes that no UTF-16 explains), ZW_E_NOMEM. */
zw_status zw_decode(zw_str bytes, zw_arena *arena, zw_decoded *decoded, zw_err *err);

#endif
