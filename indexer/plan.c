#include "indexer/plan.h"

#include <stdlib.h>
#include <unistd.h>

#include "indexer/given.h"
#include "store/lookup.h"

typedef struct {
    const zw_plan_request *request;
    zw_xdb *db; /* NULL: a new index, nothing is known */
    zw_arena *arena, *scratch;
    zw_plan *plan;
    zw_err *err;
} planner;

/* ---- one file and the journal ---- */

static int path_order(const void *a, const void *b)
{
    return strcmp(((const zw_file_record *)a)->path, ((const zw_file_record *)b)->path);
}

/* A record, or one without path when there is none. */
static zw_status journal(planner *p, const char *path, zw_file_record *record)
{
    *record = (zw_file_record){ 0 };
    if (!p->db)
        return ZW_OK;
    zw_status s = zw_lookup_file(p->db, zw_str_of(path), p->scratch, record, p->err);
    if (s == ZW_E_NOTFOUND)
        *record = (zw_file_record){ 0 };
    return s == ZW_E_NOTFOUND ? ZW_OK : s;
}

/* What was said of a file earlier: in this index, or in the one that is being made anew. */
static const zw_givens *said_before(planner *p, const zw_file_record *before)
{
    const zw_file_records *known = p->request->known;
    if (before->given.n || !known || !known->n)
        return &before->given;
    zw_file_record key = { .path = before->path };
    const zw_file_record *r = bsearch(&key, known->at, known->n, sizeof key, path_order);
    return r ? &r->given : &before->given;
}

static zw_status say(planner *p, const zw_file_record *before, zw_job *job)
{
    bool failed = false;
    const zw_manifest *m = p->request->manifest;
    zw_file_record at = *before;
    at.path = job->file.path;
    if (!m || !zw_manifest_find(m, job->file.path, p->arena, &job->given, &failed))
        failed = failed || !zw_given_copy(said_before(p, &at), p->arena, &job->given);
    job->same_given = zw_given_same(&before->given, &job->given);
    return failed ? zw_err_nomem(p->err) : ZW_OK;
}

/* Fills the job; *wanted is false for a file that cannot be looked into. */
static zw_status consider(planner *p, const zw_file *file, zw_job *job, bool *wanted)
{
    zw_file_record before;
    zw_err err = { 0 };
    *job = (zw_job){ .file = *file };
    *wanted = true;
    zw_arena_reset(p->scratch);
    zw_status s = journal(p, file->path, &before);
    if (s == ZW_OK)
        s = say(p, &before, job);
    if (s != ZW_OK)
        return s;
    job->known = before.path != NULL;
    job->current = job->known && strcmp(before.version, ZW_READER_VERSION) == 0;
    job->unmoved = job->known && before.size == file->size && before.mtime_ns == file->mtime_ns;
    if (job->unmoved && job->current && !p->request->check_content && !p->request->again) {
        memcpy(job->sha256, before.sha256, strnlen(before.sha256, sizeof job->sha256 - 1));
    } else if (zw_sha256_file(file->path, job->sha256, &err) != ZW_OK) {
        zw_report_skipped(p->request->report, file->path, err.text, file->named);
        *wanted = false;
        return ZW_OK;
    }
    job->same_bytes = job->known && strcmp(before.sha256, job->sha256) == 0;
    return ZW_OK;
}

/* ---- files of the same bytes ---- */

/* A path that holds the bytes: a job, or known to the index alone. */
typedef struct {
    const char *path;
    const zw_givens *given;
    zw_job *job;
} holder;

static bool leads(const holder *a, const holder *b)
{
    bool told = a->given->n > 0, other = b->given->n > 0;
    return told != other ? told : strcmp(a->path, b->path) < 0;
}

static int by_job_path(const void *key, const void *job)
{
    return strcmp(key, ((const zw_job *)job)->file.path);
}

static zw_job *job_of(const planner *p, const char *path)
{
    return p->plan->n ? bsearch(path, p->plan->at, p->plan->n, sizeof *p->plan->at, by_job_path)
                      : NULL;
}

/* The path that leads; *in_index tells whether any path outside of this run holds the bytes. */
static zw_status find_leader(planner *p, zw_job **jobs, size_t n, holder *leader, bool *in_index)
{
    zw_file_records records = { 0 };
    zw_status s = ZW_OK;
    *leader = (holder){ jobs[0]->file.path, &jobs[0]->given, jobs[0] };
    *in_index = false;
    for (size_t i = 1; i < n; i++) {
        holder h = { jobs[i]->file.path, &jobs[i]->given, jobs[i] };
        *leader = leads(&h, leader) ? h : *leader;
    }
    if (p->db)
        s = zw_lookup_all_same(p->db, jobs[0]->sha256, p->scratch, &records, p->err);
    for (size_t i = 0; s == ZW_OK && i < records.n; i++) {
        const zw_file_record *r = &records.at[i];
        if (job_of(p, r->path))
            continue;
        *in_index = true;
        holder h = { r->path, &r->given, NULL };
        bool current = strcmp(r->version, ZW_READER_VERSION) == 0;
        if (current && !p->request->again && leads(&h, leader))
            *leader = h;
    }
    return s;
}

static bool is_read(const zw_job *job)
{
    return job->kind == ZW_JOB_FRESH || job->kind == ZW_JOB_CHANGED;
}

static bool stays(const planner *p, const zw_job *job)
{
    return !p->request->again && job->known && job->same_bytes && job->same_given && job->current;
}

static zw_job_kind resting(const zw_job *job)
{
    return job->unmoved ? ZW_JOB_SAME : ZW_JOB_TOUCHED;
}

/* Whether documents of that id, or its parts, are in the index. */
static bool id_known(planner *p, const char *id)
{
    zw_doc_record record;
    const char *part = zw_arena_printf(p->scratch, "%s.1", id);
    return zw_lookup_document(p->db, zw_str_of(id), p->scratch, &record, NULL) == ZW_OK ||
           (part && zw_lookup_document(p->db, zw_str_of(part), p->scratch, &record, NULL) == ZW_OK);
}

/* Rows of other files may be the same as rows of this one, so that they are no matter for a bulk
 * load, whose documents must be new. */
static zw_job_kind reading(planner *p, const zw_job *job, bool bytes_known)
{
    const char *id = zw_given_value(&job->given, "id");
    bool known = job->known || bytes_known || zw_given_value(&job->given, "rows") ||
                 (id && p->db && id_known(p, id));
    return known ? ZW_JOB_CHANGED : ZW_JOB_FRESH;
}

/* An id of its own makes a file of known bytes a document of its own. */
static bool stands_alone(const zw_job *job, const holder *leader)
{
    const char *own = zw_given_value(&job->given, "id");
    const char *led = zw_given_value(leader->given, "id");
    return own && (!led || strcmp(own, led) != 0);
}

static void settle_member(planner *p, zw_job *job, const holder *leader)
{
    if (stands_alone(job, leader)) {
        job->kind = stays(p, job) ? resting(job) : reading(p, job, false);
        return;
    }
    bool led_anew = leader->job && is_read(leader->job);
    job->kind = stays(p, job) && !led_anew ? resting(job) : ZW_JOB_COPY;
    job->leader = leader->path;
}

/* Nothing to be read: the usual case costs no look into the index. */
static bool settle_unchanged(const planner *p, zw_job **jobs, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (!stays(p, jobs[i]))
            return false;
    }
    for (size_t i = 0; i < n; i++)
        jobs[i]->kind = resting(jobs[i]);
    return true;
}

/* Jobs of the same bytes: who is read, who is a copy. The documents of a file of which something
 * else is said now were made with what was said before, so the leader is read again. */
static zw_status settle(planner *p, zw_job **jobs, size_t n)
{
    holder leader;
    bool known;
    if (settle_unchanged(p, jobs, n))
        return ZW_OK;
    zw_arena_reset(p->scratch);
    zw_status s = find_leader(p, jobs, n, &leader, &known);
    if (s != ZW_OK)
        return s;
    if (leader.job) {
        bool outdated = false;
        for (size_t i = 0; i < n; i++) {
            outdated |= jobs[i]->known && jobs[i]->same_bytes && !jobs[i]->same_given;
            known |= jobs[i]->known && jobs[i]->same_bytes;
        }
        leader.job->kind = stays(p, leader.job) && !outdated ? resting(leader.job)
                                                             : reading(p, leader.job, known);
    }
    const char *path = zw_arena_strdup(p->arena, leader.path);
    if (!path)
        return zw_err_nomem(p->err);
    leader.path = path;
    for (size_t i = 0; i < n; i++) {
        if (jobs[i] != leader.job)
            settle_member(p, jobs[i], &leader);
    }
    return ZW_OK;
}

static int by_content(const void *a, const void *b)
{
    const zw_job *x = *(zw_job *const *)a, *y = *(zw_job *const *)b;
    int c = strcmp(x->sha256, y->sha256);
    return c ? c : strcmp(x->file.path, y->file.path);
}

static zw_status settle_all(planner *p)
{
    zw_plan *plan = p->plan;
    zw_job **sorted = zw_arena_array(p->arena, plan->n + 1, sizeof *sorted);
    zw_status s = ZW_OK;
    if (!sorted)
        return zw_err_nomem(p->err);
    for (size_t i = 0; i < plan->n; i++)
        sorted[i] = &plan->at[i];
    qsort(sorted, plan->n, sizeof *sorted, by_content);
    for (size_t i = 0, n; s == ZW_OK && i < plan->n; i += n) {
        n = 1;
        /* empty files are alike, but each is to be told of as empty */
        while (sorted[i]->file.size && i + n < plan->n &&
               strcmp(sorted[i]->sha256, sorted[i + n]->sha256) == 0)
            n++;
        s = settle(p, &sorted[i], n);
    }
    return s;
}

/* ---- ids ---- */

/* Another path that is there and keeps the id, or NULL: two files of one id would be one document.
 */
static zw_status id_holder(planner *p, const zw_job *job, const char *id, const char **other)
{
    zw_names paths;
    zw_status s = zw_lookup_paths(p->db, zw_str_of(id), p->scratch, &paths, p->err);
    *other = NULL;
    for (size_t i = 0; s == ZW_OK && i < paths.n; i++) {
        const zw_job *rival = job_of(p, paths.at[i]);
        const char *kept = rival ? zw_given_value(&rival->given, "id") : NULL;
        bool keeps = rival ? kept && strcmp(kept, id) == 0 && strcmp(rival->sha256, job->sha256)
                           : access(paths.at[i], F_OK) == 0;
        if (keeps && strcmp(paths.at[i], job->file.path) != 0)
            *other = paths.at[i];
    }
    return s;
}

static zw_status check_id(planner *p, zw_job *job)
{
    const char *id = zw_given_value(&job->given, "id"), *other;
    if (!id || !p->db || !is_read(job))
        return ZW_OK;
    zw_arena_reset(p->scratch);
    zw_status s = id_holder(p, job, id, &other);
    if (s != ZW_OK || !other)
        return s;
    const char *why = zw_arena_printf(p->scratch, "its id '%s' is that of '%s'", id, other);
    zw_report_skipped(p->request->report, job->file.path, why ? why : "its id is taken",
                      job->file.named);
    job->kind = ZW_JOB_SAME;
    return ZW_OK;
}

/* ---- the plan ---- */

/* Only what is to be done stays in the plan. */
static zw_status finish(planner *p)
{
    zw_plan *plan = p->plan;
    zw_status s = ZW_OK;
    size_t kept = 0;
    for (size_t i = 0; s == ZW_OK && i < plan->n; i++) {
        if (plan->at[i].kind == ZW_JOB_SAME)
            zw_report_unchanged(p->request->report, plan->at[i].file.size);
        else
            s = check_id(p, &plan->at[i]);
    }
    for (size_t i = 0; s == ZW_OK && i < plan->n; i++) {
        const zw_job *job = &plan->at[i];
        if (job->kind == ZW_JOB_SAME)
            continue;
        if (job->kind == ZW_JOB_FRESH)
            plan->fresh_bytes += job->file.size;
        if (!p->request->manifest && job->given.n && job->kind != ZW_JOB_TOUCHED)
            zw_report_kept(p->request->report);
        plan->at[kept++] = *job;
    }
    plan->n = kept;
    return s;
}

zw_status zw_plan_make(const zw_plan_request *request, const zw_file_list *list, zw_arena *arena,
                       zw_plan *plan, zw_err *err)
{
    planner p = {
        .request = request, .arena = arena, .scratch = zw_arena_new(), .plan = plan, .err = err
    };
    *plan = (zw_plan){ .at = zw_arena_array(arena, list->files.n + 1, sizeof(zw_job)) };
    zw_status s = p.scratch && plan->at ? ZW_OK : zw_err_nomem(err);
    if (s == ZW_OK && zw_writer_parts(request->writer))
        s = zw_writer_db(request->writer, &p.db, err);
    for (size_t i = 0; s == ZW_OK && i < list->files.n; i++) {
        bool wanted;
        s = consider(&p, &list->files.at[i], &plan->at[plan->n], &wanted);
        plan->n += s == ZW_OK && wanted;
    }
    if (s == ZW_OK)
        s = settle_all(&p);
    if (s == ZW_OK)
        s = finish(&p);
    zw_arena_free(p.scratch);
    return s;
}
