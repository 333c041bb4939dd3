#include "query/study/figures/figure_key.h"

/* A place cut to its first levels; 0: all of them. */
typedef struct {
    const zw_place_key *key;
    size_t levels;
} cut_place;

typedef const char *(*text_fn)(const zw_figure_at *figure);
typedef cut_place (*place_fn)(const zw_figure_at *figure);

struct zw_figure_by {
    const char *name;
    text_fn text;                            /* or one of these two */
    place_fn place;                          /* NULL key: not told */
    int (*year)(const zw_figure_at *figure); /* 0: not told */
};

static cut_place about(const zw_figure_at *f)
{
    return (cut_place){ f->place, 0 };
}

static cut_place governed(const zw_figure_at *f)
{
    return (cut_place){ f->governed, 0 };
}

static cut_place province(const zw_figure_at *f)
{
    return (cut_place){ f->place, 1 };
}

/* Of a province's own figure there is none. */
static cut_place prefecture(const zw_figure_at *f)
{
    return (cut_place){ f->place && f->place->now.path.n > 1 ? f->place : NULL, 2 };
}

static int dated(const zw_figure_at *f)
{
    zw_str date = zw_str_of(f->row->date);
    int year = 0;
    for (size_t i = 0; i < 4 && i < date.n; i++)
        year = year * 10 + (date.at[i] - '0');
    return year;
}

static int target_year(const zw_figure_at *f)
{
    return f->row->year;
}

static const char *indicator(const zw_figure_at *f)
{
    return f->row->name;
}

static const char *unit(const zw_figure_at *f)
{
    return f->row->unit && *f->row->unit ? f->row->unit : NULL;
}

static const char *kind(const zw_figure_at *f)
{
    return zw_figure_kind_name(f->row->kind);
}

static const char *change(const zw_figure_at *f)
{
    return f->row->change == '+' ? "+" : f->row->change == '-' ? "-" : NULL;
}

static const char *force(const zw_figure_at *f)
{
    return zw_force_name(f->row->force);
}

static const char *cmp(const zw_figure_at *f)
{
    return zw_cmp_name(f->row->cmp);
}

static const char *document(const zw_figure_at *f)
{
    return f->row->document;
}

static const char *issuer(const zw_figure_at *f)
{
    return f->row->issuer;
}

static const char *genre(const zw_figure_at *f)
{
    return f->row->genre;
}

static const zw_figure_by table[] = {
    { "place", NULL, about, NULL },         { "region", NULL, governed, NULL },
    { "province", NULL, province, NULL },   { "prefecture", NULL, prefecture, NULL },
    { "year", NULL, NULL, dated },          { "for", NULL, NULL, target_year },
    { "indicator", indicator, NULL, NULL }, { "unit", unit, NULL, NULL },
    { "kind", kind, NULL, NULL },           { "change", change, NULL, NULL },
    { "force", force, NULL, NULL },         { "cmp", cmp, NULL, NULL },
    { "document", document, NULL, NULL },   { "issuer", issuer, NULL, NULL },
    { "genre", genre, NULL, NULL },
};

const char zw_figure_by_names[] = "place|region|province|prefecture|year|for|indicator|unit|kind|"
                                  "change|force|cmp|document|issuer|genre";

const zw_figure_by *zw_figure_by_find(zw_str name)
{
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        if (zw_str_eq(name, zw_str_of(table[i].name)))
            return &table[i];
    }
    return NULL;
}

const char *zw_figure_by_name(const zw_figure_by *by)
{
    return by->name;
}

bool zw_figure_by_is_year(const zw_figure_by *by)
{
    return by->year != NULL;
}

static size_t levels_of(cut_place p)
{
    size_t n = p.key->now.path.n;
    return p.levels && p.levels < n ? p.levels : n;
}

zw_status zw_figure_by_text(const zw_figure_by *by, const zw_figure_at *figure, zw_arena *arena,
                            const char **text, zw_err *err)
{
    *text = by->text ? by->text(figure) : NULL;
    if (by->year) {
        int year = by->year(figure);
        *text = year ? zw_arena_printf(arena, "%d", year) : NULL;
        return year && !*text ? zw_err_nomem(err) : ZW_OK;
    }
    if (by->place) {
        cut_place p = by->place(figure);
        zw_region_path path = { 0 };
        if (p.key)
            path = p.key->now.path;
        path.n = p.key ? levels_of(p) : 0;
        *text = path.n ? zw_region_text(&path, arena) : NULL;
        return path.n && !*text ? zw_err_nomem(err) : ZW_OK;
    }
    return ZW_OK;
}

/* The code of the place cut to so many levels: 370114 of 山东省/济南市 is 370100. */
static uint32_t code_of(cut_place p)
{
    static const uint32_t unit[] = { 1, 10000, 100 };
    size_t n = levels_of(p);
    uint32_t u = n < sizeof unit / sizeof *unit ? unit[n] : 1;
    return p.key->now.code / u * u;
}

static int place_order(cut_place a, cut_place b)
{
    if (!a.key || !b.key)
        return !a.key - !b.key;
    uint32_t x = code_of(a), y = code_of(b);
    if (x != y)
        return !x != !y ? !x - !y : x < y ? -1 : 1;
    size_t n = levels_of(a), m = levels_of(b);
    for (size_t i = 0; i < n && i < m; i++) {
        int order = strcmp(a.key->now.path.names[i], b.key->now.path.names[i]);
        if (order)
            return order;
    }
    return (n > m) - (n < m);
}

int zw_figure_by_order(const zw_figure_by *by, const zw_figure_at *a, const zw_figure_at *b)
{
    if (by->place)
        return place_order(by->place(a), by->place(b));
    if (by->text)
        return zw_figure_text_order(by->text(a), by->text(b));
    int x = by->year(a), y = by->year(b);
    return !x != !y ? !x - !y : (x > y) - (x < y);
}
