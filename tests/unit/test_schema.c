/* The table of fields, and how a text becomes the terms of a field. */
#include "store/schema.h"
#include "tests/unit/unit.h"

static void is_in_order(void **state)
{
    (void)state;
    for (size_t i = 0; i < ZW_F_COUNT; i++) {
        const zw_field *f = &zw_fields[i];
        if ((size_t)f->id != i || !f->prefix || !f->name || (f->query && !f->example))
            fail_msg("field %zu is out of its place or incomplete", i);
        for (size_t k = 0; k < i; k++) {
            if (strcmp(f->prefix, zw_fields[k].prefix) == 0)
                fail_msg("%s and %s share a prefix", f->name, zw_fields[k].name);
        }
        for (const char *p = f->prefix; *p; p++)
            assert_true((*p >= 'A' && *p <= 'Z') || (*p == ':' && p[1] == '\0'));
    }
}

static void is_found_by_name(void **state)
{
    (void)state;
    assert_int_equal(zw_field_find(ZW_STR("region"))->id, ZW_F_REGION);
    assert_int_equal(zw_field_find(ZW_STR("地区"))->id, ZW_F_REGION);
    assert_null(zw_field_find(ZW_STR("id")));
    assert_null(zw_field_find(ZW_STR("")));
}

static const struct date_row {
    const char *name, *text, *year, *month, *day; /* year NULL: no date */
} date_rows[] = {
    { "a day", "2017-11-16", "2017", "2017-11", "20171116" },
    { "a month", "2017-11", "2017", "2017-11", "20171100" },
    { "a year", " 2017 ", "2017", "", "20170000" },
    { "dots and single digits", "2016.8.3", "2016", "2016-08", "20160803" },
    { "no thirteenth month", "2017-13", NULL, NULL, NULL },
    { "no day beyond 31", "2017-11-32", NULL, NULL, NULL },
    { "three digits", "201", NULL, NULL, NULL },
    { "something behind", "2017-11x", NULL, NULL, NULL },
    { "nothing", "", NULL, NULL, NULL },
};

static void reads_dates(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(date_rows); i++) {
        const struct date_row *r = &date_rows[i];
        zw_date_key key;
        if (zw_date_key_of(zw_str_of(r->text), &key) != (r->year != NULL))
            fail_msg("%s", r->name);
        if (!r->year)
            continue;
        check_str(r->name, zw_str_of(key.year), r->year);
        check_str(r->name, zw_str_of(key.month), r->month);
        check_str(r->name, zw_str_of(key.day), r->day);
    }
}

static const struct term_row {
    const char *name;
    zw_field_id field;
    const char *text, *terms; /* parted by a bar; NULL: refused */
} term_rows[] = {
    { "every bracket of a number is one", ZW_F_NUMBER, "国发 [2014] 8号", "国发〔2014〕8号" },
    { "full width brackets too", ZW_F_NUMBER, "国发（２０１４）８号", "国发〔2014〕8号" },
    { "a name is one term", ZW_F_AGENCY, "自治区公安廳", "自治区公安厅" },
    { "joint issuers are names each", ZW_F_ISSUER, "财政部 教育部", "财政部|教育部" },
    { "a code stays as it is", ZW_F_CMP, ">=", ">=" },
    { "a year", ZW_F_YEAR, "2020", "2020" },
    { "no year", ZW_F_YEAR, "2020-01", NULL },
    { "an empty value has no term", ZW_F_GENRE, " ", "" },
};

static void makes_terms(void **state)
{
    (void)state;
    zw_lexicon *lexicon;
    zw_segmenter *segmenter;
    assert_int_equal(zw_lexicon_open(&lexicon, NULL), ZW_OK);
    assert_int_equal(zw_segmenter_new(lexicon, &segmenter, NULL), ZW_OK);
    for (size_t i = 0; i < COUNT(term_rows); i++) {
        const struct term_row *r = &term_rows[i];
        zw_arena *arena = zw_arena_new();
        zw_terms terms = { 0 };
        zw_status s = zw_field_terms(&zw_fields[r->field], segmenter, ZW_SEG_DOCUMENT,
                                     zw_str_of(r->text), arena, &terms, NULL);
        char all[256] = "";
        for (size_t k = 0; k < terms.n; k++)
            snprintf(all + strlen(all), sizeof all - strlen(all), "%s%.*s", k ? "|" : "",
                     (int)terms.at[k].text.n, terms.at[k].text.at);
        if ((s == ZW_OK) != (r->terms != NULL))
            fail_msg("%s: status %d", r->name, s);
        if (r->terms)
            check_str(r->name, zw_str_of(all), r->terms);
        zw_arena_free(arena);
    }
    zw_segmenter_free(segmenter);
    zw_lexicon_free(lexicon);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(is_in_order),
                                        cmocka_unit_test(is_found_by_name),
                                        cmocka_unit_test(reads_dates),
                                        cmocka_unit_test(makes_terms) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
