#include "base/char_index.h"

#define STRIDE 256

struct zw_char_index {
    zw_str text;
    size_t counts[]; /* code points that start before byte i * STRIDE */
};

static size_t starts_in(zw_str text, size_t from, size_t to)
{
    size_t n = 0;
    for (size_t i = from; i < to; i++)
        n += ((unsigned char)text.at[i] & 0xC0) != 0x80;
    return n;
}

zw_char_index *zw_char_index_new(zw_arena *arena, zw_str text)
{
    size_t marks = text.n / STRIDE + 1;
    zw_char_index *index = zw_arena_alloc(arena, sizeof *index + marks * sizeof index->counts[0]);
    if (!index)
        return NULL;
    index->text = text;
    for (size_t i = 1; i < marks; i++)
        index->counts[i] = index->counts[i - 1] + starts_in(text, (i - 1) * STRIDE, i * STRIDE);
    return index;
}

size_t zw_char_index_at(const zw_char_index *index, size_t at)
{
    size_t mark = at / STRIDE;
    return index->counts[mark] + starts_in(index->text, mark * STRIDE, at);
}

zw_span zw_char_index_span(const zw_char_index *index, zw_range bytes)
{
    return (zw_span){
        bytes, { zw_char_index_at(index, bytes.start), zw_char_index_at(index, bytes.end) }
    };
}
