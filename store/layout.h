/* layout.h - the directory an index lives in.
 *
 *     XAPIANDB    the parts that make up the index, a line each; a stub file as any Xapian program
 *                 reads it. Replacing it (rename) is how a part joins or leaves: at once or not
 *     part-N/     a Xapian database, with a seal (store/seal.h)
 *     lock        held by the one writer, with its process id
 *
 * A part that XAPIANDB does not name is what a killed writer left, and is cleared away by the
 * next; parts without any XAPIANDB are not, should they hold documents. Readers follow XAPIANDB; a
 * part they hold open stays readable after it was removed. */
#ifndef ZW_STORE_LAYOUT_H
#define ZW_STORE_LAYOUT_H

#include <stdint.h>

#include "base/array.h"
#include "base/error.h"

typedef ZW_ARRAY(const char *) zw_parts_list; /* paths, DIR and all */

/* The parts of the index at dir; none when there is no index yet (ZW_OK). A XAPIANDB that names no
 * part is damaged: ZW_E_CORRUPT. */
zw_status zw_layout_parts(const char *dir, zw_arena *arena, zw_parts_list *parts, zw_err *err);

/* The parts that lie there, named or not. */
zw_status zw_layout_found(const char *dir, zw_arena *arena, zw_parts_list *parts, zw_err *err);

/* Makes these parts the index, durably: their names and that of XAPIANDB are on the disk when it
 * returns. What stands in them must be (zw_layout_sync). */
zw_status zw_layout_set(const char *dir, const zw_parts_list *parts, zw_err *err);

/* Puts a small file in the place of another, or of none, at once and durably: what was renamed or
 * made in dir before is on the disk before it, and it is when this returns. */
zw_status zw_layout_replace(const char *dir, const char *name, zw_str text, zw_err *err);

/* A name no part has yet. NULL: memory is out. The lock must be held. */
const char *zw_layout_new_part(const char *dir, zw_arena *arena);

/* Whether all files of a part may be read; else ZW_E_IO with the file and the reason. */
zw_status zw_layout_readable(const char *part, zw_err *err);

/* Flushes a finished part to the disk. */
zw_status zw_layout_sync(const char *part, zw_err *err);

/* Removes every part that XAPIANDB does not name. The lock must be held. */
zw_status zw_layout_clear(const char *dir, zw_arena *arena, zw_err *err);

/* Makes dir when needed and takes its lock; *fd gets what holds it (close it to let go). Another
 * writer: ZW_E_LOCKED with its process id. */
zw_status zw_layout_lock(const char *dir, int *fd, zw_err *err);

/* Something that differs after every change of the index; 0 when it cannot be told. */
uint64_t zw_layout_state(const char *dir);

/* Bytes of all files of the index. */
uint64_t zw_layout_bytes(const char *dir);

#endif
