/* `ietekme estimate ESTIMATOR FILE.csv KEY=VALUE …`: one estimator on any CSV file, by the same
 * code as the plan; the result as CSV on standard output. */
#include "cli/command.h"

#include "analysis/estimator.h"
#include "cli/estimate_csv.h"
#include "core/csv.h"
#include "core/text.h"

#include <string.h>

/* The words of the command line are the "line" that faults of options point at. */
static Place argument_place(int position)
{
    return (Place){"ietekme estimate", 1, position};
}

static const Estimator *find_estimator(Run *run, const char *id)
{
    const Estimator *found = estimator_find(id), *const * list;
    if (found)
        return found;
    int n = estimator_list(&list);
    const char **names = arena_new(run->arena, const char *, n + 1);
    for (int i = 0; i < n; i++)
        names[i] = list[i]->id;
    const char *near = text_nearest(run->arena, id, names, n);
    diag_report(run->diag, argument_place(1), MSG_ESTIMATE_ESTIMATOR, id, near ? near : names[0]);
    return NULL;
}

static bool split_settings(Run *run, int n, char **args, Setting *settings)
{
    for (int i = 0; i < n; i++) {
        const char *equals = strchr(args[i], '=');
        if (!equals || equals == args[i])
            return diag_fail(run->diag, argument_place(3 + i), MSG_ESTIMATE_SYNTAX, args[i]);
        settings[i].key = arena_copy(run->arena, args[i], (size_t)(equals - args[i]));
        settings[i].value = equals + 1;
    }
    return true;
}

/* The file of an option such as margins=FILE. */
static bool read_option_file(Run *run, Spec *spec)
{
    for (int i = 0; i < spec->estimator->noption; i++) {
        const Option *option = &spec->estimator->options[i];
        const char *path = option->kind == OPTION_FILE ? spec_text(spec, option->key) : NULL;
        if (!path)
            continue;
        Frame *frame = arena_new(run->arena, Frame, 1);
        if (!estimate_csv_read(run, path, frame))
            return false;
        spec->file = frame;
    }
    return true;
}

static void write_row(CsvWriter *writer, const Estimate *row)
{
    const double values[] = {row->estimate, row->se,     row->df,     row->statistic,
                             row->p,        row->ci_low, row->ci_high};
    csv_put_text(writer, row->term);
    for (int i = 0; i < COUNT(values); i++)
        csv_put_number(writer, values[i]);
    csv_put_integer(writer, row->n);
    if (row->n_clusters > 0)
        csv_put_integer(writer, row->n_clusters);
    else
        csv_put_text(writer, NULL);
    csv_put_text(writer, row->note);
    csv_put_end(writer);
}

static int run_estimate(Run *run, int nargs, char **args)
{
    const Estimator *estimator = find_estimator(run, args[0]);
    if (!estimator)
        return EXIT_NOT_DONE;
    int n = nargs - 2;
    Setting *settings = arena_new(run->arena, Setting, n + 1);
    Spec spec = {0};
    Frame frame;
    EstimateList list = {.arena = run->arena};
    CsvWriter writer = {.out = stdout};
    SettingPlaces places = {argument_place(3), 1};
    if (!split_settings(run, n, args + 2, settings) ||
        !spec_parse(estimator, settings, n, places, run->arena, run->diag, &spec) ||
        !read_option_file(run, &spec) || !estimate_csv_read(run, args[1], &frame) ||
        !estimator_run(&frame, &spec, run->arena, run->diag, &list))
        return EXIT_NOT_DONE;
    puts("term,estimate,se,df,statistic,p,ci_low,ci_high,n,n_clusters,note");
    for (int i = 0; i < list.count; i++)
        write_row(&writer, &list.items[i]);
    return EXIT_DONE;
}

const Command COMMAND_ESTIMATE = {
    "estimate",
    "ESTIMATOR FILE.csv KEY=VALUE…",
    2,
    -1,
    0,
    false,
    {"viens novērtējums no jebkuras CSV datnes", "one estimator on any CSV file"},
    run_estimate};
