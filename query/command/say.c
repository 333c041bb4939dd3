#include "query/command/say.h"

#include <stdio.h>

static void say_where(const zw_run *run, const zw_looked *l)
{
    char years[32] = "";
    if (*l->first_year)
        snprintf(years, sizeof years, " (%s–%s)", l->first_year, l->last_year);
    zw_say(run, "nothing found", zw_cell_count(l->documents), zw_cell_text(years),
           zw_cell_count(l->passages), zw_cell_count(l->figures), zw_cell_text(l->where));
}

zw_status zw_say_nothing_found(zw_run *run)
{
    zw_looked looked;
    zw_lacks lacks;
    zw_status s = zw_looked_at(run->session, run->query, run->arena, &looked, &run->err);
    if (s == ZW_OK)
        s = zw_lacks_of(run->session, run->arena, &lacks, &run->err);
    if (s != ZW_OK)
        return s;
    say_where(run, &looked);
    if (lacks.undated || lacks.provinces)
        zw_say(run, "lacks", zw_cell_count(lacks.undated), zw_cell_count(looked.documents),
               zw_cell_count(lacks.provinces), zw_cell_count(lacks.of_provinces));
    return ZW_OK;
}

static void say_word(const zw_run *run, const zw_query_word *word)
{
    zw_buf also = ZW_BUF_INIT;
    for (size_t k = 0; k < word->also.n; k++)
        zw_buf_printf(&also, "%s%.*s", k ? ", " : "", (int)word->also.at[k].n, word->also.at[k].at);
    if (also.n)
        zw_say(run, "synonyms", zw_cell_str(word->text), zw_cell_str(zw_buf_view(&also)));
    if (!word->known && !word->rank_only && word->also.n == 0)
        zw_say(run, "unknown word", zw_cell_str(word->text));
    zw_buf_free(&also);
}

void zw_say_plan(const zw_run *run, const zw_plan *plan)
{
    for (size_t i = 0; i < plan->words.n; i++)
        say_word(run, &plan->words.at[i]);
    for (size_t i = 0; i < plan->notes.n; i++)
        zw_say_turned(run, plan->notes.at[i]);
}

static zw_cell things(const zw_run *run, const char *what)
{
    return zw_cell_text(zw_words_get(run->words, "things", what, what));
}

void zw_say_shares(const zw_run *run, const zw_query_shares *shares, const char *what)
{
    for (size_t i = 0; i < shares->n; i++)
        zw_say(run, "alone", zw_cell_str(shares->at[i].text), zw_cell_count(shares->at[i].total),
               things(run, what));
}

void zw_say_page(const zw_run *run, size_t first, size_t shown, size_t total, bool about,
                 const char *what)
{
    char range[64];
    if (shown > 1)
        snprintf(range, sizeof range, "%zu–%zu", first + 1, first + shown);
    else
        snprintf(range, sizeof range, "%zu", first + 1);
    zw_say(run, about ? "page of about" : "page", zw_cell_text(range), zw_cell_count(total),
           things(run, what));
}
