#include "corpus/office/ole.h"

enum { ENTRY = 128, HEADER_FATS = 109 };

#define NO_SECTOR 0xFFFFFFFAu /* this and above are marks, not numbers */

static size_t sector_at(const zw_ole *ole, uint32_t sector)
{
    return ((size_t)sector + 1) * ole->sector;
}

/* The sectors of a chain, one behind the other; `from` holds them, `fat` their order. */
static zw_status follow(const zw_ole *ole, zw_str from, size_t skip, size_t size, zw_str fat,
                        uint32_t first, size_t most, zw_str *out, zw_err *err)
{
    size_t n = 0, sectors = 0;
    for (uint32_t s = first; s < NO_SECTOR && sectors <= fat.n / 4;
         s = zw_u32(fat, (size_t)s * 4)) {
        if ((size_t)s * 4 + 4 > fat.n || skip + ((size_t)s + 1) * size > from.n + size)
            break;
        sectors++;
    }
    size_t room = sectors * size < most ? sectors * size : most;
    char *to = zw_arena_alloc(ole->arena, room + 1);
    if (!to)
        return zw_err_nomem(err);
    for (uint32_t s = first; sectors > 0 && n < room; s = zw_u32(fat, (size_t)s * 4), sectors--) {
        size_t at = skip + (size_t)s * size, take = size < room - n ? size : room - n;
        if (at < from.n)
            memcpy(to + n, from.at + at, take < from.n - at ? take : from.n - at);
        n += take;
    }
    *out = (zw_str){ to, n };
    return ZW_OK;
}

/* The table of chains, from the sectors that the header and its continuation list. */
static zw_status take_fat(zw_ole *ole, zw_err *err)
{
    size_t most = ole->bytes.n / ole->sector, n = 0;
    char *fat = zw_arena_alloc(ole->arena, (most + 1) * ole->sector);
    if (!fat)
        return zw_err_nomem(err);
    uint32_t more = zw_u32(ole->bytes, 68);
    size_t at = 76, left = HEADER_FATS;
    for (size_t i = 0; i < most; i++, at += 4, left--) {
        if (left == 0) {
            if (more >= NO_SECTOR || sector_at(ole, more) + ole->sector > ole->bytes.n)
                break;
            at = sector_at(ole, more);
            left = ole->sector / 4 - 1;
            more = zw_u32(ole->bytes, at + 4 * left);
        }
        uint32_t s = zw_u32(ole->bytes, at);
        if (s >= NO_SECTOR || sector_at(ole, s) + ole->sector > ole->bytes.n)
            break;
        memcpy(fat + n, ole->bytes.at + sector_at(ole, s), ole->sector);
        n += ole->sector;
    }
    ole->fat = (zw_str){ fat, n };
    return ZW_OK;
}

zw_status zw_ole_open(zw_str bytes, zw_arena *arena, zw_ole *ole, zw_err *err)
{
    uint32_t shift = zw_u16(bytes, 30), small = zw_u16(bytes, 32);
    if (bytes.n < 512 || (shift != 9 && shift != 12) || small < 4 || small >= shift)
        return zw_err_set(err, ZW_E_FORMAT, "a broken OLE file");
    *ole = (zw_ole){ .bytes = bytes,
                     .arena = arena,
                     .sector = (size_t)1 << shift,
                     .small_sector = (size_t)1 << small,
                     .cutoff = zw_u32(bytes, 56) };
    zw_status s = take_fat(ole, err);
    if (s == ZW_OK)
        s = follow(ole, bytes, ole->sector, ole->sector, ole->fat, zw_u32(bytes, 48), SIZE_MAX,
                   &ole->directory, err);
    if (s == ZW_OK)
        s = follow(ole, bytes, ole->sector, ole->sector, ole->fat, zw_u32(bytes, 60), SIZE_MAX,
                   &ole->small_fat, err);
    if (s == ZW_OK && ole->directory.n >= ENTRY)
        s = follow(ole, bytes, ole->sector, ole->sector, ole->fat, zw_u32(ole->directory, 116),
                   zw_u32(ole->directory, 120), &ole->small, err);
    return s;
}

static bool is_named(zw_str directory, size_t entry, const char *name)
{
    size_t n = strlen(name);
    if (zw_u16(directory, entry + 64) != 2 * (n + 1))
        return false;
    for (size_t i = 0; i < n; i++) {
        if (zw_u16(directory, entry + 2 * i) != (unsigned char)name[i])
            return false;
    }
    return true;
}

zw_status zw_ole_stream(const zw_ole *ole, const char *name, zw_str *stream, zw_err *err)
{
    *stream = (zw_str){ "", 0 };
    for (size_t at = 0; at + ENTRY <= ole->directory.n; at += ENTRY) {
        if (!is_named(ole->directory, at, name))
            continue;
        uint32_t first = zw_u32(ole->directory, at + 116), size = zw_u32(ole->directory, at + 120);
        if (size < ole->cutoff)
            return follow(ole, ole->small, 0, ole->small_sector, ole->small_fat, first, size,
                          stream, err);
        return follow(ole, ole->bytes, ole->sector, ole->sector, ole->fat, first, size, stream,
                      err);
    }
    return ZW_OK;
}
