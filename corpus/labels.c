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
        if (n == 0 && c == 0x3010) /* 【文　号】 */
            continue;
        bool stop = narrow == ':' || c == '\t' || c == 0x3011;
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
        if (narrow != ':' && c != 0x3011 && !zw_is_blank(c))
            break;
        colon |= narrow == ':' || c == '\t' || c == 0x3011;
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

/* 有关委局, 各有关单位: those it goes to, put in the wrong place. */
static bool is_nobody(zw_str value)
{
    return zw_str_starts(value, ZW_STR("有关")) || zw_str_starts(value, ZW_STR("各"));
}

/* The number in a value; as it stands where it has no known form: 沪府令8号. */
static const char *number_of(zw_arena *arena, zw_str value)
{
    zw_doc_number n = zw_doc_number_find(value, 0);
    if (zw_range_len(n.at))
        return zw_doc_number_normal(arena, zw_str_slice(value, n.at));
    bool short_form = value.n < 60 && zw_str_ends(value, ZW_STR("号"));
    return short_form ? zw_doc_number_normal(arena, value) : NULL;
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
                                   &meta->title,
                                   &meta->published };
    if (!slots[field] || *slots[field] || !value.n)
        return;
    if (field == ZW_LABEL_NUMBER) {
        *slots[field] = number_of(arena, value);
    } else if ((field >= ZW_LABEL_DATE && field <= ZW_LABEL_REPEALED) || field == ZW_LABEL_MADE) {
        *slots[field] = date_of(arena, value);
    } else if (field != ZW_LABEL_ISSUER || !is_nobody(value)) {
        *slots[field] = zw_arena_str(arena, value);
    }
}

/* A label and the value behind it. */
typedef struct {
    uint32_t field;
    zw_str value;
} pair;

typedef struct {
    pair at[8];
    size_t n;
} pairs;

static void add_pair(pairs *all, uint32_t field, zw_str value)
{
    if (all->n < sizeof all->at / sizeof *all->at)
        all->at[all->n++] = (pair){ field, value };
}

/* 生成日期 counts where no 发布日期 stands beside it. */
static void fill_all(const pairs *all, zw_arena *arena, zw_metadata *meta)
{
    for (int made = 0; made < 2; made++) {
        for (size_t i = 0; i < all->n; i++) {
            if ((all->at[i].field == ZW_LABEL_MADE) == made)
                fill(all->at[i].field, all->at[i].value, arena, meta);
        }
    }
}

bool zw_labels_read(const zw_corpus_tables *tables, zw_str line, zw_arena *arena, zw_metadata *meta)
{
    uint32_t field = 0;
    pairs all = { .n = 0 };
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
            add_pair(&all, field, value);
            while (end < line.n && zw_is_blank(zw_utf8_at(line, end, &len)))
                end += len;
            next = end < line.n ? label_at(tables, line, end, &next_field) : 0;
        }
        at = next;
        field = next_field;
    }
    fill_all(&all, arena, meta);
    return true;
}

/* The whole of a cell as a label, with or without its colon. */
static bool cell_label(const zw_corpus_tables *tables, zw_str cell, uint32_t *field, bool *colon)
{
    char squashed[LABEL_BYTES];
    size_t n = 0;
    *colon = false;
    for (size_t i = 0, len; i < cell.n; i += len) {
        uint32_t c = zw_utf8_at(cell, i, &len);
        *colon |= zw_narrow(c) == ':' || c == 0x3011;
        if (zw_narrow(c) == ':' || c == 0x3010 || c == 0x3011 || zw_is_blank(c))
            continue;
        if (n + len > LABEL_BYTES)
            return false;
        memcpy(squashed + n, cell.at + i, len);
        n += len;
    }
    return n && zw_trie_get(tables->labels, (zw_str){ squashed, n }, field);
}

bool zw_labels_row(const zw_corpus_tables *tables, zw_str row, zw_arena *arena, zw_metadata *meta)
{
    pairs all = { .n = 0 };
    uint32_t field = 0, unused;
    bool named = false, colon = false, first_colon = false, other;
    size_t labels = 0, k = 0;
    for (size_t at = 0, end; at <= row.n && row.n < 1000; at = end + 1, k++) {
        for (end = at; end < row.n && row.at[end] != '\t';)
            end++;
        zw_str cell = zw_str_trim((zw_str){ row.at + at, end - at });
        if (k % 2 == 0) {
            named = cell_label(tables, cell, &field, &colon);
            labels += named;
            first_colon |= k == 0 && colon;
            if (!named && (cell.n || k == 0) && !colon)
                return false;
        } else if (named) {
            if (cell_label(tables, cell, &unused, &other))
                return false; /* a row of names: 文号 | 标题 | 发布日期 */
            add_pair(&all, field, cell);
        }
    }
    if (!(first_colon || labels > 1) || !labels || k < 2)
        return false;
    fill_all(&all, arena, meta);
    return true;
}
