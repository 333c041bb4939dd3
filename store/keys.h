/* keys.h - what an index says of itself, in its database's metadata. */
#ifndef ZW_STORE_KEYS_H
#define ZW_STORE_KEYS_H

#include "store/xapian.h"

#define ZW_KEY_SCHEMA "zhengwen.schema"   /* ZW_SCHEMA_VERSION */
#define ZW_KEY_LEXICON "zhengwen.lexicon" /* zw_lexicon_hash */
#define ZW_KEY_WRITER "zhengwen.writer"   /* zhengwen 0.1.0, Xapian 1.4.22 */

/* ZW_E_VERSION: it is some other program's. */
zw_status zw_keys_ours(zw_xdb *db, zw_arena *arena, zw_err *err);

/* The same for a folder in which nothing of ours is yet: the files of a database of another program
 * lie right in it. */
zw_status zw_keys_strange(const char *dir, zw_err *err);

/* ZW_E_VERSION with a hint unless the database was written as this program would. lexicon NULL:
 * not compared. */
zw_status zw_keys_check(zw_xdb *db, const char *lexicon, zw_arena *arena, zw_err *err);

/* ZW_E_CORRUPT where XAPIANDB is gone though parts that hold documents are there: someone took it
 * away, for a writer makes it before it writes a document. */
zw_status zw_keys_lost(const char *dir, zw_arena *arena, zw_err *err);

#endif
