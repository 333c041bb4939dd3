/* xapian_inside.h - what the two halves of the binding share (C++, internal).
 *
 * xapian.cc reads, xapian_write.cc writes. They are objects of their own so that a program that
 * only reads links nothing that writes. */
#ifndef ZW_STORE_XAPIAN_INSIDE_H
#define ZW_STORE_XAPIAN_INSIDE_H

#include <xapian.h>

#include <new>
#include <string>
#include <vector>

extern "C" {
#include "store/xapian.h"
}

/* Open for reading; xapian_write.cc derives what is open for writing too. */
struct zw_xdb {
    std::vector<std::string> paths;
    bool writes = false;
    bool sealed = false; /* documents' data ends with a seal (xapian_seal.h) … */
    bool summed = false; /* … of this program's sums */
    Xapian::Database db;
    virtual ~zw_xdb() = default;
};

namespace zw
{

/* ---- the one place where exceptions become errors ---- */

inline zw_status code_of(const Xapian::Error &e)
{
    static const struct {
        const char *type;
        zw_status code;
    } codes[] = {
        { "DatabaseLockError", ZW_E_LOCKED },     { "DatabaseVersionError", ZW_E_VERSION },
        { "DatabaseCorruptError", ZW_E_CORRUPT }, { "DatabaseNotFoundError", ZW_E_NOTFOUND },
        { "DocNotFoundError", ZW_E_NOTFOUND },    { "InvalidArgumentError", ZW_E_USAGE },
        { "InvalidOperationError", ZW_E_USAGE },  { "UnimplementedError", ZW_E_USAGE },
        { "WildcardError", ZW_E_LIMIT },          { "RangeError", ZW_E_USAGE },
        { "SerialisationError", ZW_E_CORRUPT },
    };
    for (const auto &row : codes) {
        if (strcmp(e.get_type(), row.type) == 0)
            return row.code;
    }
    bool cut_short = e.get_msg().compare(0, 17, "EOF reading block") == 0;
    return cut_short ? ZW_E_CORRUPT : ZW_E_IO;
}

template <class F> zw_status guarded(zw_err *err, F body) noexcept
{
    try {
        return body();
    } catch (const Xapian::Error &e) {
        const char *system = e.get_error_string();
        return zw_err_set(err, code_of(e), "%s%s%s%s", e.get_msg().c_str(), system ? " (" : "",
                          system ? system : "", system ? ")" : "");
    } catch (const std::bad_alloc &) {
        return zw_err_nomem(err);
    } catch (const std::exception &e) {
        return zw_err_set(err, ZW_E_IO, "%s", e.what());
    } catch (...) {
        return zw_err_set(err, ZW_E_IO, "libxapian failed without a reason");
    }
}

inline void open_again(zw_xdb *db)
{
    Xapian::Database all;
    for (const auto &path : db->paths)
        all.add_database(Xapian::Database(path));
    db->db = all;
}

/* Says which database it was, where libxapian does not: EOF reading block 7. */
inline zw_status named(const zw_xdb *db, zw_status s, zw_err *err)
{
    bool own = s == ZW_E_IO || s == ZW_E_CORRUPT;
    if (!own || !err || db->paths.empty() || strstr(err->text, db->paths[0].c_str()))
        return s;
    return zw_err_at(err, "'%s'%s", db->paths[0].c_str(),
                     db->paths.size() > 1 ? " or another part" : "");
}

/* A reading: done again on the newest state when a writer has overwritten what it stood on. A state
 * that was only just opened and is overwritten each time is not a busy writer's but damaged: its
 * blocks carry numbers that no commit gave them. */
template <class F> zw_status reading(zw_xdb *db, zw_err *err, F body) noexcept
{
    zw_status s = guarded(err, [&] {
        for (int left = db->writes ? 0 : 5;; left--) {
            try {
                return body();
            } catch (const Xapian::DatabaseModifiedError &) {
                if (left == 0 && !db->writes)
                    throw Xapian::DatabaseCorruptError("blocks that do not belong to its state");
                if (left == 0)
                    throw;
                open_again(db);
            }
        }
    });
    return s == ZW_OK ? s : named(db, s, err);
}

/* Building is sticky: the first failure stays and later steps do nothing. */
template <class T, class F> void building(T *thing, F body) noexcept
{
    if (thing && thing->failure.code == ZW_OK) {
        guarded(&thing->failure, [&] {
            body();
            return ZW_OK;
        });
    }
}

inline zw_status failure_of(const zw_err *failure, zw_err *err)
{
    return failure->code == ZW_OK ? ZW_OK : zw_err_set(err, failure->code, "%s", failure->text);
}

/* ---- between the two string types ---- */

inline std::string string_of(zw_str s)
{
    return s.n ? std::string(s.at, s.n) : std::string();
}

inline zw_str copy(zw_arena *arena, const std::string &s)
{
    char *at = zw_arena_copy(arena, s.data(), s.size());
    if (!at)
        throw std::bad_alloc();
    return zw_str{ at, s.size() };
}

template <class T> T *array_of(zw_arena *arena, size_t n)
{
    T *at = static_cast<T *>(zw_arena_array(arena, n ? n : 1, sizeof(T)));
    if (!at)
        throw std::bad_alloc();
    return at;
}

template <class A, class T> void append(zw_arena *arena, A *array, T value)
{
    auto *at = zw_array_add(arena, array);
    if (!at)
        throw std::bad_alloc();
    *at = value;
}

inline std::string term_of(const char *prefix, zw_str term)
{
    std::string whole = prefix;
    whole.append(term.at ? term.at : "", term.n);
    if (whole.empty() || whole.size() > ZW_XTERM_MAX)
        throw Xapian::InvalidArgumentError("a term of " + std::to_string(whole.size()) +
                                           " bytes: 1 to 245 can be kept");
    return whole;
}

} // namespace zw

#endif
