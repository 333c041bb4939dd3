/* A body that is named stands in the text, has a name, one role and one body behind the name: the
 * body of a body is itself. */
#include "facts/agency_alias.h"
#include "tests/fuzz/facts.h"
#include "tests/fuzz/text.h"

static const zw_agency_aliases *aliases(void)
{
    static zw_agency_aliases *a;
    zw_err err = { 0 };
    if (!a)
        PROPERTY(zw_agency_aliases_open(&a, &err) == ZW_OK);
    return a;
}

static void check_text(const char *text)
{
    zw_str s = zw_str_of(text);
    PROPERTY(s.n > 0 && zw_utf8_bad(s) == s.n && zw_str_trim(s).n == s.n);
    PROPERTY(!memchr(s.at, '\n', s.n));
}

static void check_deadline(const char *deadline)
{
    int year = 0, month = 1, n = 0;
    if (!deadline)
        return;
    PROPERTY(sscanf(deadline, "%4d%n-%2d%n", &year, &n, &month, &n) >= 1);
    PROPERTY((size_t)n == strlen(deadline) && year >= 1900 && month >= 1 && month <= 12);
}

static void check_body(const zw_agency *a, zw_arena *arena)
{
    const zw_gazetteer *g = zw_extractor_gazetteer(fuzz_extractor());
    const char *again = zw_agency_body(aliases(), g, zw_str_of(a->canonical), arena);
    PROPERTY(again && strcmp(again, a->body) == 0);
    zw_agency_names names;
    PROPERTY(zw_agency_names_of(aliases(), a->body, arena, &names));
    PROPERTY(names.n == 0 || zw_str_eq(names.at[0], zw_str_of(a->body)));
}

static void check_agencies(const zw_document *doc, const zw_facts *facts, zw_arena *arena)
{
    size_t last = 0, end = 0;
    for (size_t i = 0; i < facts->agencies.n; i++) {
        const zw_agency *a = &facts->agencies.at[i];
        check_place(doc, &a->place, &last);
        PROPERTY(a->place.at.start >= end);
        end = a->place.at.end;
        check_text(a->canonical);
        check_text(a->body);
        check_deadline(a->deadline);
        PROPERTY(zw_role_name(a->role));
        check_body(a, arena);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    each_facts("fuzz.txt", fuzz_text(data, size), check_agencies);
    return 0;
}
