/* index_fixture.h - a small index made of texts, and a session that asks it.
 *
 *     static const fixture_text texts[] = { { "a.txt", "..." } };
 *     fixture_index_make(texts, COUNT(texts));   in the group's setup
 *     fixture_index_remove();                    in its teardown
 */
#ifndef ZW_TESTS_UNIT_INDEX_FIXTURE_H
#define ZW_TESTS_UNIT_INDEX_FIXTURE_H

#include <stdlib.h>
#include <unistd.h>

#include "corpus/corpus.h"
#include "query/session.h"
#include "store/units.h"
#include "store/writer.h"
#include "tests/unit/unit.h"

typedef struct {
    const char *name, *text;
} fixture_text;

static char folder[] = "/tmp/index-XXXXXX";
static zw_session *session;

static zw_status fixture_take(void *to, zw_xdoc *unit, zw_err *err)
{
    zw_status s = zw_segment_add(to, unit, err);
    zw_xdoc_free(unit);
    return s;
}

static void fixture_put(const fixture_text *text, zw_segmenter *segmenter,
                        const zw_extractor *extractor, zw_segment *segment)
{
    zw_arena *arena = zw_arena_new();
    zw_documents docs = { 0 };
    zw_err err = { 0 };
    zw_facts facts;
    zw_unit_counts counts;
    zw_unit_sink sink = { fixture_take, segment };
    assert_int_equal(zw_corpus_read_bytes(text->name, zw_str_of(text->text),
                                          &(zw_read_options){ 0 }, arena, &docs, &err),
                     ZW_OK);
    const zw_document *doc = docs.documents.at[0];
    assert_int_equal(zw_facts_extract(extractor, doc, arena, &facts, &err), ZW_OK);
    assert_int_equal(zw_units_make(segmenter, zw_extractor_gazetteer(extractor), doc, &facts, &sink,
                                   &counts, &err),
                     ZW_OK);
    zw_arena_free(arena);
}

static int fixture_index_make(const fixture_text *texts, size_t n)
{
    zw_err err = { 0 };
    zw_lexicon *lexicon;
    zw_segmenter *segmenter;
    zw_extractor *extractor;
    zw_writer *writer;
    zw_segment *segment;
    assert_non_null(mkdtemp(folder));
    assert_int_equal(zw_lexicon_open(&lexicon, &err), ZW_OK);
    assert_int_equal(zw_segmenter_new(lexicon, &segmenter, &err), ZW_OK);
    assert_int_equal(zw_extractor_open(&extractor, &err), ZW_OK);
    assert_int_equal(zw_writer_open(folder, zw_lexicon_hash(lexicon), false, &writer, &err), ZW_OK);
    assert_int_equal(zw_segment_new(writer, &segment, &err), ZW_OK);
    for (size_t i = 0; i < n; i++)
        fixture_put(&texts[i], segmenter, extractor, segment);
    assert_int_equal(zw_segment_finish(segment, &err), ZW_OK);
    assert_int_equal(zw_writer_adopt(writer, segment, &err), ZW_OK);
    zw_segment_free(segment);
    zw_writer_free(writer);
    zw_extractor_free(extractor);
    zw_segmenter_free(segmenter);
    zw_lexicon_free(lexicon);
    return zw_session_open(folder, &session, &err) == ZW_OK ? 0 : -1;
}

static int fixture_index_remove(void)
{
    char command[64];
    zw_session_free(session);
    snprintf(command, sizeof command, "rm -rf %s", folder);
    return system(command);
}

#endif
