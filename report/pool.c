/* Threads that render documents. A renderer touches nothing but its document, its file and a Diag
 * of its own, so that they need no lock but the one around the list of jobs. */
#include "report/pool.h"

#include <pthread.h>

enum { AHEAD = 2 }; /* jobs waiting for each thread before building a further document waits too */

typedef struct Job Job;
struct Job {
    const Document *document;
    const Renderer *renderer;
    const char *path;
    Arena *arena; /* of its diagnostics */
    Diagnostic *found;
    int nfound, capacity;
    bool done, finished; /* rendered well; at its end either way */
    const Job *after;    /* must be finished first, or NULL */
};

/* What documents live in, until all jobs numbered below `njob` are finished. */
typedef struct {
    Arena *arena;
    int njob;
} Kept;

struct Pool {
    Arena *arena;
    Job **jobs;
    int njob, capacity, next;
    int nfinished; /* jobs finished without a gap from the first */
    Kept *kept;
    int nkept, kept_capacity, nclosed;
    pthread_t *threads;
    int nthread;
    bool closing;
    pthread_mutex_t lock;
    pthread_cond_t more, fewer, over;
};

static void keep_diagnostic(void *user, const Diagnostic *diagnostic)
{
    Job *job = user;
    job->found =
        arena_room(job->arena, job->found, sizeof *job->found, job->nfound, &job->capacity);
    Diagnostic *kept = &job->found[job->nfound++];
    *kept = *diagnostic;
    kept->at.file = arena_text(job->arena, diagnostic->at.file);
    for (int lang = 0; lang < LANG_COUNT; lang++)
        kept->text[lang] = arena_text(job->arena, diagnostic->text[lang]);
}

static void render_job(Job *job)
{
    Diag *diag = diag_open(job->arena, NULL, job->document->lang, false);
    diag_listen(diag, keep_diagnostic, job);
    job->done = job->renderer->render(job->document, job->path, diag);
}

/* Counts a job as finished and closes the arenas that no job needs any more. */
static void finish_job(Pool *pool, Job *job)
{
    job->finished = true;
    while (pool->nfinished < pool->njob && pool->jobs[pool->nfinished]->finished)
        pool->nfinished++;
    while (pool->nclosed < pool->nkept && pool->kept[pool->nclosed].njob <= pool->nfinished)
        arena_close(pool->kept[pool->nclosed++].arena);
    pthread_cond_signal(&pool->fewer);
}

static void *work(void *user)
{
    Pool *pool = user;
    pthread_mutex_lock(&pool->lock);
    for (;;) {
        while (pool->next == pool->njob && !pool->closing)
            pthread_cond_wait(&pool->more, &pool->lock);
        if (pool->next == pool->njob)
            break;
        Job *job = pool->jobs[pool->next++];
        while (job->after && !job->after->finished) /* it was taken before: another thread is at it */
            pthread_cond_wait(&pool->over, &pool->lock);
        pthread_mutex_unlock(&pool->lock);
        render_job(job);
        pthread_mutex_lock(&pool->lock);
        finish_job(pool, job);
        pthread_cond_broadcast(&pool->over);
    }
    pthread_mutex_unlock(&pool->lock);
    return NULL;
}

Pool *pool_open(Arena *arena, int nthread)
{
    Pool *pool = arena_new(arena, Pool, 1);
    pool->arena = arena;
    pool->threads = arena_new(arena, pthread_t, nthread);
    pthread_mutex_init(&pool->lock, NULL);
    pthread_cond_init(&pool->more, NULL);
    pthread_cond_init(&pool->over, NULL);
    pthread_cond_init(&pool->fewer, NULL);
    for (int i = 0; i < nthread; i++)
        pool->nthread += pthread_create(&pool->threads[pool->nthread], NULL, work, pool) == 0;
    return pool;
}

void pool_add(Pool *pool, const Document *document, const Renderer *renderer, const char *path,
              bool after)
{
    Job *job = arena_new(pool->arena, Job, 1);
    *job = (Job){.document = document, .renderer = renderer, .path = path, .arena = arena_open()};
    pthread_mutex_lock(&pool->lock);
    while (pool->nthread && pool->njob - pool->nfinished > AHEAD * pool->nthread)
        pthread_cond_wait(&pool->fewer, &pool->lock);
    if (after && pool->njob > 0)
        job->after = pool->jobs[pool->njob - 1];
    pool->jobs =
        arena_room(pool->arena, pool->jobs, sizeof *pool->jobs, pool->njob, &pool->capacity);
    pool->jobs[pool->njob++] = job;
    pthread_cond_signal(&pool->more);
    pthread_mutex_unlock(&pool->lock);
}

void pool_keep(Pool *pool, Arena *arena)
{
    pthread_mutex_lock(&pool->lock);
    pool->kept =
        arena_room(pool->arena, pool->kept, sizeof *pool->kept, pool->nkept, &pool->kept_capacity);
    pool->kept[pool->nkept++] = (Kept){arena, pool->njob};
    pthread_mutex_unlock(&pool->lock);
}

static void join(Pool *pool)
{
    pthread_mutex_lock(&pool->lock);
    pool->closing = true;
    pthread_cond_broadcast(&pool->more);
    pthread_mutex_unlock(&pool->lock);
    if (pool->nthread == 0)
        work(pool); /* no thread could be had: render here */
    for (int i = 0; i < pool->nthread; i++)
        pthread_join(pool->threads[i], NULL);
    pthread_cond_destroy(&pool->more);
    pthread_cond_destroy(&pool->over);
    pthread_cond_destroy(&pool->fewer);
    pthread_mutex_destroy(&pool->lock);
}

void pool_close(Pool *pool, Diag *diag, void rendered(void *user, int which), void *user)
{
    join(pool);
    for (int i = 0; i < pool->njob; i++) {
        Job *job = pool->jobs[i];
        for (int j = 0; j < job->nfound; j++)
            diag_put(diag, &job->found[j]);
        if (job->done)
            rendered(user, i);
        arena_close(job->arena);
    }
    while (pool->nclosed < pool->nkept)
        arena_close(pool->kept[pool->nclosed++].arena);
}
