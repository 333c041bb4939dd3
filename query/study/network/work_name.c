#include "query/study/network/work_name.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "store/schema.h"

/* Letters and digits, one width and case. */
static const char *plain_of(const char *title, zw_arena *arena)
{
    zw_buf buf = ZW_BUF_INIT;
    zw_str text = zw_str_of(title);
    for (size_t at = 0, len; at < text.n; at += len) {
        uint32_t c = zw_narrow(zw_utf8_at(text, at, &len));
        c = c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
        if (zw_is_han(c) || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'))
            zw_buf_code(&buf, c);
    }
    const char *copy = zw_buf_failed(&buf) ? NULL : zw_arena_copy(arena, buf.at, buf.n);
    zw_buf_free(&buf);
    return copy;
}

/* The years among the digits of a plain title, one behind the other. */
static const char *years_of(const char *plain, zw_arena *arena)
{
    size_t room = strlen(plain) + 1, n = 0;
    char *years = zw_arena_alloc(arena, room);
    for (const char *p = plain; years && *p;) {
        size_t run = strspn(p, "0123456789");
        for (size_t i = 0; i + 4 <= run && (p[i] == '1' || p[i] == '2'); i += 4) {
            memcpy(years + n, p + i, 4);
            n += 4;
        }
        p += run ? run : 1;
    }
    return years;
}

/* 乙市人民政府 of 乙市人民政府关于…; "" where nothing stands before 关于. */
static const char *issuer_of(const char *plain, zw_arena *arena)
{
    const char *about = strstr(plain, "关于");
    return zw_arena_copy(arena, plain, about ? (size_t)(about - plain) : 0);
}

/* 中华人民共和国国务院令第663号 is 国务院令663号, 国发〔2016〕第8号 is 国发〔2016〕8号. */
static zw_status number_of(zw_segmenter *segmenter, const char *number, zw_arena *arena,
                           const char **normal, zw_err *err)
{
    zw_str text;
    zw_status s = zw_number_normal(segmenter, zw_str_of(number), arena, &text, err);
    char *copy = s == ZW_OK ? zw_arena_str(arena, text) : NULL;
    if (!copy)
        return s == ZW_OK ? zw_err_nomem(err) : s;
    if (strncmp(copy, "中华人民共和国", strlen("中华人民共和国")) == 0)
        copy += strlen("中华人民共和国");
    char *nth = strstr(copy, "第");
    if (nth)
        memmove(nth, nth + strlen("第"), strlen(nth + strlen("第")) + 1);
    *normal = copy;
    return ZW_OK;
}

/* 中华人民共和国水法, 刑法, 宪法（2018年修正）: two characters are too few for versions to be told
 * by, and yet are the whole name. */
static const char *short_law(const char *plain, zw_arena *arena)
{
    static const char state[] = "中华人民共和国";
    bool told = strncmp(plain, state, sizeof state - 1) == 0;
    const char *name = told ? plain + sizeof state - 1 : plain;
    size_t two = strlen("宪法"), first = strlen("宪");
    bool law = strlen(name) >= two && strncmp(name + first, "法", two - first) == 0;
    bool whole = law && (!name[two] || strspn(name + two, "0123456789") == 4);
    return whole && strncmp(name, "办", first) != 0 ? zw_arena_copy(arena, name, two) : "";
}

zw_status zw_work_name_of(const zw_version_rules *rules, zw_segmenter *segmenter, const char *title,
                          const char *number, zw_arena *arena, zw_work_name *name, zw_err *err)
{
    zw_version version;
    *name = (zw_work_name){ .number = "" };
    zw_status s = number && *number ? number_of(segmenter, number, arena, &name->number, err)
                                    : ZW_OK;
    if (s == ZW_OK)
        s = zw_version_find(rules, title, NULL, (zw_str){ "", 0 }, arena, &version, err);
    if (s != ZW_OK)
        return s;
    name->key = version.key ? version.key : "";
    name->form = version.form;
    name->standing = version.standing;
    name->plain = plain_of(title ? title : "", arena);
    name->years = name->plain ? years_of(name->plain, arena) : NULL;
    name->issuer = name->plain ? issuer_of(name->plain, arena) : NULL;
    if (name->plain && !*name->key && (name->key = short_law(name->plain, arena)) && *name->key)
        name->standing = true;
    return name->years && name->issuer && name->key ? ZW_OK : zw_err_nomem(err);
}

/* --- whether names can be of one text --------------------------------------------------------- */

static bool one_holds_other(const char *a, const char *b)
{
    return strstr(a, b) || strstr(b, a);
}

/* Where years are told, one must tell all that the other does. */
static bool years_fit(const char *a, const char *b)
{
    return !*a || !*b || one_holds_other(a, b);
}

/* 合肥市 of 合肥市人民政府办公厅; the length before the word, SIZE_MAX: no government. */
static size_t government(const char *issuer)
{
    const char *at = strstr(issuer, "人民政府");
    at = at ? at : strstr(issuer, "政府");
    return at ? (size_t)(at - issuer) : SIZE_MAX;
}

/* 发展改革委 and 国家发展和改革委员会: half of the shorter name's characters stand in the longer.
 */
static bool alike(zw_str a, zw_str b)
{
    size_t same = 0, n = 0, len;
    if (a.n > b.n)
        return alike(b, a);
    for (size_t at = 0; at < a.n; at += len, n++) {
        zw_utf8_at(a, at, &len);
        same += zw_str_find(b, (zw_str){ a.at + at, len }, 0) < b.n;
    }
    return 2 * same >= n;
}

/* 安徽省人民政府关于… is not what 合肥市人民政府关于… is. */
static bool issuers_fit(const char *a, const char *b)
{
    size_t x = government(a), y = government(b);
    if (!*a || !*b)
        return true;
    if (x == SIZE_MAX || y == SIZE_MAX)
        return alike(zw_str_of(a), zw_str_of(b));
    zw_str p = { a, x }, q = { b, y };
    return zw_str_find(p, q, 0) < p.n || zw_str_find(q, p, 0) < q.n || zw_str_eq(p, q) || !x || !y;
}

/* 2016-05 is before 2016-05-20 and not after 2016. */
static bool later(const char *date, const char *than)
{
    if (!date || !than)
        return false;
    size_t n = strlen(date) < strlen(than) ? strlen(date) : strlen(than);
    return strncmp(date, than, n) > 0;
}

/* Whether a title names a place: 宁夏 for 宁夏回族自治区. */
static bool names_place(const char *plain, const zw_region_path *place)
{
    for (size_t i = 0; i < place->n; i++) {
        zw_str name = zw_str_of(place->names[i]);
        size_t two = zw_utf8_boundary(name, name.n < 6 ? name.n : 6);
        if (zw_str_find(zw_str_of(plain), (zw_str){ name.at, two }, 0) < strlen(plain))
            return true;
    }
    return false;
}

/* The nearer above the citing document's place, the more; 0: elsewhere. */
static unsigned place_fits(const zw_work_name *cited, const zw_region_path *from,
                           const zw_region_path *place)
{
    size_t i = 0;
    while (from && i < place->n && i < from->n && strcmp(place->names[i], from->names[i]) == 0)
        i++;
    if (i == place->n)
        return 1 + (unsigned)i;
    return !from || names_place(cited->plain, place);
}

bool zw_work_name_agree(const zw_work_name *a, const zw_work_name *b)
{
    return years_fit(a->years, b->years) && issuers_fit(a->issuer, b->issuer);
}

unsigned zw_work_name_fits(const zw_work_name *cited, const zw_region_path *from, const char *by,
                           const zw_work_name *text, const zw_region_path *place, const char *date)
{
    unsigned near = place_fits(cited, from, place);
    bool numbers = !*cited->number || !*text->number || strcmp(cited->number, text->number) == 0;
    bool before = text->standing || !later(date, by);
    if (!near || !numbers || !before || !zw_work_name_agree(cited, text))
        return 0;
    bool same = strcmp(cited->plain, text->plain) == 0;
    size_t a = strlen(cited->plain), b = strlen(text->plain);
    bool end = a <= b && strcmp(text->plain + b - a, cited->plain) == 0;
    return 16u * same + 2 * near + end;
}
