/* Stored records: what is written is what is read, and damage is told. */
#include "base/utf8.h"
#include "corpus/corpus.h"
#include "store/pack.h"
#include "store/record.h"
#include "tests/unit/unit.h"

/* The blank line inside the sentence is dropped, so that text and source differ. */
static const char text[] =
    "福建省人民政府关于示例改革的实施意见\n闽政〔2016〕991号\n\n各市人民政府：\n"
    "一、推进户籍改革\n（一）放宽落户条件。实行居住证制度，保障随迁子女\n\n入学，到2020年常住人口"
    "城镇化率达到67%左右。（牵头单位：省公安厅；配合单位：省教育厅）\n"
    "二、落实《示例规划（2014—2020年）》（国发〔2014〕998号），投资150亿元。\n"
    "福建省人民政府\n2016年3月1日\n";

static zw_arena *arena;
static zw_extractor *extractor;
static const zw_document *doc;
static zw_facts facts;

static int read_text(void **state)
{
    (void)state;
    zw_documents docs = { 0 };
    arena = zw_arena_new();
    if (zw_extractor_open(&extractor, NULL) != ZW_OK ||
        zw_corpus_read_bytes("a.txt", ZW_STR(text), &(zw_read_options){ 0 }, arena, &docs, NULL) !=
            ZW_OK)
        return 1;
    doc = docs.documents.at[0];
    return zw_facts_extract(extractor, doc, arena, &facts, NULL) != ZW_OK;
}

static int let_go(void **state)
{
    (void)state;
    zw_extractor_free(extractor);
    zw_arena_free(arena);
    return 0;
}

static void same_text(const char *a, const char *b)
{
    if (a && b)
        assert_string_equal(a, b);
    else
        assert_true(a == b);
}

static void same_place(const zw_fact_place *a, const zw_fact_place *b)
{
    assert_memory_equal(&a->at, &b->at, sizeof a->at);
    assert_memory_equal(&a->source, &b->source, sizeof a->source);
    assert_int_equal(a->passage, b->passage);
    same_text(a->rule, b->rule);
}

static void same_facts(const zw_facts *a, const zw_facts *b)
{
    assert_int_equal(a->figures.n, b->figures.n);
    for (size_t i = 0; i < a->figures.n; i++) {
        const zw_figure *f = &a->figures.at[i], *g = &b->figures.at[i];
        same_place(&f->place, &g->place);
        assert_true(f->low == g->low && f->high == g->high && f->cmp == g->cmp);
        assert_true(f->kind == g->kind && f->year == g->year && f->change == g->change);
        same_text(f->indicator, g->indicator);
        same_text(f->unit, g->unit);
    }
    assert_int_equal(a->agencies.n, b->agencies.n);
    for (size_t i = 0; i < a->agencies.n; i++) {
        same_place(&a->agencies.at[i].place, &b->agencies.at[i].place);
        same_text(a->agencies.at[i].canonical, b->agencies.at[i].canonical);
        same_text(a->agencies.at[i].body, b->agencies.at[i].body);
        assert_int_equal(a->agencies.at[i].role, b->agencies.at[i].role);
    }
    assert_int_equal(a->measures.n, b->measures.n);
    for (size_t i = 0; i < a->measures.n; i++) {
        same_place(&a->measures.at[i].place, &b->measures.at[i].place);
        same_text(a->measures.at[i].verb, b->measures.at[i].verb);
        assert_int_equal(a->measures.at[i].n_topics, b->measures.at[i].n_topics);
    }
    assert_int_equal(a->citations.n, b->citations.n);
    for (size_t i = 0; i < a->citations.n; i++) {
        same_place(&a->citations.at[i].place, &b->citations.at[i].place);
        same_text(a->citations.at[i].title, b->citations.at[i].title);
        same_text(a->citations.at[i].number, b->citations.at[i].number);
    }
}

static void passages_come_back(void **state)
{
    (void)state;
    size_t found = 0;
    assert_true(doc->passages.n > 1);
    for (size_t i = 0; i < doc->passages.n; i++) {
        zw_passage_record a, b;
        zw_buf buf = ZW_BUF_INIT;
        assert_int_equal(zw_passage_record_of(doc, &facts, i, arena, &a, NULL), ZW_OK);
        assert_int_equal(zw_passage_record_write(&a, &buf, NULL), ZW_OK);
        assert_int_equal(zw_passage_record_read(zw_buf_view(&buf), arena, &b, NULL), ZW_OK);
        same_text(a.id, b.id);
        assert_true(zw_str_eq(a.text, b.text) && zw_str_eq(a.quote, b.quote));
        assert_memory_equal(&a.source, &b.source, sizeof a.source);
        assert_int_equal(a.n_headings, b.n_headings);
        same_facts(&a.facts, &b.facts);
        found += b.facts.figures.n + b.facts.agencies.n;
        zw_buf_free(&buf);
    }
    assert_true(found >= 4);
}

/* The promise of every hit: source[span] is the quotation, whatever stretch of a passage it is. */
static void spans_quote_the_source(void **state)
{
    (void)state;
    for (size_t i = 0; i < doc->passages.n; i++) {
        zw_passage_record r;
        assert_int_equal(zw_passage_record_of(doc, &facts, i, arena, &r, NULL), ZW_OK);
        for (size_t at = 0, len; at < r.text.n; at += len) {
            zw_utf8_at(r.text, at, &len);
            zw_range piece = { at, at + len };
            zw_span span = zw_passage_record_span(&r, piece);
            zw_range in_doc = { doc->passages.at[i].text.start + at,
                                doc->passages.at[i].text.start + at + len };
            zw_span wanted = zw_document_span(doc, in_doc);
            assert_memory_equal(&span, &wanted, sizeof span);
            zw_str quote = zw_passage_record_quote(&r, span);
            assert_true(zw_str_eq(quote, zw_str_slice(doc->source->text, span.byte)));
        }
    }
}

static void documents_come_back(void **state)
{
    (void)state;
    zw_doc_record a, b;
    zw_buf buf = ZW_BUF_INIT;
    assert_int_equal(zw_doc_record_of(doc, &facts, arena, &a, NULL), ZW_OK);
    assert_int_equal(zw_doc_record_write(&a, &buf, NULL), ZW_OK);
    assert_int_equal(zw_doc_record_read(zw_buf_view(&buf), arena, &b, NULL), ZW_OK);
    same_text(a.meta.title, b.meta.title);
    same_text(a.meta.number, b.meta.number);
    same_text(a.meta.date, b.meta.date);
    same_text(a.part, b.part);
    assert_int_equal(a.region.n, b.region.n);
    assert_int_equal(a.cites.n, b.cites.n);
    zw_buf_free(&buf);
}

static void same_givens(const zw_givens *a, const zw_givens *b)
{
    assert_int_equal(a->n, b->n);
    for (size_t i = 0; i < a->n; i++) {
        same_text(a->at[i].name, b->at[i].name);
        same_text(a->at[i].value, b->at[i].value);
    }
}

/* What the text says of a place comes back beside what the manifest says. */
static void givens_come_back(void **state)
{
    (void)state;
    zw_given given[] = { { "region", "福建省/厦门市" }, { "x:批次", "第二批" } };
    zw_document copy = *doc;
    zw_facts found;
    zw_doc_record a, b;
    zw_buf buf = ZW_BUF_INIT;
    copy.given.at = given;
    copy.given.n = COUNT(given);
    assert_int_equal(zw_facts_extract(extractor, &copy, arena, &found, NULL), ZW_OK);
    assert_int_equal(zw_doc_record_of(&copy, &found, arena, &a, NULL), ZW_OK);
    assert_int_equal(zw_doc_record_write(&a, &buf, NULL), ZW_OK);
    assert_int_equal(zw_doc_record_read(zw_buf_view(&buf), arena, &b, NULL), ZW_OK);
    same_givens(&a.given, &b.given);
    same_givens(&a.found, &b.found);
    assert_int_equal(b.region.n, 2);
    same_text(zw_given_value(&b.found, "region"), "福建省");
    zw_buf_free(&buf);
}

static void files_come_back(void **state)
{
    (void)state;
    zw_given given[] = { { "title", "甲" }, { "url", "https://example.org/1" } };
    const char *docs[] = { "1", "2" };
    zw_file_record a = { .path = "/a", .sha256 = "00", .version = "1", .size = 7, .mtime_ns = -1 };
    zw_file_record b;
    zw_buf buf = ZW_BUF_INIT;
    a.docs.at = docs;
    a.docs.n = a.given.n = 2;
    a.given.at = given;
    assert_int_equal(zw_file_record_write(&a, &buf, NULL), ZW_OK);
    assert_int_equal(zw_file_record_read(zw_buf_view(&buf), arena, &b, NULL), ZW_OK);
    same_text(a.path, b.path);
    assert_true(b.size == 7 && b.mtime_ns == -1 && b.docs.n == 2);
    same_givens(&a.given, &b.given);
    zw_buf_free(&buf);
}

/* Cut anywhere, or with any byte changed, a record is refused or read, never worse. */
static void damage_is_told(void **state)
{
    (void)state;
    zw_passage_record r;
    zw_buf buf = ZW_BUF_INIT;
    assert_int_equal(zw_passage_record_of(doc, &facts, 1, arena, &r, NULL), ZW_OK);
    assert_int_equal(zw_passage_record_write(&r, &buf, NULL), ZW_OK);
    zw_arena *scratch = zw_arena_new();
    for (size_t n = 0; n < buf.n; n++) {
        zw_arena_reset(scratch);
        char *copy = zw_arena_copy(scratch, buf.at, n);
        assert_int_equal(zw_passage_record_read((zw_str){ copy, n }, scratch, &r, NULL),
                         ZW_E_CORRUPT);
        copy = zw_arena_copy(scratch, buf.at, buf.n);
        copy[n] = (char)(copy[n] ^ 0x81);
        zw_status s = zw_passage_record_read((zw_str){ copy, buf.n }, scratch, &r, NULL);
        assert_true(s == ZW_OK || s == ZW_E_CORRUPT);
    }
    zw_arena_free(scratch);
    zw_buf_free(&buf);
}

static void numbers_come_back(void **state)
{
    (void)state;
    static const double values[] = { 0, -0.0, 1, 0.67, -12.5, 1.5e10, 9e15, 1e300, 170000 };
    for (size_t i = 0; i < COUNT(values); i++) {
        zw_buf buf = ZW_BUF_INIT;
        zw_pack_double(&buf, values[i]);
        zw_unpack from = { .in = zw_buf_view(&buf) };
        double back = zw_unpack_double(&from);
        assert_memory_equal(&back, &values[i], sizeof back);
        assert_false(from.failed);
        zw_buf_free(&buf);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(passages_come_back),  cmocka_unit_test(spans_quote_the_source),
        cmocka_unit_test(documents_come_back), cmocka_unit_test(damage_is_told),
        cmocka_unit_test(numbers_come_back),   cmocka_unit_test(givens_come_back),
        cmocka_unit_test(files_come_back),
    };
    return cmocka_run_group_tests(tests, read_text, let_go);
}
