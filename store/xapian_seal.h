/* xapian_seal.h - the eight bytes behind the data of every document (C++, internal).
 *
 * libxapian keeps no checksums: a byte that a disk gives back wrong is believed. So each document's
 * data ends with a checksum of its values and one of the data and that checksum; the second is
 * looked at whenever data is read, the first by zw_xdb_verify. What terms and postings say, the
 * database says twice (zw_xdb_verify compares). */
#ifndef ZW_STORE_XAPIAN_SEAL_H
#define ZW_STORE_XAPIAN_SEAL_H

#include "store/xapian_inside.h"

extern "C" {
#include "base/checksum.h"
}

namespace zw
{

constexpr const char *SEALED = "sealed"; /* metadata: documents of this database have seals … */
constexpr const char *SUMS = "2"; /* … with these sums; those of older forms are believed */
constexpr size_t SEAL_BYTES = 8;

inline uint32_t add_string(uint32_t sum, const std::string &s)
{
    return zw_checksum(sum, zw_str{ s.data(), s.size() });
}

inline uint32_t add_number(uint32_t sum, uint32_t number)
{
    char bytes[4];
    for (int i = 0; i < 4; i++)
        bytes[i] = static_cast<char>(number >> (8 * i));
    return zw_checksum(sum, zw_str{ bytes, sizeof bytes });
}

inline uint32_t sum_of_values(const Xapian::Document &doc)
{
    uint32_t sum = ZW_CHECKSUM_INIT;
    for (auto it = doc.values_begin(); it != doc.values_end(); ++it)
        sum = add_string(add_number(sum, it.get_valueno()), *it);
    return sum;
}

inline std::string number_bytes(uint32_t number)
{
    std::string bytes;
    for (int i = 0; i < 4; i++)
        bytes += static_cast<char>(number >> (8 * i));
    return bytes;
}

inline std::string sealed(const std::string &data, uint32_t values)
{
    std::string whole = data + number_bytes(values);
    return whole + number_bytes(add_string(ZW_CHECKSUM_INIT, whole));
}

inline uint32_t number_at(const std::string &bytes, size_t at)
{
    uint32_t number = 0;
    for (size_t i = 0; i < 4; i++)
        number |= static_cast<uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
    return number;
}

/* data without its seal, compared with it if that is wanted; *values (may be null) gets the
 * checksum of the values. */
inline std::string unsealed(const std::string &data, uint32_t docid, bool compare, uint32_t *values)
{
    if (data.size() < SEAL_BYTES)
        throw Xapian::DatabaseCorruptError("docdata: the record of document " +
                                           std::to_string(docid) + " is cut short");
    size_t end = data.size() - SEAL_BYTES;
    uint32_t sum = zw_checksum(ZW_CHECKSUM_INIT, zw_str{ data.data(), end + 4 });
    if (compare && sum != number_at(data, end + 4))
        throw Xapian::DatabaseCorruptError("docdata: the record of document " +
                                           std::to_string(docid) +
                                           " is not what was written (its checksum differs)");
    if (values)
        *values = number_at(data, end);
    return data.substr(0, end);
}

} // namespace zw

#endif
