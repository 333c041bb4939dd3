#include "query/study/quoting/window.h"

#include "base/utf8.h"

/* --- opening ---------------------------------------------------------------------------------- */

static zw_status read_piece(zw_session *session, const char *document, size_t n, zw_arena *arena,
                            zw_passage_record *record, zw_err *err)
{
    const char *id = zw_arena_printf(arena, "%s:%zu", document, n);
    return id ? zw_index_passage(session->index, zw_str_of(id), arena, record, err)
              : zw_err_nomem(err);
}

/* The texts one behind the other. */
static zw_status join(zw_window *w, zw_arena *arena, zw_err *err)
{
    size_t n = 0;
    for (size_t i = 0; i < w->pieces.n; i++) {
        w->pieces.at[i].start = n;
        n += w->pieces.at[i].record.text.n;
    }
    char *text = zw_arena_alloc(arena, n + 1);
    if (!text)
        return zw_err_nomem(err);
    for (size_t i = 0; i < w->pieces.n; i++) {
        zw_str t = w->pieces.at[i].record.text;
        if (t.n)
            memcpy(text + w->pieces.at[i].start, t.at, t.n);
    }
    w->text = (zw_str){ text, n };
    return ZW_OK;
}

static void reverse(zw_window *w)
{
    for (size_t i = 0, k = w->pieces.n; i + 1 < k; i++) {
        zw_window_piece p = w->pieces.at[i];
        w->pieces.at[i] = w->pieces.at[--k];
        w->pieces.at[k] = p;
    }
}

zw_status zw_window_open(zw_session *session, const char *document, size_t n, size_t around,
                         zw_arena *arena, zw_window *window, zw_err *err)
{
    *window = (zw_window){ 0 };
    size_t chars = 0;
    zw_status s = ZW_OK;
    for (size_t i = n + 1; s == ZW_OK && i-- > 0 && (i == n || chars < around);) {
        zw_window_piece *p = zw_array_add(arena, &window->pieces);
        s = p ? read_piece(session, document, i, arena, &p->record, err) : zw_err_nomem(err);
        if (s == ZW_OK && i < n)
            chars += zw_utf8_count(p->record.text);
    }
    reverse(window);
    chars = 0;
    for (size_t i = n + 1; s == ZW_OK && chars < around; i++) {
        zw_passage_record record;
        s = read_piece(session, document, i, arena, &record, err);
        if (s == ZW_E_NOTFOUND) { /* the document has no more */
            s = ZW_OK;
            break;
        }
        zw_window_piece *p = s == ZW_OK ? zw_array_add(arena, &window->pieces) : NULL;
        if (!p)
            return s == ZW_OK ? zw_err_nomem(err) : s;
        p->record = record;
        chars += zw_utf8_count(record.text);
    }
    return s == ZW_OK ? join(window, arena, err) : s;
}

zw_status zw_window_range(zw_session *session, const char *document, size_t first, size_t end,
                          zw_arena *arena, zw_window *window, zw_err *err)
{
    zw_status s = ZW_OK;
    *window = (zw_window){ 0 };
    for (size_t i = first; s == ZW_OK && i < end; i++) {
        zw_window_piece *p = zw_array_add(arena, &window->pieces);
        s = p ? read_piece(session, document, i, arena, &p->record, err) : zw_err_nomem(err);
    }
    return s == ZW_OK ? join(window, arena, err) : s;
}

zw_status zw_window_of(const zw_passage_record *record, zw_arena *arena, zw_window *window,
                       zw_err *err)
{
    *window = (zw_window){ .text = record->text };
    zw_window_piece *p = zw_array_add(arena, &window->pieces);
    if (!p)
        return zw_err_nomem(err);
    p->record = *record;
    return ZW_OK;
}

/* --- places ----------------------------------------------------------------------------------- */

/* The share of a stretch that lies in a piece, in bytes of the piece; false: none does. */
static bool share(const zw_window_piece *p, zw_range at, zw_range *in)
{
    size_t end = p->start + p->record.text.n;
    if (at.end <= p->start || at.start >= end)
        return false;
    in->start = at.start > p->start ? at.start - p->start : 0;
    in->end = (at.end < end ? at.end : end) - p->start;
    return true;
}

zw_span zw_window_span(const zw_window *window, zw_range at)
{
    zw_span span = { 0 };
    bool any = false;
    for (size_t i = 0; i < window->pieces.n; i++) {
        const zw_window_piece *p = &window->pieces.at[i];
        zw_range in;
        if (!share(p, at, &in))
            continue;
        zw_span s = zw_passage_record_span(&p->record, in);
        if (!any)
            span = s;
        any = true;
        span.byte.end = s.byte.end;
        span.chr.end = s.chr.end;
    }
    return span;
}

const char *zw_window_quote(const zw_window *window, zw_range at, zw_arena *arena)
{
    zw_buf buf = ZW_BUF_INIT;
    for (size_t i = 0; i < window->pieces.n; i++) {
        const zw_window_piece *p = &window->pieces.at[i];
        zw_range in;
        if (!share(p, at, &in))
            continue;
        zw_str quote = zw_passage_record_quote(&p->record, zw_passage_record_span(&p->record, in));
        if (buf.n && buf.at[buf.n - 1] != '\n')
            zw_buf_char(&buf, '\n');
        zw_buf_str(&buf, quote);
    }
    const char *text = zw_buf_failed(&buf) ? NULL
                                           : zw_arena_copy(arena, buf.at ? buf.at : "", buf.n);
    zw_buf_free(&buf);
    return text;
}

zw_status zw_window_passages(const zw_window *window, zw_range at, zw_arena *arena, zw_names *ids,
                             zw_err *err)
{
    for (size_t i = 0; i < window->pieces.n; i++) {
        zw_range in;
        if (!share(&window->pieces.at[i], at, &in))
            continue;
        const char **id = zw_array_add(arena, ids);
        if (!id || !(*id = zw_arena_strdup(arena, window->pieces.at[i].record.id)))
            return zw_err_nomem(err);
    }
    return ZW_OK;
}
