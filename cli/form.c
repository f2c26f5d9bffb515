/* ietekme form DIR REGION: the workbook that a region's centre fills in; its path on standard
 * output. */
#include "cli/command.h"

#include "ingest/ingest.h"

#include "core/progress.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

static bool write_form(Run *run, const char *region, const char *path)
{
    if (!db_open(run, ":memory:", false))
        return false;
    diag_silence(run->diag, true); /* what is wrong with the data is check's to tell */
    bool done = stage_run(STAGES, NSTAGE, 0, run);
    diag_silence(run->diag, false);
    if (!done)
        done = diag_fail(run->diag, (Place){run->options->folder, 0, 0}, MSG_FORM_PROGRAMME,
                         run->options->folder);
    else
        done = ingest_form(run, region, path);
    progress_clear(run);
    db_close(run);
    return done;
}

static int run_form(Run *run, int nargs, char **args)
{
    (void)nargs;
    if (!ingest_is_region(args[1])) {
        diag_report(run->diag, (Place){0}, MSG_FOLDER_REGION, args[1]);
        return EXIT_USAGE;
    }
    const char *out = run->options->out;
    char *path = arena_format(run->arena, "%s/form-%s.xlsx", out, args[1]);
    if (mkdir(out, 0750) != 0 && errno != EEXIST) {
        diag_report(run->diag, (Place){out, 0, 0}, MSG_FILE_WRITE, out, strerror(errno));
        return EXIT_NOT_DONE;
    }
    if (!write_form(run, args[1], path))
        return EXIT_NOT_DONE;
    puts(path);
    return EXIT_DONE;
}

const Command COMMAND_FORM = {
    "form",
    "DIR REGION",
    2,
    2,
    0,
    true,
    {"izveido darbgrāmatu, ko centrs aizpilda", "make the workbook that a centre fills in"},
    run_form};
