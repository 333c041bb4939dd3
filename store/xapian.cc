#include "store/xapian_seal.h"

#include <deque>

using namespace zw;

struct zw_xnode {
    Xapian::Query query;
};

struct zw_xtree {
    std::deque<zw_xnode> nodes; /* a deque, since nodes must not move */
    zw_err failure = {};
};

/* ---- databases ---- */

zw_status zw_xdb_open(const char *const *paths, size_t n, zw_xdb **db, zw_err *err)
{
    zw_xdb *made = nullptr;
    zw_status s = guarded(err, [&] {
        made = new zw_xdb;
        made->paths.assign(paths, paths + n);
        open_again(made);
        made->sealed = !made->db.get_metadata(SEALED).empty();
        made->summed = made->db.get_metadata(SEALED) == SUMS;
        return ZW_OK;
    });
    if (s == ZW_OK)
        *db = made;
    else if (made)
        s = named(made, s, err);
    if (s != ZW_OK)
        delete made;
    return s;
}

void zw_xdb_free(zw_xdb *db)
{
    guarded(nullptr, [&] {
        delete db;
        return ZW_OK;
    });
}

zw_status zw_xdb_reopen(zw_xdb *db, zw_err *err)
{
    return guarded(err, [&] {
        if (!db->writes)
            open_again(db);
        return ZW_OK;
    });
}

zw_status zw_xdb_size_of(zw_xdb *db, zw_xdb_size *size, zw_err *err)
{
    return reading(db, err, [&] {
        size->documents = db->db.get_doccount();
        size->last_docid = db->db.get_lastdocid();
        size->average_length = db->db.get_avlength();
        size->total_length = db->db.get_total_length();
        return ZW_OK;
    });
}

zw_status zw_xdb_get(zw_xdb *db, zw_str key, zw_arena *arena, zw_str *value, zw_err *err)
{
    return reading(db, err, [&] {
        *value = copy(arena, db->db.get_metadata(string_of(key)));
        return ZW_OK;
    });
}

zw_status zw_xdb_keys(zw_xdb *db, zw_str prefix, zw_arena *arena, zw_xstrings *keys, zw_err *err)
{
    return reading(db, err, [&] {
        *keys = {};
        std::string start = string_of(prefix);
        for (auto it = db->db.metadata_keys_begin(start); it != db->db.metadata_keys_end(start);
             ++it)
            append(arena, keys, copy(arena, *it));
        return ZW_OK;
    });
}

/* ---- documents ---- */

static std::string data_of(const zw_xdb *db, const Xapian::Document &doc)
{
    return db->sealed ? unsealed(doc.get_data(), doc.get_docid(), db->summed, nullptr)
                      : doc.get_data();
}

zw_status zw_xdb_data(zw_xdb *db, uint32_t docid, zw_arena *arena, zw_str *data, zw_err *err)
{
    return reading(db, err, [&] {
        *data = copy(arena, data_of(db, db->db.get_document(docid)));
        return ZW_OK;
    });
}

zw_status zw_xdb_value(zw_xdb *db, uint32_t docid, uint32_t slot, zw_arena *arena, zw_str *value,
                       zw_err *err)
{
    return reading(db, err, [&] {
        *value = copy(arena, db->db.get_document(docid).get_value(slot));
        return ZW_OK;
    });
}

zw_status zw_xdb_find(zw_xdb *db, zw_str term, uint32_t *docid, zw_err *err)
{
    return reading(db, err, [&] {
        std::string t = term_of("", term);
        auto it = db->db.postlist_begin(t);
        if (it == db->db.postlist_end(t))
            return zw_err_set(err, ZW_E_NOTFOUND, "'%s': not in the index", t.c_str());
        *docid = *it;
        return ZW_OK;
    });
}

zw_status zw_xdb_postings(zw_xdb *db, zw_str term, size_t max, zw_arena *arena, zw_xdocids *docids,
                          zw_err *err)
{
    return reading(db, err, [&] {
        *docids = {};
        std::string t = term_of("", term);
        auto end = db->db.postlist_end(t);
        for (auto it = db->db.postlist_begin(t); it != end && docids->n < max; ++it)
            append(arena, docids, *it);
        return ZW_OK;
    });
}

/* ---- terms ---- */

uint64_t zw_xdb_termfreq(zw_xdb *db, zw_str term)
{
    uint64_t freq = 0;
    reading(db, nullptr, [&] {
        freq = db->db.get_termfreq(term_of("", term));
        return ZW_OK;
    });
    return freq;
}

uint64_t zw_xdb_collfreq(zw_xdb *db, zw_str term)
{
    uint64_t freq = 0;
    reading(db, nullptr, [&] {
        freq = db->db.get_collection_freq(term_of("", term));
        return ZW_OK;
    });
    return freq;
}

zw_status zw_xdb_terms(zw_xdb *db, zw_str prefix, size_t max, zw_arena *arena, zw_xterms *terms,
                       zw_err *err)
{
    return reading(db, err, [&] {
        *terms = {};
        std::string start = string_of(prefix);
        auto end = db->db.allterms_end(start);
        for (auto it = db->db.allterms_begin(start); it != end && terms->n < max; ++it)
            append(arena, terms, zw_xterm{ copy(arena, *it), it.get_termfreq() });
        return ZW_OK;
    });
}

zw_status zw_xdb_terms_of(zw_xdb *db, uint32_t docid, zw_arena *arena, zw_xterms *terms,
                          zw_err *err)
{
    return reading(db, err, [&] {
        *terms = {};
        for (auto it = db->db.termlist_begin(docid); it != db->db.termlist_end(docid); ++it)
            append(arena, terms, zw_xterm{ copy(arena, *it), it.get_wdf() });
        return ZW_OK;
    });
}

zw_status zw_xdb_slot(zw_xdb *db, uint32_t slot, zw_arena *arena, zw_xslot *found, zw_err *err)
{
    return reading(db, err, [&] {
        found->freq = db->db.get_value_freq(slot);
        found->low = copy(arena, db->db.get_value_lower_bound(slot));
        found->high = copy(arena, db->db.get_value_upper_bound(slot));
        return ZW_OK;
    });
}

size_t zw_xnumber_put(double value, char to[ZW_XNUMBER_MAX])
{
    size_t n = 0;
    guarded(nullptr, [&] {
        std::string s = Xapian::sortable_serialise(value);
        n = s.copy(to, ZW_XNUMBER_MAX);
        return ZW_OK;
    });
    return n;
}

double zw_xnumber_get(zw_str bytes)
{
    double value = 0;
    guarded(nullptr, [&] {
        value = Xapian::sortable_unserialise(string_of(bytes));
        return ZW_OK;
    });
    return value;
}

/* ---- queries ---- */

zw_xtree *zw_xtree_new(void)
{
    zw_xtree *tree = nullptr;
    guarded(nullptr, [&] {
        tree = new zw_xtree;
        return ZW_OK;
    });
    return tree;
}

void zw_xtree_free(zw_xtree *tree)
{
    delete tree;
}

zw_status zw_xtree_status(const zw_xtree *tree, zw_err *err)
{
    return tree ? failure_of(&tree->failure, err) : zw_err_nomem(err);
}

template <class F> static zw_xquery node(zw_xtree *tree, F make)
{
    zw_xquery made = nullptr;
    building(tree, [&] {
        tree->nodes.push_back(zw_xnode{ make() });
        made = &tree->nodes.back();
    });
    return made;
}

zw_xquery zw_xquery_term(zw_xtree *tree, const char *prefix, zw_str term, uint32_t wqf)
{
    return node(tree, [&] { return Xapian::Query(term_of(prefix, term), wqf); });
}

static Xapian::Query combine(Xapian::Query::op op, const std::vector<Xapian::Query> &parts,
                             uint32_t window)
{
    return Xapian::Query(op, parts.begin(), parts.end(), window);
}

/* The operators that take one left side and one right side, the right being all the others. */
static Xapian::Query left_right(Xapian::Query::op op, const std::vector<Xapian::Query> &parts)
{
    if (parts.size() == 1)
        return parts[0];
    bool all = op == Xapian::Query::OP_FILTER;
    std::vector<Xapian::Query> others(parts.begin() + 1, parts.end());
    return Xapian::Query(op, parts[0],
                         combine(all ? Xapian::Query::OP_AND : Xapian::Query::OP_OR, others, 0));
}

static Xapian::Query operate(zw_xop op, const std::vector<Xapian::Query> &parts, uint32_t window)
{
    using Q = Xapian::Query;
    if (parts.empty())
        return Q::MatchNothing;
    switch (op) {
    case ZW_XOP_AND:
        return combine(Q::OP_AND, parts, 0);
    case ZW_XOP_OR:
        return combine(Q::OP_OR, parts, 0);
    case ZW_XOP_XOR:
        return combine(Q::OP_XOR, parts, 0);
    case ZW_XOP_AND_NOT:
        return left_right(Q::OP_AND_NOT, parts);
    case ZW_XOP_FILTER:
        return left_right(Q::OP_FILTER, parts);
    case ZW_XOP_AND_MAYBE:
        return left_right(Q::OP_AND_MAYBE, parts);
    case ZW_XOP_NEAR:
        return combine(Q::OP_NEAR, parts, window);
    case ZW_XOP_PHRASE:
        return combine(Q::OP_PHRASE, parts, window);
    case ZW_XOP_SYNONYM:
        return combine(Q::OP_SYNONYM, parts, 0);
    case ZW_XOP_MAX:
        return combine(Q::OP_MAX, parts, 0);
    case ZW_XOP_ELITE:
        return combine(Q::OP_ELITE_SET, parts, window);
    }
    throw Xapian::InvalidArgumentError("no such operator");
}

zw_xquery zw_xquery_op(zw_xtree *tree, zw_xop op, const zw_xquery *parts, size_t n, uint32_t window)
{
    return node(tree, [&] {
        std::vector<Xapian::Query> queries;
        queries.reserve(n);
        for (size_t i = 0; i < n; i++) {
            if (!parts[i])
                throw Xapian::InvalidArgumentError("a part of the query could not be made");
            queries.push_back(parts[i]->query);
        }
        return operate(op, queries, window);
    });
}

zw_xquery zw_xquery_pair(zw_xtree *tree, zw_xop op, zw_xquery a, zw_xquery b)
{
    const zw_xquery parts[] = { a, b };
    return zw_xquery_op(tree, op, parts, 2, 0);
}

zw_xquery zw_xquery_scale(zw_xtree *tree, zw_xquery q, double factor)
{
    return node(tree, [&] {
        if (!q)
            throw Xapian::InvalidArgumentError("a part of the query could not be made");
        return Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, q->query, factor);
    });
}

zw_xquery zw_xquery_all(zw_xtree *tree)
{
    return node(tree, [] { return Xapian::Query(std::string()); });
}

zw_xquery zw_xquery_nothing(zw_xtree *tree)
{
    return node(tree, [] { return Xapian::Query(); });
}

zw_xquery zw_xquery_range(zw_xtree *tree, uint32_t slot, zw_str low, zw_str high)
{
    return node(tree, [&] {
        /* The least value there is: only a missing one, the empty string, is below it. */
        std::string from = low.at ? string_of(low) : std::string(1, '\0');
        if (!high.at)
            return Xapian::Query(Xapian::Query::OP_VALUE_GE, slot, from);
        return Xapian::Query(Xapian::Query::OP_VALUE_RANGE, slot, from, string_of(high));
    });
}

zw_xquery zw_xquery_prefix(zw_xtree *tree, const char *prefix, zw_str text, uint32_t max)
{
    return node(tree, [&] {
        return Xapian::Query(Xapian::Query::OP_WILDCARD, term_of(prefix, text), max,
                             Xapian::Query::WILDCARD_LIMIT_MOST_FREQUENT,
                             Xapian::Query::OP_SYNONYM);
    });
}

bool zw_xquery_is_nothing(zw_xquery q)
{
    return q && q->query.empty();
}

zw_status zw_xquery_text(zw_xquery q, zw_arena *arena, zw_str *text, zw_err *err)
{
    return guarded(err, [&] {
        *text = copy(arena, q ? q->query.get_description() : "");
        return ZW_OK;
    });
}

/* ---- searching ---- */

namespace
{

using Spies = std::deque<Xapian::ValueCountMatchSpy>;

void order(Xapian::Enquire &enquire, const zw_xsearch *s)
{
    switch (s->sort) {
    case ZW_XSORT_RELEVANCE:
        break;
    case ZW_XSORT_VALUE:
        enquire.set_sort_by_value(s->sort_slot, s->descending);
        break;
    case ZW_XSORT_VALUE_THEN_RELEVANCE:
        enquire.set_sort_by_value_then_relevance(s->sort_slot, s->descending);
        break;
    case ZW_XSORT_RELEVANCE_THEN_VALUE:
        enquire.set_sort_by_relevance_then_value(s->sort_slot, s->descending);
        break;
    case ZW_XSORT_DOCID:
        break;
    }
    if (s->sort == ZW_XSORT_DOCID || s->sort == ZW_XSORT_VALUE)
        enquire.set_weighting_scheme(Xapian::BoolWeight());
    else
        enquire.set_weighting_scheme(Xapian::BM25Weight(s->k1, 0, s->k3, s->b, s->min_length));
}

void prepare(Xapian::Enquire &enquire, const zw_xsearch *s, Spies &spies)
{
    enquire.set_query(s->query->query);
    order(enquire, s);
    if (s->collapse)
        enquire.set_collapse_key(s->collapse_slot, s->collapse_max ? s->collapse_max : 1);
    for (size_t i = 0; i < s->n_count_slots; i++) {
        spies.emplace_back(s->count_slots[i]);
        enquire.add_matchspy(&spies.back());
    }
}

zw_xcounts counts_of(const Xapian::ValueCountMatchSpy &spy, size_t max, zw_arena *arena)
{
    ZW_ARRAY(zw_xcount) counts = {};
    if (max == 0) {
        for (auto it = spy.values_begin(); it != spy.values_end(); ++it)
            append(arena, &counts, zw_xcount{ copy(arena, *it), it.get_termfreq() });
    } else {
        for (auto it = spy.top_values_begin(max); it != spy.top_values_end(max); ++it)
            append(arena, &counts, zw_xcount{ copy(arena, *it), it.get_termfreq() });
    }
    return zw_xcounts{ spy.get_total(), counts.at, counts.n };
}

void bring_values(const Xapian::Document &doc, const zw_xsearch *s, zw_arena *arena, zw_xhit *hit)
{
    zw_str *values = array_of<zw_str>(arena, s->n_value_slots);
    for (size_t i = 0; i < s->n_value_slots; i++)
        values[i] = copy(arena, doc.get_value(s->value_slots[i]));
    hit->values = values;
}

void bring_terms(const Xapian::Enquire &enquire, const Xapian::MSetIterator &it, zw_arena *arena,
                 zw_xhit *hit)
{
    ZW_ARRAY(zw_str) terms = {};
    auto end = enquire.get_matching_terms_end(it);
    for (auto t = enquire.get_matching_terms_begin(it); t != end; ++t)
        append(arena, &terms, copy(arena, *t));
    hit->terms = terms.at;
    hit->n_terms = terms.n;
}

void bring_hits(const zw_xdb *db, const Xapian::Enquire &enquire, const Xapian::MSet &mset,
                const zw_xsearch *s, zw_arena *arena, zw_xhits *hits)
{
    zw_xhit *hit = array_of<zw_xhit>(arena, mset.size());
    hits->at = hit;
    hits->n = mset.size();
    for (auto it = mset.begin(); it != mset.end(); ++it, ++hit) {
        *hit = {};
        hit->docid = *it;
        hit->weight = it.get_weight();
        hit->collapsed = it.get_collapse_count();
        Xapian::Document doc = it.get_document();
        if (!s->no_data)
            hit->data = copy(arena, data_of(db, doc));
        bring_values(doc, s, arena, hit);
        if (s->terms)
            bring_terms(enquire, it, arena, hit);
    }
}

} // namespace

zw_status zw_xdb_search(zw_xdb *db, const zw_xsearch *s, zw_arena *arena, zw_xhits *hits,
                        zw_err *err)
{
    if (!s->query)
        return zw_err_set(err, ZW_E_USAGE, "the query could not be made");
    return reading(db, err, [&] {
        Spies spies;
        Xapian::Enquire enquire(db->db);
        prepare(enquire, s, spies);
        Xapian::MSet mset = enquire.get_mset(s->first, s->max, s->at_least);
        *hits = {};
        bring_hits(db, enquire, mset, s, arena, hits);
        hits->low = mset.get_matches_lower_bound();
        hits->estimate = mset.get_matches_estimated();
        hits->high = mset.get_matches_upper_bound();
        hits->max_weight = mset.get_max_possible();
        zw_xcounts *counts = array_of<zw_xcounts>(arena, spies.size());
        hits->counts = counts;
        for (const auto &spy : spies)
            *counts++ = counts_of(spy, s->count_max, arena);
        return ZW_OK;
    });
}

const char *zw_xapian_version(void)
{
    return Xapian::version_string();
}
