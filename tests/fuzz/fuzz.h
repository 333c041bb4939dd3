/* fuzz.h - what every fuzz target includes.
 *
 * A target is one file, fuzz_NAME.c, that defines LLVMFuzzerTestOneInput and asserts a property of
 * whatever it is fed. With libFuzzer (preset fuzz) it is a fuzzer; without, replay.c feeds it its
 * seeds, tests/fuzz/seeds/NAME/, each whole and cut short at every length. */
#ifndef ZW_TESTS_FUZZ_FUZZ_H
#define ZW_TESTS_FUZZ_FUZZ_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* An assertion that no build type leaves out. */
#define PROPERTY(holds)                                                                            \
    do {                                                                                           \
        if (!(holds)) {                                                                            \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #holds);                            \
            abort();                                                                               \
        }                                                                                          \
    } while (0)

static inline zw_str fuzz_text(const uint8_t *data, size_t size)
{
    return (zw_str){ (const char *)data, size };
}

#endif
