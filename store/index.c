#include "store/index.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/keys.h"
#include "store/layout.h"
#include "store/lookup.h"
#include "store/seal.h"

struct zw_index {
    zw_arena *arena; /* where, paths */
    zw_arena *state_arena;
    const char *lexicon; /* wanted; or NULL */
    bool any;            /* of any version */
    ZW_ARRAY(const char *) paths;
    zw_xdb *db;
    zw_index_stats stats;
    uint64_t state;
};

const char *zw_index_default(zw_arena *arena)
{
    const char *own = getenv("ZHENGWEN_DB"), *data = getenv("XDG_DATA_HOME"),
               *home = getenv("HOME");
    if (own && *own)
        return zw_arena_strdup(arena, own);
    if (data && *data)
        return zw_arena_printf(arena, "%s/zhengwen/index", data);
    if (home && *home)
        return zw_arena_printf(arena, "%s/.local/share/zhengwen/index", home);
    return NULL;
}

/* ---- opening ---- */

/* A, B,C: three. A blank part is nothing. */
static zw_status split(zw_index *x, const char *where, zw_err *err)
{
    for (const char *at = where; *at;) {
        size_t n = strcspn(at, ",");
        zw_str path = zw_str_trim((zw_str){ at, n });
        if (path.n) {
            const char **slot = zw_array_add(x->arena, &x->paths);
            char *copy = zw_arena_str(x->arena, path);
            if (!slot || !copy)
                return zw_err_nomem(err);
            *slot = copy;
        }
        at += n + (at[n] == ',');
    }
    return x->paths.n ? ZW_OK : zw_err_set(err, ZW_E_USAGE, "no index is named");
}

static zw_status refuse_strange(zw_err *err)
{
    return zw_err_set(err, ZW_E_VERSION,
                      "a Xapian database, but no zhengwen index (make one elsewhere: "
                      "zhengwen-index add -d DIR FILE...)");
}

/* The number of the form; ZW_E_VERSION where there is none. */
static zw_status form_of(zw_xdb *db, zw_arena *arena, int *form, zw_err *err)
{
    zw_str schema = { 0 };
    zw_status s = zw_xdb_get(db, ZW_STR(ZW_KEY_SCHEMA), arena, &schema, err);
    *form = s == ZW_OK && schema.n ? atoi(schema.at) : 0;
    return s == ZW_OK && *form <= 0 ? refuse_strange(err) : s;
}

zw_status zw_keys_ours(zw_xdb *db, zw_arena *arena, zw_err *err)
{
    int form;
    return form_of(db, arena, &form, err);
}

zw_status zw_keys_strange(const char *dir, zw_err *err)
{
    static const char *const marks[] = { "iamglass", "iamchert", "iamhoney" };
    char path[4096];
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        int n = snprintf(path, sizeof path, "%s/%s", dir, marks[i]);
        if (n > 0 && (size_t)n < sizeof path && access(path, F_OK) == 0)
            return refuse_strange(err);
    }
    return ZW_OK;
}

zw_status zw_keys_check(zw_xdb *db, const char *lexicon, zw_arena *arena, zw_err *err)
{
    zw_str found = { 0 };
    int form;
    zw_status s = form_of(db, arena, &form, err);
    if (s == ZW_OK)
        s = zw_xdb_get(db, ZW_STR(ZW_KEY_LEXICON), arena, &found, err);
    if (s != ZW_OK)
        return s;
    if (form > ZW_SCHEMA_VERSION)
        return zw_err_set(err, ZW_E_VERSION,
                          "an index of form %d, which a newer zhengwen made; this program reads "
                          "form %d (use that one, or make a new index: zhengwen-index add -d "
                          "NEWDIR FILE...)",
                          form, ZW_SCHEMA_VERSION);
    if (form != ZW_SCHEMA_VERSION)
        return zw_err_set(err, ZW_E_VERSION,
                          "an index of form %d, this program reads form %d (make it anew: "
                          "zhengwen-index rebuild)",
                          form, ZW_SCHEMA_VERSION);
    if (lexicon && !zw_str_eq(found, zw_str_of(lexicon)))
        return zw_err_set(err, ZW_E_VERSION,
                          "made with another lexicon, words would be missed (make it anew: "
                          "zhengwen-index rebuild)");
    return ZW_OK;
}

zw_status zw_keys_lost(const char *dir, zw_arena *arena, zw_err *err)
{
    zw_parts_list parts;
    zw_status s = zw_layout_found(dir, arena, &parts, err);
    for (size_t i = 0; s == ZW_OK && i < parts.n; i++) {
        zw_xdb *db = NULL;
        zw_xdb_size size = { 0 };
        if (zw_xdb_open(&parts.at[i], 1, &db, NULL) == ZW_OK)
            zw_xdb_size_of(db, &size, NULL);
        zw_xdb_free(db);
        if (size.documents)
            s = zw_err_set(err, ZW_E_CORRUPT,
                           "XAPIANDB is missing, but '%s' holds %llu units: make the file again "
                           "with the line 'auto %s'",
                           parts.at[i], (unsigned long long)size.documents,
                           strrchr(parts.at[i], '/') + 1);
    }
    return s;
}

static zw_status check_part(zw_index *x, const char *part, zw_err *err)
{
    zw_xdb *db = NULL;
    zw_status s = zw_seal_check(part, NULL, err);
    if (s == ZW_OK)
        s = zw_xdb_open(&part, 1, &db, err);
    if (s == ZW_OK)
        s = x->any ? zw_keys_ours(db, x->state_arena, err)
                   : zw_keys_check(db, x->lexicon, x->state_arena, err);
    zw_xdb_free(db);
    /* libxapian says that it does not know the kind of a database which it may not read. */
    struct stat st;
    if (s != ZW_OK && s != ZW_E_VERSION && stat(part, &st) == 0 && S_ISDIR(st.st_mode)) {
        zw_status why = zw_layout_readable(part, err);
        s = why == ZW_OK ? s : why;
    }
    return s;
}

/* Every part by itself: of several databases opened as one, only the first shows its metadata. */
static zw_status check_path(zw_index *x, const char *path, zw_err *err)
{
    zw_parts_list parts;
    struct stat st;
    if (stat(path, &st) != 0)
        return zw_err_set(err, ZW_E_NOTFOUND,
                          "no index there (make one: zhengwen-index add -d DIR FILE...)");
    if (!S_ISDIR(st.st_mode))
        return zw_err_set(err, ZW_E_NOTFOUND,
                          "a file, but an index is a folder (make one: zhengwen-index add -d DIR "
                          "FILE...)");
    zw_status s = zw_layout_parts(path, x->state_arena, &parts, err);
    if (s == ZW_OK && parts.n == 0)
        s = zw_keys_lost(path, x->state_arena, err);
    if (s == ZW_OK && parts.n == 0)
        s = check_part(x, path, err);
    if (s == ZW_E_NOTFOUND)
        s = zw_err_set(err, s, "no index there (make one: zhengwen-index add -d DIR FILE...)");
    for (size_t i = 0; s == ZW_OK && i < parts.n; i++)
        s = check_part(x, parts.at[i], err);
    return s;
}

static uint64_t freq(zw_index *x, const char *type)
{
    const char *term = zw_lookup_term(ZW_F_TYPE, zw_str_of(type), x->state_arena);
    return term ? zw_xdb_termfreq(x->db, zw_str_of(term)) : 0;
}

static zw_status take_stats(zw_index *x, zw_err *err)
{
    zw_xdb_size size;
    zw_str lexicon, writer, schema;
    zw_status s = zw_xdb_size_of(x->db, &size, err);
    if (s == ZW_OK)
        s = zw_xdb_get(x->db, ZW_STR(ZW_KEY_LEXICON), x->state_arena, &lexicon, err);
    if (s == ZW_OK)
        s = zw_xdb_get(x->db, ZW_STR(ZW_KEY_WRITER), x->state_arena, &writer, err);
    if (s == ZW_OK)
        s = zw_xdb_get(x->db, ZW_STR(ZW_KEY_SCHEMA), x->state_arena, &schema, err);
    if (s != ZW_OK)
        return s;
    x->stats = (zw_index_stats){ .units = size.documents,
                                 .documents = freq(x, ZW_TYPE_DOCUMENT),
                                 .passages = freq(x, ZW_TYPE_PASSAGE),
                                 .figures = freq(x, ZW_TYPE_FIGURE),
                                 .files = freq(x, ZW_TYPE_FILE),
                                 .schema = atoi(schema.at),
                                 .lexicon = lexicon.at,
                                 .writer = writer.at };
    if (x->stats.passages)
        x->stats.passage_length = (double)size.total_length / (double)x->stats.passages;
    return ZW_OK;
}

static uint64_t state_of(const zw_index *x)
{
    uint64_t state = 0;
    for (size_t i = 0; i < x->paths.n; i++)
        state = state * 31 + zw_layout_state(x->paths.at[i]);
    return state;
}

static zw_status open_once(zw_index *x, zw_err *err)
{
    zw_xdb_free(x->db);
    x->db = NULL;
    zw_arena_reset(x->state_arena);
    x->state = state_of(x);
    for (size_t i = 0; i < x->paths.n; i++) {
        if (check_path(x, x->paths.at[i], err) != ZW_OK)
            return zw_err_at(err, "'%s'", x->paths.at[i]);
    }
    zw_status s = zw_xdb_open(x->paths.at, x->paths.n, &x->db, err);
    return s == ZW_OK ? take_stats(x, err) : s;
}

/* A writer may take a part away between the reading of XAPIANDB and the opening of the part; the
 * state has changed then, and a second look finds what came in its place. */
static zw_status open_all(zw_index *x, zw_err *err)
{
    zw_status s = open_once(x, err);
    for (int left = 3; left > 0 && s != ZW_OK && state_of(x) != x->state; left--)
        s = open_once(x, err);
    return s;
}

static zw_status open_new(const char *where, const char *lexicon_hash, bool any, zw_index **index,
                          zw_err *err)
{
    zw_index *x = calloc(1, sizeof *x);
    if (!x)
        return zw_err_nomem(err);
    x->any = any;
    x->arena = zw_arena_new();
    x->state_arena = zw_arena_new();
    zw_status s = x->arena && x->state_arena ? split(x, where, err) : zw_err_nomem(err);
    if (s == ZW_OK && lexicon_hash) {
        x->lexicon = zw_arena_strdup(x->arena, lexicon_hash);
        if (!x->lexicon)
            s = zw_err_nomem(err);
    }
    if (s == ZW_OK)
        s = open_all(x, err);
    if (s == ZW_OK)
        *index = x;
    else
        zw_index_free(x);
    return s;
}

zw_status zw_index_open(const char *where, const char *lexicon_hash, zw_index **index, zw_err *err)
{
    return open_new(where, lexicon_hash, false, index, err);
}

zw_status zw_index_open_any(const char *where, zw_index **index, zw_err *err)
{
    return open_new(where, NULL, true, index, err);
}

void zw_index_free(zw_index *x)
{
    if (!x)
        return;
    zw_xdb_free(x->db);
    zw_arena_free(x->state_arena);
    zw_arena_free(x->arena);
    free(x);
}

zw_xdb *zw_index_db(zw_index *index)
{
    return index->db;
}

zw_status zw_index_refresh(zw_index *x, bool *changed, zw_err *err)
{
    bool differs = !x->db || state_of(x) != x->state;
    if (changed)
        *changed = differs;
    return differs ? open_all(x, err) : ZW_OK;
}

/* ---- statistics and weights ---- */

const zw_index_stats *zw_index_stats_of(const zw_index *index)
{
    return &index->stats;
}

static zw_status add_documents(zw_index *index, zw_arena *scratch, zw_sha256 *hash, zw_err *err)
{
    zw_xterms terms = { 0 };
    zw_str prefix = zw_str_of(zw_fields[ZW_F_DOCUMENT].prefix);
    zw_status s = zw_xdb_terms(index->db, prefix, SIZE_MAX, scratch, &terms, err);
    for (size_t i = 0; s == ZW_OK && i < terms.n; i++) {
        char units[32];
        int n = snprintf(units, sizeof units, " %llu\n", (unsigned long long)terms.at[i].freq);
        zw_sha256_add(hash, terms.at[i].term);
        zw_sha256_add(hash, (zw_str){ units, (size_t)n });
    }
    return s;
}

zw_status zw_index_identity(zw_index *index, char hex[ZW_SHA256_HEX], zw_err *err)
{
    const zw_index_stats *stats = &index->stats;
    zw_xdb_size size = { 0 };
    zw_arena *scratch = zw_arena_new();
    zw_sha256 *hash = zw_sha256_new();
    zw_status s = scratch && hash ? zw_xdb_size_of(index->db, &size, err) : zw_err_nomem(err);
    char *head = s == ZW_OK ? zw_arena_printf(scratch, "%d %s %llu %llu\n", stats->schema,
                                              stats->lexicon, (unsigned long long)stats->units,
                                              (unsigned long long)size.total_length)
                            : NULL;
    if (s == ZW_OK && !head)
        s = zw_err_nomem(err);
    if (s == ZW_OK) {
        zw_sha256_add(hash, zw_str_of(head));
        s = add_documents(index, scratch, hash, err);
    }
    if (s == ZW_OK)
        zw_sha256_so_far(hash, hex);
    zw_sha256_free(hash);
    zw_arena_free(scratch);
    return s;
}

zw_bm25 zw_index_bm25(const zw_index_stats *stats, double k1, double b)
{
    double r = stats->units ? (double)stats->passages / (double)stats->units : 1;
    double k = 1 - b + b * r;
    return k > 0 ? (zw_bm25){ k1 * k, b * r / k } : (zw_bm25){ k1, b };
}

/* As Xapian's BM25Weight has it, with its floor for terms in more than a third of all. */
static double idf(double n, double termfreq)
{
    double odds = (n - termfreq + 0.5) / (termfreq + 0.5);
    return log(odds < 2 ? odds / 2 + 1 : odds);
}

double zw_index_idf_scale(const zw_index_stats *stats, uint64_t termfreq)
{
    double among_passages = idf((double)stats->passages, (double)termfreq);
    double among_units = idf((double)stats->units, (double)termfreq);
    return among_units > 0 && among_passages > 0 ? among_passages / among_units : 1;
}

/* ---- records ---- */

zw_status zw_index_document(zw_index *index, zw_str doc_id, zw_arena *arena, zw_doc_record *record,
                            zw_err *err)
{
    return zw_lookup_document(index->db, doc_id, arena, record, err);
}

zw_status zw_index_passage(zw_index *index, zw_str passage_id, zw_arena *arena,
                           zw_passage_record *record, zw_err *err)
{
    return zw_lookup_passage(index->db, passage_id, arena, record, err);
}

zw_status zw_index_named(const zw_index *x, zw_status s, zw_err *err)
{
    char missing[128];
    if (s != ZW_E_NOTFOUND || !err)
        return s;
    snprintf(missing, sizeof missing, "%.120s", err->text);
    return zw_err_set(err, s,
                      "'%s': %s, though a record names it (it changed meanwhile: ask again; or it "
                      "is damaged: zhengwen-index check)",
                      x->paths.at[0], missing);
}

/* ---- what it consists of ---- */

static bool add_name(zw_arena *arena, zw_names *names, const char *name)
{
    const char **slot = zw_array_add(arena, names);
    if (slot)
        *slot = name;
    return slot != NULL;
}

zw_status zw_index_files(zw_index *x, zw_arena *arena, zw_file_records *files, zw_err *err)
{
    return zw_lookup_files(x->db, arena, files, err);
}

zw_status zw_index_parts(const zw_index *x, zw_arena *arena, zw_names *parts, zw_err *err)
{
    *parts = (zw_names){ 0 };
    for (size_t i = 0; i < x->paths.n; i++) {
        zw_parts_list list = { 0 };
        struct stat st;
        if (stat(x->paths.at[i], &st) == 0 && S_ISDIR(st.st_mode)) {
            zw_status s = zw_layout_parts(x->paths.at[i], arena, &list, err);
            if (s != ZW_OK)
                return s;
        }
        if (list.n == 0 && !add_name(arena, parts, x->paths.at[i]))
            return zw_err_nomem(err);
        for (size_t k = 0; k < list.n; k++) {
            if (!add_name(arena, parts, list.at[k]))
                return zw_err_nomem(err);
        }
    }
    return ZW_OK;
}

uint64_t zw_index_bytes(const zw_index *x)
{
    uint64_t bytes = 0;
    for (size_t i = 0; i < x->paths.n; i++)
        bytes += zw_layout_bytes(x->paths.at[i]);
    return bytes;
}
