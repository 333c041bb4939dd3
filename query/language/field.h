/* field.h - what the query language does with the fields of the index.
 *
 * Names, kinds and examples are the schema's (store/schema.h). One name is the query's own:
 * figure:"城镇化率 >= 60%", a predicate. */
#ifndef ZW_QUERY_LANGUAGE_FIELD_H
#define ZW_QUERY_LANGUAGE_FIELD_H

#include "base/arena.h"
#include "base/error.h"
#include "facts/facts.h"
#include "store/schema.h"

extern const zw_field zw_field_figure;

/* By an English or Chinese name, width and case apart; NULL: none is called so. */
const zw_field *zw_query_field(zw_str name);

/* The name of a field that is written nearly so, or NULL. */
const char *zw_field_nearest(zw_str name);

bool zw_field_is_range(const zw_field *field);

/* "2014..2020", "2016-01..2016-12", "2018..", “十三五” with =, or one bound with another
 * comparator, as the lowest and highest value (NULL: open): years, or days for a date. ZW_E_USAGE
 * for what is no date or runs backwards. */
zw_status zw_field_range(const zw_field *field, zw_str text, zw_cmp cmp, zw_arena *arena,
                         char **low, char **high, zw_err *err);

/* ZW_E_USAGE for a value that can never be found: role:boss. */
zw_status zw_field_value_check(const zw_field *field, zw_str value, zw_err *err);

/* lead for 牵头, target for 目标; the value itself where it is a name already. */
zw_str zw_field_value_name(const zw_field *field, zw_str value);

#endif
