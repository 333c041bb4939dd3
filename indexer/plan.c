#include "indexer/plan.h"

#include <stdlib.h>

#include "store/lookup.h"

typedef struct {
    zw_xdb *db; /* NULL: a new index, nothing is known */
    zw_arena *scratch;
    zw_report *report;
    bool again;
    zw_err *err;
} planner;

static bool current(const zw_file_record *record)
{
    return strcmp(record->version, ZW_READER_VERSION) == 0;
}

/* A record, or one without path when there is none. */
static zw_status known(planner *p, const zw_file *file, zw_file_record *record)
{
    *record = (zw_file_record){ 0 };
    if (!p->db)
        return ZW_OK;
    zw_status s = zw_lookup_file(p->db, zw_str_of(file->path), p->scratch, record, p->err);
    if (s == ZW_E_NOTFOUND)
        *record = (zw_file_record){ 0 };
    return s == ZW_E_NOTFOUND ? ZW_OK : s;
}

static zw_status elsewhere(planner *p, const zw_job *job, bool *found)
{
    zw_file_record record;
    *found = false;
    if (!p->db || p->again)
        return ZW_OK;
    zw_status s = zw_lookup_same(p->db, job->sha256, p->scratch, &record, p->err);
    *found = s == ZW_OK && current(&record);
    return s == ZW_E_NOTFOUND ? ZW_OK : s;
}

static zw_status judge(planner *p, zw_job *job, const zw_file_record *before)
{
    bool copy;
    bool same = before->path && !p->again && current(before);
    if (same && strcmp(before->sha256, job->sha256) == 0) {
        job->kind = ZW_JOB_TOUCHED;
        return ZW_OK;
    }
    zw_status s = elsewhere(p, job, &copy);
    job->kind = copy ? ZW_JOB_COPY : before->path ? ZW_JOB_CHANGED : ZW_JOB_FRESH;
    return s;
}

/* Sets *wanted and fills job when the file is to be looked at by others. */
static zw_status consider(planner *p, const zw_file *file, zw_job *job, bool *wanted)
{
    zw_file_record before;
    zw_err err = { 0 };
    *wanted = false;
    zw_arena_reset(p->scratch);
    zw_status s = known(p, file, &before);
    if (s != ZW_OK)
        return s;
    if (before.path && !p->again && current(&before) && before.size == file->size &&
        before.mtime_ns == file->mtime_ns) {
        zw_report_unchanged(p->report, file->size);
        return ZW_OK;
    }
    job->file = *file;
    if (zw_sha256_file(file->path, job->sha256, &err) != ZW_OK) {
        zw_report_skipped(p->report, file->path, err.text, file->named);
        return ZW_OK;
    }
    *wanted = true;
    return judge(p, job, &before);
}

static int by_content(const void *a, const void *b)
{
    const zw_job *x = *(zw_job *const *)a, *y = *(zw_job *const *)b;
    int c = strcmp(x->sha256, y->sha256);
    return c ? c : strcmp(x->file.path, y->file.path);
}

static bool is_read(const zw_job *job)
{
    return job->kind == ZW_JOB_FRESH || job->kind == ZW_JOB_CHANGED;
}

/* Of several new files with the same bytes the first path is read, the others are copies. */
static zw_status find_copies(zw_plan *plan, zw_arena *arena, zw_err *err)
{
    zw_job **sorted = zw_arena_array(arena, plan->n + 1, sizeof *sorted);
    size_t n = 0;
    if (!sorted)
        return zw_err_nomem(err);
    for (size_t i = 0; i < plan->n; i++) {
        if (is_read(&plan->at[i]))
            sorted[n++] = &plan->at[i];
    }
    qsort(sorted, n, sizeof *sorted, by_content);
    for (size_t i = 1; i < n; i++) {
        /* empty files are alike, but each is to be told of as empty */
        if (sorted[i]->file.size && strcmp(sorted[i]->sha256, sorted[i - 1]->sha256) == 0)
            sorted[i]->kind = ZW_JOB_COPY;
    }
    return ZW_OK;
}

zw_status zw_plan_make(zw_writer *writer, const zw_file_list *list, bool again, zw_report *report,
                       zw_arena *arena, zw_plan *plan, zw_err *err)
{
    planner p = { .scratch = zw_arena_new(), .report = report, .again = again, .err = err };
    *plan = (zw_plan){ .at = zw_arena_array(arena, list->files.n + 1, sizeof(zw_job)) };
    zw_status s = p.scratch && plan->at ? ZW_OK : zw_err_nomem(err);
    if (s == ZW_OK && zw_writer_parts(writer))
        s = zw_writer_db(writer, &p.db, err);
    for (size_t i = 0; s == ZW_OK && i < list->files.n; i++) {
        bool wanted;
        s = consider(&p, &list->files.at[i], &plan->at[plan->n], &wanted);
        plan->n += s == ZW_OK && wanted;
    }
    if (s == ZW_OK)
        s = find_copies(plan, arena, err);
    for (size_t i = 0; s == ZW_OK && i < plan->n; i++) {
        if (plan->at[i].kind == ZW_JOB_FRESH)
            plan->fresh_bytes += plan->at[i].file.size;
    }
    zw_arena_free(p.scratch);
    return s;
}
