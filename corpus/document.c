#include "corpus/document.h"

#include <stdint.h>

zw_span zw_document_span(const zw_document *doc, zw_range r)
{
    return zw_char_index_span(doc->source->chars, zw_offset_map_old(doc->map, r));
}

zw_str zw_document_quote(const zw_document *doc, zw_range r)
{
    return zw_str_slice(doc->source->text, zw_offset_map_old(doc->map, r));
}

static bool holds(zw_range r, size_t at)
{
    return r.start <= at && at < r.end;
}

size_t zw_document_section_at(const zw_document *doc, size_t at)
{
    /* Sections ascend by start, so the last one that holds `at` is the innermost. */
    size_t low = 0, high = doc->sections.n;
    while (high - low > 1) {
        size_t mid = low + (high - low) / 2;
        if (doc->sections.at[mid].text.start <= at)
            low = mid;
        else
            high = mid;
    }
    while (low > 0 && !holds(doc->sections.at[low].text, at))
        low = doc->sections.at[low].parent;
    return low;
}

size_t zw_document_passage_at(const zw_document *doc, size_t at)
{
    size_t low = 0, high = doc->passages.n;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (doc->passages.at[mid].text.end <= at)
            low = mid + 1;
        else
            high = mid;
    }
    return low < doc->passages.n && holds(doc->passages.at[low].text, at) ? low : SIZE_MAX;
}

zw_str zw_document_item_at(const zw_document *doc, size_t at)
{
    size_t i = zw_document_section_at(doc, at);
    while (i > 0 && zw_range_len(doc->sections.at[i].number) == 0)
        i = doc->sections.at[i].parent;
    return zw_str_trim(zw_str_slice(doc->text, doc->sections.at[i].number));
}
