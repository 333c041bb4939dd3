/* figure_rules.h - the tables the finder of figures reads, loaded once and then shared. */
#ifndef ZW_FACTS_FIGURE_RULES_H
#define ZW_FACTS_FIGURE_RULES_H

#include "base/array.h"
#include "base/trie.h"
#include "base/tsv.h"
#include "facts/figure.h"

enum {
    UNIT_COUNT = 1,   /* a classifier of the noun behind it: 个, 家, 人 */
    UNIT_GENERAL = 2, /* a classifier that also totals lists: 三项, 四个 */
    UNIT_TIME = 4,
    UNIT_DIGITS = 8, /* told in digits only: 30度, not 一度 */
};

typedef enum {
    FAMILY_OTHER,
    FAMILY_PEOPLE,
    FAMILY_MONEY,
    FAMILY_COUNT,
    FAMILY_TIME,
    FAMILY_LENGTH,
} unit_family;

typedef struct {
    zw_str word, shown, not_before;
    unit_family family;
    unsigned flags;
} zw_unit;

enum {
    CUE_CMP = 1,      /* comparator before the number */
    CUE_AFTER = 2,    /* comparator behind it */
    CUE_LEVEL = 4,    /* 达到, 提高到 */
    CUE_PLUS = 8,     /* 增长 */
    CUE_MINUS = 16,   /* 下降 */
    CUE_DIST = 32,    /* 分别 */
    CUE_TARGET = 64,  /* 力争 */
    CUE_BASE = 128,   /* 截至, 已 */
    CUE_DO = 256,     /* 新建 */
    CUE_NONE = 512,   /* a longer word that hides a cue */
    CUE_FULL = 2048,  /* 满, 未满: a bar for whom it concerns */
    CUE_GIVE = 4096,  /* 安排, 给予: the object begins behind it */
    CUE_NAMES = 8192, /* 开工: a verb that can name the figure */
    CUE_FAR = 1024,   /* a change whose noun stands before its number: 新增停车位3万个 */
};

typedef struct {
    unsigned kinds;
    zw_cmp before, after;
} zw_cue;

enum { TRAP_HAN, TRAP_ANY }; /* values of `behind`: for numerals in characters, for all */

enum { PLACE_NAMED, PLACE_SUFFIX, PLACE_WHOLE, PLACE_ALONE };

typedef enum {
    LIST_COMPOUND,
    LIST_DEADLINE,
    LIST_YEARLY,
    LIST_PREDICATE,
    LIST_ASKING,
    LIST_BECOMES,
    LIST_QUANTITY,
    LIST_SETTLEMENT,
    LIST_RATE,
    LIST_CHANGED,
    LIST_EACH,
    LIST_PLAN,
    LIST_REPORT,
    LIST_OUTLOOK,
    FIGURE_LISTS,
} figure_list; /* see data/figure_words.tsv */

typedef enum { MATCH_WHOLE, MATCH_START, MATCH_END } figure_match;

struct zw_figure_rules {
    ZW_ARRAY(zw_str) lists[FIGURE_LISTS];
    zw_arena *arena;
    zw_trie *units; /* values are indices of unit */
    zw_unit *unit;
    zw_trie *cues; /* values are indices of cue */
    zw_cue *cue;
    size_t n_cues;
    zw_trie *lead, *tail;                    /* words at the edges of an indicator */
    zw_trie *names, *behind, *before, *time; /* traps */
    zw_trie *places, *suffixes;              /* PLACE_...; what goes on from a place name */
    zw_trie *nouns;                          /* values are rows of noun_table */
    zw_tsv noun_table;
    zw_tsv headings;
};

/* The length of the longest word of the list that is the text, begins it or ends it; 0: none. */
size_t zw_figure_listed(const zw_figure_rules *rules, figure_list list, figure_match match,
                        zw_str text);

#endif
