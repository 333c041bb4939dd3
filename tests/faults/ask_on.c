/* ask_on DB [stay] - asks an index on and on until its standard input ends, one open handle all the
 * while: between two questions it looks for what a writer did (zw_index_refresh), or never (stay).
 *
 * Every answer must be of one state: as many passages as the index says it has, each with the
 * record of its own document. Prints the number of questions, of states seen and of the passages in
 * the last; an answer that fails or fits no state ends it with 1. */
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/index.h"

#define SOME 20 /* records read of each answer */

static bool ended(void)
{
    struct pollfd in = { .fd = STDIN_FILENO, .events = POLLIN };
    return poll(&in, 1, 0) > 0;
}

static int refuse(const char *what, const zw_err *err)
{
    fprintf(stderr, "%s: %s\n", what, err->text);
    return 1;
}

static zw_status ask(zw_index *index, zw_arena *arena, zw_xhits *hits, zw_err *err)
{
    zw_xtree *tree = zw_xtree_new();
    zw_xsearch search = ZW_XSEARCH_INIT;
    search.query = zw_xquery_term(tree, zw_fields[ZW_F_TYPE].prefix, ZW_STR(ZW_TYPE_PASSAGE), 1);
    search.at_least = 1000000000;
    search.max = SOME;
    zw_status s = zw_xdb_search(zw_index_db(index), &search, arena, hits, err);
    zw_xtree_free(tree);
    return s;
}

/* The records of the hits, each naming itself as its document's. */
static zw_status read_records(const zw_xhits *hits, zw_arena *arena, zw_err *err)
{
    zw_status s = ZW_OK;
    for (size_t i = 0; s == ZW_OK && i < hits->n; i++) {
        zw_passage_record p;
        s = zw_passage_record_read(hits->at[i].data, arena, &p, err);
        if (s == ZW_OK && strncmp(p.id, p.doc_id, strlen(p.doc_id)) != 0)
            s = zw_err_set(err, ZW_E_CORRUPT, "'%s' of '%s'", p.id, p.doc_id);
    }
    return s;
}

int main(int argc, char **argv)
{
    zw_err err = { 0 };
    zw_index *index = NULL;
    zw_arena *arena = zw_arena_new();
    bool stay = argc > 2 && strcmp(argv[2], "stay") == 0, changed = true;
    unsigned long questions = 0, states = 0;
    if (argc < 2 || !arena || zw_index_open(argv[1], NULL, &index, &err) != ZW_OK)
        return refuse("open", &err);
    zw_xhits hits = { 0 };
    for (; !ended(); questions++) {
        zw_arena_reset(arena);
        if (!stay && zw_index_refresh(index, &changed, &err) != ZW_OK)
            return refuse("refresh", &err);
        states += changed;
        if (ask(index, arena, &hits, &err) != ZW_OK || read_records(&hits, arena, &err) != ZW_OK)
            return refuse("ask", &err);
        /* A commit may fall between refresh and question: the next refresh must agree. */
        uint64_t said = zw_index_stats_of(index)->passages;
        if (!stay && hits.low != said &&
            (zw_index_refresh(index, &changed, &err) != ZW_OK || !changed)) {
            fprintf(stderr, "%llu passages found, %llu said to be there\n",
                    (unsigned long long)hits.low, (unsigned long long)said);
            return 1;
        }
        changed = false;
    }
    printf("%lu %lu %llu\n", questions, states, (unsigned long long)hits.low);
    zw_index_free(index);
    zw_arena_free(arena);
    return 0;
}
