/* The words agencies are known by. */
#include "base/tsv.h"
#include "facts/agency_list.h"

extern const char agencies_tsv[], agencies_tsv_end[];
extern const char verbs_tsv[], verbs_tsv_end[];
extern const char objects_tsv[], objects_tsv_end[];

static const char *const kinds[ZW_WORD_KINDS] = {
    [ZW_WORD_LABEL] = "label",   [ZW_WORD_VERB] = "verb",   [ZW_WORD_WITH] = "with",
    [ZW_WORD_MUST] = "must",     [ZW_WORD_TASK] = "task",   [ZW_WORD_EMPTY] = "empty",
    [ZW_WORD_SKIP] = "skip",     [ZW_WORD_TAIL] = "tail",   [ZW_WORD_OWN] = "own",
    [ZW_WORD_OWNEND] = "ownend", [ZW_WORD_NOT] = "not",     [ZW_WORD_STEM] = "stem",
    [ZW_WORD_LEVEL] = "level",   [ZW_WORD_PLAIN] = "plain", [ZW_WORD_PARTY] = "party",
    [ZW_WORD_ALL] = "all",       [ZW_WORD_UNIT] = "unit",   [ZW_WORD_DUE] = "due",
    [ZW_WORD_IDLE] = "idle",     [ZW_WORD_ANY] = "any",     [ZW_WORD_TELL] = "tell",
    [ZW_WORD_ISSUE] = "issue",   [ZW_WORD_PAST] = "past",
};

static int kind_of(zw_str name)
{
    for (int i = 0; i < ZW_WORD_KINDS; i++) {
        if (zw_str_eq(name, zw_str_of(kinds[i])))
            return i;
    }
    return -1;
}

static zw_status load_row(zw_agency_words *words, const zw_tsv *table, size_t row, zw_err *err)
{
    zw_str word = zw_tsv_cell(table, row, 0), role = zw_tsv_cell(table, row, 2);
    int kind = kind_of(zw_tsv_cell(table, row, 1));
    if (kind < 0)
        return zw_tsv_fail(table, row, err, "no such kind");
    zw_role known = ZW_ROLE_LEAD;
    if (role.n && !zw_role_of(role, &known))
        return zw_tsv_fail(table, row, err, "no such role");
    words->end[kind][words->n_end[kind]++] = word;
    return zw_trie_add(words->begin[kind], word, role.n ? (uint32_t)known : ZW_NO_ROLE, err);
}

/* Whether agencies.tsv has its own say on a verb. */
static bool is_told(const zw_agency_words *words, zw_str verb)
{
    static const zw_agency_word own[] = { ZW_WORD_TASK, ZW_WORD_MUST, ZW_WORD_IDLE };
    uint32_t unused;
    for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
        if (zw_trie_get(words->begin[own[i]], verb, &unused))
            return true;
    }
    return false;
}

/* What is done is a task of whoever does it. */
static zw_status load_verbs(zw_agency_words *words, zw_err *err)
{
    static const char *const tasks[] = { "do", "ba", "light", "pivot" };
    zw_tsv table;
    zw_status s = zw_tsv_parse("verbs.tsv", ZW_EMBEDDED(verbs_tsv), "word kind", words->arena,
                               &table, err);
    for (size_t i = 0; s == ZW_OK && i < table.rows; i++) {
        zw_str verb = zw_tsv_cell(&table, i, 0);
        bool task = false;
        for (size_t k = 0; k < sizeof tasks / sizeof *tasks; k++)
            task |= zw_str_eq(zw_tsv_cell(&table, i, 1), zw_str_of(tasks[k]));
        if (!is_told(words, verb))
            s = zw_trie_add(words->begin[task ? ZW_WORD_TASK : ZW_WORD_IDLE], verb,
                            task ? ZW_NO_ROLE : ZW_NOUN, err);
    }
    return s;
}

/* The headings of what was done, which measures go by too. */
static zw_status load_past(zw_agency_words *words, zw_err *err)
{
    zw_tsv table;
    zw_status s = zw_tsv_parse("objects.tsv", ZW_EMBEDDED(objects_tsv), "word kind", words->arena,
                               &table, err);
    if (s != ZW_OK)
        return s;
    zw_str *past = zw_arena_array(words->arena, table.rows + 1, sizeof *past);
    words->end[ZW_WORD_PAST] = past;
    if (!past)
        return zw_err_nomem(err);
    for (size_t i = 0; i < table.rows; i++) {
        if (zw_str_eq(zw_tsv_cell(&table, i, 1), ZW_STR("past")))
            past[words->n_end[ZW_WORD_PAST]++] = zw_tsv_cell(&table, i, 0);
    }
    return ZW_OK;
}

zw_status zw_agency_words_load(zw_agency_words *words, zw_err *err)
{
    zw_tsv table;
    words->arena = zw_arena_new();
    if (!words->arena)
        return zw_err_nomem(err);
    zw_status s = zw_tsv_parse("agencies.tsv", ZW_EMBEDDED(agencies_tsv), "word kind role",
                               words->arena, &table, err);
    size_t counts[ZW_WORD_KINDS] = { 0 };
    for (size_t i = 0; s == ZW_OK && i < table.rows; i++) {
        int kind = kind_of(zw_tsv_cell(&table, i, 1));
        counts[kind < 0 ? 0 : kind]++;
    }
    for (int i = 0; s == ZW_OK && i < ZW_WORD_KINDS; i++) {
        words->end[i] = zw_arena_array(words->arena, counts[i] + 1, sizeof **words->end);
        s = words->end[i] ? zw_trie_new(counts[i], &words->begin[i], err) : zw_err_nomem(err);
    }
    for (size_t i = 0; s == ZW_OK && i < table.rows; i++)
        s = load_row(words, &table, i, err);
    if (s == ZW_OK)
        s = load_verbs(words, err);
    return s == ZW_OK ? load_past(words, err) : s;
}

void zw_agency_words_free(zw_agency_words *words)
{
    for (int i = 0; i < ZW_WORD_KINDS; i++)
        zw_trie_free(words->begin[i]);
    zw_arena_free(words->arena);
}

size_t zw_agency_word_at(const zw_agency_words *words, zw_agency_word kind, zw_str text, size_t at,
                         uint32_t *role)
{
    uint32_t value;
    return zw_trie_longest(words->begin[kind], text, at, role ? role : &value);
}

size_t zw_agency_word_ends(const zw_agency_words *words, zw_agency_word kind, zw_str text)
{
    size_t best = 0;
    for (size_t i = 0; i < words->n_end[kind]; i++) {
        if (words->end[kind][i].n > best && zw_str_ends(text, words->end[kind][i]))
            best = words->end[kind][i].n;
    }
    return best;
}
