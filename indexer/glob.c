/* Patterns of paths, without recursion: a pattern is a user's, and may have any number of stars. */
#include "base/utf8.h"
#include "indexer/manifest.h"

/* The character set that begins at pattern[at] ('['); *end gets the place behind it. Without a ]
 * the bracket is a character. */
static bool set_holds(zw_str pattern, size_t at, uint32_t c, size_t *end)
{
    size_t i = at + 1, len;
    bool negated = i < pattern.n && (pattern.at[i] == '!' || pattern.at[i] == '^'), holds = false;
    i += negated;
    for (bool first = true; i < pattern.n && (first || pattern.at[i] != ']'); first = false) {
        uint32_t low = zw_utf8_at(pattern, i, &len), high = low;
        i += len;
        if (i + 1 < pattern.n && pattern.at[i] == '-' && pattern.at[i + 1] != ']') {
            high = zw_utf8_at(pattern, i + 1, &len);
            i += 1 + len;
        }
        holds |= low <= c && c <= high;
    }
    *end = i < pattern.n ? i + 1 : at + 1;
    return i < pattern.n ? holds != negated && c != '/' : c == '[';
}

/* Whether the piece of the pattern at *p, which is no star, fits the character c; steps over it. */
static bool fits_one(zw_str pattern, size_t *p, uint32_t c)
{
    size_t len;
    uint32_t want = zw_utf8_at(pattern, *p, &len);
    if (want == '[')
        return set_holds(pattern, *p, c, p);
    *p += len;
    return want == '?' ? c != '/' : want == c;
}

/* Where to go back to when what stands behind a star does not fit: one more character into it. */
typedef struct {
    size_t pattern, path; /* pattern: behind the star; 0: there is none */
    bool whole;           /* of two with a slash behind them: whole folders */
} star;

static bool step_back(zw_str path, star *s, bool folders, size_t *p, size_t *at)
{
    size_t len;
    if (!s->pattern || s->path >= path.n)
        return false;
    if (zw_utf8_at(path, s->path, &len) == '/' && !folders)
        return false;
    s->path += len;
    while (s->whole && s->path < path.n && path.at[s->path - 1] != '/')
        s->path++;
    *p = s->pattern;
    *at = s->path;
    return true;
}

/* Behind the stars at *p, and whether there were two; ** and the slash behind it may be nothing. */
static bool take_stars(zw_str pattern, size_t *p, bool *whole)
{
    size_t start = *p;
    while (*p < pattern.n && pattern.at[*p] == '*')
        ++*p;
    bool folders = *p - start > 1;
    *whole = folders && *p < pattern.n && pattern.at[*p] == '/' &&
             (start == 0 || pattern.at[start - 1] == '/');
    *p += *whole;
    return folders;
}

bool zw_glob_fits(zw_str pattern, zw_str path)
{
    star one = { 0 }, many = { 0 };
    size_t p = 0, at = 0, len;
    while (at < path.n || p < pattern.n) {
        if (p < pattern.n && pattern.at[p] == '*') {
            bool whole, folders = take_stars(pattern, &p, &whole);
            if (folders)
                many = (star){ p, at, whole };
            one = folders ? (star){ 0 } : (star){ p, at, false };
            continue;
        }
        if (p < pattern.n && at < path.n) {
            uint32_t c = zw_utf8_at(path, at, &len);
            if (fits_one(pattern, &p, c)) {
                at += len;
                continue;
            }
        }
        if (step_back(path, &one, false, &p, &at))
            continue;
        one = (star){ 0 };
        if (!step_back(path, &many, true, &p, &at))
            return false;
    }
    return true;
}
