/* Progress on a terminal: one line with stage, file, share done and time left; silent otherwise. */
#ifndef CORE_PROGRESS_H
#define CORE_PROGRESS_H

#include "core/db.h"

/* `now` gives seconds of a steady clock; `out` is a terminal. Lives as long as the arena. */
Progress *progress_open(Arena *arena, FILE *out, double (*now)(void));
/* Shows `what` (a file, a table, a document) as `done` of `all` of a stage; redrawn at most ten
 * times a second. Does nothing where run->progress is NULL. */
void progress_show(const Run *run, const char *stage, const char *what, double done, double all);
/* Wipes the line, so that other output can follow. */
void progress_clear(const Run *run);

#endif
