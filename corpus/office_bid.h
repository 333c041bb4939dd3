/* office_bid.h - what a container of many formats holds, told from its bytes without unpacking, and
 * the reading of it in a process of its own. */
#ifndef ZW_CORPUS_OFFICE_BID_H
#define ZW_CORPUS_OFFICE_BID_H

#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"

/* Whether a ZIP's headers name a part that begins so. */
bool zw_zip_names(zw_str bytes, const char *start);

/* Whether an OLE file's directory names a stream so (ASCII); 1 "WordDocument" is DOC. */
bool zw_ole_names(zw_str bytes, const char *stream);

/* What zhengwen-read, told the format, writes about these bytes, in arena; `name` is said where the
 * program is missing. */
zw_status zw_office_read(const char *format, const char *name, zw_str bytes, zw_arena *arena,
                         zw_str *said, zw_err *err);

#endif
