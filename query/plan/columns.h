/* columns.h - the columns of manifests that an index holds: x:NAME. */
#ifndef ZW_QUERY_PLAN_COLUMNS_H
#define ZW_QUERY_PLAN_COLUMNS_H

#include "query/plan/plan.h"
#include "store/xapian.h"

/* The names, folded, without x:. */
zw_status zw_column_names(zw_xdb *db, zw_arena *arena, zw_strs *names, zw_err *err);

/* Why a folded name is no column of the index; "" when it is one. NULL: an error, in err. */
const char *zw_column_unknown(zw_xdb *db, zw_str name, zw_arena *arena, zw_err *err);

/* What a manifest says beside, for one cell: 批次=第二批; 来源=甲网. "" where it says nothing;
 * NULL: memory is out. */
const char *zw_columns_told(const zw_givens *given, zw_arena *arena);

#endif
