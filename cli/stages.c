/* The stages in their order, and the commands that run one of them on the existing store. */
#include "cli/command.h"

#include "analysis/analysis.h"
#include "ingest/ingest.h"
#include "metrics/metrics.h"
#include "report/report.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

const Stage *const STAGES[] = {&INGEST, &METRICS, &ANALYSIS, &REPORT};
const int NSTAGE = COUNT(STAGES);

char *store_path(Run *run)
{
    return arena_format(run->arena, "%s/ietekme.sqlite", run->options->out);
}

bool folder_store_open(Run *run, bool read_only)
{
    char *path = store_path(run);
    if (read_only && access(path, R_OK) != 0)
        return diag_fail(run->diag, (Place){path, 0, 0}, MSG_STORE_MISSING, path);
    if (!read_only && mkdir(run->options->out, 0750) != 0 && errno != EEXIST)
        return diag_fail(run->diag, (Place){run->options->out, 0, 0}, MSG_FILE_WRITE,
                         run->options->out, strerror(errno));
    return db_open(run, path, read_only);
}

/* The stage before must have left its tables. */
static bool has_earlier(Run *run, int which)
{
    if (which == 0)
        return true;
    const char *before = STAGES[which - 1]->name;
    if (db_has_table(run, arena_format(run->arena, "%s_setting", before)) ||
        db_has_table(run, arena_format(run->arena, "%s_plan", before)))
        return true;
    return diag_fail(run->diag, (Place){store_path(run), 0, 0}, MSG_STORE_STAGE, before, before);
}

static int run_stage(Run *run, int which)
{
    if (which > 0 && access(store_path(run), R_OK) != 0) {
        diag_report(run->diag, (Place){store_path(run), 0, 0}, MSG_STORE_MISSING, store_path(run));
        return EXIT_NOT_DONE;
    }
    if (!folder_store_open(run, false))
        return EXIT_NOT_DONE;
    bool done = has_earlier(run, which) && stage_run(STAGES, NSTAGE, which, run);
    db_close(run);
    if (!done)
        return EXIT_NOT_DONE;
    return diag_count(run->diag, SEVERITY_ERROR) ? EXIT_KEPT_OUT : EXIT_DONE;
}

static int run_ingest(Run *run, int nargs, char **args)
{
    (void)nargs, (void)args;
    return run_stage(run, 0);
}

static int run_metrics(Run *run, int nargs, char **args)
{
    (void)nargs, (void)args;
    return run_stage(run, 1);
}

static int run_analysis(Run *run, int nargs, char **args)
{
    (void)nargs, (void)args;
    return run_stage(run, 2);
}

static int run_report(Run *run, int nargs, char **args)
{
    (void)nargs, (void)args;
    return run_stage(run, 3);
}

const Command COMMAND_INGEST = {
    "ingest",
    "DIR",
    1,
    1,
    0,
    true,
    {"nolasa iesniegtos datus krātuvē", "read what was handed in into the store"},
    run_ingest};
const Command COMMAND_METRICS = {
    "metrics",
    "DIR",
    1,
    1,
    ACCEPT_PERIOD | ACCEPT_AS_OF | ACCEPT_PREVIOUS,
    true,
    {"aprēķina rādītājus esošā krātuvē", "compute the indicators of an existing store"},
    run_metrics};
const Command COMMAND_ANALYSIS = {
    "analysis",
    "DIR",
    1,
    1,
    0,
    true,
    {"aprēķina novērtējumus esošā krātuvē", "compute the estimates of an existing store"},
    run_analysis};
const Command COMMAND_REPORT = {
    "report",
    "DIR",
    1,
    1,
    ACCEPT_TEMPLATE | ACCEPT_FIGURES,
    true,
    {"izveido pārskatus no esošas krātuves", "make the reports from an existing store"},
    run_report};
