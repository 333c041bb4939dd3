#include "store/xapian_seal.h"

#include <dlfcn.h>

#include <exception>
#include <sstream>
#include <stdexcept>

using namespace zw;

namespace
{

/* `db` shares its state with `writer`. */
struct writer_db : zw_xdb {
    Xapian::WritableDatabase writer;

    ~writer_db() override
    {
        /* Closing would commit what is pending; what was not committed is not wanted. */
        guarded(nullptr, [&] {
            writer.cancel_transaction();
            return ZW_OK;
        });
    }
};

Xapian::WritableDatabase &writer_of(zw_xdb *db)
{
    if (!db->writes)
        throw Xapian::InvalidOperationError("the database is open for reading only");
    return static_cast<writer_db *>(db)->writer;
}

template <class F> zw_status writing(zw_xdb *db, zw_err *err, F body) noexcept
{
    zw_status s = guarded(err, [&] {
        body(writer_of(db));
        return ZW_OK;
    });
    return s == ZW_OK ? s : named(db, s, err);
}

} // namespace

/* libxapian hands every record and term list to zlib, entry by entry, and has no option for it: a
 * third of all time spent indexing, and again in each read, for a fifth of the size. So its call
 * for a compressor comes here first and gets one that only stores, whose output is never smaller;
 * libxapian then keeps the entry as it is. Other users of zlib get what they ask for. */
extern "C" int deflateInit2_(void *stream, int level, int method, int window, int memory,
                             int strategy, const char *version, int size);

extern "C" int deflateInit2_(void *stream, int level, int method, int window, int memory,
                             int strategy, const char *version, int size)
{
    constexpr int raw_window = -15, all_memory = 9, version_error = -6; /* as libxapian asks */
    auto *real = reinterpret_cast<decltype(&deflateInit2_)>(dlsym(RTLD_NEXT, "deflateInit2_"));
    if (!real)
        return version_error;
    if (window == raw_window && memory == all_memory)
        level = 0;
    return real(stream, level, method, window, memory, strategy, version, size);
}

struct zw_xdoc {
    Xapian::Document doc;
    std::string data; /* as it was given, without a seal */
    zw_err failure = {};
};

/* ---- databases ---- */

zw_status zw_xdb_open_write(const char *path, zw_xdb_mode mode, zw_xdb **db, zw_err *err)
{
    writer_db *made = nullptr;
    zw_status s = guarded(err, [&] {
        int how = mode == ZW_XDB_SCRATCH
                      ? Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_DANGEROUS | Xapian::DB_NO_SYNC
                      : Xapian::DB_CREATE_OR_OPEN;
        made = new writer_db;
        made->paths.assign(1, path);
        made->writer = Xapian::WritableDatabase(path, how | Xapian::DB_BACKEND_GLASS);
        made->db = made->writer;
        made->writes = true;
        made->writer.begin_transaction(); /* or Xapian would commit when it thinks fit */
        if (made->writer.get_lastdocid() == 0)
            made->writer.set_metadata(SEALED, SUMS);
        made->sealed = !made->writer.get_metadata(SEALED).empty();
        made->summed = made->writer.get_metadata(SEALED) == SUMS;
        return ZW_OK;
    });
    if (s == ZW_OK)
        *db = made;
    else
        delete made;
    return s;
}

zw_status zw_xdb_put(zw_xdb *db, zw_str key, zw_str value, zw_err *err)
{
    return writing(db, err, [&](Xapian::WritableDatabase &writer) {
        writer.set_metadata(string_of(key), string_of(value));
    });
}

/* ---- documents ---- */

zw_xdoc *zw_xdoc_new(void)
{
    zw_xdoc *doc = nullptr;
    guarded(nullptr, [&] {
        doc = new zw_xdoc;
        return ZW_OK;
    });
    return doc;
}

void zw_xdoc_free(zw_xdoc *doc)
{
    delete doc;
}

void zw_xdoc_term(zw_xdoc *doc, const char *prefix, zw_str term, uint32_t wdf)
{
    building(doc, [&] { doc->doc.add_term(term_of(prefix, term), wdf); });
}

void zw_xdoc_flag(zw_xdoc *doc, const char *prefix, zw_str term)
{
    building(doc, [&] { doc->doc.add_boolean_term(term_of(prefix, term)); });
}

void zw_xdoc_value(zw_xdoc *doc, uint32_t slot, zw_str value)
{
    building(doc, [&] { doc->doc.add_value(slot, string_of(value)); });
}

void zw_xdoc_number(zw_xdoc *doc, uint32_t slot, double value)
{
    building(doc, [&] { doc->doc.add_value(slot, Xapian::sortable_serialise(value)); });
}

void zw_xdoc_data(zw_xdoc *doc, zw_str data)
{
    building(doc, [&] { doc->data = string_of(data); });
}

/* The document as it is stored. */
static Xapian::Document finished(const zw_xdb *db, const zw_xdoc *doc)
{
    Xapian::Document whole = doc->doc; /* another handle of the same document */
    whole.set_data(db->sealed ? sealed(doc->data, sum_of_values(whole)) : doc->data);
    return whole;
}

zw_status zw_xdoc_status(const zw_xdoc *doc, zw_err *err)
{
    return doc ? failure_of(&doc->failure, err) : zw_err_nomem(err);
}

zw_status zw_xdb_add(zw_xdb *db, const zw_xdoc *doc, uint32_t *docid, zw_err *err)
{
    if (zw_xdoc_status(doc, err) != ZW_OK)
        return doc ? doc->failure.code : ZW_E_NOMEM;
    return writing(db, err, [&](Xapian::WritableDatabase &writer) {
        uint32_t id = writer.add_document(finished(db, doc));
        if (docid)
            *docid = id;
    });
}

zw_status zw_xdb_replace(zw_xdb *db, zw_str term, const zw_xdoc *doc, zw_err *err)
{
    if (zw_xdoc_status(doc, err) != ZW_OK)
        return doc ? doc->failure.code : ZW_E_NOMEM;
    return writing(db, err, [&](Xapian::WritableDatabase &writer) {
        writer.replace_document(term_of("", term), finished(db, doc));
    });
}

zw_status zw_xdb_redata(zw_xdb *db, uint32_t docid, zw_str data, zw_err *err)
{
    return writing(db, err, [&](Xapian::WritableDatabase &writer) {
        Xapian::Document doc = writer.get_document(docid);
        doc.set_data(db->sealed ? sealed(string_of(data), sum_of_values(doc)) : string_of(data));
        writer.replace_document(docid, doc);
    });
}

zw_status zw_xdb_delete(zw_xdb *db, zw_str term, zw_err *err)
{
    return writing(db, err, [&](Xapian::WritableDatabase &writer) {
        writer.delete_document(term_of("", term));
    });
}

zw_status zw_xdb_commit(zw_xdb *db, zw_err *err)
{
    return writing(db, err, [&](Xapian::WritableDatabase &writer) {
        writer.commit_transaction();
        writer.begin_transaction();
    });
}

/* ---- care ---- */

static void (*last_words)(const zw_err *why);

static void terminated()
{
    zw_err err = {};
    guarded(&err, [] {
        if (std::current_exception())
            std::rethrow_exception(std::current_exception());
        throw std::runtime_error("ended without a reason");
        return ZW_OK;
    });
    last_words(&err);
    std::abort();
}

void zw_xapian_last_words(void (*say)(const zw_err *why))
{
    last_words = say;
    std::set_terminate(terminated);
}

zw_status zw_xdb_compact(const char *const *paths, size_t n, const char *to, zw_err *err)
{
    return guarded(err, [&] {
        Xapian::Database all;
        for (size_t i = 0; i < n; i++)
            all.add_database(Xapian::Database(paths[i]));
        all.compact(to, Xapian::Compactor::FULL);
        return ZW_OK;
    });
}

zw_status zw_xdb_check(const char *path, size_t *errors, zw_arena *arena, zw_str *report,
                       zw_err *err)
{
    return guarded(err, [&] {
        std::ostringstream out;
        *errors = Xapian::Database::check(path, 0, &out);
        if (report)
            *report = copy(arena, out.str());
        return ZW_OK;
    });
}
