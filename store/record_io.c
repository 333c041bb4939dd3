/* Records as they are stored: a version byte, then the fields in the order of the structs. */
#include <stdint.h>

#include "store/pack.h"
#include "store/record.h"

enum { DOCUMENT_FORM = 4, PASSAGE_FORM = 3, FIGURE_FORM = 1, FILE_FORM = 2 };

static zw_status written(const zw_buf *to, zw_err *err)
{
    return zw_buf_failed(to) ? zw_err_nomem(err) : ZW_OK;
}

static zw_status understood(const zw_unpack *from, zw_err *err)
{
    return from->failed ? zw_err_set(err, ZW_E_CORRUPT, "a stored record is damaged") : ZW_OK;
}

static void form(zw_unpack *from, unsigned wanted)
{
    if (zw_unpack_uint(from) != wanted)
        from->failed = true;
}

/* ---- a document ---- */

/* The strings of a document's record, in their order; one list for writing and reading. */
#define DOCUMENT_TEXTS(r)                                                                          \
    {                                                                                              \
        &(r)->id, &(r)->file, &(r)->part, &(r)->sha256, &(r)->reader, &(r)->encoding,              \
            &(r)->meta.title, &(r)->meta.number, &(r)->meta.issuer, &(r)->meta.date,               \
            &(r)->meta.published, &(r)->meta.effective, &(r)->meta.repealed, &(r)->meta.validity,  \
            &(r)->meta.genre                                                                       \
    }

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void region_write(const zw_region_path *region, zw_buf *to)
{
    zw_pack_uint(to, region->n);
    for (size_t i = 0; i < region->n; i++)
        zw_pack_text(to, region->names[i]);
    zw_pack_uint(to, region->by_file);
}

static void region_read(zw_unpack *from, zw_region_path *region)
{
    region->n = zw_unpack_below(from, ZW_REGION_DEPTH + 1);
    for (size_t i = 0; i < region->n; i++)
        region->names[i] = zw_unpack_text(from);
    region->by_file = zw_unpack_below(from, 2);
}

static void givens_write(const zw_givens *given, zw_buf *to)
{
    zw_pack_uint(to, given->n);
    for (size_t i = 0; i < given->n; i++) {
        zw_pack_text(to, given->at[i].name);
        zw_pack_text(to, given->at[i].value);
    }
}

/* told: a value must be there. false: memory is out. */
static bool givens_read(zw_unpack *from, bool told, zw_arena *arena, zw_givens *given)
{
    for (size_t n = zw_unpack_count(from, 2); n > 0 && !from->failed; n--) {
        zw_given *g = zw_array_add(arena, given);
        if (!g)
            return false;
        g->name = zw_unpack_text(from);
        g->value = zw_unpack_text(from);
        if (!g->name || (told && !g->value))
            from->failed = true;
    }
    return true;
}

static void version_write(const zw_version *v, zw_buf *to)
{
    zw_pack_uint(to, (uint64_t)v->form);
    zw_pack_uint(to, (uint64_t)v->amended | (uint64_t)v->standing << 1);
    zw_pack_text(to, v->key);
    zw_pack_uint(to, v->sketch.letters);
    zw_pack_str(to, v->sketch.bins);
}

static void version_read(zw_unpack *from, zw_version *v)
{
    v->form = (zw_form)zw_unpack_below(from, ZW_FORM_COUNT);
    unsigned flags = zw_unpack_below(from, 4);
    v->amended = flags & 1;
    v->standing = flags >> 1;
    v->key = zw_unpack_text(from);
    v->sketch.letters = zw_unpack_size(from);
    v->sketch.bins = zw_unpack_str(from);
    if (v->sketch.bins.n != 0 && v->sketch.bins.n != ZW_SKETCH_BYTES)
        from->failed = true;
}

zw_status zw_doc_record_write(const zw_doc_record *r, zw_buf *to, zw_err *err)
{
    const char *const *texts[] = DOCUMENT_TEXTS(r);
    zw_pack_uint(to, DOCUMENT_FORM);
    for (size_t i = 0; i < COUNT(texts); i++)
        zw_pack_text(to, *texts[i]);
    zw_pack_uint(to, (uint64_t)(r->meta.year > 0 ? r->meta.year : 0));
    region_write(&r->region, to);
    zw_pack_uint(to, r->passages);
    zw_pack_uint(to, r->figures);
    zw_pack_uint(to, r->cites.n);
    for (size_t i = 0; i < r->cites.n; i++) {
        zw_pack_text(to, r->cites.at[i].title);
        zw_pack_text(to, r->cites.at[i].number);
        zw_pack_uint(to, r->cites.at[i].basis);
    }
    givens_write(&r->given, to);
    givens_write(&r->found, to);
    version_write(&r->version, to);
    return written(to, err);
}

zw_status zw_doc_record_read(zw_str data, zw_arena *arena, zw_doc_record *r, zw_err *err)
{
    *r = (zw_doc_record){ 0 };
    zw_unpack from = { .in = data };
    const char **texts[] = DOCUMENT_TEXTS(r);
    form(&from, DOCUMENT_FORM);
    for (size_t i = 0; i < COUNT(texts); i++)
        *texts[i] = zw_unpack_text(&from);
    r->meta.year = (int)zw_unpack_below(&from, 10000);
    region_read(&from, &r->region);
    r->passages = zw_unpack_size(&from);
    r->figures = zw_unpack_size(&from);
    for (size_t n = zw_unpack_count(&from, 3); n > 0 && !from.failed; n--) {
        zw_cited *c = zw_array_add(arena, &r->cites);
        if (!c)
            return zw_err_nomem(err);
        c->title = zw_unpack_text(&from);
        c->number = zw_unpack_text(&from);
        c->basis = zw_unpack_below(&from, 2);
    }
    if (!givens_read(&from, true, arena, &r->given) || !givens_read(&from, false, arena, &r->found))
        return zw_err_nomem(err);
    version_read(&from, &r->version);
    if (!r->id || !r->meta.title || !r->file || !r->sha256)
        from.failed = true;
    return understood(&from, err);
}

/* ---- the way back to the source ---- */

/* Of a replaced piece the old bytes are kept; with them the quotation is made of the text. */
static void map_write(const zw_passage_record *r, zw_buf *to)
{
    size_t n = zw_offset_map_pieces(r->map);
    zw_pack_uint(to, n);
    for (size_t i = 0; i < n; i++) {
        zw_map_piece p = zw_offset_map_piece(r->map, i);
        zw_pack_uint(to, p.new_n * 2 + p.kept);
        if (!p.kept)
            zw_pack_str(to, zw_str_slice(r->quote, (zw_range){ p.old_at, p.old_at + p.old_n }));
    }
}

static zw_status map_read(zw_unpack *from, zw_arena *arena, zw_passage_record *r, zw_err *err)
{
    zw_offset_map *map = zw_offset_map_new(arena, 0);
    zw_buf quote = ZW_BUF_INIT;
    bool room = map != NULL;
    for (size_t n = zw_unpack_count(from, 1), at = 0; room && n > 0; n--) {
        size_t head = zw_unpack_size(from), length = head / 2;
        if (length > r->text.n - at)
            from->failed = true;
        if (from->failed)
            break;
        zw_str old = head % 2 ? (zw_str){ r->text.at + at, length } : zw_unpack_str(from);
        room = head % 2 ? zw_offset_map_keep(map, length)
                        : zw_offset_map_replace(map, length, old.n);
        zw_buf_str(&quote, old);
        at += length;
    }
    r->map = map;
    r->quote = (zw_str){ zw_arena_copy(arena, quote.at ? quote.at : "", quote.n), quote.n };
    room = room && r->quote.at && !zw_buf_failed(&quote);
    zw_buf_free(&quote);
    return room ? ZW_OK : zw_err_nomem(err);
}

/* ---- places ---- */

static void span_write(zw_span span, zw_span base, zw_buf *to)
{
    zw_pack_uint(to, span.byte.start - base.byte.start);
    zw_pack_uint(to, zw_range_len(span.byte));
    zw_pack_uint(to, span.chr.start - base.chr.start);
    zw_pack_uint(to, zw_range_len(span.chr));
}

static zw_range range_read(zw_unpack *from, size_t base)
{
    size_t start = zw_unpack_size(from) + base;
    return (zw_range){ start, start + zw_unpack_size(from) };
}

static zw_span span_read(zw_unpack *from, zw_span base)
{
    zw_range byte = range_read(from, base.byte.start);
    return (zw_span){ byte, range_read(from, base.chr.start) };
}

static void place_write(const zw_fact_place *place, const zw_passage_record *r, zw_buf *to)
{
    zw_pack_uint(to, place->at.start);
    zw_pack_uint(to, zw_range_len(place->at));
    span_write(place->source, r->source, to);
    zw_pack_text(to, place->rule);
}

static zw_fact_place place_read(zw_unpack *from, const zw_passage_record *r)
{
    zw_fact_place place = { .at = range_read(from, 0), .passage = r->index };
    place.source = span_read(from, r->source);
    place.rule = zw_unpack_text(from);
    if (place.at.end > r->text.n)
        from->failed = true;
    return place;
}

/* ---- facts ---- */

static void figure_write(const void *fact, const zw_passage_record *r, zw_buf *to)
{
    const zw_figure *f = fact;
    place_write(&f->place, r, to);
    zw_pack_double(to, f->low);
    zw_pack_double(to, f->high);
    zw_pack_text(to, f->unit);
    zw_pack_uint(to, (uint64_t)f->cmp);
    zw_pack_uint(to, (uint64_t)f->kind);
    zw_pack_text(to, f->indicator);
    zw_pack_uint(to, (unsigned char)f->change);
    zw_pack_uint(to, (uint64_t)(f->year > 0 ? f->year : 0));
    zw_pack_text(to, f->region);
    zw_pack_uint(to, (uint64_t)f->force);
    zw_pack_text(to, f->force_words);
}

static void figure_read(zw_unpack *from, const zw_passage_record *r, void *fact)
{
    zw_figure *f = fact;
    f->place = place_read(from, r);
    f->low = zw_unpack_double(from);
    f->high = zw_unpack_double(from);
    f->unit = zw_unpack_text(from);
    f->cmp = (zw_cmp)zw_unpack_below(from, ZW_CMP_ABOUT + 1);
    f->kind = (zw_figure_kind)zw_unpack_below(from, ZW_KIND_OTHER + 1);
    f->indicator = zw_unpack_text(from);
    f->change = (char)zw_unpack_below(from, 128);
    f->year = (int)zw_unpack_below(from, 10000);
    f->region = zw_unpack_text(from);
    f->force = (zw_force)zw_unpack_below(from, ZW_FORCE_EXPECTED + 1);
    f->force_words = zw_unpack_text(from);
}

static void agency_write(const void *fact, const zw_passage_record *r, zw_buf *to)
{
    const zw_agency *a = fact;
    place_write(&a->place, r, to);
    zw_pack_text(to, a->canonical);
    zw_pack_text(to, a->body);
    zw_pack_text(to, a->region);
    zw_pack_uint(to, (uint64_t)a->role);
    zw_pack_text(to, a->deadline);
}

static void agency_read(zw_unpack *from, const zw_passage_record *r, void *fact)
{
    zw_agency *a = fact;
    a->place = place_read(from, r);
    a->canonical = zw_unpack_text(from);
    a->body = zw_unpack_text(from);
    a->region = zw_unpack_text(from);
    a->role = (zw_role)zw_unpack_below(from, ZW_ROLE_IMPLEMENT + 1);
    a->deadline = zw_unpack_text(from);
}

static void label_write(const zw_label *l, zw_buf *to)
{
    zw_pack_text(to, l->name);
    if (!l->name)
        return;
    zw_pack_text(to, l->english);
    zw_pack_text(to, l->side);
    zw_pack_text(to, l->side_en);
    zw_pack_text(to, l->word);
    zw_pack_uint(to, l->from_heading);
}

static void label_read(zw_unpack *from, zw_label *l)
{
    l->name = zw_unpack_text(from);
    if (!l->name)
        return;
    l->english = zw_unpack_text(from);
    l->side = zw_unpack_text(from);
    l->side_en = zw_unpack_text(from);
    l->word = zw_unpack_text(from);
    l->from_heading = zw_unpack_below(from, 2);
}

static void measure_write(const void *fact, const zw_passage_record *r, zw_buf *to)
{
    const zw_measure *m = fact;
    place_write(&m->place, r, to);
    zw_pack_text(to, m->verb);
    zw_pack_text(to, m->item);
    zw_pack_uint(to, m->n_topics);
    for (size_t i = 0; i < m->n_topics; i++)
        label_write(&m->topics[i], to);
    label_write(&m->instrument, to);
}

static void measure_read(zw_unpack *from, const zw_passage_record *r, void *fact)
{
    zw_measure *m = fact;
    m->place = place_read(from, r);
    m->verb = zw_unpack_text(from);
    m->item = zw_unpack_text(from);
    m->n_topics = zw_unpack_below(from, ZW_TOPICS_MAX + 1);
    for (size_t i = 0; i < m->n_topics; i++)
        label_read(from, &m->topics[i]);
    label_read(from, &m->instrument);
}

static void citation_write(const void *fact, const zw_passage_record *r, zw_buf *to)
{
    const zw_citation *c = fact;
    place_write(&c->place, r, to);
    zw_pack_text(to, c->title);
    zw_pack_text(to, c->number);
    zw_pack_uint(to, c->basis);
}

static void citation_read(zw_unpack *from, const zw_passage_record *r, void *fact)
{
    zw_citation *c = fact;
    c->place = place_read(from, r);
    c->title = zw_unpack_text(from);
    c->number = zw_unpack_text(from);
    c->basis = zw_unpack_below(from, 2);
}

enum { FACT_LEAST = 8 }; /* bytes of the smallest fact: its place and one field */

static void list_write(const void *at, size_t n, size_t size, const zw_passage_record *r,
                       void (*write)(const void *, const zw_passage_record *, zw_buf *), zw_buf *to)
{
    zw_pack_uint(to, n);
    for (size_t i = 0; i < n; i++)
        write((const char *)at + i * size, r, to);
}

static void *list_read(zw_unpack *from, const zw_passage_record *r, size_t size, size_t *n,
                       void (*read)(zw_unpack *, const zw_passage_record *, void *),
                       zw_arena *arena)
{
    *n = zw_unpack_count(from, FACT_LEAST);
    char *at = zw_arena_array(arena, *n ? *n : 1, size);
    for (size_t i = 0; at && i < *n; i++)
        read(from, r, at + i * size);
    return at;
}

/* ---- a passage ---- */

#define WRITE(kind, write)                                                                         \
    list_write(r->facts.kind.at, r->facts.kind.n, sizeof *r->facts.kind.at, r, write, to)
#define READ(kind, read)                                                                           \
    ((r->facts.kind.at = list_read(from, r, sizeof *r->facts.kind.at, &r->facts.kind.n, read,      \
                                   arena)) != NULL)

zw_status zw_passage_record_write(const zw_passage_record *r, zw_buf *to, zw_err *err)
{
    zw_pack_uint(to, PASSAGE_FORM);
    zw_pack_text(to, r->doc_id);
    zw_pack_uint(to, r->index);
    zw_pack_text(to, r->part);
    zw_pack_str(to, r->text);
    zw_pack_uint(to, r->body);
    zw_pack_uint(to, r->table_row);
    span_write(r->source, (zw_span){ { 0, 0 }, { 0, 0 } }, to);
    map_write(r, to);
    zw_pack_uint(to, r->n_headings);
    for (size_t i = 0; i < r->n_headings; i++)
        zw_pack_text(to, r->headings[i]);
    region_write(&r->facts.region, to);
    WRITE(figures, figure_write);
    WRITE(agencies, agency_write);
    WRITE(measures, measure_write);
    WRITE(citations, citation_write);
    return written(to, err);
}

static bool headings_read(zw_unpack *from, zw_arena *arena, zw_passage_record *r)
{
    r->n_headings = zw_unpack_count(from, 2);
    const char **headings = zw_arena_array(arena, r->n_headings + 1, sizeof *headings);
    for (size_t i = 0; headings && i < r->n_headings; i++) {
        headings[i] = zw_unpack_text(from);
        if (!headings[i])
            from->failed = true;
    }
    r->headings = headings;
    return headings != NULL;
}

static bool facts_read(zw_unpack *from, zw_arena *arena, zw_passage_record *r)
{
    region_read(from, &r->facts.region);
    return READ(figures, figure_read) && READ(agencies, agency_read) &&
           READ(measures, measure_read) && READ(citations, citation_read);
}

zw_status zw_passage_record_read(zw_str data, zw_arena *arena, zw_passage_record *r, zw_err *err)
{
    *r = (zw_passage_record){ 0 };
    zw_unpack from = { .in = data };
    form(&from, PASSAGE_FORM);
    r->doc_id = zw_unpack_text(&from);
    r->index = zw_unpack_size(&from);
    r->part = zw_unpack_text(&from);
    r->text = zw_unpack_str(&from);
    r->body = zw_unpack_size(&from);
    r->table_row = zw_unpack_below(&from, 2);
    r->source = span_read(&from, (zw_span){ { 0, 0 }, { 0, 0 } });
    if (!r->doc_id || r->body > r->text.n)
        from.failed = true;
    zw_status s = understood(&from, err);
    if (s == ZW_OK)
        s = map_read(&from, arena, r, err);
    if (s != ZW_OK)
        return s;
    r->id = zw_arena_printf(arena, "%s:%zu", r->doc_id, r->index);
    if (!r->id || !headings_read(&from, arena, r) || !facts_read(&from, arena, r))
        return zw_err_nomem(err);
    if (r->quote.n != zw_range_len(r->source.byte))
        from.failed = true;
    return understood(&from, err);
}

/* ---- a figure ---- */

zw_status zw_figure_record_write(const zw_figure_record *r, zw_buf *to, zw_err *err)
{
    zw_pack_uint(to, FIGURE_FORM);
    zw_pack_text(to, r->passage);
    zw_pack_uint(to, r->figure);
    return written(to, err);
}

zw_status zw_figure_record_read(zw_str data, zw_figure_record *r, zw_err *err)
{
    zw_unpack from = { .in = data };
    form(&from, FIGURE_FORM);
    r->passage = zw_unpack_text(&from);
    r->figure = zw_unpack_size(&from);
    if (!r->passage)
        from.failed = true;
    return understood(&from, err);
}

/* ---- a file ---- */

zw_status zw_file_record_write(const zw_file_record *r, zw_buf *to, zw_err *err)
{
    zw_pack_uint(to, FILE_FORM);
    zw_pack_text(to, r->path);
    zw_pack_text(to, r->sha256);
    zw_pack_text(to, r->version);
    zw_pack_uint(to, r->size);
    zw_pack_uint(to, (uint64_t)r->mtime_ns);
    zw_pack_uint(to, r->docs.n);
    for (size_t i = 0; i < r->docs.n; i++)
        zw_pack_text(to, r->docs.at[i]);
    givens_write(&r->given, to);
    return written(to, err);
}

zw_status zw_file_record_read(zw_str data, zw_arena *arena, zw_file_record *r, zw_err *err)
{
    *r = (zw_file_record){ 0 };
    zw_unpack from = { .in = data };
    /* a rebuild reads the files of an older index, which kept nothing of a manifest */
    unsigned of = zw_unpack_below(&from, FILE_FORM + 1);
    if (of == 0)
        from.failed = true;
    r->path = zw_unpack_text(&from);
    r->sha256 = zw_unpack_text(&from);
    r->version = zw_unpack_text(&from);
    r->size = zw_unpack_uint(&from);
    r->mtime_ns = (int64_t)zw_unpack_uint(&from);
    for (size_t n = zw_unpack_count(&from, 2); n > 0 && !from.failed; n--) {
        const char **id = zw_array_add(arena, &r->docs);
        if (!id)
            return zw_err_nomem(err);
        *id = zw_unpack_text(&from);
        if (!*id)
            from.failed = true;
    }
    if (of >= 2 && !givens_read(&from, true, arena, &r->given))
        return zw_err_nomem(err);
    if (!r->path || !r->sha256 || !r->version)
        from.failed = true;
    return understood(&from, err);
}
