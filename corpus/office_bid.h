/* office_bid.h - what a container of many formats holds, told from its bytes without unpacking. */
#ifndef ZW_CORPUS_OFFICE_BID_H
#define ZW_CORPUS_OFFICE_BID_H

#include "base/str.h"

/* Whether a ZIP's headers name a part that begins so. */
bool zw_zip_names(zw_str bytes, const char *start);

/* Whether an OLE file's directory names a stream so (ASCII); 1 "WordDocument" is DOC. */
bool zw_ole_names(zw_str bytes, const char *stream);

#endif
