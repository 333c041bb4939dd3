#include "query/study/places/place_key.h"

#include "base/buffer.h"

#define BUCKETS 4096

typedef struct entry {
    struct entry *next;
    const char *text; /* the path as written, and behind a tab what was named */
    const zw_place_key *key;
} entry;

struct zw_place_keys {
    zw_session *session;
    zw_arena *arena;
    entry *buckets[BUCKETS];
};

zw_status zw_place_keys_new(zw_session *session, zw_arena *arena, zw_place_keys **keys, zw_err *err)
{
    const zw_gazetteer *unused;
    *keys = zw_arena_alloc(arena, sizeof **keys);
    if (!*keys)
        return zw_err_nomem(err);
    **keys = (zw_place_keys){ .session = session, .arena = arena };
    return zw_session_gazetteer(session, &unused, err);
}

const char *zw_region_text(const zw_region_path *path, zw_arena *arena)
{
    zw_buf text = ZW_BUF_INIT;
    for (size_t i = 0; i < path->n; i++)
        zw_buf_printf(&text, "%s%s", i ? "/" : "", path->names[i]);
    const char *copy = zw_buf_failed(&text) ? NULL
                                            : zw_arena_copy(arena, text.at ? text.at : "", text.n);
    zw_buf_free(&text);
    return copy;
}

/* 南宁市 below the first n names of the document's path. */
static bool named_below(const zw_place_keys *keys, const zw_region_path *document, size_t n,
                        const char *named, zw_region_path *path)
{
    zw_region_path over = *document;
    over.n = n;
    const char *text = zw_region_text(&over, keys->arena);
    text = text ? zw_arena_printf(keys->arena, "%s/%s", text, named) : NULL;
    zw_buf joined = ZW_BUF_INIT;
    for (const char *at = text; at && *at; at++) {
        if (*at != '/')
            zw_buf_char(&joined, *at);
    }
    bool found = !zw_buf_failed(&joined) && joined.n &&
                 zw_gazetteer_path(keys->session->gazetteer, zw_buf_view(&joined), 0, keys->arena,
                                   path) &&
                 path->n > n;
    zw_buf_free(&joined);
    return found;
}

static void path_of(const zw_place_keys *keys, const zw_region_path *document, const char *named,
                    zw_region_path *path)
{
    *path = *document;
    if (!named)
        return;
    for (size_t i = 0; i < document->n; i++) {
        if (strcmp(document->names[i], named) == 0) {
            path->n = i + 1; /* the document's own place, or one above it */
            return;
        }
    }
    for (size_t n = document->n; n > 0; n--) {
        if (named_below(keys, document, n, named, path))
            return;
    }
    if (!zw_gazetteer_path(keys->session->gazetteer, zw_str_of(named), 0, keys->arena, path))
        *path = (zw_region_path){ .n = 1, .names = { named } };
}

static zw_status make_key(zw_place_keys *keys, const zw_region_path *document, const char *named,
                          const zw_place_key **made, zw_err *err)
{
    zw_region_path path;
    path_of(keys, document, named, &path);
    zw_place_key *key = zw_arena_alloc(keys->arena, sizeof *key);
    if (!key || !zw_gazetteer_now(keys->session->gazetteer, &path, keys->arena, &key->now) ||
        !(key->region = zw_region_text(&key->now.path, keys->arena)))
        return zw_err_nomem(err);
    key->name = key->now.path.names[key->now.path.n - 1];
    *made = key;
    return ZW_OK;
}

zw_status zw_place_key_of(zw_place_keys *keys, const zw_region_path *document, const char *named,
                          const zw_place_key **key, zw_err *err)
{
    *key = NULL;
    if (document->n == 0 && !named)
        return ZW_OK;
    zw_buf text = ZW_BUF_INIT;
    for (size_t i = 0; i < document->n; i++)
        zw_buf_printf(&text, "/%s", document->names[i]);
    zw_buf_printf(&text, "\t%s", named ? named : "");
    size_t hash = 5381;
    for (size_t i = 0; i < text.n; i++)
        hash = hash * 33 + (unsigned char)text.at[i];
    entry **bucket = &keys->buckets[hash % BUCKETS];
    for (entry *e = *bucket; e && !zw_buf_failed(&text) && !*key; e = e->next) {
        if (strcmp(e->text, text.at) == 0)
            *key = e->key;
    }
    zw_status s = zw_buf_failed(&text) ? zw_err_nomem(err) : ZW_OK;
    if (s == ZW_OK && !*key) {
        entry *e = zw_arena_alloc(keys->arena, sizeof *e);
        const char *copy = zw_arena_copy(keys->arena, text.at, text.n);
        s = e && copy ? make_key(keys, document, named, key, err) : zw_err_nomem(err);
        if (s == ZW_OK) {
            *e = (entry){ *bucket, copy, *key };
            *bucket = e;
        }
    }
    zw_buf_free(&text);
    return s;
}

int zw_place_key_order(const zw_place_key *a, const zw_place_key *b)
{
    if (!a->now.code != !b->now.code)
        return a->now.code ? -1 : 1;
    if (a->now.code != b->now.code)
        return a->now.code < b->now.code ? -1 : 1;
    return strcmp(a->region, b->region);
}

bool zw_place_key_in(const zw_place_key *place, const zw_place_key *over)
{
    size_t n = strlen(over->region);
    return strncmp(place->region, over->region, n) == 0 && place->region[n] == '/';
}
