#include "indexer/team.h"

#include <pthread.h>
#include <stdlib.h>

struct zw_team {
    const zw_load *load;
    zw_team_job job;
    void *of;
    size_t n, next; /* jobs, the first not begun */
    size_t turn;    /* whose turn it is */
    bool failed;
    zw_err err;             /* the first failure */
    pthread_mutex_t lock;   /* of all the above */
    pthread_mutex_t shared; /* of what zw_team_lock guards: adopting and naming of segments */
    pthread_cond_t turned;
};

void *zw_team_of(zw_team *team)
{
    return team->of;
}

void zw_team_lock(zw_team *team)
{
    pthread_mutex_lock(&team->shared);
}

void zw_team_unlock(zw_team *team)
{
    pthread_mutex_unlock(&team->shared);
}

bool zw_team_turn(zw_team *team, size_t i)
{
    pthread_mutex_lock(&team->lock);
    while (team->turn != i && !team->failed)
        pthread_cond_wait(&team->turned, &team->lock);
    bool mine = !team->failed;
    pthread_mutex_unlock(&team->lock);
    if (mine)
        zw_team_lock(team);
    return mine;
}

void zw_team_next(zw_team *team, zw_status status)
{
    zw_team_unlock(team);
    pthread_mutex_lock(&team->lock);
    team->turn++;
    team->failed |= status != ZW_OK;
    pthread_cond_broadcast(&team->turned);
    pthread_mutex_unlock(&team->lock);
}

static void fail(zw_team *team, const zw_err *err)
{
    pthread_mutex_lock(&team->lock);
    if (team->err.code == ZW_OK)
        team->err = *err;
    team->failed = true;
    pthread_cond_broadcast(&team->turned);
    pthread_mutex_unlock(&team->lock);
}

static bool take(zw_team *team, size_t *i)
{
    pthread_mutex_lock(&team->lock);
    bool any = team->next < team->n && !team->failed && !*team->load->stop;
    if (any)
        *i = team->next++;
    pthread_mutex_unlock(&team->lock);
    return any;
}

static void *work(void *arg)
{
    zw_team *team = arg;
    zw_kit kit;
    zw_err err = { 0 };
    zw_status s = zw_kit_open(team->load->tools, &kit, &err);
    for (size_t i; s == ZW_OK && take(team, &i);)
        s = team->job(team, &kit, i, &err);
    if (s != ZW_OK)
        fail(team, &err);
    zw_kit_close(&kit);
    return NULL;
}

static zw_status run(zw_team *team, zw_err *err)
{
    size_t wanted = team->load->threads < team->n ? team->load->threads : team->n, started = 0;
    pthread_t *threads = calloc(wanted + 1, sizeof *threads);
    if (!threads)
        return zw_err_nomem(err);
    while (started < wanted && pthread_create(&threads[started], NULL, work, team) == 0)
        started++;
    if (started == 0)
        work(team);
    for (size_t i = 0; i < started; i++)
        pthread_join(threads[i], NULL);
    free(threads);
    return team->err.code == ZW_OK ? ZW_OK : zw_err_set(err, team->err.code, "%s", team->err.text);
}

zw_status zw_team_run(const zw_load *load, size_t n, zw_team_job job, void *of, zw_err *err)
{
    zw_team team = { .load = load,
                     .job = job,
                     .of = of,
                     .n = n,
                     .lock = PTHREAD_MUTEX_INITIALIZER,
                     .shared = PTHREAD_MUTEX_INITIALIZER,
                     .turned = PTHREAD_COND_INITIALIZER };
    zw_status s = run(&team, err);
    pthread_cond_destroy(&team.turned);
    pthread_mutex_destroy(&team.shared);
    pthread_mutex_destroy(&team.lock);
    return s;
}
