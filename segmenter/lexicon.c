#include "segmenter/lexicon.h"

#include <stdlib.h>
#include <unicode/uvernum.h>
#include <unicode/uversion.h>

#include "base/tsv.h"
#include "base/utf8.h"
#include "segmenter/fold.h"

/* Raise it when the terms made of one text change: an index made before is then refused. */
#define RULES_VERSION "1"

#define TABLE(name) extern const char zw_lexicon_##name[], zw_lexicon_##name##_end[];
TABLE(simplified)
TABLE(terms)
TABLE(indicators)
TABLE(agencies)
TABLE(places)
TABLE(stop)
#undef TABLE

static const struct table {
    const char *name, *at, *end;
    zw_word_class class;
} tables[] = {
    { "terms.tsv", zw_lexicon_terms, zw_lexicon_terms_end, ZW_WORD_TERM },
    { "indicators.tsv", zw_lexicon_indicators, zw_lexicon_indicators_end, ZW_WORD_TERM },
    { "agencies.tsv", zw_lexicon_agencies, zw_lexicon_agencies_end, ZW_WORD_TERM },
    { "places.tsv", zw_lexicon_places, zw_lexicon_places_end, ZW_WORD_TERM },
    { "stop.tsv", zw_lexicon_stop, zw_lexicon_stop_end, ZW_WORD_STOP },
};

/* Of a table for each word's edges in the trie; a tighter guess would make it grow. */
#define BYTES_A_WORD 48

#define TABLES (sizeof tables / sizeof *tables)

static zw_str text_of(const struct table *t)
{
    return (zw_str){ t->at, (size_t)(t->end - t->at) };
}

static zw_status load_simplified(zw_lexicon *lexicon, zw_arena *arena, zw_err *err)
{
    for (uint32_t i = 0; i < ZW_HAN_END - ZW_HAN_FIRST; i++)
        lexicon->simplified[i] = (uint16_t)(ZW_HAN_FIRST + i);
    zw_str text = { zw_lexicon_simplified,
                    (size_t)(zw_lexicon_simplified_end - zw_lexicon_simplified) };
    zw_tsv table;
    zw_status s = zw_tsv_parse("simplified.tsv", text, "from to", arena, &table, err);
    for (size_t row = 0; s == ZW_OK && row < table.rows; row++) {
        zw_str cell[2] = { zw_tsv_cell(&table, row, 0), zw_tsv_cell(&table, row, 1) };
        uint32_t code[2] = { 0, 0 };
        for (int i = 0; i < 2; i++) {
            size_t len = 0;
            if (cell[i].n > 0)
                code[i] = zw_utf8_at(cell[i], 0, &len);
            if (len != cell[i].n || code[i] < ZW_HAN_FIRST || code[i] >= ZW_HAN_END)
                return zw_tsv_fail(&table, row, err, "one Han character of the basic plane wanted");
        }
        lexicon->simplified[code[0] - ZW_HAN_FIRST] = (uint16_t)code[1];
    }
    return s;
}

static zw_status add_word(zw_lexicon *lexicon, zw_fold *fold, zw_str word, zw_word_class class,
                          zw_err *err)
{
    zw_folded folded;
    zw_status s = zw_fold_run(fold, word, true, &folded, err);
    if (s != ZW_OK)
        return s;
    for (size_t i = 0; i < folded.n; i++) {
        if (folded.at[i].class != ZW_UNIT_HAN)
            return zw_err_set(err, ZW_E_FORMAT, "'%.*s': Han characters only", (int)word.n,
                              word.at);
    }
    s = zw_trie_add(lexicon->words, folded.normal, class, err);
    if (s == ZW_OK && folded.at[0].code <= 0xFFFF)
        lexicon->starts[folded.at[0].code >> 6] |= UINT64_C(1) << (folded.at[0].code & 63);
    return s;
}

static zw_status load_words(zw_lexicon *lexicon, const struct table *from, zw_fold *fold,
                            zw_arena *arena, zw_err *err)
{
    zw_tsv table;
    zw_status s = zw_tsv_parse(from->name, text_of(from), "word kind source", arena, &table, err);
    for (size_t row = 0; s == ZW_OK && row < table.rows; row++) {
        s = add_word(lexicon, fold, zw_tsv_cell(&table, row, 0), from->class, err);
        if (s != ZW_OK)
            return zw_err_at(err, "%s:%zu", table.name, table.lines[row]);
    }
    return s;
}

static void digest(zw_lexicon *lexicon)
{
    zw_str texts[TABLES + 2];
    for (size_t i = 0; i < TABLES; i++)
        texts[i] = text_of(&tables[i]);
    texts[TABLES] = (zw_str){ zw_lexicon_simplified,
                              (size_t)(zw_lexicon_simplified_end - zw_lexicon_simplified) };
    UVersionInfo icu;
    char version[U_MAX_VERSION_STRING_LENGTH + sizeof RULES_VERSION + 1];
    u_getVersion(icu);
    u_versionToString(icu, version);
    strcat(strcat(version, "/"), RULES_VERSION);
    texts[TABLES + 1] = zw_str_of(version);
    zw_sha256_hex_of(texts, TABLES + 2, lexicon->hash);
}

zw_status zw_lexicon_open(zw_lexicon **made, zw_err *err)
{
    zw_lexicon *lexicon = calloc(1, sizeof *lexicon);
    zw_arena *arena = zw_arena_new();
    zw_fold *fold = NULL;
    size_t bytes = 0;
    for (size_t i = 0; i < TABLES; i++)
        bytes += text_of(&tables[i]).n;
    zw_status s = lexicon && arena ? ZW_OK : zw_err_nomem(err);
    if (s == ZW_OK)
        s = zw_trie_new(bytes / BYTES_A_WORD, &lexicon->words, err);
    if (s == ZW_OK)
        s = load_simplified(lexicon, arena, err);
    if (s == ZW_OK)
        s = zw_fold_new(lexicon, &fold, err);
    for (size_t i = 0; s == ZW_OK && i < TABLES; i++)
        s = load_words(lexicon, &tables[i], fold, arena, err);
    zw_fold_free(fold);
    zw_arena_free(arena);
    if (s != ZW_OK) {
        zw_lexicon_free(lexicon);
        return s;
    }
    digest(lexicon);
    *made = lexicon;
    return ZW_OK;
}

void zw_lexicon_free(zw_lexicon *lexicon)
{
    if (!lexicon)
        return;
    zw_trie_free(lexicon->words);
    free(lexicon);
}

const char *zw_lexicon_hash(const zw_lexicon *lexicon)
{
    return lexicon->hash;
}
