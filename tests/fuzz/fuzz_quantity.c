/* A figure says what stands at its place: the number there, read again by itself, has its value,
 * and so has the same text in a query. */
#include <math.h>

#include "base/numeral.h"
#include "query/language/figure_test.h"
#include "tests/fuzz/facts.h"

static bool same(double a, double b)
{
    return fabs(a - b) <= 1e-9 * fmax(1, fmax(fabs(a), fabs(b)));
}

/* What a numeral says, up to the scale that a list or the head of a table hands on (5、6万人). */
static bool scaled(double said, double value)
{
    if (same(said, value) || said == 0)
        return true;
    double power = log10(value / said);
    return power > 0 && power < 20 && fabs(power - round(power)) < 1e-3;
}

static void check_value(zw_str text, const zw_figure *f)
{
    zw_numeral n = { 0 };
    size_t used = 0, at = f->place.at.start, len;
    for (; !used && at < f->place.at.end; at += used ? 0 : len) {
        used = zw_numeral_read((zw_str){ text.at, f->place.at.end }, at, &n);
        zw_utf8_at(text, at, &len);
    }
    PROPERTY(used);
    if (n.kind == ZW_NUM_FRACTION)
        PROPERTY(fabs(n.low - f->low) < 1e-3 && fabs(n.high - f->high) < 1e-3);
    else
        PROPERTY(scaled(n.low, f->low) && scaled(n.high, f->high));
}

/* The figure's own words, asked for: 17万人 is 170000 in a query as it is in a text. */
static void check_asked(zw_str text, const zw_figure *f, zw_arena *arena)
{
    zw_figure_test test = { .compares = true, .cmp = ZW_CMP_EQ };
    zw_range bad;
    zw_err err = { 0 };
    if (f->unit[0] && zw_figure_test_value(text, arena, &test, &bad, &err) == ZW_OK &&
        test.low == test.high && !test.year_low && zw_str_eq(test.unit, zw_str_of(f->unit)))
        PROPERTY(fabs(test.low - f->low) < 1e-3 || scaled(test.low, f->low));
}

static void check_figures(const zw_document *doc, const zw_facts *facts, zw_arena *arena)
{
    size_t last = 0;
    for (size_t i = 0; i < facts->figures.n; i++) {
        const zw_figure *f = &facts->figures.at[i];
        check_place(doc, &f->place, &last);
        PROPERTY(isfinite(f->low) && isfinite(f->high) && f->low <= f->high);
        PROPERTY(zw_cmp_name(f->cmp) && zw_figure_kind_name(f->kind));
        PROPERTY(f->unit && zw_utf8_bad(zw_str_of(f->unit)) == strlen(f->unit));
        PROPERTY(!f->indicator || zw_utf8_bad(zw_str_of(f->indicator)) == strlen(f->indicator));
        PROPERTY(f->change == 0 || f->change == '+' || f->change == '-');
        PROPERTY(f->year >= 0 && f->year < 10000);
        check_value(doc->text, f);
        check_asked(zw_str_slice(doc->text, f->place.at), f, arena);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    each_facts("fuzz.txt", fuzz_text(data, size), check_figures);
    return 0;
}
