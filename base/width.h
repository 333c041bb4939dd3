/* width.h - how many places of a terminal a text takes: a Han character takes two. */
#ifndef ZW_BASE_WIDTH_H
#define ZW_BASE_WIDTH_H

#include <stdint.h>

#include "base/str.h"

size_t zw_width_of_char(uint32_t code_point); /* 0, 1 or 2 */
size_t zw_width_of(zw_str text);

#endif
