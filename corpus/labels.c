#include "corpus/labels.h"

#include "base/utf8.h"
#include "corpus/docnumber.h"
#include "corpus/lines.h"

#define LABEL_BYTES 32

/* A label at `at`, its letters parted by blanks or not, with its colon or tab: the byte behind, or
 * 0 for none. */
static size_t label_at(const zw_corpus_tables *tables, zw_str line, size_t at, uint32_t *field)
{
    char squashed[LABEL_BYTES];
    size_t n = 0, len, i = at;
    bool blank = false;
    for (; i < line.n; i += len) {
        uint32_t c = zw_utf8_at(line, i, &len), narrow = zw_narrow(c);
        bool stop = narrow == ':' || c == '\t';
        /* A blank ends a label only where what stands before it is one: 发文机关 甲市人民政府. */
        if (n && (stop || zw_is_blank(c)) &&
            zw_trie_get(tables->labels, (zw_str){ squashed, n }, field)) {
            blank = true;
            break;
        }
        if (stop)
            return 0;
        if (zw_is_blank(c))
            continue;
        if (n + len > LABEL_BYTES)
            return 0;
        memcpy(squashed + n, line.at + i, len);
        n += len;
    }
    if (!blank)
        return 0;
    bool colon = false;
    for (; i < line.n; i += len) {
        uint32_t c = zw_utf8_at(line, i, &len), narrow = zw_narrow(c);
        if (narrow != ':' && !zw_is_blank(c))
            break;
        colon |= narrow == ':' || c == '\t';
    }
    return colon ? i : 0;
}

/* The value from `at` to a tab, two blanks or the end. */
static size_t value_end(zw_str line, size_t at)
{
    size_t blanks = 0, len;
    for (size_t i = at; i < line.n; i += len) {
        uint32_t c = zw_utf8_at(line, i, &len);
        blanks = zw_is_blank(c) ? blanks + 1 : 0;
        if (c == '\t' || c == 0x3000 || blanks == 2)
            return i;
    }
    return line.n;
}

static const char *date_of(zw_arena *arena, zw_str value)
{
    char iso[16];
    zw_date d = { 0 };
    if (!zw_date_read(value, 0, &d))
        return NULL;
    zw_date_iso(&d, iso);
    return zw_arena_strdup(arena, iso);
}

static void fill(uint32_t field, zw_str value, zw_arena *arena, zw_metadata *meta)
{
    const char **const slots[] = { NULL,
                                   &meta->number,
                                   &meta->issuer,
                                   &meta->date,
                                   &meta->published,
                                   &meta->effective,
                                   &meta->repealed,
                                   &meta->validity,
                                   &meta->title };
    if (!slots[field] || *slots[field] || !value.n)
        return;
    if (field == ZW_LABEL_NUMBER) {
        zw_doc_number n = zw_doc_number_find(value, 0);
        if (zw_range_len(n.at))
            *slots[field] = zw_doc_number_normal(arena, zw_str_slice(value, n.at));
    } else if (field >= ZW_LABEL_DATE && field <= ZW_LABEL_REPEALED) {
        *slots[field] = date_of(arena, value);
    } else {
        *slots[field] = zw_arena_str(arena, value);
    }
}

bool zw_labels_read(const zw_corpus_tables *tables, zw_str line, zw_arena *arena, zw_metadata *meta)
{
    uint32_t field = 0;
    size_t at = label_at(tables, line, 0, &field);
    if (!at || line.n > 1000)
        return false;
    while (at && at <= line.n) {
        size_t end = value_end(line, at), len;
        zw_str value = zw_str_trim((zw_str){ line.at + at, end - at });
        /* The value may be missing and the next label stand here. */
        uint32_t next_field;
        size_t next = label_at(tables, line, at, &next_field);
        if (!next) {
            fill(field, value, arena, meta);
            while (end < line.n && zw_is_blank(zw_utf8_at(line, end, &len)))
                end += len;
            next = end < line.n ? label_at(tables, line, end, &next_field) : 0;
        }
        at = next;
        field = next_field;
    }
    return true;
}
