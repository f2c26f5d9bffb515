/* staggered_did: effects when units start at different times, after Callaway and Sant'Anna.
 * Assumes parallel trends (given x) against never- or not-yet-treated units, no anticipation, and
 * independent clusters. Reference: Callaway and Sant'Anna (2021), J. Econometrics 225; R package
 * did. METHODOLOGY.md: estimator-staggered_did. */
#include "analysis/estimators/staggered_parts.h"

#include "analysis/linear/design.h"

#include <math.h>

static const Option OPTIONS[] = {
    {"y", OPTION_COLUMN, true, NULL, {"iznākums", "outcome"}, false},
    {"time", OPTION_COLUMN, true, NULL, {"laiks", "time"}, false},
    {"first_treated",
     OPTION_COLUMN,
     true,
     NULL,
     {"pirmais atbalsta laiks; tukšs – nekad", "first time treated; empty: never"},
     true},
    {"unit", OPTION_GROUP, false, NULL, {"vienība (panelim)", "unit (of a panel)"}, true},
    {"x", OPTION_COLUMNS, false, NULL, {"paskaidrojošās kolonnas", "covariates"}, false},
    {"control", OPTION_CHOICE, false, "never|notyet", {"salīdzinājums", "comparison"}, false},
    {"method", OPTION_CHOICE, false, "dr|reg|ipw", {"metode", "method"}, false},
    {"panel",
     OPTION_CHOICE,
     false,
     "yes|no",
     {"vai tās pašas vienības", "whether the same units"},
     false},
    {"cluster", OPTION_GROUP, false, NULL, {"kopas (klasteri)", "clusters"}, false},
    {"weights", OPTION_COLUMN, false, NULL, {"varbūtības svari", "probability weights"}, false},
    {"base", OPTION_CHOICE, false, "varying|universal", {"bāzes periods", "base period"}, false},
    {"inference",
     OPTION_CHOICE,
     false,
     "normal|welch",
     {"intervāli: normāli kā R vai pa sākuma grupām ar t",
      "intervals: normal as in R, or by cohort with t"},
     false},
    {"honest",
     OPTION_CHOICE,
     false,
     "no|yes",
     {"jutība pret tendencēm", "sensitivity to trends"},
     false},
};

/* What was left out before computing. */
typedef struct {
    int treated_at_first, unbalanced;
} LeftOut;

static double first_time(const Frame *frame, const Column *time)
{
    double first = INFINITY;
    for (int i = 0; i < frame->nrow; i++)
        first = fmin(first, time->x[i]);
    return first;
}

/* The first time treated of each row: INFINITY for never (empty, or 0 where all times are > 0). */
static double *read_first(const Frame *frame, const Column *column, double start, Arena *arena)
{
    double *first = arena_new(arena, double, frame->nrow + 1);
    for (int i = 0; i < frame->nrow; i++) {
        bool never = isnan(column->x[i]) || (column->x[i] == 0.0 && start > 0.0);
        first[i] = never ? INFINITY : column->x[i];
    }
    return first;
}

/* Units of a panel that are seen exactly once at each time; a unit seen twice is a fault. */
static bool find_balanced(const Frame *frame, const Column *unit, const Column *time, Arena *arena,
                          Diag *diag, bool *keep, int *nleft)
{
    int *count = arena_new(arena, int, unit->nlevel + 1), most = 0;
    for (int i = 0; i < frame->nrow; i++)
        if (!isnan(unit->x[i]))
            count[(int)unit->x[i]]++;
    /* rows are sorted by other columns: look for repeats by marking (unit, time) */
    double *times = arena_new(arena, double, frame->nrow + 1);
    for (int i = 0; i < frame->nrow; i++) {
        int t = 0;
        while (t < most && times[t] != time->x[i])
            t++;
        if (t == most)
            times[most++] = time->x[i];
    }
    bool *seen = arena_alloc(arena, sizeof(bool), (size_t)unit->nlevel * (size_t)most + 1);
    for (int i = 0; i < frame->nrow; i++) {
        int t = 0;
        while (times[t] != time->x[i])
            t++;
        if (isnan(unit->x[i]))
            continue;
        bool *mine = &seen[(int)unit->x[i] * most + t];
        if (*mine)
            return diag_fail(diag,
                             (Place){frame->file, frame->line ? frame->line[i] : 0, unit->position},
                             MSG_ESTIMATE_VALUE, unit->name, unit->level[(int)unit->x[i]],
                             "viena rinda katrā laikā / one row at each time");
        *mine = true;
    }
    for (int i = 0; i < frame->nrow; i++)
        keep[i] = !isnan(unit->x[i]) && count[(int)unit->x[i]] == most;
    for (int u = 0; u < unit->nlevel; u++)
        *nleft += count[u] != most;
    return true;
}

typedef struct {
    const Frame *frame;
    const Spec *spec;
    Arena *arena;
    Diag *diag;
    bool panel;
    const Column *unit, *time, *cluster;
    const double *weight;
    Design design;
} Input;

/* Copies the rows kept into `data`, units and clusters numbered anew. */
static void fill_data(const Input *input, const double *first, const bool *keep, Staggered *data)
{
    Arena *arena = input->arena;
    int n = 0, all = input->frame->nrow;
    int *row = arena_new(arena, int, all + 1);
    for (int i = 0; i < all; i++)
        if (keep[i])
            row[n++] = i;
    double *y = arena_new(arena, double, n + 1), *time = arena_new(arena, double, n + 1);
    double *weight = arena_new(arena, double, n + 1);
    double *x = arena_alloc(arena, sizeof(double), (size_t)n * (size_t)input->design.nterm + 1);
    int *unit = arena_new(arena, int, n + 1);
    int *number = arena_new(arena, int, (input->unit ? input->unit->nlevel : 0) + 1);
    const double *outcome = spec_column(input->spec, input->frame, "y")->x;
    data->first = arena_new(arena, double, n + 1);
    for (int i = 0; i < n; i++) {
        y[i] = outcome[row[i]];
        time[i] = input->time->x[row[i]];
        weight[i] = input->weight ? input->weight[row[i]] : 1.0;
        data->first[i] = first[row[i]];
        for (int j = 0; j < input->design.nterm; j++)
            x[(size_t)j * (size_t)n + (size_t)i] =
                input->design.x[(size_t)j * (size_t)all + (size_t)row[i]];
        if (input->panel) {
            int *mine = &number[(int)input->unit->x[row[i]]];
            if (*mine == 0)
                *mine = ++data->nunit;
            unit[i] = *mine - 1;
        }
    }
    data->nrow = n;
    data->y = y;
    data->time = time;
    data->weight = weight;
    data->x = x;
    data->nterm = input->design.nterm;
    data->unit = input->panel ? unit : NULL;
    int nunit = input->panel ? data->nunit : n;
    data->cluster = arena_new(arena, int, nunit + 1);
    data->ncluster = nunit;
    int *code = arena_new(arena, int, (input->cluster ? input->cluster->nlevel : 0) + 1), ncode = 0;
    for (int i = 0; i < n; i++) {
        int at = input->panel ? unit[i] : i;
        if (!input->cluster) {
            data->cluster[at] = at;
            continue;
        }
        int *mine = &code[(int)input->cluster->x[row[i]]];
        if (*mine == 0)
            *mine = ++ncode;
        data->cluster[at] = *mine - 1;
    }
    if (input->cluster)
        data->ncluster = ncode;
}

static bool prepare(Input *input, Staggered *data, LeftOut *left)
{
    const Frame *frame = input->frame;
    const Spec *spec = input->spec;
    input->time = spec_column(spec, frame, "time");
    input->unit = spec_column(spec, frame, "unit");
    input->cluster = spec_column(spec, frame, "cluster");
    input->panel = spec_is(spec, "panel", "yes");
    if (input->panel && !input->unit)
        return diag_fail(input->diag, spec->places.first, MSG_ESTIMATE_REQUIRED,
                         spec->estimator->id, "unit");
    const Column **x = NULL;
    int nx = spec_columns(spec, frame, "x", input->arena, &x);
    input->design = design_build(frame, spec, x, nx, true, 0, input->arena);
    double start = first_time(frame, input->time);
    double *first =
        read_first(frame, spec_column(spec, frame, "first_treated"), start, input->arena);
    bool *keep = arena_new(input->arena, bool, frame->nrow + 1);
    if (input->panel && !find_balanced(frame, input->unit, input->time, input->arena, input->diag,
                                       keep, &left->unbalanced))
        return false;
    bool *counted = arena_new(input->arena, bool, (input->unit ? input->unit->nlevel : 0) + 1);
    for (int i = 0; i < frame->nrow; i++) {
        if (!input->panel)
            keep[i] = true;
        if (!keep[i] || first[i] > start)
            continue;
        keep[i] = false;
        if (!input->panel)
            left->treated_at_first++;
        else if (!counted[(int)input->unit->x[i]]) {
            counted[(int)input->unit->x[i]] = true;
            left->treated_at_first++;
        }
    }
    fill_data(input, first, keep, data);
    data->never_only = spec_is(spec, "control", "never");
    data->universal = spec_is(spec, "base", "universal");
    data->welch = spec_is(spec, "inference", "welch");
    data->method = spec_is(spec, "method", "reg")   ? ROBUST_REG
                   : spec_is(spec, "method", "ipw") ? ROBUST_IPW
                                                    : ROBUST_DR;
    return true;
}

/* Notes that belong to every row. */
static void add_notes(const Input *input, const Staggered *data, const LeftOut *left,
                      EstimateList *out)
{
    int few = 0;
    bool *seen = arena_new(input->arena, bool, data->ncluster + 1);
    for (int i = 0; i < data->nunit; i++)
        if (isfinite(data->unit_first[i]) && !seen[data->cluster[i]]) {
            seen[data->cluster[i]] = true;
            few++;
        }
    for (int i = 0; i < out->count; i++) {
        Estimate *row = &out->items[i];
        row->n = data->nunit;
        row->n_clusters = input->cluster ? data->ncluster : 0;
        if (left->treated_at_first)
            estimate_note(
                out, row,
                arena_format(out->arena, "treated at first time=%d", left->treated_at_first));
        if (left->unbalanced)
            estimate_note(
                out, row,
                arena_format(out->arena, "unbalanced units dropped=%d", left->unbalanced));
        if (data->ncluster < 10)
            estimate_note(out, row, "clusters<10");
        if (few < 4)
            estimate_note(out, row, "treated clusters<4");
        if (input->weight)
            estimate_note(out, row, "probability weights");
    }
}

static bool run(const Frame *frame, const Spec *spec, Arena *arena, Diag *diag, EstimateList *out)
{
    Frame rows = *frame;
    Input input = {.spec = spec, .arena = arena, .diag = diag};
    Staggered data = {0};
    LeftOut left = {0};
    if (!design_weights(&rows, spec, arena, diag, &input.weight))
        return false;
    input.frame = &rows;
    if (!prepare(&input, &data, &left))
        return false;
    int before = out->count;
    staggered_compute(&data, arena);
    if (data.ncluster < 2)
        for (int k = 0; k < data.ncell; k++)
            data.cells[k].note = "clusters<2";
    staggered_report(&data, spec, arena, out);
    EstimateList mine = {out->arena, out->items + before, out->count - before, 0};
    add_notes(&input, &data, &left, &mine);
    return true;
}

const Estimator estimator_staggered_did = {
    .id = "staggered_did",
    .title = {"Pakāpeniska sākuma starpību starpība", "Staggered difference in differences"},
    .estimates = {"vidējo ietekmi uz atbalstītajiem, ja atbalsts sākas dažādos laikos",
                  "the mean effect on the treated when support starts at different times"},
    .assumptions =
        {"bez atbalsta visas grupas mainītos vienādi (ar vienādiem x); iepriekš neko nemaina; "
         "kopas ir neatkarīgas",
         "all groups would have changed alike without support (given x); no anticipation; "
         "clusters are independent"},
    .formula =
        "ATT(g,t) by dr, reg or ipw on (g, comparison) x (base, t); averages with weights P(G=g); "
        "se from cluster sums of influence functions; uniform band by multiplier bootstrap",
    .reference = "Callaway & Sant'Anna (2021), J. Econometrics 225(2); Sant'Anna & Zhao (2020); "
                 "Rambachan & Roth (2023)",
    .terms =
        "att(g,t), simple, dynamic, dynamic(e), group, group(g), calendar, calendar(t), pretest; "
        "breakdown, breakdown(0) with honest=yes",
    .options = OPTIONS,
    .noption = COUNT(OPTIONS),
    .design = DESIGN_COMPARISON,
    .headline = "simple",
    .run = run,
};
