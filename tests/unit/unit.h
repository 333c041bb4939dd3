/* unit.h - what every unit test includes, in the order cmocka wants. */
#ifndef ZW_TESTS_UNIT_UNIT_H
#define ZW_TESTS_UNIT_UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/str.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Fails naming the row unless the text is what is wanted. */
static inline void check_str(const char *row, zw_str found, const char *wanted)
{
    if (found.n != strlen(wanted) || (found.n && memcmp(found.at, wanted, found.n) != 0))
        fail_msg("%s: '%s' wanted, '%.*s' found", row, wanted, (int)found.n, found.at);
}

#endif
