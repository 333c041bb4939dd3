#include "query/say.h"

#include <stdio.h>

#include "query/run.h"

void zw_say_where(const zw_looked *l)
{
    char years[32] = "";
    if (*l->first_year)
        snprintf(years, sizeof years, " (%s–%s)", l->first_year, l->last_year);
    zw_run_say("nothing found in %llu documents%s, %llu passages, %llu figures of '%s'",
               (unsigned long long)l->documents, years, (unsigned long long)l->passages,
               (unsigned long long)l->figures, l->where);
}

void zw_say_plan(const zw_plan *plan)
{
    for (size_t i = 0; i < plan->words.n; i++) {
        const zw_query_word *word = &plan->words.at[i];
        zw_buf also = ZW_BUF_INIT;
        for (size_t k = 0; k < word->also.n; k++)
            zw_buf_printf(&also, "%s%.*s", k ? ", " : "", (int)word->also.at[k].n,
                          word->also.at[k].at);
        if (also.n)
            zw_run_say("%.*s also finds %s (+%.*s does not)", (int)word->text.n, word->text.at,
                       also.at, (int)word->text.n, word->text.at);
        if (!word->known && !word->rank_only && word->also.n == 0)
            zw_run_say("'%.*s' stands nowhere in the index", (int)word->text.n, word->text.at);
        zw_buf_free(&also);
    }
    for (size_t i = 0; i < plan->notes.n; i++)
        zw_run_say("%s", plan->notes.at[i]);
}

void zw_say_shares(const zw_query_shares *shares, const char *what)
{
    for (size_t i = 0; i < shares->n; i++)
        zw_run_say("  %.*s alone: %zu %s", (int)shares->at[i].text.n, shares->at[i].text.at,
                   shares->at[i].total, what);
}

void zw_say_page(size_t first, size_t shown, size_t total, bool about, const char *what)
{
    char range[64];
    if (shown > 1)
        snprintf(range, sizeof range, "%zu–%zu", first + 1, first + shown);
    else
        snprintf(range, sizeof range, "%zu", first + 1);
    zw_run_say("%s of %s%zu %s (-n N shows more, -n 0 all%s)", range, about ? "about " : "", total,
               what, about ? " and their number" : "");
}
