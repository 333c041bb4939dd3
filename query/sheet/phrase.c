#include "query/sheet/phrase.h"

#include "query/sheet/form.h"

/* --- a pattern filled ----------------------------------------------------------------------- */

/* {1} or {1|one|many}, that begins at a brace. */
typedef struct {
    size_t argument;    /* from 0 */
    zw_str one, many;   /* at NULL: the argument itself */
    const char *behind; /* the closing brace */
} place;

static bool read_place(const char *at, place *p)
{
    const char *end = *at == '{' && at[1] >= '1' && at[1] <= '9' ? strchr(at, '}') : NULL;
    if (!end)
        return false;
    *p = (place){ .argument = (size_t)(at[1] - '1'), .behind = end + 1 };
    const char *bar = at[2] == '|' ? at + 2 : NULL;
    const char *second = bar ? memchr(bar + 1, '|', (size_t)(end - bar - 1)) : NULL;
    if (second) {
        p->one = (zw_str){ bar + 1, (size_t)(second - bar - 1) };
        p->many = (zw_str){ second + 1, (size_t)(end - second - 1) };
    }
    return second || at + 2 == end;
}

static void put_place(const place *p, const zw_cell *arguments, size_t n, zw_buf *to)
{
    if (p->argument >= n)
        return;
    const zw_cell *argument = &arguments[p->argument];
    if (p->one.at)
        zw_buf_str(to, argument->number == 1 ? p->one : p->many);
    else
        zw_cell_print(argument, to);
}

void zw_phrase_put(const char *pattern, const zw_cell *arguments, size_t n, zw_buf *to)
{
    place p;
    for (const char *at = pattern; *at;) {
        bool is_place = read_place(at, &p);
        if (is_place)
            put_place(&p, arguments, n, to);
        else
            zw_buf_char(to, *at);
        at = is_place ? p.behind : at + 1;
    }
}

void zw_words_say(const zw_words *words, const char *key, const zw_cell *arguments, size_t n,
                  zw_buf *to)
{
    zw_phrase_put(zw_words_get(words, "message", key, key), arguments, n, to);
}

/* --- a sentence known by its pattern -------------------------------------------------------- */

typedef struct {
    zw_cell arguments[ZW_PHRASE_ARGUMENTS];
    size_t literal; /* bytes that the pattern told: of two that match, the one that tells more */
} likeness;

static size_t literal_length(const char *pattern)
{
    place p;
    size_t n = 0;
    while (pattern[n] && !read_place(pattern + n, &p))
        n++;
    return n;
}

/* Where a piece of the pattern stands: at the start, at the end when it is the last, else first
 * behind what was taken. */
static bool find_piece(zw_str text, size_t from, zw_str piece, bool last, size_t *at)
{
    zw_str rest = zw_str_slice(text, (zw_range){ from, text.n });
    if (last) {
        *at = text.n - piece.n;
        return piece.n <= rest.n && zw_str_ends(rest, piece);
    }
    for (size_t i = 0; i + piece.n <= rest.n; i++) {
        if (memcmp(rest.at + i, piece.at, piece.n) == 0) {
            *at = from + i;
            return true;
        }
    }
    return false;
}

static bool is_like(const char *pattern, zw_str text, likeness *found)
{
    size_t n = literal_length(pattern), at = n;
    place p;
    *found = (likeness){ .literal = n };
    if (n > text.n || memcmp(text.at, pattern, n) != 0)
        return false;
    for (pattern += n; *pattern; pattern += n) {
        size_t stands;
        read_place(pattern, &p);
        pattern = p.behind;
        n = literal_length(pattern);
        if (!find_piece(text, at, (zw_str){ pattern, n }, !pattern[n], &stands))
            return false;
        found->arguments[p.argument] = zw_cell_str(zw_str_slice(text, (zw_range){ at, stands }));
        found->literal += n;
        at = stands + n;
    }
    return at == text.n;
}

typedef struct {
    zw_str text;
    likeness best;
    const char *turned; /* NULL: no pattern is like the text */
} search;

static void try_pattern(const char *english, const char *turned, void *context)
{
    search *s = context;
    likeness found;
    if (is_like(english, s->text, &found) && (!s->turned || found.literal > s->best.literal)) {
        s->best = found;
        s->turned = turned;
    }
}

static search look_for(const zw_words *words, zw_str text)
{
    search s = { .text = text };
    zw_words_patterns(words, try_pattern, &s);
    return s;
}

/* What a sentence names may be a word of the table itself: No such file or directory. */
static void turn_argument(const zw_words *words, zw_cell *argument)
{
    search s = look_for(words, argument->text);
    if (s.turned && s.best.literal == argument->text.n)
        *argument = zw_cell_text(s.turned);
}

static bool turn_whole(const zw_words *words, zw_str text, zw_buf *to)
{
    search s = look_for(words, text);
    for (size_t i = 0; s.turned && i < ZW_PHRASE_ARGUMENTS; i++) {
        if (s.best.arguments[i].kind == ZW_CELL_TEXT)
            turn_argument(words, &s.best.arguments[i]);
    }
    if (s.turned)
        zw_phrase_put(s.turned, s.best.arguments, ZW_PHRASE_ARGUMENTS, to);
    return s.turned != NULL;
}

void zw_words_turn(const zw_words *words, zw_str english, zw_buf *to)
{
    if (turn_whole(words, english, to))
        return;
    for (size_t i = 0; i + 2 < english.n; i++) {
        zw_str rest = zw_str_slice(english, (zw_range){ i + 2, english.n });
        size_t length = to->n;
        if (english.at[i] != ':' || english.at[i + 1] != ' ')
            continue;
        zw_buf_add(to, english.at, i + 2);
        if (turn_whole(words, rest, to))
            return;
        to->n = length;
    }
    zw_buf_str(to, english);
}
