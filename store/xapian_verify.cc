#include <functional>
#include <map>
#include <sstream>

#include "store/xapian_seal.h"

using namespace zw;

namespace
{

/* The same whatever the order of what is added: postings come by term, term lists by document. */
struct sum {
    uint64_t entries = 0, mixed = 0;

    void add(uint32_t docid, size_t term, uint32_t wdf)
    {
        uint64_t x = term ^ (static_cast<uint64_t>(docid) * 0x9E3779B97F4A7C15u) ^
                     (static_cast<uint64_t>(wdf) * 0xC2B2AE3D27D4EB4Fu);
        x = (x ^ (x >> 31)) * 0xBF58476D1CE4E5B9u;
        mixed += x ^ (x >> 29);
        entries++;
    }
};

struct slot_use {
    uint64_t freq = 0;
    std::string low, high;
};

struct verifier {
    Xapian::Database &db;
    bool sealed, summed;
    std::ostream &out;
    size_t errors = 0;
    sum postings = {}, terms = {};
    uint64_t length = 0, documents = 0;
    Xapian::termcount shortest = ~Xapian::termcount(0), longest = 0;
    std::map<uint32_t, slot_use> slots = {};

    void fault(const std::string &what)
    {
        if (errors++ < 20)
            out << what << "\n";
    }

    /* What cannot be read is a fault as well; the rest is still looked at. */
    template <class F> void look(const std::string &where, F body)
    {
        try {
            body();
        } catch (const Xapian::DatabaseModifiedError &) {
            throw;
        } catch (const Xapian::Error &e) {
            fault(where + ": " + e.get_msg());
        }
    }

    void document_values(const Xapian::Document &doc)
    {
        for (auto it = doc.values_begin(); it != doc.values_end(); ++it) {
            slot_use &use = slots[it.get_valueno()];
            std::string value = *it;
            if (use.freq++ == 0 || value < use.low)
                use.low = value;
            if (value > use.high)
                use.high = value;
        }
    }

    void document(uint32_t docid)
    {
        std::string name = "document " + std::to_string(docid);
        Xapian::Document doc = db.get_document(docid);
        uint32_t values = 0;
        if (sealed)
            unsealed(doc.get_data(), docid, summed, &values);
        else
            doc.get_data();
        if (summed && values != sum_of_values(doc))
            fault("postlist: the values of " + name + " are not what was written");
        document_values(doc);
        uint64_t own = 0;
        std::hash<std::string> hash;
        for (auto t = db.termlist_begin(docid); t != db.termlist_end(docid); ++t) {
            terms.add(docid, hash(*t), t.get_wdf());
            own += t.get_wdf();
        }
        if (own != db.get_doclength(docid))
            fault("termlist: the terms of " + name + " do not add up to its length");
        length += own;
        if (own && own < shortest)
            shortest = static_cast<Xapian::termcount>(own);
        if (own > longest)
            longest = static_cast<Xapian::termcount>(own);
    }

    void all_documents()
    {
        look("postlist", [&] {
            for (auto d = db.postlist_begin(""); d != db.postlist_end(""); ++d) {
                uint32_t docid = *d;
                documents++;
                look("document " + std::to_string(docid), [&] { document(docid); });
            }
        });
        if (documents != db.get_doccount())
            fault("postlist: " + std::to_string(documents) + " documents, " +
                  std::to_string(db.get_doccount()) + " are said to be there");
        if (length != db.get_total_length())
            fault("iamglass: the lengths of all documents do not add up");
        /* By these bounds a search leaves out what cannot be among the best. */
        if (longest &&
            (db.get_doclength_lower_bound() > shortest || db.get_doclength_upper_bound() < longest))
            fault("iamglass: documents are shorter or longer than it says");
    }

    void term(const std::string &t)
    {
        std::hash<std::string> hash;
        size_t name = hash(t);
        uint64_t freq = 0, occurrences = 0;
        Xapian::termcount most = 0;
        for (auto p = db.postlist_begin(t); p != db.postlist_end(t); ++p) {
            postings.add(*p, name, p.get_wdf());
            freq++;
            occurrences += p.get_wdf();
            most = p.get_wdf() > most ? p.get_wdf() : most;
        }
        if (freq != db.get_termfreq(t) || occurrences != db.get_collection_freq(t))
            fault("postlist: '" + t + "' is not in as many documents as it says");
        if (db.get_wdf_upper_bound(t) < most)
            fault("iamglass: '" + t + "' is more frequent than it says any term is");
    }

    void all_terms()
    {
        look("postlist", [&] {
            for (auto t = db.allterms_begin(); t != db.allterms_end(); ++t) {
                std::string name = *t;
                look("postlist: '" + name + "'", [&] { term(name); });
            }
        });
        if (postings.entries != terms.entries || postings.mixed != terms.mixed)
            fault("postlist and termlist do not say the same");
    }

    /* Bounds may be wide, for they are not narrowed when a document goes. */
    void all_slots()
    {
        for (const auto &entry : slots) {
            uint32_t slot = entry.first;
            const slot_use &use = entry.second;
            look("slot " + std::to_string(slot), [&] {
                if (db.get_value_freq(slot) != use.freq ||
                    db.get_value_lower_bound(slot) > use.low ||
                    db.get_value_upper_bound(slot) < use.high)
                    fault("postlist: slot " + std::to_string(slot) +
                          " holds other values than it says");
            });
        }
    }
};

} // namespace

zw_status zw_xdb_verify(zw_xdb *db, size_t *errors, zw_arena *arena, zw_str *report, zw_err *err)
{
    return reading(db, err, [&] {
        std::ostringstream out;
        verifier v{ db->db, db->sealed, db->summed, out };
        v.all_documents();
        v.all_terms();
        v.all_slots();
        *errors = v.errors;
        *report = copy(arena, out.str());
        return ZW_OK;
    });
}
