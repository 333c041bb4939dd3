/* Plain text: every line as it stands. */
#include "corpus/encoding.h"
#include "corpus/reader.h"

static int bid(const zw_input *in)
{
    (void)in;
    return 1;
}

static zw_status read_txt(const zw_input *in, zw_arena *arena, zw_draft *draft, zw_err *err)
{
    zw_decoded decoded;
    zw_status s = zw_decode(in->bytes, arena, &decoded, err);
    if (s != ZW_OK)
        return s;
    draft->text = decoded.text;
    draft->encoding = decoded.encoding;
    zw_range line;
    for (size_t at = 0; s == ZW_OK && zw_draft_next_line(draft->text, &at, &line);)
        s = zw_draft_add_line(draft, arena, (zw_line){ .at = line }, err);
    return s;
}

const zw_reader zw_reader_txt = { "txt", bid, read_txt };
