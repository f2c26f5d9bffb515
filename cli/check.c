/* ietekme check DIR: ingest into a store in memory, so that nothing is kept; the diagnostics, and
 * on standard output a summary. */
#include "cli/command.h"

#include "ingest/ingest.h"

#include "core/lang.h"
#include "core/progress.h"

#include <stdio.h>

static void summarise(Run *run, const IngestSummary *summary)
{
    bool lv = diag_lang(run->diag) == LANG_LV;
    printf(lv ? "Datnes: %d\nRindas: %d, pieņemtas: %d, noraidītas: %d, ar brīdinājumu: %d\n"
              : "Files: %d\nRows: %d, accepted: %d, kept out: %d, with a warning: %d\n",
           summary->nfile, summary->nrow, summary->naccepted, summary->nrejected, summary->nwarned);
    if (summary->nvisitor == 0)
        return;
    double share = (double)summary->nregistered / summary->nvisitor;
    printf(lv ? "Apmeklētāji, kas ir dalībnieku sarakstā: %d no %d (%s)\n"
              : "Visitors found in the participants' list: %d of %d (%s)\n",
           summary->nregistered, summary->nvisitor,
           lang_share(run->arena, diag_lang(run->diag), share, 1));
}

static int run_check(Run *run, int nargs, char **args)
{
    (void)nargs, (void)args;
    IngestSummary summary;
    if (!db_open(run, ":memory:", false))
        return EXIT_NOT_DONE;
    bool done = stage_run(STAGES, NSTAGE, 0, run) && ingest_summary(run, &summary);
    progress_clear(run);
    db_close(run);
    if (!done)
        return EXIT_NOT_DONE;
    if (!run->options->json)
        summarise(run, &summary);
    return diag_count(run->diag, SEVERITY_ERROR) ? EXIT_KEPT_OUT : EXIT_DONE;
}

const Command COMMAND_CHECK = {"check",
                               "DIR",
                               1,
                               1,
                               ACCEPT_FORMAT | ACCEPT_PERIOD | ACCEPT_AS_OF,
                               true,
                               {"pārbauda iesniegtos datus, neko neglabājot",
                                "check what was handed in without storing anything"},
                               run_check};
