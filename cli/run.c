/* ietekme run DIR: all stages into a new store beside the old one, renamed when whole; a summary on
 * standard output. A failed or killed run leaves the last good store and outputs. */
#include "cli/command.h"

#include "core/lang.h"
#include "core/progress.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool make_folder(Run *run)
{
    if (mkdir(run->options->out, 0750) == 0 || errno == EEXIST)
        return true;
    return diag_fail(run->diag, (Place){run->options->out, 0, 0}, MSG_FILE_WRITE, run->options->out,
                     strerror(errno));
}

static bool run_stages(Run *run)
{
    for (int i = 0; i < NSTAGE; i++)
        if (!stage_run(STAGES, NSTAGE, i, run))
            return false;
    return db_exec(run, SQL("VACUUM"));
}

static void summarise(Run *run)
{
    bool lv = diag_lang(run->diag) == LANG_LV;
    int kept_out = diag_count(run->diag, SEVERITY_ERROR);
    int warnings = diag_count(run->diag, SEVERITY_WARNING);
    printf(lv ? "Gatavs: %s\nKļūdas: %d, brīdinājumi: %d\n"
              : "Done: %s\nErrors: %d, warnings: %d\n",
           run->options->out, kept_out, warnings);
}

static int run_run(Run *run, int nargs, char **args)
{
    (void)nargs, (void)args;
    char *path = store_path(run), *fresh = arena_format(run->arena, "%s.new", path);
    if (!make_folder(run))
        return EXIT_NOT_DONE;
    unlink(fresh);
    if (!db_open(run, fresh, false))
        return EXIT_NOT_DONE;
    bool done = run_stages(run);
    db_close(run);
    progress_clear(run);
    if (!done) {
        unlink(fresh);
        return EXIT_NOT_DONE;
    }
    if (rename(fresh, path) != 0) {
        diag_report(run->diag, (Place){path, 0, 0}, MSG_FILE_WRITE, path, strerror(errno));
        return EXIT_NOT_DONE;
    }
    summarise(run);
    return diag_count(run->diag, SEVERITY_ERROR) ? EXIT_KEPT_OUT : EXIT_DONE;
}

const Command COMMAND_RUN = {
    "run",
    "DIR",
    1,
    1,
    ACCEPT_PERIOD | ACCEPT_AS_OF | ACCEPT_PREVIOUS | ACCEPT_FIGURES,
    true,
    {"izpilda visus posmus un izveido pārskatus", "run all stages and make the reports"},
    run_run};
