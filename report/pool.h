/* Rendering side by side: documents are built one after another (they need the store), and laid out
 * by as many threads as there are processors. Diagnostics come out in the order of adding. */
#ifndef REPORT_POOL_H
#define REPORT_POOL_H

#include "core/db.h"
#include "report/document.h"

typedef struct Pool Pool;

/* Takes `nthread` threads (at least one). */
Pool *pool_open(Arena *arena, int nthread);
/* Renders a document to `path`; both live in an arena given to pool_keep. Waits while many wait. */
void pool_add(Pool *pool, const Document *document, const Renderer *renderer, const char *path,
              bool after);
/* An arena that the documents added so far live in: closed as soon as they are rendered. */
void pool_keep(Pool *pool, Arena *arena);
/* Waits for all, reports what was found, closes the arenas; `rendered(user, i)` is told of each
 * rendering that succeeded, by its number in the order of adding. */
void pool_close(Pool *pool, Diag *diag, void rendered(void *user, int which), void *user);

#endif
