/* ietekme trace DIR FIGURE: what is behind a printed number, down to file and line; the value is
 * computed anew from the files, read into a store in memory. */
#include "cli/command.h"

#include "analysis/analysis.h"
#include "core/progress.h"
#include "ingest/ingest.h"
#include "metrics/metrics.h"

#include <stdio.h>

/* A store in memory that ingest has just filled; its diagnostics were told by `run` already. */
static bool read_files(const Run *run, Run *again)
{
    *again = *run;
    again->db = NULL;
    diag_silence(run->diag, true);
    bool good = db_open(again, ":memory:", false) && stage_run(STAGES, NSTAGE, 0, again);
    diag_silence(run->diag, false);
    progress_clear(run);
    return good;
}

/* The later stages too, up to the same as-of as the store's. */
static bool compute_again(const Run *run, Run *again, Options *options)
{
    *options = *run->options;
    Run reader = *run;
    options->as_of =
        db_text(&reader, run->arena, SQL("SELECT value FROM metrics_setting WHERE key = ?1"),
                "as_of", NULL);
    again->options = options;
    diag_silence(run->diag, true);
    bool good = stage_run(STAGES, NSTAGE, 1, again) && stage_run(STAGES, NSTAGE, 2, again);
    diag_silence(run->diag, false);
    progress_clear(run);
    return good;
}

static int run_trace(Run *run, int nargs, char **args)
{
    (void)nargs;
    Run again;
    bool differs = false;
    if (!folder_store_open(run, true))
        return EXIT_NOT_DONE;
    bool done = db_has_table(run, "metrics_value");
    if (!done)
        diag_report(run->diag, (Place){store_path(run), 0, 0}, MSG_STORE_STAGE, "metrics",
                    "metrics");
    if (done) {
        Options options;
        done =
            read_files(run, &again) &&
            (trace_is_analysis(args[1]) ? compute_again(run, &again, &options) &&
                                              analysis_trace(run, &again, args[1], stdout, &differs)
                                        : metrics_trace(run, &again, args[1], stdout, &differs));
        db_close(&again);
    }
    db_close(run);
    if (differs)
        diag_report(run->diag, (Place){0}, MSG_METRICS_DIFFERS, args[1]);
    return !done ? EXIT_NOT_DONE : differs ? EXIT_KEPT_OUT : EXIT_DONE;
}

const Command COMMAND_TRACE = {"trace",
                               "DIR FIGURE",
                               2,
                               2,
                               0,
                               true,
                               {"rāda, no kurām rindām skaitlis radies, un pārrēķina to no datnēm",
                                "show the rows behind a figure and compute it anew from the files"},
                               run_trace};
