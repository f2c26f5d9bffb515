/* randomisation: could the difference be due to the draw that assigned treatment?
 * Assumes treatment was drawn (within blocks, by cluster) with the numbers seen. Reference: Fisher
 * (1935); Gerber and Green (2012), chapter 3. METHODOLOGY.md: estimator-randomisation. */
#include "analysis/random.h"
#include "analysis/statistic.h"

#include <math.h>
#include <string.h>

static const Option OPTIONS[] = {
    {"y", OPTION_COLUMN, true, NULL, {"iznākums", "outcome"}, false},
    {"treated", OPTION_COLUMN, true, NULL, {"atbalstīts (0/1)", "treated (0/1)"}, false},
    {"block", OPTION_GROUP, false, NULL, {"bloki, kuros izlozēts", "blocks of the draw"}, false},
    {"cluster", OPTION_GROUP, false, NULL, {"izlozētās kopas", "clusters that were drawn"}, false},
};

/* Drawn things: clusters (or rows), with their sums, sorted by block. */
typedef struct {
    int n, nblock;
    int *block;
    double *sum, *count;
    bool *treated, *seen;
    int *start, *need; /* of a block: first unit, number treated */
    double all_sum, all_count;
} Units;

static double difference(const Units *u, const bool *treated)
{
    double sum = 0.0, count = 0.0;
    for (int i = 0; i < u->n; i++)
        if (treated[i]) {
            sum += u->sum[i];
            count += u->count[i];
        }
    return sum / count - (u->all_sum - sum) / (u->all_count - count);
}

/* False (reported) if a cluster has both arms or lies in two blocks. */
static bool collect(const Frame *frame, const Spec *spec, Arena *arena, Diag *diag, Units *u)
{
    const Column *y = spec_column(spec, frame, "y"), *treated = spec_column(spec, frame, "treated");
    const Column *block = spec_column(spec, frame, "block"),
                 *cluster = spec_column(spec, frame, "cluster");
    if (!column_check_binary(frame, treated, diag))
        return false;
    int n = cluster ? cluster->nlevel : frame->nrow;
    Units raw = {n,
                 block ? block->nlevel : 1,
                 arena_new(arena, int, n + 1),
                 arena_new(arena, double, n + 1),
                 arena_new(arena, double, n + 1),
                 arena_new(arena, bool, n + 1),
                 arena_new(arena, bool, n + 1),
                 NULL,
                 NULL,
                 0.0,
                 0.0};
    for (int i = 0; i < frame->nrow; i++) {
        int at = cluster ? (int)cluster->x[i] : i, mine = block ? (int)block->x[i] : 0;
        bool arm = treated->x[i] > 0.5;
        if (raw.seen[at] && (raw.treated[at] != arm || raw.block[at] != mine))
            return diag_fail(
                diag, (Place){frame->file, frame->line ? frame->line[i] : 0, cluster->position},
                MSG_ESTIMATE_VALUE, cluster->name, cluster->level[at],
                "viena grupa un bloks kopā / one arm and block in a cluster");
        raw.seen[at] = true;
        raw.treated[at] = arm;
        raw.block[at] = mine;
        raw.sum[at] += y->x[i];
        raw.count[at] += 1.0;
        raw.all_sum += y->x[i];
        raw.all_count += 1.0;
    }
    *u = raw;
    u->start = arena_new(arena, int, raw.nblock + 2);
    u->need = arena_new(arena, int, raw.nblock + 1);
    u->sum = arena_new(arena, double, n + 1);
    u->count = arena_new(arena, double, n + 1);
    u->treated = arena_new(arena, bool, n + 1);
    int to = 0;
    for (int b = 0; b < raw.nblock; b++) {
        u->start[b] = to;
        for (int i = 0; i < n; i++)
            if (raw.block[i] == b) {
                u->sum[to] = raw.sum[i];
                u->count[to] = raw.count[i];
                u->treated[to++] = raw.treated[i];
                u->need[b] += raw.treated[i];
            }
    }
    u->start[raw.nblock] = to;
    return true;
}

static double assignments(const Units *u)
{
    double all = 1.0;
    for (int b = 0; b < u->nblock; b++)
        for (int k = 0; k < u->need[b]; k++)
            all *= (double)(u->start[b + 1] - u->start[b] - k) / (k + 1.0);
    return all;
}

/* The first assignment of a block: its last units treated; the next in lexical order, or false. */
static void first_of_block(const Units *u, int b, bool *arm)
{
    for (int i = u->start[b]; i < u->start[b + 1]; i++)
        arm[i] = i >= u->start[b + 1] - u->need[b];
}

static bool next_of_block(const Units *u, int b, bool *arm)
{
    int from = u->start[b], to = u->start[b + 1], ones = 0;
    for (int i = to - 1; i > from; i--) {
        if (arm[i] && !arm[i - 1]) { /* move this one left, pack the rest to the right */
            arm[i - 1] = true;
            arm[i] = false;
            for (int k = i + 1; k < to; k++)
                arm[k] = k >= to - ones;
            return true;
        }
        ones += arm[i];
    }
    return false;
}

static double exact_p(const Units *u, double seen, Arena *arena)
{
    bool *arm = arena_new(arena, bool, u->n + 1);
    double far = 0.0, all = 0.0;
    for (int b = 0; b < u->nblock; b++)
        first_of_block(u, b, arm);
    for (bool more = true; more;) {
        far += fabs(difference(u, arm)) >= fabs(seen) - 1e-10;
        all += 1.0;
        more = false;
        for (int b = 0; b < u->nblock && !more; b++)
            if (next_of_block(u, b, arm))
                more = true;
            else
                first_of_block(u, b, arm);
    }
    return far / all;
}

static double sampled_p(const Units *u, double seen, const Spec *spec, Arena *arena)
{
    bool *arm = arena_new(arena, bool, u->n + 1);
    Random random = random_open(spec->seed, "randomisation");
    int far = 1; /* the assignment that was drawn */
    for (int rep = 0; rep < spec->reps; rep++) {
        memcpy(arm, u->treated, sizeof(bool) * (size_t)u->n);
        for (int b = 0; b < u->nblock; b++)
            for (int i = u->start[b + 1] - 1; i > u->start[b]; i--) {
                int other =
                    u->start[b] + (int)random_below(&random, (uint32_t)(i - u->start[b] + 1));
                bool swap = arm[i];
                arm[i] = arm[other];
                arm[other] = swap;
            }
        far += fabs(difference(u, arm)) >= fabs(seen) - 1e-10;
    }
    return far / (spec->reps + 1.0);
}

static bool run(const Frame *frame, const Spec *spec, Arena *arena, Diag *diag, EstimateList *out)
{
    Units u = {0};
    if (!collect(frame, spec, arena, diag, &u))
        return false;
    Estimate *row = statistic_row(out, "difference", frame->nrow);
    row->n_clusters = spec_text(spec, "cluster") ? u.n : 0;
    double all = assignments(&u);
    row->estimate = difference(&u, u.treated);
    if (isnan(row->estimate) || all < 2.0) {
        estimate_note(out, row, isnan(row->estimate) ? "empty group" : "one assignment only");
        return true;
    }
    bool exact = all <= spec->reps;
    row->p = exact ? exact_p(&u, row->estimate, arena) : sampled_p(&u, row->estimate, spec, arena);
    estimate_note(out, row,
                  exact ? arena_format(arena, "all %.0f assignments", all)
                        : arena_format(arena, "draws=%d", spec->reps));
    return true;
}

const Estimator estimator_randomisation = {
    .id = "randomisation",
    .title = {"Izlozes pārbaude", "Randomisation inference"},
    .estimates = {"vai starpību var radīt pati izloze",
                  "whether the draw itself could make the difference"},
    .assumptions = {"atbalsts tika izlozēts ar tādiem pašiem skaitiem",
                    "treatment was drawn with the numbers seen"},
    .formula = "difference of means; p = share of assignments with |d*| >= |d|; exact when they "
               "are no more than reps, else (1 + far)/(1 + reps)",
    .reference = "Fisher (1935); Gerber & Green (2012), ch. 3",
    .terms = "difference",
    .options = OPTIONS,
    .noption = COUNT(OPTIONS),
    .design = DESIGN_RANDOMISED,
    .headline = "difference",
    .run = run,
};
