#include "indexer/load.h"

#include <stdlib.h>

#include "indexer/records.h"
#include "indexer/stamp.h"
#include "indexer/team.h"
#include "store/lookup.h"

enum {
    COMMIT_EVERY = 500,     /* files of small changes */
    STREAMED = 1024 * 1024, /* bytes of a file whose units, 40 times as many, are not gathered */
    SEGMENT_BYTES = 2 * 1024 * 1024, /* of source text, at least */
    SEGMENTS_MAX = 64,
};

/* What is known of a job's path after it was read. The names live in arena. */
static zw_status record_of(const zw_job *job, const zw_stamp *stamp, const zw_documents *docs,
                           zw_arena *arena, zw_file_record *record, zw_err *err)
{
    *record = (zw_file_record){ .path = job->file.path,
                                .sha256 = docs->source->sha256,
                                .version = ZW_READER_VERSION,
                                .size = stamp->size,
                                .mtime_ns = zw_stamp_mtime(stamp),
                                .given = job->given };
    for (size_t i = 0; i < docs->documents.n; i++) {
        const char **id = zw_array_add(arena, &record->docs);
        if (!id)
            return zw_err_nomem(err);
        *id = docs->documents.at[i]->id;
    }
    return ZW_OK;
}

/* ---- one by one ---- */

typedef struct {
    zw_xdoc **at;
    size_t n, room;
} unit_list;

static zw_status gather(void *to, zw_xdoc *unit, zw_err *err)
{
    unit_list *list = to;
    if (list->n == list->room) {
        size_t room = list->room ? 2 * list->room : 256;
        zw_xdoc **more = realloc(list->at, room * sizeof(zw_xdoc *));
        if (!more) {
            zw_xdoc_free(unit);
            return zw_err_nomem(err);
        }
        list->at = more;
        list->room = room;
    }
    list->at[list->n++] = unit;
    return ZW_OK;
}

static void let_go(unit_list *list)
{
    for (size_t i = 0; i < list->n; i++)
        zw_xdoc_free(list->at[i]);
    free(list->at);
}

static zw_status write_unit(void *to, zw_xdoc *unit, zw_err *err)
{
    zw_status s = zw_writer_add(to, unit, err);
    zw_xdoc_free(unit);
    return s;
}

typedef struct {
    const zw_load *load;
    const zw_job **jobs;
    size_t since_commit; /* guarded by the turn */
} small_load;

static bool has_rows(const zw_job *job)
{
    return zw_given_value(&job->given, "rows") != NULL;
}

static zw_status part_ids(zw_writer *writer, const zw_job *job, zw_arena *arena,
                          zw_reading *reading, zw_err *err)
{
    zw_xdb *db;
    zw_status s = zw_writer_db(writer, &db, err);
    return s == ZW_OK ? zw_records_part_ids(db, job->file.path, arena, reading, err) : s;
}

/* In its turn: replaces the documents of the file, from the list or, where units is NULL, made now.
 */
static zw_status write_file(small_load *m, zw_kit *kit, const zw_job *job, const zw_stamp *stamp,
                            zw_reading *reading, unit_list *units, zw_unit_counts *counts,
                            zw_err *err)
{
    zw_file_record record;
    zw_writer *writer = m->load->writer;
    zw_status s = has_rows(job) ? part_ids(writer, job, kit->arena, reading, err) : ZW_OK;
    if (s == ZW_OK)
        s = record_of(job, stamp, &reading->docs, kit->arena, &record, err);
    for (size_t i = 0; s == ZW_OK && i < record.docs.n; i++)
        s = zw_writer_drop(writer, record.docs.at[i], err);
    for (size_t i = 0; s == ZW_OK && units && i < units->n; i++)
        s = zw_writer_add(writer, units->at[i], err);
    zw_unit_sink sink = { write_unit, writer };
    if (s == ZW_OK && !units)
        s = zw_kit_units(kit, reading, &sink, counts, err);
    if (s == ZW_OK)
        s = zw_writer_put(writer, &record, err);
    size_t every = m->load->commit_every ? m->load->commit_every : COMMIT_EVERY;
    if (s == ZW_OK && ++m->since_commit >= every) {
        m->since_commit = 0;
        s = zw_writer_commit(writer, err);
    }
    return s;
}

static zw_status small_job(zw_team *team, zw_kit *kit, size_t i, zw_err *err)
{
    small_load *m = zw_team_of(team);
    const zw_job *job = m->jobs[i];
    zw_reading reading = { 0 };
    unit_list units = { 0 };
    zw_unit_counts counts = { 0, 0 };
    zw_unit_sink sink = { gather, &units };
    zw_err bad = { 0 };
    bool streamed = job->file.size > STREAMED || has_rows(job);
    zw_stamp stamp;
    zw_status s = zw_stamped_read(kit, job, &reading, &stamp, &bad);
    if (s == ZW_OK && !streamed)
        s = zw_kit_units(kit, &reading, &sink, &counts, &bad);
    if (s != ZW_OK)
        zw_report_skipped(m->load->report, job->file.path, bad.text, job->file.named);
    zw_status written = ZW_OK;
    if (zw_team_turn(team, i)) {
        if (s == ZW_OK)
            written = write_file(m, kit, job, &stamp, &reading, streamed ? NULL : &units, &counts,
                                 err);
        zw_report_told(m->load->report, job->file.path, &reading);
        if (s == ZW_OK && written == ZW_OK)
            zw_report_indexed(m->load->report, job->file.size, reading.docs.documents.n, counts);
        zw_team_next(team, written);
    }
    let_go(&units);
    return written;
}

zw_status zw_load_small(const zw_load *load, const zw_plan *plan, bool fresh, zw_err *err)
{
    small_load m = { .load = load, .jobs = calloc(plan->n + 1, sizeof(zw_job *)) };
    size_t n = 0;
    if (!m.jobs)
        return zw_err_nomem(err);
    for (size_t i = 0; i < plan->n; i++) {
        const zw_job *job = &plan->at[i];
        if (job->kind == ZW_JOB_CHANGED || (fresh && job->kind == ZW_JOB_FRESH))
            m.jobs[n++] = job;
    }
    zw_status s = n ? zw_team_run(load, n, small_job, &m, err) : ZW_OK;
    if (s == ZW_OK && n)
        s = zw_writer_commit(load->writer, err);
    free(m.jobs);
    return s;
}

/* ---- in bulk ---- */

typedef struct {
    const zw_job **at;
    size_t n;
} chunk;

typedef struct {
    const zw_load *load;
    const zw_job **jobs;
    chunk *chunks;
    size_t n;
} bulk_load;

static zw_status segment_unit(void *to, zw_xdoc *unit, zw_err *err)
{
    zw_status s = zw_segment_add(to, unit, err);
    zw_xdoc_free(unit);
    return s;
}

/* A file's units are in the segment or the file is not put; what a reading that failed midway has
 * left there belongs to no file, so such a segment is given up (only memory can fail so late). */
static zw_status segment_file(const zw_load *load, zw_kit *kit, const zw_job *job,
                              zw_segment *segment, zw_err *err)
{
    zw_reading reading;
    zw_file_record record;
    zw_unit_counts counts = { 0, 0 };
    zw_unit_sink sink = { segment_unit, segment };
    zw_err bad = { 0 };
    zw_stamp stamp;
    if (zw_stamped_read(kit, job, &reading, &stamp, &bad) != ZW_OK) {
        zw_report_skipped(load->report, job->file.path, bad.text, job->file.named);
        return ZW_OK;
    }
    /* The plan made sure that no two files of a bulk load are the same; this one is another now. */
    if (strcmp(reading.docs.source->sha256, job->sha256) != 0) {
        zw_report_skipped(load->report, job->file.path, "changed while it was read; add it again",
                          job->file.named);
        return ZW_OK;
    }
    zw_status s = record_of(job, &stamp, &reading.docs, kit->arena, &record, err);
    if (s == ZW_OK)
        s = zw_kit_units(kit, &reading, &sink, &counts, err);
    if (s == ZW_OK)
        s = zw_segment_put(segment, &record, err);
    if (s == ZW_OK)
        zw_report_indexed(load->report, job->file.size, reading.docs.documents.n, counts);
    return s;
}

static zw_status new_segment(zw_team *team, zw_writer *writer, zw_segment **segment, zw_err *err)
{
    zw_team_lock(team);
    zw_status s = zw_segment_new(writer, segment, err);
    zw_team_unlock(team);
    return s;
}

static zw_status bulk_job(zw_team *team, zw_kit *kit, size_t i, zw_err *err)
{
    bulk_load *m = zw_team_of(team);
    const chunk *c = &m->chunks[i];
    zw_segment *segment = NULL;
    zw_status s = new_segment(team, m->load->writer, &segment, err);
    for (size_t k = 0; s == ZW_OK && k < c->n && (k == 0 || !*m->load->stop); k++)
        s = segment_file(m->load, kit, c->at[k], segment, err);
    if (s == ZW_OK)
        s = zw_segment_finish(segment, err);
    if (zw_team_turn(team, i)) {
        if (s == ZW_OK)
            s = zw_writer_adopt(m->load->writer, segment, err);
        zw_team_next(team, s);
    }
    zw_segment_free(segment);
    return s;
}

/* Cut by bytes: the plan, not the threads, says what stands in a segment. */
static void cut(bulk_load *m, size_t jobs, uint64_t bytes)
{
    uint64_t least = bytes / SEGMENTS_MAX, held = 0;
    least = least < SEGMENT_BYTES ? SEGMENT_BYTES : least;
    for (size_t i = 0; i < jobs; i++) {
        size_t every = m->load->commit_every;
        if (i == 0 || held >= least || (every && m->chunks[m->n - 1].n >= every)) {
            m->chunks[m->n++] = (chunk){ &m->jobs[i], 0 };
            held = 0;
        }
        m->chunks[m->n - 1].n++;
        held += m->jobs[i]->file.size;
    }
}

zw_status zw_load_bulk(const zw_load *load, const zw_plan *plan, zw_err *err)
{
    bulk_load m = { .load = load,
                    .jobs = calloc(plan->n + 1, sizeof(zw_job *)),
                    .chunks = calloc(plan->n + 1, sizeof(chunk)) };
    size_t n = 0;
    zw_status s = m.jobs && m.chunks ? ZW_OK : zw_err_nomem(err);
    for (size_t i = 0; s == ZW_OK && i < plan->n; i++) {
        if (plan->at[i].kind == ZW_JOB_FRESH)
            m.jobs[n++] = &plan->at[i];
    }
    if (s == ZW_OK && n) {
        cut(&m, n, plan->fresh_bytes);
        s = zw_team_run(load, m.n, bulk_job, &m, err);
    }
    free(m.chunks);
    free(m.jobs);
    return s;
}

/* ---- paths alone ---- */

static zw_status leave_out(const zw_load *load, const zw_job *job, const char *why)
{
    zw_report_skipped(load->report, job->file.path, why, job->file.named);
    return ZW_OK;
}

/* A copy has the documents of its leader, if that still holds the bytes it was planned with. */
static zw_status put_path(const zw_load *load, zw_xdb *db, const zw_job *job, zw_arena *arena,
                          zw_err *err)
{
    zw_file_record record;
    zw_stamp stamp = { .size = job->file.size, .mtime_ns = job->file.mtime_ns };
    const char *of = job->kind == ZW_JOB_COPY ? job->leader : job->file.path;
    zw_arena_reset(arena);
    zw_status s = zw_lookup_file(db, zw_str_of(of), arena, &record, err);
    if (s == ZW_E_NOTFOUND)
        return leave_out(load, job, "a copy of a file that could not be read");
    if (s == ZW_OK && strcmp(record.sha256, job->sha256) != 0)
        return leave_out(load, job, "a copy of a file that has changed meanwhile; add it again");
    zw_stamp_now(&stamp);
    record.path = job->file.path;
    record.size = stamp.size;
    record.mtime_ns = zw_stamp_mtime(&stamp);
    record.given = job->given;
    if (s == ZW_OK)
        s = zw_writer_put(load->writer, &record, err);
    if (s == ZW_OK && job->kind == ZW_JOB_COPY)
        zw_report_indexed(load->report, job->file.size, 0, (zw_unit_counts){ 0, 0 });
    else if (s == ZW_OK)
        zw_report_unchanged(load->report, job->file.size);
    return s;
}

zw_status zw_load_paths(const zw_load *load, const zw_plan *plan, zw_err *err)
{
    zw_xdb *db = NULL;
    zw_status s = ZW_OK;
    zw_arena *arena = zw_arena_new();
    if (!arena)
        return zw_err_nomem(err);
    for (size_t i = 0; s == ZW_OK && i < plan->n && !*load->stop; i++) {
        const zw_job *job = &plan->at[i];
        if (job->kind != ZW_JOB_TOUCHED && job->kind != ZW_JOB_COPY)
            continue;
        if (!db)
            s = zw_writer_db(load->writer, &db, err);
        if (s == ZW_OK)
            s = put_path(load, db, job, arena, err);
    }
    if (s == ZW_OK && db)
        s = zw_writer_commit(load->writer, err);
    zw_arena_free(arena);
    return s;
}
