/* Progress on a terminal, at most ten times a second. */
#include "core/progress.h"

#include "core/text.h"

struct Progress {
    FILE *out;
    double (*now)(void);
    double began, drawn, done;
    const char *stage;
};

Progress *progress_open(Arena *arena, FILE *out, double (*now)(void))
{
    Progress *progress = arena_new(arena, Progress, 1);
    progress->out = out;
    progress->now = now;
    return progress;
}

static void begin_stage(Progress *progress, const char *stage, double now)
{
    progress->stage = stage;
    progress->began = now;
    progress->drawn = 0;
}

void progress_show(const Run *run, const char *stage, const char *what, double done, double all)
{
    Progress *progress = run->progress;
    if (!progress)
        return;
    double now = progress->now();
    if (!text_equal(progress->stage, stage) || done < progress->done)
        begin_stage(progress, stage, now);
    progress->done = done;
    if (now - progress->drawn < 0.1)
        return;
    progress->drawn = now;
    double share = all > 0 ? done / all : 0, spent = now - progress->began;
    fprintf(progress->out, "\r\033[K%-9s %3.0f %%  %s", stage, share * 100, what);
    if (share > 0.02 && spent > 0.5)
        fprintf(progress->out, "  ~%.0f s", spent / share - spent);
    fflush(progress->out);
}

void progress_clear(const Run *run)
{
    if (run->progress)
        fputs("\r\033[K", run->progress->out);
}
