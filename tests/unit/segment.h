/* segment.h - lexicon, segmenter and arena for the tests of the tokeniser. */
#ifndef ZW_TESTS_UNIT_SEGMENT_H
#define ZW_TESTS_UNIT_SEGMENT_H

#include <stdlib.h>

#include "base/buffer.h"
#include "segmenter/segmenter.h"
#include "tests/unit/unit.h"

typedef struct {
    zw_lexicon *lexicon;
    zw_segmenter *segmenter;
    zw_arena *arena;
} segment_state;

static int segment_setup(void **state)
{
    static segment_state s;
    zw_err err = { 0 };
    if (zw_lexicon_open(&s.lexicon, &err) != ZW_OK ||
        zw_segmenter_new(s.lexicon, &s.segmenter, &err) != ZW_OK) {
        print_error("%s\n", err.text);
        return -1;
    }
    s.arena = zw_arena_new();
    *state = &s;
    return 0;
}

static int segment_teardown(void **state)
{
    segment_state *s = *state;
    zw_segmenter_free(s->segmenter);
    zw_lexicon_free(s->lexicon);
    zw_arena_free(s->arena);
    return 0;
}

#endif
