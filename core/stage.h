/* Stages and the fence around them: while a stage runs, SQLite lets it write its own tables and
 * read those of earlier stages, nothing else. */
#ifndef CORE_STAGE_H
#define CORE_STAGE_H

#include "core/db.h"

/* What the command line, clock and environment said; read only by cli/main.c. */
struct Options {
    const char *folder;        /* the programme folder */
    const char *out;           /* its out/ */
    const char *as_of;         /* ISO date or NULL */
    const char *period;        /* --period or NULL */
    const char *previous;      /* --previous store or NULL */
    const char *template_file; /* report --template or NULL */
    bool figures;              /* report --figures */
    bool json;                 /* check --format json */
    bool internal, yes;        /* export --internal --yes */
    bool out_terminal;         /* standard output is a terminal */
    int ncpu;                  /* processors that may be used, at least 1 */
    int scale;                 /* simulate --scale */
    uint64_t seed;             /* simulate --seed */
    double effect;             /* simulate --effect, in standard deviations */
};

typedef struct {
    const char *name;    /* also the prefix of its tables: NAME_… */
    const char *schema;  /* asset with its schema */
    bool published_only; /* may read only *_published of earlier stages (and *_authority) */
    bool (*run)(Run *run);
} Stage;

/* Runs one stage in a transaction: drops its tables and those of later stages, makes its schema,
 * sets the fence, runs. On false everything is rolled back. `stages` in order; `which` its index.
 */
bool stage_run(const Stage *const *stages, int nstage, int which, Run *run);

/* The fence alone, for SQL of a report block or a programme folder: one statement that only reads
 * what `stage` may read. Kept in run->fence, so that a narrower one can be set and the outer one put
 * back; stage_fence(run, NULL) takes it away. */
typedef struct Fence {
    const char *own;            /* prefix without underscore; NULL: nothing may be written */
    const char *const *earlier; /* prefixes that may be read */
    int nearlier;
    bool published_only, authority;
    const char *denied; /* what was refused last (in SQLite's words), or NULL */
} Fence;
void stage_fence(Run *run, Fence *fence);

#endif
