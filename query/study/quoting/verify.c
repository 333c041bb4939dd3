#include "query/study/quoting/verify.h"

#include "base/utf8.h"
#include "query/study/quoting/named.h"
#include "query/study/quoting/permalink.h"

#define NAMED 16   /* documents of one name */
#define BETTER 0.2 /* worth by which what is near elsewhere is preferred to what is near there */

typedef struct {
    zw_session *session;
    zw_arena *arena;
    zw_verdicts *verdicts;
    size_t first;   /* the quotation's first verdict */
    zw_names named; /* documents that the memo names beside it */
    bool names;     /* it names one */
    zw_err *err;
} verifier;

/* --- parts ------------------------------------------------------------------------------------ */

/* Three dots or more at text[at], in bytes; 0: none. */
static size_t dots_at(zw_str text, size_t at)
{
    size_t end = at, dots = 0, len;
    for (uint32_t c; end < text.n; end += len) {
        c = zw_utf8_at(text, end, &len);
        if (c != 0x2026 && c != '.' && c != 0x22EF && c != 0xFF0E)
            break;
        dots += c == '.' || c == 0xFF0E ? 1 : 3;
    }
    return dots >= 3 ? end - at : 0;
}

/* The same with the brackets about them, if there are any: [……]. */
static size_t ellipsis_at(zw_str text, size_t at)
{
    size_t open, close;
    if (!zw_is_bracket_open(zw_utf8_at(text, at, &open)))
        return dots_at(text, at);
    size_t dots = at + open < text.n ? dots_at(text, at + open) : 0, end = at + open + dots;
    bool shut = dots && end < text.n && zw_is_bracket_close(zw_utf8_at(text, end, &close));
    return shut ? open + dots + close : 0;
}

static bool ends_sentence(uint32_t c)
{
    return c == 0x3002 || c == 0xFF1B || c == 0xFF01 || c == 0xFF1F;
}

static zw_status add_part(verifier *v, const zw_quotation *q, zw_str text)
{
    text = zw_str_trim(text);
    if (text.n == 0)
        return ZW_OK;
    zw_verdict *part = zw_array_add(v->arena, v->verdicts);
    if (!part)
        return zw_err_nomem(v->err);
    *part = (zw_verdict){ .quotation = q, .text = text, .part = v->verdicts->n - v->first };
    return ZW_OK;
}

static zw_status cut_into_parts(verifier *v, const zw_quotation *q)
{
    zw_str text = q->text;
    size_t start = 0, chars = 0, len;
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < text.n; i += len) {
        uint32_t c = zw_utf8_at(text, i, &len);
        size_t dots = ellipsis_at(text, i);
        chars++;
        bool full = chars >= ZW_ALIGN_PART || (chars >= ZW_ALIGN_PART / 2 && ends_sentence(c));
        if (dots == 0 && !full)
            continue;
        s = add_part(v, q, zw_str_slice(text, (zw_range){ start, dots ? i : i + len }));
        len = dots ? dots : len;
        start = i + len;
        chars = 0;
    }
    if (s == ZW_OK)
        s = add_part(v, q, zw_str_slice(text, (zw_range){ start, text.n }));
    if (s == ZW_OK && v->verdicts->n == v->first + 1)
        v->verdicts->at[v->first].part = 0;
    return s;
}

/* --- one part --------------------------------------------------------------------------------- */

static zw_status locate(verifier *v, const zw_verdict *part, const zw_names *within,
                        zw_location *at)
{
    zw_skeleton wording;
    zw_arena *scratch = zw_arena_new();
    zw_status s = scratch
                      ? zw_skeleton_of(v->session->segmenter, part->text, scratch, &wording, v->err)
                      : zw_err_nomem(v->err);
    if (s == ZW_OK)
        s = zw_locate(v->session, &wording, within, v->arena, at, v->err);
    zw_arena_free(scratch);
    return s;
}

static bool stands(const zw_location *at)
{
    return at->found >= ZW_FOUND_NORMALIZED;
}

/* In the documents `first` if it stands there; else anywhere, if it stands there; else whatever is
 * nearest, those of `first` preferred unless it is far from it. *there: it is one of them. */
static zw_status locate_first_in(verifier *v, const zw_verdict *part, const zw_names *first,
                                 zw_location *at, bool *there)
{
    zw_location other;
    zw_status s = ZW_OK;
    *there = false;
    *at = (zw_location){ 0 };
    if (first->n) {
        s = locate(v, part, first, at);
        *there = at->found != ZW_FOUND_NOT;
        if (s != ZW_OK || stands(at))
            return s;
    }
    s = locate(v, part, NULL, &other);
    if (s == ZW_OK && (stands(&other) || !*there || other.worth > at->worth + BETTER)) {
        *at = other;
        *there = false;
    }
    return s;
}

static zw_where where_of(const verifier *v, const zw_location *at, bool there)
{
    if (!v->names || at->found == ZW_FOUND_NOT)
        return v->names && v->named.n == 0 ? ZW_WHERE_UNKNOWN : ZW_WHERE_ANY;
    if (v->named.n == 0)
        return ZW_WHERE_UNKNOWN;
    return there ? ZW_WHERE_NAMED : ZW_WHERE_ELSEWHERE;
}

/* --- all parts -------------------------------------------------------------------------------- */

/* The longest part is looked for first: it tells the document best. */
static size_t longest(const verifier *v)
{
    size_t best = v->first;
    for (size_t i = v->first + 1; i < v->verdicts->n; i++) {
        if (v->verdicts->at[i].text.n > v->verdicts->at[best].text.n)
            best = i;
    }
    return best;
}

static zw_status verify_part(verifier *v, size_t i, const zw_names *first, bool *there)
{
    zw_verdict *part = &v->verdicts->at[i];
    zw_status s = locate_first_in(v, part, first, &part->at, there);
    if (s == ZW_OK && first == &v->named)
        part->where = where_of(v, &part->at, *there);
    return s;
}

/* Which documents have all the parts so far: those of the last that was found among them. */
static zw_status verify_others(verifier *v, size_t head)
{
    zw_names common = v->verdicts->at[head].at.documents;
    zw_where where = v->verdicts->at[head].where;
    zw_status s = ZW_OK;
    for (size_t i = v->first; s == ZW_OK && i < v->verdicts->n; i++) {
        bool there;
        if (i == head)
            continue;
        s = verify_part(v, i, &common, &there);
        zw_verdict *part = &v->verdicts->at[i];
        part->where = there || part->at.found == ZW_FOUND_NOT ? where : ZW_WHERE_APART;
        if (there && stands(&part->at))
            common = part->at.documents;
    }
    for (size_t i = v->first; s == ZW_OK && common.n && i < v->verdicts->n; i++) {
        zw_verdict *part = &v->verdicts->at[i];
        zw_names one = { .at = common.at, .n = 1, .room = 1 };
        if (part->where != ZW_WHERE_APART && part->at.found != ZW_FOUND_NOT &&
            strcmp(part->at.document, common.at[0]) != 0)
            s = locate(v, part, &one, &part->at);
    }
    return s;
}

zw_status zw_verify(zw_session *session, const zw_quotation *quotation, zw_arena *arena,
                    zw_verdicts *verdicts, zw_err *err)
{
    verifier v = { .session = session,
                   .arena = arena,
                   .verdicts = verdicts,
                   .first = verdicts->n,
                   .names = quotation->title.n + quotation->number.n > 0,
                   .err = err };
    bool there;
    zw_status s = zw_named_find(session, quotation->title, quotation->number, NAMED, arena,
                                &v.named, err);
    if (s == ZW_OK)
        s = cut_into_parts(&v, quotation);
    if (s != ZW_OK || verdicts->n == v.first)
        return s;
    size_t head = longest(&v);
    s = verify_part(&v, head, &v.named, &there);
    if (s == ZW_OK)
        s = verify_others(&v, head);
    for (size_t i = v.first; s == ZW_OK && i < verdicts->n; i++) {
        zw_verdict *part = &verdicts->at[i];
        if (part->at.found == ZW_FOUND_NOT)
            continue;
        part->permalink = zw_permalink_text(part->at.passages.at[0], part->at.source.chr, arena);
        if (!part->permalink)
            return zw_err_nomem(err);
    }
    return s;
}

/* --- names ------------------------------------------------------------------------------------ */

bool zw_verdict_holds(const zw_verdict *verdict)
{
    return verdict->at.found == ZW_FOUND_EXACT && verdict->where != ZW_WHERE_ELSEWHERE &&
           verdict->where != ZW_WHERE_APART;
}

const char *zw_where_name(zw_where where)
{
    static const char *const names[] = { [ZW_WHERE_ANY] = NULL,
                                         [ZW_WHERE_NAMED] = "named",
                                         [ZW_WHERE_ELSEWHERE] = "elsewhere",
                                         [ZW_WHERE_UNKNOWN] = "unknown",
                                         [ZW_WHERE_APART] = "apart" };
    return names[where];
}

size_t zw_differs_names(const zw_location *at, zw_str names[6])
{
    static const struct kind {
        unsigned bit;
        const char *name;
    } kinds[] = { { ZW_DIFFERS_WIDTH, "width" },
                  { ZW_DIFFERS_SPACING, "spacing" },
                  { ZW_DIFFERS_PUNCTUATION, "punctuation" },
                  { ZW_DIFFERS_SCRIPT, "script" },
                  { ZW_DIFFERS_CASE, "case" } };
    size_t n = 0;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (at->differs & kinds[i].bit)
            names[n++] = zw_str_of(kinds[i].name);
    }
    if (at->found == ZW_FOUND_NEAR)
        names[n++] = ZW_STR("characters");
    return n;
}
